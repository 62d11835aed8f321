/* doc_paint.h — slices put on a page: words, rules, boxes and pictures at their places. */
#ifndef DOC_DOC_PAINT_H
#define DOC_DOC_PAINT_H

#include "doc/doc_flow.h"

/* A page and its height: layout counts from the top, PDF from the bottom. */
struct paper {
	struct pdf_page *page;
	double height;
	struct pdf *pdf;
	const struct doc_setting *setting;
};

/* Paints slice with its upper edge top points below the page's. */
void paint_slice(const struct paper *paper, const struct flow_slice *slice, double top);

/* A table's head again, as decoration. */
void paint_head_again(const struct paper *paper, const struct flow_table *table, double top);

/* The words of cells that go on from the page before, as decoration; slice is a row's. */
void paint_spans_again(const struct paper *paper, const struct flow_slice *slice, double top);

/* One line of words outside the structure, for headers and footers; within a mark already. */
void paint_line(const struct paper *paper, struct flow_text *text, int line, double top);

#endif
