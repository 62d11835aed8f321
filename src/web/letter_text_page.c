/* letter_text_page.c — writing the standing texts of letters: what holds, from when, how the letter then looks. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/letter_preview.h"
#include "gen/html_letter_text.h"
#include "gen/html_letter_texts.h"
#include "gen/html_part_field_date.h"
#include "gen/html_part_field_long_text.h"
#include "gen/html_part_field_text.h"
#include "web/page.h"

#define N_WORDS LANG__MAX

static struct html_part_breadcrumbs
crumbs(struct ctx *ctx, const char *block)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 2, sizeof(*links));
	size_t n = 0;

	links[n++] = (struct html_part_breadcrumbs_links){ "/ordningsarbeid", tr(ctx->lang, "Arbeid med ordninger") };
	if (block != NULL)
		links[n++] = (struct html_part_breadcrumbs_links){ "/brevtekster", tr(ctx->lang, "Brevtekster") };
	return ((struct html_part_breadcrumbs){ .links = links,
	    .n_links = n,
	    .current = block == NULL ? tr(ctx->lang, "Brevtekster") : block,
	    .back_url = links[n - 1].url,
	    .back_text = links[n - 1].text });
}

/* --- all of them -------------------------------------------------------------------------------------------------- */

static const char *
kind_title(enum letter_kind kind, enum lang lang)
{
	static const char *const titles[LETTER_KIND__MAX] = { [LETTER_DECISION] = T("Vedtaksbrev"),
		[LETTER_DEFECT] = T("Mangelbrev"),
		[LETTER_PROVISIONAL] = T("Foreløpig svar"),
		[LETTER_FORWARD] = T("Klagesak") };

	return (tr(lang, titles[kind]));
}

/* "15.01.2027 av Kari Nordmann"; without a person it came with the installation. */
static const char *
written_text(struct ctx *ctx, instant at, const char *by)
{
	const char *day = date_short(ctx->arena, instant_day(at));

	if (at == 0)
		return ("");
	if (*by == '\0')
		return (tr_printf(ctx->arena, ctx->lang, "%s, fulgte med systemet", day));
	return (tr_printf(ctx->arena, ctx->lang, "%s, skrevet av %s", day, by));
}

static struct html_letter_texts_kinds_texts
block_view(struct ctx *ctx, enum letter_block block, const struct letter_text_state *state, bool holds)
{
	const struct letter_block_about *about = letter_block_about(block);

	return ((struct html_letter_texts_kinds_texts){ .code = about->code,
	    .title = tr(ctx->lang, about->title),
	    .about = tr(ctx->lang, about->about),
	    .changed = written_text(ctx, state->written_at, state->written_by),
	    .planned = date_none(state->planned) ? NULL
						 : tr_printf(ctx->arena, ctx->lang, "Ny tekst gjelder fra %s",
						       date_long(ctx->arena, state->planned, ctx->lang)),
	    .missing = !holds });
}

enum status
letter_texts_show(struct ctx *ctx)
{
	struct html_letter_texts_kinds *kinds = arena_array(ctx->arena, LETTER_KIND__MAX, sizeof(*kinds));
	struct html_letter_texts view = { .kinds = kinds, .n_kinds = LETTER_KIND__MAX };
	struct letter_text_state states[BLOCK__MAX];
	struct letter_texts texts;
	enum status st;

	if ((st = letter_text_states(states, ctx)) != OK ||
	    (st = letter_texts_on(&texts, ctx, instant_day(ctx->now))) != OK)
		return (st);
	for (int kind = 0; kind < LETTER_KIND__MAX; kind++) {
		struct html_letter_texts_kinds_texts *rows = arena_array(ctx->arena, BLOCK__MAX, sizeof(*rows));
		size_t n = 0;

		for (int i = 0; i < BLOCK__MAX; i++)
			if (letter_block_about((enum letter_block)i)->kind == (enum letter_kind)kind)
				rows[n++] = block_view(ctx, (enum letter_block)i, &states[i], texts.of[i].id != 0);
		kinds[kind] = (struct html_letter_texts_kinds){ .id = letter_template((enum letter_kind)kind),
			.title = kind_title((enum letter_kind)kind, ctx->lang),
			.texts = rows,
			.n_texts = n };
	}
	view.part_breadcrumbs = crumbs(ctx, NULL);
	return (page_render(ctx, 200, tr(ctx->lang, "Brevtekster"), HTML(letter_texts), &view));
}

/* --- one of them -------------------------------------------------------------------------------------------------- */

/* What stands in the form, and how the letter looks when that was asked for. */
struct text_sheet {
	enum letter_block block;
	struct letter_text typed;
	const char *from, *until, *number; /* as typed */
	enum lang shown;
	const struct messages *messages; /* NULL when nothing is wrong */
	struct buf *html;                /* NULL: no preview */
	const char *uncovered;           /* what the printed letter lacks; NULL for nothing */
};

/* The names of form fields, by the paths of messages. */
static const char *const paths[][2] = { { "nb", "nb" }, { "nn", "nn" }, { "en", "en" }, { "from", "fra" },
	{ "until", "til" }, { "why", "hvorfor" }, { "number", "sak" } };

static const char *
error_of(const struct text_sheet *sheet, const char *path)
{
	const struct message *message = sheet->messages == NULL ? NULL : messages_for(sheet->messages, path);

	return (message == NULL ? "" : message->text);
}

static struct html_part_error_summary
summary_of(struct ctx *ctx, const struct text_sheet *sheet)
{
	size_t most = sheet->messages == NULL ? 0 : sheet->messages->n, n = 0;
	struct html_part_error_summary_errors *errors = arena_array(ctx->arena, most, sizeof(*errors));

	for (size_t i = 0; i < most; i++)
		for (size_t f = 0; f < sizeof(paths) / sizeof(paths[0]); f++)
			if (strcmp(sheet->messages->list[i].path, paths[f][0]) == 0)
				errors[n++] = (struct html_part_error_summary_errors){ .anchor = paths[f][1],
					.about = strlen(paths[f][0]) == 2 ? paths[f][0] : "",
					.text = sheet->messages->list[i].text };
	return ((struct html_part_error_summary){ .errors = errors, .n_errors = n });
}

static const char *
language_name(enum lang written, enum lang lang)
{
	static const char *const names[LANG__MAX] = {
		[LANG_NB] = T("Bokmål"), [LANG_NN] = T("Nynorsk"), [LANG_EN] = T("Engelsk")
	};

	return (tr(lang, names[written]));
}

static size_t
n_languages(enum letter_block block)
{
	return (letter_block_about(block)->english ? N_WORDS : N_WORDS - 1);
}

static void
add_words(struct html_letter_text *view, struct ctx *ctx, const struct text_sheet *sheet)
{
	struct html_part_field_long_text *words = arena_array(ctx->arena, N_WORDS, sizeof(*words));

	view->n_words = n_languages(sheet->block);
	for (size_t i = 0; i < view->n_words; i++)
		words[i] = (struct html_part_field_long_text){ .id = lang_code((enum lang)i),
			.name = lang_code((enum lang)i),
			.label = language_name((enum lang)i, ctx->lang),
			.rows = "7",
			.value = sheet->typed.text.in[i] == NULL ? "" : sheet->typed.text.in[i],
			.error = error_of(sheet, lang_code((enum lang)i)) };
	view->words = words;
}

static void
add_days(struct html_letter_text *view, struct ctx *ctx, const struct text_sheet *sheet)
{
	struct html_part_field_date *dates = arena_array(ctx->arena, 2, sizeof(*dates));
	struct html_part_field_text *why = arena_alloc(ctx->arena, sizeof(*why));

	dates[0] = (struct html_part_field_date){ .id = "fra",
		.name = "fra",
		.label = tr(ctx->lang, "Gjelder fra"),
		.value = sheet->from,
		.error = error_of(sheet, "from") };
	dates[1] = (struct html_part_field_date){ .id = "til",
		.name = "til",
		.label = tr(ctx->lang, "Siste dag teksten gjelder"),
		.help = tr(ctx->lang, "La feltet stå tomt hvis teksten gjelder til en ny kommer."),
		.optional = true,
		.value = sheet->until,
		.error = error_of(sheet, "until") };
	*why = (struct html_part_field_text){ .id = "hvorfor",
		.name = "hvorfor",
		.label = tr(ctx->lang, "Hvorfor teksten endres"),
		.value = sheet->typed.why,
		.error = error_of(sheet, "why") };
	view->dates = dates;
	view->n_dates = 2;
	view->why_field = why;
	view->n_why_field = 1;
}

static void
add_choice(struct html_letter_text *view, struct ctx *ctx, const struct text_sheet *sheet)
{
	size_t n = n_languages(sheet->block);
	struct html_part_field_select_options *options = arena_array(ctx->arena, N_WORDS, sizeof(*options));

	for (size_t i = 0; i < n; i++)
		options[i] = (struct html_part_field_select_options){ .value = lang_code((enum lang)i),
			.label = language_name((enum lang)i, ctx->lang),
			.selected = sheet->shown == (enum lang)i };
	view->part_field_select = (struct html_part_field_select){
		.id = "vis", .name = "vis", .label = tr(ctx->lang, "Språk i brevet"), .options = options, .n_options = n
	};
	view->part_field_text = (struct html_part_field_text){ .id = "sak",
		.name = "sak",
		.label = tr(ctx->lang, "Søknadsnummer"),
		.help = tr(ctx->lang, "Tomt felt viser brevet med en oppdiktet sak."),
		.optional = true,
		.size = "14",
		.value = sheet->number,
		.error = error_of(sheet, "number") };
}

static void
add_fields(struct html_letter_text *view, struct ctx *ctx, enum letter_block block)
{
	const struct letter_block_about *about = letter_block_about(block);
	struct html_letter_text_fields *fields = arena_array(ctx->arena, IN__MAX, sizeof(*fields));

	for (int i = 0; i < IN__MAX; i++)
		if ((about->may & (1u << i)) != 0)
			fields[view->n_fields++] = (struct html_letter_text_fields){
				.text = arena_printf(ctx->arena, "{%s}", letter_field_name((enum letter_field)i)),
				.must = (about->must & (1u << i)) != 0
			};
	view->fields = fields;
}

/* "fra 1. januar 2027", "1. januar 2027 til 31. mars 2027" */
static const char *
days_text(struct ctx *ctx, const struct letter_text *text)
{
	const char *from = date_long(ctx->arena, text->from, ctx->lang);

	if (date_none(text->until))
		return (tr_printf(ctx->arena, ctx->lang, "Fra %s", from));
	return (tr_printf(ctx->arena, ctx->lang, "Fra %s til %s", from, date_long(ctx->arena, text->until, ctx->lang)));
}

static struct html_letter_text_history
history_view(struct ctx *ctx, const struct letter_text *text, int64_t holding)
{
	struct html_letter_text_history_texts *texts = arena_array(ctx->arena, N_WORDS, sizeof(*texts));
	size_t n = n_languages(text->block);

	for (size_t i = 0; i < n; i++)
		texts[i] = (struct html_letter_text_history_texts){ .name = language_name((enum lang)i, ctx->lang),
			.lang = lang_code((enum lang)i),
			.text = text->text.in[i] == NULL ? "" : text->text.in[i] };
	return ((struct html_letter_text_history){ .days = days_text(ctx, text),
	    .holds = text->id == holding,
	    .who = written_text(ctx, text->written_at, text->written_by),
	    .why = text->why,
	    .pdf_url = arena_printf(ctx->arena, "/brevtekster/%s/brev.pdf?dag=%s",
		letter_block_about(text->block)->code, date_iso(ctx->arena, text->from)),
	    .texts = texts,
	    .n_texts = n });
}

static void
add_history(struct html_letter_text *view, struct ctx *ctx, const struct letter_text *list, size_t n, int64_t holding)
{
	struct html_letter_text_history *rows = arena_array(ctx->arena, n, sizeof(*rows));

	for (size_t i = 0; i < n; i++)
		rows[i] = history_view(ctx, &list[i], holding);
	view->history = rows;
	view->n_history = n;
}

/* The text that is shown, for the PDF of it. */
static void
add_paper(struct html_letter_text *view, struct ctx *ctx, const struct text_sheet *sheet)
{
	struct html_letter_text_kept *kept = arena_array(ctx->arena, N_WORDS + 2, sizeof(*kept));
	size_t n = 0;

	for (size_t i = 0; i < n_languages(sheet->block); i++)
		kept[n++] = (struct html_letter_text_kept){ lang_code((enum lang)i), sheet->typed.text.in[i] };
	kept[n++] = (struct html_letter_text_kept){ "vis", lang_code(sheet->shown) };
	kept[n++] = (struct html_letter_text_kept){ "sak", sheet->number };
	view->kept = kept;
	view->n_kept = n;
	view->paper = true;
	view->doc = safe_html_from(sheet->html);
	view->letter_lang = lang_code(sheet->shown);
	view->uncovered = sheet->uncovered;
}

static enum status
sheet_render(struct ctx *ctx, const struct text_sheet *sheet, int http)
{
	const struct letter_block_about *about = letter_block_about(sheet->block);
	struct html_letter_text view = { .code = about->code,
		.title = tr(ctx->lang, about->title),
		.about = tr(ctx->lang, about->about),
		.part_breadcrumbs = crumbs(ctx, tr(ctx->lang, about->title)),
		.part_error_summary = summary_of(ctx, sheet) };
	struct letter_texts texts;
	struct letter_text *history;
	enum status st;
	size_t n;

	if ((st = letter_text_history(&history, &n, ctx, sheet->block)) != OK ||
	    (st = letter_texts_on(&texts, ctx, instant_day(ctx->now))) != OK)
		return (st);
	add_words(&view, ctx, sheet);
	add_days(&view, ctx, sheet);
	add_choice(&view, ctx, sheet);
	add_fields(&view, ctx, sheet->block);
	add_history(&view, ctx, history, n, texts.of[sheet->block].id);
	if (sheet->html != NULL)
		add_paper(&view, ctx, sheet);
	return (page_render(
	    ctx, http, tr_printf(ctx->arena, ctx->lang, "Brevtekst: %s", view.title), HTML(letter_text), &view));
}

/* The block of the address; its text of today stands in the form. */
static enum status
sheet_load(struct text_sheet *out, struct ctx *ctx)
{
	struct letter_texts texts;
	enum status st;

	*out = (struct text_sheet){ .until = "", .number = "", .shown = LANG_NB };
	if (!letter_block_parse(&out->block, path_text(ctx, "block")))
		return (ERR_NOT_FOUND);
	if ((st = letter_texts_on(&texts, ctx, instant_day(ctx->now))) != OK)
		return (st);
	out->typed = texts.of[out->block];
	out->typed.block = out->block;
	out->typed.why = "";
	out->from = date_short(ctx->arena, instant_day(ctx->now));
	return (OK);
}

enum status
letter_text_show(struct ctx *ctx)
{
	struct text_sheet sheet;
	enum status st;

	if ((st = sheet_load(&sheet, ctx)) != OK)
		return (st);
	return (sheet_render(ctx, &sheet, 200));
}

/* --- what was posted ---------------------------------------------------------------------------------------------- */

static struct date
day_of(const char *typed)
{
	struct date day;

	return (date_parse(&day, typed) == OK ? day : (struct date){ 0 });
}

static enum status
sheet_posted(struct text_sheet *out, struct ctx *ctx)
{
	enum lang shown = LANG_NB;

	*out = (struct text_sheet){ .shown = LANG_NB };
	if (!letter_block_parse(&out->block, path_text(ctx, "block")))
		return (ERR_NOT_FOUND);
	out->typed = (struct letter_text){ .block = out->block, .written_by = "" };
	for (size_t i = 0; i < n_languages(out->block); i++)
		out->typed.text.in[i] = text_trim(ctx->arena, form_text(ctx, lang_code((enum lang)i)));
	out->from = form_text(ctx, "fra");
	out->until = form_text(ctx, "til");
	out->number = text_trim(ctx->arena, form_text(ctx, "sak"));
	out->typed.from = day_of(out->from);
	out->typed.until = day_of(out->until);
	out->typed.why = text_trim(ctx->arena, form_text(ctx, "hvorfor"));
	if (lang_parse(&shown, form_text(ctx, "vis")) && (size_t)shown < n_languages(out->block))
		out->shown = shown;
	return (OK);
}

/* A last day that is none of the calendar's is told, not forgotten. */
static void
check_until(struct messages *messages, struct ctx *ctx, const struct text_sheet *sheet)
{
	if (!text_blank(sheet->until) && date_none(sheet->typed.until))
		messages_add(messages, MESSAGE_ERROR, "", "until",
		    tr(ctx->lang, "Skriv datoen som dag, måned og år, for eksempel 15.01.2027."));
}

/* The typed texts alone: days and reasons are not asked for before it is saved. */
static void
check_words(struct messages *messages, struct ctx *ctx, const struct text_sheet *sheet)
{
	for (size_t i = 0; i < n_languages(sheet->block); i++)
		letter_text_check(
		    messages, sheet->block, lang_code((enum lang)i), sheet->typed.text.in[i], (enum lang)i, ctx->lang);
}

static enum status
preview_of(struct letter_paper *out, struct messages *messages, struct ctx *ctx, const struct text_sheet *sheet)
{
	enum status st = letter_preview_make(
	    out, ctx, sheet->block, &sheet->typed, instant_day(ctx->now), sheet->number, sheet->shown);

	if (st != ERR_NOT_FOUND)
		return (st);
	messages_add(messages, MESSAGE_ERROR, "", "number",
	    tr(ctx->lang, "Vi fant ikke et slikt brev. Skriv nummeret til en sak i enheten din som du har erklært deg "
			  "habil i, eller la feltet stå tomt."));
	return (ERR_INVALID);
}

static enum status
preview_show(struct ctx *ctx, struct text_sheet *sheet)
{
	struct messages messages = messages_new(ctx->arena);
	struct buf pdf = buf_new(ctx->arena), html = buf_new(ctx->arena);
	struct letter_paper preview;
	enum status st;

	sheet->messages = &messages;
	check_words(&messages, ctx, sheet);
	if (messages_have_errors(&messages) || (st = preview_of(&preview, &messages, ctx, sheet)) == ERR_INVALID)
		return (sheet_render(ctx, sheet, 422));
	if (st != OK || (st = letter_paper_html(&html, ctx, &preview, 2)) != OK ||
	    (st = letter_paper_pdf(&pdf, &sheet->uncovered, ctx, &preview)) != OK)
		return (st);
	sheet->html = &html;
	sheet->shown = preview.lang;
	return (sheet_render(ctx, sheet, 200));
}

static enum status
text_save(struct ctx *ctx, struct text_sheet *sheet)
{
	struct messages messages = messages_new(ctx->arena);
	enum status st;

	check_until(&messages, ctx, sheet);
	if (messages_have_errors(&messages))
		st = ERR_INVALID;
	else
		st = letter_text_write(&messages, ctx, &sheet->typed);
	if (st == ERR_INVALID) {
		sheet->messages = &messages;
		return (sheet_render(ctx, sheet, 422));
	}
	if (st != OK)
		return (st);
	notice_set(ctx, tr_printf(ctx->arena, ctx->lang, "Teksten er lagret. Den gjelder fra %s.",
			    date_long(ctx->arena, sheet->typed.from, ctx->lang)));
	return (redirect(ctx, "/brevtekster/%s", letter_block_about(sheet->block)->code));
}

enum status
letter_text_post(struct ctx *ctx)
{
	struct text_sheet sheet;
	enum status st;

	if ((st = sheet_posted(&sheet, ctx)) != OK)
		return (st);
	return (strcmp(form_text(ctx, "steg"), "se") == 0 ? preview_show(ctx, &sheet) : text_save(ctx, &sheet));
}

/* --- on paper ----------------------------------------------------------------------------------------------------- */

static enum status
pdf_send(struct ctx *ctx, const struct letter_paper *preview)
{
	struct buf pdf = buf_new(ctx->arena);
	enum status st;

	if ((st = letter_paper_pdf(&pdf, NULL, ctx, preview)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", pdf.data, pdf.len, "brev.pdf"));
}

/* What holds on a day. */
enum status
letter_text_pdf_show(struct ctx *ctx)
{
	struct date day = day_of(query_text(ctx, "dag"));
	struct letter_paper preview;
	enum letter_block block;
	enum lang lang = LANG_NB;
	enum status st;

	if (!letter_block_parse(&block, path_text(ctx, "block")))
		return (ERR_NOT_FOUND);
	if (!lang_parse(&lang, query_text(ctx, "vis")) || (size_t)lang >= n_languages(block))
		lang = LANG_NB;
	st = letter_preview_make(
	    &preview, ctx, block, NULL, date_none(day) ? instant_day(ctx->now) : day, query_text(ctx, "sak"), lang);
	return (st == OK ? pdf_send(ctx, &preview) : st);
}

enum status
letter_text_pdf_post(struct ctx *ctx)
{
	struct messages messages = messages_new(ctx->arena);
	struct letter_paper preview;
	struct text_sheet sheet;
	enum status st;

	if ((st = sheet_posted(&sheet, ctx)) != OK)
		return (st);
	sheet.messages = &messages;
	check_words(&messages, ctx, &sheet);
	if (messages_have_errors(&messages) || (st = preview_of(&preview, &messages, ctx, &sheet)) == ERR_INVALID)
		return (sheet_render(ctx, &sheet, 422));
	return (st == OK ? pdf_send(ctx, &preview) : st);
}
