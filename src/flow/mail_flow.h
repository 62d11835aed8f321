/* mail_flow.h — letters by e-mail: what they say, the outbox they wait in, and the carrier that takes them. */
#ifndef FLOW_MAIL_FLOW_H
#define FLOW_MAIL_FLOW_H

#include <stdbool.h>

#include "core/ctx.h"

/* E-mail is open to anyone on the way: it tells that something waits, never what was decided (design.md, 6). */
enum mail_kind {
	MAIL_PASSWORD_RESET, /* link */
	MAIL_RECEIVED,       /* number, title, link to the receipt */
	MAIL_LETTER_WAITS,   /* number, link to the case */
	MAIL__MAX
};

struct mail_facts {
	const char *name;   /* whom it speaks to; NULL or "" for nobody by name */
	const char *number; /* søknadsnummer */
	const char *title;  /* what the applicant called the project */
	const char *link;
};

/*
 * Lays a mail in the outbox, inside the caller's transaction: it goes when that commits. Facts may hold any text;
 * line breaks in them become spaces.
 */
enum status mail_to_person(
    struct ctx *ctx, enum mail_kind kind, enum lang lang, const char *to, const struct mail_facts *facts) MUST_CHECK;

/* To everyone who writes for the application's organisation, each in the language they read. */
enum status mail_to_applicants(
    struct ctx *ctx, enum mail_kind kind, int64_t application_id, const struct mail_facts *facts) MUST_CHECK;

/* --- sending ------------------------------------------------------------------------------------------------------ */

struct mail_message {
	int64_t id; /* the same at every attempt, so that a mail server can tell a repeat */
	const char *to, *subject, *body;
	instant created_at;
};

/* Who carries mail away; outside/smtp.h makes one. */
struct mail_carrier {
	void *self;
	/*
	 * why:     what went wrong, without addresses; arena
	 * returns: OK; ERR_UNAVAILABLE: try again later; ERR_INVALID: this one will never go
	 */
	enum status (*send)(void *self, const char **why, struct arena *arena, const struct mail_message *message);
};

/*
 * Sends the mail that has waited longest. A failed one waits 1, 5, 15, 60 minutes and then three hours at a time, and
 * is given up after MAIL_ATTEMPTS; as DB_JOBS.
 *
 * any:     whether there was one
 * returns: OK, also when the mail could not be sent; ERR_UNAVAILABLE, ERR_DB when the outbox cannot be read
 */
#define MAIL_ATTEMPTS 20
enum status mail_send_next(bool *any, struct ctx *ctx, const struct mail_carrier *carrier) MUST_CHECK;

#endif
