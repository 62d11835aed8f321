/* page.c — the way of every request: address, person, permission, form, handler, answer. */
#include "web/page.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/log.h"
#include "db/db.h"
#include "web/csrf.h"
#include "web/page_kept.h"
#include "web/page_state.h"

/* Encoded once more and behind "/logg-inn?tilbake=", a longer one would pass what Kore takes (1,998 bytes). */
#define ADDRESS_MAX 600

static void
ctx_fill(struct page *page, struct arena *arena)
{
	const struct web *web = web_process();

	page->ctx = (struct ctx){ .arena = arena,
		.db = web->db,
		.page = page,
		.schemes = web->schemes,
		.municipalities = web->municipalities,
		.checks = web->checks,
		.county = web->site.county,
		.docs = web->docs,
		.request_id = page->request->request_id,
		.user_name = "",
		.role = ROLE_NONE,
		.lang = LANG_NB,
		.received_at = page->request->received_at,
		.now = instant_now() };
}

static const char *
address_of(struct arena *arena, const struct http_request *request)
{
	if (*request->query == '\0')
		return (arena_strdup(arena, request->path));
	return (arena_printf(arena, "%s?%s", request->path, request->query));
}

/* --- POST -------------------------------------------------------------------------------------------------------- */

/* Takes one of our own fields out of the form, so that pages never see it; "" when it is not there. */
static const char *
own_field_take(struct form *form, const char *name)
{
	const char *value = "";
	size_t kept = 0;

	for (size_t i = 0; i < form->n_fields; i++)
		if (strcmp(form->fields[i].name, name) == 0)
			value = form->fields[i].value;
		else
			form->fields[kept++] = form->fields[i];
	form->n_fields = kept;
	return (value);
}

static enum status
form_read(struct page *page)
{
	const struct http_request *request = page->request;

	return (form_body_read(
	    &page->form, &page->fault, page->ctx.arena, request->content_type, request->body, request->body_len, NULL));
}

/* Everything a person filled in; names and values in order. */
static const char *
form_hash(struct page *page)
{
	const struct form *form = &page->form;
	struct arena *arena = page->ctx.arena;
	const char **parts = arena_array(arena, form->n_fields * 2 + form->n_files * 3 + 1, sizeof(*parts));
	size_t n = 0;

	for (size_t i = 0; i < form->n_fields; i++) {
		parts[n++] = form->fields[i].name;
		parts[n++] = form->fields[i].value;
	}
	for (size_t i = 0; i < form->n_files; i++) {
		parts[n++] = form->files[i].field;
		parts[n++] = form->files[i].name;
		parts[n++] = crypto_sha256(arena, form->files[i].bytes, form->files[i].len);
	}
	return (crypto_sha256_parts(arena, parts, n));
}

/*
 * The handler's flows and the one-time key are one transaction. An answer that led nowhere (a form shown again) is not
 * repeated but worked out anew.
 */
static enum status
post_once(struct page *page, const char *key)
{
	struct ctx *ctx = &page->ctx;
	struct form_key claimed;
	bool repeated = false;
	enum status st;

	if ((st = form_key_claim(&repeated, &claimed, ctx, key, page->request->path, form_hash(page))) != OK)
		return (st);
	if (repeated && *claimed.location != '\0')
		return (redirect(ctx, "%s", claimed.location));
	if ((st = page->match.route->handler(ctx)) != OK)
		return (st);
	return (form_key_answer(ctx, &claimed, page->http, page->location == NULL ? "" : page->location));
}

/* The person's session has ended: nothing is lost when we know that the form is from one of our pages. */
static enum status
post_without_login(struct page *page, bool ours)
{
	struct ctx *ctx = &page->ctx;
	struct kept_form kept = { .path = NULL };

	if (ours)
		kept = kept_from_form(ctx);
	return (login_render(ctx, 401, NULL, &kept));
}

/* A token that does not hold, in a form that the browser says is ours: from before an earlier login in this browser. */
static enum status
post_with_old_token(struct page *page, enum csrf_origin origin)
{
	struct ctx *ctx = &page->ctx;
	struct kept_form kept;

	if (page->match.route->permission == MAY_ANYONE) {
		notice_set(ctx, tr(ctx->lang, T("Siden hadde stått åpen for lenge, eller nettleseren tar ikke imot "
						"informasjonskapsler. Prøv igjen.")));
		if (page_exists(ctx->arena, METHOD_GET, page->request->path))
			return (redirect(ctx, "%s", page->request->path));
		return (redirect(ctx, "/"));
	}
	if (origin != ORIGIN_OURS)
		return (ERR_FORBIDDEN);
	kept = kept_from_form(ctx);
	return (kept_render(ctx, 403, &kept));
}

static enum status
post_answer(struct page *page, bool permitted)
{
	struct ctx *ctx = &page->ctx;
	enum csrf_origin origin = csrf_origin(page->request);
	const char *token, *key;
	bool matches;
	enum status st;

	if (origin == ORIGIN_FOREIGN)
		return (ERR_FORBIDDEN);
	if ((st = form_read(page)) != OK)
		return (st);
	token = own_field_take(&page->form, "csrf");
	key = own_field_take(&page->form, "form_key");
	matches = csrf_matches(ctx->arena, page_form_cookie(page), token);
	if (!permitted)
		return (post_without_login(page, matches || origin == ORIGIN_OURS));
	if (!matches)
		return (post_with_old_token(page, origin));
	/* Public forms take no key: their answers carry cookies, and doing them twice does no harm. */
	if (page->match.route->permission == MAY_ANYONE)
		return (page->match.route->handler(ctx));
	return (post_once(page, key));
}

/* --- GET --------------------------------------------------------------------------------------------------------- */

/* One read-only transaction that the flows' own join. */
static enum status
get_answer(struct page *page)
{
	struct ctx *ctx = &page->ctx;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	db_hold(ctx);
	if ((st = page->match.route->handler(ctx)) != OK)
		return (db_rollback(ctx, st));
	return (db_release(ctx));
}

static enum status
get_without_login(struct page *page)
{
	struct buf to = buf_new(page->ctx.arena);

	if (strlen(page->address) > ADDRESS_MAX)
		return (redirect(&page->ctx, "/logg-inn"));
	/* '&' and '?' of the address are part of one value. */
	for (const char *c = page->address; *c != '\0'; c++)
		if (strchr("&?=%#+", *c) != NULL)
			buf_printf(&to, "%%%02X", (unsigned char)*c);
		else
			buf_putc(&to, *c);
	return (redirect(&page->ctx, "/logg-inn?tilbake=%s", buf_text(&to)));
}

/* --- all --------------------------------------------------------------------------------------------------------- */

static bool
is_get(const struct page *page)
{
	return (page->request->method == METHOD_GET || page->request->method == METHOD_HEAD);
}

/* Health checks come from the machine itself, over plain HTTP. */
static bool
is_plain_in_production(const struct page *page)
{
	return (web_process()->site.mode == SITE_PRODUCTION && !page->request->is_tls &&
		strcmp(page->request->path, "/helse") != 0);
}

static enum status
route_answer(struct page *page)
{
	const struct route *route = page->match.route;
	enum status session = page_session_find(page);
	bool permitted = route != NULL && permission_given(page->ctx.role, route->permission);

	if (is_plain_in_production(page))
		return (ERR_FORBIDDEN);
	if (route == NULL)
		return (ERR_NOT_FOUND);
	/* Without a database nobody is known; what everybody may see is tried all the same. */
	if (session != OK && route->permission != MAY_ANYONE)
		return (session);
	if (!permitted && page->ctx.user_id != 0)
		return (ERR_NOT_FOUND);
	if (!is_get(page))
		return (post_answer(page, permitted));
	return (permitted ? get_answer(page) : get_without_login(page));
}

static enum status
answer(void *object)
{
	struct page *page = object;
	const struct http_request *request = page->request;
	struct arena *arena = page->ctx.arena;
	enum status st;

	page->address = address_of(arena, request);
	if (route_find(&page->match, arena, routes, n_routes, request->method, request->path) == ERR_FORBIDDEN)
		page->allow = page_exists(arena, METHOD_GET, request->path) ? "GET, HEAD" : "POST";
	if ((st = route_answer(page)) != OK) {
		/* What a page says of an error it reads outside what failed. */
		(void)!db_rollback(&page->ctx, st);
		page_error(&page->ctx, st);
	}
	page_finish(page);
	return (OK);
}

/* The pattern and never the path: an address may hold a link's secret or a person's words. */
static void
request_log(const struct page *page, const struct http_response *response, instant started)
{
	static const char *const methods[] = { "GET", "HEAD", "POST", "OTHER" };

	log_line(LOG_NOTE, page->request->request_id, "%s %s %d %.1f ms %d statements", methods[page->request->method],
	    page->match.route == NULL ? "-" : page->match.route->pattern, response->status,
	    (double)(instant_now() - started) / 1000, db_statements(page->ctx.db));
}

void
page_run(const struct http_request *request, struct http_response *response, struct arena *arena)
{
	struct page page = { .request = request, .response = response, .session_token = "", .form_token = "" };
	instant started = instant_now();

	ctx_fill(&page, arena);
	db_reset(page.ctx.db);
	if (arena_guard(arena, answer, &page) != OK) {
		log_line(LOG_ERROR, request->request_id, "the request passed its memory ceiling");
		page_error_fixed(response);
	}
	request_log(&page, response, started);
	db_reset(page.ctx.db);
}
