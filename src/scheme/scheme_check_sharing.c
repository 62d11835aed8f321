/* scheme_check_sharing.c — whether a frame can be shared as the scheme says: pots, splits, earmarks, rounding. */
#include <string.h>

#include "scheme/scheme_check.h"

static bool
has(const struct xml_node *node, const char *attribute)
{
	return (xml_attribute(node, attribute) != NULL);
}

static void
check_split(struct scheme_reader *r, const struct scheme_split *split, const struct xml_node *node)
{
	if (split->share == 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_SHARE_NOTHING, "split");
	if ((split->by == SPLIT_COUNT) != has(node, "count"))
		COMPLAIN(r->messages, node->line,
		    split->by == SPLIT_COUNT ? COMPLAINT_SPLIT_COUNT : COMPLAINT_SPLIT_COUNT_ALONE);
	if ((split->by == SPLIT_PARTS) != (split->n_weights > 0))
		COMPLAIN(r->messages, node->line,
		    split->by == SPLIT_PARTS ? COMPLAINT_SPLIT_PARTS : COMPLAINT_SPLIT_PARTS_ALONE);
}

static void
check_pot(struct scheme_reader *r, const struct scheme_pot *pot, const struct xml_node *node)
{
	share_bp sum = 0;

	for (size_t i = 0; i < pot->n_splits; i++) {
		sum += pot->splits[i].share;
		check_split(r, &pot->splits[i], child_at(node, "split", i));
	}
	if (sum != 10000)
		COMPLAIN(r->messages, node->line, COMPLAINT_SPLITS, pot->id, percent_text(r->scratch, sum));
	if (pot->share == 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_SHARE_NOTHING, "pot");
	if (pot->max.ore == 0 || (pot->max.ore > 0 && money_cmp(pot->min, pot->max) > 0))
		COMPLAIN(r->messages, node->line, COMPLAINT_POT_LIMITS, pot->id);
	if (has(node, "below") && pot->min.ore == 0)
		COMPLAIN(r->messages, node->line, COMPLAINT_POT_BELOW, pot->id);
}

static void
check_pots(struct scheme_reader *r, const struct xml_node *node)
{
	const struct scheme_sharing *sharing = &r->scheme->sharing;
	bool formula = r->scheme->distribution == DISTRIBUTION_FORMULA;
	int64_t sum = 0;

	if (formula != (sharing->n_pots > 0)) {
		COMPLAIN(r->messages, node->line, formula ? COMPLAINT_POT_MISSING : COMPLAINT_POT_UNWANTED);
		return;
	}
	check_unique(r, node, "pot", "id");
	for (size_t i = 0; i < sharing->n_pots; i++) {
		const struct xml_node *pot = child_at(node, "pot", i);

		sum += sharing->pots[i].share;
		check_pot(r, &sharing->pots[i], pot);
		if (i + 1 < sharing->n_pots && !has(pot, "when"))
			COMPLAIN(r->messages, pot->line, COMPLAINT_POT_HIDES, sharing->pots[i].id);
	}
	if (formula && sum != 10000)
		COMPLAIN(r->messages, node->line, COMPLAINT_POTS, percent_text(r->scratch, sum));
}

static bool
has_tag(const struct scheme *scheme, const char *tag)
{
	for (size_t i = 0; i < scheme->n_goals; i++)
		if (scheme->goals[i].tag != NULL && strcmp(scheme->goals[i].tag, tag) == 0)
			return (true);
	return (false);
}

/* Whom it is for must be said, and be somebody. */
static void
check_earmarked(struct scheme_reader *r, const struct scheme_earmark *earmark, const struct xml_node *node)
{
	if (earmark->kinds == 0 && earmark->list == NULL && earmark->tag == NULL && !has(node, "when"))
		COMPLAIN(r->messages, node->line, COMPLAINT_EARMARK_FOR, earmark->id);
	for (enum applicant_kind kind = 0; kind < APPLICANT__MAX; kind++)
		if ((earmark->kinds & (1u << kind)) != 0 && scheme_applicant(r->scheme, kind) == NULL)
			COMPLAIN(r->messages, node->line, COMPLAINT_EARMARK_APPLICANT, earmark->id,
			    applicant_kind_code(kind));
	if (earmark->list != NULL && scheme_list(r->scheme, earmark->list) == NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_EARMARK_LIST, earmark->id, earmark->list);
	if (earmark->tag != NULL && !has_tag(r->scheme, earmark->tag))
		COMPLAIN(r->messages, node->line, COMPLAINT_EARMARK_TAG, earmark->id, earmark->tag);
}

static void
check_earmarks(struct scheme_reader *r, const struct xml_node *node)
{
	const struct scheme_sharing *sharing = &r->scheme->sharing;
	int64_t sum = 0;

	check_unique(r, node, "earmark", "id");
	if (sharing->n_earmarks > 0 && scheme_is_computed(r->scheme))
		COMPLAIN(r->messages, node->line, COMPLAINT_EARMARK_COMPUTED);
	for (size_t i = 0; i < sharing->n_earmarks; i++) {
		const struct scheme_earmark *earmark = &sharing->earmarks[i];

		/* With neither it is for each call to say how much. */
		if ((earmark->share >= 0 && earmark->sum.ore >= 0) || earmark->share == 0 || earmark->sum.ore == 0)
			COMPLAIN(r->messages, child_at(node, "earmark", i)->line, COMPLAINT_EARMARK_SIZE, earmark->id);
		check_earmarked(r, earmark, child_at(node, "earmark", i));
		sum += earmark->share > 0 ? earmark->share : 0;
	}
	if (sum > 10000)
		COMPLAIN(r->messages, node->line, COMPLAINT_EARMARKS, percent_text(r->scratch, sum));
}

static void
check_rounding(struct scheme_reader *r, const struct xml_node *node)
{
	static const char *const words[] = { "round", "remainder" };

	for (size_t i = 0; i < 2; i++)
		if (has(node, words[i]) && !scheme_is_computed(r->scheme))
			COMPLAIN(r->messages, node->line, COMPLAINT_DISTRIBUTION_WORD, words[i]);
	if (has(node, "gives") && r->scheme->distribution != DISTRIBUTION_EVERYONE)
		COMPLAIN(r->messages, node->line, COMPLAINT_DISTRIBUTION_WORD, "gives");
	if (!has(node, "gives") && r->scheme->distribution == DISTRIBUTION_EVERYONE)
		COMPLAIN(r->messages, node->line, COMPLAINT_GIVES_MISSING);
}

/* Who judges must know the limits; who gets what <amount> gives needs it. */
static void
check_amount_there(struct scheme_reader *r, const struct xml_node *node)
{
	bool needed = !scheme_is_computed(r->scheme) || r->scheme->sharing.gives_amount;

	if (needed && xml_child(r->root, "amount") == NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_AMOUNT_MISSING);
	if (r->scheme->n_rounds > 0 && !scheme_is_computed(r->scheme))
		COMPLAIN(r->messages, r->scheme->rounds[0].line, COMPLAINT_ROUND_UNWANTED);
}

void
scheme_check_sharing(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "distribution");

	check_pots(r, node);
	check_earmarks(r, node);
	check_rounding(r, node);
	check_amount_there(r, node);
}
