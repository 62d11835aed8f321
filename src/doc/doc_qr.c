/* doc_qr.c — libqrencode makes the squares; those beside each other become one box, and all boxes one shape. */
#include "doc/doc_qr.h"

#include <png.h>
#include <qrencode.h>
#include <string.h>

#include "core/text.h"

#define QUIET 4  /* squares around the code, as the standard wants */
#define PIXELS 6 /* a square in a PNG */
#define DARK 0x000000
#define LIGHT 0xFFFFFF

static void
free_code(void *object)
{
	QRcode_free(object);
}

/* Readers guess at the letters of a code, and some guess at Chinese: an address is written in ASCII (RFC 3986, 2.1). */
static const char *
ascii_address(struct arena *arena, const char *text)
{
	struct buf out = buf_new(arena);

	if (!text_starts(text, "http"))
		return (text);
	for (; *text != '\0'; text++)
		if ((unsigned char)*text > ' ' && (unsigned char)*text < 0x7F)
			buf_putc(&out, *text);
		else
			buf_printf(&out, "%%%02X", (unsigned char)*text);
	return (buf_text(&out));
}

/* Level M: a sixth of it may be hidden by a fold or a stain. */
static enum status
code_new(QRcode **out, struct arena *arena, const char *text)
{
	if (text_blank(text))
		return (ERR_INVALID);
	text = ascii_address(arena, text);
	if (strlen(text) > DOC_QR_MAX_BYTES)
		return (ERR_TOO_LARGE);
	*out = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	if (*out == NULL)
		return (ERR_LIMIT);
	arena_defer(arena, free_code, *out);
	return (OK);
}

static bool
is_dark(const QRcode *code, int column, int row)
{
	return (column < code->width && (code->data[row * code->width + column] & 1) != 0);
}

/* One box for each run of dark squares in a row. */
static void
add_boxes(struct doc_shape *shape, struct arena *arena, const QRcode *code, double side)
{
	shape->boxes = arena_array(arena, (size_t)code->width * (size_t)code->width, sizeof(*shape->boxes));
	for (int row = 0; row < code->width; row++)
		for (int column = 0; column < code->width; column++) {
			int end = column;

			while (is_dark(code, end, row))
				end++;
			if (end == column)
				continue;
			shape->boxes[shape->box_count++] = (struct doc_box){ (QUIET + column) * side,
				(QUIET + row) * side, (end - column) * side, side };
			column = end;
		}
}

enum status
doc_qr_draw(struct doc_drawing **out, struct arena *arena, const char *text, double width)
{
	struct doc_drawing *drawing;
	struct doc_shape *paper, *ink;
	QRcode *code;
	enum status st;

	if ((st = code_new(&code, arena, text)) != OK)
		return (st);
	drawing = arena_alloc(arena, sizeof(*drawing));
	drawing->width = drawing->height = width;
	drawing->bands = arena_alloc(arena, sizeof(*drawing->bands));
	drawing->bands->height = width;
	drawing->bands->shapes = paper = arena_alloc(arena, sizeof(*paper));
	paper->next = ink = arena_alloc(arena, sizeof(*ink));
	*paper =
	    (struct doc_shape){ .next = ink, .kind = DOC_SHAPE_BOX, .width = width, .height = width, .color = LIGHT };
	*ink = (struct doc_shape){ .kind = DOC_SHAPE_BOXES, .color = DARK };
	add_boxes(ink, arena, code, width / (code->width + 2 * QUIET));
	*out = drawing;
	return (OK);
}

enum status
doc_qr_png(struct buf *out, struct arena *arena, const char *text)
{
	png_image image = { .version = PNG_IMAGE_VERSION, .format = PNG_FORMAT_GRAY };
	png_alloc_size_t len = 0;
	unsigned char *pixels;
	QRcode *code;
	enum status st;

	if ((st = code_new(&code, arena, text)) != OK)
		return (st);
	image.width = image.height = (png_uint_32)(code->width + 2 * QUIET) * PIXELS;
	pixels = arena_array(arena, image.width, image.height);
	for (int y = 0; y < (int)image.height; y++)
		for (int x = 0; x < (int)image.width; x++) {
			int column = x / PIXELS - QUIET, row = y / PIXELS - QUIET;
			bool inside = column >= 0 && row >= 0 && row < code->width;

			pixels[y * (int)image.width + x] = inside && is_dark(code, column, row) ? 0 : 255;
		}
	if (!png_image_write_get_memory_size(image, len, 0, pixels, 0, NULL))
		return (ERR_LIMIT);
	buf_reserve(out, len);
	if (!png_image_write_to_memory(&image, out->data + out->len, &len, 0, pixels, 0, NULL))
		return (ERR_LIMIT);
	out->len += len;
	return (OK);
}

char *
doc_qr_alt(struct arena *arena, const struct doc_figure *figure)
{
	return (arena_printf(arena, "%s %s", figure->alt == NULL ? "" : figure->alt, figure->code));
}

char *
doc_qr_problem(struct arena *arena, const char *text)
{
	return (
	    arena_printf(arena, "what a QR code is to say is longer than %d bytes: %.60s...", DOC_QR_MAX_BYTES, text));
}
