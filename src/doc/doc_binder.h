/* doc_binder.h — what the parts of the binder share while one template is filled. */
#ifndef DOC_DOC_BINDER_H
#define DOC_DOC_BINDER_H

#include "core/buf.h"
#include "doc/doc_node.h"
#include "doc/doc_tree.h"

struct binder {
	struct arena *arena;
	struct doc_report *report;
	const struct doc_template *template;
	enum lang lang;
	struct buf scratch; /* for words being gathered */
	struct doc_tree *tree;
	struct doc_target **targets_tail;
	struct doc_note **notes_tail;
	struct doc_target *next_target; /* of those gathered beforehand: the next that is met */
	bool gathering;                 /* targets; notes are not counted then */
	int n_notes, n_targets;
};

typedef void bind_visit(struct binder *b, const struct doc_node *node, const struct doc_data *data, void *target);

/* doc_bind_words.c: calls fn for every node that is left once the choices are taken. */
void
bind_walk(struct binder *b, const struct doc_node *node, const struct doc_data *data, bind_visit *fn, void *target);

/* The rows of the list a node asks for, and the text of a field; what is missing is reported. */
const struct doc_data *bind_rows(struct binder *b, const struct doc_node *node, const struct doc_data *data);
const char *bind_field(struct binder *b, const struct doc_node *node, const struct doc_data *data);
void bind_miss(struct binder *b, const char *key);

struct doc_text bind_text(struct binder *b, const struct doc_node *nodes, const struct doc_data *data);
const char *bind_plain(struct binder *b, const struct doc_node *nodes, const struct doc_data *data);

/* Gathers what references and contents lead to, before any block is made, so that what stands first can lead to what
 * comes later; then each block takes its own, in the same order. */
void bind_targets(struct binder *b, const struct doc_node *nodes, const struct doc_data *data);
struct doc_target *bind_target(struct binder *b);
void bind_levels(struct binder *b); /* once all are gathered */

/* doc_bind_parts.c */
struct doc_table *bind_table(struct binder *b, const struct doc_node *node, const struct doc_data *data);
bind_visit bind_figure_part; /* target: a struct doc_figure */

#endif
