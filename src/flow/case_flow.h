/* case_flow.h — what an officer does with one application: declare impartiality, check the form, assess. */
#ifndef FLOW_CASE_FLOW_H
#define FLOW_CASE_FLOW_H

#include "domain/eligibility.h"
#include "domain/scoring.h"
#include "flow/application_flow.h"

struct case_filter {
	const char *state; /* "" for all */
	int64_t call_id;   /* 0 for all */
	const char *text;  /* "" for all */
	int page;          /* from 1 */
};

#define CASES_A_PAGE 50

struct case_row {
	int64_t id, call_id;
	const char *number, *state, *title, *scheme_title, *organisation, *municipality, *outcome;
	instant submitted_at;
	bool late, cut_off, declared, has_applied;
	money applied;
	struct date answer_by;
};

struct case_count {
	const char *state;
	int64_t n;
};

/* The unit's applications, newest first, and how many there are in all. */
enum status case_list(
    struct case_row **out, size_t *n, int64_t *total, struct ctx *ctx, const struct case_filter *filter) MUST_CHECK;
enum status case_counts(struct case_count **out, size_t *n, struct ctx *ctx) MUST_CHECK;

struct case_call {
	int64_t id;
	const char *title, *list_state; /* "", "open", "locked" */
	int year, round;
	instant closes_at;
	money frame;
	int64_t n, n_open, n_recommended, n_decided;
};
enum status case_calls(struct case_call **out, size_t *n, struct ctx *ctx) MUST_CHECK;

enum impartiality { IMPARTIALITY_NONE, IMPARTIAL, CONFLICT };

/* What the person has declared in the case. */
enum status impartiality_of(enum impartiality *out, struct ctx *ctx, int64_t id) MUST_CHECK;

/*
 * Declares once. An impartial officer opens the case: a submitted application goes on to the formal check.
 *
 * ground:  why there is a conflict; ignored for IMPARTIAL
 * returns: OK; ERR_INVALID when a conflict has no ground; ERR_CONFLICT when declared before; ERR_NOT_FOUND
 * source:  forvaltningsloven §§ 6-8, R24
 */
enum status impartiality_declare(struct ctx *ctx, int64_t id, enum impartiality what, const char *ground) MUST_CHECK;

struct formal_item {
	const char *rule_id;
	bool passed;
	const char *note;
};

struct formal_check {
	bool done;
	bool dismiss;
	const char *reason, *late_accepted_because, *checked_by;
	instant checked_at;
	struct formal_item *items;
	size_t n_items;
};

/* The check as registered; done is false when there is none yet. */
enum status formal_check_of(struct formal_check *out, struct ctx *ctx, int64_t id) MUST_CHECK;

/*
 * Registers the check. Complete sends the case on to assessment; dismiss proposes avvisning and skips the assessment.
 * A late application is dismissed or accepted on a stated ground (R77).
 *
 * message: what is missing, in ctx->lang, with ERR_INVALID
 * returns: OK; ERR_INVALID; ERR_FORBIDDEN before the declaration; ERR_CONFLICT when the case has moved on
 */
enum status formal_check_register(const char **message, struct ctx *ctx, const struct application *application,
    const struct formal_check *check) MUST_CHECK;

struct assessment_given {
	const char *criterion_id;
	bool marked;
	int mark;
	const char *reason;
};

struct assessment {
	int64_t id; /* 0 when there is none yet */
	bool done;
	const char *assessor, *overall_reason;
	struct assessment_given *given; /* one a criterion of the scheme, in its order */
	size_t n_given;
	bool has_total;
	int64_t total_micro; /* millionths of a point of 100 */
	instant at;
};

/* The person's own; an empty one, with every criterion, when there is none. */
enum status assessment_mine(struct assessment *out, struct ctx *ctx, const struct application *application) MUST_CHECK;
/* Finished ones, and the person's own. */
enum status
assessment_list(struct assessment **out, size_t *n, struct ctx *ctx, const struct application *application) MUST_CHECK;

/*
 * Saves the person's assessment; with finish it must be whole: every mark with a reason, or the overall reason.
 *
 * messages: paths are criterion ids or "overall"
 * returns:  OK; ERR_INVALID; ERR_FORBIDDEN before the declaration; ERR_CONFLICT when the case has moved on
 */
enum status assessment_save(struct messages *messages, struct ctx *ctx, const struct application *application,
    const struct assessment *assessment, bool finish) MUST_CHECK;

/* What the same organisation applied for and was given before (R27). */
struct history_row {
	const char *number, *scheme_title, *outcome;
	instant submitted_at;
	money applied, awarded;
};
enum status
history_of(struct history_row **out, size_t *n, struct ctx *ctx, const struct application *application) MUST_CHECK;

/* The case's log, for its page. */
struct event_row {
	int seq;
	instant at;
	const char *kind, *actor, *hash, *body; /* body: JSON, "" when erased */
};
enum status event_list(struct event_row **out, size_t *n, struct ctx *ctx, int64_t id) MUST_CHECK;

#endif
