/* c_text.h — text as C string literals. */
#ifndef BUILD_C_TEXT_H
#define BUILD_C_TEXT_H

#include <stddef.h>

#include "core/buf.h"

/* Adds "text" as one literal, cut over lines that are indented by tabs. */
void c_string(struct buf *out, const char *text, size_t len, int indent);

#endif
