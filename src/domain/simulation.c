/* simulation.c — works applications out twice and tells what moves. */
#include "domain/simulation.h"

#include <stdlib.h>
#include <string.h>

#include "domain/amount.h"
#include "domain/eligibility.h"
#include "domain/ranking.h"

/* ------------------------------------------------------------------------------------------ one application */

static void
side_rules(struct simulation_side *side, struct rule_view *view, enum lang lang)
{
	struct eligibility e;

	eligibility_of(&e, view, lang);
	side->eligible = e.eligible;
	side->because = "";
	for (size_t i = 0; i < e.n && !e.eligible; i++)
		if (strcmp(e.rules[i].id, e.because) == 0)
			side->because = e.rules[i].reason;
}

static void
side_amount(struct simulation_side *side, struct rule_view *view, enum lang lang)
{
	struct amount_limit limit;

	if (view->scheme->amount.n_max == 0 && view->scheme->amount.n_sums == 0 && !view->sums.has_applied)
		return;
	amount_limit_of(&limit, view, lang);
	side->max = limit.max;
}

/* The marks of one assessment that the scheme has criteria for; how many of them are on its scale. */
static size_t
usable_marks(struct score_mark *out, const struct scheme *scheme, const struct simulation_mark *marks, size_t n)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		if (scheme_criterion(scheme, marks[i].criterion) != NULL && marks[i].mark >= scheme->scale_min &&
		    marks[i].mark <= scheme->scale_max)
			out[found++] = (struct score_mark){
				.criterion = marks[i].criterion, .marked = true, .mark = marks[i].mark, .reason = ""
			};
	return (found);
}

static size_t
marks_of_one(const struct simulation_case *c, size_t from)
{
	size_t to = from;

	while (to < c->n_marks && c->marks[to].assessment_id == c->marks[from].assessment_id)
		to++;
	return (to - from);
}

/* The mean of the assessments, rounded once; none unless every one of them gives a total. */
static void
side_total(struct simulation_side *side, struct arena *arena, const struct scheme *scheme,
    const struct simulation_case *c, enum lang lang)
{
	struct score_mark *marks = arena_array(arena, c->n_marks, sizeof(*marks));
	int64_t sum = 0, n = 0;

	for (size_t i = 0, len; i < c->n_marks; i += len, n++) {
		struct score score;
		size_t found;

		len = marks_of_one(c, i);
		found = usable_marks(marks, scheme, &c->marks[i], len);
		if (score_of(&score, arena, scheme, marks, found, lang) != OK || !score.has_total)
			return;
		sum += score.micro;
	}
	side->has_total = n > 0;
	if (n > 0)
		side->total_micro = (sum + n / 2) / n;
}

static void
side_run(struct simulation_side *side, struct simulated *out, struct arena *arena, const struct scheme *scheme,
    const struct simulation_case *c, enum lang lang)
{
	struct rule_view *view = arena_alloc(arena, sizeof(*view));

	rule_view_init(view, arena, scheme, c->answers, c->facts);
	side_rules(side, view, lang);
	side_amount(side, view, lang);
	side_total(side, arena, scheme, c, lang);
	out->applied = view->sums.applied;
	out->n_municipalities = view->sums.all_municipalities ? (int64_t)c->facts->n_county_municipalities
							      : (int64_t)view->sums.n_municipalities;
}

static money
award_after(const struct simulated *s, money awarded)
{
	if (!s->after.eligible)
		return (MONEY_ZERO);
	if (money_cmp(awarded, s->before.max) >= 0 && awarded.ore > 0)
		return (s->after.max);
	return (money_min(awarded, s->after.max));
}

static void
tell_changes(struct simulated *s, const struct simulation_case *c)
{
	const struct simulation_side *a = &s->before, *b = &s->after;

	if (a->eligible && !b->eligible)
		s->changed |= SIMULATED_OUT;
	if (!a->eligible && b->eligible)
		s->changed |= SIMULATED_IN;
	if (a->has_total && b->has_total && a->total_micro != b->total_micro)
		s->changed |= SIMULATED_TOTAL;
	if (c->n_marks > 0 && a->has_total && !b->has_total)
		s->changed |= SIMULATED_UNMARKED;
	if (money_cmp(a->max, b->max) != 0)
		s->changed |= SIMULATED_MAX;
	if (money_cmp(a->award, b->award) != 0)
		s->changed |= SIMULATED_AWARD;
}

void
simulation_run(struct simulated *out, struct arena *arena, const struct scheme *changed,
    const struct simulation_case *c, enum lang lang)
{
	*out = (struct simulated){ .id = c->id,
		.call_id = c->call_id,
		.number = c->number,
		.organisation = c->organisation,
		.year = c->year,
		.round = c->round,
		.outcome = c->outcome,
		.submitted_at = c->submitted_at };
	side_run(&out->after, out, arena, changed, c, lang);
	side_run(&out->before, out, arena, c->scheme, c, lang);
	out->before.award = c->awarded;
	out->after.award = award_after(out, c->awarded);
	tell_changes(out, c);
}

/* ------------------------------------------------------------------------------------------ ranking */

static int
by_call(const void *a, const void *b)
{
	const struct simulated *x = a, *y = b;

	if (x->call_id != y->call_id)
		return (x->call_id < y->call_id ? -1 : 1);
	return (strcmp(x->number, y->number));
}

static struct ranked
ranked_of(const struct simulated *s, const struct simulation_side *side, size_t place)
{
	return ((struct ranked){ .id = (int64_t)place,
	    .number = s->number,
	    .dismissed = !side->eligible,
	    .has_total = side->has_total,
	    .total_micro = side->total_micro,
	    .n_municipalities = s->n_municipalities,
	    .applied = s->applied,
	    .submitted_at = s->submitted_at });
}

/* Both sides are ordered as the changed scheme breaks ties, so that only what the change does moves anybody. */
static void
rank_side(struct simulated *list, size_t n, bool after, const struct scheme *scheme, struct arena *arena)
{
	struct ranked *ranked = arena_array(arena, n, sizeof(*ranked));

	for (size_t i = 0; i < n; i++)
		ranked[i] = ranked_of(&list[i], after ? &list[i].after : &list[i].before, i);
	ranking_order(ranked, n, scheme->tie_breaks, scheme->n_tie_breaks, ranking_seed(arena, scheme, list[0].call_id),
	    arena, LANG_NB);
	for (size_t i = 0; i < n; i++) {
		struct simulated *one = &list[ranked[i].id];

		*(after ? &one->after.rank : &one->before.rank) = ranked[i].rank;
	}
}

void
simulation_rank(struct simulated *list, size_t n, const struct scheme *changed, struct arena *arena)
{
	if (n > 0)
		qsort(list, n, sizeof(*list), by_call);
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from; to < n && list[to].call_id == list[from].call_id;)
			to++;
		rank_side(&list[from], to - from, false, changed, arena);
		rank_side(&list[from], to - from, true, changed, arena);
	}
	for (size_t i = 0; i < n; i++)
		if (list[i].before.rank != list[i].after.rank)
			list[i].changed |= SIMULATED_RANK;
}

/* ------------------------------------------------------------------------------------------ sums */

void
simulation_add(struct simulation_sums *sums, const struct simulated *one)
{
	sums->n++;
	sums->n_out += (one->changed & SIMULATED_OUT) != 0;
	sums->n_in += (one->changed & SIMULATED_IN) != 0;
	sums->n_total += (one->changed & SIMULATED_TOTAL) != 0;
	sums->n_rank += (one->changed & SIMULATED_RANK) != 0;
	sums->n_max += (one->changed & SIMULATED_MAX) != 0;
	sums->n_award += (one->changed & SIMULATED_AWARD) != 0;
	sums->n_unmarked += (one->changed & SIMULATED_UNMARKED) != 0;
	if (one->before.eligible)
		sums->max_before = money_add(sums->max_before, one->before.max);
	if (one->after.eligible)
		sums->max_after = money_add(sums->max_after, one->after.max);
	sums->award_before = money_add(sums->award_before, one->before.award);
	sums->award_after = money_add(sums->award_after, one->after.award);
}
