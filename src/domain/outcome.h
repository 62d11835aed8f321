/* outcome.h — how an application ends: proposed, decided, and the words for it. */
#ifndef DOMAIN_OUTCOME_H
#define DOMAIN_OUTCOME_H

#include <stdbool.h>

#include "core/lang.h"
#include "core/money.h"

enum outcome {
	OUTCOME_NONE, /* not proposed or decided yet */
	OUTCOME_GRANTED,
	OUTCOME_PARTLY_GRANTED,
	OUTCOME_REJECTED,  /* avslag: assessed and not given */
	OUTCOME_DISMISSED, /* avvist: not assessed (R95) */
	OUTCOME__MAX
};

/* "granted", "partly_granted", "rejected", "dismissed": as decisions hold it; "" for none. */
const char *outcome_code(enum outcome outcome);
/* "grant", "partial", "reject", "dismiss": as recommendations hold it; "" for none. */
const char *outcome_proposal_code(enum outcome outcome);

/* Either kind of code; "" and NULL are none. False, and *out untouched, for anything else. */
bool outcome_parse(enum outcome *out, const char *code);

/* "Delvis innvilget", as people read it; "" for none. */
const char *outcome_text(enum outcome outcome, enum lang lang);

/*
 * What a sum means: nothing is a rejection, or a dismissal when that was proposed; less than applied for is a part.
 */
enum outcome outcome_of_sum(money applied, money awarded, bool dismissal);

#endif
