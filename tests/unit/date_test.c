/* date_test.c — days and instants in Norwegian time. */
#include "check.h"

#include "core/date.h"

ARENA_FOR_TESTS

static struct date
day(int year, int month, int day_of_month)
{
	return ((struct date){ year, month, day_of_month });
}

TEST(days_are_read_as_people_write_them)
{
	static const char *const ways[] = { "2027-01-15", "15.01.2027", "15.1.2027", "15/1 2027", "15. januar 2027",
		"15-01-2027", "15 1 2027", "15/01/2027", "15.01.27", "15/1-27", "15. jan. 2027", "15 January 2027" };

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		struct date got = { 0 };

		if (date_parse(&got, ways[i]) != OK || date_cmp(got, day(2027, 1, 15)) != 0)
			fail_msg("\"%s\" was read as %s", ways[i], date_iso(arena, got));
	}
}

TEST(what_is_no_day_is_refused)
{
	static const char *const wrong[] = { "", "i morgen", "31.02.2027", "2027-13-01", "0.1.2027", "1.1.1899",
		"1.1.2200", "2027-02-29", "15.01", "15.01.27x", "15. smarch 2027", "15. ja 2027", "15.01.7",
		"15.01.202", "15.01.20277", "15012027", "27-01-15", "15.-1.2027x", "99999999999-01-01" };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		struct date got = { 1, 2, 3 };

		if (date_parse(&got, wrong[i]) != ERR_INVALID || got.year != 1)
			fail_msg("\"%s\" was taken", wrong[i]);
	}
}

TEST(leap_years_follow_the_calendar)
{
	CHECK(date_valid(day(2028, 2, 29)));
	CHECK(!date_valid(day(2100, 2, 29)));
	CHECK(date_valid(day(2000, 2, 29)));
}

TEST(days_are_counted_both_ways)
{
	CHECK_INT(date_days(day(1970, 1, 1)), 0);
	CHECK_INT(date_days(day(2000, 3, 1)), 11017);
	for (int64_t n = -25000; n < 80000; n += 13)
		CHECK_INT(date_days(date_from_days(n)), n);
}

TEST(a_month_later_stays_within_the_month)
{
	CHECK_INT(date_cmp(date_add_months(day(2027, 1, 31), 1), day(2027, 2, 28)), 0);
	CHECK_INT(date_cmp(date_add_months(day(2028, 1, 31), 1), day(2028, 2, 29)), 0);
	CHECK_INT(date_cmp(date_add_months(day(2027, 11, 30), 3), day(2028, 2, 29)), 0);
	CHECK_INT(date_cmp(date_add_months(day(2027, 1, 15), -1), day(2026, 12, 15)), 0);
	CHECK_INT(date_cmp(date_add_days(day(2027, 12, 31), 1), day(2028, 1, 1)), 0);
}

TEST(days_are_written_as_norwegians_do)
{
	CHECK_TEXT(date_iso(arena, day(2027, 1, 5)), "2027-01-05");
	CHECK_TEXT(date_short(arena, day(2027, 1, 5)), "05.01.2027");
	CHECK_TEXT(date_long(arena, day(2027, 1, 5), LANG_NB), "5. januar 2027");
	CHECK_TEXT(date_long(arena, day(2027, 5, 17), LANG_NN), "17. mai 2027");
	CHECK_TEXT(date_iso(arena, day(0, 0, 0)), "");
	CHECK(date_none(day(0, 0, 0)));
}

TEST(noon_in_oslo_is_eleven_or_ten_in_utc)
{
	CHECK_TEXT(instant_iso(arena, instant_at(day(2027, 1, 15), 12, 0, 0)), "2027-01-15T11:00:00.000000Z");
	CHECK_TEXT(instant_iso(arena, instant_at(day(2027, 7, 15), 12, 0, 0)), "2027-07-15T10:00:00.000000Z");
}

TEST(the_clock_that_does_not_exist_in_spring_is_an_hour_on)
{
	/* 28 March 2027: 02:00 becomes 03:00. */
	CHECK_TEXT(instant_iso(arena, instant_at(day(2027, 3, 28), 2, 30, 0)), "2027-03-28T01:30:00.000000Z");
	CHECK_TEXT(instant_short(arena, instant_at(day(2027, 3, 28), 2, 30, 0)), "28.03.2027 kl. 03.30");
}

TEST(the_clock_that_comes_twice_in_autumn_is_the_first)
{
	/* 31 October 2027: 03:00 becomes 02:00. */
	CHECK_TEXT(instant_iso(arena, instant_at(day(2027, 10, 31), 2, 30, 0)), "2027-10-31T00:30:00.000000Z");
	CHECK_TEXT(instant_iso(arena, instant_at(day(2027, 10, 31), 3, 0, 0)), "2027-10-31T02:00:00.000000Z");
}

TEST(a_second_on_either_side_of_midnight_is_another_day)
{
	instant midnight = instant_at(day(2027, 3, 1), 0, 0, 0);

	CHECK_INT(date_cmp(instant_day(midnight - 1), day(2027, 2, 28)), 0);
	CHECK_INT(date_cmp(instant_day(midnight), day(2027, 3, 1)), 0);
}

TEST(instants_are_shown_with_the_clock)
{
	instant at = instant_at(day(2027, 1, 15), 12, 0, 0);
	int hour, minute, second;

	CHECK_TEXT(instant_long(arena, at, LANG_NB), "15. januar 2027 kl. 12.00");
	CHECK_TEXT(instant_short(arena, at), "15.01.2027 kl. 12.00");
	instant_clock(at + 61 * INSTANT_SECOND, &hour, &minute, &second);
	CHECK_INT(hour, 12);
	CHECK_INT(minute, 1);
	CHECK_INT(second, 1);
}

TEST(instants_are_read_from_postgresql_and_from_ourselves)
{
	instant at = 0, again = 0;

	CHECK_INT(instant_parse(&at, "2027-01-15 11:00:00.123456+00"), OK);
	CHECK_TEXT(instant_iso(arena, at), "2027-01-15T11:00:00.123456Z");
	CHECK_INT(instant_parse(&again, instant_iso(arena, at)), OK);
	CHECK(again == at);
	CHECK_INT(instant_parse(&at, "2027-01-15 11:00:00+00"), OK);
	CHECK_TEXT(instant_iso(arena, at), "2027-01-15T11:00:00.000000Z");
	CHECK_INT(instant_parse(&at, "2027-01-15 11:00:00.5+00"), OK);
	CHECK_TEXT(instant_iso(arena, at), "2027-01-15T11:00:00.500000Z");
}

TEST(what_is_no_instant_is_refused)
{
	instant at = 5;

	CHECK_INT(instant_parse(&at, ""), ERR_INVALID);
	CHECK_INT(instant_parse(&at, "infinity"), ERR_INVALID);
	CHECK_INT(instant_parse(&at, "2027-01-15"), ERR_INVALID);
	CHECK_INT(instant_parse(&at, "2027-01-15 25:00:00+00"), ERR_INVALID);
	CHECK_INT(at, 5);
}

ARENA_TESTS(UNIT(days_are_read_as_people_write_them), UNIT(what_is_no_day_is_refused),
    UNIT(leap_years_follow_the_calendar), UNIT(days_are_counted_both_ways), UNIT(a_month_later_stays_within_the_month),
    UNIT(days_are_written_as_norwegians_do), UNIT(noon_in_oslo_is_eleven_or_ten_in_utc),
    UNIT(the_clock_that_does_not_exist_in_spring_is_an_hour_on),
    UNIT(the_clock_that_comes_twice_in_autumn_is_the_first), UNIT(a_second_on_either_side_of_midnight_is_another_day),
    UNIT(instants_are_shown_with_the_clock), UNIT(instants_are_read_from_postgresql_and_from_ourselves),
    UNIT(what_is_no_instant_is_refused))
