/* aid_limit.c — finds the limit of a day. */
#include "domain/aid_limit.h"

#include <string.h>

#include "core/text.h"

static const struct aid_limits none, *used = &none;

void
aid_limits_use(const struct aid_limits *limits)
{
	used = limits == NULL ? &none : limits;
}

const struct aid_limits *
aid_limits_used(void)
{
	return (used);
}

static bool
holds(const struct aid_limit *limit, struct date day)
{
	return (date_none(day) ||
		(date_cmp(day, limit->from) >= 0 && (date_none(limit->to) || date_cmp(day, limit->to) <= 0)));
}

const struct aid_limit *
aid_limit_at(const struct aid_limits *limits, const char *basis, struct date day)
{
	const struct aid_limit *found = NULL;

	for (size_t i = 0; i < limits->n; i++) {
		const struct aid_limit *one = &limits->list[i];

		if (strcmp(one->basis, basis) == 0 && holds(one, day) &&
		    (found == NULL || date_cmp(one->from, found->from) > 0))
			found = one;
	}
	return (found);
}

bool
aid_basis_known(const struct aid_limits *limits, const char *basis)
{
	return (aid_limit_at(limits, basis, (struct date){ 0 }) != NULL);
}

const char *
aid_limit_text(struct arena *arena, const struct aid_limit *limit, money sum, enum lang lang)
{
	const char *text = lang_pick(&limit->text, lang), *at = strstr(text, "{sum}");

	if (at == NULL)
		return (text);
	return (arena_printf(arena, "%.*s%s%s", (int)(at - text), text, money_show(arena, sum), at + strlen("{sum}")));
}
