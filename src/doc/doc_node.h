/* doc_node.h — the compiled form of a template, shared by the loader that makes it and the binder that fills it. */
#ifndef DOC_DOC_NODE_H
#define DOC_DOC_NODE_H

#include "core/lang.h"
#include "doc/doc_data.h"
#include "doc/doc_style.h"

enum doc_op {
	/* words */
	OP_TEXT,
	OP_FIELD,
	OP_BREAK,
	OP_BOLD,
	OP_ITALIC,
	OP_LINK,
	OP_SPAN,
	OP_PAGE_NUMBER,
	OP_PAGE_COUNT,
	OP_REFERENCE,
	OP_NOTE,
	/* blocks */
	OP_HEADING,
	OP_PARAGRAPH,
	OP_LIST,
	OP_ITEM,
	OP_TABLE,
	OP_CAPTION,
	OP_GROUP,
	OP_ROW,
	OP_CELL,
	OP_FACTS,
	OP_TERM,
	OP_DETAIL,
	OP_FIGURE,
	OP_ALT,
	OP_CHART,
	OP_SERIES,
	OP_IMAGE,
	OP_CODE,
	OP_KEEP,
	OP_PAGE_BREAK,
	OP_WRITE,
	OP_CONTENTS,
	/* choices, gone once data is bound */
	OP_EACH,
	OP_WHEN,
	OP_UNLESS,
	OP_LANG,
};

struct doc_node {
	enum doc_op op;
	struct doc_node *next, *children;
	const struct doc_style *style;  /* of blocks, cells and the like */
	const char *text;               /* OP_TEXT: white space collapsed; OP_LINK: address; OP_IMAGE: file;
					 * OP_CODE: what it says; OP_SPAN: its language;
					 * OP_EACH: what stands between rows, or NULL */
	const char *key;                /* the data it asks for: field, list, test, label, value */
	const char *id;                 /* of what references lead to, or NULL; OP_REFERENCE: where it leads */
	const char *label;              /* OP_CHART: key of the rows' names */
	const char *across, *down;      /* OP_CHART of maps and plans: keys of the rows' places */
	struct doc_node *in[LANG__MAX]; /* OP_LANG */
	double *widths;                 /* OP_TABLE: columns, any unit; OP_IMAGE, OP_CODE: one, in points */
	int number;    /* heading level, columns of a table, columns spanned by a cell, part of a group, enum
			* doc_chart_type */
	int rows;      /* rows spanned by a cell */
	int align;     /* cells: enum doc_align, -1 for the style's */
	bool flag;     /* ordered list, header cell */
	bool by_row;   /* header cell of its row */
	bool optional; /* key may be absent or blank */
	int line;
};

/* One key that <data> declares. */
struct doc_key {
	struct doc_key *next;
	struct doc_key *parent; /* the list it is in */
	struct doc_key *keys;   /* of lists */
	const char *name;
	enum doc_value_kind kind;
	bool optional;
};

enum doc_pages { DOC_PAGES_ALL, DOC_PAGES_FIRST, DOC_PAGES_REST };

/* Header or footer: three pieces side by side. */
struct doc_strip {
	struct doc_strip *next;
	enum doc_pages pages;
	bool footer;
	const struct doc_style *style;
	struct doc_node *left, *center, *right;
};

struct doc_master {
	struct doc_master *next;
	const char *name;
	bool landscape;
	double margin_top, margin_bottom, margin_left, margin_right; /* points */
	double first_margin_top;                                     /* of the first page */
	double header_top, footer_bottom;                            /* from the page's edge */
	struct doc_strip *strips;
};

struct doc_body_node {
	struct doc_body_node *next;
	const struct doc_master *master;
	struct doc_node *children;
};

struct doc_template {
	const char *name;
	const char *dir;
	struct doc_styles styles;
	struct doc_key *keys;
	struct doc_master *masters; /* those that bodies use */
	struct doc_node *title;
	struct doc_body_node *bodies;
};

/* A page master as written: compiled when a body uses it, since its fields are the template's. */
struct doc_master_source {
	struct doc_master_source *next;
	const struct xml_node *node;
	const char *file;
};

/* A file of parts that was read. */
struct doc_parts_file {
	struct doc_parts_file *next;
	const struct xml_doc *doc;
};

/* An id, or a reference to one; the two are held together when the whole template is read. */
struct doc_name {
	struct doc_name *next;
	const char *id, *file;
	int line;
};

/* What the loader's files share while one template is compiled. */
struct doc_compiler {
	struct arena *arena;
	struct xml_error *error;
	const struct xml_schema *schema;
	struct doc_template *template;
	struct doc_master_source *masters;
	struct doc_key *scope; /* the list we are inside, NULL outside */
	struct doc_name *ids, *references;
	struct doc_parts_file *files;
	bool no_notes; /* inside a heading or a note */
	int include_depth;
};

/* Fills in error with the file the compiler is in; always ERR_INVALID. */
enum status doc_refuse(struct doc_compiler *c, int line, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* doc_declare.c: <data>, and finding what it declares from the list we are inside outwards. */
enum status doc_declare(struct doc_compiler *c, const struct xml_node *node) MUST_CHECK;
struct doc_key *doc_key_find(const struct doc_compiler *c, const char *name);

/* doc_compile.c: the contents of a block, or of a title or strip piece (pages: page numbers are allowed). */
enum status doc_compile_blocks(struct doc_node **out, struct doc_compiler *c, const struct xml_node *parent) MUST_CHECK;
enum status
doc_compile_words(struct doc_node **out, struct doc_compiler *c, const struct xml_node *parent, bool pages) MUST_CHECK;

/* doc_names.c: the id of an element that may have one, where a <ref> leads, and that every one of them leads somewhere
 * once the whole template is read. */
enum status doc_name_set(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node) MUST_CHECK;
enum status doc_reference_set(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node) MUST_CHECK;
enum status doc_check_references(struct doc_compiler *c) MUST_CHECK;

/* Kinds of data an attribute may ask for. */
#define DOC_KEY_TEXTS (1U << DOC_VALUE_TEXT | 1U << DOC_VALUE_NUMBER)
#define DOC_KEY_LISTS (1U << DOC_VALUE_LIST)
#define DOC_KEY_NUMBERS (1U << DOC_VALUE_NUMBER)
#define DOC_KEY_ANY (DOC_KEY_TEXTS | DOC_KEY_LISTS | 1U << DOC_VALUE_FLAG)

#define DOC_MAX_COLUMNS 24
#define DOC_MAX_ROWSPAN 200

/* doc_attributes.c: the key an attribute names, of one of the kinds; the same put in the node; one of some words, or
 * absent when there is no such attribute; all that is left for one kind of element. */
enum status doc_key_need(const struct doc_key **out, struct doc_compiler *c, const struct xml_node *node,
    const char *attribute, unsigned kinds) MUST_CHECK;
enum status doc_key_set(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node,
    const char *attribute, unsigned kinds) MUST_CHECK;
enum status doc_one_of(int *out, struct doc_compiler *c, const struct xml_node *node, const char *attribute,
    const char *const *words, int absent) MUST_CHECK;
enum status doc_places_set(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node) MUST_CHECK;
enum status doc_details_set(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node) MUST_CHECK;

/* Refuses attributes that are not in the space-separated list. */
enum status doc_check_attributes(struct doc_compiler *c, const struct xml_node *node, const char *allowed) MUST_CHECK;

/*
 * doc_template.c: what an <include> with file and part stands for, a <data> or a <part> of a file beside the template.
 * With OK c->error names that file, until the caller has read what is in it.
 */
enum status doc_part_find(
    struct xml_node **out, struct doc_compiler *c, const struct xml_node *include, const char *element) MUST_CHECK;

#endif
