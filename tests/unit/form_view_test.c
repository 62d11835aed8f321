/* form_view_test.c — which conditions a browser may follow by itself, and small words of the form. */
#include "check.h"

#include "core/arena.h"
#include "scheme/expr.h"
#include "web/form_view.h"

ARENA_FOR_TESTS

/* Whether the field's condition can be followed, and by what. */
static bool
follows(struct form_condition *out, const char *condition)
{
	static const char *const yes_no[] = { "yes", "no", NULL };
	static const struct expr_name names[] = { { "unge-planlegger", EXPR_TEXT, yes_no },
		{ "kunstart", EXPR_CODES, NULL }, { "applied", EXPR_NUMBER, NULL } };
	const struct expr_scope scope = { .names = names, .n_names = 3, .result = EXPR_BOOLEAN };
	struct scheme_field field = { .id = "a" };
	struct expr_error error;

	CHECK(expr_compile(&field.relevant, &error, arena, condition, &scope) == OK);
	return (form_view_condition(out, arena, &field));
}

TEST(a_condition_on_one_answer_can_be_followed_by_the_browser)
{
	struct form_condition c;

	CHECK(follows(&c, "unge-planlegger='yes'"));
	CHECK_TEXT(c.when, "unge-planlegger");
	CHECK_TEXT(c.is, "yes");
	CHECK(follows(&c, "t:selected( kunstart , \"annet\" )"));
	CHECK_TEXT(c.when, "kunstart");
	CHECK_TEXT(c.is, "annet");
	CHECK(follows(&c, "applied >= 50000"));
	CHECK_TEXT(c.when, "applied");
	CHECK_TEXT(c.at_least, "50000");
	CHECK(c.is == NULL);
}

TEST(a_condition_that_says_more_is_the_servers)
{
	static const char *const more[] = { "unge-planlegger = 'yes' or applied > 5", "not(unge-planlegger = 'yes')",
		"unge-planlegger != 'yes'", "applied > 50000", "applied >= 50000.5",
		"applied >= 50000 and applied < 100000", "true()", "t:answered(applied)",
		"t:selected(kunstart, 'annet') and applied > 5" };
	struct form_condition c;

	for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++)
		CHECK(!follows(&c, more[i]));
	CHECK(!form_view_condition(&c, arena, &(struct scheme_field){ .id = "a" }));
}

TEST(sizes_and_units_are_told_as_people_say_them)
{
	CHECK_TEXT(file_size_text(arena, 10), "10 byte");
	CHECK_TEXT(file_size_text(arena, 240 * 1024), "240 kB");
	CHECK_TEXT(file_size_text(arena, 10 * 1024 * 1024), "10,0 MB");
	CHECK_TEXT(goal_unit_text("person", LANG_NN), "personar");
	CHECK_TEXT(goal_unit_text("stk", LANG_EN), "");
	CHECK_TEXT(goal_unit_text("tonn", LANG_NB), "tonn");
	CHECK_TEXT(form_anchor(arena, "kostnader.0.cash"), "f-kostnader.0.cash");
}

ARENA_TESTS(UNIT(a_condition_on_one_answer_can_be_followed_by_the_browser),
    UNIT(a_condition_that_says_more_is_the_servers), UNIT(sizes_and_units_are_told_as_people_say_them))
