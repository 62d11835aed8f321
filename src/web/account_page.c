/* account_page.c — logging in and out, a forgotten password, and the account's own page. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/account_flow.h"
#include "flow/application_flow.h"
#include "gen/html_account.h"
#include "gen/html_login.h"
#include "gen/html_reset.h"
#include "gen/html_reset_password.h"
#include "web/page_kept.h"
#include "web/page_state.h"

/* What the demo data makes; shown in demo mode alone. */
#define DEMO_PASSWORD "Tilskudd-demo-2026"

static const struct {
	const char *email, *about;
} demo_accounts[] = {
	{ "soker@demo.test", T("søker for en frivillig organisasjon") },
	{ "saksbehandler@demo.test", T("saksbehandler i fylkeskommunen") },
	{ "leder@demo.test", T("leder, som vedtar") },
	{ "politiker@demo.test", T("politiker i et hovedutvalg") },
	{ "admin@demo.test", T("administrator") },
};

#define N_DEMO (sizeof(demo_accounts) / sizeof(demo_accounts[0]))

static void
demo_fill(struct html_login *view, struct ctx *ctx)
{
	struct html_login_demo *demo;

	if (web_process()->site.mode != SITE_DEMO)
		return;
	demo = arena_array(ctx->arena, N_DEMO, sizeof(*demo));
	for (size_t i = 0; i < N_DEMO; i++)
		demo[i] = (struct html_login_demo){ demo_accounts[i].email, tr(ctx->lang, demo_accounts[i].about) };
	view->demo = demo;
	view->n_demo = N_DEMO;
	view->demo_password = DEMO_PASSWORD;
}

/* Where the person wanted to go: from the address, or from the form when it is shown again. */
static const char *
back_path(struct ctx *ctx)
{
	const char *posted = form_text(ctx, "tilbake");

	return (page_own_path(*posted != '\0' ? posted : query_text(ctx, "tilbake")));
}

enum status
login_render(struct ctx *ctx, int http, const char *error, const struct kept_form *kept)
{
	struct html_login_kept *fields = arena_array(ctx->arena, kept->n_fields + 1, sizeof(*fields));
	struct html_login view = { .error = error, .back = back_path(ctx), .kept = fields };

	/* Another page's form may have a field of the same name. */
	if (strcmp(page_path(ctx), "/logg-inn") == 0)
		view.email = form_text(ctx, "email");
	if (kept->path != NULL) {
		view.kept_path = kept->path;
		view.kept_files = kept->files;
		for (; view.n_kept < kept->n_fields; view.n_kept++)
			fields[view.n_kept] =
			    (struct html_login_kept){ kept->fields[view.n_kept].name, kept->fields[view.n_kept].value };
	}
	demo_fill(&view, ctx);
	page_public_form(ctx);
	return (page_render(ctx, http, tr(ctx->lang, "Logg inn"), HTML(login), &view));
}

enum status
login_show(struct ctx *ctx)
{
	const struct kept_form nothing = { .path = NULL };
	const char *back = back_path(ctx);

	if (ctx->user_id != 0)
		return (redirect(ctx, "%s", *back == '\0' ? page_home(ctx) : back));
	return (login_render(ctx, 200, NULL, &nothing));
}

/* Where to after a login. A page of another role's would only say that it is not there. */
static enum status
login_lead_on(struct ctx *ctx, const struct kept_form *kept)
{
	const char *back = back_path(ctx);

	if (kept->path != NULL)
		return (kept_render(ctx, 200, kept));
	if (*back == '\0' || strcmp(back, "/") == 0)
		back = page_home(ctx);
	return (redirect(ctx, "%s", back));
}

enum status
login_post(struct ctx *ctx)
{
	struct kept_form kept = kept_from_login(ctx);
	const char *token;
	enum status st;

	st = account_login(&token, ctx, form_text(ctx, "email"), form_text(ctx, "password"));
	if (st == ERR_INVALID)
		return (login_render(ctx, 422,
		    tr(ctx->lang,
			"E-posten eller passordet stemmer ikke. Skriv dem på nytt, eller be om et nytt passord."),
		    &kept));
	if (st == ERR_FORBIDDEN)
		return (login_render(ctx, 429,
		    tr_printf(ctx->arena, ctx->lang,
			"Det er prøvd feil passord for mange ganger. Vent %d minutter, eller be om et nytt passord.",
			LOGIN_WINDOW_MINUTES),
		    &kept));
	if (st != OK || (st = page_session_begin(ctx, token)) != OK)
		return (st);
	return (login_lead_on(ctx, &kept));
}

enum status
logout_post(struct ctx *ctx)
{
	const char *token = ctx->page->session_token;
	enum status st;

	if (*token != '\0' && (st = session_end(ctx, token)) != OK)
		return (st);
	page_session_forget(ctx);
	notice_set(ctx, tr(ctx->lang, "Du er logget ut."));
	return (redirect(ctx, "/"));
}

/* --- a forgotten password ---------------------------------------------------------------------------------------- */

static enum status
reset_render(struct ctx *ctx, int http, const struct html_reset *view)
{
	page_public_form(ctx);
	return (page_render(ctx, http, tr(ctx->lang, "Glemt passordet?"), HTML(reset), view));
}

enum status
reset_show(struct ctx *ctx)
{
	struct html_reset view = { .sent = query_has(ctx, "sendt") };

	return (reset_render(ctx, 200, &view));
}

enum status
reset_post(struct ctx *ctx)
{
	struct html_reset view = { .email = text_trim(ctx->arena, form_text(ctx, "email")) };
	const char *at = strchr(view.email, '@');
	enum status st;

	if (at == NULL || at == view.email || at[1] == '\0') {
		view.error = tr(ctx->lang, "Skriv en e-postadresse, for eksempel navn@lag.no");
		return (reset_render(ctx, 422, &view));
	}
	if ((st = account_reset_request(ctx, view.email, web_process()->site.url)) != OK)
		return (st);
	return (redirect(ctx, "/glemt-passord?sendt"));
}

static enum status
reset_password_render(struct ctx *ctx, int http, const struct html_reset_password *view)
{
	page_public_form(ctx);
	return (page_render(ctx, http, tr(ctx->lang, "Velg et nytt passord"), HTML(reset_password), view));
}

enum status
reset_password_show(struct ctx *ctx)
{
	struct html_reset_password view = { .path = page_path(ctx) };
	enum status st = account_reset_check(ctx, path_text(ctx, "token"));

	if (st != OK && st != ERR_NOT_FOUND)
		return (st);
	view.expired = st == ERR_NOT_FOUND;
	return (reset_password_render(ctx, view.expired ? 404 : 200, &view));
}

enum status
reset_password_post(struct ctx *ctx)
{
	struct html_reset_password view = { .path = page_path(ctx) };
	enum status st = account_reset_use(ctx, path_text(ctx, "token"), form_text(ctx, "password"));

	if (st == ERR_NOT_FOUND) {
		view.expired = true;
		return (reset_password_render(ctx, 404, &view));
	}
	if (st == ERR_INVALID) {
		view.error = tr_printf(ctx->arena, ctx->lang, "Skriv et passord på minst %d og høyst %d tegn.",
		    PASSWORD_SHORTEST, PASSWORD_LONGEST);
		return (reset_password_render(ctx, 422, &view));
	}
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Passordet er byttet. Logg inn med det nye."));
	return (redirect(ctx, "/logg-inn"));
}

/* --- the account ------------------------------------------------------------------------------------------------- */

static const char *
role_name(enum role role, enum lang lang)
{
	static const char *const names[ROLE__MAX] = { [ROLE_NONE] = "",
		[ROLE_APPLICANT] = T("søker"),
		[ROLE_OFFICER] = T("saksbehandler"),
		[ROLE_LEADER] = T("leder"),
		[ROLE_POLITICIAN] = T("politiker"),
		[ROLE_ADMIN] = T("administrator") };

	return (tr(lang, names[role]));
}

/* With one organisation there is nothing to choose. */
static enum status
organisations_fill(struct html_account *view, struct ctx *ctx)
{
	struct membership_row *list;
	struct html_account_organisations *rows;
	size_t n;
	enum status st;

	if (ctx->role != ROLE_APPLICANT)
		return (OK);
	if ((st = membership_list(&list, &n, ctx)) != OK)
		return (st);
	rows = arena_array(ctx->arena, n + 1, sizeof(*rows));
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct html_account_organisations){ .id = arena_printf(
								   ctx->arena, "%" PRId64, list[i].organisation.id),
			.name = list[i].organisation.name,
			.orgnr = list[i].organisation.orgnr,
			.current = list[i].organisation.id == ctx->page->session.organisation_id };
	view->organisations = rows;
	view->n_organisations = n > 1 ? n : 0;
	return (OK);
}

enum status
account_show(struct ctx *ctx)
{
	static const char *const names[LANG__MAX] = { "Bokmål", "Nynorsk", "English" };
	struct html_account_languages languages[LANG__MAX];
	struct html_account view = { .name = ctx->user_name,
		.email = ctx->page->session.email,
		.role = role_name(ctx->role, ctx->lang),
		.languages = languages,
		.n_languages = LANG__MAX };
	enum status st = organisations_fill(&view, ctx);

	for (int i = 0; i < LANG__MAX; i++)
		languages[i] = (struct html_account_languages){
			.code = lang_code((enum lang)i), .name = names[i], .current = (enum lang)i == ctx->lang
		};
	if (st != OK)
		return (st);
	return (page_render(ctx, 200, tr(ctx->lang, "Kontoen din"), HTML(account), &view));
}

enum status
account_post(struct ctx *ctx)
{
	enum lang lang;
	enum status st;

	if (!lang_parse(&lang, form_text(ctx, "lang")))
		return (ERR_INVALID);
	if ((st = account_set_lang(ctx, lang)) != OK)
		return (st);
	ctx->page->cookies[COOKIE_LANGUAGE] = lang_code(lang);
	notice_set(ctx, tr(lang, "Språket er lagret."));
	return (redirect(ctx, "/konto"));
}

enum status
account_organisation_post(struct ctx *ctx)
{
	int64_t id;
	enum status st;

	if ((st = form_id(&id, ctx, "organisation")) != OK ||
	    (st = session_choose_organisation(ctx, &ctx->page->session, id)) != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Organisasjonen er byttet."));
	return (redirect(ctx, "/konto"));
}

/* A choice of this browser's; changes nothing but a cookie, so that a link will do. */
enum status
language_set(struct ctx *ctx)
{
	const char *back = page_own_path(query_text(ctx, "tilbake"));
	enum lang lang;

	if (lang_parse(&lang, query_text(ctx, "til")))
		ctx->page->cookies[COOKIE_LANGUAGE] = lang_code(lang);
	return (redirect(ctx, "%s", *back == '\0' ? "/" : back));
}
