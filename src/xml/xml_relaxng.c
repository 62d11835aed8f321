/* xml_relaxng.c — libxml2's RELAX NG behind our own error; documents are read again by libxml2 for the check. */
#include "xml/xml_relaxng.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <string.h>

struct xml_schema {
	xmlRelaxNGPtr compiled;
	const char *path;
};

struct collector {
	struct arena *arena;
	struct xml_error *error;
	const char *name;
	bool failed;
};

static void
free_schema(void *object)
{
	xmlRelaxNGFree(object);
}

/* libxml2 reports the innermost cause first; the echoes "did not validate" that follow add nothing. */
static void
collect(void *user, xmlErrorPtr e)
{
	struct collector *c = user;
	char *message;
	size_t len;

	if (c->failed || e->level < XML_ERR_ERROR)
		return;
	c->failed = true;
	message = arena_strdup(c->arena, e->message == NULL ? "not as the schema says" : e->message);
	len = strlen(message);
	while (len > 0 && message[len - 1] == '\n')
		message[--len] = '\0';
	*c->error = (struct xml_error){ .name = c->name,
		.line = e->line,
		.message = arena_printf(c->arena, "%s; see the schema for what may stand here", message) };
}

static enum status
compile(struct xml_schema *schema, struct collector *collector, const struct xml_doc *doc)
{
	xmlDocPtr tree;
	xmlRelaxNGParserCtxtPtr parser;

	tree = xmlReadMemory(doc->source, (int)doc->source_len, doc->name, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
	if (tree == NULL)
		return (ERR_INVALID);
	parser = xmlRelaxNGNewDocParserCtxt(tree);
	if (parser != NULL) {
		xmlRelaxNGSetParserStructuredErrors(parser, (xmlStructuredErrorFunc)collect, collector);
		schema->compiled = xmlRelaxNGParse(parser);
		xmlRelaxNGFreeParserCtxt(parser);
	}
	xmlFreeDoc(tree);
	return (schema->compiled == NULL ? ERR_INVALID : OK);
}

static bool
reaches_out(const struct xml_node *node)
{
	if (xml_is(node, "include") || xml_is(node, "externalRef"))
		return (true);
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		if (reaches_out(child))
			return (true);
	return (false);
}

enum status
xml_relaxng_load(struct xml_schema **out, struct xml_error *error, struct arena *arena, const char *path)
{
	struct xml_schema *schema = arena_alloc(arena, sizeof(*schema));
	struct collector collector = { .arena = arena, .error = error };
	struct xml_doc *doc;
	enum status st;

	st = xml_read_file(&doc, error, arena, "http://relaxng.org/ns/structure/1.0", path);
	if (st != OK)
		return (st);
	schema->path = collector.name = doc->name;
	*error = (struct xml_error){ .name = doc->name, .message = "the schema is no RELAX NG; correct it" };
	if (reaches_out(doc->root)) {
		error->message = "the schema includes another file; write it as one file";
		return (ERR_INVALID);
	}
	if ((st = compile(schema, &collector, doc)) != OK)
		return (st);
	arena_defer(arena, free_schema, schema->compiled);
	*out = schema;
	return (OK);
}

enum status
xml_relaxng_check(
    struct xml_error *error, struct arena *arena, const struct xml_schema *schema, const struct xml_doc *doc)
{
	struct collector collector = { .arena = arena, .error = error, .name = doc->name };
	xmlRelaxNGValidCtxtPtr valid;
	xmlDocPtr tree;
	int answer = -1;

	*error = (struct xml_error){ .name = doc->name, .message = "the document could not be checked; try again" };
	tree = xmlReadMemory(doc->source, (int)doc->source_len, doc->name, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
	if (tree == NULL)
		return (ERR_INVALID);
	valid = xmlRelaxNGNewValidCtxt(schema->compiled);
	if (valid != NULL) {
		xmlRelaxNGSetValidStructuredErrors(valid, (xmlStructuredErrorFunc)collect, &collector);
		answer = xmlRelaxNGValidateDoc(valid, tree);
		xmlRelaxNGFreeValidCtxt(valid);
	}
	xmlFreeDoc(tree);
	return (answer == 0 ? OK : ERR_INVALID);
}
