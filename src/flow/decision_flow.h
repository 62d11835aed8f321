/* decision_flow.h — decisions by the leader or by a body, and the letters that tell them. */
#ifndef FLOW_DECISION_FLOW_H
#define FLOW_DECISION_FLOW_H

#include "flow/recommendation_flow.h"

struct waiting_list {
	int64_t call_id;
	const char *title;
	int year, round;
	instant locked_at;
	money frame;
	int64_t n_waiting, n_decided, n_notified;
};

/* Locked lists of the unit with what is left to decide and to send. */
enum status decision_waiting(struct waiting_list **out, size_t *n, struct ctx *ctx) MUST_CHECK;

/* Who decides a row, by the scheme's delegation and the proposed sum. */
struct decider {
	bool by_leader;
	const char *body; /* code of the body when not the leader */
	struct lang_text body_name;
};
enum status
decision_decider(struct decider *out, struct ctx *ctx, const struct scheme *scheme, money proposed) MUST_CHECK;

/*
 * The leader decides cases that are hers, as proposed or otherwise.
 *
 * messages: paths "N.sum", "N.reason", "N.departure" with the application's id
 * returns:  OK; ERR_INVALID; ERR_FORBIDDEN when a case belongs to a body, the person proposed it, or hasn't declared
 * impartiality; ERR_CONFLICT when decided meanwhile or the frame would be passed
 */
struct decision_made {
	int64_t application_id;
	money awarded; /* 0: rejected, or dismissed where that was proposed */
	const char *reason;
	const char *departure_reason; /* needed when the sum isn't the proposed one */
};
enum status decision_by_leader(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct decision_made *made, size_t n) MUST_CHECK;

struct body_meeting {
	const char *body; /* code */
	struct date decided_on;
	const char *meeting_case; /* "PS 12/2026" */
	int votes_for, votes_against;
};

/* Registers a body's decision on the cases that are the body's. Otherwise as decision_by_leader(). */
enum status decision_by_body(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct body_meeting *meeting, const struct decision_made *made, size_t n) MUST_CHECK;

struct decision {
	int64_t id; /* 0 when there is none the person may see */
	const char *outcome, *reason, *departure_reason, *state;
	money awarded, proposed;
	struct date decided_on;
	instant notified_at;
	const char *decider; /* the person, "" when a body decided */
	struct lang_text body_name;
	const char *meeting_case;
	int votes_for, votes_against;
	const char *proposer;
};
enum status decision_of(struct decision *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

#endif
