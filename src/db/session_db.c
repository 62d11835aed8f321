/* session_db.c — reads and writes sessions and form keys. */
#include "db/session_db.h"

#include "db/db.h"

enum status
session_db_load(struct session_row *out, struct ctx *ctx, const char *token_hash, int idle_hours)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "session_load", PARAMS(TEXT(token_hash), INT(idle_hours)))) != OK)
		return (st);
	*out = (struct session_row){
		.user_id = rows_int(rows, 0, "user_id"),
		.unit_id = rows_int(rows, 0, "unit_id"),
		.body_id = rows_int(rows, 0, "body_id"),
		.organisation_id = rows_int(rows, 0, "organisation_id"),
		.name = rows_text(rows, 0, "name"),
		.email = rows_text(rows, 0, "email"),
		.organisation = rows_text(rows, 0, "organisation"),
		.organisations = (int)rows_int(rows, 0, "organisations"),
	};
	if (!role_parse(&out->role, rows_text(rows, 0, "role")) || !lang_parse(&out->lang, rows_text(rows, 0, "lang")))
		return (ERR_DB);
	return (OK);
}

enum status
session_db_add(struct ctx *ctx, const char *token_hash, int64_t user_id, int hours)
{
	return (db_exec(ctx, "session_add", PARAMS(TEXT(token_hash), INT(user_id), INT(hours))));
}

enum status
session_db_remove(struct ctx *ctx, const char *token_hash)
{
	return (db_exec(ctx, "session_remove", PARAMS(TEXT(token_hash))));
}

enum status
session_db_choose(struct ctx *ctx, const char *token_hash, int64_t organisation_id)
{
	return (db_change(ctx, "session_choose_organisation", PARAMS(TEXT(token_hash), INT(organisation_id))));
}

enum status
form_key_db_claim(struct ctx *ctx, const char *key_hash, const char *body_hash)
{
	return (db_change(ctx, "form_key_claim", PARAMS(TEXT(key_hash), TEXT(body_hash))));
}

enum status
form_key_db_earlier(int *status, const char **location, struct ctx *ctx, const char *key_hash, const char *body_hash)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "form_key_earlier", PARAMS(TEXT(key_hash), TEXT(body_hash)))) != OK)
		return (st);
	*status = (int)rows_int(rows, 0, "status");
	*location = rows_text(rows, 0, "location");
	return (OK);
}

enum status
form_key_db_answer(struct ctx *ctx, const char *key_hash, const char *body_hash, int status, const char *location)
{
	return (
	    db_change(ctx, "form_key_answer", PARAMS(TEXT(key_hash), TEXT(body_hash), INT(status), TEXT(location))));
}
