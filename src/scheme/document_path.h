/* document_path.h — names for the elements of a document that hold while others come and go: "form/section:kontakt". */
#ifndef SCHEME_DOCUMENT_PATH_H
#define SCHEME_DOCUMENT_PATH_H

#include "xml/xml_read.h"

/*
 * Steps from the outermost element with "/" between; "" is that element itself. A step is the element's name when it
 * is the only one of that name, else "name:ID" by its id, or "name.2" by its place among those of that name.
 */
char *document_path(struct arena *arena, const struct xml_node *node);

/* The element a path names; NULL when there is none. */
struct xml_node *document_find(const struct xml_doc *doc, const char *path);

/* The element whose line it is: the outermost that begins there, else the innermost around it. NULL outside them all.
 */
struct xml_node *document_at_line(const struct xml_doc *doc, int line);

/* How many elements of the name stand in parent. */
size_t document_count(const struct xml_node *parent, const char *name);

#endif
