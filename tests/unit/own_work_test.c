/* own_work_test.c — own work as hours and rate: what is read, what it comes to, and a rate no higher than the scheme's.
 */
#include "check.h"
#include "domain_fixture.h"

#include "domain/answer_text.h"
#include "domain/own_work.h"

static struct fixture *
with_rate(void)
{
	struct fixture *f = fixture_new(arena);

	f->scheme.amount.own_work_rate = MONEY_NOK(300);
	answers_set(f->answers, "kostnader.1.own", "");
	return (f);
}

TEST(hours_are_read_with_two_decimals_at_most)
{
	static const struct {
		const char *typed;
		bool ok;
		int64_t hundredths;
	} cases[] = { { "12", true, 1200 }, { "12,5", true, 1250 }, { "12.25", true, 1225 }, { "0", true, 0 },
		{ "100000", true, 10000000 }, { "100000,01", false, 0 }, { "1000000", false, 0 },
		{ "12,345", false, 0 }, { "12,", false, 0 }, { ",5", false, 0 }, { "-3", false, 0 },
		{ "tolv", false, 0 }, { "", false, 0 }, { "1,2,3", false, 0 }, { "1 2", false, 0 } };

	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		int64_t hundredths = -1;

		if (own_work_hours(&hundredths, cases[i].typed) != cases[i].ok ||
		    (cases[i].ok && hundredths != cases[i].hundredths))
			fail_msg("\"%s\" is read as %lld", cases[i].typed, (long long)hundredths);
	}
}

TEST(hours_times_rate_is_whole_kroner)
{
	CHECK_TEXT(own_work_sum(arena, "312.5", "400"), "125000");
	CHECK_TEXT(own_work_sum(arena, "0.01", "300"), "3");
	CHECK_TEXT(own_work_sum(arena, "0.25", "250"), "63");
	CHECK_TEXT(own_work_sum(arena, "", "300"), "");
	CHECK_TEXT(own_work_sum(arena, "3", "mye"), "");
}

TEST(a_plan_asks_for_hours_where_the_scheme_has_a_rate)
{
	struct fixture *f = fixture_new(arena);

	CHECK(!answer_path_known(&f->scheme, "kostnader.0.hours"));
	CHECK(!own_work_derived(&f->scheme, "kostnader.0.own"));
	f->scheme.amount.own_work_rate = MONEY_NOK(300);
	CHECK(answer_path_known(&f->scheme, "kostnader.0.hours"));
	CHECK(answer_path_known(&f->scheme, "kostnader.0.rate"));
	CHECK(!answer_path_known(&f->scheme, "finansiering.0.hours"));
	CHECK(own_work_derived(&f->scheme, "kostnader.0.own"));
	CHECK(!own_work_derived(&f->scheme, "finansiering.0.own"));
	CHECK(!own_work_derived(&f->scheme, "kostnader.0.cash"));
}

TEST(hours_are_kept_in_one_form)
{
	struct fixture *f = with_rate();

	answers_set(f->answers, "kostnader.1.hours", "1 200,50");
	answers_set(f->answers, "kostnader.1.rate", "250 kr");
	answers_normalise(f->answers, &f->scheme);
	CHECK_TEXT(answers_get(f->answers, "kostnader.1.hours"), "1200.5");
	CHECK_TEXT(answers_get(f->answers, "kostnader.1.rate"), "250");
}

TEST(the_rate_is_no_higher_than_the_scheme_counts)
{
	struct fixture *f = with_rate();

	answers_set(f->answers, "kostnader.1.hours", "10");
	answers_set(f->answers, "kostnader.1.rate", "300");
	CHECK_TEXT(fixture_told(f, "okonomi", "kostnader.1.rate"), "");
	answers_set(f->answers, "kostnader.1.rate", "301");
	CHECK_TEXT(fixture_told(f, "okonomi", "kostnader.1.rate"),
	    "En time er ført opp med 301\u00a0kr. Her kan den regnes med høyst 300\u00a0kr.");
}

TEST(hours_and_rate_come_together)
{
	struct fixture *f = with_rate();

	answers_set(f->answers, "kostnader.1.hours", "mange");
	CHECK_TEXT(
	    fixture_told(f, "okonomi", "kostnader.1.hours"), "Skriv timene som et tall, for eksempel 12 eller 12,5.");
	answers_set(f->answers, "kostnader.1.hours", "10");
	CHECK_TEXT(fixture_told(f, "okonomi", "kostnader.1.rate"), "");
	CHECK_TEXT(fixture_told(f, NULL, "kostnader.1.rate"), "Skriv hva en time er verdt, høyst 300\u00a0kr.");
	answers_set(f->answers, "kostnader.1.hours", "");
	answers_set(f->answers, "kostnader.1.own", "5000");
	CHECK_TEXT(fixture_told(f, NULL, "kostnader.1.hours"), "Skriv hvor mange timer egeninnsatsen er på.");
}

TEST(readers_see_what_own_work_is_reckoned_from)
{
	struct fixture *f = with_rate();
	struct answer_row *rows;

	answers_set(f->answers, "kostnader.1.hours", "12.5");
	answers_set(f->answers, "kostnader.1.rate", "300");
	answers_set(f->answers, "kostnader.1.own", "3750");
	CHECK_INT(answer_rows(&rows, arena, &f->scheme, &f->okonomi[F_COSTS], f->answers, LANG_NB), 2);
	CHECK_TEXT(rows[1].what, "Dugnad (12,5 timer à 300\u00a0kr)");
	CHECK_TEXT(rows[1].own, "3\u00a0750\u00a0kr");
}

int
main(void)
{
	const struct CMUnitTest tests[] = { WITH_ARENA(hours_are_read_with_two_decimals_at_most),
		WITH_ARENA(hours_times_rate_is_whole_kroner),
		WITH_ARENA(a_plan_asks_for_hours_where_the_scheme_has_a_rate), WITH_ARENA(hours_are_kept_in_one_form),
		WITH_ARENA(the_rate_is_no_higher_than_the_scheme_counts), WITH_ARENA(hours_and_rate_come_together),
		WITH_ARENA(readers_see_what_own_work_is_reckoned_from) };

	return (cmocka_run_group_tests(tests, NULL, NULL) == 0 ? 0 : 1);
}
