/* doc_chart_bars.c — bars lie with their names at the left or stand above them; each carries its number, so no scale is
 * needed. Stacked ones lie end to end. */
#include <math.h>

#include "doc/doc_chart_plot.h"

/* --- a bar for each number --------------------------------------------------------------------------------------- */

static double
widest_number(const struct plot *p)
{
	double widest = 0;

	for (int s = 0; s < p->chart->series_count; s++)
		for (int i = 0; i < p->chart->rows; i++) {
			double width = plot_width(p, p->chart->series[s].shown[i]);

			widest = width > widest ? width : widest;
		}
	return (widest);
}

/* Room for the names at the left, a gap included. */
static double
names_width(const struct plot *p)
{
	double names = plot_widest_label(p);

	if (names > p->drawing->width * 0.4)
		names = p->drawing->width * 0.4;
	return (names + p->size * 0.7);
}

static void
name_at_left(struct plot *p, double names, double row, int i)
{
	plot_words(p, names - p->size * 0.7, row / 2 + p->size * 0.33, p->chart->labels[i], DOC_ALIGN_RIGHT, PLOT_INK);
}

static void
lying(struct plot *p)
{
	int series = p->chart->series_count;
	double thick = series > 1 ? p->size * 1.15 : p->size * 1.3, names = names_width(p), highest = plot_highest(p);
	double room = p->drawing->width - names - widest_number(p) - p->size * 0.6;
	double row = thick * series + p->size * 0.75;

	if (room < p->size * 4)
		room = p->size * 4;
	for (int i = 0; i < p->chart->rows; i++) {
		plot_band(p, row);
		name_at_left(p, names, row, i);
		for (int s = 0; s < series; s++) {
			double width = p->chart->series[s].values[i] / highest * room;
			double y = (row - thick * series) / 2 + thick * s;

			if (width > 0)
				plot_box(p, names, y, width, thick * 0.86, plot_color(s));
			plot_words(p, names + width + p->size * 0.4, y + thick * 0.43 + p->size * 0.33,
			    p->chart->series[s].shown[i], DOC_ALIGN_LEFT, s == 0 ? PLOT_INK : PLOT_INK_SOFT);
		}
		plot_line(p, names, 0, 0, row, 0.6, PLOT_AXIS);
	}
}

static void
standing(struct plot *p)
{
	int series = p->chart->series_count;
	double high = p->size * 15, slot = p->drawing->width / p->chart->rows, base = high + p->size * 1.4;
	double thick = slot * 0.7 / series, highest = plot_highest(p);

	if (thick > p->size * 4)
		thick = p->size * 4;
	plot_band(p, base + p->size * 1.8);
	for (int i = 0; i < p->chart->rows; i++) {
		double middle = slot * (i + 0.5);

		for (int s = 0; s < series; s++) {
			double height = p->chart->series[s].values[i] / highest * high;
			double x = middle + thick * (s - series / 2.0);

			if (height > 0)
				plot_box(p, x + thick * 0.06, base - height, thick * 0.88, height, plot_color(s));
			plot_words(p, x + thick / 2, base - height - p->size * 0.35, p->chart->series[s].shown[i],
			    DOC_ALIGN_CENTER, s == 0 ? PLOT_INK : PLOT_INK_SOFT);
		}
		plot_words(p, middle, base + p->size * 1.25, p->chart->labels[i], DOC_ALIGN_CENTER, PLOT_INK);
	}
	plot_line(p, 0, base, p->drawing->width, 0, 0.6, PLOT_AXIS);
}

static bool
stands(const struct plot *p)
{
	double slot = p->drawing->width / p->chart->rows;

	return (p->chart->type == DOC_CHART_COLUMN && plot_widest_label(p) < slot * 0.95 &&
		widest_number(p) * p->chart->series_count < slot * 0.95);
}

void
plot_bars(struct plot *p)
{
	plot_legend(p);
	if (stands(p))
		standing(p);
	else
		lying(p);
}

/* --- end to end -------------------------------------------------------------------------------------------------- */

static double
row_total(const struct plot *p, int i)
{
	double total = 0;

	for (int s = 0; s < p->chart->series_count; s++)
		total += p->chart->series[s].values[i];
	return (total);
}

/* The percents of a row, rounded so that they add up to a hundred: the largest remainders are rounded up. */
static void
percents(int *out, const struct plot *p, int i, double total)
{
	int left = 100;

	for (int s = 0; s < p->chart->series_count; s++)
		left -= out[s] = total > 0 ? (int)floor(p->chart->series[s].values[i] * 100 / total) : 0;
	for (; total > 0 && left > 0; left--) {
		int most = 0;
		double remainder = -1;

		for (int s = 0; s < p->chart->series_count; s++) {
			double rest = p->chart->series[s].values[i] * 100 / total - out[s];

			if (rest > remainder) {
				remainder = rest;
				most = s;
			}
		}
		out[most]++;
	}
}

/* What stands in a piece of a bar: nothing where there is no room for it; the table has it all. */
static void
piece(struct plot *p, double x, double width, double thick, int s, const char *words)
{
	int color = plot_color(s);

	plot_box(p, x, 0, width > 1.2 ? width - 0.6 : width, thick, color);
	if (plot_width(p, words) + p->size * 0.5 < width)
		plot_words(p, x + width / 2, thick / 2 + p->size * 0.33, words, DOC_ALIGN_CENTER, plot_ink_on(color));
}

void
plot_stacks(struct plot *p)
{
	bool share = p->chart->type == DOC_CHART_SHARE;
	double names = names_width(p), room = p->drawing->width - names, thick = p->size * 1.9, highest = 0;
	int *percent = arena_array(p->arena, (size_t)p->chart->series_count + 1, sizeof(*percent));

	for (int i = 0; i < p->chart->rows; i++)
		highest = row_total(p, i) > highest ? row_total(p, i) : highest;
	plot_legend(p);
	for (int i = 0; i < p->chart->rows; i++) {
		double total = row_total(p, i), of = share ? total : highest, x = names;

		plot_band(p, thick + p->size * 0.6);
		name_at_left(p, names, thick, i);
		percents(percent, p, i, total);
		for (int s = 0; s < p->chart->series_count && of > 0; s++) {
			double width = p->chart->series[s].values[i] / of * room;

			if (width > 0)
				piece(p, x, width, thick, s,
				    share ? arena_printf(p->arena, "%d\u00a0%%", percent[s])
					  : p->chart->series[s].shown[i]);
			x += width;
		}
		plot_line(p, names, 0, 0, thick + p->size * 0.6, 0.6, PLOT_AXIS);
	}
}
