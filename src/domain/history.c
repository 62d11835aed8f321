/* history.c — counts and sums over an applicant's other applications. */
#include "domain/history.h"

#include <string.h>

#include "core/text.h"
#include "scheme/scheme_rules.h"

/* No scheme is older than this; it bounds a search for years in a row. */
#define MOST_YEARS 100

/* Whether the case was sent under the scheme: "this", "any" or an id. */
static bool
history_under(const struct history *history, const struct history_case *a_case, const char *scheme)
{
	if (strcmp(scheme, "any") == 0)
		return (true);
	return (strcmp(a_case->scheme_id, strcmp(scheme, "this") == 0 ? history->scheme_id : scheme) == 0);
}

money
history_granted(const struct history *history, const char *scheme, int year)
{
	money sum = MONEY_ZERO;

	for (size_t i = 0; i < history->n; i++) {
		const struct history_case *a_case = &history->cases[i];

		if (a_case->granted && a_case->year == year && history_under(history, a_case, scheme))
			sum = money_add(sum, a_case->awarded);
	}
	return (sum);
}

int
history_granted_years(const struct history *history, const char *scheme)
{
	int years = 0;

	while (years < MOST_YEARS && history_granted(history, scheme, history->year - years - 1).ore > 0)
		years++;
	return (years);
}

int
history_applications(const struct history *history, const char *scheme, int year)
{
	int n = 0;

	for (size_t i = 0; i < history->n; i++)
		n += history->cases[i].year == year && history_under(history, &history->cases[i], scheme);
	return (n);
}

int
history_applications_here(const struct history *history)
{
	int n = 0;

	for (size_t i = 0; i < history->n; i++)
		n += history->cases[i].same_call;
	return (n);
}

/* Whether an earlier case in the list was of the same year: each year counts once. */
static bool
year_counted(const struct history *history, size_t i, const char *scheme)
{
	for (size_t k = 0; k < i; k++)
		if (history->cases[k].year == history->cases[i].year &&
		    history_under(history, &history->cases[k], scheme))
			return (true);
	return (false);
}

int
history_applied_years(const struct history *history, const char *scheme)
{
	int n = 0;

	for (size_t i = 0; i < history->n; i++)
		n += history->cases[i].year < history->year && history_under(history, &history->cases[i], scheme) &&
		     !year_counted(history, i, scheme);
	return (n);
}

money
history_de_minimis(const struct history *history)
{
	/* Without a day there is nothing to count back from: everything counts. */
	struct date from = date_none(history->today) ? history->today : date_add_months(history->today, -36);
	money sum = MONEY_ZERO;

	for (size_t i = 0; i < history->n; i++) {
		const struct history_case *a_case = &history->cases[i];

		if (a_case->granted && text_equal(a_case->state_aid, STATE_AID_DE_MINIMIS) &&
		    date_cmp(a_case->decided_on, from) > 0)
			sum = money_add(sum, a_case->awarded);
	}
	return (sum);
}
