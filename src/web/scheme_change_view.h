/* scheme_change_view.h — what a draft changes, whom it reaches, and what it would have meant for earlier applications.
 */
#ifndef WEB_SCHEME_CHANGE_VIEW_H
#define WEB_SCHEME_CHANGE_VIEW_H

#include "flow/calls_draft_flow.h"
#include "flow/scheme_publish_flow.h"
#include "gen/html_part_scheme_effects.h"

struct scheme_change_view {
	struct html_part_scheme_effects part;
	struct scheme_changes changes;
	struct scheme_reach reach; /* zeros for a new scheme */
	bool is_new;
};

/* Compares what a scheme's calls say with what they are to say. */
enum status calls_change_view_load(
    struct scheme_change_view *out, struct ctx *ctx, const char *scheme_id, const struct call_plans *plans) MUST_CHECK;

/*
 * Compares a document with what is in force and runs it over the applications of the last years.
 *
 * base_hash: of the version compared with; "" for a new scheme
 * scheme:    the document, compiled
 */
enum status scheme_change_view_load(struct scheme_change_view *out, struct ctx *ctx, const char *base_hash,
    const struct scheme *scheme, const char *document) MUST_CHECK;

#endif
