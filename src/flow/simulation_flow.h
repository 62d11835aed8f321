/* simulation_flow.h — a scheme that is not published yet, run over the applications of earlier years, read-only (R71).
 */
#ifndef FLOW_SIMULATION_FLOW_H
#define FLOW_SIMULATION_FLOW_H

#include "core/ctx.h"
#include "domain/simulation.h"

struct simulation_year {
	int year;
	struct simulation_sums sums;
};

struct simulation {
	struct simulated *rows; /* by call and number; number and organisation are all they tell of anybody */
	size_t n;
	struct simulation_year *years;
	size_t n_years;
	struct simulation_sums sums;
};

/*
 * Runs a compiled scheme over the stored applications of a scheme, in a transaction that sees one moment and writes
 * nothing. Drafts and withdrawn applications are left out, and so are cases in which the person has a conflict.
 *
 * out:       in ctx->arena
 * scheme_id: whose applications; usually changed->id
 * returns:   OK; ERR_NOT_FOUND when there are none in those years
 */
enum status scheme_simulate(struct simulation *out, struct ctx *ctx, const struct scheme *changed,
    const char *scheme_id, int first_year, int last_year) MUST_CHECK;

#endif
