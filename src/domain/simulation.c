/* simulation.c — works applications out twice and tells what moves. */
#include "domain/simulation.h"

#include <stdlib.h>
#include <string.h>

#include "domain/eligibility.h"
#include "domain/sharing.h"

/* ------------------------------------------------------------------------------------------ one application */

/* What an officer found is what the officer would find again. */
static void
side_rules(struct simulation_side *side, struct rule_view *view, const struct simulation_case *c, enum lang lang)
{
	struct eligibility e;

	eligibility_of(&e, view, lang);
	for (size_t i = 0; i < c->n_failed; i++)
		(void)eligibility_judge(&e, c->failed[i], false);
	side->eligible = e.eligible;
	side->because = "";
	for (size_t i = 0; i < e.n && !e.eligible; i++)
		if (strcmp(e.rules[i].id, e.because) == 0)
			side->because = e.rules[i].reason;
}

static void
side_figures(struct kept_figures *figures, struct simulation_side *side, struct rule_view *view)
{
	kept_figures_of(figures, view);
	if (money_cmp(figures->bounds.max, MONEY_MAX) < 0)
		side->max = figures->bounds.max;
	if (scheme_is_computed(view->scheme))
		side->figures = figures;
}

/* Requirements and wishes are met or not; the others have a scale. */
static bool
is_usable(const struct scheme *scheme, const struct simulation_mark *mark)
{
	const struct scheme_criterion *criterion = scheme_criterion(scheme, mark->criterion);

	if (criterion == NULL)
		return (false);
	if (criterion->kind != CRITERION_GRADED)
		return (mark->mark == 0 || mark->mark == 1);
	return (mark->mark >= scheme->scale_min && mark->mark <= scheme->scale_max);
}

/* The marks of one assessment that the scheme has criteria for; how many of them can be given there. */
static size_t
usable_marks(struct score_mark *out, const struct scheme *scheme, const struct simulation_mark *marks, size_t n)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		if (is_usable(scheme, &marks[i]))
			out[found++] = (struct score_mark){
				.criterion = marks[i].criterion, .marked = true, .mark = marks[i].mark, .reason = ""
			};
	return (found);
}

static void
count_mark(struct criterion_finding *found, int mark)
{
	found->lowest = found->n == 0 || mark < found->lowest ? mark : found->lowest;
	found->highest = found->n == 0 || mark > found->highest ? mark : found->highest;
	found->n++;
	found->sum += mark;
}

/* Requirements, wishes, lowest marks and the ladder, as on the list. */
static void
side_merit(struct simulation_side *side, struct arena *arena, const struct scheme *scheme,
    const struct simulation_case *c, const char *rung, enum lang lang)
{
	struct criterion_finding *findings = arena_array(arena, scheme->n_criteria, sizeof(*findings));
	struct criterion_finding judged = { .reason = "" };

	for (size_t i = 0; i < scheme->n_criteria; i++)
		findings[i] = (struct criterion_finding){ .reason = "" };
	for (size_t m = 0; m < c->n_marks; m++) {
		const struct simulation_mark *mark = &c->marks[m];

		if (strcmp(mark->criterion, MERIT_RUNG) == 0)
			count_mark(&judged, mark->mark);
		else if (is_usable(scheme, mark))
			count_mark(&findings[scheme_criterion(scheme, mark->criterion) - scheme->criteria], mark->mark);
	}
	merit_of(&side->merit, arena, scheme, findings, &judged, rung, lang);
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
	struct kept_figures *figures = arena_alloc(arena, sizeof(*figures));

	rule_view_init(view, arena, scheme, c->answers, c->facts);
	side_rules(side, view, c, lang);
	side_figures(figures, side, view);
	side_total(side, arena, scheme, c, lang);
	side_merit(side, arena, scheme, c, figures->rung, lang);
	if (out->ties == NULL)
		out->ties = figures->ties;
	out->applied = view->sums.applied;
	out->n_municipalities = view->sums.all_municipalities ? (int64_t)c->facts->n_county_municipalities
							      : (int64_t)view->sums.n_municipalities;
}

static money
award_after(const struct simulated *s, money awarded)
{
	if (!s->after.eligible || s->after.merit.refused != NULL)
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
	if (a->merit.refused == NULL && b->merit.refused != NULL)
		s->changed |= SIMULATED_REFUSED;
	if (strcmp(a->merit.rung_text, b->merit.rung_text) != 0)
		s->changed |= SIMULATED_RUNG;
	if (a->merit.n_should != b->merit.n_should)
		s->changed |= SIMULATED_WISHES;
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
		.submitted_at = c->submitted_at,
		.frame = c->frame,
		.scheme = c->scheme };
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
	    .rejected = side->merit.refused != NULL,
	    .rung = side->merit.rung,
	    .n_should = side->merit.n_should,
	    .values = s->ties,
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

/* ------------------------------------------------------------------------------------------ sharing */

static bool
anything_decided(const struct simulated *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].outcome != OUTCOME_NONE)
			return (true);
	return (false);
}

/* Shares the call's frame among those who may have a part of it. */
static void
share_side(struct simulated *list, size_t n, bool after, const struct scheme *scheme, struct arena *arena)
{
	struct share_claim *claims = arena_array(arena, n, sizeof(*claims));
	struct sharing_result result;
	size_t n_claims = 0;

	for (size_t i = 0; i < n; i++) {
		struct simulation_side *side = after ? &list[i].after : &list[i].before;

		side->award = MONEY_ZERO;
		if (side->eligible && side->merit.refused == NULL && side->figures != NULL)
			claims[n_claims++] = (struct share_claim){
				.id = (int64_t)i, .number = list[i].number, .figures = side->figures
			};
	}
	sharing_of(&result, claims, n_claims, arena, scheme, list[0].frame, LANG_NB);
	for (size_t i = 0; i < n_claims; i++) {
		struct simulated *one = &list[claims[i].id];

		*(after ? &one->after.award : &one->before.award) = claims[i].sum;
	}
}

static void
share_call(struct simulated *list, size_t n, const struct scheme *changed, struct arena *arena)
{
	if (scheme_is_computed(list[0].scheme) && !anything_decided(list, n))
		share_side(list, n, false, list[0].scheme, arena);
	if (scheme_is_computed(changed))
		share_side(list, n, true, changed, arena);
	for (size_t i = 0; i < n; i++) {
		list[i].changed &= ~(unsigned)SIMULATED_AWARD;
		if (money_cmp(list[i].before.award, list[i].after.award) != 0)
			list[i].changed |= SIMULATED_AWARD;
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
		share_call(&list[from], to - from, changed, arena);
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
	sums->n_refused += (one->changed & SIMULATED_REFUSED) != 0;
	sums->n_rung += (one->changed & SIMULATED_RUNG) != 0;
	sums->n_wishes += (one->changed & SIMULATED_WISHES) != 0;
	if (one->before.eligible)
		sums->max_before = money_add(sums->max_before, one->before.max);
	if (one->after.eligible)
		sums->max_after = money_add(sums->max_after, one->after.max);
	sums->award_before = money_add(sums->award_before, one->before.award);
	sums->award_after = money_add(sums->award_after, one->after.award);
}
