/* money.c — Norwegian sums in and out. */
#include "core/money.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/buf.h"

#define NBSP "\xc2\xa0"

/* How many bytes of a dash that a word processor has made of "-": U+2013, U+2014 or U+2212. 0 for anything else. */
static size_t
dash(const char *s)
{
	return (strncmp(s, "\xe2\x80\x93", 3) == 0 || strncmp(s, "\xe2\x80\x94", 3) == 0 ||
			strncmp(s, "\xe2\x88\x92", 3) == 0
		    ? 3
		    : 0);
}

/* Copies typed without spaces of any kind, and with "-" for every dash; false when it does not fit. */
static bool
squeeze(char *to, size_t size, const char *typed)
{
	size_t n = 0;

	while (*typed != '\0') {
		if (*typed == ' ' || (*typed >= '\t' && *typed <= '\r')) {
			typed++;
		} else if (strncmp(typed, NBSP, 2) == 0) {
			typed += 2;
		} else if (strncmp(typed, "\xe2\x80\xaf", 3) == 0 || strncmp(typed, "\xe2\x80\x89", 3) == 0) {
			typed += 3;
		} else {
			if (n + 1 >= size)
				return (false);
			to[n++] = dash(typed) > 0 ? '-' : (char)tolower((unsigned char)*typed);
			typed += dash(typed) > 0 ? dash(typed) : 1;
		}
	}
	to[n] = '\0';
	return (n > 0);
}

/* Cuts ",-", ",00", "kr" and "nok", in the places people write them. */
static char *
undress(char *s)
{
	static const char *const tails[] = { "kroner", "kr.", "kr", "nok", ",-", ",00", ".-", "-" };
	size_t len;

	if (strncmp(s, "kr.", 3) == 0 || strncmp(s, "nok", 3) == 0)
		s += 3;
	else if (strncmp(s, "kr", 2) == 0)
		s += 2;
	for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++) {
		len = strlen(s);
		if (len > strlen(tails[i]) && strcmp(s + len - strlen(tails[i]), tails[i]) == 0)
			s[len - strlen(tails[i])] = '\0';
	}
	return (s);
}

/* Dots may only set thousands apart: "1.350.000", never "1.35". */
static bool
dots_are_thousands(const char *s)
{
	const char *dot = strchr(s, '.');

	if (dot == NULL)
		return (true);
	if (dot == s || dot - s > 3)
		return (false);
	for (; *dot == '.'; dot += 4)
		if (!isdigit((unsigned char)dot[1]) || !isdigit((unsigned char)dot[2]) ||
		    !isdigit((unsigned char)dot[3]))
			return (false);
	return (*dot == '\0');
}

enum status
money_parse(money *out, const char *typed)
{
	char room[64], *s;
	int64_t kr = 0;

	if (typed == NULL || !squeeze(room, sizeof(room), typed))
		return (ERR_INVALID);
	s = undress(room);
	if (*s == '\0' || !dots_are_thousands(s))
		return (ERR_INVALID);
	for (; *s != '\0'; s++) {
		if (*s == '.')
			continue;
		if (!isdigit((unsigned char)*s) || kr > MONEY_MAX.ore / 1000)
			return (ERR_INVALID);
		kr = kr * 10 + (*s - '0');
	}
	if (kr > MONEY_MAX.ore / 100)
		return (ERR_INVALID);
	*out = MONEY_NOK(kr);
	return (OK);
}

static void
grouped(char *to, size_t size, uint64_t n)
{
	char digits[24], *at = to + size;
	int len = snprintf(digits, sizeof(digits), "%" PRIu64, n), written = 0;

	*--at = '\0';
	for (int i = len - 1; i >= 0; i--) {
		if (written > 0 && written % 3 == 0) {
			at -= 2;
			memcpy(at, NBSP, 2);
		}
		*--at = digits[i];
		written++;
	}
	memmove(to, at, strlen(at) + 1);
}

static uint64_t
magnitude(int64_t n)
{
	return (n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n);
}

char *
money_count(struct arena *arena, int64_t n)
{
	char room[64];

	grouped(room, sizeof(room), magnitude(n));
	return (arena_printf(arena, "%s%s", n < 0 ? "-" : "", room));
}

char *
money_digits(struct arena *arena, money sum)
{
	uint64_t ore = magnitude(sum.ore);
	char room[64];

	grouped(room, sizeof(room), ore / 100);
	if (ore % 100 == 0)
		return (arena_printf(arena, "%s%s", sum.ore < 0 ? "-" : "", room));
	return (arena_printf(arena, "%s%s,%02d", sum.ore < 0 ? "-" : "", room, (int)(ore % 100)));
}

char *
money_show(struct arena *arena, money sum)
{
	return (arena_printf(arena, "%s" NBSP "kr", money_digits(arena, sum)));
}

money
money_add(money a, money b)
{
	return ((money){ a.ore + b.ore });
}

money
money_sub(money a, money b)
{
	return ((money){ a.ore - b.ore });
}

int
money_cmp(money a, money b)
{
	return ((a.ore > b.ore) - (a.ore < b.ore));
}

money
money_min(money a, money b)
{
	return (a.ore < b.ore ? a : b);
}

money
money_max(money a, money b)
{
	return (a.ore > b.ore ? a : b);
}

money
money_share(money sum, int64_t numerator, int64_t denominator)
{
	__int128 ore = (__int128)sum.ore * numerator / denominator;

	return ((money){ (int64_t)(ore / 100 * 100) });
}
