/* decision_page.c — the leader's decisions: what waits, declaring, deciding what is hers by delegation. */
#include <inttypes.h>
#include <string.h>

#include "core/catalogue.h"
#include "flow/decision_flow.h"
#include "gen/html_decision_leader.h"
#include "gen/html_decision_list.h"
#include "web/case_words.h"
#include "web/decision_sheet.h"
#include "web/list_path.h"
#include "web/page.h"

/* --- what waits --------------------------------------------------------------------------------------------------- */

static void
add_next(struct html_decision_list_lists *out, struct ctx *ctx, const struct waiting_list *list)
{
	const char *page = NULL;

	if (list->n_delegated > 0) {
		page = "vedtak";
		out->next = tr(ctx->lang, "Gjør vedtak");
	} else if (list->n_waiting > 0) {
		page = "utvalgsvedtak";
		out->next = tr(ctx->lang, "Registrer vedtaket fra møtet");
	} else if (list->n_decided > 0) {
		page = "brev";
		out->next = tr(ctx->lang, "Send brevene");
	}
	if (page != NULL)
		out->next_url = arena_printf(
		    ctx->arena, "/utlysninger/%s/%s", list_ref(ctx, list->call_id, list->kind, list->batch), page);
}

static struct html_decision_list_lists
list_view(struct ctx *ctx, const struct waiting_list *list)
{
	struct html_decision_list_lists out = {
		.id = list_ref(ctx, list->call_id, list->kind, list->batch),
		.title = list->title,
		.year = arena_printf(ctx->arena, "%d", list->year),
		.round = list_round_text(ctx, list->kind, list->round, list->batch),
		.locked = date_short(ctx->arena, instant_day(list->locked_at)),
		.frame = money_show(ctx->arena, list->frame),
		.delegated = money_count(ctx->arena, list->n_delegated),
		.body = money_count(ctx->arena, list->n_waiting - list->n_delegated),
		.letters = money_count(ctx->arena, list->n_decided),
		.sent = money_count(ctx->arena, list->n_notified),
	};

	add_next(&out, ctx, list);
	return (out);
}

/* "3 saker venter på vedtaket ditt, 2 på et politisk organ, og 5 brev er ikke sendt." */
static const char *
summary_of(struct ctx *ctx, const struct waiting_list *lists, size_t n)
{
	int64_t delegated = 0, body = 0, letters = 0;

	for (size_t i = 0; i < n; i++) {
		delegated += lists[i].n_delegated;
		body += lists[i].n_waiting - lists[i].n_delegated;
		letters += lists[i].n_decided;
	}
	if (delegated + body + letters == 0)
		return (tr(
		    ctx->lang, "Ingenting venter på deg. Alle saker på låste lister er avgjort, og brevene er sendt."));
	return (tr_printf(ctx->arena, ctx->lang,
	    "Venter på vedtaket ditt: %s. Venter på et politisk organ: %s. Brev som ikke er sendt: %s.",
	    money_count(ctx->arena, delegated), money_count(ctx->arena, body), money_count(ctx->arena, letters)));
}

static bool
needs_work(const struct waiting_list *list)
{
	return (list->n_waiting + list->n_decided > 0);
}

enum status
decision_list_show(struct ctx *ctx)
{
	struct html_decision_list view = { 0 };
	struct html_decision_list_lists *rows;
	struct waiting_list *lists;
	enum status st;
	size_t n;

	if ((st = decision_waiting(&lists, &n, ctx)) != OK)
		return (st);
	rows = arena_array(ctx->arena, n, sizeof(*rows));
	/* What waits stands first; otherwise the list locked last. */
	for (int waiting = 1; waiting >= 0; waiting--)
		for (size_t i = 0; i < n; i++)
			if (needs_work(&lists[i]) == (waiting == 1))
				rows[view.n_lists++] = list_view(ctx, &lists[i]);
	view.lists = rows;
	view.summary = summary_of(ctx, lists, n);
	view.part_empty = (struct html_part_empty){ .title = tr(ctx->lang, "Ingen innstillinger er låst"),
		.text = tr(ctx->lang, "Når en innstilling er låst, står sakene her og venter på vedtak."),
		.action_url = "/saker",
		.action_text = tr(ctx->lang, "Se sakene") };
	return (page_render(ctx, 200, tr(ctx->lang, "Vedtak"), HTML(decision_list), &view));
}

/* --- one list ----------------------------------------------------------------------------------------------------- */

static void
add_bodies(struct html_decision_leader *view, struct ctx *ctx, const struct decision_sheet *sheet)
{
	const struct scheme *scheme = sheet->list.scheme;
	struct html_decision_leader_bodies *bodies = arena_array(ctx->arena, scheme->n_levels, sizeof(*bodies));

	for (size_t level = 0; level < scheme->n_levels; level++) {
		struct decision_sheet body = *sheet;
		money sum = MONEY_ZERO;
		int64_t count = 0;

		if ((body.body = scheme->levels[level].body) == NULL)
			continue;
		for (size_t i = 0; i < sheet->list.n_rows; i++)
			if (decision_sheet_has(&body, &sheet->list.rows[i])) {
				sum = money_add(sum, sheet->list.rows[i].proposed);
				count++;
			}
		if (count == 0)
			continue;
		bodies[view->n_bodies++] = (struct html_decision_leader_bodies){
			.url = arena_printf(
			    ctx->arena, "%s?organ=%s", list_url(ctx, &sheet->list, "utvalgsvedtak"), body.body),
			.name = body_label(ctx, body.body),
			.text = arena_printf(ctx->arena,
			    tr_plural(ctx->lang, "%s sak, %s foreslått", "%s saker, %s foreslått", count),
			    money_count(ctx->arena, count), money_show(ctx->arena, sum)),
		};
	}
	view->bodies = bodies;
}

static void
add_decided(struct html_decision_leader *view, struct ctx *ctx, const struct decision_sheet *sheet)
{
	int64_t decided = 0, sent = 0;

	for (size_t i = 0; i < sheet->list.n_rows; i++) {
		decided += sheet->list.rows[i].decision_id != 0;
		sent += sheet->list.rows[i].notified;
	}
	if (decided > 0)
		view->decided = tr_printf(ctx->arena, ctx->lang, "Avgjort: %s. Brev sendt: %s.",
		    money_count(ctx->arena, decided), money_count(ctx->arena, sent));
	view->letters_url = list_url(ctx, &sheet->list, "brev");
}

/* How many the leader can decide, and what comes of them as they are proposed. */
static const char *
effect_of(struct ctx *ctx, const struct decision_sheet *sheet)
{
	struct decision_made *made = arena_array(ctx->arena, sheet->list.n_rows, sizeof(*made));
	size_t n = 0;

	for (size_t i = 0; i < sheet->list.n_rows; i++) {
		const struct recommendation_row *row = &sheet->list.rows[i];

		if (decision_sheet_has(sheet, row) && *decision_sheet_refusal(ctx, sheet, row) == '\0')
			made[n++] =
			    (struct decision_made){ .application_id = row->application_id, .awarded = row->proposed };
	}
	if (n == 0)
		return ("");
	return (arena_printf(ctx->arena,
	    tr_plural(ctx->lang, "%s sak venter. Innstillingen: %s", "%s saker venter. Innstillingen: %s", (int64_t)n),
	    money_count(ctx->arena, (int64_t)n), decision_effect(ctx, sheet, made, n)));
}

static struct html_part_empty
nothing_left(struct ctx *ctx, const struct decision_sheet *sheet)
{
	const char *list_page = list_url(ctx, &sheet->list, "innstilling");

	if (!sheet->list.locked)
		return ((struct html_part_empty){ .title = tr(ctx->lang, "Innstillingen er ikke låst"),
		    .text = tr(ctx->lang, "Sakene kan avgjøres når saksbehandleren har låst innstillingen."),
		    .action_url = list_page,
		    .action_text = tr(ctx->lang, "Se innstillingen") });
	return ((struct html_part_empty){ .title = tr(ctx->lang, "Ingen saker her venter på vedtaket ditt"),
	    .text = tr(ctx->lang, "De er avgjort, eller de hører til et politisk organ."),
	    .action_url = list_page,
	    .action_text = tr(ctx->lang, "Se innstillingen") });
}

static enum status
leader_render(struct ctx *ctx, const struct decision_sheet *sheet, int http)
{
	const struct recommendation_list *list = &sheet->list;
	struct html_decision_leader view = {
		.path = sheet->path,
		.title = sheet->title,
		.year = arena_printf(ctx->arena, "%d", list->call.year),
		.round = list_round_text(ctx, list->call.kind, list->call.round, list->batch),
		.part_breadcrumbs = decision_sheet_crumbs(ctx, sheet, tr(ctx->lang, "Vedtak")),
		.part_error_summary = decision_sheet_summary(ctx, sheet),
		.part_frame_bar = frame_bar_view(ctx, &list->bar),
		.part_empty = nothing_left(ctx, sheet),
	};

	view.locked_text = list_locked_text(ctx, list);
	view.hidden = decision_sheet_hidden(ctx, sheet);
	view.rows = decision_sheet_rows(&view.n_rows, ctx, sheet);
	if (view.n_rows > 0)
		view.effect = effect_of(ctx, sheet);
	add_bodies(&view, ctx, sheet);
	add_decided(&view, ctx, sheet);
	return (page_render(
	    ctx, http, tr_printf(ctx->arena, ctx->lang, "Vedtak: %s", sheet->title), HTML(decision_leader), &view));
}

enum status
decision_show(struct ctx *ctx)
{
	struct decision_sheet sheet;
	enum status st;

	if ((st = decision_sheet_load(&sheet, ctx, "vedtak")) != OK)
		return (st);
	if (sheet.list.locked && decision_sheet_undeclared(&sheet))
		return (decision_declare_show(ctx, &sheet));
	decision_sheet_stored(&sheet, ctx);
	return (leader_render(ctx, &sheet, 200));
}

/* --- deciding ----------------------------------------------------------------------------------------------------- */

static enum status
look_over(struct ctx *ctx, struct decision_sheet *sheet, const struct decision_made *made, size_t n)
{
	const char *count = money_count(ctx->arena, (int64_t)n);
	struct html_decision_confirm view = {
		.lead = arena_printf(
		    ctx->arena, tr_plural(ctx->lang, "Du vedtar %s sak:", "Du vedtar %s saker:", (int64_t)n), count),
		.button = arena_printf(ctx->arena,
		    tr_plural(ctx->lang, "Gjør vedtak i %s sak", "Gjør vedtak i %s saker", (int64_t)n), count),
	};

	return (decision_confirm_show(ctx, sheet, &view, made, n));
}

static enum status
decided(struct ctx *ctx, const struct decision_sheet *sheet, size_t n)
{
	notice_set(ctx, arena_printf(ctx->arena,
			    tr_plural(ctx->lang, "%s sak er vedtatt. Søkeren får vite det når brevet er sendt.",
				"%s saker er vedtatt. Søkerne får vite det når brevene er sendt.", (int64_t)n),
			    money_count(ctx->arena, (int64_t)n)));
	return (redirect(ctx, "%s", list_url(ctx, &sheet->list, "brev")));
}

static enum status
sheet_take(struct ctx *ctx, struct decision_sheet *sheet)
{
	struct messages messages = messages_new(ctx->arena);
	bool decide = strcmp(form_text(ctx, "steg"), "vedta") == 0;
	struct decision_made *made;
	enum status st = ERR_INVALID;
	size_t n;

	decision_sheet_posted(sheet, ctx);
	if (strcmp(form_text(ctx, "steg"), "endre") == 0)
		return (leader_render(ctx, sheet, 200));
	n = decision_sheet_made(&made, &messages, ctx, sheet);
	if (!messages_have_errors(&messages))
		st = decide ? decision_by_leader(&messages, ctx, &sheet->list, made, n)
			    : decision_check(&messages, ctx, &sheet->list, NULL, made, n);
	if (st == ERR_INVALID) {
		sheet->messages = &messages;
		return (leader_render(ctx, sheet, 422));
	}
	if (st != OK)
		return (st);
	return (decide ? decided(ctx, sheet, n) : look_over(ctx, sheet, made, n));
}

enum status
decision_post(struct ctx *ctx)
{
	struct decision_sheet sheet;
	enum status st;

	if ((st = decision_sheet_load(&sheet, ctx, "vedtak")) != OK)
		return (st);
	if (!sheet.list.locked)
		return (ERR_CONFLICT);
	if (decision_sheet_undeclared(&sheet))
		return (decision_declare_take(ctx, &sheet));
	if (strcmp(form_text(ctx, "steg"), "habilitet") == 0)
		return (redirect(ctx, "%s", sheet.path));
	return (sheet_take(ctx, &sheet));
}
