/* doc_png.c — libpng's simplified interface: it never aborts on a broken file, and sizes are known before decoding. */
#include "doc/doc_png.h"

#include <png.h>
#include <string.h>

enum status
doc_png_decode(struct doc_png *out, struct arena *arena, const void *bytes, size_t len)
{
	png_image image = { .version = PNG_IMAGE_VERSION };
	png_color white = { 255, 255, 255 };
	unsigned char *pixels;
	int ok;

	if (len > DOC_PNG_MAX_BYTES)
		return (ERR_TOO_LARGE);
	if (!png_image_begin_read_from_memory(&image, bytes, len))
		return (ERR_INVALID);
	if (image.width > DOC_PNG_MAX_SIDE || image.height > DOC_PNG_MAX_SIDE || image.width == 0 ||
	    image.height == 0) {
		png_image_free(&image);
		return (ERR_TOO_LARGE);
	}
	image.format = PNG_FORMAT_RGB;
	pixels = arena_array(arena, image.height, (size_t)image.width * 3);
	ok = png_image_finish_read(&image, &white, pixels, 0, NULL);
	png_image_free(&image);
	/* A warning is a fault too: a letter shows a whole logo or none. */
	if (!ok || image.warning_or_error != 0)
		return (ERR_INVALID);
	*out = (struct doc_png){ .width = (int)image.width, .height = (int)image.height, .pixels = pixels };
	return (OK);
}

enum status
doc_png_read(struct doc_png *out, struct arena *arena, const char *path)
{
	struct buf bytes = buf_new(arena);
	enum status st;

	if ((st = buf_read_file(&bytes, path, DOC_PNG_MAX_BYTES)) != OK)
		return (st);
	return (doc_png_decode(out, arena, bytes.data, bytes.len));
}

static void
put_base64(struct buf *out, const unsigned char *bytes, size_t len)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < len; i += 3) {
		unsigned group = (unsigned)bytes[i] << 16 | (i + 1 < len ? (unsigned)bytes[i + 1] << 8 : 0) |
				 (i + 2 < len ? bytes[i + 2] : 0);

		buf_putc(out, digits[group >> 18]);
		buf_putc(out, digits[group >> 12 & 63]);
		buf_putc(out, i + 1 < len ? digits[group >> 6 & 63] : '=');
		buf_putc(out, i + 2 < len ? digits[group & 63] : '=');
	}
}

enum status
doc_png_data_uri(struct buf *out, struct arena *arena, const char *path)
{
	struct buf bytes = buf_new(arena);
	struct doc_png png;
	enum status st;

	if ((st = buf_read_file(&bytes, path, DOC_PNG_MAX_BYTES)) != OK ||
	    (st = doc_png_decode(&png, arena, bytes.data, bytes.len)) != OK)
		return (st);
	BUF_LIT(out, "data:image/png;base64,");
	put_base64(out, (const unsigned char *)bytes.data, bytes.len);
	return (OK);
}
