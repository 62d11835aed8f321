/* doc_chart_bars.c — bars lie with their names at the left or stand above them; each carries its number, so no scale is
 * needed. Stacked ones lie end to end. */
#include <math.h>

#include "doc/doc_chart_plot.h"

#define NAME_LINE 1.25 /* from one line of a name to the next, times the size */

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

/* Room for the names at the left, a gap included; others is what the numbers take of the rest. */
static double
names_width(const struct plot *p, double others)
{
	double names = plot_widest_label(p), most = p->drawing->width * 0.4;

	if (most > p->drawing->width - others - p->size * 8)
		most = p->drawing->width - others - p->size * 8;
	if (most < p->size * 6)
		most = p->size * 6;
	/* A hair more, so that rounding never divides what just fits. */
	return ((names < most ? names : most) + p->size * 0.7 + 0.05);
}

/* How tall a row must be for its name. */
static double
name_height(const struct plot *p, double names, int i)
{
	const char *lines[PLOT_NAME_LINES];

	return (plot_wrap(lines, p, p->chart->labels[i], names - p->size * 0.7) * p->size * NAME_LINE);
}

static void
name_at_left(struct plot *p, double names, double row, int i)
{
	const char *lines[PLOT_NAME_LINES];
	int count = plot_wrap(lines, p, p->chart->labels[i], names - p->size * 0.7);
	double y = row / 2 + p->size * (0.33 - NAME_LINE * (count - 1) / 2);

	for (int line = 0; line < count; line++)
		plot_words(
		    p, names - p->size * 0.7, y + p->size * NAME_LINE * line, lines[line], DOC_ALIGN_RIGHT, PLOT_INK);
}

/* A bar from where nothing is, at zero, to the left or right; its number stands at its end. */
static void
lying_bar(struct plot *p, double zero, double y, double width, double thick, int s, int i)
{
	double end = zero + width;

	if (width != 0)
		plot_box(p, width < 0 ? end : zero, y, fabs(width), thick * 0.86, plot_color(s));
	plot_words(p, end + p->size * (width < 0 ? -0.4 : 0.4), y + thick * 0.43 + p->size * 0.33,
	    p->chart->series[s].shown[i], width < 0 ? DOC_ALIGN_RIGHT : DOC_ALIGN_LEFT,
	    s == 0 ? PLOT_INK : PLOT_INK_SOFT);
}

static void
lying(struct plot *p)
{
	int series = p->chart->series_count;
	struct extent e = plot_extent(p);
	double thick = series > 1 ? p->size * 1.15 : p->size * 1.3, numbers = widest_number(p) + p->size * 0.6;
	double others = e.low < 0 ? numbers * 2 : numbers, names = names_width(p, others);
	double room = p->drawing->width - names - others, zero;

	if (room < p->size * 4)
		room = p->size * 4;
	zero = names + (e.low < 0 ? numbers - e.low / (e.high - e.low) * room : 0);
	for (int i = 0; i < p->chart->rows; i++) {
		double row = thick * series, name = name_height(p, names, i);

		row = (row > name ? row : name) + p->size * 0.75;
		plot_band(p, row);
		name_at_left(p, names, row, i);
		for (int s = 0; s < series; s++)
			lying_bar(p, zero, (row - thick * series) / 2 + thick * s,
			    p->chart->series[s].values[i] / (e.high - e.low) * room, thick, s, i);
		plot_line(p, zero, 0, 0, row, 0.6, PLOT_AXIS);
	}
}

/* A bar up or down from zero, its number above or below it. */
static void
standing_bar(struct plot *p, double x, double zero, double height, double thick, int s, int i)
{
	double top = height < 0 ? zero : zero - height;

	if (height != 0)
		plot_box(p, x + thick * 0.06, top, thick * 0.88, fabs(height), plot_color(s));
	plot_words(p, x + thick / 2, height < 0 ? zero - height + p->size * 1.05 : top - p->size * 0.35,
	    p->chart->series[s].shown[i], DOC_ALIGN_CENTER, s == 0 ? PLOT_INK : PLOT_INK_SOFT);
}

static void
standing(struct plot *p)
{
	int series = p->chart->series_count;
	struct extent e = plot_extent(p);
	double high = p->size * 15, slot = p->drawing->width / p->chart->rows;
	double base = high + p->size * (e.low < 0 ? 2.8 : 1.4), zero = p->size * 1.4 + e.high / (e.high - e.low) * high;
	double thick = slot * 0.7 / series;

	if (thick > p->size * 4)
		thick = p->size * 4;
	plot_band(p, base + p->size * 1.8);
	for (int i = 0; i < p->chart->rows; i++) {
		double middle = slot * (i + 0.5);

		for (int s = 0; s < series; s++)
			standing_bar(p, middle + thick * (s - series / 2.0), zero,
			    p->chart->series[s].values[i] / (e.high - e.low) * high, thick, s, i);
		plot_words(p, middle, base + p->size * 1.25, p->chart->labels[i], DOC_ALIGN_CENTER, PLOT_INK);
	}
	plot_line(p, 0, zero, p->drawing->width, 0, 0.6, PLOT_AXIS);
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

/* End to end only sizes can lie: what is less than nothing has none. */
static double
size_of(const struct plot *p, int s, int i)
{
	double value = p->chart->series[s].values[i];

	return (value > 0 ? value : 0);
}

static double
row_total(const struct plot *p, int i)
{
	double total = 0;

	for (int s = 0; s < p->chart->series_count; s++)
		total += size_of(p, s, i);
	return (total);
}

/* The percents of a row, rounded so that they add up to a hundred: the largest remainders are rounded up. */
static void
percents(int *out, const struct plot *p, int i, double total)
{
	int left = 100;

	for (int s = 0; s < p->chart->series_count; s++)
		left -= out[s] = total > 0 ? (int)floor(size_of(p, s, i) * 100 / total) : 0;
	for (; total > 0 && left > 0; left--) {
		int most = 0;
		double remainder = -1;

		for (int s = 0; s < p->chart->series_count; s++) {
			double rest = size_of(p, s, i) * 100 / total - out[s];

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
piece(struct plot *p, double x, double y, double width, double thick, int s, const char *words)
{
	int color = plot_color(s);

	plot_box(p, x, y, width > 1.2 ? width - 0.6 : width, thick, color);
	if (plot_width(p, words) + p->size * 0.5 < width)
		plot_words(
		    p, x + width / 2, y + thick / 2 + p->size * 0.33, words, DOC_ALIGN_CENTER, plot_ink_on(color));
}

void
plot_stacks(struct plot *p)
{
	bool share = p->chart->type == DOC_CHART_SHARE;
	double names = names_width(p, 0), room = p->drawing->width - names, thick = p->size * 1.9, highest = 0;
	int *percent = arena_array(p->arena, (size_t)p->chart->series_count + 1, sizeof(*percent));

	for (int i = 0; i < p->chart->rows; i++)
		highest = row_total(p, i) > highest ? row_total(p, i) : highest;
	plot_legend(p);
	for (int i = 0; i < p->chart->rows; i++) {
		double total = row_total(p, i), of = share ? total : highest, x = names;
		double name = name_height(p, names, i), row = (thick > name ? thick : name) + p->size * 0.6;
		double y = (row - p->size * 0.6 - thick) / 2;

		plot_band(p, row);
		name_at_left(p, names, row - p->size * 0.6, i);
		percents(percent, p, i, total);
		for (int s = 0; s < p->chart->series_count && of > 0; s++) {
			double width = size_of(p, s, i) / of * room;

			if (width > 0)
				piece(p, x, y, width, thick, s,
				    share ? arena_printf(p->arena, "%d\u00a0%%", percent[s])
					  : p->chart->series[s].shown[i]);
			x += width;
		}
		plot_line(p, names, 0, 0, row, 0.6, PLOT_AXIS);
	}
}
