/* allocation.c — adds a list up against its frame, and says what keeps it from being locked. */
#include "domain/allocation.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"

#define WHOLE_BP 10000

static money
row_sum(const struct allocation_row *row)
{
	return (row->decided ? row->awarded : row->proposed);
}

/* The first row in rank whose sum, on top of those before it, passes the frame. */
static size_t
cut_of(money frame, const struct allocation_row *rows, size_t n)
{
	money sum = MONEY_ZERO;

	for (size_t i = 0; i < n; i++) {
		sum = money_add(sum, row_sum(&rows[i]));
		if (money_cmp(sum, frame) > 0)
			return (i);
	}
	return (n);
}

static int
width_bp(money part, money whole)
{
	return (whole.ore > 0 ? (int)((__int128)part.ore * WHOLE_BP / whole.ore) : 0);
}

void
allocation_bar(struct frame_bar *out, struct arena *arena, money frame, const struct allocation_row *rows, size_t n,
    enum lang lang)
{
	money sum, left, whole;

	memset(out, 0, sizeof(*out));
	out->frame = frame;
	for (size_t i = 0; i < n; i++) {
		money *to = rows[i].decided ? &out->awarded : &out->proposed;

		*to = money_add(*to, row_sum(&rows[i]));
	}
	sum = money_add(out->awarded, out->proposed);
	left = money_sub(frame, sum);
	whole = money_max(frame, sum);
	if (left.ore >= 0)
		out->free = left;
	else
		out->over = (money){ -left.ore };
	out->awarded_bp = width_bp(out->awarded, whole);
	out->proposed_bp = width_bp(out->proposed, whole);
	out->cut = cut_of(frame, rows, n);
	out->text = left.ore >= 0 ? tr_printf(arena, lang, "Ledig: %s av %s", money_show(arena, out->free),
					money_show(arena, frame))
				  : tr_printf(arena, lang, "Forslagene er %s over rammen på %s.",
					money_show(arena, out->over), money_show(arena, frame));
}

/* --- one proposal ------------------------------------------------------------------------------------------------ */

struct row_check {
	struct messages *out;
	const struct allocation_row *row;
	enum lang lang;
};

static void
tell(const struct row_check *c, const char *part, const char *text)
{
	messages_add_about(c->out, MESSAGE_ERROR, "",
	    arena_printf(c->out->arena, "%lld.%s", (long long)c->row->id, part), c->row->number, text);
}

static bool
gives_money(enum outcome outcome)
{
	return (outcome == OUTCOME_GRANTED || outcome == OUTCOME_PARTLY_GRANTED);
}

/* A sum and an outcome that say different things. */
static void
check_outcome(const struct row_check *c)
{
	const struct allocation_row *row = c->row;
	struct arena *arena = c->out->arena;

	if (gives_money(row->outcome) && row->proposed.ore <= 0)
		tell(c, "sum", tr(c->lang, "Skriv summen som skal gis, i hele kroner, eller velg avslag."));
	else if (!gives_money(row->outcome) && row->outcome != OUTCOME_NONE && row->proposed.ore > 0)
		tell(c, "sum",
		    tr(c->lang, "Et avslag og en avvisning gir ingen sum. Ta bort summen, eller velg innvilget."));
	else if (row->unasked && row->outcome == OUTCOME_PARTLY_GRANTED)
		tell(c, "outcome",
		    tr(c->lang, "Søkerne ber ikke om noen sum her, og da er det ingen del av den. Velg innvilget."));
	else if (row->unasked)
		return;
	else if (row->outcome == OUTCOME_GRANTED && money_cmp(row->proposed, row->applied) < 0)
		tell(c, "outcome",
		    tr_printf(arena, c->lang, "Summen er lavere enn de %s det er søkt om. Velg delvis innvilget.",
			money_show(arena, row->applied)));
	else if (row->outcome == OUTCOME_PARTLY_GRANTED && money_cmp(row->proposed, row->applied) >= 0)
		tell(c, "outcome", tr(c->lang, "Summen er alt det er søkt om. Velg innvilget."));
}

/* A machine finds what no reason can mend; an assessor may mend the finding. */
static void
check_refused(const struct row_check *c)
{
	if (c->row->refused != NULL && gives_money(c->row->outcome))
		tell(c, "outcome",
		    tr_printf(c->out->arena, c->lang, "%s Foreslå avslag, eller endre vurderingen.", c->row->refused));
}

static void
check_sum(const struct row_check *c)
{
	const struct allocation_row *row = c->row;
	struct arena *arena = c->out->arena;

	enum amount_verdict verdict = amount_check(&row->bounds, row->proposed);

	if (row->proposed.ore <= 0)
		return;
	if (!row->unasked && money_cmp(row->proposed, row->applied) > 0)
		tell(c, "sum",
		    tr_printf(arena, c->lang, "Det er søkt om %s. Foreslå ikke mer enn det.",
			money_show(arena, row->applied)));
	else if (verdict == AMOUNT_OVER_FIRM)
		tell(c, "sum", amount_verdict_text(arena, verdict, &row->bounds, c->lang));
	else if (verdict != AMOUNT_WITHIN && text_blank(row->departure))
		tell(c, "departure", amount_verdict_text(arena, verdict, &row->bounds, c->lang));
}

void
allocation_check_row(struct messages *out, const struct allocation_row *row, enum lang lang)
{
	struct row_check c = { out, row, lang };

	if (row->decided)
		return;
	check_outcome(&c);
	check_refused(&c);
	/* What is worked out keeps to its own limits. */
	if (!row->computed)
		check_sum(&c);
}

/* --- the whole list ---------------------------------------------------------------------------------------------- */

static void
check_complete(const struct row_check *c)
{
	if (c->row->outcome == OUTCOME_NONE)
		tell(c, "outcome", tr(c->lang, "Foreslå innvilget, delvis innvilget, avslag eller avvist."));
	else if (c->row->outcome != OUTCOME_GRANTED && text_blank(c->row->reason))
		tell(c, "reason", tr(c->lang, "Skriv en begrunnelse. Søkeren får den i vedtaksbrevet."));
}

/* What was worked out before something changed is worked out again. */
static void
check_computed(const struct row_check *c)
{
	if (c->row->computed && c->row->outcome != OUTCOME_NONE && money_cmp(c->row->proposed, c->row->share) != 0)
		tell(c, "sum",
		    tr_printf(c->out->arena, c->lang,
			"Noe er endret siden summene ble regnet ut. Nå blir det %s. Regn ut fordelingen på nytt.",
			money_show(c->out->arena, c->row->share)));
}

static void
tell_list(struct messages *out, const char *path, const char *text)
{
	messages_add(out, MESSAGE_ERROR, "", path, text);
}

void
allocation_check_lock(struct messages *out, const struct frame_bar *bar, const struct allocation_row *rows, size_t n,
    size_t unfinished, enum lang lang)
{
	if (n == 0)
		tell_list(out, "list", tr(lang, "Listen er tom. Vurder minst én søknad før du låser den."));
	if (unfinished > 0)
		tell_list(out, "list",
		    arena_printf(out->arena,
			tr_plural(lang, "%d søknad er ikke ferdig vurdert. Vurder den ferdig før du låser listen.",
			    "%d søknader er ikke ferdig vurdert. Vurder dem ferdig før du låser listen.",
			    (int64_t)unfinished),
			(int)unfinished));
	for (size_t i = 0; i < n; i++) {
		struct row_check c = { out, &rows[i], lang };

		if (rows[i].decided)
			continue;
		check_complete(&c);
		check_computed(&c);
		allocation_check_row(out, &rows[i], lang);
	}
	if (bar->over.ore > 0)
		tell_list(out, "frame",
		    tr_printf(out->arena, lang,
			"Forslagene er %s over rammen. Sett ned eller ta bort forslag for minst så mye.",
			money_show(out->arena, bar->over)));
}
