/* amount.c — caps, shares, own share, rates, fixed sums, steps and floor, in whole kroner. */
#include "domain/amount.h"

#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"

#define WHOLE_BP 10000 /* 100 % */

static const char *const base_texts[] = {
	[SHARE_OF_COSTS] = T("kostnadene"),
	[SHARE_OF_FINANCING] = T("finansieringen"),
	[SHARE_OF_APPLIED] = T("summen dere søker om"),
	[SHARE_OF_CASH_COSTS] = T("kostnadene uten egeninnsats"),
};

const char *
share_base_text(enum share_base base, enum lang lang)
{
	return (tr(lang, base_texts[base]));
}

char *
share_text(struct arena *arena, share_bp share, enum lang lang)
{
	const char *comma = lang == LANG_EN ? "." : ",";

	if (share % 100 == 0)
		return (arena_printf(arena, "%d\u00a0%%", (int)(share / 100)));
	if (share % 10 == 0)
		return (arena_printf(arena, "%d%s%d\u00a0%%", (int)(share / 100), comma, (int)(share % 100 / 10)));
	return (arena_printf(arena, "%d%s%02d\u00a0%%", (int)(share / 100), comma, (int)(share % 100)));
}

/* A share rounded up to whole kroner: what an applicant must carry, or must at least be given. */
static money
share_up(money sum, share_bp share)
{
	money down = money_share(sum, share, WHOLE_BP);
	bool exact = (__int128)sum.ore * share == (__int128)down.ore * WHOLE_BP;

	return (exact ? down : money_add(down, MONEY_NOK(1)));
}

/* The ceiling that holds; NULL for none. */
static const struct scheme_own_work *
own_work_rule(struct rule_view *view)
{
	const struct scheme_amount *rules = &view->scheme->amount;

	for (size_t i = 0; i < rules->n_own_works; i++)
		if (rules->own_works[i].share >= 0 && expr_applies(rules->own_works[i].when, &view->env, true))
			return (&rules->own_works[i]);
	return (NULL);
}

money
amount_own_work_counted(struct rule_view *view)
{
	const struct scheme_own_work *rule = own_work_rule(view);
	money of = rule != NULL && rule->of == SHARE_OF_COSTS ? view->sums.costs : view->sums.financing;

	if (rule == NULL || (rule->of != SHARE_OF_COSTS && !view->sums.has_financing))
		return (view->sums.costs_own);
	return (money_min(view->sums.costs_own, money_share(of, rule->share, WHOLE_BP)));
}

/* The costs that count: all cash, and own work under its ceiling. */
static money
counted_costs(struct rule_view *view)
{
	return (money_add(view->sums.costs_cash, amount_own_work_counted(view)));
}

/* False when the scheme asks for no such figure and nobody gave one. */
static bool
base_of(money *out, struct rule_view *view, enum share_base base)
{
	const struct application_sums *sums = &view->sums;

	switch (base) {
	case SHARE_OF_APPLIED:
		*out = sums->applied;
		return (true);
	case SHARE_OF_FINANCING:
		*out = sums->financing;
		return (sums->has_financing || scheme_field_of_type(view->scheme, FIELD_FINANCING) != NULL);
	case SHARE_OF_CASH_COSTS:
		*out = sums->costs_cash;
		break;
	default:
		*out = counted_costs(view);
		break;
	}
	return (sums->has_costs || scheme_field_of_type(view->scheme, FIELD_COSTS) != NULL);
}

static void
add_step(struct amount_limit *to, enum amount_kind kind, money sum, const char *text, const char *note)
{
	to->steps[to->n_steps++] = (struct amount_step){ .kind = kind, .sum = sum, .text = text, .note = note };
}

static void
add_own_work(struct amount_limit *to, struct rule_view *view, enum lang lang)
{
	struct arena *arena = view->arena;
	money counted = amount_own_work_counted(view), over = money_sub(view->sums.costs_own, counted);

	if (over.ore <= 0)
		return;
	add_step(to, AMOUNT_OWN_WORK, over,
	    tr_printf(arena, lang, "Egeninnsats teller med høyst %s av %s: %s av %s.",
		share_text(arena, own_work_rule(view)->share, lang), share_base_text(own_work_rule(view)->of, lang),
		money_show(arena, counted), money_show(arena, view->sums.costs_own)),
	    "");
}

static void
add_cap(struct amount_limit *to, struct rule_view *view, const struct scheme_cap *cap, enum lang lang)
{
	struct arena *arena = view->arena;
	const char *note = lang_pick(&cap->note, lang);
	money base, sum;

	if (!expr_applies(cap->when, &view->env, true))
		return;
	if (cap->sum.ore >= 0)
		add_step(to, AMOUNT_CAP_SUM, cap->sum,
		    tr_printf(arena, lang, "Høyeste sum i ordningen: %s", money_show(arena, cap->sum)), note);
	if (cap->share < 0 || !base_of(&base, view, cap->of))
		return;
	sum = money_share(base, cap->share, WHOLE_BP);
	add_step(to, AMOUNT_CAP_SHARE, sum,
	    tr_printf(arena, lang, "%s av %s %s = %s", share_text(arena, cap->share, lang),
		share_base_text(cap->of, lang), money_show(arena, base), money_show(arena, sum)),
	    note);
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
add_own_share(struct amount_limit *to, struct rule_view *view, const struct scheme_own_share *rule, enum lang lang)
{
	struct arena *arena = view->arena;
	money base, costs, left;

	if (!expr_applies(rule->when, &view->env, true) || !base_of(&base, view, rule->of) ||
	    !base_of(&costs, view, SHARE_OF_COSTS))
		return;
	left = left_for_award(costs, base, rule);
	add_step(to, AMOUNT_OWN_SHARE, left,
	    tr_printf(arena, lang, "Egenandelen må være minst %s av %s. Av kostnadene %s er det da plass til høyst %s.",
		share_text(arena, rule->share, lang), share_base_text(rule->of, lang), money_show(arena, costs),
		money_show(arena, left)),
	    lang_pick(&rule->note, lang));
	to->steps[to->n_steps - 1].own_share = rule;
}

/* --- rates ------------------------------------------------------------------------------------------------------- */

char *
rate_text(struct arena *arena, const struct scheme_rate *rate, enum lang lang)
{
	const char *unit = lang_pick(&rate->unit, lang);

	if (rate->per > 1)
		unit = arena_printf(arena, "%d %s", rate->per, unit);
	return (tr_printf(arena, lang, "%s per %s", money_show(arena, rate->sum), unit));
}

/* Whole units, none when the number isn't given. */
static int64_t
units_of(const struct scheme_rate *rate, struct rule_view *view)
{
	struct expr_value count;

	expr_eval(&count, rate->count, &view->env);
	return (count.type == EXPR_NUMBER && count.number > 0 ? (int64_t)(count.number / EXPR_ONE) : 0);
}

static money
rate_sum(const struct scheme_rate *rate, int64_t units)
{
	__int128 ore = (__int128)rate->sum.ore * (units / rate->per);

	return ((money){ ore > MONEY_MAX.ore ? MONEY_MAX.ore : (int64_t)ore });
}

static void
add_rates(struct amount_limit *to, struct rule_view *view, enum lang lang)
{
	const struct scheme_amount *rules = &view->scheme->amount;
	struct buf text = buf_new(view->arena);
	money total = MONEY_ZERO, cost;
	size_t n = 0;

	for (size_t i = 0; i < rules->n_rates; i++) {
		const struct scheme_rate *rate = &rules->rates[i];
		int64_t units;

		if (!expr_applies(rate->when, &view->env, true))
			continue;
		units = units_of(rate, view);
		total = money_min(money_add(total, rate_sum(rate, units)), MONEY_MAX);
		buf_printf(&text, "%s%s (%s)", n++ == 0 ? "" : " + ", rate_text(view->arena, rate, lang),
		    money_count(view->arena, units));
	}
	if (n == 0)
		return;
	add_step(to, AMOUNT_UNITS, total,
	    arena_printf(view->arena, "%s = %s", buf_text(&text), money_show(view->arena, total)), "");
	if (base_of(&cost, view, SHARE_OF_CASH_COSTS))
		add_step(to, AMOUNT_REAL_COST, cost,
		    tr_printf(view->arena, lang, "Ikke mer enn det koster i penger: %s", money_show(view->arena, cost)),
		    "");
}

/* --- sums and steps ---------------------------------------------------------------------------------------------- */

bool
amount_is_given(const struct amount_limit *limit, money sum)
{
	for (size_t i = 0; i < limit->n_sums; i++)
		if (money_cmp(limit->sums[i], sum) == 0)
			return (true);
	return (limit->n_sums == 0 && (limit->step.ore == 0 || sum.ore % limit->step.ore == 0));
}

const char *
amount_sums_text(struct arena *arena, const struct amount_limit *limit)
{
	struct buf text = buf_new(arena);

	for (size_t i = 0; i < limit->n_sums; i++)
		buf_printf(&text, "%s%s", i == 0 ? "" : ", ", money_show(arena, limit->sums[i]));
	return (buf_text(&text));
}

static void
find_sums(struct amount_limit *to, struct rule_view *view)
{
	const struct scheme_amount *rules = &view->scheme->amount;

	to->step = rules->step;
	to->sums = arena_array(view->arena, rules->n_sums, sizeof(*to->sums));
	for (size_t i = 0; i < rules->n_sums && (rules->levels || to->n_sums == 0); i++)
		if (expr_applies(rules->sums[i].when, &view->env, true))
			to->sums[to->n_sums++] = rules->sums[i].sum;
}

static const char *
sums_told(const struct amount_limit *limit, money chosen, struct arena *arena, enum lang lang)
{
	const char *sums = amount_sums_text(arena, limit);

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
come_down(struct amount_limit *to, struct arena *arena, enum lang lang)
{
	money chosen = MONEY_ZERO;

	if (to->n_sums > 0) {
		for (size_t i = 0; i < to->n_sums; i++)
			if (money_cmp(to->sums[i], to->max) <= 0)
				chosen = to->sums[i];
		add_step(to, AMOUNT_SUMS, chosen, sums_told(to, chosen, arena, lang), "");
	} else if (to->step.ore > 0 && to->max.ore % to->step.ore != 0) {
		chosen = (money){ to->max.ore - to->max.ore % to->step.ore };
		add_step(to, AMOUNT_ROUNDED, chosen,
		    tr_printf(arena, lang, "Rundet ned til hele %s: %s", money_show(arena, to->step),
			money_show(arena, chosen)),
		    "");
	}
}

static void
find_lowest(struct amount_limit *limit)
{
	struct amount_step *lowest = &limit->steps[0];

	for (size_t i = 0; i < limit->n_steps; i++)
		limit->steps[i].lowest = false;
	for (size_t i = 1; i < limit->n_steps; i++)
		if (limit->steps[i].kind != AMOUNT_OWN_WORK && money_cmp(limit->steps[i].sum, lowest->sum) < 0)
			lowest = &limit->steps[i];
	lowest->lowest = true;
	limit->max = lowest->sum;
}

void
amount_limit_of(struct amount_limit *out, struct rule_view *view, enum lang lang)
{
	const struct scheme_amount *rules = &view->scheme->amount;

	memset(out, 0, sizeof(*out));
	out->steps = arena_array(view->arena, rules->n_max * 2 + rules->n_own_shares + 6, sizeof(*out->steps));
	add_step(out, AMOUNT_APPLIED, view->sums.applied,
	    tr_printf(view->arena, lang, "Søkt om: %s", money_show(view->arena, view->sums.applied)), "");
	add_own_work(out, view, lang);
	for (size_t i = 0; i < rules->n_max; i++)
		add_cap(out, view, &rules->max[i], lang);
	for (size_t i = 0; i < rules->n_own_shares; i++)
		add_own_share(out, view, &rules->own_shares[i], lang);
	add_rates(out, view, lang);
	find_sums(out, view);
	find_lowest(out);
	come_down(out, view->arena, lang);
	find_lowest(out);
	if (rules->award_floor > 0)
		out->floor = share_up(view->sums.applied, rules->award_floor);
}

enum amount_verdict
amount_check(const struct amount_limit *limit, money proposed)
{
	if (money_cmp(proposed, limit->max) > 0)
		return (AMOUNT_OVER_MAX);
	/* Nothing at all is a rejection, not an award under the floor. */
	if (proposed.ore > 0 && money_cmp(proposed, limit->floor) < 0)
		return (AMOUNT_UNDER_FLOOR);
	return (proposed.ore == 0 || amount_is_given(limit, proposed) ? AMOUNT_WITHIN : AMOUNT_NOT_GIVEN);
}
