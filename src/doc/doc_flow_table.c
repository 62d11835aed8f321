/* doc_flow_table.c — tables and lists of facts as rows; a very tall row is divided between its lines. */
#include <string.h>

#include "doc/doc_flow.h"
#include "doc/doc_node.h"
#include "doc/doc_style.h"

#define TALL_ROW 12        /* lines; rows up to this stay whole */
#define SMALL_TABLE 170.0  /* points; tables up to this stay whole */
#define SPAN_TALLEST 200.0 /* points; words up to this flow over the rows their cell goes down */
#define SMALL_SPAN 90.0    /* points; rows that share a cell stay together up to this */

/* In points. */
struct columns {
	double left[DOC_MAX_COLUMNS + 1], width[DOC_MAX_COLUMNS];
	double least[DOC_MAX_COLUMNS]; /* what the words need */
	int count;
};

static void
place_columns(struct columns *columns, const struct flow *flow, const double *widths, int count)
{
	double sum = 0, at = flow->x;

	columns->count = count;
	for (int i = 0; i < count; i++)
		sum += widths[i];
	for (int i = 0; i < count; i++) {
		columns->left[i] = at;
		columns->width[i] = widths[i] / sum * flow->width;
		at += columns->width[i];
	}
	columns->left[count] = at;
}

/*
 * Gives columns whose words do not fit what they need, taken from those with room to spare. True when anything moved;
 * when the words want more than there is, they are divided after all.
 */
static bool
make_room(struct columns *columns, const struct flow *flow)
{
	double wanted = 0, spare = 0, widths[DOC_MAX_COLUMNS];

	for (int i = 0; i < columns->count; i++) {
		double room = columns->width[i] - columns->least[i];

		if (room < 0)
			wanted -= room;
		else
			spare += room;
	}
	if (wanted <= 0.01 || wanted > spare)
		return (false);
	for (int i = 0; i < columns->count; i++) {
		double room = columns->width[i] - columns->least[i];

		/* A hair more, so that rounding never divides what just fits. */
		widths[i] = room < 0 ? columns->least[i] + 0.05 : columns->width[i] - room / spare * wanted;
	}
	place_columns(columns, flow, widths, columns->count);
	return (true);
}

/* The widest line in a column when nothing is divided. */
static double
natural_width(const struct flow *flow, const struct doc_table *table, int wanted)
{
	double widest = 0;

	for (const struct doc_row *row = table->rows; row != NULL; row = row->next) {
		for (const struct doc_cell *cell = row->cells; cell != NULL; cell = cell->next) {
			const struct doc_style *style = cell->style;
			struct doc_lines lines;

			if (cell->column != wanted || cell->span != 1)
				continue;
			lines = doc_lines_set(flow->setting, &cell->text, style, 1e9);
			for (int i = 0; i < lines.count; i++) {
				double width = lines.lines[i].width + style->padding_left + style->padding_right + 0.05;

				widest = width > widest ? width : widest;
			}
		}
	}
	return (widest);
}

/* The widths as shares of the whole: columns by content take what they need, at most half of it together; the others
 * share the rest. */
static const double *
shares_of(const struct flow *flow, const struct doc_table *table)
{
	double *widths = arena_memdup(flow->setting->arena, table->widths, (size_t)table->columns * sizeof(*widths));
	double by_content = 0, shared = 0, squeeze = 1;

	for (int i = 0; i < table->columns; i++) {
		shared += widths[i];
		if (widths[i] <= 0)
			by_content += widths[i] = -natural_width(flow, table, i);
	}
	if (by_content >= 0)
		return (widths);
	if (shared <= 0 || -by_content > flow->width / 2)
		squeeze = flow->width / (shared <= 0 ? 1 : 2) / -by_content;
	for (int i = 0; i < table->columns; i++)
		widths[i] =
		    widths[i] < 0 ? -widths[i] * squeeze : widths[i] / shared * (flow->width + by_content * squeeze);
	return (widths);
}

/* From the last comma of the last words to their end; from behind the last digit where there is none. */
static double
fraction_width(const struct flow *flow, const struct flow_text *text, const struct doc_text *words)
{
	const struct doc_span *last = words->count > 0 ? &words->spans[words->count - 1] : NULL;
	const char *from = last == NULL ? NULL : strrchr(last->text, ',');

	if (from == NULL && last != NULL)
		for (const char *at = last->text; *at != '\0'; at++)
			if (*at >= '0' && *at <= '9')
				from = at + 1;
	return (from == NULL ? -1
			     : doc_width(flow->setting, from, text->style->font_size, text->style->bold || last->bold));
}

/* Moves sums to the left until the commas of each column stand below each other; words without a sum stay. */
static void
align_commas(struct flow_row *rows)
{
	double longest[DOC_MAX_COLUMNS] = { 0 };

	for (int round = 0; round < 2; round++)
		for (struct flow_row *row = rows; row != NULL; row = row->next)
			for (int i = 0; i < row->cell_count; i++) {
				struct flow_text *cell = &row->cells[i];
				double *most = &longest[cell->column];

				if (cell->align != DOC_ALIGN_DECIMAL)
					continue;
				if (round == 0 && cell->fraction > *most)
					*most = cell->fraction;
				if (round == 1 && cell->fraction >= 0)
					cell->width -= *most - cell->fraction;
			}
}

static double
words_height(const struct flow_text *text)
{
	return (text->style->padding_top + text->lines.count * text->lines.line_height + text->style->padding_bottom);
}

/* facts: a detail without a term stands in the second column. */
static struct flow_row *
row_new(struct flow *flow, const struct doc_row *from, struct columns *columns, bool facts)
{
	struct arena *arena = flow->setting->arena;
	struct flow_row *row = arena_alloc(arena, sizeof(*row));
	int next = facts && from->cells != NULL && !from->cells->header ? 1 : 0;

	row->cells = arena_array(arena, (size_t)columns->count, sizeof(*row->cells));
	for (const struct doc_cell *cell = from->cells; cell != NULL && next < columns->count; cell = cell->next) {
		int column = facts ? next : cell->column, end = column + cell->span;
		const struct doc_style *style = cell->style;
		double x = columns->left[column] + style->padding_left;
		double width = columns->left[end] - style->padding_right - x;
		struct flow_text *text = flow_words(flow, &cell->text, style, x, width, NULL);

		text->align = cell->align;
		text->column = end - 1;
		if (cell->align == DOC_ALIGN_DECIMAL)
			text->fraction = fraction_width(flow, text, &cell->text);
		if (end == column + 1 &&
		    text->lines.widest + style->padding_left + style->padding_right > columns->least[column])
			columns->least[column] = text->lines.widest + style->padding_left + style->padding_right;
		/* Very long words do not wait for the rows below: those are divided here, line by line. */
		text->rows = words_height(text) > SPAN_TALLEST ? 1 : cell->rows;
		if (text->lines.count > row->line_count && text->rows <= 1)
			row->line_count = text->lines.count;
		if (style->font_size * style->line_height > row->line_height)
			row->line_height = style->font_size * style->line_height;
		if (style->padding_top > row->padding_top)
			row->padding_top = style->padding_top;
		if (style->padding_bottom > row->padding_bottom)
			row->padding_bottom = style->padding_bottom;
		row->cells[row->cell_count++] = *text;
		next = end;
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

	row->slice = flow->count;
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
			slice->hold = to < 2 || row->line_count - to < 2 ? HOLD_FIRM : HOLD_NOT;
	}
}

/* --- structure -------------------------------------------------------------------------------------------------- */

static void
tag_cell(struct flow *flow, struct flow_text *text, const struct doc_cell *cell, bool head, struct pdf_element *parent)
{
	const char *scope = !cell->header ? "" : cell->by_row || !head ? "/Scope/Row" : "/Scope/Column";
	const char *columns = "", *rows = "";

	text->element = pdf_element_new(flow->pdf, parent, cell->header ? "TH" : "TD");
	if (cell->span > 1)
		columns = arena_printf(flow->setting->arena, "/ColSpan %d", cell->span);
	if (cell->rows > 1)
		rows = arena_printf(flow->setting->arena, "/RowSpan %d", cell->rows);
	if (cell->header || cell->span > 1 || cell->rows > 1)
		pdf_element_attributes(
		    text->element, arena_printf(flow->setting->arena, "/O/Table%s%s%s", scope, columns, rows));
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

/* Tells the rows below of a cell that goes down to them, and makes the last tall enough for its words. */
static void
span_down(struct flow *flow, struct flow_row *row, struct flow_text *cell)
{
	double height = row_height(row);
	struct flow_row *last = row;

	for (int i = 1; i < cell->rows; i++) {
		struct flow_over *over = arena_alloc(flow->setting->arena, sizeof(*over));

		last = last->next;
		*over = (struct flow_over){ .next = last->over, .cell = cell, .last = i == cell->rows - 1 };
		last->over = over;
		height += row_height(last);
	}
	if (words_height(cell) > height)
		last->padding_bottom += words_height(cell) - height;
}

static void
span_all(struct flow *flow, struct flow_row *row)
{
	for (; row != NULL; row = row->next)
		for (int i = 0; i < row->cell_count; i++)
			if (row->cells[i].rows > 1)
				span_down(flow, row, &row->cells[i]);
}

/* All rows set in their columns, linked; again when a column turns out too narrow for its words. */
static struct flow_row *
set_rows(struct flow *flow, const struct doc_table *from)
{
	struct columns columns = { .count = 0 };
	struct flow_row *first, **tail;
	bool again = false;

	place_columns(&columns, flow, shares_of(flow, from), from->columns);
	do {
		first = NULL;
		tail = &first;
		for (const struct doc_row *at = from->rows; at != NULL; at = at->next, tail = &(*tail)->next)
			*tail = row_new(flow, at, &columns, false);
		again = !again && make_room(&columns, flow);
	} while (again);
	align_commas(first);
	span_all(flow, first);
	return (first);
}

/*
 * A page may end within a cell that goes down many rows where its words fit both above, where they stand, and below,
 * where they are told again.
 */
static void
keep_span(struct flow *flow, const struct flow_row *row, const struct flow_text *cell, int end)
{
	double height = 0, above = 0;

	for (int i = row->slice; i < end; i++)
		height += flow->slices[i].height;
	for (int i = row->slice; i + 1 < end; i++) {
		above += flow->slices[i].height;
		if (height <= SMALL_SPAN || above < words_height(cell) || height - above < words_height(cell))
			flow_hold_all(flow, i, i + 2, HOLD_WISH);
	}
}

static void
keep_spans(struct flow *flow, struct flow_row *const *rows, int count)
{
	for (int r = 0; r < count; r++)
		for (int i = 0; i < rows[r]->cell_count; i++) {
			const struct flow_text *cell = &rows[r]->cells[i];

			if (cell->rows > 1)
				keep_span(flow, rows[r], cell,
				    r + cell->rows < count ? rows[r + cell->rows]->slice : flow->count);
		}
}

/* A head or foot stands with a body (PDF/UA-1, 7.2); where no row came, their rows are the table's own. */
static bool
has_body(const struct doc_table *table)
{
	const struct doc_row *row = table->rows;

	while (row != NULL && row->group != DOC_GROUP_BODY)
		row = row->next;
	return (row != NULL);
}

static void
flow_rows(struct flow *flow, const struct doc_table *from, struct pdf_element *element, double before)
{
	static const char *const groups[] = { "THead", "TBody", "TFoot" };
	struct flow_table *table = arena_alloc(flow->setting->arena, sizeof(*table));
	struct flow_row *row = set_rows(flow, from), *next, **rows;
	struct pdf_element *group = element;
	const struct doc_row *last = NULL, *first = NULL;
	bool grouped = has_body(from);
	int count = 0;

	for (next = row; next != NULL; next = next->next)
		count++;
	rows = arena_array(flow->setting->arena, (size_t)count, sizeof(*rows));
	count = 0;
	for (const struct doc_row *at = from->rows; at != NULL; last = at, at = at->next, row = next) {
		next = row->next;
		row->next = NULL;
		rows[count++] = row;
		if (grouped && (last == NULL || last->group != at->group))
			group = pdf_element_new(flow->pdf, element, groups[at->group]);
		tag_row(flow, row, at, group);
		/* Sums never stand alone at the top of a page, nor does a table's last row; the first has company
		 * below. */
		if (last != NULL && flow->count > 0 &&
		    (at->group == DOC_GROUP_FOOT || at->next == NULL ||
			(last->group == DOC_GROUP_BODY && last == first)))
			flow->slices[flow->count - 1].hold = HOLD_FIRM;
		if (at->group == DOC_GROUP_BODY && first == NULL)
			first = at;
		add_row(flow, row, at->group == DOC_GROUP_HEAD ? NULL : table, last == NULL ? before : 0);
		if (at->group == DOC_GROUP_HEAD) {
			add_head(table, row);
			flow->slices[flow->count - 1].hold = HOLD_FIRM;
		}
	}
	/* Where the head takes most of a page it stands there once. */
	if (table->head_height > flow->height / 2)
		*table = (struct flow_table){ 0 };
	keep_spans(flow, rows, count);
}

static void
keep_small(struct flow *flow, int first)
{
	double height = 0;

	for (int i = first; i < flow->count; i++)
		height += flow->slices[i].height;
	if (height <= SMALL_TABLE)
		flow_hold_all(flow, first, flow->count, HOLD_WISH);
}

static void
flow_facts(struct flow *flow, const struct doc_table *from, struct pdf_element *parent)
{
	struct columns columns = { .count = 0 };
	struct pdf_element *list;

	if (from->rows == NULL)
		return;
	list = pdf_element_new(flow->pdf, parent, "L");
	place_columns(&columns, flow, from->widths, from->columns);
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
	int first = flow->count;

	if (block->kind == DOC_FACTS) {
		flow_facts(flow, table, parent);
	} else if (table->rows != NULL || table->caption.count > 0) {
		element = pdf_element_new(flow->pdf, parent, "Table");
		if (table->caption.count > 0)
			flow_caption(flow, &table->caption, table->caption_style, block->target,
			    pdf_element_new(flow->pdf, element, "Caption"));
		flow_rows(flow, table, element, flow->gap);
		keep_small(flow, first);
	}
	flow->gap = 10;
}
