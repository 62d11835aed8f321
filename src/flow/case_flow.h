/* case_flow.h — the officer's cases: lists, the declaration of impartiality, what is known of the applicant, the log.
 */
#ifndef FLOW_CASE_FLOW_H
#define FLOW_CASE_FLOW_H

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
