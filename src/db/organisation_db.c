/* organisation_db.c — writes organisations and memberships. */
#include "db/organisation_db.h"

#include "db/db.h"

enum status
organisation_db_put(int64_t *organisation_id, struct ctx *ctx, const struct organisation_row *row)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "organisation_put",
		 PARAMS(TEXT(row->orgnr), TEXT(row->name), TEXT(row->kind), TEXT(row->form),
		     TEXT(row->municipality_code), TEXT(row->address == NULL ? "" : row->address),
		     TEXT(lang_code(row->lang)), BOOL(row->in_voluntary_register), BOOL(row->immigrant_organisation),
		     TEXT(row->account_number), BOOL(row->demo)))) == OK)
		*organisation_id = rows_int(rows, 0, "organisation_id");
	return (st);
}

enum status
membership_db_put(struct ctx *ctx, const char *orgnr, const char *email, bool may_sign, bool may_administer)
{
	struct rows *rows;

	return (db_one(
	    &rows, ctx, "membership_put", PARAMS(TEXT(orgnr), TEXT(email), BOOL(may_sign), BOOL(may_administer))));
}

enum status
membership_db_remove(struct ctx *ctx, const char *orgnr, const char *email)
{
	return (db_change(ctx, "membership_remove", PARAMS(TEXT(orgnr), TEXT(email))));
}
