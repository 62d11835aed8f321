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
value_cmp(const struct ranked_value *a, const struct ranked_value *b, bool descending)
{
	if (a->known != b->known)
		return (a->known ? -1 : 1);
	return (descending ? cmp(b->micro, a->micro) : cmp(a->micro, b->micro));
}

static int
break_cmp(const struct entry *a, const struct entry *b, size_t i)
{
	static const struct ranked_value unknown;
	const struct ranking_tie_break *by = &a->order->breaks[i];
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
	case RANK_FIRST_APPLIED:
		order = cmp(a->row.first_applied, b->row.first_applied);
		break;
	case RANK_YEARS_APPLIED:
		order = cmp(a->row.years_applied, b->row.years_applied);
		break;
	case RANK_TEST: /* true first */
	case RANK_NUMBER:
		return (value_cmp(a->row.values == NULL ? &unknown : &a->row.values[i],
		    b->row.values == NULL ? &unknown : &b->row.values[i], by->key == RANK_TEST || by->descending));
	case RANK_DRAW:
		return (a->draw != NULL && b->draw != NULL ? strcmp(a->draw, b->draw) : 0);
	}
	return (by->descending ? -order : order);
}

/* What a tie-break is called when it sets two apart. */
static const char *
break_name(const struct ranking_tie_break *by, enum lang lang)
{
	static const char *const names[] = {
		[RANK_MUNICIPALITIES] = T("Antall kommuner"),
		[RANK_APPLIED] = T("Søkt sum"),
		[RANK_SUBMITTED] = T("Sendt"),
		[RANK_FIRST_APPLIED] = T("Første år med søknad"),
		[RANK_YEARS_APPLIED] = T("Antall år med søknad"),
		[RANK_DRAW] = T("Loddtrekning"),
	};

	if (by->key == RANK_TEST || by->key == RANK_NUMBER)
		return (lang_pick(&by->text, lang));
	return (tr(lang, names[by->key]));
}

/* What the scheme sets above its tie-breaks; what is left alone when they agree. */
static int
above_cmp(const struct ranked *a, const struct ranked *b, const char **what)
{
	const struct {
		int order;
		const char *what;
	} keys[] = {
		{ cmp(a->dismissed, b->dismissed), T("Ikke vurdert") },
		{ cmp(a->rejected, b->rejected), T("Krav som ikke er oppfylt") },
		{ cmp(a->rung, b->rung), T("Prioritet") },
		{ cmp(b->has_total, a->has_total), T("Poengsum") },
		{ a->has_total ? cmp(b->total_micro, a->total_micro) : 0, T("Poengsum") },
		{ cmp(b->n_should, a->n_should), T("Ønsker som er oppfylt") },
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (keys[i].order != 0) {
			*what = keys[i].what;
			return (keys[i].order);
		}
	return (0);
}

/* What sets two apart; what says by what, in the reader's language. */
static int
entry_cmp(const struct entry *a, const struct entry *b, const char **what, enum lang lang)
{
	const char *above;
	int order;

	if ((order = above_cmp(&a->row, &b->row, &above)) != 0) {
		*what = tr(lang, above);
		return (order);
	}
	for (size_t i = 0; i < a->order->n_breaks; i++)
		if ((order = break_cmp(a, b, i)) != 0) {
			*what = break_name(&a->order->breaks[i], lang);
			return (order);
		}
	*what = tr(lang, "Søknadsnummer");
	return (strcmp(a->row.number, b->row.number));
}

static int
qsort_cmp(const void *a, const void *b)
{
	const char *what;

	return (entry_cmp(a, b, &what, LANG_NB));
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
		const char *what = "";

		if (i > 0)
			(void)entry_cmp(&entries[i - 1], &entries[i], &what, lang);
		list[i] = entries[i].row;
		list[i].rank = (int)i + 1;
		list[i].decided = what;
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
		[RANK_FIRST_APPLIED] = { T("lengst siden første søknad"), T("kortest siden første søknad") },
		[RANK_YEARS_APPLIED] = { T("søkt færrest år"), T("søkt flest år") },
		[RANK_DRAW] = { T("loddtrekning"), T("loddtrekning") },
	};

	if (by->key == RANK_TEST || by->key == RANK_NUMBER)
		return (lang_pick(&by->text, lang));
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
