/* simulation_test.c — a changed scheme over applications that were sent: who is out, what moves, what it costs. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/simulation.h"

ARENA_FOR_TESTS

/* Applied for 40 000 of costs of 60 000; marks 4, 3 and 2 of 5 under the three criteria. */
static const struct simulation_mark marks[] = { { 1, "kunstnerisk", 4 }, { 1, "regionalt", 3 },
	{ 1, "inkludering", 2 } };

static struct simulation_case
sent(const struct fixture *f, const char *number, int64_t awarded)
{
	return ((struct simulation_case){ .id = 1,
	    .call_id = 7,
	    .number = number,
	    .organisation = "Laget",
	    .year = 2026,
	    .scheme = &f->scheme,
	    .answers = f->answers,
	    .facts = &f->facts,
	    .marks = marks,
	    .n_marks = 3,
	    .outcome = awarded > 0 ? OUTCOME_GRANTED : OUTCOME_REJECTED,
	    .awarded = MONEY_NOK(awarded) });
}

static struct simulated
run(const struct fixture *changed, struct simulation_case c)
{
	struct simulated out;

	simulation_run(&out, arena, &changed->scheme, &c, LANG_NB);
	return (out);
}

TEST(what_is_not_changed_moves_nobody)
{
	struct fixture *f = fixture_new(arena);
	struct simulated one = run(f, sent(f, "2026-1", 40000));

	CHECK_INT(one.changed, 0);
	CHECK(one.before.eligible && one.after.eligible && one.before.has_total);
	CHECK_INT(one.before.total_micro, 66 * MICRO_POINT);
	CHECK_INT(one.before.max.ore, MONEY_NOK(40000).ore);
}

TEST(a_stricter_rule_puts_out_and_takes_the_grant)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	struct simulated one;

	changed->rules[0].test = fixture_expr(arena, "applied >= 50000");
	one = run(changed, sent(f, "2026-1", 40000));
	CHECK_INT(one.changed, SIMULATED_OUT | SIMULATED_AWARD);
	CHECK_TEXT(one.after.because, "Vi behandler ikke søknader under 10 000 kr.");
	CHECK_INT(one.after.award.ore, 0);
	one = run(f, sent(changed, "2026-1", 0));
	CHECK_INT(one.changed, SIMULATED_IN);
}

TEST(a_grant_at_the_limit_follows_it_and_others_stay_below)
{
	struct fixture *f = fixture_new(arena), *lower = fixture_new(arena), *higher = fixture_new(arena);
	struct simulated one;

	lower->caps[0].sum = MONEY_NOK(30000);
	one = run(lower, sent(f, "2026-1", 40000));
	CHECK_INT(one.changed, SIMULATED_MAX | SIMULATED_AWARD);
	CHECK_INT(one.after.award.ore, MONEY_NOK(30000).ore);
	one = run(lower, sent(f, "2026-1", 25000));
	CHECK_INT(one.changed, SIMULATED_MAX);
	CHECK_INT(one.after.award.ore, MONEY_NOK(25000).ore);
	f->caps[0].sum = MONEY_NOK(20000);
	one = run(higher, sent(f, "2026-1", 20000));
	CHECK_INT(one.after.award.ore, MONEY_NOK(40000).ore);
	one = run(higher, sent(f, "2026-1", 0));
	CHECK_INT(one.after.award.ore, 0);
}

TEST(weights_move_totals_and_places)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	static const struct simulation_mark other[] = { { 2, "kunstnerisk", 3 }, { 2, "regionalt", 3 },
		{ 2, "inkludering", 5 } };
	struct simulation_case second = sent(f, "2026-2", 0);
	struct simulated list[2];

	changed->criteria[0].weight = 20;
	changed->criteria[2].weight = 50;
	second.marks = other;
	list[0] = run(changed, sent(f, "2026-1", 0));
	list[1] = run(changed, second);
	simulation_rank(list, 2, &changed->scheme, arena);
	CHECK_TEXT(list[0].number, "2026-1");
	CHECK_INT(list[0].before.rank, 2);
	CHECK_INT(list[0].after.rank, 2);
	CHECK_INT(list[1].changed, SIMULATED_TOTAL);
	changed->criteria[0].weight = 80;
	changed->criteria[1].weight = 10;
	changed->criteria[2].weight = 10;
	list[0] = run(changed, sent(f, "2026-1", 0));
	list[1] = run(changed, second);
	simulation_rank(list, 2, &changed->scheme, arena);
	CHECK_INT(list[0].after.rank, 1);
	CHECK_INT(list[0].changed, SIMULATED_TOTAL | SIMULATED_RANK);
	CHECK_INT(list[1].changed, SIMULATED_TOTAL | SIMULATED_RANK);
}

TEST(a_new_criterion_has_no_marks)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	struct simulation_case c = sent(f, "2026-1", 0);
	struct simulated one;

	changed->criteria[2].id = "klima";
	one = run(changed, c);
	CHECK_INT(one.changed, SIMULATED_UNMARKED);
	CHECK(!one.after.has_total);
	changed->criteria[2].id = "inkludering";
	changed->scheme.scale_max = 3;
	CHECK_INT(run(changed, c).changed, SIMULATED_UNMARKED);
	c.n_marks = 0;
	CHECK_INT(run(changed, c).changed, 0);
}

TEST(a_requirement_refuses_and_takes_the_grant)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	struct simulation_mark given[3] = { marks[0], marks[1], { 1, "inkludering", 0 } };
	struct simulation_case c = sent(f, "2026-1", 40000);
	struct simulated one;

	c.marks = given;
	changed->criteria[2].kind = CRITERION_REQUIRED;
	changed->criteria[2].weight = 0;
	one = run(changed, c);
	CHECK(one.before.merit.refused == NULL);
	CHECK_TEXT(one.after.merit.refused, "Kravet «Inkludering» er ikke oppfylt.");
	CHECK_INT(one.changed & (SIMULATED_REFUSED | SIMULATED_AWARD), SIMULATED_REFUSED | SIMULATED_AWARD);
	CHECK_INT(one.after.award.ore, 0);
	given[2].mark = 1;
	CHECK_INT(run(changed, c).changed & (SIMULATED_REFUSED | SIMULATED_AWARD), 0);
	changed->criteria[2] = f->criteria[2];
	changed->criteria[2].min_mark = 2;
	changed->criteria[2].min_rejects = true;
	CHECK_INT(run(changed, c).changed & SIMULATED_REFUSED, SIMULATED_REFUSED);
}

TEST(wishes_break_level_totals)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	struct simulation_mark met[3] = { marks[0], marks[1], { 1, "inkludering", 1 } };
	struct simulation_mark not_met[3] = { marks[0], marks[1], { 2, "inkludering", 0 } };
	struct simulation_case first = sent(f, "2026-1", 0), second = sent(f, "2026-2", 0);
	struct simulated list[2];

	not_met[0].assessment_id = not_met[1].assessment_id = 2;
	first.marks = not_met;
	second.marks = met;
	changed->criteria[2].kind = CRITERION_SHOULD;
	changed->criteria[2].weight = 0;
	list[0] = run(changed, first);
	list[1] = run(changed, second);
	CHECK_INT(list[1].after.merit.n_should, 1);
	CHECK_INT(list[1].changed & SIMULATED_WISHES, SIMULATED_WISHES);
	CHECK_INT(list[0].changed & SIMULATED_WISHES, 0);
	CHECK_INT(list[0].after.total_micro, list[1].after.total_micro);
	simulation_rank(list, 2, &changed->scheme, arena);
	CHECK_TEXT(list[0].number, "2026-1");
	CHECK_INT(list[0].after.rank, 2);
	CHECK_INT(list[1].after.rank, 1);
}

TEST(a_ladder_goes_before_marks)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	struct scheme_rung rungs[2] = { { .id = "sammen", .text = TXT("Sammen") },
		{ .id = "alene", .text = TXT("Alene") } };
	struct simulation_mark judged[4] = { marks[0], marks[1], marks[2], { 1, MERIT_RUNG, 2 } };
	struct simulation_case c = sent(f, "2026-1", 0), other = sent(f, "2026-2", 0);
	struct simulated one, list[2];

	rungs[0].when = fixture_expr(arena, "applied >= 50000");
	changed->scheme.rungs = rungs;
	changed->scheme.n_rungs = 2;
	one = run(changed, c);
	CHECK_INT(one.changed, SIMULATED_RUNG);
	CHECK_TEXT(one.after.merit.rung_text, "Prioritet 2: Alene");
	rungs[0].when = fixture_expr(arena, "applied >= 40000");
	CHECK_TEXT(run(changed, c).after.merit.rung_text, "Prioritet 1: Sammen");
	changed->scheme.ladder_judged = true;
	c.marks = judged;
	c.n_marks = 4;
	one = run(changed, c);
	CHECK_TEXT(one.after.merit.rung_text, "Prioritet 2: Alene");
	CHECK(one.after.has_total);
	judged[3].mark = 1;
	list[0] = run(changed, other);
	list[1] = run(changed, c);
	list[1].number = "2026-9";
	simulation_rank(list, 2, &changed->scheme, arena);
	CHECK_TEXT(list[1].number, "2026-9");
	CHECK_INT(list[1].before.rank, 2);
	CHECK_INT(list[1].after.rank, 1);
	CHECK_INT(list[1].changed & SIMULATED_RANK, SIMULATED_RANK);
}

TEST(a_frame_shared_alike_costs_what_it_shares)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	struct simulation_case first = sent(f, "2026-1", 40000), second = sent(f, "2026-2", 0);
	struct simulation_sums sums = { 0 };
	struct simulated list[2];

	first.frame = second.frame = MONEY_NOK(90001);
	changed->scheme.distribution = DISTRIBUTION_EVERYONE;
	changed->scheme.sharing = (struct scheme_sharing){ .round = MONEY_NOK(1) };
	list[0] = run(changed, first);
	list[1] = run(changed, second);
	simulation_rank(list, 2, &changed->scheme, arena);
	for (size_t i = 0; i < 2; i++)
		simulation_add(&sums, &list[i]);
	CHECK_INT(sums.award_before.ore, MONEY_NOK(40000).ore);
	/* Nobody gets more than was applied for. */
	CHECK_INT(sums.award_after.ore, MONEY_NOK(80000).ore);
	CHECK_INT(sums.n_award, 1);
	CHECK(list[1].changed & SIMULATED_AWARD);
}

TEST(a_formula_shares_by_its_numbers_before_and_after)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	struct scheme_split by_sum = { .share = 10000, .by = SPLIT_COUNT, .count = fixture_expr(arena, "applied") };
	struct scheme_split alike = { .share = 10000, .by = SPLIT_EQUAL };
	struct scheme_pot before = { .id = "alle", .share = 10000, .max = { -1 }, .splits = &by_sum, .n_splits = 1 };
	struct scheme_pot after = { .id = "alle", .share = 10000, .max = { -1 }, .splits = &alike, .n_splits = 1 };
	struct simulation_case first = sent(f, "2026-1", 0), second;
	struct fixture *more = fixture_new(arena);
	struct simulated list[2];

	f->scheme.distribution = changed->scheme.distribution = DISTRIBUTION_FORMULA;
	f->scheme.amount.n_max = changed->scheme.amount.n_max = 0;
	f->scheme.sharing = (struct scheme_sharing){ .round = MONEY_NOK(1), .pots = &before, .n_pots = 1 };
	changed->scheme.sharing = (struct scheme_sharing){ .round = MONEY_NOK(1), .pots = &after, .n_pots = 1 };
	answers_set(more->answers, "sum", "80000");
	second = sent(f, "2026-2", 0);
	second.answers = more->answers;
	first.frame = second.frame = MONEY_NOK(90000);
	first.outcome = second.outcome = OUTCOME_NONE;
	list[0] = run(changed, first);
	list[1] = run(changed, second);
	simulation_rank(list, 2, &changed->scheme, arena);
	CHECK_INT(list[0].before.award.ore, MONEY_NOK(30000).ore);
	CHECK_INT(list[1].before.award.ore, MONEY_NOK(60000).ore);
	CHECK_INT(list[0].after.award.ore, MONEY_NOK(40000).ore);
	CHECK_INT(list[1].after.award.ore, MONEY_NOK(50000).ore);
	CHECK(list[0].changed & SIMULATED_AWARD);
	/* What was decided stands. */
	first.outcome = OUTCOME_GRANTED;
	first.awarded = MONEY_NOK(90000);
	list[0] = run(changed, first);
	list[1] = run(changed, second);
	simulation_rank(list, 2, &changed->scheme, arena);
	CHECK_INT(list[0].before.award.ore, MONEY_NOK(90000).ore);
	CHECK_INT(list[1].before.award.ore, 0);
	CHECK_INT(list[0].after.award.ore, MONEY_NOK(40000).ore);
}

TEST(what_an_officer_found_counts_while_the_rule_is_there)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	struct simulation_case c = sent(f, "2026-1", 0);
	char failed[] = "kunst", *rules[] = { failed };
	struct simulated one;

	c.failed = rules;
	c.n_failed = 1;
	CHECK_INT(run(f, c).changed, 0);
	CHECK(!run(f, c).before.eligible);
	changed->scheme.n_rules = 2;
	one = run(changed, c);
	CHECK_INT(one.changed, SIMULATED_IN);
	c.scheme = &changed->scheme;
	one = run(f, c);
	CHECK_INT(one.changed, SIMULATED_OUT);
	CHECK_TEXT(one.after.because, "Tiltaket må være en tydelig kunstnerisk aktivitet.");
}

TEST(several_assessments_count_alike)
{
	struct fixture *f = fixture_new(arena);
	static const struct simulation_mark two[] = { { 1, "kunstnerisk", 5 }, { 1, "regionalt", 5 },
		{ 1, "inkludering", 5 }, { 2, "kunstnerisk", 0 }, { 2, "regionalt", 0 }, { 2, "inkludering", 0 } };
	struct simulation_case c = sent(f, "2026-1", 0);

	c.marks = two;
	c.n_marks = 6;
	CHECK_INT(run(f, c).before.total_micro, 50 * MICRO_POINT);
}

TEST(sums_tell_what_it_costs)
{
	struct fixture *f = fixture_new(arena), *changed = fixture_new(arena);
	struct simulation_sums sums = { 0 };
	struct simulated one;

	changed->caps[0].sum = MONEY_NOK(30000);
	one = run(changed, sent(f, "2026-1", 40000));
	simulation_add(&sums, &one);
	one = run(changed, sent(f, "2026-2", 0));
	simulation_add(&sums, &one);
	CHECK_INT(sums.n, 2);
	CHECK_INT(sums.n_max, 2);
	CHECK_INT(sums.n_award, 1);
	CHECK_INT(sums.award_before.ore, MONEY_NOK(40000).ore);
	CHECK_INT(sums.award_after.ore, MONEY_NOK(30000).ore);
	CHECK_INT(sums.max_before.ore, MONEY_NOK(80000).ore);
	CHECK_INT(sums.max_after.ore, MONEY_NOK(60000).ore);
}

ARENA_TESTS(UNIT(a_requirement_refuses_and_takes_the_grant), UNIT(wishes_break_level_totals),
    UNIT(a_ladder_goes_before_marks), UNIT(a_frame_shared_alike_costs_what_it_shares),
    UNIT(a_formula_shares_by_its_numbers_before_and_after), UNIT(what_an_officer_found_counts_while_the_rule_is_there),
    UNIT(what_is_not_changed_moves_nobody), UNIT(a_stricter_rule_puts_out_and_takes_the_grant),
    UNIT(a_grant_at_the_limit_follows_it_and_others_stay_below), UNIT(weights_move_totals_and_places),
    UNIT(a_new_criterion_has_no_marks), UNIT(several_assessments_count_alike), UNIT(sums_tell_what_it_costs))
