/* doc_flow_table.c — tables and lists of facts as rows; a very tall row is divided between its lines. */
#include "doc/doc_flow.h"
#include "doc/doc_style.h"

#define TALL_ROW 12 /* lines; rows up to this stay whole */

struct columns {
	double left[25]; /* points; one more than the columns a table may have */
	int count;
};

static struct columns
place_columns(const struct flow *flow, const struct doc_table *table)
{
	struct columns columns = { .count = table->columns };
	double sum = 0, at = flow->x;

	for (int i = 0; i < table->columns; i++)
		sum += table->widths[i];
	for (int i = 0; i < table->columns; i++) {
		columns.left[i] = at;
		at += table->widths[i] / sum * flow->width;
	}
	columns.left[table->columns] = at;
	return (columns);
}

/* Rows with more cells than columns lose the rest; the template's author sees that at once. */
static struct flow_row *
row_new(struct flow *flow, const struct doc_row *from, const struct columns *columns, bool facts)
{
	struct arena *arena = flow->setting->arena;
	struct flow_row *row = arena_alloc(arena, sizeof(*row));
	int column = facts && from->cells != NULL && !from->cells->header ? 1 : 0;

	row->cells = arena_array(arena, (size_t)columns->count, sizeof(*row->cells));
	for (const struct doc_cell *cell = from->cells; cell != NULL && column < columns->count; cell = cell->next) {
		int end = column + cell->span < columns->count ? column + cell->span : columns->count;
		const struct doc_style *style = cell->style;
		double x = columns->left[column] + style->padding_left;
		double width = columns->left[end] - style->padding_right - x;
		struct flow_text *text = flow_words(flow, &cell->text, style, x, width, NULL);

		text->align = cell->align;
		if (text->lines.count > row->line_count)
			row->line_count = text->lines.count;
		if (style->font_size * style->line_height > row->line_height)
			row->line_height = style->font_size * style->line_height;
		if (style->padding_top > row->padding_top)
			row->padding_top = style->padding_top;
		if (style->padding_bottom > row->padding_bottom)
			row->padding_bottom = style->padding_bottom;
		row->cells[row->cell_count++] = *text;
		column = end;
	}
	if (row->line_count == 0)
		row->line_count = 1;
	return (row);
}

static double
row_height(const struct flow_row *row)
{
	return (row->padding_top + row->line_count * row->line_height + row->padding_bottom);
}

/* Whole, or line by line with two lines kept at either end. */
static void
add_row(struct flow *flow, struct flow_row *row, const struct flow_table *table, double before)
{
	int step = row->line_count > TALL_ROW ? 1 : row->line_count;

	for (int from = 0; from < row->line_count; from += step) {
		int to = from + step;
		struct flow_slice *slice = flow_add(flow, FLOW_ROW, from == 0 ? before : 0, step * row->line_height);

		slice->row = row;
		slice->line = from;
		slice->line_end = to;
		slice->table = table;
		if (from == 0)
			slice->height += row->padding_top;
		if (to == row->line_count)
			slice->height += row->padding_bottom;
		else
			slice->keep_next = to < 2 || row->line_count - to < 2;
	}
}

/* --- structure -------------------------------------------------------------------------------------------------- */

static void
tag_cell(struct flow *flow, struct flow_text *text, const struct doc_cell *cell, bool head, struct pdf_element *parent)
{
	static const char *const scopes[] = { "/O/Table/Scope/Column", "/O/Table/Scope/Row" };
	bool by_row = cell->by_row || !head;

	text->element = pdf_element_new(flow->pdf, parent, cell->header ? "TH" : "TD");
	if (cell->header && cell->span > 1)
		pdf_element_attributes(
		    text->element, arena_printf(flow->setting->arena, "%s/ColSpan %d", scopes[by_row], cell->span));
	else if (cell->header)
		pdf_element_attributes(text->element, scopes[by_row]);
	else if (cell->span > 1)
		pdf_element_attributes(
		    text->element, arena_printf(flow->setting->arena, "/O/Table/ColSpan %d", cell->span));
}

static void
tag_row(struct flow *flow, struct flow_row *row, const struct doc_row *from, struct pdf_element *group)
{
	struct pdf_element *element = pdf_element_new(flow->pdf, group, "TR");
	const struct doc_cell *cell = from->cells;

	for (int i = 0; i < row->cell_count; i++, cell = cell->next)
		tag_cell(flow, &row->cells[i], cell, from->group == DOC_GROUP_HEAD, element);
}

static void
tag_fact(struct flow *flow, struct flow_row *row, const struct doc_row *from, struct pdf_element *list)
{
	struct pdf_element *item = pdf_element_new(flow->pdf, list, "LI");
	const struct doc_cell *cell = from->cells;

	for (int i = 0; i < row->cell_count; i++, cell = cell->next)
		row->cells[i].element = pdf_element_new(flow->pdf, item, cell->header ? "Lbl" : "LBody");
}

/* --- tables ----------------------------------------------------------------------------------------------------- */

static void
add_head(struct flow_table *table, struct flow_row *row)
{
	struct flow_row **tail = &table->head;

	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = row;
	table->head_height += row_height(row);
}

static void
flow_rows(struct flow *flow, const struct doc_table *from, struct pdf_element *element, double before)
{
	static const char *const groups[] = { "THead", "TBody", "TFoot" };
	struct columns columns = place_columns(flow, from);
	struct flow_table *table = arena_alloc(flow->setting->arena, sizeof(*table));
	struct pdf_element *group = NULL;
	const struct doc_row *last = NULL;

	for (const struct doc_row *at = from->rows; at != NULL; last = at, at = at->next) {
		struct flow_row *row = row_new(flow, at, &columns, false);

		if (last == NULL || last->group != at->group)
			group = pdf_element_new(flow->pdf, element, groups[at->group]);
		tag_row(flow, row, at, group);
		/* Sums never stand alone at the top of a page. */
		if (at->group == DOC_GROUP_FOOT && last != NULL && flow->count > 0)
			flow->slices[flow->count - 1].keep_next = true;
		add_row(flow, row, at->group == DOC_GROUP_HEAD ? NULL : table, last == NULL ? before : 0);
		if (at->group == DOC_GROUP_HEAD) {
			add_head(table, row);
			flow->slices[flow->count - 1].keep_next = true;
		}
	}
}

static void
flow_facts(struct flow *flow, const struct doc_table *from, struct pdf_element *parent)
{
	struct pdf_element *list = pdf_element_new(flow->pdf, parent, "L");
	struct columns columns = place_columns(flow, from);

	pdf_element_attributes(list, "/O/List/ListNumbering/None");
	for (const struct doc_row *at = from->rows; at != NULL; at = at->next) {
		struct flow_row *row = row_new(flow, at, &columns, true);

		tag_fact(flow, row, at, list);
		add_row(flow, row, NULL, at == from->rows ? flow->gap : 0);
	}
}

void
flow_table(struct flow *flow, const struct doc_block *block, struct pdf_element *parent)
{
	const struct doc_table *table = block->table;
	struct pdf_element *element;

	if (block->kind == DOC_FACTS) {
		flow_facts(flow, table, parent);
	} else {
		element = pdf_element_new(flow->pdf, parent, "Table");
		if (table->caption.count > 0)
			flow_lines(flow, flow_words(flow, &table->caption, table->caption_style, flow->x, flow->width,
					     pdf_element_new(flow->pdf, element, "Caption")));
		flow_rows(flow, table, element, flow->gap);
	}
	flow->gap = 10;
}
