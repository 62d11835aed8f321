/* mail_job.c — takes a letter, hands it to the mail server, writes down what came of it. */
#include "jobs/mail_job.h"

#include <inttypes.h>

#include "core/log.h"
#include "db/db.h"
#include "db/mail_db.h"

/* Minutes until the next attempt: a server that is restarted, one that is mended, one that is down over a weekend. */
static const int waits[] = { 1, 5, 30, 120, 480, 720, 720, 720, 720 };

#define WAITS ((int)(sizeof(waits) / sizeof(waits[0])))

static enum status
take(struct mail_row *mail, struct ctx *ctx)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = mail_db_take(mail, ctx)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static enum status
note_down(struct ctx *ctx, const struct mail_row *mail, enum status outcome, const char *why)
{
	int minutes = outcome == ERR_INVALID || mail->attempts > WAITS ? 0 : waits[mail->attempts - 1];
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	st = outcome == OK ? mail_db_sent(ctx, mail->id) : mail_db_failed(ctx, mail->id, why, minutes);
	if (st != OK)
		return (db_rollback(ctx, st));
	if (outcome != OK)
		log_line(minutes == 0 ? LOG_ERROR : LOG_WARNING, ctx->request_id,
		    "letter %" PRId64 " attempt %d: %s; %s", mail->id, mail->attempts, why,
		    minutes == 0 ? "given up" : "it is tried again");
	return (db_commit(ctx));
}

enum status
mail_job_run(int *sent, struct ctx *ctx, const struct smtp_server *server)
{
	struct mail_row mail;
	enum status st = OK, outcome = OK;

	*sent = 0;
	while (outcome != ERR_UNAVAILABLE && (st = take(&mail, ctx)) == OK) {
		struct smtp_letter letter = { .to = mail.to,
			.subject = mail.subject,
			.body = mail.body,
			.id = arena_printf(ctx->arena, "mail-%" PRId64, mail.id),
			.written_at = mail.created_at };
		const char *why = "";

		outcome = smtp_send(&why, ctx->arena, server, &letter);
		if ((st = note_down(ctx, &mail, outcome, why)) != OK)
			return (st);
		*sent += outcome == OK;
	}
	return (st == ERR_NOT_FOUND ? OK : st);
}
