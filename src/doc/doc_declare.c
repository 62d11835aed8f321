/* doc_declare.c — <data> names every key a template uses, so that a misspelt one stops the load and not a letter. */
#include <string.h>

#include "doc/doc_node.h"

static const struct {
	const char *element;
	enum doc_value_kind kind;
} kinds[] = { { "text", DOC_VALUE_TEXT }, { "flag", DOC_VALUE_FLAG }, { "number", DOC_VALUE_NUMBER },
	{ "list", DOC_VALUE_LIST } };

static struct doc_key *
find_in(struct doc_key *keys, const char *name)
{
	for (; keys != NULL; keys = keys->next)
		if (strcmp(keys->name, name) == 0)
			break;
	return (keys);
}

static enum status
key_read(struct doc_key *key, struct doc_compiler *c, const struct xml_node *node)
{
	const char *optional = xml_attribute(node, "optional");
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (xml_is(node, kinds[i].element))
			break;
	if (i == sizeof(kinds) / sizeof(kinds[0]))
		return (
		    doc_refuse(c, node->line, "<%s> is no kind of data; write text, flag, number or list", node->name));
	key->kind = kinds[i].kind;
	key->name = xml_attribute(node, "name");
	if (key->name == NULL || strspn(key->name, "abcdefghijklmnopqrstuvwxyz0123456789_") != strlen(key->name) ||
	    *key->name == '\0')
		return (doc_refuse(c, node->line, "<%s> needs a name of small letters, digits and _", node->name));
	if (optional != NULL && strcmp(optional, "yes") != 0 && strcmp(optional, "no") != 0)
		return (doc_refuse(c, node->line, "optional is yes or no, not \"%s\"", optional));
	key->optional = optional != NULL && strcmp(optional, "yes") == 0;
	return (doc_check_attributes(c, node, "name optional"));
}

static enum status
keys_read(struct doc_key **out, struct doc_compiler *c, const struct xml_node *parent, struct doc_key *list);

/* Data that several templates have in common is declared beside the passage that shows it. */
static enum status
keys_include(struct doc_key **out, struct doc_compiler *c, const struct xml_node *node, struct doc_key *list)
{
	const char *outer = c->error->name;
	struct xml_node *data;
	enum status st;

	if ((st = doc_part_find(&data, c, node, "data")) != OK)
		return (st);
	c->include_depth++;
	if ((st = keys_read(out, c, data, list)) == OK)
		c->error->name = outer;
	c->include_depth--;
	return (st);
}

static enum status
key_add(struct doc_key **out, struct doc_compiler *c, const struct xml_node *node, struct doc_key *list)
{
	struct doc_key *key = arena_alloc(c->arena, sizeof(*key)), **tail = out;
	enum status st;

	if ((st = key_read(key, c, node)) != OK)
		return (st);
	if (find_in(*out, key->name) != NULL)
		return (doc_refuse(c, node->line, "\"%s\" is declared twice; remove one", key->name));
	if (key->kind != DOC_VALUE_LIST && xml_child(node, NULL) != NULL)
		return (doc_refuse(c, node->line, "only a list holds other data; make \"%s\" a list", key->name));
	key->parent = list;
	while (*tail != NULL)
		tail = &(*tail)->next;
	*tail = key;
	return (keys_read(&key->keys, c, node, key));
}

static enum status
keys_read(struct doc_key **out, struct doc_compiler *c, const struct xml_node *parent, struct doc_key *list)
{
	enum status st = OK;

	for (struct xml_node *node = xml_child(parent, NULL); node != NULL && st == OK; node = xml_next(node, NULL))
		st = xml_is(node, "include") ? keys_include(out, c, node, list) : key_add(out, c, node, list);
	return (st);
}

enum status
doc_declare(struct doc_compiler *c, const struct xml_node *node)
{
	return (keys_read(&c->template->keys, c, node, NULL));
}

struct doc_key *
doc_key_find(const struct doc_compiler *c, const char *name)
{
	struct doc_key *found = NULL;

	for (struct doc_key *scope = c->scope; scope != NULL && found == NULL; scope = scope->parent)
		found = find_in(scope->keys, name);
	return (found != NULL ? found : find_in(c->template->keys, name));
}
