/* scheme_read.c — everything in a scheme but its form, from document to compiled form. */
#include "scheme/scheme_read.h"

#include <stdlib.h>
#include <string.h>

static void
read_identity(struct scheme_reader *r)
{
	struct scheme *s = r->scheme;

	s->id = read_word(r, r->root, "id");
	s->source = read_word(r, r->root, "source");
	s->unit = read_word(r, r->root, "unit");
	s->status = read_word(r, r->root, "status");
	(void)area_parse(&s->area, xml_attribute(r->root, "field"));
	s->title = read_child_texts(r, r->root, "title");
	s->short_title = read_child_texts(r, r->root, "short-title");
	s->summary = read_child_texts(r, r->root, "summary");
	s->purpose = read_child_texts(r, r->root, "purpose");
	s->target_group = read_child_texts(r, r->root, "target-group");
	s->not_supported = read_child_texts(r, r->root, "not-supported");
	s->follow_up = read_child_texts(r, r->root, "follow-up");
	s->evaluation = read_child_texts(r, r->root, "evaluation");
}

static void
read_years_and_aid(struct scheme_reader *r)
{
	const struct xml_node *years = xml_child(r->root, "years"), *aid = xml_child(r->root, "state-aid");

	r->scheme->years = years == NULL ? 1 : (int)read_integer(years, "count", 1);
	r->scheme->years_text = read_texts(r, years);
	r->scheme->state_aid = aid == NULL ? NULL : read_word(r, aid, "basis");
	r->scheme->state_aid_text = read_texts(r, aid);
}

static void
read_goal(struct scheme_reader *r, struct scheme_goal *goal, const struct xml_node *node)
{
	goal->id = read_word(r, node, "id");
	goal->unit = read_word(r, node, "unit");
	goal->tag = read_word(r, node, "tag");
	goal->optional = read_yes(node, "optional", false);
	goal->name = read_texts(r, node);
}

static void
read_applicant(struct scheme_reader *r, struct scheme_applicant *applicant, const struct xml_node *node)
{
	(void)applicant_kind_parse(&applicant->kind, xml_attribute(node, "type"));
	applicant->may_appeal = read_yes(node, "may-appeal", true);
	applicant->needs_voluntary_register = xml_child(node, "requires") != NULL;
	applicant->note = read_texts(r, node);
}

/* A rule without an outcome is a warning, which has none: the field is not read then. */
static void
read_rule(struct scheme_reader *r, struct scheme_rule *rule, const struct xml_node *node)
{
	const char *outcome = xml_attribute(node, "outcome");

	rule->id = read_word(r, node, "id");
	rule->severity = strcmp(xml_attribute(node, "kind"), "warning") == 0 ? RULE_WARNING : RULE_KNOCK_OUT;
	rule->outcome = outcome != NULL && strcmp(outcome, "dismissal") == 0 ? RULE_DISMISSAL : RULE_REJECTION;
	rule->reason = read_child_texts(r, node, "reason");
	rule->line = node->line;
}

static void
read_level(struct scheme_reader *r, struct scheme_decision_level *level, const struct xml_node *node)
{
	level->up_to = read_nok(node, "up-to", NO_SUM);
	level->body = read_word(r, node, "body");
}

static void
read_part(struct scheme_reader *r, struct scheme_payment_part *part, const struct xml_node *node)
{
	part->share = read_share(node, "share", 0);
	part->when = read_word(r, node, "when");
}

static void
read_term(struct scheme_reader *r, struct scheme_term *term, const struct xml_node *node)
{
	term->text = read_texts(r, node);
}

static void
read_law(struct scheme_reader *r, struct scheme_law *law, const struct xml_node *node)
{
	law->text = read_texts(r, node);
}

static void
read_after(struct scheme_reader *r)
{
	const struct xml_node *workflow = xml_child(r->root, "workflow"), *report = xml_child(r->root, "report");
	struct scheme *s = r->scheme;

	READ_LIST(r, workflow, "decision", s->levels, s->n_levels, read_level);
	s->appeal_body = read_word(r, xml_child(workflow, "appeal"), "body");
	READ_LIST(r, xml_child(r->root, "payment"), "part", s->payment, s->n_payment, read_part);
	READ_LIST(r, xml_child(r->root, "terms"), "term", s->terms, s->n_terms, read_term);
	READ_LIST(r, xml_child(r->root, "laws"), "law", s->laws, s->n_laws, read_law);
	s->report_due = read_texts(r, report);
	s->report_months = report == NULL ? -1 : (int)read_integer(report, "months-after-end", -1);
}

/* ------------------------------------------------------------------------------------------ tests */

/* The attributes of a case that are not given, but said about it. */
static bool
is_expectation(const char *name)
{
	static const char *const words[] = { "name", "eligible", "outcome", "because", "max-award", "min-award", "rung",
		"earmark", "award", "source" };

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
scheme_read_outline(struct scheme_reader *r)
{
	struct scheme *s = r->scheme;

	read_identity(r);
	read_years_and_aid(r);
	READ_LIST(r, xml_child(r->root, "goals"), "goal", s->goals, s->n_goals, read_goal);
	READ_LIST(r, xml_child(r->root, "applicants"), "applicant", s->applicants, s->n_applicants, read_applicant);
	READ_LIST(r, xml_child(r->root, "eligibility"), "rule", s->rules, s->n_rules, read_rule);
	scheme_read_amount(r);
	scheme_read_criteria(r);
	scheme_read_sharing(r);
	read_after(r);
	READ_LIST(r, xml_child(r->root, "tests"), "case", s->tests, s->n_tests, read_test);
	READ_LIST(r, xml_child(r->root, "tests"), "round", s->rounds, s->n_rounds, read_round);
}

void
scheme_read_expressions(struct scheme_reader *r)
{
	const struct xml_node *eligibility = xml_child(r->root, "eligibility");
	const struct xml_node *rule = eligibility == NULL ? NULL : xml_child(eligibility, "rule");

	for (size_t i = 0; rule != NULL; rule = xml_next(rule, "rule"), i++)
		r->scheme->rules[i].test = read_truth(r, rule, "test", NULL);
	scheme_read_amount_expressions(r);
	scheme_read_criteria_expressions(r);
	scheme_read_sharing_expressions(r);
}
