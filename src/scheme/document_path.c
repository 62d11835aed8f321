/* document_path.c — names elements of a document and finds them again. */
#include "scheme/document_path.h"

#include <stdlib.h>
#include <string.h>

#include "core/buf.h"

size_t
document_count(const struct xml_node *parent, const char *name)
{
	size_t n = 0;

	for (const struct xml_node *child = xml_child(parent, name); child != NULL; child = xml_next(child, name))
		n++;
	return (n);
}

/* The only child of that name and id; NULL when there is none, or several. */
static struct xml_node *
by_id(const struct xml_node *parent, const char *name, const char *id)
{
	struct xml_node *found = NULL;

	for (struct xml_node *child = xml_child(parent, name); child != NULL; child = xml_next(child, name)) {
		const char *own = xml_attribute(child, "id");

		if (own == NULL || strcmp(own, id) != 0)
			continue;
		if (found != NULL)
			return (NULL);
		found = child;
	}
	return (found);
}

/* An id can be anything while the document is being written; a step holds plain ones. */
static bool
is_plain(const char *id)
{
	return (*id != '\0' && id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0');
}

static void
write_step(struct buf *out, const struct xml_node *node)
{
	const char *id = xml_attribute(node, "id");
	size_t place = 1;

	buf_puts(out, node->name);
	if (id != NULL && is_plain(id) && by_id(node->parent, node->name, id) == node) {
		buf_printf(out, ":%s", id);
		return;
	}
	if (document_count(node->parent, node->name) == 1)
		return;
	for (const struct xml_node *at = xml_child(node->parent, node->name); at != node; at = xml_next(at, node->name))
		place++;
	buf_printf(out, ".%zu", place);
}

static void
write_path(struct buf *out, const struct xml_node *node)
{
	if (node->parent == NULL)
		return;
	write_path(out, node->parent);
	if (out->len > 0)
		buf_putc(out, '/');
	write_step(out, node);
}

char *
document_path(struct arena *arena, const struct xml_node *node)
{
	struct buf out = buf_new(arena);

	write_path(&out, node);
	return (arena_strdup(arena, buf_text(&out)));
}

#define STEP_MAX 128

/* As document_find(), one step from the parent; *path is moved past it. NULL, and *path untouched, when there is none.
 */
static struct xml_node *
document_step(const struct xml_node *parent, const char **path)
{
	size_t len = strcspn(*path, "/"), name_len = strcspn(*path, "/:.");
	struct xml_node *node;
	char step[STEP_MAX];
	unsigned long place = 1;

	if (len == 0 || len >= sizeof(step))
		return (NULL);
	memcpy(step, *path, len);
	step[len] = '\0';
	if (step[name_len] == '.' && (place = strtoul(step + name_len + 1, NULL, 10)) == 0)
		return (NULL);
	if (step[name_len] == ':') {
		step[name_len] = '\0';
		node = by_id(parent, step, step + name_len + 1);
	} else {
		step[name_len] = '\0';
		for (node = xml_child(parent, step); node != NULL && place > 1; place--)
			node = xml_next(node, step);
	}
	if (node != NULL)
		*path += len + ((*path)[len] == '/');
	return (node);
}

struct xml_node *
document_find(const struct xml_doc *doc, const char *path)
{
	struct xml_node *node = doc->root;

	while (node != NULL && *path != '\0')
		node = document_step(node, &path);
	return (node);
}

static struct xml_node *
beginning_at(struct xml_node *node, int line)
{
	struct xml_node *found;

	if (node->line == line)
		return (node);
	for (struct xml_node *child = xml_child(node, NULL); child != NULL; child = xml_next(child, NULL))
		if ((found = beginning_at(child, line)) != NULL)
			return (found);
	return (NULL);
}

static struct xml_node *
around(struct xml_node *node, size_t byte)
{
	struct xml_node *found;

	if (byte < node->byte_start || byte >= node->byte_end)
		return (NULL);
	for (struct xml_node *child = xml_child(node, NULL); child != NULL; child = xml_next(child, NULL))
		if ((found = around(child, byte)) != NULL)
			return (found);
	return (node);
}

struct xml_node *
document_at_line(const struct xml_doc *doc, int line)
{
	struct xml_node *found = beginning_at(doc->root, line);
	const char *at = doc->source;

	if (found != NULL)
		return (found);
	for (int i = 1; i < line && at != NULL; i++)
		at = (at = strchr(at, '\n')) == NULL ? NULL : at + 1;
	return (at == NULL ? NULL : around(doc->root, (size_t)(at - doc->source)));
}
