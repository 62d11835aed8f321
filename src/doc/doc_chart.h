/* doc_chart.h — charts turned into rectangles, lines and words, for any painter. */
#ifndef DOC_DOC_CHART_H
#define DOC_DOC_CHART_H

#include "doc/doc_tree.h"

enum doc_shape_kind { DOC_SHAPE_BOX, DOC_SHAPE_LINE, DOC_SHAPE_WORDS, DOC_SHAPE_BOXES };

struct doc_box {
	double x, y, width, height;
};

/* In points from the drawing's top left corner, y downwards. */
struct doc_shape {
	struct doc_shape *next;
	enum doc_shape_kind kind;
	double x, y, width, height; /* a line goes from (x, y) by (width, height); words stand on the baseline y */
	int color;
	double thickness; /* of a line */
	const char *text; /* of words */
	double font_size;
	bool bold;
	int align;             /* enum doc_align: where x lies in the words */
	struct doc_box *boxes; /* DOC_SHAPE_BOXES: filled as one, so that no seams show between them */
	int box_count;
};

/* A strip that must not be divided between pages. */
struct doc_band {
	struct doc_band *next;
	double top, height;
	struct doc_shape *shapes; /* y from the band's top */
};

struct doc_drawing {
	double width, height;
	struct doc_band *bands;
};

/* How wide words are in points; arg as given. */
typedef double doc_measure(void *arg, const char *text, double font_size, bool bold);

/*
 * Lays a chart out in width points. Its colours differ in lightness, so that they are told apart in grey too, and
 * names stand at what they mean where there is room.
 */
struct doc_drawing *doc_chart_draw(struct arena *arena, const struct doc_chart *chart, double width, double font_size,
    doc_measure *measure, void *arg);

/* Whether a row has something to say in words: headings and marks of a plan have not. */
bool doc_chart_says(const struct doc_chart *chart, int row);

/* The words for someone who does not see it: what alt says, and every number. */
char *doc_chart_alt(struct arena *arena, const struct doc_chart *chart, const char *alt);

#endif
