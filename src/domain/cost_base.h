/* cost_base.h — which of the costs of an application count: own work under its ceiling, types of cost within their
 * limits. */
#ifndef DOMAIN_COST_BASE_H
#define DOMAIN_COST_BASE_H

#include "domain/expr_answers.h"

/* The costs of one type; code "" for lines without. */
struct cost_part {
	const char *code;
	money cash, own;
};

/* Something that doesn't count, told: "Reise teller med høyst 10 % av kostnadene: 5 000 kr av 8 000 kr." */
struct cost_cut {
	bool own_work; /* else a limit on types of cost */
	money sum;     /* what is left out */
	const char *text, *note;
};

struct cost_base {
	struct cost_part *parts; /* what counts */
	size_t n_parts;
	struct cost_cut *cuts;
	size_t n_cuts;
};

/*
 * Works out what counts: first the ceiling on own work, taken alike from all types; then each limit on types in the
 * scheme's order. A highest share is of all costs as they stand in the plan; a lowest share is of what counts, so that
 * other costs count only as far as it allows. Texts in the view's arena.
 */
void cost_base_of(struct cost_base *out, struct rule_view *view, enum lang lang);

/* Costs of these types, or of all when there are none; of cash, or own work too. */
money cost_base_sum(const struct cost_base *base, const struct scheme_cost_types *types, bool cash_only);

/* "Reise og Administrasjon": the types' names; "kostnadene" words are the caller's. */
char *cost_types_text(
    struct arena *arena, const struct scheme *scheme, const struct scheme_cost_types *types, enum lang lang);

/* Costs of a type as they stand in the plan; false when no line of it has a sum. */
bool cost_of_type(money *out, const struct answers *answers, const struct scheme_field *costs, const char *code);

#endif
