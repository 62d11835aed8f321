/* doc_lines.h — words set in lines: fonts chosen, shaped, measured, broken to a width, and put in visual order. */
#ifndef DOC_DOC_LINES_H
#define DOC_DOC_LINES_H

#include "doc/doc_fonts.h"
#include "doc/doc_tree.h"

/* What the setting of text needs, for one document. */
struct doc_setting {
	struct arena *arena;
	struct doc_fonts *fonts;
	struct doc_report *report; /* where uncovered characters are counted */
};

/* The smallest thing a line is made of. */
struct doc_piece {
	const struct doc_run *run; /* NULL for an empty forced line */
	const struct doc_span *span;
	double width;       /* points, spaces at the end included */
	double space;       /* of which spaces at the end */
	uint8_t level;      /* bidirectional embedding; odd runs right to left */
	uint8_t after;      /* enum doc_break */
	bool soft;          /* a soft hyphen shows when the line ends here */
	uint32_t uncovered; /* the character a replacement mark stands for, or 0 */
	const char *lang;   /* BCP 47, where it is not the document's; or NULL */
};

struct doc_line {
	const struct doc_piece *pieces; /* in logical order */
	int count;
	double width;                 /* points, without the spaces at the end */
	const struct doc_run *hyphen; /* shown at the end, or NULL */
};

struct doc_lines {
	const struct doc_style *style;
	struct doc_line *lines;
	int count;
	double line_height; /* points */
	double widest;      /* points: the widest thing a line may not divide */
	bool rtl;           /* the paragraph as a whole */
};

/* Sets text in lines of at most width points; a text without words has no lines. */
struct doc_lines doc_lines_set(
    const struct doc_setting *setting, const struct doc_text *text, const struct doc_style *style, double width);

/* Which piece stands where: order[0] is the leftmost. order has room for line->count numbers. */
void doc_line_order(int *order, const struct doc_line *line);

/* A text in one look, in points. */
double doc_width(const struct doc_setting *setting, const char *text, double font_size, bool bold);

#endif
