/* doc_data.h — what a template is filled with: named texts, flags, numbers and lists of rows, already worded by the
 * caller. */
#ifndef DOC_DOC_DATA_H
#define DOC_DOC_DATA_H

#include <stdbool.h>

#include "core/arena.h"

struct doc_data;

enum doc_value_kind { DOC_VALUE_TEXT, DOC_VALUE_FLAG, DOC_VALUE_NUMBER, DOC_VALUE_LIST };

/* One named value. */
struct doc_value {
	struct doc_value *next;
	const char *key;
	enum doc_value_kind kind;
	const char *text; /* of texts, and how a number is shown; never NULL for those two */
	double number;    /* of numbers: what charts measure */
	bool flag;
	struct doc_data *rows; /* of lists: first row, or NULL */
	struct doc_data *last;
};

struct doc_data {
	struct arena *arena;
	struct doc_data *parent; /* whose values rows see too */
	struct doc_data *next;   /* next row of the same list */
	struct doc_value *values;
};

/* Everything set later is copied into arena. */
struct doc_data *doc_data_new(struct arena *arena);

/* Setting a key again replaces its value. Sums and dates are handed in as people read them. NULL counts as "". */
void doc_set_text(struct doc_data *data, const char *key, const char *value);
void doc_set_flag(struct doc_data *data, const char *key, bool value);

/* number: any unit, only its length in charts matters; shown: the same for people, e.g. "25 000 kr". */
void doc_set_number(struct doc_data *data, const char *key, double number, const char *shown);

/* Adds a row at the end of a list, made when needed, and returns it; the row sees its parent's values. */
struct doc_data *doc_add_row(struct doc_data *data, const char *list);

/* Makes a list that may stay empty. */
void doc_set_list(struct doc_data *data, const char *list);

/* The value called key here or in a parent; NULL when there is none. */
const struct doc_value *doc_data_find(const struct doc_data *data, const char *key);

/* What <when test="key"> asks: a true flag, a text not blank, a number not zero, a list with rows. */
bool doc_data_true(const struct doc_data *data, const char *key);

#endif
