/* scheme_merge.h — lays what schemes share under a scheme that extends it. */
#ifndef SCHEME_SCHEME_MERGE_H
#define SCHEME_SCHEME_MERGE_H

#include "scheme/scheme_messages.h"
#include "xml/xml_read.h"

/* Lists whose parts are joined by id: what an extending scheme leaves unsaid stays as the shared document has it. */
#define SCHEME_JOINED_LISTS "goals", "lists", "eligibility", "form", "terms", "laws"

/*
 * Moves the shared document's elements into the scheme. An element the scheme has itself stands. In the joined lists
 * the scheme's parts come first, then the shared ones, but not those that the scheme has under the same id or that
 * <without> names; one that <take> names goes where that stands. Afterwards the scheme extends nothing.
 *
 * scheme: a scheme, or a shared document that goes on from another
 * shared: used up
 */
void scheme_merge(struct scheme_messages *messages, struct xml_node *scheme, struct xml_node *shared);

/* Counts the lines of a shared document from "above", so that they are told from the scheme's own. */
void scheme_merge_lines(struct xml_node *shared, int above);

/* Complains of each <without> and <take> that is left: nothing shared has its id. */
void scheme_merge_check(struct scheme_messages *messages, const struct xml_node *scheme);

#endif
