/* advice_page.c — registering an advisory panel's advice on a list, and reading what is registered. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/before_lock_flow.h"
#include "flow/county.h"
#include "gen/html_list_advice.h"
#include "web/case_words.h"
#include "web/list_path.h"
#include "web/message_view.h"
#include "web/page.h"

/* The list, what is registered, and what stands in the form. */
struct advice_sheet {
	struct recommendation_list list;
	struct list_advice *advice;
	size_t n;
	const char *body, *given_on, *words;
	const struct messages *messages; /* NULL when nothing is wrong */
};

/* The first panel that the scheme asks and that has not been heard; "" when all have. */
static const char *
body_missing(const struct advice_sheet *sheet)
{
	const struct scheme_after *after = &sheet->list.scheme->after;

	for (size_t i = 0; i < after->n_advice; i++) {
		bool heard = false;

		for (size_t k = 0; k < sheet->n; k++)
			heard |= strcmp(sheet->advice[k].body, after->advice[i].body) == 0;
		if (!heard)
			return (after->advice[i].body);
	}
	return ("");
}

static enum status
sheet_load(struct advice_sheet *out, struct ctx *ctx, bool open)
{
	enum status st;

	*out = (struct advice_sheet){ .given_on = "", .words = "" };
	st = open ? list_opened_at_path(&out->list, ctx) : list_at_path(&out->list, ctx);
	if (st != OK || (st = advice_list(&out->advice, &out->n, ctx, out->list.id)) != OK)
		return (st);
	out->body = body_missing(out);
	return (OK);
}

static struct html_part_error_summary
summary_of(struct ctx *ctx, const struct advice_sheet *sheet)
{
	static const struct message_field fields[] = { { "body", "organ" }, { "given_on", "dato" },
		{ "words", "tekst" } };

	return (message_summary(ctx, sheet->messages, fields, sizeof(fields) / sizeof(fields[0])));
}

static struct html_part_field_select
body_field(struct ctx *ctx, const struct advice_sheet *sheet)
{
	size_t n = ctx->county == NULL ? 0 : ctx->county->n_bodies;
	struct html_part_field_select_options *options = arena_array(ctx->arena, n, sizeof(*options));

	for (size_t i = 0; i < n; i++)
		options[i] = (struct html_part_field_select_options){ .value = ctx->county->bodies[i].code,
			.label = lang_pick(&ctx->county->bodies[i].name, ctx->lang),
			.selected = strcmp(ctx->county->bodies[i].code, sheet->body) == 0 };
	return ((struct html_part_field_select){ .id = "organ",
	    .name = "organ",
	    .label = tr(ctx->lang, "Hvem har gitt råd?"),
	    .with_empty = true,
	    .options = options,
	    .n_options = n,
	    .error = message_text(sheet->messages, "body") });
}

static void
list_fill(struct html_list_advice *view, struct ctx *ctx, const struct advice_sheet *sheet)
{
	const struct scheme_after *after = &sheet->list.scheme->after;
	struct html_list_advice_advice *rows = arena_array(ctx->arena, sheet->n, sizeof(*rows));
	struct html_list_advice_wanted *wanted = arena_array(ctx->arena, after->n_advice, sizeof(*wanted));

	for (size_t i = 0; i < sheet->n; i++)
		rows[i] = (struct html_list_advice_advice){ .body = county_body_name(
								ctx->county, sheet->advice[i].body, ctx->lang),
			.advice = sheet->advice[i].advice,
			.given_on = date_long(ctx->arena, sheet->advice[i].given_on, ctx->lang),
			.registered = tr_printf(ctx->arena, ctx->lang, "Registrert %s av %s.",
			    instant_long(ctx->arena, sheet->advice[i].registered_at, ctx->lang),
			    sheet->advice[i].registered_by) };
	for (size_t i = 0; i < after->n_advice; i++) {
		const char *own = lang_pick(&after->advice[i].text, ctx->lang);

		wanted[i].text = *own != '\0'
				     ? own
				     : tr_printf(ctx->arena, ctx->lang, "%s gir råd om søknadene før de blir innstilt.",
					   county_body_name(ctx->county, after->advice[i].body, ctx->lang));
	}
	view->advice = rows;
	view->n_advice = sheet->n;
	view->wanted = wanted;
	view->n_wanted = after->n_advice;
}

static enum status
sheet_render(struct ctx *ctx, const struct advice_sheet *sheet, int http)
{
	const struct recommendation_list *list = &sheet->list;
	struct html_list_advice view = {
		.id = list_ref(ctx, list->call.id, list->call.kind, list->batch),
		.title = lang_pick(&list->scheme->title, ctx->lang),
		.open = !list->locked,
		.part_breadcrumbs = case_crumbs(
		    ctx, list_url(ctx, list, "innstilling"), tr(ctx->lang, "Innstilling"), tr(ctx->lang, "Råd")),
		.part_error_summary = summary_of(ctx, sheet),
		.part_field_select = body_field(ctx, sheet),
		.part_field_date = { .id = "dato",
		    .name = "dato",
		    .label = tr(ctx->lang, "Dato for rådet"),
		    .value = sheet->given_on,
		    .error = message_text(sheet->messages, "given_on") },
		.part_field_long_text = { .id = "tekst",
		    .name = "tekst",
		    .label = tr(ctx->lang, "Hva rådet går ut på"),
		    .rows = "8",
		    .value = sheet->words,
		    .error = message_text(sheet->messages, "words") },
	};

	list_fill(&view, ctx, sheet);
	return (page_render(ctx, http, tr_printf(ctx->arena, ctx->lang, "Råd til innstillingen: %s", view.title),
	    HTML(list_advice), &view));
}

enum status
advice_show(struct ctx *ctx)
{
	struct advice_sheet sheet;
	enum status st;

	if ((st = sheet_load(&sheet, ctx, false)) != OK)
		return (st);
	return (sheet_render(ctx, &sheet, 200));
}

enum status
advice_post(struct ctx *ctx)
{
	struct advice_sheet sheet;
	struct list_advice advice = { 0 };
	struct messages messages;
	enum status st;

	if ((st = sheet_load(&sheet, ctx, true)) != OK)
		return (st);
	if (sheet.list.locked)
		return (ERR_CONFLICT);
	sheet.body = advice.body = form_text(ctx, "organ");
	sheet.given_on = form_text(ctx, "dato");
	sheet.words = advice.advice = form_text(ctx, "tekst");
	if (date_parse(&advice.given_on, sheet.given_on) != OK)
		advice.given_on = (struct date){ 0 };
	if ((st = advice_register(&messages, ctx, &sheet.list, &advice)) == ERR_INVALID) {
		sheet.messages = &messages;
		return (sheet_render(ctx, &sheet, 422));
	}
	if (st != OK)
		return (st);
	notice_set(ctx, tr(ctx->lang, "Rådet er registrert."));
	return (redirect(ctx, "%s", list_url(ctx, &sheet.list, "rad")));
}
