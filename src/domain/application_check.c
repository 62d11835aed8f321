/* application_check.c — the sums of a whole application against the scheme's limits, told as warnings with the numbers:
 * they are set down when the award is worked out, nobody is stopped. */
#include "domain/amount.h"
#include "domain/validation_parts.h"

static void
warn_over(struct checking *c, const struct amount_step *step)
{
	check_warning(c, c->field->id,
	    SAY(c,
		"Dere søker om %s, men ordningen gir høyst %s (%s). Sett ned summen, eller send den som den er og få "
		"høyst det.",
		money_show(c->arena, c->view.sums.applied), money_show(c->arena, step->sum), step->text));
}

static void
warn_own_share(struct checking *c, const struct scheme_own_share *rule)
{
	money own = money_sub(c->view.sums.financing, c->view.sums.applied);

	check_warning(c, c->field->id,
	    SAY(c, "Egenandelen er %s. Den må være minst %s av %s. Søk om mindre, eller dekk mer selv.",
		money_show(c->arena, own), share_text(c->arena, rule->share, c->lang),
		share_base_text(rule->of, c->lang)));
}

static void
warn_about(struct checking *c, const struct amount_step *step)
{
	bool over = money_cmp(c->view.sums.applied, step->sum) > 0;

	if (step->kind == AMOUNT_OWN_WORK || step->kind == AMOUNT_NOT_COUNTED)
		check_warning(c, c->field->id, step->text);
	else if (over && step->kind == AMOUNT_CAP_SUM)
		check_warning(c, c->field->id,
		    SAY(c,
			"Dere søker om %s, men ordningen gir høyst %s. Sett ned summen, eller send den som den er og "
			"få høyst det.",
			money_show(c->arena, c->view.sums.applied), money_show(c->arena, step->sum)));
	else if (over && (step->kind == AMOUNT_CAP_SHARE || step->kind == AMOUNT_UNITS ||
			     step->kind == AMOUNT_REAL_COST || step->kind == AMOUNT_COST_SHARES))
		warn_over(c, step);
	else if (over && step->kind == AMOUNT_OWN_SHARE)
		warn_own_share(c, step->own_share);
}

/* Sums the scheme never gives: others than its fixed ones, or not in whole thousands. */
static void
warn_not_given(struct checking *c, const struct amount_limit *limit)
{
	money applied = c->view.sums.applied;

	if (amount_is_given(limit, applied))
		return;
	if (limit->n_sums > 0)
		check_warning(c, c->field->id,
		    SAY(c, "Dere søker om %s, men ordningen gir bare %s. Skriv en av summene den gir.",
			money_show(c->arena, applied), amount_sums_text(c->arena, limit->sums, limit->n_sums)));
	else
		check_warning(c, c->field->id,
		    SAY(c, "Dere søker om %s, men ordningen gir bare hele %s. Rund av summen.",
			money_show(c->arena, applied), money_show(c->arena, limit->step)));
}

/* A share of costs that are still to come says nothing yet. */
static bool
plans_are_there(const struct checking *c)
{
	return (c->view.sums.has_costs || scheme_field_of_type(c->view.scheme, FIELD_COSTS) == NULL);
}

void
check_amounts(struct checking *c)
{
	struct amount_limit limit;

	c->field = scheme_field_of_type(c->view.scheme, FIELD_APPLIED);
	if (c->field == NULL || !c->view.sums.has_applied)
		return;
	c->section = section_of_type(c->view.scheme, FIELD_APPLIED);
	c->about = lang_pick(&c->field->label, c->lang);
	amount_limit_of(&limit, &c->view, c->lang);
	for (size_t i = 0; i < limit.n_steps; i++)
		if (limit.steps[i].kind == AMOUNT_CAP_SUM || limit.steps[i].kind == AMOUNT_UNITS || plans_are_there(c))
			warn_about(c, &limit.steps[i]);
	warn_not_given(c, &limit);
}
