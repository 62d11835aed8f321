/* doc_hyphen.h — where Norwegian words may be divided: soft hyphens put into text, for narrow columns. */
#ifndef DOC_DOC_HYPHEN_H
#define DOC_DOC_HYPHEN_H

#include "core/arena.h"
#include "core/lang.h"

struct doc_hyphens;

/* Reads its patterns when the first word of a language asks for them; without them words stay whole. */
struct doc_hyphens *doc_hyphens_new(struct arena *arena);

/* The text with U+00AD where its words may be divided; text itself when nowhere, or in a language without patterns. */
const char *doc_hyphenate(struct doc_hyphens *hyphens, struct arena *arena, const char *text, enum lang lang);

#endif
