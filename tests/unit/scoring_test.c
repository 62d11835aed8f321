/* scoring_test.c — totals anyone can do again by hand, and the same on every machine. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/merit.h"
#include "domain/scoring.h"

#define NBSP "\u00a0"

static struct score_mark marks[3];

static void
give(int art, int region, int inclusion)
{
	marks[0] = (struct score_mark){ "kunstnerisk", true, art, "Egen stemme" };
	marks[1] = (struct score_mark){ "regionalt", true, region, "Fire kommuner" };
	marks[2] = (struct score_mark){ "inkludering", true, inclusion, "Åpent for alle" };
}

static struct score
score(struct fixture *f)
{
	struct score s;

	CHECK_INT(score_of(&s, arena, &f->scheme, marks, 3, LANG_NB), OK);
	return (s);
}

TEST(a_total_is_explained_line_by_line)
{
	struct fixture *f = fixture_new(arena);
	struct score s;

	give(4, 3, 5);
	s = score(f);
	CHECK(s.has_total);
	CHECK_INT(s.micro, 78 * MICRO_POINT);
	CHECK_TEXT(s.text, "Sum: 78 av 100 poeng");
	CHECK_INT(s.n_lines, 3);
	CHECK_TEXT(s.lines[0].text, "Kunstnerisk aktivitet: 4 av 5, vekt 50" NBSP "% = 40 poeng");
	CHECK_INT(s.lines[0].micro, 40 * MICRO_POINT);
	CHECK_INT(s.lines[0].most_micro, 50 * MICRO_POINT);
	CHECK_TEXT(s.lines[1].text, "Når flere kommuner: 3 av 5, vekt 30" NBSP "% = 18 poeng");
	CHECK_TEXT(s.lines[2].reason, "Åpent for alle");
	CHECK_TEXT(s.lines[2].criterion->tag, "integration");
}

TEST(the_ends_of_the_scale_are_nothing_and_all)
{
	struct fixture *f = fixture_new(arena);

	give(0, 0, 0);
	CHECK_INT(score(f).micro, 0);
	give(5, 5, 5);
	CHECK_INT(score(f).micro, MICRO_MAX);
	f->scheme.scale_min = 1;
	f->scheme.scale_max = 7;
	give(1, 1, 1);
	CHECK_INT(score(f).micro, 0);
	give(7, 7, 7);
	CHECK_INT(score(f).micro, MICRO_MAX);
}

TEST(weights_that_do_not_divide_are_rounded_once)
{
	struct fixture *f = fixture_new(arena);
	struct score s;

	f->criteria[0].weight = f->criteria[1].weight = f->criteria[2].weight = 1;
	give(5, 0, 0);
	s = score(f);
	CHECK_INT(s.micro, 33333333);
	CHECK_TEXT(s.text, "Sum: 33,33 av 100 poeng");
	CHECK_TEXT(s.lines[0].text, "Kunstnerisk aktivitet: 5 av 5, vekt 1 av 3 = 33,33 poeng");
	give(5, 5, 0);
	CHECK_INT(score(f).micro, 66666667);
	give(5, 5, 5);
	CHECK_INT(score(f).micro, MICRO_MAX);
}

TEST(a_replay_gives_the_same_in_any_order)
{
	struct fixture *f = fixture_new(arena);
	struct score_mark first;
	int64_t before;

	f->criteria[0].weight = 7;
	give(3, 4, 2);
	before = score(f).micro;
	first = marks[0];
	marks[0] = marks[2];
	marks[2] = first;
	CHECK_INT(score(f).micro, before);
	CHECK_INT(score(f).micro, before);
}

TEST(a_missing_mark_or_one_off_the_scale_gives_no_total)
{
	struct fixture *f = fixture_new(arena);
	struct score s = { .micro = -1 };

	give(4, 3, 5);
	marks[1].marked = false;
	CHECK_INT(score_of(&s, arena, &f->scheme, marks, 3, LANG_NB), ERR_INVALID);
	give(4, 6, 5);
	CHECK_INT(score_of(&s, arena, &f->scheme, marks, 3, LANG_NB), ERR_INVALID);
	give(4, -1, 5);
	CHECK_INT(score_of(&s, arena, &f->scheme, marks, 3, LANG_NB), ERR_INVALID);
	give(4, 3, 5);
	f->criteria[0].weight = f->criteria[1].weight = f->criteria[2].weight = 0;
	CHECK_INT(score_of(&s, arena, &f->scheme, marks, 3, LANG_NB), ERR_INVALID);
	CHECK_INT(s.micro, -1);
}

TEST(a_scheme_without_marks_has_no_total)
{
	struct fixture *f = fixture_new(arena);
	struct score s = { .micro = -1 };

	f->scheme.method = CRITERIA_OVERALL;
	CHECK_INT(score_of(&s, arena, &f->scheme, NULL, 0, LANG_NB), OK);
	CHECK(!s.has_total);
	CHECK_TEXT(s.text, "");
}

TEST(an_assessment_is_told_what_it_lacks)
{
	struct fixture *f = fixture_new(arena);
	struct messages messages = messages_new(arena);
	char *longer = arena_alloc(arena, 4002);

	give(4, 3, 5);
	score_check(&messages, &f->scheme, marks, 3, "", true, LANG_NB);
	CHECK_INT(messages.n, 0);
	marks[0].marked = false;
	marks[1].reason = " ";
	marks[2].mark = 6;
	score_check(&messages, &f->scheme, marks, 3, "", true, LANG_NB);
	CHECK_INT(messages.n, 3);
	CHECK_TEXT(messages_for(&messages, "kunstnerisk")->text, "Gi poeng for «Kunstnerisk aktivitet».");
	CHECK_TEXT(messages_for(&messages, "regionalt")->text, "Skriv en begrunnelse for «Når flere kommuner».");
	CHECK_TEXT(messages_for(&messages, "inkludering")->text, "Poengene for «Inkludering» må være fra 0 til 5.");
	messages = messages_new(arena);
	memset(longer, 'x', 4001);
	marks[1].reason = longer;
	score_check(&messages, &f->scheme, marks, 2, NULL, false, LANG_NB);
	CHECK_INT(messages.n, 1);
	CHECK_TEXT(messages.list[0].text,
	    "Teksten er 4" NBSP "001 tegn. Her er det plass til 4" NBSP "000. Kort den ned med 1 tegn.");
}

TEST(an_overall_assessment_needs_its_one_reason)
{
	struct fixture *f = fixture_new(arena);
	struct messages messages = messages_new(arena);

	f->scheme.method = CRITERIA_OVERALL;
	score_check(&messages, &f->scheme, NULL, 0, "", false, LANG_NB);
	score_check(&messages, &f->scheme, NULL, 0, "Godt tiltak", true, LANG_NB);
	CHECK_INT(messages.n, 0);
	score_check(&messages, &f->scheme, NULL, 0, "", true, LANG_NB);
	CHECK_TEXT(messages_for(&messages, "overall")->text, "Skriv en begrunnelse for «Samlet vurdering».");
}

/* The only message about the part, or "". */
static const char *
told(const struct fixture *f, const struct score_mark *mark, bool finishing)
{
	struct messages messages = messages_new(arena);

	score_check(&messages, &f->scheme, mark, mark == NULL ? 0 : 1, "Samlet", finishing, LANG_NB);
	CHECK(messages.n <= 1);
	return (messages.n == 0 ? "" : messages.list[0].text);
}

TEST(what_is_met_or_not_is_answered_and_a_no_has_its_reason)
{
	struct fixture *f = fixture_new(arena);
	struct score_mark mark = { "kunstnerisk", false, 0, "" };
	const char *answer = "Velg ja eller nei for «Kunstnerisk aktivitet».";
	const char *reason = "Skriv en begrunnelse for «Kunstnerisk aktivitet».";

	f->scheme.n_criteria = 1;
	f->criteria[0].kind = CRITERION_REQUIRED;
	CHECK_TEXT(told(f, NULL, false), "");
	CHECK_TEXT(told(f, NULL, true), answer);
	CHECK_TEXT(told(f, &mark, true), answer);
	mark.marked = true;
	CHECK_TEXT(told(f, &mark, false), "");
	CHECK_TEXT(told(f, &mark, true), reason);
	mark.mark = 1;
	CHECK_TEXT(told(f, &mark, true), "");
	mark.mark = 2;
	CHECK_TEXT(told(f, &mark, false), answer);
	f->criteria[0].kind = CRITERION_SHOULD; /* a wish that isn't met rejects nobody */
	mark.mark = 0;
	CHECK_TEXT(told(f, &mark, true), "");
	CHECK_TEXT(told(f, NULL, true), answer);
}

TEST(a_judged_ladder_asks_for_a_rung_that_is_there)
{
	static struct scheme_rung rungs[] = { { .id = "en" }, { .id = "to" } };
	struct fixture *f = fixture_new(arena);
	struct score_mark mark = { MERIT_RUNG, true, 2, "" };
	const char *choose = "Velg hvilken prioritet søknaden hører til.";

	f->scheme.n_criteria = 0;
	f->scheme.rungs = rungs;
	f->scheme.n_rungs = 2;
	CHECK_TEXT(told(f, NULL, true), "");
	f->scheme.ladder_judged = true;
	CHECK_TEXT(told(f, NULL, false), "");
	CHECK_TEXT(told(f, NULL, true), choose);
	CHECK_TEXT(told(f, &mark, true), "");
	mark.mark = 3;
	CHECK_TEXT(told(f, &mark, true), choose);
	mark.mark = 0;
	CHECK_TEXT(told(f, &mark, true), choose);
}

TEST(points_are_shown_with_at_most_two_decimals)
{
	CHECK_TEXT(score_text(arena, 72500000, LANG_NB), "72,5");
	CHECK_TEXT(score_text(arena, 72500000, LANG_EN), "72.5");
	CHECK_TEXT(score_text(arena, 72054999, LANG_NN), "72,05");
	CHECK_TEXT(score_text(arena, 72055000, LANG_NB), "72,06");
	CHECK_TEXT(score_text(arena, 0, LANG_NB), "0");
}

UNIT_MAIN(WITH_ARENA(a_total_is_explained_line_by_line), WITH_ARENA(the_ends_of_the_scale_are_nothing_and_all),
    WITH_ARENA(weights_that_do_not_divide_are_rounded_once), WITH_ARENA(a_replay_gives_the_same_in_any_order),
    WITH_ARENA(a_missing_mark_or_one_off_the_scale_gives_no_total), WITH_ARENA(a_scheme_without_marks_has_no_total),
    WITH_ARENA(an_assessment_is_told_what_it_lacks), WITH_ARENA(an_overall_assessment_needs_its_one_reason),
    WITH_ARENA(what_is_met_or_not_is_answered_and_a_no_has_its_reason),
    WITH_ARENA(a_judged_ladder_asks_for_a_rung_that_is_there), WITH_ARENA(points_are_shown_with_at_most_two_decimals))
