/* ranking.h — the suggested order of a call's applications: ladder, total, wishes met, then the declared tie-breaks,
 * then the number. */
#ifndef DOMAIN_RANKING_H
#define DOMAIN_RANKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/lang.h"
#include "core/money.h"
#include "scheme/scheme.h"

/* What a tie-break of the scheme's own compares. */
struct ranked_value {
	bool known; /* unknown comes last, whatever the order */
	int64_t micro;
};

struct ranked {
	int64_t id;
	const char *number; /* "2026-00123" */
	bool dismissed;     /* proposed dismissed: last, whatever its total */
	bool rejected;      /* a criterion that must be met is not: before those only */
	int rung;           /* place on the scheme's ladder, from 0; all 0 without one */
	bool has_total;
	int64_t total_micro;
	int n_should; /* how many of the wishes are met */
	int64_t n_municipalities;
	money applied;
	int64_t submitted_at; /* instant */
	int first_applied;    /* the year; 0 when not known */
	int years_applied;
	const struct ranked_value *values; /* one a tie-break, for RANK_TEST and RANK_NUMBER; NULL: all unknown */

	int rank; /* out: from 1 */
	const char
	    *decided; /* out: what set it below the one before: "Poengsum", "Antall kommuner" ...; "" for the first */
};

/*
 * Sorts in place and numbers from 1. Without totals (no marks), all are equal and the tie-breaks order them.
 *
 * seed:    fixed before the deadline and published (R74); the draw orders by SHA-256 of seed and number; NULL when
 *          no draw is declared
 */
void ranking_order(struct ranked *list, size_t n, const struct ranking_tie_break *breaks, size_t n_breaks,
    const char *seed, struct arena *arena, enum lang lang);

/* What a call's draw is made from: the scheme's seed and the call, so that no two calls draw alike; NULL without draw.
 */
const char *ranking_seed(struct arena *arena, const struct scheme *scheme, int64_t call_id);

/* "Står søknader likt, går de i rekkefølge etter: flest kommuner, loddtrekning ...": "" when nothing is declared. */
const char *ranking_tie_breaks_text(struct arena *arena, const struct scheme *scheme, enum lang lang);

#endif
