/* doc_chart_line.c — numbers over time: a scale from nothing, a line a series, its name at its end. */
#include <math.h>

#include "core/money.h"
#include "doc/doc_chart_plot.h"

#define STEPS 4 /* of the scale, about */

struct frame {
	double left, right, top, base; /* of what is plotted */
	double most;                   /* the scale's end */
	double step;
};

/* The nearest of 1, 2 and 5 times a power of ten that gives at most so many steps. */
static double
nice_step(double highest)
{
	double rough = highest / STEPS, power = pow(10, floor(log10(rough)));

	for (int i = 0; i < 3; i++) {
		double step = power * (double[]){ 1, 2, 5 }[i];

		if (step >= rough)
			return (step);
	}
	return (power * 10);
}

static const char *
scale_words(const struct plot *p, double value, double step)
{
	return (step >= 1 ? money_count(p->arena, (int64_t)llround(value)) : arena_printf(p->arena, "%.2g", value));
}

/* How far to the right of the middle of its slot a point lies. */
static double
x_of(const struct plot *p, const struct frame *f, int i)
{
	return (
	    p->chart->rows == 1 ? (f->left + f->right) / 2 : f->left + (f->right - f->left) * i / (p->chart->rows - 1));
}

static double
y_of(const struct frame *f, double value)
{
	return (f->base - value / f->most * (f->base - f->top));
}

static void
scale(struct plot *p, const struct frame *f)
{
	int steps = (int)lround(f->most / f->step);

	for (int i = 0; i <= steps; i++) {
		double y = y_of(f, f->step * i);

		plot_line(p, f->left, y, f->right - f->left, 0, 0.5, i == 0 ? PLOT_AXIS : PLOT_GRID);
		plot_words(p, f->left - p->size * 0.6, y + p->size * 0.33, scale_words(p, f->step * i, f->step),
		    DOC_ALIGN_RIGHT, PLOT_INK_SOFT);
	}
}

/* As many names under the scale as there is room for, the last one always. */
static void
names(struct plot *p, const struct frame *f)
{
	double slot = p->chart->rows > 1 ? (f->right - f->left) / (p->chart->rows - 1) : f->right - f->left;
	int every = 1;

	while (slot * every < plot_widest_label(p) + p->size * 0.8 && every < p->chart->rows)
		every++;
	for (int i = 0; i < p->chart->rows; i++)
		if ((p->chart->rows - 1 - i) % every == 0)
			plot_words(
			    p, x_of(p, f, i), f->base + p->size * 1.9, p->chart->labels[i], DOC_ALIGN_CENTER, PLOT_INK);
}

/* Marks differ in shape from one series to the next, so that lines that cross are told apart without colour. */
static void
mark(struct plot *p, double x, double y, int s)
{
	double r = p->size * 0.28;

	plot_box(p, x - r, y - r, 2 * r, 2 * r, plot_color(s));
	if (s % 2 == 1)
		plot_box(p, x - r * 0.5, y - r * 0.5, r, r, PLOT_PAPER);
}

static void
series(struct plot *p, const struct frame *f, int s)
{
	const struct doc_series *of = &p->chart->series[s];

	for (int i = 0; i + 1 < p->chart->rows; i++) {
		double x = x_of(p, f, i), y = y_of(f, of->values[i]);

		plot_line(
		    p, x, y, x_of(p, f, i + 1) - x, y_of(f, of->values[i + 1]) - y, p->size * 0.18, plot_color(s));
	}
	for (int i = 0; i < p->chart->rows; i++)
		mark(p, x_of(p, f, i), y_of(f, of->values[i]), s);
}

void
plot_lines(struct plot *p)
{
	double highest = plot_highest(p);
	struct frame f = { .step = nice_step(highest), .top = p->size * 0.9 };

	f.most = ceil(highest / f.step - 1e-9) * f.step;
	f.base = f.top + p->size * 14;
	f.left = plot_width(p, scale_words(p, f.most, f.step)) + p->size * 0.9;
	f.right = p->drawing->width - plot_width(p, p->chart->labels[p->chart->rows - 1]) / 2 - p->size * 0.5;
	plot_legend(p);
	plot_band(p, f.base + p->size * 2.6);
	scale(p, &f);
	names(p, &f);
	for (int s = 0; s < p->chart->series_count; s++)
		series(p, &f, s);
}
