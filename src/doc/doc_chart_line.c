/* doc_chart_line.c — numbers over time: a scale with nothing on it, a line a series that is open where a number is
 * missing. */
#include <math.h>
#include <string.h>

#include "core/money.h"
#include "doc/doc_chart_plot.h"

#define STEPS 4 /* of the scale, about */

struct frame {
	double left, right, top, base; /* of what is plotted */
	double least, most;            /* the scale's ends */
	double step;
	double widest; /* of the names under the scale */
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

/* Below one with as many decimals as the step has, and a comma. */
static const char *
scale_words(const struct plot *p, double value, double step)
{
	char *words, *point;

	if (value == 0)
		return ("0");
	if (step >= 1 && fabs(value) < 1e18)
		return (money_count(p->arena, (int64_t)llround(value)));
	if (step >= 1)
		return (arena_printf(p->arena, "%.3g", value));
	words = arena_printf(p->arena, "%.*f", (int)fmin(12, ceil(-log10(step) - 1e-9)), value);
	if ((point = strchr(words, '.')) != NULL)
		*point = ',';
	return (words);
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
	return (f->base - (value - f->least) / (f->most - f->least) * (f->base - f->top));
}

static void
scale(struct plot *p, const struct frame *f)
{
	int steps = (int)lround((f->most - f->least) / f->step);

	for (int i = 0; i <= steps; i++) {
		/* Not -0. */
		double value = f->least + f->step * i, at = fabs(value) < f->step / 2 ? 0 : value, y = y_of(f, at);

		plot_line(p, f->left, y, f->right - f->left, 0, 0.5, at == 0 ? PLOT_AXIS : PLOT_GRID);
		plot_words(p, f->left - p->size * 0.6, y + p->size * 0.33, scale_words(p, at, f->step), DOC_ALIGN_RIGHT,
		    PLOT_INK_SOFT);
	}
}

/* As many names under the scale as there is room for, the last one always. */
static void
names(struct plot *p, const struct frame *f)
{
	double slot = p->chart->rows > 1 ? (f->right - f->left) / (p->chart->rows - 1) : f->right - f->left;
	int every = 1;

	while (slot * every < f->widest + p->size * 0.8 && every < p->chart->rows)
		every++;
	for (int i = 0; i < p->chart->rows; i++)
		if ((p->chart->rows - 1 - i) % every == 0)
			plot_words(p, x_of(p, f, i), f->base + p->size * 1.9,
			    plot_cut(p, p->chart->labels[i], f->widest), DOC_ALIGN_CENTER, PLOT_INK);
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

/* A number that is missing says nothing: not that there was none. */
static bool
known(const struct doc_series *of, int i)
{
	return (*of->shown[i] != '\0');
}

static void
series(struct plot *p, const struct frame *f, int s)
{
	const struct doc_series *of = &p->chart->series[s];

	for (int i = 0; i + 1 < p->chart->rows; i++) {
		double x = x_of(p, f, i), y = y_of(f, of->values[i]);

		if (known(of, i) && known(of, i + 1))
			plot_line(p, x, y, x_of(p, f, i + 1) - x, y_of(f, of->values[i + 1]) - y, p->size * 0.18,
			    plot_color(s));
	}
	for (int i = 0; i < p->chart->rows; i++)
		if (known(of, i))
			mark(p, x_of(p, f, i), y_of(f, of->values[i]), s);
}

/* Left of the scale there is room for its widest number, and for half of the first name below it. */
static double
left_of(const struct plot *p, const struct frame *f)
{
	double low = plot_width(p, scale_words(p, f->least, f->step));
	double left = plot_width(p, scale_words(p, f->most, f->step));

	left = (low > left ? low : left) + p->size * 0.9;
	return (left > f->widest / 2 ? left : f->widest / 2);
}

void
plot_lines(struct plot *p)
{
	struct extent e = plot_extent(p);
	struct frame f = { .step = nice_step(e.high - e.low), .top = p->size * 0.9, .widest = plot_widest_label(p) };

	if (f.widest > p->drawing->width / 4)
		f.widest = p->drawing->width / 4;
	f.least = floor(e.low / f.step + 1e-9) * f.step;
	f.most = ceil(e.high / f.step - 1e-9) * f.step;
	f.base = f.top + p->size * 14;
	f.left = left_of(p, &f);
	f.right = p->drawing->width - f.widest / 2 - p->size * 0.5;
	plot_legend(p);
	plot_band(p, f.base + p->size * 2.6);
	scale(p, &f);
	names(p, &f);
	for (int s = 0; s < p->chart->series_count; s++)
		series(p, &f, s);
}
