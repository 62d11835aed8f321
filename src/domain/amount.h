/* amount.h — the most that can be awarded for an application, each step told as a line, and the least that makes sense.
 */
#ifndef DOMAIN_AMOUNT_H
#define DOMAIN_AMOUNT_H

#include "domain/expr_answers.h"

enum amount_kind {
	AMOUNT_APPLIED,   /* the sum applied for */
	AMOUNT_CAP_SUM,   /* a highest sum */
	AMOUNT_CAP_SHARE, /* a highest share of something */
	AMOUNT_OWN_SHARE, /* what a demanded own share leaves */
	AMOUNT_UNITS,     /* what the rates give for the number of units */
	AMOUNT_REAL_COST, /* what it costs in money, which rates never pay more than */
	AMOUNT_ROUNDED,   /* down to whole steps */
	AMOUNT_SUMS,      /* the largest of the sums that are given within the other limits */
	AMOUNT_OWN_WORK   /* own work over its ceiling, which does not count as costs: a note, not a limit */
};

struct amount_step {
	enum amount_kind kind;
	money sum;                                /* what this step allows; with AMOUNT_OWN_WORK what it takes out */
	bool lowest;                              /* the step that decides */
	const char *text;                         /* "75 % av kostnadene 100 000 kr = 75 000 kr" */
	const char *note;                         /* the scheme's own words about it; "" when none */
	const struct scheme_own_share *own_share; /* with AMOUNT_OWN_SHARE: the rule */
};

struct amount_limit {
	money max;   /* the lowest of the steps; 0 when nothing was applied for */
	money floor; /* an award under this is not to be given, 0 when the scheme has no floor */
	struct amount_step *steps;
	size_t n_steps;
	money *sums; /* the only sums that may be given, lowest first; none: any */
	size_t n_sums;
	money step; /* what is given is a whole multiple of it; 0: anything */
};

/*
 * Works out the limits of one application: sum applied for, caps whose condition holds, own share, unit rates, and
 * then the sums or steps that awards come in. Shares are rounded down to whole kroner, the floor up. Texts in the
 * view's arena.
 */
void amount_limit_of(struct amount_limit *out, struct rule_view *view, enum lang lang);

/* Own work that may count as costs, under the scheme's ceiling; all of it when there is none. */
money amount_own_work_counted(struct rule_view *view);

/* "30 000 kr per 2 uttak" */
char *rate_text(struct arena *arena, const struct scheme_rate *rate, enum lang lang);

/* Whether the sum is one that the scheme gives: among its sums, in whole steps. */
bool amount_is_given(const struct amount_limit *limit, money sum);

/* "50 000 kr, 150 000 kr" */
const char *amount_sums_text(struct arena *arena, const struct amount_limit *limit);

/* "75 %", "33,33 %" */
char *share_text(struct arena *arena, share_bp share, enum lang lang);

/* "kostnadene", "finansieringen" ... : what a share is taken of. */
const char *share_base_text(enum share_base base, enum lang lang);

/* Whether a proposed sum is within the limits. */
enum amount_verdict { AMOUNT_WITHIN, AMOUNT_OVER_MAX, AMOUNT_UNDER_FLOOR, AMOUNT_NOT_GIVEN };
enum amount_verdict amount_check(const struct amount_limit *limit, money proposed);

#endif
