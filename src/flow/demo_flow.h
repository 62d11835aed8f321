/* demo_flow.h — whether demo data is there: a production system must not start with accounts whose password is known.
 */
#ifndef FLOW_DEMO_FLOW_H
#define FLOW_DEMO_FLOW_H

#include "core/ctx.h"

/*
 * Whether any account of the demo exists. As any role.
 * returns: OK; ERR_UNAVAILABLE; ERR_DB
 */
enum status demo_accounts_exist(bool *exist, struct ctx *ctx) MUST_CHECK;

struct demo_account {
	int64_t user_id, unit_id; /* unit_id: 0 for those without a unit */
	const char *email;
};

/* All of them, in the order they were made. */
enum status demo_accounts(struct demo_account **out, size_t *n, struct ctx *ctx) MUST_CHECK;

/* Marks e-mail to demo addresses as sent: it tells of a past that is invented. As DB_JOBS. */
enum status demo_mail_done(struct ctx *ctx) MUST_CHECK;

#endif
