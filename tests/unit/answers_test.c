/* answers_test.c — answers kept in order, tables counted, what is typed made into what is stored. */
#include "check.h"
#include "domain_fixture.h"

#include <stdio.h>

TEST(the_last_value_for_a_path_stands)
{
	struct answers *answers = answers_new(arena);

	CHECK_TEXT(answers_get(answers, "tittel"), "");
	CHECK(!answers_has(answers, "tittel"));
	answers_set(answers, "tittel", "Først");
	answers_set_version(answers, "tittel", "Sist", 7);
	CHECK_INT(answers_count(answers), 1);
	CHECK_TEXT(answers_get(answers, "tittel"), "Sist");
	CHECK_INT(answers_at(answers, 0)->version, 7);
}

TEST(an_emptied_answer_is_there_but_not_filled)
{
	struct answers *answers = answers_new(arena);

	answers_set(answers, "tittel", " \u00a0 ");
	CHECK(answers_has(answers, "tittel"));
	CHECK(!answers_filled(answers, "tittel"));
	CHECK(!answers_filled(answers, "annet"));
}

TEST(answers_come_in_order_with_rows_by_number)
{
	static const char *const shuffled[] = { "k.10.cash", "k.2.own", "k.2.cash", "b", "k", "k.x", "k.02.cash", "k-l",
		"a.b", "k.2.cash.x" };
	static const char *const sorted[] = { "a.b", "b", "k", "k.2.cash", "k.2.cash.x", "k.2.own", "k.10.cash",
		"k.02.cash", "k.x", "k-l" };
	struct answers *answers = answers_new(arena);

	for (size_t i = 0; i < COUNT_OF(shuffled); i++)
		answers_set(answers, shuffled[i], "x");
	CHECK_INT(answers_count(answers), COUNT_OF(sorted));
	for (size_t i = 0; i < COUNT_OF(sorted); i++)
		CHECK_TEXT(answers_at(answers, i)->path, sorted[i]);
}

TEST(three_thousand_answers_are_kept)
{
	struct answers *answers = answers_new(arena);

	for (int i = 2999; i >= 0; i--)
		answers_set(answers, arena_printf(arena, "felt-%d", i), arena_printf(arena, "%d", i));
	CHECK_INT(answers_count(answers), 3000);
	for (int i = 0; i < 3000; i++)
		CHECK_TEXT(answers_get(answers, arena_printf(arena, "felt-%d", i)), arena_printf(arena, "%d", i));
}

TEST(rows_are_counted_to_the_last_with_something_in_it)
{
	struct answers *answers = answers_new(arena);

	CHECK_INT(answers_rows(answers, "k"), 0);
	answers_set(answers, "k.0.cash", "1");
	answers_set(answers, "k.7.cash", "  ");
	answers_set(answers, "kk.9.cash", "1");
	answers_set(answers, "k.4.item", "x");
	CHECK_INT(answers_rows(answers, "k"), 5);
	CHECK_TEXT(answers_cell(answers, "k", 4, "item"), "x");
	CHECK_TEXT(answers_cell(answers, "k", 3, "item"), "");
	answers_set(answers, "k.05.item", "x"); /* no row is written so */
	answers_set(answers, "k.8", "x");
	answers_set(answers, "k.1000.item", "x");
	answers_set(answers, "k.99999999999999999999.item", "x");
	CHECK_INT(answers_rows(answers, "k"), 5);
	answers_set(answers, "k.999.item", "x");
	CHECK_INT(answers_rows(answers, "k"), ANSWERS_MAX_ROWS);
}

TEST(a_path_beyond_reason_has_no_answer)
{
	struct answers *answers = answers_new(arena);
	char *id = arena_alloc(arena, 1000);

	memset(id, 'x', 999);
	CHECK_TEXT(answers_part(answers, id, "start"), "");
	CHECK_TEXT(answers_cell(answers, id, 0, "cash"), "");
}

TEST(only_paths_the_form_posts_are_known)
{
	static const char *const known[] = { "tittel", "periode.start", "periode.end", "maltall.deltakere.number",
		"maltall.deltakere.how", "kostnader.0.item", "kostnader.49.own", "finansiering.10.source" };
	static const char *const unknown[] = { "", "titte", "tittel.x", "periode", "periode.middle", "maltall",
		"maltall.deltakere", "maltall.deltakere.x", "maltall.annet.number", "maltall.deltakere.number.x",
		"kostnader", "kostnader.0", "kostnader.50.item", "kostnader.00.item", "kostnader.-1.item",
		"kostnader.0.source", "kostnader.0.item.x", "finansiering.0.item", "arsregnskap", "arsregnskap.0",
		"sum.0", "kostnader.1000.item" };
	struct fixture *f = fixture_new(arena);

	for (size_t i = 0; i < COUNT_OF(known); i++)
		if (!answer_path_known(&f->scheme, known[i]))
			fail_msg("%s is known", known[i]);
	for (size_t i = 0; i < COUNT_OF(unknown); i++)
		if (answer_path_known(&f->scheme, unknown[i]))
			fail_msg("%s is not known", unknown[i]);
	CHECK_INT(field_row_limit(&f->okonomi[F_COSTS]), 50);
	f->okonomi[F_COSTS].max_rows = 3;
	CHECK(answer_path_known(&f->scheme, "kostnader.2.item"));
	CHECK(!answer_path_known(&f->scheme, "kostnader.3.item"));
	f->okonomi[F_COSTS].max_rows = 5000;
	CHECK_INT(field_row_limit(&f->okonomi[F_COSTS]), ANSWERS_MAX_ROWS);
}

TEST(what_is_typed_is_stored_in_one_form)
{
	static const char *const ways[][3] = {
		{ "tittel", "  Dans \n i\t\tdalen ", "Dans i dalen" },
		{ "omtale", "\n Linje én\n\nLinje to \n", "Linje én\n\nLinje to" },
		{ "sum", "25.000,-", "25000" },
		{ "sum", "25 000,50", "25 000,50" },
		{ "billett", "kr 100", "100" },
		{ "medlemmer", "1 200", "1200" },
		{ "medlemmer", "1\u00a0200", "1200" },
		{ "medlemmer", "1\u202f200", "1200" },
		{ "medlemmer", "-5", "-5" },
		{ "medlemmer", "mange", "mange" },
		{ "periode.start", "15.1.2027", "2027-01-15" },
		{ "periode.start", "i vår", "i vår" },
		{ "premiere", "1. mai 2027", "2027-05-01" },
		{ "telefon", "+47 912 34 567", "+4791234567" },
		{ "telefon", "(912) 34-567", "91234567" },
		{ "telefon", "912\u00a034\u00a0567", "91234567" },
		{ "telefon", "ring meg", "ring meg" },
		{ "konto", "1234.56.78911", "12345678911" },
		{ "konto", "1234 56 78912", "1234 56 78912" },
		{ "kommuner", "3403  3401 3403", "3403 3401" },
		{ "tema", "by\nklima by", "by klima" },
		{ "maltall.deltakere.number", " 1 000 ", "1000" },
		{ "maltall.deltakere.how", "Vi\nteller", "Vi\nteller" },
		{ "kostnader.0.cash", "50 000 kr", "50000" },
		{ "kostnader.0.own", "x", "x" },
		{ "kostnader.0.item", " Leie\n av hall ", "Leie av hall" },
		{ "epost", " kari@lag.example ", "kari@lag.example" },
		{ "ukjent", " x ", "x" },
		{ "tittel", "   ", "" },
	};
	struct fixture *f = fixture_new(arena);

	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		struct answers *answers = answers_new(arena);

		answers_set_version(answers, ways[i][0], ways[i][1], 3);
		answers_normalise(answers, &f->scheme);
		CHECK_TEXT(answers_get(answers, ways[i][0]), ways[i][2]);
		CHECK_INT(answers_at(answers, 0)->version, 3);
		answers_normalise(answers, &f->scheme);
		CHECK_TEXT(answers_get(answers, ways[i][0]), ways[i][2]);
	}
}

TEST(thousands_of_codes_are_kept_once_or_left_to_be_told_about)
{
	struct fixture *f = fixture_new(arena);
	char *same = arena_alloc(arena, 40001), *many = arena_alloc(arena, 40001), *to = many;

	for (int i = 0; i < 8000; i++)
		memcpy(same + i * 5, "3401 ", 5);
	for (int i = 1000; i < 2002; i++)
		to += sprintf(to, "%d ", i);
	answers_set(f->answers, "kommuner", same);
	answers_set(f->answers, "tema", many);
	answers_normalise(f->answers, &f->scheme);
	CHECK_TEXT(answers_get(f->answers, "kommuner"), "3401");
	CHECK_INT(strlen(answers_get(f->answers, "tema")), 1002 * 5 - 1);
}

TEST(sums_add_up_and_the_sum_applied_for_is_financing)
{
	struct fixture *f = fixture_new(arena);
	struct application_sums sums;

	sums_of(&sums, &f->scheme, f->answers);
	CHECK(sums.has_applied && sums.has_costs && sums.has_financing);
	CHECK_INT(sums.applied.ore, 4000000);
	CHECK_INT(sums.costs_cash.ore, 5000000);
	CHECK_INT(sums.costs_own.ore, 1000000);
	CHECK_INT(sums.costs.ore, 6000000);
	CHECK_INT(sums.financing_cash.ore, 5000000);
	CHECK_INT(sums.financing_own.ore, 1000000);
	CHECK_INT(sums.financing.ore, 6000000);
	CHECK_INT(sums.n_municipalities, 2);
	CHECK(!sums.all_municipalities);
	CHECK_INT(sums.start.month, 1);
	CHECK_INT(sums.end.month, 6);
}

TEST(an_empty_application_has_no_sums)
{
	struct fixture *f = fixture_new(arena);
	struct application_sums sums;

	f->answers = answers_new(arena);
	answers_set(f->answers, "kommuner", "all");
	answers_set(f->answers, "kostnader.0.cash", "mye");
	answers_set(f->answers, "periode.start", "snart");
	sums_of(&sums, &f->scheme, f->answers);
	CHECK(!sums.has_applied && !sums.has_costs && !sums.has_financing);
	CHECK(sums.all_municipalities);
	CHECK_INT(sums.n_municipalities, 0);
	CHECK(date_none(sums.start) && date_none(sums.end));
	f->scheme.n_sections = 0;
	sums_of(&sums, &f->scheme, f->answers);
	CHECK(!sums.all_municipalities);
}

UNIT_MAIN(WITH_ARENA(the_last_value_for_a_path_stands), WITH_ARENA(an_emptied_answer_is_there_but_not_filled),
    WITH_ARENA(answers_come_in_order_with_rows_by_number), WITH_ARENA(three_thousand_answers_are_kept),
    WITH_ARENA(rows_are_counted_to_the_last_with_something_in_it), WITH_ARENA(a_path_beyond_reason_has_no_answer),
    WITH_ARENA(only_paths_the_form_posts_are_known), WITH_ARENA(what_is_typed_is_stored_in_one_form),
    WITH_ARENA(thousands_of_codes_are_kept_once_or_left_to_be_told_about),
    WITH_ARENA(sums_add_up_and_the_sum_applied_for_is_financing), WITH_ARENA(an_empty_application_has_no_sums))
