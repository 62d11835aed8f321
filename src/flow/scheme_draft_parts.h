/* scheme_draft_parts.h — what the flows of drafts share: how one is begun and how its steps are kept. */
#ifndef FLOW_SCHEME_DRAFT_PARTS_H
#define FLOW_SCHEME_DRAFT_PARTS_H

#include "core/ctx.h"

/* What the lists and the unique index go by. */
struct naming {
	const char *scheme_id, *nb, *nn;
};

/* Inside a transaction. kind: "scheme" or "calls"; base_hash: "" for none */
enum status scheme_draft_add(int64_t *id, struct ctx *ctx, const struct naming *naming, const char *unit,
    const char *base_hash, const char *document, const char *kind) MUST_CHECK;
enum status
scheme_draft_step_add(struct ctx *ctx, int64_t id, int version, const char *document, const char *what) MUST_CHECK;

#endif
