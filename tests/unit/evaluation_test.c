/* evaluation_test.c — rates, differences and the sentences an evaluation opens with. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/evaluation.h"

#define NBSP "\u00a0"

static struct evaluation_municipality places[] = {
	{ .code = "3401", .name = "Kongsvinger", .inhabitants = 18000, .awarded = { 18000000 } },
	{ .code = "3403", .name = "Hamar", .inhabitants = 33000, .awarded = { 16500000 } },
	{ .code = "3405", .name = "Lillehammer", .inhabitants = 28000 },
};

static struct evaluation
year_of(struct fixture *f)
{
	static struct evaluation_goal goals[] = { { .goal_id = "ukjent", .projects = 9, .promised = "1" },
		{ .goal_id = "deltakere", .projects = 2, .promised = "1200" } };

	return ((struct evaluation){ .scheme = &f->scheme,
	    .year = 2026,
	    .now = { .received = 36,
		.dismissed = 2,
		.granted = 20,
		.partly_granted = 5,
		.rejected = 9,
		.applied = MONEY_NOK(4000000),
		.decided_applied = MONEY_NOK(2000000),
		.awarded = MONEY_NOK(1250000),
		.integration = 4,
		.integration_awarded = MONEY_NOK(250000) },
	    .last = { .received = 30, .applied = MONEY_NOK(3000000) },
	    .municipalities = places,
	    .n_municipalities = 3,
	    .goals = goals,
	    .n_goals = 2 });
}

TEST(rates_are_of_what_was_assessed)
{
	struct fixture *f = fixture_new(arena);
	struct evaluation e = year_of(f);
	struct evaluation_totals none = { .dismissed = 3 };

	CHECK_INT(evaluation_grant_rate_bp(&e.now), 7353); /* 25 of 34 */
	CHECK_INT(evaluation_sum_rate_bp(&e.now), 6250);
	CHECK_INT(evaluation_grant_rate_bp(&none), -1);
	CHECK_INT(evaluation_sum_rate_bp(&none), -1);
}

TEST(percents_have_one_decimal_at_most)
{
	CHECK_TEXT(evaluation_percent(arena, 6250, LANG_NB), "62,5" NBSP "%");
	CHECK_TEXT(evaluation_percent(arena, 6250, LANG_EN), "62.5%");
	CHECK_TEXT(evaluation_percent(arena, 5000, LANG_NN), "50" NBSP "%");
	CHECK_TEXT(evaluation_percent(arena, 9995, LANG_NB), "100" NBSP "%");
	CHECK_TEXT(evaluation_percent(arena, 0, LANG_NB), "0" NBSP "%");
	CHECK_TEXT(evaluation_percent(arena, -1, LANG_NB), "–");
}

TEST(differences_are_told_from_last_year)
{
	CHECK_TEXT(evaluation_change(arena, 36, 30, LANG_NB), "+20" NBSP "%");
	CHECK_TEXT(evaluation_change(arena, 29, 30, LANG_NB), "−3" NBSP "%");
	CHECK_TEXT(evaluation_change(arena, 30, 30, LANG_NB), "uendret");
	CHECK_TEXT(evaluation_change(arena, 0, 0, LANG_NB), "–");
	CHECK_TEXT(evaluation_change(arena, 0, 30, LANG_EN), "−100%");
	CHECK_TEXT(evaluation_change(arena, 5, 0, LANG_NB), "–");
}

TEST(rates_differ_in_points_as_they_are_shown)
{
	CHECK_TEXT(evaluation_points(arena, 7353, 7048, LANG_NB), "+3,0" NBSP "prosentpoeng");
	CHECK_TEXT(evaluation_points(arena, 7048, 7353, LANG_NN), "−3,0" NBSP "prosentpoeng");
	CHECK_TEXT(evaluation_points(arena, 5000, 4996, LANG_NB), "uendret");
	CHECK_TEXT(evaluation_points(arena, 5005, 4990, LANG_EN), "+0.2" NBSP "pp");
	CHECK_TEXT(evaluation_points(arena, -1, 5000, LANG_NB), "–");
	CHECK_TEXT(evaluation_points(arena, 5000, -1, LANG_NB), "–");
}

TEST(a_year_is_compared_with_one_that_had_a_call)
{
	struct evaluation e = { .last = { .received = 0 } };

	CHECK(!evaluation_compares(&e));
	e.last.frame = MONEY_NOK(100000);
	CHECK(evaluation_compares(&e));
	e.last = (struct evaluation_totals){ .received = 1 };
	CHECK(evaluation_compares(&e));
}

TEST(told_are_those_with_a_letter_whatever_it_says)
{
	struct evaluation_totals totals = {
		.received = 9, .granted = 1, .partly_granted = 2, .rejected = 3, .dismissed = 1
	};

	CHECK_INT(evaluation_told(&totals), 7);
	totals = (struct evaluation_totals){ .received = 9, .pending = 8, .withdrawn = 1 };
	CHECK_INT(evaluation_told(&totals), 0);
}

TEST(the_county_is_its_municipalities_together)
{
	struct evaluation e = { .municipalities = places, .n_municipalities = 3 };
	struct evaluation_municipality county = evaluation_county(&e);

	CHECK_INT(county.inhabitants, 79000);
	CHECK_INT(county.awarded.ore, 34500000);
	CHECK_TEXT(evaluation_per_inhabitant(arena, &county), "4" NBSP "kr");
	e.n_municipalities = 0;
	county = evaluation_county(&e);
	CHECK_TEXT(evaluation_per_inhabitant(arena, &county), "–");
}

TEST(few_persons_are_not_told_in_numbers)
{
	struct scheme_goal people = { .id = "deltakere", .unit = "person" },
			   things = { .id = "konserter", .unit = "stk" };

	CHECK_TEXT(evaluation_promised(arena, &people, "4", LANG_NB), "færre enn 5");
	CHECK_TEXT(evaluation_promised(arena, &people, "1", LANG_EN), "fewer than 5");
	CHECK_TEXT(evaluation_promised(arena, &people, "5", LANG_NB), "5");
	CHECK_TEXT(evaluation_promised(arena, &people, "0", LANG_NB), "0");
	CHECK_TEXT(evaluation_promised(arena, &things, "4", LANG_NB), "4");
	CHECK_TEXT(evaluation_promised(arena, &people, "12400", LANG_NB), "12" NBSP "400");
}

TEST(kroner_per_inhabitant_are_whole_and_never_hide_a_grant)
{
	struct evaluation_municipality place = { .inhabitants = 18000, .awarded = { 18000000 } };

	CHECK_TEXT(evaluation_per_inhabitant(arena, &place), "10" NBSP "kr");
	place.awarded.ore = 100;
	CHECK_TEXT(evaluation_per_inhabitant(arena, &place), "< 1" NBSP "kr");
	place.awarded.ore = 0;
	CHECK_TEXT(evaluation_per_inhabitant(arena, &place), "0" NBSP "kr");
	place.inhabitants = 0;
	CHECK_TEXT(evaluation_per_inhabitant(arena, &place), "–");
}

TEST(findings_say_the_most_telling_first)
{
	struct fixture *f = fixture_new(arena);
	struct evaluation e = year_of(f);
	const char *found[EVALUATION_FINDINGS];

	CHECK_INT(evaluation_findings(found, arena, &e, LANG_NB), 5);
	CHECK_TEXT(found[0], "25 av 34 søknader som ble vurdert, fikk tilskudd. Til sammen ble det gitt 1" NBSP
			     "250" NBSP "000" NBSP "kr, som er 62,5" NBSP "% av det de søkte om.");
	CHECK_TEXT(found[1],
	    "Det kom 36 søknader, mot 30 året før (+20" NBSP "%). Summen det ble søkt om, gikk fra 3" NBSP "000" NBSP
	    "000" NBSP "kr til 4" NBSP "000" NBSP "000" NBSP "kr.");
	CHECK_TEXT(found[2], "1 av 3 kommuner fikk ingenting. Kongsvinger fikk mest per innbygger: 10" NBSP "kr.");
	CHECK(strstr(found[3], "250" NBSP "000" NBSP "kr, som er 20" NBSP "%") != NULL);
	CHECK_TEXT(
	    found[4], "De som fikk tilskudd, har til sammen lovet 1" NBSP "200 under målet «Barn og unge som deltar».");
	CHECK_INT(evaluation_without(&e), 1);
}

TEST(findings_that_have_no_ground_are_left_out)
{
	struct fixture *f = fixture_new(arena);
	struct evaluation e = year_of(f);
	const char *found[EVALUATION_FINDINGS];

	e.last.received = 0;
	e.n_municipalities = 2;
	f->goals[1].tag = NULL;
	CHECK_INT(evaluation_findings(found, arena, &e, LANG_NB), 4); /* the criterion is still tagged */
	CHECK_TEXT(found[1], "Pengene nådde alle kommunene. Kongsvinger fikk mest per innbygger: 10" NBSP "kr.");
	f->criteria[2].tag = NULL;
	e.n_municipalities = 0;
	e.n_goals = 0;
	CHECK_INT(evaluation_findings(found, arena, &e, LANG_NB), 1);
}

TEST(a_year_with_nothing_says_so)
{
	struct fixture *f = fixture_new(arena);
	struct evaluation e = year_of(f);
	const char *found[EVALUATION_FINDINGS];

	e.now = (struct evaluation_totals){ .received = 3 };
	CHECK_INT(evaluation_findings(found, arena, &e, LANG_NB), 1);
	CHECK_TEXT(found[0], "Det kom 3 søknader i 2026. Ingen av dem har fått et vedtak om tilskudd ennå.");
	e.now.received = 0;
	CHECK_INT(evaluation_findings(found, arena, &e, LANG_NB), 1);
	CHECK_TEXT(found[0], "Det kom ingen søknader i 2026.");
}

UNIT_MAIN(WITH_ARENA(rates_are_of_what_was_assessed), WITH_ARENA(percents_have_one_decimal_at_most),
    WITH_ARENA(differences_are_told_from_last_year), WITH_ARENA(rates_differ_in_points_as_they_are_shown),
    WITH_ARENA(a_year_is_compared_with_one_that_had_a_call), WITH_ARENA(told_are_those_with_a_letter_whatever_it_says),
    WITH_ARENA(the_county_is_its_municipalities_together), WITH_ARENA(few_persons_are_not_told_in_numbers),
    WITH_ARENA(kroner_per_inhabitant_are_whole_and_never_hide_a_grant), WITH_ARENA(findings_say_the_most_telling_first),
    WITH_ARENA(findings_that_have_no_ground_are_left_out), WITH_ARENA(a_year_with_nothing_says_so))
