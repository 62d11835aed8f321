/* calls_view.h — a scheme's calls for those who write them: what stands, what has happened, and a draft of them. */
#ifndef WEB_CALLS_VIEW_H
#define WEB_CALLS_VIEW_H

#include "gen/html_scheme_draft.h"
#include "gen/html_scheme_publications.h"
#include "web/scheme_work.h"

/* The calls as they stand and their history, for the page of a published scheme. */
enum status
calls_view_standing(struct html_scheme_publications *view, struct ctx *ctx, const struct scheme_work *work) MUST_CHECK;

/* The draft's calls, each with its page and what is wrong with it, and what they share. */
void calls_view_tasks(struct html_scheme_draft *view, struct ctx *ctx, const struct scheme_draft *draft,
    const struct scheme_checked *checked);

/* calls_preview.c: each call of the draft as applicants will read of it. */
enum status calls_preview(struct ctx *ctx, const struct scheme_draft *draft) MUST_CHECK;

#endif
