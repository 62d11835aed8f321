/* document_edit.h — what a form says about a document's elements, written into the document; the rest stays, byte for
 * byte. */
#ifndef SCHEME_DOCUMENT_EDIT_H
#define SCHEME_DOCUMENT_EDIT_H

#include "core/status.h"
#include "scheme/vocabulary.h"

/*
 * One field of a form: "PATH@ATTRIBUTE" or "PATH=nb". The path is document_path.h's; a last step "criterion+1" is an
 * element that is to be added behind those that are there, and a step that names none is added when something is said
 * of it. A blank value takes the attribute or the text away.
 */
struct document_set {
	const char *name;
	const char *value; /* as document_value_typed() has it */
};

struct document_edit {
	const char *text; /* the new document; the old one's bytes when nothing changed */
	size_t len;
	const char **changed; /* names of the sets that changed something */
	size_t n_changed;
};

/*
 * Writes the sets into the document. Elements of which there may be none go away when everything said of them is blank
 * and nothing else stands in them. A new element that must have an id or code gets one made of its text.
 *
 * out:     arena
 * doc:     read from well-formed bytes; right or wrong otherwise
 * returns: OK; ERR_INVALID when a name points to what the vocabulary does not have
 */
enum status document_edit_sets(struct document_edit *out, struct arena *arena, const struct vocabulary *vocabulary,
    const struct xml_doc *doc, const struct document_set *sets, size_t n) MUST_CHECK;

/* A field that somebody else changed to something else after the form was made. */
struct document_conflict {
	const char *name;
	const char *theirs; /* what stands there now */
};

/*
 * Tells what a form that was made of an older document changes: sets that say what stood there are left out, those
 * that others changed meanwhile become conflicts, the rest is kept, in order. base may be current.
 *
 * kept, conflicts: room for n each. Words that are ticked are the same in any order.
 */
void document_edit_merge(struct document_set *kept, size_t *n_kept, struct document_conflict *conflicts,
    size_t *n_conflicts, struct arena *arena, const struct vocabulary *vocabulary, const struct xml_doc *base,
    const struct xml_doc *current, const struct document_set *sets, size_t n);

/*
 * A document that a machine wrote on one line, laid out for people: elements begin lines, indented. Only white space
 * between elements is added, and what has lines already stays as it is.
 *
 * returns: in the arena
 */
const char *document_laid_out(size_t *len, struct arena *arena, const struct xml_doc *doc);

/* What stands where the name points: as document_value_typed() has it; "" for nothing. */
const char *document_value(struct arena *arena, const struct xml_doc *doc, const char *name);

/* One element taken away, or one place up or down among those of its kind: what else may stand there alike. */
enum document_move { DOCUMENT_REMOVE, DOCUMENT_UP, DOCUMENT_DOWN };

/*
 * returns: OK; ERR_NOT_FOUND when there is no such element; ERR_CONFLICT when it is the first or last already, or the
 *          outermost
 */
enum status document_edit_move(struct document_edit *out, struct arena *arena, const struct vocabulary *vocabulary,
    const struct xml_doc *doc, const char *path, enum document_move move) MUST_CHECK;

/*
 * Moves an element to the end of another parent, where the vocabulary lets it stand.
 * returns: OK; ERR_NOT_FOUND; ERR_INVALID
 */
enum status document_edit_send(struct document_edit *out, struct arena *arena, const struct vocabulary *vocabulary,
    const struct xml_doc *doc, const char *path, const char *parent) MUST_CHECK;

/*
 * Gives an element another name: a question becomes one of another type. Attributes and elements that the other does
 * not have are taken away.
 * returns: OK; ERR_NOT_FOUND; ERR_INVALID when no such element may stand there
 */
enum status document_edit_rename(struct document_edit *out, struct arena *arena, const struct vocabulary *vocabulary,
    const struct xml_doc *doc, const char *path, const char *name) MUST_CHECK;

/* The vocabulary's element that the path names, whether it is there or not; NULL when there can be none. */
const struct vocabulary_element *
document_kind(char *cardinality, const struct vocabulary *vocabulary, const char *path);

/* "Oppstart av tiltak i Å" is "oppstart-av-tiltak-i-a": an id or code made of a text, none of taken; at most 30 long.
 */
const char *document_id(struct arena *arena, const char *text, const char *const *taken, size_t n);

/* ------------------------------------------------------------------------------------------ values as people write
 * them */

/* "100 000 kr" as "100000", "33,5 %" as "33.5", "1.2.2027" as "2027-02-01"; what can't be read stays as it is. */
const char *document_value_typed(struct arena *arena, const struct vocabulary_attribute *attribute, const char *typed);

/* The other way; what isn't as the vocabulary wants it stays as it is. */
const char *document_value_shown(struct arena *arena, const struct vocabulary_attribute *attribute, const char *value);

#endif
