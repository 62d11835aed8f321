/* doc_bind_words.c — words filled in: choices taken, lists repeated, notes and references found. */
#include <string.h>

#include "core/text.h"
#include "doc/doc_binder.h"
#include "doc/doc_words.h"

void
bind_miss(struct binder *b, const char *key)
{
	const char *missing = b->report->missing, *at;
	size_t len = strlen(key);

	for (at = missing; at != NULL && (at = strstr(at, key)) != NULL; at += len)
		if ((at == missing || at[-1] == ' ') && (at[len] == ',' || at[len] == '\0'))
			return;
	b->report->missing = missing == NULL ? key : arena_printf(b->arena, "%s, %s", missing, key);
}

/* --- choices ---------------------------------------------------------------------------------------------------- */

const struct doc_data *
bind_rows(struct binder *b, const struct doc_node *node, const struct doc_data *data)
{
	const struct doc_value *value = doc_data_find(data, node->key);

	if (value != NULL && value->kind == DOC_VALUE_LIST)
		return (value->rows);
	if (value != NULL || !node->optional)
		bind_miss(b, node->key);
	return (NULL);
}

static bool
holds(struct binder *b, const struct doc_node *node, const struct doc_data *data)
{
	if (doc_data_find(data, node->key) == NULL && !node->optional)
		bind_miss(b, node->key);
	return (doc_data_true(data, node->key));
}

/* Calls fn for every node that is left once the choices are taken. */
void
bind_walk(struct binder *b, const struct doc_node *node, const struct doc_data *data, bind_visit *fn, void *target)
{
	for (; node != NULL; node = node->next) {
		switch (node->op) {
		case OP_EACH:
			for (const struct doc_data *row = bind_rows(b, node, data); row != NULL; row = row->next) {
				bind_walk(b, node->children, row, fn, target);
				if (row->next != NULL && node->text != NULL)
					fn(b, &(struct doc_node){ .op = OP_TEXT, .text = node->text }, row, target);
			}
			break;
		case OP_WHEN:
		case OP_UNLESS:
			if (holds(b, node, data) == (node->op == OP_WHEN))
				bind_walk(b, node->children, data, fn, target);
			break;
		case OP_LANG:
			bind_walk(b, node->in[node->in[b->lang] != NULL ? b->lang : LANG_NB], data, fn, target);
			break;
		default:
			fn(b, node, data, target);
		}
	}
}

/* --- words ------------------------------------------------------------------------------------------------------ */

const char *
bind_field(struct binder *b, const struct doc_node *node, const struct doc_data *data)
{
	const struct doc_value *value = doc_data_find(data, node->key);

	if (value != NULL && (value->kind == DOC_VALUE_TEXT || value->kind == DOC_VALUE_NUMBER) &&
	    (node->optional || !text_blank(value->text)))
		return (value->text);
	if (value != NULL || !node->optional)
		bind_miss(b, node->key);
	return ("");
}

static bind_visit add_word;

#define LONGEST_ADDRESS 2000 /* bytes; longer ones no browser opens, and PDF strings end */

static bool
can_follow(const char *address)
{
	return (
	    (text_starts(address, "https://") || text_starts(address, "http://") || text_starts(address, "mailto:")) &&
	    strlen(address) <= LONGEST_ADDRESS);
}

static void
add_nested(struct binder *b, const struct doc_node *node, const struct doc_data *data, struct doc_words *words)
{
	bool bold = words->bold, italic = words->italic;
	const char *href = words->href, *inner = href, *lang = words->lang;

	if (node->op == OP_LINK) {
		inner = node->key == NULL ? node->text : bind_field(b, node, data);
		/* What people typed may be anything: only addresses a reader can follow become links. */
		if (!can_follow(inner))
			inner = NULL;
	}
	doc_words_look(words, bold || node->op == OP_BOLD, italic || node->op == OP_ITALIC, inner);
	if (node->op == OP_SPAN)
		doc_words_language(words, node->text);
	bind_walk(b, node->children, data, add_word, words);
	doc_words_look(words, bold, italic, href);
	doc_words_language(words, lang);
}

static struct doc_target *
target_find(const struct binder *b, const char *id)
{
	struct doc_target *target = b->tree->targets;

	while (target != NULL && (target->id == NULL || strcmp(target->id, id) != 0))
		target = target->next;
	return (target);
}

/* What it leads to by name, and on paper its page; nothing when a choice left that out. */
static void
add_reference(struct binder *b, const struct doc_node *node, struct doc_words *words)
{
	struct doc_target *target = target_find(b, node->id);
	struct doc_span *span;

	if (target == NULL || b->gathering)
		return;
	span = doc_words_mark(words, DOC_SPAN_TEXT);
	span->text = target->title;
	span->target = target;
	span = doc_words_mark(words, DOC_SPAN_TARGET_PAGE);
	span->text = target->page_text;
	span->target = target;
	b->tree->refers = true;
}

static const char *
raised(struct arena *arena, int number)
{
	static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
	const char *out = digits[number % 10];

	while ((number /= 10) > 0)
		out = arena_printf(arena, "%s%s", digits[number % 10], out);
	return (out);
}

static void
add_note(struct binder *b, const struct doc_node *node, const struct doc_data *data, struct doc_words *words)
{
	struct doc_note *note = arena_alloc(b->arena, sizeof(*note));
	struct binder inner;
	struct doc_span *span;

	if (b->gathering)
		return;
	*b->notes_tail = note;
	b->notes_tail = &note->next;
	note->number = ++b->n_notes;
	/* The words around it wait in the scratch room. */
	inner = *b;
	inner.scratch = buf_new(b->arena);
	note->text = bind_text(&inner, node->children, data);
	span = doc_words_mark(words, DOC_SPAN_NOTE);
	span->text = raised(b->arena, note->number);
	span->note = note;
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
		doc_words_add(words, bind_field(b, node, data), true);
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
	case OP_REFERENCE:
		add_reference(b, node, words);
		break;
	case OP_NOTE:
		add_note(b, node, data, words);
		break;
	default:
		add_nested(b, node, data, words);
	}
}

struct doc_text
bind_text(struct binder *b, const struct doc_node *nodes, const struct doc_data *data)
{
	struct doc_words words = doc_words_new(b->arena, &b->scratch);

	bind_walk(b, nodes, data, add_word, &words);
	return (doc_words_end(&words));
}

const char *
bind_plain(struct binder *b, const struct doc_node *nodes, const struct doc_data *data)
{
	struct doc_text text = bind_text(b, nodes, data);

	return (doc_plain(b->arena, &text));
}

/* --- what references and contents lead to ------------------------------------------------------------------------ */

static void
find_caption(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target)
{
	const char **title = target;

	if (node->op == OP_CAPTION)
		*title = bind_plain(b, node->children, data);
}

static void
target_add(struct binder *b, const struct doc_node *node, int level, const char *title)
{
	struct doc_target *target = arena_alloc(b->arena, sizeof(*target));

	*b->targets_tail = target;
	b->targets_tail = &target->next;
	target->id = node->id;
	target->level = level;
	target->title = title;
	target->number = ++b->n_targets;
}

/* Beforehand, so that what stands first can lead to what comes later. */
static void
gather_target(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *unused)
{
	const char *title = "";

	switch (node->op) {
	case OP_HEADING:
		target_add(b, node, node->number, bind_plain(b, node->children, data));
		break;
	case OP_TABLE:
	case OP_FIGURE:
		if (node->id == NULL)
			break;
		bind_walk(b, node->children, data, find_caption, &title);
		target_add(b, node, 0, title);
		break;
	case OP_LIST:
	case OP_ITEM:
	case OP_KEEP:
		bind_walk(b, node->children, data, gather_target, unused);
		break;
	default:
		break;
	}
}

void
bind_targets(struct binder *b, const struct doc_node *nodes, const struct doc_data *data)
{
	b->gathering = true;
	bind_walk(b, nodes, data, gather_target, NULL);
	b->gathering = false;
}

/* Choices may leave a heading out: those below move up, so that no level is ever skipped (PDF/UA-1, 7.4.2). */
void
bind_levels(struct binder *b)
{
	int written[4], depth = 0;

	for (struct doc_target *target = b->tree->targets; target != NULL; target = target->next) {
		if (target->level == 0)
			continue;
		while (depth > 0 && written[depth - 1] >= target->level)
			depth--;
		written[depth++] = target->level;
		target->level = depth;
	}
}

struct doc_target *
bind_target(struct binder *b)
{
	struct doc_target *target = b->next_target;

	b->next_target = target->next;
	return (target);
}
