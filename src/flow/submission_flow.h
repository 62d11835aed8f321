/* submission_flow.h — checking a draft and sending it: everything in one transaction, or nothing. */
#ifndef FLOW_SUBMISSION_FLOW_H
#define FLOW_SUBMISSION_FLOW_H

#include "flow/application_flow.h"

/* The path of a message about changes of the scheme that nobody has confirmed. */
#define APPLICATION_CHANGES "endringer"

/* Everything that stands in the way of sending, and warnings. */
enum status application_check(struct messages *out, struct ctx *ctx, const struct application *application) MUST_CHECK;

/*
 * Sends the draft: number, frozen document, projections, log, receipt and e-mail in one transaction, or nothing.
 * After the deadline it is registered as late, never refused (R77).
 *
 * version: the draft as the person saw it when checking the answers
 * returns: OK; ERR_INVALID with messages; ERR_CONFLICT when changed or sent meanwhile; ERR_FORBIDDEN without the right
 * to sign
 */
enum status application_submit(
    struct messages *messages, struct ctx *ctx, const struct application *application, int version) MUST_CHECK;

/* The receipt as it was made when the application was sent. */
enum status application_receipt(const void **pdf, size_t *len, struct ctx *ctx, int64_t id) MUST_CHECK;

#endif
