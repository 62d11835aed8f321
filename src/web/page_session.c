/* page_session.c — who asks and in which language: from the cookies of a request. */
#include <string.h>

#include "core/crypto.h"
#include "web/accept_language.h"
#include "web/page_state.h"

/* The language chosen in this browser, then the account's, then what the browser asks for. */
static void
language_find(struct page *page)
{
	const char *chosen = cookie_read(page->ctx.arena, page->request, COOKIE_LANGUAGE);

	if (!lang_parse(&page->ctx.lang, chosen) && !page->logged_in)
		page->ctx.lang = accept_language(page->request->accept_language);
}

void
page_language_prefer(struct ctx *ctx, enum lang lang)
{
	enum lang chosen;

	if (!ctx->page->logged_in && !lang_parse(&chosen, cookie_read(ctx->arena, ctx->page->request, COOKIE_LANGUAGE)))
		ctx->lang = lang;
}

enum status
page_session_find(struct page *page)
{
	struct ctx *ctx = &page->ctx;
	enum status st = ERR_NOT_FOUND;

	page->session_token = cookie_read(ctx->arena, page->request, COOKIE_SESSION);
	page->form_token = cookie_read(ctx->arena, page->request, COOKIE_FORM);
	if (*page->session_token != '\0')
		st = session_load(&page->session, ctx, page->session_token);
	page->logged_in = st == OK;
	language_find(page);
	return (st == ERR_NOT_FOUND ? OK : st);
}

enum status
page_session_begin(struct ctx *ctx, const char *token)
{
	struct page *page = ctx->page;
	enum status st;

	/* What this browser was logged in with before is worth nothing from now on. */
	if (*page->session_token != '\0' && (st = session_end(ctx, page->session_token)) != OK)
		return (st);
	if ((st = session_load(&page->session, ctx, token)) != OK)
		return (st);
	page->session_token = token;
	page->logged_in = true;
	page->cookies[COOKIE_SESSION] = token;
	language_find(page);
	return (OK);
}

void
page_session_forget(struct ctx *ctx)
{
	struct page *page = ctx->page;

	page->cookies[COOKIE_SESSION] = "";
	page->session_token = "";
	page->logged_in = false;
	ctx->user_id = 0;
	ctx->user_name = "";
	ctx->role = ROLE_NONE;
	ctx->unit_id = 0;
}

const char *
page_form_cookie(const struct page *page)
{
	return (*page->session_token != '\0' ? page->session_token : page->form_token);
}

void
page_public_form(struct ctx *ctx)
{
	struct page *page = ctx->page;

	page->public_form = true;
	if (*page_form_cookie(page) != '\0')
		return;
	page->form_token = crypto_token(ctx->arena);
	page->cookies[COOKIE_FORM] = page->form_token;
}

const char *
page_own_path(const char *path)
{
	if (path[0] != '/' || path[1] == '/' || path[1] == '\\' || strlen(path) > 1500)
		return ("");
	for (const char *c = path; *c != '\0'; c++)
		if (*c <= ' ' || *c == '\\' || *c == 0x7f || (unsigned char)*c > 0x7f)
			return ("");
	return (path);
}

const char *
page_home(const struct ctx *ctx)
{
	static const char *const homes[ROLE__MAX] = { [ROLE_NONE] = "/",
		[ROLE_APPLICANT] = "/soknader",
		[ROLE_OFFICER] = "/saker",
		[ROLE_LEADER] = "/saker",
		[ROLE_POLITICIAN] = "/utvalg",
		[ROLE_ADMIN] = "/konto" };

	return (page_exists(ctx->arena, METHOD_GET, homes[ctx->role]) ? homes[ctx->role] : "/");
}
