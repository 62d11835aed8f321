/* cookie.h — our cookies: found by their exact name, set with every safeguard the connection allows. */
#ifndef WEB_COOKIE_H
#define WEB_COOKIE_H

#include "core/arena.h"
#include "web/http.h"

enum cookie {
	COOKIE_SESSION,  /* the session's token; ends with the browser */
	COOKIE_FORM,     /* what the CSRF token of people who are not logged in hangs on; ends with the browser */
	COOKIE_LANGUAGE, /* the language chosen in this browser; a year */
	COOKIE_NOTICE,   /* a text for the next page; a minute */
	COOKIE__MAX
};

/* "__Host-tilskudd" over TLS, "tilskudd" on plain HTTP, and so on: a browser keeps __Host- cookies to this very host.
 */
const char *cookie_name(enum cookie cookie, bool is_tls);

/* The value the browser sent, "" when it sent none. The first when it is repeated; at most 2,000 bytes. */
const char *cookie_read(struct arena *arena, const struct http_request *request, enum cookie cookie);

/* value: URL-safe base64 or a word; "" removes the cookie. Always Path=/, HttpOnly and SameSite=Lax. */
void cookie_set(struct http_response *response, struct arena *arena, const struct http_request *request,
    enum cookie cookie, const char *value);

#endif
