/* organisation_flow.c — checks and writes organisations. */
#include "flow/organisation_flow.h"

#include "core/orgnr.h"
#include "core/text.h"
#include "db/db.h"

static bool
valid(const struct organisation *o)
{
	return (orgnr_valid(o->orgnr) && !text_blank(o->name) && !text_blank(o->form) && o->lang != LANG_EN &&
		(o->account_number == NULL || account_valid(o->account_number)));
}

static enum status
put(int64_t *id, struct ctx *ctx, const struct organisation *o)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "organisation_put",
		 PARAMS(TEXT(orgnr_digits(ctx->arena, o->orgnr)), TEXT(o->name), TEXT(applicant_kind_code(o->kind)),
		     TEXT(o->form), TEXT(o->municipality), TEXT(o->address == NULL ? "" : o->address),
		     TEXT(lang_code(o->lang)), BOOL(o->in_voluntary_register), BOOL(o->immigrant_organisation),
		     TEXT(o->account_number), BOOL(o->demo)))) != OK)
		return (st);
	*id = rows_int(rows, 0, "organisation_id");
	return (OK);
}

enum status
organisation_save(int64_t *id, struct ctx *ctx, const struct organisation *organisation)
{
	enum status st;

	if (!valid(organisation))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = put(id, ctx, organisation)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
