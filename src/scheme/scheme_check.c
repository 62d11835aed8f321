/* scheme_check.c — rules, criteria, decision, payment and report of a scheme held against each other. */
#include "scheme/scheme_check.h"

#include <string.h>

const struct xml_node *
child_at(const struct xml_node *parent, const char *name, size_t i)
{
	const struct xml_node *node = xml_child(parent, name);

	for (; node != NULL && i > 0; i--)
		node = xml_next(node, name);
	return (node == NULL ? parent : node);
}

void
check_unique(struct scheme_reader *r, const struct xml_node *parent, const char *child, const char *attribute)
{
	const struct xml_node *node = parent == NULL ? NULL : xml_child(parent, child), *before;

	for (; node != NULL; node = xml_next(node, child))
		for (before = xml_child(parent, child); before != node; before = xml_next(before, child))
			if (xml_attribute(before, attribute) != NULL && xml_attribute(node, attribute) != NULL &&
			    strcmp(xml_attribute(before, attribute), xml_attribute(node, attribute)) == 0) {
				COMPLAIN(r->messages, xml_attribute_line(node, attribute), COMPLAINT_TWICE, child,
				    attribute, xml_attribute(node, attribute));
				break;
			}
}

static void
check_ids(struct scheme_reader *r)
{
	const struct xml_node *criteria = xml_child(r->root, "criteria"), *criterion = xml_child(criteria, "criterion");

	check_unique(r, xml_child(r->root, "goals"), "goal", "id");
	check_unique(r, xml_child(r->root, "applicants"), "applicant", "type");
	check_unique(r, xml_child(r->root, "eligibility"), "rule", "id");
	check_unique(r, criteria, "criterion", "id");
	check_unique(r, xml_child(criteria, "ladder"), "rung", "id");
	check_unique(r, xml_child(r->root, "terms"), "term", "id");
	check_unique(r, xml_child(r->root, "laws"), "law", "id");
	check_unique(r, xml_child(r->root, "tests"), "case", "name");
	check_unique(r, xml_child(r->root, "tests"), "round", "name");
	for (; criterion != NULL; criterion = xml_next(criterion, "criterion"))
		check_unique(r, criterion, "anchor", "mark");
}

/* Rules that every scheme has, by the names the eligibility check gives them. */
static bool
is_built_in(const char *id)
{
	return (strcmp(id, "applicant-type") == 0 || strcmp(id, "voluntary-register") == 0);
}

static void
check_rule(struct scheme_reader *r, const struct scheme_rule *rule, const struct xml_node *node)
{
	bool tested = xml_attribute(node, "test") != NULL, judged = xml_attribute(node, "judged-by") != NULL;
	bool has_outcome = xml_attribute(node, "outcome") != NULL;

	if (tested == judged)
		COMPLAIN(r->messages, node->line, tested ? COMPLAINT_RULE_BOTH : COMPLAINT_RULE_NEITHER, rule->id);
	if (rule->severity == RULE_KNOCK_OUT && !has_outcome)
		COMPLAIN(r->messages, node->line, COMPLAINT_RULE_OUTCOME, rule->id);
	if (rule->severity == RULE_WARNING && has_outcome)
		COMPLAIN(r->messages, node->line, COMPLAINT_RULE_NO_OUTCOME, rule->id);
	if (is_built_in(rule->id))
		COMPLAIN(r->messages, node->line, COMPLAINT_RULE_RESERVED, rule->id);
}

static void
check_rules(struct scheme_reader *r)
{
	const struct xml_node *eligibility = xml_child(r->root, "eligibility");

	for (size_t i = 0; i < r->scheme->n_rules; i++)
		check_rule(r, &r->scheme->rules[i], child_at(eligibility, "rule", i));
}

/* ------------------------------------------------------------------------------------------ decision and after */

static void
check_levels(struct scheme_reader *r)
{
	const struct xml_node *workflow = xml_child(r->root, "workflow");
	const struct scheme *s = r->scheme;

	for (size_t i = 0; i < s->n_levels; i++) {
		int line = child_at(workflow, "decision", i)->line;
		bool last = i + 1 == s->n_levels, open = s->levels[i].up_to.ore < 0;

		if (last && !open)
			COMPLAIN(r->messages, line, COMPLAINT_LEVEL_CLOSED);
		if (!last && open)
			COMPLAIN(r->messages, line, COMPLAINT_LEVEL_OPEN);
		if (i > 0 && !open && money_cmp(s->levels[i - 1].up_to, s->levels[i].up_to) >= 0)
			COMPLAIN(r->messages, line, COMPLAINT_LEVEL_ORDER);
	}
}

const char *
percent_text(struct arena *arena, int64_t share)
{
	if (share % 100 == 0)
		return (arena_printf(arena, "%d", (int)(share / 100)));
	return (arena_printf(arena, "%d.%02d", (int)(share / 100), (int)(share % 100)));
}

static void
check_payment(struct scheme_reader *r)
{
	const struct xml_node *payment = xml_child(r->root, "payment");
	int64_t sum = 0;

	for (size_t i = 0; i < r->scheme->n_payment; i++) {
		sum += r->scheme->payment[i].share;
		if (r->scheme->payment[i].share == 0)
			COMPLAIN(r->messages, child_at(payment, "part", i)->line, COMPLAINT_PAYMENT_NOTHING);
	}
	if (sum != 10000)
		COMPLAIN(r->messages, payment->line, COMPLAINT_PAYMENT, percent_text(r->scratch, sum));
}

static void
check_report(struct scheme_reader *r)
{
	if (r->scheme->report_months >= 0 && scheme_field_of_type(r->scheme, FIELD_PERIOD) == NULL)
		COMPLAIN(r->messages, xml_child(r->root, "report")->line, COMPLAINT_REPORT_PERIOD);
}

void
scheme_check_parts(struct scheme_reader *r)
{
	check_ids(r);
	check_rules(r);
	check_levels(r);
	check_payment(r);
	check_report(r);
}
