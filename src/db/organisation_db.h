/* organisation_db.h — organisations and memberships as the command line and the demo data write them. */
#ifndef DB_ORGANISATION_DB_H
#define DB_ORGANISATION_DB_H

#include <stdbool.h>

#include "core/ctx.h"

struct organisation_row {
	const char *orgnr, *name;
	const char *kind;              /* "voluntary", "municipality", "enterprise", "cooperation", "person" */
	const char *form;              /* the register's code: "FLI", "AS", "KOMM" ... */
	const char *municipality_code; /* NULL for none */
	const char *address;
	const char *account_number; /* NULL for none */
	enum lang lang;             /* LANG_NB or LANG_NN */
	bool in_voluntary_register, immigrant_organisation, demo;
};

/* Makes it, or brings the one with that number up to date. returns: ERR_NOT_FOUND when there is no such municipality */
enum status
organisation_db_put(int64_t *organisation_id, struct ctx *ctx, const struct organisation_row *row) MUST_CHECK;

/* returns: ERR_NOT_FOUND when there is no such organisation or account */
enum status
membership_db_put(struct ctx *ctx, const char *orgnr, const char *email, bool may_sign, bool may_administer) MUST_CHECK;
/* returns: ERR_CONFLICT when it is no member */
enum status membership_db_remove(struct ctx *ctx, const char *orgnr, const char *email) MUST_CHECK;

#endif
