/* scheme_flow.c — the store's way to the database. */
#include "flow/scheme_flow.h"

#include <string.h>

#include "db/db.h"

static enum status
read_document(const char **out, size_t *len, struct ctx *ctx, const char *version_hash)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "scheme_document", PARAMS(TEXT(version_hash)))) != OK)
		return (st);
	*out = rows_text(rows, 0, "document");
	*len = strlen(*out);
	return (OK);
}

static enum status
fetch(const char **out, size_t *len, struct arena *arena, void *user, const char *version_hash)
{
	struct ctx *ctx = user;
	enum status st;

	(void)arena;
	if (db_in_transaction(ctx))
		return (read_document(out, len, ctx, version_hash));
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = read_document(out, len, ctx, version_hash)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

struct scheme_store *
scheme_flow_store(void)
{
	return (scheme_store_new(fetch));
}

enum status
scheme_of(const struct scheme **out, struct ctx *ctx, const char *version_hash)
{
	return (scheme_store_get(out, ctx->schemes, ctx->arena, ctx, version_hash));
}
