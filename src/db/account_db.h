/* account_db.h — accounts, login attempts and reset links as rows. */
#ifndef DB_ACCOUNT_DB_H
#define DB_ACCOUNT_DB_H

#include <stdbool.h>

#include "core/ctx.h"

/* returns: OK; ERR_FORBIDDEN when the account must wait */
enum status login_attempt_db_begin(
    int64_t *attempt_id, struct ctx *ctx, const char *account_hash, int most, int minutes) MUST_CHECK;
enum status login_attempt_db_succeeded(struct ctx *ctx, int64_t attempt_id) MUST_CHECK;

/* returns: ERR_NOT_FOUND when nobody can log in with that address */
enum status
account_db_login(int64_t *user_id, const char **password_hash, struct ctx *ctx, const char *email) MUST_CHECK;

/* Fills user_id, user_name, role, unit_id and lang of ctx. */
enum status account_db_become(struct ctx *ctx, int64_t user_id) MUST_CHECK;
/* The same by address, for the command line. returns: ERR_NOT_FOUND when there is no open account with it */
enum status account_db_become_email(struct ctx *ctx, const char *email) MUST_CHECK;
enum status account_db_set_lang(struct ctx *ctx, enum lang lang) MUST_CHECK;

/* returns: ERR_NOT_FOUND when there is no open account, or too many links */
enum status password_reset_db_make(const char **name, enum lang *lang, struct ctx *ctx, const char *email,
    const char *token_hash, int minutes, int most) MUST_CHECK;
enum status password_reset_db_works(bool *works, struct ctx *ctx, const char *token_hash) MUST_CHECK;
enum status
password_reset_db_use(bool *used, struct ctx *ctx, const char *token_hash, const char *password_hash) MUST_CHECK;

struct account_row {
	const char *email, *name, *phone;  /* phone NULL for none */
	const char *unit_code, *body_code; /* NULL for none */
	const char *password_hash;         /* NULL: as it is */
	enum role role;
	enum lang lang;
	bool demo, active, has_password; /* the last two are read, not written */
};
/* returns: ERR_NOT_FOUND when there is no such unit or body */
enum status account_db_put(int64_t *user_id, struct ctx *ctx, const struct account_row *row) MUST_CHECK;
/* returns: ERR_CONFLICT when there is no such account */
enum status account_db_put_password(struct ctx *ctx, const char *email, const char *password_hash) MUST_CHECK;
enum status account_db_put_active(struct ctx *ctx, const char *email, bool active) MUST_CHECK;
enum status account_db_list(struct account_row **out, size_t *n, struct ctx *ctx) MUST_CHECK;
/* Lets a person write for an organisation. returns: ERR_CONFLICT when there is no such account or organisation */
enum status
account_db_join(struct ctx *ctx, const char *email, const char *orgnr, bool may_sign, bool may_administer) MUST_CHECK;

#endif
