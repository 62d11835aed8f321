/* call_diff.c — holds calls as they stand against a document, aspect by aspect, in words for those who write them. */
#include "domain/call_diff.h"

#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/text.h"
#include "domain/earmark.h"

/* One side of a comparison. */
struct side {
	struct arena *arena;
	enum lang lang;
	const struct call *call;
	const struct call_notes *notes;
};

/* ------------------------------------------------------------------------------------------ aspects in words */

static const char *
tell_title(const struct side *s)
{
	return (lang_pick(&s->call->title, s->lang));
}

static const char *
tell_kind(const struct side *s)
{
	static const char *const names[CALL_KIND__MAX] = { [CALL_FIXED] = T("én frist"),
		[CALL_CONTINUOUS] = T("fortløpende til pengene er brukt opp"),
		[CALL_MAIN_THEN_CONTINUOUS] = T("en hovedrunde, så fortløpende"),
		[CALL_RELATIVE] = T("en tid før tiltaket begynner") };

	return (tr(s->lang, names[s->call->kind]));
}

static const char *
tell_extra(const struct side *s)
{
	return (s->call->extra ? tr(s->lang, "ja") : "");
}

static const char *
tell_opens(const struct side *s)
{
	return (instant_long(s->arena, s->call->opens_at, s->lang));
}

static const char *
tell_closes(const struct side *s)
{
	return (deadline_text(s->arena, s->call->closes_at, s->lang));
}

static const char *
tell_main(const struct side *s)
{
	return (s->call->main_closes_at == 0 ? "" : deadline_text(s->arena, s->call->main_closes_at, s->lang));
}

static const char *
tell_lead(const struct side *s)
{
	return (s->call->before_start.count == 0 ? "" : lead_text(s->arena, s->call->before_start, s->lang));
}

static const char *
tell_covers(const struct side *s)
{
	if (date_none(s->call->covers_from))
		return ("");
	return (arena_printf(
	    s->arena, "%s – %s", date_short(s->arena, s->call->covers_from), date_short(s->arena, s->call->covers_to)));
}

static const char *
tell_frame(const struct side *s)
{
	if (*s->call->frame_owner != '\0')
		return (tr_printf(s->arena, s->lang, "%s, felles med %s", money_show(s->arena, s->call->frame),
		    s->call->frame_owner));
	return (s->call->frame.ore == 0 ? "" : money_show(s->arena, s->call->frame));
}

static const char *
tell_earmarks(const struct side *s)
{
	return (call_earmarks_text(s->arena, s->call->earmarks, s->lang));
}

static const char *
tell_conditional(const struct side *s)
{
	return (s->call->conditional ? tr(s->lang, "ja") : "");
}

static const char *
tell_answer(const struct side *s)
{
	return (date_none(s->call->answer_by) ? "" : date_long(s->arena, s->call->answer_by, s->lang));
}

static const char *
tell_weeks(const struct side *s)
{
	return (s->call->answer_weeks == 0
		    ? ""
		    : lead_text(s->arena, (struct call_lead){ s->call->answer_weeks, CALL_UNIT_WEEKS }, s->lang));
}

static const char *
tell_contact(const struct side *s)
{
	return (arena_printf(
	    s->arena, "%s, %s, %s", s->call->contact_name, s->call->contact_phone, s->call->contact_email));
}

static const char *
tell_message(const struct side *s)
{
	return (lang_pick(&s->notes->message, s->lang));
}

static const char *
tell_condition(const struct side *s)
{
	return (lang_pick(&s->notes->condition, s->lang));
}

static const char *
tell_changed(const struct side *s)
{
	return (lang_pick(&s->notes->changed, s->lang));
}

static const char *
tell_status(const struct side *s)
{
	static const char *const names[CALL_STATUS__MAX] = { [CALL_ON_HOLD] = T("satt på vent"),
		[CALL_CANCELLED] = T("avlyst"),
		[CALL_USED_UP] = T("stanset fordi pengene er brukt opp") };
	const char *why = lang_pick(&s->notes->status, s->lang);

	if (s->call->status == CALL_ANNOUNCED)
		return ("");
	return (arena_printf(s->arena, "%s%s%s", tr(s->lang, names[s->call->status]), *why == '\0' ? "" : ": ", why));
}

static const char *
tell_extended(const struct side *s)
{
	struct buf out = buf_new(s->arena);

	for (size_t i = 0; i < s->notes->n_extended; i++)
		buf_printf(&out, "%s%s (%s)", i == 0 ? "" : "; ",
		    deadline_text(s->arena, s->notes->extended[i].from, s->lang),
		    lang_pick(&s->notes->extended[i].why, s->lang));
	return (arena_strdup(s->arena, buf_text(&out)));
}

static const char *
tell_upstream(const struct side *s)
{
	struct buf out = buf_new(s->arena);

	for (size_t i = 0; i < s->notes->n_upstream; i++) {
		const struct call_upstream *at = &s->notes->upstream[i];

		buf_printf(&out, "%s%s %s: %s", i == 0 ? "" : "; ", call_body_text(at->body, s->lang),
		    date_none(at->closes_on) ? "" : date_long(s->arena, at->closes_on, s->lang),
		    lang_pick(&at->text, s->lang));
	}
	return (arena_strdup(s->arena, buf_text(&out)));
}

/* In the order people ask. */
static const struct {
	const char *label;
	const char *(*tell)(const struct side *);
} aspects[] = {
	{ T("Utlysningen"), tell_status },
	{ T("Navn"), tell_title },
	{ T("Type frist"), tell_kind },
	{ T("Ekstra utlysning"), tell_extra },
	{ T("Åpner"), tell_opens },
	{ T("Frist"), tell_closes },
	{ T("Frist for hovedrunden"), tell_main },
	{ T("Frister som er utsatt"), tell_extended },
	{ T("Tid før tiltaket begynner"), tell_lead },
	{ T("Når tiltakene foregår"), tell_covers },
	{ T("Ramme"), tell_frame },
	{ T("Øremerket"), tell_earmarks },
	{ T("Forbehold om bevilgning"), tell_conditional },
	{ T("Hva rammen avhenger av"), tell_condition },
	{ T("Svar senest"), tell_answer },
	{ T("Svar etter"), tell_weeks },
	{ T("Melding til søkerne"), tell_message },
	{ T("Grunn til annen frist enn vanlig"), tell_changed },
	{ T("Frist hos andre"), tell_upstream },
	{ T("Kontaktperson"), tell_contact },
};

#define N_ASPECTS (sizeof(aspects) / sizeof(aspects[0]))

/* ------------------------------------------------------------------------------------------ one call */

static const char *
sentence(const struct side *s, const char *label, const char *was, const char *is)
{
	label = tr(s->lang, label);
	if (*was == '\0')
		return (tr_printf(s->arena, s->lang, "%s: %s.", label, is));
	if (*is == '\0')
		return (tr_printf(s->arena, s->lang, "%s: tatt bort. Før: %s.", label, was));
	return (tr_printf(s->arena, s->lang, "%s: %s. Før: %s.", label, is, was));
}

/* What an applicant loses by: less money, less time, or no call at all. */
static bool
is_stricter(const char *const label, const struct call *was, const struct call *is)
{
	if (label == aspects[0].label)
		return (is->status != CALL_ANNOUNCED);
	if (strcmp(label, "Ramme") == 0)
		return (money_cmp(is->frame, was->frame) < 0);
	/* What is kept for some is taken from the others who have applied. */
	if (strcmp(label, "Øremerket") == 0)
		return (true);
	if (strcmp(label, "Frist") == 0)
		return (is->closes_at < was->closes_at);
	if (strcmp(label, "Frist for hovedrunden") == 0)
		return (is->main_closes_at < was->main_closes_at);
	return (false);
}

static void
compare(struct call_difference *out, const struct side *was, const struct side *is)
{
	for (size_t i = 0; i < N_ASPECTS; i++) {
		const char *before = was == NULL ? "" : aspects[i].tell(was), *after = aspects[i].tell(is);

		if (strcmp(before, after) == 0)
			continue;
		out->list[out->n++] = (struct call_sentence){ .text = sentence(is, aspects[i].label, before, after),
			.stricter = was != NULL && out->is_open && is_stricter(aspects[i].label, was->call, is->call) };
	}
}

struct call
call_of_plan(const struct call_plan *plan)
{
	return ((struct call){ .year = plan->year,
	    .round = plan->round,
	    .kind = plan->kind,
	    .extra = plan->extra,
	    .opens_at = plan->opens_at,
	    .closes_at = plan->closes_at,
	    .main_closes_at = plan->main_closes_at,
	    .before_start = plan->before_start,
	    .covers_from = plan->covers_from,
	    .covers_to = plan->covers_to,
	    .frame = plan->frame,
	    .frame_owner = plan->shared_with == NULL ? "" : plan->shared_with,
	    .conditional = plan->conditional,
	    .answer_by = plan->answer_by,
	    .answer_weeks = plan->answer_weeks,
	    .contact_name = plan->contact.name,
	    .contact_phone = plan->contact.phone,
	    .contact_email = plan->contact.email,
	    .status = plan->status,
	    .status_on = plan->status_on,
	    .title = plan->title,
	    .earmarks = plan->earmarks == NULL ? "" : plan->earmarks });
}

static const struct call_standing *
standing_of(const struct call_standing *list, size_t n, const struct call_plan *plan)
{
	for (size_t i = 0; i < n; i++)
		if (list[i].call.year == plan->year && list[i].call.round == plan->round)
			return (&list[i]);
	return (NULL);
}

static void
diff_one(struct call_difference *out, struct arena *arena, enum lang lang, const struct call_standing *old,
    const struct call_plan *plan, instant now)
{
	struct call call = call_of_plan(plan);
	struct call_notes notes = call_plan_notes(plan);
	struct side is = { arena, lang, &call, &notes },
		    was = { arena, lang, old == NULL ? NULL : &old->call, old == NULL ? NULL : &old->notes };

	*out = (struct call_difference){ .name = call_name(arena, &call, lang),
		.is_new = old == NULL,
		.is_open = old != NULL && now >= old->call.opens_at && now < old->call.closes_at,
		.list = arena_array(arena, N_ASPECTS, sizeof(*out->list)) };
	compare(out, old == NULL ? NULL : &was, &is);
}

/* ------------------------------------------------------------------------------------------ what is usual */

static const char *
usual_text(struct arena *arena, enum lang lang, const struct call_plans *plans)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; plans != NULL && i < plans->n_usual; i++)
		buf_printf(&out, "%s%s", i == 0 ? "" : ", ",
		    date_in_year(arena, plans->usual[i].closes.month, plans->usual[i].closes.day, lang));
	return (arena_strdup(arena, buf_text(&out)));
}

static const char *
cycle_text(struct arena *arena, enum lang lang, const struct call_plans *plans)
{
	if (plans == NULL || plans->cycle_years == 0)
		return ("");
	return (tr_printf(arena, lang, "hvert %d. år", plans->cycle_years));
}

static void
diff_usual(struct call_difference *out, struct arena *arena, enum lang lang, const struct call_plans *before,
    const struct call_plans *after)
{
	struct side side = { arena, lang, NULL, NULL };
	const struct {
		const char *label, *was, *is;
	} usual[] = { { T("Vanlige frister"), usual_text(arena, lang, before), usual_text(arena, lang, after) },
		{ T("Lyses ut"), cycle_text(arena, lang, before), cycle_text(arena, lang, after) } };

	*out = (struct call_difference){ .name = tr(lang, "For alle utlysninger"),
		.list = arena_array(arena, 2, sizeof(*out->list)) };
	for (size_t i = 0; i < 2; i++)
		if (strcmp(usual[i].was, usual[i].is) != 0)
			out->list[out->n++] = (struct call_sentence){ .text = sentence(&side, usual[i].label,
									  usual[i].was, usual[i].is) };
}

void
call_diff(struct call_differences *out, struct arena *arena, enum lang lang, const struct call_standing *standing,
    size_t n_standing, const struct call_plans *before, const struct call_plans *after, instant now)
{
	*out = (struct call_differences){ .list = arena_array(arena, after->n_calls + 1, sizeof(*out->list)) };
	for (size_t i = 0; i <= after->n_calls; i++) {
		struct call_difference *at = &out->list[out->n];

		if (i == after->n_calls)
			diff_usual(at, arena, lang, before, after);
		else
			diff_one(at, arena, lang, standing_of(standing, n_standing, &after->calls[i]), &after->calls[i],
			    now);
		for (size_t k = 0; k < at->n; k++)
			out->stricter = out->stricter || at->list[k].stricter;
		out->n += at->n > 0;
	}
}

const char *
call_diff_warning(enum lang lang)
{
	return (tr(lang, "Utlysningen er åpen, og noen kan alt ha søkt. Blir det mindre penger, kortere tid eller "
			 "ingen utlysning, "
			 "behandles de som søker nå, ulikt fra dem som alt har sendt. Likebehandling taler for å vente "
			 "til neste utlysning."));
}
