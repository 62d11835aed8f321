/* recommendation_flow.h — the ranked list of a call: propose, see the frame, lock, print. */
#ifndef FLOW_RECOMMENDATION_FLOW_H
#define FLOW_RECOMMENDATION_FLOW_H

#include "domain/allocation.h"
#include "domain/earmark.h"
#include "domain/merit.h"
#include "domain/shared_frame.h"
#include "domain/sharing.h"
#include "flow/application_flow.h"

struct recommendation_row {
	int64_t application_id;
	const char *number, *state, *title, *organisation, *orgnr, *municipality;
	enum applicant_kind kind;
	enum lang lang;
	money applied, costs;
	instant submitted_at;
	bool late, declared; /* declared: the person has declared to be impartial in the case */
	bool has_total;
	int64_t total_micro;
	const char *assessment_reason; /* the assessors' overall words */
	int64_t n_municipalities;
	bool formal_dismissal;
	const char *formal_reason;
	bool unasked;                       /* the scheme asks for no sum */
	struct kept_figures figures;        /* what rules found in it */
	struct criterion_finding *findings; /* one a criterion of the scheme */
	struct criterion_finding judged;    /* its step on a judged ladder */
	struct merit merit;                 /* of a failed rule that means rejection too */
	const struct scheme_rule *failed;   /* the formal check found it not met, and it means rejection; NULL */
	const char *failed_note;
	int first_applied, years_applied; /* 0 unless the scheme breaks ties by them */
	bool computed;                    /* its sum is worked out and not proposed by people */
	money share;
	const char *share_text;               /* how it was worked out, in the applicant's written standard */
	const char *opinions;                 /* "Hamar: støtter søknaden, plass 2"; "" when none is registered */
	const struct share_line *share_lines; /* the same, line by line in the reader's language */
	size_t n_share_lines;
	int rank; /* suggested when nobody has placed it */
	bool placed;
	enum outcome proposed_outcome; /* OUTCOME_NONE before */
	money proposed;
	const char *reason;
	const char *departure; /* why it departs from what the scheme gives; "" when nobody said */
	int64_t proposed_by;   /* 0 for nobody */
	enum outcome outcome;  /* the decision's; OUTCOME_NONE before */
	money awarded;
	bool notified;
	int64_t decision_id;
};

/* One of a call's lists, for finding the way between them. */
struct list_brief {
	int64_t id;
	int batch;
	bool locked;
	instant locked_at;
};

/* An advisory panel's advice on a list. */
struct list_advice {
	const char *body; /* code */
	struct date given_on;
	const char *advice, *registered_by;
	instant registered_at;
};

struct recommendation_list {
	int64_t id;               /* 0 when nobody has opened it */
	int batch;                /* from 1 in the call */
	bool batched;             /* the call has a list each time there is something to decide, not one in all */
	struct list_brief *lists; /* every list that has been opened, the first first */
	size_t n_lists;
	money elsewhere; /* what other locked lists take of the frame, and what others that share it keep for some */
	struct frame_partner *partners; /* the calls that give from the frame, this one too; none when it is its own */
	size_t n_partners;
	bool locked;
	int version;
	instant locked_at;
	const char *locked_by, *document_hash;
	struct list_advice *advice; /* what panels have said; read only where the scheme asks for it */
	size_t n_advice;
	const char *spread_reason; /* how the list was judged as a whole; "" when nobody said */
	const char *sharing_text;  /* how the frame was shared; "" for lists that people make */
	struct call call;
	const char *version_hash;
	const struct scheme *scheme;
	struct recommendation_row *rows; /* in rank */
	size_t n_rows;
	size_t n_unfinished; /* applications of the call that are not assessed yet; not among the rows */
	int64_t n_hidden;    /* the person has a conflict in these */
	size_t n_undeclared; /* rows that keep it from being locked, since the person hasn't declared to be impartial */
	struct frame_bar bar;
	struct earmark_uses earmarks; /* of the same sums as the bar */
	money free_in_ledger;         /* what the ledger holds for new awards */
};

/* Makes the call's list if nobody has, or the next; anyone of the unit may. returns: OK; ERR_NOT_FOUND when the call
 * isn't the unit's */
enum status recommendation_open(struct ctx *ctx, int64_t call_id) MUST_CHECK;

/*
 * Reads a list.
 *
 * batch:   from 1; 0 for the one that is worked with: the open one, the next when cases wait for it, else the last
 * returns: OK; ERR_NOT_FOUND when the call isn't the unit's, or has no such list
 */
enum status
recommendation_load(struct recommendation_list *out, struct ctx *ctx, int64_t call_id, int batch) MUST_CHECK;

/* The bar and the rows as allocation.h sees them, after sums in the rows were changed; for what-if and for messages. */
void recommendation_measure(struct recommendation_list *list, struct ctx *ctx);

struct proposal {
	int64_t application_id;
	int rank;
	enum outcome outcome;
	money sum;
	const char *reason;
	const char *departure; /* NULL as "" */
};

/* Why an application can't be given money, in its applicant's written standard, with what was noted about it. */
const char *recommendation_refused_text(const struct ctx *ctx, const struct recommendation_row *row);

/* Whether the scheme has criteria that are judged across applications. */
bool recommendation_judges_spread(const struct scheme *scheme);

/*
 * Saves proposals; they may exceed the frame while the list is open.
 *
 * spread_reason: how the list was judged as a whole; NULL leaves it as it is
 * messages: paths are "N.sum", "N.reason", "N.outcome", "N.departure" with the application's id
 * returns:  OK; ERR_INVALID (nothing is saved); ERR_CONFLICT when somebody else changed the list, or it is locked;
 *           ERR_FORBIDDEN for a case in which the person hasn't declared to be impartial
 */
enum status recommendation_save(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct proposal *proposals, size_t n, const char *spread_reason, int version) MUST_CHECK;

/*
 * Works the distribution out and saves it as everybody's proposal, with how it was reckoned as the reason.
 *
 * messages: why it can't be done yet, with ERR_INVALID: the call is open, or applications are not checked
 * returns:  OK; ERR_INVALID; ERR_CONFLICT and ERR_FORBIDDEN as recommendation_save(); ERR_NOT_FOUND when people propose
 */
enum status recommendation_share(
    struct messages *messages, struct ctx *ctx, const struct recommendation_list *list, int version) MUST_CHECK;

/* What stands in the way of locking; no errors when nothing does. */
void recommendation_lock_check(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list);

/*
 * Locks the list: everything is proposed, reasons are there, the sums fit the frame. What is locked is hashed and
 * printed once. In a call with several lists only what is proposed is locked, and the rest waits for the next.
 *
 * messages: what stands in the way, with ERR_INVALID
 * returns:  OK; ERR_INVALID; ERR_CONFLICT when changed or locked meanwhile
 */
enum status recommendation_lock(
    struct messages *messages, struct ctx *ctx, const struct recommendation_list *list, int version) MUST_CHECK;

/* The row of a case; NULL when it is not on the list. */
const struct recommendation_row *recommendation_row_of(const struct recommendation_list *list, int64_t application_id);

/*
 * A list with what stands on paper and no more. Nobody reads for the county: the command line.
 * returns: as recommendation_load(); ERR_NOT_FOUND also to whoever is cut off from a case on it, or hasn't declared to
 *          be impartial in it
 */
enum status
recommendation_for_paper(struct recommendation_list *out, struct ctx *ctx, int64_t call_id, int batch) MUST_CHECK;

/*
 * The list as PDF: an open one as it stands, a locked one as it was when it was locked.
 * returns: as recommendation_for_paper()
 */
enum status recommendation_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t call_id, int batch) MUST_CHECK;

#endif
