/* recommendation_parts.h — what the files recommendation_*.c share and nobody else uses. */
#ifndef FLOW_RECOMMENDATION_PARTS_H
#define FLOW_RECOMMENDATION_PARTS_H

#include "flow/recommendation_flow.h"

/* A row, and all rows in arena, as allocation.h sees them. */
struct allocation_row recommendation_allocation(const struct recommendation_row *row);
struct allocation_row *recommendation_allocations(const struct recommendation_list *list, struct ctx *ctx);

/* Whether the case keeps the list from being locked; one without a proposal can wait where another list follows. */
bool recommendation_holds_up(const struct recommendation_list *list, const struct recommendation_row *row);

/* What the list has to share: the frame less what the call's other locked lists take. */
money recommendation_frame(const struct recommendation_list *list);

/* Works out what each row has by formula or alike, when the scheme says so. */
void recommendation_compute(struct recommendation_list *list, struct ctx *ctx);

/* Reads the advice on a list, in the transaction under way. */
enum status advice_get(struct list_advice **out, size_t *n, struct ctx *ctx, int64_t list_id) MUST_CHECK;

#endif
