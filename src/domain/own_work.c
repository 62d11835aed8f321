/* own_work.c — hours times what an hour is worth. */
#include "domain/own_work.h"

#include <string.h>

#include "domain/answer_rows.h"

#define HOURS_MAX 100000

bool
own_work_asked(const struct scheme *scheme, const struct scheme_field *field)
{
	return (field->type == FIELD_COSTS && scheme->amount.own_work_rate.ore > 0);
}

bool
own_work_derived(const struct scheme *scheme, const char *path)
{
	struct answer_place place;
	const char *column = strrchr(path, '.');

	return (column != NULL && strcmp(column, ".own") == 0 && answer_place(&place, scheme, path) &&
		own_work_asked(scheme, place.field));
}

bool
own_work_hours(int64_t *hundredths, const char *typed)
{
	size_t whole = strspn(typed, "0123456789"), decimals = 0;
	int64_t n = 0;

	if (typed[whole] == ',' || typed[whole] == '.')
		decimals = strspn(typed + whole + 1, "0123456789");
	else if (typed[whole] != '\0')
		return (false);
	if (whole == 0 || whole > 6 || decimals > 2 ||
	    (typed[whole] != '\0' && (decimals == 0 || typed[whole + 1 + decimals] != '\0')))
		return (false);
	for (size_t i = 0; i < whole; i++)
		n = n * 10 + (typed[i] - '0');
	for (size_t i = 0; i < 2; i++)
		n = n * 10 + (i < decimals ? typed[whole + 1 + i] - '0' : 0);
	*hundredths = n;
	return (n <= (int64_t)HOURS_MAX * 100);
}

const char *
own_work_sum(struct arena *arena, const char *hours, const char *rate)
{
	int64_t hundredths;
	money an_hour;

	/* Half a krone is rounded up: own work is reckoned in whole kroner like all else in the plan. */
	if (!own_work_hours(&hundredths, hours) || money_parse(&an_hour, rate) != OK)
		return ("");
	return (arena_printf(arena, "%lld", (long long)((hundredths * (an_hour.ore / 100) + 50) / 100)));
}
