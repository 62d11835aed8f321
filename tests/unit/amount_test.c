/* amount_test.c — caps, shares, own share and floor, rounded to whole kroner, each step told. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/amount.h"

#define NBSP "\u00a0"

static struct amount_limit
limit_of(struct fixture *f)
{
	struct rule_view *view = arena_alloc(arena, sizeof(*view));
	struct amount_limit limit;

	rule_view_init(view, arena, &f->scheme, f->answers, &f->facts);
	amount_limit_of(&limit, view, LANG_NB);
	return (limit);
}

static enum amount_verdict
verdict_of(struct fixture *f, const struct amount_limit *limit, money sum)
{
	struct rule_view *view = arena_alloc(arena, sizeof(*view));
	struct amount_bounds bounds;

	rule_view_init(view, arena, &f->scheme, f->answers, &f->facts);
	bounds = amount_bounds_of(limit, view);
	return (amount_check(&bounds, sum));
}

static const struct amount_step *
lowest_of(const struct amount_limit *limit)
{
	const struct amount_step *found = NULL;

	for (size_t i = 0; i < limit->n_steps; i++)
		if (limit->steps[i].lowest) {
			CHECK(found == NULL);
			found = &limit->steps[i];
		}
	CHECK(found != NULL);
	return (found);
}

/* 100 000 kr in costs, and the sum applied for. */
static struct fixture *
project(const char *applied)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "kostnader.0.cash", "100000");
	answers_set(f->answers, "kostnader.1.own", "0");
	answers_set(f->answers, "finansiering.0.cash", "25000");
	answers_set(f->answers, "finansiering.1.own", "0");
	answers_set(f->answers, "sum", applied);
	return (f);
}

TEST(the_lowest_of_sum_share_and_application_counts)
{
	struct fixture *f = project("90000");
	struct amount_limit limit = limit_of(f);

	CHECK_INT(limit.n_steps, 3);
	CHECK_TEXT(limit.steps[0].text, "Søkt om: 90" NBSP "000" NBSP "kr");
	CHECK_TEXT(limit.steps[1].text, "Høyeste sum i ordningen: 100" NBSP "000" NBSP "kr");
	CHECK_TEXT(limit.steps[2].text, "75" NBSP "% av kostnadene 100" NBSP "000" NBSP "kr = 75" NBSP "000" NBSP "kr");
	CHECK_INT(limit.max.ore, 7500000);
	CHECK_INT(lowest_of(&limit)->kind, AMOUNT_CAP_SHARE);
	f->caps[0].sum = MONEY_NOK(74999);
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 7499900);
	CHECK_INT(lowest_of(&limit)->kind, AMOUNT_CAP_SUM);
	answers_set(f->answers, "sum", "74998");
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 7499800);
	CHECK_INT(lowest_of(&limit)->kind, AMOUNT_APPLIED);
}

TEST(shares_are_rounded_down_to_whole_kroner)
{
	struct fixture *f = project("90000");

	f->caps[1].share = 3333;
	answers_set(f->answers, "kostnader.0.cash", "10001");
	CHECK_INT(limit_of(f).max.ore, 333300);
	f->caps[1].share = 2900; /* 0.29 x 100 is less than 29 in binary fractions */
	answers_set(f->answers, "kostnader.0.cash", "100");
	CHECK_INT(limit_of(f).max.ore, 2900);
}

TEST(a_cap_holds_only_when_its_condition_does)
{
	struct fixture *f = project("90000");

	f->caps[1].when = fixture_expr(arena, "applicant-type = 'municipality'");
	CHECK_INT(limit_of(f).max.ore, 9000000);
	f->facts.applicant = APPLICANT_MUNICIPALITY;
	CHECK_INT(limit_of(f).max.ore, 7500000);
}

TEST(a_share_may_be_of_other_things_than_costs)
{
	struct fixture *f = project("90000");

	f->caps[1].share = 5000;
	f->caps[1].of = SHARE_OF_FINANCING;
	CHECK_INT(limit_of(f).max.ore, 5750000);
	f->caps[1].of = SHARE_OF_APPLIED;
	CHECK_INT(limit_of(f).max.ore, 4500000);
	f->caps[1].of = SHARE_OF_CASH_COSTS;
	answers_set(f->answers, "kostnader.1.own", "50000");
	CHECK_INT(limit_of(f).max.ore, 5000000);
	CHECK_TEXT(share_base_text(SHARE_OF_CASH_COSTS, LANG_NB), "kostnadene uten egeninnsats");
	CHECK_TEXT(share_base_text(SHARE_OF_FINANCING, LANG_NN), "finansieringa");
}

TEST(a_scheme_that_asks_for_no_costs_has_no_share_of_them)
{
	struct fixture *f = project("90000");

	f->sections[3].n_fields = 1;
	CHECK_INT(limit_of(f).max.ore, 9000000);
	f->caps[1].of = SHARE_OF_FINANCING;
	f->okonomi[F_APPLIED].id = "annet"; /* nothing applied for, nothing financed */
	CHECK_INT(limit_of(f).max.ore, 0);
}

TEST(costs_that_are_asked_for_and_not_given_allow_nothing)
{
	struct fixture *f = fixture_new(arena);

	f->answers = answers_new(arena);
	answers_set(f->answers, "sum", "5000");
	CHECK_INT(limit_of(f).max.ore, 0);
	f->caps[1].sum = MONEY_ZERO; /* a sum of nothing is a limit too */
	f->caps[1].share = -1;
	CHECK_INT(limit_of(f).max.ore, 0);
}

TEST(an_own_share_of_the_costs_is_rounded_up)
{
	struct fixture *f = project("90000");
	struct amount_limit limit;

	f->scheme.amount.n_max = 0;
	fixture_own_share(f, 2500, SHARE_OF_COSTS);
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 7500000);
	CHECK_TEXT(lowest_of(&limit)->text,
	    "Egenandelen må være minst 25" NBSP "% av kostnadene. Av kostnadene 100" NBSP "000" NBSP
	    "kr er det da plass til høyst 75" NBSP "000" NBSP "kr.");
	answers_set(f->answers, "kostnader.0.cash", "100001");
	CHECK_INT(limit_of(f).max.ore, 7500000); /* 25 000,25 kr must be carried: 25 001 kr */
	fixture_own_share(f, 20000, SHARE_OF_COSTS);
	CHECK_INT(limit_of(f).max.ore, 0);
}

TEST(an_own_share_may_be_as_much_as_is_applied_for)
{
	struct fixture *f = project("90000");

	f->scheme.amount.n_max = 0;
	fixture_own_share(f, 10000, SHARE_OF_APPLIED);
	CHECK_INT(limit_of(f).max.ore, 5000000);
}

TEST(own_work_over_its_ceiling_does_not_count_as_costs)
{
	struct fixture *f = project("75000");
	struct amount_limit limit;

	answers_set(f->answers, "kostnader.0.cash", "40000");
	answers_set(f->answers, "kostnader.1.own", "60000");
	fixture_own_work(f, 2500);
	limit = limit_of(f); /* financing 100 000: 25 000 of the own work counts */
	CHECK_INT(limit.n_steps, 4);
	CHECK_INT(limit.steps[1].kind, AMOUNT_OWN_WORK);
	CHECK_INT(limit.steps[1].sum.ore, 3500000);
	CHECK_TEXT(limit.steps[1].text, "Egeninnsats teller med høyst 25" NBSP "% av finansieringen: 25" NBSP "000" NBSP
					"kr av 60" NBSP "000" NBSP "kr.");
	CHECK_INT(limit.max.ore, 4875000); /* 75 % of 65 000 */
	fixture_own_work(f, -1);
	CHECK_INT(limit_of(f).max.ore, 7500000);
}

TEST(the_floor_is_a_share_of_what_was_applied_for_rounded_up)
{
	struct fixture *f = project("10000");
	struct amount_limit limit;

	CHECK_INT(limit_of(f).floor.ore, 0);
	f->scheme.amount.award_floor = 3333;
	limit = limit_of(f);
	CHECK_INT(limit.floor.ore, 333300);
	f->scheme.amount.award_floor = 3334;
	answers_set(f->answers, "sum", "10001");
	limit = limit_of(f);
	CHECK_INT(limit.floor.ore, 333500); /* 3 334,33 kr */
	CHECK_INT(verdict_of(f, &limit, MONEY_NOK(3335)), AMOUNT_WITHIN);
	CHECK_INT(verdict_of(f, &limit, MONEY_NOK(3334)), AMOUNT_UNDER_FLOOR);
	CHECK_INT(verdict_of(f, &limit, MONEY_ZERO), AMOUNT_WITHIN);
	CHECK_INT(verdict_of(f, &limit, MONEY_NOK(10001)), AMOUNT_WITHIN);
	CHECK_INT(verdict_of(f, &limit, MONEY_NOK(10002)), AMOUNT_OVER_FIRM);
}

/* The project with these sums, of which the last is for municipalities only. */
static struct fixture *
with_sums(const char *applied, bool levels)
{
	struct fixture *f = project(applied);
	struct scheme_sum *sums = arena_array(arena, 2, sizeof(*sums));

	sums[0].sum = MONEY_NOK(levels ? 20000 : 50000);
	sums[1].sum = MONEY_NOK(levels ? 50000 : 20000);
	sums[levels ? 1 : 0].when = fixture_expr(arena, "applicant-type = 'municipality'");
	f->scheme.amount.sums = sums;
	f->scheme.amount.n_sums = 2;
	f->scheme.amount.levels = levels;
	return (f);
}

TEST(the_first_fixed_sum_that_holds_is_the_one)
{
	struct fixture *f = with_sums("90000", false);
	struct amount_limit limit = limit_of(f);

	CHECK_INT(limit.max.ore, 2000000);
	CHECK_INT(lowest_of(&limit)->kind, AMOUNT_SUMS);
	CHECK_TEXT(lowest_of(&limit)->text, "Ordningen gir en fast sum: 20" NBSP "000" NBSP "kr");
	f->facts.applicant = APPLICANT_MUNICIPALITY;
	CHECK_INT(limit_of(f).max.ore, 5000000);
	answers_set(f->answers, "sum", "49999");
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 0);
	CHECK_TEXT(
	    lowest_of(&limit)->text, "Ordningen gir en fast sum, 50" NBSP "000" NBSP "kr, og den er over grensene");
	answers_set(f->answers, "sum", "50000");
	CHECK_INT(limit_of(f).max.ore, 5000000);
}

TEST(the_only_sum_is_known_where_nobody_asks_for_one)
{
	money sums[2] = { MONEY_NOK(50000), MONEY_NOK(150000) }, only = MONEY_NOK(1);
	struct amount_bounds bounds = { .known = true, .sums = sums, .n_sums = 1 };

	CHECK(amount_only_sum(&only, &bounds) && only.ore == MONEY_NOK(50000).ore);
	bounds.n_sums = 2;
	CHECK(!amount_only_sum(&only, &bounds));
	bounds.n_sums = 0;
	CHECK(!amount_only_sum(&only, &bounds));
	bounds.n_sums = 1;
	bounds.asked = true;
	CHECK(!amount_only_sum(&only, &bounds));
	bounds.asked = bounds.known = false;
	CHECK(!amount_only_sum(&only, &bounds));
}

TEST(of_levels_the_largest_within_the_limits_counts)
{
	struct fixture *f = with_sums("90000", true);
	struct amount_limit limit;

	CHECK_INT(limit_of(f).max.ore, 2000000);
	f->facts.applicant = APPLICANT_MUNICIPALITY;
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 5000000);
	CHECK_TEXT(lowest_of(&limit)->text, "Størst av summene ordningen gir (20" NBSP "000" NBSP "kr, 50" NBSP
					    "000" NBSP "kr) innenfor grensene: 50" NBSP "000" NBSP "kr");
	CHECK_INT(verdict_of(f, &limit, MONEY_NOK(20000)), AMOUNT_WITHIN);
	CHECK_INT(verdict_of(f, &limit, MONEY_NOK(20001)), AMOUNT_NOT_GIVEN);
	CHECK_INT(verdict_of(f, &limit, MONEY_ZERO), AMOUNT_WITHIN);
	answers_set(f->answers, "sum", "49999");
	CHECK_INT(limit_of(f).max.ore, 2000000);
	answers_set(f->answers, "sum", "19999");
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 0);
	CHECK(strstr(lowest_of(&limit)->text, "Ingen av summene") == lowest_of(&limit)->text);
}

TEST(sums_come_in_whole_steps)
{
	struct fixture *f = project("70999");
	struct amount_limit limit;

	f->scheme.amount.step = MONEY_NOK(1000);
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 7000000);
	CHECK_INT(lowest_of(&limit)->kind, AMOUNT_ROUNDED);
	CHECK_TEXT(lowest_of(&limit)->text, "Rundet ned til hele 1" NBSP "000" NBSP "kr: 70" NBSP "000" NBSP "kr");
	CHECK_INT(verdict_of(f, &limit, MONEY_NOK(69500)), AMOUNT_NOT_GIVEN);
	answers_set(f->answers, "sum", "71000");
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 7100000);
	CHECK_INT(lowest_of(&limit)->kind, AMOUNT_APPLIED);
	answers_set(f->answers, "sum", "999");
	CHECK_INT(limit_of(f).max.ore, 0);
}

TEST(rates_are_paid_for_whole_units_and_added_up_but_never_over_the_cost)
{
	struct fixture *f = project("90000");
	struct scheme_rate rates[] = { { .sum = MONEY_NOK(10000), .per = 2, .unit = TXT("uttak") },
		{ .sum = MONEY_NOK(500), .per = 1, .unit = TXT("natt") } };
	struct amount_limit limit;

	rates[0].count = fixture_expr(arena, "2 + 3");
	rates[1].count = fixture_expr(arena, "3");
	f->scheme.amount.rates = rates;
	f->scheme.amount.n_rates = 2;
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 2150000); /* two pairs of five, and three nights */
	CHECK_INT(lowest_of(&limit)->kind, AMOUNT_UNITS);
	CHECK_TEXT(lowest_of(&limit)->text,
	    "10" NBSP "000" NBSP "kr per 2 uttak (5) + 500" NBSP "kr per natt (3) = 21" NBSP "500" NBSP "kr");
	rates[1].when = fixture_expr(arena, "applicant-type = 'municipality'");
	CHECK_INT(limit_of(f).max.ore, 2000000);
	f->scheme.amount.n_max = 0;
	answers_set(f->answers, "kostnader.0.cash", "19999");
	limit = limit_of(f);
	CHECK_INT(limit.max.ore, 1999900);
	CHECK_INT(lowest_of(&limit)->kind, AMOUNT_REAL_COST);
	rates[0].count = fixture_expr(arena, "1 div 0"); /* a number nobody gave */
	CHECK_INT(limit_of(f).max.ore, 0);
	rates[0].count = fixture_expr(arena, "0 - 4");
	CHECK_INT(limit_of(f).max.ore, 0);
	rates[0].count = fixture_expr(arena, "99999999999999");
	CHECK_INT(limit_of(f).max.ore, 1999900);
	rates[0].when = rates[1].when; /* no rate holds: the other limits do */
	CHECK_INT(limit_of(f).max.ore, 9000000);
}

TEST(shares_are_written_as_people_write_them)
{
	CHECK_TEXT(share_text(arena, 7500, LANG_NB), "75" NBSP "%");
	CHECK_TEXT(share_text(arena, 3333, LANG_NB), "33,33" NBSP "%");
	CHECK_TEXT(share_text(arena, 1250, LANG_NN), "12,5" NBSP "%");
	CHECK_TEXT(share_text(arena, 1205, LANG_EN), "12.05" NBSP "%");
}

TEST(the_largest_sums_do_not_overflow)
{
	struct fixture *f = project("1000000000000");

	f->caps[0].sum = MONEY_MAX;
	f->caps[1].share = 9999;
	answers_set(f->answers, "kostnader.0.cash", "1000000000000");
	CHECK_INT(limit_of(f).max.ore, MONEY_NOK(999900000000).ore);
}

/* The same numbers on every run. */
static int64_t
next_number(uint64_t *seed, int64_t below)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return ((int64_t)((*seed >> 20) % (uint64_t)below));
}

TEST(whatever_the_numbers_no_limit_is_passed_and_no_krone_is_lost)
{
	uint64_t seed = 2026;

	for (int i = 0; i < 300; i++) {
		int64_t costs = 1 + next_number(&seed, 5000000), applied = 1 + next_number(&seed, 5000000);
		struct fixture *f = project(arena_printf(arena, "%lld", (long long)applied));
		int64_t share = f->caps[1].share = 1 + (share_bp)next_number(&seed, 10000);
		struct amount_limit limit;
		int64_t max;

		f->caps[0].sum = MONEY_NOK(next_number(&seed, 2000000));
		answers_set(f->answers, "kostnader.0.cash", arena_printf(arena, "%lld", (long long)costs));
		limit = limit_of(f);
		max = limit.max.ore / 100;
		CHECK_INT(limit.max.ore % 100, 0);
		CHECK(max <= applied && max * 100 <= f->caps[0].sum.ore && max * 10000 <= costs * share);
		/* One krone more would pass one of them. */
		CHECK(max + 1 > applied || (max + 1) * 100 > f->caps[0].sum.ore || (max + 1) * 10000 > costs * share);
		CHECK_INT(lowest_of(&limit)->sum.ore, limit.max.ore);
	}
}

UNIT_MAIN(WITH_ARENA(the_only_sum_is_known_where_nobody_asks_for_one),
    WITH_ARENA(the_lowest_of_sum_share_and_application_counts), WITH_ARENA(shares_are_rounded_down_to_whole_kroner),
    WITH_ARENA(a_cap_holds_only_when_its_condition_does), WITH_ARENA(a_share_may_be_of_other_things_than_costs),
    WITH_ARENA(a_scheme_that_asks_for_no_costs_has_no_share_of_them),
    WITH_ARENA(costs_that_are_asked_for_and_not_given_allow_nothing),
    WITH_ARENA(an_own_share_of_the_costs_is_rounded_up), WITH_ARENA(an_own_share_may_be_as_much_as_is_applied_for),
    WITH_ARENA(own_work_over_its_ceiling_does_not_count_as_costs),
    WITH_ARENA(the_floor_is_a_share_of_what_was_applied_for_rounded_up),
    WITH_ARENA(the_first_fixed_sum_that_holds_is_the_one), WITH_ARENA(of_levels_the_largest_within_the_limits_counts),
    WITH_ARENA(sums_come_in_whole_steps),
    WITH_ARENA(rates_are_paid_for_whole_units_and_added_up_but_never_over_the_cost),
    WITH_ARENA(shares_are_written_as_people_write_them), WITH_ARENA(the_largest_sums_do_not_overflow),
    WITH_ARENA(whatever_the_numbers_no_limit_is_passed_and_no_krone_is_lost))
