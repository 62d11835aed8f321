/* amount.h — the most that can be awarded for an application, each step told as a line, the least that makes sense, and
 * what is left of it when the project cost less. */
#ifndef DOMAIN_AMOUNT_H
#define DOMAIN_AMOUNT_H

#include "domain/expr_answers.h"

enum amount_kind {
	AMOUNT_APPLIED,     /* the sum applied for */
	AMOUNT_CAP_SUM,     /* a highest sum, perhaps for each of something */
	AMOUNT_CAP_SHARE,   /* a highest share of something */
	AMOUNT_OWN_SHARE,   /* what a demanded own share leaves */
	AMOUNT_UNITS,       /* what the rates give for the number of units */
	AMOUNT_REAL_COST,   /* what it costs in money, which rates never pay more than */
	AMOUNT_COST_SHARES, /* shares of costs by type, added up */
	AMOUNT_ROUNDED,     /* down to whole steps */
	AMOUNT_SUMS,        /* the largest of the sums that are given within the other limits */
	AMOUNT_OWN_WORK,    /* own work over its ceiling, which does not count as costs: a note, not a limit */
	AMOUNT_NOT_COUNTED  /* costs over the limit of their types: a note, not a limit */
};

struct amount_step {
	enum amount_kind kind;
	money sum;                                /* what this step allows; in notes what they take out */
	bool lowest;                              /* the step that decides */
	bool firm;                                /* no reason is good enough to pass it */
	const char *text;                         /* "75 % av kostnadene 100 000 kr = 75 000 kr" */
	const char *note;                         /* the scheme's own words about it; "" when none */
	const struct scheme_own_share *own_share; /* with AMOUNT_OWN_SHARE: the rule */
};

/* What an award must keep within; kept with the application, so that lists need not work it out again. */
struct amount_bounds {
	bool known;
	bool asked;  /* a sum was applied for */
	money max;   /* above it only for a stated reason */
	money firm;  /* above it for no reason */
	money floor; /* an award under this is not to be given, 0 when the scheme has no floor */
	money step;  /* what is given is a whole multiple of it; 0: anything */
	money *sums; /* the only sums that may be given, lowest first; none: any */
	size_t n_sums;
};

struct amount_limit {
	money max;   /* the lowest of the steps; MONEY_MAX without any */
	money firm;  /* the lowest of the firm ones; MONEY_MAX without any */
	money floor; /* as in amount_bounds */
	struct amount_step *steps;
	size_t n_steps;
	money *sums; /* as in amount_bounds */
	size_t n_sums;
	money step;
};

/*
 * Works out the limits of one application: sum applied for, caps whose condition holds, own share, unit rates, shares
 * by type of cost, and then the sums or steps that awards come in. Shares are rounded down to whole kroner, the floor
 * up. Texts in the view's arena.
 */
void amount_limit_of(struct amount_limit *out, struct rule_view *view, enum lang lang);

/* The limits as bounds; sums are borrowed. */
struct amount_bounds amount_bounds_of(const struct amount_limit *limit, const struct rule_view *view);

/* Whether the sum is one that the scheme gives: among its sums, in whole steps. */
bool amount_is_given(const struct amount_limit *limit, money sum);

/* The only sum that may be given, where nobody asks for a sum; false when there are several, or any. */
bool amount_only_sum(money *out, const struct amount_bounds *bounds);

/* "50 000 kr, 150 000 kr" */
const char *amount_sums_text(struct arena *arena, const money *sums, size_t n);

enum amount_verdict {
	AMOUNT_WITHIN,
	AMOUNT_OVER_FIRM,   /* cannot be given */
	AMOUNT_OVER_MAX,    /* the rest only for a reason */
	AMOUNT_UNDER_FLOOR, /* nothing at all is a rejection, and within */
	AMOUNT_NOT_GIVEN    /* not one of the sums, or not a whole step */
};
enum amount_verdict amount_check(const struct amount_bounds *bounds, money proposed);

/* What is wrong with a sum, and what to do; "" for AMOUNT_WITHIN. */
const char *amount_verdict_text(
    struct arena *arena, enum amount_verdict verdict, const struct amount_bounds *bounds, enum lang lang);

/* --- when it is over --------------------------------------------------------------------------------------------- */

/* The rule as a term in a letter: "Blir kostnadene lavere enn ..."; "" when the scheme says nothing. */
const char *final_cost_text(enum final_cost_cut rule, enum lang lang);

/* --- words about rules -------------------------------------------------------------------------------------------- */

/* "30 000 kr per 2 uttak" */
char *rate_text(struct arena *arena, const struct scheme_rate *rate, enum lang lang);

/* "75 %", "33,33 %" */
char *share_text(struct arena *arena, share_bp share, enum lang lang);

/* "kostnadene", "finansieringen" ... : what a share is taken of. */
const char *share_base_text(enum share_base base, enum lang lang);

/* A rule about sums as a sentence without its condition, and that condition; note is the scheme's own words. */
struct amount_rule_text {
	const char *text, *note;
	const struct expr *when;
};

/* Every rule of a scheme that decides a sum, in the order people ask: how much, for what, on what terms. */
size_t
amount_rules_texts(struct amount_rule_text **out, struct arena *arena, const struct scheme *scheme, enum lang lang);

/* The same as one tells it without asking: a condition without words of its own must not look like a promise. */
const char *amount_rule_told(struct arena *arena, const struct amount_rule_text *rule, enum lang lang);

#endif
