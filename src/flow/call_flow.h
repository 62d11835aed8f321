/* call_flow.h — announcing a call: when, how much, and the money that goes with it. */
#ifndef FLOW_CALL_FLOW_H
#define FLOW_CALL_FLOW_H

#include "core/ctx.h"
#include "core/money.h"

struct call_announcement {
	const char *scheme_id;
	int year, round;  /* round from 1 within the year */
	const char *kind; /* "fixed", "continuous", "extra" */
	instant opens_at, closes_at;
	struct date covers_from, covers_to; /* none when the scheme doesn't say */
	money frame;
	struct date answer_by; /* when applicants can expect an answer at the latest */
	const char *contact_name, *contact_phone, *contact_email;
};

/*
 * Announces a call under the scheme's newest published version, and enters its frame in the ledger. As DB_JOBS.
 *
 * returns: OK; ERR_NOT_FOUND when nothing of the scheme is published; ERR_INVALID when it closes before it opens or the
 *          contact is missing; ERR_CONFLICT when the year has that round already
 */
enum status call_open(int64_t *id, struct ctx *ctx, const struct call_announcement *announcement) MUST_CHECK;

#endif
