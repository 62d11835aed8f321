/* doc_chart_plan.c — a row for each activity, with a bar from the column it starts in to the one it ends in; marks on
 * the scale stand above all rows. */
#include "doc/doc_chart_plot.h"

/* What a row is: the first series' value. */
enum row_kind { ROW_BAR = 1, ROW_HEADING = 2, ROW_MARK = 3 };

struct plan {
	double names, column; /* widths; a gap lies within names */
	int columns;
};

static enum row_kind
kind_of(const struct plot *p, int row)
{
	double value = p->chart->series[0].values[row];

	return (value >= 2.5 ? ROW_MARK : value >= 1.5 ? ROW_HEADING : ROW_BAR);
}

static double
x_of(const struct plan *plan, int column)
{
	return (plan->names + plan->column * column);
}

/* Lines of the scale, behind a row. */
static void
grid(struct plot *p, const struct plan *plan, double height)
{
	for (int i = 0; i < p->chart->rows; i++)
		if (kind_of(p, i) == ROW_MARK && p->chart->across[i] >= 0)
			plot_line(p, x_of(plan, p->chart->across[i]), 0, 0, height, 0.6, PLOT_GRID);
}

static void
scale(struct plot *p, const struct plan *plan)
{
	plot_band(p, p->size * 1.7);
	grid(p, plan, p->size * 1.7);
	for (int i = 0; i < p->chart->rows; i++)
		if (kind_of(p, i) == ROW_MARK && p->chart->across[i] >= 0)
			plot_words(p, x_of(plan, p->chart->across[i]) + p->size * 0.25, p->size * 1.1,
			    p->chart->labels[i], DOC_ALIGN_LEFT, PLOT_INK_SOFT);
}

static void
row(struct plot *p, const struct plan *plan, int i)
{
	bool heading = kind_of(p, i) == ROW_HEADING;
	double height = p->size * (heading ? 1.9 : 1.6), thick = p->size * (heading ? 0.3 : 0.8);
	int from = p->chart->across[i], to = p->chart->down[i];
	struct doc_shape *name;

	plot_band(p, height);
	grid(p, plan, height);
	name = plot_words(p, 0, height / 2 + p->size * 0.33,
	    plot_cut(p, p->chart->labels[i], plan->names - p->size * (heading ? 1.4 : 0.7)), DOC_ALIGN_LEFT, PLOT_INK);
	name->bold = heading;
	if (from >= 0 && to >= from)
		plot_box(p, x_of(plan, from), (height - thick) / 2, plan->column * (to - from + 1), thick,
		    plot_color(heading ? 3 : 0));
}

void
plot_plan(struct plot *p)
{
	struct plan plan = { .columns = 1 };
	double widest = plot_widest_label(p) + p->size * 1.4;

	for (int i = 0; i < p->chart->rows; i++)
		if (p->chart->down[i] >= plan.columns)
			plan.columns = p->chart->down[i] + 1;
	plan.names = widest < p->drawing->width * 0.45 ? widest : p->drawing->width * 0.45;
	plan.column = (p->drawing->width - plan.names) / plan.columns;
	scale(p, &plan);
	for (int i = 0; i < p->chart->rows; i++)
		if (kind_of(p, i) != ROW_MARK)
			row(p, &plan, i);
}
