/* scoring.h — from marks to a total, exact in millionths of a point and explained line by line (R25, R72). */
#ifndef DOMAIN_SCORING_H
#define DOMAIN_SCORING_H

#include "domain/validation.h"

/* A point of 100 in millionths; totals lie between 0 and 100 points. */
#define MICRO_POINT INT64_C(1000000)
#define MICRO_MAX (100 * MICRO_POINT)

/* What an assessor gave under one criterion. */
struct score_mark {
	const char *criterion; /* id; MERIT_RUNG for the step on a judged ladder, from 1 */
	bool marked;
	int mark;           /* of requirements and wishes: 1 met, 0 not met */
	const char *reason; /* never NULL */
};

struct score_line {
	const struct scheme_criterion *criterion;
	int mark;           /* a wish that gives all or nothing: the highest or the lowest mark */
	int64_t micro;      /* this criterion's part of the total, rounded to the nearest millionth */
	int64_t most_micro; /* what the highest mark would have given */
	const char *reason;
	const char *text; /* "Når flere kommuner: 4 av 5, vekt 30 % = 24 poeng" */
};

struct score {
	bool has_total; /* false when the scheme has no marks */
	int64_t micro;  /* 0 to MICRO_MAX; the exact sum rounded once, half up */
	struct score_line *lines;
	size_t n_lines;
	const char *text; /* "Sum: 72,5 av 100 poeng"; "" without total */
};

/*
 * Adds weight x (mark - lowest mark) over the criteria that have a weight, as a share of what the highest marks give,
 * times 100 points: the same marks and scheme give the same number on every machine.
 *
 * out:     texts in arena; untouched unless OK
 * returns: OK; ERR_INVALID when a criterion has no mark or one off the scale, or the weights add up to nothing.
 *          A scheme with one overall reason and no marks is OK, without a total
 */
enum status score_of(struct score *out, struct arena *arena, const struct scheme *scheme,
    const struct score_mark *marks, size_t n_marks, enum lang lang) MUST_CHECK;

/*
 * What an assessment lacks to be finished; paths are criterion ids, MERIT_RUNG or "overall". When not finishing,
 * only marks off the scale and texts that are too long are told. Portfolio criteria are judged on the list, not here.
 */
void score_check(struct messages *out, const struct scheme *scheme, const struct score_mark *marks, size_t n_marks,
    const char *overall_reason, bool finishing, enum lang lang);

/* "72,5", at most two decimals, half up; for lists. */
char *score_text(struct arena *arena, int64_t micro, enum lang lang);

#endif
