/* merit_test.c — requirements, lowest marks, wishes and the ladder, over one assessor or several. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/merit.h"
#include "domain/scoring.h"

static struct scheme_rung rungs[] = {
	{ .id = "rehab", .text = TXT("rehabilitering") },
	{ .id = "nytt", .text = TXT("nye anlegg") },
	{ .id = "resten", .text = TXT("alt annet") },
};

static struct merit
stand(struct fixture *f, const struct criterion_finding *findings, const char *rung)
{
	struct merit merit;
	struct criterion_finding nobody = { .reason = "" };

	merit_of(&merit, arena, &f->scheme, findings, &nobody, rung, LANG_NB);
	return (merit);
}

static struct criterion_finding
finding(int n, int sum, int lowest, int highest)
{
	return ((struct criterion_finding){ n, sum, lowest, highest, "Ingen plan" });
}

TEST(a_requirement_that_is_not_met_refuses)
{
	struct fixture *f = fixture_new(arena);
	struct criterion_finding all[3] = { finding(1, 3, 3, 3), finding(1, 1, 1, 1), finding(1, 1, 1, 1) };

	f->criteria[1].kind = CRITERION_REQUIRED;
	CHECK(stand(f, all, NULL).refused == NULL);
	all[1] = finding(1, 0, 0, 0);
	CHECK_TEXT(stand(f, all, NULL).refused, "Kravet «Når flere kommuner» er ikke oppfylt.");
	CHECK_TEXT(stand(f, all, NULL).reason, "Ingen plan");
	all[1] = finding(2, 1, 0, 1);
	CHECK_TEXT(
	    stand(f, all, NULL).refused, "De som har vurdert, er uenige om kravet «Når flere kommuner» er oppfylt.");
	all[1] = (struct criterion_finding){ .reason = "" };
	CHECK(stand(f, all, NULL).refused == NULL);
}

TEST(a_low_mark_may_reject_or_does)
{
	struct fixture *f = fixture_new(arena);
	struct criterion_finding all[3] = { finding(1, 3, 3, 3), finding(1, 3, 3, 3), finding(1, 3, 3, 3) };

	f->criteria[0].min_mark = 3;
	CHECK(stand(f, all, NULL).doubt == NULL);
	all[0] = finding(2, 5, 2, 3); /* a mean of 2.5 */
	CHECK_TEXT(stand(f, all, NULL).doubt,
	    "«Kunstnerisk aktivitet» har lavere poeng enn 3, som er det minste. Søknaden kan få avslag.");
	CHECK(stand(f, all, NULL).refused == NULL);
	f->criteria[0].min_rejects = true;
	CHECK_TEXT(stand(f, all, NULL).refused, "«Kunstnerisk aktivitet» har lavere poeng enn 3, som er det minste.");
	all[0] = finding(2, 6, 2, 4);
	CHECK(stand(f, all, NULL).refused == NULL);
}

TEST(wishes_are_counted_when_most_say_so)
{
	struct fixture *f = fixture_new(arena);
	struct criterion_finding all[3] = { finding(1, 1, 1, 1), finding(2, 1, 0, 1), finding(3, 2, 0, 1) };
	struct merit merit;

	for (size_t i = 0; i < 3; i++)
		f->criteria[i].kind = CRITERION_SHOULD;
	merit = stand(f, all, NULL);
	CHECK_INT(merit.n_should, 2);
	CHECK_INT(merit.n_shoulds, 3);
}

TEST(the_ladder_is_answered_or_judged)
{
	struct fixture *f = fixture_new(arena);
	struct criterion_finding none[3] = { { .reason = "" }, { .reason = "" }, { .reason = "" } };
	struct criterion_finding judged = finding(1, 2, 2, 2);
	struct merit merit;

	CHECK_INT(stand(f, none, NULL).rung, 0);
	f->scheme.rungs = rungs;
	f->scheme.n_rungs = 3;
	merit = stand(f, none, "nytt");
	CHECK_INT(merit.rung, 1);
	CHECK_TEXT(merit.rung_text, "Prioritet 2: nye anlegg");
	merit = stand(f, none, NULL);
	CHECK_INT(merit.rung, 3);
	CHECK_TEXT(merit.rung_text, "");
	f->scheme.ladder_judged = true;
	merit_of(&merit, arena, &f->scheme, none, &judged, "nytt", LANG_NB);
	CHECK_INT(merit.rung, 1);
	judged = finding(2, 3, 1, 2);
	merit_of(&merit, arena, &f->scheme, none, &judged, NULL, LANG_NB);
	CHECK_INT(merit.rung, 1);
	CHECK_TEXT(merit.doubt, "De som har vurdert, er uenige om prioriteten. Den laveste gjelder til de er enige.");
}

/* --- what an assessor must fill in, and what makes the total ------------------------------------------------------ */

static struct messages
lacking(struct fixture *f, const struct score_mark *marks, size_t n, const char *overall)
{
	struct messages messages = messages_new(arena);

	score_check(&messages, &f->scheme, marks, n, overall, true, LANG_NB);
	return (messages);
}

TEST(requirements_and_wishes_are_answered_yes_or_no)
{
	struct fixture *f = fixture_new(arena);
	struct score_mark marks[] = { { "kunstnerisk", true, 4, "God" }, { "regionalt", false, 0, "" },
		{ "inkludering", false, 0, "" } };
	struct messages messages;

	f->criteria[1].kind = CRITERION_REQUIRED;
	f->criteria[2].kind = CRITERION_SHOULD;
	f->criteria[1].weight = f->criteria[2].weight = 0;
	messages = lacking(f, marks, 3, "");
	CHECK_INT(messages.n, 2);
	CHECK_TEXT(messages_for(&messages, "regionalt")->text, "Velg ja eller nei for «Når flere kommuner».");
	marks[1].marked = marks[2].marked = true;
	messages = lacking(f, marks, 3, "");
	CHECK_INT(messages.n, 1); /* a requirement that isn't met needs its reason, a wish doesn't */
	CHECK_TEXT(messages_for(&messages, "regionalt")->text, "Skriv en begrunnelse for «Når flere kommuner».");
	marks[1].mark = 1;
	CHECK_INT(lacking(f, marks, 3, "").n, 0);
}

TEST(portfolio_criteria_are_not_asked_and_a_judged_ladder_is)
{
	struct fixture *f = fixture_new(arena);
	struct score_mark marks[] = { { "kunstnerisk", true, 4, "God" }, { "regionalt", true, 4, "God" },
		{ MERIT_RUNG, true, 4, "" } };
	struct messages messages;

	f->criteria[2].kind = CRITERION_PORTFOLIO;
	f->criteria[2].weight = 0;
	f->scheme.rungs = rungs;
	f->scheme.n_rungs = 3;
	CHECK_INT(lacking(f, marks, 2, "").n, 0);
	f->scheme.ladder_judged = true;
	messages = lacking(f, marks, 3, ""); /* there is no fourth step */
	CHECK_INT(messages.n, 1);
	CHECK_TEXT(messages_for(&messages, MERIT_RUNG)->text, "Velg hvilken prioritet søknaden hører til.");
	marks[2].mark = 3;
	CHECK_INT(lacking(f, marks, 3, "").n, 0);
}

TEST(only_what_has_a_weight_is_in_the_total)
{
	struct fixture *f = fixture_new(arena);
	struct score_mark marks[] = { { "kunstnerisk", true, 5, "x" }, { "regionalt", true, 1, "x" },
		{ "inkludering", true, 0, "x" } };
	struct score score;

	f->criteria[1].kind = CRITERION_SHOULD; /* 30 percent, all or nothing */
	f->criteria[2].kind = CRITERION_REQUIRED;
	f->criteria[0].weight = 70;
	f->criteria[2].weight = 0;
	CHECK_INT(score_of(&score, arena, &f->scheme, marks, 3, LANG_NB), OK);
	CHECK_INT(score.n_lines, 2);
	CHECK_INT(score.micro, 100 * MICRO_POINT);
	marks[1].mark = 0;
	CHECK_INT(score_of(&score, arena, &f->scheme, marks, 3, LANG_NB), OK);
	CHECK_INT(score.micro, 70 * MICRO_POINT);
	marks[1].mark = 2;
	CHECK_INT(score_of(&score, arena, &f->scheme, marks, 3, LANG_NB), ERR_INVALID);
}

UNIT_MAIN(WITH_ARENA(a_requirement_that_is_not_met_refuses), WITH_ARENA(a_low_mark_may_reject_or_does),
    WITH_ARENA(wishes_are_counted_when_most_say_so), WITH_ARENA(the_ladder_is_answered_or_judged),
    WITH_ARENA(requirements_and_wishes_are_answered_yes_or_no),
    WITH_ARENA(portfolio_criteria_are_not_asked_and_a_judged_ladder_is),
    WITH_ARENA(only_what_has_a_weight_is_in_the_total))
