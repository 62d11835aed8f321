/* scheme_simulate_command.c — "tilskudd scheme simulate": a scheme that is not published, over the applications of
 * earlier years. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/scheme_source.h"
#include "core/catalogue.h"
#include "flow/simulation_flow.h"

/* "2025", "2024-2026" */
static bool
years_parse(int *first, int *last, const char *text)
{
	char *end;

	if (text == NULL || strspn(text, "0123456789") != 4)
		return (false);
	*first = *last = (int)strtol(text, &end, 10);
	if (*end == '-' && strspn(end + 1, "0123456789") == 4)
		*last = (int)strtol(end + 1, &end, 10);
	return (*end == '\0' && *first <= *last);
}

/* ------------------------------------------------------------------------------------------ JSON */

static void
json_sums(struct json *json, const struct simulation_sums *sums)
{
	json_int(json, "applications", (int64_t)sums->n);
	json_int(json, "become_ineligible", (int64_t)sums->n_out);
	json_int(json, "become_eligible", (int64_t)sums->n_in);
	json_int(json, "other_total", (int64_t)sums->n_total);
	json_int(json, "other_rank", (int64_t)sums->n_rank);
	json_int(json, "other_highest_sum", (int64_t)sums->n_max);
	json_int(json, "other_award", (int64_t)sums->n_award);
	json_int(json, "without_marks", (int64_t)sums->n_unmarked);
	json_int(json, "refused_by_criterion", (int64_t)sums->n_refused);
	json_int(json, "other_priority", (int64_t)sums->n_rung);
	json_int(json, "other_wishes_met", (int64_t)sums->n_wishes);
	json_int(json, "frame_nok", sums->frame.ore / 100);
	json_int(json, "highest_sums_before_nok", sums->max_before.ore / 100);
	json_int(json, "highest_sums_after_nok", sums->max_after.ore / 100);
	json_int(json, "awards_before_nok", sums->award_before.ore / 100);
	json_int(json, "awards_after_nok", sums->award_after.ore / 100);
}

static void
json_side(struct json *json, const char *name, const struct simulation_side *side)
{
	json_open(json, name, '{');
	json_bool(json, "eligible", side->eligible);
	json_text(json, "because", side->eligible ? NULL : side->because);
	if (side->has_total)
		json_text(json, "total", score_text(json->out->arena, side->total_micro, LANG_EN));
	json_int(json, "rank", side->rank);
	if (side->merit.refused != NULL)
		json_text(json, "refused", side->merit.refused);
	if (*side->merit.rung_text != '\0')
		json_text(json, "priority", side->merit.rung_text);
	if (side->merit.n_shoulds > 0)
		json_int(json, "wishes_met", side->merit.n_should);
	json_int(json, "highest_sum_nok", side->max.ore / 100);
	json_int(json, "award_nok", side->award.ore / 100);
	json_close(json, '}');
}

static void
json_row(struct json *json, const struct simulated *row)
{
	json_open(json, NULL, '{');
	json_text(json, "number", row->number);
	json_text(json, "organisation", row->organisation);
	json_int(json, "year", row->year);
	json_int(json, "round", row->round);
	json_side(json, "before", &row->before);
	json_side(json, "after", &row->after);
	json_close(json, '}');
}

static void
write_json(struct buf *out, const struct simulation *simulation)
{
	struct json json = json_new(out);

	json_open(&json, NULL, '{');
	json_sums(&json, &simulation->sums);
	json_open(&json, "years", '[');
	for (size_t i = 0; i < simulation->n_years; i++) {
		json_open(&json, NULL, '{');
		json_int(&json, "year", simulation->years[i].year);
		json_sums(&json, &simulation->years[i].sums);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_open(&json, "changed", '[');
	for (size_t i = 0; i < simulation->n; i++)
		if (simulation->rows[i].changed != 0)
			json_row(&json, &simulation->rows[i]);
	json_close(&json, ']');
	json_close(&json, '}');
}

/* ------------------------------------------------------------------------------------------ words */

static void
write_sums(struct buf *out, const struct simulation_sums *s, enum lang lang)
{
	struct arena *arena = out->arena;

	buf_printf(out,
	    tr(lang, "  %zu søknader. %zu ville være utenfor reglene, %zu innenfor som ikke var det.\n  %zu får annen "
		     "poengsum, %zu annen plass, %zu et annet høyeste beløp.\n"),
	    s->n, s->n_out, s->n_in, s->n_total, s->n_rank, s->n_max);
	if (s->n_refused + s->n_rung + s->n_wishes > 0)
		buf_printf(out,
		    tr(lang, "  %zu ville fått avslag av et kriterium, %zu får annen prioritet, %zu oppfyller et annet "
			     "antall ønsker.\n"),
		    s->n_refused, s->n_rung, s->n_wishes);
	if (s->n_unmarked > 0)
		buf_printf(out,
		    tr(lang, "  %zu mangler karakter for et nytt kriterium, så poengsummen kan ikke regnes ut.\n"),
		    s->n_unmarked);
	buf_printf(out, tr(lang, "  Gitt: %s, ville vært %s. Ramme: %s. Høyest mulig: %s, ville vært %s.\n"),
	    money_show(arena, s->award_before), money_show(arena, s->award_after), money_show(arena, s->frame),
	    money_show(arena, s->max_before), money_show(arena, s->max_after));
}

/* "poeng 62,5 → 70": what moved, when it did. */
static void
write_move(struct buf *out, bool moved, const char *what, const char *before, const char *after)
{
	if (moved)
		buf_printf(out, " %s %s → %s", what, *before == '\0' ? "–" : before, *after == '\0' ? "–" : after);
}

static void
write_row(struct buf *out, const struct simulated *row, enum lang lang)
{
	const struct simulation_side *a = &row->before, *b = &row->after;
	struct arena *arena = out->arena;
	unsigned moved = row->changed;

	buf_printf(out, "  %-12s %s:", row->number, row->organisation);
	if (moved & SIMULATED_OUT)
		buf_printf(out, " %s (%s)", tr(lang, "utenfor"), b->because);
	if (moved & SIMULATED_IN)
		buf_printf(out, " %s", tr(lang, "innenfor"));
	write_move(out, moved & SIMULATED_TOTAL, tr(lang, "poeng"), score_text(arena, a->total_micro, lang),
	    score_text(arena, b->total_micro, lang));
	if (moved & SIMULATED_REFUSED)
		buf_printf(out, " %s (%s)", tr(lang, "avslag"), b->merit.refused);
	write_move(out, moved & SIMULATED_RUNG, tr(lang, "prioritet"), a->merit.rung_text, b->merit.rung_text);
	write_move(out, moved & SIMULATED_WISHES, tr(lang, "ønsker"), arena_printf(arena, "%d", a->merit.n_should),
	    arena_printf(arena, "%d", b->merit.n_should));
	write_move(out, moved & SIMULATED_RANK, tr(lang, "plass"), arena_printf(arena, "%d", a->rank),
	    arena_printf(arena, "%d", b->rank));
	write_move(
	    out, moved & SIMULATED_MAX, tr(lang, "høyeste"), money_show(arena, a->max), money_show(arena, b->max));
	write_move(out, moved & SIMULATED_AWARD, tr(lang, "tilskudd"), money_show(arena, a->award),
	    money_show(arena, b->award));
	buf_putc(out, '\n');
}

static void
write_text(struct buf *out, const struct simulation *simulation, enum lang lang)
{
	for (size_t i = 0; i < simulation->n_years && simulation->n_years > 1; i++) {
		buf_printf(out, "%d\n", simulation->years[i].year);
		write_sums(out, &simulation->years[i].sums, lang);
	}
	buf_printf(out, "%s\n", tr(lang, "I alt"));
	write_sums(out, &simulation->sums, lang);
	for (size_t i = 0; i < simulation->n; i++)
		if (simulation->rows[i].changed != 0)
			write_row(out, &simulation->rows[i], lang);
}

int
scheme_simulate_run(struct scheme_request *request)
{
	struct buf out = buf_new(request->ctx->arena);
	struct simulation simulation;
	struct scheme_source source;
	int first, last;
	enum status st;

	if (!years_parse(&first, &last, request->against))
		return (scheme_request_misused("simulate", "--against wants a year or years: 2026, 2024-2026"));
	if (!scheme_source_get(&source, request, request->words[0]) || !scheme_request_database(request))
		return (EXIT_FAILED);
	st = scheme_simulate(&simulation, request->ctx, source.scheme, source.scheme->id, first, last);
	if (st == ERR_NOT_FOUND)
		return (scheme_request_failed(
		    "simulate", "%s has no sent applications in %s", source.scheme->id, request->against));
	if (st != OK)
		return (scheme_request_failed("simulate", "%s", status_text(st)));
	if (request->json)
		write_json(&out, &simulation);
	else
		write_text(&out, &simulation, request->ctx->lang);
	return (scheme_request_print(&out));
}
