/* html_tag.c — reading the inside of one {{ }}. */
#include "build/html_tag.h"

#include <ctype.h>
#include <string.h>

#include "build/build_report.h"
#include "core/buf.h"

static bool
tag_unended(const struct tag *tag, bool quoted)
{
	return (
	    build_error(tag->path, tag->line, "%s", quoted ? "a quote inside {{ }} is not closed" : "{{ without }}"));
}

bool
tag_read(struct tag *tag, struct arena *arena, const char *path, const char **at, const char *end, int *line)
{
	bool quoted = false;
	const char *p = *at + 2;

	*tag = (struct tag){ .arena = arena, .path = path, .text = p, .line = *line };
	for (; p + 1 < end; p++) {
		if (quoted && *p == '\\') {
			p++;
			continue;
		}
		if (*p == '"')
			quoted = !quoted;
		*line += *p == '\n';
		if (!quoted && p[0] == '}' && p[1] == '}') {
			tag->len = (size_t)(p - tag->text);
			*at = p + 2;
			return (true);
		}
	}
	return (tag_unended(tag, quoted));
}

bool
tag_word(const struct tag *tag, const char *word)
{
	size_t len = strlen(word);

	return (tag->len >= len && memcmp(tag->text, word, len) == 0 &&
		(tag->len == len || isspace((unsigned char)tag->text[len]) || tag->text[len] == '"'));
}

void
tag_skip(struct tag *tag, size_t n)
{
	tag->text += n;
	tag->len -= n;
}

char *
tag_take_word(struct tag *tag)
{
	size_t n;

	while (tag->len > 0 && isspace((unsigned char)*tag->text)) {
		tag->text++;
		tag->len--;
	}
	for (n = 0; n < tag->len && !isspace((unsigned char)tag->text[n]); n++)
		;
	tag->text += n;
	tag->len -= n;
	return (arena_strndup(tag->arena, tag->text - n, n));
}

bool
tag_take_string(const char **out, struct tag *tag)
{
	struct buf text = buf_new(tag->arena);
	size_t i = 0;

	while (i < tag->len && isspace((unsigned char)tag->text[i]))
		i++;
	if (i >= tag->len || tag->text[i++] != '"')
		return (build_error(tag->path, tag->line, "%s",
		    "a text in quotes is missing: {{t \"...\"}} or {{tn count \"...\" \"...\"}}"));
	for (; i < tag->len && tag->text[i] != '"'; i++) {
		if (tag->text[i] == '\\' && i + 1 < tag->len)
			i++;
		buf_putc(&text, tag->text[i]);
	}
	if (i >= tag->len)
		return (build_error(tag->path, tag->line, "the text's closing quote is missing"));
	tag->text += i + 1;
	tag->len -= i + 1;
	*out = buf_text(&text);
	return (true);
}

bool
tag_empty(struct tag *tag)
{
	while (tag->len > 0 && isspace((unsigned char)*tag->text)) {
		tag->text++;
		tag->len--;
	}
	return (
	    tag->len == 0 || build_error(tag->path, tag->line,
				 "\"%.*s\" is one word too many inside {{ }}; take it out", (int)tag->len, tag->text));
}

size_t
text_braces(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += *text == '{';
	return (n);
}
