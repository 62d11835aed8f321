/* statement.c — where a request for a statement stands. */
#include "domain/statement.h"

#include <string.h>

#include "domain/deadline.h"

#define OPEN_DAYS 30
#define LATE_DAYS 14

enum statement_state
statement_state(const struct statement_request *request, instant now)
{
	if (request->answered_at != 0)
		return (STATEMENT_GIVEN);
	if (request->declined_at != 0)
		return (STATEMENT_DECLINED);
	if (request->revoked_at != 0)
		return (STATEMENT_REVOKED);
	return (request->expires_at <= now ? STATEMENT_EXPIRED : STATEMENT_WAITING);
}

struct date
statement_last_day(const struct scheme_field *field, instant closes_at, struct date today)
{
	struct date last = date_add_days(today, OPEN_DAYS), due = last;

	if (closes_at != 0)
		due = later_allowed(&field->later) ? later_day(&field->later, closes_at) : instant_day(closes_at - 1);
	if (date_cmp(due, today) < 0)
		return (date_add_days(today, LATE_DAYS));
	return (date_cmp(due, last) < 0 ? due : last);
}

size_t
statements_waiting(const struct statement_request *list, size_t n, const char *field, instant now)
{
	size_t waiting = 0;

	for (size_t i = 0; i < n; i++)
		waiting += strcmp(list[i].field, field) == 0 && statement_state(&list[i], now) == STATEMENT_WAITING;
	return (waiting);
}
