/* call_words.c — a call's deadline in words, for each kind of call and each moment of its life. */
#include "core/catalogue.h"
#include "core/text.h"
#include "domain/call.h"

char *
lead_text(struct arena *arena, struct call_lead lead, enum lang lang)
{
	switch (lead.unit) {
	case CALL_UNIT_MONTHS:
		return (arena_printf(arena, tr_plural(lang, "%d måned", "%d måneder", lead.count), lead.count));
	case CALL_UNIT_WEEKS:
		return (arena_printf(arena, tr_plural(lang, "%d uke", "%d uker", lead.count), lead.count));
	default:
		return (arena_printf(arena, tr_plural(lang, "%d dag", "%d dager", lead.count), lead.count));
	}
}

static const char *
weekday_name(struct date day, enum lang lang)
{
	/* 1 January 1970 was a Thursday. */
	static const char *const names[] = { T("torsdag"), T("fredag"), T("lørdag"), T("søndag"), T("mandag"),
		T("tirsdag"), T("onsdag") };

	return (tr(lang, names[((date_days(day) % 7) + 7) % 7]));
}

/* "tirsdag 1. november 2026 kl. 23.59" */
static char *
with_weekday(struct arena *arena, instant closes_at, enum lang lang)
{
	return (arena_printf(
	    arena, "%s %s", weekday_name(deadline_day(closes_at), lang), deadline_text(arena, closes_at, lang)));
}

const char *
call_name(struct arena *arena, const struct call *call, enum lang lang)
{
	const char *own = lang_pick(&call->title, lang);

	if (*own != '\0')
		return (own);
	if (call->extra)
		return (tr_printf(arena, lang, "Ekstrautlysning %d", call->year));
	return (tr_printf(arena, lang, "Utlysning %d, runde %d", call->year, call->round));
}

const char *
call_body_text(enum call_body body, enum lang lang)
{
	static const char *const names[CALL_BODY__MAX] = { [CALL_BODY_MUNICIPALITY] = T("Kommunens frist"),
		[CALL_BODY_STATE] = T("Statens frist"),
		[CALL_BODY_OTHER] = T("Frist hos andre") };

	return (tr(lang, names[body]));
}

/* --- for everyone ------------------------------------------------------------------------------------------------ */

static char *
open_short(struct arena *arena, const struct call *call, instant at, enum lang lang)
{
	if (call->kind == CALL_MAIN_THEN_CONTINUOUS && call_in_round(call, at))
		return (tr_printf(
		    arena, lang, "Frist %s, deretter løpende", deadline_text(arena, call->main_closes_at, lang)));
	if (call->kind == CALL_RELATIVE)
		return (tr_printf(
		    arena, lang, "Søk senest %s før aktiviteten starter", lead_text(arena, call->before_start, lang)));
	if (call->kind == CALL_FIXED)
		return (tr_printf(arena, lang, "Frist %s", deadline_text(arena, call->closes_at, lang)));
	return (arena_strdup(arena, tr(lang, "Løpende, til pengene er brukt")));
}

char *
call_when_short(struct arena *arena, const struct call *call, instant at, enum lang lang)
{
	switch (call_phase(call, at)) {
	case CALL_PHASE_COMING:
		return (tr_printf(arena, lang, "Åpner %s", instant_long(arena, call->opens_at, lang)));
	case CALL_PHASE_OPEN:
		return (open_short(arena, call, at, lang));
	case CALL_PHASE_USED_UP:
		return (arena_strdup(arena, tr(lang, "Pengene er brukt opp")));
	case CALL_PHASE_ON_HOLD:
		return (arena_strdup(arena, tr(lang, "Utlysningen er satt på vent")));
	case CALL_PHASE_CANCELLED:
		return (arena_strdup(arena, tr(lang, "Utlysningen er avlyst")));
	default:
		return (tr_printf(arena, lang, "Fristen gikk ut %s", deadline_text(arena, call->closes_at, lang)));
	}
}

const char *
call_phase_text(const struct call *call, instant at, enum lang lang)
{
	static const char *const names[] = { [CALL_PHASE_COMING] = T("Åpner snart"),
		[CALL_PHASE_OPEN] = T("Åpen for søknader"),
		[CALL_PHASE_PASSED] = T("Fristen har gått ut"),
		[CALL_PHASE_USED_UP] = T("Pengene er brukt opp"),
		[CALL_PHASE_ON_HOLD] = T("Utlysningen er satt på vent"),
		[CALL_PHASE_CANCELLED] = T("Utlysningen er avlyst") };

	return (tr(lang, names[call_phase(call, at)]));
}

static char *
relative_long(struct arena *arena, const struct call *call, enum lang lang)
{
	return (tr_printf(arena, lang,
	    "Søk senest %s før aktiviteten starter. Vi tar imot søknader til pengene er brukt, og ikke lenger enn til "
	    "%s.",
	    lead_text(arena, call->before_start, lang), with_weekday(arena, call->closes_at, lang)));
}

static char *
continuous_long(struct arena *arena, const struct call *call, enum lang lang)
{
	const char *told =
	    tr_printf(arena, lang, "Løpende: Søk når som helst til pengene er brukt, og ikke senere enn %s.",
		with_weekday(arena, call->closes_at, lang));

	if (call->before_start.count == 0)
		return (arena_strdup(arena, told));
	return (arena_printf(arena, "%s %s", told,
	    tr_printf(arena, lang, "Søknaden må komme senest %s før aktiviteten starter.",
		lead_text(arena, call->before_start, lang))));
}

static char *
open_long(struct arena *arena, const struct call *call, instant at, enum lang lang)
{
	if (call->kind == CALL_FIXED)
		return (tr_printf(arena, lang, "Fristen er %s.", with_weekday(arena, call->closes_at, lang)));
	if (call->kind == CALL_RELATIVE)
		return (relative_long(arena, call, lang));
	if (call_in_round(call, at))
		return (tr_printf(arena, lang,
		    "Fristen er %s. Er det penger igjen etterpå, kan dere søke løpende til de er brukt.",
		    with_weekday(arena, call->main_closes_at, lang)));
	return (continuous_long(arena, call, lang));
}

char *
call_when_long(struct arena *arena, const struct call *call, instant at, enum lang lang)
{
	switch (call_phase(call, at)) {
	case CALL_PHASE_COMING:
		return (tr_printf(arena, lang, "Dere kan søke fra %s. %s", instant_long(arena, call->opens_at, lang),
		    open_long(arena, call, call->opens_at, lang)));
	case CALL_PHASE_OPEN:
		return (open_long(arena, call, at, lang));
	case CALL_PHASE_ON_HOLD:
		return (tr_printf(arena, lang, "Etter planen kan dere søke fra %s. Fristen er ikke bestemt.",
		    instant_long(arena, call->opens_at, lang)));
	case CALL_PHASE_PASSED:
		return (tr_printf(arena, lang, "Fristen var %s.", with_weekday(arena, call->closes_at, lang)));
	case CALL_PHASE_USED_UP:
		return (arena_strdup(arena, tr(lang, "Hele rammen er delt ut.")));
	default:
		return (arena_strdup(arena, ""));
	}
}

char *
call_deadline_fact(struct arena *arena, const struct call *call, enum lang lang)
{
	if (call->kind == CALL_FIXED)
		return (deadline_text(arena, call->closes_at, lang));
	if (call->kind == CALL_MAIN_THEN_CONTINUOUS)
		return (
		    tr_printf(arena, lang, "%s, deretter løpende", deadline_text(arena, call->main_closes_at, lang)));
	if (call->kind == CALL_RELATIVE)
		return (
		    tr_printf(arena, lang, "%s før aktiviteten starter", lead_text(arena, call->before_start, lang)));
	return (arena_strdup(arena, tr(lang, "Løpende, til pengene er brukt")));
}

/* --- for those who write ----------------------------------------------------------------------------------------- */

/* When the activity's own deadline is the one that counts. */
static bool
by_lead(const struct call *call, struct date start)
{
	return (call->before_start.count > 0 && !date_none(start) &&
		call_due_at(call, start) != call_due_at(call, (struct date){ 0 }));
}

static char *
open_sentence(struct arena *arena, const struct call *call, struct date start, instant at, enum lang lang)
{
	instant due = call_due_at(call, start);

	if (call->before_start.count > 0 && date_none(start))
		return (tr_printf(arena, lang, "Send søknaden senest %s før aktiviteten starter.",
		    lead_text(arena, call->before_start, lang)));
	if (by_lead(call, start))
		return (tr_printf(arena, lang, "Fristen er %s (%s), %s før aktiviteten starter.",
		    deadline_text(arena, due, lang), deadline_left_text(arena, due, at, lang),
		    lead_text(arena, call->before_start, lang)));
	if (call->kind == CALL_FIXED || call->kind == CALL_RELATIVE)
		return (tr_printf(arena, lang, "Fristen er %s (%s).", deadline_text(arena, due, lang),
		    deadline_left_text(arena, due, at, lang)));
	if (call_in_round(call, at))
		return (tr_printf(arena, lang, "Fristen er %s (%s). Deretter kan dere søke løpende.",
		    deadline_text(arena, call->main_closes_at, lang),
		    deadline_left_text(arena, call->main_closes_at, at, lang)));
	return (tr_printf(
	    arena, lang, "Søk før pengene er brukt opp, og ikke senere enn %s.", deadline_text(arena, due, lang)));
}

char *
call_deadline_sentence(struct arena *arena, const struct call *call, struct date start, instant at, enum lang lang)
{
	enum call_phase phase = call_phase(call, at);

	if (phase == CALL_PHASE_CANCELLED || phase == CALL_PHASE_ON_HOLD || phase == CALL_PHASE_USED_UP)
		return (arena_printf(arena, "%s.", call_when_short(arena, call, at, lang)));
	if (at >= call_due_at(call, start))
		return (tr_printf(
		    arena, lang, "Fristen gikk ut %s.", deadline_text(arena, call_due_at(call, start), lang)));
	return (open_sentence(arena, call, start, at, lang));
}

const char *
call_late_warning(struct arena *arena, const struct call *call, struct date start, instant at, enum lang lang)
{
	if (call_phase(call, at) == CALL_PHASE_USED_UP)
		return (tr(lang, "Pengene er brukt opp. Dere kan sende søknaden likevel. Den blir registrert som for "
				 "sen, og en saksbehandler vurderer om den kan tas med."));
	if (by_lead(call, start))
		return (tr_printf(arena, lang,
		    "Søknaden skulle kommet senest %s før aktiviteten starter, altså %s. Dere kan sende den likevel. "
		    "Den blir "
		    "registrert som for sen, og en saksbehandler vurderer om den kan tas med.",
		    lead_text(arena, call->before_start, lang),
		    date_long(arena, deadline_day(call_due_at(call, start)), lang)));
	return (tr(lang, "Fristen har gått ut. Dere kan sende søknaden likevel. Den blir registrert som for "
			 "sen, og en saksbehandler vurderer om den kan tas med."));
}
