/* mail_db.h — the outbox as rows. */
#ifndef DB_MAIL_DB_H
#define DB_MAIL_DB_H

#include "core/ctx.h"

struct mail_row {
	int64_t id;
	const char *to, *subject, *body;
	instant created_at;
	int attempts; /* this one included */
};

enum status mail_db_add(struct ctx *ctx, const char *to, const char *subject, const char *body) MUST_CHECK;

/* returns: ERR_NOT_FOUND when nothing is due */
enum status mail_db_take(struct mail_row *out, struct ctx *ctx) MUST_CHECK;
enum status mail_db_sent(struct ctx *ctx, int64_t mail_id) MUST_CHECK;
/* minutes: until the next attempt; 0 gives up */
enum status mail_db_failed(struct ctx *ctx, int64_t mail_id, const char *why, int minutes) MUST_CHECK;

#endif
