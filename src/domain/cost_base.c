/* cost_base.c — adds the plan up by type and takes out what doesn't count, to the last øre. */
#include "domain/cost_base.h"

#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "domain/amount.h"

#define WHOLE_BP 10000

/* --- the plan by type -------------------------------------------------------------------------------------------- */

/* Adds the cell; false when there is no sum in it. */
static bool
add_cell(money *to, const struct answers *answers, const char *id, size_t row, const char *column)
{
	money sum;

	if (money_parse(&sum, answers_cell(answers, id, row, column)) != OK)
		return (false);
	*to = money_add(*to, sum);
	return (true);
}

bool
cost_of_type(money *out, const struct answers *answers, const struct scheme_field *costs, const char *code)
{
	size_t rows = answers_rows(answers, costs->id);
	bool any = false;

	*out = MONEY_ZERO;
	for (size_t row = 0; row < rows; row++)
		if (strcmp(answers_cell(answers, costs->id, row, "type"), code) == 0) {
			any |= add_cell(out, answers, costs->id, row, "cash");
			any |= add_cell(out, answers, costs->id, row, "own");
		}
	return (any);
}

static void
add_row(struct cost_base *to, const struct answers *answers, const char *id, size_t row)
{
	const char *code = answers_cell(answers, id, row, "type");

	for (size_t i = 1; i < to->n_parts; i++)
		if (strcmp(to->parts[i].code, code) == 0) {
			(void)add_cell(&to->parts[i].cash, answers, id, row, "cash");
			(void)add_cell(&to->parts[i].own, answers, id, row, "own");
		}
}

/* The first part is what no type has: the rest of the view's sums, which an example may give without lines. */
static void
add_plan(struct cost_base *to, const struct rule_view *view)
{
	const struct scheme_field *costs = scheme_field_of_type(view->scheme, FIELD_COSTS);
	size_t n = costs == NULL ? 0 : costs->n_options, rows = n == 0 ? 0 : answers_rows(view->answers, costs->id);
	money cash = view->sums.costs_cash, own = view->sums.costs_own;

	to->parts = arena_array(view->arena, n + 1, sizeof(*to->parts));
	to->parts[to->n_parts++].code = "";
	for (size_t i = 0; i < n; i++)
		to->parts[to->n_parts++].code = costs->options[i].code;
	for (size_t row = 0; row < rows; row++)
		add_row(to, view->answers, costs->id, row);
	for (size_t i = 1; i < to->n_parts; i++) {
		cash = money_sub(cash, to->parts[i].cash);
		own = money_sub(own, to->parts[i].own);
	}
	to->parts[0].cash = cash.ore > 0 ? cash : MONEY_ZERO;
	to->parts[0].own = own.ore > 0 ? own : MONEY_ZERO;
}

/* --- taking out -------------------------------------------------------------------------------------------------- */

static bool
of_types(const struct cost_part *part, const struct scheme_cost_types *types)
{
	for (size_t i = 0; i < types->n; i++)
		if (strcmp(types->codes[i], part->code) == 0)
			return (true);
	return (types->n == 0);
}

money
cost_base_sum(const struct cost_base *base, const struct scheme_cost_types *types, bool cash_only)
{
	money sum = MONEY_ZERO;

	for (size_t i = 0; i < base->n_parts; i++)
		if (of_types(&base->parts[i], types)) {
			sum = money_add(sum, base->parts[i].cash);
			if (!cash_only)
				sum = money_add(sum, base->parts[i].own);
		}
	return (sum);
}

/* A part of a whole that shrinks from one sum to another; what came before is kept, so that the parts add up. */
struct shrinking {
	money from, to, seen, given;
};

static void
shrink(money *part, struct shrinking *s)
{
	money upto = money_add(s->seen, *part), given;

	given = (money){ (int64_t)((__int128)upto.ore * s->to.ore / s->from.ore) };
	*part = money_sub(given, s->given);
	s->seen = upto;
	s->given = given;
}

/* Brings what these types (or, with others, all the rest) add up to down to a sum, each line alike. */
static void
bring_down(struct cost_base *base, const struct scheme_cost_types *types, bool others, money from, money to)
{
	struct shrinking s = { .from = from, .to = to };

	for (size_t i = 0; i < base->n_parts; i++)
		if (of_types(&base->parts[i], types) != others) {
			shrink(&base->parts[i].cash, &s);
			shrink(&base->parts[i].own, &s);
		}
}

static void
add_cut(struct cost_base *to, bool own_work, money sum, const char *text, const struct lang_text *note, enum lang lang)
{
	to->cuts[to->n_cuts++] = (struct cost_cut){ own_work, sum, text, lang_pick(note, lang) };
}

/* --- own work ---------------------------------------------------------------------------------------------------- */

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

static void
cut_own_work(struct cost_base *base, struct rule_view *view, enum lang lang)
{
	const struct scheme_own_work *rule = own_work_rule(view);
	struct arena *arena = view->arena;
	money own = view->sums.costs_own, most;
	struct shrinking s = { .from = own };

	if (rule == NULL || (rule->of == SHARE_OF_FINANCING && !view->sums.has_financing))
		return;
	most = money_share(rule->of == SHARE_OF_COSTS ? view->sums.costs : view->sums.financing, rule->share, WHOLE_BP);
	if (money_cmp(own, most) <= 0)
		return;
	s.to = most;
	for (size_t i = 0; i < base->n_parts; i++)
		shrink(&base->parts[i].own, &s);
	add_cut(base, true, money_sub(own, most),
	    tr_printf(arena, lang, "Egeninnsats teller med høyst %s av %s: %s av %s.",
		share_text(arena, rule->share, lang), share_base_text(rule->of, lang), money_show(arena, most),
		money_show(arena, own)),
	    &rule->note, lang);
}

/* --- limits on types --------------------------------------------------------------------------------------------- */

char *
cost_types_text(struct arena *arena, const struct scheme *scheme, const struct scheme_cost_types *types, enum lang lang)
{
	const struct scheme_field *costs = scheme_field_of_type(scheme, FIELD_COSTS);
	struct buf out = buf_new(arena);
	size_t n = 0;

	for (size_t i = 0; costs != NULL && i < costs->n_options; i++) {
		struct cost_part part = { .code = costs->options[i].code };

		if (!of_types(&part, types))
			continue;
		buf_puts(&out, n == 0 ? "" : n + 1 == types->n ? tr(lang, " og ") : ", ");
		buf_puts(&out, lang_pick(&costs->options[i].name, lang));
		n++;
	}
	return (arena_strdup(arena, buf_text(&out)));
}

static void
cut_most(struct cost_base *base, struct rule_view *view, const struct scheme_sub_cap *cap, enum lang lang)
{
	struct arena *arena = view->arena;
	money counted = cost_base_sum(base, &cap->types, false), most = MONEY_MAX;
	const char *names = cost_types_text(arena, view->scheme, &cap->types, lang), *limit;

	if (cap->max_share >= 0)
		most = money_share(view->sums.costs, cap->max_share, WHOLE_BP);
	limit = tr_printf(arena, lang, "%s av kostnadene", share_text(arena, cap->max_share, lang));
	if (cap->max_sum.ore >= 0 && money_cmp(cap->max_sum, most) < 0) {
		most = cap->max_sum;
		limit = money_show(arena, most);
	}
	if (money_cmp(counted, most) <= 0)
		return;
	bring_down(base, &cap->types, false, counted, most);
	add_cut(base, false, money_sub(counted, most),
	    tr_printf(arena, lang, "%s teller med høyst %s: %s av %s.", names, limit, money_show(arena, most),
		money_show(arena, counted)),
	    &cap->note, lang);
}

/* What the types must be a share of can be no larger than they allow; the rest is brought down to it. */
static void
cut_rest(struct cost_base *base, struct rule_view *view, const struct scheme_sub_cap *cap, enum lang lang)
{
	static const struct scheme_cost_types all;
	struct arena *arena = view->arena;
	money counted = cost_base_sum(base, &cap->types, false), total = cost_base_sum(base, &all, false), most;

	/* Compared before it is divided: a very small share of a very large sum passes what a sum can hold. */
	if ((__int128)counted.ore * WHOLE_BP >= (__int128)total.ore * cap->min_share)
		return;
	most = money_share(counted, WHOLE_BP, cap->min_share);
	bring_down(base, &cap->types, true, money_sub(total, counted), money_sub(most, counted));
	add_cut(base, false, money_sub(total, most),
	    tr_printf(arena, lang,
		"%s skal være minst %s av kostnadene og er %s. Da teller kostnader på høyst %s av %s.",
		cost_types_text(arena, view->scheme, &cap->types, lang), share_text(arena, cap->min_share, lang),
		money_show(arena, counted), money_show(arena, most), money_show(arena, total)),
	    &cap->note, lang);
}

void
cost_base_of(struct cost_base *out, struct rule_view *view, enum lang lang)
{
	const struct scheme_amount *rules = &view->scheme->amount;

	memset(out, 0, sizeof(*out));
	out->cuts = arena_array(view->arena, rules->n_sub_caps * 2 + 1, sizeof(*out->cuts));
	add_plan(out, view);
	cut_own_work(out, view, lang);
	for (size_t i = 0; i < rules->n_sub_caps; i++) {
		const struct scheme_sub_cap *cap = &rules->sub_caps[i];

		if (!expr_applies(cap->when, &view->env, true))
			continue;
		if (cap->max_share >= 0 || cap->max_sum.ore >= 0)
			cut_most(out, view, cap, lang);
		if (cap->min_share > 0)
			cut_rest(out, view, cap, lang);
	}
}
