/* allocation.h — a call's frame against what is proposed, and what a list lacks to be locked (R29, R30). */
#ifndef DOMAIN_ALLOCATION_H
#define DOMAIN_ALLOCATION_H

#include "domain/amount.h"
#include "domain/outcome.h"
#include "domain/validation.h"

/* One row of a list, in rank. */
struct allocation_row {
	int64_t id;
	const char *number; /* of the application */
	enum outcome outcome;
	money applied, proposed;
	const char *reason; /* "" when none */
	bool decided;       /* already awarded: counted under awarded, not under proposed */
	money awarded;
	bool unasked;                /* the scheme asks for no sum: what is given is all */
	struct amount_bounds bounds; /* what the scheme gives */
	const char *departure;       /* why the sum departs from that; "" or NULL when nobody said */
	const char *refused;         /* what keeps money from being given at all; NULL when nothing does */
	bool computed;               /* the sum is worked out: share is what it must be */
	money share;
};

struct frame_bar {
	money frame, awarded, proposed; /* proposed: not yet decided */
	money free;                     /* what is left after both; 0 when over */
	money over;                     /* by how much the frame is passed; 0 when it isn't */
	int awarded_bp, proposed_bp;    /* widths in hundredths of a percent of the larger of frame and sum */
	size_t cut;       /* index of the first row that no longer fits; the number of rows when all fit */
	const char *text; /* "Ledig: 50 000 kr" or "Forslagene er 30 000 kr over rammen." */
};

/* Texts in arena. */
void allocation_bar(struct frame_bar *out, struct arena *arena, money frame, const struct allocation_row *rows,
    size_t n, enum lang lang);

/*
 * What is wrong with one proposal as it is saved: a sum that does not fit the outcome, more than was applied for, one
 * that the scheme never gives, or only for a reason that nobody has stated, money where a requirement isn't met. Paths
 * "N.outcome", "N.sum", "N.departure" with the row's id.
 */
void allocation_check_row(struct messages *out, const struct allocation_row *row, enum lang lang);

/*
 * Everything that stands in the way of locking: rows without a proposal, without the reason that a rejection, a
 * dismissal or a part needs, sums beyond the frame, and what allocation_check_row() tells.
 *
 * unfinished: applications of the call that are not assessed and not on the list
 */
void allocation_check_lock(struct messages *out, const struct frame_bar *bar, const struct allocation_row *rows,
    size_t n, size_t unfinished, enum lang lang);

#endif
