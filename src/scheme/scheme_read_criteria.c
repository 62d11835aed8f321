/* scheme_read_criteria.c — criteria, the ladder of priority and tie-breaks. */
#include <stdlib.h>
#include <string.h>

#include "scheme/scheme_read.h"

static size_t
word_index(const struct xml_node *node, const char *name, const char *const *words, size_t n)
{
	const char *value = xml_attribute(node, name);

	for (size_t i = 0; value != NULL && i < n; i++)
		if (strcmp(words[i], value) == 0)
			return (i);
	return (0);
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
	static const char *const kinds[] = { [CRITERION_GRADED] = "graded",
		[CRITERION_REQUIRED] = "required",
		[CRITERION_SHOULD] = "should",
		[CRITERION_PORTFOLIO] = "portfolio" };
	static const char *const below[] = { "may-reject", "reject" };

	criterion->id = read_word(r, node, "id");
	criterion->kind = (enum criterion_kind)word_index(node, "kind", kinds, 4);
	criterion->name = read_texts(r, node);
	criterion->description = read_child_texts(r, node, "description");
	criterion->weight = (int)read_integer(node, "weight", 0);
	if (r->scheme->method == CRITERIA_MARKS && criterion->kind == CRITERION_GRADED && criterion->weight == 0)
		criterion->weight = 1;
	criterion->min_mark = (int)read_integer(node, "min-mark", -1);
	criterion->min_rejects = word_index(node, "below", below, 2) == 1;
	criterion->spread = read_word(r, node, "spread");
	criterion->tag = read_word(r, node, "tag");
	criterion->internal = read_yes(node, "internal", false);
	READ_LIST(r, node, "anchor", criterion->anchors, criterion->n_anchors, read_anchor);
}

static void
read_rung(struct scheme_reader *r, struct scheme_rung *rung, const struct xml_node *node)
{
	rung->id = read_word(r, node, "id");
	rung->text = read_texts(r, node);
}

static void
read_tie_break(struct scheme_reader *r, struct ranking_tie_break *by, const struct xml_node *node)
{
	static const char *const keys[] = { [RANK_MUNICIPALITIES] = "municipalities",
		[RANK_APPLIED] = "applied",
		[RANK_SUBMITTED] = "submitted",
		[RANK_FIRST_APPLIED] = "first-applied",
		[RANK_YEARS_APPLIED] = "years-applied",
		[RANK_TEST] = "test",
		[RANK_NUMBER] = "number",
		[RANK_DRAW] = "draw" };
	const char *order = xml_attribute(node, "order");

	by->key = (enum ranking_key)word_index(node, "by", keys, sizeof(keys) / sizeof(keys[0]));
	by->descending = order != NULL && strcmp(order, "descending") == 0;
	by->text = read_texts(r, node);
	if (by->key == RANK_DRAW)
		r->scheme->draw_seed = read_word(r, node, "seed");
}

void
scheme_read_criteria(struct scheme_reader *r)
{
	static const char *const methods[] = {
		[CRITERIA_OVERALL] = "overall", [CRITERIA_WEIGHTED] = "weighted", [CRITERIA_MARKS] = "marks"
	};
	const struct xml_node *node = xml_child(r->root, "criteria"), *ladder = xml_child(node, "ladder");
	const char *scale = node == NULL ? NULL : xml_attribute(node, "scale");
	struct scheme *s = r->scheme;

	if (node != NULL)
		s->method = (enum criteria_method)word_index(node, "method", methods, 3);
	if (scale != NULL) {
		s->scale_min = (int)strtol(scale, NULL, 10);
		s->scale_max = (int)strtol(strchr(scale, '-') + 1, NULL, 10);
	}
	READ_LIST(r, node, "criterion", s->criteria, s->n_criteria, read_criterion);
	READ_LIST(r, node, "tie-break", s->tie_breaks, s->n_tie_breaks, read_tie_break);
	READ_LIST(r, ladder, "rung", s->rungs, s->n_rungs, read_rung);
	s->ladder_judged = ladder != NULL && xml_attribute(ladder, "judged-by") != NULL;
	s->ladder_text = read_texts(r, ladder);
}

void
scheme_read_criteria_expressions(struct scheme_reader *r)
{
	const struct xml_node *node = xml_child(r->root, "criteria"), *tie = xml_child(node, "tie-break"),
			      *rung = xml_child(xml_child(node, "ladder"), "rung");

	for (size_t i = 0; rung != NULL; rung = xml_next(rung, "rung"), i++)
		r->scheme->rungs[i].when = read_truth(r, rung, "when", NULL);
	for (size_t i = 0; tie != NULL; tie = xml_next(tie, "tie-break"), i++)
		r->scheme->tie_breaks[i].value = r->scheme->tie_breaks[i].key == RANK_TEST
						     ? read_truth(r, tie, "test", NULL)
						     : read_number(r, tie, "number");
}
