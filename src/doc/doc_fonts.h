/* doc_fonts.h — the fonts every document is set in, parsed once a process, and words shaped once and remembered. */
#ifndef DOC_DOC_FONTS_H
#define DOC_DOC_FONTS_H

#include <hb.h>
#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"

#define DOC_GLYPH_TEXT 6

/* One font file; read-only once loaded. */
struct doc_face {
	hb_face_t *face;
	hb_font_t *font;
	hb_set_t *covers;                        /* code points */
	int index;                               /* 0-based, its place in doc_fonts */
	int units;                               /* per em */
	int ascent, descent, cap_height, box[4]; /* thousandths of an em, as PDF wants them */
	double italic_angle;
	bool fixed_pitch;
	char name[64]; /* PostScript */
};

/* Lengths in the face's units. */
struct doc_glyph {
	uint16_t id;
	int16_t advance, x_offset, y_offset;
	int16_t nominal; /* the advance the font itself gives, in thousandths of an em */
	uint8_t text_len;
	uint16_t text[DOC_GLYPH_TEXT]; /* UTF-16: what the glyph stands for, so that text can be copied out */
};

/* A shaped piece of text, in visual order. */
struct doc_run {
	struct doc_run *next;
	const struct doc_face *face;
	const char *text;
	uint64_t hash;
	int len, width, count; /* bytes; units; glyphs */
	bool rtl;
	struct doc_glyph glyphs[];
};

struct doc_fonts;

/*
 * Loads every face from under dir (Debian's fonts-noto-core, fonts-dejavu-core and fonts-symbola). One thread at a time
 * uses it.
 *
 * out:     arena
 * problem: arena; which file is missing and which package holds it; set unless OK
 * returns: OK; ERR_IO
 */
enum status
doc_fonts_load(struct doc_fonts **out, const char **problem, struct arena *arena, const char *dir) MUST_CHECK;

/* Where Debian puts fonts. */
#define DOC_FONT_DIR "/usr/share/fonts/truetype"

/* How many faces there are. */
#define DOC_FACES 13

/* The face for a look, by preference; NULL when no face has the character. */
const struct doc_face *doc_face_for(const struct doc_fonts *fonts, bool bold, bool italic, uint32_t code_point);

/* True for characters that leave no mark of their own: joiners, direction marks, variation selectors. */
bool doc_invisible(uint32_t code_point);

/* Shapes text[0..len), all of one face and direction. Lives until doc_fonts_trim(). */
const struct doc_run *
doc_shape(struct doc_fonts *fonts, const struct doc_face *face, const char *text, size_t len, bool rtl);

/* A mark in place of a character no font has; extracts as that character. In arena. */
const struct doc_run *
doc_shape_replacement(struct doc_fonts *fonts, struct arena *arena, bool bold, bool italic, uint32_t code_point);

/* Forgets shaped words when there are very many; called between documents, never inside one. */
void doc_fonts_trim(struct doc_fonts *fonts);

/* Where words may be divided, kept with the fonts since the patterns cost as much to read as a report. */
struct doc_hyphens *doc_fonts_hyphens(struct doc_fonts *fonts);

/* What pages and structure say is so alike that the quickest way takes nearly as much off; fonts and pictures are not.
 */
enum doc_deflate { DOC_DEFLATE_QUICK, DOC_DEFLATE_TIGHT, DOC_DEFLATE__MAX };

/* libdeflate's compressors, kept with the fonts since making one costs as much as a page. */
struct libdeflate_compressor *doc_fonts_compressor(struct doc_fonts *fonts, enum doc_deflate how);

#endif
