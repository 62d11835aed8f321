/* scheme_check.c — what must differ within a scheme, and the other checks in order. */
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

bool
check_constant(struct scheme_reader *r, const struct expr *expr)
{
	size_t names;

	(void)expr_names(&names, r->scratch, expr);
	return (names == 0);
}

static void
check_ids(struct scheme_reader *r)
{
	const struct xml_node *criteria = xml_child(r->root, "criteria"), *criterion = xml_child(criteria, "criterion");

	check_unique(r, xml_child(r->root, "goals"), "goal", "id");
	check_unique(r, criteria, "criterion", "id");
	check_unique(r, xml_child(criteria, "ladder"), "rung", "id");
	check_unique(r, xml_child(r->root, "tests"), "case", "name");
	check_unique(r, xml_child(r->root, "tests"), "round", "name");
	for (; criterion != NULL; criterion = xml_next(criterion, "criterion"))
		check_unique(r, criterion, "anchor", "mark");
}

void
scheme_check_parts(struct scheme_reader *r)
{
	check_ids(r);
	scheme_check_rules(r);
	scheme_check_after(r);
}
