/* case_letter_page.c — letters on defects and provisional replies: written by the officer, read by the applicant. */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/case_flow.h"
#include "flow/case_letter_flow.h"
#include "flow/letter_print.h"
#include "gen/html_case_letter_new.h"
#include "gen/html_case_letter_sent.h"
#include "gen/html_part_field_long_text.h"
#include "web/application_page.h"
#include "web/case_gate.h"
#include "web/case_words.h"
#include "web/letter_words.h"
#include "web/page.h"
#include "web/sent_letters_view.h"

/* --- writing ------------------------------------------------------------------------------------------------------ */

/* The letter as it stands, with what is typed where it can't be read. */
struct letter_sheet {
	struct case_letter letter;
	const char *lacking, *day; /* as typed */
	bool posted;
	struct buf *html; /* NULL: not shown yet */
};

static bool
kind_parse(enum letter_kind *out, const char *word)
{
	if (strcmp(word, "mangelbrev") == 0)
		*out = LETTER_DEFECT;
	else if (strcmp(word, "forelopig-svar") == 0)
		*out = LETTER_PROVISIONAL;
	else
		return (false);
	return (true);
}

static const char *
path_of(struct ctx *ctx, const struct case_letter *letter)
{
	return (arena_printf(ctx->arena, "/saker/%" PRId64 "/nytt-brev/%s", letter->application.id,
	    letter->kind == LETTER_DEFECT ? "mangelbrev" : "forelopig-svar"));
}

static enum status
at_path(bool *ready, int64_t *id, enum letter_kind *kind, struct ctx *ctx)
{
	*ready = false;
	return (kind_parse(kind, path_text(ctx, "kind")) ? case_declared_first(ready, id, ctx) : ERR_NOT_FOUND);
}

static const char *
error_of(const struct letter_sheet *sheet, const char *path)
{
	const struct message *message = sheet->posted ? messages_for(&sheet->letter.missing, path) : NULL;

	return (message == NULL ? "" : message->text);
}

/* Paths of messages and the fields they belong to; the rest is told above the form. */
static const char *const fields[][2] = { { "content", "mangler" }, { "day", "dag" }, { "reason", "ord" } };

static void
add_messages(struct html_case_letter_new *view, struct ctx *ctx, const struct letter_sheet *sheet)
{
	const struct messages *missing = &sheet->letter.missing, *warnings = &sheet->letter.warnings;
	struct html_part_error_summary_errors *errors = arena_array(ctx->arena, missing->n, sizeof(*errors));
	struct html_case_letter_new_missing *others = arena_array(ctx->arena, missing->n, sizeof(*others));
	struct html_case_letter_new_warnings *told = arena_array(ctx->arena, warnings->n, sizeof(*told));
	size_t n = 0;

	for (size_t i = 0; i < missing->n; i++) {
		const char *anchor = NULL;

		for (size_t f = 0; f < sizeof(fields) / sizeof(fields[0]); f++)
			if (strcmp(missing->list[i].path, fields[f][0]) == 0)
				anchor = fields[f][1];
		if (anchor == NULL)
			others[view->n_missing++].text = missing->list[i].text;
		else if (sheet->posted)
			errors[n++] =
			    (struct html_part_error_summary_errors){ .anchor = anchor, .text = missing->list[i].text };
	}
	for (size_t i = 0; i < warnings->n; i++)
		told[view->n_warnings++].text = warnings->list[i].text;
	view->missing = others;
	view->warnings = told;
	view->part_error_summary = (struct html_part_error_summary){ .errors = errors, .n_errors = n };
}

static void
add_fields(struct html_case_letter_new *view, struct ctx *ctx, const struct letter_sheet *sheet)
{
	bool defect = sheet->letter.kind == LETTER_DEFECT;
	struct html_part_field_long_text *lacking = arena_alloc(ctx->arena, sizeof(*lacking));

	*lacking = (struct html_part_field_long_text){ .id = "mangler",
		.name = "mangler",
		.label = tr(ctx->lang, "Hva mangler?"),
		.help = tr(ctx->lang, "Ett punkt på hver linje. Det formalkontrollen fant, står her fra før."),
		.rows = "6",
		.value = sheet->lacking,
		.error = error_of(sheet, "content") };
	view->lacking = lacking;
	view->n_lacking = defect;
	view->part_field_date = (struct html_part_field_date){ .id = "dag",
		.name = "dag",
		.label = defect ? tr(ctx->lang, "Frist for å sende det") : tr(ctx->lang, "Når kan søkeren vente svar?"),
		.value = sheet->day,
		.error = error_of(sheet, "day") };
	view->part_field_long_text = (struct html_part_field_long_text){ .id = "ord",
		.name = "ord",
		.label = defect ? tr(ctx->lang, "Egne ord") : tr(ctx->lang, "Hvorfor tar det tid?"),
		.help = defect ? "" : tr(ctx->lang, "Tomt felt gir den vanlige grunnen i brevtekstene."),
		.optional = true,
		.rows = "4",
		.value = sheet->letter.asked.words,
		.error = error_of(sheet, "reason") };
}

static void
add_paper(struct html_case_letter_new *view, struct ctx *ctx, const struct letter_sheet *sheet)
{
	struct html_case_letter_new_kept *kept = arena_array(ctx->arena, 4, sizeof(*kept));

	kept[0] = (struct html_case_letter_new_kept){ "mangler", sheet->lacking };
	kept[1] = (struct html_case_letter_new_kept){ "dag", sheet->day };
	kept[2] = (struct html_case_letter_new_kept){ "ord", sheet->letter.asked.words };
	kept[3] = (struct html_case_letter_new_kept){ "sett", letter_fingerprint(ctx, sheet->html) };
	view->kept = kept;
	view->n_kept = 4;
	view->paper = true;
	view->may_send = !messages_have_errors(&sheet->letter.missing);
	view->doc = safe_html_from(sheet->html);
	view->letter_lang = lang_code(sheet->letter.lang);
}

static const char *
language_text(enum lang written, enum lang lang)
{
	return (written == LANG_EN ? tr(lang, "engelsk") : letter_standard_name(written, lang));
}

static enum status
sheet_render(struct ctx *ctx, const struct letter_sheet *sheet, int http)
{
	const struct case_letter *letter = &sheet->letter;
	const struct application *application = &letter->application;
	const char *name = case_letter_name(letter->kind, ctx->lang);
	struct html_case_letter_new view = { .id = arena_printf(ctx->arena, "%" PRId64, application->id),
		.path = path_of(ctx, letter),
		.title = tr_printf(ctx->arena, ctx->lang, "%s i sak %s", name, application->number),
		.about = letter->kind == LETTER_DEFECT
			     ? tr(ctx->lang, "Be søkeren sende det som mangler, før søknaden blir avgjort.")
			     : tr(ctx->lang, "Fortell søkeren når svaret kommer. Det skal søkeren vite innen en måned "
					     "(forvaltningsloven § 11 a)."),
		.recipient = application->organisation.name,
		.standard = language_text(letter->lang, ctx->lang),
		.part_breadcrumbs = case_crumbs(
		    ctx, arena_printf(ctx->arena, "/saker/%" PRId64, application->id), application->number, name) };

	add_messages(&view, ctx, sheet);
	add_fields(&view, ctx, sheet);
	if (sheet->html != NULL)
		add_paper(&view, ctx, sheet);
	return (page_render(ctx, http, view.title, HTML(case_letter_new), &view));
}

static const char *
joined(struct arena *arena, const struct case_letter_asked *asked)
{
	const char *out = "";

	for (size_t i = 0; i < asked->n_lacking; i++)
		out = arena_printf(arena, "%s%s%s", out, i > 0 ? "\n" : "", asked->lacking[i]);
	return (out);
}

enum status
case_letter_new_show(struct ctx *ctx)
{
	struct letter_sheet sheet = { .html = NULL };
	struct case_letter_asked asked;
	enum letter_kind kind;
	enum status st;
	int64_t id;
	bool ready;

	if ((st = at_path(&ready, &id, &kind, ctx)) != OK || !ready)
		return (st);
	if ((st = case_letter_suggest(&asked, ctx, id, kind)) != OK ||
	    (st = case_letter_compose(&sheet.letter, ctx, id, kind, &asked, NULL, NULL)) != OK)
		return (st);
	if (!case_letter_open(&sheet.letter.application))
		return (ERR_CONFLICT);
	sheet.lacking = joined(ctx->arena, &asked);
	sheet.day = date_short(ctx->arena, asked.day);
	return (sheet_render(ctx, &sheet, 200));
}

static struct case_letter_asked
asked_of(struct ctx *ctx)
{
	struct case_letter_asked asked = { .words = text_trim(ctx->arena, form_text(ctx, "ord")) };

	case_letter_points(&asked, ctx->arena, form_text(ctx, "mangler"));
	if (date_parse(&asked.day, form_text(ctx, "dag")) != OK)
		asked.day = (struct date){ 0 };
	return (asked);
}

static enum status
sheet_posted(struct letter_sheet *out, struct ctx *ctx, int64_t id, enum letter_kind kind)
{
	struct case_letter_asked asked = asked_of(ctx);
	enum status st;

	*out =
	    (struct letter_sheet){ .lacking = form_text(ctx, "mangler"), .day = form_text(ctx, "dag"), .posted = true };
	if (kind == LETTER_PROVISIONAL)
		asked.n_lacking = 0;
	if ((st = case_letter_compose(&out->letter, ctx, id, kind, &asked, NULL, NULL)) != OK)
		return (st);
	return (case_letter_open(&out->letter.application) ? OK : ERR_CONFLICT);
}

static enum status
paper_show(struct ctx *ctx, struct letter_sheet *sheet, int http)
{
	struct letter_paper paper = case_letter_paper(&sheet->letter);
	struct buf html = buf_new(ctx->arena);
	enum status st;

	if ((st = letter_paper_html(&html, ctx, &paper, 2)) != OK ||
	    (st = letter_paper_check(&sheet->letter.warnings, ctx, &paper)) != OK)
		return (st);
	sheet->html = &html;
	return (sheet_render(ctx, sheet, http));
}

/* Whether the letter is still the one that was looked at; one that is sent unseen is. */
static enum status
is_as_seen(bool *out, struct ctx *ctx, const struct letter_sheet *sheet)
{
	struct letter_paper paper = case_letter_paper(&sheet->letter);
	struct buf html = buf_new(ctx->arena);
	const char *seen = form_text(ctx, "sett");
	enum status st;

	if ((st = letter_paper_html(&html, ctx, &paper, 2)) != OK)
		return (st);
	*out = *seen == '\0' || strcmp(seen, letter_fingerprint(ctx, &html)) == 0;
	return (OK);
}

enum status
case_letter_new_post(struct ctx *ctx)
{
	struct letter_sheet sheet;
	enum letter_kind kind;
	enum status st;
	int64_t id, letter;
	bool ready, same;

	if ((st = at_path(&ready, &id, &kind, ctx)) != OK || !ready)
		return (st);
	if ((st = sheet_posted(&sheet, ctx, id, kind)) != OK)
		return (st);
	if (messages_have_errors(&sheet.letter.missing))
		return (sheet_render(ctx, &sheet, 422));
	if (strcmp(form_text(ctx, "steg"), "send") != 0)
		return (paper_show(ctx, &sheet, 200));
	if ((st = is_as_seen(&same, ctx, &sheet)) != OK)
		return (st);
	if (!same) {
		messages_add(&sheet.letter.warnings, MESSAGE_WARNING, "", "seen", letter_changed_text(ctx->lang));
		return (paper_show(ctx, &sheet, 422));
	}
	if ((st = case_letter_send(&letter, ctx, &sheet.letter)) != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Brevet er sendt."));
	return (redirect(ctx, "/saker/%" PRId64 "/sendt/%" PRId64, id, letter));
}

enum status
case_letter_pdf_post(struct ctx *ctx)
{
	struct buf pdf = buf_new(ctx->arena);
	struct letter_sheet sheet;
	struct letter_paper paper;
	enum letter_kind kind;
	enum status st;
	int64_t id;
	bool ready;

	if ((st = at_path(&ready, &id, &kind, ctx)) != OK || !ready)
		return (st);
	if ((st = sheet_posted(&sheet, ctx, id, kind)) != OK)
		return (st);
	if (messages_have_errors(&sheet.letter.missing))
		return (sheet_render(ctx, &sheet, 422));
	paper = case_letter_paper(&sheet.letter);
	if ((st = letter_paper_pdf(&pdf, NULL, ctx, &paper)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", pdf.data, pdf.len, "brev.pdf"));
}

/* --- as it was sent ----------------------------------------------------------------------------------------------- */

static enum status
sent_render(struct ctx *ctx, bool applicant)
{
	struct buf html = buf_new(ctx->arena);
	struct html_case_letter_sent view = { 0 };
	struct application application;
	struct case_letter_row row;
	enum status st;
	int64_t id, letter;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = path_id(&letter, ctx, "letter")) != OK ||
	    (st = case_letter_get(&row, &html, NULL, NULL, ctx, id, letter)) != OK ||
	    (st = application_load(&application, ctx, id)) != OK)
		return (st);
	view.title =
	    tr_printf(ctx->arena, ctx->lang, "%s i sak %s", case_letter_name(row.kind, ctx->lang), application.number);
	view.sent_text = tr_printf(
	    ctx->arena, ctx->lang, "Sendt %s av %s.", instant_long(ctx->arena, row.sent_at, ctx->lang), row.sent_by);
	view.pdf_url = arena_printf(
	    ctx->arena, "/%s/%" PRId64 "/sendt/%" PRId64 "/brev.pdf", applicant ? "soknader" : "saker", id, letter);
	view.doc = safe_html_from(&html);
	view.letter_lang = lang_code(row.lang);
	view.part_breadcrumbs = applicant ? application_crumbs(ctx, &application, case_letter_name(row.kind, ctx->lang))
					  : case_crumbs(ctx, arena_printf(ctx->arena, "/saker/%" PRId64, id),
						application.number, case_letter_name(row.kind, ctx->lang));
	return (page_render(ctx, 200, view.title, HTML(case_letter_sent), &view));
}

static enum status
sent_pdf(struct ctx *ctx)
{
	struct case_letter_row row;
	const void *pdf;
	enum status st;
	int64_t id, letter;
	size_t len;

	if ((st = path_id(&id, ctx, "id")) != OK || (st = path_id(&letter, ctx, "letter")) != OK ||
	    (st = case_letter_get(&row, NULL, &pdf, &len, ctx, id, letter)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", pdf, len, "brev.pdf"));
}

enum status
case_letter_sent_show(struct ctx *ctx)
{
	enum status st;
	int64_t id;
	bool ready;

	st = case_declared_first(&ready, &id, ctx);
	return (st == OK && ready ? sent_render(ctx, false) : st);
}

enum status
case_letter_sent_pdf_show(struct ctx *ctx)
{
	enum status st;
	int64_t id;
	bool ready;

	st = case_declared_first(&ready, &id, ctx);
	return (st == OK && ready ? sent_pdf(ctx) : st);
}

enum status
case_letter_applicant_show(struct ctx *ctx)
{
	return (sent_render(ctx, true));
}

enum status
case_letter_applicant_pdf_show(struct ctx *ctx)
{
	return (sent_pdf(ctx));
}

/* --- on the pages of the case ------------------------------------------------------------------------------------- */

static struct html_part_sent_letters_letters
paper_view(struct ctx *ctx, int64_t application_id, const char *place, const struct case_paper *paper)
{
	const char *day = date_long(ctx->arena, paper->day, ctx->lang);
	const char *sent =
	    tr_printf(ctx->arena, ctx->lang, "sendt %s", date_short(ctx->arena, instant_day(paper->sent_at)));
	const char *by = paper->kind == LETTER_DEFECT ? tr_printf(ctx->arena, ctx->lang, "frist %s", day)
						      : tr_printf(ctx->arena, ctx->lang, "svar innen %s", day);

	if (paper->letter_id == 0)
		return ((struct html_part_sent_letters_letters){
		    .url = arena_printf(ctx->arena, "/%s/%" PRId64 "/klage", place, application_id),
		    .name = tr(ctx->lang, "Klage"),
		    .sent = tr_printf(ctx->arena, ctx->lang, "mottatt %s", date_short(ctx->arena, paper->day)) });
	return ((struct html_part_sent_letters_letters){
	    .url = arena_printf(ctx->arena, "/%s/%" PRId64 "/sendt/%" PRId64, place, application_id, paper->letter_id),
	    .name = case_letter_name(paper->kind, ctx->lang),
	    .sent = arena_printf(ctx->arena, "%s, %s", sent, by) });
}

enum status
sent_letters_view(struct html_part_sent_letters *out, struct ctx *ctx, int64_t application_id, const char *place)
{
	struct html_part_sent_letters_letters *letters;
	struct case_paper *papers;
	enum status st;
	size_t n;

	if ((st = case_paper_list(&papers, &n, ctx, application_id)) != OK)
		return (st);
	letters = arena_array(ctx->arena, n, sizeof(*letters));
	for (size_t i = 0; i < n; i++)
		letters[i] = paper_view(ctx, application_id, place, &papers[i]);
	*out = (struct html_part_sent_letters){ .letters = letters, .n_letters = n };
	return (OK);
}
