/* document_layout.c — gives a document that a machine wrote lines and indentation. */
#include <string.h>

#include "core/date.h"
#include "scheme/document_edit.h"
#include "scheme/scheme_splice.h"

#define INDENT "  "
#define LINE_MOST 110 /* texts that fit keep to the line of their element */

static bool
is_text(const struct xml_node *node)
{
	enum lang lang;

	return (lang_parse(&lang, node->name));
}

/* Whether nothing but elements and white space stands inside. */
static bool
holds_elements(const struct xml_node *node)
{
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		if (child->kind == XML_TEXT && child->text[strspn(child->text, " \t\r\n")] != '\0')
			return (false);
	return (xml_child(node, NULL) != NULL);
}

static bool
fits_on_a_line(const struct xml_node *node)
{
	for (const struct xml_node *child = xml_child(node, NULL); child != NULL; child = xml_next(child, NULL))
		if (!is_text(child))
			return (false);
	return (node->byte_end - node->byte_start <= LINE_MOST);
}

static void
lay_out(struct splices *splices, const struct xml_node *node, const char *indent)
{
	const char *inner = arena_printf(splices->arena, "%s" INDENT, indent);

	if (!holds_elements(node) || (node->parent != NULL && fits_on_a_line(node)))
		return;
	for (const struct xml_node *child = xml_child(node, NULL); child != NULL; child = xml_next(child, NULL)) {
		splice_bytes(splices, child->byte_start, child->byte_start, inner);
		lay_out(splices, child, inner);
	}
	splice_bytes(splices, node->inside_end, node->inside_end, indent);
}

const char *
document_laid_out(size_t *len, struct arena *arena, const struct xml_doc *doc)
{
	struct splices splices = splices_new(arena, doc);
	const struct xml_node *first = xml_child(doc->root, NULL);

	*len = doc->source_len;
	if (first == NULL ||
	    memchr(doc->source + doc->root->inside_start, '\n', first->byte_start - doc->root->inside_start) != NULL)
		return (doc->source);
	lay_out(&splices, doc->root, "\n");
	splice_bytes(&splices, doc->root->byte_end, doc->source_len, "\n");
	return (splices_apply(len, &splices));
}
