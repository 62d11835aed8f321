/* money_test.c — sums as people type them and read them. */
#include "check.h"

#include "core/money.h"

ARENA_FOR_TESTS

TEST(sums_are_read_as_people_type_them)
{
	static const char *const ways[] = { "25000", "25 000", "25.000", "25.000,-", "25 000 kr", "kr 25 000",
		"25 000,00", "25\u00a0000", "25\u202f000", "  25000  ", "25000,-", "25 000,\u2013", "25 000 kroner",
		"kr. 25.000,-", "NOK 25000", "25.000,00 kr" };

	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		money sum = { -1 };

		if (money_parse(&sum, ways[i]) != OK || sum.ore != 2500000)
			fail_msg("\"%s\" gave %lld", ways[i], (long long)sum.ore);
	}
}

TEST(what_is_no_sum_is_refused_and_leaves_the_old_one)
{
	static const char *const wrong[] = { "", " ", "-5", "25 000,50", "abc", "12x", "1e5", "kr",
		"99999999999999999999", "1000000000001", "10,5", "--", "25 000 dollar", "0x10", "12.50", "1.5",
		"1,5 mill", "\u20135", "1kr5", "25.00", "2500.000", ".350", "25.000.", "25..000" };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		money sum = { 77 };

		if (money_parse(&sum, wrong[i]) != ERR_INVALID || sum.ore != 77)
			fail_msg("\"%s\" was taken", wrong[i]);
	}
}

TEST(the_largest_sum_is_taken_and_one_more_is_not)
{
	money sum = { 0 };

	CHECK_INT(money_parse(&sum, "1000000000000"), OK);
	CHECK_INT(money_cmp(sum, MONEY_MAX), 0);
}

TEST(sums_are_shown_with_spaces_that_do_not_break)
{
	CHECK_TEXT(money_show(arena, MONEY_NOK(1350000)), "1\u00a0350\u00a0000\u00a0kr");
	CHECK_TEXT(money_show(arena, MONEY_ZERO), "0\u00a0kr");
	CHECK_TEXT(money_show(arena, MONEY_NOK(-5)), "-5\u00a0kr");
	CHECK_TEXT(money_show(arena, (money){ 1050 }), "10,50\u00a0kr");
	CHECK_TEXT(money_digits(arena, MONEY_NOK(12345)), "12\u00a0345");
	CHECK_TEXT(money_count(arena, 999), "999");
	CHECK_TEXT(money_count(arena, -1000), "-1\u00a0000");
}

TEST(what_is_shown_can_be_typed_again)
{
	money sum;

	CHECK_INT(money_parse(&sum, money_digits(arena, MONEY_NOK(1234567))), OK);
	CHECK(sum.ore == 123456700);
}

TEST(a_share_is_rounded_down_to_whole_kroner)
{
	CHECK(money_share(MONEY_NOK(100), 1, 3).ore == 3300);
	CHECK(money_share(MONEY_NOK(29), 100, 100).ore == 2900);
	CHECK(money_share(MONEY_MAX, 1000000, 1000000).ore == MONEY_MAX.ore);
	CHECK(money_share(MONEY_ZERO, 50, 100).ore == 0);
}

TEST(of_two_sums_there_is_a_smaller_and_a_larger)
{
	CHECK_INT(money_min(MONEY_NOK(1), MONEY_NOK(2)).ore, 100);
	CHECK_INT(money_min(MONEY_NOK(2), MONEY_NOK(1)).ore, 100);
	CHECK_INT(money_max(MONEY_NOK(1), MONEY_NOK(2)).ore, 200);
	CHECK_INT(money_max(MONEY_NOK(2), MONEY_NOK(1)).ore, 200);
}

ARENA_TESTS(UNIT(of_two_sums_there_is_a_smaller_and_a_larger), UNIT(sums_are_read_as_people_type_them),
    UNIT(what_is_no_sum_is_refused_and_leaves_the_old_one), UNIT(the_largest_sum_is_taken_and_one_more_is_not),
    UNIT(sums_are_shown_with_spaces_that_do_not_break), UNIT(what_is_shown_can_be_typed_again),
    UNIT(a_share_is_rounded_down_to_whole_kroner))
