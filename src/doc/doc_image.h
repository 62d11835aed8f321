/* doc_image.h — reads the pictures our templates show, whole PNG and JPEG files only, under limits. */
#ifndef DOC_DOC_IMAGE_H
#define DOC_DOC_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/buf.h"

#define DOC_IMAGE_MAX_BYTES (2 * 1024 * 1024)
#define DOC_IMAGE_MAX_SIDE 4000 /* pixels */
#define DOC_IMAGE_MAX_PIXELS 6000000

struct doc_image {
	int width, height;     /* pixels */
	unsigned char *pixels; /* of a PNG: RGB, 8 bits each, laid on white; NULL for a JPEG */
	bool gray;             /* of a JPEG: one channel, else three */
	struct buf bytes;      /* the file as it was */
};

/*
 * Decodes bytes: all of it, so that what is shown later is known to be whole. A JPEG that PDF readers need not know
 * (CMYK, arithmetic coding, lossless, 12 bits) is refused.
 *
 * out:     arena; borrows bytes; untouched unless OK
 * returns: OK; ERR_TOO_LARGE over the limits; ERR_INVALID for what is no whole PNG or JPEG
 */
enum status doc_image_decode(struct doc_image *out, struct arena *arena, struct buf bytes) MUST_CHECK;

/* The same from a file; ERR_IO when it cannot be read. */
enum status doc_image_read(struct doc_image *out, struct arena *arena, const char *path) MUST_CHECK;

/* What to say when one cannot be shown. */
char *doc_image_problem(struct arena *arena, const char *path);

/* "image/png" */
const char *doc_image_type(const struct doc_image *image);

/* doc_png.c, doc_jpeg.c: what doc_image_decode() does for each; out is filled in but for bytes. */
enum status doc_png_decode(struct doc_image *out, struct arena *arena, const struct buf *bytes) MUST_CHECK;
enum status doc_jpeg_decode(struct doc_image *out, struct arena *arena, const struct buf *bytes) MUST_CHECK;

/* Whether a picture of this size may be decoded. */
bool doc_image_fits(int64_t width, int64_t height);

#endif
