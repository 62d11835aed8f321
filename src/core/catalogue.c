/* catalogue.c — looking texts up in the generated table. */
#include "core/catalogue.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static int
row_cmp(const void *msgid, const void *row)
{
	return (strcmp(msgid, ((const struct catalogue_row *)row)->msgid));
}

static const struct catalogue_row *
row_find(const char *msgid)
{
	return (bsearch(msgid, catalogue_rows, catalogue_rows_n, sizeof(catalogue_rows[0]), row_cmp));
}

const char *
tr(enum lang lang, const char *msgid)
{
	const struct catalogue_row *row = msgid == NULL ? NULL : row_find(msgid);

	if (row != NULL && row->in[lang] != NULL)
		return (row->in[lang]);
	return (msgid == NULL ? "" : msgid);
}

const char *
tr_plural(enum lang lang, const char *one, const char *many, int64_t n)
{
	const struct catalogue_row *row = row_find(one);

	if (row == NULL || row->in[lang] == NULL || row->many[lang] == NULL)
		return (n == 1 ? one : many);
	return (n == 1 ? row->in[lang] : row->many[lang]);
}

char *
tr_printf(struct arena *arena, enum lang lang, const char *msgid, ...)
{
	va_list ap;
	char *text;

	va_start(ap, msgid);
	text = arena_vprintf(arena, tr(lang, msgid), ap);
	va_end(ap);
	return (text);
}
