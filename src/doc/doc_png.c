/* doc_png.c — libpng's simplified interface: it never aborts on a broken file, and sizes are known before decoding. */
#include <png.h>

#include "doc/doc_image.h"

static void
free_image(void *object)
{
	png_image_free(object);
}

enum status
doc_png_decode(struct doc_image *out, struct arena *arena, const struct buf *bytes)
{
	png_image *image = arena_alloc(arena, sizeof(*image));
	png_color white = { 255, 255, 255 };
	int ok;

	image->version = PNG_IMAGE_VERSION;
	arena_defer(arena, free_image, image);
	if (!png_image_begin_read_from_memory(image, bytes->data, bytes->len))
		return (ERR_INVALID);
	if (!doc_image_fits(image->width, image->height))
		return (ERR_TOO_LARGE);
	/* Sixteen bits are shades as eight are, only finer. */
	image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
	image->format = PNG_FORMAT_RGB;
	out->width = (int)image->width;
	out->height = (int)image->height;
	out->pixels = arena_array(arena, image->height, (size_t)image->width * 3);
	ok = png_image_finish_read(image, &white, out->pixels, 0, NULL);
	arena_release(arena, image);
	/* A warning is a fault too: a letter shows a whole logo or none. */
	return (ok && image->warning_or_error == 0 ? OK : ERR_INVALID);
}
