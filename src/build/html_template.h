/* html_template.h — a page template as the compiler sees it: a tree of pieces, and the struct of keys a page must set.
 */
#ifndef BUILD_HTML_TEMPLATE_H
#define BUILD_HTML_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "build/html_context.h"
#include "build/po_catalogue.h"
#include "core/arena.h"

/* What a key is in C, worked out from how the template uses it. */
enum field_kind {
	FIELD_STRING,    /* const char * */
	FIELD_FLAG,      /* bool */
	FIELD_COUNT,     /* int64_t */
	FIELD_HTML,      /* struct safe_html */
	FIELD_LIST,      /* const struct html_<tpl>_<list> *x; size_t n_x */
	FIELD_PART,      /* struct html_part_x */
	FIELD_PART_LIST, /* const struct html_part_x *x; size_t n_x */
	FIELD_LIST_SIZE  /* n_x of a list: no field of its own */
};

struct scope;

struct field {
	struct field *next;
	const char *name;
	int line; /* of first use */
	bool printed, tested, counted, html, looped;
	const char *part;   /* name of the part, for parts and lists of parts */
	struct scope *item; /* of a list */
	enum field_kind kind;
	struct field *list; /* of a list's size */
};

struct scope {
	struct scope *parent;
	const char *struct_name; /* "html_x_y"; NULL inside a list of the page's common data, where C knows the types */
	struct field *fields;    /* in the order of first use */
	int depth;
};

struct key {
	const char *name;
	bool page;           /* {{@key}} */
	struct scope *scope; /* where it is looked up; NULL for the page's own */
	struct field *field; /* NULL for keys of the page and of its lists */
};

enum node_kind {
	NODE_LITERAL,
	NODE_PRINT,
	NODE_HTML,
	NODE_TEXT,
	NODE_PLURAL,
	NODE_LIST,
	NODE_IF,
	NODE_UNLESS,
	NODE_PART,
	NODE_PART_LIST,
	NODE_CONTENT
};

/* A text of a template: {{t "..."}}, or {{tn count "..." "..."}} with many. */
struct template_text {
	const char *one, *many;
	const struct po_entry *in[LANG__MAX]; /* NULL: shown as written */
	struct key *keys;                     /* its {placeholders}, in the order of one and then many */
	const char **names;                   /* as written between { and } */
	size_t n_keys;
};

struct node {
	struct node *next, *children;
	enum node_kind kind;
	const char *path; /* the template's or a piece's */
	int line;
	struct key key;
	enum html_escape_kind escape;
	const char *literal;
	size_t literal_len;
	struct template_text *text;
	struct scope *item; /* of a list; its keys */
};

struct template
{
	struct template *next;
	const char *name; /* "application_show" of application_show.html */
	const char *path;
	bool layout;
	struct node *nodes;
	struct scope scope;
	int visit; /* while looking for parts inside themselves */
};

/* Reads a template. NULL when something is wrong, which has been reported. */
struct template *template_parse(struct arena *arena, const char *path, const char *name, const char *text, size_t len);

/* Settles the kind of every key and finds its parts. False when something is wrong, which has been reported. */
bool template_check(struct template *all, struct template *one);

/* Finds the translations of its texts; those that lack one are reported (as warnings when draft). */
bool template_translate(struct arena *arena, struct template *one, struct po_catalogue *catalogue, bool draft);

/* Writes html_<name>.h and html_<name>.c in folder. */
bool template_emit(struct arena *arena, const struct template *one, const char *folder);

/* Writes html.h, which includes all of them. */
bool template_emit_all(struct arena *arena, const struct template *all, const char *folder);

#endif
