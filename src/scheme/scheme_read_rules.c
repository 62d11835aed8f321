/* scheme_read_rules.c — who may apply and the rules, from document to compiled form. */
#include <string.h>

#include "scheme/scheme_read.h"

static enum rule_outcome
read_outcome(const struct xml_node *node, enum rule_outcome otherwise)
{
	const char *outcome = xml_attribute(node, "outcome");

	if (outcome == NULL)
		return (otherwise);
	return (strcmp(outcome, "dismissal") == 0 ? RULE_DISMISSAL : RULE_REJECTION);
}

static void
read_requirement(struct scheme_reader *r, struct scheme_requirement *requirement, const struct xml_node *node)
{
	requirement->registers = read_bits(node, "register", register_codes, REGISTER__MAX);
	requirement->outcome = read_outcome(node, RULE_DISMISSAL);
	requirement->text = read_texts(r, node);
}

static void
read_form_rule(struct scheme_reader *r, struct scheme_form_rule *rule, const struct xml_node *node)
{
	rule->allow = read_word(r, node, "allow");
	rule->deny = read_word(r, node, "deny");
	rule->ask = read_word(r, node, "ask");
	rule->outcome = read_outcome(node, RULE_DISMISSAL);
	rule->text = read_texts(r, node);
}

static void
read_applicant(struct scheme_reader *r, struct scheme_applicant *applicant, const struct xml_node *node)
{
	(void)applicant_kind_parse(&applicant->kind, xml_attribute(node, "type"));
	applicant->may_appeal = read_yes(node, "may-appeal", true);
	applicant->note = read_texts(r, node);
	READ_LIST(r, node, "requires", applicant->requires, applicant->n_requires, read_requirement);
	READ_LIST(r, node, "organisation-form", applicant->forms, applicant->n_forms, read_form_rule);
}

static void
read_alternative(struct scheme_reader *r, struct scheme_alternative *alternative, const struct xml_node *node)
{
	alternative->id = read_word(r, node, "id");
	alternative->text = read_texts(r, node);
}

/* A rule without an outcome is a warning, which has none: the field is not read then. */
static void
read_rule(struct scheme_reader *r, struct scheme_rule *rule, const struct xml_node *node)
{
	rule->id = read_word(r, node, "id");
	rule->severity = strcmp(xml_attribute(node, "kind"), "warning") == 0 ? RULE_WARNING : RULE_KNOCK_OUT;
	rule->outcome = read_outcome(node, RULE_REJECTION);
	rule->kinds = read_bits(node, "for", applicant_kind_codes, APPLICANT__MAX);
	rule->reason = read_child_texts(r, node, "reason");
	rule->line = node->line;
	READ_LIST(r, node, "alternative", rule->alternatives, rule->n_alternatives, read_alternative);
}

static void
read_scheme_list(struct scheme_reader *r, struct scheme_list *list, const struct xml_node *node)
{
	const struct xml_node *item = xml_child(node, "item");

	list->id = read_word(r, node, "id");
	list->name = read_texts(r, node);
	list->codes = arena_array(r->arena, count_children(node, "item") + 1, sizeof(*list->codes));
	for (; item != NULL; item = xml_next(item, "item"))
		list->codes[list->n++] = read_word(r, item, "code");
}

static void
read_state_aid(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "state-aid");
	struct scheme_state_aid *aid = &r->scheme->state_aid;

	aid->ceiling = NO_SUM;
	if (node == NULL)
		return;
	aid->basis = read_word(r, node, "basis");
	aid->text = read_texts(r, node);
	aid->ceiling = read_nok(node, "ceiling", NO_SUM);
	aid->declared = read_word(r, node, "declared");
	aid->line = node->line;
	r->scheme->asks_history |= strcmp(aid->basis, STATE_AID_DE_MINIMIS) == 0;
}

void
scheme_read_rules(struct scheme_reader *r)
{
	struct scheme *s = r->scheme;

	read_state_aid(r);
	READ_LIST(r, xml_child(r->root, "applicants"), "applicant", s->applicants, s->n_applicants, read_applicant);
	READ_LIST(r, xml_child(r->root, "lists"), "list", s->lists, s->n_lists, read_scheme_list);
	READ_LIST(r, xml_child(r->root, "eligibility"), "rule", s->rules, s->n_rules, read_rule);
}

/* ------------------------------------------------------------------------------------------ expressions */

static void
read_applicant_expressions(struct scheme_reader *r, struct scheme_applicant *applicant, const struct xml_node *node)
{
	const struct xml_node *child = xml_child(node, "requires");

	for (size_t i = 0; child != NULL; child = xml_next(child, "requires"), i++)
	applicant->requires[i].when = read_truth(r, child, "when", NULL);
	child = xml_child(node, "organisation-form");
	for (size_t i = 0; child != NULL; child = xml_next(child, "organisation-form"), i++)
		applicant->forms[i].when = read_truth(r, child, "when", NULL);
}

static void
read_rule_expression(struct scheme_reader *r, struct scheme_rule *rule, const struct xml_node *node)
{
	const struct xml_node *alternative = xml_child(node, "alternative");

	rule->when = read_truth(r, node, "when", NULL);
	rule->test = read_truth(r, node, "test", NULL);
	for (size_t i = 0; alternative != NULL; alternative = xml_next(alternative, "alternative"), i++)
		rule->alternatives[i].test = read_truth(r, alternative, "test", NULL);
}

void
scheme_read_rule_expressions(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(xml_child(r->root, "applicants"), "applicant");
	const struct xml_node *eligibility = xml_child(r->root, "eligibility");

	for (size_t i = 0; node != NULL; node = xml_next(node, "applicant"), i++)
		read_applicant_expressions(r, &r->scheme->applicants[i], node);
	node = eligibility == NULL ? NULL : xml_child(eligibility, "rule");
	for (size_t i = 0; node != NULL; node = xml_next(node, "rule"), i++)
		read_rule_expression(r, &r->scheme->rules[i], node);
	node = xml_child(xml_child(r->root, "workflow"), "municipality-opinion");
	if (node != NULL)
		r->scheme->after.opinion.when = read_truth(r, node, "when", NULL);
}
