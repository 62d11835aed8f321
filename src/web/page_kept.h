/* page_kept.h — a form that could not be taken yet: carried along, so that what was written is never lost. */
#ifndef WEB_PAGE_KEPT_H
#define WEB_PAGE_KEPT_H

#include "web/page.h"

/*
 * When a form arrives after the session has ended, the login page carries its fields as hidden ones; after the login a
 * page with one button sends them on to where they were going, with new tokens. The same page is shown when the form's
 * token is from an earlier login of this browser. Only a form that this browser got from us is kept, so that nobody
 * else can have one sent. Files are too large to carry; the page says which must be chosen again.
 * The limits are the form's own: 2,000 fields and 1 MB of text (FORM_FIELDS_MAX, FORM_TEXT_BYTES_MAX).
 */
struct kept_form {
	const char *path; /* where it was going; NULL when nothing is kept */
	const struct form_field *fields;
	size_t n_fields;
	const char *files; /* names of the files that must be chosen again, with commas; "" for none */
};

/* The form of this request. */
struct kept_form kept_from_form(struct ctx *ctx);

/* What a login page carried along; path NULL when it carried nothing. */
struct kept_form kept_from_login(struct ctx *ctx);

/* The login page. error: what was wrong with the last attempt, or NULL. */
enum status login_render(struct ctx *ctx, int http, const char *error, const struct kept_form *kept) MUST_CHECK;

/* The page with one button that sends the form on. */
enum status kept_render(struct ctx *ctx, int http, const struct kept_form *kept) MUST_CHECK;

#endif
