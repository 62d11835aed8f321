/* pdf_inside.h — the PDF files' shared insides: libharu keeps the objects, we write content, fonts, tags and the file.
 */
#ifndef DOC_PDF_INSIDE_H
#define DOC_PDF_INSIDE_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include "doc/pdf.h"

/* One code of a font: a glyph and the text it stands for. */
struct pdf_code {
	const struct doc_glyph *glyph;
	uint32_t next; /* code of the same glyph with another text; 0 ends */
};

struct pdf_font {
	struct pdf_font *next;
	const struct doc_face *face;
	HPDF_Dict type0;
	char name[8];    /* in resources: F1 */
	uint16_t *first; /* by glyph: its first code, or 0 */
	struct pdf_code *codes;
	unsigned count, capacity; /* codes; code 0 is no glyph */
};

enum pdf_kid_kind { PDF_KID_ELEMENT, PDF_KID_CONTENT, PDF_KID_OBJECT };

struct pdf_kid {
	struct pdf_kid *next;
	enum pdf_kid_kind kind;
	int content; /* PDF_KID_CONTENT: marked content id */
	const struct pdf_page *page;
	void *object; /* PDF_KID_OBJECT and PDF_KID_ELEMENT: what is referred to */
};

struct pdf_element {
	const char *type;
	struct pdf *pdf;
	struct pdf_element *parent;
	HPDF_Dict object;
	const struct pdf_page *page; /* of the first content */
	struct pdf_kid *kids, **tail;
	const char *alt, *actual, *attributes, *id, *lang;
	double box[4];               /* left, bottom, right, top; right 0: none */
	struct pdf_element *next_id; /* of those that have one, latest first */
};

/* Where a link leads. */
struct pdf_place {
	struct pdf_place *next;
	const struct pdf_page *page;
	int number;
	double y;
};

struct pdf_mark {
	struct pdf_mark *next;
	int level, target;
	const char *title;
	HPDF_Dict object;
	struct pdf_mark *parent, *first, *last, *before, *after;
	int count; /* below it, at any depth */
};

struct pdf_page {
	struct pdf_page *next;
	struct pdf *pdf;
	HPDF_Page object;
	HPDF_Dict font_resources;
	struct buf content;
	int key;                       /* in the parent tree */
	struct pdf_element **contents; /* by marked content id */
	int content_count, content_capacity;
	/* what the content stream has set so far */
	bool in_text;
	const struct pdf_font *font;
	double font_size, text_x, text_y;
	int fill, stroke; /* -1: unset */
	double line_width;
	bool used[DOC_FACES]; /* fonts in the resources */
	int image_count;
};

/* An entry of the parent tree that is an annotation's. */
struct pdf_parent {
	struct pdf_parent *next;
	int key;
	const struct pdf_element *element;
};

struct pdf {
	struct arena *arena;
	struct doc_fonts *fonts;
	HPDF_Doc haru;
	bool failed; /* libharu reported an error */
	struct pdf_font *by_face[DOC_FACES];
	int font_count;
	struct pdf_page *pages, **page_tail;
	struct pdf_element *root;
	HPDF_Dict tree_root; /* StructTreeRoot */
	struct pdf_parent *parents, **parent_tail;
	int next_key;
	struct pdf_element *ids;
	struct pdf_place *places, **place_tail;
	struct pdf_mark *marks, **mark_tail;
};

/* pdf_put.c: numbers and strings as PDF writes them. */
void pdf_put_int(struct buf *out, long value);
void pdf_put_number(struct buf *out, double value); /* three decimals, no trailing zeros */
void pdf_put_ref(struct buf *out, const void *object);
void pdf_put_text(struct buf *out, const char *text);           /* <FEFF...> */
HPDF_Binary pdf_text_object(struct pdf *pdf, const char *text); /* UTF-16 with its mark */
void pdf_put_hex4(char *to, unsigned value);
HPDF_STATUS pdf_put_stream(HPDF_Stream stream, const struct buf *bytes);

/* pdf_font.c */
struct pdf_font *pdf_font_of(struct pdf *pdf, const struct doc_face *face);
unsigned pdf_font_code(struct pdf *pdf, struct pdf_font *font, const struct doc_glyph *glyph);
enum status pdf_font_finish(struct pdf *pdf, struct pdf_font *font) MUST_CHECK;

/* pdf_structure.c */
void pdf_element_kid(
    struct pdf_element *element, enum pdf_kid_kind kind, const struct pdf_page *page, int content, void *object);
void pdf_structure_finish(struct pdf *pdf);
int pdf_parent_key(struct pdf *pdf, const struct pdf_element *element);

/* pdf_target.c: named destinations and bookmarks. */
void pdf_targets_finish(struct pdf *pdf);
HPDF_String pdf_place_name(struct pdf *pdf, int number);

/* pdf_about.c: catalog, information, XMP, output intent. */
void pdf_about_finish(struct pdf *pdf, const struct pdf_about *about);

/* pdf_profile.c: an ICC profile of sRGB, made once. */
void pdf_profile(struct buf *out);

/* pdf_write.c: the file itself. */
void pdf_write(struct buf *out, struct pdf *pdf);

#endif
