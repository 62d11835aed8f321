/* reason_test.c — reasons begin with what the assessors wrote and gave, in the letter's written standard. */
#include "check.h"

#include "domain/reason.h"

ARENA_FOR_TESTS

static struct scheme_criterion criteria[] = {
	{ .id = "a", .kind = CRITERION_GRADED, .name = { { "Kvalitet", "Kvalitet", NULL } }, .weight = 1 },
	{ .id = "b", .kind = CRITERION_GRADED, .name = { { "Deltakelse", "Deltaking", NULL } }, .weight = 1 },
	{ .id = "c",
	    .kind = CRITERION_GRADED,
	    .name = { { "Hemmelig", "Hemmeleg", NULL } },
	    .weight = 1,
	    .internal = true },
	{ .id = "d", .kind = CRITERION_GRADED, .name = { { "Budsjett", "Budsjett", NULL } }, .weight = 1 },
};

static struct scheme
scheme(void)
{
	return ((struct scheme){ .criteria = criteria, .n_criteria = 4, .method = CRITERIA_MARKS, .scale_max = 6 });
}

TEST(what_is_high_and_low_is_named)
{
	const struct scheme s = scheme();
	const struct criterion_finding findings[] = { { .n = 2, .sum = 8 }, { .n = 2, .sum = 4 }, { .n = 2, .sum = 12 },
		{ .n = 2, .sum = 6 } };

	CHECK_TEXT(reason_composed(arena, &s, findings, "Godt tiltak.", LANG_NB),
	    "Godt tiltak.\nSøknaden står sterkt på «Kvalitet».\nSøknaden står svakt på «Deltakelse».");
	CHECK_TEXT(reason_composed(arena, &s, findings, " ", LANG_NN),
	    "Søknaden står sterkt på «Kvalitet».\nSøknaden står svakt på «Deltaking».");
}

TEST(what_nobody_marked_is_not_told)
{
	const struct scheme s = scheme();
	const struct criterion_finding findings[4] = { { .n = 0 } };

	CHECK_TEXT(reason_composed(arena, &s, findings, "Godt tiltak.", LANG_NB), "Godt tiltak.");
	CHECK_TEXT(reason_composed(arena, &s, findings, "", LANG_NB), "");
}

TEST(several_are_listed)
{
	const struct scheme s = scheme();
	const struct criterion_finding findings[] = { { .n = 1, .sum = 0 }, { .n = 1, .sum = 1 }, { .n = 1, .sum = 0 },
		{ .n = 1, .sum = 2 } };

	CHECK_TEXT(reason_composed(arena, &s, findings, "", LANG_NB),
	    "Søknaden står svakt på «Kvalitet», «Deltakelse» og «Budsjett».");
}

TEST(without_marks_there_are_only_words)
{
	struct scheme s = scheme();
	const struct criterion_finding findings[4] = { { .n = 1, .sum = 6 } };

	s.method = CRITERIA_OVERALL;
	CHECK_TEXT(reason_composed(arena, &s, findings, "Samlet vurdert.", LANG_NB), "Samlet vurdert.");
}

TEST(what_nobody_went_on_with_is_found)
{
	const struct scheme s = scheme();
	const struct criterion_finding findings[] = { { .n = 2, .sum = 8 }, { .n = 2, .sum = 4 }, { .n = 0 },
		{ .n = 0 } };
	const char *composed = reason_composed(arena, &s, findings, "Godt tiltak.", LANG_NB);

	CHECK(reason_is_untouched(arena, &s, findings, "Godt tiltak.", LANG_NB, composed));
	CHECK(reason_is_untouched(arena, &s, findings, "Godt tiltak.", LANG_NB,
	    "Godt tiltak.\r\nSøknaden står sterkt på «Kvalitet».\r\n Søknaden står svakt på «Deltakelse».\r\n"));
	CHECK(!reason_is_untouched(arena, &s, findings, "Godt tiltak.", LANG_NB,
	    "Godt tiltak. Søknaden står sterkt på «Kvalitet», men når få."));
	CHECK(!reason_is_untouched(arena, &s, findings, "Godt tiltak.", LANG_NB, ""));
}

TEST(the_assessors_own_words_alone_are_a_persons)
{
	const struct scheme s = scheme();
	const struct criterion_finding findings[4] = { { .n = 0 } };

	CHECK(!reason_is_untouched(arena, &s, findings, "Godt tiltak.", LANG_NB, "Godt tiltak."));
}

ARENA_TESTS(UNIT(what_is_high_and_low_is_named), UNIT(what_nobody_marked_is_not_told), UNIT(several_are_listed),
    UNIT(without_marks_there_are_only_words), UNIT(what_nobody_went_on_with_is_found),
    UNIT(the_assessors_own_words_alone_are_a_persons))
