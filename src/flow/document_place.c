/* document_place.c — one look in the database each. */
#include "flow/document_place.h"

#include "db/db.h"

static void
take_unit(struct ctx *ctx, const struct rows *rows)
{
	if (ctx->user_id == 0)
		ctx->unit_id = rows_int(rows, 0, "unit_id");
}

enum status
document_place_case(struct document_asked *out, struct ctx *ctx, const char *number)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "document_case", PARAMS(TEXT(number)))) != OK)
		return (db_rollback(ctx, st));
	out->application_id = rows_int(rows, 0, "application_id");
	out->call_id = rows_int(rows, 0, "call_id");
	out->batch = (int)rows_int(rows, 0, "batch");
	out->scheme_id = rows_text(rows, 0, "scheme_id");
	out->year = (int)rows_int(rows, 0, "year");
	take_unit(ctx, rows);
	return (db_commit(ctx));
}

enum status
document_place_draft(struct document_asked *out, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "document_draft", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	out->application_id = rows_int(rows, 0, "application_id");
	return (db_commit(ctx));
}

enum status
document_place_call(struct document_asked *out, struct ctx *ctx, int round)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "document_call", PARAMS(TEXT(out->scheme_id), INT(out->year), INT(round)))) != OK)
		return (db_rollback(ctx, st));
	out->call_id = rows_int(rows, 0, "call_id");
	take_unit(ctx, rows);
	return (db_commit(ctx));
}
