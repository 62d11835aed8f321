/* pdf_profile.c — a small ICC v2 profile of sRGB, computed from the numbers in IEC 61966-2-1. */
#include <math.h>
#include <string.h>

#include "doc/pdf_inside.h"

#define CURVE_POINTS 256
#define NAME "sRGB"
#define NOTICE "No copyright, use freely"

static void
put_big(struct buf *out, uint32_t value, int bytes)
{
	while (bytes-- > 0)
		buf_putc(out, (char)(value >> 8 * bytes));
}

/* ICC's fixed point: 16 bits before and after. */
static void
put_fixed(struct buf *out, double value)
{
	put_big(out, (uint32_t)(int32_t)lround(value * 65536), 4);
}

static void
put_zeros(struct buf *out, int count)
{
	while (count-- > 0)
		buf_putc(out, '\0');
}

static void
put_xyz(struct buf *out, double x, double y, double z)
{
	BUF_LIT(out, "XYZ \0\0\0\0");
	put_fixed(out, x);
	put_fixed(out, y);
	put_fixed(out, z);
}

static void
put_curve(struct buf *out)
{
	BUF_LIT(out, "curv\0\0\0\0");
	put_big(out, CURVE_POINTS, 4);
	for (int i = 0; i < CURVE_POINTS; i++) {
		double x = i / (CURVE_POINTS - 1.0);
		double linear = x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);

		put_big(out, (uint32_t)lround(linear * 65535), 2);
	}
}

static void
put_description(struct buf *out)
{
	BUF_LIT(out, "desc\0\0\0\0");
	put_big(out, sizeof(NAME), 4);
	buf_add(out, NAME, sizeof(NAME));
	/* No Unicode and no Macintosh name: 4 + 4 + 2 + 1 + 67 bytes of nothing. */
	put_zeros(out, 78);
}

static void
put_notice(struct buf *out)
{
	BUF_LIT(out, "text\0\0\0\0");
	buf_add(out, NOTICE, sizeof(NOTICE));
}

static void
put_header(struct buf *out, uint32_t size)
{
	put_big(out, size, 4);
	put_zeros(out, 4);
	put_big(out, 0x02100000, 4); /* version 2.1 */
	BUF_LIT(out, "mntrRGB XYZ ");
	/* A date that never changes: the profile's. */
	for (int i = 0; i < 6; i++)
		put_big(out, (uint32_t[]){ 2026, 1, 1, 0, 0, 0 }[i], 2);
	BUF_LIT(out, "acsp");
	put_zeros(out, 28);
	put_fixed(out, 0.9642); /* D50, the connection space's white */
	put_fixed(out, 1.0);
	put_fixed(out, 0.8249);
	put_zeros(out, 48);
}

void
pdf_profile(struct buf *out)
{
	static const char signatures[][5] = { "desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
	/* sRGB's primaries adapted to D50 (Bradford), as every sRGB profile has them. */
	static const double primaries[3][3] = { { 0.43607, 0.22249, 0.01392 }, { 0.38515, 0.71687, 0.09708 },
		{ 0.14307, 0.06061, 0.71410 } };
	struct buf data = buf_new(out->arena);
	uint32_t start[9], size[9], table = 128 + 4 + 9 * 12;

	for (int i = 0; i < 7; i++) {
		while (data.len % 4 != 0)
			buf_putc(&data, '\0');
		start[i] = (uint32_t)data.len;
		if (i == 0)
			put_description(&data);
		else if (i == 1)
			put_notice(&data);
		else if (i == 2)
			put_xyz(&data, 0.9642, 1.0, 0.8249);
		else if (i < 6)
			put_xyz(&data, primaries[i - 3][0], primaries[i - 3][1], primaries[i - 3][2]);
		else
			put_curve(&data);
		size[i] = (uint32_t)data.len - start[i];
	}
	/* The three curves are one. */
	start[7] = start[8] = start[6];
	size[7] = size[8] = size[6];
	put_header(out, table + (uint32_t)data.len);
	put_big(out, 9, 4);
	for (int i = 0; i < 9; i++) {
		buf_add(out, signatures[i], 4);
		put_big(out, table + start[i], 4);
		put_big(out, size[i], 4);
	}
	buf_add(out, data.data, data.len);
}
