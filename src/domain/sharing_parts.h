/* sharing_parts.h — what reckoning a distribution and telling it share; for sharing*.c only. */
#ifndef DOMAIN_SHARING_PARTS_H
#define DOMAIN_SHARING_PARTS_H

#include "domain/sharing.h"

enum held { HELD_NOT, HELD_MOST, HELD_LEAST, HELD_OUT };

/* One claim on its way. */
struct entry {
	struct share_claim *claim;
	size_t pot;
	const int64_t *counts; /* one a split of the pot */
	money most;            /* its own limit and the pot's */
	money sum;             /* before rounding */
	money *parts;          /* one a split, before limits */
	enum held held;
};

/* A pot with what it has and what it has given. */
struct pot_state {
	const struct scheme_pot *pot;
	money frame, given, pool; /* pool: what was shared among those no limit holds */
	int64_t *totals;          /* one a split: what those have in all */
	size_t n, n_free;         /* recipients, and those no limit holds */
	bool full;                /* limits keep it from giving all */
	bool stale;               /* its frame has grown since it was shared */
};

struct sharing {
	struct arena *arena;
	const struct scheme *scheme;
	enum lang lang;
	struct entry *entries;
	size_t n;
	struct pot_state *pots;
	size_t n_pots;
};

/* Fills the claim's lines and text in from what it got; from its belonging nowhere. */
void share_tell(const struct sharing *s, struct entry *e);
void share_tell_none(struct share_claim *claim, struct arena *arena, enum lang lang);

/* "Rammen blir delt etter ... Fordelt: ..." */
const char *share_result_text(const struct sharing *s, const struct sharing_result *result);

#endif
