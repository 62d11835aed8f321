/* doc_bind_parts.c — tables, lists of facts and figures filled in. */
#include <string.h>

#include "core/text.h"
#include "doc/doc_binder.h"

/* --- tables ----------------------------------------------------------------------------------------------------- */

struct table_target {
	struct doc_table *table;
	struct doc_row **tails[3]; /* by group */
	struct doc_row *groups[3];
	enum doc_group group;
	struct doc_cell **cells;
};

/* Cells look like their group: names of rows like their row, an empty corner like the head. */
static const struct doc_style *
cell_style(struct binder *b, const struct table_target *t, const struct doc_node *node)
{
	static const char *const names[] = { "th", "td", "tfoot" };

	if (node->op != OP_CELL || node->style->match[0] == '.')
		return (node->style);
	return (doc_style_find(&b->template->styles, names[t->group]));
}

static void
add_cell(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
{
	struct table_target *t = target;
	struct doc_cell *cell = arena_alloc(b->arena, sizeof(*cell));

	cell->style = cell_style(b, t, node);
	cell->span = node->op == OP_CELL ? node->number : 1;
	cell->rows = node->op == OP_CELL ? node->rows : 1;
	cell->align = node->op == OP_CELL && node->align >= 0 ? node->align : cell->style->align;
	cell->header = node->op == OP_TERM || (node->op == OP_CELL && node->flag);
	cell->by_row = node->by_row;
	cell->text = bind_text(b, node->children, data);
	*t->cells = cell;
	t->cells = &cell->next;
}

static struct doc_row *
row_new(struct binder *b, struct table_target *t)
{
	struct doc_row *row = arena_alloc(b->arena, sizeof(*row));

	row->group = t->group;
	*t->tails[t->group] = row;
	t->tails[t->group] = &row->next;
	t->cells = &row->cells;
	return (row);
}

static void
add_row(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
{
	row_new(b, target);
	bind_walk(b, node->children, data, add_cell, target);
}

/* How many rows from here on are of one group, most at the most. */
static int
rows_left(const struct doc_row *row, int most)
{
	int n = 1;

	while (n < most && row->next != NULL && row->next->group == row->group) {
		row = row->next;
		n++;
	}
	return (n);
}

/* The columns a cell takes: those that are free beside each other. */
static int
columns_free(const int *covered, int column, int columns, int most)
{
	int n = 1;

	while (n < most && column + n < columns && covered[column + n] == 0)
		n++;
	return (n);
}

/*
 * Gives each cell its column. Cells that find none are lost, which the template's author sees at once; what is left
 * free gets empty ones: a reader program that walks the table by its grid (PDF/UA-1, 7.5) never falls off.
 */
static void
place_row(struct binder *b, struct table_target *t, struct doc_row *row, int *covered)
{
	struct doc_cell **link = &row->cells, *cell;
	int columns = t->table->columns;

	t->group = row->group;
	for (int column = 0; column < columns; column++) {
		if (covered[column] > 0)
			continue;
		if ((cell = *link) == NULL) {
			t->cells = link;
			add_cell(b,
			    &(struct doc_node){ .op = OP_CELL,
				.number = 1,
				.rows = 1,
				.align = -1,
				.style = doc_style_find(&b->template->styles, "td") },
			    NULL, t);
			cell = *link;
		}
		cell->column = column;
		cell->span = columns_free(covered, column, columns, cell->span);
		cell->rows = rows_left(row, cell->rows);
		for (int i = 0; i < cell->span; i++)
			covered[column + i] = cell->rows;
		link = &cell->next;
	}
	*link = NULL;
	for (int column = 0; column < columns; column++)
		covered[column]--;
}

static void
place_cells(struct binder *b, struct table_target *t)
{
	int covered[DOC_MAX_COLUMNS] = { 0 };

	for (struct doc_row *row = t->table->rows; row != NULL; row = row->next)
		place_row(b, t, row, covered);
}

static void
add_table_part(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
{
	struct table_target *t = target;

	if (node->op == OP_CAPTION) {
		t->table->caption = bind_text(b, node->children, data);
		t->table->caption_style = node->style;
		return;
	}
	t->group = (enum doc_group)node->number;
	bind_walk(b, node->children, data, add_row, t);
}

/* A term begins a row; further details stand below the first. */
static void
add_fact(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
{
	struct table_target *t = target;

	if (node->op == OP_TERM || t->cells == NULL)
		row_new(b, t);
	add_cell(b, node, data, t);
	if (node->op == OP_DETAIL)
		t->cells = NULL;
}

struct doc_table *
bind_table(struct binder *b, const struct doc_node *node, const struct doc_data *data)
{
	static const double facts[] = { 32, 68 };
	struct table_target t = { .table = arena_alloc(b->arena, sizeof(*t.table)), .group = DOC_GROUP_BODY };

	for (int i = 0; i < 3; i++)
		t.tails[i] = &t.groups[i];
	t.table->columns = node->op == OP_FACTS ? 2 : node->number;
	t.table->widths = node->op == OP_FACTS ? facts : node->widths;
	bind_walk(b, node->children, data, node->op == OP_FACTS ? add_fact : add_table_part, &t);
	*t.tails[DOC_GROUP_BODY] = t.groups[DOC_GROUP_FOOT];
	*t.tails[DOC_GROUP_HEAD] = t.groups[DOC_GROUP_BODY];
	t.table->rows = t.groups[DOC_GROUP_HEAD];
	if (node->op == OP_TABLE)
		place_cells(b, &t);
	return (t.table);
}

/* --- figures ---------------------------------------------------------------------------------------------------- */

struct chart_target {
	struct doc_chart *chart;
	const struct doc_data *rows;
};

static void
add_series(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
{
	struct chart_target *t = target;
	struct doc_chart *chart = t->chart;
	struct doc_series *series = arena_array(b->arena, (size_t)chart->series_count + 1, sizeof(*series));
	const struct doc_data *row = t->rows;

	if (chart->series_count > 0)
		memcpy(series, chart->series, (size_t)chart->series_count * sizeof(*series));
	chart->series = series;
	series += chart->series_count++;
	series->name = bind_plain(b, node->children, data);
	series->values = arena_array(b->arena, (size_t)chart->rows + 1, sizeof(double));
	series->shown = arena_array(b->arena, (size_t)chart->rows + 1, sizeof(char *));
	for (int i = 0; i < chart->rows; i++, row = row->next) {
		const struct doc_value *value = doc_data_find(row, node->key);

		series->shown[i] = "";
		if (value == NULL || value->kind != DOC_VALUE_NUMBER) {
			if (value != NULL || !node->optional)
				bind_miss(b, node->key);
			continue;
		}
		series->values[i] = value->number;
		series->shown[i] = value->text;
	}
}

/* The places of a map's rows; a row without one is on no map. */
static const int *
bind_places(struct binder *b, const struct doc_data *row, int rows, const char *key)
{
	int *places = arena_array(b->arena, (size_t)rows + 1, sizeof(*places));

	for (int i = 0; i < rows; i++, row = row->next) {
		const struct doc_value *value = doc_data_find(row, key);

		places[i] =
		    value != NULL && value->kind == DOC_VALUE_NUMBER && value->number < 1000 ? (int)value->number : -1;
	}
	return (places);
}

static const struct doc_chart *
bind_chart(struct binder *b, const struct doc_node *node, const struct doc_data *data)
{
	struct doc_chart *chart = arena_alloc(b->arena, sizeof(*chart));
	struct chart_target t = { chart, bind_rows(b, node, data) };
	const struct doc_node label = { .op = OP_FIELD, .key = node->label };
	const struct doc_data *row;

	chart->type = (enum doc_chart_type)node->number;
	for (row = t.rows; row != NULL; row = row->next)
		chart->rows++;
	chart->labels = arena_array(b->arena, (size_t)chart->rows + 1, sizeof(char *));
	row = t.rows;
	for (int i = 0; i < chart->rows; i++, row = row->next)
		chart->labels[i] = bind_field(b, &label, row);
	bind_walk(b, node->children, data, add_series, &t);
	if (chart->type == DOC_CHART_MAP || chart->type == DOC_CHART_PLAN) {
		chart->across = bind_places(b, t.rows, chart->rows, node->across);
		chart->down = bind_places(b, t.rows, chart->rows, node->down);
	}
	return (chart);
}

/* An optional address that is not there leaves no code behind. */
static void
bind_code(struct binder *b, struct doc_figure *figure, const struct doc_node *node, const struct doc_data *data)
{
	const char *text = node->key == NULL ? node->text : bind_field(b, node, data);

	figure->code = text_blank(text) ? NULL : text;
	figure->width = *node->widths;
	figure->image_style = node->style;
}

void
bind_figure_part(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
{
	struct doc_figure *figure = target;

	switch (node->op) {
	case OP_CAPTION:
		figure->caption = bind_text(b, node->children, data);
		figure->caption_style = node->style;
		break;
	case OP_ALT:
		figure->alt = bind_plain(b, node->children, data);
		break;
	case OP_CHART:
		figure->chart = bind_chart(b, node, data);
		break;
	case OP_IMAGE:
		figure->image = node->text;
		figure->width = *node->widths;
		figure->image_style = node->style;
		break;
	case OP_CODE:
		bind_code(b, figure, node, data);
		break;
	default:
		break;
	}
}
