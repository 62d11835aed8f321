/* pdf_page.c — the file and its pages: content operators written to one buffer a page. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "doc/pdf_inside.h"

static void
on_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
	(void)error, (void)detail;
	((struct pdf *)user)->failed = true;
}

static void
free_haru(void *object)
{
	HPDF_Free(object);
}

struct pdf *
pdf_new(struct arena *arena, struct doc_fonts *fonts)
{
	struct pdf *pdf = arena_alloc(arena, sizeof(*pdf));

	pdf->arena = arena;
	pdf->fonts = fonts;
	pdf->page_tail = &pdf->pages;
	pdf->parent_tail = &pdf->parents;
	pdf->place_tail = &pdf->places;
	pdf->mark_tail = &pdf->marks;
	pdf->haru = HPDF_New(on_error, pdf);
	if (pdf->haru == NULL)
		return (NULL);
	arena_defer(arena, free_haru, pdf->haru);
	pdf->haru->pdf_version = HPDF_VER_17;
	HPDF_SetCompressionMode(pdf->haru, HPDF_COMP_ALL);
	pdf->tree_root = HPDF_Dict_New(pdf->haru->mmgr);
	HPDF_Xref_Add(pdf->haru->xref, pdf->tree_root);
	pdf->root = pdf_element_new(pdf, NULL, "Document");
	return (pdf);
}

struct pdf_page *
pdf_page_new(struct pdf *pdf, double width, double height)
{
	struct pdf_page *page = arena_alloc(pdf->arena, sizeof(*page));
	HPDF_Dict resources;

	page->pdf = pdf;
	page->content = buf_new(pdf->arena);
	page->key = pdf->next_key++;
	page->fill = page->stroke = -1;
	page->object = HPDF_AddPage(pdf->haru);
	HPDF_Page_SetWidth(page->object, (HPDF_REAL)width);
	HPDF_Page_SetHeight(page->object, (HPDF_REAL)height);
	HPDF_Dict_AddNumber(page->object, "StructParents", page->key);
	HPDF_Dict_AddName(page->object, "Tabs", "S");
	resources = HPDF_Dict_GetItem(page->object, "Resources", HPDF_OCLASS_DICT);
	page->font_resources = HPDF_Dict_New(pdf->haru->mmgr);
	HPDF_Dict_Add(resources, "Font", page->font_resources);
	((HPDF_PageAttr)page->object->attr)->fonts = page->font_resources;
	*pdf->page_tail = page;
	pdf->page_tail = &page->next;
	return (page);
}

/* --- marks ------------------------------------------------------------------------------------------------------ */

static void
text_end(struct pdf_page *page)
{
	if (!page->in_text)
		return;
	BUF_LIT(&page->content, "ET\n");
	page->in_text = false;
	page->font = NULL;
}

void
pdf_mark(struct pdf_page *page, struct pdf_element *element)
{
	text_end(page);
	if (page->content_count == page->content_capacity) {
		int more = page->content_capacity == 0 ? 64 : page->content_capacity * 2;
		struct pdf_element **contents =
		    arena_array(page->pdf->arena, (size_t)more, sizeof(struct pdf_element *));

		if (page->content_count > 0)
			memcpy(contents, page->contents, (size_t)page->content_count * sizeof(struct pdf_element *));
		page->contents = contents;
		page->content_capacity = more;
	}
	pdf_element_kid(element, PDF_KID_CONTENT, page, page->content_count, NULL);
	buf_putc(&page->content, '/');
	buf_puts(&page->content, element->type);
	BUF_LIT(&page->content, "<</MCID ");
	pdf_put_int(&page->content, page->content_count);
	BUF_LIT(&page->content, ">>BDC\n");
	page->contents[page->content_count++] = element;
}

void
pdf_mark_artifact(struct pdf_page *page, const char *properties)
{
	text_end(page);
	BUF_LIT(&page->content, "/Artifact<<");
	buf_puts(&page->content, properties);
	BUF_LIT(&page->content, ">>BDC\n");
}

void
pdf_mark_end(struct pdf_page *page)
{
	text_end(page);
	BUF_LIT(&page->content, "EMC\n");
}

/* --- colours and shapes ----------------------------------------------------------------------------------------- */

static void
put_color(struct buf *out, int color, const char *operator)
{
	for (int shift = 16; shift >= 0; shift -= 8) {
		pdf_put_number(out, (color >> shift & 0xFF) / 255.0);
		buf_putc(out, ' ');
	}
	buf_puts(out, operator);
}

static void
fill(struct pdf_page *page, int color)
{
	if (page->fill == color)
		return;
	put_color(&page->content, color, "rg\n");
	page->fill = color;
}

static void
put_numbers(struct buf *out, const double *numbers, int count)
{
	for (int i = 0; i < count; i++) {
		pdf_put_number(out, numbers[i]);
		buf_putc(out, ' ');
	}
}

void
pdf_box_add(struct pdf_page *page, double x, double y, double width, double height, int color)
{
	text_end(page);
	fill(page, color);
	put_numbers(&page->content, (double[]){ x, y, width, height }, 4);
	BUF_LIT(&page->content, "re ");
}

void
pdf_box_fill(struct pdf_page *page)
{
	BUF_LIT(&page->content, "f\n");
}

void
pdf_box(struct pdf_page *page, double x, double y, double width, double height, int color)
{
	pdf_box_add(page, x, y, width, height, color);
	pdf_box_fill(page);
}

void
pdf_line(struct pdf_page *page, double x1, double y1, double x2, double y2, double width, int color)
{
	text_end(page);
	if (page->stroke != color)
		put_color(&page->content, color, "RG\n");
	page->stroke = color;
	if (page->line_width != width) {
		pdf_put_number(&page->content, width);
		BUF_LIT(&page->content, " w\n");
		page->line_width = width;
	}
	put_numbers(&page->content, (double[]){ x1, y1 }, 2);
	BUF_LIT(&page->content, "m ");
	put_numbers(&page->content, (double[]){ x2, y2 }, 2);
	BUF_LIT(&page->content, "l S\n");
}

void
pdf_image(struct pdf_page *page, const struct doc_image *image, double x, double y, double width, double height)
{
	struct pdf *pdf = page->pdf;
	HPDF_Dict object = HPDF_DictStream_New(pdf->haru->mmgr, pdf->haru->xref);
	HPDF_Dict resources = HPDF_Dict_GetItem(page->object, "Resources", HPDF_OCLASS_DICT);
	HPDF_Dict objects = HPDF_Dict_GetItem(resources, "XObject", HPDF_OCLASS_DICT);
	char name[16];

	if (objects == NULL) {
		objects = HPDF_Dict_New(pdf->haru->mmgr);
		HPDF_Dict_Add(resources, "XObject", objects);
	}
	HPDF_Dict_AddName(object, "Type", "XObject");
	HPDF_Dict_AddName(object, "Subtype", "Image");
	HPDF_Dict_AddNumber(object, "Width", image->width);
	HPDF_Dict_AddNumber(object, "Height", image->height);
	HPDF_Dict_AddName(object, "ColorSpace", image->gray ? "DeviceGray" : "DeviceRGB");
	HPDF_Dict_AddNumber(object, "BitsPerComponent", 8);
	if (image->pixels != NULL) {
		object->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
		HPDF_Stream_Write(object->stream, image->pixels, (HPDF_UINT)(image->width * image->height * 3));
	} else {
		HPDF_Dict_AddName(object, "Filter", "DCTDecode");
		pdf_put_stream(object->stream, &image->bytes);
	}
	snprintf(name, sizeof(name), "I%d", ++page->image_count);
	HPDF_Dict_Add(objects, name, object);
	text_end(page);
	BUF_LIT(&page->content, "q ");
	put_numbers(&page->content, (double[]){ width, 0, 0, height, x, y }, 6);
	buf_printf(&page->content, "cm /%s Do Q\n", name);
}

static HPDF_Annotation
link_add(struct pdf_page *page, struct pdf_element *element, double x, double y, double width, double height,
    const char *uri, const char *contents)
{
	struct pdf *pdf = page->pdf;
	HPDF_Rect box = { (HPDF_REAL)x, (HPDF_REAL)y, (HPDF_REAL)(x + width), (HPDF_REAL)(y + height) };
	HPDF_Annotation link = HPDF_Page_CreateURILinkAnnot(page->object, box, uri);

	if (link == NULL)
		return (NULL);
	HPDF_LinkAnnot_SetBorderStyle(link, 0, 0, 0);
	HPDF_Dict_AddNumber(link, "F", 4);
	HPDF_Dict_Add(link, "Contents", pdf_text_object(pdf, contents));
	HPDF_Dict_AddNumber(link, "StructParent", pdf_parent_key(pdf, element));
	pdf_element_kid(element, PDF_KID_OBJECT, page, 0, link);
	return (link);
}

/* Addresses are ASCII (ISO 32000-1, 12.6.4.7; RFC 3986). */
static const char *
ascii_address(struct arena *arena, const char *uri)
{
	struct buf out = buf_new(arena);

	for (; *uri != '\0'; uri++) {
		unsigned char c = (unsigned char)*uri;

		if (c > ' ' && c < 0x7F)
			buf_putc(&out, (char)c);
		else
			buf_printf(&out, "%%%02X", c);
	}
	return (buf_text(&out));
}

void
pdf_link(struct pdf_page *page, struct pdf_element *element, double x, double y, double width, double height,
    const char *uri, const char *contents)
{
	link_add(page, element, x, y, width, height, ascii_address(page->pdf->arena, uri), contents);
}

void
pdf_link_to(struct pdf_page *page, struct pdf_element *element, double x, double y, double width, double height,
    int target, const char *contents)
{
	HPDF_Annotation link = link_add(page, element, x, y, width, height, "#", contents);

	if (link == NULL)
		return;
	HPDF_Dict_RemoveElement(link, "A");
	HPDF_Dict_Add(link, "Dest", pdf_place_name(page->pdf, target));
}

/* --- text ------------------------------------------------------------------------------------------------------- */

static void
text_start(struct pdf_page *page, const struct pdf_font *font, double font_size, double x, double y)
{
	struct buf *out = &page->content;
	double dx, dy;

	if (!page->in_text) {
		BUF_LIT(out, "BT\n");
		page->in_text = true;
		page->text_x = page->text_y = 0;
	}
	if (page->font != font || page->font_size != font_size) {
		buf_printf(out, "/%s ", font->name);
		pdf_put_number(out, font_size);
		BUF_LIT(out, " Tf\n");
		page->font = font;
		page->font_size = font_size;
	}
	if (!page->used[font->face->index]) {
		page->used[font->face->index] = true;
		HPDF_Dict_Add(page->font_resources, font->name, font->type0);
	}
	/* Moves are relative; what was written, rounded, is what adds up. */
	dx = llround((x - page->text_x) * 1000) / 1000.0;
	dy = llround((y - page->text_y) * 1000) / 1000.0;
	put_numbers(out, (double[]){ dx, dy }, 2);
	BUF_LIT(out, "Td");
	page->text_x += dx;
	page->text_y += dy;
}

struct pen {
	struct pdf_page *page;
	struct pdf_font *font;
	double font_size;
	double wanted, reached; /* thousandths of an em along the line */
	int open;               /* glyphs inside <...>; 0: outside */
};

#define STRING_GLYPHS 16383 /* of two bytes each: a string holds 32,767 bytes (PDF/A-2, 6.1.13) */

static void
close_string(struct pen *pen)
{
	if (pen->open > 0)
		buf_putc(&pen->page->content, '>');
	pen->open = 0;
}

static void
put_glyph(struct pen *pen, const struct doc_glyph *glyph)
{
	struct buf *out = &pen->page->content;
	int units = pen->font->face->units;
	long adjust = lround(pen->reached - pen->wanted - glyph->x_offset * 1000.0 / units);
	char hex[4];

	if (adjust != 0) {
		close_string(pen);
		pdf_put_int(out, adjust);
		pen->reached -= (double)adjust;
	}
	if (glyph->y_offset != 0) {
		close_string(pen);
		BUF_LIT(out, "]TJ ");
		pdf_put_number(out, glyph->y_offset * pen->font_size / units);
		BUF_LIT(out, " Ts[");
	}
	if (pen->open == STRING_GLYPHS)
		close_string(pen);
	if (pen->open++ == 0)
		buf_putc(out, '<');
	pdf_put_hex4(hex, pdf_font_code(pen->page->pdf, pen->font, glyph));
	buf_add(out, hex, 4);
	if (glyph->y_offset != 0) {
		close_string(pen);
		BUF_LIT(out, "]TJ 0 Ts[");
	}
	pen->reached += glyph->nominal;
	pen->wanted += glyph->advance * 1000.0 / units;
}

void
pdf_text(struct pdf_page *page, double x, double y, double font_size, int color, const struct doc_run *const *runs,
    int count)
{
	struct pen pen = { .page = page, .font_size = font_size };

	if (count == 0)
		return;
	pen.font = pdf_font_of(page->pdf, runs[0]->face);
	fill(page, color);
	text_start(page, pen.font, font_size, x, y);
	buf_putc(&page->content, '[');
	for (int i = 0; i < count; i++)
		for (int g = 0; g < runs[i]->count; g++)
			put_glyph(&pen, &runs[i]->glyphs[g]);
	close_string(&pen);
	BUF_LIT(&page->content, "]TJ\n");
}

/* --- the end ---------------------------------------------------------------------------------------------------- */

enum status
pdf_finish(struct buf *out, struct pdf *pdf, const struct pdf_about *about)
{
	enum status st;

	if (pdf->failed)
		return (ERR_IO);
	for (struct pdf_page *page = pdf->pages; page != NULL; page = page->next) {
		text_end(page);
		pdf_put_stream(((HPDF_PageAttr)page->object->attr)->stream, &page->content);
	}
	for (int i = 0; i < DOC_FACES; i++)
		if (pdf->by_face[i] != NULL && (st = pdf_font_finish(pdf, pdf->by_face[i])) != OK)
			return (st);
	pdf_about_finish(pdf, about);
	pdf_targets_finish(pdf);
	pdf_structure_finish(pdf);
	pdf_write(out, pdf);
	/* Lists and dictionaries keep their errors to themselves; whoever asks is told of the first. */
	return (pdf->failed || HPDF_GetError(pdf->haru) != HPDF_OK ? ERR_IO : OK);
}
