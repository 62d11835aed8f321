/* mail_db.c — fills and empties the outbox. */
#include "db/mail_db.h"

#include "db/db.h"

enum status
mail_db_add(struct ctx *ctx, const char *to, const char *subject, const char *body)
{
	return (db_exec(ctx, "mail_add", PARAMS(TEXT(to), TEXT(subject), TEXT(body))));
}

enum status
mail_db_take(struct mail_row *out, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "mail_take", PARAMS(NONE))) != OK)
		return (st);
	*out = (struct mail_row){
		.id = rows_int(rows, 0, "mail_id"),
		.to = rows_text(rows, 0, "to_address"),
		.subject = rows_text(rows, 0, "subject"),
		.body = rows_text(rows, 0, "body"),
		.created_at = rows_instant(rows, 0, "created_at"),
		.attempts = (int)rows_int(rows, 0, "attempts"),
	};
	return (OK);
}

enum status
mail_db_sent(struct ctx *ctx, int64_t mail_id)
{
	return (db_exec(ctx, "mail_sent", PARAMS(INT(mail_id))));
}

enum status
mail_db_failed(struct ctx *ctx, int64_t mail_id, const char *why, int minutes)
{
	return (db_exec(ctx, "mail_failed", PARAMS(INT(mail_id), TEXT(why), ID(minutes))));
}
