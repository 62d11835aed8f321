/* expr_answers.h — an application as the scheme's rules read it: every name an expression may use, with its value. */
#ifndef DOMAIN_EXPR_ANSWERS_H
#define DOMAIN_EXPR_ANSWERS_H

#include "domain/validation.h"
#include "scheme/expr.h"

/* Points into itself: made in place and never copied. */
struct rule_view {
	const struct scheme *scheme;
	const struct answers *answers;
	const struct application_facts *facts;
	struct application_sums sums; /* may be changed after init: what applied, costs, financing ... mean */
	struct arena *arena;
	struct expr_env env;
	int depth; /* of fields whose relevance hangs on other fields */
	/* The row that is looked at, whose fields go by their own ids; NULL outside rows. */
	const struct scheme_field *group;
	const char *row;
};

/*
 * Names: the ids of fields (a table's columns as id.cash, id.own, a period's days as id.start and id.end, a goal's
 * number as id.GOAL or id.GOAL.number, a column of rows as id.FIELD, and in a row its fields by their own ids) and
 * applied, costs, costs-cash, own-work, financing, municipalities, start, end, applicant-type, organisation-form,
 * in-voluntary-register, call-start, call-end, call-year, call-extra, applicant-born, applicant-municipality,
 * applicant-in-county. What is not answered, or not asked for, is absent.
 *
 * All arguments are borrowed for as long as the view is used.
 */
void rule_view_init(struct rule_view *out, struct arena *arena, const struct scheme *scheme,
    const struct answers *answers, const struct application_facts *facts);

/* Looks at a row of the group, or with NULL at none again. */
void rule_view_row(struct rule_view *view, const struct scheme_field *group, const char *key);

/* As field_relevant() and field_required(), without working the sums out anew. */
bool view_field_relevant(struct rule_view *view, const struct scheme_field *field);
bool view_field_required(struct rule_view *view, const struct scheme_field *field);

/* What a field with calculate is now, in whole numbers and kroner; absent when it can't be worked out. */
struct expr_value view_calculated(struct rule_view *view, const struct scheme_field *field);

/* Answers what functions ask of the world; a view's env has it. */
struct expr_value rule_view_ask(void *user, enum expr_question question, const char *of, int year);

/* The question a name in an expression comes from; NULL for facts of no question. Its section's id. */
const struct scheme_field *field_of_name(const struct scheme *scheme, const char *name);
const char *section_of_field(const struct scheme *scheme, const struct scheme_field *field);

/* Whether the applicant stands in a register, as far as anyone knows. */
enum standing { STANDS_OUT, STANDS_IN, STANDS_UNKNOWN };
enum standing register_standing(const struct application_facts *facts, enum register_kind kind);

/* Id of the section where the first field of the type stands; "" when there is none. */
const char *section_of_type(const struct scheme *scheme, enum field_type type);

#endif
