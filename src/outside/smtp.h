/* smtp.h — hands a letter to the county's mail server. */
#ifndef OUTSIDE_SMTP_H
#define OUTSIDE_SMTP_H

#include "core/arena.h"
#include "core/buf.h"
#include "core/date.h"

struct smtp_server {
	const char *url;  /* "smtp://mail.fylke.no:25" (TLS when the server offers it) or "smtps://..."; may hold
			     user:password */
	const char *from; /* "ikke-svar@fylke.no" */
	const char *name; /* how the sender is shown: "Innlandet fylkeskommune"; "" for the address alone */
};

struct smtp_letter {
	const char *to;
	const char *subject; /* UTF-8, one line */
	const char *body;    /* UTF-8, lines end with LF */
	const char *id;      /* unique, stable from one attempt to the next: "mail-17" */
	instant written_at;
};

/*
 * Writes the letter as RFC 5322 and MIME want it: plain text in UTF-8, both subject and body in base64.
 *
 * returns: OK; ERR_INVALID when an address could be taken for more than an address, or the subject has two lines
 */
enum status smtp_compose(struct buf *out, struct arena *arena, const struct smtp_server *server,
    const struct smtp_letter *letter) MUST_CHECK;

/*
 * Sends, and waits for the server's word, at most half a minute.
 *
 * why:     arena; what went wrong, without the address; set unless OK
 * returns: OK when the server took it; ERR_INVALID when it never will (refused, or no address);
 *          ERR_UNAVAILABLE when it may later
 */
enum status smtp_send(const char **why, struct arena *arena, const struct smtp_server *server,
    const struct smtp_letter *letter) MUST_CHECK;

/* Called once a process, before any thread. */
enum status smtp_start(void) MUST_CHECK;

#endif
