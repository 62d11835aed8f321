/* appeal_page.c — an appeal for those who handle it: registered, assessed, and sent on with its papers; and its copy.
 */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/appeal_change_flow.h"
#include "flow/case_flow.h"
#include "gen/html_appeal_applicant.h"
#include "gen/html_case_appeal.h"
#include "gen/html_part_field_long_text.h"
#include "web/application_page.h"
#include "web/case_words.h"
#include "web/page.h"

/* The case and its appeal, and what stands in the forms. */
struct appeal_sheet {
	struct application application;
	struct appeal appeal;
	const char *received_on, *demand;             /* as typed */
	const char *view, *assessment, *late_because; /* as typed */
	const struct messages *errors;                /* NULL when nothing was posted */
	const struct messages *warnings;              /* NULL before the papers are shown */
	struct appeal_changed changed;                /* what the decision was changed to; sent_at 0 when it was not */
	struct buf *html;                             /* the papers; NULL when there are none to see */
	enum lang lang;                               /* theirs */
};

static const char *const fields[][2] = { { "received_on", "dato" }, { "demand", "klage" }, { "view", "syn-uphold" },
	{ "reason", "vurdering" }, { "late", "sen" } };

/* Who hasn't declared does so first; who has a conflict finds nothing. */
static enum status
sheet_load(bool *ready, struct appeal_sheet *out, struct ctx *ctx)
{
	enum impartiality declared;
	enum status st;
	int64_t id;

	*ready = false;
	*out = (struct appeal_sheet){
		.received_on = "", .demand = "", .view = "", .assessment = "", .late_because = "", .lang = LANG_NB
	};
	if ((st = path_id(&id, ctx, "id")) != OK || (st = impartiality_of(&declared, ctx, id)) != OK)
		return (st);
	if (declared == CONFLICT)
		return (ERR_NOT_FOUND);
	if ((st = application_load(&out->application, ctx, id)) != OK)
		return (st);
	if (declared == IMPARTIALITY_NONE)
		return (redirect(ctx, "/saker/%" PRId64, id));
	if (out->application.notified_at == 0)
		return (ERR_CONFLICT);
	*ready = true;
	return (appeal_of(&out->appeal, ctx, id));
}

/* --- the page ----------------------------------------------------------------------------------------------------- */

static const char *
error_of(const struct appeal_sheet *sheet, const char *path)
{
	const struct message *message = sheet->errors == NULL ? NULL : messages_for(sheet->errors, path);

	return (message == NULL ? "" : message->text);
}

static void
add_messages(struct html_case_appeal *view, struct ctx *ctx, const struct appeal_sheet *sheet)
{
	size_t most = sheet->errors == NULL ? 0 : sheet->errors->n;
	struct html_part_error_summary_errors *errors = arena_array(ctx->arena, most, sizeof(*errors));
	struct html_case_appeal_missing *missing = arena_array(ctx->arena, most, sizeof(*missing));
	size_t n = 0;

	for (size_t i = 0; i < most; i++) {
		const struct message *message = &sheet->errors->list[i];
		const char *anchor = NULL;

		for (size_t f = 0; f < sizeof(fields) / sizeof(fields[0]); f++)
			if (strcmp(message->path, fields[f][0]) == 0)
				anchor = fields[f][1];
		if (anchor == NULL)
			missing[view->n_missing++].text = message->text;
		else
			errors[n++] =
			    (struct html_part_error_summary_errors){ .anchor = anchor, .text = message->text };
	}
	view->missing = missing;
	view->part_error_summary = (struct html_part_error_summary){ .errors = errors, .n_errors = n };
}

static void
add_warnings(struct html_case_appeal *view, struct ctx *ctx, const struct messages *warnings)
{
	struct html_case_appeal_warnings *told;

	if (warnings == NULL)
		return;
	told = arena_array(ctx->arena, warnings->n, sizeof(*told));
	for (size_t i = 0; i < warnings->n; i++)
		told[view->n_warnings++].text = warnings->list[i].text;
	view->warnings = told;
}

static struct html_part_facts
facts_of(struct ctx *ctx, const struct appeal_sheet *sheet)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, 6, sizeof(*rows));
	const struct appeal *appeal = &sheet->appeal;
	enum lang lang = ctx->lang;
	size_t n = 0;

	rows[n++] =
	    (struct html_part_facts_rows){ .term = tr(lang, "Søker"), .value = sheet->application.organisation.name };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Brevet kom"),
		.value = date_long(ctx->arena, instant_day(sheet->application.notified_at), lang) };
	if (appeal->id == 0)
		return ((struct html_part_facts){ .rows = rows, .n_rows = n });
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Klagen kom"),
		.value = date_long(ctx->arena, appeal->received_on, lang) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Siste dag for å klage"),
		.value = date_long(ctx->arena, appeal->appeal_by, lang) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "I tide"),
		.value = appeal_in_time(appeal) ? tr(lang, "Ja") : tr(lang, "Nei, den kom etter fristen") };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(lang, "Registrert"),
		.value = arena_printf(ctx->arena, "%s, %s", instant_long(ctx->arena, appeal->registered_at, lang),
		    appeal->registered_by) };
	return ((struct html_part_facts){ .rows = rows, .n_rows = n });
}

static void
add_registration(struct html_case_appeal *view, struct ctx *ctx, const struct appeal_sheet *sheet)
{
	view->registering = sheet->appeal.id == 0;
	view->part_field_date = (struct html_part_field_date){ .id = "dato",
		.name = "dato",
		.label = tr(ctx->lang, "Når kom klagen?"),
		.value = sheet->received_on,
		.error = error_of(sheet, "received_on") };
	view->part_field_long_text = (struct html_part_field_long_text){ .id = "klage",
		.name = "klage",
		.label = tr(ctx->lang, "Hva klageren ber om, og hvorfor"),
		.help = tr(ctx->lang, "Skriv det med klagerens egne ord. Det følger saken til klageorganet."),
		.rows = "8",
		.value = sheet->demand,
		.error = error_of(sheet, "demand") };
}

static struct html_part_field_choice
view_field(struct ctx *ctx, const struct appeal_sheet *sheet)
{
	static const char *const texts[APPEAL_VIEW__MAX] = { [APPEAL_UPHOLD] =
								 T("Vedtaket bør stå, klagen sendes til klageorganet"),
		[APPEAL_CHANGE] = T("Vedtaket bør endres, saken går til den som gjorde vedtaket"),
		[APPEAL_DISMISS] = T("Klagen bør avvises") };
	struct html_part_field_choice_options *options = arena_array(ctx->arena, APPEAL_VIEW__MAX, sizeof(*options));

	for (int i = 0; i < APPEAL_VIEW__MAX; i++) {
		const char *code = appeal_view_code((enum appeal_view)i);

		options[i] = (struct html_part_field_choice_options){
			.value = code, .label = tr(ctx->lang, texts[i]), .checked = strcmp(code, sheet->view) == 0
		};
	}
	return ((struct html_part_field_choice){ .id = "syn",
	    .name = "syn",
	    .label = tr(ctx->lang, "Hva mener dere?"),
	    .options = options,
	    .n_options = APPEAL_VIEW__MAX,
	    .error = error_of(sheet, "view") });
}

static void
add_assessment(struct html_case_appeal *view, struct ctx *ctx, const struct appeal_sheet *sheet)
{
	struct html_part_field_long_text *late = arena_alloc(ctx->arena, sizeof(*late));

	view->assess = true;
	view->part_field_choice = view_field(ctx, sheet);
	*late = (struct html_part_field_long_text){ .id = "sen",
		.name = "sen",
		.label = tr(ctx->lang, "Hvorfor blir den behandlet selv om den kom for sent?"),
		.help = tr(ctx->lang, "Bare når den ikke skal avvises (forvaltningsloven § 31)."),
		.optional = true,
		.rows = "3",
		.value = sheet->late_because,
		.error = error_of(sheet, "late") };
	view->late = late;
	view->n_late = !appeal_in_time(&sheet->appeal);
	view->part_field_long_text = (struct html_part_field_long_text){ .id = "vurdering",
		.name = "vurdering",
		.label = tr(ctx->lang, "Vurderingen"),
		.help = tr(ctx->lang, "Svar på det klageren peker på. Klageren får lese dette."),
		.rows = "8",
		.value = sheet->assessment,
		.error = error_of(sheet, "reason") };
}

static void
add_paper(struct html_case_appeal *view, struct ctx *ctx, const struct appeal_sheet *sheet)
{
	struct html_case_appeal_kept *kept = arena_array(ctx->arena, 3, sizeof(*kept));

	kept[0] = (struct html_case_appeal_kept){ "syn", sheet->view };
	kept[1] = (struct html_case_appeal_kept){ "vurdering", sheet->assessment };
	kept[2] = (struct html_case_appeal_kept){ "sen", sheet->late_because };
	view->kept = kept;
	view->n_kept = 3;
	view->paper = true;
	view->may_send = !sheet->appeal.sent;
	view->doc = safe_html_from(sheet->html);
	view->letter_lang = lang_code(sheet->lang);
	if (sheet->appeal.sent)
		view->change_text = sheet->changed.sent_at == 0 ? tr(ctx->lang, "Registrer et nytt vedtak")
								: tr(ctx->lang, "Se det nye vedtaket");
	if (sheet->appeal.sent)
		view->sent_text = tr_printf(ctx->arena, ctx->lang, "Sendt til %s %s av %s.", sheet->appeal.addressee,
		    instant_long(ctx->arena, sheet->appeal.sent_at, ctx->lang), sheet->appeal.sent_by);
}

static enum status
sheet_render(struct ctx *ctx, const struct appeal_sheet *sheet, int http)
{
	const struct application *application = &sheet->application;
	struct html_case_appeal view = { .id = arena_printf(ctx->arena, "%" PRId64, application->id),
		.title = tr_printf(ctx->arena, ctx->lang, "Klage i sak %s", application->number),
		.demand = sheet->appeal.id == 0 ? NULL : sheet->appeal.demand,
		.part_facts = facts_of(ctx, sheet),
		.part_breadcrumbs = case_crumbs(ctx, arena_printf(ctx->arena, "/saker/%" PRId64, application->id),
		    application->number, tr(ctx->lang, "Klage")) };

	add_messages(&view, ctx, sheet);
	add_warnings(&view, ctx, sheet->warnings);
	if (sheet->appeal.id == 0)
		add_registration(&view, ctx, sheet);
	else if (!sheet->appeal.sent)
		add_assessment(&view, ctx, sheet);
	if (sheet->html != NULL)
		add_paper(&view, ctx, sheet);
	return (page_render(ctx, http, view.title, HTML(case_appeal), &view));
}

/* Whether the appeal has led to another decision. */
static enum status
changed_load(struct appeal_sheet *sheet, struct ctx *ctx)
{
	enum status st = appeal_changed_get(&sheet->changed, ctx, sheet->application.id, false);

	if (st != ERR_NOT_FOUND)
		return (st);
	sheet->changed = (struct appeal_changed){ .sent_at = 0 };
	return (OK);
}

enum status
appeal_show(struct ctx *ctx)
{
	struct buf html = buf_new(ctx->arena);
	struct appeal_sheet sheet;
	enum status st;
	bool ready;

	if ((st = sheet_load(&ready, &sheet, ctx)) != OK || !ready)
		return (st);
	if (sheet.appeal.sent) {
		if ((st = appeal_papers_sent(&html, NULL, NULL, ctx, sheet.application.id)) != OK ||
		    (st = changed_load(&sheet, ctx)) != OK)
			return (st);
		sheet.html = &html;
		sheet.lang = sheet.appeal.lang;
	}
	return (sheet_render(ctx, &sheet, 200));
}

/* --- what was posted ---------------------------------------------------------------------------------------------- */

static enum status
register_posted(struct ctx *ctx, struct appeal_sheet *sheet)
{
	struct messages messages;
	struct date day;
	enum status st;

	sheet->received_on = form_text(ctx, "dato");
	sheet->demand = form_text(ctx, "klage");
	if (date_parse(&day, sheet->received_on) != OK)
		day = (struct date){ 0 };
	st = appeal_register(&messages, ctx, sheet->application.id, day, text_trim(ctx->arena, sheet->demand));
	if (st == ERR_INVALID) {
		sheet->errors = &messages;
		return (sheet_render(ctx, sheet, 422));
	}
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Klagen er registrert."));
	return (redirect(ctx, "/saker/%" PRId64 "/klage", sheet->application.id));
}

/*
 * The papers as posted; ERR_INVALID when something is missing, which *missing names.
 */
static enum status
papers_posted(struct appeal_papers *out, struct messages *missing, struct ctx *ctx, struct appeal_sheet *sheet)
{
	struct appeal_asked asked = { .view = APPEAL_UPHOLD };
	enum status st;
	bool chosen;

	sheet->view = form_text(ctx, "syn");
	sheet->assessment = asked.assessment = text_trim(ctx->arena, form_text(ctx, "vurdering"));
	sheet->late_because = asked.late_because = text_trim(ctx->arena, form_text(ctx, "sen"));
	chosen = appeal_view_parse(&asked.view, sheet->view);
	if ((st = appeal_papers_compose(out, ctx, sheet->application.id, &asked, NULL)) != OK)
		return (st);
	*missing = out->missing;
	if (!chosen)
		messages_add(missing, MESSAGE_ERROR, "", "view", tr(ctx->lang, "Velg hva dere mener om klagen."));
	sheet->lang = out->lang;
	return (messages_have_errors(missing) ? ERR_INVALID : OK);
}

static enum status
papers_show(struct ctx *ctx, struct appeal_sheet *sheet, struct appeal_papers *papers)
{
	struct letter_paper paper = appeal_papers_paper(papers);
	struct buf html = buf_new(ctx->arena);
	enum status st;

	if ((st = letter_paper_html(&html, ctx, &paper, 2)) != OK ||
	    (st = letter_paper_check(&papers->warnings, ctx, &paper)) != OK)
		return (st);
	sheet->html = &html;
	sheet->warnings = &papers->warnings;
	return (sheet_render(ctx, sheet, 200));
}

enum status
appeal_post(struct ctx *ctx)
{
	struct appeal_papers papers;
	struct appeal_sheet sheet;
	struct messages missing;
	enum status st;
	bool ready;

	if ((st = sheet_load(&ready, &sheet, ctx)) != OK || !ready)
		return (st);
	if (sheet.appeal.id == 0)
		return (register_posted(ctx, &sheet));
	if (sheet.appeal.sent)
		return (ERR_CONFLICT);
	if ((st = papers_posted(&papers, &missing, ctx, &sheet)) == ERR_INVALID) {
		sheet.errors = &missing;
		return (sheet_render(ctx, &sheet, 422));
	}
	if (st != OK)
		return (st);
	if (strcmp(form_text(ctx, "steg"), "send") != 0)
		return (papers_show(ctx, &sheet, &papers));
	if ((st = appeal_papers_send(ctx, &papers)) != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Papirene er sendt, og klageren har fått kopi."));
	return (redirect(ctx, "/saker/%" PRId64 "/klage", sheet.application.id));
}

enum status
appeal_pdf_post(struct ctx *ctx)
{
	struct buf pdf = buf_new(ctx->arena);
	struct appeal_papers papers;
	struct appeal_sheet sheet;
	struct letter_paper paper;
	struct messages missing;
	enum status st;
	bool ready;

	if ((st = sheet_load(&ready, &sheet, ctx)) != OK || !ready)
		return (st);
	if (sheet.appeal.id == 0 || sheet.appeal.sent)
		return (ERR_CONFLICT);
	if ((st = papers_posted(&papers, &missing, ctx, &sheet)) == ERR_INVALID) {
		sheet.errors = &missing;
		return (sheet_render(ctx, &sheet, 422));
	}
	if (st != OK)
		return (st);
	paper = appeal_papers_paper(&papers);
	if ((st = letter_paper_pdf(&pdf, NULL, ctx, &paper)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", pdf.data, pdf.len, "klage.pdf"));
}

/* --- as it was sent ----------------------------------------------------------------------------------------------- */

static enum status
sent_pdf(struct ctx *ctx, int64_t id)
{
	const void *pdf;
	enum status st;
	size_t len;

	if ((st = appeal_papers_sent(NULL, &pdf, &len, ctx, id)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", pdf, len, "klage.pdf"));
}

enum status
appeal_pdf_show(struct ctx *ctx)
{
	struct appeal_sheet sheet;
	enum status st;
	bool ready;

	st = sheet_load(&ready, &sheet, ctx);
	return (st == OK && ready ? sent_pdf(ctx, sheet.application.id) : st);
}

enum status
appeal_applicant_pdf_show(struct ctx *ctx)
{
	enum status st;
	int64_t id;

	st = path_id(&id, ctx, "id");
	return (st == OK ? sent_pdf(ctx, id) : st);
}

enum status
appeal_applicant_show(struct ctx *ctx)
{
	struct buf html = buf_new(ctx->arena);
	struct appeal_sheet sheet = { .html = NULL };
	struct html_appeal_applicant view = { 0 };
	enum status st;
	int64_t id;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = appeal_of(&sheet.appeal, ctx, id)) != OK)
		return (st);
	if (sheet.appeal.id == 0)
		return (ERR_NOT_FOUND);
	if ((st = application_load(&sheet.application, ctx, id)) != OK ||
	    (sheet.appeal.sent && ((st = appeal_papers_sent(&html, NULL, NULL, ctx, id)) != OK ||
				      (st = changed_load(&sheet, ctx)) != OK)))
		return (st);
	view.id = arena_printf(ctx->arena, "%" PRId64, id);
	view.title = tr_printf(ctx->arena, ctx->lang, "Klage i sak %s", sheet.application.number);
	view.lead = sheet.appeal.sent ? tr_printf(ctx->arena, ctx->lang,
					    "Vi har sendt klagen til %s. Dere kan uttale dere.", sheet.appeal.addressee)
				      : tr(ctx->lang, "Vi har fått klagen og vurderer den.");
	if (sheet.changed.sent_at != 0) {
		view.lead = tr_printf(ctx->arena, ctx->lang, "Klagen har ført fram. Dere får nå %s.",
		    money_show(ctx->arena, sheet.changed.awarded));
		view.changed = true;
		view.letter = safe_html_from(&sheet.changed.html);
		view.changed_lang = lang_code(sheet.changed.lang);
		view.in_english = sheet.changed.english.len > 0;
		view.english = safe_html_from(&sheet.changed.english);
	}
	view.part_facts = facts_of(ctx, &sheet);
	view.part_facts.n_rows--; /* who registered it is the county's own matter */
	view.demand = sheet.appeal.demand;
	view.paper = html.len > 0;
	view.doc = safe_html_from(&html);
	view.letter_lang = lang_code(sheet.appeal.lang);
	view.part_breadcrumbs = application_crumbs(ctx, &sheet.application, tr(ctx->lang, "Klage"));
	return (page_render(ctx, 200, view.title, HTML(appeal_applicant), &view));
}
