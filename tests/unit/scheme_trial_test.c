/* scheme_trial_test.c — the examples inside a scheme are run, and those that do not come out are told. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/scheme_trial.h"

#define NBSP "\u00a0"
#define GIVEN(...)                                                                                                     \
	(struct scheme_given[]){ __VA_ARGS__ },                                                                        \
	    sizeof((struct scheme_given[]){ __VA_ARGS__ }) / sizeof(struct scheme_given)

static struct scheme_test
example(const char *name, bool eligible, int64_t max_award, struct scheme_given *given, size_t n)
{
	return ((struct scheme_test){ .name = name,
	    .given = given,
	    .n_given = n,
	    .eligible = eligible,
	    .max_award = max_award < 0 ? (money){ -1 } : MONEY_NOK(max_award),
	    .score = -1,
	    .line = 42 });
}

/* Runs one example; the first failure's text, "" when it comes out. */
static const char *
run(struct fixture *f, struct scheme_test test)
{
	struct trial_result result;

	f->scheme.tests = &test;
	f->scheme.n_tests = 1;
	scheme_tests_run(&result, arena, &f->scheme, LANG_NB);
	CHECK_INT(result.n_run, 1);
	if (result.n_failures == 0)
		return ("");
	CHECK_TEXT(result.failures[0].test, test.name);
	CHECK_INT(result.failures[0].line, 42);
	return (result.failures[0].text);
}

TEST(the_examples_of_a_real_scheme_come_out)
{
	struct fixture *f = fixture_new(arena);
	struct scheme_test small = example("for lite", false, -1, GIVEN({ "applied", "9999" }, { "costs", "20000" }));

	CHECK_TEXT(run(f, example("i orden", true, 80000, GIVEN({ "applied", "80000" }, { "costs", "120000" }))), "");
	small.has_outcome = true;
	small.outcome = RULE_DISMISSAL;
	small.because = "minst-10000";
	CHECK_TEXT(run(f, small), "");
	CHECK_TEXT(
	    run(f, example("settes ned", true, 75000, GIVEN({ "applied", "90000" }, { "costs", "100000" }))), "");
}

TEST(what_does_not_come_out_is_told)
{
	struct fixture *f = fixture_new(arena);
	struct scheme_test test = example("x", false, -1, GIVEN({ "applied", "9999" }, { "municipalities", "3" }));

	CHECK_TEXT(run(f, example("x", true, 80000, GIVEN({ "applied", "90000" }, { "costs", "100000" }))),
	    "«x»: største tilskudd skulle være 80" NBSP "000" NBSP "kr, men er 75" NBSP "000" NBSP "kr (75" NBSP
	    "% av kostnadene 100" NBSP "000" NBSP "kr = 75" NBSP "000" NBSP "kr); endre testen eller beløpsreglene");
	CHECK_TEXT(run(f, example("x", true, -1, GIVEN({ "applied", "9999" }))),
	    "«x»: søknaden skulle være innenfor reglene, men «minst-10000» er ikke oppfylt; endre testen eller "
	    "regelen (Søknadssummen er 9" NBSP "999" NBSP "kr, og må være minst 10" NBSP "000" NBSP "kr.)");
	CHECK_TEXT(run(f, example("x", false, -1, GIVEN({ "applied", "10000" }))),
	    "«x»: søknaden skulle være utenfor reglene, men ingen regel slår ut; endre testen eller reglene");
	test.has_outcome = true;
	test.outcome = RULE_REJECTION;
	CHECK_TEXT(run(f, test),
	    "«x»: utfallet skulle være avslag, men er avvisning på grunn av «minst-10000»; endre testen eller regelen "
	    "(Søknadssummen er 9" NBSP "999" NBSP "kr, og må være minst 10" NBSP "000" NBSP "kr.)");
	test.has_outcome = false;
	test.because = "to-kommuner";
	CHECK_TEXT(run(f, test),
	    "«x»: regelen «to-kommuner» skulle slå ut, men det gjorde «minst-10000»; endre testen eller regelen "
	    "(Antall kommuner er 3, og må være minst 2.)");
	test.because = "finnes-ikke";
	CHECK(*run(f, test) != '\0');
}

TEST(any_two_of_all_cash_and_own_give_the_third)
{
	struct fixture *f = fixture_new(arena);

	f->caps[0].sum = MONEY_NOK(1000000);
	f->caps[1].share = 10000;
	f->caps[1].of = SHARE_OF_CASH_COSTS;
	CHECK_TEXT(run(f, example("a", true, 60000,
			      GIVEN({ "applied", "90000" }, { "costs", "100000" }, { "own-work", "40000" }))),
	    "");
	CHECK_TEXT(run(f, example("b", true, 60000,
			      GIVEN({ "applied", "90000" }, { "costs-cash", "60000" }, { "own-work", "40000" }))),
	    "");
	f->caps[1].of = SHARE_OF_COSTS;
	CHECK_TEXT(run(f, example("c", true, 90000,
			      GIVEN({ "applied", "90000" }, { "costs-cash", "60000" }, { "costs", "100000" }))),
	    "");
	CHECK_TEXT(run(f, example("d", true, 30000, GIVEN({ "applied", "90000" }, { "costs-cash", "30000" }))), "");
	f->caps[1].of = SHARE_OF_FINANCING;
	CHECK_TEXT(run(f, example("e", true, 70000, GIVEN({ "applied", "90000" }, { "financing", "70000" }))), "");
	fixture_own_work(f, 2500);
	f->caps[1].of = SHARE_OF_COSTS;
	CHECK_TEXT(run(f, example("f", true, 85000,
			      GIVEN({ "applied", "90000" }, { "costs", "100000" }, { "own-work", "40000" }))),
	    "");
}

TEST(facts_and_answers_can_be_given)
{
	struct fixture *f = fixture_new(arena);

	f->rules[2].test =
	    fixture_expr(arena, "applicant-type = 'municipality' and organisation-form = 'KOMM' and call-start = "
				"t:date('2027-01-01') and call-end > call-start and start < end");
	CHECK_TEXT(run(f, example("fakta", true, -1,
			      GIVEN({ "applied", "20000" }, { "applicant-type", "municipality" },
				  { "organisation-form", "KOMM" }, { "call-start", "2027-01-01" },
				  { "call-end", "2027-06-30" }, { "start", "2027-02-01" }, { "end", "2027-03-01" }))),
	    "");
	CHECK(
	    *run(f, example("annen", true, -1, GIVEN({ "applied", "20000" }, { "organisation-form", "AS" }))) != '\0');
	f->rules[2].test = fixture_expr(arena, "unge = 'yes' and sum(kostnader.cash) = 500 and in-voluntary-register");
	CHECK_TEXT(run(f, example("svar", true, -1,
			      GIVEN({ "applied", "20000" }, { "unge", "yes" }, { "kostnader.cash", "500" }))),
	    "");
	CHECK_TEXT(
	    run(f, example("register", false, -1, GIVEN({ "applied", "20000" }, { "in-voluntary-register", "no" }))),
	    "");
	f->scheme.n_applicants = 0;
	CHECK_TEXT(run(f, example("svar", true, -1, GIVEN({ "applied", "20000" }))), "");
}

TEST(the_day_an_example_is_received_is_today)
{
	struct fixture *f = fixture_new(arena);

	f->rules[2].test = fixture_expr(arena, "t:add-months(t:today(), 4) <= start");
	CHECK_TEXT(run(f, example("i tide", true, -1,
			      GIVEN({ "applied", "20000" }, { "received", "2027-02-12" }, { "start", "2027-06-12" }))),
	    "");
	CHECK_TEXT(run(f, example("for sent", false, -1,
			      GIVEN({ "applied", "20000" }, { "received", "2027-02-13" }, { "start", "2027-06-12" }))),
	    "");
}

TEST(an_extra_call_may_have_rules_of_its_own)
{
	struct fixture *f = fixture_new(arena);

	f->rules[2].test = fixture_expr(arena, "applied <= 30000");
	f->rules[2].when = fixture_expr(arena, "call-extra");
	CHECK_TEXT(run(f, example("ordinær", true, -1, GIVEN({ "applied", "40000" }))), "");
	CHECK_TEXT(run(f, example("ekstra", false, -1, GIVEN({ "applied", "30001" }, { "call-extra", "yes" }))), "");
	CHECK_TEXT(run(f, example("ekstra", true, -1, GIVEN({ "applied", "30000" }, { "call-extra", "yes" }))), "");
	CHECK_TEXT(run(f, example("ikke ekstra", true, -1, GIVEN({ "applied", "30001" }, { "call-extra", "no" }))), "");
}

TEST(several_examples_are_all_run)
{
	struct fixture *f = fixture_new(arena);
	struct scheme_test tests[3];
	struct trial_result result;

	tests[0] = example("a", false, 1, GIVEN({ "applied", "50000" }, { "costs", "100000" }));
	tests[1] = example("b", true, 50000, GIVEN({ "applied", "50000" }, { "costs", "100000" }));
	tests[2] = example("c", true, 1, GIVEN({ "applied", "50000" }, { "costs", "100000" }));
	f->scheme.tests = tests;
	f->scheme.n_tests = 3;
	scheme_tests_run(&result, arena, &f->scheme, LANG_NN);
	CHECK_INT(result.n_run, 3);
	CHECK_INT(result.n_failures, 3);
	CHECK_TEXT(result.failures[2].test, "c");
	f->scheme.n_tests = 0;
	scheme_tests_run(&result, arena, &f->scheme, LANG_NN);
	CHECK_INT(result.n_failures, 0);
}

TEST(marks_give_a_score)
{
	struct fixture *f = fixture_new(arena);
	struct scheme_test test = example("x", true, -1, GIVEN({ "applied", "20000" }));
	struct scheme_given marks[3];
	struct trial_result result;

	for (size_t i = 0; i < 3; i++)
		marks[i] = (struct scheme_given){ f->criteria[i].id, "3" };
	test.marks = marks;
	test.n_marks = 3;
	test.score = 5000;
	f->scheme.scale_min = 1;
	f->scheme.scale_max = 5;
	CHECK_TEXT(run(f, test), "");
	marks[0].value = "5";
	CHECK(strstr(run(f, test), "poengsummen skulle være 50, men er ") != NULL);
	test.n_marks = 2;
	CHECK_TEXT(run(f, test), "«x»: karakterene gir ingen poengsum; gi hvert kriterium en karakter");
	test.n_marks = 3;
	test.score = -1;
	f->scheme.tests = &test;
	scheme_tests_run(&result, arena, &f->scheme, LANG_NB);
	CHECK(result.cases[0].n_failures == 0 && result.cases[0].n_lines > 4);
	CHECK(strstr(result.cases[0].lines[result.cases[0].n_lines - 1], "av 100 poeng") != NULL);
}

TEST(what_the_form_says_is_expected)
{
	struct fixture *f = fixture_new(arena);
	struct scheme_test test = example("x", false, -1, GIVEN({ "applied", "9999" }, { "medlemmer", "mange" }));
	struct scheme_expected expected = { .about = "medlemmer", .kind = "error" };

	test.messages = &expected;
	test.n_messages = 1;
	CHECK_TEXT(run(f, test), "");
	expected.says = "helt tall";
	CHECK_TEXT(run(f, test), "");
	expected.says = "banan";
	CHECK(strstr(run(f, test), "skjemaet sier noe annet ved «medlemmer» enn testen venter: ") != NULL);
	expected = (struct scheme_expected){ .about = "medlemmer", .kind = "none" };
	CHECK(*run(f, test) != '\0');
	expected = (struct scheme_expected){ .about = "minst-10000", .kind = "warning" };
	CHECK_TEXT(run(f, test), "");
	expected = (struct scheme_expected){ .about = "billett", .kind = "error" };
	CHECK_TEXT(
	    run(f, test), "«x»: skjemaet skulle si noe ved «billett», men sier ingenting; endre testen eller skjemaet");
	expected.kind = "none";
	CHECK_TEXT(run(f, test), "");
}

TEST(an_officer_answers_in_an_example)
{
	struct fixture *f = fixture_new(arena);
	struct scheme_test test = example("x", true, -1, GIVEN({ "applied", "20000" }));
	struct scheme_judged judged = { .rule = "to-kommuner", .passed = false };
	struct scheme_expected_verdict expected = { .rule = "to-kommuner", .verdict = TEST_OFFICER };

	f->rules[1].test = NULL;
	f->rules[1].severity = RULE_KNOCK_OUT;
	f->rules[1].outcome = RULE_REJECTION;
	test.verdicts = &expected;
	test.n_verdicts = 1;
	CHECK_TEXT(run(f, test), "");
	test.judged = &judged;
	test.n_judged = 1;
	CHECK_TEXT(run(f, test),
	    "«x»: søknaden skulle være innenfor reglene, men «to-kommuner» er ikke oppfylt; endre testen eller "
	    "regelen");
	test.eligible = false;
	test.has_outcome = true;
	test.outcome = RULE_REJECTION;
	test.because = "to-kommuner";
	CHECK(strstr(run(f, test), "skulle vente på en saksbehandler, men viste seg å stanse søknaden") != NULL);
	expected.verdict = TEST_KNOCK_OUT;
	CHECK_TEXT(run(f, test), "");
	judged.rule = "minst-10000";
	CHECK(strstr(run(f, test), "regelen «minst-10000» venter ikke på noen saksbehandler") != NULL);
	test = example("y", true, -1, GIVEN({ "applied", "20000" }));
	judged = (struct scheme_judged){ .rule = "to-kommuner", .passed = true };
	expected.verdict = TEST_PASSED;
	test.judged = &judged;
	test.verdicts = &expected;
	test.n_judged = test.n_verdicts = 1;
	CHECK_TEXT(run(f, test), "");
}

TEST(a_warning_is_expected_of_a_rule)
{
	struct fixture *f = fixture_new(arena);
	struct scheme_test test = example("x", true, -1, GIVEN({ "applied", "20000" }, { "municipalities", "1" }));
	struct scheme_expected_verdict expected = { .rule = "to-kommuner", .verdict = TEST_WARNING };

	f->rules[1].test = fixture_expr(arena, "municipalities >= 2");
	f->rules[1].severity = RULE_WARNING;
	test.verdicts = &expected;
	test.n_verdicts = 1;
	CHECK_TEXT(run(f, test), "");
	test.given = (struct scheme_given[]){ { "applied", "20000" }, { "municipalities", "2" } };
	CHECK(strstr(run(f, test), "regelen «to-kommuner» skulle gi et varsel, men viste seg å være oppfylt") != NULL);
	expected.verdict = TEST_PASSED;
	CHECK_TEXT(run(f, test), "");
	f->rules[1].when = fixture_expr(arena, "applied > 50000");
	CHECK(strstr(run(f, test), "skulle være oppfylt, men viste seg å ikke gjelde") != NULL);
	expected.verdict = TEST_ABSENT;
	CHECK_TEXT(run(f, test), "");
}

UNIT_MAIN(WITH_ARENA(an_extra_call_may_have_rules_of_its_own), WITH_ARENA(an_officer_answers_in_an_example),
    WITH_ARENA(a_warning_is_expected_of_a_rule), WITH_ARENA(marks_give_a_score),
    WITH_ARENA(what_the_form_says_is_expected), WITH_ARENA(the_examples_of_a_real_scheme_come_out),
    WITH_ARENA(what_does_not_come_out_is_told), WITH_ARENA(any_two_of_all_cash_and_own_give_the_third),
    WITH_ARENA(facts_and_answers_can_be_given), WITH_ARENA(the_day_an_example_is_received_is_today),
    WITH_ARENA(several_examples_are_all_run))
