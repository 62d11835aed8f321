/* before_lock_flow.h — the steps before a list is locked: municipalities' opinions and advisory panels' advice. */
#ifndef FLOW_BEFORE_LOCK_FLOW_H
#define FLOW_BEFORE_LOCK_FLOW_H

#include "domain/validation.h"
#include "flow/recommendation_flow.h"

/* A municipality's opinion of one application. */
struct municipality_opinion {
	int64_t application_id;
	const char *municipality_code, *municipality;
	struct date given_on;
	const char *stance; /* "for", "partly", "against", "none" */
	int rank;           /* 0 when it does not rank */
	const char *opinion, *registered_by;
	instant registered_at;
};

/* "for": "Støtter søknaden"; what codes are called. The codes end with NULL. */
extern const char *const opinion_stances[];
const char *opinion_stance_text(const char *stance, enum lang lang);

enum status
opinion_list(struct municipality_opinion **out, size_t *n, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/*
 * Registers an opinion, or corrects the municipality's earlier one.
 *
 * messages: paths are the members' names, with ERR_INVALID
 * returns:  OK; ERR_INVALID; ERR_FORBIDDEN before the declaration; ERR_CONFLICT when the list is locked
 */
enum status opinion_register(struct messages *messages, struct ctx *ctx, const struct application *application,
    const struct municipality_opinion *opinion) MUST_CHECK;

/* Advisory panels' advice on a list. */
enum status advice_list(struct list_advice **out, size_t *n, struct ctx *ctx, int64_t list_id) MUST_CHECK;

/* As opinion_register(), for a list that is open. */
enum status advice_register(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct list_advice *advice) MUST_CHECK;

#endif
