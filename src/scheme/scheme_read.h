/* scheme_read.h — from a document that the vocabulary accepts to the compiled form; references are checked later. */
#ifndef SCHEME_SCHEME_READ_H
#define SCHEME_SCHEME_READ_H

#include "scheme/expr.h"
#include "scheme/scheme_messages.h"
#include "xml/xml_read.h"

/* An expression that compiled, and where it stands. */
struct scheme_condition {
	const struct expr *expr;
	const struct xml_node *node;
	const char *attribute;
	const char *self;                 /* the name "." stands for, or NULL */
	const struct scheme_field *group; /* whose rows it is in; NULL outside */
	struct scheme_condition *next;
};

struct scheme_reader {
	struct arena *arena;   /* the scheme's */
	struct arena *scratch; /* gone when the scheme is compiled */
	struct scheme_messages *messages;
	struct scheme *scheme;
	const struct xml_node *root;
	struct expr_scope scope;
	const struct scheme_field *group;           /* whose rows are read; NULL outside */
	struct scheme_condition *conditions, *last; /* scratch, in order */
};

/* The names expressions may use in this scheme, in arena: its fields and the facts its form gives. */
struct expr_scope scheme_scope(struct arena *arena, const struct scheme *scheme);

/* Notes that the scheme names something outside itself at that line; NULL is nothing. */
void scheme_mention(struct scheme_reader *r, enum mention_kind kind, const char *id, int line);

/* First everything but expressions, then, with r->scope set, the expressions. */
void scheme_read_outline(struct scheme_reader *r);
void scheme_read_amount(struct scheme_reader *r);
void scheme_read_criteria(struct scheme_reader *r);
void scheme_read_sharing(struct scheme_reader *r);
void scheme_read_form(struct scheme_reader *r);
void scheme_read_rules(struct scheme_reader *r);
void scheme_read_after(struct scheme_reader *r);
void scheme_read_tests(struct scheme_reader *r);
void scheme_read_expressions(struct scheme_reader *r);
void scheme_read_amount_expressions(struct scheme_reader *r);
void scheme_read_criteria_expressions(struct scheme_reader *r);
void scheme_read_sharing_expressions(struct scheme_reader *r);
void scheme_read_rule_expressions(struct scheme_reader *r);
void scheme_read_form_expressions(struct scheme_reader *r);

/* The names of a row's own fields before all others: what expressions inside a group may use. */
struct expr_scope scheme_row_scope(
    struct arena *arena, const struct scheme *scheme, const struct scheme_field *group, const struct expr_scope *outer);

/* For the files that read the form. Whether the element is a field, how many there are; one field; its expressions. */
bool scheme_is_field(const struct xml_node *node, enum field_type *type);
size_t scheme_count_fields(const struct xml_node *parent);
void scheme_read_field(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node);
void scheme_read_field_expressions(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node);

/* scheme_read_rows.c: what fields with rows say, nothing for others; and the expressions inside. */
void scheme_read_rows(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node);
void scheme_read_row_expressions(struct scheme_reader *r, struct scheme_field *field, const struct xml_node *node);

/* One word of a list at a time; false at its end. The bit a word has by its place among words; 0 when it isn't there.
 */
bool read_next_word(const char **at, const char **word, size_t *len);
unsigned read_bit_of(const char *word, size_t len, const char *const *words, size_t n);

/* Single values; the vocabulary has checked them. NULL or the given value when the attribute is not there. */
const char *read_word(struct scheme_reader *r, const struct xml_node *node, const char *name);
int64_t read_integer(const struct xml_node *node, const char *name, int64_t otherwise);
money read_nok(const struct xml_node *node, const char *name, money otherwise);
share_bp read_share(const struct xml_node *node, const char *name, share_bp otherwise);
/* A word as its place among codes; words with a space between as bits. */
int read_code(const struct xml_node *node, const char *name, const char *const *codes, size_t n, int otherwise);
unsigned read_bits(const struct xml_node *node, const char *name, const char *const *codes, size_t n);
bool read_yes(const struct xml_node *node, const char *name, bool otherwise);

/* The texts inside node, or inside its child; empty when it has none. */
struct lang_text read_texts(struct scheme_reader *r, const struct xml_node *node);
struct lang_text read_child_texts(struct scheme_reader *r, const struct xml_node *node, const char *child);

/* The words of an attribute, with spaces between; none when it is not there. */
const char **read_words(size_t *n, struct scheme_reader *r, const struct xml_node *node, const char *name);

/* The attribute as a truth; NULL when it is not there or, with a message, when it is wrong. self as in expr_scope. */
struct expr *read_truth(struct scheme_reader *r, const struct xml_node *node, const char *name, const char *self);

/* The same for an attribute that is a number, or a day. */
struct expr *read_number(struct scheme_reader *r, const struct xml_node *node, const char *name);
struct expr *read_day_of(struct scheme_reader *r, const struct xml_node *node, const char *name);

/* Fills LIST with one item for each child of that name, made by read(r, item, node). parent may be NULL. */
#define READ_LIST(r, parent, child_name, list, count, read)                                                            \
	do {                                                                                                           \
		const struct xml_node *in_ = (parent);                                                                 \
		(list) = arena_array((r)->arena, count_children(in_, child_name), sizeof(*(list)));                    \
		for (const struct xml_node *n_ = xml_child(in_, child_name); n_ != NULL;                               \
		     n_ = xml_next(n_, child_name))                                                                    \
			read(r, &(list)[(count)++], n_);                                                               \
	} while (0)

/* What read_nok() answers for a sum that isn't there. */
#define NO_SUM ((money){ -1 })

/* How many children of that name. */
size_t count_children(const struct xml_node *node, const char *name);

/* As the canonical form has texts: trimmed, runs of white space as one space, a blank line as an empty line. */
char *scheme_text_normal(struct arena *arena, const char *text);

#endif
