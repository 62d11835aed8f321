/* upkeep_job.c — each table that only ever grows is swept here. */
#include "jobs/upkeep_job.h"

#include "db/db.h"
#include "flow/session_flow.h"

enum status
upkeep_job_run(struct ctx *ctx)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_exec(ctx, "session_purge", PARAMS(INT(SESSION_IDLE_HOURS)))) != OK ||
	    (st = db_exec(ctx, "form_key_purge", PARAMS(NONE))) != OK ||
	    (st = db_exec(ctx, "login_attempt_purge", PARAMS(NONE))) != OK ||
	    (st = db_exec(ctx, "password_reset_purge", PARAMS(NONE))) != OK ||
	    (st = db_exec(ctx, "statement_link_purge", PARAMS(NONE))) != OK ||
	    (st = db_exec(ctx, "mail_purge", PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
