/* date.c — the civil calendar, Oslo's clock, and how Norwegians write both. */
#include "core/date.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

static const char *const months[LANG__MAX][12] = {
	[LANG_NB] = { "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
	    "november", "desember" },
	[LANG_NN] = { "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
	    "november", "desember" },
	[LANG_EN] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	    "November", "December" },
};

static bool
leap(int year)
{
	return ((year % 4 == 0 && year % 100 != 0) || year % 400 == 0);
}

static int
month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return (month == 2 && leap(year) ? 29 : lengths[month - 1]);
}

bool
date_valid(struct date day)
{
	return (day.year >= 1900 && day.year <= 2199 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
		day.day <= month_length(day.year, day.month));
}

bool
date_none(struct date day)
{
	return (day.year == 0);
}

int
date_cmp(struct date a, struct date b)
{
	int64_t x = date_days(a), y = date_days(b);

	return ((x > y) - (x < y));
}

/* Days from civil date, counting years from March so that the leap day comes last. */
int64_t
date_days(struct date day)
{
	int64_t y = day.month <= 2 ? day.year - 1 : day.year;
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t yoe = y - era * 400;
	int64_t doy = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;

	return (era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468);
}

struct date
date_from_days(int64_t days)
{
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	struct date day = { (int)(yoe + era * 400), (int)(mp < 10 ? mp + 3 : mp - 9),
		(int)(doy - (153 * mp + 2) / 5 + 1) };

	day.year += day.month <= 2;
	return (day);
}

struct date
date_add_days(struct date day, int days)
{
	return (date_from_days(date_days(day) + days));
}

struct date
date_add_months(struct date day, int n)
{
	int m = day.year * 12 + day.month - 1 + n;
	struct date to = { m / 12, m % 12 + 1, day.day };

	if (to.day > month_length(to.year, to.month))
		to.day = month_length(to.year, to.month);
	return (to);
}

const char *
month_name(int month, enum lang lang)
{
	return (months[lang][month - 1]);
}

/* A month by name in any of our languages, or by its first letters, from three on; 0 when it is none. */
static int
month_named(const char *name)
{
	size_t len = strlen(name);

	for (int lang = 0; len >= 3 && lang < LANG__MAX; lang++)
		for (int m = 0; m < 12; m++)
			if (strncasecmp(name, months[lang][m], len) == 0)
				return (m + 1);
	return (0);
}

/* "15.01.2027", "15/1 27", "15-01-2027", "15. jan. 2027": a day, a month and a year with something between. */
static bool
day_typed(struct date *day, const char *typed)
{
	char plain[41], name[16], rest;
	size_t len = strlen(typed);

	if (len >= sizeof(plain))
		return (false);
	for (size_t i = 0; i <= len; i++)
		plain[i] = typed[i] == '.' || typed[i] == '/' || typed[i] == '-' ? ' ' : typed[i];
	if (sscanf(plain, " %2d%*[ ]%2d%*[ ]%4d %c", &day->day, &day->month, &day->year, &rest) != 3) {
		if (sscanf(plain, " %2d%*[ ]%15[a-zA-Z]%*[ ]%4d %c", &day->day, name, &day->year, &rest) != 3)
			return (false);
		day->month = month_named(name);
	}
	/* "27" is 2027; "7" may be anything. */
	if (day->year >= 10 && day->year <= 99)
		day->year += 2000;
	return (true);
}

enum status
date_parse(struct date *out, const char *typed)
{
	struct date day = { 0 };
	char rest;

	if (typed == NULL || strlen(typed) > 40 ||
	    (sscanf(typed, " %4d-%2d-%2d %c", &day.year, &day.month, &day.day, &rest) != 3 && !day_typed(&day, typed)))
		return (ERR_INVALID);
	if (!date_valid(day))
		return (ERR_INVALID);
	*out = day;
	return (OK);
}

char *
date_iso(struct arena *arena, struct date day)
{
	return (date_none(day) ? arena_strdup(arena, "")
			       : arena_printf(arena, "%04d-%02d-%02d", day.year, day.month, day.day));
}

char *
date_short(struct arena *arena, struct date day)
{
	return (date_none(day) ? arena_strdup(arena, "")
			       : arena_printf(arena, "%02d.%02d.%04d", day.day, day.month, day.year));
}

char *
date_long(struct arena *arena, struct date day, enum lang lang)
{
	if (date_none(day))
		return (arena_strdup(arena, ""));
	return (arena_printf(
	    arena, lang == LANG_EN ? "%d %s %d" : "%d. %s %d", day.day, months[lang][day.month - 1], day.year));
}

char *
date_in_year(struct arena *arena, int month, int day, enum lang lang)
{
	return (arena_printf(arena, lang == LANG_EN ? "%d %s" : "%d. %s", day, months[lang][month - 1]));
}

/* Day number of the last Sunday of March or October; 1970-01-01 was a Thursday. */
static int64_t
last_sunday(int year, int month)
{
	int64_t last = date_days((struct date){ year, month, 31 });

	return (last - (last + 4) % 7);
}

static bool
summer_time(instant at)
{
	struct date utc = date_from_days(at >= 0 ? at / INSTANT_DAY : -((-at + INSTANT_DAY - 1) / INSTANT_DAY));
	instant from = last_sunday(utc.year, 3) * INSTANT_DAY + 3600 * INSTANT_SECOND;
	instant to = last_sunday(utc.year, 10) * INSTANT_DAY + 3600 * INSTANT_SECOND;

	return (at >= from && at < to);
}

static instant
to_wall(instant at)
{
	return (at + (summer_time(at) ? 7200 : 3600) * INSTANT_SECOND);
}

struct date
instant_day(instant at)
{
	instant wall = to_wall(at);

	return (date_from_days(wall >= 0 ? wall / INSTANT_DAY : -((-wall + INSTANT_DAY - 1) / INSTANT_DAY)));
}

void
instant_clock(instant at, int *hour, int *minute, int *second)
{
	int64_t s = (to_wall(at) % INSTANT_DAY + INSTANT_DAY) % INSTANT_DAY / INSTANT_SECOND;

	*hour = (int)(s / 3600);
	*minute = (int)(s / 60 % 60);
	*second = (int)(s % 60);
}

instant
instant_at(struct date day, int hour, int minute, int second)
{
	instant wall = date_days(day) * INSTANT_DAY + (hour * 3600 + minute * 60 + second) * INSTANT_SECOND;
	instant summer = wall - 7200 * INSTANT_SECOND;

	/* Summer first: an hour that comes twice then means the first, one that is skipped falls through to winter. */
	return (summer_time(summer) ? summer : wall - 3600 * INSTANT_SECOND);
}

char *
instant_long(struct arena *arena, instant at, enum lang lang)
{
	int h, m, s;

	instant_clock(at, &h, &m, &s);
	return (arena_printf(arena, lang == LANG_EN ? "%s at %02d:%02d" : "%s kl. %02d.%02d",
	    date_long(arena, instant_day(at), lang), h, m));
}

char *
instant_short(struct arena *arena, instant at)
{
	int h, m, s;

	instant_clock(at, &h, &m, &s);
	return (arena_printf(arena, "%s kl. %02d.%02d", date_short(arena, instant_day(at)), h, m));
}

char *
instant_iso(struct arena *arena, instant at)
{
	int64_t day = at / INSTANT_DAY, us = at % INSTANT_DAY, s;

	if (us < 0) {
		us += INSTANT_DAY;
		day--;
	}
	s = us / INSTANT_SECOND;
	return (arena_printf(arena, "%sT%02d:%02d:%02d.%06dZ", date_iso(arena, date_from_days(day)), (int)(s / 3600),
	    (int)(s / 60 % 60), (int)(s % 60), (int)(us % INSTANT_SECOND)));
}

/* The digits after the decimal point as microseconds. */
static int64_t
fraction(const char *s)
{
	int64_t us = 0;
	int n = 0;

	if (*s != '.')
		return (0);
	for (s++; n < 6; n++)
		us = us * 10 + (isdigit((unsigned char)*s) ? *s++ - '0' : 0);
	return (us);
}

enum status
instant_parse(instant *out, const char *s)
{
	struct date day;
	int h, m, sec, used = 0;
	const char *zone;

	if (s == NULL ||
	    sscanf(s, "%4d-%2d-%2d%*1[ T]%2d:%2d:%2d%n", &day.year, &day.month, &day.day, &h, &m, &sec, &used) != 6 ||
	    day.month < 1 || day.month > 12 || day.day < 1 || day.day > month_length(day.year, day.month) || h < 0 ||
	    h > 23 || m < 0 || m > 59 || sec < 0 || sec > 59)
		return (ERR_INVALID);
	zone = s + used;
	zone += *zone == '.' ? 1 + strspn(zone + 1, "0123456789") : 0;
	if (strcmp(zone, "Z") != 0 && strcmp(zone, "+00") != 0 && strcmp(zone, "+00:00") != 0)
		return (ERR_INVALID);
	*out = date_days(day) * INSTANT_DAY + (h * 3600 + m * 60 + sec) * INSTANT_SECOND + fraction(s + used);
	return (OK);
}

instant
instant_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (now.tv_sec * INSTANT_SECOND + now.tv_nsec / 1000);
}
