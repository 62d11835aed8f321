/* email.c — looks at an e-mail address. */
#include "core/email.h"

#include <string.h>

/* RFC 5321: a path is at most 256 octets with its brackets. */
#define EMAIL_LONGEST 254

bool
email_valid(const char *value)
{
	const char *at = strchr(value, '@'), *dot;

	if (at == NULL || at == value || strchr(at + 1, '@') != NULL || strpbrk(value, " \t\n,;<>()\"") != NULL)
		return (false);
	dot = strrchr(at, '.');
	return (dot != NULL && dot > at + 1 && dot[1] != '\0' && dot[2] != '\0' && strstr(at, "..") == NULL &&
		at[1] != '-');
}

bool
email_sendable(const char *value)
{
	/* Narrower than the standard: what lies outside is no address people have, but could end the command it stands
	 * in. */
	static const char allowed[] =
	    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.@_%+-'/=?^{}~!#$&*|`";

	return (email_valid(value) && strlen(value) <= EMAIL_LONGEST && strspn(value, allowed) == strlen(value));
}
