/* demo_flow.c — reads which accounts are the demo's. */
#include "flow/demo_flow.h"

#include "db/db.h"

static enum status
accounts(struct demo_account **out, size_t *n, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "demo_accounts", PARAMS(NONE))) != OK)
		return (st);
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n + 1, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = (struct demo_account){ rows_int(rows, i, "user_id"), rows_int(rows, i, "unit_id"),
			rows_text(rows, i, "email") };
	return (OK);
}

enum status
demo_accounts(struct demo_account **out, size_t *n, struct ctx *ctx)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = accounts(out, n, ctx)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
demo_accounts_exist(bool *exist, struct ctx *ctx)
{
	struct demo_account *list;
	size_t n;
	enum status st;

	if ((st = demo_accounts(&list, &n, ctx)) == OK)
		*exist = n > 0;
	return (st);
}

enum status
demo_mail_done(struct ctx *ctx)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_exec(ctx, "demo_mail_done", PARAMS(INSTANT(ctx->now)))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
