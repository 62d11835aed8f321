/* session_db.h — sessions and form keys as rows. */
#ifndef DB_SESSION_DB_H
#define DB_SESSION_DB_H

#include "core/ctx.h"

struct session_row {
	int64_t user_id, unit_id, body_id, organisation_id; /* 0 for none */
	const char *name, *email, *organisation;
	enum role role;
	enum lang lang;
	int organisations;
};

/* returns: ERR_NOT_FOUND when there is none that is still good */
enum status
session_db_load(struct session_row *out, struct ctx *ctx, const char *token_hash, int idle_hours) MUST_CHECK;
enum status session_db_add(struct ctx *ctx, const char *token_hash, int64_t user_id, int hours) MUST_CHECK;
enum status session_db_remove(struct ctx *ctx, const char *token_hash) MUST_CHECK;
/* returns: ERR_CONFLICT when the person in ctx is no member */
enum status session_db_choose(struct ctx *ctx, const char *token_hash, int64_t organisation_id) MUST_CHECK;

/* returns: OK; ERR_CONFLICT when it has been used */
enum status form_key_db_claim(struct ctx *ctx, const char *key_hash, const char *body_hash) MUST_CHECK;
enum status form_key_db_earlier(
    int *status, const char **location, struct ctx *ctx, const char *key_hash, const char *body_hash) MUST_CHECK;
enum status form_key_db_answer(
    struct ctx *ctx, const char *key_hash, const char *body_hash, int status, const char *location) MUST_CHECK;

#endif
