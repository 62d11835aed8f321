/* scheme_form.h — a form for any part of a document that is being written: built from the vocabulary, read back as
 * sets. */
#ifndef WEB_SCHEME_FORM_H
#define WEB_SCHEME_FORM_H

#include "flow/scheme_checked.h"
#include "flow/scheme_draft_flow.h"
#include "gen/html_part_edit_group.h"
#include "scheme/vocabulary_words.h"

/* In front of paths and names where they are ids in a page. */
#define EDIT_ANCHOR "e-"

struct scheme_form {
	struct ctx *ctx;
	const struct vocabulary *vocabulary;
	const struct xml_doc *doc;
	const struct scheme_checked *checked; /* NULL: no messages */
	const char *element_url;              /* where an element has a page of its own: a path is put behind */
	/* What was posted and not saved, since others had changed the same; shown in the fields with what is there. */
	const struct document_set *posted;
	size_t n_posted;
	const struct document_conflict *conflicts;
	const char **conflict_by; /* who saved it and when: "Kari Nordmann, 1. mars 2027 kl. 12.00" */
	size_t n_conflicts;

	/* Filled in while the form is built. */
	bool *told;                               /* of checked->messages: those that stand somewhere in the form */
	const char **where;                       /* of checked->messages: the anchor; NULL when it isn't on the page */
	const char **about;                       /* and what stands there */
	struct buf several;                       /* names of fields that send nothing when nothing is ticked */
	const struct condition_subject *subjects; /* what rules can be made of; NULL until one is shown */
	size_t n_subjects;
};

void scheme_form_begin(struct scheme_form *form);

/* One element with everything in it; path "" is the outermost. The element may be missing. */
void scheme_form_group(struct html_part_edit_group *out, struct scheme_form *form, const char *path);

/* The outermost element's list of that name: those there are, and the way to one more. */
void scheme_form_list(struct html_part_edit_group *out, struct scheme_form *form, const char *name);

/* What a form sent, as sets, in the order sent. type: what "choice+1", a question that is to be made, is; "" for none.
 */
size_t
scheme_form_posted(struct document_set **out, struct ctx *ctx, const struct vocabulary *vocabulary, const char *type);

/* What people know an element by: its text, its reason's text, or what it is. */
const char *
scheme_form_title(struct scheme_form *form, const struct xml_node *node, const struct vocabulary_element *kind);

/*
 * The messages about an element and what is in it that stand nowhere else yet; they stand at the anchor from now on.
 *
 * texts: in ctx->arena
 * about: what the place is called
 */
size_t scheme_form_tell(
    const char ***texts, struct scheme_form *form, const char *path, const char *anchor, const char *about);

/* "sti" for an address: a path percent-encoded. */
const char *scheme_form_query(struct arena *arena, const char *path);

/* --- scheme_form_place.c --- */

enum scheme_form_place { FORM_AS_USUAL, FORM_IN_FRONT, FORM_BEHIND };

/* Where an element (attribute NULL) or attribute stands, by what is chosen elsewhere in the document. */
enum scheme_form_place scheme_form_place(
    const struct scheme_form *form, const char *path, const struct vocabulary_element *kind, const char *attribute);

/* --- scheme_form_field.c: single fields --- */

/* A text in its languages; path's element may be missing. */
void scheme_form_texts(struct html_part_edit_item *out, struct scheme_form *form, const struct vocabulary_element *kind,
    const char *path, const char *label, const char *help, bool long_text, bool optional);

/* Makes the text of an item the heading of what it stands in. */
void scheme_form_heading(struct html_part_edit_item *item, const char *id);

void scheme_form_attribute(struct html_part_edit_item *out, struct scheme_form *form,
    const struct vocabulary_element *kind, const struct vocabulary_attribute *attribute, const char *path);

/* What stands in the field: what was posted, else what the document says. */
const char *scheme_form_value(const struct scheme_form *form, const char *name);

#endif
