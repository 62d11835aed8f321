/* rows.h — what a query answered: values by row number and column name, typed as the rest of the program types them. */
#ifndef DB_ROWS_H
#define DB_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/date.h"
#include "core/lang.h"
#include "core/money.h"

/* Lives as long as the arena of the ctx that ran the query, and so does every text read from it. */
struct rows;

#define ROWS_EACH(i, rows) for (int i = 0; i < rows_count(rows); i++)

int rows_count(const struct rows *rows);

/*
 * i:   0 .. rows_count() - 1
 * column: a name the query gives; any other is our bug and stops the process with a message
 *
 * Null reads as "", 0, false, no day, no instant. The text of other types is PostgreSQL's own.
 */
bool rows_null(const struct rows *rows, int i, const char *column);
const char *rows_text(const struct rows *rows, int i, const char *column);
int64_t rows_int(const struct rows *rows, int i, const char *column);
bool rows_bool(const struct rows *rows, int i, const char *column);
money rows_money(const struct rows *rows, int i, const char *column);
instant rows_instant(const struct rows *rows, int i, const char *column);
struct date rows_day(const struct rows *rows, int i, const char *column);

/* The columns name_nb, name_nn and name_en; a language that is null is left out, and bokmål stands in. */
struct lang_text rows_lang(const struct rows *rows, int i, const char *name);

/* bytea; NULL and 0 for null. */
const void *rows_bytes(size_t *len, const struct rows *rows, int i, const char *column);

#endif
