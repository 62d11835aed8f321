/* history_flow.h — an applicant's other applications, for rules across schemes and years. */
#ifndef FLOW_HISTORY_FLOW_H
#define FLOW_HISTORY_FLOW_H

#include "core/ctx.h"
#include "domain/application.h"

/*
 * What the applicant of an application has else sent, in any scheme, as it is now; nothing of cases the person is cut
 * off from.
 *
 * returns: OK; ERR_UNAVAILABLE; ERR_DB
 */
enum status applicant_history(
    struct history **out, struct ctx *ctx, const struct application *application, struct date today) MUST_CHECK;

/* The same for everyone the person may apply for, before there is an application. */
struct history_mine {
	struct history_case *cases;
	int64_t *organisations, *calls; /* of each case */
	size_t n;
};
enum status history_of_mine(struct history_mine *out, struct ctx *ctx) MUST_CHECK;

/* What one of them has sent, held against a call it may apply in. */
struct history *history_for(struct arena *arena, const struct history_mine *mine, int64_t organisation_id,
    const char *scheme_id, int64_t call_id, int year, struct date today);

#endif
