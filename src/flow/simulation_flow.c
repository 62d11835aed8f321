/* simulation_flow.c — reads sent applications a batch at a time and works them out under the changed scheme. */
#include "flow/simulation_flow.h"

#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "db/db.h"
#include "flow/frozen_application.h"
#include "flow/municipality_flow.h"
#include "flow/scheme_flow.h"

/* A batch is read, worked out and forgotten; only what came out is kept. */
#define BATCH 500

struct run {
	struct ctx *ctx;
	const struct scheme *changed;
	const char *scheme_id;
	int first_year, last_year;
	size_t n_municipalities; /* in the county now: what "all" counts as */
	int64_t last_id;
	struct simulation *out;
	size_t cap;
};

static size_t
marks_read(struct simulation_mark **out, struct arena *arena, const char *text)
{
	char **lines;
	size_t n;

	lines = text_split(arena, text, '\n', &n);
	*out = arena_array(arena, n, sizeof(**out));
	for (size_t i = 0; i < n; i++) {
		char *criterion = strchr(lines[i], ' '), *mark = strrchr(lines[i], ' ');

		*mark = '\0';
		(*out)[i] = (struct simulation_mark){ .assessment_id = strtoll(lines[i], NULL, 10),
			.criterion = criterion + 1,
			.mark = (int)strtol(mark + 1, NULL, 10) };
	}
	return (n);
}

static void
facts_read(struct application_facts *facts, const struct run *run, const struct rows *rows, int i)
{
	*facts = (struct application_facts){ .in_voluntary_register = rows_bool(rows, i, "in_voluntary_register"),
		.organisation_form = rows_text(rows, i, "form"),
		.call_year = (int)rows_int(rows, i, "year"),
		.call_from = rows_day(rows, i, "covers_from"),
		.call_to = rows_day(rows, i, "covers_to"),
		.today = instant_day(rows_instant(rows, i, "submitted_at")),
		.n_county_municipalities = run->n_municipalities };
	(void)applicant_kind_parse(&facts->applicant, rows_text(rows, i, "kind"));
}

static struct simulated *
place(struct run *run)
{
	struct simulation *out = run->out;

	if (out->n == run->cap) {
		struct simulated *old = out->rows;

		run->cap = run->cap == 0 ? BATCH : run->cap * 2;
		out->rows = arena_array(run->ctx->arena, run->cap, sizeof(*out->rows));
		if (out->n > 0)
			memcpy(out->rows, old, out->n * sizeof(*old));
	}
	return (&out->rows[out->n++]);
}

/* What a formula shares by; the ids and the scheme outlive the batch by themselves. */
static const struct kept_figures *
figures_keep_of(struct arena *arena, const struct kept_figures *figures, const struct scheme *scheme)
{
	struct kept_figures *kept;
	size_t n = 0;

	if (figures == NULL)
		return (NULL);
	kept = arena_alloc(arena, sizeof(*kept));
	*kept = (struct kept_figures){ .bounds = figures->bounds, .pot = figures->pot };
	for (size_t i = 0; i < scheme->sharing.n_pots; i++)
		if (text_equal(scheme->sharing.pots[i].id, figures->pot))
			n = scheme->sharing.pots[i].n_splits;
	kept->counts = arena_array(arena, n, sizeof(*kept->counts));
	if (n > 0)
		memcpy(kept->counts, figures->counts, n * sizeof(*kept->counts));
	kept->bounds.sums = arena_array(arena, figures->bounds.n_sums, sizeof(*kept->bounds.sums));
	if (figures->bounds.n_sums > 0)
		memcpy(kept->bounds.sums, figures->bounds.sums, figures->bounds.n_sums * sizeof(*kept->bounds.sums));
	return (kept);
}

static void
side_keep(struct simulation_side *side, struct arena *arena, const struct scheme *scheme)
{
	side->because = side->eligible ? "" : arena_strdup(arena, side->because);
	if (side->merit.refused != NULL)
		side->merit.refused = arena_strdup(arena, side->merit.refused);
	side->merit.rung_text = *side->merit.rung_text == '\0' ? "" : arena_strdup(arena, side->merit.rung_text);
	side->merit.reason = "";
	side->merit.doubt = NULL;
	side->figures = figures_keep_of(arena, side->figures, scheme);
}

static const struct ranked_value *
ties_keep(struct arena *arena, const struct ranked_value *ties, size_t n)
{
	struct ranked_value *kept = arena_array(arena, n, sizeof(*kept));

	if (n > 0)
		memcpy(kept, ties, n * sizeof(*kept));
	return (kept);
}

/* What is kept of an application outlives its batch. */
static void
keep(struct run *run, const struct simulated *one)
{
	struct arena *arena = run->ctx->arena;
	struct simulated *kept = place(run);

	*kept = *one;
	kept->number = arena_strdup(arena, one->number);
	kept->organisation = arena_strdup(arena, one->organisation);
	kept->ties = ties_keep(arena, one->ties, run->changed->n_tie_breaks);
	side_keep(&kept->before, arena, one->scheme);
	side_keep(&kept->after, arena, run->changed);
}

static enum status
case_run(struct run *run, struct ctx *batch, const struct rows *rows, int i)
{
	struct simulation_mark *marks;
	struct application_facts facts;
	struct simulation_case c = { .id = rows_int(rows, i, "application_id"),
		.call_id = rows_int(rows, i, "call_id"),
		.number = rows_text(rows, i, "number"),
		.organisation = rows_text(rows, i, "organisation"),
		.year = (int)rows_int(rows, i, "year"),
		.round = (int)rows_int(rows, i, "round"),
		.submitted_at = rows_instant(rows, i, "submitted_at"),
		.awarded = rows_money(rows, i, "awarded_ore"),
		.frame = rows_money(rows, i, "frame_ore") };
	struct answers *answers;
	struct simulated one;
	enum status st;

	facts_read(&facts, run, rows, i);
	if ((st = frozen_application_read_all(
		 &answers, &facts, batch->arena, rows_text(rows, i, "document"), run->scheme_id)) != OK ||
	    (st = scheme_of(&c.scheme, batch, rows_text(rows, i, "version_hash"))) != OK)
		return (st);
	c.answers = answers;
	c.facts = &facts;
	c.n_marks = marks_read(&marks, batch->arena, rows_text(rows, i, "marks"));
	c.marks = marks;
	c.failed = text_split(batch->arena, rows_text(rows, i, "failed"), ' ', &c.n_failed);
	(void)outcome_parse(&c.outcome, rows_text(rows, i, "outcome"));
	simulation_run(&one, batch->arena, run->changed, &c, run->ctx->lang);
	keep(run, &one);
	run->last_id = c.id;
	return (OK);
}

static enum status
batch_run(int *n, struct run *run, struct ctx *batch)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, batch, "simulation_cases",
		 PARAMS(TEXT(run->scheme_id), INT(run->first_year), INT(run->last_year), INT(run->last_id),
		     INT(BATCH)))) != OK)
		return (st);
	*n = rows_count(rows);
	for (int i = 0; i < *n && st == OK; i++)
		st = case_run(run, batch, rows, i);
	return (st);
}

static enum status
batches_run(struct run *run)
{
	enum status st = OK;
	int n = BATCH;

	while (st == OK && n == BATCH) {
		struct ctx batch = *run->ctx;

		batch.arena = arena_new(0);
		st = batch_run(&n, run, &batch);
		arena_free(batch.arena);
	}
	return (st);
}

/* ------------------------------------------------------------------------------------------ sums */

static enum status
years_get(struct simulation *out, struct run *run)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, run->ctx, "simulation_frames",
		 PARAMS(TEXT(run->scheme_id), INT(run->first_year), INT(run->last_year)))) != OK)
		return (st);
	out->n_years = (size_t)rows_count(rows);
	out->years = arena_array(run->ctx->arena, out->n_years, sizeof(*out->years));
	ROWS_EACH(i, rows) {
		out->years[i].year = (int)rows_int(rows, i, "year");
		out->years[i].sums.frame = rows_money(rows, i, "frame_ore");
		out->sums.frame = money_add(out->sums.frame, out->years[i].sums.frame);
	}
	return (OK);
}

static void
sums_add(struct simulation *out)
{
	for (size_t i = 0; i < out->n; i++) {
		simulation_add(&out->sums, &out->rows[i]);
		for (size_t y = 0; y < out->n_years; y++)
			if (out->years[y].year == out->rows[i].year)
				simulation_add(&out->years[y].sums, &out->rows[i]);
	}
}

static enum status
municipalities_count(struct run *run)
{
	struct municipality_row *rows;

	return (municipality_list(&rows, &run->n_municipalities, run->ctx, instant_day(run->ctx->now)));
}

enum status
scheme_simulate(struct simulation *out, struct ctx *ctx, const struct scheme *changed, const char *scheme_id,
    int first_year, int last_year)
{
	struct run run = { .ctx = ctx,
		.changed = changed,
		.scheme_id = scheme_id,
		.first_year = first_year,
		.last_year = last_year,
		.out = out };
	enum status st;

	*out = (struct simulation){ 0 };
	if ((st = municipalities_count(&run)) != OK || (st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = years_get(out, &run)) != OK || (st = batches_run(&run)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	if (out->n == 0)
		return (ERR_NOT_FOUND);
	simulation_rank(out->rows, out->n, changed, ctx->arena);
	sums_add(out);
	return (OK);
}
