/* scheme_canonical.c — the one form of a document that its hash is taken of. */
#include <string.h>

#include "core/text.h"
#include "scheme/scheme_canonical.h"
#include "scheme/vocabulary.h"
#include "xml/xml_write.h"

static bool
is_leaf(const struct xml_node *node)
{
	const struct vocabulary_element *element = vocabulary_element(&scheme_vocabulary, node->name);

	return (element != NULL && element->texts == TEXTS_LEAF);
}

static void
write_node(struct xml_writer *w, struct arena *arena, const struct xml_node *node)
{
	xml_write_start(w, node->name);
	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		xml_write_attribute(w, a->name, scheme_text_normal(arena, a->value));
	if (is_leaf(node))
		xml_write_text(w, scheme_text_normal(arena, xml_content(arena, node)));
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		if (child->kind == XML_ELEMENT && !is_leaf(node))
			write_node(w, arena, child);
	xml_write_end(w);
}

char *
scheme_canonical_text(struct arena *arena, struct arena *scratch, const struct xml_doc *doc)
{
	struct buf out = buf_new(scratch);
	struct xml_writer w = xml_writer_new(&out, SCHEME_NS);

	write_node(&w, scratch, doc->root);
	return (arena_strdup(arena, buf_text(&out)));
}
