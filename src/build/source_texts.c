/* source_texts.c — finds the texts in C code and looks each up in the translations. */
#include "build/source_texts.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "build/build_file.h"
#include "build/build_report.h"

struct scan {
	struct arena *arena;
	const struct po_catalogue *catalogue;
	const char *path;
	const char *p;
	int line;
	bool good;
};

/* Which argument of a call is a text. */
static const struct {
	const char *name;
	int argument; /* from 0 */
} calls[] = { { "tr", 1 }, { "tr_plural", 1 }, { "tr_printf", 2 }, { "T", 0 } };

static void
step(struct scan *s)
{
	s->line += *s->p == '\n';
	s->p++;
}

static void
comment_skip(struct scan *s)
{
	bool block = s->p[1] == '*';

	for (; *s->p != '\0'; step(s)) {
		if (!block && *s->p == '\n')
			return;
		if (block && s->p[0] == '*' && s->p[1] == '/') {
			s->p += 2;
			return;
		}
	}
}

static char
escaped(struct scan *s)
{
	char c = *s->p;

	if (c >= '0' && c <= '7') {
		char *end;
		char digits[4] = "";

		strncpy(digits, s->p, 3);
		c = (char)strtol(digits, &end, 8);
		s->p += end - digits - 1;
		return (c);
	}
	return (c == 'n' ? '\n' : c == 't' ? '\t' : c);
}

/* Reads the literal at s->p, and those right after it, into text. */
static void
string_read(struct scan *s, struct buf *text)
{
	while (*s->p == '"') {
		for (step(s); *s->p != '\0' && *s->p != '"'; step(s)) {
			if (*s->p == '\\' && s->p[1] != '\0') {
				s->p++;
				buf_putc(text, escaped(s));
			} else {
				buf_putc(text, *s->p);
			}
		}
		if (*s->p == '"')
			step(s);
		while (isspace((unsigned char)*s->p))
			step(s);
	}
}

static void
text_look(struct scan *s, const char *msgid, int line)
{
	bool nn = po_catalogue_find(s->catalogue, LANG_NN, msgid) != NULL;
	bool en = po_catalogue_find(s->catalogue, LANG_EN, msgid) != NULL;

	if (nn && en)
		return;
	s->good = build_error(s->path, line, "\"%s\" has no text in %s; add it to a file in %s/", msgid,
	    nn   ? "en"
	    : en ? "nn"
		 : "nn and en",
	    s->catalogue->folder);
}

static void word_read(struct scan *s);

/*
 * Reads a call from its parenthesis on and looks up the literals that stand in the given argument, not those inside
 * calls of other functions there: tr(lang, text_equal(a, "yes") ? "Ja" : "Nei") shows "Ja" and "Nei".
 */
static void
call_read(struct scan *s, int wanted)
{
	int depth = 0, argument = 0;

	while (*s->p != '\0' && *s->p != ';' && *s->p != '{') {
		if (*s->p == '"') {
			struct buf text = buf_new(s->arena);
			int line = s->line;

			string_read(s, &text);
			if (depth == 1 && argument == wanted)
				text_look(s, buf_text(&text), line);
			continue;
		}
		if (isalpha((unsigned char)*s->p) || *s->p == '_') {
			word_read(s);
			continue;
		}
		depth += (*s->p == '(') - (*s->p == ')');
		argument += *s->p == ',' && depth == 1;
		step(s);
		if (depth == 0)
			return;
	}
}

static void
word_read(struct scan *s)
{
	const char *start = s->p;
	size_t len;

	while (isalnum((unsigned char)*s->p) || *s->p == '_')
		s->p++;
	len = (size_t)(s->p - start);
	if (*s->p != '(')
		return;
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		if (strlen(calls[i].name) == len && memcmp(calls[i].name, start, len) == 0)
			call_read(s, calls[i].argument);
}

static void
text_scan(struct scan *s)
{
	struct buf ignored = buf_new(s->arena);
	bool line_start = true;

	while (*s->p != '\0') {
		if (s->p[0] == '/' && (s->p[1] == '/' || s->p[1] == '*'))
			comment_skip(s);
		else if (*s->p == '"')
			string_read(s, &ignored);
		else if (*s->p == '\'')
			s->p += s->p[1] == '\\' && s->p[2] != '\0' ? 3 : 1;
		else if (*s->p == '#' && line_start && strncmp(s->p, "#define", 7) == 0)
			for (; *s->p != '\0' && *s->p != '\n'; step(s))
				;
		else if (isalpha((unsigned char)*s->p) || *s->p == '_')
			word_read(s);
		else
			step(s);
		line_start = s->p[-1] == '\n';
	}
}

static bool
file_scan(struct arena *arena, const struct po_catalogue *catalogue, const char *path)
{
	struct scan s = { .arena = arena, .catalogue = catalogue, .path = path, .line = 1, .good = true };
	size_t len = strlen(path);

	if (len < 2 || (strcmp(path + len - 2, ".c") != 0 && strcmp(path + len - 2, ".h") != 0))
		return (true);
	if ((s.p = file_read(arena, path, &len)) == NULL)
		return (false);
	text_scan(&s);
	return (s.good);
}

bool
source_texts_check(struct arena *arena, const struct po_catalogue *catalogue, const char *folder)
{
	bool good = true;
	size_t n;
	char **names = folder_names(arena, folder, "", &n);

	if (names == NULL)
		return (false);
	for (size_t i = 0; i < n; i++) {
		const char *path = arena_printf(arena, "%s/%s", folder, names[i]);
		struct stat st;

		if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
			good &= source_texts_check(arena, catalogue, path);
		else
			good &= file_scan(arena, catalogue, path);
	}
	return (good);
}
