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
	if (!email_valid(value) || strlen(value) > EMAIL_LONGEST)
		return (false);
	for (const char *c = value; *c != '\0'; c++)
		if ((unsigned char)*c <= ' ' || (unsigned char)*c >= 0x7F || strchr(":\\", *c) != NULL)
			return (false);
	return (true);
}
