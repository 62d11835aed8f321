/* answer_text.h — answers as people read them, the same on the check page, in the case and in every document. */
#ifndef DOMAIN_ANSWER_TEXT_H
#define DOMAIN_ANSWER_TEXT_H

#include "domain/validation.h"

/*
 * The answer to one question in words: options and municipalities by name, sums as "25 000 kr", dates written out.
 * "" when there is none, and for tables, goals and files, which have rows of their own.
 */
const char *answer_text(struct arena *arena, const struct scheme_field *field, const struct answers *answers,
    const struct application_facts *facts, enum lang lang);

/* The same of a value by itself, as it is stored: a code, several, a sum in digits. */
const char *answer_code_text(struct arena *arena, const struct scheme_field *field, const char *stored,
    const struct application_facts *facts, enum lang lang);

/* A sum as people read it, "25 000 kr"; what is no sum as it stands. */
const char *answer_money_text(struct arena *arena, const char *stored);

/* A whole number as people read it, "1 200"; anything else as it stands. */
const char *answer_count_text(struct arena *arena, const char *stored);

/* One row of a table: what, cash, own effort and their sum; or a goal: what, number with unit, how. */
struct answer_row {
	const char *what, *cash, *own, *total; /* plans */
	const char *number, *how;              /* goals */
};

/* The rows of FIELD_COSTS, FIELD_FINANCING (the sum applied for first) and FIELD_GOALS; 0 for other fields. */
size_t answer_rows(struct answer_row **out, struct arena *arena, const struct scheme *scheme,
    const struct scheme_field *field, const struct answers *answers, enum lang lang);

/* The county's name for the line that is the sum applied for, in the reader's language. */
const char *answer_applied_line(enum lang lang);

#endif
