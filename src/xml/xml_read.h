/* xml_read.h — reads XML from outside safely into a light tree of our own: no network, no DTD, no entities, stated
 * limits. */
#ifndef XML_XML_READ_H
#define XML_XML_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

#define XML_MAX_BYTES (8 * 1024 * 1024)
#define XML_MAX_DEPTH 64
#define XML_MAX_ATTRIBUTES 64 /* on one element */
#define XML_MAX_NODES 500000

enum xml_kind { XML_ELEMENT, XML_TEXT };

struct xml_attribute {
	struct xml_attribute *next; /* as written */
	const char *name;           /* "lang"; "xml:lang" and "xml:space" keep their prefix */
	const char *value;          /* references resolved, white space as XML says */
	int line;                   /* from 1 */
	/* source[byte_start..byte_end) is name="value" with its quotes, source[value_start..byte_end - 1) what is in
	 * them */
	size_t byte_start, value_start, byte_end;
};

struct xml_node {
	enum xml_kind kind;
	const char *name;                 /* of an element, without prefix; NULL for text */
	const char *text;                 /* of a text node, never ""; NULL for elements */
	struct xml_attribute *attributes; /* first, or NULL */
	struct xml_node *parent;          /* NULL for the root */
	struct xml_node *children;        /* first, or NULL; comments and processing instructions are left out */
	struct xml_node *next;            /* sibling, elements and text in order */
	int line;                         /* where it begins, from 1 */
	size_t byte_start, byte_end;      /* source[byte_start..byte_end) is the element with its tags, or the text */
	/* Of an element: source[inside_start..inside_end) is what stands between its tags; both byte_end for <a/>. */
	size_t inside_start, inside_end;
};

struct xml_doc {
	const char *name;   /* as given: what messages call the document */
	const char *ns;     /* as given */
	const char *source; /* the bytes read, a copy in the arena */
	size_t source_len;
	struct xml_node *root;
};

/* What is refused, for those who say it in other words; XML_WRONG is all the rest. */
enum xml_fault {
	XML_WRONG,
	XML_EMPTY,
	XML_ENCODING,
	XML_DOCTYPE,
	XML_ENTITY,
	XML_DEPTH,
	XML_ATTRIBUTES,
	XML_PREFIX,
	XML_NAMESPACE,
	XML_MISMATCH,    /* about is closed by other; it began on other_line */
	XML_UNCLOSED,    /* about is never closed */
	XML_AFTER_ROOT,  /* something stands behind the outermost element, about */
	XML_NO_ROOT,     /* no element where the document begins */
	XML_TWICE,       /* the attribute about stands twice */
	XML_UNQUOTED,    /* about has no value in quotes */
	XML_VALUE_OPEN,  /* "<" in the value of the attribute about, or its last quote is missing */
	XML_LESS,        /* "<" alone */
	XML_AMPERSAND,   /* "&" alone */
	XML_REFERENCE,   /* &#...; of no character */
	XML_CHARACTER,   /* about: U+0001 */
	XML_COMMENT,     /* not closed, or "--" inside */
	XML_CDATA,       /* not closed, or "]]>" in text */
	XML_INSTRUCTION, /* <?xml ...?> or another, in a wrong place or not closed */
	XML_FAULT__MAX
};

/* What is wrong and where; text in the arena. */
struct xml_error {
	const char *name;    /* of the document */
	int line;            /* 0 when no line is to blame */
	const char *message; /* "what is wrong; what to do" */
	enum xml_fault fault;
	const char *about; /* the entity, the element or the name with a prefix; NULL when it is none of these */
	const char *other; /* of XML_MISMATCH */
	int other_line;    /* of XML_MISMATCH */
};

/*
 * Reads a whole document. UTF-8 only (a byte order mark is allowed); any DOCTYPE, any entity beyond XML's five,
 * a namespace other than ns, and attributes with a prefix other than xml: are refused.
 *
 * out:     arena; untouched unless OK
 * error:   filled in unless OK
 * ns:      the one namespace all elements must be in; NULL when they must be in none
 * name:    for messages, usually the path; copied
 * bytes:   borrowed, copied
 * returns: OK; ERR_TOO_LARGE over XML_MAX_BYTES; ERR_INVALID otherwise
 */
enum status xml_read(struct xml_doc **out, struct xml_error *error, struct arena *arena, const char *ns,
    const char *name, const char *bytes, size_t len) MUST_CHECK;

/*
 * Reads the file at path and then as xml_read(); messages name the path.
 * returns: as xml_read(); ERR_IO when the file cannot be read
 */
enum status xml_read_file(
    struct xml_doc **out, struct xml_error *error, struct arena *arena, const char *ns, const char *path) MUST_CHECK;

/* "name:line: message", or "name: message" without a line. */
char *xml_error_text(struct arena *arena, const struct xml_error *error);

/* The attribute's value, or NULL when it is not there. */
const char *xml_attribute(const struct xml_node *node, const char *name);

/* The line of the attribute, or of the element when it is not there. */
int xml_attribute_line(const struct xml_node *node, const char *name);

/* First child element called name (any when NULL), and the next sibling element called name; NULL when none. */
struct xml_node *xml_child(const struct xml_node *node, const char *name);
struct xml_node *xml_next(const struct xml_node *node, const char *name);

/* All text inside, in order, in the arena; "" when none. */
char *xml_content(struct arena *arena, const struct xml_node *node);

/* True for an element of that name. */
bool xml_is(const struct xml_node *node, const char *name);

#endif
