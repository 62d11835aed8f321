/* calls_publish_flow.h — what a scheme's calls are to say is proposed by one and approved by another. */
#ifndef FLOW_CALLS_PUBLISH_FLOW_H
#define FLOW_CALLS_PUBLISH_FLOW_H

#include "flow/calls_draft_flow.h"
#include "flow/scheme_publish_flow.h"

/*
 * Proposes what a draft of calls says. Approving, refusing and withdrawing are scheme_publish_flow.h's.
 *
 * id:      of the proposal
 * message: in ctx->lang, what is wrong and what to do, with ERR_INVALID and ERR_CONFLICT
 * returns: OK; ERR_INVALID; ERR_CONFLICT when another proposal of the calls waits, or nothing is changed
 */
enum status calls_propose(
    int64_t *id, const char **message, struct ctx *ctx, const struct scheme_draft *draft, const char *why) MUST_CHECK;

/* Brings the approved proposal into force, inside the transaction under way. message: as above */
enum status calls_publish(const char **message, struct ctx *ctx, const struct scheme_proposal *proposal) MUST_CHECK;

#endif
