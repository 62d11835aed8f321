/* scheme_check_amount.c — whether the amounts of a scheme are possible together. */
#include <string.h>

#include "scheme/scheme_check.h"

/* What the form must ask for before a share of it can be taken. */
static enum field_type
base_needs(enum share_base base)
{
	return (base == SHARE_OF_FINANCING ? FIELD_FINANCING : base == SHARE_OF_APPLIED ? FIELD_APPLIED : FIELD_COSTS);
}

static void
check_base(struct scheme_reader *r, const struct xml_node *node, enum share_base base)
{
	enum field_type needs = base_needs(base);

	if (scheme_field_of_type(r->scheme, needs) == NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_SHARE_BASE, node->name, field_type_code(needs));
}

/* Each code must be one of the cost table's types. */
static void
check_types(struct scheme_reader *r, const struct xml_node *node, const struct scheme_cost_types *types)
{
	const struct scheme_field *costs = scheme_field_of_type(r->scheme, FIELD_COSTS);

	for (size_t i = 0; i < types->n; i++) {
		bool found = false;

		for (size_t k = 0; costs != NULL && k < costs->n_options; k++)
			found |= strcmp(costs->options[k].code, types->codes[i]) == 0;
		if (!found)
			COMPLAIN(r->messages, node->line, COMPLAINT_COST_TYPE, node->name, types->codes[i]);
	}
}

/* The share, and what it is taken of, against every own share that always holds. */
static void
check_against_own(struct scheme_reader *r, const struct scheme_cap *cap, const struct xml_node *node)
{
	const struct scheme_amount *amount = &r->scheme->amount;

	for (size_t i = 0; i < amount->n_own_shares; i++)
		if (cap->share > 0 && cap->types.n == 0 && cap->of == amount->own_shares[i].of &&
		    amount->own_shares[i].when == NULL && cap->share + amount->own_shares[i].share > 10000)
			COMPLAIN(r->messages, node->line, COMPLAINT_SHARES);
}

static void
check_cap(struct scheme_reader *r, const struct scheme_cap *cap, const struct xml_node *node)
{
	const struct scheme_amount *amount = &r->scheme->amount;

	if (cap->sum.ore < 0 && cap->share < 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_MAX_EMPTY);
	if (cap->sum.ore == 0 || cap->share == 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_MAX_ZERO);
	if (cap->share < 0 && xml_attribute(node, "of") != NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_MAX_OF);
	if (cap->share >= 0)
		check_base(r, node, cap->of);
	if (cap->sum.ore > 0 && xml_attribute(node, "for-each") == NULL && money_cmp(amount->min_applied, cap->sum) > 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_MIN_OVER_MAX);
	if (cap->sum.ore < 0 && xml_attribute(node, "for-each") != NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_FOR_EACH);
	if (cap->share < 0 && cap->types.n > 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_MAX_TYPE);
	check_types(r, node, &cap->types);
	check_against_own(r, cap, node);
}

static void
check_cost_shares(struct scheme_reader *r, const struct xml_node *amount)
{
	for (size_t i = 0; i < r->scheme->amount.n_cost_shares; i++) {
		const struct scheme_cost_share *share = &r->scheme->amount.cost_shares[i];
		const struct xml_node *node = child_at(amount, "cost-share", i);

		check_types(r, node, &share->types);
		if (share->share == 0)
			COMPLAIN(r->messages, node->line, COMPLAINT_SHARE_NOTHING, "cost-share");
		if (share->sum.ore == 0)
			COMPLAIN(r->messages, node->line, COMPLAINT_SUM_ZERO, "cost-share");
	}
	for (size_t i = 0; i < r->scheme->amount.n_sub_caps; i++) {
		const struct scheme_sub_cap *cap = &r->scheme->amount.sub_caps[i];
		const struct xml_node *node = child_at(amount, "sub-cap", i);

		check_types(r, node, &cap->types);
		if (cap->max_share < 0 && cap->max_sum.ore < 0 && cap->min_share <= 0)
			COMPLAIN(r->messages, node->line, COMPLAINT_SUB_CAP);
	}
}

/* Only the sum applied for is known; a rule that needs more is not asked. */
static struct expr_value
only_applied(void *user, const char *name)
{
	return (strcmp(name, "applied") == 0 ? expr_money(*(const money *)user) : expr_absent());
}

static int64_t
none(void *user, const char *name)
{
	(void)user;
	(void)name;
	return (0);
}

static bool
passes_at(struct scheme_reader *r, const struct scheme_rule *rule, money applied)
{
	struct expr_env env = { .lookup = only_applied, .count = none, .user = &applied, .arena = r->scratch };

	return (expr_passes(rule->test, &env));
}

/* A test that did not compile is there, and has its own message. */
static bool
tested(struct scheme_reader *r, const struct scheme_rule *rule)
{
	const struct xml_node *eligibility = xml_child(r->root, "eligibility");

	return (xml_attribute(child_at(eligibility, "rule", (size_t)(rule - r->scheme->rules)), "test") != NULL);
}

static void
check_min(struct scheme_reader *r, const struct xml_node *node)
{
	const struct scheme_amount *amount = &r->scheme->amount;
	const struct scheme_rule *rule = scheme_rule(r->scheme, amount->min_rule);
	money below = money_sub(amount->min_applied, MONEY_NOK(1));

	if (rule == NULL || (rule->test == NULL && !tested(r, rule)))
		COMPLAIN(r->messages, node->line, COMPLAINT_MIN_RULE, amount->min_rule);
	if (rule == NULL || rule->test == NULL)
		return;
	if (passes_at(r, rule, below) || !passes_at(r, rule, amount->min_applied))
		COMPLAIN(r->messages, node->line, COMPLAINT_MIN_RULE_OTHER, rule->id, xml_attribute(node, "nok"));
}

static void
check_own(struct scheme_reader *r, const struct xml_node *amount)
{
	const struct scheme_amount *rules = &r->scheme->amount;

	for (size_t i = 0; i < rules->n_own_shares; i++)
		check_base(r, child_at(amount, "own-share", i), rules->own_shares[i].of);
	for (size_t i = 0; i < rules->n_own_works; i++) {
		const struct xml_node *work = child_at(amount, "own-work", i);
		bool rate = xml_attribute(work, "max-rate") != NULL, share = xml_attribute(work, "max-share") != NULL;

		if (!rate && !share)
			COMPLAIN(r->messages, work->line, COMPLAINT_OWN_WORK);
		check_base(r, work, share ? rules->own_works[i].of : SHARE_OF_COSTS);
	}
}

static void
check_floor_and_cut(struct scheme_reader *r, const struct xml_node *amount)
{
	const struct xml_node *floor = xml_child(amount, "award-floor"), *cut = xml_child(amount, "final-cost");
	const struct scheme_amount *rules = &r->scheme->amount;

	if (floor != NULL && rules->award_floor == 0 && rules->award_floor_sum.ore == 0)
		COMPLAIN(r->messages, floor->line, COMPLAINT_FLOOR_EMPTY);
	for (size_t i = 0; i < rules->n_max; i++)
		if (rules->max[i].for_each == NULL && rules->max[i].sum.ore > 0 &&
		    money_cmp(rules->award_floor_sum, rules->max[i].sum) > 0)
			COMPLAIN(r->messages, floor->line, COMPLAINT_FLOOR_OVER_MAX);
	if (cut != NULL)
		check_base(r, cut, SHARE_OF_COSTS);
}

/* A cap that always holds is above every sum there is. */
static void
check_sum_caps(struct scheme_reader *r, const struct scheme_sum *sum, const struct xml_node *node)
{
	const struct scheme_amount *amount = &r->scheme->amount;

	for (size_t i = 0; i < amount->n_max; i++) {
		const struct xml_node *max = child_at(xml_child(r->root, "amount"), "max", i);

		if (amount->max[i].sum.ore <= 0 || xml_attribute(max, "when") != NULL ||
		    xml_attribute(max, "for-each") != NULL || money_cmp(sum->sum, amount->max[i].sum) <= 0)
			continue;
		COMPLAIN(r->messages, node->line, COMPLAINT_SUM_OVER_MAX,
		    money_show(r->messages->arena, amount->max[i].sum));
		return;
	}
}

static void
check_sum(struct scheme_reader *r, size_t i, const struct xml_node *node)
{
	const struct scheme_amount *amount = &r->scheme->amount;
	const struct scheme_sum *sum = &amount->sums[i], *before = i == 0 ? NULL : &amount->sums[i - 1];

	if (sum->sum.ore == 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_SUM_ZERO, node->name);
	else if (money_cmp(sum->sum, amount->min_applied) < 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_SUM_UNDER_MIN);
	check_sum_caps(r, sum, node);
	if (before == NULL)
		return;
	if (amount->levels && money_cmp(before->sum, sum->sum) >= 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_SUM_ORDER);
	if (!amount->levels && before->when == NULL &&
	    xml_attribute(child_at(xml_child(r->root, "amount"), "fixed", i - 1), "when") == NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_FIXED_HIDDEN);
}

static void
check_sums(struct scheme_reader *r, const struct xml_node *node)
{
	const struct scheme_amount *amount = &r->scheme->amount;
	const struct xml_node *levels = xml_child(node, "levels"), *fixed = xml_child(node, "fixed");

	if (levels != NULL && fixed != NULL)
		COMPLAIN(r->messages, fixed->line, COMPLAINT_FIXED_AND_LEVELS);
	if (levels != NULL && amount->n_sums == 1)
		COMPLAIN(r->messages, levels->line, COMPLAINT_SUM_ALONE);
	for (size_t i = 0; i < amount->n_sums; i++)
		check_sum(r, i, child_at(levels == NULL ? node : levels, levels == NULL ? "fixed" : "level", i));
}

static void
check_step(struct scheme_reader *r, const struct xml_node *step, const struct xml_node *node)
{
	const struct scheme_amount *amount = &r->scheme->amount;

	if (amount->step.ore == 0)
		COMPLAIN(r->messages, step->line, COMPLAINT_SUM_ZERO, "step");
	if (amount->n_sums > 0)
		COMPLAIN(r->messages, step->line, COMPLAINT_STEP_SUMS);
	for (size_t i = 0; i < amount->n_max; i++)
		if (amount->max[i].for_each == NULL && amount->max[i].sum.ore > 0 &&
		    money_cmp(amount->max[i].sum, amount->step) < 0)
			COMPLAIN(r->messages, child_at(node, "max", i)->line, COMPLAINT_STEP_OVER_MAX);
}

static void
check_kinds(struct scheme_reader *r, const struct xml_node *node)
{
	const struct scheme_amount *amount = &r->scheme->amount;
	const struct xml_node *step = xml_child(node, "step");

	if (amount->n_max + amount->n_sums + amount->n_rates + amount->n_cost_shares == 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_AMOUNT_OPEN);
	check_sums(r, node);
	for (size_t i = 0; i < amount->n_rates; i++)
		if (amount->rates[i].sum.ore == 0)
			COMPLAIN(r->messages, child_at(node, "unit-rate", i)->line, COMPLAINT_SUM_ZERO, "unit-rate");
	if (step != NULL)
		check_step(r, step, node);
}

void
scheme_check_amount(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "amount"), *min = xml_child(node, "min");

	if (node == NULL)
		return;
	for (size_t i = 0; i < r->scheme->amount.n_max; i++)
		check_cap(r, &r->scheme->amount.max[i], child_at(node, "max", i));
	check_kinds(r, node);
	if (min != NULL)
		check_min(r, min);
	check_own(r, node);
	check_cost_shares(r, node);
	check_floor_and_cut(r, node);
}
