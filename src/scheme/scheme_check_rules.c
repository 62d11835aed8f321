/* scheme_check_rules.c — who may apply, the rules and their lists, held against each other and against the form. */
#include <string.h>

#include "scheme/scheme_check.h"

static void
check_rule(struct scheme_reader *r, const struct scheme_rule *rule, const struct xml_node *node)
{
	bool tested = xml_attribute(node, "test") != NULL, judged = xml_attribute(node, "judged-by") != NULL;
	bool has_outcome = xml_attribute(node, "outcome") != NULL;
	int ways = tested + judged + (rule->n_alternatives > 0);

	if (ways != 1)
		COMPLAIN(r->messages, node->line, ways > 1 ? COMPLAINT_RULE_BOTH : COMPLAINT_RULE_NEITHER, rule->id);
	if (rule->n_alternatives == 1)
		COMPLAIN(r->messages, node->line, COMPLAINT_RULE_ALTERNATIVE, rule->id);
	if (rule->severity == RULE_KNOCK_OUT && !has_outcome)
		COMPLAIN(r->messages, node->line, COMPLAINT_RULE_OUTCOME, rule->id);
	if (rule->severity == RULE_WARNING && has_outcome)
		COMPLAIN(r->messages, node->line, COMPLAINT_RULE_NO_OUTCOME, rule->id);
	if (rule_built_in(rule->id))
		COMPLAIN(r->messages, node->line, COMPLAINT_RULE_RESERVED, rule->id);
	check_unique(r, node, "alternative", "id");
}

/* A rule for kinds that may not apply is never asked. */
static void
check_rule_kinds(struct scheme_reader *r, const struct scheme_rule *rule, const struct xml_node *node)
{
	for (int kind = 0; kind < APPLICANT__MAX; kind++)
		if ((rule->kinds & (1u << kind)) != 0 && scheme_applicant(r->scheme, (enum applicant_kind)kind) == NULL)
			COMPLAIN(r->messages, node->line, COMPLAINT_RULE_FOR, rule->id,
			    applicant_kind_code((enum applicant_kind)kind));
}

/* ------------------------------------------------------------------------------------------ applicants */

static void
check_form_rule(struct scheme_reader *r, const struct scheme_form_rule *rule, const struct xml_node *node)
{
	if ((rule->allow != NULL) + (rule->deny != NULL) > 1 ||
	    (rule->allow == NULL && rule->deny == NULL && rule->ask == NULL))
		COMPLAIN(r->messages, node->line, COMPLAINT_FORM_LISTS);
}

static void
check_applicant(struct scheme_reader *r, const struct scheme_applicant *applicant, const struct xml_node *node)
{
	const struct xml_node *form = xml_child(node, "organisation-form");

	check_unique(r, node, "requires", "register");
	for (size_t i = 0; form != NULL; form = xml_next(form, "organisation-form"), i++)
		check_form_rule(r, &applicant->forms[i], form);
	if (applicant->kind != APPLICANT_PERSON)
		return;
	if (applicant->n_requires > 0 || applicant->n_forms > 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_PERSON_REGISTER);
}

/* ------------------------------------------------------------------------------------------ lists, state aid */

static void
check_lists(struct scheme_reader *r)
{
	const struct xml_node *lists = xml_child(r->root, "lists");
	const struct xml_node *list = lists == NULL ? NULL : xml_child(lists, "list");

	check_unique(r, lists, "list", "id");
	for (; list != NULL; list = xml_next(list, "list"))
		check_unique(r, list, "item", "code");
}

static void
check_state_aid(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "state-aid");
	const struct scheme_state_aid *aid = &r->scheme->state_aid;
	const struct scheme_field *declared = aid->declared == NULL ? NULL : scheme_field(r->scheme, aid->declared);

	if (node == NULL)
		return;
	if (aid->declared != NULL && (declared == NULL || declared->type != FIELD_MONEY))
		COMPLAIN(r->messages, node->line, COMPLAINT_AID_DECLARED, aid->declared);
	if (aid->ceiling.ore >= 0 && strcmp(aid->basis, STATE_AID_DE_MINIMIS) != 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_AID_CEILING);
}

void
scheme_check_rules(struct scheme_reader *r)
{
	const struct xml_node *applicants = xml_child(r->root, "applicants"),
			      *eligibility = xml_child(r->root, "eligibility");

	check_unique(r, applicants, "applicant", "type");
	check_unique(r, eligibility, "rule", "id");
	for (size_t i = 0; i < r->scheme->n_applicants; i++)
		check_applicant(r, &r->scheme->applicants[i], child_at(applicants, "applicant", i));
	for (size_t i = 0; i < r->scheme->n_rules; i++) {
		const struct xml_node *node = child_at(eligibility, "rule", i);

		check_rule(r, &r->scheme->rules[i], node);
		check_rule_kinds(r, &r->scheme->rules[i], node);
	}
	check_lists(r);
	check_state_aid(r);
}

enum status
scheme_check_mentions(struct scheme_messages *messages, const struct scheme *scheme,
    bool (*known)(void *user, enum mention_kind kind, const char *id), void *user)
{
	static const enum complaint unknown[] = { [MENTION_SCHEME] = COMPLAINT_SCHEME_UNKNOWN,
		[MENTION_UNIT] = COMPLAINT_UNIT_UNKNOWN,
		[MENTION_BODY] = COMPLAINT_BODY_UNKNOWN };
	size_t before = messages->n;

	for (const struct scheme_mention *m = scheme->mentions; m != NULL; m = m->next)
		if ((m->kind != MENTION_SCHEME || strcmp(m->id, scheme->id) != 0) && !known(user, m->kind, m->id))
			COMPLAIN(messages, m->line, unknown[m->kind], m->id);
	scheme_messages_sort(messages);
	return (messages->n == before ? OK : ERR_INVALID);
}

enum status
scheme_check_aid(struct scheme_messages *messages, const struct scheme *scheme, bool known)
{
	if (scheme->state_aid.basis == NULL || known)
		return (OK);
	COMPLAIN(messages, scheme->state_aid.line, COMPLAINT_AID_UNKNOWN, scheme->state_aid.basis);
	return (ERR_INVALID);
}
