/* deadline_calendar.h — when calls open and close, as a calendar that people subscribe to (S7). */
#ifndef FLOW_DEADLINE_CALENDAR_H
#define FLOW_DEADLINE_CALENDAR_H

#include "core/buf.h"
#include "core/ctx.h"
#include "domain/open_call.h"

struct deadlines_asked {
	enum scheme_area area; /* AREA__MAX for all */
	const char *scheme_id; /* "" for all */
	const char *url;       /* the installation's address, without a last slash */
	const char *name;      /* what the calendar is called */
	enum lang lang;
};

/*
 * What has opened or closed in the last 31 days, and what will. A call without a deadline of its own is there with its
 * opening alone; one that is cancelled or on hold goes out of the calendar when it is fetched again.
 *
 * returns: OK; ERR_DB; ERR_UNAVAILABLE; ERR_IO
 */
enum status deadline_calendar(struct buf *out, struct ctx *ctx, const struct deadlines_asked *asked) MUST_CHECK;

#endif
