/* scheme_trial_parts.h — what running an example and telling how it came about share. */
#ifndef DOMAIN_SCHEME_TRIAL_PARTS_H
#define DOMAIN_SCHEME_TRIAL_PARTS_H

#include "domain/amount.h"
#include "domain/eligibility.h"
#include "domain/scheme_trial.h"
#include "domain/scoring.h"

struct trial {
	struct trial_result *result;
	struct trial_case *out;
	const struct scheme_test *test;
	struct arena *arena;
	enum lang lang;
	struct answers *answers;
	struct application_facts facts;
	struct rule_view view;
	struct eligibility eligibility;
	struct amount_limit limit;
	struct score score;
	bool scored;
	struct messages messages; /* of the form, in bokmål; run when the test expects some */
};

/* Makes an application of the example: answers, facts, sums. */
void trial_set_up(struct trial *t, const struct scheme *scheme);

/* A whole distribution: what each recipient gets against what should come out; one more case of the result. */
void trial_round(struct trial_result *out, struct arena *arena, const struct scheme *scheme,
    const struct scheme_round *round, enum lang lang);

/* Adds a failure: what should have come out, what did, and what to do. */
void trial_fail(struct trial *t, const char *text);

/* Marks and messages: works out what comes of them and holds it against what should. */
void trial_score(struct trial *t);
void trial_messages(struct trial *t);

/* Fills t->out->lines once everything is worked out. */
void trial_explain(struct trial *t);

#endif
