/* case_letter.h — the parts of letters other than decisions: what is lacking, provisional replies, papers of an appeal.
 */
#ifndef DOMAIN_CASE_LETTER_H
#define DOMAIN_CASE_LETTER_H

#include "domain/letter_text.h"

/* What the letter will hold; NULL and "" are missing. */
struct case_letter_facts {
	enum letter_kind kind;
	const char *county, *number, *recipient;
	struct date dated;
	const char *opening; /* its first words */
	const char *content; /* defect: what is lacking; appeal: what is asked for */
	struct date day;     /* defect: the last day to send it; provisional: when the answer comes */
	const char *message; /* how and when to answer; when the answer comes; where the appeal goes */
	const char *reason;  /* provisional: why it takes time; appeal: what we think of it */
	const char *after;   /* what happens otherwise; what to do now; that the appellant gets a copy */
	const char *contact_name, *contact_phone, *contact_email;
	const char *signature;
};

/*
 * One message a missing part: what is missing and where to put it. Paths are "content", "day" and "reason" for what the
 * officer writes; others are of no field.
 */
void case_letter_check(struct messages *missing, const struct case_letter_facts *facts, enum lang lang);

/* A deadline so short that few can keep it. */
bool case_letter_day_is_short(const struct case_letter_facts *facts);

#endif
