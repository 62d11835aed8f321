/* letter_flow.h — the decision letter: composed from the case, complete or not sent, the same bytes for ever. */
#ifndef FLOW_LETTER_FLOW_H
#define FLOW_LETTER_FLOW_H

#include "core/buf.h"
#include "domain/letter_parts.h"
#include "flow/decision_flow.h"
#include "flow/letter_text_flow.h"

struct doc_data;

/* The letter before it is sent, with what is missing (R99). */
struct letter_draft {
	struct application application;
	struct decision decision;
	enum lang lang; /* nb or nn, as the applicant chose, else what the register says; or what was asked for */
	struct date appealed_on; /* of a decision that was changed: when the appeal came; else none */
	bool final;              /* the body of appeal decided: there is no further appeal */
	bool declared;           /* letter_waiting() alone: the person has declared to be impartial in the case */
	struct doc_data *data;   /* for pdf-templates/decision_letter.xml, which lists the keys */
	struct doc_data
	    *english; /* for pdf-templates/decision_explanation.xml; NULL unless the applicant chose English */
	struct messages missing;  /* parts without which it can't be sent, in words an officer understands */
	struct messages warnings; /* for example words in the other written standard */
};

/* returns: OK; ERR_NOT_FOUND when there is no decision the person may see */
enum status letter_compose(struct letter_draft *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/*
 * The same with texts that do not hold today: what officers look at while they write.
 *
 * lang: what it is written in; NULL for the applicant's own
 */
enum status letter_compose_with(struct letter_draft *out, struct ctx *ctx, int64_t application_id,
    const struct letter_texts *texts, const enum lang *lang) MUST_CHECK;

/*
 * The letter on a decision that stands in place of the one in the database: changed after an appeal.
 *
 * out:     decision, appealed_on and final are filled in by the caller; the rest is composed
 * returns: as letter_compose()
 */
enum status letter_compose_changed(struct letter_draft *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/* A letter on paper and as a page; the explanation in English is empty for whoever did not choose English. */
struct letter_printed {
	struct buf pdf, html, english_pdf, english_html;
};

/* out: arena. returns: as letter_pdf() and letter_html() */
enum status letter_print_all(struct letter_printed *out, struct ctx *ctx, const struct letter_draft *draft) MUST_CHECK;

enum status letter_pdf(struct buf *out, struct ctx *ctx, const struct letter_draft *draft) MUST_CHECK;
enum status letter_html(struct buf *out, struct ctx *ctx, const struct letter_draft *draft) MUST_CHECK;

/* Prints the letter to see whether every character can be; warns when some cannot. The page has them all. */
enum status letter_print_check(struct letter_draft *draft, struct ctx *ctx) MUST_CHECK;

/* Before one letter is sent: letter_print_check(), and warns when its reason stands in other cases of the call too. */
enum status letter_look_over(struct letter_draft *draft, struct ctx *ctx) MUST_CHECK;

/*
 * Sends: freezes the letter, marks the decision notified, logs, and e-mails that an answer waits; all or nothing.
 *
 * seen:     the fingerprint of what was read; NULL or "" when nobody read this one, among many
 * messages: what is missing, or that the letter is another than the one that was read, with ERR_INVALID
 * returns:  OK; ERR_INVALID; ERR_CONFLICT when sent before
 */
enum status
letter_send(struct messages *messages, struct ctx *ctx, int64_t application_id, const char *seen) MUST_CHECK;

/* The letters of a call that are decided and not sent, by number, each checked as when it is sent and its reason held
 * against the others'. */
enum status letter_waiting(struct letter_draft **out, size_t *n, struct ctx *ctx, int64_t call_id) MUST_CHECK;

/* The letter as it was sent. returns: OK; ERR_NOT_FOUND before, for everybody */
enum status letter_sent_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/* What explains it in English. returns: OK; ERR_NOT_FOUND when nothing does */
enum status letter_english_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/* The same as a page. */
struct letter_sent {
	enum lang lang;
	struct buf html; /* what letter_html() wrote when it was sent; empty when it was sent before pages were kept */
	struct buf english; /* what explains it in English; empty for those who read Norwegian */
	instant sent_at;
	const char *sent_by;
};

/* returns: OK; ERR_NOT_FOUND before, for everybody */
enum status letter_sent_page(struct letter_sent *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/*
 * The last day to appeal, counted from the day the letter came to the applicant's page; none when it has not, or when
 * this kind of applicant has no right of appeal in the scheme (R95).
 */
struct date letter_appeal_by(const struct application *application);

#endif
