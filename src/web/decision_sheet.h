/* decision_sheet.h — what the leader's and the bodies' decision pages share: declaring, the rows of a list, looking
 * over.
 */
#ifndef WEB_DECISION_SHEET_H
#define WEB_DECISION_SHEET_H

#include "flow/decision_flow.h"
#include "gen/html_decision_confirm.h"
#include "gen/html_part_breadcrumbs.h"
#include "gen/html_part_decision_row.h"
#include "gen/html_part_error_summary.h"
#include "gen/html_part_frame_bar.h"

/* What a row's fields hold: what is proposed, or what was posted. */
struct decision_typed {
	bool chosen;
	const char *sum, *reason, *departure;
};

/* A locked list on its way to the screen and back. */
struct decision_sheet {
	struct recommendation_list list;
	const char *path;             /* of the page, which its forms go to */
	const char *title;            /* of the scheme, in the reader's language */
	const char *body;             /* the cases shown are this body's; NULL: the leader's */
	struct decision_typed *typed; /* one a row of the list */
	const struct messages *messages;
};

/*
 * Reads the list of the call at ":id".
 *
 * name: the last piece of the page's path
 */
enum status decision_sheet_load(struct decision_sheet *out, struct ctx *ctx, const char *name) MUST_CHECK;

/* Whether the case is decided on this page: it waits, and its proposed sum is the leader's or the body's. */
bool decision_sheet_has(const struct decision_sheet *sheet, const struct recommendation_row *row);

/* Why the person must leave a case to somebody else, told before she tries; "" when she need not. */
const char *
decision_sheet_refusal(struct ctx *ctx, const struct decision_sheet *sheet, const struct recommendation_row *row);

/* Whether the person must declare in some case of the list before seeing it. */
bool decision_sheet_undeclared(const struct decision_sheet *sheet);

/* The page where all declarations that are missing are given, and what takes them. */
enum status decision_declare_show(struct ctx *ctx, const struct decision_sheet *sheet) MUST_CHECK;
enum status decision_declare_take(struct ctx *ctx, const struct decision_sheet *sheet) MUST_CHECK;

void decision_sheet_stored(struct decision_sheet *sheet, struct ctx *ctx);
void decision_sheet_posted(struct decision_sheet *sheet, struct ctx *ctx);

/*
 * The chosen rows as decisions.
 *
 * messages: sums that nobody can read
 */
size_t decision_sheet_made(
    struct decision_made **out, struct messages *messages, struct ctx *ctx, const struct decision_sheet *sheet);

/* The parts of the page. */
const struct html_part_decision_row *
decision_sheet_rows(size_t *n, struct ctx *ctx, const struct decision_sheet *sheet);
struct html_part_error_summary decision_sheet_summary(struct ctx *ctx, const struct decision_sheet *sheet);
/* How many cases the person may not see; "" for none. */
const char *decision_sheet_hidden(struct ctx *ctx, const struct decision_sheet *sheet);
struct html_part_breadcrumbs
decision_sheet_crumbs(struct ctx *ctx, const struct decision_sheet *sheet, const char *current);

/* "4 innvilget, 2 avslag. Til sammen 300 000 kr av en ramme på 1 000 000 kr." */
const char *
decision_effect(struct ctx *ctx, const struct decision_sheet *sheet, const struct decision_made *made, size_t n);

/*
 * The page with the effect of what is about to be decided, and everything to send it with.
 *
 * view: the texts and fields that are the page's own are set: lead, button, facts, fields
 */
enum status decision_confirm_show(struct ctx *ctx, struct decision_sheet *sheet, struct html_decision_confirm *view,
    const struct decision_made *made, size_t n) MUST_CHECK;

#endif
