/* scheme_merge.c — lays what schemes share under a scheme that extends it. */
#include "scheme/scheme_merge.h"

#include <string.h>

static const char *const joined[] = { SCHEME_JOINED_LISTS };

static void
append(struct xml_node *parent, struct xml_node *node)
{
	struct xml_node **at = &parent->children;

	while (*at != NULL)
		at = &(*at)->next;
	*at = node;
	node->parent = parent;
	node->next = NULL;
}

/* Where the child of that name and id hangs; NULL when there is none. */
static struct xml_node **
find(struct xml_node *parent, const char *name, const char *id)
{
	for (struct xml_node **at = &parent->children; *at != NULL; at = &(*at)->next) {
		const char *own = xml_is(*at, name) ? xml_attribute(*at, "id") : NULL;

		if (own != NULL && strcmp(own, id) == 0)
			return (at);
	}
	return (NULL);
}

/* Puts the part where <take> stands. */
static void
replace(struct xml_node **take, struct xml_node *part)
{
	part->parent = (*take)->parent;
	part->next = (*take)->next;
	*take = part;
}

/* A shared part goes where the scheme takes it, or behind its own, unless the scheme has it under the same id or is
 * without it. */
static void
join_part(struct xml_node *own, struct xml_node *part)
{
	const char *id = xml_attribute(part, "id");
	struct xml_node **without = id == NULL ? NULL : find(own, "without", id);
	struct xml_node **take = id == NULL ? NULL : find(own, "take", id);

	if (without != NULL)
		*without = (*without)->next;
	else if (take != NULL)
		replace(take, part);
	else if (id == NULL || find(own, part->name, id) == NULL)
		append(own, part);
}

static void
join(struct xml_node *own, struct xml_node *shared)
{
	struct xml_node *next;

	for (struct xml_node *part = shared->children; part != NULL; part = next) {
		next = part->next;
		if (part->kind == XML_ELEMENT)
			join_part(own, part);
	}
}

static bool
is_joined(const char *name)
{
	for (size_t i = 0; i < sizeof(joined) / sizeof(joined[0]); i++)
		if (strcmp(joined[i], name) == 0)
			return (true);
	return (false);
}

static void
extends_nothing(struct xml_node *scheme)
{
	for (struct xml_attribute **at = &scheme->attributes; *at != NULL; at = &(*at)->next)
		if (strcmp((*at)->name, "extends") == 0) {
			*at = (*at)->next;
			return;
		}
}

void
scheme_merge_lines(struct xml_node *node, int above)
{
	node->line += above;
	for (struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		a->line += above;
	for (struct xml_node *child = node->children; child != NULL; child = child->next)
		scheme_merge_lines(child, above);
}

void
scheme_merge(struct scheme_messages *messages, struct xml_node *scheme, struct xml_node *shared)
{
	struct xml_node *next, *own;

	extends_nothing(scheme);
	for (struct xml_node *node = shared->children; node != NULL; node = next) {
		next = node->next;
		if (node->kind != XML_ELEMENT)
			continue;
		if (strcmp(node->name, "tests") == 0)
			COMPLAIN(messages, node->line, COMPLAINT_SHARED_TESTS);
		else if ((own = xml_child(scheme, node->name)) == NULL)
			append(scheme, node);
		else if (is_joined(node->name))
			join(own, node);
	}
}

static void
check_left(struct scheme_messages *messages, const struct xml_node *list, const char *name, enum complaint complaint)
{
	const struct xml_node *node = list == NULL ? NULL : xml_child(list, name);

	for (; node != NULL; node = xml_next(node, name))
		COMPLAIN(messages, node->line, complaint, xml_attribute(node, "id"));
}

void
scheme_merge_check(struct scheme_messages *messages, const struct xml_node *scheme)
{
	for (size_t i = 0; i < sizeof(joined) / sizeof(joined[0]); i++) {
		const struct xml_node *list = xml_child(scheme, joined[i]);

		check_left(messages, list, "without", COMPLAINT_WITHOUT);
		check_left(messages, list, "take", COMPLAINT_TAKE);
	}
}
