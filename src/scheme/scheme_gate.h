/* scheme_gate.h — a vocabulary's RELAX NG as the outer gate around what the checker accepts. */
#ifndef SCHEME_SCHEME_GATE_H
#define SCHEME_SCHEME_GATE_H

#include "scheme/scheme_compile.h"
#include "scheme/vocabulary.h"
#include "xml/xml_relaxng.h"

/*
 * Holds a document that compiled against the RELAX NG. A refusal means that the file is another vocabulary's.
 *
 * messages: told what the RELAX NG says
 * gate:     xml_relaxng_load()ed
 * returns:  OK; ERR_INVALID with a message
 */
enum status scheme_gate_check(struct scheme_messages *messages, struct arena *arena, const struct xml_schema *gate,
    const struct vocabulary *vocabulary, const char *name, const char *xml, size_t len) MUST_CHECK;

#endif
