/* sharing.c — pots, splits, limits and rounding, in øre until the end. */

#include "domain/sharing_parts.h"

#include <stdlib.h>
#include <string.h>

#define WHOLE_BP 10000
/* A number that is shared by, in millionths: large enough for any county, small enough to multiply with any frame. */
#define MOST_MICRO (INT64_C(1000000000) * 1000000)

/* --- exact parts ------------------------------------------------------------------------------------------------- */

struct fraction {
	size_t index;
	__int128 rest;
	const char *number;
};

static int
fraction_cmp(const void *a, const void *b)
{
	const struct fraction *x = a, *y = b;

	if (x->rest != y->rest)
		return (x->rest > y->rest ? -1 : 1);
	return (strcmp(x->number, y->number));
}

/* Shares a sum by weights to the last øre: down, then one øre each to the largest rests. Nothing when no weight is. */
static void
share_exactly(money *out, struct arena *arena, money sum, const int64_t *weights, const char *const *numbers, size_t n)
{
	struct fraction *fractions = arena_array(arena, n, sizeof(*fractions));
	__int128 total = 0;
	int64_t left = sum.ore;

	for (size_t i = 0; i < n; i++)
		total += weights[i];
	for (size_t i = 0; i < n; i++) {
		__int128 product = (__int128)sum.ore * weights[i];

		out[i].ore = total == 0 ? 0 : (int64_t)(product / total);
		fractions[i] = (struct fraction){ i, total == 0 ? 0 : product % total, numbers[i] };
		left -= out[i].ore;
	}
	if (total == 0)
		return;
	qsort(fractions, n, sizeof(*fractions), fraction_cmp);
	for (size_t i = 0; left > 0; i++, left--)
		out[fractions[i].index].ore++;
}

/* --- one pot ----------------------------------------------------------------------------------------------------- */

static bool
is_free(const struct sharing *s, size_t i, size_t pot)
{
	return (s->entries[i].pot == pot && s->entries[i].held == HELD_NOT);
}

/* What is left for those no limit holds. */
static money
pool_of(const struct sharing *s, size_t pot)
{
	money pool = s->pots[pot].frame;

	for (size_t i = 0; i < s->n; i++)
		if (s->entries[i].pot == pot && s->entries[i].held != HELD_NOT)
			pool = money_sub(pool, s->entries[i].sum);
	return (pool.ore > 0 ? pool : MONEY_ZERO);
}

/* A split of the pool among those no limit holds. */
static void
share_split(struct sharing *s, size_t pot, size_t split, money sum)
{
	struct pot_state *state = &s->pots[pot];
	const char **numbers = arena_array(s->arena, s->n, sizeof(*numbers));
	int64_t *weights = arena_array(s->arena, s->n, sizeof(*weights));
	size_t *of = arena_array(s->arena, s->n, sizeof(*of)), n = 0;
	money *parts = arena_array(s->arena, s->n, sizeof(*parts));

	state->totals[split] = 0;
	for (size_t i = 0; i < s->n; i++)
		if (is_free(s, i, pot)) {
			weights[n] = s->entries[i].counts[split];
			numbers[n] = s->entries[i].claim->number;
			state->totals[split] += weights[n];
			of[n++] = i;
		}
	share_exactly(parts, s->arena, sum, weights, numbers, n);
	for (size_t i = 0; i < n; i++) {
		s->entries[of[i]].parts[split] = parts[i];
		s->entries[of[i]].sum = money_add(s->entries[of[i]].sum, parts[i]);
	}
}

static void
share_pool(struct sharing *s, size_t pot)
{
	struct pot_state *state = &s->pots[pot];
	money given = MONEY_ZERO;
	share_bp upto = 0;

	state->pool = pool_of(s, pot);
	state->n_free = 0;
	for (size_t i = 0; i < s->n; i++)
		if (is_free(s, i, pot)) {
			s->entries[i].sum = MONEY_ZERO;
			state->n_free++;
		}
	/* Each split is what the shares up to it make less those before, so that the splits add up to the pool. */
	for (size_t k = 0; k < state->pot->n_splits; k++) {
		money until;

		upto += state->pot->splits[k].share;
		until.ore = (int64_t)((__int128)state->pool.ore * upto / WHOLE_BP);
		share_split(s, pot, k, money_sub(until, given));
		given = until;
	}
}

/* Holds those over their most; true when there were any. */
static bool
hold_most(struct sharing *s, size_t pot)
{
	bool any = false;

	for (size_t i = 0; i < s->n; i++) {
		struct entry *e = &s->entries[i];

		if (is_free(s, i, pot) && money_cmp(e->sum, e->most) > 0) {
			e->sum = e->most;
			e->held = HELD_MOST;
			any = true;
		}
	}
	return (any);
}

/* The one with least under the pot's minimum; NULL when nobody is. */
static struct entry *
least_under(struct sharing *s, size_t pot)
{
	money min = s->pots[pot].pot->min;
	struct entry *found = NULL;

	for (size_t i = 0; i < s->n; i++) {
		struct entry *e = &s->entries[i];
		int order;

		if (!is_free(s, i, pot) || money_cmp(e->sum, min) >= 0)
			continue;
		order = found == NULL ? -1 : money_cmp(e->sum, found->sum);
		if (order < 0 || (order == 0 && strcmp(e->claim->number, found->claim->number) > 0))
			found = e;
	}
	return (found);
}

/* Holds one of those under the minimum, at it or at nothing; false when nobody is, or the pool hasn't room for it. */
static bool
hold_least(struct sharing *s, size_t pot)
{
	const struct scheme_pot *rules = s->pots[pot].pot;
	struct entry *e = least_under(s, pot);
	money least;

	if (e == NULL)
		return (false);
	least = rules->below_raised ? money_min(rules->min, e->most) : MONEY_ZERO;
	if (money_cmp(least, s->pots[pot].pool) > 0 || (rules->below_raised && money_cmp(least, e->sum) <= 0))
		return (false);
	e->sum = least;
	e->held = rules->below_raised ? HELD_LEAST : HELD_OUT;
	return (true);
}

/* What its frame leaves over is known when no more limits are met. */
static void
share_pot(struct sharing *s, size_t pot)
{
	struct pot_state *state = &s->pots[pot];

	for (size_t i = 0; i < s->n; i++)
		if (s->entries[i].pot == pot)
			s->entries[i].held = HELD_NOT;
	do
		share_pool(s, pot);
	while (hold_most(s, pot) || hold_least(s, pot));
	state->given = MONEY_ZERO;
	state->stale = false;
	for (size_t i = 0; i < s->n; i++)
		if (s->entries[i].pot == pot)
			state->given = money_add(state->given, s->entries[i].sum);
	state->full = money_cmp(state->given, state->frame) < 0;
}

/* --- all pots ---------------------------------------------------------------------------------------------------- */

/* Gives a sum from one pot to the others that can use it, by their shares; false when none can. */
static bool
hand_on(struct sharing *s, size_t from, money sum)
{
	const char **numbers = arena_array(s->arena, s->n_pots, sizeof(*numbers));
	int64_t *weights = arena_array(s->arena, s->n_pots, sizeof(*weights));
	money *parts = arena_array(s->arena, s->n_pots, sizeof(*parts));
	bool any = false;

	for (size_t p = 0; p < s->n_pots; p++) {
		weights[p] = p != from && s->pots[p].n > 0 && !s->pots[p].full ? s->pots[p].pot->share : 0;
		numbers[p] = s->pots[p].pot->id;
		any |= weights[p] > 0;
	}
	if (!any)
		return (false);
	share_exactly(parts, s->arena, sum, weights, numbers, s->n_pots);
	for (size_t p = 0; p < s->n_pots; p++)
		if (parts[p].ore > 0) {
			s->pots[p].frame = money_add(s->pots[p].frame, parts[p]);
			s->pots[p].stale = true;
		}
	return (true);
}

/* Every round moves what some pot can't use to pots that can, and fills a pot for good. */
static void
share_pots(struct sharing *s)
{
	bool moved = true;

	for (size_t round = 0; moved && round <= s->n_pots; round++) {
		moved = false;
		for (size_t p = 0; p < s->n_pots; p++)
			if (s->pots[p].stale)
				share_pot(s, p);
		for (size_t p = 0; p < s->n_pots; p++) {
			money over = money_sub(s->pots[p].frame, s->pots[p].given);

			/* What has just come is not left over yet. */
			if (s->pots[p].stale || !s->pots[p].pot->unused_to_others || over.ore <= 0 ||
			    !hand_on(s, p, over))
				continue;
			s->pots[p].frame = s->pots[p].given;
			moved = true;
		}
	}
}

static void
pots_frames(struct sharing *s, money frame)
{
	money given = MONEY_ZERO;
	share_bp upto = 0;

	for (size_t p = 0; p < s->n_pots; p++) {
		money until;

		upto += s->pots[p].pot->share;
		until.ore = (int64_t)((__int128)frame.ore * upto / WHOLE_BP);
		s->pots[p].frame = money_sub(until, given);
		s->pots[p].stale = true;
		given = until;
	}
}

/* --- rounding ---------------------------------------------------------------------------------------------------- */

/* Whether another step is within the claim's own limit; those a pot's minimum left out get none. */
static bool
has_room(const struct entry *e, money sum, money step)
{
	return (e->held != HELD_OUT && sum.ore + step.ore <= e->most.ore);
}

static money
round_down(struct sharing *s, money step)
{
	money lost = MONEY_ZERO;

	for (size_t i = 0; i < s->n; i++) {
		struct entry *e = &s->entries[i];

		e->claim->sum.ore = e->sum.ore - e->sum.ore % step.ore;
		lost = money_add(lost, money_sub(e->sum, e->claim->sum));
	}
	return (lost);
}

/* The order steps are given out in: largest rest first, or largest sum. */
static struct fraction *
takers(const struct sharing *s, enum remainder_rule rule, money step)
{
	struct fraction *list = arena_array(s->arena, s->n, sizeof(*list));

	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &s->entries[i];

		list[i] = (struct fraction){ i, rule == REMAINDER_LARGEST ? e->sum.ore : e->sum.ore % step.ore,
			e->claim->number };
	}
	if (s->n > 1)
		qsort(list, s->n, sizeof(*list), fraction_cmp);
	return (list);
}

/* Whole steps of what rounding down left go where the scheme says. */
static void
place_remainder(struct sharing *s, money lost, money step, enum remainder_rule rule)
{
	const struct fraction *order = takers(s, rule, step);

	for (size_t i = 0; i < s->n && rule != REMAINDER_LEFT && lost.ore >= step.ore; i++) {
		struct entry *e = &s->entries[order[i].index];

		if (rule == REMAINDER_FRACTIONS && order[i].rest == 0)
			continue;
		while (lost.ore >= step.ore && has_room(e, e->claim->sum, step)) {
			e->claim->sum = money_add(e->claim->sum, step);
			lost = money_sub(lost, step);
			if (rule == REMAINDER_FRACTIONS)
				break;
		}
	}
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

/* Alike to everyone is one pot with one split; by what <amount> gives, that sum is the number it is shared by. */
static struct scheme_pot *
pots_of(size_t *n, struct arena *arena, const struct scheme *scheme)
{
	struct scheme_pot *pot;

	if (scheme->distribution == DISTRIBUTION_FORMULA) {
		*n = scheme->sharing.n_pots;
		return (scheme->sharing.pots);
	}
	pot = arena_alloc(arena, sizeof(*pot));
	pot->splits = arena_alloc(arena, sizeof(*pot->splits));
	*pot->splits =
	    (struct scheme_split){ .share = WHOLE_BP, .by = scheme->sharing.gives_amount ? SPLIT_COUNT : SPLIT_EQUAL };
	*pot = (struct scheme_pot){ .id = "", .share = WHOLE_BP, .max = { -1 }, .splits = pot->splits, .n_splits = 1 };
	*n = 1;
	return (pot);
}

static bool
find_pot(size_t *out, const struct sharing *s, const struct kept_figures *figures)
{
	if (s->scheme->distribution == DISTRIBUTION_EVERYONE) {
		*out = 0;
		return (true);
	}
	for (size_t p = 0; p < s->n_pots; p++)
		if (figures->pot != NULL && strcmp(s->pots[p].pot->id, figures->pot) == 0) {
			*out = p;
			return (true);
		}
	return (false);
}

static const int64_t *
counts_of(const struct sharing *s, const struct kept_figures *figures, const struct scheme_pot *pot)
{
	int64_t *counts = arena_array(s->arena, pot->n_splits, sizeof(*counts));

	for (size_t k = 0; k < pot->n_splits; k++) {
		expr_number micro = figures->counts == NULL ? 0 : figures->counts[k] / (EXPR_ONE / 1000000);

		counts[k] = pot->splits[k].by == SPLIT_EQUAL ? 1 : (int64_t)(micro > MOST_MICRO ? MOST_MICRO : micro);
	}
	if (s->scheme->distribution == DISTRIBUTION_EVERYONE && s->scheme->sharing.gives_amount)
		counts[0] = figures->bounds.known ? figures->bounds.max.ore : 0;
	return (counts);
}

static void
add_entry(struct sharing *s, struct share_claim *claim)
{
	struct entry *e = &s->entries[s->n];
	const struct kept_figures *figures = claim->figures;
	const struct scheme_pot *pot;

	claim->sum = MONEY_ZERO;
	claim->n_lines = 0;
	*e = (struct entry){ .claim = claim, .most = figures->bounds.known ? figures->bounds.max : MONEY_MAX };
	if (!find_pot(&e->pot, s, figures)) {
		share_tell_none(claim, s->arena, s->lang);
		return;
	}
	pot = s->pots[e->pot].pot;
	if (pot->max.ore > 0)
		e->most = money_min(e->most, pot->max);
	e->counts = counts_of(s, figures, pot);
	e->parts = arena_array(s->arena, pot->n_splits, sizeof(*e->parts));
	s->pots[e->pot].n++;
	s->n++;
}

static void
begin(struct sharing *s, struct share_claim *claims, size_t n)
{
	const struct scheme_pot *pots = pots_of(&s->n_pots, s->arena, s->scheme);

	s->pots = arena_array(s->arena, s->n_pots, sizeof(*s->pots));
	for (size_t p = 0; p < s->n_pots; p++) {
		s->pots[p].pot = &pots[p];
		s->pots[p].totals = arena_array(s->arena, pots[p].n_splits, sizeof(*s->pots[p].totals));
	}
	s->entries = arena_array(s->arena, n, sizeof(*s->entries));
	for (size_t i = 0; i < n; i++)
		add_entry(s, &claims[i]);
}

void
sharing_of(struct sharing_result *out, struct share_claim *claims, size_t n, struct arena *arena,
    const struct scheme *scheme, money frame, enum lang lang)
{
	struct sharing s = { .arena = arena, .scheme = scheme, .lang = lang };
	money lost;

	*out = (struct sharing_result){ .frame = frame };
	begin(&s, claims, n);
	pots_frames(&s, frame);
	share_pots(&s);
	lost = round_down(&s, scheme->sharing.round);
	place_remainder(&s, lost, scheme->sharing.round, scheme->sharing.remainder);
	for (size_t i = 0; i < s.n; i++) {
		share_tell(&s, &s.entries[i]);
		out->given = money_add(out->given, s.entries[i].claim->sum);
	}
	out->left = money_sub(frame, out->given);
	out->text = share_result_text(&s, out);
}
