/* ranking.c — a stable order that anyone can do again. */
#include "domain/ranking.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/crypto.h"

struct order {
	const struct ranking_tie_break *breaks;
	size_t n_breaks;
};

struct entry {
	struct ranked row;
	const char *draw; /* hash; NULL when nothing is drawn */
	const struct order *order;
};

static int
cmp(int64_t a, int64_t b)
{
	return ((a > b) - (a < b));
}

static int
break_cmp(const struct entry *a, const struct entry *b, const struct ranking_tie_break *by)
{
	int order = 0;

	switch (by->key) {
	case RANK_MUNICIPALITIES:
		order = cmp(a->row.n_municipalities, b->row.n_municipalities);
		break;
	case RANK_APPLIED:
		order = money_cmp(a->row.applied, b->row.applied);
		break;
	case RANK_SUBMITTED:
		order = cmp(a->row.submitted_at, b->row.submitted_at);
		break;
	case RANK_DRAW:
		return (a->draw != NULL && b->draw != NULL ? strcmp(a->draw, b->draw) : 0);
	}
	return (by->descending ? -order : order);
}

/* What sets two apart; what says by what, "" when it is only the number. */
static int
entry_cmp(const struct entry *a, const struct entry *b, const char **what)
{
	static const char *const names[] = {
		[RANK_MUNICIPALITIES] = T("Antall kommuner"),
		[RANK_APPLIED] = T("Søkt sum"),
		[RANK_SUBMITTED] = T("Sendt"),
		[RANK_DRAW] = T("Loddtrekning"),
	};
	int order;

	*what = T("Ikke vurdert");
	if ((order = cmp(a->row.dismissed, b->row.dismissed)) != 0)
		return (order);
	*what = T("Poengsum");
	if ((order = cmp(b->row.has_total, a->row.has_total)) != 0)
		return (order);
	if (a->row.has_total && (order = cmp(b->row.total_micro, a->row.total_micro)) != 0)
		return (order);
	for (size_t i = 0; i < a->order->n_breaks; i++)
		if ((order = break_cmp(a, b, &a->order->breaks[i])) != 0) {
			*what = names[a->order->breaks[i].key];
			return (order);
		}
	*what = T("Søknadsnummer");
	return (strcmp(a->row.number, b->row.number));
}

static int
qsort_cmp(const void *a, const void *b)
{
	const char *what;

	return (entry_cmp(a, b, &what));
}

/* The draw's order of an application: nobody can foresee it without the seed, anyone can check it with it. */
static const char *
draw_of(struct arena *arena, const char *seed, const char *number)
{
	const char *parts[] = { seed, number };

	return (seed == NULL ? NULL : crypto_sha256_parts(arena, parts, 2));
}

void
ranking_order(struct ranked *list, size_t n, const struct ranking_tie_break *breaks, size_t n_breaks, const char *seed,
    struct arena *arena, enum lang lang)
{
	struct order order = { breaks, n_breaks };
	struct entry *entries = arena_array(arena, n, sizeof(*entries));

	for (size_t i = 0; i < n; i++)
		entries[i] = (struct entry){ list[i], draw_of(arena, seed, list[i].number), &order };
	if (n > 1)
		qsort(entries, n, sizeof(*entries), qsort_cmp);
	for (size_t i = 0; i < n; i++) {
		const char *what = NULL;

		if (i > 0)
			(void)entry_cmp(&entries[i - 1], &entries[i], &what);
		list[i] = entries[i].row;
		list[i].rank = (int)i + 1;
		list[i].decided = tr(lang, what);
	}
}

const char *
ranking_seed(struct arena *arena, const struct scheme *scheme, int64_t call_id)
{
	return (scheme->draw_seed == NULL ? NULL : arena_printf(arena, "%s/%" PRId64, scheme->draw_seed, call_id));
}

static const char *
tie_break_text(const struct ranking_tie_break *by, enum lang lang)
{
	static const char *const texts[][2] = {
		[RANK_MUNICIPALITIES] = { T("færrest kommuner"), T("flest kommuner") },
		[RANK_APPLIED] = { T("minst søkt sum"), T("størst søkt sum") },
		[RANK_SUBMITTED] = { T("tidligst sendt"), T("senest sendt") },
		[RANK_DRAW] = { T("loddtrekning"), T("loddtrekning") },
	};

	return (tr(lang, texts[by->key][by->descending]));
}

const char *
ranking_tie_breaks_text(struct arena *arena, const struct scheme *scheme, enum lang lang)
{
	struct buf list = buf_new(arena);

	if (scheme->n_tie_breaks == 0)
		return ("");
	for (size_t i = 0; i < scheme->n_tie_breaks; i++)
		buf_printf(&list, "%s%s", i == 0 ? "" : ", ", tie_break_text(&scheme->tie_breaks[i], lang));
	if (scheme->draw_seed == NULL)
		return (tr_printf(arena, lang, "Står søknader likt, går de i rekkefølge etter: %s.", buf_text(&list)));
	return (
	    tr_printf(arena, lang, "Står søknader likt, går de i rekkefølge etter: %s. Loddet trekkes av ordene «%s».",
		buf_text(&list), scheme->draw_seed));
}
