/* po_catalogue.c — reads PO files and compares every translation with its text. */
#include "build/po_catalogue.h"

#include <ctype.h>
#include <gettext-po.h>
#include <stdlib.h>
#include <string.h>

#include "build/build_file.h"
#include "build/build_report.h"

enum { DIRECTIVES_MAX = 16 };

struct reader {
	struct arena *arena;
	struct po_catalogue *catalogue;
	enum lang lang;
	const char *path;
	int *lines; /* of each "msgid" in the file */
	size_t n_lines;
	size_t room;
	bool good;
};

static bool syntax_good;

static void
on_error(
    int severity, po_message_t message, const char *path, size_t line, size_t column, int multiline, const char *text)
{
	(void)message;
	(void)column;
	(void)multiline;
	if (severity == PO_SEVERITY_WARNING)
		return;
	syntax_good = false;
	build_error(path != NULL ? path : "PO file", line == (size_t)-1 ? 0 : (int)line, "%s", text);
}

static void
on_error2(int severity, po_message_t m1, const char *path1, size_t line1, size_t column1, int multiline1,
    const char *text1, po_message_t m2, const char *path2, size_t line2, size_t column2, int multiline2,
    const char *text2)
{
	on_error(severity, m1, path1, line1, column1, multiline1, text1);
	on_error(severity, m2, path2, line2, column2, multiline2, text2);
}

static int
name_cmp(const void *a, const void *b)
{
	return (strcmp(*(char *const *)a, *(char *const *)b));
}

/* The names between { and }, sorted, as one text: equal texts mean equal placeholders. */
static char *
placeholders(struct arena *arena, const char *s)
{
	char **names = arena_array(arena, strlen(s) + 1, sizeof(*names));
	struct buf all = buf_new(arena);
	const char *close;
	size_t n = 0;

	for (; (s = strchr(s, '{')) != NULL && (close = strchr(s, '}')) != NULL; s = close)
		names[n++] = arena_strndup(arena, s, (size_t)(close - s + 1));
	qsort(names, n, sizeof(*names), name_cmp);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || strcmp(names[i], names[i - 1]) != 0)
			buf_puts(&all, names[i]);
	return (arena_strdup(arena, buf_text(&all)));
}

/*
 * One %-directive at s: its conversion with length ("ld") into what and its number into *at. Returns its bytes, or 0
 * when the sign is only a per cent sign, as in "12 %" and "100 % sikker".
 */
static size_t
directive(const char *s, char what[8], size_t *at)
{
	const char *p = s + 1;
	size_t number = strspn(p, "0123456789"), length;

	if (*p == '%')
		return (2);
	if (number > 0 && p[number] == '$') {
		*at = (size_t)strtoul(p, NULL, 10) - 1;
		p += number + 1;
	}
	p += strspn(p, "-+#0");
	p += strspn(p, "0123456789.*");
	length = strspn(p, "hlzjt");
	if (p[length] == '\0' || strchr("diouxXeEfgGcsp", p[length]) == NULL || length > 2)
		return (0);
	memset(what, 0, 8);
	memcpy(what, p, length + 1);
	return ((size_t)(p - s) + length + 1);
}

/* The directives by argument, as one text: "s;ld;". */
static char *
directives(struct arena *arena, const char *s)
{
	char found[DIRECTIVES_MAX][8] = { "" };
	struct buf all = buf_new(arena);
	size_t next = 0;

	while ((s = strchr(s, '%')) != NULL) {
		char what[8] = "";
		size_t at = next, len = directive(s, what, &at);

		if (what[0] != '\0' && at < DIRECTIVES_MAX) {
			memcpy(found[at], what, sizeof(what));
			next++;
		}
		s += len == 0 ? 1 : len;
	}
	for (size_t i = 0; i < DIRECTIVES_MAX; i++)
		buf_printf(&all, "%s;", found[i]);
	return (arena_strdup(arena, buf_text(&all)));
}

static bool
pair_check(struct arena *arena, const struct po_entry *entry, const char *text, const char *translated)
{
	if (strcmp(placeholders(arena, text), placeholders(arena, translated)) != 0)
		return (build_error(entry->path, entry->line,
		    "\"%s\" has other {placeholders} than \"%s\"; use the same names", translated, text));
	if (strcmp(directives(arena, text), directives(arena, translated)) != 0)
		return (build_error(entry->path, entry->line,
		    "\"%s\" has other %%-directives than \"%s\"; use the same, in the same order or numbered",
		    translated, text));
	return (true);
}

static bool
entry_check(struct arena *arena, const struct po_entry *entry)
{
	if (entry->many == NULL)
		return (pair_check(arena, entry, entry->msgid, entry->text));
	/* "Én søknad" may leave out {count}, so each form is held against the same form. */
	return (pair_check(arena, entry, entry->msgid, entry->text) &&
		pair_check(arena, entry, entry->many, entry->text_many));
}

static int
entry_cmp(const void *a, const void *b)
{
	return (strcmp(((const struct po_entry *)a)->msgid, ((const struct po_entry *)b)->msgid));
}

static void
entry_add(struct reader *rd, const struct po_entry *entry)
{
	struct po_entry **list = &rd->catalogue->in[rd->lang];
	size_t n = rd->catalogue->n[rd->lang];

	if (n >= rd->room) {
		struct po_entry *more = arena_array(rd->arena, rd->room = n == 0 ? 512 : n * 2, sizeof(*more));

		if (n > 0)
			memcpy(more, *list, n * sizeof(*more));
		*list = more;
	}
	(*list)[n] = *entry;
	rd->catalogue->n[rd->lang]++;
}

static void
message_read(struct reader *rd, po_message_t message, int line)
{
	struct po_entry entry = { .msgid = po_message_msgid(message), .path = rd->path, .line = line };

	entry.many = po_message_msgid_plural(message);
	entry.text = entry.many == NULL ? po_message_msgstr(message) : po_message_msgstr_plural(message, 0);
	entry.text_many = entry.many == NULL ? NULL : po_message_msgstr_plural(message, 1);
	if (entry.msgid[0] == '\0' || po_message_is_fuzzy(message) || entry.text == NULL || entry.text[0] == '\0')
		return;
	if (entry.many != NULL && (entry.text_many == NULL || entry.text_many[0] == '\0'))
		return;
	if (po_message_msgctxt(message) != NULL) {
		rd->good = build_error(
		    rd->path, line, "msgctxt is not used here; word the text differently where it means another thing");
		return;
	}
	entry.msgid = arena_strdup(rd->arena, entry.msgid);
	entry.text = arena_strdup(rd->arena, entry.text);
	entry.many = entry.many == NULL ? NULL : arena_strdup(rd->arena, entry.many);
	entry.text_many = entry.text_many == NULL ? NULL : arena_strdup(rd->arena, entry.text_many);
	rd->good &= entry_check(rd->arena, &entry);
	entry_add(rd, &entry);
}

/* libgettextpo tells no line numbers: the n-th message is the n-th line that begins with msgid. */
static bool
lines_find(struct reader *rd)
{
	size_t len;
	char *text = file_read(rd->arena, rd->path, &len);
	int line = 1;

	if (text == NULL)
		return (false);
	rd->lines = arena_array(rd->arena, len / 6 + 1, sizeof(*rd->lines));
	rd->n_lines = 0;
	for (char *p = text; p != NULL; p = strchr(p, '\n') == NULL ? NULL : strchr(p, '\n') + 1, line++)
		if (strncmp(p, "msgid ", 6) == 0)
			rd->lines[rd->n_lines++] = line;
	return (true);
}

static bool
file_parse(struct reader *rd)
{
	static const struct po_xerror_handler handler = { on_error, on_error2 };
	po_message_iterator_t it;
	po_message_t message;
	po_file_t file;
	size_t at = 0;

	if (!lines_find(rd))
		return (false);
	syntax_good = true;
	if ((file = po_file_read(rd->path, &handler)) == NULL)
		return (build_error(rd->path, 0, "can't be read as a PO file"));
	it = po_message_iterator(file, NULL);
	while (syntax_good && (message = po_next_message(it)) != NULL)
		if (!po_message_is_obsolete(message)) {
			message_read(rd, message, at < rd->n_lines ? rd->lines[at] : 0);
			at++;
		}
	po_message_iterator_free(it);
	po_file_free(file);
	return (syntax_good);
}

static bool
entry_same(const struct po_entry *a, const struct po_entry *b)
{
	bool plural = a->many != NULL && b->many != NULL;

	return (strcmp(a->text, b->text) == 0 && (a->many == NULL) == (b->many == NULL) &&
		(!plural || strcmp(a->text_many, b->text_many) == 0));
}

/* Sorts, and takes out what several files say in the same words. */
static bool
language_finish(struct po_catalogue *catalogue, enum lang lang)
{
	struct po_entry *list = catalogue->in[lang];
	size_t kept = 0;
	bool good = true;

	if (catalogue->n[lang] == 0)
		return (true);
	qsort(list, catalogue->n[lang], sizeof(*list), entry_cmp);
	for (size_t i = 0; i < catalogue->n[lang]; i++) {
		if (kept == 0 || strcmp(list[kept - 1].msgid, list[i].msgid) != 0)
			list[kept++] = list[i];
		else if (!entry_same(&list[kept - 1], &list[i]))
			good = build_error(list[i].path, list[i].line,
			    "\"%s\" is translated differently in %s:%d; keep one", list[i].msgid, list[kept - 1].path,
			    list[kept - 1].line);
	}
	catalogue->n[lang] = kept;
	return (good);
}

bool
po_catalogue_read(struct po_catalogue *catalogue, struct arena *arena, const char *folder)
{
	bool good = true;

	memset(catalogue, 0, sizeof(*catalogue));
	catalogue->folder = folder;
	for (int lang = 0; lang < LANG__MAX; lang++) {
		struct reader rd = { .arena = arena, .catalogue = catalogue, .lang = (enum lang)lang, .good = true };
		char *sub = arena_printf(arena, "%s/%s", folder, lang_code((enum lang)lang));
		size_t n;
		char **names = folder_names(arena, sub, ".po", &n);

		if (names == NULL)
			return (false);
		for (size_t i = 0; i < n; i++) {
			rd.path = arena_printf(arena, "%s/%s", sub, names[i]);
			good &= file_parse(&rd);
		}
		good &= rd.good && language_finish(catalogue, (enum lang)lang);
	}
	return (good);
}

const struct po_entry *
po_catalogue_find(const struct po_catalogue *catalogue, enum lang lang, const char *msgid)
{
	struct po_entry key = { .msgid = msgid };

	if (catalogue->n[lang] == 0)
		return (NULL);
	return (bsearch(&key, catalogue->in[lang], catalogue->n[lang], sizeof(key), entry_cmp));
}

bool
po_catalogue_tell(struct po_catalogue *catalogue, struct arena *arena, const char *msgid)
{
	struct po_missing *told;

	for (const struct po_missing *at = catalogue->missing; at != NULL; at = at->next)
		if (strcmp(at->msgid, msgid) == 0)
			return (false);
	told = arena_alloc(arena, sizeof(*told));
	told->next = catalogue->missing;
	told->msgid = msgid;
	catalogue->missing = told;
	return (true);
}
