/* doc_jpeg.c — a JPEG goes into a PDF as it is, once libjpeg-turbo has decoded every block of it without a warning. */
#include <turbojpeg.h>

#include "doc/doc_image.h"

static void
free_decoder(void *object)
{
	tjDestroy(object);
}

/* Readers know baseline, extended and progressive Huffman coding, of 8 bits (ISO 32000-1, 7.4.8). */
static bool
frame_known(const struct buf *bytes)
{
	const unsigned char *data = (const unsigned char *)bytes->data;
	size_t at = 2;

	while (at + 9 < bytes->len && data[at] == 0xFF) {
		unsigned marker = data[at + 1];

		if (marker == 0xFF) {
			at++;
			continue;
		}
		if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
			return (marker <= 0xC2 && data[at + 4] == 8);
		at += 2 + (size_t)(data[at + 2] << 8 | data[at + 3]);
	}
	return (false);
}

/* An eighth of the size: every block is read, and little memory used. */
static bool
decodes(tjhandle decoder, struct arena *arena, const struct buf *bytes, int width, int height)
{
	static const tjscalingfactor eighth = { 1, 8 };
	int w = TJSCALED(width, eighth), h = TJSCALED(height, eighth);
	unsigned char *pixels = arena_array(arena, (size_t)h, (size_t)w * 3);

	return (tjDecompress2(decoder, (const unsigned char *)bytes->data, bytes->len, pixels, w, 0, h, TJPF_RGB,
		    TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS) == 0);
}

enum status
doc_jpeg_decode(struct doc_image *out, struct arena *arena, const struct buf *bytes)
{
	tjhandle decoder = tjInitDecompress();
	int sampling, colors;

	if (decoder == NULL)
		return (ERR_LIMIT);
	arena_defer(arena, free_decoder, decoder);
	if (tjDecompressHeader3(decoder, (const unsigned char *)bytes->data, bytes->len, &out->width, &out->height,
		&sampling, &colors) != 0 ||
	    !frame_known(bytes) || colors == TJCS_CMYK || colors == TJCS_YCCK)
		return (ERR_INVALID);
	if (!doc_image_fits(out->width, out->height))
		return (ERR_TOO_LARGE);
	out->gray = colors == TJCS_GRAY;
	return (decodes(decoder, arena, bytes, out->width, out->height) ? OK : ERR_INVALID);
}
