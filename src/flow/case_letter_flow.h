/* case_letter_flow.h — letters to the applicant before the decision: what is lacking, and when an answer comes. */
#ifndef FLOW_CASE_LETTER_FLOW_H
#define FLOW_CASE_LETTER_FLOW_H

#include "core/buf.h"
#include "flow/application_flow.h"
#include "flow/letter_print.h"
#include "flow/letter_text_flow.h"

/* What the officer writes. */
struct case_letter_asked {
	struct date day;      /* the last day to send what is lacking; when the answer can be expected */
	const char **lacking; /* of a letter on defects, a point each */
	size_t n_lacking;
	const char *words; /* own words; "" for none */
};

/* A letter before it is sent, with what is missing. */
struct case_letter {
	struct application application;
	enum letter_kind kind; /* LETTER_DEFECT or LETTER_PROVISIONAL */
	enum lang lang;        /* what the applicant chose */
	struct case_letter_asked asked;
	struct doc_data *data;
	struct messages missing, warnings;
};

/*
 * What to begin with: two weeks and what the formal check finds lacking, or the day the call promises.
 * returns: OK; ERR_NOT_FOUND when the case isn't theirs
 */
enum status case_letter_suggest(
    struct case_letter_asked *out, struct ctx *ctx, int64_t application_id, enum letter_kind kind) MUST_CHECK;

/* Whether such letters still go: the application is sent, and neither answered nor withdrawn. */
bool case_letter_open(const struct application *application);

/*
 * texts:   NULL for those of today
 * lang:    what it is written in; NULL for what the applicant chose
 * returns: OK; ERR_NOT_FOUND
 */
enum status case_letter_compose(struct case_letter *out, struct ctx *ctx, int64_t application_id, enum letter_kind kind,
    const struct case_letter_asked *asked, const struct letter_texts *texts, const enum lang *lang) MUST_CHECK;

struct letter_paper case_letter_paper(const struct case_letter *letter);

/*
 * Sends: freezes the letter, logs, and e-mails that a letter waits; all or nothing.
 * returns: OK; ERR_INVALID when a part is missing, which letter->missing names; ERR_FORBIDDEN before the declaration;
 *          ERR_CONFLICT when the application is answered or withdrawn
 */
enum status case_letter_send(int64_t *id, struct ctx *ctx, const struct case_letter *letter) MUST_CHECK;

/* A letter as it was sent. */
struct case_letter_row {
	int64_t id;
	enum letter_kind kind;
	enum lang lang;
	struct date day;
	const char *lacking; /* a point a line */
	const char *words;
	const char *sent_by;
	instant sent_at;
};
enum status
case_letter_list(struct case_letter_row **out, size_t *n, struct ctx *ctx, int64_t application_id) MUST_CHECK;

/* html or pdf may be NULL. returns: OK; ERR_NOT_FOUND */
enum status case_letter_get(struct case_letter_row *out, struct buf *html, const void **pdf, size_t *len,
    struct ctx *ctx, int64_t application_id, int64_t id) MUST_CHECK;

/* The points of several lines, blank ones left out. out: arena */
void case_letter_points(struct case_letter_asked *out, struct arena *arena, const char *lines);

/* What a letter of that kind is called. */
/* What a case's page leads to beside the decision. */
struct case_paper {
	int64_t letter_id; /* 0: the appeal */
	enum letter_kind kind;
	struct date day; /* the deadline or the day of the answer; the day an appeal was received */
	instant sent_at;
};

/* The letters and the appeal of a case, the first first. */
enum status case_paper_list(struct case_paper **out, size_t *n, struct ctx *ctx, int64_t application_id) MUST_CHECK;

const char *case_letter_name(enum letter_kind kind, enum lang lang);

#endif
