/* page_answer.c — what a page answers with: a rendered page, a file or the way to another page. */
#include <stdio.h>
#include <string.h>

#include "core/crypto.h"
#include "core/text.h"
#include "gen/html_layout.h"
#include "web/csrf.h"
#include "web/notice.h"
#include "web/page_state.h"

static const char *
role_class(enum role role)
{
	switch (role) {
	case ROLE_APPLICANT:
		return ("applicant");
	case ROLE_OFFICER:
	case ROLE_LEADER:
	case ROLE_ADMIN:
		return ("staff");
	case ROLE_POLITICIAN:
		return ("politician");
	default:
		return ("anyone");
	}
}

static void
view_language(struct page_view *view, enum lang lang)
{
	view->lang = lang;
	view->lang_code = lang_code(lang);
	view->is_nb = lang == LANG_NB;
	view->is_nn = lang == LANG_NN;
	view->is_en = lang == LANG_EN;
}

static void
view_person(struct page_view *view, const struct page *page)
{
	enum role role = page->ctx.role;

	view->user_name = page->ctx.user_name == NULL ? "" : page->ctx.user_name;
	view->organisation_name =
	    page->logged_in && page->session.organisation_name != NULL ? page->session.organisation_name : "";
	view->is_applicant = role == ROLE_APPLICANT;
	view->is_officer = role == ROLE_OFFICER;
	view->is_leader = role == ROLE_LEADER;
	view->is_politician = role == ROLE_POLITICIAN;
	view->is_admin = role == ROLE_ADMIN;
	view->is_staff = view->is_officer || view->is_leader || view->is_admin;
	view->role_class = role_class(role);
}

/* A form's page that can only be posted to is no place to come back to. */
static const char *
view_address(struct page *page)
{
	if (page->request->method == METHOD_POST && !page_exists(page->ctx.arena, METHOD_GET, page->request->path))
		return ("/");
	return (page->address);
}

static void
view_notice(struct page *page)
{
	const char *cookie = cookie_read(page->ctx.arena, page->request, COOKIE_NOTICE);

	if (*cookie == '\0')
		return;
	page->cookies[COOKIE_NOTICE] = "";
	page->notice.text = notice_read(page->ctx.arena, page->session_token, cookie);
	page->notice.good = true;
	page->view.notices = &page->notice;
	page->view.n_notices = page->notice.text != NULL;
}

static void
view_forms(struct page *page)
{
	const char *cookie = page_form_cookie(page);
	bool needed = *cookie != '\0' && (page->logged_in || page->public_form);

	page->view.csrf_token = needed ? csrf_token(page->ctx.arena, cookie) : "";
	page->view.form_key = needed ? crypto_token(page->ctx.arena) : "";
}

static void
view_fill(struct page *page, const char *title)
{
	struct page_view *view = &page->view;
	const struct site *site = &web_process()->site;

	view_language(view, page->ctx.lang);
	view_person(view, page);
	view_notice(page);
	view_forms(page);
	view->title = title;
	view->has_errors = page->http == 422;
	view->path = view_address(page);
	view->asset_version = web_process()->asset_version;
	view->county_name = lang_pick(&site->name, page->ctx.lang);
	view->contact_email = site->email;
	view->contact_phone = site->phone;
	view->demo = site->mode == SITE_DEMO;
	view->nav = page_menu(&view->n_nav, page);
}

struct buf *
page_open(struct ctx *ctx, int http, const char *title)
{
	struct page *page = ctx->page;

	page->http = http;
	page->out = buf_new(ctx->arena);
	buf_reserve(&page->out, 32 * 1024);
	view_fill(page, title);
	html_layout_top(&page->out, &page->view);
	return (&page->out);
}

const struct page_view *
page_view(struct ctx *ctx)
{
	return (&ctx->page->view);
}

enum status
page_close(struct ctx *ctx)
{
	struct page *page = ctx->page;

	html_layout_bottom(&page->out, &page->view);
	page->content_type = "text/html; charset=utf-8";
	page->body = page->out.data;
	page->body_len = page->out.len;
	return (OK);
}

void
page_band(struct ctx *ctx, enum page_band band, const char *text)
{
	struct page_view *view = &ctx->page->view;

	view->band_draft = band == BAND_DRAFT ? text : NULL;
	view->band_sent = band == BAND_SENT ? text : NULL;
}

void
page_cache(struct ctx *ctx, int seconds)
{
	ctx->page->cache_seconds = seconds;
}

void
notice_set(struct ctx *ctx, const char *text)
{
	struct page *page = ctx->page;
	size_t len = strlen(text);

	while (len > NOTICE_MAX || (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80))
		len--;
	page->cookies[COOKIE_NOTICE] =
	    notice_cookie(ctx->arena, page->session_token, arena_strndup(ctx->arena, text, len));
}

enum status
redirect(struct ctx *ctx, const char *fmt, ...)
{
	struct page *page = ctx->page;
	const char *path;
	va_list ap;

	va_start(ap, fmt);
	path = page_own_path(arena_vprintf(ctx->arena, fmt, ap));
	va_end(ap);
	page->http = 303;
	page->location = *path == '\0' ? "/" : path;
	page->content_type = NULL;
	page->body = NULL;
	page->body_len = 0;
	return (OK);
}

/* A plain name for old readers, and the whole one as RFC 6266 says. */
static const char *
disposition(struct arena *arena, const char *kind, const char *name)
{
	struct buf plain = buf_new(arena), whole = buf_new(arena);

	for (const unsigned char *c = (const unsigned char *)name; *c != '\0'; c++) {
		bool simple = (*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
			      strchr("-._", *c) != NULL;

		if (*c >= ' ' && *c < 0x7f)
			buf_putc(&plain, strchr("\"\\%", *c) != NULL ? '_' : (char)*c);
		else if ((*c & 0xc0) != 0x80)
			buf_putc(&plain, '_');
		if (simple)
			buf_putc(&whole, (char)*c);
		else
			buf_printf(&whole, "%%%02X", *c);
	}
	return (
	    arena_printf(arena, "%s; filename=\"%s\"; filename*=UTF-8''%s", kind, buf_text(&plain), buf_text(&whole)));
}

static enum status
bytes_send(
    struct ctx *ctx, const char *kind, const char *media_type, const void *bytes, size_t len, const char *file_name)
{
	struct page *page = ctx->page;

	page->http = 200;
	page->content_type = media_type;
	page->body = bytes;
	page->body_len = len;
	page->disposition = file_name == NULL ? kind : disposition(ctx->arena, kind, file_name);
	return (OK);
}

enum status
page_send(struct ctx *ctx, const char *media_type, const void *bytes, size_t len, const char *file_name)
{
	return (bytes_send(ctx, "inline", media_type, bytes, len, file_name));
}

enum status
page_download(struct ctx *ctx, const char *media_type, const void *bytes, size_t len, const char *file_name)
{
	return (bytes_send(ctx, "attachment", media_type, bytes, len, file_name));
}

void
page_discard(struct page *page)
{
	page->http = 0;
	page->content_type = page->location = page->disposition = page->allow = NULL;
	page->body = NULL;
	page->body_len = 0;
	page->cache_seconds = 0;
}

/* Shared caches may keep what is the same for everybody; nothing else is kept anywhere. */
static bool
is_public(const struct page *page)
{
	for (int i = 0; i < COOKIE__MAX; i++)
		if (page->cookies[i] != NULL)
			return (false);
	return (page->cache_seconds > 0 && page->http == 200 && !page->logged_in && !page->public_form &&
		page->request->method != METHOD_POST);
}

void
page_finish(struct page *page)
{
	struct http_response *response = page->response;
	struct arena *arena = page->ctx.arena;

	response->fields = NULL;
	response_set(response, page->http, page->content_type, page->body, page->body_len);
	if (page->location != NULL)
		response_field_add(response, arena, "location", page->location);
	if (page->allow != NULL)
		response_field_add(response, arena, "allow", page->allow);
	if (page->disposition != NULL)
		response_field_add(response, arena, "content-disposition", page->disposition);
	if (page->http == 503)
		response_field_add(response, arena, "retry-after", "10");
	if (page->http == 401)
		response_field_add(response, arena, "www-authenticate", "Form realm=\"/logg-inn\"");
	response_field_add(response, arena, "cache-control",
	    is_public(page) ? arena_printf(arena, "public, max-age=%d", page->cache_seconds) : "no-store");
	response_field_add(response, arena, "vary", "Cookie, Accept-Language");
	for (int i = 0; i < COOKIE__MAX; i++)
		if (page->cookies[i] != NULL)
			cookie_set(response, arena, page->request, (enum cookie)i, page->cookies[i]);
}
