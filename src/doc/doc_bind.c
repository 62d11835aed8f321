/* doc_bind.c — walks a compiled template with the data: choices are taken, lists repeated, one language picked. */
#include <string.h>

#include "core/text.h"
#include "doc/doc_node.h"
#include "doc/doc_tree.h"
#include "doc/doc_words.h"

struct binder {
	struct arena *arena;
	struct doc_report *report;
	const struct doc_template *template;
	enum lang lang;
	struct buf scratch; /* for words being gathered */
};

typedef void visit(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target);

static void
miss(struct binder *b, const char *key)
{
	const char *missing = b->report->missing, *at;
	size_t len = strlen(key);

	for (at = missing; at != NULL && (at = strstr(at, key)) != NULL; at += len)
		if ((at == missing || at[-1] == ' ') && (at[len] == ',' || at[len] == '\0'))
			return;
	b->report->missing = missing == NULL ? key : arena_printf(b->arena, "%s, %s", missing, key);
}

/* --- choices ---------------------------------------------------------------------------------------------------- */

static const struct doc_data *
rows_of(struct binder *b, const struct doc_node *node, const struct doc_data *data)
{
	const struct doc_value *value = doc_data_find(data, node->key);

	if (value != NULL && value->kind == DOC_VALUE_LIST)
		return (value->rows);
	if (value != NULL || !node->optional)
		miss(b, node->key);
	return (NULL);
}

static bool
holds(struct binder *b, const struct doc_node *node, const struct doc_data *data)
{
	if (doc_data_find(data, node->key) == NULL && !node->optional)
		miss(b, node->key);
	return (doc_data_true(data, node->key));
}

/* Calls fn for every node that is left once the choices are taken. */
static void
walk(struct binder *b, const struct doc_node *node, const struct doc_data *data, visit *fn, void *target)
{
	for (; node != NULL; node = node->next) {
		switch (node->op) {
		case OP_EACH:
			for (const struct doc_data *row = rows_of(b, node, data); row != NULL; row = row->next) {
				walk(b, node->children, row, fn, target);
				if (row->next != NULL && node->text != NULL)
					fn(b, &(struct doc_node){ .op = OP_TEXT, .text = node->text }, row, target);
			}
			break;
		case OP_WHEN:
		case OP_UNLESS:
			if (holds(b, node, data) == (node->op == OP_WHEN))
				walk(b, node->children, data, fn, target);
			break;
		case OP_LANG:
			walk(b, node->in[node->in[b->lang] != NULL ? b->lang : LANG_NB], data, fn, target);
			break;
		default:
			fn(b, node, data, target);
		}
	}
}

/* --- words ------------------------------------------------------------------------------------------------------ */

static const char *
field_text(struct binder *b, const struct doc_node *node, const struct doc_data *data)
{
	const struct doc_value *value = doc_data_find(data, node->key);

	if (value != NULL && (value->kind == DOC_VALUE_TEXT || value->kind == DOC_VALUE_NUMBER) &&
	    (node->optional || !text_blank(value->text)))
		return (value->text);
	if (value != NULL || !node->optional)
		miss(b, node->key);
	return ("");
}

static visit add_word;

static void
add_nested(struct binder *b, const struct doc_node *node, const struct doc_data *data, struct doc_words *words)
{
	bool bold = words->bold, italic = words->italic;
	const char *href = words->href, *inner = href;

	if (node->op == OP_LINK) {
		inner = node->key == NULL ? node->text : field_text(b, node, data);
		/* What people typed may be anything: only addresses a reader can follow become links. */
		if (!text_starts(inner, "https://") && !text_starts(inner, "http://") && !text_starts(inner, "mailto:"))
			inner = NULL;
	}
	doc_words_look(words, bold || node->op == OP_BOLD, italic || node->op == OP_ITALIC, inner);
	walk(b, node->children, data, add_word, words);
	doc_words_look(words, bold, italic, href);
}

static void
add_word(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
{
	struct doc_words *words = target;

	switch (node->op) {
	case OP_TEXT:
		doc_words_add(words, node->text, false);
		break;
	case OP_FIELD:
		doc_words_add(words, field_text(b, node, data), true);
		break;
	case OP_BREAK:
		doc_words_mark(words, DOC_SPAN_BREAK);
		break;
	case OP_PAGE_NUMBER:
		doc_words_mark(words, DOC_SPAN_PAGE_NUMBER);
		break;
	case OP_PAGE_COUNT:
		doc_words_mark(words, DOC_SPAN_PAGE_COUNT);
		break;
	default:
		add_nested(b, node, data, words);
	}
}

static struct doc_text
bind_text(struct binder *b, const struct doc_node *nodes, const struct doc_data *data)
{
	struct doc_words words = doc_words_new(b->arena, &b->scratch);

	walk(b, nodes, data, add_word, &words);
	return (doc_words_end(&words));
}

static const char *
bind_plain(struct binder *b, const struct doc_node *nodes, const struct doc_data *data)
{
	struct doc_text text = bind_text(b, nodes, data);

	return (doc_plain(b->arena, &text));
}

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
	walk(b, node->children, data, add_cell, target);
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
	walk(b, node->children, data, add_row, t);
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

static struct doc_table *
bind_table(struct binder *b, const struct doc_node *node, const struct doc_data *data)
{
	static const double facts[] = { 32, 68 };
	struct table_target t = { .table = arena_alloc(b->arena, sizeof(*t.table)), .group = DOC_GROUP_BODY };

	for (int i = 0; i < 3; i++)
		t.tails[i] = &t.groups[i];
	t.table->columns = node->op == OP_FACTS ? 2 : node->number;
	t.table->widths = node->op == OP_FACTS ? facts : node->widths;
	walk(b, node->children, data, node->op == OP_FACTS ? add_fact : add_table_part, &t);
	*t.tails[DOC_GROUP_BODY] = t.groups[DOC_GROUP_FOOT];
	*t.tails[DOC_GROUP_HEAD] = t.groups[DOC_GROUP_BODY];
	t.table->rows = t.groups[DOC_GROUP_HEAD];
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
				miss(b, node->key);
			continue;
		}
		/* Bars show sizes: what is less than nothing has none. */
		series->values[i] = value->number > 0 ? value->number : 0;
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
	struct chart_target t = { chart, rows_of(b, node, data) };
	const struct doc_node label = { .op = OP_FIELD, .key = node->label };
	const struct doc_data *row;

	chart->type = (enum doc_chart_type)node->number;
	for (row = t.rows; row != NULL; row = row->next)
		chart->rows++;
	chart->labels = arena_array(b->arena, (size_t)chart->rows + 1, sizeof(char *));
	row = t.rows;
	for (int i = 0; i < chart->rows; i++, row = row->next)
		chart->labels[i] = field_text(b, &label, row);
	walk(b, node->children, data, add_series, &t);
	if (chart->type == DOC_CHART_MAP) {
		chart->across = bind_places(b, t.rows, chart->rows, node->across);
		chart->down = bind_places(b, t.rows, chart->rows, node->down);
	}
	return (chart);
}

static void
add_figure_part(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
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
		figure->image_width = *node->widths;
		break;
	default:
		break;
	}
}

/* --- blocks ----------------------------------------------------------------------------------------------------- */

static visit add_block;

static struct doc_block *
block_new(struct binder *b, struct doc_block ***tail, enum doc_kind kind, const struct doc_style *style)
{
	struct doc_block *block = arena_alloc(b->arena, sizeof(*block));

	block->kind = kind;
	block->style = style;
	**tail = block;
	*tail = &block->next;
	return (block);
}

static void
bind_children(struct binder *b, struct doc_block *block, const struct doc_node *node, const struct doc_data *data)
{
	struct doc_block **inner = &block->children;

	walk(b, node->children, data, add_block, &inner);
}

/* An empty line in what people typed begins a new paragraph. */
static void
add_paragraphs(struct binder *b, struct doc_block ***tail, const struct doc_node *node, struct doc_text text)
{
	int start = 0;

	for (int i = 0; i <= text.count; i++) {
		bool gap = i + 1 < text.count && text.spans[i].kind == DOC_SPAN_BREAK &&
			   text.spans[i + 1].kind == DOC_SPAN_BREAK;

		if (!gap && i < text.count)
			continue;
		if (i > start)
			block_new(b, tail, DOC_PARAGRAPH, node->style)->text =
			    (struct doc_text){ .spans = text.spans + start, .count = i - start };
		while (i < text.count && text.spans[i].kind == DOC_SPAN_BREAK)
			i++;
		start = i;
	}
}

static bool
words_only(const struct doc_node *node)
{
	const struct doc_node *at = node->children;

	while (at != NULL && at->op >= OP_EACH)
		at = at->op == OP_LANG ? at->in[LANG_NB] : at->children;
	return (at == NULL || at->op < OP_HEADING);
}

static void
add_block(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
{
	struct doc_block ***tail = target, *block;

	switch (node->op) {
	case OP_PARAGRAPH:
		add_paragraphs(b, tail, node, bind_text(b, node->children, data));
		return;
	case OP_HEADING:
		block = block_new(b, tail, DOC_HEADING, node->style);
		block->level = node->number;
		block->text = bind_text(b, node->children, data);
		return;
	case OP_LIST:
		block = block_new(b, tail, DOC_LIST, node->style);
		block->ordered = node->flag;
		bind_children(b, block, node, data);
		return;
	case OP_ITEM:
		block = block_new(b, tail, DOC_ITEM, node->style);
		if (words_only(node))
			block->text = bind_text(b, node->children, data);
		else
			bind_children(b, block, node, data);
		return;
	case OP_TABLE:
	case OP_FACTS:
		block = block_new(b, tail, node->op == OP_TABLE ? DOC_TABLE : DOC_FACTS, node->style);
		block->table = bind_table(b, node, data);
		return;
	case OP_FIGURE:
		block = block_new(b, tail, DOC_FIGURE, node->style);
		block->figure = arena_alloc(b->arena, sizeof(*block->figure));
		walk(b, node->children, data, add_figure_part, block->figure);
		return;
	case OP_KEEP:
		bind_children(b, block_new(b, tail, DOC_KEEP, node->style), node, data);
		return;
	default:
		block_new(b, tail, DOC_PAGE_BREAK, node->style);
	}
}

static struct doc_running *
bind_strips(struct binder *b, const struct doc_strip *strip, const struct doc_data *data)
{
	struct doc_running *first = NULL, **tail = &first;

	for (; strip != NULL; strip = strip->next) {
		struct doc_running *running = arena_alloc(b->arena, sizeof(*running));

		running->footer = strip->footer;
		running->first = strip->pages != DOC_PAGES_REST;
		running->rest = strip->pages != DOC_PAGES_FIRST;
		running->style = strip->style;
		running->left = bind_text(b, strip->left, data);
		running->center = bind_text(b, strip->center, data);
		running->right = bind_text(b, strip->right, data);
		*tail = running;
		tail = &running->next;
	}
	return (first);
}

enum status
doc_bind(struct doc_tree **out, struct doc_report *report, struct arena *arena, const struct doc_template *template,
    const struct doc_data *data, enum lang lang)
{
	struct binder b = { arena, report, template, lang, buf_new(arena) };
	struct doc_tree *tree = arena_alloc(arena, sizeof(*tree));
	struct doc_section **tail = &tree->sections;

	tree->lang = lang;
	tree->chart_style = doc_style_find(&template->styles, "chart");
	tree->image_style = doc_style_find(&template->styles, "image");
	tree->item_style = doc_style_find(&template->styles, "li");
	tree->title = bind_plain(&b, template->title, data);
	for (const struct doc_body_node *body = template->bodies; body != NULL; body = body->next) {
		struct doc_section *section = arena_alloc(arena, sizeof(*section));
		struct doc_block **blocks = &section->blocks;

		section->master = body->master;
		section->running = bind_strips(&b, body->master->strips, data);
		walk(&b, body->children, data, add_block, &blocks);
		*tail = section;
		tail = &section->next;
	}
	if (report->missing != NULL)
		return (ERR_INVALID);
	*out = tree;
	return (OK);
}

char *
doc_plain(struct arena *arena, const struct doc_text *text)
{
	struct buf out = buf_new(arena);

	for (int i = 0; i < text->count; i++)
		buf_puts(&out, text->spans[i].kind == DOC_SPAN_BREAK ? " " : text->spans[i].text);
	return (arena_strdup(arena, buf_text(&out)));
}

const char *
doc_language(enum lang lang)
{
	static const char *const codes[] = { [LANG_NB] = "nb-NO", [LANG_NN] = "nn-NO", [LANG_EN] = "en" };

	return (codes[lang]);
}
