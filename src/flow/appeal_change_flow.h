/* appeal_change_flow.h — a decision that is changed after an appeal: registered, and its letter sent, in one act. */
#ifndef FLOW_APPEAL_CHANGE_FLOW_H
#define FLOW_APPEAL_CHANGE_FLOW_H

#include "flow/appeal_flow.h"

/* What the officer registers. */
struct appeal_change_asked {
	bool by_appeal_body;    /* else by whoever decided the first time (forvaltningsloven § 33) */
	money sum;              /* what is given now, in all */
	struct date decided_on; /* a body's meeting; the leader decides the day she sends */
	const char *meeting_case;
	int votes_for, votes_against; /* -1 where what was typed is no number */
	const char *reason;
};

/* The new decision before it is sent. */
struct appeal_change {
	struct appeal appeal;
	struct decision before; /* the first decision */
	struct appeal_change_asked asked;
	bool by_person;            /* the leader decides, by delegation */
	const char *body;          /* code of the body that decides; "" for the leader */
	struct letter_draft draft; /* missing: also what is wrong in what was typed, under "by", "sum", "day",
				      "meeting_case", "votes" and "reason" */
};

/*
 * returns: OK; ERR_NOT_FOUND when there is no appeal; ERR_CONFLICT before its papers have gone, and when the decision
 * was changed before
 */
enum status appeal_change_compose(struct appeal_change *out, struct ctx *ctx, int64_t application_id,
    const struct appeal_change_asked *asked) MUST_CHECK;

/*
 * Registers the decision, takes from the frame what is given more, freezes the letter, logs, and tells the applicant;
 * all or nothing.
 *
 * seen:    the fingerprint of the letter that was read
 * returns: OK; ERR_INVALID with draft.missing, also when the frame has no room or the letter has changed; ERR_CONFLICT
 */
enum status appeal_change_send(struct ctx *ctx, struct appeal_change *change, const char *seen) MUST_CHECK;

/* The changed decision as it was sent. */
struct appeal_changed {
	enum outcome outcome;
	money awarded;
	struct date decided_on;
	bool final;
	const char *decider;
	struct lang_text body;
	enum lang lang;
	struct buf html, english; /* the letter as a page; english empty for those who read Norwegian */
	instant sent_at;
	const char *sent_by;
	const void *pdf, *english_pdf;
	size_t pdf_len, english_len;
};

/* pdf: whether the PDFs are read too. returns: OK; ERR_NOT_FOUND */
enum status
appeal_changed_get(struct appeal_changed *out, struct ctx *ctx, int64_t application_id, bool pdf) MUST_CHECK;

#endif
