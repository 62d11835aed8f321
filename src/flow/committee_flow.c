/* committee_flow.c — reading a body's papers; which are the body's is decided in PostgreSQL. */
#include "flow/committee_flow.h"

#include "db/db.h"

static const char *
title_of(const struct rows *rows, int i, const struct ctx *ctx)
{
	struct lang_text title = rows_lang(rows, i, "title");

	return (lang_pick(&title, ctx->lang));
}

static enum status
body_read(struct committee *out, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "committee_body", PARAMS(NONE))) == OK && rows_count(rows) > 0)
		out->body = (struct lang_text){
			.in = { [LANG_NB] = rows_text(rows, 0, "name_nb"), [LANG_NN] = rows_text(rows, 0, "name_nn") }
		};
	return (st);
}

static enum status
lists_read(struct committee *out, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "committee_lists", PARAMS(NONE))) != OK)
		return (st);
	out->n_lists = (size_t)rows_count(rows);
	out->lists = arena_array(ctx->arena, out->n_lists, sizeof(*out->lists));
	ROWS_EACH(i, rows) {
		out->lists[i] = (struct committee_list){
			.call_id = rows_int(rows, i, "call_id"),
			.batch = (int)rows_int(rows, i, "batch"),
			.title = title_of(rows, i, ctx),
			.year = (int)rows_int(rows, i, "year"),
			.round = (int)rows_int(rows, i, "round"),
			.locked_at = rows_instant(rows, i, "locked_at"),
			.n_cases = rows_int(rows, i, "n_cases"),
			.n_waiting = rows_int(rows, i, "n_waiting"),
			.applied = rows_money(rows, i, "applied_ore"),
			.proposed = rows_money(rows, i, "proposed_ore"),
			.frame = rows_money(rows, i, "frame_ore"),
		};
		(void)call_kind_parse(&out->lists[i].kind, rows_text(rows, i, "kind"));
	}
	return (OK);
}

static enum status
decisions_read(struct committee *out, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "committee_decisions", PARAMS(NONE))) != OK)
		return (st);
	out->n_decisions = (size_t)rows_count(rows);
	out->decisions = arena_array(ctx->arena, out->n_decisions, sizeof(*out->decisions));
	ROWS_EACH(i, rows) {
		out->decisions[i] = (struct committee_decision){
			.call_id = rows_int(rows, i, "call_id"),
			.batch = (int)rows_int(rows, i, "batch"),
			.title = title_of(rows, i, ctx),
			.year = (int)rows_int(rows, i, "year"),
			.round = (int)rows_int(rows, i, "round"),
			.decided_on = rows_day(rows, i, "decided_on"),
			.meeting_case = rows_text(rows, i, "meeting_case"),
			.votes_for = (int)rows_int(rows, i, "votes_for"),
			.votes_against = (int)rows_int(rows, i, "votes_against"),
			.n_cases = rows_int(rows, i, "n_cases"),
			.n_grants = rows_int(rows, i, "n_grants"),
			.awarded = rows_money(rows, i, "awarded_ore"),
		};
		(void)call_kind_parse(&out->decisions[i].kind, rows_text(rows, i, "kind"));
	}
	return (OK);
}

static enum status
evaluations_read(struct committee *out, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "committee_evaluations", PARAMS(NONE))) != OK)
		return (st);
	out->n_evaluations = (size_t)rows_count(rows);
	out->evaluations = arena_array(ctx->arena, out->n_evaluations, sizeof(*out->evaluations));
	ROWS_EACH(i, rows) {
		out->evaluations[i] = (struct evaluation_row){
			.scheme_id = rows_text(rows, i, "scheme_id"),
			.title = title_of(rows, i, ctx),
			.year = (int)rows_int(rows, i, "year"),
			.published_at = rows_instant(rows, i, "published_at"),
		};
		area_parse(&out->evaluations[i].area, rows_text(rows, i, "field"));
	}
	return (OK);
}

enum status
committee_load(struct committee *out, struct ctx *ctx)
{
	enum status st;

	*out = (struct committee){ 0 };
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = body_read(out, ctx)) != OK || (st = lists_read(out, ctx)) != OK ||
	    (st = decisions_read(out, ctx)) != OK || (st = evaluations_read(out, ctx)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
committee_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t call_id, int batch)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "committee_pdf", PARAMS(INT(call_id), INT(batch)))) != OK)
		return (db_rollback(ctx, st));
	*pdf = rows_bytes(len, rows, 0, "pdf");
	return (db_commit(ctx));
}
