/* amount.c — caps, shares, own share, rates, types of cost, fixed sums, steps and floor, in whole kroner. */
#include "domain/amount.h"

#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "domain/cost_base.h"

#define WHOLE_BP 10000 /* 100 % */

struct reckoning {
	struct amount_limit *to;
	struct rule_view *view;
	const struct scheme_amount *rules;
	struct cost_base costs;
	struct arena *arena;
	enum lang lang;
};

static const struct scheme_cost_types every_type;

/* A share rounded up to whole kroner: what an applicant must carry, or must at least be given. */
static money
share_up(money sum, share_bp share)
{
	money down = money_share(sum, share, WHOLE_BP);
	bool exact = (__int128)sum.ore * share == (__int128)down.ore * WHOLE_BP;

	return (exact ? down : money_add(down, MONEY_NOK(1)));
}

static bool
asks_for(const struct reckoning *r, enum field_type type)
{
	return (scheme_field_of_type(r->view->scheme, type) != NULL);
}

/* False when the scheme asks for no such figure and nobody gave one. */
static bool
base_of(money *out, const struct reckoning *r, enum share_base base, const struct scheme_cost_types *types)
{
	const struct application_sums *sums = &r->view->sums;

	switch (base) {
	case SHARE_OF_APPLIED:
		*out = sums->applied;
		return (true);
	case SHARE_OF_FINANCING:
		*out = sums->financing;
		return (sums->has_financing || asks_for(r, FIELD_FINANCING));
	default:
		*out = cost_base_sum(&r->costs, types, base == SHARE_OF_CASH_COSTS);
		return (sums->has_costs || asks_for(r, FIELD_COSTS));
	}
}

static struct amount_step *
add_step(const struct reckoning *r, enum amount_kind kind, money sum, const char *text, const char *note)
{
	struct amount_step *step = &r->to->steps[r->to->n_steps++];

	*step = (struct amount_step){ .kind = kind, .sum = sum, .text = text, .note = note };
	return (step);
}

static void
add_cuts(const struct reckoning *r)
{
	for (size_t i = 0; i < r->costs.n_cuts; i++) {
		const struct cost_cut *cut = &r->costs.cuts[i];

		add_step(r, cut->own_work ? AMOUNT_OWN_WORK : AMOUNT_NOT_COUNTED, cut->sum, cut->text, cut->note);
	}
}

/* Whole units, none when the number isn't given. */
static int64_t
units_of(const struct expr *expr, const struct reckoning *r)
{
	struct expr_value count;

	expr_eval(&count, expr, &r->view->env);
	return (count.type == EXPR_NUMBER && count.number > 0 ? (int64_t)(count.number / EXPR_ONE) : 0);
}

static money
times(money sum, int64_t units)
{
	__int128 ore = (__int128)sum.ore * units;

	return ((money){ ore > MONEY_MAX.ore ? MONEY_MAX.ore : (int64_t)ore });
}

/* --- caps -------------------------------------------------------------------------------------------------------- */

static void
add_cap_sum(const struct reckoning *r, const struct scheme_cap *cap, const char *note)
{
	struct scheme_rate each = { .sum = cap->sum, .per = 1, .unit = cap->note };
	int64_t units;
	money sum;

	if (cap->for_each == NULL) {
		add_step(r, AMOUNT_CAP_SUM, cap->sum,
		    tr_printf(r->arena, r->lang, "Høyeste sum i ordningen: %s", money_show(r->arena, cap->sum)), note)
		    ->firm = cap->firm;
		return;
	}
	units = units_of(cap->for_each, r);
	sum = times(cap->sum, units);
	add_step(r, AMOUNT_CAP_SUM, sum,
	    tr_printf(r->arena, r->lang, "Høyst %s (%s) = %s", rate_text(r->arena, &each, r->lang),
		money_count(r->arena, units), money_show(r->arena, sum)),
	    "")
	    ->firm = cap->firm;
}

static const char *
base_text(const struct reckoning *r, enum share_base base, const struct scheme_cost_types *types)
{
	if (types->n == 0)
		return (share_base_text(base, r->lang));
	return (cost_types_text(r->arena, r->view->scheme, types, r->lang));
}

static void
add_cap(const struct reckoning *r, const struct scheme_cap *cap)
{
	const char *note = lang_pick(&cap->note, r->lang);
	money base, sum;

	if (!expr_applies(cap->when, &r->view->env, true))
		return;
	if (cap->sum.ore >= 0)
		add_cap_sum(r, cap, note);
	if (cap->share < 0 || !base_of(&base, r, cap->of, &cap->types))
		return;
	sum = money_share(base, cap->share, WHOLE_BP);
	add_step(r, AMOUNT_CAP_SHARE, sum,
	    tr_printf(r->arena, r->lang, "%s av %s %s = %s", share_text(r->arena, cap->share, r->lang),
		base_text(r, cap->of, &cap->types), money_show(r->arena, base), money_show(r->arena, sum)),
	    note)
	    ->firm = cap->firm;
}

/* What is left for the award when the applicant carries the own share. */
static money
left_for_award(money costs, money base, const struct scheme_own_share *rule)
{
	money left;

	if (rule->of == SHARE_OF_APPLIED)
		return (money_share(costs, WHOLE_BP, WHOLE_BP + rule->share));
	left = money_sub(costs, share_up(base, rule->share));
	return (left.ore > 0 ? left : MONEY_ZERO);
}

static void
add_own_share(const struct reckoning *r, const struct scheme_own_share *rule)
{
	struct arena *arena = r->arena;
	money base, costs, left;

	if (!expr_applies(rule->when, &r->view->env, true) || !base_of(&base, r, rule->of, &every_type) ||
	    !base_of(&costs, r, SHARE_OF_COSTS, &every_type))
		return;
	left = left_for_award(costs, base, rule);
	add_step(r, AMOUNT_OWN_SHARE, left,
	    tr_printf(arena, r->lang,
		"Egenandelen må være minst %s av %s. Av kostnadene %s er det da plass til høyst %s.",
		share_text(arena, rule->share, r->lang), share_base_text(rule->of, r->lang), money_show(arena, costs),
		money_show(arena, left)),
	    lang_pick(&rule->note, r->lang))
	    ->own_share = rule;
}

/* --- rates and types of cost ------------------------------------------------------------------------------------- */

static void
add_rates(const struct reckoning *r)
{
	struct buf text = buf_new(r->arena);
	money total = MONEY_ZERO, cost;
	size_t n = 0;

	for (size_t i = 0; i < r->rules->n_rates; i++) {
		const struct scheme_rate *rate = &r->rules->rates[i];
		int64_t units;

		if (!expr_applies(rate->when, &r->view->env, true))
			continue;
		units = units_of(rate->count, r);
		total = money_min(money_add(total, times(rate->sum, units / rate->per)), MONEY_MAX);
		buf_printf(&text, "%s%s (%s)", n++ == 0 ? "" : " + ", rate_text(r->arena, rate, r->lang),
		    money_count(r->arena, units));
	}
	if (n == 0)
		return;
	add_step(r, AMOUNT_UNITS, total,
	    arena_printf(r->arena, "%s = %s", buf_text(&text), money_show(r->arena, total)), "");
	if (!base_of(&cost, r, SHARE_OF_CASH_COSTS, &every_type))
		return;
	cost = r->view->sums.costs_cash;
	add_step(r, AMOUNT_REAL_COST, cost,
	    tr_printf(r->arena, r->lang, "Ikke mer enn det koster i penger: %s", money_show(r->arena, cost)), "")
	    ->firm = true;
}

static money
cost_share_sum(const struct reckoning *r, const struct scheme_cost_share *rule, struct buf *text)
{
	money base = cost_base_sum(&r->costs, &rule->types, rule->of == SHARE_OF_CASH_COSTS);
	money sum = money_share(base, rule->share, WHOLE_BP);

	buf_puts(text, tr_printf(r->arena, r->lang, "%s av %s %s", share_text(r->arena, rule->share, r->lang),
			   base_text(r, rule->of, &rule->types), money_show(r->arena, base)));
	if (rule->sum.ore < 0 || money_cmp(sum, rule->sum) <= 0)
		return (sum);
	buf_puts(text, tr_printf(r->arena, r->lang, ", høyst %s", money_show(r->arena, rule->sum)));
	return (rule->sum);
}

static void
add_cost_shares(const struct reckoning *r)
{
	struct buf text = buf_new(r->arena);
	money total = MONEY_ZERO;
	size_t n = 0;

	for (size_t i = 0; i < r->rules->n_cost_shares; i++) {
		const struct scheme_cost_share *rule = &r->rules->cost_shares[i];

		if (!expr_applies(rule->when, &r->view->env, true))
			continue;
		buf_puts(&text, n++ == 0 ? "" : " + ");
		total = money_add(total, cost_share_sum(r, rule, &text));
	}
	if (n > 0)
		add_step(r, AMOUNT_COST_SHARES, total,
		    arena_printf(r->arena, "%s = %s", buf_text(&text), money_show(r->arena, total)), "");
}

/* --- sums and steps ---------------------------------------------------------------------------------------------- */

static bool
is_given(const money *sums, size_t n, money step, money sum)
{
	for (size_t i = 0; i < n; i++)
		if (money_cmp(sums[i], sum) == 0)
			return (true);
	return (n == 0 && (step.ore == 0 || sum.ore % step.ore == 0));
}

bool
amount_is_given(const struct amount_limit *limit, money sum)
{
	return (is_given(limit->sums, limit->n_sums, limit->step, sum));
}

bool
amount_only_sum(money *out, const struct amount_bounds *bounds)
{
	if (!bounds->known || bounds->asked || bounds->n_sums != 1)
		return (false);
	*out = bounds->sums[0];
	return (true);
}

const char *
amount_sums_text(struct arena *arena, const money *sums, size_t n)
{
	struct buf text = buf_new(arena);

	for (size_t i = 0; i < n; i++)
		buf_printf(&text, "%s%s", i == 0 ? "" : ", ", money_show(arena, sums[i]));
	return (buf_text(&text));
}

static void
find_sums(const struct reckoning *r)
{
	const struct scheme_amount *rules = r->rules;
	struct amount_limit *to = r->to;

	to->step = rules->step;
	to->sums = arena_array(r->arena, rules->n_sums, sizeof(*to->sums));
	for (size_t i = 0; i < rules->n_sums && (rules->levels || to->n_sums == 0); i++)
		if (expr_applies(rules->sums[i].when, &r->view->env, true))
			to->sums[to->n_sums++] = rules->sums[i].sum;
}

static const char *
sums_told(const struct amount_limit *limit, money chosen, struct arena *arena, enum lang lang)
{
	const char *sums = amount_sums_text(arena, limit->sums, limit->n_sums);

	if (limit->n_sums == 1)
		return (chosen.ore > 0
			    ? tr_printf(arena, lang, "Ordningen gir en fast sum: %s", sums)
			    : tr_printf(arena, lang, "Ordningen gir en fast sum, %s, og den er over grensene", sums));
	return (chosen.ore > 0
		    ? tr_printf(arena, lang, "Størst av summene ordningen gir (%s) innenfor grensene: %s", sums,
			  money_show(arena, chosen))
		    : tr_printf(arena, lang, "Ingen av summene ordningen gir (%s), er innenfor grensene", sums));
}

/* The award comes in sums or steps: the largest of those within the limits. */
static void
come_down(const struct reckoning *r)
{
	struct amount_limit *to = r->to;
	money chosen = MONEY_ZERO;

	if (to->n_sums > 0) {
		for (size_t i = 0; i < to->n_sums; i++)
			if (money_cmp(to->sums[i], to->max) <= 0)
				chosen = to->sums[i];
		add_step(r, AMOUNT_SUMS, chosen, sums_told(to, chosen, r->arena, r->lang), "");
	} else if (to->n_steps > 0 && to->step.ore > 0 && to->max.ore % to->step.ore != 0) {
		chosen = (money){ to->max.ore - to->max.ore % to->step.ore };
		add_step(r, AMOUNT_ROUNDED, chosen,
		    tr_printf(r->arena, r->lang, "Rundet ned til hele %s: %s", money_show(r->arena, to->step),
			money_show(r->arena, chosen)),
		    "");
	}
}

static bool
is_limit(const struct amount_step *step)
{
	return (step->kind != AMOUNT_OWN_WORK && step->kind != AMOUNT_NOT_COUNTED);
}

static void
find_lowest(struct amount_limit *limit)
{
	struct amount_step *lowest = NULL;

	limit->max = limit->firm = MONEY_MAX;
	for (size_t i = 0; i < limit->n_steps; i++) {
		struct amount_step *step = &limit->steps[i];

		step->lowest = false;
		if (!is_limit(step))
			continue;
		if (lowest == NULL || money_cmp(step->sum, lowest->sum) < 0)
			lowest = step;
		if (step->firm)
			limit->firm = money_min(limit->firm, step->sum);
	}
	if (lowest == NULL)
		return;
	lowest->lowest = true;
	limit->max = lowest->sum;
}

static money
floor_of(const struct reckoning *r)
{
	money share = share_up(r->view->sums.applied, r->rules->award_floor);

	return (money_max(share, r->rules->award_floor_sum));
}

void
amount_limit_of(struct amount_limit *out, struct rule_view *view, enum lang lang)
{
	const struct scheme_amount *rules = &view->scheme->amount;
	struct reckoning r = { .to = out, .view = view, .rules = rules, .arena = view->arena, .lang = lang };

	memset(out, 0, sizeof(*out));
	cost_base_of(&r.costs, view, lang);
	out->steps =
	    arena_array(view->arena, rules->n_max * 2 + rules->n_own_shares + r.costs.n_cuts + 6, sizeof(*out->steps));
	if (asks_for(&r, FIELD_APPLIED))
		add_step(&r, AMOUNT_APPLIED, view->sums.applied,
		    tr_printf(view->arena, lang, "Søkt om: %s", money_show(view->arena, view->sums.applied)), "")
		    ->firm = true;
	add_cuts(&r);
	for (size_t i = 0; i < rules->n_max; i++)
		add_cap(&r, &rules->max[i]);
	for (size_t i = 0; i < rules->n_own_shares; i++)
		add_own_share(&r, &rules->own_shares[i]);
	add_rates(&r);
	add_cost_shares(&r);
	find_sums(&r);
	find_lowest(out);
	come_down(&r);
	find_lowest(out);
	out->floor = floor_of(&r);
}

struct amount_bounds
amount_bounds_of(const struct amount_limit *limit, const struct rule_view *view)
{
	return ((struct amount_bounds){ .known = true,
	    .asked = scheme_asks_sum(view->scheme),
	    .max = limit->max,
	    .firm = limit->firm,
	    .floor = limit->floor,
	    .step = limit->step,
	    .sums = limit->sums,
	    .n_sums = limit->n_sums });
}

/* --- a sum against its bounds ------------------------------------------------------------------------------------ */

enum amount_verdict
amount_check(const struct amount_bounds *bounds, money proposed)
{
	/* Nothing at all is a rejection, not an award under the floor. */
	if (!bounds->known || proposed.ore == 0)
		return (AMOUNT_WITHIN);
	if (money_cmp(proposed, bounds->firm) > 0)
		return (AMOUNT_OVER_FIRM);
	if (money_cmp(proposed, bounds->max) > 0)
		return (AMOUNT_OVER_MAX);
	if (money_cmp(proposed, bounds->floor) < 0)
		return (AMOUNT_UNDER_FLOOR);
	return (is_given(bounds->sums, bounds->n_sums, bounds->step, proposed) ? AMOUNT_WITHIN : AMOUNT_NOT_GIVEN);
}

const char *
amount_verdict_text(
    struct arena *arena, enum amount_verdict verdict, const struct amount_bounds *bounds, enum lang lang)
{
	switch (verdict) {
	case AMOUNT_OVER_FIRM:
		return (tr_printf(arena, lang, "Det kan ikke gis mer enn %s i denne saken. Sett ned summen.",
		    money_show(arena, bounds->firm)));
	case AMOUNT_OVER_MAX:
		return (tr_printf(arena, lang,
		    "Ordningen gir høyst %s for denne søknaden. Sett ned summen, eller skriv hvorfor reglene skal "
		    "fravikes.",
		    money_show(arena, bounds->max)));
	case AMOUNT_UNDER_FLOOR:
		return (tr_printf(arena, lang,
		    "Ordningen gir ikke mindre enn %s for denne søknaden. Øk summen, gi avslag, eller skriv hvorfor "
		    "reglene skal fravikes.",
		    money_show(arena, bounds->floor)));
	case AMOUNT_NOT_GIVEN:
		if (bounds->n_sums > 0)
			return (tr_printf(arena, lang,
			    "Ordningen gir bare %s. Velg en av summene, eller skriv hvorfor reglene skal fravikes.",
			    amount_sums_text(arena, bounds->sums, bounds->n_sums)));
		return (tr_printf(arena, lang,
		    "Ordningen gir bare hele %s. Rund av summen, eller skriv hvorfor reglene skal fravikes.",
		    money_show(arena, bounds->step)));
	default:
		return ("");
	}
}
