/* kept_figures.c — from rules to figures, from figures to rows, and back. */
#include "domain/kept_figures.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/text.h"

#define MICRO (EXPR_ONE / 1000000)

/* --- working out ------------------------------------------------------------------------------------------------- */

static bool
holds(const struct expr *when, struct rule_view *view)
{
	return (expr_applies(when, &view->env, true));
}

/* Something is promised under a goal with the tag. */
static bool
promises(const char *tag, struct rule_view *view)
{
	const struct scheme_field *goals = scheme_field_of_type(view->scheme, FIELD_GOALS);

	for (size_t i = 0; goals != NULL && i < view->scheme->n_goals; i++) {
		const struct scheme_goal *goal = &view->scheme->goals[i];
		struct expr_value value;

		if (!text_equal(goal->tag, tag))
			continue;
		value = view->env.lookup(view->env.user, arena_printf(view->arena, "%s.%s", goals->id, goal->id));
		if (value.type == EXPR_NUMBER && value.number > 0)
			return (true);
	}
	return (false);
}

static bool
is_in_list(const char *list, const struct rule_view *view)
{
	const struct scheme_list *codes = scheme_list(view->scheme, list);

	for (size_t i = 0; codes != NULL && i < codes->n; i++)
		if (text_equal(codes->codes[i], view->facts->in_municipality))
			return (true);
	return (false);
}

static bool
is_earmarked(const struct scheme_earmark *earmark, struct rule_view *view)
{
	return ((earmark->kinds == 0 || (earmark->kinds & (1u << view->facts->applicant)) != 0) &&
		(earmark->list == NULL || is_in_list(earmark->list, view)) &&
		(earmark->tag == NULL || promises(earmark->tag, view)) && holds(earmark->when, view));
}

static void
find_places(struct kept_figures *out, struct rule_view *view)
{
	const struct scheme *s = view->scheme;

	for (size_t i = 0; i < s->n_rungs && !s->ladder_judged && out->rung == NULL; i++)
		if (holds(s->rungs[i].when, view))
			out->rung = s->rungs[i].id;
	for (size_t i = 0; i < s->sharing.n_earmarks && out->earmark == NULL; i++)
		if (is_earmarked(&s->sharing.earmarks[i], view))
			out->earmark = s->sharing.earmarks[i].id;
}

static expr_number
number_of(const struct expr *expr, struct rule_view *view)
{
	struct expr_value value;

	expr_eval(&value, expr, &view->env);
	return (value.type == EXPR_NUMBER && value.number > 0 ? value.number : 0);
}

static expr_number
parts_of(const struct scheme_split *split, struct rule_view *view)
{
	for (size_t i = 0; i < split->n_weights; i++)
		if (holds(split->weights[i].when, view))
			return (split->weights[i].parts * EXPR_ONE);
	return (0);
}

static void
find_counts(struct kept_figures *out, struct rule_view *view, const struct scheme_pot *pot)
{
	out->pot = pot->id;
	out->counts = arena_array(view->arena, pot->n_splits, sizeof(*out->counts));
	for (size_t i = 0; i < pot->n_splits; i++) {
		const struct scheme_split *split = &pot->splits[i];

		out->counts[i] = split->by == SPLIT_EQUAL   ? EXPR_ONE
				 : split->by == SPLIT_COUNT ? number_of(split->count, view)
							    : parts_of(split, view);
	}
}

static void
find_pot(struct kept_figures *out, struct rule_view *view)
{
	const struct scheme_sharing *sharing = &view->scheme->sharing;

	for (size_t i = 0; i < sharing->n_pots; i++)
		if (holds(sharing->pots[i].when, view)) {
			find_counts(out, view, &sharing->pots[i]);
			return;
		}
}

/* Millionths are finer than any rule of a county, and fit where totals do. */
static struct ranked_value
tie_of(const struct ranking_tie_break *tie, struct rule_view *view)
{
	struct expr_value value = expr_absent();

	if (tie->key == RANK_TEST)
		return ((struct ranked_value){ true, expr_applies(tie->value, &view->env, false) });
	if (tie->key == RANK_NUMBER)
		expr_eval(&value, tie->value, &view->env);
	if (value.type != EXPR_NUMBER || value.number / MICRO > INT64_MAX || value.number / MICRO < -INT64_MAX)
		return ((struct ranked_value){ 0 });
	return ((struct ranked_value){ true, (int64_t)(value.number / MICRO) });
}

static const char *
spread_of(const struct scheme_criterion *criterion, struct rule_view *view)
{
	struct expr_value value;

	if (criterion->kind != CRITERION_PORTFOLIO || criterion->spread == NULL ||
	    strcmp(criterion->spread, SPREAD_MUNICIPALITY) == 0)
		return ("");
	if (strcmp(criterion->spread, SPREAD_APPLICANT) == 0)
		return (applicant_kind_code(view->facts->applicant));
	value = view->env.lookup(view->env.user, criterion->spread);
	return (value.type == EXPR_TEXT || value.type == EXPR_CODES ? value.text : "");
}

struct kept_figures
kept_figures_none(struct arena *arena, const struct scheme *scheme)
{
	struct kept_figures none = { 0 };

	none.ties = arena_array(arena, scheme->n_tie_breaks, sizeof(*none.ties));
	none.spreads = arena_array(arena, scheme->n_criteria, sizeof(*none.spreads));
	for (size_t i = 0; i < scheme->n_criteria; i++)
		none.spreads[i] = "";
	return (none);
}

void
kept_figures_of(struct kept_figures *out, struct rule_view *view)
{
	const struct scheme *scheme = view->scheme;
	struct amount_limit limit;

	*out = kept_figures_none(view->arena, scheme);
	amount_limit_of(&limit, view, LANG_NB);
	out->bounds = amount_bounds_of(&limit, view);
	out->opinion = scheme->after.opinion.asked && holds(scheme->after.opinion.when, view);
	find_places(out, view);
	find_pot(out, view);
	for (size_t i = 0; i < scheme->n_tie_breaks; i++)
		out->ties[i] = tie_of(&scheme->tie_breaks[i], view);
	for (size_t i = 0; i < scheme->n_criteria; i++)
		out->spreads[i] = spread_of(&scheme->criteria[i], view);
}

/* --- as rows ----------------------------------------------------------------------------------------------------- */

struct writing {
	struct kept_figure *list;
	size_t n;
	struct arena *arena;
};

static void
put(struct writing *w, const char *name, const char *value)
{
	if (value != NULL && *value != '\0')
		w->list[w->n++] = (struct kept_figure){ name, value };
}

static char *
ore_text(struct arena *arena, money sum)
{
	return (arena_printf(arena, "%" PRId64, sum.ore));
}

static void
put_bounds(struct writing *w, const struct amount_bounds *bounds)
{
	struct buf sums = buf_new(w->arena);

	if (!bounds->known)
		return;
	for (size_t i = 0; i < bounds->n_sums; i++)
		buf_printf(&sums, "%s%" PRId64, i == 0 ? "" : " ", bounds->sums[i].ore);
	put(w, "max", ore_text(w->arena, bounds->max));
	put(w, "firm", ore_text(w->arena, bounds->firm));
	put(w, "floor", ore_text(w->arena, bounds->floor));
	put(w, "step", ore_text(w->arena, bounds->step));
	put(w, "sums", buf_text(&sums));
	put(w, "asked", bounds->asked ? "yes" : "no");
}

static const struct scheme_pot *
pot_of(const struct scheme *scheme, const char *id)
{
	for (size_t i = 0; id != NULL && i < scheme->sharing.n_pots; i++)
		if (strcmp(scheme->sharing.pots[i].id, id) == 0)
			return (&scheme->sharing.pots[i]);
	return (NULL);
}

size_t
kept_figures_rows(
    struct kept_figure **out, struct arena *arena, const struct scheme *scheme, const struct kept_figures *figures)
{
	const struct scheme_pot *pot = pot_of(scheme, figures->pot);
	size_t splits = pot == NULL ? 0 : pot->n_splits;
	struct writing w = { .arena = arena };

	w.list = arena_array(arena, 10 + splits + scheme->n_tie_breaks + scheme->n_criteria, sizeof(*w.list));
	put_bounds(&w, &figures->bounds);
	put(&w, "opinion", figures->opinion ? "yes" : "");
	put(&w, "rung", figures->rung);
	put(&w, "earmark", figures->earmark);
	put(&w, "pot", figures->pot);
	for (size_t i = 0; i < splits; i++)
		put(&w, arena_printf(arena, "count.%zu", i), expr_number_text(arena, figures->counts[i]));
	for (size_t i = 0; i < scheme->n_tie_breaks; i++)
		if (figures->ties[i].known)
			put(&w, arena_printf(arena, "tie.%zu", i),
			    arena_printf(arena, "%" PRId64, figures->ties[i].micro));
	for (size_t i = 0; i < scheme->n_criteria; i++)
		put(&w, arena_printf(arena, "spread.%s", scheme->criteria[i].id), figures->spreads[i]);
	*out = w.list;
	return (w.n);
}

/* --- and back ---------------------------------------------------------------------------------------------------- */

static money
ore_of(const char *value)
{
	return ((money){ strtoll(value, NULL, 10) });
}

static void
read_sums(struct amount_bounds *to, struct arena *arena, const char *value)
{
	char **words = text_split(arena, value, ' ', &to->n_sums);

	to->sums = arena_array(arena, to->n_sums, sizeof(*to->sums));
	for (size_t i = 0; i < to->n_sums; i++)
		to->sums[i] = ore_of(words[i]);
}

static bool
read_bound(struct amount_bounds *to, struct arena *arena, const struct kept_figure *row)
{
	const struct {
		const char *name;
		money *to;
	} sums[] = { { "max", &to->max }, { "firm", &to->firm }, { "floor", &to->floor }, { "step", &to->step } };

	for (size_t i = 0; i < sizeof(sums) / sizeof(sums[0]); i++)
		if (strcmp(sums[i].name, row->name) == 0) {
			*sums[i].to = ore_of(row->value);
			to->known = true;
			return (true);
		}
	if (strcmp(row->name, "sums") == 0)
		read_sums(to, arena, row->value);
	else if (strcmp(row->name, "asked") == 0)
		to->asked = strcmp(row->value, "yes") == 0;
	else
		return (false);
	return (true);
}

/* The number behind a prefix, as "tie.2"; false when the name has another one. */
static bool
numbered(size_t *out, const char *name, const char *prefix, size_t n)
{
	if (!text_starts(name, prefix))
		return (false);
	*out = strtoul(name + strlen(prefix), NULL, 10);
	return (*out < n);
}

static void
read_count(struct kept_figures *to, struct arena *arena, const struct scheme *scheme, const struct kept_figure *row)
{
	size_t most = 0, i;

	for (size_t p = 0; p < scheme->sharing.n_pots; p++)
		if (scheme->sharing.pots[p].n_splits > most)
			most = scheme->sharing.pots[p].n_splits;
	if (to->counts == NULL)
		to->counts = arena_array(arena, most, sizeof(*to->counts));
	if (numbered(&i, row->name, "count.", most))
		to->counts[i] = expr_decimal(row->value).number;
}

void
kept_figures_read(
    struct kept_figures *to, struct arena *arena, const struct scheme *scheme, const struct kept_figure *row)
{
	size_t i;

	if (read_bound(&to->bounds, arena, row))
		return;
	if (strcmp(row->name, "opinion") == 0)
		to->opinion = true;
	else if (strcmp(row->name, "rung") == 0)
		to->rung = row->value;
	else if (strcmp(row->name, "earmark") == 0)
		to->earmark = row->value;
	else if (strcmp(row->name, "pot") == 0)
		to->pot = row->value;
	else if (text_starts(row->name, "count."))
		read_count(to, arena, scheme, row);
	else if (numbered(&i, row->name, "tie.", scheme->n_tie_breaks))
		to->ties[i] = (struct ranked_value){ true, strtoll(row->value, NULL, 10) };
	else if (text_starts(row->name, "spread."))
		for (i = 0; i < scheme->n_criteria; i++)
			if (strcmp(scheme->criteria[i].id, row->name + strlen("spread.")) == 0)
				to->spreads[i] = row->value;
}
