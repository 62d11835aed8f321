/* scheme_read.c — everything in a scheme but its form, from document to compiled form. */
#include "scheme/scheme_read.h"

#include <stdlib.h>
#include <string.h>

static const money NO_SUM = { -1 };

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

static enum share_base
read_base(const struct xml_node *node)
{
	static const char *const bases[] = { [SHARE_OF_COSTS] = "costs",
		[SHARE_OF_FINANCING] = "financing",
		[SHARE_OF_APPLIED] = "applied",
		[SHARE_OF_CASH_COSTS] = "cash-costs" };
	const char *of = xml_attribute(node, "of");

	for (size_t i = 0; of != NULL && i < sizeof(bases) / sizeof(bases[0]); i++)
		if (strcmp(bases[i], of) == 0)
			return ((enum share_base)i);
	return (SHARE_OF_COSTS);
}

static void
read_cap(struct scheme_reader *r, struct scheme_cap *cap, const struct xml_node *node)
{
	cap->sum = read_nok(node, "nok", NO_SUM);
	cap->share = read_share(node, "share", -1);
	cap->of = read_base(node);
	cap->note = read_texts(r, node);
}

static void
read_sum(struct scheme_reader *r, struct scheme_sum *sum, const struct xml_node *node)
{
	sum->sum = read_nok(node, "nok", MONEY_ZERO);
	sum->note = read_texts(r, node);
}

static void
read_rate(struct scheme_reader *r, struct scheme_rate *rate, const struct xml_node *node)
{
	rate->sum = read_nok(node, "nok", MONEY_ZERO);
	rate->per = (int)read_integer(node, "per", 1);
	rate->unit = read_texts(r, node);
}

/* Where the sums stand: in <levels>, or in <amount> itself as <fixed>. */
static const struct xml_node *
first_sum(const struct xml_node *amount, const char **name)
{
	const struct xml_node *levels = xml_child(amount, "levels");

	*name = levels == NULL ? "fixed" : "level";
	return (xml_child(levels == NULL ? amount : levels, *name));
}

static void
read_sums(struct scheme_reader *r, struct scheme_amount *amount, const struct xml_node *node)
{
	const struct xml_node *step = xml_child(node, "step"), *levels = xml_child(node, "levels");

	amount->levels = levels != NULL;
	if (amount->levels)
		READ_LIST(r, levels, "level", amount->sums, amount->n_sums, read_sum);
	else
		READ_LIST(r, node, "fixed", amount->sums, amount->n_sums, read_sum);
	READ_LIST(r, node, "unit-rate", amount->rates, amount->n_rates, read_rate);
	amount->step = step == NULL ? MONEY_ZERO : read_nok(step, "nok", MONEY_ZERO);
}

static void
read_own(struct scheme_amount *amount, const struct xml_node *node)
{
	const struct xml_node *share = xml_child(node, "own-share"), *work = xml_child(node, "own-work");

	amount->own_share_of = SHARE_OF_COSTS;
	if (share != NULL) {
		amount->own_share = read_share(share, "min-share", 0);
		amount->own_share_of = read_base(share);
	}
	amount->own_work_share = -1;
	if (work != NULL) {
		amount->own_work_rate = read_nok(work, "max-rate", MONEY_ZERO);
		amount->own_work_share = read_share(work, "max-share", -1);
	}
}

static void
read_amount(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "amount"), *min = xml_child(node, "min"),
			      *floor = xml_child(node, "award-floor");
	struct scheme_amount *amount = &r->scheme->amount;

	READ_LIST(r, node, "max", amount->max, amount->n_max, read_cap);
	if (min != NULL) {
		amount->min_applied = read_nok(min, "nok", MONEY_ZERO);
		amount->min_rule = read_word(r, min, "rule");
	}
	read_sums(r, amount, node);
	read_own(amount, node);
	amount->award_floor = floor == NULL ? 0 : read_share(floor, "share", 0);
	amount->note = read_child_texts(r, node, "note");
}

static void
read_anchor(struct scheme_reader *r, struct scheme_anchor *anchor, const struct xml_node *node)
{
	anchor->mark = (int)read_integer(node, "mark", 0);
	anchor->text = read_texts(r, node);
}

static void
read_criterion(struct scheme_reader *r, struct scheme_criterion *criterion, const struct xml_node *node)
{
	criterion->id = read_word(r, node, "id");
	criterion->name = read_texts(r, node);
	criterion->description = read_child_texts(r, node, "description");
	criterion->weight = (int)read_integer(node, "weight", 0);
	criterion->tag = read_word(r, node, "tag");
	criterion->internal = read_yes(node, "internal", false);
	READ_LIST(r, node, "anchor", criterion->anchors, criterion->n_anchors, read_anchor);
}

static void
read_tie_break(struct scheme_reader *r, struct ranking_tie_break *by, const struct xml_node *node)
{
	static const char *const keys[] = { [RANK_MUNICIPALITIES] = "municipalities",
		[RANK_APPLIED] = "applied",
		[RANK_SUBMITTED] = "submitted",
		[RANK_DRAW] = "draw" };
	const char *key = xml_attribute(node, "by"), *order = xml_attribute(node, "order");

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(keys[i], key) == 0)
			by->key = (enum ranking_key)i;
	by->descending = order != NULL && strcmp(order, "descending") == 0;
	if (by->key == RANK_DRAW)
		r->scheme->draw_seed = read_word(r, node, "seed");
}

static void
read_criteria(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "criteria");
	const char *scale = xml_attribute(node, "scale");
	struct scheme *s = r->scheme;

	s->method = strcmp(xml_attribute(node, "method"), "weighted") == 0 ? CRITERIA_WEIGHTED : CRITERIA_OVERALL;
	if (scale != NULL) {
		s->scale_min = (int)strtol(scale, NULL, 10);
		s->scale_max = (int)strtol(strchr(scale, '-') + 1, NULL, 10);
	}
	READ_LIST(r, node, "criterion", s->criteria, s->n_criteria, read_criterion);
	READ_LIST(r, node, "tie-break", s->tie_breaks, s->n_tie_breaks, read_tie_break);
	s->distribution = strcmp(xml_attribute(xml_child(r->root, "distribution"), "kind"), "ranked") == 0
			      ? DISTRIBUTION_RANKED
			      : DISTRIBUTION_JUDGED;
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
	static const char *const words[] = { "name", "eligible", "outcome", "because", "max-award", "source" };

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

static void
read_given(struct scheme_reader *r, struct scheme_test *test, const struct xml_node *node)
{
	const struct xml_node *answer = xml_child(node, "answer");

	test->given =
	    arena_array(r->arena, count_attributes(node) + count_children(node, "answer") + 1, sizeof(*test->given));
	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		if (!is_expectation(a->name))
			test->given[test->n_given++] = (struct scheme_given){ .name = arena_strdup(r->arena, a->name),
				.value = scheme_text_normal(r->arena, a->value) };
	for (; answer != NULL; answer = xml_next(answer, "answer"))
		test->given[test->n_given++] = (struct scheme_given){ .name = read_word(r, answer, "name"),
			.value = read_word(r, answer, "value") };
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
	test->line = node->line;
	read_given(r, test, node);
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
	read_amount(r);
	read_criteria(r);
	read_after(r);
	READ_LIST(r, xml_child(r->root, "tests"), "case", s->tests, s->n_tests, read_test);
}

static void
read_amount_expressions(struct scheme_reader *r)
{
	const struct xml_node *amount = xml_child(r->root, "amount"), *max = xml_child(amount, "max"),
			      *rate = xml_child(amount, "unit-rate"), *sum;
	struct scheme_amount *out = &r->scheme->amount;
	const char *name;

	for (size_t i = 0; max != NULL; max = xml_next(max, "max"), i++)
		out->max[i].when = read_truth(r, max, "when", NULL);
	sum = first_sum(amount, &name);
	for (size_t i = 0; sum != NULL; sum = xml_next(sum, name), i++)
		out->sums[i].when = read_truth(r, sum, "when", NULL);
	for (size_t i = 0; rate != NULL; rate = xml_next(rate, "unit-rate"), i++) {
		out->rates[i].when = read_truth(r, rate, "when", NULL);
		out->rates[i].count = read_number(r, rate, "count");
	}
}

void
scheme_read_expressions(struct scheme_reader *r)
{
	const struct xml_node *eligibility = xml_child(r->root, "eligibility");
	const struct xml_node *rule = eligibility == NULL ? NULL : xml_child(eligibility, "rule");

	for (size_t i = 0; rule != NULL; rule = xml_next(rule, "rule"), i++)
		r->scheme->rules[i].test = read_truth(r, rule, "test", NULL);
	read_amount_expressions(r);
}
