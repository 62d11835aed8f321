/* recommendation_spread.h — how what is proposed on a list spreads over municipalities, kinds and choices. */
#ifndef FLOW_RECOMMENDATION_SPREAD_H
#define FLOW_RECOMMENDATION_SPREAD_H

#include "flow/recommendation_flow.h"

struct spread_row {
	const char *code, *name; /* "" in words for those without: "Ikke oppgitt" */
	size_t n_applications, n_proposed;
	money proposed;
};

/* One criterion that is judged across applications. */
struct spread {
	const struct scheme_criterion *criterion;
	struct spread_row *rows; /* most money first, then by name; none when the criterion says no spread */
	size_t n_rows;
};

/*
 * Adds the list up by what each portfolio criterion is to spread over; an application with several choices counts in
 * each. Texts in arena.
 */
enum status recommendation_spread(
    struct spread **out, size_t *n, struct ctx *ctx, const struct recommendation_list *list) MUST_CHECK;

#endif
