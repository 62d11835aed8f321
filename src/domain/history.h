/* history.h — what else an applicant has applied for and been granted: what rules across schemes and years ask. */
#ifndef DOMAIN_HISTORY_H
#define DOMAIN_HISTORY_H

#include "core/arena.h"
#include "core/date.h"
#include "core/lang.h"
#include "core/money.h"

/* One other application that has been sent, and not withdrawn. */
struct history_case {
	int64_t id;
	const char *number;
	const char *scheme_id;
	struct lang_text scheme_title;
	int year; /* the call's */
	bool same_call;
	bool granted; /* and the applicant has been told */
	money awarded;
	struct date decided_on;
	const char *state_aid; /* the legal basis of the grant, "" when it is none */
};

struct history {
	const char *scheme_id; /* of the application it is held against: what "this" means */
	int year;              /* of its call */
	struct date today;     /* when it was received */
	struct history_case *cases;
	size_t n;
};

/* Granted in all under the scheme in the year. */
money history_granted(const struct history *history, const char *scheme, int year);

/* Years in a row, up to and including the one before the call's, in which something was granted under the scheme. */
int history_granted_years(const struct history *history, const char *scheme);

/* Other applications sent under the scheme in the year; in the same call. */
int history_applications(const struct history *history, const char *scheme, int year);
int history_applications_here(const struct history *history);

/* In how many different years before the call's something was applied for under the scheme. */
int history_applied_years(const struct history *history, const char *scheme);

/* Granted as de minimis in the three years that end today (source: Regulation (EU) 2023/2831 article 3(2)). */
money history_de_minimis(const struct history *history);

#endif
