/* scheme_flow.c — the store's way to the database. */
#include "flow/scheme_flow.h"

#include <string.h>

#include "core/log.h"
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
	/* Once in each worker: what pages are made from is already compiled. */
	log_line(LOG_NOTE, NULL, "scheme version %.12s is read and compiled", version_hash);
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

static enum status
put_all(struct ctx *ctx, const struct rows *rows)
{
	enum status st = OK;

	for (int i = 0; i < rows_count(rows) && st == OK; i++) {
		const char *document = rows_text(rows, i, "document");

		st = scheme_store_put(ctx->schemes, rows_text(rows, i, "version_hash"), document, strlen(document));
	}
	return (st);
}

enum status
schemes_of(struct ctx *ctx, const char *const *version_hashes, size_t n)
{
	const char **missing = arena_array(ctx->arena, n, sizeof(*missing));
	struct rows *rows;
	size_t n_missing = 0;
	enum status st;

	for (size_t i = 0; i < n; i++)
		if (!scheme_store_has(ctx->schemes, version_hashes[i]))
			missing[n_missing++] = version_hashes[i];
	if (n_missing == 0)
		return (OK);
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "scheme_documents", PARAMS(TEXTS(missing, n_missing)))) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	return (put_all(ctx, rows));
}
