/* deadline.c — days counted as people in Norway count them. */
#include "domain/deadline.h"

#include <string.h>

#include "core/catalogue.h"
#include "scheme/scheme.h"

#define DAYS_A_WEEK 7

static bool
at_midnight(instant at)
{
	int hour, minute, second;

	instant_clock(at, &hour, &minute, &second);
	return (hour == 0 && minute == 0 && second == 0);
}

instant
deadline_told(instant closes_at)
{
	return (at_midnight(closes_at) ? closes_at - 60 * INSTANT_SECOND : closes_at);
}

struct date
deadline_day(instant closes_at)
{
	return (instant_day(deadline_told(closes_at)));
}

int
deadline_days_left(instant closes_at, instant at)
{
	return ((int)(date_days(deadline_day(closes_at)) - date_days(instant_day(at))));
}

char *
deadline_text(struct arena *arena, instant closes_at, enum lang lang)
{
	return (instant_long(arena, deadline_told(closes_at), lang));
}

char *
deadline_left_text(struct arena *arena, instant closes_at, instant at, enum lang lang)
{
	int days = deadline_days_left(closes_at, at), hour, minute, second;

	if (at >= closes_at)
		return (arena_strdup(arena, tr(lang, "fristen er ute")));
	instant_clock(deadline_told(closes_at), &hour, &minute, &second);
	if (days == 0)
		return (tr_printf(arena, lang, "i dag kl. %02d.%02d", hour, minute));
	if (days == 1)
		return (tr_printf(arena, lang, "i morgen kl. %02d.%02d", hour, minute));
	return (tr_printf(arena, lang, "om %d dager", days));
}

/* The largest whole unit: nobody needs the seconds of something that came a week late. */
char *
deadline_late_text(struct arena *arena, instant closes_at, instant at, enum lang lang)
{
	int64_t seconds = (at - closes_at) / INSTANT_SECOND;

	if (at < closes_at)
		return (arena_strdup(arena, ""));
	if (seconds < 60)
		return (tr_printf(arena, lang, "under ett minutt etter fristen"));
	if (seconds < 3600)
		return (arena_printf(arena,
		    tr_plural(lang, "%d minutt etter fristen", "%d minutter etter fristen", seconds / 60),
		    (int)(seconds / 60)));
	if (seconds < 86400)
		return (arena_printf(arena,
		    tr_plural(lang, "%d time etter fristen", "%d timer etter fristen", seconds / 3600),
		    (int)(seconds / 3600)));
	return (arena_printf(arena, tr_plural(lang, "%d dag etter fristen", "%d dager etter fristen", seconds / 86400),
	    (int)(seconds / 86400)));
}

/* --- what may come later ------------------------------------------------------------------------------------------ */

bool
later_allowed(const struct scheme_later *later)
{
	return (later->days > 0 || later->month > 0);
}

struct date
later_day(const struct scheme_later *later, instant closes_at)
{
	struct date last = deadline_day(closes_at), by = { last.year, later->month, later->day };
	struct date day = later->days > 0 ? date_add_days(last, later->days) : (struct date){ 0 };

	if (later->month == 0)
		return (day);
	if (date_cmp(by, last) <= 0)
		by.year++;
	return (date_none(day) || date_cmp(by, day) > 0 ? by : day);
}

/* --- the calendar ------------------------------------------------------------------------------------------------ */

/* The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
struct date
easter_sunday(int year)
{
	int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

	return ((struct date){ year, n / 31, n % 31 + 1 });
}

/* 0 is Monday; 1 January 1970 was a Thursday. */
static int
weekday(struct date day)
{
	return ((int)(((date_days(day) + 3) % DAYS_A_WEEK + DAYS_A_WEEK) % DAYS_A_WEEK));
}

bool
is_holiday(struct date day)
{
	static const struct {
		int month, day;
	} fixed[] = { { 1, 1 }, { 5, 1 }, { 5, 17 }, { 12, 25 }, { 12, 26 } };
	/* Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday; the others are Sundays. */
	static const int after_easter[] = { -3, -2, 1, 39, 50 };
	int64_t easter = date_days(easter_sunday(day.year));

	if (weekday(day) == 6)
		return (true);
	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
		if (day.month == fixed[i].month && day.day == fixed[i].day)
			return (true);
	for (size_t i = 0; i < sizeof(after_easter) / sizeof(after_easter[0]); i++)
		if (date_days(day) == easter + after_easter[i])
			return (true);
	return (false);
}

struct date
appeal_deadline(struct date received)
{
	struct date last = date_add_days(received, 3 * DAYS_A_WEEK);

	while (weekday(last) == 5 || is_holiday(last))
		last = date_add_days(last, 1);
	return (last);
}
