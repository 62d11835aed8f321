/* letter_applicant_page.c — the answer as the applicant reads it: the letter as it was sent, and the last day to
 * appeal.
 */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "flow/letter_flow.h"
#include "gen/html_letter_applicant.h"
#include "web/application_page.h"
#include "web/letter_words.h"
#include "web/page.h"

const char *
letter_standard_name(enum lang standard, enum lang lang)
{
	return (standard == LANG_NN ? tr(lang, "nynorsk") : tr(lang, "bokmål"));
}

static const char *
outcome_sentence(struct ctx *ctx, const struct application *application, enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_GRANTED:
		return (tr_printf(
		    ctx->arena, ctx->lang, "Dere får tilskudd: %s.", money_show(ctx->arena, application->awarded)));
	case OUTCOME_PARTLY_GRANTED:
		return (tr_printf(ctx->arena, ctx->lang, "Dere får en del av tilskuddet dere søkte om: %s av %s.",
		    money_show(ctx->arena, application->awarded), money_show(ctx->arena, application->applied)));
	case OUTCOME_DISMISSED:
		return (tr(ctx->lang, "Søknaden er avvist. Det betyr at vi ikke har vurdert innholdet i den."));
	default:
		return (tr(ctx->lang, "Dere har fått avslag på søknaden. Grunnen står i brevet."));
	}
}

static struct html_part_facts
facts_of(struct ctx *ctx, const struct application *application)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, 3, sizeof(*rows));
	struct date appeal_by = letter_appeal_by(application);
	size_t n = 0;

	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Tiltak"), .value = application->title };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Brevet kom"),
		.value = instant_long(ctx->arena, application->notified_at, ctx->lang) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Klage"),
		.value = date_none(appeal_by) ? tr(ctx->lang, "Dere kan ikke klage på vedtaket.")
					      : tr_printf(ctx->arena, ctx->lang, "Siste dag for å klage: %s",
						    date_long(ctx->arena, appeal_by, ctx->lang)) };
	return ((struct html_part_facts){ .rows = rows, .n_rows = n });
}

enum status
letter_applicant_show(struct ctx *ctx)
{
	struct html_letter_applicant view = { 0 };
	struct application application;
	struct letter_sent letter;
	enum outcome outcome = OUTCOME_NONE;
	enum status st;
	int64_t id;

	/* Before the letter has gone there is none: neither the query nor row-level security finds a row. */
	if ((st = path_id(&id, ctx, "id")) != OK || (st = letter_sent_page(&letter, ctx, id)) != OK ||
	    (st = application_load(&application, ctx, id)) != OK)
		return (st);
	outcome_parse(&outcome, application.outcome);
	view.id = arena_printf(ctx->arena, "%" PRId64, id);
	view.number = application.number;
	view.outcome_text = outcome_sentence(ctx, &application, outcome);
	view.in_norwegian = ctx->lang == LANG_EN;
	view.norwegian_text = tr(ctx->lang, "Spør kontaktpersonen i brevet om noe er uklart.");
	view.part_breadcrumbs = application_crumbs(ctx, &application, tr(ctx->lang, "Brev"));
	view.part_facts = facts_of(ctx, &application);
	view.paper = letter.html.len > 0;
	view.doc = safe_html_from(&letter.html);
	view.english = letter.english.len > 0;
	view.english_doc = safe_html_from(&letter.english);
	view.letter_lang = lang_code(letter.lang);
	return (page_render(ctx, 200, tr_printf(ctx->arena, ctx->lang, "Svar på søknad %s", application.number),
	    HTML(letter_applicant), &view));
}

enum status
letter_applicant_pdf_show(struct ctx *ctx)
{
	struct application application;
	const void *pdf;
	enum status st;
	int64_t id;
	size_t len;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = letter_sent_pdf(&pdf, &len, ctx, id)) != OK ||
	    (st = application_load(&application, ctx, id)) != OK)
		return (st);
	return (
	    page_send(ctx, "application/pdf", pdf, len, arena_printf(ctx->arena, "svar-%s.pdf", application.number)));
}

enum status
letter_english_pdf_show(struct ctx *ctx)
{
	const void *pdf;
	enum status st;
	int64_t id;
	size_t len;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = letter_english_pdf(&pdf, &len, ctx, id)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", pdf, len, "answer-in-english.pdf"));
}
