/* recommendation_flow.c — reading, saving and locking a call's list. */
#include "flow/recommendation_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "db/application_db.h"
#include "db/call_db.h"
#include "db/db.h"
#include "domain/delegation.h"
#include "domain/ranking.h"
#include "flow/recommendation_document.h"
#include "flow/scheme_flow.h"

/* --- reading ------------------------------------------------------------------------------------------------------ */

enum status
recommendation_open(struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "call_get", PARAMS(INT(call_id)))) != OK ||
	    (st = db_exec(ctx, "recommendation_list_open", PARAMS(INT(call_id)))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static enum status
list_get(struct recommendation_list *out, struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "call_get", PARAMS(INT(call_id)))) != OK)
		return (st);
	call_from_row(&out->call, rows, 0);
	out->version_hash = rows_text(rows, 0, "version_hash");
	out->free_in_ledger = rows_money(rows, 0, "free_ore");
	if ((st = db_run(&rows, ctx, "recommendation_list_get", PARAMS(INT(call_id)))) != OK || rows_count(rows) == 0)
		return (st);
	out->id = rows_int(rows, 0, "list_id");
	out->locked = strcmp(rows_text(rows, 0, "state"), "locked") == 0;
	out->version = (int)rows_int(rows, 0, "version");
	out->locked_at = rows_instant(rows, 0, "locked_at");
	out->locked_by = rows_text(rows, 0, "locked_by");
	out->document_hash = rows_text(rows, 0, "document_hash");
	return (OK);
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

static enum status
rows_get(struct recommendation_list *out, struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "recommendation_rows", PARAMS(INT(call_id)))) != OK)
		return (st);
	out->rows = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*out->rows));
	ROWS_EACH(i, rows) {
		struct recommendation_row *row = &out->rows[out->n_rows];

		row_case(row, rows, i);
		row_proposal(row, rows, i);
		if (!finished(row)) {
			out->n_unfinished++;
			continue;
		}
		out->n_rows++;
		out->n_undeclared += !row->declared;
	}
	if ((st = db_one(&rows, ctx, "recommendation_hidden", PARAMS(INT(call_id)))) != OK)
		return (st);
	out->n_hidden = rows_int(rows, 0, "n");
	return (OK);
}

static struct ranked
ranked_of(const struct recommendation_row *row)
{
	return ((struct ranked){
	    .id = row->application_id,
	    .number = row->number,
	    .dismissed = row->formal_dismissal,
	    .has_total = row->has_total,
	    .total_micro = row->total_micro,
	    .n_municipalities = row->n_municipalities,
	    .applied = row->applied,
	    .submitted_at = row->submitted_at,
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

static struct allocation_row *
allocation_rows(const struct recommendation_list *list, struct ctx *ctx)
{
	struct allocation_row *rows = arena_array(ctx->arena, list->n_rows, sizeof(*rows));

	for (size_t i = 0; i < list->n_rows; i++) {
		const struct recommendation_row *row = &list->rows[i];

		rows[i] = (struct allocation_row){
			.id = row->application_id,
			.number = row->number,
			.outcome = row->proposed_outcome,
			.applied = row->applied,
			.proposed = row->proposed,
			.reason = row->reason,
			.decided = row->decision_id != 0,
			.awarded = row->awarded,
		};
	}
	return (rows);
}

void
recommendation_measure(struct recommendation_list *list, struct ctx *ctx)
{
	allocation_bar(&list->bar, ctx->arena, list->call.frame, allocation_rows(list, ctx), list->n_rows, ctx->lang);
}

enum status
recommendation_load(struct recommendation_list *out, struct ctx *ctx, int64_t call_id)
{
	enum status st;

	/* A list nobody has opened begins at version 1, so what is written on the page can be saved. */
	*out = (struct recommendation_list){ .version = 1, .locked_by = "", .document_hash = "" };
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = list_get(out, ctx, call_id)) != OK || (st = rows_get(out, ctx, call_id)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK || (st = scheme_of(&out->scheme, ctx, out->version_hash)) != OK)
		return (st);
	suggest_places(out, ctx);
	recommendation_measure(out, ctx);
	return (OK);
}

/* --- proposing ---------------------------------------------------------------------------------------------------- */

const struct recommendation_row *
recommendation_row_of(const struct recommendation_list *list, int64_t application_id)
{
	for (size_t i = 0; i < list->n_rows; i++)
		if (list->rows[i].application_id == application_id)
			return (&list->rows[i]);
	return (NULL);
}

static enum status
check_proposal(
    struct messages *messages, struct ctx *ctx, const struct recommendation_list *list, const struct proposal *proposal)
{
	const struct recommendation_row *row = recommendation_row_of(list, proposal->application_id);
	struct allocation_row checked;

	if (row == NULL)
		return (ERR_NOT_FOUND);
	if (!row->declared)
		return (ERR_FORBIDDEN);
	checked = (struct allocation_row){
		.id = row->application_id,
		.number = row->number,
		.outcome = proposal->outcome,
		.applied = row->applied,
		.proposed = proposal->sum,
		.reason = proposal->reason,
	};
	allocation_check_row(messages, &checked, ctx->lang);
	return (OK);
}

static enum status
put_proposals(
    struct ctx *ctx, const struct recommendation_list *list, const struct proposal *proposals, size_t n, int version)
{
	enum status st;

	if ((st = db_change(ctx, "recommendation_list_touch", PARAMS(INT(list->id), INT(version)))) != OK)
		return (st);
	for (size_t i = 0; st == OK && i < n; i++) {
		const struct proposal *p = &proposals[i];

		/* A row without an outcome has only been moved on the screen; there is nothing to propose yet. */
		if (p->outcome != OUTCOME_NONE)
			st = db_exec(ctx, "recommendation_put",
			    PARAMS(INT(list->id), INT(p->application_id), INT(p->rank),
				TEXT(outcome_proposal_code(p->outcome)), MONEY(p->sum), TEXT(p->reason),
				INSTANT(ctx->now)));
	}
	return (st);
}

enum status
recommendation_save(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct proposal *proposals, size_t n, int version)
{
	enum status st;

	*messages = messages_new(ctx->arena);
	if (list->locked || list->id == 0)
		return (ERR_CONFLICT);
	for (size_t i = 0; i < n; i++)
		if (proposals[i].outcome != OUTCOME_NONE &&
		    (st = check_proposal(messages, ctx, list, &proposals[i])) != OK)
			return (st);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = put_proposals(ctx, list, proposals, n, version)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- locking ------------------------------------------------------------------------------------------------------ */

static enum status
move_cases(struct ctx *ctx, const struct recommendation_list *list, const char *hash)
{
	const char *names[] = { "list" };
	enum status st = OK;

	for (size_t i = 0; st == OK && i < list->n_rows; i++) {
		int64_t id = list->rows[i].application_id;

		if ((st = db_change(ctx, "application_move", PARAMS(INT(id), TEXT("assessed"), TEXT("recommended")))) ==
		    OK)
			st = event_db_add(NULL, ctx, id, "recommended", names, &hash, 1);
	}
	return (st);
}

/* Whose each case is, by the delegation as it stands: a body finds its papers by it. */
static enum status
add_bodies(struct ctx *ctx, const struct recommendation_list *list)
{
	int64_t *ids = arena_array(ctx->arena, list->n_rows, sizeof(*ids));
	const char **bodies = arena_array(ctx->arena, list->n_rows, sizeof(*bodies));
	size_t n = 0;

	for (size_t i = 0; i < list->n_rows; i++) {
		const char *body = delegation_body(list->scheme, list->rows[i].proposed);

		if (body == NULL)
			continue;
		ids[n] = list->rows[i].application_id;
		bodies[n++] = body;
	}
	return (db_exec(ctx, "recommendation_body_add", PARAMS(INT(list->id), INTS(ids, n), TEXTS(bodies, n))));
}

static enum status
lock(struct ctx *ctx, const struct recommendation_list *list, int version)
{
	struct buf pdf = buf_new(ctx->arena);
	const char *hash;
	enum status st;

	if ((st = recommendation_document_pdf(&pdf, ctx, list)) != OK)
		return (st);
	hash = crypto_sha256(ctx->arena, pdf.data, pdf.len);
	if ((st = db_change(ctx, "recommendation_list_lock",
		 PARAMS(INT(list->id), INT(version), INSTANT(ctx->now), TEXT(hash), BYTES(pdf.data, pdf.len)))) != OK ||
	    (st = add_bodies(ctx, list)) != OK)
		return (st);
	return (move_cases(ctx, list, hash));
}

void
recommendation_lock_check(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list)
{
	*messages = messages_new(ctx->arena);
	allocation_check_lock(
	    messages, &list->bar, allocation_rows(list, ctx), list->n_rows, list->n_unfinished, ctx->lang);
	if (list->n_hidden > 0)
		messages_add(messages, MESSAGE_ERROR, "", "",
		    tr(ctx->lang, "Du er inhabil i en eller flere av sakene på listen. En kollega må låse den."));
	if (list->n_undeclared > 0)
		messages_add(messages, MESSAGE_ERROR, "", "",
		    tr(ctx->lang, "Meld fra om habilitet i alle sakene på listen før du låser den."));
	if (list->n_rows == 0)
		messages_add(messages, MESSAGE_ERROR, "", "",
		    tr(ctx->lang, "Listen er tom. Vurder minst én søknad før du låser."));
}

enum status
recommendation_lock(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list, int version)
{
	enum status st;

	recommendation_lock_check(messages, ctx, list);
	if (list->locked || list->id == 0)
		return (ERR_CONFLICT);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = lock(ctx, list, version)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static enum status
locked_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "recommendation_list_pdf", PARAMS(INT(call_id)))) != OK)
		return (db_rollback(ctx, st));
	*pdf = rows_bytes(len, rows, 0, "pdf");
	return (db_commit(ctx));
}

enum status
recommendation_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t call_id)
{
	struct recommendation_list list;
	struct buf out = buf_new(ctx->arena);
	enum status st;

	if ((st = recommendation_load(&list, ctx, call_id)) != OK)
		return (st);
	/* The paper is whole or not at all: of no case may it tell more than the pages do (fvl. § 6, R24). */
	if (list.n_hidden > 0 || list.n_undeclared > 0)
		return (ERR_NOT_FOUND);
	if (list.locked)
		return (locked_pdf(pdf, len, ctx, call_id));
	if ((st = recommendation_document_pdf(&out, ctx, &list)) != OK)
		return (st);
	*pdf = out.data;
	*len = out.len;
	return (OK);
}
