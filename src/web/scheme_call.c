/* scheme_call.c — a scheme's calls in the words of its page, for each kind of deadline. */
#include "web/scheme_call.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "web/page_state.h"

#define SOON_DAYS 7

/* What the panel is made from. */
struct now {
	struct html_scheme_show *view;
	struct ctx *ctx;
	const struct catalogue_scheme *found;
	const struct call *call;
	struct html_scheme_show_notes *notes;
};

static void
note_add(struct now *now, const char *text)
{
	if (!text_blank(text))
		now->notes[now->view->n_notes++].text = text;
}

const char *
scheme_call_covers(struct ctx *ctx, const struct call *call)
{
	if (date_none(call->covers_from) || date_none(call->covers_to))
		return ("");
	return (arena_printf(
	    ctx->arena, "%s – %s", date_short(ctx->arena, call->covers_from), date_short(ctx->arena, call->covers_to)));
}

static const char *
frame_sum(struct ctx *ctx, const struct call *call)
{
	if (call->frame.ore == 0)
		return (call->conditional ? tr(ctx->lang, "Avhenger av budsjettet") : "");
	if (call->conditional)
		return (tr_printf(
		    ctx->arena, ctx->lang, "%s, med forbehold om bevilgning", money_show(ctx->arena, call->frame)));
	return (money_show(ctx->arena, call->frame));
}

const char *
scheme_call_frame(struct ctx *ctx, const struct call *call, const struct catalogue_scheme *found)
{
	const char *sum = frame_sum(ctx, call);

	if (*sum == '\0' || found->n_partners == 0)
		return (sum);
	return (tr_printf(ctx->arena, ctx->lang, "%s, felles med %s", sum,
	    shared_frame_names(ctx->arena, found->partners, found->n_partners, ctx->lang)));
}

const char *
scheme_call_answer(struct ctx *ctx, const struct call *call)
{
	if (call_in_round(call, ctx->now) && !date_none(call->answer_by))
		return (tr_printf(ctx->arena, ctx->lang, "Dere får svar senest %s.",
		    date_long(ctx->arena, call->answer_by, ctx->lang)));
	if (call->answer_weeks > 0)
		return (arena_printf(ctx->arena,
		    tr_plural(
			ctx->lang, "Dere får svar innen %d uke.", "Dere får svar innen %d uker.", call->answer_weeks),
		    call->answer_weeks));
	return ("");
}

/* --- when nothing is open ---------------------------------------------------------------------------------------- */

/* "1. april og 1. november" */
static const char *
usual_text(struct ctx *ctx, const struct call_calendar *calendar)
{
	struct buf out = buf_new(ctx->arena);

	for (size_t i = 0; i < calendar->n_usual; i++) {
		struct month_day day = calendar->usual[i];

		if (i > 0)
			buf_printf(&out, i + 1 < calendar->n_usual ? ", " : " %s ", tr(ctx->lang, "og"));
		buf_puts(&out, date_in_year(ctx->arena, day.month, day.day, ctx->lang));
	}
	return (buf_text(&out));
}

static int
last_year(const struct catalogue_scheme *found)
{
	int year = 0;

	for (size_t i = 0; i < found->n_calls; i++)
		if (!found->calls[i].extra && found->calls[i].year > year)
			year = found->calls[i].year;
	return (year);
}

/* When people can expect the next call, as far as the county has said. */
static const char *
next_text(const struct now *now)
{
	const struct call_calendar *calendar = &now->found->calendar;
	struct ctx *ctx = now->ctx;
	int year = last_year(now->found);

	if (now->found->one_off)
		return (tr(ctx->lang, "Ordningen lyses ikke ut på nytt."));
	if (calendar->cycle_years > 0 && year > 0)
		return (tr_printf(ctx->arena, ctx->lang, "Ordningen lyses ut hvert %d. år. Neste gang er i %d.",
		    calendar->cycle_years, year + calendar->cycle_years));
	if (calendar->n_usual > 0)
		return (tr_printf(ctx->arena, ctx->lang, "Neste utlysning er ikke satt ennå. Fristen er vanligvis %s.",
		    usual_text(ctx, calendar)));
	return (tr(ctx->lang, "Neste utlysning er ikke satt ennå. Kontakt oss om du vil vite mer."));
}

/* --- the panel --------------------------------------------------------------------------------------------------- */

static void
left_tell(struct now *now)
{
	instant due = now->call->kind == CALL_FIXED ? now->call->closes_at : now->call->main_closes_at;

	if (!call_in_round(now->call, now->ctx->now))
		return;
	now->view->left = deadline_left_text(now->ctx->arena, due, now->ctx->now, now->ctx->lang);
	if (deadline_days_left(due, now->ctx->now) <= SOON_DAYS)
		now->view->color = "warning";
}

static void
open_tell(struct now *now)
{
	const char *start = arena_printf(now->ctx->arena, "/ordninger/%s/start", now->found->scheme->id);

	left_tell(now);
	now->view->advice = scheme_call_answer(now->ctx, now->call);
	if (page_exists(now->ctx->arena, METHOD_GET, start))
		now->view->start_url = start;
}

/* Old deadlines are struck, and the reasons stand beside them. */
static void
extended_tell(struct now *now)
{
	const struct call_notes *notes = &now->found->notes;
	struct html_scheme_show_was *was = arena_array(now->ctx->arena, notes->n_extended, sizeof(*was));

	for (size_t i = 0; i < notes->n_extended; i++)
		was[i] = (struct html_scheme_show_was){ .deadline = deadline_text(
							    now->ctx->arena, notes->extended[i].from, now->ctx->lang),
			.why = lang_pick(&notes->extended[i].why, now->ctx->lang) };
	now->view->was = was;
	now->view->n_was = notes->n_extended;
}

static void
upstream_tell(struct now *now)
{
	const struct call_notes *notes = &now->found->notes;
	struct ctx *ctx = now->ctx;

	for (size_t i = 0; i < notes->n_upstream; i++) {
		const struct call_upstream *upstream = &notes->upstream[i];
		const char *whose = call_body_text(upstream->body, ctx->lang),
			   *text = lang_pick(&upstream->text, ctx->lang);

		note_add(now, date_none(upstream->closes_on)
				  ? arena_printf(ctx->arena, "%s: %s", whose, text)
				  : arena_printf(ctx->arena, "%s: %s. %s", whose,
					date_long(ctx->arena, upstream->closes_on, ctx->lang), text));
	}
}

static void
changed_tell(struct now *now)
{
	const struct call_notes *notes = &now->found->notes;
	struct ctx *ctx = now->ctx;

	if (notes->usual.month != 0)
		note_add(now, tr_printf(ctx->arena, ctx->lang, "Fristen er en annen enn den vanlige, som er %s. %s",
				  date_in_year(ctx->arena, notes->usual.month, notes->usual.day, ctx->lang),
				  lang_pick(&notes->changed, ctx->lang)));
}

/* What the call itself has to say, whatever its phase. */
static void
notes_tell(struct now *now)
{
	const struct call_notes *notes = &now->found->notes;
	enum lang lang = now->ctx->lang;

	now->notes = arena_array(now->ctx->arena, notes->n_upstream + 4, sizeof(*now->notes));
	note_add(now, lang_pick(&notes->status, lang));
	changed_tell(now);
	upstream_tell(now);
	note_add(now, lang_pick(&notes->condition, lang));
	note_add(now, lang_pick(&notes->message, lang));
	now->view->notes = now->notes;
	extended_tell(now);
}

static void
call_tell(struct now *now)
{
	struct ctx *ctx = now->ctx;
	enum call_phase phase = call_phase(now->call, ctx->now);

	now->view->now = call_phase_text(now->call, ctx->now, ctx->lang);
	now->view->when = call_when_long(ctx->arena, now->call, ctx->now, ctx->lang);
	notes_tell(now);
	if (phase == CALL_PHASE_OPEN)
		open_tell(now);
	else if (phase != CALL_PHASE_COMING && phase != CALL_PHASE_ON_HOLD)
		now->view->advice = next_text(now);
}

static const char *
ended_text(const struct catalogue_scheme *found, enum lang lang)
{
	if (!found->ended)
		return (tr(lang, "Ordningen er satt på vent"));
	if (strcmp(found->scheme->status, "merged") == 0)
		return (tr(lang, "Ordningen er slått sammen med en annen"));
	return (strcmp(found->scheme->status, "phased-out") == 0 ? tr(lang, "Ordningen er faset ut")
								 : tr(lang, "Ordningen er avsluttet"));
}

void
scheme_call_now(struct html_scheme_show *view, struct ctx *ctx, const struct catalogue_scheme *found)
{
	struct now now = { .view = view, .ctx = ctx, .found = found, .call = found->calls };

	view->color = "neutral";
	if (found->ended || found->paused) {
		view->now = ended_text(found, ctx->lang);
		view->advice = tr(ctx->lang, "Den tar ikke imot søknader. Se om en annen ordning passer.");
	} else if (found->n_calls == 0) {
		view->now = tr(ctx->lang, "Ingen utlysning nå");
		view->advice = next_text(&now);
	} else {
		call_tell(&now);
	}
}

/* --- every deadline ---------------------------------------------------------------------------------------------- */

static const char *
standing(struct ctx *ctx, const struct call *call)
{
	switch (call_phase(call, ctx->now)) {
	case CALL_PHASE_OPEN:
		return (tr(ctx->lang, "åpen nå"));
	case CALL_PHASE_COMING:
		return (tr_printf(
		    ctx->arena, ctx->lang, "åpner %s", date_long(ctx->arena, instant_day(call->opens_at), ctx->lang)));
	case CALL_PHASE_USED_UP:
		return (tr(ctx->lang, "pengene er brukt opp"));
	case CALL_PHASE_ON_HOLD:
		return (tr(ctx->lang, "satt på vent"));
	case CALL_PHASE_CANCELLED:
		return (tr(ctx->lang, "avlyst"));
	default:
		return (tr(ctx->lang, "gått ut"));
	}
}

static const char *
call_line(struct ctx *ctx, const struct call *call)
{
	const char *covers = scheme_call_covers(ctx, call);
	const char *line = arena_printf(ctx->arena, "%s: %s",
	    call->kind == CALL_FIXED
		? call_deadline_fact(ctx->arena, call, ctx->lang)
		: arena_printf(ctx->arena, "%d, %s", call->year, call_deadline_fact(ctx->arena, call, ctx->lang)),
	    standing(ctx, call));

	if (*covers == '\0')
		return (line);
	return (arena_printf(ctx->arena, "%s. %s", line, tr_printf(ctx->arena, ctx->lang, "For tiltak %s", covers)));
}

void
scheme_call_list(struct html_scheme_show *view, struct ctx *ctx, const struct catalogue_scheme *found)
{
	struct html_scheme_show_calls *rows = arena_array(ctx->arena, found->n_calls + 1, sizeof(*rows));

	if (found->n_calls < 2)
		return;
	for (size_t i = 0; i < found->n_calls; i++)
		rows[i].text = call_line(ctx, &found->calls[i]);
	view->calls = rows;
	view->n_calls = found->n_calls;
}
