/* document_move.c — takes elements of a document away, moves them, and gives them other names. */
#include <string.h>

#include "scheme/document_edit.h"
#include "scheme/document_path.h"
#include "scheme/scheme_splice.h"

static void
made(struct document_edit *out, const struct splices *splices)
{
	*out = (struct document_edit){ 0 };
	out->text = splices_apply(&out->len, splices);
}

/* What the element's parent is, and its own place among what may stand there. */
static const struct vocabulary_element *
kind_in_parent(size_t *place, struct arena *arena, const struct vocabulary *vocabulary, const struct xml_node *node)
{
	const struct vocabulary_element *parent;
	char cardinality;

	parent = document_kind(&cardinality, vocabulary, document_path(arena, node->parent));
	if (parent == NULL || vocabulary_inside(place, &cardinality, vocabulary, parent, node->name) == NULL)
		return (NULL);
	return (parent);
}

/* The element beside it that it can change places with; NULL when there is none. */
static const struct xml_node *
beside(struct arena *arena, const struct vocabulary *vocabulary, const struct xml_node *node, bool up)
{
	const struct vocabulary_element *parent;
	const struct xml_node *before = NULL;
	size_t place, other;
	char cardinality;

	if ((parent = kind_in_parent(&place, arena, vocabulary, node)) == NULL)
		return (NULL);
	for (const struct xml_node *at = xml_child(node->parent, NULL); at != NULL; at = xml_next(at, NULL)) {
		if (at == node && up)
			return (before);
		if (vocabulary_inside(&other, &cardinality, vocabulary, parent, at->name) == NULL || other != place)
			continue;
		if (before == node)
			return (at);
		before = at;
	}
	return (NULL);
}

enum status
document_edit_move(struct document_edit *out, struct arena *arena, const struct vocabulary *vocabulary,
    const struct xml_doc *doc, const char *path, enum document_move move)
{
	const struct xml_node *node = document_find(doc, path), *other;
	struct splices splices = splices_new(arena, doc);

	if (node == NULL)
		return (ERR_NOT_FOUND);
	if (node->parent == NULL)
		return (ERR_CONFLICT);
	if (move == DOCUMENT_REMOVE)
		splice_remove(&splices, node);
	else if ((other = beside(arena, vocabulary, node, move == DOCUMENT_UP)) == NULL)
		return (ERR_CONFLICT);
	else if (move == DOCUMENT_UP)
		splice_swap(&splices, other, node);
	else
		splice_swap(&splices, node, other);
	made(out, &splices);
	return (OK);
}

enum status
document_edit_send(struct document_edit *out, struct arena *arena, const struct vocabulary *vocabulary,
    const struct xml_doc *doc, const char *path, const char *parent)
{
	const struct xml_node *node = document_find(doc, path), *to = document_find(doc, parent), *last = NULL;
	struct splices splices = splices_new(arena, doc);
	const struct vocabulary_element *kind;
	char cardinality;
	size_t place;

	if (node == NULL || to == NULL || node->parent == NULL)
		return (ERR_NOT_FOUND);
	kind = document_kind(&cardinality, vocabulary, parent);
	if (to == node->parent || kind == NULL ||
	    vocabulary_inside(&place, &cardinality, vocabulary, kind, node->name) == NULL)
		return (ERR_INVALID);
	for (const struct xml_node *at = xml_child(to, NULL); at != NULL; at = xml_next(at, NULL))
		last = at;
	splice_move(&splices, node, to, last);
	made(out, &splices);
	return (OK);
}

/* The name in the start tag, behind its prefix, and in the end tag when there is one. */
static void
rename_tags(struct splices *splices, const struct xml_node *node, const char *name)
{
	size_t whole = strcspn(splices->doc->source + node->byte_start + 1, " \t\r\n/>"), len = strlen(node->name);
	size_t start = node->byte_start + 1 + whole - len, end = node->inside_end + 2 + whole - len;

	splice_bytes(splices, start, start + len, name);
	if (node->inside_start != node->byte_end)
		splice_bytes(splices, end, end + len, name);
}

enum status
document_edit_rename(struct document_edit *out, struct arena *arena, const struct vocabulary *vocabulary,
    const struct xml_doc *doc, const char *path, const char *name)
{
	const struct xml_node *node = document_find(doc, path);
	struct splices splices = splices_new(arena, doc);
	const struct vocabulary_element *parent, *kind;
	char cardinality;
	size_t place;

	if (node == NULL || node->parent == NULL)
		return (ERR_NOT_FOUND);
	parent = document_kind(&cardinality, vocabulary, document_path(arena, node->parent));
	if (parent == NULL || (kind = vocabulary_inside(&place, &cardinality, vocabulary, parent, name)) == NULL ||
	    kind->texts == TEXTS_LEAF)
		return (ERR_INVALID);
	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		if (vocabulary_attribute(kind, a->name) == NULL)
			splice_attribute(&splices, node, a->name, NULL);
	for (const struct xml_node *at = xml_child(node, NULL); at != NULL; at = xml_next(at, NULL))
		if (vocabulary_inside(&place, &cardinality, vocabulary, kind, at->name) == NULL)
			splice_remove(&splices, at);
	rename_tags(&splices, node, name);
	made(out, &splices);
	return (OK);
}
