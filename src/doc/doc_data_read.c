/* doc_data_read.c — the elements are named as in a template's <data>. */
#include "doc/doc_data_read.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static enum status
refuse(struct xml_error *error, int line, const char *message)
{
	error->line = line;
	error->message = message;
	return (ERR_INVALID);
}

static enum status
values_read(struct doc_data *data, struct xml_error *error, struct arena *arena, const struct xml_node *parent);

static enum status
number_read(struct doc_data *data, struct xml_error *error, struct arena *arena, const struct xml_node *node)
{
	const char *value = xml_attribute(node, "value");
	char *end;
	double number;

	if (value == NULL)
		return (refuse(error, node->line, "<number> needs value, such as 12.5"));
	number = strtod(value, &end);
	if (end == value || *end != '\0' || !isfinite(number))
		return (refuse(error, node->line, "value is no number; write it such as 12.5"));
	doc_set_number(data, xml_attribute(node, "name"), number, xml_content(arena, node));
	return (OK);
}

static enum status
list_read(struct doc_data *data, struct xml_error *error, struct arena *arena, const struct xml_node *node)
{
	const char *name = xml_attribute(node, "name");
	enum status st = OK;

	doc_set_list(data, name);
	for (struct xml_node *row = xml_child(node, NULL); row != NULL && st == OK; row = xml_next(row, NULL))
		st = xml_is(row, "row") ? values_read(doc_add_row(data, name), error, arena, row)
					: refuse(error, row->line, "a <list> holds <row>s only");
	return (st);
}

static enum status
values_read(struct doc_data *data, struct xml_error *error, struct arena *arena, const struct xml_node *parent)
{
	enum status st = OK;

	for (struct xml_node *node = xml_child(parent, NULL); node != NULL && st == OK; node = xml_next(node, NULL)) {
		const char *name = xml_attribute(node, "name");

		if (name == NULL)
			return (refuse(error, node->line, "the element needs a name, the key it sets"));
		if (xml_is(node, "text"))
			doc_set_text(data, name, xml_content(arena, node));
		else if (xml_is(node, "flag"))
			doc_set_flag(data, name, strcmp(xml_content(arena, node), "yes") == 0);
		else if (xml_is(node, "number"))
			st = number_read(data, error, arena, node);
		else if (xml_is(node, "list"))
			st = list_read(data, error, arena, node);
		else
			st = refuse(error, node->line, "data is text, flag, number or list");
	}
	return (st);
}

enum status
doc_data_read(struct doc_data **out, struct xml_error *error, struct arena *arena, const char *path)
{
	struct doc_data *data = doc_data_new(arena);
	struct xml_doc *doc;
	enum status st;

	if ((st = xml_read_file(&doc, error, arena, NULL, path)) != OK)
		return (st);
	error->name = doc->name;
	if (!xml_is(doc->root, "data"))
		return (refuse(error, doc->root->line, "the outermost element must be <data>"));
	if ((st = values_read(data, error, arena, doc->root)) == OK)
		*out = data;
	return (st);
}
