/* doc_words.h — gathers words into spans: white space as in HTML, line ends in data kept. */
#ifndef DOC_DOC_WORDS_H
#define DOC_DOC_WORDS_H

#include "core/buf.h"
#include "doc/doc_tree.h"

struct doc_words {
	struct arena *arena;
	struct doc_span *spans;
	int count, capacity;
	struct buf *text; /* of the span being gathered; borrowed, so that many share one */
	bool bold, italic, line_start;
	const char *href, *lang;
};

/* text is scratch room, empty between two gatherings. */
struct doc_words doc_words_new(struct arena *arena, struct buf *text);

/* line_ends: \n breaks the line, as in what people typed; otherwise it is white space. */
void doc_words_add(struct doc_words *words, const char *text, bool line_ends);

/* How what follows looks. */
void doc_words_look(struct doc_words *words, bool bold, bool italic, const char *href);

/* In which language it is; NULL for the document's. */
void doc_words_language(struct doc_words *words, const char *lang);

/* Returns the span, which may be filled in until the next call. */
struct doc_span *doc_words_mark(struct doc_words *words, enum doc_span_kind kind);

struct doc_text doc_words_end(struct doc_words *words);

#endif
