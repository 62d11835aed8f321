/* notice.h — a text for the next page of this browser, kept in a cookie of its own until it is shown. */
#ifndef WEB_NOTICE_H
#define WEB_NOTICE_H

#include "core/arena.h"

/*
 * The cookie's value. It is bound to the session's token, so that a text planted in the browser is not shown.
 *
 * token: the session's, "" for nobody
 */
char *notice_cookie(struct arena *arena, const char *token, const char *text);

/* The text, or NULL when the cookie holds none that was made for this token. */
const char *notice_read(struct arena *arena, const char *token, const char *cookie);

#endif
