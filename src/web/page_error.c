/* page_error.c — one page for each kind of trouble: what happened, what to do, the way home and a person to call. */
#include <string.h>

#include "core/catalogue.h"
#include "gen/html_error_conflict.h"
#include "gen/html_error_failed.h"
#include "gen/html_error_forbidden.h"
#include "gen/html_error_invalid.h"
#include "gen/html_error_not_found.h"
#include "gen/html_error_too_large.h"
#include "gen/html_error_unavailable.h"
#include "web/page_state.h"

#define REQUEST_ID_SHOWN 8

static const char *const fault_texts[] = {
	[FORM_FINE] = T("Noe mangler i adressen eller skjemaet. Gå tilbake, last siden på nytt og prøv igjen."),
	[FORM_NOT_UTF8] =
	    T("Skjemaet inneholder tegn vi ikke kan lese. Gå tilbake i nettleseren, skriv teksten på nytt "
	      "eller lim den inn som ren tekst, og prøv igjen."),
	[FORM_BROKEN] = T("Skjemaet kom ikke helt fram. Gå tilbake i nettleseren og prøv igjen."),
	[FORM_TYPE] = T("Skjemaet kom i et format vi ikke kan lese. Gå tilbake i nettleseren og prøv igjen."),
	[FORM_TOO_MANY] = T("Skjemaet har flere enn 2 000 felt eller flere enn 20 filer. Send færre om gangen."),
	[FORM_TOO_LONG] =
	    T("Teksten i skjemaet er for lang. Til sammen kan den være omtrent en million tegn. Gå tilbake i "
	      "nettleseren, kort den ned og prøv igjen."),
	[FORM_FILE_TOO_LARGE] =
	    T("Filen er større enn 20 MB. Gå tilbake i nettleseren, velg en mindre fil og prøv igjen."),
};

static enum status
render(struct ctx *ctx, enum status st)
{
	const char *fault = tr(ctx->lang, fault_texts[ctx->page->fault]);
	/* Enough to find the line in the log, and short enough to read aloud. */
	const char *id = arena_strndup(ctx->arena, ctx->request_id, REQUEST_ID_SHOWN);
	int http = status_http(st);

	switch (st) {
	case ERR_NOT_FOUND:
		return (page_render(ctx, http, tr(ctx->lang, T("Vi finner ikke siden")), HTML(error_not_found),
		    &((struct html_error_not_found){ .request_id = id })));
	case ERR_FORBIDDEN:
		return (page_render(ctx, http, tr(ctx->lang, T("Vi kan ikke ta imot dette")), HTML(error_forbidden),
		    &((struct html_error_forbidden){ .request_id = id })));
	case ERR_INVALID:
		return (page_render(ctx, http, tr(ctx->lang, T("Noe er galt i skjemaet")), HTML(error_invalid),
		    &((struct html_error_invalid){ .message = fault, .request_id = id })));
	case ERR_CONFLICT:
		return (
		    page_render(ctx, http, tr(ctx->lang, T("Noe er endret siden du åpnet siden")), HTML(error_conflict),
			&((struct html_error_conflict){ .back_url = page_path(ctx),
			    .request_id = id,
			    .has_back = page_exists(ctx->arena, METHOD_GET, page_path(ctx)) })));
	case ERR_TOO_LARGE:
		return (page_render(ctx, http, tr(ctx->lang, T("Det du sendte, er for stort")), HTML(error_too_large),
		    &((struct html_error_too_large){ .message = fault, .request_id = id })));
	case ERR_UNAVAILABLE:
	case ERR_LIMIT:
		return (page_render(ctx, http, tr(ctx->lang, T("Tjenesten er opptatt akkurat nå")),
		    HTML(error_unavailable), &((struct html_error_unavailable){ .request_id = id })));
	default:
		return (page_render(ctx, 500, tr(ctx->lang, T("Noe gikk galt hos oss")), HTML(error_failed),
		    &((struct html_error_failed){ .request_id = id })));
	}
}

void
page_error(struct ctx *ctx, enum status st)
{
	struct page *page = ctx->page;
	const char *allow = page->allow;

	page_discard(page);
	page->view.band_draft = page->view.band_sent = NULL;
	(void)!render(ctx, st);
	if (allow != NULL) {
		page->allow = allow;
		page->http = 405;
	}
}

void
page_error_fixed(struct http_response *response)
{
	static const char html[] =
	    "<!doctype html><html lang=\"nb\"><head><meta charset=\"utf-8\">"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
	    "<title>Siden ble for stor – Tilskudd</title></head><body><main><h1>Siden ble for stor</h1>"
	    "<p>Vi klarte ikke å vise siden. Ingenting er endret. Prøv igjen om litt.</p>"
	    "<p lang=\"en\">The page became too large to show. Nothing was changed. Try again in a while.</p>"
	    "<p><a href=\"/\">Til forsiden</a></p></main></body></html>";
	static struct http_field retry = { "retry-after", "10", NULL };
	static struct http_field cache = { "cache-control", "no-store", &retry };

	response_set(response, 503, "text/html; charset=utf-8", html, sizeof(html) - 1);
	response->fields = &cache;
	response->spool_file = NULL;
}
