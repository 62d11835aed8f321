/* appeal_flow.h — an appeal on a decision: registered as it came, and the papers that follow it. */
#ifndef FLOW_APPEAL_FLOW_H
#define FLOW_APPEAL_FLOW_H

#include "flow/letter_flow.h"
#include "flow/letter_print.h"

/* What the county thinks should happen. */
enum appeal_view { APPEAL_UPHOLD, APPEAL_CHANGE, APPEAL_DISMISS, APPEAL_VIEW__MAX };

/* "uphold", "change", "dismiss": as in the database and in forms. */
const char *appeal_view_code(enum appeal_view view);
bool appeal_view_parse(enum appeal_view *out, const char *code);

/* An appeal as far as it has come. */
struct appeal {
	int64_t id; /* 0: none is registered */
	struct date received_on;
	struct date appeal_by; /* the last day, as it was counted when it was registered */
	const char *demand;
	const char *registered_by;
	instant registered_at;
	bool sent; /* the papers have gone; the rest says how */
	enum appeal_view view;
	const char *assessment, *late_because, *addressee, *sent_by;
	enum lang lang;
	instant sent_at;
};

bool appeal_in_time(const struct appeal *appeal);

/* The appeal in a case the person may see; id 0 when there is none. */
enum status appeal_of(struct appeal *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/*
 * Registers what came.
 *
 * messages: paths "received_on" and "demand", with ERR_INVALID
 * returns:  OK; ERR_INVALID; ERR_CONFLICT when there is no decision the applicant has been told, or an appeal already
 */
enum status appeal_register(struct messages *messages, struct ctx *ctx, int64_t application_id, struct date received_on,
    const char *demand) MUST_CHECK;

/* What the officer writes about it. */
struct appeal_asked {
	enum appeal_view view;
	const char *assessment;
	const char *late_because; /* why it is handled though it came late */
};

/* The papers before they go, with what is missing. */
struct appeal_papers {
	struct application application;
	struct decision decision;
	struct appeal appeal;
	struct appeal_asked asked;
	enum lang lang;        /* the letter's */
	const char *addressee; /* whom they go to */
	struct doc_data *data; /* for pdf-templates/appeal_papers.xml */
	struct messages missing, warnings;
};

/*
 * texts:   NULL for those of today
 * returns: OK; ERR_NOT_FOUND when there is no appeal
 */
enum status appeal_papers_compose(struct appeal_papers *out, struct ctx *ctx, int64_t application_id,
    const struct appeal_asked *asked, const struct letter_texts *texts) MUST_CHECK;

struct letter_paper appeal_papers_paper(const struct appeal_papers *papers);

/*
 * Sends: freezes the papers, logs, and tells the appellant, who gets a copy (forvaltningsloven § 33).
 * returns: OK; ERR_INVALID when a part is missing, which papers->missing names; ERR_CONFLICT when they went before
 */
enum status appeal_papers_send(struct ctx *ctx, const struct appeal_papers *papers) MUST_CHECK;

/* As they were sent; html or pdf may be NULL. returns: OK; ERR_NOT_FOUND */
enum status
appeal_papers_sent(struct buf *html, const void **pdf, size_t *len, struct ctx *ctx, int64_t application_id) MUST_CHECK;

#endif
