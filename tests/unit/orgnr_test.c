/* orgnr_test.c — check digits of organisations and accounts. */
#include "check.h"

#include "core/orgnr.h"

ARENA_FOR_TESTS

TEST(real_organisation_numbers_are_valid)
{
	/* Brønnøysundregistrene, DFØ and Innlandet fylkeskommune: public bodies. */
	CHECK(orgnr_valid("974760673"));
	CHECK(orgnr_valid("986252932"));
	CHECK(orgnr_valid("920717152"));
	CHECK(orgnr_valid("974 760 673"));
	CHECK(orgnr_valid("974\u00a0760\u00a0673"));
}

TEST(one_digit_wrong_is_seen)
{
	char typed[] = "974760673";

	for (int at = 0; at < 9; at++)
		for (char digit = '0'; digit <= '9'; digit++) {
			char right = typed[at];

			typed[at] = digit;
			CHECK(orgnr_valid(typed) == (digit == right));
			typed[at] = right;
		}
}

TEST(what_is_no_organisation_number_is_refused)
{
	static const char *const wrong[] = { "", "97476067", "9747606730", "NO974760673", "97476067X", "974-760-673" };

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (orgnr_valid(wrong[i]))
			fail_msg("\"%s\" was taken", wrong[i]);
	CHECK(!orgnr_valid(NULL));
}

TEST(a_rest_that_has_no_digit_is_never_valid)
{
	/* 00000003 gives the rest 6, 00000006 the rest 1: there the check digit would be ten. */
	for (char digit = '0'; digit <= '9'; digit++) {
		char typed[] = "000000060";

		typed[8] = digit;
		CHECK(!orgnr_valid(typed));
	}
}

TEST(account_numbers_are_checked)
{
	CHECK(account_valid("12345678911"));
	CHECK(account_valid("1234.56.78911"));
	CHECK(account_valid("1234 56 78911"));
	CHECK(!account_valid("12345678912"));
	CHECK(!account_valid("1234567891"));
	CHECK(!account_valid(""));
	CHECK(!account_valid(NULL));
}

TEST(numbers_are_shown_in_threes)
{
	CHECK_TEXT(orgnr_digits(arena, " 974 760\u00a0673 "), "974760673");
	CHECK_TEXT(orgnr_show(arena, "974760673"), "974\u00a0760\u00a0673");
	CHECK_TEXT(orgnr_show(arena, "12"), "12");
}

ARENA_TESTS(UNIT(real_organisation_numbers_are_valid), UNIT(one_digit_wrong_is_seen),
    UNIT(what_is_no_organisation_number_is_refused), UNIT(a_rest_that_has_no_digit_is_never_valid),
    UNIT(account_numbers_are_checked), UNIT(numbers_are_shown_in_threes))
