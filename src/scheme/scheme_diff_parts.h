/* scheme_diff_parts.h — what finding, classing and wording differences share; their public face is scheme_diff(). */
#ifndef SCHEME_SCHEME_DIFF_PARTS_H
#define SCHEME_SCHEME_DIFF_PARTS_H

#include "scheme/scheme_diff.h"
#include "xml/xml_read.h"

struct diff {
	struct arena *arena;
	enum lang lang;
	struct scheme_changes *out;
};

enum difference_kind {
	DIFFERENCE_ADDED,
	DIFFERENCE_REMOVED,
	DIFFERENCE_ATTRIBUTE,
	DIFFERENCE_TEXT,
	DIFFERENCE_TYPE,  /* the same question, asked as another kind of field */
	DIFFERENCE_MOVED, /* to another section */
	DIFFERENCE_ORDER  /* of what stands inside */
};

/* One place where the documents say different things. */
struct difference {
	enum difference_kind kind;
	const struct xml_node *before, *after;  /* one is NULL for what was added or removed */
	const char *attribute;                  /* DIFFERENCE_ATTRIBUTE */
	const char *value_before, *value_after; /* its values; NULL where it isn't */
	enum lang langs[LANG__MAX];             /* DIFFERENCE_TEXT: the languages whose text differs */
	size_t n_langs;
};

/* Classes it, words it and adds it to d->out. */
void difference_tell(struct diff *d, const struct difference *difference);

/* The node's own text in a language, as the canonical form has it; NULL when it has none. */
const char *node_text(struct arena *arena, const struct xml_node *node, enum lang lang);
/* The same as a reader of lang meets it: bokmål stands in; "" when there is none. */
const char *node_text_shown(const struct diff *d, const struct xml_node *node);

/* Whether the element is a question of the form, or files asked for there. */
bool node_is_field(const struct xml_node *node);
/* The nearest field around the node, or the node itself; NULL when there is none. */
const struct xml_node *node_field(const struct xml_node *node);
/* The part of the scheme the node stands in: "amount", "form" ...; "scheme" for the root. */
const char *node_part(const struct xml_node *node);

/* "Kriteriet «Kvalitet»", "Hjelpeteksten til spørsmålet «Hvor mange?»": with a capital, in d->lang. */
const char *node_name(const struct diff *d, const struct xml_node *node);
/* The same inside a sentence: "kriteriet «Kvalitet»". */
const char *node_name_inside(const struct diff *d, const struct xml_node *node);
/* "vekten", "den største summen": what an attribute says, inside a sentence. */
const char *attribute_name(const struct diff *d, const struct xml_node *node, const char *attribute);
/* "30 %", "200 000 kr", "ja": a value as people read it; "" for NULL. */
const char *
attribute_value(const struct diff *d, const struct xml_node *node, const char *attribute, const char *value);

#endif
