/* scheme_read_tests.c — the example applications inside a scheme, from document to compiled form. */
#include <string.h>

#include "scheme/scheme_read.h"

/* The attributes of a case that are not given, but said about it. */
static bool
is_expectation(const char *name)
{
	static const char *const words[] = { "name", "eligible", "outcome", "because", "max-award", "min-award", "rung",
		"earmark", "award", "score", "source" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i], name) == 0)
			return (true);
	return (false);
}

static size_t
count_attributes(const struct xml_node *node)
{
	size_t n = 0;

	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		n++;
	return (n);
}

static size_t
read_given(struct scheme_reader *r, struct scheme_given **out, const struct xml_node *node)
{
	const struct xml_node *answer = xml_child(node, "answer");
	struct scheme_given *given;
	size_t n = 0;

	given = arena_array(r->arena, count_attributes(node) + count_children(node, "answer") + 1, sizeof(*given));
	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		if (!is_expectation(a->name))
			given[n++] = (struct scheme_given){ .name = arena_strdup(r->arena, a->name),
				.value = scheme_text_normal(r->arena, a->value) };
	for (; answer != NULL; answer = xml_next(answer, "answer"))
		given[n++] = (struct scheme_given){ .name = read_word(r, answer, "name"),
			.value = read_word(r, answer, "value") };
	*out = given;
	return (n);
}

static void
read_earlier(struct scheme_reader *r, struct scheme_earlier *earlier, const struct xml_node *node)
{
	earlier->scheme = read_word(r, node, "scheme");
	scheme_mention(r, MENTION_SCHEME, earlier->scheme, node->line);
	earlier->year = (int)read_integer(node, "year", 0);
	earlier->same_call = read_yes(node, "same-call", false);
	earlier->granted = read_nok(node, "granted", NO_SUM);
	earlier->state_aid = read_word(r, node, "state-aid");
}

/* An example stands in every register it doesn't say it is missing from. */
static void
read_registered(struct scheme_test *test, const struct xml_node *node)
{
	const struct xml_node *registered = xml_child(node, "registered");

	test->registers = (1u << REGISTER__MAX) - 1;
	for (; registered != NULL; registered = xml_next(registered, "registered"))
		if (!read_yes(registered, "value", true))
			test->registers &= ~read_bits(registered, "in", register_codes, REGISTER__MAX);
}

static void
read_mark(struct scheme_reader *r, struct scheme_given *mark, const struct xml_node *node)
{
	mark->name = read_word(r, node, "criterion");
	mark->value = read_word(r, node, "value");
}

static void
read_message(struct scheme_reader *r, struct scheme_expected *message, const struct xml_node *node)
{
	message->about = read_word(r, node, "about");
	message->kind = read_word(r, node, "kind");
	message->says = read_word(r, node, "says");
}

static void
read_judged(struct scheme_reader *r, struct scheme_judged *judged, const struct xml_node *node)
{
	judged->rule = read_word(r, node, "rule");
	judged->passed = read_yes(node, "passed", true);
}

static void
read_verdict(struct scheme_reader *r, struct scheme_expected_verdict *expected, const struct xml_node *node)
{
	expected->rule = read_word(r, node, "rule");
	expected->verdict =
	    (enum test_verdict)read_code(node, "verdict", test_verdict_codes, TEST_VERDICT__MAX, TEST_PASSED);
}

static void
read_test(struct scheme_reader *r, struct scheme_test *test, const struct xml_node *node)
{
	const char *outcome = xml_attribute(node, "outcome");

	test->name = read_word(r, node, "name");
	test->eligible = read_yes(node, "eligible", true);
	test->has_outcome = outcome != NULL;
	test->outcome = outcome != NULL && strcmp(outcome, "dismissal") == 0 ? RULE_DISMISSAL : RULE_REJECTION;
	test->because = read_word(r, node, "because");
	test->max_award = read_nok(node, "max-award", NO_SUM);
	test->min_award = read_nok(node, "min-award", NO_SUM);
	test->rung = read_word(r, node, "rung");
	test->earmark = read_word(r, node, "earmark");
	test->line = node->line;
	test->n_given = read_given(r, &test->given, node);
	test->score = read_share(node, "score", -1);
	READ_LIST(r, node, "given-mark", test->marks, test->n_marks, read_mark);
	READ_LIST(r, node, "message", test->messages, test->n_messages, read_message);
	READ_LIST(r, node, "judged", test->judged, test->n_judged, read_judged);
	READ_LIST(r, node, "expect", test->verdicts, test->n_verdicts, read_verdict);
	READ_LIST(r, node, "earlier", test->earlier, test->n_earlier, read_earlier);
	read_registered(test, node);
}

static void
read_recipient(struct scheme_reader *r, struct scheme_recipient *recipient, const struct xml_node *node)
{
	recipient->name = read_word(r, node, "name");
	recipient->award = read_nok(node, "award", MONEY_ZERO);
	recipient->line = node->line;
	recipient->n_given = read_given(r, &recipient->given, node);
}

static void
read_round(struct scheme_reader *r, struct scheme_round *round, const struct xml_node *node)
{
	round->name = read_word(r, node, "name");
	round->frame = read_nok(node, "frame", MONEY_ZERO);
	round->line = node->line;
	READ_LIST(r, node, "recipient", round->recipients, round->n_recipients, read_recipient);
}

void
scheme_read_tests(struct scheme_reader *r)
{
	const struct xml_node *tests = xml_child(r->root, "tests");
	struct scheme *s = r->scheme;

	READ_LIST(r, tests, "case", s->tests, s->n_tests, read_test);
	READ_LIST(r, tests, "round", s->rounds, s->n_rounds, read_round);
}
