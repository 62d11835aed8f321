/* call_plan.c — the codes of what calls say, as in documents and in the database. */
#include "scheme/call_plan.h"

#include <stdlib.h>
#include <string.h>

static const char *const kinds[CALL_KIND__MAX] = { "fixed", "continuous", "main-then-continuous", "relative" };
static const char *const units[CALL_UNIT__MAX] = { "days", "weeks", "months" };
static const char *const bodies[CALL_BODY__MAX] = { "municipality", "state", "other" };
static const char *const statuses[CALL_STATUS__MAX] = { "announced", "on-hold", "cancelled", "used-up" };

/* The place of code in list, or n. */
static size_t
find(const char *const *list, size_t n, const char *code)
{
	size_t i = 0;

	while (i < n && (code == NULL || strcmp(list[i], code) != 0))
		i++;
	return (i);
}

const char *
call_kind_code(enum call_kind kind)
{
	return (kinds[kind]);
}

const char *
call_unit_code(enum call_unit unit)
{
	return (units[unit]);
}

const char *
call_body_code(enum call_body body)
{
	return (bodies[body]);
}

const char *
call_status_code(enum call_status status)
{
	return (statuses[status]);
}

bool
call_kind_parse(enum call_kind *out, const char *code)
{
	size_t i = find(kinds, CALL_KIND__MAX, code);

	if (i < CALL_KIND__MAX)
		*out = (enum call_kind)i;
	return (i < CALL_KIND__MAX);
}

bool
call_unit_parse(enum call_unit *out, const char *code)
{
	size_t i = find(units, CALL_UNIT__MAX, code);

	if (i < CALL_UNIT__MAX)
		*out = (enum call_unit)i;
	return (i < CALL_UNIT__MAX);
}

bool
call_body_parse(enum call_body *out, const char *code)
{
	size_t i = find(bodies, CALL_BODY__MAX, code);

	if (i < CALL_BODY__MAX)
		*out = (enum call_body)i;
	return (i < CALL_BODY__MAX);
}

bool
call_status_parse(enum call_status *out, const char *code)
{
	size_t i = find(statuses, CALL_STATUS__MAX, code);

	if (i < CALL_STATUS__MAX)
		*out = (enum call_status)i;
	return (i < CALL_STATUS__MAX);
}

bool
call_kind_in_batches(enum call_kind kind)
{
	return (kind != CALL_FIXED);
}

struct month_day
month_day_read(const char *text)
{
	return ((struct month_day){ (int)strtol(text, NULL, 10), (int)strtol(text + 3, NULL, 10) });
}

char *
month_day_write(struct arena *arena, struct month_day day)
{
	return (day.month == 0 ? arena_strdup(arena, "") : arena_printf(arena, "%02d-%02d", day.month, day.day));
}
