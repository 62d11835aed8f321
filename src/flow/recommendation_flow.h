/* recommendation_flow.h — the ranked list of a call: propose, see the frame, lock, print. */
#ifndef FLOW_RECOMMENDATION_FLOW_H
#define FLOW_RECOMMENDATION_FLOW_H

#include "domain/allocation.h"
#include "flow/application_flow.h"

struct recommendation_row {
	int64_t application_id;
	const char *number, *state, *title, *organisation, *orgnr, *municipality;
	enum applicant_kind kind;
	enum lang lang;
	money applied, costs;
	instant submitted_at;
	bool late, declared;
	bool has_total;
	int64_t total_micro;
	const char *assessment_reason; /* the assessors' overall words */
	int64_t n_municipalities;
	bool formal_dismissal;
	const char *formal_reason;
	int rank;                     /* 0 when not placed yet */
	const char *proposed_outcome; /* "", "grant", "partial", "reject", "dismiss" */
	money proposed;
	const char *reason;
	int64_t proposed_by; /* 0 for nobody */
	const char *outcome; /* the decision's, "" before */
	money awarded;
	const char *decision_state; /* "", "decided", "notified" */
	int64_t decision_id;
};

struct recommendation_list {
	int64_t id; /* 0 when not opened yet */
	bool locked;
	int version;
	instant locked_at;
	const char *locked_by, *document_hash;
	struct application_call call;
	const struct scheme *scheme;
	struct recommendation_row *rows; /* in rank; unplaced ones follow in suggested order */
	size_t n_rows;
	size_t n_unfinished; /* applications of the call that are not assessed yet */
	int64_t n_hidden;    /* the person has a conflict in these */
	struct frame_bar bar;
	money free_in_ledger; /* what the ledger holds for new awards */
};

/* Opens the call's list when it's the first time. returns: OK; ERR_NOT_FOUND when the call isn't the unit's */
enum status recommendation_open(struct recommendation_list *out, struct ctx *ctx, int64_t call_id) MUST_CHECK;

/* Reads the list; id is 0 when nobody has opened it. For read-only pages and documents. */
enum status recommendation_load(struct recommendation_list *out, struct ctx *ctx, int64_t call_id) MUST_CHECK;

struct proposal {
	int64_t application_id;
	int rank;
	const char *outcome;
	money sum;
	const char *reason;
};

/*
 * Saves proposals; they may exceed the frame while the list is open.
 *
 * messages: paths are "N.sum", "N.reason", "N.outcome" with the application's id
 * returns:  OK; ERR_INVALID (nothing is saved); ERR_CONFLICT when somebody else changed the list, or it is locked
 */
enum status recommendation_save(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct proposal *proposals, size_t n, int version) MUST_CHECK;

/*
 * Locks the list: everything is proposed, reasons are there, the sums fit the frame. What is locked is hashed and
 * printed once.
 *
 * messages: what stands in the way, with ERR_INVALID
 */
enum status recommendation_lock(
    struct messages *messages, struct ctx *ctx, const struct recommendation_list *list, int version) MUST_CHECK;

/* The list as PDF: of the open list as it stands, of a locked one as it was when it was locked. */
enum status recommendation_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t call_id) MUST_CHECK;

#endif
