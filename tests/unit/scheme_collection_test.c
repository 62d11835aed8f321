/* scheme_collection_test.c — the schemes in conf/schemes together: their examples come out and show every rule from
 * both sides, small sums take few questions, and no two schemes of different kinds ask the same. */
#include "scheme_fixture.h"

#include "core/money.h"
#include "domain/expr_answers.h"
#include "domain/scheme_trial.h"

/* R92: questions when little is applied for. */
#define SHORT_FORM_NOK 50000
#define SHORT_FORM_APPLIED "49999"
#define SHORT_FORM_QUESTIONS 12

static struct arena *arena;
static const struct scheme *schemes[200];
static size_t n_schemes;

static int
setup(void **state)
{
	glob_t files;

	(void)state;
	arena = arena_new(0);
	CHECK(glob("conf/schemes/*.xml", 0, NULL, &files) == 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		schemes[n_schemes++] = fixture_real_scheme(arena, files.gl_pathv[i], NULL);
	globfree(&files);
	return (0);
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

TEST(every_example_comes_out)
{
	for (size_t i = 0; i < n_schemes; i++) {
		struct trial_result result;

		CHECK(schemes[i]->n_tests > 0);
		scheme_tests_run(&result, arena, schemes[i], LANG_NB);
		if (result.n_failures > 0)
			fail_msg("%s: %s", schemes[i]->id, result.failures[0].text);
	}
}

static bool
is_expected(const struct scheme_test *test, const struct scheme_rule *rule, enum test_verdict verdict)
{
	for (size_t i = 0; i < test->n_verdicts; i++)
		if (test->verdicts[i].verdict == verdict && strcmp(test->verdicts[i].rule, rule->id) == 0)
			return (true);
	return (false);
}

/* Who is turned away is so because of one rule; of a warning the example says what must come of it. */
static bool
fails_in(const struct scheme_test *test, const struct scheme_rule *rule)
{
	if (rule->severity == RULE_WARNING)
		return (is_expected(test, rule, TEST_WARNING));
	return (
	    is_expected(test, rule, TEST_KNOCK_OUT) || (test->because != NULL && strcmp(test->because, rule->id) == 0));
}

/* Whoever may have a grant has passed every rule that stops one, but for what an officer must look at. */
static bool
passes_in(const struct scheme_test *test, const struct scheme_rule *rule)
{
	return (is_expected(test, rule, TEST_PASSED) ||
		(test->eligible && rule->severity == RULE_KNOCK_OUT && rule->test != NULL));
}

TEST(examples_show_every_rule_from_both_sides)
{
	for (size_t i = 0; i < n_schemes; i++)
		for (size_t r = 0; r < schemes[i]->n_rules; r++) {
			const struct scheme_rule *rule = &schemes[i]->rules[r];
			bool passed = false, failed = false;

			for (size_t t = 0; t < schemes[i]->n_tests; t++) {
				passed |= passes_in(&schemes[i]->tests[t], rule);
				failed |= fails_in(&schemes[i]->tests[t], rule);
			}
			if (!passed || !failed)
				fail_msg("%s: no example %s the rule %s", schemes[i]->id, passed ? "fails" : "passes",
				    rule->id);
		}
}

/* Whether anything under the sum can be given at all. */
static bool
gives_less_than(const struct scheme *scheme, money sum)
{
	if (money_cmp(scheme->amount.min_applied, sum) >= 0)
		return (false);
	for (size_t i = 0; i < scheme->amount.n_sums; i++)
		if (money_cmp(scheme->amount.sums[i].sum, sum) < 0)
			return (true);
	return (scheme->amount.n_sums == 0);
}

static size_t
questions_of(const struct scheme *scheme, enum applicant_kind kind, const char *applied)
{
	const struct application_facts facts = { .applicant = kind };
	struct answers *answers = answers_new(arena);
	struct rule_view view;
	size_t n = 0;

	if (scheme_asks_sum(scheme))
		answers_set(answers, scheme_field_of_type(scheme, FIELD_APPLIED)->id, applied);
	rule_view_init(&view, arena, scheme, answers, &facts);
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			n += view_field_relevant(&view, &scheme->sections[s].fields[f]);
	return (n);
}

TEST(small_sums_take_few_questions)
{
	for (size_t i = 0; i < n_schemes; i++) {
		if (scheme_is_computed(schemes[i]) || !gives_less_than(schemes[i], MONEY_NOK(SHORT_FORM_NOK)))
			continue;
		for (size_t k = 0; k < schemes[i]->n_applicants; k++) {
			enum applicant_kind kind = schemes[i]->applicants[k].kind;
			size_t n = questions_of(schemes[i], kind, SHORT_FORM_APPLIED);

			if (n > SHORT_FORM_QUESTIONS)
				fail_msg("%s: %zu questions to %s", schemes[i]->id, n, applicant_kind_code(kind));
		}
	}
}

/* The ids of a scheme's own questions, in order: what the shared documents ask is left out by its ids. */
static bool
same_questions(const struct scheme *a, const struct scheme *b)
{
	size_t n = 0, common = 0;

	for (size_t s = 0; s < a->n_sections; s++)
		for (size_t f = 0; f < a->sections[s].n_fields; f++, n++)
			common += scheme_field(b, a->sections[s].fields[f].id) != NULL;
	for (size_t s = 0; s < b->n_sections; s++)
		for (size_t f = 0; f < b->sections[s].n_fields; f++)
			if (scheme_field(a, b->sections[s].fields[f].id) == NULL)
				return (false);
	return (common == n);
}

TEST(no_two_schemes_ask_the_same)
{
	for (size_t i = 0; i < n_schemes; i++)
		for (size_t k = 0; k < i; k++)
			if (same_questions(schemes[i], schemes[k]))
				fail_msg("%s asks the same as %s", schemes[i]->id, schemes[k]->id);
}

/* An assessor must see what the lowest and the highest mark are for, and at least one between. */
TEST(marks_are_told_apart)
{
	for (size_t i = 0; i < n_schemes; i++)
		for (size_t c = 0; c < schemes[i]->n_criteria; c++) {
			const struct scheme_criterion *criterion = &schemes[i]->criteria[c];

			if (*lang_pick(&criterion->description, LANG_NB) == '\0' && criterion->kind != CRITERION_SHOULD)
				fail_msg("%s: nothing says what %s means", schemes[i]->id, criterion->id);
			if (schemes[i]->method == CRITERIA_OVERALL || criterion->kind != CRITERION_GRADED)
				continue;
			if (criterion->n_anchors < 3 || criterion->anchors[0].mark != schemes[i]->scale_min ||
			    criterion->anchors[criterion->n_anchors - 1].mark != schemes[i]->scale_max)
				fail_msg("%s: the marks for %s aren't told apart", schemes[i]->id, criterion->id);
		}
}

/* Every way of giving out money is shown by a real scheme. */
TEST(every_kind_of_distribution_is_used)
{
	bool used[DISTRIBUTION_EVERYONE + 1] = { false }, earmarks = false;

	for (size_t i = 0; i < n_schemes; i++) {
		used[schemes[i]->distribution] = true;
		earmarks |= schemes[i]->sharing.n_earmarks > 0;
	}
	for (size_t kind = 0; kind <= DISTRIBUTION_EVERYONE; kind++)
		CHECK(used[kind]);
	CHECK(earmarks);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { UNIT(every_example_comes_out),
		UNIT(examples_show_every_rule_from_both_sides), UNIT(small_sums_take_few_questions),
		UNIT(no_two_schemes_ask_the_same), UNIT(marks_are_told_apart),
		UNIT(every_kind_of_distribution_is_used) };

	return (cmocka_run_group_tests(tests, setup, teardown));
}
