/* doc_chart_plot.h — what the kinds of chart share while they are drawn. */
#ifndef DOC_DOC_CHART_PLOT_H
#define DOC_DOC_CHART_PLOT_H

#include "doc/doc_chart.h"

#define PLOT_INK 0x1B262C
#define PLOT_INK_SOFT 0x51626C
#define PLOT_AXIS 0x8FA1AB
#define PLOT_GRID 0xDCE4E8
#define PLOT_PAPER 0xFFFFFF

struct plot {
	struct arena *arena;
	const struct doc_chart *chart;
	struct doc_drawing *drawing;
	struct doc_band *band;
	struct doc_band **band_tail;
	struct doc_shape **shape_tail;
	double size; /* of the letters */
	doc_measure *measure;
	void *arg;
};

/* Begins a strip below what is drawn; shapes go into the last one begun, y from its top. */
void plot_band(struct plot *p, double height);

void plot_box(struct plot *p, double x, double y, double width, double height, int color);
void plot_line(struct plot *p, double x, double y, double width, double height, double thickness, int color);

/* Words on the baseline y in the chart's size; the shape can be changed. Returns it. */
struct doc_shape *plot_words(struct plot *p, double x, double y, const char *text, enum doc_align align, int color);

double plot_width(const struct plot *p, const char *text);

/* The colour of a series, and of words that stand on it. */
int plot_color(int series);
int plot_ink_on(int color);

/* A strip with the series' colours and names, when there is more than one. */
void plot_legend(struct plot *p);

double plot_widest_label(const struct plot *p);

/* What all values lie between, nothing among them: a scale that shows sizes begins there. low < high. */
struct extent {
	double low, high;
};
struct extent plot_extent(const struct plot *p);

/* As much of the words as there is room for, and three dots. */
const char *plot_cut(const struct plot *p, const char *words, double width);

/* A name in lines of at most width; what is left over after the last is cut. */
#define PLOT_NAME_LINES 4
int plot_wrap(const char *lines[PLOT_NAME_LINES], const struct plot *p, const char *words, double width);

/* doc_chart_bars.c, doc_chart_line.c, doc_chart_map.c, doc_chart_plan.c */
void plot_bars(struct plot *p);
void plot_stacks(struct plot *p);
void plot_lines(struct plot *p);
void plot_map(struct plot *p);
void plot_plan(struct plot *p);

#endif
