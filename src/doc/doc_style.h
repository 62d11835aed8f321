/* doc_style.h — the closed set of CSS Paged Media properties a template may set, resolved to one flat struct. */
#ifndef DOC_DOC_STYLE_H
#define DOC_DOC_STYLE_H

#include <stdbool.h>
#include <stdint.h>

#include "xml/xml_read.h"

/* DOC_ALIGN_DECIMAL, in tables: the commas of a column stand below each other. */
enum doc_align { DOC_ALIGN_LEFT, DOC_ALIGN_CENTER, DOC_ALIGN_RIGHT, DOC_ALIGN_DECIMAL };

/* All lengths in points; colours 0xRRGGBB. Bools are int so that one table can name every member. */
struct doc_style {
	const char *match; /* "p" or ".class" */
	double font_size;
	double line_height; /* times font_size */
	double margin_top, margin_bottom, margin_left;
	double padding_top, padding_bottom, padding_left, padding_right;
	double border_top, border_bottom, border_left; /* widths; 0 for none */
	int color, border_color;
	int background; /* -1 for none */
	int bold, italic;
	int align; /* enum doc_align */
	int page_before, keep_with_next, keep_together;
	int orphans, widows;
	int hyphens; /* words may be divided */
};

/* A template's styles: one for each element, and the classes it makes. */
struct doc_styles {
	struct doc_style *list;
	int count, capacity;
};

/* The calm house style every template starts from. */
void doc_styles_start(struct doc_styles *styles, struct arena *arena);

/* The style called match, or NULL. */
struct doc_style *doc_style_find(const struct doc_styles *styles, const char *match);

/*
 * Takes in one <style match="p" ...> or <style match=".class" base="p" ...>.
 * returns: OK; ERR_INVALID with error filled in for an unknown property, value, element or base
 */
enum status doc_style_read(
    struct doc_styles *styles, struct xml_error *error, struct arena *arena, const struct xml_node *node) MUST_CHECK;

/*
 * "12pt", "25mm" or "2.5cm" in points.
 * returns: OK; ERR_INVALID for anything else
 */
enum status doc_length(double *points, const char *text) MUST_CHECK;

#endif
