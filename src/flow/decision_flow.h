/* decision_flow.h — decisions: by the leader within the delegation, or a body's, registered from its minutes. */
#ifndef FLOW_DECISION_FLOW_H
#define FLOW_DECISION_FLOW_H

#include "domain/delegation.h"
#include "flow/recommendation_flow.h"

/* A locked list of the unit with what is left to decide and to send. */
struct waiting_list {
	int64_t id, call_id;
	enum call_kind kind; /* of the call */
	int batch;
	const char *title;
	int year, round;
	instant locked_at;
	money frame;
	int64_t n_waiting, n_decided, n_notified; /* n_decided: the letter has not gone */
	int64_t n_delegated;                      /* of those that wait: the leader's own; the rest are a body's */
};
enum status decision_waiting(struct waiting_list **out, size_t *n, struct ctx *ctx) MUST_CHECK;

/* The name of a body for a screen, as the county's settings have it, in the reader's language; the code when it is
 * unknown.
 */
const char *body_label(const struct ctx *ctx, const char *code);

/* What is decided in one case. */
struct decision_made {
	int64_t application_id;
	money awarded;                /* 0: rejected, or dismissed where that was proposed */
	const char *reason;           /* "" keeps the proposed one */
	const char *departure_reason; /* demanded when the sum isn't the proposed one */
};

/*
 * The leader decides cases that are hers; all of them, or none.
 *
 * list:     loaded in this request, locked
 * messages: paths "N.sum", "N.reason", "N.departure" with the application's id, and N alone when the case isn't hers to
 *           decide: it belongs to a body, she proposed it, or hasn't declared to be impartial; "frame" when the sums
 *           together pass what is free
 * returns:  OK; ERR_INVALID with messages; ERR_CONFLICT when decided meanwhile or the list isn't locked
 */
enum status decision_by_leader(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct decision_made *made, size_t n) MUST_CHECK;

struct body_meeting {
	const char *body; /* code */
	struct date decided_on;
	const char *meeting_case; /* "PS 12/2026" */
	int votes_for, votes_against;
	const char *disqualified; /* members who left while the case was decided; "" for none */
};

/*
 * What stands in the way of these decisions, without making them.
 *
 * meeting:  NULL when the leader decides
 * messages: as decision_by_leader() and decision_by_body()
 * returns:  OK; ERR_INVALID with messages; ERR_CONFLICT; ERR_NOT_FOUND
 */
enum status decision_check(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct body_meeting *meeting, const struct decision_made *made, size_t n) MUST_CHECK;

/* How a case ends with this sum. */
enum outcome decision_outcome(const struct recommendation_row *row, money awarded);

/*
 * Registers a body's decision on cases that are the body's; otherwise as decision_by_leader(). Further messages have
 * the paths "decided_on", "meeting_case" and "votes".
 */
enum status decision_by_body(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct body_meeting *meeting, const struct decision_made *made, size_t n) MUST_CHECK;

struct decision {
	int64_t id; /* 0 when there is none the person may see */
	enum outcome outcome, proposed_outcome;
	const char *reason, *departure_reason;
	money awarded, proposed;
	struct date decided_on;
	bool notified;
	instant notified_at;
	const char *decider; /* the person; "" when a body decided */
	struct lang_text body;
	const char *body_code; /* "" when a person decided */
	const char *meeting_case;
	int votes_for, votes_against;
	const char *disqualified; /* members who left while the body decided */
	const char *proposer;
};

/* The body above whoever decided, for appeals: the larger sum is the one that was decided on. NULL when there is none.
 */
const char *decision_appeal_code(const struct decision *decision, const struct scheme *scheme);

/* The name of that body; empty for NULL, and for a body the county has no more. */
enum status decision_appeal_body(struct lang_text *out, struct ctx *ctx, const char *code) MUST_CHECK;

/* The case's decision. returns: OK, also when there is none the person may see; as db_run() */
enum status decision_of(struct decision *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/* Fills a decision from a row with the columns decision_get has. */
struct rows;
void decision_from_row(struct decision *out, const struct rows *rows, int i);

#endif
