/* xml_fuzz.c — any bytes as XML: refused with a message, or read so that what is written of it reads the same. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "xml/xml_read.h"
#include "xml/xml_write.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
check_positions(const struct xml_doc *doc, const struct xml_node *node)
{
	if (node->byte_start > node->byte_end || node->byte_end > doc->source_len || node->line < 1)
		abort();
	if (node->kind == XML_ELEMENT &&
	    (doc->source[node->byte_start] != '<' || doc->source[node->byte_end - 1] != '>' ||
		node->inside_start > node->inside_end || node->inside_start <= node->byte_start ||
		node->inside_end > node->byte_end))
		abort();
	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		if (strncmp(doc->source + a->byte_start, a->name, strlen(a->name)) != 0 ||
		    a->value_start <= a->byte_start || a->byte_end <= a->value_start ||
		    doc->source[a->value_start - 1] != doc->source[a->byte_end - 1])
			abort();
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		check_positions(doc, child);
}

static struct buf
written(struct arena *arena, const struct xml_doc *doc)
{
	struct buf out = buf_new(arena);
	struct xml_writer writer = xml_writer_new(&out, NULL);

	xml_write_node(&writer, doc->root);
	return (out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_new(0);
	struct xml_doc *doc = NULL;
	struct xml_error error = { 0 };

	if (xml_read(&doc, &error, arena, NULL, "fuzz.xml", (const char *)bytes, len) != OK) {
		if (error.message == NULL || doc != NULL)
			abort();
	} else {
		struct buf once = written(arena, doc), twice;

		check_positions(doc, doc->root);
		if (xml_read(&doc, &error, arena, NULL, "again.xml", once.data, once.len) != OK)
			abort();
		twice = written(arena, doc);
		if (once.len != twice.len || memcmp(once.data, twice.data, once.len) != 0)
			abort();
	}
	arena_free(arena);
	return (0);
}
