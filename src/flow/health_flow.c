/* health_flow.c — one query that needs the connection and the tables. */
#include "flow/health_flow.h"

#include "db/db.h"

enum status
health_check(struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "health", PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
