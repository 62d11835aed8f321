/* pdf_font.c — a font of the file: codes given out while painting, then the glyphs used are cut out and embedded. */
#include <hb-subset.h>
#include <stdio.h>
#include <string.h>

#include "doc/pdf_inside.h"

struct pdf_font *
pdf_font_of(struct pdf *pdf, const struct doc_face *face)
{
	struct pdf_font *font = pdf->by_face[face->index];

	if (font != NULL)
		return (font);
	font = arena_alloc(pdf->arena, sizeof(*font));
	font->face = face;
	font->type0 = HPDF_Dict_New(pdf->haru->mmgr);
	HPDF_Xref_Add(pdf->haru->xref, font->type0);
	font->first = arena_array(pdf->arena, hb_face_get_glyph_count(face->face), sizeof(*font->first));
	font->capacity = 128;
	font->codes = arena_array(pdf->arena, font->capacity, sizeof(*font->codes));
	font->count = 1;
	memcpy(font->name,
	    (char[]){ 'F', (char)('1' + pdf->font_count / 10), (char)('0' + pdf->font_count % 10), '\0' }, 4);
	pdf->font_count++;
	pdf->by_face[face->index] = font;
	return (font);
}

/*
 * Every glyph has a code; further ones for other texts of the same glyph end here. More come about only where somebody
 * piles up marks on letters, and libharu's list of widths holds 32,767 in all.
 */
#define MOST_TEXTS 16384

unsigned
pdf_font_code(struct pdf *pdf, struct pdf_font *font, const struct doc_glyph *glyph)
{
	uint16_t first = font->first[glyph->id];

	for (unsigned code = first; code != 0; code = font->codes[code].next) {
		const struct doc_glyph *other = font->codes[code].glyph;

		if (other->text_len == glyph->text_len && memcmp(other->text, glyph->text, 2U * glyph->text_len) == 0)
			return (code);
	}
	if (first != 0 && font->count >= MOST_TEXTS)
		return (first);
	if (font->count == font->capacity) {
		struct pdf_code *more = arena_array(pdf->arena, font->capacity * 2, sizeof(*more));

		memcpy(more, font->codes, font->capacity * sizeof(*more));
		font->codes = more;
		font->capacity *= 2;
	}
	font->codes[font->count] = (struct pdf_code){ .glyph = glyph, .next = first };
	font->first[glyph->id] = (uint16_t)font->count;
	return (font->count++);
}

/* --- embedding -------------------------------------------------------------------------------------------------- */

static HPDF_Dict
stream_new(struct pdf *pdf, const struct buf *bytes)
{
	HPDF_Dict dict = HPDF_DictStream_New(pdf->haru->mmgr, pdf->haru->xref);

	dict->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
	pdf_put_stream(dict->stream, bytes);
	return (dict);
}

static HPDF_Dict
dict_new(struct pdf *pdf, const char *type)
{
	HPDF_Dict dict = HPDF_Dict_New(pdf->haru->mmgr);

	HPDF_Xref_Add(pdf->haru->xref, dict);
	HPDF_Dict_AddName(dict, "Type", type);
	return (dict);
}

static hb_subset_plan_t *
plan_subset(const struct pdf_font *font)
{
	/* Layout has been done: the file needs outlines only. */
	static const hb_tag_t drop[] = { HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
		HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'), HB_TAG('n', 'a', 'm', 'e'),
		HB_TAG('O', 'S', '/', '2'), HB_TAG('p', 'o', 's', 't'), HB_TAG('c', 'm', 'a', 'p') };
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_subset_plan_t *plan;

	if (input == NULL)
		return (NULL);
	for (unsigned code = 1; code < font->count; code++)
		hb_set_add(hb_subset_input_glyph_set(input), font->codes[code].glyph->id);
	for (size_t i = 0; i < sizeof(drop) / sizeof(drop[0]); i++)
		hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), drop[i]);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	plan = hb_subset_plan_create_or_fail(font->face->face, input);
	hb_subset_input_destroy(input);
	return (plan);
}

static void
add_descriptor(HPDF_Dict cid, struct pdf *pdf, const struct pdf_font *font, const char *name, HPDF_Dict file)
{
	const struct doc_face *face = font->face;
	HPDF_Dict descriptor = dict_new(pdf, "FontDescriptor");
	HPDF_Array box = HPDF_Array_New(pdf->haru->mmgr);

	HPDF_Dict_AddName(descriptor, "FontName", name);
	/* Symbolic: the glyphs are our own numbering; italic and fixed pitch as the font says. */
	HPDF_Dict_AddNumber(descriptor, "Flags", 4 | (face->fixed_pitch ? 1 : 0) | (face->italic_angle != 0 ? 64 : 0));
	for (int i = 0; i < 4; i++)
		HPDF_Array_AddNumber(box, face->box[i]);
	HPDF_Dict_Add(descriptor, "FontBBox", box);
	HPDF_Dict_AddReal(descriptor, "ItalicAngle", (HPDF_REAL)face->italic_angle);
	HPDF_Dict_AddNumber(descriptor, "Ascent", face->ascent);
	HPDF_Dict_AddNumber(descriptor, "Descent", face->descent);
	HPDF_Dict_AddNumber(descriptor, "CapHeight", face->cap_height);
	HPDF_Dict_AddNumber(descriptor, "StemV", 80);
	HPDF_Dict_Add(descriptor, "FontFile2", file);
	HPDF_Dict_Add(cid, "FontDescriptor", descriptor);
}

static void
add_widths(HPDF_Dict cid, struct pdf *pdf, const struct pdf_font *font)
{
	HPDF_Array widths = HPDF_Array_New(pdf->haru->mmgr), list = HPDF_Array_New(pdf->haru->mmgr);

	HPDF_Array_AddNumber(widths, 1);
	for (unsigned code = 1; code < font->count; code++)
		HPDF_Array_AddNumber(list, font->codes[code].glyph->nominal);
	HPDF_Array_Add(widths, list);
	HPDF_Dict_Add(cid, "W", widths);
	HPDF_Dict_AddNumber(cid, "DW", 1000);
}

static void
add_glyph_map(HPDF_Dict cid, struct pdf *pdf, const struct pdf_font *font, hb_subset_plan_t *plan)
{
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	struct buf bytes = buf_new(pdf->arena);

	BUF_LIT(&bytes, "\0\0");
	for (unsigned code = 1; code < font->count; code++) {
		hb_codepoint_t glyph = hb_map_get(map, font->codes[code].glyph->id);

		buf_putc(&bytes, (char)(glyph >> 8));
		buf_putc(&bytes, (char)glyph);
	}
	HPDF_Dict_Add(cid, "CIDToGIDMap", stream_new(pdf, &bytes));
}

static void
add_to_unicode(HPDF_Dict type0, struct pdf *pdf, const struct pdf_font *font)
{
	struct buf map = buf_new(pdf->arena);
	char hex[4];

	buf_puts(&map,
	    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)"
	    "/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
	    "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	for (unsigned code = 1; code < font->count;) {
		/* A block may hold 100 entries. */
		unsigned end = code + 100 < font->count ? code + 100 : font->count;

		buf_printf(&map, "%u beginbfchar\n", end - code);
		for (; code < end; code++) {
			const struct doc_glyph *glyph = font->codes[code].glyph;

			pdf_put_hex4(hex, code);
			buf_printf(&map, "<%.4s><", hex);
			for (int i = 0; i < glyph->text_len; i++) {
				pdf_put_hex4(hex, glyph->text[i]);
				buf_add(&map, hex, 4);
			}
			BUF_LIT(&map, ">\n");
		}
		BUF_LIT(&map, "endbfchar\n");
	}
	BUF_LIT(&map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	HPDF_Dict_Add(type0, "ToUnicode", stream_new(pdf, &map));
}

static HPDF_Dict
cid_font(struct pdf *pdf, const struct pdf_font *font, const char *name)
{
	HPDF_Dict cid = dict_new(pdf, "Font"), system = HPDF_Dict_New(pdf->haru->mmgr);

	HPDF_Dict_AddName(cid, "Subtype", "CIDFontType2");
	HPDF_Dict_AddName(cid, "BaseFont", name);
	HPDF_Dict_Add(system, "Registry", HPDF_String_New(pdf->haru->mmgr, "Adobe", NULL));
	HPDF_Dict_Add(system, "Ordering", HPDF_String_New(pdf->haru->mmgr, "Identity", NULL));
	HPDF_Dict_AddNumber(system, "Supplement", 0);
	HPDF_Dict_Add(cid, "CIDSystemInfo", system);
	add_widths(cid, pdf, font);
	return (cid);
}

static void
free_plan(void *object)
{
	hb_subset_plan_destroy(object);
}

static void
free_face(void *object)
{
	hb_face_destroy(object);
}

static void
free_blob(void *object)
{
	hb_blob_destroy(object);
}

enum status
pdf_font_finish(struct pdf *pdf, struct pdf_font *font)
{
	hb_subset_plan_t *plan = plan_subset(font);
	hb_face_t *subset;
	HPDF_Array descendants;
	hb_blob_t *blob;
	struct buf bytes = buf_new(pdf->arena);
	char name[80];
	unsigned len;
	HPDF_Dict file, cid;

	if (plan == NULL)
		return (ERR_IO);
	arena_defer(pdf->arena, free_plan, plan);
	if ((subset = hb_subset_plan_execute_or_fail(plan)) == NULL)
		return (ERR_IO);
	arena_defer(pdf->arena, free_face, subset);
	/* Six letters and a plus say that it is a subset; which six does not matter, that they repeat does. */
	snprintf(name, sizeof(name), "TILSK%c+%s", 'A' + font->face->index, font->face->name);
	blob = hb_face_reference_blob(subset);
	arena_defer(pdf->arena, free_blob, blob);
	buf_add(&bytes, hb_blob_get_data(blob, &len), hb_blob_get_length(blob));
	file = stream_new(pdf, &bytes);
	HPDF_Dict_AddNumber(file, "Length1", (HPDF_INT32)bytes.len);
	cid = cid_font(pdf, font, name);
	add_descriptor(cid, pdf, font, name, file);
	add_glyph_map(cid, pdf, font, plan);
	HPDF_Dict_AddName(font->type0, "Type", "Font");
	HPDF_Dict_AddName(font->type0, "Subtype", "Type0");
	HPDF_Dict_AddName(font->type0, "BaseFont", name);
	HPDF_Dict_AddName(font->type0, "Encoding", "Identity-H");
	descendants = HPDF_Array_New(pdf->haru->mmgr);
	HPDF_Array_Add(descendants, cid);
	HPDF_Dict_Add(font->type0, "DescendantFonts", descendants);
	add_to_unicode(font->type0, pdf, font);
	arena_release(pdf->arena, blob);
	arena_release(pdf->arena, subset);
	arena_release(pdf->arena, plan);
	return (OK);
}
