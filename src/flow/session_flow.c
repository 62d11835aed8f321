/* session_flow.c — sessions behind cookies, and form keys that make a repeated click harmless. */
#include "flow/session_flow.h"

#include <string.h>

#include "core/crypto.h"
#include "db/db.h"
#include "db/session_db.h"

#define KEY_MOST 200

static const char *
hash_of(struct ctx *ctx, const char *token)
{
	return (crypto_sha256(ctx->arena, token, strlen(token)));
}

static void
become(struct ctx *ctx, const struct session_row *row)
{
	ctx->user_id = row->user_id;
	ctx->user_name = row->name;
	ctx->role = row->role;
	ctx->unit_id = row->unit_id;
	ctx->lang = row->lang;
}

enum status
session_load(struct session *out, struct ctx *ctx, const char *token)
{
	const char *token_hash = hash_of(ctx, token);
	struct session_row row;
	enum status st;

	if (token[0] == '\0')
		return (ERR_NOT_FOUND);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = session_db_load(&row, ctx, token_hash, SESSION_IDLE_HOURS)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	become(ctx, &row);
	*out = (struct session){
		.token_hash = token_hash,
		.email = row.email,
		.body_id = row.body_id,
		.organisation_id = row.organisation_id,
		.organisation_name = row.organisation,
		.organisations = row.organisations,
	};
	return (OK);
}

enum status
session_start(const char **token, struct ctx *ctx, int64_t user_id)
{
	const char *fresh = crypto_token(ctx->arena);
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = session_db_add(ctx, hash_of(ctx, fresh), user_id, SESSION_HOURS)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) == OK)
		*token = fresh;
	return (st);
}

enum status
session_end(struct ctx *ctx, const char *token)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = session_db_remove(ctx, hash_of(ctx, token))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
session_choose_organisation(struct ctx *ctx, const struct session *session, int64_t organisation_id)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = session_db_choose(ctx, session->token_hash, organisation_id)) != OK)
		return (db_rollback(ctx, st == ERR_CONFLICT ? ERR_NOT_FOUND : st));
	return (db_commit(ctx));
}

/* --- form keys ---------------------------------------------------------------------------------------------------- */

/* The same key on another page or with another person is another key. */
static const char *
key_hash_of(struct ctx *ctx, const char *key, const char *path)
{
	const char *parts[] = { key, path, arena_printf(ctx->arena, "%lld", (long long)ctx->user_id) };

	return (crypto_sha256_parts(ctx->arena, parts, sizeof(parts) / sizeof(parts[0])));
}

/* The key was used: what it got is the answer, and the transaction has nothing more to do. */
static enum status
answer_again(bool *repeated, struct form_key *key, struct ctx *ctx)
{
	enum status st = form_key_db_earlier(&key->status, &key->location, ctx, key->key_hash, key->body_hash);

	/* Gone between claim and reading: cleared out just now, so it is as good as never used. */
	if (st == ERR_NOT_FOUND)
		st = ERR_UNAVAILABLE;
	*repeated = st == OK;
	return (db_rollback(ctx, st));
}

enum status
form_key_claim(
    bool *repeated, struct form_key *out, struct ctx *ctx, const char *key, const char *path, const char *body_hash)
{
	enum status st;

	if (key[0] == '\0' || strlen(key) > KEY_MOST)
		return (ERR_INVALID);
	*out = (struct form_key){ .key_hash = key_hash_of(ctx, key, path),
		.body_hash = crypto_sha256(ctx->arena, body_hash, strlen(body_hash)),
		.location = "" };
	*repeated = false;
	db_hold(ctx);
	if ((st = db_begin(ctx)) != OK)
		return (db_rollback(ctx, st));
	if ((st = form_key_db_claim(ctx, out->key_hash, out->body_hash)) == ERR_CONFLICT)
		return (answer_again(repeated, out, ctx));
	return (st == OK ? db_commit(ctx) : db_rollback(ctx, st));
}

enum status
form_key_answer(struct ctx *ctx, const struct form_key *key, int status, const char *location)
{
	enum status st;

	if (!db_held(ctx))
		return (OK);
	if ((st = db_begin(ctx)) != OK)
		return (db_rollback(ctx, st));
	if ((st = form_key_db_answer(ctx, key->key_hash, key->body_hash, status, location)) != OK)
		return (db_rollback(ctx, st));
	return (db_release(ctx));
}
