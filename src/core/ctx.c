/* ctx.c — names of roles. */
#include "core/ctx.h"

#include <string.h>

static const char *const codes[ROLE__MAX] = { "none", "applicant", "officer", "leader", "politician", "admin" };

const char *
role_code(enum role role)
{
	return (codes[role]);
}

bool
role_parse(enum role *role, const char *code)
{
	for (int i = 0; i < ROLE__MAX; i++)
		if (code != NULL && strcmp(codes[i], code) == 0) {
			*role = (enum role)i;
			return (true);
		}
	return (false);
}
