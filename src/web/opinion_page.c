/* opinion_page.c — registering what a municipality says of an application, and reading what is registered. */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/before_lock_flow.h"
#include "flow/case_flow.h"
#include "flow/municipality_flow.h"
#include "gen/html_case_opinion.h"
#include "web/case_words.h"
#include "web/message_view.h"
#include "web/page.h"

/* The case, what is registered, and what stands in the form. */
struct opinion_sheet {
	struct application application;
	struct municipality_opinion *list;
	size_t n;
	struct municipality_row *municipalities;
	size_t n_municipalities;
	const char *municipality, *stance, *given_on, *rank, *words;
	const struct messages *messages; /* NULL when nothing is wrong */
};

static enum status
sheet_load(struct opinion_sheet *out, struct ctx *ctx)
{
	enum impartiality declared;
	int64_t id;
	enum status st;

	*out = (struct opinion_sheet){ .stance = "", .given_on = "", .rank = "", .words = "" };
	if ((st = path_id(&id, ctx, "id")) != OK || (st = application_load(&out->application, ctx, id)) != OK ||
	    (st = impartiality_of(&declared, ctx, id)) != OK)
		return (st);
	if (declared != IMPARTIAL)
		return (ERR_NOT_FOUND);
	out->municipality = out->application.organisation.municipality_code;
	if ((st = opinion_list(&out->list, &out->n, ctx, id)) != OK)
		return (st);
	return (municipality_list(
	    &out->municipalities, &out->n_municipalities, ctx, instant_day(out->application.submitted_at)));
}

static struct html_part_error_summary
summary_of(struct ctx *ctx, const struct opinion_sheet *sheet)
{
	static const struct message_field fields[] = { { "municipality", "kommune" }, { "stance", "syn-for" },
		{ "rank", "plass" }, { "given_on", "dato" }, { "words", "tekst" } };

	return (message_summary(ctx, sheet->messages, fields, sizeof(fields) / sizeof(fields[0])));
}

static struct html_part_field_select
municipality_field(struct ctx *ctx, const struct opinion_sheet *sheet)
{
	struct html_part_field_select_options *options =
	    arena_array(ctx->arena, sheet->n_municipalities, sizeof(*options));

	for (size_t i = 0; i < sheet->n_municipalities; i++)
		options[i] = (struct html_part_field_select_options){ .value = sheet->municipalities[i].code,
			.label = sheet->municipalities[i].name,
			.selected = text_equal(sheet->municipalities[i].code, sheet->municipality) };
	return ((struct html_part_field_select){ .id = "kommune",
	    .name = "kommune",
	    .label = tr(ctx->lang, "Kommune"),
	    .with_empty = true,
	    .options = options,
	    .n_options = sheet->n_municipalities,
	    .error = message_text(sheet->messages, "municipality") });
}

static struct html_part_field_choice
stance_field(struct ctx *ctx, const struct opinion_sheet *sheet)
{
	struct html_part_field_choice_options *options = arena_array(ctx->arena, 4, sizeof(*options));
	size_t n = 0;

	for (; opinion_stances[n] != NULL; n++)
		options[n] = (struct html_part_field_choice_options){ .value = opinion_stances[n],
			.label = opinion_stance_text(opinion_stances[n], ctx->lang),
			.checked = strcmp(opinion_stances[n], sheet->stance) == 0 };
	return ((struct html_part_field_choice){ .id = "syn",
	    .name = "syn",
	    .label = tr(ctx->lang, "Hva mener kommunen?"),
	    .options = options,
	    .n_options = n,
	    .error = message_text(sheet->messages, "stance") });
}

static void
fields_fill(struct html_case_opinion *view, struct ctx *ctx, const struct opinion_sheet *sheet)
{
	view->part_field_select = municipality_field(ctx, sheet);
	view->part_field_date = (struct html_part_field_date){ .id = "dato",
		.name = "dato",
		.label = tr(ctx->lang, "Dato for uttalelsen"),
		.value = sheet->given_on,
		.error = message_text(sheet->messages, "given_on") };
	view->part_field_choice = stance_field(ctx, sheet);
	view->part_field_number = (struct html_part_field_number){ .id = "plass",
		.name = "plass",
		.label = tr(ctx->lang, "Kommunens rekkefølge"),
		.help = tr(ctx->lang, "1 er den kommunen setter først av sine."),
		.optional = true,
		.value = sheet->rank,
		.error = message_text(sheet->messages, "rank") };
	view->part_field_long_text = (struct html_part_field_long_text){ .id = "tekst",
		.name = "tekst",
		.label = tr(ctx->lang, "Hva kommunen skriver"),
		.rows = "6",
		.value = sheet->words,
		.error = message_text(sheet->messages, "words") };
}

static void
list_fill(struct html_case_opinion *view, struct ctx *ctx, const struct opinion_sheet *sheet)
{
	struct html_case_opinion_opinions *rows = arena_array(ctx->arena, sheet->n, sizeof(*rows));

	for (size_t i = 0; i < sheet->n; i++) {
		const struct municipality_opinion *opinion = &sheet->list[i];

		rows[i] = (struct html_case_opinion_opinions){ .municipality = opinion->municipality,
			.stance = opinion_stance_text(opinion->stance, ctx->lang),
			.rank = opinion->rank == 0 ? "" : tr_printf(ctx->arena, ctx->lang, "plass %d", opinion->rank),
			.opinion = opinion->opinion,
			.given_on = date_long(ctx->arena, opinion->given_on, ctx->lang),
			.registered = tr_printf(ctx->arena, ctx->lang, "Registrert %s av %s.",
			    instant_long(ctx->arena, opinion->registered_at, ctx->lang), opinion->registered_by) };
	}
	view->opinions = rows;
	view->n_opinions = sheet->n;
}

static struct html_part_facts
facts_of(struct ctx *ctx, const struct application *application)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, 3, sizeof(*rows));

	rows[0] =
	    (struct html_part_facts_rows){ .term = tr(ctx->lang, "Søker"), .value = application->organisation.name };
	rows[1] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Tiltak"), .value = application->title };
	rows[2] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Søkt om"),
		.value = money_show(ctx->arena, application->applied) };
	return ((struct html_part_facts){ .rows = rows, .n_rows = scheme_asks_sum(application->scheme) ? 3 : 2 });
}

/* Before the case is on a locked list. */
static bool
is_open(const struct application *application)
{
	static const char *const states[] = { "submitted", "formal_check", "assessing", "assessed" };

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
		if (strcmp(application->state, states[i]) == 0)
			return (true);
	return (false);
}

static enum status
sheet_render(struct ctx *ctx, const struct opinion_sheet *sheet, int http)
{
	const struct application *application = &sheet->application;
	const char *id = arena_printf(ctx->arena, "%" PRId64, application->id);
	struct html_case_opinion view = {
		.id = id,
		.number = application->number,
		.asked = lang_pick(&application->scheme->after.opinion.text, ctx->lang),
		.open = is_open(application),
		.part_breadcrumbs = case_crumbs(ctx, arena_printf(ctx->arena, "/saker/%s", id), application->number,
		    tr(ctx->lang, "Kommunens uttalelse")),
		.part_error_summary = summary_of(ctx, sheet),
		.part_facts = facts_of(ctx, application),
	};

	fields_fill(&view, ctx, sheet);
	list_fill(&view, ctx, sheet);
	return (
	    page_render(ctx, http, tr_printf(ctx->arena, ctx->lang, "Kommunens uttalelse i %s", application->number),
		HTML(case_opinion), &view));
}

enum status
opinion_show(struct ctx *ctx)
{
	struct opinion_sheet sheet;
	enum status st;

	if ((st = sheet_load(&sheet, ctx)) != OK)
		return (st);
	return (sheet_render(ctx, &sheet, 200));
}

/* The posted municipality, when it is one of the county's; "" otherwise. */
static const char *
municipality_posted(struct ctx *ctx, const struct opinion_sheet *sheet)
{
	for (size_t i = 0; i < sheet->n_municipalities; i++)
		if (strcmp(sheet->municipalities[i].code, form_text(ctx, "kommune")) == 0)
			return (sheet->municipalities[i].code);
	return ("");
}

enum status
opinion_post(struct ctx *ctx)
{
	struct opinion_sheet sheet;
	struct municipality_opinion opinion = { 0 };
	struct messages messages;
	enum status st;

	if ((st = sheet_load(&sheet, ctx)) != OK)
		return (st);
	if (!is_open(&sheet.application))
		return (ERR_CONFLICT);
	sheet.municipality = opinion.municipality_code = municipality_posted(ctx, &sheet);
	sheet.stance = opinion.stance = form_text(ctx, "syn");
	sheet.given_on = form_text(ctx, "dato");
	sheet.rank = form_text(ctx, "plass");
	sheet.words = opinion.opinion = form_text(ctx, "tekst");
	if (date_parse(&opinion.given_on, sheet.given_on) != OK)
		opinion.given_on = (struct date){ 0 };
	if (!text_blank(sheet.rank) && (form_int(&opinion.rank, ctx, "plass") != OK || opinion.rank == 0))
		opinion.rank = -1;
	if ((st = opinion_register(&messages, ctx, &sheet.application, &opinion)) == ERR_INVALID) {
		sheet.messages = &messages;
		return (sheet_render(ctx, &sheet, 422));
	}
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Uttalelsen er registrert."));
	return (redirect(ctx, "/saker/%" PRId64 "/uttalelse", sheet.application.id));
}
