/* document_read.h — the bytes of a document in one of our languages, as a tree that is gone when it is compiled. */
#ifndef SCHEME_DOCUMENT_READ_H
#define SCHEME_DOCUMENT_READ_H

#include "scheme/scheme_messages.h"
#include "xml/xml_read.h"

/* Memory for what is read; if the owner unwinds meanwhile, it is freed with that. */
struct document_scratch {
	struct arena *arena;
};

struct document_scratch *document_scratch_new(struct arena *owner);
void document_scratch_free(void *scratch);

/*
 * Reads the document, its text in NFC so that the same words are the same bytes.
 *
 * messages:    told what is wrong
 * ns:          the language's
 * line_offset: added to the lines of messages
 * returns:     OK; ERR_TOO_LARGE over SCHEME_MAX_BYTES; ERR_INVALID with a message
 */
enum status document_read(struct xml_doc **doc, struct scheme_messages *messages, struct arena *scratch, const char *ns,
    const struct scheme_shared *document, int line_offset) MUST_CHECK;

/* Why something can't be read as XML, for people. */
const char *document_error_text(struct arena *arena, enum lang lang, const struct xml_error *error, const char *ns);

#endif
