/* orgnr.c — mod 11, twice. */
#include "core/orgnr.h"

#include <ctype.h>
#include <string.h>

#define NBSP "\xc2\xa0"

char *
orgnr_digits(struct arena *arena, const char *typed)
{
	char *out = arena_alloc(arena, strlen(typed) + 1), *to = out;

	for (; *typed != '\0'; typed++)
		if (isdigit((unsigned char)*typed))
			*to++ = *typed;
	return (out);
}

/* Picks out the digits; false when there is anything but digits and separators, or not exactly want of them. */
static bool
digits(int *to, size_t want, const char *typed, const char *separators)
{
	size_t n = 0;

	for (; *typed != '\0'; typed++) {
		if (isdigit((unsigned char)*typed)) {
			if (n == want)
				return (false);
			to[n++] = *typed - '0';
		} else if (strchr(separators, *typed) == NULL && *typed != '\xc2' && *typed != '\xa0') {
			return (false);
		}
	}
	return (n == want);
}

static bool
mod11(const int *digit, const int *weights, size_t n)
{
	int sum = 0, rest;

	for (size_t i = 0; i < n; i++)
		sum += digit[i] * weights[i];
	rest = sum % 11;
	return (digit[n] == (rest == 0 ? 0 : 11 - rest));
}

bool
orgnr_valid(const char *typed)
{
	static const int weights[] = { 3, 2, 7, 6, 5, 4, 3, 2 };
	int digit[9];

	return (typed != NULL && digits(digit, 9, typed, " ") && mod11(digit, weights, 8));
}

bool
account_valid(const char *typed)
{
	static const int weights[] = { 5, 4, 3, 2, 7, 6, 5, 4, 3, 2 };
	int digit[11];

	return (typed != NULL && digits(digit, 11, typed, " .") && mod11(digit, weights, 10));
}

char *
orgnr_show(struct arena *arena, const char *s)
{
	if (strlen(s) != 9)
		return (arena_strdup(arena, s));
	return (arena_printf(arena, "%.3s" NBSP "%.3s" NBSP "%.3s", s, s + 3, s + 6));
}

char *
orgnr_name(struct arena *arena, const char *name, const char *digits)
{
	if (*digits == '\0')
		return (arena_strdup(arena, name));
	return (arena_printf(arena, "%s (%s)", name, orgnr_show(arena, digits)));
}
