/* scheme_draft_flow.h — writing a scheme: drafts of the unit, changed field by field, with everything they have been.
 */
#ifndef FLOW_SCHEME_DRAFT_FLOW_H
#define FLOW_SCHEME_DRAFT_FLOW_H

#include "core/ctx.h"
#include "scheme/document_edit.h"

struct scheme_draft {
	int64_t id, proposal_id; /* 0 when nothing waits for approval */
	const char *scheme_id, *unit;
	const char *base_hash; /* the version it was begun from; "" for a new scheme */
	const char *document;
	size_t len;
	int version;
	bool open;      /* it can be changed */
	bool proposed;  /* it waits for approval */
	bool published; /* there is a scheme of that id */
	bool calls;     /* it says the scheme's calls, not the scheme */
	struct lang_text title;
	instant created_at, changed_at;
	int64_t changed_by_id;
	const char *changed_by;
};

/* The language it is written in. */
const struct vocabulary *scheme_draft_vocabulary(const struct scheme_draft *draft);

/* returns: OK; ERR_NOT_FOUND when there is none or it is another unit's */
enum status scheme_draft_get(struct scheme_draft *out, struct ctx *ctx, int64_t id) MUST_CHECK;

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* A scheme the person may write. */
struct scheme_work {
	const char *scheme_id, *status;
	int number; /* of the publication in force */
	instant published_at;
	struct lang_text title, unit;
	int64_t draft_id, proposal_id, calls_draft_id; /* 0 for none */
	bool proposed;
	instant changed_at; /* of the draft */
	int64_t open_calls;
};
enum status scheme_work_list(struct scheme_work **out, size_t *n, struct ctx *ctx) MUST_CHECK;

/* Drafts of schemes that aren't published yet, the last changed first; without their documents. */
enum status scheme_draft_new_list(struct scheme_draft **out, size_t *n, struct ctx *ctx) MUST_CHECK;

/* --- beginning and ending ---------------------------------------------------------------------------------------- */

struct scheme_beginning {
	const char *document; /* a template's, or another scheme's */
	size_t len;
	struct lang_text title;
	const char *unit; /* code */
};

/*
 * A draft of a new scheme, under an id made of its title.
 * returns: OK; ERR_INVALID when the title is missing in bokmål or nynorsk; ERR_FORBIDDEN for another's unit
 */
enum status scheme_draft_begin(int64_t *id, struct ctx *ctx, const struct scheme_beginning *beginning) MUST_CHECK;

/* The draft of a published scheme: the one there is, or a new one that says what is in force. */
enum status scheme_draft_of(int64_t *id, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

/* returns: OK; ERR_CONFLICT when it was changed after the version seen, or isn't open */
enum status scheme_draft_discard(struct ctx *ctx, const struct scheme_draft *draft, int seen) MUST_CHECK;

/* The code of the unit the person works in; "" for others. */
enum status scheme_own_unit(const char **out, struct ctx *ctx) MUST_CHECK;

/* --- changing ---------------------------------------------------------------------------------------------------- */

struct scheme_draft_saved {
	int version;
	bool changed;
	struct document_conflict *conflicts; /* what others changed meanwhile, and what the form said is not saved */
	size_t n_conflicts;
};

/*
 * Saves what a form says. What others changed after the version seen stays, and is told.
 *
 * seen:    the version the form was made of
 * returns: OK, also with conflicts; ERR_CONFLICT when the draft isn't open; ERR_INVALID when a name is nobody's
 */
enum status scheme_draft_save(struct scheme_draft_saved *out, struct ctx *ctx, int64_t id, int seen,
    const struct document_set *sets, size_t n) MUST_CHECK;

/* As scheme_draft_save(), but nothing is kept: what the document would be. returns: OK; ERR_NOT_FOUND; ERR_INVALID */
enum status scheme_draft_try(const char **document, size_t *len, struct ctx *ctx, const struct scheme_draft *draft,
    int seen, const struct document_set *sets, size_t n) MUST_CHECK;

/* One change of the document as a whole; what is kept in the history. */
struct scheme_draft_step {
	enum { DRAFT_REMOVE, DRAFT_UP, DRAFT_DOWN, DRAFT_SEND, DRAFT_RENAME } kind;
	const char *path;
	const char *to; /* DRAFT_SEND: the new parent's path; DRAFT_RENAME: the new name */
};

/* returns: OK; ERR_NOT_FOUND when the element is gone; ERR_CONFLICT when it can't be, or the draft isn't open */
enum status scheme_draft_move(struct scheme_draft_saved *out, struct ctx *ctx, int64_t id, int seen,
    const struct scheme_draft_step *step) MUST_CHECK;

/*
 * Puts another text in the draft's place: written as XML, or brought back from earlier.
 *
 * what:    "xml", or "restored 12"
 * message: what is wrong, in ctx->lang, with ERR_INVALID: not well formed, too large, another scheme's
 * returns: OK; ERR_INVALID; ERR_CONFLICT when it was changed after the version seen, or isn't open
 */
enum status scheme_draft_replace(const char **message, int *line, struct ctx *ctx, const struct scheme_draft *draft,
    int seen, const char *document, const char *what) MUST_CHECK;

/* --- what it has been -------------------------------------------------------------------------------------------- */

struct scheme_draft_state {
	int version;
	const char *what; /* "begun", "edit NAME NAME ...", "remove PATH", "xml", "restored 12" ... */
	const char *changed_by;
	instant changed_at;
};

/* The newest first. */
enum status scheme_draft_states(struct scheme_draft_state **out, size_t *n, struct ctx *ctx, int64_t id) MUST_CHECK;

/* The document as it was then. returns: OK; ERR_NOT_FOUND */
enum status scheme_draft_document_at(const char **out, struct ctx *ctx, int64_t id, int version) MUST_CHECK;

#endif
