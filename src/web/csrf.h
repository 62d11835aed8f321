/* csrf.h — proof that a form came from a page of ours that this browser was shown. */
#ifndef WEB_CSRF_H
#define WEB_CSRF_H

#include <stdbool.h>

#include "core/arena.h"
#include "web/http.h"

/*
 * A token for the forms of one answer. It hangs on a cookie's value, so that it can still be checked when the session
 * itself has ended (what was written must then be kept), and it is masked with new random bytes each time: pages are
 * compressed, and a token that stays the same could be guessed from their length (BREACH).
 *
 * cookie: the session's token, or the form cookie of those who are not logged in; not ""
 */
char *csrf_token(struct arena *arena, const char *cookie);

/* False for an empty cookie, and for anything that is no token. */
bool csrf_matches(struct arena *arena, const char *cookie, const char *token);

/* What the browser itself says of where a form came from. */
enum csrf_origin { ORIGIN_OURS, ORIGIN_UNTOLD, ORIGIN_FOREIGN };

/* Sec-Fetch-Site when the browser sends it, else Origin against Host. */
enum csrf_origin csrf_origin(const struct http_request *request);

#endif
