/* fonts_once.h — the fonts of documents, loaded at a fuzzer's first input and kept. */
#ifndef FUZZ_FONTS_ONCE_H
#define FUZZ_FONTS_ONCE_H

#include <stdlib.h>

#include "doc/doc_fonts.h"

static struct doc_fonts *
fonts_once(void)
{
	static struct doc_fonts *fonts;
	static struct arena *arena;
	const char *problem;

	if (fonts == NULL) {
		arena = arena_new(0);
		if (doc_fonts_load(&fonts, &problem, arena, DOC_FONT_DIR) != OK)
			abort();
	}
	return (fonts);
}

#endif
