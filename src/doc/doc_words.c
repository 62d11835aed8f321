/* doc_words.c — one span grows until the look changes; spaces fold together across spans. */
#include "doc/doc_words.h"

#include <string.h>

struct doc_words
doc_words_new(struct arena *arena, struct buf *text)
{
	return ((struct doc_words){ .arena = arena, .text = text, .line_start = true });
}

static struct doc_span *
span_add(struct doc_words *words, enum doc_span_kind kind)
{
	struct doc_span *span;

	if (words->count == words->capacity) {
		int more = words->capacity == 0 ? 2 : words->capacity * 2;

		span = arena_array(words->arena, (size_t)more, sizeof(*span));
		if (words->count > 0)
			memcpy(span, words->spans, (size_t)words->count * sizeof(*span));
		words->spans = span;
		words->capacity = more;
	}
	span = &words->spans[words->count++];
	*span = (struct doc_span){ .kind = kind,
		.text = "",
		.bold = words->bold,
		.italic = words->italic,
		.href = words->href,
		.lang = words->lang };
	return (span);
}

static void
span_end(struct doc_words *words)
{
	if (words->text->len == 0)
		return;
	span_add(words, DOC_SPAN_TEXT)->text = arena_strndup(words->arena, words->text->data, words->text->len);
	words->text->len = 0;
}

/* A space before a line's end would be underlined in links and counted in right-aligned cells. */
static void
trim_end(struct doc_words *words)
{
	struct doc_span *last;
	size_t len;

	if (words->text->len > 0) {
		if (words->text->data[words->text->len - 1] == ' ')
			words->text->data[--words->text->len] = '\0';
		if (words->text->len > 0)
			return;
	}
	while (words->count > 0 && (last = &words->spans[words->count - 1])->kind == DOC_SPAN_TEXT) {
		len = strlen(last->text);
		if (last->text[len - 1] != ' ')
			return;
		if (len > 1) {
			last->text = arena_strndup(words->arena, last->text, len - 1);
			return;
		}
		words->count--;
	}
}

struct doc_span *
doc_words_mark(struct doc_words *words, enum doc_span_kind kind)
{
	/* A note's mark never begins a line: it stands right behind its word. */
	if (kind == DOC_SPAN_BREAK || kind == DOC_SPAN_NOTE)
		trim_end(words);
	span_end(words);
	words->line_start = kind == DOC_SPAN_BREAK;
	return (span_add(words, kind));
}

static bool
space_before(const struct doc_words *words)
{
	const struct doc_span *last;

	if (words->line_start)
		return (true);
	if (words->text->len > 0)
		return (words->text->data[words->text->len - 1] == ' ');
	if (words->count == 0)
		return (true);
	last = &words->spans[words->count - 1];
	return (last->kind == DOC_SPAN_TEXT && *last->text != '\0' && last->text[strlen(last->text) - 1] == ' ');
}

void
doc_words_add(struct doc_words *words, const char *text, bool line_ends)
{
	for (; *text != '\0'; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '\n' && line_ends)
			doc_words_mark(words, DOC_SPAN_BREAK);
		else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
			if (!space_before(words))
				buf_putc(words->text, ' ');
		} else if (c >= ' ' && c != 0x7F) {
			buf_putc(words->text, (char)c);
			words->line_start = false;
		}
	}
}

void
doc_words_look(struct doc_words *words, bool bold, bool italic, const char *href)
{
	span_end(words);
	words->bold = bold;
	words->italic = italic;
	words->href = href;
}

void
doc_words_language(struct doc_words *words, const char *lang)
{
	span_end(words);
	words->lang = lang;
}

struct doc_text
doc_words_end(struct doc_words *words)
{
	trim_end(words);
	span_end(words);
	/* Empty lines at the end of what people typed say nothing. */
	while (words->count > 0 && words->spans[words->count - 1].kind == DOC_SPAN_BREAK)
		words->count--;
	return ((struct doc_text){ .spans = words->spans, .count = words->count });
}
