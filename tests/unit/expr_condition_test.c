/* expr_condition_test.c — rules are taken apart as people choose them, and put together as they were. */
#include "scheme_fixture.h"

#include "scheme/expr_condition.h"

ARENA_FOR_TESTS

/* The parts as "what|sign|number", with " & " or " / " between; "no" when it can't be taken apart. */
static const char *
parts(const char *text)
{
	static const char *const words[] = { "is", "isn't", ">=", ">", "<=", "<" };
	struct buf out = buf_new(arena);
	struct condition condition;

	if (!condition_read(&condition, arena, text))
		return ("no");
	for (size_t i = 0; i < condition.n; i++)
		buf_printf(&out, "%s%s|%s|%s",
		    i == 0          ? ""
		    : condition.any ? " / "
				    : " & ",
		    condition.parts[i].what, words[condition.parts[i].is], condition.parts[i].number);
	return (arena_strdup(arena, buf_text(&out)));
}

TEST(a_rule_is_taken_apart)
{
	CHECK_TEXT(parts(""), "");
	CHECK_TEXT(parts(" applied>=50000 "), "applied ?|>=|50000");
	CHECK_TEXT(parts("slag = \"lag\" or\n  slag != 'krets'"), "slag = 'lag'|is| / slag = 'krets'|isn't|");
	CHECK_TEXT(parts("t:selected(hvem, 'a or b') and not(applicant-in-county)"),
	    "t:selected(hvem, 'a or b')|is| & applicant-in-county|isn't|");
	CHECK_TEXT(parts("t:granted('this', call-year - 1) = 0"), "t:granted('this', call-year - 1) ?|is|0");
	CHECK_TEXT(parts("andel < 12.5"), "andel ?|<|12.5");
	CHECK_TEXT(parts("true()"), "true()|is|");
}

TEST(what_is_half_written_is_taken_apart_as_well)
{
	CHECK_TEXT(parts("applied >= "), "applied ?|>=|");
	CHECK_TEXT(parts("applied >= 'mye'"), "applied ?|>=|mye");
}

TEST(what_lists_cannot_say_is_left_whole)
{
	static const char *const others[] = { "a = 'b' or c = 'd' and e", "(a or b) and c", "start <= call-end",
		"costs - own-work", ". <= 100", "5 > applied", "'x' = a", "12", "not(a = 'b')", "a = 'b",
		"a = \"it's\"", "a and a and a and a and a and a and a", "a >= b and c", "not(", "()" };

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(parts(others[i]), "no") != 0)
			fail_msg("%s: %s", others[i], parts(others[i]));
}

static const char *
again(const char *text)
{
	struct condition condition;

	CHECK(condition_read(&condition, arena, text));
	return (condition_write(arena, &condition));
}

TEST(a_rule_is_put_together_as_it_was)
{
	static const char *const rules[] = { "", "applied >= 50000", "slag = 'lag' or slag != 'krets'",
		"t:selected(hvem, 'a') and not(t:selected(hvem, 'b'))", "count(rader) < 3", "applied >= " };

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		CHECK_TEXT(again(rules[i]), rules[i]);
	CHECK_TEXT(again("applied>=5 and\n a"), "applied >= 5 and a");
}

static const char *
with_number(const char *number)
{
	struct condition condition = { .parts = { { "applied" CONDITION_NUMBER, CONDITION_MORE, number } }, .n = 1 };

	return (condition_write(arena, &condition));
}

TEST(numbers_are_taken_as_people_write_them)
{
	CHECK_TEXT(with_number("50 000 kr"), "applied > 50000");
	CHECK_TEXT(with_number("50\u00a0000"), "applied > 50000");
	CHECK_TEXT(with_number("1\u202f000"), "applied > 1000");
	CHECK_TEXT(with_number(" 12,5 "), "applied > 12.5");
	CHECK_TEXT(with_number("femti 'tusen'"), "applied > 'femti  tusen '");
}

TEST(parts_that_say_nothing_are_left_out)
{
	struct condition condition = {
		.parts = { { "", CONDITION_IS_NOT, "5" }, { "a", CONDITION_IS, "" } }, .n = 2, .any = true
	};

	CHECK_TEXT(condition_write(arena, &condition), "a");
}

ARENA_TESTS(UNIT(a_rule_is_taken_apart), UNIT(what_is_half_written_is_taken_apart_as_well),
    UNIT(what_lists_cannot_say_is_left_whole), UNIT(a_rule_is_put_together_as_it_was),
    UNIT(numbers_are_taken_as_people_write_them), UNIT(parts_that_say_nothing_are_left_out))
