/* answers.h — what an applicant has answered: path and text, as drafts hold it and forms post it. */
#ifndef DOMAIN_ANSWERS_H
#define DOMAIN_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

struct answer {
	const char *path;  /* "tittel", "periode.start", "kostnader.0.cash" (scheme/scheme.h, enum field_type) */
	const char *value; /* clean text; never NULL */
	int version;       /* of the draft when it was saved; 0 when not from a draft */
};

struct answers;

struct answers *answers_new(struct arena *arena);

/* Where they lie. */
struct arena *answers_arena(const struct answers *answers);

/* Copies both into the arena; a second value for a path replaces the first. */
void answers_set(struct answers *answers, const char *path, const char *value);
void answers_set_version(struct answers *answers, const char *path, const char *value, int version);

/* The value, or "" when there is none. */
const char *answers_get(const struct answers *answers, const char *path);

/* Whether the path was answered at all, be it with nothing; and whether there is something to read in it. */
bool answers_has(const struct answers *answers, const char *path);
bool answers_filled(const struct answers *answers, const char *path);

/* "id.N.column" and "id.part", for tables and periods. */
const char *answers_cell(const struct answers *answers, const char *id, size_t row, const char *column);
const char *answers_part(const struct answers *answers, const char *id, const char *part);

/* How many rows a table has: one more than the highest N with a non-empty cell, at most ANSWERS_MAX_ROWS. */
#define ANSWERS_MAX_ROWS 1000
size_t answers_rows(const struct answers *answers, const char *id);

/* In order of path, rows by number: "kostnader.2.cash" before "kostnader.10.cash". */
size_t answers_count(const struct answers *answers);
const struct answer *answers_at(const struct answers *answers, size_t i);

#endif
