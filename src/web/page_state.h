/* page_state.h — a request on its way: shared by the files page_*.c and the account's pages; authors see page.h. */
#ifndef WEB_PAGE_STATE_H
#define WEB_PAGE_STATE_H

#include "flow/scheme_template.h"
#include "flow/session_flow.h"
#include "flow/site_flow.h"
#include "web/cookie.h"
#include "web/page.h"
#include "web/page_view.h"
#include "web/route.h"

/* What a process has: read in the parent, completed in each worker, never changed by a request. */
struct web {
	struct db *db;
	struct scheme_store *schemes;
	struct municipality_store *municipalities;
	struct check_store *checks;
	struct scheme_templates *templates;
	struct doc_store *docs;
	struct site site;
	const char *asset_version; /* hexadecimal digits */
};

/* web/web_start.c */
const struct web *web_process(void);

#define NOTICE_MAX 300

struct page {
	struct ctx ctx;
	const struct http_request *request;
	struct http_response *response;
	struct route_match match;
	const char *address; /* path with its query, as the browser asked */
	const struct form *query;
	struct form form;
	enum form_fault fault; /* what was wrong with the form, for the error page */

	struct session session;
	bool logged_in;
	const char *session_token; /* the cookie's, also when its session has ended; "" for none */
	const char *form_token;    /* what forms of those without a session hang on; "" for none */
	bool public_form;          /* the page has a form that needs no login */

	/* the answer so far; finished by page_finish() */
	int http;
	const char *content_type, *location, *disposition, *allow;
	const void *body;
	size_t body_len;
	int cache_seconds;
	const char *cookies[COOKIE__MAX]; /* NULL: not touched; "": removed */

	struct page_view view;
	struct page_notice notice;
	struct page_link *links;
	struct buf out;
};

/* --- web/page_session.c ------------------------------------------------------------------------------------------ */

/*
 * Finds who is behind the cookies and what they read.
 * returns: OK, also for nobody; ERR_UNAVAILABLE, ERR_DB: the page is then nobody's
 */
enum status page_session_find(struct page *page) MUST_CHECK;

/* After a login: the new token for the cookie, and who it is. */
enum status page_session_begin(struct ctx *ctx, const char *token) MUST_CHECK;
void page_session_forget(struct ctx *ctx);

/* The cookie that the tokens of this answer's forms hang on; "" when there is none. */
const char *page_form_cookie(const struct page *page);

/* Called before page_render() by a page whose form needs no login: gives the browser a cookie to hang it on. */
void page_public_form(struct ctx *ctx);

/* What the page is read in unless somebody is logged in or this browser has chosen. Called before page_render(). */
void page_language_prefer(struct ctx *ctx, enum lang lang);

/* A path of ours to go back to: begins with one '/', holds no spaces, controls or letters beyond ASCII. Else "". */
const char *page_own_path(const char *path);

/* Where a role begins its day, among the pages there are. */
const char *page_home(const struct ctx *ctx);

/* --- web/page_answer.c ------------------------------------------------------------------------------------------- */

/* Forgets what was answered so far; cookies stay. */
void page_discard(struct page *page);

/* Writes the answer and its headers to the response. */
void page_finish(struct page *page);

/* --- web/page_menu.c --------------------------------------------------------------------------------------------- */

/* The links of the role, in its language. */
const struct page_link *page_menu(size_t *n, struct page *page);
bool page_exists(struct arena *arena, enum http_method method, const char *path);

/* --- web/page_error.c -------------------------------------------------------------------------------------------- */

/* The page of a status that went wrong. Never fails: without memory for it, a short fixed page. */
void page_error(struct ctx *ctx, enum status st);
void page_error_fixed(struct http_response *response);

#endif
