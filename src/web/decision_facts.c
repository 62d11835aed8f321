/* decision_facts.c — from a decision to rows of a page. */
#include "web/decision_facts.h"

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/decision_flow.h"

#define MAX_FACTS 8

static void
add(struct html_part_facts_rows *rows, struct html_part_facts *out, const char *term, const char *value)
{
	if (!text_blank(value))
		rows[out->n_rows++] = (struct html_part_facts_rows){ .term = term, .value = value };
}

static const char *
minutes_text(struct ctx *ctx, const struct decision *decision)
{
	return (tr_printf(ctx->arena, ctx->lang, "Sak %s, %d for og %d mot", decision->meeting_case,
	    decision->votes_for, decision->votes_against));
}

enum status
decision_facts(struct html_part_facts *out, struct ctx *ctx, int64_t application_id)
{
	struct html_part_facts_rows *rows = arena_array(ctx->arena, MAX_FACTS, sizeof(*rows));
	struct decision decision;
	enum lang lang = ctx->lang;
	bool by_body;
	enum status st;

	*out = (struct html_part_facts){ .rows = rows };
	if ((st = decision_of(&decision, ctx, application_id)) != OK || decision.id == 0)
		return (st);
	by_body = *decision.decider == '\0';
	add(rows, out, tr(lang, "Utfall"), outcome_text(decision.outcome, lang));
	add(rows, out, tr(lang, "Vedtatt sum"), money_show(ctx->arena, decision.awarded));
	add(rows, out, tr(lang, "Avgjort av"), by_body ? lang_pick(&decision.body, lang) : decision.decider);
	add(rows, out, tr(lang, "Avgjort"), date_long(ctx->arena, decision.decided_on, lang));
	add(rows, out, tr(lang, "Møtet"), by_body ? minutes_text(ctx, &decision) : "");
	add(rows, out, tr(lang, "Medlemmer som fratrådte som inhabile"), decision.disqualified);
	add(rows, out, tr(lang, "Begrunnelse"), decision.reason);
	add(rows, out, tr(lang, "Grunnen til avviket fra innstillingen"), decision.departure_reason);
	return (OK);
}
