/* doc_png.h — reads the logos our templates show: whole PNG files only, under limits. */
#ifndef DOC_DOC_PNG_H
#define DOC_DOC_PNG_H

#include "core/buf.h"

#define DOC_PNG_MAX_BYTES (2 * 1024 * 1024)
#define DOC_PNG_MAX_SIDE 4000 /* pixels */

struct doc_png {
	int width, height;     /* pixels */
	unsigned char *pixels; /* RGB, 8 bits each, laid on white */
};

/*
 * Decodes bytes.
 * out:     arena; untouched unless OK
 * returns: OK; ERR_TOO_LARGE over the limits; ERR_INVALID for what is no whole PNG
 */
enum status doc_png_decode(struct doc_png *out, struct arena *arena, const void *bytes, size_t len) MUST_CHECK;

/* The same from a file; ERR_IO when it cannot be read. */
enum status doc_png_read(struct doc_png *out, struct arena *arena, const char *path) MUST_CHECK;

/* Appends the file as "data:image/png;base64,..." once it has been decoded without fault; as doc_png_read(). */
enum status doc_png_data_uri(struct buf *out, struct arena *arena, const char *path) MUST_CHECK;

#endif
