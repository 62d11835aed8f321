/* doc_fonts.c — HarfBuzz faces in a chain of preference, and a hash table of shaped words. */
#include "doc/doc_fonts.h"

#include <hb-ot.h>
#include <libdeflate.h>
#include <string.h>

#include "core/text.h"
#include "doc/doc_hyphen.h"

#define BUCKETS 16384
#define MOST_WORDS 20000

static const struct {
	const char *file, *package;
} files[DOC_FACES] = {
	{ "noto/NotoSans-Regular.ttf", "fonts-noto-core" },
	{ "noto/NotoSans-Bold.ttf", "fonts-noto-core" },
	{ "noto/NotoSans-Italic.ttf", "fonts-noto-core" },
	{ "noto/NotoSans-BoldItalic.ttf", "fonts-noto-core" },
	{ "noto/NotoSansArabic-Regular.ttf", "fonts-noto-core" },
	{ "noto/NotoSansArabic-Bold.ttf", "fonts-noto-core" },
	{ "noto/NotoSansEthiopic-Regular.ttf", "fonts-noto-core" },
	{ "noto/NotoSansEthiopic-Bold.ttf", "fonts-noto-core" },
	{ "noto/NotoSansHebrew-Regular.ttf", "fonts-noto-core" },
	{ "dejavu/DejaVuSans.ttf", "fonts-dejavu-core" },
	{ "dejavu/DejaVuSans-Bold.ttf", "fonts-dejavu-core" },
	{ "noto/NotoSansSymbols2-Regular.ttf", "fonts-noto-core" },
	{ "ancient-scripts/Symbola_hint.ttf", "fonts-symbola" },
};

/* Which faces to try, in order, for plain, bold, italic and bold italic; -1 ends. */
static const int chains[4][10] = {
	{ 0, 4, 6, 8, 9, 11, 12, -1 },
	{ 1, 5, 7, 8, 10, 11, 12, -1 },
	{ 2, 0, 4, 6, 8, 9, 11, 12, -1 },
	{ 3, 1, 5, 7, 8, 10, 11, 12, -1 },
};

struct doc_fonts {
	struct doc_face faces[DOC_FACES];
	struct arena *words; /* holds the shaped runs */
	struct doc_run **buckets;
	int word_count;
	hb_buffer_t *buffer;
	struct libdeflate_compressor *compressors[DOC_DEFLATE__MAX];
	struct doc_hyphens *hyphens;
};

/* --- faces ------------------------------------------------------------------------------------------------------ */

static int
thousandths(const struct doc_face *face, int units)
{
	return ((int)((int64_t)units * 1000 / face->units));
}

static int
signed16(const unsigned char *at)
{
	return ((int16_t)(at[0] << 8 | at[1]));
}

static void
read_tables(struct doc_face *face)
{
	hb_blob_t *table;
	const unsigned char *at;
	unsigned len;

	table = hb_face_reference_table(face->face, HB_TAG('h', 'e', 'a', 'd'));
	at = (const unsigned char *)hb_blob_get_data(table, &len);
	for (int i = 0; i < 4 && len >= 54; i++)
		face->box[i] = thousandths(face, signed16(at + 36 + 2 * i));
	hb_blob_destroy(table);
	table = hb_face_reference_table(face->face, HB_TAG('p', 'o', 's', 't'));
	at = (const unsigned char *)hb_blob_get_data(table, &len);
	if (len >= 16) {
		face->italic_angle = signed16(at + 4);
		face->fixed_pitch = (at[12] | at[13] | at[14] | at[15]) != 0;
	}
	hb_blob_destroy(table);
}

static void
read_metrics(struct doc_face *face)
{
	hb_font_extents_t extents;
	hb_position_t cap = 700 * face->units / 1000;
	unsigned len = sizeof(face->name);

	hb_font_get_h_extents(face->font, &extents);
	face->ascent = thousandths(face, extents.ascender);
	face->descent = thousandths(face, extents.descender);
	hb_ot_metrics_get_position(face->font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap);
	face->cap_height = thousandths(face, cap);
	hb_ot_name_get_utf8(face->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &len, face->name);
	read_tables(face);
}

static bool
face_load(struct doc_face *face, const char *path, int index)
{
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);

	if (blob == NULL)
		return (false);
	face->face = hb_face_create(blob, 0);
	hb_blob_destroy(blob);
	if (hb_face_get_glyph_count(face->face) == 0)
		return (false);
	face->index = index;
	face->units = (int)hb_face_get_upem(face->face);
	face->font = hb_font_create(face->face);
	hb_font_set_scale(face->font, face->units, face->units);
	hb_ot_font_set_funcs(face->font);
	read_metrics(face);
	face->covers = hb_set_create();
	hb_face_collect_unicodes(face->face, face->covers);
	hb_font_make_immutable(face->font);
	hb_face_make_immutable(face->face);
	return (true);
}

static void
fonts_free(void *object)
{
	struct doc_fonts *fonts = object;

	for (int i = 0; i < DOC_FACES; i++) {
		hb_set_destroy(fonts->faces[i].covers);
		hb_font_destroy(fonts->faces[i].font);
		hb_face_destroy(fonts->faces[i].face);
	}
	hb_buffer_destroy(fonts->buffer);
	arena_free(fonts->words);
	for (int i = 0; i < DOC_DEFLATE__MAX; i++)
		if (fonts->compressors[i] != NULL)
			libdeflate_free_compressor(fonts->compressors[i]);
}

static void
words_start(struct doc_fonts *fonts)
{
	fonts->words = arena_new(0);
	fonts->buckets = arena_array(fonts->words, BUCKETS, sizeof(*fonts->buckets));
	fonts->word_count = 0;
}

enum status
doc_fonts_load(struct doc_fonts **out, const char **problem, struct arena *arena, const char *dir)
{
	struct doc_fonts *fonts = arena_alloc(arena, sizeof(*fonts));

	arena_defer(arena, fonts_free, fonts);
	fonts->hyphens = doc_hyphens_new(arena);
	words_start(fonts);
	fonts->buffer = hb_buffer_create();
	fonts->compressors[DOC_DEFLATE_QUICK] = libdeflate_alloc_compressor(1);
	fonts->compressors[DOC_DEFLATE_TIGHT] = libdeflate_alloc_compressor(6);
	if (fonts->compressors[DOC_DEFLATE_QUICK] == NULL || fonts->compressors[DOC_DEFLATE_TIGHT] == NULL) {
		*problem = "there is no memory for the compressor; free some and start again";
		return (ERR_IO);
	}
	for (int i = 0; i < DOC_FACES; i++) {
		const char *path = arena_printf(arena, "%s/%s", dir, files[i].file);

		if (!face_load(&fonts->faces[i], path, i)) {
			*problem = arena_printf(
			    arena, "the font %s cannot be read; install the package %s", path, files[i].package);
			return (ERR_IO);
		}
	}
	*out = fonts;
	return (OK);
}

static bool
private_use(uint32_t c)
{
	return ((c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000);
}

const struct doc_face *
doc_face_for(const struct doc_fonts *fonts, bool bold, bool italic, uint32_t code_point)
{
	const int *chain = chains[(bold ? 1 : 0) + (italic ? 2 : 0)];

	/* What somebody's private character means no reader can know, though a font may draw something for it. */
	if (private_use(code_point))
		return (NULL);
	for (; *chain >= 0; chain++)
		if (hb_set_has(fonts->faces[*chain].covers, code_point))
			return (&fonts->faces[*chain]);
	return (NULL);
}

bool
doc_invisible(uint32_t c)
{
	return (c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
		(c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
		(c >= 0xE0000 && c <= 0xE0FFF));
}

/* --- words ------------------------------------------------------------------------------------------------------ */

static uint64_t
hash_of(const struct doc_face *face, const char *text, size_t len, bool rtl)
{
	/* FNV-1a; the face and direction go in first. */
	uint64_t hash =
	    UINT64_C(1469598103934665603) ^ (uint64_t)(face->index * 2 + rtl) * UINT64_C(0x9E3779B97F4A7C15);

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
	return (hash);
}

/*
 * What a character is copied out as. Not as what PDF/A-2, 6.2.11.7 forbids: a byte order mark within words is the word
 * joiner it once was, and private characters and those that are none are told as unknown.
 */
static uint32_t
told(uint32_t c)
{
	if (c == 0xFEFF)
		return (0x2060);
	return (private_use(c) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE ? 0xFFFD : c);
}

static void
glyph_tell(struct doc_glyph *glyph, uint32_t code_point)
{
	uint32_t c = told(code_point);

	if (c <= 0xFFFF) {
		glyph->text[glyph->text_len++] = (uint16_t)c;
	} else if (glyph->text_len + 2 <= DOC_GLYPH_TEXT) {
		glyph->text[glyph->text_len++] = (uint16_t)(0xD800 | (c - 0x10000) >> 10);
		glyph->text[glyph->text_len++] = (uint16_t)(0xDC00 | (c & 0x3FF));
	}
}

static void
glyph_text(struct doc_glyph *glyph, const char *at, const char *end)
{
	while (at < end && glyph->text_len < DOC_GLYPH_TEXT)
		glyph_tell(glyph, text_next(&at, end));
}

/* How many units of UTF-16 a text is. */
static int
units_of(const char *at, const char *end)
{
	int units = 0;

	while (at < end)
		units += text_next(&at, end) > 0xFFFF ? 2 : 1;
	return (units);
}

/* Which of its cluster's glyphs one is, from 0 in the order of the text; last when no other follows. */
static int
place_in_cluster(bool *last, const struct doc_run *run, const hb_glyph_info_t *info, int i)
{
	int step = run->rtl ? 1 : -1, n = 0, before = i + step, after = i - step;

	for (; before >= 0 && before < run->count && info[before].cluster == info[i].cluster; before += step)
		n++;
	*last = after < 0 || after >= run->count || info[after].cluster != info[i].cluster;
	return (n);
}

/* Narrows a cluster's text to what its glyph n stands for: one character, with the joiners that follow it. Answers 0;
 * 1 for a joiner's own glyph, which then stands for nothing. */
static int
share_of(const char **at, const char **end, int n, bool last)
{
	const char *next;

	for (; n > 0 && *at < *end; n--)
		text_next(at, *end);
	next = *at;
	if (next == *end || doc_invisible(text_next(&next, *end)))
		return (1);
	for (const char *after = next; !last && after < *end && doc_invisible(text_next(&after, *end));)
		next = after;
	if (!last)
		*end = next;
	return (0);
}

/* The first glyph of a cluster stands for its text; where that is very long, as of a family of emoji, each for its
 * share. Clusters are monotone: the next one's start is where this one's text ends. */
static void
assign_text(struct doc_run *run, const hb_glyph_info_t *info, unsigned i)
{
	int step = run->rtl ? -1 : 1, next = (int)i, n;
	const char *at = run->text + info[i].cluster, *end = run->text + run->len;
	bool last;

	while (next >= 0 && next < run->count && info[next].cluster == info[i].cluster)
		next += step;
	if (next >= 0 && next < run->count)
		end = run->text + info[next].cluster;
	n = place_in_cluster(&last, run, info, (int)i);
	if (units_of(at, end) > DOC_GLYPH_TEXT)
		n = share_of(&at, &end, n, last);
	if (n == 0 && at < end) {
		glyph_text(&run->glyphs[i], at, end);
		return;
	}
	/* A further glyph of the same cluster stands for nothing more: a zero-width space. */
	run->glyphs[i].text[0] = 0x200B;
	run->glyphs[i].text_len = 1;
}

/* The colour of a skin (UTS #51) is not to be seen on paper: its swatch, behind its emoji, gives way to nothing. */
static void
hide_modifiers(struct doc_run *run, const hb_glyph_info_t *info)
{
	hb_codepoint_t swatch, space;

	if (strstr(run->text, "\xF0\x9F\x8F") == NULL || !hb_font_get_nominal_glyph(run->face->font, ' ', &space))
		return;
	for (uint32_t c = 0x1F3FB; c <= 0x1F3FF; c++)
		for (int i = 0; i < run->count && hb_font_get_nominal_glyph(run->face->font, c, &swatch); i++)
			if (run->glyphs[i].id == swatch &&
			    ((i > 0 && info[i].cluster == info[i - 1].cluster) ||
				(i + 1 < run->count && info[i].cluster == info[i + 1].cluster))) {
				run->width -= run->glyphs[i].advance;
				run->glyphs[i].id = (uint16_t)space;
				run->glyphs[i].advance = 0;
				run->glyphs[i].nominal = (int16_t)(hb_font_get_glyph_h_advance(run->face->font, space) *
								   1000 / run->face->units);
			}
}

static struct doc_run *
run_make(
    struct doc_fonts *fonts, struct arena *arena, const struct doc_face *face, const char *text, size_t len, bool rtl)
{
	/* Latin ligatures off: "fi" then copies out as two letters everywhere. Arabic needs its own. */
	static const hb_feature_t no_ligatures = { HB_TAG('l', 'i', 'g', 'a'), 0, 0, (unsigned)-1 };
	const hb_glyph_info_t *info;
	const hb_glyph_position_t *position;
	struct doc_run *run;
	unsigned count;

	hb_buffer_clear_contents(fonts->buffer);
	hb_buffer_set_cluster_level(fonts->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	hb_buffer_add_utf8(fonts->buffer, text, (int)len, 0, (int)len);
	hb_buffer_set_direction(fonts->buffer, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_guess_segment_properties(fonts->buffer);
	hb_shape(face->font, fonts->buffer, &no_ligatures, rtl ? 0 : 1);
	info = hb_buffer_get_glyph_infos(fonts->buffer, &count);
	position = hb_buffer_get_glyph_positions(fonts->buffer, &count);
	run = arena_alloc(arena, sizeof(*run) + count * sizeof(run->glyphs[0]));
	run->face = face;
	run->text = arena_strndup(arena, text, len);
	run->len = (int)len;
	run->rtl = rtl;
	run->count = (int)count;
	for (unsigned i = 0; i < count; i++) {
		struct doc_glyph *glyph = &run->glyphs[i];

		glyph->id = (uint16_t)info[i].codepoint;
		glyph->advance = (int16_t)position[i].x_advance;
		glyph->x_offset = (int16_t)position[i].x_offset;
		glyph->y_offset = (int16_t)position[i].y_offset;
		glyph->nominal =
		    (int16_t)((hb_font_get_glyph_h_advance(face->font, glyph->id) * 1000 + face->units / 2) /
			      face->units);
		run->width += glyph->advance;
		assign_text(run, info, i);
	}
	hide_modifiers(run, info);
	return (run);
}

const struct doc_run *
doc_shape(struct doc_fonts *fonts, const struct doc_face *face, const char *text, size_t len, bool rtl)
{
	uint64_t hash = hash_of(face, text, len, rtl);
	struct doc_run **bucket = &fonts->buckets[hash % BUCKETS], *run;

	for (run = *bucket; run != NULL; run = run->next)
		if (run->hash == hash && run->face == face && run->rtl == rtl && run->len == (int)len &&
		    memcmp(run->text, text, len) == 0)
			return (run);
	run = run_make(fonts, fonts->words, face, text, len, rtl);
	run->hash = hash;
	run->next = *bucket;
	*bucket = run;
	fonts->word_count++;
	return (run);
}

const struct doc_run *
doc_shape_replacement(struct doc_fonts *fonts, struct arena *arena, bool bold, bool italic, uint32_t code_point)
{
	const struct doc_face *face = doc_face_for(fonts, bold, italic, 0xFFFD);
	struct doc_run *run;

	/* U+FFFD is in DejaVu Sans, which is always loaded. */
	run = run_make(fonts, arena, face, "\xEF\xBF\xBD", 3, false);
	run->glyphs[0].text_len = 0;
	glyph_tell(&run->glyphs[0], code_point);
	return (run);
}

void
doc_fonts_trim(struct doc_fonts *fonts)
{
	if (fonts->word_count <= MOST_WORDS)
		return;
	arena_free(fonts->words);
	words_start(fonts);
}

struct libdeflate_compressor *
doc_fonts_compressor(struct doc_fonts *fonts, enum doc_deflate how)
{
	return (fonts->compressors[how]);
}

struct doc_hyphens *
doc_fonts_hyphens(struct doc_fonts *fonts)
{
	return (fonts->hyphens);
}
