/* scheme_publish_flow.h — a version of a scheme is proposed by one and approved by another; its history, and what a
 * change reaches (R70). */
#ifndef FLOW_SCHEME_PUBLISH_FLOW_H
#define FLOW_SCHEME_PUBLISH_FLOW_H

#include "core/ctx.h"
#include "scheme/scheme.h"
#include "scheme/scheme_diff.h"

/* --- versions ---------------------------------------------------------------------------------------------------- */

/* One publication: a version that came into force. */
struct scheme_publication {
	int number; /* from 1: ID@3 */
	const char *version_hash;
	instant published_at;
	bool installed;                        /* came with the installation: nobody proposed it */
	const char *proposed_by, *approved_by; /* names; "" when installed */
	const char *why, *remark;              /* "" when installed */
	int restores;                          /* number of the publication it brought back; 0 otherwise */
	bool open_calls;                       /* calls that were open or coming took it over */
};

/* The newest first; the first is in force. n 0 when there is no such scheme. */
enum status
scheme_history(struct scheme_publication **out, size_t *n, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

/*
 * A published version by what people call it: "3" (its number), the first six or more characters of its hash, or ""
 * for the one in force.
 *
 * returns: OK; ERR_NOT_FOUND; ERR_CONFLICT when the characters fit several
 */
enum status scheme_version_find(
    struct scheme_publication *out, struct ctx *ctx, const char *scheme_id, const char *version) MUST_CHECK;

/* The document of a version, as it was published; in ctx->arena. returns: OK; ERR_NOT_FOUND */
enum status scheme_version_document(const char **out, struct ctx *ctx, const char *version_hash) MUST_CHECK;

/* --- what a change reaches --------------------------------------------------------------------------------------- */

/* Counts alone: what stands in drafts is for their own people (R13). */
struct scheme_reach {
	int64_t open_calls, coming_calls;
	int64_t drafts;    /* begun in those calls */
	int64_t undecided; /* sent and waiting for their decision, under the version they were sent under */
	int64_t sent;      /* in all */
	int64_t *touched;  /* how many of the drafts each change touches, in the order of the changes */
};
enum status scheme_reach_of(
    struct scheme_reach *out, struct ctx *ctx, const char *scheme_id, const struct scheme_changes *changes) MUST_CHECK;

/* --- proposing and approving ------------------------------------------------------------------------------------- */

struct scheme_proposing {
	const char *document; /* merged; compiled and tried here again */
	const char *why;
	int64_t draft_id; /* of scheme_draft; 0 when it comes from elsewhere */
	int restores;     /* number of the publication it brings back; 0 otherwise */
	bool open_calls;  /* calls that are open or coming take it over, and drafts in them */
};

struct scheme_proposal {
	int64_t id, unit_id, draft_id, proposed_by_id;
	const char *scheme_id, *version_hash;
	const char *base_hash; /* in force when it was proposed; "" for a new scheme */
	const char *document;
	const char *why, *state, *remark; /* state: "waiting", "approved", "refused", "withdrawn" */
	const char *proposed_by, *decided_by;
	bool calls; /* it says the scheme's calls, not the scheme */
	const char
	    *base_calls; /* SHA-256 of the calls in force when they were proposed; "" when no document said them */
	struct lang_text title;
	int restores;
	bool open_calls, needs_confirmation;
	instant proposed_at, decided_at;
};

/*
 * Proposes a version. Inside, everything that must hold for a scheme is checked again: it compiles, its tests come
 * out, the county has its unit and bodies.
 *
 * id:       of the proposal
 * message:  in ctx->lang, what is wrong and what to do, with ERR_INVALID and ERR_CONFLICT
 * returns:  OK; ERR_INVALID; ERR_CONFLICT when another proposal for the scheme waits, or nothing is changed;
 *           ERR_FORBIDDEN when the person's unit doesn't own the scheme
 */
enum status
scheme_propose(int64_t *id, const char **message, struct ctx *ctx, const struct scheme_proposing *what) MUST_CHECK;

/* Those that wait, oldest first, as far as the person may see them; one by its id. */
enum status scheme_proposals(struct scheme_proposal **out, size_t *n, struct ctx *ctx) MUST_CHECK;
enum status scheme_proposal_get(struct scheme_proposal *out, struct ctx *ctx, int64_t id) MUST_CHECK;

/*
 * Approves a proposal, of a scheme or of calls, and brings it into force: leaders of the unit and administrators may,
 * never the one who proposed.
 *
 * number:  of the publication; 0 for calls
 * message: as above
 * returns: OK; ERR_FORBIDDEN; ERR_CONFLICT when it is decided already, or another version has come into force since
 *          (the proposal then stays, to be withdrawn and made anew); ERR_INVALID
 */
enum status
scheme_approve(int *number, const char **message, struct ctx *ctx, int64_t id, const char *remark) MUST_CHECK;

/* Refusing is another's, with a remark that says why; withdrawing is the proposer's. The draft opens again. */
enum status scheme_refuse(const char **message, struct ctx *ctx, int64_t id, const char *remark) MUST_CHECK;
enum status scheme_withdraw(const char **message, struct ctx *ctx, int64_t id) MUST_CHECK;

#endif
