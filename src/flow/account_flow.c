/* account_flow.c — logging in slowly enough for guessers, and passwords set by link or by hand. */
#include "flow/account_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/email.h"
#include "core/orgnr.h"
#include "core/text.h"
#include "db/account_db.h"
#include "db/db.h"
#include "db/mail_db.h"
#include "flow/session_flow.h"

#define RESET_MINUTES 60
#define RESETS_AN_HOUR 3

/* What is checked when there is no account: the hash of a random password nobody knows, as dear as any other. */
static const char nobody[] =
    "$argon2id$v=19$m=65536,t=2,p=1$llMuqRA1HQUc+O6wcMAW0w$IJxDedt6hUPDO55kQKEz4ux83mcPhkXid6HRTdHrjh4";

static const char *
folded(struct ctx *ctx, const char *email)
{
	return (text_fold(ctx->arena, text_trim(ctx->arena, email)));
}

static bool
password_fits(const char *password)
{
	size_t length = text_length(password);

	return (length >= PASSWORD_SHORTEST && length <= PASSWORD_LONGEST);
}

/* --- logging in --------------------------------------------------------------------------------------------------- */

struct login {
	int64_t attempt_id, user_id; /* user_id 0: there is no such account */
	const char *password_hash;
};

/* Counted as failed before the password is looked at, so that many guesses at once are counted too. */
static enum status
login_begin(struct login *login, struct ctx *ctx, const char *email)
{
	const char *account_hash = crypto_sha256(ctx->arena, email, strlen(email));
	enum status st;

	*login = (struct login){ .password_hash = nobody };
	if ((st = db_begin(ctx)) != OK)
		return (st);
	st = login_attempt_db_begin(&login->attempt_id, ctx, account_hash, LOGIN_FAILURES, LOGIN_WINDOW_MINUTES);
	if (st != OK)
		return (db_rollback(ctx, st));
	st = account_db_login(&login->user_id, &login->password_hash, ctx, email);
	if (st != OK && st != ERR_NOT_FOUND)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static enum status
login_done(const char **token, struct ctx *ctx, const struct login *login)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = login_attempt_db_succeeded(ctx, login->attempt_id)) != OK ||
	    (st = account_db_become(ctx, login->user_id)) != OK)
		return (db_rollback(ctx, st == ERR_NOT_FOUND ? ERR_INVALID : st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	return (session_start(token, ctx, login->user_id));
}

enum status
account_login(const char **token, struct ctx *ctx, const char *email, const char *password)
{
	struct login login;
	bool right;
	enum status st;

	if (strlen(email) > 254)
		email = "";
	if (text_length(password) > PASSWORD_LONGEST)
		password = "";
	if ((st = login_begin(&login, ctx, folded(ctx, email))) != OK)
		return (st);
	right = crypto_password_matches(login.password_hash, password);
	if (!right || login.user_id == 0)
		return (ERR_INVALID);
	return (login_done(token, ctx, &login));
}

/* --- a forgotten password ------------------------------------------------------------------------------------------
 */

static const char *
hash_of(struct ctx *ctx, const char *token)
{
	return (crypto_sha256(ctx->arena, token, strlen(token)));
}

static enum status
reset_mail(struct ctx *ctx, const char *to, const char *name, enum lang lang, const char *link)
{
	return (mail_db_add(ctx, to, tr(lang, "Nytt passord"),
	    tr_printf(ctx->arena, lang,
		"Hei %s\n\n"
		"Noen, trolig du, har bedt om nytt passord for denne e-postadressen. Velg et nytt passord her:\n\n"
		"%s\n\n"
		"Lenken virker i én time og kan brukes én gang. Har du ikke bedt om dette, kan du se bort fra "
		"e-posten. Passordet ditt er da som før.\n",
		text_one_line(ctx->arena, name), link)));
}

enum status
account_reset_request(struct ctx *ctx, const char *email, const char *site_url)
{
	const char *token = crypto_token(ctx->arena), *to = folded(ctx, email), *name;
	const char *link = arena_printf(ctx->arena, "%s/nytt-passord/%s", site_url, token);
	enum lang lang;
	enum status st;

	if (text_blank(email) || strlen(email) > 254)
		return (OK);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	st = password_reset_db_make(&name, &lang, ctx, to, hash_of(ctx, token), RESET_MINUTES, RESETS_AN_HOUR);
	if (st == OK)
		st = reset_mail(ctx, to, name, lang, link);
	return (st == OK || st == ERR_NOT_FOUND ? db_commit(ctx) : db_rollback(ctx, st));
}

enum status
account_reset_check(struct ctx *ctx, const char *token)
{
	bool works = false;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = password_reset_db_works(&works, ctx, hash_of(ctx, token))) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	return (works ? OK : ERR_NOT_FOUND);
}

enum status
account_reset_use(struct ctx *ctx, const char *token, const char *password)
{
	char *password_hash;
	bool used = false;
	enum status st;

	if (!password_fits(password))
		return (ERR_INVALID);
	if ((st = account_reset_check(ctx, token)) != OK ||
	    (st = crypto_password_hash(&password_hash, ctx->arena, password)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	st = password_reset_db_use(&used, ctx, hash_of(ctx, token), password_hash);
	if (st == OK && !used)
		st = ERR_NOT_FOUND;
	return (st == OK ? db_commit(ctx) : db_rollback(ctx, st));
}

enum status
account_set_lang(struct ctx *ctx, enum lang lang)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = account_db_set_lang(ctx, lang)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) == OK)
		ctx->lang = lang;
	return (st);
}

/* --- from the command line ------------------------------------------------------------------------------------------
 */

static bool
account_fits(const struct account *account, const char *email)
{
	bool has_unit = !text_blank(account->unit_code);

	return (email_sendable(email) && !text_blank(account->name) && account->role != ROLE_NONE &&
		has_unit == (account->role == ROLE_OFFICER || account->role == ROLE_LEADER));
}

static const char *
or_null(const char *text)
{
	return (text_blank(text) ? NULL : text);
}

/* NULL stays NULL. */
static enum status
password_hash_of(char **out, struct ctx *ctx, const char *password)
{
	*out = NULL;
	if (password == NULL)
		return (OK);
	return (password_fits(password) ? crypto_password_hash(out, ctx->arena, password) : ERR_INVALID);
}

enum status
account_save(int64_t *user_id, struct ctx *ctx, const struct account *account, const char *password)
{
	struct account_row row = { .email = folded(ctx, account->email),
		.name = account->name,
		.phone = or_null(account->phone),
		.unit_code = or_null(account->unit_code),
		.body_code = or_null(account->body_code),
		.role = account->role,
		.lang = account->lang,
		.demo = account->demo };
	char *password_hash;
	enum status st;

	if (!account_fits(account, row.email))
		return (ERR_INVALID);
	if ((st = password_hash_of(&password_hash, ctx, password)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	row.password_hash = password_hash;
	if ((st = account_db_put(user_id, ctx, &row)) != OK)
		return (db_rollback(ctx, st == ERR_NOT_FOUND ? ERR_INVALID : st));
	return (db_commit(ctx));
}

/* Rows that were not there are told as such. */
static enum status
finish(struct ctx *ctx, enum status st)
{
	if (st != OK)
		return (db_rollback(ctx, st == ERR_CONFLICT ? ERR_NOT_FOUND : st));
	return (db_commit(ctx));
}

enum status
account_set_password(struct ctx *ctx, const char *email, const char *password)
{
	char *password_hash;
	enum status st;

	if ((st = password_hash_of(&password_hash, ctx, password == NULL ? "" : password)) != OK ||
	    (st = db_begin(ctx)) != OK)
		return (st);
	return (finish(ctx, account_db_put_password(ctx, folded(ctx, email), password_hash)));
}

enum status
account_set_active(struct ctx *ctx, const char *email, bool active)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	return (finish(ctx, account_db_put_active(ctx, folded(ctx, email), active)));
}

enum status
account_join(struct ctx *ctx, const char *email, const char *orgnr, bool may_sign, bool may_administer)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	return (finish(
	    ctx, account_db_join(ctx, folded(ctx, email), orgnr_digits(ctx->arena, orgnr), may_sign, may_administer)));
}
