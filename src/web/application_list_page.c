/* application_list_page.c — "Mine søknader": drafts first, then what was sent. */
#include <string.h>

#include "core/catalogue.h"
#include "flow/application_flow.h"
#include "gen/html_application_list.h"
#include "web/application_page.h"
#include "web/page.h"

static void
facts_of(struct case_facts *out, struct ctx *ctx, const struct application_row *row)
{
	*out = (struct case_facts){ .may_sign = true,
		.call = &row->call,
		.answer_by = call_answer_by(&row->call, row->submitted_at),
		.now = ctx->now };
	case_state_parse(&out->state, row->state);
	outcome_parse(&out->outcome, row->outcome);
}

static const char *
row_title(struct ctx *ctx, const struct application_row *row)
{
	return (*row->title != '\0' ? row->title : tr(ctx->lang, "Søknad uten navn"));
}

static const char *
row_url(struct ctx *ctx, const struct application_row *row)
{
	return (arena_printf(ctx->arena, "/soknader/%" PRId64, row->id));
}

static void
draft_fill(struct html_application_list_drafts *out, struct ctx *ctx, const struct application_row *row)
{
	struct case_facts facts;

	facts_of(&facts, ctx, row);
	*out = (struct html_application_list_drafts){
		.url = row_url(ctx, row),
		.title = row_title(ctx, row),
		.scheme = lang_pick(&row->scheme_title, ctx->lang),
		.organisation = row->organisation,
		.color = tone_color(case_state_tone(&facts, true)),
		.state = case_state_text(ctx->arena, &facts, true, ctx->lang),
		.next = case_next_step(ctx->arena, &facts, true, ctx->lang),
	};
}

static void
sent_fill(struct html_application_list_sent *out, struct ctx *ctx, const struct application_row *row)
{
	struct case_facts facts;

	facts_of(&facts, ctx, row);
	*out = (struct html_application_list_sent){
		.url = row_url(ctx, row),
		.title = row_title(ctx, row),
		.number = row->number,
		.scheme = lang_pick(&row->scheme_title, ctx->lang),
		.organisation = row->organisation,
		.color = tone_color(case_state_tone(&facts, true)),
		.state = case_state_text(ctx->arena, &facts, true, ctx->lang),
		.next = case_next_step(ctx->arena, &facts, true, ctx->lang),
		.applied = row->applied.ore > 0 ? money_show(ctx->arena, row->applied) : NULL,
		.awarded = row->awarded.ore > 0 ? money_show(ctx->arena, row->awarded) : NULL,
	};
}

enum status
application_list_show(struct ctx *ctx)
{
	struct html_application_list_drafts *drafts;
	struct html_application_list_sent *sent;
	struct html_application_list view = { 0 };
	struct application_row *rows;
	enum status st;
	size_t n;

	if ((st = application_list(&rows, &n, ctx)) != OK)
		return (st);
	drafts = arena_array(ctx->arena, n, sizeof(*drafts));
	sent = arena_array(ctx->arena, n, sizeof(*sent));
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].state, "draft") == 0)
			draft_fill(&drafts[view.n_drafts++], ctx, &rows[i]);
		else
			sent_fill(&sent[view.n_sent++], ctx, &rows[i]);
	view.drafts = drafts;
	view.sent = sent;
	view.nothing = n == 0;
	view.part_empty = (struct html_part_empty){ .title = tr(ctx->lang, "Dere har ingen søknader ennå"),
		.text = tr(
		    ctx->lang, "Finn en ordning som passer, og start en søknad. Utkast og sendte søknader kommer her."),
		.action_url = "/ordninger",
		.action_text = tr(ctx->lang, "Finn tilskudd") };
	return (page_render(ctx, 200, tr(ctx->lang, "Mine søknader"), HTML(application_list), &view));
}
