/* committee_page.c — the politician's page: what waits for the body, new evaluations, and what it has decided. */
#include "core/catalogue.h"
#include "domain/open_call.h"
#include "flow/committee_flow.h"
#include "gen/html_committee.h"
#include "web/case_words.h"
#include "web/list_path.h"
#include "web/page.h"

static void
add_waiting(struct html_committee *view, struct ctx *ctx, const struct committee *committee)
{
	struct html_committee_waiting *waiting = arena_array(ctx->arena, committee->n_lists, sizeof(*waiting));

	for (size_t i = 0; i < committee->n_lists; i++) {
		const struct committee_list *list = &committee->lists[i];

		if (list->n_waiting == 0)
			continue;
		waiting[view->n_waiting++] = (struct html_committee_waiting){
			.call = list_ref(ctx, list->call_id, list->kind, list->batch),
			.title = call_title(ctx, list->title, list->year, list->round),
			.locked = date_long(ctx->arena, instant_day(list->locked_at), ctx->lang),
			.count = list->n_waiting,
			.applied = money_show(ctx->arena, list->applied),
			.proposed = money_show(ctx->arena, list->proposed),
			.frame = money_show(ctx->arena, list->frame),
		};
	}
	view->waiting = waiting;
}

static void
add_evaluations(struct html_committee *view, struct ctx *ctx, const struct committee *committee)
{
	struct html_committee_evaluations *rows = arena_array(ctx->arena, committee->n_evaluations, sizeof(*rows));

	for (size_t i = 0; i < committee->n_evaluations; i++) {
		const struct evaluation_row *row = &committee->evaluations[i];

		rows[i] = (struct html_committee_evaluations){
			.scheme = row->scheme_id,
			.year = arena_printf(ctx->arena, "%d", row->year),
			.title = row->title,
			.area = area_name(row->area, ctx->lang),
			.published = date_long(ctx->arena, instant_day(row->published_at), ctx->lang),
		};
	}
	view->evaluations = rows;
	view->n_evaluations = committee->n_evaluations;
}

static void
add_decisions(struct html_committee *view, struct ctx *ctx, const struct committee *committee)
{
	struct html_committee_decisions *rows = arena_array(ctx->arena, committee->n_decisions, sizeof(*rows));

	for (size_t i = 0; i < committee->n_decisions; i++) {
		const struct committee_decision *decision = &committee->decisions[i];

		rows[i] = (struct html_committee_decisions){
			.call = list_ref(ctx, decision->call_id, decision->kind, decision->batch),
			.title = call_title(ctx, decision->title, decision->year, decision->round),
			.day = date_short(ctx->arena, decision->decided_on),
			.meeting_case = decision->meeting_case,
			.votes =
			    tr_printf(ctx->arena, ctx->lang, "%d mot %d", decision->votes_for, decision->votes_against),
			.grants = money_count(ctx->arena, decision->n_grants),
			.cases = money_count(ctx->arena, decision->n_cases),
			.awarded = money_show(ctx->arena, decision->awarded),
		};
	}
	view->decisions = rows;
	view->n_decisions = committee->n_decisions;
}

enum status
committee_show(struct ctx *ctx)
{
	struct html_committee view = {
		.part_empty = { .title = tr(ctx->lang, "Du er ikke knyttet til et utvalg"),
		    .text = tr(ctx->lang, "Be administratoren knytte kontoen din til utvalget du sitter i."),
		    .action_url = "/evaluering",
		    .action_text = tr(ctx->lang, "Se publiserte evalueringer") },
	};
	struct committee committee;
	enum status st;

	if ((st = committee_load(&committee, ctx)) != OK)
		return (st);
	view.body = lang_pick(&committee.body, ctx->lang);
	add_waiting(&view, ctx, &committee);
	add_evaluations(&view, ctx, &committee);
	add_decisions(&view, ctx, &committee);
	return (page_render(
	    ctx, 200, *view.body == '\0' ? tr(ctx->lang, "Utvalget mitt") : view.body, HTML(committee), &view));
}

enum status
committee_pdf_show(struct ctx *ctx)
{
	const void *pdf;
	enum status st;
	int64_t id;
	size_t len;
	int batch;

	if ((st = list_path_read(&id, &batch, ctx)) != OK ||
	    (st = committee_pdf(&pdf, &len, ctx, id, batch == 0 ? 1 : batch)) != OK)
		return (st);
	return (page_send(
	    ctx, "application/pdf", pdf, len, arena_printf(ctx->arena, "innstilling-%s.pdf", path_text(ctx, "id"))));
}
