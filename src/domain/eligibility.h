/* eligibility.h — whether the scheme's rules let an application through: by machine where they can, by an officer where
 * they must (R95). */
#ifndef DOMAIN_ELIGIBILITY_H
#define DOMAIN_ELIGIBILITY_H

#include "domain/expr_answers.h"

enum rule_verdict { RULE_PASSED, RULE_FAILED, RULE_FOR_OFFICER };

struct rule_result {
	const char *id;      /* the rule's, or one of RULE_ID_* */
	const char *section; /* of the field it is about; "" when it is about none */
	enum rule_verdict verdict;
	enum rule_severity severity;
	enum rule_outcome outcome; /* what a failed knock-out leads to */
	const char *reason;        /* what is told when it is not passed, in the language asked for */
};

/* Rules that follow from other parts of a scheme: who may apply, and the register. */
#define RULE_ID_APPLICANT "applicant-type"
#define RULE_ID_REGISTER "voluntary-register"

struct eligibility {
	struct rule_result *rules; /* the built-in ones that the scheme has, then the scheme's own in its order */
	size_t n;
	bool eligible;    /* no knock-out failed */
	bool for_officer; /* some knock-out waits for an officer */
	enum rule_outcome
	    outcome;         /* when not eligible: dismissal before rejection, since what is dismissed isn't judged */
	const char *because; /* id of the first failed knock-out with that outcome; NULL when eligible */
};

/* out and its texts: the view's arena. */
void eligibility_of(struct eligibility *out, struct rule_view *view, enum lang lang);

/* The reason, and what it may lead to: for the applicant before sending. */
char *eligibility_warning(struct arena *arena, const struct rule_result *result, enum lang lang);

#endif
