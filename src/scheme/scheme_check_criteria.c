/* scheme_check_criteria.c — criteria, scale, ladder and tie-breaks of a scheme held against each other. */
#include <string.h>

#include "scheme/scheme_check.h"

static bool
has(const struct xml_node *node, const char *attribute)
{
	return (xml_attribute(node, attribute) != NULL);
}

static void
check_weights(struct scheme_reader *r, const struct xml_node *criteria)
{
	int sum = 0;

	for (size_t i = 0; i < r->scheme->n_criteria; i++) {
		const struct scheme_criterion *criterion = &r->scheme->criteria[i];

		sum += criterion->weight;
		if (criterion->weight == 0 && criterion->kind == CRITERION_GRADED)
			COMPLAIN(r->messages, child_at(criteria, "criterion", i)->line, COMPLAINT_WEIGHT_MISSING,
			    criterion->id);
	}
	if (sum != 100)
		COMPLAIN(r->messages, criteria->line, COMPLAINT_WEIGHTS, arena_printf(r->scratch, "%d", sum));
}

static void
check_on_scale(struct scheme_reader *r, int mark, int line)
{
	const struct scheme *s = r->scheme;

	if (mark < s->scale_min || mark > s->scale_max)
		COMPLAIN(r->messages, line, COMPLAINT_ANCHOR, arena_printf(r->scratch, "%d", mark),
		    arena_printf(r->scratch, "%d-%d", s->scale_min, s->scale_max));
}

static void
check_marks(struct scheme_reader *r, const struct scheme_criterion *criterion, const struct xml_node *node)
{
	for (size_t i = 0; i < criterion->n_anchors; i++)
		check_on_scale(r, criterion->anchors[i].mark, child_at(node, "anchor", i)->line);
	if (criterion->min_mark >= 0)
		check_on_scale(r, criterion->min_mark, node->line);
	if (criterion->min_mark == r->scheme->scale_min)
		COMPLAIN(r->messages, node->line, COMPLAINT_MIN_MARK_LOWEST, criterion->id);
}

/* Only what is graded has marks, and only what may be in a total has a weight. */
static void
check_kind(struct scheme_reader *r, const struct scheme_criterion *criterion, const struct xml_node *node)
{
	const char *kind = xml_attribute(node, "kind");
	bool graded = criterion->kind == CRITERION_GRADED;

	if (!graded && (criterion->n_anchors > 0 || criterion->min_mark >= 0))
		COMPLAIN(r->messages, node->line, COMPLAINT_CRITERION_MARKS, criterion->id, kind);
	if (!graded && criterion->kind != CRITERION_SHOULD && has(node, "weight"))
		COMPLAIN(r->messages, node->line, COMPLAINT_CRITERION_WEIGHT, criterion->id, kind);
	if (criterion->kind != CRITERION_PORTFOLIO && criterion->spread != NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_SPREAD_ALONE, criterion->id);
	if (criterion->min_mark < 0 && has(node, "below"))
		COMPLAIN(r->messages, node->line, COMPLAINT_BELOW_ALONE, criterion->id);
}

static bool
spread_exists(const struct scheme *scheme, const char *spread)
{
	const struct scheme_field *field = scheme_field(scheme, spread);

	if (strcmp(spread, SPREAD_MUNICIPALITY) == 0 || strcmp(spread, SPREAD_APPLICANT) == 0)
		return (true);
	return (field != NULL && (field->type == FIELD_CHOICE || field->type == FIELD_MULTI_CHOICE ||
				     field->type == FIELD_MUNICIPALITIES || field->type == FIELD_YES_NO));
}

static void
check_criterion(struct scheme_reader *r, const struct scheme_criterion *criterion, const struct xml_node *node)
{
	const struct xml_node *criteria = xml_child(r->root, "criteria");

	check_kind(r, criterion, node);
	if (criterion->spread != NULL && !spread_exists(r->scheme, criterion->spread))
		COMPLAIN(r->messages, node->line, COMPLAINT_SPREAD, criterion->id, criterion->spread);
	if (r->scheme->method == CRITERIA_MARKS && has(node, "weight"))
		COMPLAIN(r->messages, node->line, COMPLAINT_WEIGHT_UNWANTED, criterion->id);
	if (!scheme_has_marks(r->scheme) &&
	    (has(node, "weight") || criterion->n_anchors > 0 || criterion->min_mark >= 0))
		COMPLAIN(r->messages, node->line, COMPLAINT_OVERALL_MARKS, criterion->id);
	else if (criterion->kind == CRITERION_GRADED && has(criteria, "scale"))
		check_marks(r, criterion, node);
}

static bool
grades_something(const struct scheme *scheme)
{
	for (size_t i = 0; i < scheme->n_criteria; i++)
		if (scheme->criteria[i].kind == CRITERION_GRADED)
			return (true);
	return (false);
}

static void
check_method(struct scheme_reader *r, const struct xml_node *criteria)
{
	if (!scheme_has_marks(r->scheme)) {
		if (has(criteria, "scale"))
			COMPLAIN(r->messages, criteria->line, COMPLAINT_OVERALL_SCALE);
		return;
	}
	if (!has(criteria, "scale"))
		COMPLAIN(r->messages, criteria->line, COMPLAINT_SCALE_MISSING);
	if (!grades_something(r->scheme))
		COMPLAIN(r->messages, criteria->line, COMPLAINT_NOTHING_GRADED);
	if (r->scheme->method == CRITERIA_WEIGHTED)
		check_weights(r, criteria);
}

/* Judged rungs have no conditions; the others all but the last, which takes the rest. */
static void
check_ladder(struct scheme_reader *r, const struct xml_node *ladder)
{
	const struct xml_node *rung = xml_child(ladder, "rung");

	if (r->scheme->n_rungs < 2)
		COMPLAIN(r->messages, ladder->line, COMPLAINT_LADDER_SHORT);
	for (; rung != NULL; rung = xml_next(rung, "rung")) {
		bool last = xml_next(rung, "rung") == NULL;

		if (r->scheme->ladder_judged && has(rung, "when"))
			COMPLAIN(r->messages, rung->line, COMPLAINT_RUNG_JUDGED);
		else if (!r->scheme->ladder_judged && !last && !has(rung, "when"))
			COMPLAIN(r->messages, rung->line, COMPLAINT_RUNG_OPEN);
		else if (!r->scheme->ladder_judged && last && has(rung, "when"))
			COMPLAIN(r->messages, rung->line, COMPLAINT_RUNG_LAST);
	}
}

static void
check_draw(struct scheme_reader *r, const struct xml_node *node)
{
	if (has(node, "order"))
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_DRAW_ORDER);
	if (!has(node, "seed"))
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_SEED);
	if (xml_next(node, "tie-break") != NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_LAST);
}

/* by="test" and by="number" say what in an attribute of the same name, and to people in words. */
static void
check_own_tie(struct scheme_reader *r, const struct xml_node *node, const char *by)
{
	bool own = strcmp(by, "test") == 0 || strcmp(by, "number") == 0;

	if (own && !has(node, by))
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_VALUE, by);
	if (own && xml_child(node, "nb") == NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_WORDS, by);
	if (strcmp(by, "test") != 0 && has(node, "test"))
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_VALUE_ALONE, "test");
	if (strcmp(by, "number") != 0 && has(node, "number"))
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_VALUE_ALONE, "number");
}

static void
check_tie_break(struct scheme_reader *r, enum ranking_key key, const struct xml_node *node)
{
	const char *by = xml_attribute(node, "by");

	check_own_tie(r, node, by);
	if (key == RANK_DRAW) {
		check_draw(r, node);
		return;
	}
	if (key == RANK_TEST && has(node, "order"))
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_TEST_ORDER);
	if (key != RANK_TEST && !has(node, "order"))
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_ORDER, by);
	if (has(node, "seed"))
		COMPLAIN(r->messages, node->line, COMPLAINT_TIE_SEED_ALONE);
	if (key == RANK_MUNICIPALITIES && scheme_field_of_type(r->scheme, FIELD_MUNICIPALITIES) == NULL)
		COMPLAIN(r->messages, node->line, COMPLAINT_SHARE_BASE, "tie-break", "municipalities");
}

/* Tests and numbers of our own may be several; the others are what they are. */
static void
check_ties_once(struct scheme_reader *r, const struct xml_node *criteria)
{
	const struct xml_node *node = xml_child(criteria, "tie-break"), *before;

	for (; node != NULL; node = xml_next(node, "tie-break")) {
		const char *by = xml_attribute(node, "by");

		if (strcmp(by, "test") == 0 || strcmp(by, "number") == 0)
			continue;
		for (before = xml_child(criteria, "tie-break"); before != node; before = xml_next(before, "tie-break"))
			if (strcmp(xml_attribute(before, "by"), by) == 0) {
				COMPLAIN(r->messages, xml_attribute_line(node, "by"), COMPLAINT_TWICE, "tie-break",
				    "by", by);
				break;
			}
	}
}

void
scheme_check_criteria(struct scheme_reader *r)
{
	const struct xml_node *criteria = xml_child(r->root, "criteria"), *ladder = xml_child(criteria, "ladder");

	if ((criteria == NULL) != scheme_is_computed(r->scheme))
		COMPLAIN(r->messages, criteria == NULL ? r->root->line : criteria->line,
		    criteria == NULL ? COMPLAINT_CRITERIA_MISSING : COMPLAINT_CRITERIA_UNWANTED);
	if (criteria == NULL)
		return;
	check_method(r, criteria);
	for (size_t i = 0; i < r->scheme->n_criteria; i++)
		check_criterion(r, &r->scheme->criteria[i], child_at(criteria, "criterion", i));
	if (ladder != NULL)
		check_ladder(r, ladder);
	for (size_t i = 0; i < r->scheme->n_tie_breaks; i++)
		check_tie_break(r, r->scheme->tie_breaks[i].key, child_at(criteria, "tie-break", i));
	check_ties_once(r, criteria);
}
