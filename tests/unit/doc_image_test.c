/* doc_image_test.c — PNG and JPEG of every kind: drawn whole, or refused; cut at any byte, damaged at any byte, huge,
 * interlaced, of 16 bits, with a palette and holes, CMYK, progressive. */
#include "check.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

#include "doc/doc_image.h"

static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new(0);
	return (0);
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

static struct buf
bytes_of(const void *data, size_t len)
{
	struct buf bytes = buf_new(arena);

	buf_add(&bytes, data, len);
	return (bytes);
}

/* --- PNG -------------------------------------------------------------------------------------------------------- */

static void
png_put(png_structp png, png_bytep data, png_size_t len)
{
	buf_add(png_get_io_ptr(png), data, len);
}

struct kind {
	int type, depth, interlace;
};

/* A sixteen pixels wide picture of one kind, its rows all alike. */
static struct buf
png_of(struct kind kind)
{
	struct buf out = buf_new(arena);
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png_create_info_struct(png);
	png_color palette[2] = { { 255, 0, 0 }, { 0, 0, 255 } };
	png_byte holes[2] = { 255, 0 }, row[16 * 8];
	png_bytep rows[16];

	for (size_t i = 0; i < sizeof(row); i++)
		row[i] = kind.type == PNG_COLOR_TYPE_PALETTE ? (png_byte)(i & 1) : (png_byte)(i * 5);
	for (int i = 0; i < 16; i++)
		rows[i] = row;
	png_set_write_fn(png, &out, png_put, NULL);
	png_set_IHDR(png, info, 16, 16, kind.depth, kind.type, kind.interlace, 0, 0);
	if (kind.type == PNG_COLOR_TYPE_PALETTE) {
		png_set_PLTE(png, info, palette, 2);
		png_set_tRNS(png, info, holes, 2, NULL);
	}
	png_set_rows(png, info, rows);
	png_write_png(png, info, PNG_TRANSFORM_IDENTITY, NULL);
	png_destroy_write_struct(&png, &info);
	return (out);
}

static const struct kind kinds[] = {
	{ PNG_COLOR_TYPE_GRAY, 8, PNG_INTERLACE_NONE },
	{ PNG_COLOR_TYPE_GRAY, 16, PNG_INTERLACE_NONE },
	{ PNG_COLOR_TYPE_GRAY, 1, PNG_INTERLACE_ADAM7 },
	{ PNG_COLOR_TYPE_GRAY_ALPHA, 8, PNG_INTERLACE_ADAM7 },
	{ PNG_COLOR_TYPE_RGB, 8, PNG_INTERLACE_ADAM7 },
	{ PNG_COLOR_TYPE_RGB, 16, PNG_INTERLACE_NONE },
	{ PNG_COLOR_TYPE_RGB_ALPHA, 8, PNG_INTERLACE_NONE },
	{ PNG_COLOR_TYPE_RGB_ALPHA, 16, PNG_INTERLACE_ADAM7 },
	{ PNG_COLOR_TYPE_PALETTE, 8, PNG_INTERLACE_NONE },
	{ PNG_COLOR_TYPE_PALETTE, 4, PNG_INTERLACE_ADAM7 },
};

TEST(every_kind_of_png_is_drawn)
{
	struct doc_image image;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		CHECK_INT(doc_image_decode(&image, arena, png_of(kinds[i])), OK);
		CHECK_INT(image.width, 16);
		CHECK_INT(image.height, 16);
		CHECK_TEXT(doc_image_type(&image), "image/png");
	}
	/* Holes show the paper: red, white. */
	CHECK_INT(doc_image_decode(&image, arena, png_of(kinds[8])), OK);
	CHECK(memcmp(image.pixels, "\xFF\x00\x00\xFF\xFF\xFF", 6) == 0);
}

/* Cut anywhere it is refused, or drawn when only the end mark is gone; damaged anywhere it does no harm. */
static void
try_damage(struct buf whole, int *drawn)
{
	struct doc_image image;
	enum status st;

	for (size_t len = 0; len < whole.len; len++) {
		st = doc_image_decode(&image, arena, bytes_of(whole.data, len));
		CHECK(st == ERR_INVALID || (st == OK && len + 16 > whole.len));
	}
	for (size_t at = 0; at < whole.len; at++)
		for (int bit = 0; bit < 8; bit += 3) {
			struct buf bad = bytes_of(whole.data, whole.len);

			bad.data[at] = (char)(bad.data[at] ^ 1 << bit);
			st = doc_image_decode(&image, arena, bad);
			CHECK(st == OK || st == ERR_INVALID || st == ERR_TOO_LARGE);
			*drawn += st == OK;
		}
}

TEST(a_png_cut_or_damaged_anywhere_does_no_harm)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		int drawn = 0;

		try_damage(png_of(kinds[i]), &drawn);
		/* Every part has a checksum: what is drawn was damaged in the last, which nothing reads. */
		CHECK(drawn <= 36);
	}
}

static void
set_size(struct buf *png, uint32_t width, uint32_t height)
{
	uint32_t sum;

	for (int i = 0; i < 4; i++) {
		png->data[16 + i] = (char)(width >> (24 - 8 * i));
		png->data[20 + i] = (char)(height >> (24 - 8 * i));
	}
	/* CRC-32 of the chunk's name and content. */
	sum = 0xFFFFFFFF;
	for (int i = 12; i < 29; i++) {
		sum ^= (unsigned char)png->data[i];
		for (int bit = 0; bit < 8; bit++)
			sum = sum >> 1 ^ (0xEDB88320 & -(sum & 1));
	}
	sum = ~sum;
	for (int i = 0; i < 4; i++)
		png->data[29 + i] = (char)(sum >> (24 - 8 * i));
}

TEST(pictures_that_say_they_are_huge_are_refused_before_they_are_decoded)
{
	static const uint32_t sizes[][2] = { { 0x7FFFFFFF, 0x7FFFFFFF }, { 1, 0x7FFFFFFF }, { 4001, 1 }, { 3000, 3000 },
		{ 0x7FFFFFFF, 1 } };
	struct doc_image image;

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct buf png = png_of(kinds[4]);
		size_t before = arena_used(arena);
		enum status st;

		set_size(&png, sizes[i][0], sizes[i][1]);
		st = doc_image_decode(&image, arena, png);
		CHECK(st == ERR_TOO_LARGE || st == ERR_INVALID);
		CHECK(arena_used(arena) - before < 4096);
	}
	CHECK_INT(doc_image_decode(&image, arena, bytes_of("", 0)), ERR_INVALID);
}

TEST(other_kinds_of_files_are_refused)
{
	static const char *const others[] = { "", "GIF89a\x01\x00\x01\x00", "%PDF-1.7", "BM\x00\x00",
		"<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF\x10\x00\x00\x00WEBPVP8 " };
	struct buf large = buf_new(arena);
	struct doc_image image;

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		CHECK_INT(doc_image_decode(&image, arena, bytes_of(others[i], strlen(others[i]))), ERR_INVALID);
	buf_reserve(&large, DOC_IMAGE_MAX_BYTES + 1);
	large.len = DOC_IMAGE_MAX_BYTES + 1;
	CHECK_INT(doc_image_decode(&image, arena, large), ERR_TOO_LARGE);
}

/* --- JPEG ------------------------------------------------------------------------------------------------------- */

static struct buf
jpeg_of(int size, int format, int sampling, int flags)
{
	tjhandle coder = tjInitCompress();
	unsigned char *out = NULL, *pixels = arena_array(arena, (size_t)size, (size_t)size * 4);
	unsigned long len = 0;
	struct buf bytes;

	for (int i = 0; i < size * size * 4; i++)
		pixels[i] = (unsigned char)(i * 7 % 251);
	CHECK_INT(tjCompress2(coder, pixels, size, 0, size, format, &out, &len, sampling, 80, flags), 0);
	bytes = bytes_of(out, len);
	tjFree(out);
	tjDestroy(coder);
	return (bytes);
}

TEST(jpegs_that_pdf_readers_know_are_taken_as_they_are)
{
	struct doc_image image;

	CHECK_INT(doc_image_decode(&image, arena, jpeg_of(40, TJPF_RGB, TJSAMP_420, 0)), OK);
	CHECK_INT(image.width, 40);
	CHECK(image.pixels == NULL && !image.gray);
	CHECK_TEXT(doc_image_type(&image), "image/jpeg");
	CHECK_INT(doc_image_decode(&image, arena, jpeg_of(40, TJPF_RGB, TJSAMP_444, TJFLAG_PROGRESSIVE)), OK);
	CHECK_INT(doc_image_decode(&image, arena, jpeg_of(40, TJPF_GRAY, TJSAMP_GRAY, 0)), OK);
	CHECK(image.gray);
	/* Its colours are ink, which the file's profile says nothing of. */
	CHECK_INT(doc_image_decode(&image, arena, jpeg_of(40, TJPF_CMYK, TJSAMP_444, 0)), ERR_INVALID);
}

TEST(a_jpeg_cut_or_damaged_anywhere_does_no_harm)
{
	static const int flags[] = { 0, TJFLAG_PROGRESSIVE };
	struct doc_image image;
	int drawn = 0;

	for (size_t i = 0; i < 2; i++) {
		struct buf whole = jpeg_of(24, TJPF_RGB, TJSAMP_420, flags[i]);

		try_damage(whole, &drawn);
		/* Without its end mark it is not whole. */
		CHECK_INT(doc_image_decode(&image, arena, bytes_of(whole.data, whole.len - 2)), ERR_INVALID);
	}
}

TEST(huge_and_strange_jpegs_are_refused)
{
	struct buf jpeg = jpeg_of(24, TJPF_GRAY, TJSAMP_GRAY, 0);
	unsigned char *frame = memmem(jpeg.data, jpeg.len, "\xFF\xC0", 2);
	struct doc_image image;

	CHECK(frame != NULL);
	memcpy(frame + 5, "\x7F\xFF\x7F\xFF", 4);
	CHECK_INT(doc_image_decode(&image, arena, jpeg), ERR_TOO_LARGE);
	memcpy(frame + 5, "\x00\x18\x00\x18", 4);
	CHECK_INT(doc_image_decode(&image, arena, jpeg), OK);
	frame[1] = 0xC9; /* arithmetic coding */
	CHECK_INT(doc_image_decode(&image, arena, jpeg), ERR_INVALID);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

UNIT_MAIN(CASE(every_kind_of_png_is_drawn), CASE(a_png_cut_or_damaged_anywhere_does_no_harm),
    CASE(pictures_that_say_they_are_huge_are_refused_before_they_are_decoded), CASE(other_kinds_of_files_are_refused),
    CASE(jpegs_that_pdf_readers_know_are_taken_as_they_are), CASE(a_jpeg_cut_or_damaged_anywhere_does_no_harm),
    CASE(huge_and_strange_jpegs_are_refused))
