/* scheme_gate.h — conf/scheme.rng as the outer gate around what the vocabulary accepts. */
#ifndef SCHEME_SCHEME_GATE_H
#define SCHEME_SCHEME_GATE_H

#include "scheme/scheme_compile.h"
#include "xml/xml_relaxng.h"

/*
 * Holds a document that compiled against the RELAX NG. A refusal means that conf/scheme.rng is another vocabulary's.
 *
 * messages: told what the RELAX NG says
 * gate:     xml_relaxng_load()ed
 * returns:  OK; ERR_INVALID with a message
 */
enum status scheme_gate_check(struct scheme_messages *messages, struct arena *arena, const struct xml_schema *gate,
    const char *name, const char *xml, size_t len) MUST_CHECK;

#endif
