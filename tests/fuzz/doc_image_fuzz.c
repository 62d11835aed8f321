/* doc_image_fuzz.c — any bytes as a picture: refused, or decoded within its limits. */
#include <stdint.h>
#include <stdlib.h>

#include "doc/doc_image.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_new(0);
	struct buf file = buf_new(arena);
	struct doc_image image;

	buf_add(&file, bytes, len);
	if (doc_image_decode(&image, arena, file) == OK &&
	    (!doc_image_fits(image.width, image.height) || image.bytes.len != len))
		abort();
	arena_free(arena);
	return (0);
}
