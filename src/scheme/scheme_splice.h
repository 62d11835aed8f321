/* scheme_splice.h — changes to a document as replaced spans of bytes: what they don't touch stays, byte for byte. */
#ifndef SCHEME_SCHEME_SPLICE_H
#define SCHEME_SCHEME_SPLICE_H

#include "core/buf.h"
#include "xml/xml_read.h"

/* source[start..end) becomes text. */
struct splice {
	size_t start, end;
	const char *text;
	size_t len;
};

/* The changes gathered so far, all of them in positions of doc as it was read. */
struct splices {
	struct arena *arena;
	const struct xml_doc *doc;
	struct splice *list;
	size_t n, cap;
};

/* An element that is to be written: attributes, and a text or elements inside. */
struct splice_element {
	const char *name;
	struct splice_element *next, *children;
	struct xml_attribute *attributes; /* name and value alone */
	const char *text;                 /* NULL when there is none */
};

struct splices splices_new(struct arena *arena, const struct xml_doc *doc);

/*
 * Gives the attribute the value, adds it behind the others when it is not there, takes it away with NULL. Nothing is
 * gathered when it is so already.
 */
void splice_attribute(struct splices *splices, const struct xml_node *element, const char *name, const char *value);

/* The text inside the element; nothing is gathered when it says the same already, as schemes read texts. */
void splice_text(struct splices *splices, const struct xml_node *element, const char *text);

/*
 * Writes elements, one or a list, into parent: behind the element after, or first with NULL. They take the places and
 * the indentation that those beside them have. Once for each place: a second call for one parent without any elements
 * would make it twice.
 */
void splice_insert(struct splices *splices, const struct xml_node *parent, const struct xml_node *after,
    const struct splice_element *elements);

/* source[start..end) becomes the text, as it is. */
void splice_bytes(struct splices *splices, size_t start, size_t end, const char *text);

/* Takes the element away, with its line when nothing else stands there, and with what else was changed inside it. */
void splice_remove(struct splices *splices, const struct xml_node *element);

/* Lets two elements that follow each other change places. */
void splice_swap(struct splices *splices, const struct xml_node *first, const struct xml_node *second);

/* Moves the element, as it is written, to another parent: behind the element after, or first with NULL. */
void splice_move(struct splices *splices, const struct xml_node *element, const struct xml_node *parent,
    const struct xml_node *after);

/* The document with the changes made, in the arena, NUL-terminated; what is new ends its lines as the others end. A
 * change inside a larger one is left out. */
char *splices_apply(size_t *len, const struct splices *splices);

/*
 * The whole document as somebody wrote it in a field, which knows one kind of line end and no byte order mark: with the
 * mark, the line ends and the end of the last line that the document before[0..len) had. text: LF
 */
char *document_written_as(struct arena *arena, const char *text, const char *before, size_t len);

/* New elements; names and values are borrowed. Returns the new one, last among parent's children (NULL: on its own). */
struct splice_element *splice_element_new(struct arena *arena, struct splice_element *parent, const char *name);
void splice_element_attribute(struct arena *arena, struct splice_element *element, const char *name, const char *value);

#endif
