/* recommendation_read.c — a call's list as it stands: applications, what is found in them, places, proposals, the
 * frame. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/call_db.h"
#include "db/db.h"
#include "domain/ranking.h"
#include "flow/before_lock_flow.h"
#include "flow/recommendation_parts.h"
#include "flow/scheme_flow.h"

/* --- reading ------------------------------------------------------------------------------------------------------ */

static void
list_from_row(struct recommendation_list *out, const struct rows *rows, int i)
{
	out->id = rows_int(rows, i, "list_id");
	out->batch = (int)rows_int(rows, i, "batch");
	out->locked = strcmp(rows_text(rows, i, "state"), "locked") == 0;
	out->version = (int)rows_int(rows, i, "version");
	out->locked_at = rows_instant(rows, i, "locked_at");
	out->locked_by = rows_text(rows, i, "locked_by");
	out->document_hash = rows_text(rows, i, "document_hash");
	out->spread_reason = rows_text(rows, i, "spread_reason");
}

static void
lists_brief(struct recommendation_list *out, struct arena *arena, const struct rows *rows)
{
	out->n_lists = (size_t)rows_count(rows);
	out->lists = arena_array(arena, out->n_lists, sizeof(*out->lists));
	ROWS_EACH(i, rows)
		out->lists[i] = (struct list_brief){ .id = rows_int(rows, i, "list_id"),
			.batch = (int)rows_int(rows, i, "batch"),
			.locked = strcmp(rows_text(rows, i, "state"), "locked") == 0,
			.locked_at = rows_instant(rows, i, "locked_at") };
}

/* Whether a list can follow those there are. */
static bool
next_possible(const struct recommendation_list *list)
{
	return (list->n_lists == 0 || (list->batched && list->lists[list->n_lists - 1].locked));
}

/* The number of the list that is worked with. */
static enum status
batch_now(int *batch, struct ctx *ctx, const struct recommendation_list *list)
{
	struct rows *rows;
	enum status st;

	*batch = list->n_lists == 0 ? 1 : list->lists[list->n_lists - 1].batch;
	if (!next_possible(list) || list->n_lists == 0)
		return (OK);
	if ((st = db_one(&rows, ctx, "recommendation_rest", PARAMS(INT(list->call.id)))) != OK)
		return (st);
	*batch += rows_bool(rows, 0, "waiting");
	return (OK);
}

static enum status
list_pick(struct recommendation_list *out, struct ctx *ctx, const struct rows *rows, int batch)
{
	enum status st;

	lists_brief(out, ctx->arena, rows);
	if (batch == 0 && (st = batch_now(&batch, ctx, out)) != OK)
		return (st);
	ROWS_EACH(i, rows)
		if (rows_int(rows, i, "batch") == batch)
			list_from_row(out, rows, i);
	if (out->id != 0)
		return (OK);
	out->batch = batch;
	return (next_possible(out) && batch == (int)out->n_lists + 1 ? OK : ERR_NOT_FOUND);
}

/* The others first to last, and what is applied for in all of them and here. */
static enum status
partners_get(struct recommendation_list *out, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "frame_partners", PARAMS(INT(out->call.id)))) != OK)
		return (st);
	out->partners = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*out->partners));
	ROWS_EACH(i, rows) {
		out->partners[out->n_partners++] = (struct frame_partner){
			.own = rows_int(rows, i, "call_id") == out->call.id,
			.title = rows_lang(rows, i, "title"),
			.applied = rows_money(rows, i, "applied_ore"),
			.taken = rows_money(rows, i, "taken_ore"),
		};
	}
	return (OK);
}

static enum status
list_get(struct recommendation_list *out, struct ctx *ctx, int64_t call_id, int batch)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "call_get", PARAMS(INT(call_id)))) != OK)
		return (st);
	call_from_row(&out->call, rows, 0);
	out->batched = call_kind_in_batches(out->call.kind);
	out->version_hash = rows_text(rows, 0, "version_hash");
	out->free_in_ledger = rows_money(rows, 0, "free_ore");
	if ((st = db_run(&rows, ctx, "recommendation_lists", PARAMS(INT(call_id)))) != OK ||
	    (st = list_pick(out, ctx, rows, batch)) != OK || (!out->batched && !out->call.frame_shared))
		return (st);
	if ((st = db_one(&rows, ctx, "recommendation_elsewhere", PARAMS(INT(call_id), INT(out->id)))) != OK)
		return (st);
	out->elsewhere = rows_money(rows, 0, "elsewhere_ore");
	return (out->call.frame_shared ? partners_get(out, ctx) : OK);
}

static void
row_case(struct recommendation_row *out, const struct rows *rows, int i)
{
	*out = (struct recommendation_row){
		.application_id = rows_int(rows, i, "application_id"),
		.number = rows_text(rows, i, "number"),
		.state = rows_text(rows, i, "state"),
		.title = rows_text(rows, i, "title"),
		.organisation = rows_text(rows, i, "organisation"),
		.orgnr = rows_text(rows, i, "orgnr"),
		.municipality = rows_text(rows, i, "municipality"),
		.applied = rows_money(rows, i, "applied_ore"),
		.costs = rows_money(rows, i, "costs_ore"),
		.submitted_at = rows_instant(rows, i, "submitted_at"),
		.late = rows_bool(rows, i, "late"),
		.declared = rows_bool(rows, i, "declared"),
		.has_total = !rows_null(rows, i, "total_micro"),
		.total_micro = rows_int(rows, i, "total_micro"),
		.assessment_reason = rows_text(rows, i, "overall_reason"),
		.n_municipalities = rows_int(rows, i, "municipalities"),
		.formal_dismissal = strcmp(rows_text(rows, i, "formal_outcome"), "dismiss") == 0,
		.formal_reason = rows_text(rows, i, "formal_reason"),
	};
	applicant_kind_parse(&out->kind, rows_text(rows, i, "kind"));
	lang_parse(&out->lang, rows_text(rows, i, "lang"));
}

static void
row_proposal(struct recommendation_row *out, const struct rows *rows, int i)
{
	out->rank = (int)rows_int(rows, i, "rank");
	out->placed = out->rank > 0;
	outcome_parse(&out->proposed_outcome, rows_text(rows, i, "proposed_outcome"));
	out->proposed = rows_money(rows, i, "proposed_ore");
	out->reason = rows_text(rows, i, "reason");
	out->departure = rows_text(rows, i, "departure_reason");
	out->proposed_by = rows_int(rows, i, "proposed_by");
	outcome_parse(&out->outcome, rows_text(rows, i, "outcome"));
	out->awarded = rows_money(rows, i, "awarded_ore");
	out->notified = strcmp(rows_text(rows, i, "decision_state"), "notified") == 0;
	out->decision_id = rows_int(rows, i, "decision_id");
}

/* Applications that are on their way but not assessed are counted; the list has no place for them yet. */
static bool
finished(const struct recommendation_row *row)
{
	static const char *const unfinished[] = { "submitted", "formal_check", "assessing" };

	for (size_t i = 0; i < sizeof(unfinished) / sizeof(unfinished[0]); i++)
		if (strcmp(row->state, unfinished[i]) == 0)
			return (false);
	return (true);
}

bool
recommendation_holds_up(const struct recommendation_list *list, const struct recommendation_row *row)
{
	return (!list->batched || row->proposed_outcome != OUTCOME_NONE);
}

static const char *
extent_of(const struct recommendation_list *list)
{
	if (!list->batched)
		return ("whole");
	return (list->locked ? "locked" : "open");
}

static void
rows_take_cases(struct recommendation_list *out, struct arena *arena, const struct rows *rows)
{
	out->rows = arena_array(arena, (size_t)rows_count(rows), sizeof(*out->rows));
	ROWS_EACH(i, rows) {
		struct recommendation_row *row = &out->rows[out->n_rows];

		row_case(row, rows, i);
		row_proposal(row, rows, i);
		if (!finished(row)) {
			out->n_unfinished++;
			continue;
		}
		out->n_rows++;
		out->n_undeclared += !row->declared && recommendation_holds_up(out, row);
	}
}

static enum status
rows_get(struct recommendation_list *out, struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(
		 &rows, ctx, "recommendation_rows", PARAMS(INT(call_id), INT(out->id), TEXT(extent_of(out))))) != OK)
		return (st);
	rows_take_cases(out, ctx->arena, rows);
	if ((st = db_one(
		 &rows, ctx, "recommendation_hidden", PARAMS(INT(call_id), INT(out->id), BOOL(!out->batched)))) != OK)
		return (st);
	out->n_hidden = rows_int(rows, 0, "n");
	return (OK);
}

/* --- what rules and assessors found ------------------------------------------------------------------------------- */

static struct recommendation_row *
row_of(struct recommendation_list *list, int64_t application_id)
{
	for (size_t i = 0; i < list->n_rows; i++)
		if (list->rows[i].application_id == application_id)
			return (&list->rows[i]);
	return (NULL);
}

static void
read_marks(struct criterion_finding *to, const char *value)
{
	(void)sscanf(value, "%d %d %d %d", &to->n, &to->sum, &to->lowest, &to->highest);
}

/* The criterion behind a prefix, or the step on the ladder; NULL when the scheme has none. */
static struct criterion_finding *
finding_of(struct recommendation_row *row, const struct scheme *scheme, const char *name, const char *prefix)
{
	if (!text_starts(name, prefix))
		return (NULL);
	name += strlen(prefix);
	if (strcmp(name, MERIT_RUNG) == 0)
		return (&row->judged);
	for (size_t i = 0; i < scheme->n_criteria; i++)
		if (strcmp(scheme->criteria[i].id, name) == 0)
			return (&row->findings[i]);
	return (NULL);
}

/* A requirement that means rejection; warnings mean nothing, and dismissal is the formal check's own outcome. */
static void
read_failed(struct recommendation_row *row, const struct scheme *scheme, const char *id, const char *note)
{
	const struct scheme_rule *rule = scheme_rule(scheme, id);

	if (rule == NULL || rule->severity != RULE_KNOCK_OUT || rule->outcome != RULE_REJECTION || row->failed != NULL)
		return;
	row->failed = rule;
	row->failed_note = note;
}

static void
read_finding(
    struct recommendation_row *row, struct ctx *ctx, const struct scheme *scheme, const char *name, const char *value)
{
	struct criterion_finding *found;

	if ((found = finding_of(row, scheme, name, "mark.")) != NULL)
		read_marks(found, value);
	else if ((found = finding_of(row, scheme, name, "not.")) != NULL)
		found->reason = value;
	else if (text_starts(name, "failed."))
		read_failed(row, scheme, name + strlen("failed."), value);
	else if (strcmp(name, "years") == 0)
		row->years_applied = (int)strtol(value, NULL, 10);
	else if (strcmp(name, "first") == 0)
		row->first_applied = (int)strtol(value, NULL, 10);
	else
		kept_figures_read(&row->figures, ctx->arena, scheme, &(struct kept_figure){ name, value });
}

static bool
wants_years(const struct scheme *scheme)
{
	for (size_t i = 0; i < scheme->n_tie_breaks; i++)
		if (scheme->tie_breaks[i].key == RANK_FIRST_APPLIED || scheme->tie_breaks[i].key == RANK_YEARS_APPLIED)
			return (true);
	return (false);
}

static void
findings_none(struct recommendation_list *list, struct ctx *ctx)
{
	const struct scheme *scheme = list->scheme;

	for (size_t i = 0; i < list->n_rows; i++) {
		struct recommendation_row *row = &list->rows[i];

		row->figures = kept_figures_none(ctx->arena, scheme);
		row->judged = (struct criterion_finding){ .reason = "" };
		row->findings = arena_array(ctx->arena, scheme->n_criteria, sizeof(*row->findings));
		for (size_t c = 0; c < scheme->n_criteria; c++)
			row->findings[c] = (struct criterion_finding){ .reason = "" };
	}
}

static enum status
findings_get(struct recommendation_list *list, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	findings_none(list, ctx);
	if ((st = db_run(&rows, ctx, "recommendation_findings",
		 PARAMS(INT(list->call.id), BOOL(wants_years(list->scheme))))) != OK)
		return (st);
	ROWS_EACH(i, rows) {
		struct recommendation_row *row = row_of(list, rows_int(rows, i, "application_id"));

		if (row != NULL)
			read_finding(row, ctx, list->scheme, rows_text(rows, i, "name"), rows_text(rows, i, "value"));
	}
	for (size_t i = 0; i < list->n_rows; i++) {
		struct recommendation_row *row = &list->rows[i];

		merit_of(
		    &row->merit, ctx->arena, list->scheme, row->findings, &row->judged, row->figures.rung, ctx->lang);
		if (row->failed != NULL) {
			row->merit.refused = lang_pick(&row->failed->reason, ctx->lang);
			row->merit.reason = row->failed_note;
		}
	}
	return (OK);
}

/* --- the steps before locking ---------------------------------------------------------------------------------------
 */

static const char *
opinion_text(struct ctx *ctx, const struct rows *rows, int i)
{
	const char *name = rows_text(rows, i, "municipality"),
		   *stance = opinion_stance_text(rows_text(rows, i, "stance"), ctx->lang);
	int rank = (int)rows_int(rows, i, "rank");

	if (rank == 0)
		return (arena_printf(ctx->arena, "%s: %s", name, stance));
	return (tr_printf(ctx->arena, ctx->lang, "%s: %s, plass %d", name, stance, rank));
}

static enum status
opinions_get(struct recommendation_list *list, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "call_opinion_list", PARAMS(INT(list->call.id)))) != OK)
		return (st);
	ROWS_EACH(i, rows) {
		struct recommendation_row *row = row_of(list, rows_int(rows, i, "application_id"));
		const char *text = opinion_text(ctx, rows, i);

		if (row != NULL)
			row->opinions =
			    *row->opinions == '\0' ? text : arena_printf(ctx->arena, "%s. %s", row->opinions, text);
	}
	return (OK);
}

/* Asked for only where the scheme has such steps. */
static enum status
steps_get(struct recommendation_list *list, struct ctx *ctx)
{
	enum status st = OK;

	for (size_t i = 0; i < list->n_rows; i++)
		list->rows[i].opinions = "";
	if (list->scheme->after.opinion.asked)
		st = opinions_get(list, ctx);
	if (st == OK && list->scheme->after.n_advice > 0)
		st = advice_get(&list->advice, &list->n_advice, ctx, list->id);
	return (st);
}

/* --- order and frame ---------------------------------------------------------------------------------------------- */

static struct ranked
ranked_of(const struct recommendation_row *row)
{
	return ((struct ranked){
	    .id = row->application_id,
	    .number = row->number,
	    .dismissed = row->formal_dismissal,
	    .rejected = row->merit.refused != NULL,
	    .rung = row->merit.rung,
	    .has_total = row->has_total,
	    .total_micro = row->total_micro,
	    .n_should = row->merit.n_should,
	    .n_municipalities = row->n_municipalities,
	    .applied = row->applied,
	    .submitted_at = row->submitted_at,
	    .first_applied = row->first_applied,
	    .years_applied = row->years_applied,
	    .values = row->figures.ties,
	});
}

/* Places are suggested behind those that people have given: by total, ties as the scheme says. */
static void
suggest_places(struct recommendation_list *list, struct ctx *ctx)
{
	const struct scheme *scheme = list->scheme;
	struct recommendation_row *sorted = arena_array(ctx->arena, list->n_rows, sizeof(*sorted));
	struct ranked *ranked = arena_array(ctx->arena, list->n_rows, sizeof(*ranked));
	size_t placed = 0, n = 0;

	while (placed < list->n_rows && list->rows[placed].placed)
		placed++;
	for (size_t i = placed; i < list->n_rows; i++)
		ranked[n++] = ranked_of(&list->rows[i]);
	ranking_order(ranked, n, scheme->tie_breaks, scheme->n_tie_breaks,
	    ranking_seed(ctx->arena, scheme, list->call.id), ctx->arena, ctx->lang);
	memcpy(sorted, list->rows, list->n_rows * sizeof(*sorted));
	for (size_t i = 0; i < n; i++)
		for (size_t j = placed; j < list->n_rows; j++)
			if (list->rows[j].application_id == ranked[i].id) {
				sorted[placed + i] = list->rows[j];
				sorted[placed + i].rank = (int)(placed + i) + 1;
			}
	list->rows = sorted;
}

struct allocation_row
recommendation_allocation(const struct recommendation_row *row)
{
	return ((struct allocation_row){
	    .id = row->application_id,
	    .number = row->number,
	    .outcome = row->proposed_outcome,
	    .applied = row->applied,
	    .proposed = row->proposed,
	    .reason = row->reason,
	    .decided = row->decision_id != 0,
	    .awarded = row->awarded,
	    .unasked = row->unasked,
	    .bounds = row->figures.bounds,
	    .departure = row->departure,
	    .refused = row->merit.refused,
	    .computed = row->computed,
	    .share = row->share,
	});
}

struct allocation_row *
recommendation_allocations(const struct recommendation_list *list, struct ctx *ctx)
{
	struct allocation_row *rows = arena_array(ctx->arena, list->n_rows, sizeof(*rows));

	for (size_t i = 0; i < list->n_rows; i++)
		rows[i] = recommendation_allocation(&list->rows[i]);
	return (rows);
}

money
recommendation_frame(const struct recommendation_list *list)
{
	return (money_sub(list->call.frame, list->elsewhere));
}

/* What is decided counts as awarded, the rest as proposed, as in the bar. */
static void
measure_earmarks(struct recommendation_list *list, struct ctx *ctx)
{
	struct earmark_claim *claims = arena_array(ctx->arena, list->n_rows + 1, sizeof(*claims));

	/* What other lists of the call have given is nobody's here; the ledger knows whose it was. */
	claims[list->n_rows] = (struct earmark_claim){ NULL, list->elsewhere };
	for (size_t i = 0; i < list->n_rows; i++) {
		const struct recommendation_row *row = &list->rows[i];

		claims[i] = (struct earmark_claim){ row->figures.earmark,
			row->decision_id != 0 ? row->awarded : row->proposed };
	}
	earmark_uses_of(
	    &list->earmarks, ctx->arena, list->scheme, list->call.earmarks, list->call.frame, claims, list->n_rows + 1);
}

void
recommendation_measure(struct recommendation_list *list, struct ctx *ctx)
{
	allocation_bar(&list->bar, ctx->arena, recommendation_frame(list), recommendation_allocations(list, ctx),
	    list->n_rows, ctx->lang);
	measure_earmarks(list, ctx);
}

/* Inside one transaction; the scheme is read from memory. */
static enum status
list_read(struct recommendation_list *out, struct ctx *ctx, int64_t call_id, int batch)
{
	enum status st;

	if ((st = list_get(out, ctx, call_id, batch)) != OK || (st = rows_get(out, ctx, call_id)) != OK ||
	    (st = scheme_of(&out->scheme, ctx, out->version_hash)) != OK)
		return (st);
	for (size_t i = 0; i < out->n_rows; i++)
		out->rows[i].unasked = !scheme_asks_sum(out->scheme);
	if ((st = steps_get(out, ctx)) != OK)
		return (st);
	return (findings_get(out, ctx));
}

enum status
recommendation_load(struct recommendation_list *out, struct ctx *ctx, int64_t call_id, int batch)
{
	enum status st;

	/* A list nobody has opened begins at version 1, so what is written on the page can be saved. */
	*out = (struct recommendation_list){
		.version = 1, .locked_by = "", .document_hash = "", .spread_reason = "", .sharing_text = ""
	};
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = list_read(out, ctx, call_id, batch)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	suggest_places(out, ctx);
	recommendation_compute(out, ctx);
	recommendation_measure(out, ctx);
	return (OK);
}
