/* case_words.c — from states to tags, and what a call is called. */
#include "web/case_words.h"

#include "core/catalogue.h"
#include "core/money.h"

static const char *const colors[] = {
	[TONE_NEUTRAL] = "neutral",
	[TONE_WAITING] = "info",
	[TONE_DONE_WELL] = "success",
	[TONE_DONE_BADLY] = "danger",
	[TONE_ATTENTION] = "warning",
};

struct html_part_status_tag
case_tag(struct ctx *ctx, const struct case_facts *facts, bool applicant)
{
	return ((struct html_part_status_tag){
	    .color = colors[case_state_tone(facts, applicant)],
	    .text = case_state_text(ctx->arena, facts, applicant, ctx->lang),
	});
}

struct case_facts
case_facts_of(struct ctx *ctx, const char *state, const char *outcome)
{
	struct case_facts facts = { .now = ctx->now };

	case_state_parse(&facts.state, state);
	outcome_parse(&facts.outcome, outcome);
	return (facts);
}

const char *
call_title(struct ctx *ctx, const char *title, int year, int round)
{
	if (round > 1)
		return (tr_printf(ctx->arena, ctx->lang, "%s %d, runde %d", title, year, round));
	return (arena_printf(ctx->arena, "%s %d", title, year));
}

struct html_part_breadcrumbs
case_crumbs(struct ctx *ctx, const char *url, const char *text, const char *current)
{
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 2, sizeof(*links));
	size_t n = url == NULL ? 1 : 2;

	links[0] = (struct html_part_breadcrumbs_links){ "/saker", tr(ctx->lang, "Saker") };
	links[1] = (struct html_part_breadcrumbs_links){ url, text };
	return ((struct html_part_breadcrumbs){ .links = links,
	    .n_links = n,
	    .current = current,
	    .back_url = links[n - 1].url,
	    .back_text = links[n - 1].text });
}

static const char *
percent_of(struct ctx *ctx, int width_bp)
{
	return (arena_printf(ctx->arena, "%d.%02d", width_bp / 100, width_bp % 100));
}

struct html_part_frame_bar
frame_bar_view(struct ctx *ctx, const struct frame_bar *bar)
{
	return ((struct html_part_frame_bar){
	    .frame = money_show(ctx->arena, bar->frame),
	    .granted = money_show(ctx->arena, bar->awarded),
	    .proposed = money_show(ctx->arena, bar->proposed),
	    .free = money_show(ctx->arena, bar->free),
	    .over = bar->over.ore > 0 ? money_show(ctx->arena, bar->over) : "",
	    .granted_pct = percent_of(ctx, bar->awarded_bp),
	    .proposed_pct = percent_of(ctx, bar->proposed_bp),
	});
}

const char *
list_locked_text(struct ctx *ctx, const struct recommendation_list *list)
{
	if (!list->locked)
		return (NULL);
	return (tr_printf(ctx->arena, ctx->lang, "Låst %s av %s.", instant_long(ctx->arena, list->locked_at, ctx->lang),
	    list->locked_by));
}

const char *
list_round_text(struct ctx *ctx, enum call_kind kind, int round, int batch)
{
	if (!call_kind_in_batches(kind))
		return (arena_printf(ctx->arena, "%d", round));
	return (tr_printf(ctx->arena, ctx->lang, "%d, liste %d", round, batch));
}

const char *
list_advice_text(struct ctx *ctx, const struct recommendation_list *list)
{
	size_t wanted = list->scheme->after.n_advice;

	if (wanted == 0)
		return ("");
	return (tr_printf(ctx->arena, ctx->lang, "Råd til innstillingen: %d registrert, ordningen ber om %d",
	    (int)list->n_advice, (int)wanted));
}

const char *
list_brief_text(struct ctx *ctx, const struct list_brief *list)
{
	if (!list->locked)
		return (tr_printf(ctx->arena, ctx->lang, "Liste %d, under arbeid", list->batch));
	return (tr_printf(ctx->arena, ctx->lang, "Liste %d, låst %s", list->batch,
	    date_short(ctx->arena, instant_day(list->locked_at))));
}
