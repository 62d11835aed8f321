/* call_flow.h — announcing calls and changing what was announced, with the money that goes with it. */
#ifndef FLOW_CALL_FLOW_H
#define FLOW_CALL_FLOW_H

#include "core/ctx.h"
#include "domain/call_change.h"

/* Who does it: a person of the county, or, with user_id 0, the account on the server. */
struct call_author {
	int64_t user_id;
	const char *name;
	int64_t proposal_id; /* that was approved; 0 for imports */
};

/* The person with that address. returns: OK; ERR_NOT_FOUND when no officer, leader or administrator has it */
enum status call_author_of(struct call_author *out, struct ctx *ctx, const char *email) MUST_CHECK;

/*
 * Announces one call under the scheme's version in force, and enters its frame in the ledger. As DB_JOBS.
 *
 * plan:    with frame, contact and answer
 * returns: OK; ERR_NOT_FOUND when nothing of the scheme is published; ERR_INVALID when it closes before it opens or the
 *          contact is missing; ERR_CONFLICT when the year has that round already
 */
enum status call_open(int64_t *id, struct ctx *ctx, const char *scheme_id, const struct call_plan *plan,
    const struct call_author *author) MUST_CHECK;

/* How many calls of a document were new, changed, or as they stood. */
struct call_imported {
	size_t announced, changed, unchanged;
};

/*
 * Brings a scheme's calls to what their document says, all or none; what happened to each is recorded with who and
 * why. Sent applications stay as they are. As DB_JOBS.
 *
 * document: the XML, kept as it is
 * messages: what must not be changed, with ERR_INVALID
 * returns:  OK; ERR_NOT_FOUND when nothing of the scheme is published; ERR_INVALID
 */
enum status call_import(struct call_imported *out, struct scheme_messages *messages, struct ctx *ctx,
    const struct call_plans *plans, const char *document, const struct call_author *author) MUST_CHECK;

/* As call_import(), inside the transaction under way. As DB_APP only what has been approved in it. */
enum status call_import_here(struct call_imported *out, struct scheme_messages *messages, struct ctx *ctx,
    const struct call_plans *plans, const char *document, const struct call_author *author) MUST_CHECK;

/* Whether the scheme has calls and none of them came from a document. */
enum status call_announced_otherwise(bool *out, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

/* A call with what has happened to it, for lists. */
struct call_event {
	const char *kind, *was, *became, *why, *by;
	instant at;
};

struct call_row {
	struct call call;
	struct lang_text scheme_title;
	int64_t applications;
	struct call_event *events;
	size_t n_events;
};

/* scheme_id: "" for all */
enum status call_list(struct call_row **out, size_t *n, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

#endif
