/* scheme_words.h — what a scheme says of who decides, payment, report and duties, in sentences: the same on its page,
 * in receipts, in letters and in cases. */
#ifndef DOMAIN_SCHEME_WORDS_H
#define DOMAIN_SCHEME_WORDS_H

#include "core/arena.h"
#include "core/date.h"
#include "scheme/scheme.h"

struct sentences {
	const char **list;
	size_t n;
};

/* What is known of the case the sentences are about; nothing when they are about the scheme. */
struct said_about {
	money grant;     /* ore <= 0: none yet */
	int call_year;   /* 0: not known */
	struct date end; /* of the measure's period; none when not known */
	const char *(*body)(const void *of, const char *code, enum lang lang); /* a body's name; NULL: its code */
	const void *of;
};

/* The municipality's step, panels, each level of decision, who is informed, and where appeals go. */
struct sentences
said_of_deciding(struct arena *arena, const struct scheme *scheme, const struct said_about *about, enum lang lang);

/* Approvals that must be there first, and each part: of the grant with its sum, or of grants of each size. */
struct sentences
said_of_payment(struct arena *arena, const struct scheme *scheme, const struct said_about *about, enum lang lang);

/* When reports are due, who certifies the accounts, and what is shown besides paper. */
struct sentences
said_of_report(struct arena *arena, const struct scheme *scheme, const struct said_about *about, enum lang lang);

/* Lapse, repayment, changes and publicity, in the scheme's words or the usual ones. */
struct sentences said_of_duties(struct arena *arena, const struct scheme *scheme, enum lang lang);

/* What is asked of one kind of applicant: registers and forms of organisation. */
struct sentences said_of_applicant(struct arena *arena, const struct scheme_applicant *applicant, enum lang lang);

/* When something is due; none when the scheme says it in words alone, or what it counts from is not known. */
struct date due_on(const struct scheme_due *due, const struct said_about *about);

/* Sums of the parts of a grant that are paid, in the scheme's order; the last part that holds takes what is left over.
 */
size_t payment_sums(money *sums, const struct scheme *scheme, money grant);

/* Who certifies the accounts of a grant; CERTIFY_NOBODY when the scheme doesn't say. */
enum certifier certifier_of(const struct scheme *scheme, money grant);

/* All of them after each other. */
struct sentences sentences_joined(struct arena *arena, const struct sentences *parts, size_t n);

/* One after the other, with a space between. */
const char *sentences_text(struct arena *arena, struct sentences said);

#endif
