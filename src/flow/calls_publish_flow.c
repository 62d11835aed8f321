/* calls_publish_flow.c — proposing calls, and bringing them into force when another has approved. */
#include "flow/calls_publish_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "db/db.h"
#include "flow/call_flow.h"
#include "scheme/call_compile.h"
#include "scheme/complaint_plain.h"

static enum status
refuse(const char **message, enum status st, const char *text)
{
	*message = text;
	return (st);
}

/* ------------------------------------------------------------------------------------------ proposing */

static enum status
proposal_add(int64_t *id, const char **message, struct ctx *ctx, const struct scheme_draft *draft,
    const struct calls_in_force *in_force, const char *why)
{
	struct rows *rows;
	enum status st = db_one(&rows, ctx, "calls_proposal_add",
	    PARAMS(TEXT(draft->scheme_id), INT(in_force->unit_id), INT(draft->id), TEXT(draft->document),
		TEXT(in_force->hash), TEXT(why), INSTANT(ctx->now)));

	if (st == ERR_CONFLICT)
		return (refuse(message, st,
		    tr(ctx->lang,
			"Et annet forslag til utlysningene venter. Det må godkjennes, avslås eller trekkes først.")));
	if (st != OK)
		return (st);
	*id = rows_int(rows, 0, "proposal_id");
	return (db_change(ctx, "scheme_draft_state", PARAMS(INT(draft->id), TEXT("proposed"))));
}

/* Inside a transaction. */
static enum status
propose(int64_t *id, const char **message, struct ctx *ctx, const struct scheme_draft *draft, const char *why)
{
	struct calls_in_force in_force;
	enum status st;

	if ((st = calls_in_force_here(&in_force, ctx, draft->scheme_id)) != OK)
		return (st);
	if (*in_force.hash != '\0' && strcmp(in_force.document, draft->document) == 0)
		return (refuse(message, ERR_CONFLICT,
		    tr(ctx->lang, "Utkastet sier det samme som det som gjelder. Det er ikke noe å foreslå.")));
	return (proposal_add(id, message, ctx, draft, &in_force, why));
}

enum status
calls_propose(int64_t *id, const char **message, struct ctx *ctx, const struct scheme_draft *draft, const char *why)
{
	const struct scheme_checked *checked;
	enum status st;

	*message = NULL;
	if (text_blank(why) || text_length(why) > 2000)
		return (refuse(message, ERR_INVALID,
		    tr(ctx->lang, "Skriv hvorfor utlysningene blir endret, med høyst 2000 tegn.")));
	if ((st = calls_check(&checked, ctx, draft->scheme_id, draft->document, draft->len)) != OK)
		return (st);
	if (checked->plans == NULL)
		return (refuse(message, ERR_INVALID, checked->messages[0].text));
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = propose(id, message, ctx, draft, why)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ bringing into force */

static enum status
still_current(const char **message, struct ctx *ctx, const struct scheme_proposal *proposal)
{
	struct calls_in_force in_force;
	enum status st;

	if ((st = calls_in_force_here(&in_force, ctx, proposal->scheme_id)) != OK)
		return (st);
	if (strcmp(in_force.hash, proposal->base_calls) != 0)
		return (refuse(message, ERR_CONFLICT,
		    tr(ctx->lang, "Utlysningene er endret siden dette ble foreslått. Forslaget må trekkes og lages på "
				  "nytt fra det som gjelder nå.")));
	return (OK);
}

enum status
calls_publish(const char **message, struct ctx *ctx, const struct scheme_proposal *proposal)
{
	const struct call_author author = { ctx->user_id, ctx->user_name, proposal->id };
	struct scheme_messages messages = scheme_messages_new(ctx->arena, ctx->lang);
	const struct call_plans *plans = NULL;
	struct call_imported done;
	enum status st;

	st = call_compile(&plans, &messages, ctx->arena, "", proposal->document, strlen(proposal->document));
	if (st == OK && (st = still_current(message, ctx, proposal)) == OK)
		st = call_import_here(&done, &messages, ctx, plans, proposal->document, &author);
	/* A call that has opened meanwhile can't be changed as it could when this was proposed. */
	if (st == ERR_INVALID && messages.n > 0)
		return (
		    refuse(message, st, complaint_plain(ctx->arena, ctx->lang, &call_vocabulary, &messages.list[0])));
	return (st);
}
