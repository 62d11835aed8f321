/* expr_eval_test.c — expressions come to what they should: exactly, and absent where something is missing. */
#include "expr_fixture.h"

#include "scheme/expr.h"

TEST(decimals_are_exact)
{
	static const struct fixture_row rows[] = {
		{ "0.29 * 100 >= 29", "true" },
		{ "0.1 + 0.2 = 0.3", "true" },
		{ "1.1 * 1.1", "1.21" },
		{ "10 div 4", "2.5" },
		{ "1 div 3", "0.333333333333" },
		{ "2 div 3", "0.666666666667" },
		{ "-2 div 3", "-0.666666666667" },
		{ "applied div costs <= 0.75", "true" },
		{ "applied div costs < 0.75", "false" },
		{ "(applied + 1) div costs <= 0.75", "false" },
		{ "750000000001 div 1000000000000 <= 0.75", "false" },
		{ "7 mod 3", "1" },
		{ "-7 mod 3", "-1" },
		{ "7 mod -3", "1" },
		{ "1.5 mod 0.5", "0" },
		{ "2 + 3 * 4", "14" },
		{ "(2 + 3) * 4", "20" },
		{ "10 - 3 - 2", "5" },
		{ "100 div 10 div 2", "5" },
		{ "--3", "3" },
		{ "2 - -3", "5" },
		{ ".5 + 5.", "5.5" },
		{ "99999999999999 + 1", "100000000000000" },
		{ "100000000000000 + 1", "absent" },
		{ "10000000 * 10000000", "100000000000000" },
		{ "10000000 * 10000001", "absent" },
		{ "99999999999999 * 99999999999999", "absent" },
		{ "0.000001 * 0.000001", "0.000000000001" },
		{ "0.000001 * 0.0000001", "0" },
		{ "100000000000000 div 0.000000000001", "absent" },
		{ "1 div 0", "absent" },
		{ "1 mod 0", "absent" },
		{ "0 div 5", "0" },
	};

	FIXTURE_CHECK(rows);
}

/* Kleene's tables whole: T, F and A stand for true, false and absent. */
TEST(logic_has_three_values)
{
	static const struct fixture_row rows[] = {
		{ "true() and true()", "true" },
		{ "true() and false()", "false" },
		{ "false() and true()", "false" },
		{ "false() and false()", "false" },
		{ "true() and unknown", "absent" },
		{ "unknown and true()", "absent" },
		{ "false() and unknown", "false" },
		{ "unknown and false()", "false" },
		{ "unknown and unknown", "absent" },
		{ "true() or true()", "true" },
		{ "true() or false()", "true" },
		{ "false() or true()", "true" },
		{ "false() or false()", "false" },
		{ "true() or unknown", "true" },
		{ "unknown or true()", "true" },
		{ "false() or unknown", "absent" },
		{ "unknown or false()", "absent" },
		{ "unknown or unknown", "absent" },
		{ "not(true())", "false" },
		{ "not(false())", "true" },
		{ "not(unknown)", "absent" },
		{ "true() or false() and false()", "true" },
		{ "(true() or false()) and false()", "false" },
	};

	FIXTURE_CHECK(rows);
}

TEST(absent_stays_absent)
{
	static const struct fixture_row rows[] = {
		{ "empty < 10000", "absent" },
		{ "empty = empty", "absent" },
		{ "empty != 1", "absent" },
		{ "empty + 1", "absent" },
		{ "-empty", "absent" },
		{ "no-text = 'x'", "absent" },
		{ "no-day < t:today()", "absent" },
		{ "string-length(no-text)", "absent" },
		{ "contains(no-text, 'a')", "absent" },
		{ "concat('a', no-text)", "absent" },
		{ "t:days(no-day, t:today())", "absent" },
		{ "t:selected(no-codes, 'x')", "absent" },
		{ "t:min(1, empty)", "absent" },
		{ "round(empty)", "absent" },
		{ "sum(budget.own)", "absent" },
		{ "number('tolv')", "absent" },
		{ "number('')", "absent" },
		{ "count(no-codes)", "0" },
		{ "t:answered(no-codes)", "false" },
		{ "t:answered(empty)", "false" },
		{ "t:default(empty, 3)", "3" },
		{ "t:default(empty, 0) + 1", "1" },
	};

	FIXTURE_CHECK(rows);
}

TEST(comparisons_are_by_type)
{
	static const struct fixture_row rows[] = {
		{ "applied >= 75000", "true" },
		{ "applied > 75000", "false" },
		{ ". = 75000", "true" },
		{ "young = 'yes'", "true" },
		{ "young != 'yes'", "false" },
		{ "'no' = young", "false" },
		{ "title = \"Blåøyd kveld\"", "true" },
		{ "registered = true()", "true" },
		{ "periode.start <= periode.end", "true" },
		{ "periode.start = t:date('2026-01-31')", "true" },
		{ "periode.end > t:date('2027-01-01')", "false" },
	};

	FIXTURE_CHECK(rows);
}

TEST(functions_do_what_the_reference_says)
{
	static const struct fixture_row rows[] = {
		{ "string-length(title)", "12" },
		{ "contains(title, 'øyd')", "true" },
		{ "starts-with(title, 'Blå')", "true" },
		{ "starts-with(title, 'blå')", "false" },
		{ "concat(title, '!', 'x')", "'Blåøyd kveld!x'" },
		{ "concat('', '')", "absent" },
		{ "round(2.5)", "3" },
		{ "round(-2.5)", "-2" },
		{ "round(2.49)", "2" },
		{ "floor(-0.5)", "-1" },
		{ "floor(2)", "2" },
		{ "ceiling(0.2)", "1" },
		{ "ceiling(-1.5)", "-1" },
		{ "number(' 12.5 ')", "12.5" },
		{ "t:min(3, 1, 2)", "1" },
		{ "t:max(3, 1, 4)", "4" },
		{ "count(kinds)", "2" },
		{ "count(budget)", "3" },
		{ "count(budget.cash)", "2" },
		{ "count(files)", "0" },
		{ "sum(budget.cash)", "10.5" },
		{ "t:answered(budget)", "true" },
		{ "t:answered(title)", "true" },
		{ "t:selected(kinds, 'film')", "true" },
		{ "t:selected(municipalities, '3403')", "true" },
		{ "t:today()", "2026-03-01" },
		{ "t:year(periode.end)", "2026" },
		{ "t:days(periode.start, periode.end)", "304" },
		{ "t:days(periode.end, periode.start)", "-304" },
		{ "t:days(t:today(), t:today())", "0" },
		{ "t:months(periode.start, t:date('2026-02-28'))", "1" },
		{ "t:months(periode.start, t:date('2026-02-27'))", "0" },
		{ "t:months(t:date('2026-05-15'), t:date('2027-05-14'))", "11" },
		{ "t:months(t:date('2027-05-15'), t:date('2026-05-15'))", "-12" },
		{ "t:add-days(periode.start, 1)", "2026-02-01" },
		{ "t:add-days(periode.start, 0.5)", "absent" },
		{ "t:add-days(periode.start, 100000)", "absent" },
		{ "t:add-months(periode.start, 1)", "2026-02-28" },
		{ "t:add-months(periode.start, 3000)", "absent" },
	};

	FIXTURE_CHECK(rows);
}

static struct expr_value
lies(void *user, const char *name)
{
	(void)user;
	(void)name;
	return (expr_text("not a number"));
}

TEST(a_value_of_another_type_than_promised_is_absent)
{
	struct arena *arena = arena_new(0);
	struct expr_env env = { .lookup = lies, .count = fixture_count, .arena = arena };
	struct expr_error error;
	struct expr_value value;
	struct expr *expr;

	CHECK(expr_compile(&expr, &error, arena, "applied > 1", &fixture_scope) == OK);
	expr_eval(&value, expr, &env);
	CHECK(value.type == EXPR_ABSENT);
	arena_free(arena);
}

TEST(who_asks_decides_what_absent_means)
{
	struct arena *arena = arena_new(0);
	struct expr_env env = fixture_env(arena);
	struct expr_error error;
	struct expr *absent, *yes, *no;

	CHECK(expr_compile(&absent, &error, arena, "empty > 1", &fixture_scope) == OK);
	CHECK(expr_compile(&yes, &error, arena, "applied > 1", &fixture_scope) == OK);
	CHECK(expr_compile(&no, &error, arena, "applied < 1", &fixture_scope) == OK);
	CHECK(!expr_applies(absent, &env, true) && expr_passes(absent, &env));
	CHECK(expr_applies(yes, &env, false) && expr_passes(yes, &env));
	CHECK(!expr_applies(no, &env, true) && !expr_passes(no, &env));
	CHECK(expr_applies(NULL, &env, true) && !expr_applies(NULL, &env, false) && expr_passes(NULL, &env));
	arena_free(arena);
}

TEST(values_from_outside_become_absent_when_they_are_nothing)
{
	CHECK(expr_text("").type == EXPR_ABSENT && expr_text(" \t").type == EXPR_ABSENT &&
	      expr_text(NULL).type == EXPR_ABSENT);
	CHECK(expr_codes("").type == EXPR_ABSENT && expr_codes("a").type == EXPR_CODES);
	CHECK(expr_date((struct date){ 0 }).type == EXPR_ABSENT);
	CHECK(expr_decimal("").type == EXPR_ABSENT && expr_decimal("-").type == EXPR_ABSENT);
	CHECK(expr_decimal(".").type == EXPR_ABSENT && expr_decimal("1e5").type == EXPR_ABSENT);
	CHECK(expr_decimal("99999999999999999999").type == EXPR_ABSENT && expr_decimal(NULL).type == EXPR_ABSENT);
	CHECK(expr_decimal("-0.5").number == -EXPR_ONE / 2);
	CHECK(expr_money(MONEY_MAX).type == EXPR_NUMBER);
	CHECK(expr_integer(INT64_MAX).type == EXPR_ABSENT);
	CHECK(expr_money((money){ 1 }).number == EXPR_ONE / 100);
}

UNIT_MAIN(UNIT(decimals_are_exact), UNIT(logic_has_three_values), UNIT(absent_stays_absent),
    UNIT(comparisons_are_by_type), UNIT(functions_do_what_the_reference_says),
    UNIT(a_value_of_another_type_than_promised_is_absent), UNIT(who_asks_decides_what_absent_means),
    UNIT(values_from_outside_become_absent_when_they_are_nothing))
