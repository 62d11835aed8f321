/* letter_flow.h — the decision letter: composed from the case, complete or not sent, the same bytes for ever. */
#ifndef FLOW_LETTER_FLOW_H
#define FLOW_LETTER_FLOW_H

#include "core/buf.h"
#include "flow/decision_flow.h"

struct doc_data;

/* The letter before it is sent, with what is missing (R99). */
struct letter_draft {
	enum lang lang;           /* nb or nn: what the applicant chose, else what the register says */
	struct doc_data *data;    /* for pdf-templates/decision_letter.xml */
	struct messages missing;  /* parts without which it can't be sent, in words an officer understands */
	struct messages warnings; /* for example words in the other written standard */
};

enum status letter_compose(struct letter_draft *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;
enum status letter_preview_pdf(struct buf *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;
enum status letter_preview_html(struct buf *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/*
 * Sends: freezes the letter, marks the decision notified, logs, and e-mails that an answer waits; all or nothing.
 *
 * returns: OK; ERR_INVALID with draft.missing told in messages; ERR_CONFLICT when sent before
 */
enum status letter_send(struct messages *messages, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/* The letter as it was sent. returns: OK; ERR_NOT_FOUND before, for everybody. */
enum status letter_sent_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t application_id) MUST_CHECK;
enum status letter_sent_html(struct buf *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

#endif
