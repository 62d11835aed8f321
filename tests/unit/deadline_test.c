/* deadline_test.c — days when the clock changes, Easter, and the law's three weeks. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/deadline.h"

static struct date
day(int year, int month, int of_month)
{
	return ((struct date){ year, month, of_month });
}

/* A deadline people know as "1 November 2026 at 23.59". */
static instant
midnight_after(int year, int month, int of_month)
{
	return (instant_at(date_add_days(day(year, month, of_month), 1), 0, 0, 0));
}

static void
expect_day(struct date got, int year, int month, int of_month)
{
	CHECK_TEXT(date_iso(arena, got), date_iso(arena, day(year, month, of_month)));
}

TEST(days_when_the_clock_changes_are_days_like_others)
{
	/* Summer time ends 25 October 2026 and starts 28 March 2027. */
	instant autumn = midnight_after(2026, 10, 25), spring = midnight_after(2027, 3, 28);

	CHECK_INT(autumn - midnight_after(2026, 10, 24), 25 * 3600 * INSTANT_SECOND);
	CHECK_INT(spring - midnight_after(2027, 3, 27), 23 * 3600 * INSTANT_SECOND);
	CHECK_INT(deadline_days_left(autumn, instant_at(day(2026, 10, 25), 0, 0, 1)), 0);
	CHECK_INT(deadline_days_left(autumn, instant_at(day(2026, 10, 24), 23, 59, 59)), 1);
	CHECK_INT(deadline_days_left(spring, instant_at(day(2027, 3, 27), 12, 0, 0)), 1);
}

TEST(midnight_is_told_as_the_minute_before_it)
{
	instant closes = midnight_after(2026, 11, 1);

	CHECK_TEXT(deadline_text(arena, closes, LANG_NB), "1. november 2026 kl. 23.59");
	CHECK_TEXT(deadline_text(arena, closes, LANG_EN), "1 November 2026 at 23:59");
	CHECK_TEXT(deadline_text(arena, instant_at(day(2027, 1, 15), 12, 0, 0), LANG_NN), "15. januar 2027 kl. 12.00");
	expect_day(deadline_day(closes), 2026, 11, 1);
	expect_day(deadline_day(instant_at(day(2026, 11, 1), 23, 59, 59)), 2026, 11, 1);
}

TEST(what_is_left_is_told_in_days_and_on_the_last_by_the_clock)
{
	instant closes = midnight_after(2026, 11, 1);

	CHECK_TEXT(deadline_left_text(arena, closes, instant_at(day(2026, 10, 29), 23, 59, 0), LANG_NB), "om 3 dager");
	CHECK_TEXT(deadline_left_text(arena, closes, instant_at(day(2026, 10, 30), 0, 0, 0), LANG_NN), "om 2 dagar");
	CHECK_TEXT(
	    deadline_left_text(arena, closes, instant_at(day(2026, 10, 31), 8, 0, 0), LANG_NB), "i morgen kl. 23.59");
	CHECK_TEXT(deadline_left_text(arena, closes, closes - 1, LANG_NB), "i dag kl. 23.59");
	CHECK_TEXT(deadline_left_text(arena, closes, closes, LANG_NB), "fristen er ute");
	CHECK_INT(deadline_days_left(closes, closes), -1);
	CHECK_TEXT(deadline_left_text(
		       arena, instant_at(day(2026, 11, 1), 12, 5, 0), instant_at(day(2026, 11, 1), 9, 0, 0), LANG_NB),
	    "i dag kl. 12.05");
}

TEST(how_late_something_came_is_told_in_the_largest_unit)
{
	instant closes = midnight_after(2026, 11, 1);

	CHECK_TEXT(deadline_late_text(arena, closes, closes - 1, LANG_NB), "");
	CHECK_TEXT(deadline_late_text(arena, closes, closes, LANG_NB), "under ett minutt etter fristen");
	CHECK_TEXT(deadline_late_text(arena, closes, closes + 60 * INSTANT_SECOND, LANG_NB), "1 minutt etter fristen");
	CHECK_TEXT(
	    deadline_late_text(arena, closes, closes + 3599 * INSTANT_SECOND, LANG_NB), "59 minutter etter fristen");
	CHECK_TEXT(deadline_late_text(arena, closes, closes + 3600 * INSTANT_SECOND, LANG_NB), "1 time etter fristen");
	CHECK_TEXT(deadline_late_text(arena, closes, closes + 7200 * INSTANT_SECOND, LANG_NN), "2 timar etter fristen");
	CHECK_TEXT(deadline_late_text(arena, closes, closes + INSTANT_DAY, LANG_NB), "1 dag etter fristen");
	CHECK_TEXT(deadline_late_text(arena, closes, closes + 8 * INSTANT_DAY, LANG_EN), "8 days after the deadline");
}

TEST(easter_falls_where_the_almanac_says)
{
	static const int easters[][3] = { { 2000, 4, 23 }, { 2008, 3, 23 }, { 2019, 4, 21 }, { 2024, 3, 31 },
		{ 2025, 4, 20 }, { 2026, 4, 5 }, { 2027, 3, 28 }, { 2038, 4, 25 }, { 2049, 4, 18 }, { 2076, 4, 19 } };

	for (size_t i = 0; i < COUNT_OF(easters); i++)
		expect_day(easter_sunday(easters[i][0]), easters[i][0], easters[i][1], easters[i][2]);
}

TEST(holidays_are_the_laws)
{
	static const int holidays[][2] = { { 1, 1 }, { 4, 2 }, { 4, 3 }, { 4, 5 }, { 4, 6 }, { 5, 1 }, { 5, 14 },
		{ 5, 17 }, { 5, 24 }, { 5, 25 }, { 12, 25 }, { 12, 26 }, { 11, 1 } };
	static const int ordinary[][2] = { { 1, 2 }, { 4, 1 }, { 4, 4 }, { 4, 7 }, { 5, 2 }, { 5, 15 }, { 5, 18 },
		{ 5, 26 }, { 12, 24 }, { 12, 31 }, { 10, 31 } };

	for (size_t i = 0; i < COUNT_OF(holidays); i++)
		if (!is_holiday(day(2026, holidays[i][0], holidays[i][1])))
			fail_msg("%d.%d.2026 is a holiday", holidays[i][1], holidays[i][0]);
	for (size_t i = 0; i < COUNT_OF(ordinary); i++)
		if (is_holiday(day(2026, ordinary[i][0], ordinary[i][1])))
			fail_msg("%d.%d.2026 is no holiday", ordinary[i][1], ordinary[i][0]);
}

TEST(appeals_have_three_weeks_to_the_next_working_day)
{
	static const int dates[][6] = {
		{ 2026, 1, 7, 2026, 1, 28 },   /* Wednesday to Wednesday */
		{ 2026, 1, 10, 2026, 2, 2 },   /* Saturday moves to Monday */
		{ 2026, 1, 11, 2026, 2, 2 },   /* so does Sunday */
		{ 2026, 3, 12, 2026, 4, 7 },   /* Maundy Thursday to the Tuesday after Easter */
		{ 2026, 4, 10, 2026, 5, 4 },   /* 1 May, a Friday */
		{ 2026, 4, 23, 2026, 5, 15 },  /* Ascension Day: the Friday after is a working day */
		{ 2027, 4, 26, 2027, 5, 18 },  /* 17 May 2027 is Whit Monday too */
		{ 2026, 12, 4, 2026, 12, 28 }, /* Christmas Day, Friday */
		{ 2026, 12, 11, 2027, 1, 4 },  /* New Year's Day, Friday */
		{ 2026, 12, 3, 2026, 12, 24 }, /* Christmas Eve is no holiday */
		{ 2028, 2, 8, 2028, 2, 29 },   /* leap day */
	};

	for (size_t i = 0; i < COUNT_OF(dates); i++)
		expect_day(
		    appeal_deadline(day(dates[i][0], dates[i][1], dates[i][2])), dates[i][3], dates[i][4], dates[i][5]);
}

UNIT_MAIN(WITH_ARENA(days_when_the_clock_changes_are_days_like_others),
    WITH_ARENA(midnight_is_told_as_the_minute_before_it),
    WITH_ARENA(what_is_left_is_told_in_days_and_on_the_last_by_the_clock),
    WITH_ARENA(how_late_something_came_is_told_in_the_largest_unit), WITH_ARENA(easter_falls_where_the_almanac_says),
    WITH_ARENA(holidays_are_the_laws), WITH_ARENA(appeals_have_three_weeks_to_the_next_working_day))
