/* rows.c — typed reading of a PGresult, which the arena clears at its end. */
#include "db/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db_internal.h"

struct rows {
	PGresult *result;
	struct arena *arena;
	const char *query;
	int *next; /* the column asked for next when they are read in order */
};

static void
rows_clear(void *object)
{
	struct rows *rows = object;

	PQclear(rows->result);
}

struct rows *
rows_new(struct arena *arena, const char *query)
{
	struct rows *rows = arena_alloc(arena, sizeof(*rows));

	rows->arena = arena;
	rows->query = query;
	rows->next = arena_alloc(arena, sizeof(*rows->next));
	arena_defer(arena, rows_clear, rows);
	return (rows);
}

void
rows_take(struct rows *rows, PGresult *result)
{
	rows->result = result;
}

int
rows_count(const struct rows *rows)
{
	return (PQntuples(rows->result));
}

int64_t
rows_touched(const struct rows *rows)
{
	return (strtoll(PQcmdTuples(rows->result), NULL, 10));
}

static void
stop(const struct rows *rows, const char *why, const char *column)
{
	fprintf(stderr, "tilskudd: query %s: %s %s\n", rows->query, why, column);
	abort();
}

static int
column_number(const struct rows *rows, int i, const char *column)
{
	int fields = PQnfields(rows->result);

	if (i < 0 || i >= PQntuples(rows->result))
		stop(rows, "there is no such row, reading", column);
	for (int tried = 0; tried < fields; tried++) {
		int at = (*rows->next + tried) % fields;

		if (strcmp(PQfname(rows->result, at), column) == 0) {
			*rows->next = (at + 1) % fields;
			return (at);
		}
	}
	stop(rows, "gives no column", column);
	return (-1);
}

/* NULL for null. */
static const char *
value(const struct rows *rows, int i, const char *column)
{
	int at = column_number(rows, i, column);

	return (PQgetisnull(rows->result, i, at) ? NULL : PQgetvalue(rows->result, i, at));
}

bool
rows_null(const struct rows *rows, int i, const char *column)
{
	return (value(rows, i, column) == NULL);
}

const char *
rows_text(const struct rows *rows, int i, const char *column)
{
	const char *text = value(rows, i, column);

	return (text == NULL ? "" : text);
}

struct lang_text
rows_lang(const struct rows *rows, int i, const char *name)
{
	struct lang_text text = { { NULL } };

	for (enum lang lang = 0; lang < LANG__MAX; lang++) {
		char column[64];

		snprintf(column, sizeof(column), "%s_%s", name, lang_code(lang));
		text.in[lang] = value(rows, i, column);
	}
	return (text);
}

int64_t
rows_int(const struct rows *rows, int i, const char *column)
{
	const char *text = value(rows, i, column);
	char *end;
	int64_t number;

	if (text == NULL)
		return (0);
	number = strtoll(text, &end, 10);
	if (end == text || *end != '\0')
		stop(rows, "no whole number in column", column);
	return (number);
}

bool
rows_bool(const struct rows *rows, int i, const char *column)
{
	const char *text = value(rows, i, column);

	if (text != NULL && strcmp(text, "t") != 0 && strcmp(text, "f") != 0)
		stop(rows, "no boolean in column", column);
	return (text != NULL && text[0] == 't');
}

money
rows_money(const struct rows *rows, int i, const char *column)
{
	return ((money){ rows_int(rows, i, column) });
}

instant
rows_instant(const struct rows *rows, int i, const char *column)
{
	const char *text = value(rows, i, column);
	instant at = 0;

	if (text != NULL && instant_parse(&at, text) != OK)
		stop(rows, "no instant in column", column);
	return (at);
}

struct date
rows_day(const struct rows *rows, int i, const char *column)
{
	const char *text = value(rows, i, column);
	struct date day = { 0 };

	if (text != NULL && date_parse(&day, text) != OK)
		stop(rows, "no day in column", column);
	return (day);
}

static int
nibble(char c)
{
	return (c <= '9' ? c - '0' : c - 'a' + 10);
}

const void *
rows_bytes(size_t *len, const struct rows *rows, int i, const char *column)
{
	const char *text = value(rows, i, column);
	unsigned char *bytes;

	*len = 0;
	if (text == NULL)
		return (NULL);
	if (text[0] != '\\' || text[1] != 'x')
		stop(rows, "no bytea in column", column);
	text += 2;
	*len = strlen(text) / 2;
	bytes = arena_alloc(rows->arena, *len + 1);
	for (size_t at = 0; at < *len; at++)
		bytes[at] = (unsigned char)(nibble(text[2 * at]) << 4 | nibble(text[2 * at + 1]));
	return (bytes);
}
