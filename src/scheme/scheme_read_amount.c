/* scheme_read_amount.c — caps, rates, cost types, own share and floor, and how a frame is shared. */
#include <string.h>

#include "scheme/scheme_read.h"

/* ------------------------------------------------------------------------------------------ amounts */

static enum share_base
read_base(const struct xml_node *node, enum share_base otherwise)
{
	static const char *const bases[] = { [SHARE_OF_COSTS] = "costs",
		[SHARE_OF_FINANCING] = "financing",
		[SHARE_OF_APPLIED] = "applied",
		[SHARE_OF_CASH_COSTS] = "cash-costs" };
	const char *of = xml_attribute(node, "of");

	for (size_t i = 0; of != NULL && i < sizeof(bases) / sizeof(bases[0]); i++)
		if (strcmp(bases[i], of) == 0)
			return ((enum share_base)i);
	return (otherwise);
}

static struct scheme_cost_types
read_types(struct scheme_reader *r, const struct xml_node *node)
{
	struct scheme_cost_types types;

	types.codes = read_words(&types.n, r, node, "cost-type");
	return (types);
}

static void
read_cap(struct scheme_reader *r, struct scheme_cap *cap, const struct xml_node *node)
{
	cap->sum = read_nok(node, "nok", NO_SUM);
	cap->share = read_share(node, "share", -1);
	cap->of = read_base(node, SHARE_OF_COSTS);
	cap->types = read_types(r, node);
	/* An aid intensity is the law's, not the county's to depart from. */
	cap->firm = read_yes(node, "firm", false) || (cap->share >= 0 && r->scheme->state_aid.basis != NULL);
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

static void
read_cost_share(struct scheme_reader *r, struct scheme_cost_share *share, const struct xml_node *node)
{
	share->types = read_types(r, node);
	share->share = read_share(node, "share", 0);
	share->sum = read_nok(node, "nok", NO_SUM);
	share->of = read_base(node, SHARE_OF_COSTS);
	share->note = read_texts(r, node);
}

static void
read_sub_cap(struct scheme_reader *r, struct scheme_sub_cap *cap, const struct xml_node *node)
{
	cap->types = read_types(r, node);
	cap->max_share = read_share(node, "max-share", -1);
	cap->max_sum = read_nok(node, "max-nok", NO_SUM);
	cap->min_share = read_share(node, "min-share", -1);
	cap->note = read_texts(r, node);
}

static void
read_own_share(struct scheme_reader *r, struct scheme_own_share *share, const struct xml_node *node)
{
	share->share = read_share(node, "min-share", 0);
	share->of = read_base(node, SHARE_OF_COSTS);
	share->note = read_texts(r, node);
}

/* One element may say the rate and the share, which are rules of their own; no share is all of it. */
static void
read_own_work(struct scheme_reader *r, struct scheme_own_work *work, const struct xml_node *node)
{
	work->share = read_share(node, "max-share", -1);
	work->of = read_base(node, SHARE_OF_FINANCING);
	work->note = read_texts(r, node);
	if (r->scheme->amount.own_work_rate.ore == 0)
		r->scheme->amount.own_work_rate = read_nok(node, "max-rate", MONEY_ZERO);
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
	amount->step = step == NULL ? MONEY_ZERO : read_nok(step, "nok", MONEY_ZERO);
}

static enum final_cost_cut
read_cut(const struct xml_node *node)
{
	const char *cut = node == NULL ? NULL : xml_attribute(node, "cut");

	if (cut == NULL)
		return (FINAL_COST_UNSAID);
	if (strcmp(cut, "none") == 0)
		return (FINAL_COST_NONE);
	return (strcmp(cut, "share") == 0 ? FINAL_COST_SHARE : FINAL_COST_PROPORTIONAL);
}

static void
read_least(struct scheme_reader *r, struct scheme_amount *amount, const struct xml_node *node)
{
	const struct xml_node *min = xml_child(node, "min"), *floor = xml_child(node, "award-floor");

	if (min != NULL) {
		amount->min_applied = read_nok(min, "nok", MONEY_ZERO);
		amount->min_rule = read_word(r, min, "rule");
	}
	if (floor != NULL) {
		amount->award_floor = read_share(floor, "share", 0);
		amount->award_floor_sum = read_nok(floor, "nok", MONEY_ZERO);
	}
}

void
scheme_read_amount(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "amount");
	struct scheme_amount *amount = &r->scheme->amount;

	READ_LIST(r, node, "max", amount->max, amount->n_max, read_cap);
	READ_LIST(r, node, "unit-rate", amount->rates, amount->n_rates, read_rate);
	READ_LIST(r, node, "cost-share", amount->cost_shares, amount->n_cost_shares, read_cost_share);
	READ_LIST(r, node, "sub-cap", amount->sub_caps, amount->n_sub_caps, read_sub_cap);
	READ_LIST(r, node, "own-share", amount->own_shares, amount->n_own_shares, read_own_share);
	READ_LIST(r, node, "own-work", amount->own_works, amount->n_own_works, read_own_work);
	read_least(r, amount, node);
	read_sums(r, amount, node);
	amount->final_cost = read_cut(xml_child(node, "final-cost"));
	amount->note = read_child_texts(r, node, "note");
}

/* Gives each item of LIST, in order, its "when" from the child it was read from. */
#define READ_WHEN(r, parent, child_name, list)                                                                         \
	do {                                                                                                           \
		size_t i_ = 0;                                                                                         \
		for (const struct xml_node *n_ = xml_child(parent, child_name); n_ != NULL;                            \
		     n_ = xml_next(n_, child_name))                                                                    \
			(list)[i_++].when = read_truth(r, n_, "when", NULL);                                           \
	} while (0)

void
scheme_read_amount_expressions(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "amount"), *max = xml_child(node, "max"),
			      *rate = xml_child(node, "unit-rate"), *sum;
	struct scheme_amount *out = &r->scheme->amount;
	const char *name;

	for (size_t i = 0; max != NULL; max = xml_next(max, "max"), i++)
		out->max[i].for_each = read_number(r, max, "for-each");
	for (size_t i = 0; rate != NULL; rate = xml_next(rate, "unit-rate"), i++)
		out->rates[i].count = read_number(r, rate, "count");
	READ_WHEN(r, node, "max", out->max);
	READ_WHEN(r, node, "unit-rate", out->rates);
	READ_WHEN(r, node, "cost-share", out->cost_shares);
	READ_WHEN(r, node, "sub-cap", out->sub_caps);
	READ_WHEN(r, node, "own-share", out->own_shares);
	READ_WHEN(r, node, "own-work", out->own_works);
	sum = first_sum(node, &name);
	for (size_t i = 0; sum != NULL; sum = xml_next(sum, name), i++)
		out->sums[i].when = read_truth(r, sum, "when", NULL);
}

/* ------------------------------------------------------------------------------------------ sharing the frame */

static void
read_weight(struct scheme_reader *r, struct scheme_weight *weight, const struct xml_node *node)
{
	(void)r;
	weight->parts = (int)read_integer(node, "parts", 1);
}

static void
read_split(struct scheme_reader *r, struct scheme_split *split, const struct xml_node *node)
{
	const char *by = xml_attribute(node, "by");

	split->share = read_share(node, "share", 0);
	split->by = strcmp(by, "count") == 0 ? SPLIT_COUNT : strcmp(by, "parts") == 0 ? SPLIT_PARTS : SPLIT_EQUAL;
	split->name = read_texts(r, node);
	READ_LIST(r, node, "weight", split->weights, split->n_weights, read_weight);
}

/* Whether the attribute is there and is that word. */
static bool
says(const struct xml_node *node, const char *name, const char *word)
{
	const char *value = xml_attribute(node, name);

	return (value != NULL && strcmp(value, word) == 0);
}

static void
read_pot(struct scheme_reader *r, struct scheme_pot *pot, const struct xml_node *node)
{
	pot->id = read_word(r, node, "id");
	pot->name = read_texts(r, node);
	pot->share = read_share(node, "share", 0);
	pot->unused_to_others = says(node, "unused", "others");
	pot->min = read_nok(node, "min-nok", MONEY_ZERO);
	pot->below_raised = !says(node, "below", "nothing");
	pot->max = read_nok(node, "max-nok", NO_SUM);
	READ_LIST(r, node, "split", pot->splits, pot->n_splits, read_split);
}

static void
read_earmark(struct scheme_reader *r, struct scheme_earmark *earmark, const struct xml_node *node)
{
	earmark->id = read_word(r, node, "id");
	earmark->name = read_texts(r, node);
	earmark->share = read_share(node, "share", -1);
	earmark->sum = read_nok(node, "nok", NO_SUM);
	earmark->kinds = read_bits(node, "for", applicant_kind_codes, APPLICANT__MAX);
	earmark->list = read_word(r, node, "in");
	earmark->tag = read_word(r, node, "tag");
	earmark->unused_to_others = says(node, "unused", "others");
}

static enum distribution_kind
read_distribution(const struct xml_node *node)
{
	static const char *const kinds[] = { [DISTRIBUTION_JUDGED] = "judged",
		[DISTRIBUTION_RANKED] = "ranked",
		[DISTRIBUTION_FORMULA] = "formula",
		[DISTRIBUTION_EVERYONE] = "everyone" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (says(node, "kind", kinds[i]))
			return ((enum distribution_kind)i);
	return (DISTRIBUTION_JUDGED);
}

void
scheme_read_sharing(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "distribution");
	struct scheme_sharing *sharing = &r->scheme->sharing;

	r->scheme->distribution = read_distribution(node);
	sharing->round = MONEY_NOK(read_integer(node, "round", 1));
	sharing->remainder = says(node, "remainder", "left")      ? REMAINDER_LEFT
			     : says(node, "remainder", "largest") ? REMAINDER_LARGEST
								  : REMAINDER_FRACTIONS;
	sharing->gives_amount = says(node, "gives", "amount");
	READ_LIST(r, node, "pot", sharing->pots, sharing->n_pots, read_pot);
	READ_LIST(r, node, "earmark", sharing->earmarks, sharing->n_earmarks, read_earmark);
}

void
scheme_read_sharing_expressions(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "distribution"), *pot = xml_child(node, "pot");
	struct scheme_sharing *sharing = &r->scheme->sharing;

	READ_WHEN(r, node, "pot", sharing->pots);
	READ_WHEN(r, node, "earmark", sharing->earmarks);
	for (size_t p = 0; pot != NULL; pot = xml_next(pot, "pot"), p++) {
		const struct xml_node *split = xml_child(pot, "split");

		for (size_t s = 0; split != NULL; split = xml_next(split, "split"), s++) {
			sharing->pots[p].splits[s].count = read_number(r, split, "count");
			READ_WHEN(r, split, "weight", sharing->pots[p].splits[s].weights);
		}
	}
}
