/* sharing_tell.c — how each part was reckoned, line by line, and the rule itself in words. */
#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "domain/sharing_parts.h"

/* --- the story of a part ----------------------------------------------------------------------------------------- */

#define SAY(s, ...) tr_printf((s)->arena, (s)->lang, __VA_ARGS__)

static void
tell(struct share_claim *claim, const char *text, money sum)
{
	claim->lines[claim->n_lines++] = (struct share_line){ text, sum };
}

static const char *
micro_text(struct arena *arena, int64_t micro)
{
	const char *text = expr_number_text(arena, (expr_number)micro * (EXPR_ONE / 1000000));

	return (strchr(text, '.') == NULL ? money_count(arena, micro / 1000000) : text);
}

static const char *
split_name(const struct sharing *s, const struct scheme_split *split)
{
	static const char *const names[] = {
		[SPLIT_EQUAL] = T("Likt til alle"),
		[SPLIT_COUNT] = T("Etter antall"),
		[SPLIT_PARTS] = T("Etter deler"),
	};
	const char *own = lang_pick(&split->name, s->lang);

	return (*own != '\0' ? own : tr(s->lang, names[split->by]));
}

static void
tell_split(const struct sharing *s, struct entry *e, size_t k)
{
	const struct pot_state *state = &s->pots[e->pot];
	const struct scheme_split *split = &state->pot->splits[k];
	const char *name = split_name(s, split), *share = share_text(s->arena, split->share, s->lang);
	const char *pool = money_show(s->arena, state->pool), *sum = money_show(s->arena, e->parts[k]);

	if (split->by == SPLIT_EQUAL)
		tell(e->claim, SAY(s, "%s: %s av %s delt på %zu = %s", name, share, pool, state->n_free, sum),
		    e->parts[k]);
	else
		tell(e->claim,
		    SAY(s, "%s: %s av %s, %s av %s = %s", name, share, pool, micro_text(s->arena, e->counts[k]),
			micro_text(s->arena, state->totals[k]), sum),
		    e->parts[k]);
}

static void
tell_held(const struct sharing *s, struct entry *e)
{
	const struct scheme_pot *pot = s->pots[e->pot].pot;
	const char *sum = money_show(s->arena, e->sum);

	if (e->held == HELD_MOST)
		tell(e->claim, SAY(s, "Det meste dere kan få: %s. Resten er delt på de andre etter samme nøkkel.", sum),
		    e->sum);
	else if (e->held == HELD_LEAST)
		tell(e->claim, SAY(s, "Hevet til det minste som gis: %s", sum), e->sum);
	else
		tell(e->claim,
		    SAY(s, "Delen blir under %s, som er det minste som gis. Da gis det ikke noe.",
			money_show(s->arena, pot->min)),
		    e->sum);
}

static void
tell_rounding(const struct sharing *s, struct entry *e)
{
	money step = s->scheme->sharing.round;

	if (money_cmp(e->sum, e->claim->sum) != 0)
		tell(e->claim,
		    SAY(s, "Avrundet til hele %s: %s", money_show(s->arena, step), money_show(s->arena, e->claim->sum)),
		    e->claim->sum);
}

void
share_tell(const struct sharing *s, struct entry *e)
{
	const struct scheme_pot *pot = s->pots[e->pot].pot;
	struct buf text = buf_new(s->arena);

	e->claim->lines = arena_array(s->arena, pot->n_splits + 3, sizeof(*e->claim->lines));
	if (s->n_pots > 1)
		tell(e->claim,
		    SAY(s, "%s: %s av rammen", lang_pick(&pot->name, s->lang),
			share_text(s->arena, pot->share, s->lang)),
		    s->pots[e->pot].frame);
	for (size_t k = 0; e->held == HELD_NOT && k < pot->n_splits; k++)
		tell_split(s, e, k);
	if (e->held != HELD_NOT)
		tell_held(s, e);
	tell_rounding(s, e);
	for (size_t i = 0; i < e->claim->n_lines; i++)
		buf_printf(&text, "%s%s.", i == 0 ? "" : " ", e->claim->lines[i].text);
	e->claim->text = arena_strdup(s->arena, buf_text(&text));
}

void
share_tell_none(struct share_claim *claim, struct arena *arena, enum lang lang)
{
	claim->lines = arena_array(arena, 1, sizeof(*claim->lines));
	tell(claim, tr(lang, "Søknaden hører ikke til noen av pottene rammen deles i, og får ikke noe"), MONEY_ZERO);
	claim->text = arena_printf(arena, "%s.", claim->lines[0].text);
}

const char *
share_result_text(const struct sharing *s, const struct sharing_result *result)
{
	const char *rule = sharing_text(s->arena, s->scheme, s->lang);

	if (result->left.ore == 0)
		return (SAY(s, "%s Fordelt: %s på %zu søknader. Ingenting står igjen.", rule,
		    money_show(s->arena, result->given), s->n));
	return (SAY(s, "%s Fordelt: %s på %zu søknader. %s av rammen står igjen.", rule,
	    money_show(s->arena, result->given), s->n, money_show(s->arena, result->left)));
}

/* --- the rule in words ------------------------------------------------------------------------------------------- */

static void
split_told(struct buf *to, const struct sharing *s, const struct scheme_pot *pot, size_t k)
{
	if (pot->n_splits == 1)
		buf_puts(to, split_name(s, &pot->splits[k]));
	else
		buf_printf(to, "%s%s %s", k == 0 ? "" : ", ", share_text(s->arena, pot->splits[k].share, s->lang),
		    split_name(s, &pot->splits[k]));
}

static void
pot_told(struct buf *to, const struct sharing *s, const struct scheme_pot *pot)
{
	struct buf splits = buf_new(s->arena);

	for (size_t k = 0; k < pot->n_splits; k++)
		split_told(&splits, s, pot, k);
	buf_puts(to, SAY(s, " %s: %s av rammen (%s).", lang_pick(&pot->name, s->lang),
			 share_text(s->arena, pot->share, s->lang), buf_text(&splits)));
}

const char *
sharing_text(struct arena *arena, const struct scheme *scheme, enum lang lang)
{
	struct sharing s = { .arena = arena, .scheme = scheme, .lang = lang };
	struct buf text = buf_new(arena);

	if (scheme->distribution == DISTRIBUTION_EVERYONE)
		return (
		    scheme->sharing.gives_amount
			? tr(lang, "Alle som fyller vilkårene, får det ordningen gir. Er rammen for liten, blir alle "
				   "satt ned med samme prosent.")
			: tr(lang, "Alle som fyller vilkårene, får like mye av rammen."));
	buf_puts(&text, tr(lang, "Rammen blir delt etter en fast nøkkel."));
	for (size_t p = 0; p < scheme->sharing.n_pots; p++)
		pot_told(&text, &s, &scheme->sharing.pots[p]);
	return (arena_strdup(arena, buf_text(&text)));
}
