/* doc_chart.c — bars lie with their names at the left or stand above them; each carries its number, so no axis is
 * needed. */
#include "doc/doc_chart.h"

#include "core/buf.h"

#define INK 0x1B262C
#define INK_SOFT 0x51626C
#define AXIS 0x8FA1AB

/* At least 3:1 against white (WCAG 1.4.11), and told apart by lightness as well as hue. */
static const int colors[] = { 0x1A5F7E, 0x7C98A5, 0xB36A12, 0x55793F };
#define COLORS ((int)(sizeof(colors) / sizeof(colors[0])))

struct plot {
	struct arena *arena;
	const struct doc_chart *chart;
	struct doc_drawing *drawing;
	struct doc_band *band;
	struct doc_band **band_tail;
	struct doc_shape **shape_tail;
	double size, highest;
	doc_measure *measure;
	void *arg;
};

static struct doc_shape *
shape_add(struct plot *p, enum doc_shape_kind kind, double x, double y, int color)
{
	struct doc_shape *shape = arena_alloc(p->arena, sizeof(*shape));

	*shape = (struct doc_shape){ .kind = kind, .x = x, .y = y, .color = color, .font_size = p->size };
	*p->shape_tail = shape;
	p->shape_tail = &shape->next;
	return (shape);
}

static void
box(struct plot *p, double x, double y, double width, double height, int color)
{
	struct doc_shape *shape = shape_add(p, DOC_SHAPE_BOX, x, y, color);

	shape->width = width;
	shape->height = height;
}

static void
line(struct plot *p, double x, double y, double width, double height)
{
	struct doc_shape *shape = shape_add(p, DOC_SHAPE_LINE, x, y, AXIS);

	shape->width = width;
	shape->height = height;
}

static void
words(struct plot *p, double x, double y, const char *text, enum doc_align align, int color)
{
	struct doc_shape *shape = shape_add(p, DOC_SHAPE_WORDS, x, y, color);

	shape->text = text;
	shape->align = align;
}

static void
band_add(struct plot *p, double height)
{
	p->band = arena_alloc(p->arena, sizeof(*p->band));
	p->band->top = p->drawing->height;
	p->band->height = height;
	p->drawing->height += height;
	*p->band_tail = p->band;
	p->band_tail = &p->band->next;
	p->shape_tail = &p->band->shapes;
}

static double
width_of(const struct plot *p, const char *text)
{
	return (p->measure(p->arg, text, p->size, false));
}

static void
legend(struct plot *p)
{
	double x = 0;

	if (p->chart->series_count < 2)
		return;
	band_add(p, p->size * 2);
	for (int i = 0; i < p->chart->series_count; i++) {
		box(p, x, p->size * 0.25, p->size * 0.85, p->size * 0.85, colors[i % COLORS]);
		x += p->size * 1.3;
		words(p, x, p->size, p->chart->series[i].name, DOC_ALIGN_LEFT, INK);
		x += width_of(p, p->chart->series[i].name) + p->size * 1.8;
	}
}

/* The widest of the names or of the numbers. */
static double
widest_label(const struct plot *p)
{
	double widest = 0;

	for (int i = 0; i < p->chart->rows; i++) {
		double width = width_of(p, p->chart->labels[i]);

		widest = width > widest ? width : widest;
	}
	return (widest);
}

static double
widest_number(const struct plot *p)
{
	double widest = 0;

	for (int s = 0; s < p->chart->series_count; s++)
		for (int i = 0; i < p->chart->rows; i++) {
			double width = width_of(p, p->chart->series[s].shown[i]);

			widest = width > widest ? width : widest;
		}
	return (widest);
}

static void
lying(struct plot *p)
{
	int series = p->chart->series_count;
	double thick = series > 1 ? p->size * 1.15 : p->size * 1.3, names = widest_label(p), room, row;

	if (names > p->drawing->width * 0.4)
		names = p->drawing->width * 0.4;
	names += p->size * 0.7;
	room = p->drawing->width - names - widest_number(p) - p->size * 0.6;
	if (room < p->size * 4)
		room = p->size * 4;
	row = thick * series + p->size * 0.75;
	for (int i = 0; i < p->chart->rows; i++) {
		band_add(p, row);
		words(p, names - p->size * 0.7, row / 2 + p->size * 0.33, p->chart->labels[i], DOC_ALIGN_RIGHT, INK);
		for (int s = 0; s < series; s++) {
			double value = p->chart->series[s].values[i], width = value / p->highest * room;
			double y = (row - thick * series) / 2 + thick * s;

			if (width > 0)
				box(p, names, y, width, thick * 0.86, colors[s % COLORS]);
			words(p, names + width + p->size * 0.4, y + thick * 0.43 + p->size * 0.33,
			    p->chart->series[s].shown[i], DOC_ALIGN_LEFT, s == 0 ? INK : INK_SOFT);
		}
		line(p, names, 0, 0, row);
	}
}

static void
standing(struct plot *p)
{
	int series = p->chart->series_count;
	double high = p->size * 15, slot = p->drawing->width / p->chart->rows, base = high + p->size * 1.4;
	double thick = slot * 0.7 / series;

	if (thick > p->size * 4)
		thick = p->size * 4;
	band_add(p, base + p->size * 1.8);
	for (int i = 0; i < p->chart->rows; i++) {
		double middle = slot * (i + 0.5);

		for (int s = 0; s < series; s++) {
			double height = p->chart->series[s].values[i] / p->highest * high;
			double x = middle + thick * (s - series / 2.0);

			if (height > 0)
				box(p, x + thick * 0.06, base - height, thick * 0.88, height, colors[s % COLORS]);
			words(p, x + thick / 2, base - height - p->size * 0.35, p->chart->series[s].shown[i],
			    DOC_ALIGN_CENTER, s == 0 ? INK : INK_SOFT);
		}
		words(p, middle, base + p->size * 1.25, p->chart->labels[i], DOC_ALIGN_CENTER, INK);
	}
	line(p, 0, base, p->drawing->width, 0);
}

static bool
stands(const struct plot *p)
{
	double slot = p->drawing->width / p->chart->rows;

	return (p->chart->standing && widest_label(p) < slot * 0.95 &&
		widest_number(p) * p->chart->series_count < slot * 0.95);
}

struct doc_drawing *
doc_chart_draw(
    struct arena *arena, const struct doc_chart *chart, double width, double font_size, doc_measure *measure, void *arg)
{
	struct plot p = { .arena = arena, .chart = chart, .size = font_size, .measure = measure, .arg = arg };

	p.drawing = arena_alloc(arena, sizeof(*p.drawing));
	p.drawing->width = width;
	p.band_tail = &p.drawing->bands;
	for (int s = 0; s < chart->series_count; s++)
		for (int i = 0; i < chart->rows; i++)
			if (chart->series[s].values[i] > p.highest)
				p.highest = chart->series[s].values[i];
	if (p.highest <= 0)
		p.highest = 1;
	if (chart->rows == 0)
		return (p.drawing);
	legend(&p);
	if (stands(&p))
		standing(&p);
	else
		lying(&p);
	return (p.drawing);
}

char *
doc_chart_alt(struct arena *arena, const struct doc_chart *chart, const char *alt)
{
	struct buf out = buf_new(arena);

	buf_puts(&out, alt == NULL ? "" : alt);
	for (int i = 0; i < chart->rows; i++) {
		buf_printf(&out, "%s%s: ", i == 0 ? " " : "; ", chart->labels[i]);
		for (int s = 0; s < chart->series_count; s++) {
			if (chart->series_count > 1)
				buf_printf(&out, "%s%s ", s == 0 ? "" : ", ", chart->series[s].name);
			buf_puts(&out, chart->series[s].shown[i]);
		}
	}
	return (arena_strdup(arena, buf_text(&out)));
}
