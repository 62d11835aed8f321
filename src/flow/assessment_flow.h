/* assessment_flow.h — an officer's judgement: marks with reasons, or one reason and no marks (R25). */
#ifndef FLOW_ASSESSMENT_FLOW_H
#define FLOW_ASSESSMENT_FLOW_H

#include "domain/scoring.h"
#include "flow/application_flow.h"

struct assessment {
	int64_t id; /* 0 when there is none yet */
	bool done;
	const char *assessor, *overall_reason;
	struct score_mark
	    *marks; /* one a criterion of the scheme, in its order; then MERIT_RUNG when an officer places it */
	size_t n_marks;
	bool has_total;
	int64_t total_micro; /* millionths of a point of 100 */
	instant at;
};

/* Nothing judged yet: every criterion of the scheme, and the ladder's step when an officer places applications. */
struct assessment assessment_empty(struct ctx *ctx, const struct scheme *scheme);

/* The person's own; an empty one, with every criterion, when there is none. */
enum status assessment_mine(struct assessment *out, struct ctx *ctx, const struct application *application) MUST_CHECK;
/* Finished ones, and the person's own. */
enum status
assessment_list(struct assessment **out, size_t *n, struct ctx *ctx, const struct application *application) MUST_CHECK;

/*
 * Those of one case from rows of several, as assessment_list() has its own; the cases in the order they are asked for.
 *
 * at:      the first row of the case, moved on to that of the next
 * returns: how many
 */
struct rows;
size_t assessments_take(struct assessment **out, struct ctx *ctx, const struct rows *rows, int *at,
    int64_t application_id, const struct scheme *scheme);

/*
 * Saves the person's assessment; with finish it must be whole: every mark with a reason, or the overall reason.
 *
 * messages: paths are criterion ids or "overall"
 * returns:  OK; ERR_INVALID; ERR_FORBIDDEN before the declaration; ERR_CONFLICT when the case has moved on
 */
enum status assessment_save(struct messages *messages, struct ctx *ctx, const struct application *application,
    const struct assessment *assessment, bool finish) MUST_CHECK;

#endif
