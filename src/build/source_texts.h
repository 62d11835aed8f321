/* source_texts.h — the texts that C code shows to people. */
#ifndef BUILD_SOURCE_TEXTS_H
#define BUILD_SOURCE_TEXTS_H

#include <stdbool.h>

#include "build/po_catalogue.h"

/* Finds tr(), tr_printf(), tr_plural() and T() in all .c and .h files under folder; reports what nn or en lacks. */
bool source_texts_check(struct arena *arena, const struct po_catalogue *catalogue, const char *folder);

#endif
