/* list_path.h — which list an address means: /utlysninger/17 is the call's, /utlysninger/17-2 its second. */
#ifndef WEB_LIST_PATH_H
#define WEB_LIST_PATH_H

#include "flow/recommendation_flow.h"

/*
 * Reads the list that the path's :id names.
 * returns: as recommendation_load(); ERR_NOT_FOUND when it names none
 */
enum status list_at_path(struct recommendation_list *out, struct ctx *ctx) MUST_CHECK;

/* The same, opened first when nobody has: for what writes in it. */
enum status list_opened_at_path(struct recommendation_list *out, struct ctx *ctx) MUST_CHECK;

/* The parts of :id; batch 0 for the one that is worked with. returns: OK; ERR_NOT_FOUND */
enum status list_path_read(int64_t *call_id, int *batch, struct ctx *ctx) MUST_CHECK;

/* "17", or "17-2" in a call that has several lists. */
const char *list_ref(struct ctx *ctx, int64_t call_id, enum call_kind kind, int batch);

/* "/utlysninger/17-2/innstilling" */
const char *list_url(struct ctx *ctx, const struct recommendation_list *list, const char *page);

#endif
