/* letter_parts.h — the parts a decision letter must have, checked before it can be sent (R36, R99). */
#ifndef DOMAIN_LETTER_PARTS_H
#define DOMAIN_LETTER_PARTS_H

#include "core/date.h"
#include "domain/outcome.h"
#include "domain/validation.h"

/* What the letter will hold; NULL and "" are missing. */
struct letter_facts {
	enum outcome outcome;
	enum lang lang;     /* the letter's: nb or nn */
	const char *county; /* letterhead: who sends */
	const char *county_address;
	const char *number; /* søknadsnummer */
	struct date dated;
	const char *recipient, *recipient_address;
	const char *decider; /* the person who decided by delegation, or the body */
	bool by_body;
	const char *meeting_case; /* of a body's decision */
	struct date decided_on;
	const char *rules;     /* act, regulation or guideline the decision stands on */
	const char *facts;     /* what was applied for */
	const char *opening;   /* what is decided, in a sentence */
	const char *reason;    /* the officer's own words */
	const char *departure; /* why the body departed from what was recommended */
	bool departs;
	money applied, awarded;
	const char *purpose; /* what the money is for */
	const char *terms;   /* conditions, or NULL */
	const char *control; /* how the use is controlled, and when money is asked back */
	const char *payment, *report_due;
	bool may_appeal;         /* right of appeal for this kind of applicant in this scheme */
	const char *appeal_body; /* who decides the appeal */
	const char *appeal_to;   /* where it is sent */
	const char
	    *appeal_text; /* the right of appeal, with its deadline in words; without the right: that there is none */
	const char *access_text;    /* fvl. §§ 18 and 19 */
	const char *postponed_text; /* fvl. § 42 */
	const char *contact_name, *contact_phone, *contact_email;
	const char *signature; /* name and title, as the county signs */
};

enum letter_part {
	LETTER_HEAD,
	LETTER_NUMBER,
	LETTER_DATE,
	LETTER_RECIPIENT,
	LETTER_OUTCOME,
	LETTER_OPENING,
	LETTER_DECIDER,
	LETTER_MEETING_CASE,
	LETTER_RULES,
	LETTER_FACTS,
	LETTER_REASON,
	LETTER_DEPARTURE,
	LETTER_SUM,
	LETTER_PURPOSE,
	LETTER_TERMS,
	LETTER_CONTROL,
	LETTER_PAYMENT,
	LETTER_REPORT,
	LETTER_APPEAL_BODY,
	LETTER_APPEAL_TO,
	LETTER_APPEAL_DEADLINE,
	LETTER_ACCESS,
	LETTER_POSTPONED,
	LETTER_CONTACT,
	LETTER_SIGNATURE,
	LETTER__MAX
};

/* Whether a letter with this outcome must have the part; whether it has. */
bool letter_part_needed(const struct letter_facts *facts, enum letter_part part);
bool letter_part_there(const struct letter_facts *facts, enum letter_part part);

/* One message a missing part, in the officer's language: what is missing and where to put it. */
void letter_parts_check(struct messages *missing, const struct letter_facts *facts, enum lang lang);

/*
 * Warns when an officer's own words look like the other written standard. Word lists know no grammar: two different
 * words that belong only to the other standard make a warning, one in a short text, and they are named. Quotations,
 * and words with a capital inside a sentence, are not judged.
 *
 * path:   what the message is about, "reason" or "departure"
 * names:  of the project and the applicant, which keep their own standard; ends with NULL; NULL for none
 * wanted: LANG_NB or LANG_NN
 */
void letter_standard_check(struct messages *warnings, const char *path, const char *text, const char *const *names,
    enum lang wanted, enum lang lang);

#endif
