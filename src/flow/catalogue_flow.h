/* catalogue_flow.h — finding a scheme and reading about it; nobody needs to be logged in. */
#ifndef FLOW_CATALOGUE_FLOW_H
#define FLOW_CATALOGUE_FLOW_H

#include "core/ctx.h"
#include "domain/open_call.h"
#include "domain/shared_frame.h"

/*
 * Schemes that are not ended: open calls first, the one that closes soonest on top; then coming, then closed.
 *
 * area:   AREA__MAX for all
 * search: free text as typed; every word must be in the scheme's titles, purpose or target group, in either standard
 * out:    arena
 */
enum status catalogue_list(
    struct open_scheme **out, size_t *n, struct ctx *ctx, enum scheme_area area, const char *search) MUST_CHECK;

struct catalogue_scheme {
	const struct scheme *scheme; /* the version its first call stands on, or its newest */
	struct lang_text unit;       /* who handles it */
	bool paused, ended;
	bool one_off;       /* there is no call after this one */
	struct call *calls; /* the one that matters most now first */
	size_t n_calls;
	struct call_notes notes; /* of the first call */
	struct call_calendar calendar;
	struct frame_partner *partners; /* who else gives from the first call's frame; only titles are filled in */
	size_t n_partners;
};

/* returns: OK; ERR_NOT_FOUND; ERR_UNAVAILABLE; ERR_DB */
enum status catalogue_scheme(struct catalogue_scheme *out, struct ctx *ctx, const char *scheme_id) MUST_CHECK;

#endif
