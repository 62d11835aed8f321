/* call_document.h — the document that says what calls say that were announced without one. */
#ifndef FLOW_CALL_DOCUMENT_H
#define FLOW_CALL_DOCUMENT_H

#include "domain/call_change.h"

/*
 * out:     arena; compiles to what stands
 * contact: of the calls that have no other
 */
char *call_document_make(struct arena *arena, const char *scheme_id, const struct call_contact *contact,
    const struct call_standing *standing, size_t n);

#endif
