/* pdf_put.c — numbers and strings as PDF writes them. */
#include <math.h>
#include <string.h>

#include "core/text.h"
#include "doc/pdf_inside.h"

static const char digits[] = "0123456789ABCDEF";

void
pdf_put_int(struct buf *out, long value)
{
	char text[24];
	int at = sizeof(text);
	unsigned long left = value < 0 ? -(unsigned long)value : (unsigned long)value;

	do
		text[--at] = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (value < 0)
		text[--at] = '-';
	buf_add(out, text + at, sizeof(text) - (size_t)at);
}

void
pdf_put_number(struct buf *out, double value)
{
	char text[32];
	int at = sizeof(text), fraction;
	unsigned long left = (unsigned long)llround(fabs(value) * 1000);
	bool negative = value < 0 && left != 0;

	fraction = (int)(left % 1000);
	left /= 1000;
	if (fraction > 0) {
		int places = 3;

		for (; fraction % 10 == 0; places--)
			fraction /= 10;
		for (; places > 0; places--, fraction /= 10)
			text[--at] = (char)('0' + fraction % 10);
		text[--at] = '.';
	}
	if (left > 0 || at == sizeof(text))
		do
			text[--at] = (char)('0' + left % 10);
		while ((left /= 10) > 0);
	if (negative)
		text[--at] = '-';
	buf_add(out, text + at, sizeof(text) - (size_t)at);
}

void
pdf_put_ref(struct buf *out, const void *object)
{
	pdf_put_int(out, (long)(((const HPDF_Obj_Header *)object)->obj_id & 0x00FFFFFF));
	BUF_LIT(out, " 0 R");
}

void
pdf_put_hex4(char *to, unsigned value)
{
	to[0] = digits[value >> 12 & 15];
	to[1] = digits[value >> 8 & 15];
	to[2] = digits[value >> 4 & 15];
	to[3] = digits[value & 15];
}

static void
put_unit(struct buf *out, unsigned unit)
{
	char hex[4];

	pdf_put_hex4(hex, unit);
	buf_add(out, hex, sizeof(hex));
}

static void
put_bytes16(struct buf *out, unsigned unit)
{
	buf_putc(out, (char)(unit >> 8));
	buf_putc(out, (char)unit);
}

/* In UTF-16 behind its mark, as far as a string may go: 32,767 bytes (PDF/A-2, 6.1.13). */
static void
put_utf16(struct buf *out, const char *text, void (*put)(struct buf *, unsigned))
{
	const char *end = text + strlen(text);
	int units = 1;

	put(out, 0xFEFF);
	while (text < end && (units += 2) < 32767 / 2) {
		uint32_t c = text_next(&text, end);

		if (c > 0xFFFF) {
			put(out, 0xD800 | (c - 0x10000) >> 10);
			c = 0xDC00 | (c & 0x3FF);
		} else {
			units--;
		}
		put(out, c);
	}
}

void
pdf_put_text(struct buf *out, const char *text)
{
	buf_putc(out, '<');
	put_utf16(out, text, put_unit);
	buf_putc(out, '>');
}

HPDF_Binary
pdf_text_object(struct pdf *pdf, const char *text)
{
	struct buf bytes = buf_new(pdf->arena);

	put_utf16(&bytes, text, put_bytes16);
	return (HPDF_Binary_New(pdf->haru->mmgr, (HPDF_BYTE *)bytes.data, (HPDF_UINT)bytes.len));
}

HPDF_STATUS
pdf_put_stream(HPDF_Stream stream, const struct buf *bytes)
{
	return (bytes->len == 0 ? HPDF_OK
				: HPDF_Stream_Write(stream, (const HPDF_BYTE *)bytes->data, (HPDF_UINT)bytes->len));
}
