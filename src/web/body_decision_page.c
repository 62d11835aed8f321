/* body_decision_page.c — registering what an elected body decided, from the minutes of its meeting. */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/decision_flow.h"
#include "gen/html_decision_body.h"
#include "gen/html_part_facts.h"
#include "web/case_words.h"
#include "web/decision_sheet.h"
#include "web/list_path.h"
#include "web/message_view.h"
#include "web/page.h"

/* The meeting as typed. */
struct minutes {
	const char *decided_on, *meeting_case, *votes_for, *votes_against, *disqualified;
};

static struct minutes
minutes_posted(struct ctx *ctx)
{
	return ((struct minutes){ form_text(ctx, "dato"), form_text(ctx, "sak"), form_text(ctx, "for"),
	    form_text(ctx, "mot"), form_text(ctx, "inhabile") });
}

static const char *
name_of(struct ctx *ctx, const char *body)
{
	return (body == NULL ? tr(ctx->lang, "politisk organ") : body_label(ctx, body));
}

static size_t
cases_of(const struct decision_sheet *sheet, const char *body)
{
	struct decision_sheet of_body = *sheet;
	size_t n = 0;

	of_body.body = body;
	for (size_t i = 0; i < sheet->list.n_rows; i++)
		n += decision_sheet_has(&of_body, &sheet->list.rows[i]);
	return (n);
}

/* The body asked for when it decides in this scheme; otherwise the first that has cases waiting, or the first of all.
 */
static const char *
body_of(const struct decision_sheet *sheet, const char *asked)
{
	const struct scheme *scheme = sheet->list.scheme;
	const char *first = NULL, *waiting = NULL;

	for (size_t i = 0; i < scheme->n_levels; i++) {
		const char *body = scheme->levels[i].body;

		if (body == NULL)
			continue;
		if (strcmp(body, asked) == 0)
			return (body);
		if (waiting == NULL && cases_of(sheet, body) > 0)
			waiting = body;
		if (first == NULL)
			first = body;
	}
	return (waiting != NULL ? waiting : first);
}

static void
add_minutes(
    struct html_decision_body *view, struct ctx *ctx, const struct decision_sheet *sheet, const struct minutes *minutes)
{
	enum lang lang = ctx->lang;

	view->part_field_date = (struct html_part_field_date){ .id = "dato",
		.name = "dato",
		.label = tr(lang, "Møtedato"),
		.value = minutes->decided_on,
		.error = message_text(sheet->messages, "decided_on") };
	view->meeting_case = (struct html_part_field_text){ .id = "sak",
		.name = "sak",
		.label = tr(lang, "Saksnummer i møtet"),
		.help = tr(lang, "Slik det står i møteboken, for eksempel PS 12/2027."),
		.size = "16",
		.value = minutes->meeting_case,
		.error = message_text(sheet->messages, "meeting_case") };
	view->votes_for = (struct html_part_field_number){ .id = "for",
		.name = "for",
		.label = tr(lang, "Stemmer for"),
		.value = minutes->votes_for,
		.error = message_text(sheet->messages, "votes") };
	view->votes_against = (struct html_part_field_number){
		.id = "mot", .name = "mot", .label = tr(lang, "Stemmer mot"), .value = minutes->votes_against
	};
	view->disqualified = (struct html_part_field_text){ .id = "inhabile",
		.name = "inhabile",
		.label = tr(lang, "Medlemmer som fratrådte som inhabile"),
		.optional = true,
		.value = minutes->disqualified };
}

static void
add_bodies(struct html_decision_body *view, struct ctx *ctx, const struct decision_sheet *sheet)
{
	const struct scheme *scheme = sheet->list.scheme;
	struct html_decision_body_bodies *bodies = arena_array(ctx->arena, scheme->n_levels, sizeof(*bodies));

	for (size_t i = 0; i < scheme->n_levels; i++) {
		const char *body = scheme->levels[i].body;

		if (body != NULL)
			bodies[view->n_bodies++] = (struct html_decision_body_bodies){
				.url = arena_printf(ctx->arena, "%s?organ=%s", sheet->path, body),
				.name = name_of(ctx, body),
				.count = money_count(ctx->arena, (int64_t)cases_of(sheet, body)),
				.current = strcmp(body, sheet->body) == 0,
			};
	}
	view->bodies = bodies;
	/* One body needs no choice. */
	if (view->n_bodies == 1)
		view->n_bodies = 0;
}

static struct html_part_empty
nothing_left(struct ctx *ctx, const struct decision_sheet *sheet)
{
	const char *list_page = list_url(ctx, &sheet->list, "innstilling");
	const char *why = !sheet->list.locked   ? tr(ctx->lang, "Innstillingen er ikke låst")
			  : sheet->body == NULL ? tr(ctx->lang, "Alle saker i ordningen er delegert til lederen")
						: tr(ctx->lang, "Ingen saker venter på vedtak i organet");

	return ((struct html_part_empty){
	    .title = why, .action_url = list_page, .action_text = tr(ctx->lang, "Se innstillingen") });
}

static enum status
body_render(struct ctx *ctx, const struct decision_sheet *sheet, const struct minutes *minutes, int http)
{
	const struct recommendation_list *list = &sheet->list;
	struct html_decision_body view = {
		.path = sheet->path,
		.body = sheet->body,
		.name = name_of(ctx, sheet->body),
		.title = sheet->title,
		.year = arena_printf(ctx->arena, "%d", list->call.year),
		.round = list_round_text(ctx, list->call.kind, list->call.round, list->batch),
		.part_breadcrumbs = decision_sheet_crumbs(ctx, sheet, tr(ctx->lang, "Politisk vedtak")),
		.part_error_summary = decision_sheet_summary(ctx, sheet),
		.part_frame_bar = frame_bar_view(ctx, &list->bar),
		.part_empty = nothing_left(ctx, sheet),
	};

	view.locked_text = list_locked_text(ctx, list);
	view.hidden = decision_sheet_hidden(ctx, sheet);
	if (sheet->body != NULL) {
		view.rows = decision_sheet_rows(&view.n_rows, ctx, sheet);
		add_bodies(&view, ctx, sheet);
	}
	view.effect = arena_printf(ctx->arena,
	    tr_plural(ctx->lang, "%s sak venter.",
		"%s saker venter. Ta bort krysset for dem som ikke ble avgjort i møtet.", (int64_t)view.n_rows),
	    money_count(ctx->arena, (int64_t)view.n_rows));
	add_minutes(&view, ctx, sheet, minutes);
	return (page_render(ctx, http, tr_printf(ctx->arena, ctx->lang, "Registrer vedtak: %s", view.name),
	    HTML(decision_body), &view));
}

enum status
body_decision_show(struct ctx *ctx)
{
	static const struct minutes empty = { "", "", "", "0", "" };
	struct decision_sheet sheet;
	enum status st;

	if ((st = decision_sheet_load(&sheet, ctx, "utvalgsvedtak")) != OK)
		return (st);
	sheet.body = body_of(&sheet, query_text(ctx, "organ"));
	if (sheet.list.locked && decision_sheet_undeclared(&sheet))
		return (decision_declare_show(ctx, &sheet));
	decision_sheet_stored(&sheet, ctx);
	return (body_render(ctx, &sheet, &empty, 200));
}

/* --- registering -------------------------------------------------------------------------------------------------- */

static int
votes_read(struct ctx *ctx, const char *name)
{
	int votes;

	return (form_int(&votes, ctx, name) == OK ? votes : -1);
}

static struct body_meeting
meeting_read(struct ctx *ctx, const struct decision_sheet *sheet, const struct minutes *minutes)
{
	struct body_meeting meeting = { .body = sheet->body,
		.meeting_case = text_trim(ctx->arena, minutes->meeting_case),
		.votes_for = votes_read(ctx, "for"),
		.votes_against = votes_read(ctx, "mot"),
		.disqualified = text_trim(ctx->arena, minutes->disqualified) };

	if (date_parse(&meeting.decided_on, minutes->decided_on) != OK)
		meeting.decided_on = (struct date){ 0 };
	return (meeting);
}

static struct html_part_facts *
meeting_facts(struct ctx *ctx, const struct body_meeting *meeting)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, 5, sizeof(*rows));
	struct html_part_facts *facts = arena_alloc(ctx->arena, sizeof(*facts));
	size_t n = 0;

	rows[n++] =
	    (struct html_part_facts_rows){ .term = tr(ctx->lang, "Organ"), .value = name_of(ctx, meeting->body) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Møtedato"),
		.value = date_long(ctx->arena, meeting->decided_on, ctx->lang) };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Saksnummer i møtet"),
		.value = meeting->meeting_case };
	rows[n++] = (struct html_part_facts_rows){ .term = tr(ctx->lang, "Stemmer"),
		.value =
		    tr_printf(ctx->arena, ctx->lang, "%d for og %d mot", meeting->votes_for, meeting->votes_against) };
	if (!text_blank(meeting->disqualified))
		rows[n++] =
		    (struct html_part_facts_rows){ .term = tr(ctx->lang, "Medlemmer som fratrådte som inhabile"),
			    .value = meeting->disqualified };
	*facts = (struct html_part_facts){ .rows = rows, .n_rows = n };
	return (facts);
}

static enum status
look_over(struct ctx *ctx, struct decision_sheet *sheet, const struct minutes *minutes,
    const struct body_meeting *meeting, const struct decision_made *made, size_t n)
{
	const char *count = money_count(ctx->arena, (int64_t)n);
	struct html_decision_confirm_fields fields[] = { { "organ", sheet->body }, { "dato", minutes->decided_on },
		{ "sak", minutes->meeting_case }, { "for", minutes->votes_for }, { "mot", minutes->votes_against },
		{ "inhabile", minutes->disqualified } };
	struct html_decision_confirm view = {
		.lead = arena_printf(ctx->arena,
		    tr_plural(
			ctx->lang, "Du registrerer vedtak i %s sak:", "Du registrerer vedtak i %s saker:", (int64_t)n),
		    count),
		.button = arena_printf(ctx->arena,
		    tr_plural(ctx->lang, "Registrer vedtak i %s sak", "Registrer vedtak i %s saker", (int64_t)n),
		    count),
		.facts = meeting_facts(ctx, meeting),
		.n_facts = 1,
		.fields = fields,
		.n_fields = sizeof(fields) / sizeof(fields[0]),
	};

	return (decision_confirm_show(ctx, sheet, &view, made, n));
}

static enum status
registered(struct ctx *ctx, const struct decision_sheet *sheet, size_t n)
{
	notice_set(
	    ctx, arena_printf(ctx->arena,
		     tr_plural(ctx->lang, "Vedtaket i %s sak er registrert. Søkeren får vite det når brevet er sendt.",
			 "Vedtakene i %s saker er registrert. Søkerne får vite det når brevene er sendt.", (int64_t)n),
		     money_count(ctx->arena, (int64_t)n)));
	return (redirect(ctx, "%s", list_url(ctx, &sheet->list, "brev")));
}

static enum status
try(struct messages *messages, struct ctx *ctx, const struct decision_sheet *sheet, const struct body_meeting *meeting,
    bool decide, struct decision_made **made, size_t *n)
{
	*messages = messages_new(ctx->arena);
	*n = decision_sheet_made(made, messages, ctx, sheet);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	return (decide ? decision_by_body(messages, ctx, &sheet->list, meeting, *made, *n)
		       : decision_check(messages, ctx, &sheet->list, meeting, *made, *n));
}

static enum status
sheet_take(struct ctx *ctx, struct decision_sheet *sheet)
{
	struct minutes minutes = minutes_posted(ctx);
	struct body_meeting meeting = meeting_read(ctx, sheet, &minutes);
	bool decide = strcmp(form_text(ctx, "steg"), "vedta") == 0;
	struct messages messages;
	struct decision_made *made;
	enum status st;
	size_t n;

	decision_sheet_posted(sheet, ctx);
	if (strcmp(form_text(ctx, "steg"), "endre") == 0)
		return (body_render(ctx, sheet, &minutes, 200));
	if ((st = try(&messages, ctx, sheet, &meeting, decide, &made, &n)) == ERR_INVALID) {
		sheet->messages = &messages;
		return (body_render(ctx, sheet, &minutes, 422));
	}
	if (st != OK)
		return (st);
	return (decide ? registered(ctx, sheet, n) : look_over(ctx, sheet, &minutes, &meeting, made, n));
}

enum status
body_decision_post(struct ctx *ctx)
{
	struct decision_sheet sheet;
	enum status st;

	if ((st = decision_sheet_load(&sheet, ctx, "utvalgsvedtak")) != OK)
		return (st);
	if (!sheet.list.locked)
		return (ERR_CONFLICT);
	sheet.body = body_of(&sheet, form_text(ctx, "organ"));
	if (decision_sheet_undeclared(&sheet))
		return (decision_declare_take(ctx, &sheet));
	if (strcmp(form_text(ctx, "steg"), "habilitet") == 0)
		return (redirect(ctx, "%s", sheet.path));
	if (sheet.body == NULL)
		return (ERR_CONFLICT);
	/* Never another body's decision than the one whose minutes stand in the form. */
	if (strcmp(sheet.body, form_text(ctx, "organ")) != 0)
		return (ERR_INVALID);
	return (sheet_take(ctx, &sheet));
}
