/* recommendation_parts.h — what the files recommendation_*.c share and nobody else uses. */
#ifndef FLOW_RECOMMENDATION_PARTS_H
#define FLOW_RECOMMENDATION_PARTS_H

#include "flow/recommendation_flow.h"

/* A row, and all rows in arena, as allocation.h sees them. */
struct allocation_row recommendation_allocation(const struct recommendation_row *row);
struct allocation_row *recommendation_allocations(const struct recommendation_list *list, struct ctx *ctx);

/* Works out what each row has by formula or alike, when the scheme says so. */
void recommendation_compute(struct recommendation_list *list, struct ctx *ctx);

#endif
