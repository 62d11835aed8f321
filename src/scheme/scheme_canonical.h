/* scheme_canonical.h — the canonical form of a document the vocabulary accepts; its public face is scheme_canonical().
 */
#ifndef SCHEME_SCHEME_CANONICAL_H
#define SCHEME_SCHEME_CANONICAL_H

#include "scheme/scheme_read.h"

char *scheme_canonical_text(struct arena *arena, struct arena *scratch, const struct xml_doc *doc);

#endif
