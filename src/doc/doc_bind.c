/* doc_bind.c — walks a compiled template with the data: choices are taken, lists repeated, one language picked. */
#include "doc/doc_binder.h"

/* --- blocks ----------------------------------------------------------------------------------------------------- */

static bind_visit add_block;

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

	bind_walk(b, node->children, data, add_block, &inner);
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

static bool
draws_nothing(const struct doc_chart *chart)
{
	for (int i = 0; i < chart->rows; i++)
		if (chart->type != DOC_CHART_MAP || (chart->across[i] >= 0 && chart->down[i] >= 0))
			return (false);
	return (true);
}

/* A chart of nothing is told in words. */
static void
add_figure(struct binder *b, struct doc_block ***tail, const struct doc_node *node, const struct doc_data *data)
{
	static const char *const nothing[] = {
		[LANG_NB] = "Ingen tall å vise.", [LANG_NN] = "Ingen tal å vise.", [LANG_EN] = "No figures to show."
	};
	struct doc_block *block = block_new(b, tail, DOC_FIGURE, node->style);
	struct doc_span *span;

	block->figure = arena_alloc(b->arena, sizeof(*block->figure));
	block->target = node->id == NULL ? NULL : bind_target(b);
	bind_walk(b, node->children, data, bind_figure_part, block->figure);
	if (block->figure->chart == NULL || !draws_nothing(block->figure->chart))
		return;
	block->figure->chart = NULL;
	span = arena_alloc(b->arena, sizeof(*span));
	span->text = nothing[b->lang];
	block_new(b, tail, DOC_PARAGRAPH, doc_style_find(&b->template->styles, "p"))->text =
	    (struct doc_text){ .spans = span, .count = 1 };
}

/* What stands before them, the document's own title above all, is not in the contents. */
static void
contents_begin(struct binder *b, struct doc_block *block, int levels)
{
	block->level = levels;
	block->target = b->next_target;
	b->tree->contents = true;
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
		block->target = bind_target(b);
		block->level = block->target->level;
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
		block->target = node->id == NULL ? NULL : bind_target(b);
		block->table = bind_table(b, node, data);
		return;
	case OP_FIGURE:
		add_figure(b, tail, node, data);
		return;
	case OP_KEEP:
		bind_children(b, block_new(b, tail, DOC_KEEP, node->style), node, data);
		return;
	case OP_WRITE:
		block_new(b, tail, DOC_WRITE, node->style);
		return;
	case OP_CONTENTS:
		contents_begin(b, block_new(b, tail, DOC_CONTENTS, b->tree->contents_style), node->number);
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
	struct doc_tree *tree = arena_alloc(arena, sizeof(*tree));
	struct binder b = { .arena = arena, .report = report, .template = template, .lang = lang, .tree = tree };
	struct doc_section **tail = &tree->sections;

	b.scratch = buf_new(arena);
	b.targets_tail = &tree->targets;
	b.notes_tail = &tree->notes;
	tree->lang = lang;
	tree->note_style = doc_style_find(&template->styles, "note");
	tree->contents_style = doc_style_find(&template->styles, "toc");
	tree->chart_style = doc_style_find(&template->styles, "chart");
	tree->item_style = doc_style_find(&template->styles, "li");
	tree->title = bind_plain(&b, template->title, data);
	for (const struct doc_body_node *body = template->bodies; body != NULL; body = body->next)
		bind_targets(&b, body->children, data);
	bind_levels(&b);
	b.next_target = tree->targets;
	b.n_notes = 0;
	for (const struct doc_body_node *body = template->bodies; body != NULL; body = body->next) {
		struct doc_section *section = arena_alloc(arena, sizeof(*section));
		struct doc_block **blocks = &section->blocks;

		section->master = body->master;
		section->running = bind_strips(&b, body->master->strips, data);
		bind_walk(&b, body->children, data, add_block, &blocks);
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
