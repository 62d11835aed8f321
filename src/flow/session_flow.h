/* session_flow.h — who is behind a cookie, and the one-time keys that make a form safe to send twice. */
#ifndef FLOW_SESSION_FLOW_H
#define FLOW_SESSION_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "core/ctx.h"

/* Two hours without a click, twelve in all. */
#define SESSION_IDLE_HOURS 2
#define SESSION_HOURS 12

struct session {
	const char *token_hash; /* names the session; never shown */
	const char *email;
	int64_t body_id;               /* the politician's body; 0 for others */
	int64_t organisation_id;       /* the organisation the applicant acts for; 0 when not chosen */
	const char *organisation_name; /* "" when not chosen */
	int organisations;             /* how many the person may act for: a choice is needed from two */
};

/*
 * Finds the session behind a cookie's token and says in ctx who it is: user_id, user_name, role, unit_id, lang.
 * One query in a transaction of its own; also keeps the session awake.
 *
 * returns: OK; ERR_NOT_FOUND when there is none, it has ended, or the account is closed (ctx is then untouched);
 *          ERR_UNAVAILABLE, ERR_DB
 */
enum status session_load(struct session *out, struct ctx *ctx, const char *token) MUST_CHECK;

/*
 * A new session after a login: always a new token, so that one planted before it is worth nothing.
 * A person with one organisation acts for it at once.
 *
 * token:   arena; for the cookie, only its hash is kept
 * returns: OK; ERR_UNAVAILABLE, ERR_DB
 */
enum status session_start(const char **token, struct ctx *ctx, int64_t user_id) MUST_CHECK;

/* Logging out. Ending one that does not exist is OK. */
enum status session_end(struct ctx *ctx, const char *token) MUST_CHECK;

/*
 * Chooses the organisation to act for.
 * returns: OK; ERR_NOT_FOUND when the person is no member of it
 */
enum status
session_choose_organisation(struct ctx *ctx, const struct session *session, int64_t organisation_id) MUST_CHECK;

/* --- form keys ----------------------------------------------------------------------------------------------------
 *
 * Around a POST, after the CSRF check and before the page's handler:
 *
 *	if ((st = form_key_claim(&repeated, &key, ctx, typed_key, path, body_hash)) != OK)
 *		return (st);
 *	if (repeated)
 *		return (redirect to key.location with key.status);
 *	st = handler(ctx);
 *	st = form_key_answer(ctx, &key, response_status, response_location);	also when the handler failed
 *
 * The claim and everything the handler's flows commit are one transaction, so a worker that dies in between leaves
 * nothing, and a second click waits until the first is done and then gets its answer. A flow that rolls back gives the
 * key back too: a form with errors may be sent again with the same key. The same key with another body is a new
 * attempt. Logging in takes no key, since its answer carries a cookie.
 */
struct form_key {
	int status;           /* HTTP, of the earlier answer */
	const char *location; /* where that redirected; "" for nowhere */
	const char *key_hash, *body_hash;
};

/*
 * key:       from the form's hidden field
 * body_hash: anything that differs when the body does, without key and CSRF token; SHA-256 for example
 * returns:   OK, and *repeated tells whether there is an earlier answer; ERR_INVALID when the key is empty or over 200
 *            bytes; ERR_UNAVAILABLE, also when the first click is still at work after three seconds
 */
enum status form_key_claim(bool *repeated, struct form_key *out, struct ctx *ctx, const char *key, const char *path,
    const char *body_hash) MUST_CHECK;

/*
 * Keeps the answer and commits. When the handler rolled back there is nothing to keep, and that is OK.
 * returns: as db_commit(); when it is not OK nothing was done, and the page must say so
 */
enum status form_key_answer(struct ctx *ctx, const struct form_key *key, int status, const char *location) MUST_CHECK;

#endif
