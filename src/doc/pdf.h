/* pdf.h — tagged PDF pages: shaped text, lines, boxes, images, links and their structure; hides libharu from layout. */
#ifndef DOC_PDF_H
#define DOC_PDF_H

#include "core/buf.h"
#include "core/date.h"
#include "doc/doc_fonts.h"
#include "doc/doc_image.h"

/* Points; the origin is the page's lower left corner. */

struct pdf;
struct pdf_page;
struct pdf_element;

struct pdf_about {
	const char *title;
	const char *author;   /* who issues it; NULL for nobody */
	const char *language; /* "nb-NO" */
	instant made_at;      /* never the clock's: a rerun gives the same bytes */
};

/* A file being made; freed with arena. NULL when there is no memory for it. */
struct pdf *pdf_new(struct arena *arena, struct doc_fonts *fonts);

struct pdf_page *pdf_page_new(struct pdf *pdf, double width, double height);

/* --- structure --- */

/* type: a standard structure type such as "P", a constant; parent NULL is the document. Order of making is reading
 * order. */
struct pdf_element *pdf_element_new(struct pdf *pdf, struct pdf_element *parent, const char *type);

/* What is read instead of what is seen; copied. */
void pdf_element_alt(struct pdf *pdf, struct pdf_element *element, const char *alt);

/* The words in the order they are read, where that is not the order they are painted in; copied. */
void pdf_element_actual(struct pdf *pdf, struct pdf_element *element, const char *actual);

/* In which language its words are, where that is not its parent's; borrowed, ASCII. */
void pdf_element_language(struct pdf_element *element, const char *lang);

/* Where a figure lies, grown by each of its parts; told when all of it is on one page. */
void pdf_element_box(struct pdf_element *element, double x, double y, double width, double height);

/* A name that no other element of the file has, as PDF/UA wants for notes; borrowed, ASCII. */
void pdf_element_id(struct pdf *pdf, struct pdf_element *element, const char *id);

/* One attribute dictionary's content, such as "/O/Table/Scope/Column"; borrowed, ASCII. */
void pdf_element_attributes(struct pdf_element *element, const char *attributes);

/* Everything painted until pdf_mark_end() belongs to element, or is decoration. Marks do not nest. */
void pdf_mark(struct pdf_page *page, struct pdf_element *element);
void pdf_mark_artifact(struct pdf_page *page, const char *properties);
void pdf_mark_end(struct pdf_page *page);

/* --- painting --- */

/* Colours are 0xRRGGBB. */
void pdf_text(struct pdf_page *page, double x, double y, double font_size, int color, const struct doc_run *const *runs,
    int count);
void pdf_box(struct pdf_page *page, double x, double y, double width, double height, int color);

/* Boxes of one colour that are filled together. */
void pdf_box_add(struct pdf_page *page, double x, double y, double width, double height, int color);
void pdf_box_fill(struct pdf_page *page);

void pdf_line(struct pdf_page *page, double x1, double y1, double x2, double y2, double width, int color);
void pdf_image(struct pdf_page *page, const struct doc_image *image, double x, double y, double width, double height);

/* A link over a rectangle; element is the Link in the structure, contents what a reader program says: never blank. */
void pdf_link(struct pdf_page *page, struct pdf_element *element, double x, double y, double width, double height,
    const char *uri, const char *contents);

/* The same, to what pdf_target() names; it may come later. */
void pdf_link_to(struct pdf_page *page, struct pdf_element *element, double x, double y, double width, double height,
    int target, const char *contents);

/* Something links lead to, y points from the bottom; number: from 1, each once. */
void pdf_target(struct pdf_page *page, int number, double y);

/* A bookmark that leads to a target; level from 1, in the order they are read. title is borrowed. */
void pdf_bookmark(struct pdf *pdf, int level, const char *title, int target);

/*
 * Writes the file.
 * out:     appended to
 * returns: OK; ERR_IO when libharu or the font subsetter failed, which only running out of memory makes them
 */
enum status pdf_finish(struct buf *out, struct pdf *pdf, const struct pdf_about *about) MUST_CHECK;

#endif
