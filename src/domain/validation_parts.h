/* validation_parts.h — what the files of the validation share; for validation.c and its *_check.c only. */
#ifndef DOMAIN_VALIDATION_PARTS_H
#define DOMAIN_VALIDATION_PARTS_H

#include "core/catalogue.h"
#include "domain/expr_answers.h"
#include "domain/validation.h"

struct checking {
	struct messages *out;
	struct rule_view view;
	struct arena *arena;
	enum lang lang;
	bool complete;       /* the whole application, ready to be sent: emptiness counts */
	const char *section; /* what is being checked now */
	const struct scheme_field *field;
	const char *about;
	bool required;
};

/* One text in the reader's language with its values in. */
#define SAY(c, ...) tr_printf((c)->arena, (c)->lang, __VA_ARGS__)

void check_error(struct checking *c, const char *path, const char *text);
void check_warning(struct checking *c, const char *path, const char *text);

/* "periode.start": path of a part of the field. */
char *check_path(struct checking *c, const char *part);

/* Tells when a text is longer than the limit, with both counts. */
void check_length(struct checking *c, const char *path, const char *text, size_t limit);

/* Reads a sum; tells what is wrong when it cannot. */
bool check_money(money *out, struct checking *c, const char *path, const char *typed);

/* Reads a whole number of 0 or more, or less when the field allows it; tells what is wrong when it cannot. */
bool check_integer(int64_t *out, struct checking *c, const char *path, const char *typed, bool negative);

/* One field that has an answer, by type. */
void check_field_value(struct checking *c);

/* An e-mail address or a telephone number that stands somewhere in a field. */
void check_email_at(struct checking *c, const char *path, const char *value);
void check_phone_at(struct checking *c, const char *path, const char *value);

/* A whole question, as the form or a row has it; about: what messages call it. */
void check_question(struct checking *c, const struct scheme_field *field, const char *about);

/* The field's rows, each with its questions (row_check.c). */
void check_rows(struct checking *c);

/* A time in a plan: one there is, within the project's period. */
void check_plan_time(struct checking *c, const char *value);

void check_address(struct checking *c);
void check_person(struct checking *c);
void check_period(struct checking *c);
void check_goals(struct checking *c);
void check_table(struct checking *c);
void check_attachment(struct checking *c);

/* That the plans balance, and that sums are within the scheme's limits. */
void check_balance(struct checking *c);
void check_amounts(struct checking *c);

#endif
