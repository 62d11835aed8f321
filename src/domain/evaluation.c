/* evaluation.c — rates, differences and sentences from a year's figures. */
#include "domain/evaluation.h"

#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"

static int64_t
granted(const struct evaluation_totals *totals)
{
	return (totals->granted + totals->partly_granted);
}

/* part / whole in hundredths of a percent, to the nearest; -1 without a whole. */
static int64_t
bp(int64_t part, int64_t whole)
{
	if (whole <= 0)
		return (-1);
	return ((int64_t)(((__int128)part * 10000 + whole / 2) / whole));
}

int64_t
evaluation_grant_rate_bp(const struct evaluation_totals *totals)
{
	return (bp(granted(totals), granted(totals) + totals->rejected));
}

int64_t
evaluation_sum_rate_bp(const struct evaluation_totals *totals)
{
	return (bp(totals->awarded.ore, totals->decided_applied.ore));
}

char *
evaluation_percent(struct arena *arena, int64_t rate_bp, enum lang lang)
{
	int64_t tenths = (rate_bp + 5) / 10;
	const char *space = lang == LANG_EN ? "" : "\u00a0";

	if (rate_bp < 0)
		return (arena_strdup(arena, "–"));
	if (tenths % 10 == 0)
		return (arena_printf(arena, "%lld%s%%", (long long)(tenths / 10), space));
	return (arena_printf(arena, "%lld%s%lld%s%%", (long long)(tenths / 10), lang == LANG_EN ? "." : ",",
	    (long long)(tenths % 10), space));
}

char *
evaluation_change(struct arena *arena, int64_t now, int64_t last, enum lang lang)
{
	int64_t difference;

	if (last == 0)
		return (arena_strdup(arena, "–"));
	if (now == last)
		return (arena_strdup(arena, tr(lang, "uendret")));
	difference = (int64_t)(((__int128)(now - last) * 100 + (now >= last ? last / 2 : -last / 2)) / last);
	return (arena_printf(arena, "%s%lld%s%%", now > last ? "+" : "−", llabs((long long)difference),
	    lang == LANG_EN ? "" : "\u00a0"));
}

char *
evaluation_points(struct arena *arena, int64_t now_bp, int64_t last_bp, enum lang lang)
{
	int64_t tenths;

	if (now_bp < 0 || last_bp < 0)
		return (arena_strdup(arena, "–"));
	/* Between the rates as they are shown, so that a reader who subtracts finds the same. */
	tenths = (now_bp + 5) / 10 - (last_bp + 5) / 10;
	if (tenths == 0)
		return (arena_strdup(arena, tr(lang, "uendret")));
	return (arena_printf(arena, "%s%lld%s%lld\u00a0%s", tenths > 0 ? "+" : "−", llabs((long long)tenths) / 10,
	    lang == LANG_EN ? "." : ",", llabs((long long)tenths) % 10, tr(lang, "prosentpoeng")));
}

int64_t
evaluation_told(const struct evaluation_totals *totals)
{
	return (granted(totals) + totals->rejected + totals->dismissed);
}

bool
evaluation_compares(const struct evaluation *evaluation)
{
	return (evaluation->last.received > 0 || evaluation->last.frame.ore > 0);
}

char *
evaluation_per_inhabitant(struct arena *arena, const struct evaluation_municipality *municipality)
{
	int64_t kr;

	if (municipality->inhabitants <= 0)
		return (arena_strdup(arena, "–"));
	kr = (municipality->awarded.ore + 50 * municipality->inhabitants) / (100 * municipality->inhabitants);
	if (kr == 0 && municipality->awarded.ore > 0)
		return (arena_strdup(arena, "< 1\u00a0kr"));
	return (money_show(arena, MONEY_NOK(kr)));
}

struct evaluation_municipality
evaluation_county(const struct evaluation *evaluation)
{
	struct evaluation_municipality county = { .code = "", .name = "" };

	for (size_t i = 0; i < evaluation->n_municipalities; i++) {
		county.inhabitants += evaluation->municipalities[i].inhabitants;
		county.awarded = money_add(county.awarded, evaluation->municipalities[i].awarded);
		county.last_awarded = money_add(county.last_awarded, evaluation->municipalities[i].last_awarded);
	}
	return (county);
}

size_t
evaluation_without(const struct evaluation *evaluation)
{
	size_t n = 0;

	for (size_t i = 0; i < evaluation->n_municipalities; i++)
		n += evaluation->municipalities[i].awarded.ore == 0;
	return (n);
}

const struct evaluation_goal *
evaluation_goal(const struct evaluation *evaluation, const char *goal_id)
{
	for (size_t i = 0; i < evaluation->n_goals; i++)
		if (strcmp(evaluation->goals[i].goal_id, goal_id) == 0)
			return (&evaluation->goals[i]);
	return (NULL);
}

const char *
evaluation_promised(struct arena *arena, const struct scheme_goal *goal, const char *number, enum lang lang)
{
	int64_t n = strtoll(number, NULL, 10);

	if (n > 0 && n < EVALUATION_SMALL && text_equal(goal->unit, "person"))
		return (tr_printf(arena, lang, "færre enn %d", EVALUATION_SMALL));
	return (money_count(arena, n));
}

/* --- findings ----------------------------------------------------------------------------------------------------- */

static const char *
finding_grants(struct arena *arena, const struct evaluation *e, enum lang lang)
{
	return (tr_printf(arena, lang,
	    "%s av %s søknader som ble vurdert, fikk tilskudd. Til sammen ble det gitt %s, som er %s "
	    "av det de søkte om.",
	    money_count(arena, granted(&e->now)), money_count(arena, granted(&e->now) + e->now.rejected),
	    money_show(arena, e->now.awarded), evaluation_percent(arena, evaluation_sum_rate_bp(&e->now), lang)));
}

static const char *
finding_demand(struct arena *arena, const struct evaluation *e, enum lang lang)
{
	if (e->last.received == 0)
		return (NULL);
	return (tr_printf(arena, lang,
	    "Det kom %s søknader, mot %s året før (%s). Summen det ble søkt om, gikk fra %s til %s.",
	    money_count(arena, e->now.received), money_count(arena, e->last.received),
	    evaluation_change(arena, e->now.received, e->last.received, lang), money_show(arena, e->last.applied),
	    money_show(arena, e->now.applied)));
}

static const struct evaluation_municipality *
most_per_inhabitant(const struct evaluation *e)
{
	const struct evaluation_municipality *most = NULL;

	for (size_t i = 0; i < e->n_municipalities; i++) {
		const struct evaluation_municipality *m = &e->municipalities[i];

		if (m->inhabitants > 0 && m->awarded.ore > 0 &&
		    (most == NULL ||
			(__int128)m->awarded.ore * most->inhabitants > (__int128)most->awarded.ore * m->inhabitants))
			most = m;
	}
	return (most);
}

static const char *
finding_reach(struct arena *arena, const struct evaluation *e, enum lang lang)
{
	const struct evaluation_municipality *most = most_per_inhabitant(e);
	size_t without = evaluation_without(e);

	if (most == NULL)
		return (NULL);
	if (without == 0)
		return (tr_printf(arena, lang, "Pengene nådde alle kommunene. %s fikk mest per innbygger: %s.",
		    most->name, evaluation_per_inhabitant(arena, most)));
	return (tr_printf(arena, lang, "%s av %s kommuner fikk ingenting. %s fikk mest per innbygger: %s.",
	    money_count(arena, (int64_t)without), money_count(arena, (int64_t)e->n_municipalities), most->name,
	    evaluation_per_inhabitant(arena, most)));
}

static bool
has_integration(const struct scheme *scheme)
{
	for (size_t i = 0; i < scheme->n_goals; i++)
		if (text_equal(scheme->goals[i].tag, "integration"))
			return (true);
	for (size_t i = 0; i < scheme->n_criteria; i++)
		if (text_equal(scheme->criteria[i].tag, "integration"))
			return (true);
	return (false);
}

static const char *
finding_integration(struct arena *arena, const struct evaluation *e, enum lang lang)
{
	if (!has_integration(e->scheme))
		return (NULL);
	return (tr_printf(arena, lang,
	    "%s av prosjektene som fikk tilskudd, har lovet noe for integrering. De fikk %s, som er %s "
	    "av pengene.",
	    money_count(arena, e->now.integration), money_show(arena, e->now.integration_awarded),
	    evaluation_percent(arena, bp(e->now.integration_awarded.ore, e->now.awarded.ore), lang)));
}

/* The scheme's own order says which goal matters most. */
static const char *
finding_goal(struct arena *arena, const struct evaluation *e, enum lang lang)
{
	for (size_t i = 0; i < e->scheme->n_goals; i++) {
		const struct scheme_goal *goal = &e->scheme->goals[i];
		const struct evaluation_goal *promise = evaluation_goal(e, goal->id);

		if (promise != NULL && promise->projects > 0)
			return (tr_printf(arena, lang,
			    "De som fikk tilskudd, har til sammen lovet %s under målet «%s».",
			    evaluation_promised(arena, goal, promise->promised, lang), lang_pick(&goal->name, lang)));
	}
	return (NULL);
}

static const char *
finding_nothing(struct arena *arena, const struct evaluation *e, enum lang lang)
{
	if (e->now.received == 0)
		return (tr_printf(arena, lang, "Det kom ingen søknader i %d.", e->year));
	return (tr_printf(arena, lang, "Det kom %s søknader i %d. Ingen av dem har fått et vedtak om tilskudd ennå.",
	    money_count(arena, e->now.received), e->year));
}

size_t
evaluation_findings(const char **out, struct arena *arena, const struct evaluation *evaluation, enum lang lang)
{
	static const char *(*const findings[])(struct arena *, const struct evaluation *, enum lang) = { finding_grants,
		finding_demand, finding_reach, finding_integration, finding_goal };
	size_t n = 0;

	if (granted(&evaluation->now) == 0) {
		out[0] = finding_nothing(arena, evaluation, lang);
		return (1);
	}
	for (size_t i = 0; i < sizeof(findings) / sizeof(findings[0]) && n < EVALUATION_FINDINGS; i++) {
		const char *text = findings[i](arena, evaluation, lang);

		if (text != NULL)
			out[n++] = text;
	}
	return (n);
}
