/* doc_tree.h — one finished document before it is painted: blocks and words in one language, the data filled in. */
#ifndef DOC_DOC_TREE_H
#define DOC_DOC_TREE_H

#include "core/lang.h"
#include "doc/doc_data.h"
#include "doc/doc_report.h"
#include "doc/doc_style.h"
#include "doc/doc_template.h"

struct doc_master;

enum doc_span_kind {
	DOC_SPAN_TEXT,
	DOC_SPAN_BREAK,
	DOC_SPAN_PAGE_NUMBER,
	DOC_SPAN_PAGE_COUNT,
	DOC_SPAN_TARGET_PAGE, /* ", side 4": paper alone has it */
	DOC_SPAN_NOTE         /* a note's mark */
};

/* A heading, or anything with an id: what the contents, references and bookmarks lead to. */
struct doc_target {
	struct doc_target *next;
	const char *id;     /* NULL for a heading without one */
	const char *title;  /* its words */
	int level;          /* of headings: 1-4, none skipped; 0 for the rest */
	int number;         /* from 1, in the order of the document */
	int page;           /* where it stands on paper, from 1; 0 until that is known */
	char page_text[24]; /* ", side 4", as it was when lines were set */
};

/* A stretch of text that looks the same. */
struct doc_span {
	enum doc_span_kind kind;
	const char *text; /* NUL-terminated; "" for breaks, page number and count */
	bool bold, italic;
	const char *href;          /* NULL when no link; else https:, http: or mailto: */
	const char *lang;          /* BCP 47, where it is not the document's; or NULL */
	struct doc_target *target; /* of a link within the document, or NULL */
	struct doc_note *note;     /* DOC_SPAN_NOTE */
};

struct doc_text {
	struct doc_span *spans;
	int count;
};

/* Stands at the foot of the page that has its mark. */
struct doc_note {
	struct doc_note *next;
	int number; /* from 1 */
	struct doc_text text;
};

enum doc_kind {
	DOC_HEADING,
	DOC_PARAGRAPH,
	DOC_LIST, /* children: DOC_ITEM */
	DOC_ITEM, /* text, or children */
	DOC_TABLE,
	DOC_FACTS, /* a table of terms and details, two cells a row */
	DOC_FIGURE,
	DOC_KEEP, /* children stay on one page when they fit */
	DOC_PAGE_BREAK,
	DOC_WRITE,    /* an empty ruled line to write on by hand */
	DOC_CONTENTS, /* headings of up to level, each with its page */
};

struct doc_cell {
	struct doc_cell *next;
	const struct doc_style *style;
	struct doc_text text;
	int column, span; /* its first column, from 0, and how many */
	int rows;         /* how many rows, all of one group */
	int align;        /* enum doc_align */
	bool header, by_row;
};

enum doc_group { DOC_GROUP_HEAD, DOC_GROUP_BODY, DOC_GROUP_FOOT };

struct doc_row {
	struct doc_row *next;
	enum doc_group group;
	struct doc_cell *cells;
};

struct doc_table {
	struct doc_text caption;
	const struct doc_style *caption_style; /* NULL without a caption */
	int columns;
	const double *widths; /* any unit; 0: as wide as what is in it */
	struct doc_row *rows; /* head first, then bodies, then feet; every place of the grid has one cell */
};

struct doc_series {
	const char *name;
	double *values;
	const char **shown;
};

/* As <chart type> has them, in this order. */
enum doc_chart_type {
	DOC_CHART_BAR,     /* lying, one for each series */
	DOC_CHART_COLUMN,  /* standing; laid down where they are too narrow to label */
	DOC_CHART_STACKED, /* one bar a row, its series end to end */
	DOC_CHART_SHARE,   /* the same, every bar as long: percent of the row */
	DOC_CHART_LINE,    /* over time, with an axis */
	DOC_CHART_MAP,     /* one square a row, where it lies; the first series shades it */
	/* A bar a row, from a column to another; the series says what a row is: 1 a bar, 2 a heading, 3 a mark on the
	 * scale. */
	DOC_CHART_PLAN
};

struct doc_chart {
	enum doc_chart_type type;
	int rows, series_count;
	const char **labels;
	struct doc_series *series;
	/* Of maps: each row's place in the grid, from 0; of plans: its first and last column. Negative for none. */
	const int *across, *down;
};

struct doc_figure {
	struct doc_text caption;
	const struct doc_style *caption_style; /* NULL without a caption */
	const char *alt;
	const struct doc_chart *chart;       /* NULL for others */
	const char *image;                   /* path of a PNG or JPEG; NULL for others */
	const char *code;                    /* what a QR code says; NULL for others */
	double width;                        /* of image and code, points */
	const struct doc_style *image_style; /* of image and code */
};

struct doc_block {
	struct doc_block *next, *children;
	enum doc_kind kind;
	const struct doc_style *style;
	struct doc_text text;
	int level;                 /* headings: 1-4; contents: the lowest it tells */
	struct doc_target *target; /* NULL when nothing leads here; contents: the first it tells, behind itself */
	bool ordered;              /* lists */
	struct doc_table *table;
	struct doc_figure *figure;
};

/* Header or footer of some pages. */
struct doc_running {
	struct doc_running *next;
	bool first, rest, footer;
	const struct doc_style *style;
	struct doc_text left, center, right;
};

/* Pages of one kind. */
struct doc_section {
	struct doc_section *next;
	const struct doc_master *master;
	struct doc_running *running;
	struct doc_block *blocks;
};

struct doc_tree {
	enum lang lang;
	const char *title;
	const struct doc_style *chart_style, *item_style, *note_style, *contents_style;
	struct doc_section *sections;
	struct doc_target *targets; /* in the order of the document */
	struct doc_note *notes;
	bool refers, contents; /* it tells pages, in its words or a list of them */
};

/*
 * Fills a template with data in one language.
 *
 * out:     arena; also borrows from template and data
 * report:  missing is set when data the template demands is absent or blank
 * lang:    English falls back to bokmål where the template has none
 * returns: OK; ERR_INVALID when data is missing
 */
enum status doc_bind(struct doc_tree **out, struct doc_report *report, struct arena *arena,
    const struct doc_template *template, const struct doc_data *data, enum lang lang) MUST_CHECK;

/* The words alone, without their looks; breaks become spaces. */
char *doc_plain(struct arena *arena, const struct doc_text *text);

/* "nb-NO", "nn-NO", "en": as PDF and HTML want it. */
const char *doc_language(enum lang lang);

#endif
