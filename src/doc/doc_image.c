/* doc_image.c — which kind of picture a file is, and how large it may be. */
#include "doc/doc_image.h"

#include <string.h>

bool
doc_image_fits(int64_t width, int64_t height)
{
	return (width > 0 && height > 0 && width <= DOC_IMAGE_MAX_SIDE && height <= DOC_IMAGE_MAX_SIDE &&
		width * height <= DOC_IMAGE_MAX_PIXELS);
}

enum status
doc_image_decode(struct doc_image *out, struct arena *arena, struct buf bytes)
{
	static const char png[] = "\x89PNG\r\n\x1A\n", jpeg[] = "\xFF\xD8\xFF";
	struct doc_image image = { .width = 0 };
	enum status st = ERR_INVALID;

	if (bytes.len > DOC_IMAGE_MAX_BYTES)
		return (ERR_TOO_LARGE);
	if (bytes.len >= 8 && memcmp(bytes.data, png, 8) == 0)
		st = doc_png_decode(&image, arena, &bytes);
	else if (bytes.len >= 3 && memcmp(bytes.data, jpeg, 3) == 0)
		st = doc_jpeg_decode(&image, arena, &bytes);
	if (st != OK)
		return (st);
	image.bytes = bytes;
	*out = image;
	return (OK);
}

enum status
doc_image_read(struct doc_image *out, struct arena *arena, const char *path)
{
	struct buf bytes = buf_new(arena);
	enum status st;

	if ((st = buf_read_file(&bytes, path, DOC_IMAGE_MAX_BYTES)) != OK)
		return (st);
	return (doc_image_decode(out, arena, bytes));
}

char *
doc_image_problem(struct arena *arena, const char *path)
{
	return (arena_printf(
	    arena, "the image %s is missing, broken or too large; replace it with a whole PNG or JPEG", path));
}

const char *
doc_image_type(const struct doc_image *image)
{
	return (image->pixels == NULL ? "image/jpeg" : "image/png");
}
