/* vocabulary.h — a language's elements and attributes: one table that drives the checker and its RELAX NG. */
#ifndef SCHEME_VOCABULARY_H
#define SCHEME_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/buf.h"
#include "scheme/scheme_compile.h"
#include "xml/xml_read.h"

/* What an attribute's value may look like. */
enum vocabulary_type {
	VOCABULARY_ID,         /* a-z, 0-9 and "-", a letter first, at most 40 characters */
	VOCABULARY_REFERENCE,  /* the same, of something else */
	VOCABULARY_SCHEME_ID,  /* as the database has it: 3-64 of a-z, 0-9 and "-" */
	VOCABULARY_CODE,       /* an option's: letters, digits, "-" and "_", at most 40 */
	VOCABULARY_ONE_OF,     /* one of the words in allowed */
	VOCABULARY_SOME_OF,    /* one or more of the words in allowed, with spaces between */
	VOCABULARY_INTEGER,    /* "FROM..TO" in allowed */
	VOCABULARY_NOK,        /* whole kroner, 0 to 10^12 */
	VOCABULARY_PERCENT,    /* 0 to 100, at most two decimals */
	VOCABULARY_SCALE,      /* "0-5": lowest and highest mark */
	VOCABULARY_USES,       /* criterion:ID and words of allowed */
	VOCABULARY_DATE,       /* 2026-01-31 */
	VOCABULARY_MOMENT,     /* 2026-01-31, or 2026-01-31 12:00 */
	VOCABULARY_MONTH_DAY,  /* 01-31: a day of every year */
	VOCABULARY_REFERENCES, /* ids with spaces between */
	VOCABULARY_FORMS,      /* the register's codes of organisation forms: "FLI SA" */
	VOCABULARY_EXPRESSION,
	VOCABULARY_WORDS /* anything that is not blank */
};

struct vocabulary_attribute {
	const char *name;
	enum vocabulary_type type;
	bool must;
	const char *allowed;
	const char *about;
};

enum vocabulary_texts { TEXTS_NONE, TEXTS_MUST, TEXTS_MAY, TEXTS_LEAF };

struct vocabulary_element {
	const char *key;             /* the element's name, with ":context" behind when two elements share a name */
	enum vocabulary_texts texts; /* TEXTS_MUST: nb and nn, perhaps en; TEXTS_LEAF: is one of those */
	/*
	 * Keys of the other elements inside, in any order: "name" once, "name?" at most once, "name*" any number,
	 * "name+" at least once; "@group" any element of a group.
	 */
	const char *children;
	const struct vocabulary_attribute *attributes[3]; /* each list ends with a NULL name */
	const char *group;
	const char *about;
};

/* "source" may stand on every element: where the county says so, or "assumed" when nobody does. */
extern const struct vocabulary_attribute vocabulary_everywhere[];

struct vocabulary {
	const struct vocabulary_element *elements;
	size_t n;
	const struct vocabulary *more; /* elements that have a table of their own; NULL for none */
	const char *ns;                /* the XML namespace */
	const char *const *roots;      /* keys, ends with NULL; the checker wants the first */
	const char *rng;               /* the file the RELAX NG is kept in */
	const char *command;           /* that writes it */
};

extern const struct vocabulary scheme_vocabulary; /* vocabulary.c */
extern const struct vocabulary call_vocabulary;   /* call_vocabulary.c */

#define VOCABULARY_ROOT "scheme"
/* Roots that editors meet; before the checker sees them they are merged into one scheme. */
#define VOCABULARY_EXTENDING "scheme:extending"
#define VOCABULARY_SHARED "shared"
#define VOCABULARY_TEXT_MAX 5000 /* code points in one text */

/* NULL when there is none. */
const struct vocabulary_element *vocabulary_element(const struct vocabulary *vocabulary, const char *key);
const struct vocabulary_element *vocabulary_at(const struct vocabulary *vocabulary, size_t i); /* NULL past the last */

/* One entry of a children list, read from *at; false at its end. cardinality: '1', '?', '*' or '+'. */
struct vocabulary_child {
	char key[40];
	bool group;
	char cardinality;
};
bool vocabulary_child_next(struct vocabulary_child *out, const char **at);

#define VOCABULARY_MOST_CHILDREN 64

/* The entries of an element's children, its texts first; how many. */
size_t vocabulary_children(struct vocabulary_child *list, size_t most, const struct vocabulary_element *element);

/* The element of that name, when the entry lets it stand there; NULL otherwise. */
const struct vocabulary_element *
vocabulary_child_element(const struct vocabulary *vocabulary, const struct vocabulary_child *child, const char *name);

/*
 * What a child of that name inside parent is, the texts nb, nn and en included; NULL when none may stand there.
 *
 * place: of its entry among parent's, from 0: the order elements are usually written in
 */
const struct vocabulary_element *vocabulary_inside(size_t *place, char *cardinality,
    const struct vocabulary *vocabulary, const struct vocabulary_element *parent, const char *name);

/* The attribute of that name on the element, "source" included; NULL when it has none. */
const struct vocabulary_attribute *vocabulary_attribute(const struct vocabulary_element *element, const char *name);

/* Whether key's name, the part before ":", is name. */
bool vocabulary_named(const char *key, const char *name);

/* Checks names, cardinality, attribute values and texts; adds to messages and answers whether all was well. */
bool vocabulary_check(struct scheme_messages *messages, const struct vocabulary *vocabulary, const struct xml_doc *doc);

/* Whether the value is one the attribute may have; vocabulary_value.c. */
bool vocabulary_value_ok(const struct vocabulary_attribute *attribute, const char *value);

/* What the attribute wants, for a message: "et tall fra 1 til 10". */
const char *vocabulary_value_wanted(struct arena *arena, enum lang lang, const struct vocabulary_attribute *attribute);

/* Writes the table as RELAX NG. */
void vocabulary_write_rng(struct buf *out, const struct vocabulary *vocabulary);

#endif
