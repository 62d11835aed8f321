/* doc_bound.h — spaces that a line may not end at: within sums, dates, paragraphs of laws and the like. */
#ifndef DOC_DOC_BOUND_H
#define DOC_DOC_BOUND_H

#include <stdbool.h>
#include <stddef.h>

/* Whether the space at text[at] binds the words on either side; len: of text, bytes. */
bool doc_bound(const char *text, size_t len, size_t at);

#endif
