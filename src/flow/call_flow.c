/* call_flow.c — writes a call and its frame in one transaction. */
#include "flow/call_flow.h"

#include "core/text.h"
#include "db/db.h"

static enum status
insert(int64_t *id, struct ctx *ctx, const struct call_announcement *a)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "call_open",
		 PARAMS(TEXT(a->scheme_id), INT(a->year), INT(a->round), TEXT(a->kind), INSTANT(a->opens_at),
		     INSTANT(a->closes_at), DAY(a->covers_from), DAY(a->covers_to), MONEY(a->frame), DAY(a->answer_by),
		     TEXT(a->contact_name), TEXT(a->contact_phone), TEXT(a->contact_email)))) != OK)
		return (st);
	*id = rows_int(rows, 0, "call_id");
	if (a->frame.ore == 0)
		return (OK);
	return (db_exec(
	    ctx, "ledger_enter", PARAMS(INT(*id), TEXT("budget"), NOTHING, MONEY(a->frame), TEXT("utlysning"))));
}

enum status
call_open(int64_t *id, struct ctx *ctx, const struct call_announcement *announcement)
{
	enum status st;

	if (announcement->opens_at >= announcement->closes_at || date_none(announcement->answer_by) ||
	    text_blank(announcement->contact_name) || text_blank(announcement->contact_phone) ||
	    text_blank(announcement->contact_email) || announcement->frame.ore < 0)
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = insert(id, ctx, announcement)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
