/* page.h — what the author of a page needs: the address, the form, the session's notice, and how to answer. */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/buf.h"
#include "core/ctx.h"
#include "core/status.h"
#include "web/form_body.h"

struct page_view;

/*
 * A page is a function `enum status name(struct ctx *ctx)` and a row in web/routes.c, which declares it. Before it is
 * called the session, the language, the permission, the CSRF token and the form are in order; a GET runs in a
 * read-only transaction. It answers with page_render(), page_send() or redirect() and returns their status; any other
 * status becomes the error page that belongs to it. After a POST that changed something: redirect().
 */
#define ROUTES_DECLARE
#include "web/routes.c"
#undef ROUTES_DECLARE

/* ------------------------------------------------------------------------------------------------- the address */

/*
 * The number at ":name" in the pattern.
 * returns: OK; ERR_NOT_FOUND when it is no number from 1 up
 */
enum status path_id(int64_t *out, struct ctx *ctx, const char *name) MUST_CHECK;

/* The piece of the path at ":name", percent-decoded and clean; "" when the pattern has no such name. */
const char *path_text(struct ctx *ctx, const char *name);

/* A field of the address after '?': clean UTF-8, NFC; "" when missing. The first when it is repeated. */
const char *query_text(struct ctx *ctx, const char *name);
bool query_has(struct ctx *ctx, const char *name);

/* The path of this request, for forms that post to their own address. */
const char *page_path(struct ctx *ctx);

/* ---------------------------------------------------------------------------------------------------- the form */

/* "" when missing; the first when repeated. */
const char *form_text(struct ctx *ctx, const char *name);
bool form_has(struct ctx *ctx, const char *name);

/* returns: OK; ERR_INVALID when it is missing or no whole number that fits */
enum status form_int(int *out, struct ctx *ctx, const char *name) MUST_CHECK;
enum status form_id(int64_t *out, struct ctx *ctx, const char *name) MUST_CHECK;

/* All values of a repeated field, in order. */
const char *const *form_list(struct ctx *ctx, const char *name, size_t *count);

size_t form_count(struct ctx *ctx);
const struct form_field *form_at(struct ctx *ctx, size_t i);

/* NULL when no file was chosen in the field. A chosen file of 0 bytes is there, with len 0. */
const struct form_file *form_file(struct ctx *ctx, const char *field);
size_t form_file_count(struct ctx *ctx);
const struct form_file *form_file_at(struct ctx *ctx, size_t i);

/* -------------------------------------------------------------------------------------------------- the answer */

/* 303. fmt makes a path of our own, already percent-encoded where needed; anything else goes to the front page. */
enum status redirect(struct ctx *ctx, const char *fmt, ...) MUST_CHECK __attribute__((format(printf, 2, 3)));

/*
 * Renders a whole page: the layout's top, the template, the layout's bottom. http is 200, or 422 when a form is shown
 * again with messages. title is translated plain text. Include "gen/html_<template>.h".
 *
 *	return (page_render(ctx, 200, tr(ctx->lang, "Mine søknader"), HTML(application_list), &view));
 */
#define page_render(ctx, http, title, html, view)                                                                      \
	((html)(page_open((ctx), (http), (title)), page_view((ctx)), (view)), page_close(ctx))
#define HTML(name) html_##name

struct buf *page_open(struct ctx *ctx, int http, const char *title);
const struct page_view *page_view(struct ctx *ctx);
enum status page_close(struct ctx *ctx);

/* Called before page_render(): the band of a draft (grey) or a sent application (green) over the page's content. */
enum page_band { BAND_NONE, BAND_DRAFT, BAND_SENT };
void page_band(struct ctx *ctx, enum page_band band, const char *text);

/* Called before page_render() on public pages only: shared caches may keep it so long when nobody is logged in. */
void page_cache(struct ctx *ctx, int seconds);

/* A file or other finished bytes, borrowed until sent. file_name NULL: none is suggested. Shown in the browser. */
enum status
page_send(struct ctx *ctx, const char *media_type, const void *bytes, size_t len, const char *file_name) MUST_CHECK;
/* The same as a download: for what people uploaded, which is never shown as a page of ours. */
enum status
page_download(struct ctx *ctx, const char *media_type, const void *bytes, size_t len, const char *file_name) MUST_CHECK;

/* Shown once on the next page this browser opens, as a quiet confirmation: "Lagret." Plain text, under 300 bytes. */
void notice_set(struct ctx *ctx, const char *text);

#endif
