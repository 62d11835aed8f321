/* xml_write.h — writes XML with everything escaped, in one canonical form: the same content gives the same bytes. */
#ifndef XML_XML_WRITE_H
#define XML_XML_WRITE_H

#include "core/buf.h"
#include "xml/xml_read.h"

/*
 * Canonical as in C14N 1.0 for documents without prefixes: UTF-8, no declaration, no self-closing tags,
 * the default namespace first and attributes in byte order of their names, LF line ends.
 */
struct xml_writer {
	struct buf *out;
	const char *ns;                  /* declared on the outermost element; NULL for none */
	const char *open[XML_MAX_DEPTH]; /* names of the open elements */
	const char *names[XML_MAX_ATTRIBUTES], *values[XML_MAX_ATTRIBUTES];
	int depth, attribute_count;
	bool tag_open; /* attributes may still come */
};

/* Writes into out; ns is borrowed and may be NULL. */
struct xml_writer xml_writer_new(struct buf *out, const char *ns);

/* name and value are borrowed until the element's first content. Asserts on misuse: attributes after content, too deep.
 */
void xml_write_start(struct xml_writer *w, const char *name);
void xml_write_attribute(struct xml_writer *w, const char *name, const char *value);
void xml_write_text(struct xml_writer *w, const char *text);
void xml_write_end(struct xml_writer *w);

/* A whole tree as read. */
void xml_write_node(struct xml_writer *w, const struct xml_node *node);

/* Text and attribute values escaped as C14N says; for writers of other formats too. */
void xml_escape_text(struct buf *out, const char *text);
void xml_escape_attribute(struct buf *out, const char *value);

#endif
