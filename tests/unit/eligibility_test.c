/* eligibility_test.c — rules passed, failed and left to an officer, and how they end. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/eligibility.h"

static struct eligibility
judge(struct fixture *f)
{
	struct rule_view *view = arena_alloc(arena, sizeof(*view));
	struct eligibility e;

	rule_view_init(view, arena, &f->scheme, f->answers, &f->facts);
	eligibility_of(&e, view, LANG_NB);
	return (e);
}

static const struct rule_result *
result_of(const struct eligibility *e, const char *id)
{
	for (size_t i = 0; i < e->n; i++)
		if (strcmp(e->rules[i].id, id) == 0)
			return (&e->rules[i]);
	return (NULL);
}

/* What an expression says of the application as it stands. */
static bool
says(struct fixture *f, const char *expression)
{
	struct rule_view view;
	struct expr_value value;

	rule_view_init(&view, arena, &f->scheme, f->answers, &f->facts);
	expr_eval(&value, fixture_expr(arena, expression), &view.env);
	return (value.type == EXPR_BOOLEAN && value.boolean);
}

static bool
is_absent(struct fixture *f, const char *name)
{
	struct rule_view view;
	struct expr_value value;

	rule_view_init(&view, arena, &f->scheme, f->answers, &f->facts);
	expr_eval(&value, fixture_expr(arena, name), &view.env);
	return (value.type == EXPR_ABSENT);
}

TEST(an_application_in_order_is_eligible_but_for_the_officer)
{
	struct fixture *f = fixture_new(arena);
	struct eligibility e = judge(f);

	CHECK_INT(e.n, 5);
	CHECK(e.eligible && e.for_officer);
	CHECK(e.because == NULL);
	CHECK_INT(result_of(&e, RULE_ID_APPLICANT)->verdict, RULE_PASSED);
	CHECK_INT(result_of(&e, RULE_ID_REGISTER)->verdict, RULE_PASSED);
	CHECK_INT(result_of(&e, "minst-10000")->verdict, RULE_PASSED);
	CHECK_INT(result_of(&e, "kunst")->verdict, RULE_FOR_OFFICER);
}

TEST(one_krone_under_the_least_sum_is_dismissed)
{
	struct fixture *f = fixture_new(arena);
	struct eligibility e;

	answers_set(f->answers, "sum", "10000");
	CHECK(judge(f).eligible);
	answers_set(f->answers, "sum", "9999");
	e = judge(f);
	CHECK(!e.eligible);
	CHECK_INT(e.outcome, RULE_DISMISSAL);
	CHECK_TEXT(e.because, "minst-10000");
}

TEST(what_is_not_answered_passes_until_it_is)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "sum", "");
	CHECK(judge(f).eligible);
}

TEST(a_warning_does_not_end_an_application)
{
	struct fixture *f = fixture_new(arena);
	struct eligibility e;

	answers_set(f->answers, "kommuner", "3401");
	e = judge(f);
	CHECK(e.eligible);
	CHECK_INT(result_of(&e, "to-kommuner")->verdict, RULE_FAILED);
	CHECK_TEXT(eligibility_warning(arena, result_of(&e, "to-kommuner"), LANG_NB),
	    "Tiltak i én kommune blir sjelden prioritert.");
}

TEST(dismissal_goes_before_rejection)
{
	struct fixture *f = fixture_new(arena);
	struct eligibility e;

	f->rules[1].severity = RULE_KNOCK_OUT;
	answers_set(f->answers, "kommuner", "3401");
	e = judge(f);
	CHECK_INT(e.outcome, RULE_REJECTION);
	CHECK_TEXT(e.because, "to-kommuner");
	CHECK_TEXT(eligibility_warning(arena, result_of(&e, "to-kommuner"), LANG_NB),
	    "Tiltak i én kommune blir sjelden prioritert. Dere kan sende søknaden likevel, men da får dere trolig "
	    "avslag.");
	f->rules[2].test = fixture_expr(arena, "applied >= 10000");
	f->rules[2].outcome = RULE_DISMISSAL;
	answers_set(f->answers, "sum", "1");
	f->rules[0].severity = RULE_WARNING;
	e = judge(f);
	CHECK_INT(e.outcome, RULE_DISMISSAL);
	CHECK_TEXT(e.because, "kunst");
}

TEST(the_register_is_asked_for_only_of_those_it_concerns)
{
	struct fixture *f = fixture_new(arena);
	struct eligibility e;

	f->facts.in_voluntary_register = false;
	e = judge(f);
	CHECK(!e.eligible);
	CHECK_TEXT(e.because, RULE_ID_REGISTER);
	f->facts.applicant = APPLICANT_MUNICIPALITY;
	e = judge(f);
	CHECK(e.eligible);
	CHECK(result_of(&e, RULE_ID_REGISTER) == NULL);
	f->facts.applicant = APPLICANT_PERSON;
	CHECK_TEXT(judge(f).because, RULE_ID_APPLICANT);
	f->scheme.n_applicants = 0;
	CHECK(judge(f).eligible);
}

TEST(every_name_has_its_value)
{
	static const char *const true_of_it[] = { "applied = 40000", "costs = 60000", "costs-cash = 50000",
		"own-work = 10000", "financing = 60000", "municipalities = 2", "applicant-type = 'voluntary'",
		"organisation-form = 'FLI'", "in-voluntary-register", "tittel = 'Dans i dalen'", "uttrykk = 'dans'",
		"sum = 40000", "count(kostnader) = 2", "count(kostnader.cash) = 1", "sum(kostnader.cash) = 50000",
		"sum(kostnader.own) = 10000", "maltall.deltakere = 200", "maltall.deltakere.number = 200",
		"t:selected(tema, 'by')", "count(tema) = 2", "count(kommuner) = 2", "count(arsregnskap) = 0",
		"periode.start = start", "t:days(start, end) > 100", "not(t:answered(call-start))",
		"call-end = call-end or true()" };
	struct fixture *f = fixture_new(arena);

	for (size_t i = 0; i < COUNT_OF(true_of_it); i++)
		if (!says(f, true_of_it[i]))
			fail_msg("not so: %s", true_of_it[i]);
	answers_set(f->answers, "medlemmer", "12");
	answers_set(f->answers, "billett", "100");
	answers_set(f->answers, "premiere", "2027-03-01");
	CHECK(says(f, "medlemmer = 12 and billett = 100 and premiere > start"));
	answers_set(f->answers, "kommuner", "all");
	CHECK(says(f, "municipalities = 46"));
	CHECK(says(f, "count(kommuner) = 46"));
	f->files[0] = (struct attached){ "arsregnskap", "x.pdf", ATTACH_PDF, 1, false };
	f->facts.files = f->files;
	f->facts.n_files = 1;
	CHECK(says(f, "count(arsregnskap) = 1"));
}

TEST(what_is_not_answered_is_absent)
{
	static const char *const names[] = { "applied", "costs", "costs-cash", "own-work", "financing",
		"municipalities", "start", "end", "call-start", "call-end", "tittel", "medlemmer", "billett",
		"premiere", "sum", "periode.start", "maltall.deltakere" };
	struct fixture *f = fixture_new(arena);

	f->answers = answers_new(arena);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (!is_absent(f, names[i]))
			fail_msg("%s is there", names[i]);
	answers_set(f->answers, "billett", "dyrt");
	answers_set(f->answers, "premiere", "snart");
	CHECK(is_absent(f, "billett") && is_absent(f, "premiere"));
	CHECK(!is_absent(f, "in-voluntary-register"));
}

TEST(what_is_not_asked_for_is_absent)
{
	struct fixture *f = fixture_new(arena);

	answers_set(f->answers, "hvordan", "De bestemmer");
	CHECK(is_absent(f, "hvordan"));
	answers_set(f->answers, "unge", "yes");
	CHECK(!is_absent(f, "hvordan"));
}

TEST(questions_that_wait_for_each_other_are_not_asked)
{
	struct fixture *f = fixture_new(arena);

	f->tiltaket[F_YOUTH].relevant = fixture_expr(arena, "hvordan = 'x'");
	answers_set(f->answers, "hvordan", "x");
	answers_set(f->answers, "unge", "yes");
	CHECK(!field_relevant(&f->scheme, &f->tiltaket[F_HOW], f->answers, &f->facts));
}

TEST(names_of_no_field_and_other_parts_are_absent)
{
	struct fixture *f = fixture_new(arena);

	f->scheme.n_sections = 0;
	CHECK(is_absent(f, "tittel"));
	CHECK(says(f, "count(kostnader) = 0"));
	f->scheme.n_sections = 5;
	f->tiltaket[F_PERIOD].type = FIELD_TEXT;
	CHECK(is_absent(f, "periode.start"));
	f->okonomi[F_COSTS].type = FIELD_COSTS;
	answers_set(f->answers, "kostnader.0.cash", "mye");
	answers_set(f->answers, "kostnader.0.own", "");
	CHECK_TEXT(section_of_type(&f->scheme, FIELD_APPLIED), "okonomi");
	CHECK_TEXT(section_of_type(&f->scheme, FIELD_PERIOD), "");
}

UNIT_MAIN(WITH_ARENA(an_application_in_order_is_eligible_but_for_the_officer),
    WITH_ARENA(one_krone_under_the_least_sum_is_dismissed), WITH_ARENA(what_is_not_answered_passes_until_it_is),
    WITH_ARENA(a_warning_does_not_end_an_application), WITH_ARENA(dismissal_goes_before_rejection),
    WITH_ARENA(the_register_is_asked_for_only_of_those_it_concerns), WITH_ARENA(every_name_has_its_value),
    WITH_ARENA(what_is_not_answered_is_absent), WITH_ARENA(what_is_not_asked_for_is_absent),
    WITH_ARENA(questions_that_wait_for_each_other_are_not_asked),
    WITH_ARENA(names_of_no_field_and_other_parts_are_absent))
