/* account_flow.h — logging in, a forgotten password, and what people decide about their own account. */
#ifndef FLOW_ACCOUNT_FLOW_H
#define FLOW_ACCOUNT_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "core/ctx.h"

/* Ten wrong passwords in a quarter of an hour, and the account waits; the same for accounts that do not exist. */
#define LOGIN_FAILURES 10
#define LOGIN_WINDOW_MINUTES 15

/* Code points. No rules on kinds of characters (source: NIST SP 800-63B section 5.1.1.2). */
#define PASSWORD_SHORTEST 12
#define PASSWORD_LONGEST 200

/*
 * Checks e-mail and password and starts a session. Takes as long for an account that does not exist.
 *
 * token:   arena; for the cookie; set when OK
 * ctx:     when OK it says who logged in: user_id, user_name, role, unit_id, lang
 * returns: OK; ERR_INVALID when e-mail or password is wrong, or the account closed: one answer for all;
 *          ERR_FORBIDDEN after too many failures: wait LOGIN_WINDOW_MINUTES; ERR_UNAVAILABLE, ERR_DB, ERR_LIMIT
 */
enum status account_login(const char **token, struct ctx *ctx, const char *email, const char *password) MUST_CHECK;

/*
 * Sends a link that sets a new password, valid an hour, once. Earlier links stop working. Three mails an hour at most.
 *
 * site_url: "https://tilskudd.fylke.no", from the settings and never from the request's Host; the link is site_url
 *           "/nytt-passord/" token
 * returns:  OK whether or not there is such an account; ERR_UNAVAILABLE, ERR_DB
 */
enum status account_reset_request(struct ctx *ctx, const char *email, const char *site_url) MUST_CHECK;

/*
 * Whether a link still works, for showing its form.
 * returns: OK; ERR_NOT_FOUND when it is used, too old or unknown
 */
enum status account_reset_check(struct ctx *ctx, const char *token) MUST_CHECK;

/*
 * Sets the password, spends the link and ends every session of the account.
 *
 * returns: OK; ERR_NOT_FOUND as above; ERR_INVALID when the password is shorter than PASSWORD_SHORTEST or longer than
 *          PASSWORD_LONGEST; ERR_LIMIT, ERR_UNAVAILABLE, ERR_DB
 */
enum status account_reset_use(struct ctx *ctx, const char *token, const char *password) MUST_CHECK;

/* Changes the language of the person in ctx, and ctx->lang. */
enum status account_set_lang(struct ctx *ctx, enum lang lang) MUST_CHECK;

struct account {
	const char *email, *name, *phone;
	enum role role;
	const char *unit_code; /* officers and leaders */
	const char *body_code; /* politicians; may be "" */
	enum lang lang;
	bool demo;
};

/*
 * Makes an account, or changes the one with the same e-mail. For the command line and the demo data, as DB_JOBS.
 *
 * password: NULL leaves it as it is (a new account then logs in through "forgotten password")
 * returns:  OK; ERR_INVALID when e-mail, name, password, unit or body is not right (role and unit must agree:
 *           officers and leaders have one, others not)
 */
enum status
account_save(int64_t *user_id, struct ctx *ctx, const struct account *account, const char *password) MUST_CHECK;

/*
 * Sets a password from the command line and ends the account's sessions; DB_JOBS.
 * returns: OK; ERR_NOT_FOUND; ERR_INVALID for a password too short or too long
 */
enum status account_set_password(struct ctx *ctx, const char *email, const char *password) MUST_CHECK;

/* Opens or closes an account; DB_JOBS. returns: OK; ERR_NOT_FOUND */
enum status account_set_active(struct ctx *ctx, const char *email, bool active) MUST_CHECK;

/* Lets a person write for an organisation; DB_JOBS. returns: OK; ERR_NOT_FOUND when one of them is not there */
enum status
account_join(struct ctx *ctx, const char *email, const char *orgnr, bool may_sign, bool may_administer) MUST_CHECK;

#endif
