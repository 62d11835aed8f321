/* ranking_test.c — the order of a call's applications, and what decided each place. */
#include "check.h"
#include "domain_fixture.h"

#include "core/crypto.h"
#include "domain/ranking.h"

static const struct ranking_tie_break reach_then_draw[] = { { .key = RANK_MUNICIPALITIES, .descending = true },
	{ .key = RANK_DRAW, .descending = false } };

static struct ranked
ranked(int64_t id, const char *number, int64_t points, int64_t municipalities)
{
	return ((struct ranked){ .id = id,
	    .number = number,
	    .has_total = points >= 0,
	    .total_micro = points * 1000000,
	    .n_municipalities = municipalities,
	    .applied = MONEY_NOK(id * 1000),
	    .submitted_at = 100 - id });
}

TEST(the_highest_total_comes_first)
{
	struct ranked list[] = { ranked(1, "2026-00001", 40, 1), ranked(2, "2026-00002", 90, 1),
		ranked(3, "2026-00003", -1, 9), ranked(4, "2026-00004", 60, 1) };

	ranking_order(list, 4, NULL, 0, NULL, arena, LANG_NB);
	CHECK_INT(list[0].id, 2);
	CHECK_INT(list[1].id, 4);
	CHECK_INT(list[2].id, 1);
	CHECK_INT(list[3].id, 3); /* no total yet */
	CHECK_INT(list[3].rank, 4);
	CHECK_TEXT(list[0].decided, "");
	CHECK_TEXT(list[1].decided, "Poengsum");
}

TEST(equal_totals_fall_to_the_declared_order_and_then_the_number)
{
	struct ranked list[] = { ranked(3, "2026-00003", 50, 2), ranked(1, "2026-00001", 50, 2),
		ranked(2, "2026-00002", 50, 5) };
	static const struct ranking_tie_break reach[] = { { .key = RANK_MUNICIPALITIES, .descending = true } };

	ranking_order(list, 3, reach, 1, NULL, arena, LANG_NB);
	CHECK_INT(list[0].id, 2);
	CHECK_INT(list[1].id, 1);
	CHECK_INT(list[2].id, 3);
	CHECK_TEXT(list[1].decided, "Antall kommuner");
	CHECK_TEXT(list[2].decided, "Søknadsnummer");
}

TEST(sums_and_times_can_break_ties_either_way)
{
	struct ranked list[] = { ranked(1, "2026-00001", 50, 1), ranked(2, "2026-00002", 50, 1) };
	struct ranking_tie_break by = { .key = RANK_APPLIED, .descending = true };

	ranking_order(list, 2, &by, 1, NULL, arena, LANG_NN);
	CHECK_INT(list[0].id, 2);
	CHECK_TEXT(list[1].decided, "Søkt sum");
	by = (struct ranking_tie_break){ .key = RANK_APPLIED, .descending = false };
	ranking_order(list, 2, &by, 1, NULL, arena, LANG_NN);
	CHECK_INT(list[0].id, 1);
	by = (struct ranking_tie_break){ .key = RANK_SUBMITTED, .descending = false };
	ranking_order(list, 2, &by, 1, NULL, arena, LANG_EN);
	CHECK_INT(list[0].id, 2);
	CHECK_TEXT(list[1].decided, "Sent");
}

/* What the scheme itself says sets equals apart: true before false, more before less as asked, the unknown last. */
TEST(a_test_or_a_number_of_the_schemes_own_breaks_ties)
{
	static const struct ranked_value no[] = { { true, 0 } }, yes[] = { { true, 1 } }, many[] = { { true, 12 } },
					 none[] = { { false, 0 } };
	struct ranking_tie_break by = { .key = RANK_TEST, .text = TXT("Nye søkere") };
	struct ranked list[] = { ranked(1, "2026-00001", 50, 1), ranked(2, "2026-00002", 50, 1),
		ranked(3, "2026-00003", 50, 1) };

	list[0].values = none;
	list[1].values = no;
	list[2].values = yes;
	ranking_order(list, 3, &by, 1, NULL, arena, LANG_NB);
	CHECK_INT(list[0].id, 3);
	CHECK_INT(list[1].id, 2);
	CHECK_INT(list[2].id, 1);
	CHECK_TEXT(list[1].decided, "Nye søkere");
	by.key = RANK_NUMBER;
	list[0].values = many;
	list[1].values = NULL;
	list[2].values = yes;
	ranking_order(list, 3, &by, 1, NULL, arena, LANG_NB);
	CHECK_INT(list[0].id, 1); /* 1 before 12 */
	CHECK_INT(list[1].id, 3);
	CHECK_INT(list[2].id, 2);
	by.descending = true;
	ranking_order(list, 3, &by, 1, NULL, arena, LANG_NB);
	CHECK_INT(list[0].id, 3);
	CHECK_INT(list[1].id, 1);
	CHECK_INT(list[2].id, 2);
}

TEST(without_marks_the_tie_breaks_order_them)
{
	struct ranked list[] = { ranked(1, "2026-00001", -1, 1), ranked(2, "2026-00002", -1, 3) };

	ranking_order(list, 2, reach_then_draw, 1, NULL, arena, LANG_NB);
	CHECK_INT(list[0].id, 2);
}

TEST(what_is_dismissed_comes_last_whatever_its_total)
{
	struct ranked list[] = { ranked(1, "2026-00001", 100, 9), ranked(2, "2026-00002", 1, 1) };

	list[0].dismissed = true;
	ranking_order(list, 2, NULL, 0, NULL, arena, LANG_NB);
	CHECK_INT(list[0].id, 2);
	CHECK_TEXT(list[1].decided, "Ikke vurdert");
}

TEST(a_draw_can_be_done_again_from_its_seed)
{
	struct ranked once[8], again[8];
	char first[9] = "", other[9] = "";

	CHECK_INT(crypto_start(), OK);
	for (int i = 0; i < 8; i++)
		once[i] = again[7 - i] = ranked(i, arena_printf(arena, "2026-%05d", i), 50, 1);
	ranking_order(once, 8, reach_then_draw, 2, "frø 2026", arena, LANG_NB);
	ranking_order(again, 8, reach_then_draw, 2, "frø 2026", arena, LANG_NB);
	for (int i = 0; i < 8; i++) {
		CHECK_INT(once[i].id, again[i].id);
		first[i] = (char)('0' + once[i].id);
	}
	CHECK_TEXT(once[7].decided, "Loddtrekning");
	ranking_order(again, 8, reach_then_draw, 2, "et annet frø", arena, LANG_NB);
	for (int i = 0; i < 8; i++)
		other[i] = (char)('0' + again[i].id);
	assert_string_not_equal(first, other);
}

TEST(a_declared_draw_without_a_seed_leaves_the_number)
{
	struct ranked list[] = { ranked(2, "2026-00002", 50, 1), ranked(1, "2026-00001", 50, 1) };

	ranking_order(list, 2, reach_then_draw, 2, NULL, arena, LANG_NB);
	CHECK_INT(list[0].id, 1);
	ranking_order(list, 0, reach_then_draw, 2, NULL, arena, LANG_NB);
	ranking_order(list, 1, reach_then_draw, 2, NULL, arena, LANG_NB);
	CHECK_INT(list[0].rank, 1);
}

TEST(the_declared_order_is_told_and_no_two_calls_draw_alike)
{
	struct ranking_tie_break breaks[] = { { .key = RANK_MUNICIPALITIES, .descending = true },
		{ .key = RANK_APPLIED, .descending = false }, { .key = RANK_DRAW, .descending = false } };
	struct scheme scheme = { .tie_breaks = breaks };

	CHECK_TEXT(ranking_tie_breaks_text(arena, &scheme, LANG_NB), "");
	CHECK(ranking_seed(arena, &scheme, 7) == NULL);
	scheme.n_tie_breaks = 2;
	CHECK_TEXT(ranking_tie_breaks_text(arena, &scheme, LANG_NB),
	    "Står søknader likt, går de i rekkefølge etter: flest kommuner, minst søkt sum.");
	scheme.n_tie_breaks = 3;
	scheme.draw_seed = "Vår 2026";
	CHECK_TEXT(ranking_tie_breaks_text(arena, &scheme, LANG_NB),
	    "Står søknader likt, går de i rekkefølge etter: flest kommuner, minst søkt sum, loddtrekning. Loddet "
	    "trekkes av "
	    "ordene «Vår 2026».");
	CHECK_TEXT(ranking_seed(arena, &scheme, 7), "Vår 2026/7");
	scheme.n_tie_breaks = 2;
	scheme.draw_seed = NULL;
	breaks[0] = (struct ranking_tie_break){ .key = RANK_TEST, .text = TXT("nye søkere") };
	breaks[1] = (struct ranking_tie_break){ .key = RANK_NUMBER, .text = TXT("flest unge") };
	CHECK_TEXT(ranking_tie_breaks_text(arena, &scheme, LANG_NB),
	    "Står søknader likt, går de i rekkefølge etter: nye søkere, flest unge.");
}

UNIT_MAIN(WITH_ARENA(the_highest_total_comes_first),
    WITH_ARENA(equal_totals_fall_to_the_declared_order_and_then_the_number),
    WITH_ARENA(a_test_or_a_number_of_the_schemes_own_breaks_ties), WITH_ARENA(sums_and_times_can_break_ties_either_way),
    WITH_ARENA(without_marks_the_tie_breaks_order_them), WITH_ARENA(what_is_dismissed_comes_last_whatever_its_total),
    WITH_ARENA(a_draw_can_be_done_again_from_its_seed), WITH_ARENA(a_declared_draw_without_a_seed_leaves_the_number),
    WITH_ARENA(the_declared_order_is_told_and_no_two_calls_draw_alike))
