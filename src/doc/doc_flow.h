/* doc_flow.h — blocks laid out one below the other as slices that no page break divides. */
#ifndef DOC_DOC_FLOW_H
#define DOC_DOC_FLOW_H

#include "doc/doc_chart.h"
#include "doc/doc_lines.h"
#include "doc/pdf.h"

/* Words of one block, with what marks them in the structure. */
struct flow_text {
	struct doc_lines lines;
	const struct doc_style *style;
	double x, width; /* points from the page's left edge */
	int align;
	bool quiet; /* its links look like other words */
	int column; /* of a cell: its last */
	int rows;   /* of a cell: how many rows it goes down; its words begin in the first and flow over the rest */
	double fraction; /* DOC_ALIGN_DECIMAL: from the comma to the end; -1 without a sum */
	struct pdf_element *element;
	struct flow_text *label;   /* a list item's bullet or number, or NULL */
	struct doc_target *target; /* leads to its first line, or NULL */
	struct flow_note *notes;   /* whose marks are in its words */
	/* the link being painted: it may go on over lines */
	const struct doc_span *link_span;
	struct pdf_element *link;
};

/* Goes with the line that has its mark to the foot of a page. */
struct flow_note {
	struct flow_note *next;
	int line, number;
	struct flow_text *text;
	double height;
};

/* A cell that goes on from a row above. */
struct flow_over {
	struct flow_over *next;
	struct flow_text *cell;
	bool last; /* it ends in this row */
};

/* One table row; its cells' lines stand beside each other. */
struct flow_row {
	struct flow_row *next;
	struct flow_text *cells;
	int cell_count, line_count;
	double line_height, padding_top, padding_bottom;
	struct flow_over *over;
	int slice; /* its first */
};

struct flow_table {
	struct flow_row *head; /* repeated on every page */
	double head_height;
};

enum flow_kind { FLOW_LINE, FLOW_ROW, FLOW_BAND, FLOW_IMAGE, FLOW_RULE };

/* How a slice holds on to the next. A wish is let go of where all that hold together are taller than a page. */
enum flow_hold { HOLD_NOT, HOLD_WISH, HOLD_FIRM };

/* Heights in points; before falls away at the top of a page. */
struct flow_slice {
	enum flow_kind kind;
	double before, height;
	enum flow_hold hold; /* no page break after this */
	bool page_before;    /* a new page begins with this */
	double x, width;
	struct flow_text *text;           /* FLOW_LINE */
	int line, line_end;               /* FLOW_LINE: which; FLOW_ROW: [line, line_end) */
	struct flow_row *row;             /* FLOW_ROW */
	const struct flow_table *table;   /* FLOW_ROW in a table with a head, unless it is the head */
	const struct doc_band *band;      /* FLOW_BAND */
	const struct doc_image *image;    /* FLOW_IMAGE */
	const struct doc_style *style;    /* FLOW_BAND, FLOW_IMAGE, FLOW_RULE */
	struct pdf_element *element;      /* FLOW_BAND, FLOW_IMAGE */
	struct doc_target *target;        /* that leads here, or NULL */
	const struct doc_target *page_of; /* FLOW_ROW of contents: whose page its last cell tells */
};

struct flow {
	const struct doc_setting *setting;
	const struct doc_tree *tree;
	struct pdf *pdf;
	struct flow_slice *slices;
	int count, capacity;
	double x, width; /* where blocks go now */
	double height;   /* of a page's text */
	double note_x, note_width;
	double gap;          /* margin below the last block */
	bool page_next;      /* the next slice begins a page */
	const char *problem; /* why it failed */
};

/*
 * Lays out blocks in a column from x of width.
 * returns: OK; ERR_INVALID or ERR_TOO_LARGE with flow->problem when an image is broken or a QR code says too much
 */
enum status flow_blocks(struct flow *flow, const struct doc_block *block, struct pdf_element *parent) MUST_CHECK;

/* doc_flow_foot.c: a line for each heading; the notes of words, and of slices from their words. */
void flow_contents(struct flow *flow, const struct doc_block *block, struct pdf_element *parent);
void flow_contents_fill(struct flow *flow); /* once the pages are known */
void flow_notes(struct flow *flow, struct flow_text *text, const struct doc_text *words);
struct flow_note *slice_note(const struct flow_slice *slice, const struct flow_note *after);

/* doc_flow_table.c */
void flow_table(struct flow *flow, const struct doc_block *block, struct pdf_element *parent);

/* Shared by both: a new slice at the end, and words set in a column. */
struct flow_slice *flow_add(struct flow *flow, enum flow_kind kind, double before, double height);
struct flow_text *flow_words(struct flow *flow, const struct doc_text *text, const struct doc_style *style, double x,
    double width, struct pdf_element *element);

/* Makes slices [from, to) hold on to each other, the last to what is before it. */
void flow_hold_all(struct flow *flow, int from, int to, enum flow_hold hold);

/* A table's or figure's name above it. */
void flow_caption(struct flow *flow, const struct doc_text *words, const struct doc_style *style,
    struct doc_target *target, struct pdf_element *element);

#endif
