/* letter_page.c — decision letters for those who send them: preview, what is missing, one at a time or a whole call. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "flow/case_flow.h"
#include "flow/letter_flow.h"
#include "flow/letter_print.h"
#include "flow/recommendation_flow.h"
#include "gen/html_letter_list.h"
#include "gen/html_letter_show.h"
#include "web/case_gate.h"
#include "web/case_words.h"
#include "web/letter_words.h"
#include "web/list_path.h"
#include "web/page.h"

/* Letters are made while the person waits: this many at a time keep the wait to a few seconds. */
#define LETTERS_AT_ONCE 100

/* --- one letter --------------------------------------------------------------------------------------------------- */

static void
add_messages(struct html_letter_show *view, struct ctx *ctx, const struct letter_draft *draft)
{
	struct html_letter_show_missing *missing = arena_array(ctx->arena, draft->missing.n, sizeof(*missing));
	struct html_letter_show_warnings *warnings = arena_array(ctx->arena, draft->warnings.n, sizeof(*warnings));

	for (size_t i = 0; i < draft->missing.n; i++)
		missing[view->n_missing++].text = draft->missing.list[i].text;
	for (size_t i = 0; i < draft->warnings.n; i++)
		warnings[view->n_warnings++].text = draft->warnings.list[i].text;
	view->missing = missing;
	view->warnings = warnings;
}

/* The twin of what will be sent, or of what was. */
static enum status
add_paper(struct html_letter_show *view, struct ctx *ctx, const struct letter_draft *draft)
{
	struct buf *html = arena_alloc(ctx->arena, sizeof(*html));
	struct letter_sent sent;
	enum lang lang = draft->lang;
	enum status st;

	if (!draft->decision.notified) {
		*html = buf_new(ctx->arena);
		if ((st = letter_html(html, ctx, draft)) != OK)
			return (st);
		view->seen = letter_fingerprint(ctx, html);
	} else {
		if ((st = letter_sent_page(&sent, ctx, draft->application.id)) != OK)
			return (st);
		*html = sent.html;
		lang = sent.lang;
		view->sent_text = tr_printf(ctx->arena, ctx->lang, "Sendt %s av %s.",
		    instant_long(ctx->arena, sent.sent_at, ctx->lang), sent.sent_by);
	}
	view->paper = html->len > 0;
	view->doc = safe_html_from(html);
	view->letter_lang = lang_code(lang);
	return (OK);
}

static enum status
letter_render(struct ctx *ctx, const struct letter_draft *draft, int http)
{
	const struct application *application = &draft->application;
	const char *case_url = arena_printf(ctx->arena, "/saker/%" PRId64, application->id);
	struct html_letter_show view = {
		.id = arena_printf(ctx->arena, "%" PRId64, application->id),
		.number = application->number,
		.recipient = application->organisation.name,
		.notified = draft->decision.notified,
		.all_url = arena_printf(ctx->arena, "/utlysninger/%" PRId64 "/brev", application->call.id),
		.may_send = !draft->decision.notified && !messages_have_errors(&draft->missing),
		.part_breadcrumbs = case_crumbs(ctx, case_url, application->number, tr(ctx->lang, "Brev")),
	};
	enum status st;

	if ((st = add_paper(&view, ctx, draft)) != OK)
		return (st);
	if (!draft->decision.notified)
		add_messages(&view, ctx, draft);
	return (page_render(ctx, http, tr_printf(ctx->arena, ctx->lang, "Brev i sak %s", application->number),
	    HTML(letter_show), &view));
}

enum status
letter_show(struct ctx *ctx)
{
	struct letter_draft draft;
	enum status st;
	int64_t id;
	bool ready;

	if ((st = case_declared_first(&ready, &id, ctx)) != OK || !ready)
		return (st);
	if ((st = letter_compose(&draft, ctx, id)) != OK ||
	    (!draft.decision.notified && (st = letter_look_over(&draft, ctx)) != OK))
		return (st);
	return (letter_render(ctx, &draft, 200));
}

enum status
letter_pdf_show(struct ctx *ctx)
{
	struct letter_draft draft;
	struct buf made = buf_new(ctx->arena);
	const void *pdf;
	enum status st;
	int64_t id;
	size_t len;
	bool ready;

	if ((st = case_declared_first(&ready, &id, ctx)) != OK || !ready)
		return (st);
	if ((st = letter_compose(&draft, ctx, id)) != OK)
		return (st);
	if (draft.decision.notified)
		st = letter_sent_pdf(&pdf, &len, ctx, id);
	else if ((st = letter_pdf(&made, ctx, &draft)) == OK) {
		pdf = made.data;
		len = made.len;
	}
	if (st != OK)
		return (st);
	return (page_send(
	    ctx, "application/pdf", pdf, len, arena_printf(ctx->arena, "brev-%s.pdf", draft.application.number)));
}

enum status
letter_post(struct ctx *ctx)
{
	struct letter_draft draft;
	struct messages missing;
	enum status st;
	int64_t id;
	bool ready;

	if ((st = case_declared_first(&ready, &id, ctx)) != OK || !ready)
		return (st);
	if ((st = letter_send(&missing, ctx, id, form_text(ctx, "sett"))) == ERR_INVALID) {
		if ((st = letter_compose(&draft, ctx, id)) != OK || (st = letter_look_over(&draft, ctx)) != OK)
			return (st);
		if (messages_for(&missing, "seen") != NULL)
			draft.warnings = missing;
		return (letter_render(ctx, &draft, 422));
	}
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Brevet er sendt."));
	return (redirect(ctx, "/saker/%" PRId64 "/brev", id));
}

/* --- all letters of a call ---------------------------------------------------------------------------------------- */

static bool
is_whole(const struct letter_draft *draft)
{
	return (draft->declared && !messages_have_errors(&draft->missing));
}

static struct html_letter_list_rows
row_view(struct ctx *ctx, const struct letter_draft *draft)
{
	struct html_letter_list_rows_missing *missing = arena_array(ctx->arena, draft->missing.n, sizeof(*missing));
	struct html_letter_list_rows_warnings *warnings = arena_array(ctx->arena, draft->warnings.n, sizeof(*warnings));

	for (size_t i = 0; i < draft->missing.n; i++)
		missing[i].text = draft->missing.list[i].text;
	for (size_t i = 0; i < draft->warnings.n; i++)
		warnings[i].text = draft->warnings.list[i].text;
	return ((struct html_letter_list_rows){
	    .id = arena_printf(ctx->arena, "%" PRId64, draft->application.id),
	    .number = draft->application.number,
	    .organisation = draft->application.organisation.name,
	    .title = draft->application.title,
	    .outcome = draft->declared ? outcome_text(draft->decision.outcome, ctx->lang) : "",
	    .awarded = draft->declared ? money_show(ctx->arena, draft->decision.awarded) : "",
	    .standard = letter_standard_name(draft->lang, ctx->lang),
	    .undeclared = !draft->declared,
	    .whole = is_whole(draft),
	    .missing = missing,
	    .n_missing = draft->declared ? draft->missing.n : 0,
	    .warnings = warnings,
	    .n_warnings = draft->declared ? draft->warnings.n : 0,
	});
}

/* "Du sender 12 brev. 3 kan ikke sendes ennå." */
static const char *
effect_of(struct ctx *ctx, size_t ready, size_t held)
{
	const char *sends =
	    arena_printf(ctx->arena, tr_plural(ctx->lang, "Du sender %s brev.", "Du sender %s brev.", (int64_t)ready),
		money_count(ctx->arena, (int64_t)ready));

	if (ready + held == 0)
		return (tr(ctx->lang, "Ingen brev venter på å bli sendt."));
	if (held == 0)
		return (sends);
	return (arena_printf(ctx->arena, "%s %s", ready == 0 ? "" : sends,
	    arena_printf(ctx->arena,
		tr_plural(ctx->lang, "%s brev kan ikke sendes ennå. Under står det hva som mangler.",
		    "%s brev kan ikke sendes ennå. Under står det hva som mangler.", (int64_t)held),
		money_count(ctx->arena, (int64_t)held))));
}

static void
add_letters(struct html_letter_list *view, struct ctx *ctx, const struct letter_draft *drafts, size_t n)
{
	struct html_letter_list_rows *rows = arena_array(ctx->arena, n, sizeof(*rows));
	struct html_letter_list_ready *ready = arena_array(ctx->arena, n, sizeof(*ready));
	size_t whole = 0;

	/* What needs a person's work stands first. */
	for (int done = 0; done <= 1; done++)
		for (size_t i = 0; i < n; i++)
			if (is_whole(&drafts[i]) == (done == 1))
				rows[view->n_rows++] = row_view(ctx, &drafts[i]);
	for (size_t i = 0; i < n; i++) {
		whole += is_whole(&drafts[i]);
		if (is_whole(&drafts[i]) && view->n_ready < LETTERS_AT_ONCE)
			ready[view->n_ready++].id = arena_printf(ctx->arena, "%" PRId64, drafts[i].application.id);
	}
	view->rows = rows;
	view->ready = ready;
	view->may_send = view->n_ready > 0;
	view->effect = effect_of(ctx, view->n_ready, n - whole);
	if (whole > view->n_ready)
		view->later = tr_printf(ctx->arena, ctx->lang, "Vi sender %d om gangen. Da gjenstår %s som er klare.",
		    LETTERS_AT_ONCE, money_count(ctx->arena, (int64_t)(whole - view->n_ready)));
	view->button =
	    arena_printf(ctx->arena, tr_plural(ctx->lang, "Send %s brev", "Send %s brev", (int64_t)view->n_ready),
		money_count(ctx->arena, (int64_t)view->n_ready));
}

/* What paper cannot show is told before the letters go, as on each letter's own page. */
static enum status
check_printing(struct ctx *ctx, struct letter_draft *drafts, size_t n)
{
	enum status st = OK;

	for (size_t i = 0, checked = 0; st == OK && i < n && checked < LETTERS_AT_ONCE; i++)
		if (is_whole(&drafts[i])) {
			st = letter_print_check(&drafts[i], ctx);
			checked++;
		}
	return (st);
}

enum status
letter_list_show(struct ctx *ctx)
{
	struct recommendation_list list;
	struct letter_draft *drafts;
	struct html_letter_list view = { 0 };
	const char *list_page;
	enum status st;
	size_t n;

	if ((st = list_at_path(&list, ctx)) != OK || (st = letter_waiting(&drafts, &n, ctx, list.call.id)) != OK)
		return (st);
	if ((st = check_printing(ctx, drafts, n)) != OK)
		return (st);
	list_page = list_url(ctx, &list, "innstilling");
	view.title = lang_pick(&list.scheme->title, ctx->lang);
	view.path = list_url(ctx, &list, "brev");
	view.part_breadcrumbs = case_crumbs(ctx, list_page, tr(ctx->lang, "Innstilling"), tr(ctx->lang, "Brev"));
	view.part_empty = (struct html_part_empty){ .title = tr(ctx->lang, "Ingen brev venter"),
		.text = tr(ctx->lang, "Brev kommer hit når saker er vedtatt."),
		.action_url = list_page,
		.action_text = tr(ctx->lang, "Se innstillingen") };
	add_letters(&view, ctx, drafts, n);
	return (
	    page_render(ctx, 200, tr_printf(ctx->arena, ctx->lang, "Brev: %s", view.title), HTML(letter_list), &view));
}

/* The letters the page showed as ready; one that is not whole any more, or was sent meanwhile, stays where it is. */
static bool
is_asked_for(struct ctx *ctx, int64_t id)
{
	size_t n;
	const char *const *asked = form_list(ctx, "brev", &n);

	for (size_t i = 0; i < n; i++)
		if (strtoll(asked[i], NULL, 10) == id)
			return (true);
	return (false);
}

static enum status
send_asked_for(size_t *sent, struct ctx *ctx, const struct letter_draft *drafts, size_t n)
{
	struct messages missing;
	enum status st = OK;

	*sent = 0;
	for (size_t i = 0; st == OK && i < n && *sent < LETTERS_AT_ONCE; i++) {
		if (!is_whole(&drafts[i]) || !is_asked_for(ctx, drafts[i].application.id))
			continue;
		if ((st = letter_send(&missing, ctx, drafts[i].application.id, NULL)) == OK)
			++*sent;
	}
	return (st);
}

enum status
letter_list_post(struct ctx *ctx)
{
	struct recommendation_list list;
	struct letter_draft *drafts;
	enum status st;
	size_t n, sent;

	if ((st = list_at_path(&list, ctx)) != OK || (st = letter_waiting(&drafts, &n, ctx, list.call.id)) != OK ||
	    (st = send_asked_for(&sent, ctx, drafts, n)) != OK)
		return (st);
	notice_set(
	    ctx, arena_printf(ctx->arena, tr_plural(ctx->lang, "%s brev er sendt.", "%s brev er sendt.", (int64_t)sent),
		     money_count(ctx->arena, (int64_t)sent)));
	return (redirect(ctx, "%s", list_url(ctx, &list, "brev")));
}
