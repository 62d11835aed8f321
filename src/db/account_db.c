/* account_db.c — reads and writes accounts, login attempts and reset links. */
#include "db/account_db.h"

#include "db/db.h"

enum status
login_attempt_db_begin(int64_t *attempt_id, struct ctx *ctx, const char *account_hash, int most, int minutes)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "login_attempt_begin", PARAMS(TEXT(account_hash), INT(most), INT(minutes)))) != OK)
		return (st);
	if (rows_null(rows, 0, "attempt_id"))
		return (ERR_FORBIDDEN);
	*attempt_id = rows_int(rows, 0, "attempt_id");
	return (OK);
}

enum status
login_attempt_db_succeeded(struct ctx *ctx, int64_t attempt_id)
{
	return (db_exec(ctx, "login_succeeded", PARAMS(INT(attempt_id))));
}

enum status
account_db_login(int64_t *user_id, const char **password_hash, struct ctx *ctx, const char *email)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "login_account", PARAMS(TEXT(email)))) != OK)
		return (st);
	*user_id = rows_int(rows, 0, "user_id");
	*password_hash = rows_text(rows, 0, "password_hash");
	return (OK);
}

enum status
account_db_become(struct ctx *ctx, int64_t user_id)
{
	struct rows *rows;
	enum role role;
	enum lang lang;
	enum status st;

	if ((st = db_one(&rows, ctx, "account_get", PARAMS(INT(user_id)))) != OK)
		return (st);
	if (!role_parse(&role, rows_text(rows, 0, "role")) || !lang_parse(&lang, rows_text(rows, 0, "lang")))
		return (ERR_DB);
	ctx->user_id = user_id;
	ctx->user_name = rows_text(rows, 0, "name");
	ctx->role = role;
	ctx->unit_id = rows_int(rows, 0, "unit_id");
	ctx->lang = lang;
	return (OK);
}

enum status
account_db_become_email(struct ctx *ctx, const char *email)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "account_by_email", PARAMS(TEXT(email)))) != OK)
		return (st);
	return (account_db_become(ctx, rows_int(rows, 0, "user_id")));
}

enum status
account_db_set_lang(struct ctx *ctx, enum lang lang)
{
	return (db_change(ctx, "account_set_lang", PARAMS(TEXT(lang_code(lang)))));
}

enum status
password_reset_db_make(const char **name, enum lang *lang, struct ctx *ctx, const char *email, const char *token_hash,
    int minutes, int most)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "password_reset_make",
		 PARAMS(TEXT(email), TEXT(token_hash), INT(minutes), INT(most)))) != OK)
		return (st);
	*name = rows_text(rows, 0, "name");
	return (lang_parse(lang, rows_text(rows, 0, "lang")) ? OK : ERR_DB);
}

enum status
password_reset_db_works(bool *works, struct ctx *ctx, const char *token_hash)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "password_reset_works", PARAMS(TEXT(token_hash)))) == OK)
		*works = rows_bool(rows, 0, "works");
	return (st);
}

enum status
password_reset_db_use(bool *used, struct ctx *ctx, const char *token_hash, const char *password_hash)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "password_reset_use", PARAMS(TEXT(token_hash), TEXT(password_hash)))) == OK)
		*used = rows_bool(rows, 0, "used");
	return (st);
}

enum status
account_db_put(int64_t *user_id, struct ctx *ctx, const struct account_row *row)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "account_put",
		 PARAMS(TEXT(row->email), TEXT(row->name), TEXT(row->phone), TEXT(role_code(row->role)),
		     TEXT(row->unit_code), TEXT(row->body_code), TEXT(lang_code(row->lang)), BOOL(row->demo),
		     TEXT(row->password_hash)))) == OK)
		*user_id = rows_int(rows, 0, "user_id");
	return (st);
}

/* What it touches is in a "with", so rows tell, not the command's count. */
static enum status
put_by_email(struct ctx *ctx, const char *query, const struct db_param *params, size_t n_params)
{
	struct rows *rows;
	enum status st = db_one(&rows, ctx, query, params, n_params);

	return (st == ERR_NOT_FOUND ? ERR_CONFLICT : st);
}

enum status
account_db_put_password(struct ctx *ctx, const char *email, const char *password_hash)
{
	return (put_by_email(ctx, "account_password_put", PARAMS(TEXT(email), TEXT(password_hash))));
}

enum status
account_db_put_active(struct ctx *ctx, const char *email, bool active)
{
	return (put_by_email(ctx, "account_active_put", PARAMS(TEXT(email), BOOL(active))));
}

enum status
account_db_list(struct account_row **out, size_t *n, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "account_list", PARAMS(NONE))) != OK)
		return (st);
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows) {
		struct account_row *row = &(*out)[i];

		row->email = rows_text(rows, i, "email");
		row->name = rows_text(rows, i, "name");
		row->active = rows_bool(rows, i, "active");
		row->demo = rows_bool(rows, i, "demo");
		row->has_password = rows_bool(rows, i, "has_password");
		row->unit_code = rows_text(rows, i, "unit_code");
		row->body_code = rows_text(rows, i, "body_code");
		if (!role_parse(&row->role, rows_text(rows, i, "role")) ||
		    !lang_parse(&row->lang, rows_text(rows, i, "lang")))
			return (ERR_DB);
	}
	return (OK);
}

enum status
account_db_join(struct ctx *ctx, const char *email, const char *orgnr, bool may_sign, bool may_administer)
{
	return (db_change(ctx, "account_join", PARAMS(TEXT(email), TEXT(orgnr), BOOL(may_sign), BOOL(may_administer))));
}
