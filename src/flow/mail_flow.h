/* mail_flow.h — letters by e-mail: what they say, in the language of whoever reads them. The job runner sends them. */
#ifndef FLOW_MAIL_FLOW_H
#define FLOW_MAIL_FLOW_H

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

#endif
