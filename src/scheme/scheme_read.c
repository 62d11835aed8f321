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
	scheme_mention(r, MENTION_UNIT, s->unit, r->root->line);
	s->status = read_word(r, r->root, "status");
	s->language =
	    xml_attribute(r->root, "language") != NULL && strcmp(xml_attribute(r->root, "language"), "nn") == 0
		? LANG_NN
		: LANG_NB;
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
read_years(struct scheme_reader *r)
{
	const struct xml_node *years = xml_child(r->root, "years");

	r->scheme->years = years == NULL ? 1 : (int)read_integer(years, "count", 1);
	r->scheme->years_text = read_texts(r, years);
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

void
scheme_read_outline(struct scheme_reader *r)
{
	struct scheme *s = r->scheme;

	read_identity(r);
	read_years(r);
	READ_LIST(r, xml_child(r->root, "goals"), "goal", s->goals, s->n_goals, read_goal);
	scheme_read_rules(r);
	scheme_read_amount(r);
	scheme_read_criteria(r);
	scheme_read_sharing(r);
	scheme_read_after(r);
	scheme_read_tests(r);
}

void
scheme_read_expressions(struct scheme_reader *r)
{
	scheme_read_rule_expressions(r);
	scheme_read_amount_expressions(r);
	scheme_read_criteria_expressions(r);
	scheme_read_sharing_expressions(r);
}
