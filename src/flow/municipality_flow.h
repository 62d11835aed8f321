/* municipality_flow.h — the county's municipalities, as a form, a check or a document needs them. */
#ifndef FLOW_MUNICIPALITY_FLOW_H
#define FLOW_MUNICIPALITY_FLOW_H

#include "core/ctx.h"
#include "core/status.h"

struct municipality_row {
	const char *code, *name;
	int across, down; /* its square on the map, from 0; -1 when it is on no map */
};

/* What a process has read of them; see ctx.municipalities. Empty to begin with. */
struct municipality_store *municipality_store_new(void);
void municipality_store_free(struct municipality_store *store);

/*
 * The county's municipalities on a day, by name. With a store in ctx, what was read within the last minute will do:
 * they change once in years, and every form asks.
 *
 * out:     arena
 * returns: OK; ERR_UNAVAILABLE, ERR_DB
 */
enum status municipality_list(struct municipality_row **out, size_t *n, struct ctx *ctx, struct date day) MUST_CHECK;

#endif
