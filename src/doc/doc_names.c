/* doc_names.c — ids in a template, and references that must lead to one. */
#include <string.h>

#include "doc/doc_node.h"

/* Remembers a name, to be held together with the others at the end. */
static void
name_add(struct doc_name **list, struct doc_compiler *c, const struct xml_node *node, const char *attribute)
{
	struct doc_name *name = arena_alloc(c->arena, sizeof(*name));

	*name = (struct doc_name){ *list, xml_attribute(node, attribute), c->error->name,
		xml_attribute_line(node, attribute) };
	*list = name;
}

static const struct doc_name *
name_find(const struct doc_name *list, const char *id)
{
	while (list != NULL && strcmp(list->id, id) != 0)
		list = list->next;
	return (list);
}

enum status
doc_name_set(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	if ((out->id = xml_attribute(node, "id")) == NULL)
		return (OK);
	if (*out->id == '\0' || name_find(c->ids, out->id) != NULL)
		return (doc_refuse(
		    c, xml_attribute_line(node, "id"), "id=\"%s\" is empty or there already; write another", out->id));
	name_add(&c->ids, c, node, "id");
	return (OK);
}

enum status
doc_reference_set(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	if ((out->id = xml_attribute(node, "to")) == NULL)
		return (doc_refuse(c, node->line, "<ref> needs to, the id of a heading, table or figure"));
	name_add(&c->references, c, node, "to");
	return (OK);
}

enum status
doc_check_references(struct doc_compiler *c)
{
	for (const struct doc_name *at = c->references; at != NULL; at = at->next)
		if (name_find(c->ids, at->id) == NULL) {
			c->error->name = at->file;
			return (doc_refuse(c, at->line,
			    "nothing has id=\"%s\"; correct it or give a heading, table or figure that id", at->id));
		}
	return (OK);
}
