/* eligibility.h — whether the scheme's rules let an application through: by machine where they can, by an officer where
 * they must (R95). */
#ifndef DOMAIN_ELIGIBILITY_H
#define DOMAIN_ELIGIBILITY_H

#include "domain/expr_answers.h"

enum rule_verdict { RULE_PASSED, RULE_FAILED, RULE_FOR_OFFICER };

/* One way to pass a rule that has several. */
struct rule_way {
	const char *id, *text;
	enum rule_verdict verdict;
};

struct rule_result {
	const char *id;      /* the rule's, or one of RULE_ID_* */
	const char *field;   /* id of the first question it rests on, "" when it rests on none */
	const char *section; /* where that stands; "" when it rests on none */
	enum rule_verdict verdict;
	enum rule_severity severity;
	enum rule_outcome outcome; /* what a failed knock-out leads to */
	bool settled;              /* no answer that is still missing can change the verdict */
	const char *reason;        /* what is told when it is not passed, in the language asked for */
	const char *explanation;   /* what was found; "" when nothing was, or eligibility_explain() hasn't been asked */
	const struct scheme_rule *rule; /* NULL for the built-in ones */
	struct rule_way *ways;          /* none: there is only the rule itself */
	size_t n_ways;
};

struct eligibility {
	struct rule_result *rules; /* the built-in ones that the scheme has, then the scheme's own in its order; only
				    * those that hold for this application */
	size_t n;
	bool eligible;    /* no knock-out failed */
	bool for_officer; /* some knock-out waits for an officer */
	enum rule_outcome
	    outcome;         /* when not eligible: dismissal before rejection, since what is dismissed isn't judged */
	const char *because; /* id of the first failed knock-out with that outcome; NULL when eligible */
};

/* out and its texts: the view's arena. */
void eligibility_of(struct eligibility *out, struct rule_view *view, enum lang lang);

/*
 * Lets an officer's answer decide a rule that waits for one, and concludes anew.
 *
 * returns: false when no rule of that id waits for an officer
 */
bool eligibility_judge(struct eligibility *eligibility, const char *rule, bool passed);

/*
 * Fills in what was found, a sentence or more for each rule that is tested: "Medlemmer er 42, og må være minst 50."
 * For pages; who judges thousands of applications has no use for it.
 */
void eligibility_explain(struct eligibility *eligibility, struct rule_view *view, enum lang lang);

/* The reason, and what it may lead to: for the applicant before sending. */
char *eligibility_warning(struct arena *arena, const struct rule_result *result, enum lang lang);

#endif
