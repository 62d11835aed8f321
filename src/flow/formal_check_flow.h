/* formal_check_flow.h — the formal check: complete, or proposed for dismissal. */
#ifndef FLOW_FORMAL_CHECK_FLOW_H
#define FLOW_FORMAL_CHECK_FLOW_H

#include "domain/eligibility.h"
#include "flow/application_flow.h"

struct formal_item {
	const char *rule_id;
	bool passed;
	const char *note;
};

struct formal_check {
	bool done;
	bool dismiss;
	const char *reason, *late_accepted_because, *checked_by;
	instant checked_at;
	struct formal_item *items;
	size_t n_items;
};

/* The check as registered; done is false when there is none yet. */
enum status formal_check_of(struct formal_check *out, struct ctx *ctx, int64_t id) MUST_CHECK;

/*
 * Registers the check. Complete sends the case on to assessment; dismiss proposes avvisning and skips the assessment.
 * A late application is dismissed or accepted on a stated ground (R77).
 *
 * message: what is missing, in ctx->lang, with ERR_INVALID
 * returns: OK; ERR_INVALID; ERR_FORBIDDEN before the declaration; ERR_CONFLICT when the case has moved on
 */
enum status formal_check_register(const char **message, struct ctx *ctx, const struct application *application,
    const struct formal_check *check) MUST_CHECK;

#endif
