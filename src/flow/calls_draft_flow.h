/* calls_draft_flow.h — writing a scheme's calls: drafts of their document, checked against the scheme and what stands.
 */
#ifndef FLOW_CALLS_DRAFT_FLOW_H
#define FLOW_CALLS_DRAFT_FLOW_H

#include "domain/call_change.h"
#include "flow/scheme_checked.h"
#include "flow/scheme_draft_flow.h"

/* What a scheme's calls say now. */
struct calls_in_force {
	int64_t unit_id;
	const char *unit, *version_hash;
	struct lang_text title; /* the scheme's */
	const char *document;   /* as imported or approved; made of the calls themselves when no document says them */
	const char *hash;       /* SHA-256 of the document; "" when no document says them */
	struct call_standing *calls;
	size_t n;
};

/* returns: OK; ERR_NOT_FOUND when there is no such scheme, or it is another unit's */
enum status calls_in_force(struct calls_in_force *out, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

/* As calls_in_force(), inside the transaction under way. */
enum status calls_in_force_here(struct calls_in_force *out, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

/* The draft of a published scheme's calls: the one there is, or a new one that says what is in force. */
enum status calls_draft_of(int64_t *id, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

/* A draft's document, or another text in its place, checked as what it is: a scheme, or a scheme's calls. */
enum status draft_check(const struct scheme_checked **out, struct ctx *ctx, const struct scheme_draft *draft,
    const char *document, size_t len) MUST_CHECK;

/* Calls held against their scheme and against what people rely on already; in ctx->arena. */
enum status calls_check(const struct scheme_checked **out, struct ctx *ctx, const char *scheme_id, const char *document,
    size_t len) MUST_CHECK;

/* --- what has happened to them ----------------------------------------------------------------------------------- */

struct calls_event {
	int year, round;
	const char *kind;             /* as in call_change */
	const char *was, *became;     /* in words; "" when there is nothing to compare */
	struct lang_text reason;      /* as told to applicants */
	const char *why;              /* as told in the proposal; "" for imports */
	const char *proposed_by, *by; /* proposed_by "" for imports */
	instant at;
};

/* The newest first. */
enum status calls_history(struct calls_event **out, size_t *n, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

#endif
