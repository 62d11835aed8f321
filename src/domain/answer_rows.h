/* answer_rows.h — where in the form a path lies, and answers that come in rows: which rows there are, in what order,
 * and what a row asks. */
#ifndef DOMAIN_ANSWER_ROWS_H
#define DOMAIN_ANSWER_ROWS_H

#include "domain/answers.h"
#include "scheme/scheme.h"

/*
 * A row has a key for ever, so that two windows never mean different rows by the same path. Keys are small letters and
 * digits; rows come in the order of their keys, whole numbers first.
 */
#define ROW_KEY_MAX 16
bool row_key_ok(const char *key, size_t len);

/* Where a path lies: "aktiviteter.r1.periode.start" is a part of a question in a row. */
struct answer_place {
	const struct scheme_field *top;   /* the form's field */
	const struct scheme_field *field; /* the question: top itself, or one of a row's */
	size_t id_len;                    /* so much of the path is the question's own */
	size_t row_len;                   /* so much is the row's, "aktiviteter.r1"; 0 outside rows */
	const char *part;                 /* "start"; "" when the path is the question's own */
};

/* False when no form of the scheme has such a question. Whether the part is one of its, answer_path_known() tells. */
bool answer_place(struct answer_place *out, const struct scheme *scheme, const char *path);

/* Whether it is a row's path that a form of the scheme may post under: "aktiviteter.r1", "pakker.r1.r2". */
bool answer_row_known(const struct scheme *scheme, const char *row);

/* How many rows there may be beside a row of that path: the group's, or the package's activities. */
size_t answer_place_rows(const struct answer_place *place);

/*
 * The rows under a prefix, "aktiviteter" or a package's "pakker.r1", that have something in them.
 *
 * returns: their keys in order, arena
 */
const char **answer_row_keys(size_t *n, struct arena *arena, const struct answers *answers, const char *prefix);

/* Whether the field's answers come in rows with keys. */
bool field_has_rows(const struct scheme_field *field);

/* A row's question as a field of its own, whose id is its path: "aktiviteter.r1.kostnad". */
struct scheme_field
row_field(struct arena *arena, const char *prefix, const char *key, const struct scheme_field *inside);

/* A package's activities as a group of their own, whose id is the package's path: "pakker.r1". */
struct scheme_field package_activities(struct arena *arena, const struct scheme_field *packages, const char *key);

#endif
