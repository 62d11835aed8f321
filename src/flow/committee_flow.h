/* committee_flow.h — what is new for the body a politician sits in: papers to decide on, decisions, evaluations. */
#ifndef FLOW_COMMITTEE_FLOW_H
#define FLOW_COMMITTEE_FLOW_H

#include "flow/evaluation_flow.h"
#include "scheme/call_plan.h"

/* A locked list with cases that belong to the body. Counts and sums are of those cases alone. */
struct committee_list {
	int64_t call_id;
	enum call_kind kind; /* of the call */
	int batch;
	const char *title;
	int year, round;
	instant locked_at;
	int64_t n_cases, n_waiting; /* n_waiting: not decided yet */
	money applied, proposed, frame;
};

/* A meeting's decision on a list. */
struct committee_decision {
	int64_t call_id;
	enum call_kind kind; /* of the call */
	int batch;
	const char *title;
	int year, round;
	struct date decided_on;
	const char *meeting_case;
	int votes_for, votes_against;
	int64_t n_cases, n_grants;
	money awarded;
};

struct committee {
	struct lang_text body; /* its name; empty for a politician without a body */
	struct committee_list *lists;
	size_t n_lists; /* those that wait first, then the newest */
	struct committee_decision *decisions;
	size_t n_decisions;                 /* the newest first */
	struct evaluation_row *evaluations; /* of schemes in which the body decides */
	size_t n_evaluations;               /* the last published first */
};

/* For the politician in ctx; others get nothing. */
enum status committee_load(struct committee *out, struct ctx *ctx) MUST_CHECK;

/* The list as printed when it was locked. returns: OK; ERR_NOT_FOUND when it isn't locked, or isn't the body's */
enum status committee_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t call_id, int batch) MUST_CHECK;

#endif
