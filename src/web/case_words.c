/* case_words.c — from states to tags, and what a call is called. */
#include "web/case_words.h"

#include "core/catalogue.h"

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
