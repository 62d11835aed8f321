/* scheme_check_tests.c — the example applications inside a scheme: names, values and what they expect. */
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "scheme/scheme_check.h"

static const struct expr_name *
find_name(const struct expr_scope *scope, const char *name)
{
	for (size_t i = 0; i < scope->n_names; i++)
		if (strcmp(scope->names[i].name, name) == 0)
			return (&scope->names[i]);
	return (NULL);
}

static bool
code_ok(const struct expr_name *name, const char *code, size_t len)
{
	if (name->codes == NULL)
		return (true);
	for (size_t i = 0; name->codes[i] != NULL; i++)
		if (strlen(name->codes[i]) == len && memcmp(name->codes[i], code, len) == 0)
			return (true);
	return (false);
}

static bool
codes_ok(const struct expr_name *name, const char *codes)
{
	for (const char *at = codes; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
		if (!code_ok(name, at, strcspn(at, " ")))
			return (false);
	return (true);
}

static bool
value_ok(const struct expr_name *name, const char *value)
{
	struct date day;

	switch (name->type) {
	case EXPR_NUMBER:
		return (expr_decimal(value).type == EXPR_NUMBER);
	case EXPR_DATE:
		return (strlen(value) == 10 && value[4] == '-' && date_parse(&day, value) == OK);
	case EXPR_BOOLEAN:
		return (strcmp(value, "yes") == 0 || strcmp(value, "no") == 0);
	case EXPR_TEXT:
		return (code_ok(name, value, strlen(value)));
	case EXPR_CODES:
		return (codes_ok(name, value));
	default:
		return (false); /* tables are given by their sums: costs, financing */
	}
}

/* "aktiviteter.1.kostnad": the row's number, and the field's own name in it. */
static const struct expr_name *
find_in_row(struct scheme_reader *r, const char *given)
{
	size_t len = strcspn(given, "."), digits = given[len] == '.' ? strspn(given + len + 1, "0123456789") : 0;
	const struct scheme_field *group = scheme_field(r->scheme, arena_strndup(r->scratch, given, len));
	struct expr_scope none = { .n_names = 0 }, row;

	if (group == NULL || group->n_fields == 0 || digits == 0 || digits > 2 || given[len + 1 + digits] != '.')
		return (NULL);
	row = scheme_row_scope(r->scratch, r->scheme, group, &none);
	return (find_name(&row, given + len + digits + 2));
}

static void
check_given(struct scheme_reader *r, const char *test, int line, const struct scheme_given *given)
{
	static const struct expr_name figure = { .type = EXPR_NUMBER };
	const struct expr_name *name = find_name(&r->scope, given->name);
	const char *needs = scheme_fact_needs(given->name);

	/* The day it came is no name in expressions: t:today() asks for it. */
	if (strcmp(given->name, "received") == 0)
		return;
	if (name == NULL && text_starts(given->name, EXPR_FIGURE_PREFIX))
		name = &figure;

	if (name == NULL)
		name = find_in_row(r, given->name);
	if (name == NULL && needs != NULL)
		COMPLAIN(r->messages, line, COMPLAINT_TEST_FACT, test, given->name, needs);
	else if (name == NULL)
		COMPLAIN(r->messages, line, COMPLAINT_TEST_NAME, test, given->name);
	else if (!value_ok(name, given->value))
		COMPLAIN(r->messages, line, COMPLAINT_TEST_VALUE, test, given->name, given->value);
}

static void
check_expectation(struct scheme_reader *r, const struct scheme_test *test)
{
	const struct scheme_rule *rule = test->because == NULL ? NULL : scheme_rule(r->scheme, test->because);

	if (test->eligible && (test->has_outcome || test->because != NULL))
		COMPLAIN(r->messages, test->line, COMPLAINT_TEST_ELIGIBLE, test->name);
	if (!test->eligible && !test->has_outcome)
		COMPLAIN(r->messages, test->line, COMPLAINT_TEST_OUTCOME, test->name);
	if (!test->eligible && test->max_award.ore >= 0)
		COMPLAIN(r->messages, test->line, COMPLAINT_TEST_AWARD, test->name);
	if (test->rung != NULL && (scheme_rung(r->scheme, test->rung) == NULL || r->scheme->ladder_judged))
		COMPLAIN(r->messages, test->line, COMPLAINT_TEST_RUNG, test->name, test->rung);
	if (test->earmark != NULL && scheme_earmark(r->scheme, test->earmark) == NULL)
		COMPLAIN(r->messages, test->line, COMPLAINT_TEST_EARMARK, test->name, test->earmark);
	if (test->because == NULL || rule_built_in(test->because))
		return;
	if (rule == NULL || rule->severity != RULE_KNOCK_OUT)
		COMPLAIN(r->messages, test->line, COMPLAINT_TEST_BECAUSE, test->name, test->because);
	else if (test->has_outcome && rule->outcome != test->outcome)
		COMPLAIN(r->messages, test->line, COMPLAINT_TEST_OTHER_OUTCOME, test->name, test->because);
}

/* An officer answers where there is no test: the whole rule, one of its ways, or a form that is asked about. */
static bool
is_judged(const struct scheme *scheme, const char *id)
{
	const struct scheme_rule *rule = scheme_rule(scheme, id);

	if (rule == NULL)
		return (rule_built_in(id));
	return (scheme_rule_judged(rule));
}

static bool
may_end_so(const struct scheme_rule *rule, enum test_verdict verdict)
{
	if (rule == NULL || (verdict != TEST_WARNING && verdict != TEST_KNOCK_OUT))
		return (true);
	return ((rule->severity == RULE_WARNING) == (verdict == TEST_WARNING));
}

static void
check_verdicts(struct scheme_reader *r, const struct scheme_test *test)
{
	for (size_t i = 0; i < test->n_judged; i++)
		if (!is_judged(r->scheme, test->judged[i].rule))
			COMPLAIN(r->messages, test->line, COMPLAINT_TEST_JUDGED, test->name, test->judged[i].rule);
	for (size_t i = 0; i < test->n_verdicts; i++) {
		const char *id = test->verdicts[i].rule;
		const struct scheme_rule *rule = scheme_rule(r->scheme, id);

		if (rule == NULL && !rule_built_in(id))
			COMPLAIN(r->messages, test->line, COMPLAINT_TEST_EXPECT, test->name, id);
		else if (!may_end_so(rule, test->verdicts[i].verdict))
			COMPLAIN(r->messages, test->line, COMPLAINT_TEST_VERDICT, test->name, id,
			    test_verdict_codes[test->verdicts[i].verdict]);
	}
}

/* Marks are on the scale; of what is met or not, 1 or 0. */
static bool
on_scale(const struct scheme *scheme, const struct scheme_criterion *criterion, const char *mark)
{
	long value = strtol(mark, NULL, 10);

	if (criterion->kind != CRITERION_GRADED)
		return (value == 0 || value == 1);
	return (value >= scheme->scale_min && value <= scheme->scale_max);
}

static void
check_marks(struct scheme_reader *r, const struct scheme_test *test)
{
	if (test->score >= 0 && !scheme_has_marks(r->scheme))
		COMPLAIN(r->messages, test->line, COMPLAINT_TEST_SCORE, test->name);
	for (size_t i = 0; i < test->n_marks; i++) {
		const struct scheme_criterion *criterion = scheme_criterion(r->scheme, test->marks[i].name);

		if (criterion == NULL)
			COMPLAIN(r->messages, test->line, COMPLAINT_TEST_CRITERION, test->name, test->marks[i].name);
		else if (!on_scale(r->scheme, criterion, test->marks[i].value))
			COMPLAIN(r->messages, test->line, COMPLAINT_TEST_MARK, test->name, test->marks[i].value);
	}
}

/* "felt", "felt.0.cash" or a rule. */
static void
check_messages(struct scheme_reader *r, const struct scheme_test *test)
{
	for (size_t i = 0; i < test->n_messages; i++) {
		const char *about = test->messages[i].about;
		const char *id = arena_strndup(r->scratch, about, strcspn(about, "."));

		if (scheme_field(r->scheme, id) == NULL && scheme_rule(r->scheme, id) == NULL && !rule_built_in(id))
			COMPLAIN(r->messages, test->line, COMPLAINT_TEST_MESSAGE, test->name, about);
	}
}

static void
check_round(struct scheme_reader *r, const struct scheme_round *round)
{
	for (size_t i = 0; i < round->n_recipients; i++)
		for (size_t k = 0; k < round->recipients[i].n_given; k++)
			check_given(r, round->name, round->recipients[i].line, &round->recipients[i].given[k]);
}

void
scheme_check_tests(struct scheme_reader *r)
{
	for (size_t i = 0; i < r->scheme->n_tests; i++) {
		const struct scheme_test *test = &r->scheme->tests[i];

		for (size_t k = 0; k < test->n_given; k++)
			check_given(r, test->name, test->line, &test->given[k]);
		check_expectation(r, test);
		check_marks(r, test);
		check_verdicts(r, test);
		check_messages(r, test);
	}
	for (size_t i = 0; i < r->scheme->n_rounds; i++)
		check_round(r, &r->scheme->rounds[i]);
}
