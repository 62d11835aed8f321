/* case_words.c — from states to tags. */
#include "web/case_words.h"

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
