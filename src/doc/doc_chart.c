/* doc_chart.c — what all charts are made of: strips, boxes, lines and words; and the same in words alone. */
#include "doc/doc_chart_plot.h"

#include <string.h>

#include "core/buf.h"

/* At least 3:1 against white (WCAG 1.4.11); in grey each is a step lighter or darker than its neighbours. */
static const int colors[] = { 0x14506B, 0xC77B1E, 0x4F7A3A, 0x8E99A0, 0x7A3E6D, 0x3E8FB5 };
#define COLORS ((int)(sizeof(colors) / sizeof(colors[0])))

static struct doc_shape *
shape_add(struct plot *p, enum doc_shape_kind kind, double x, double y, int color)
{
	struct doc_shape *shape = arena_alloc(p->arena, sizeof(*shape));

	*shape = (struct doc_shape){ .kind = kind, .x = x, .y = y, .color = color, .font_size = p->size };
	*p->shape_tail = shape;
	p->shape_tail = &shape->next;
	return (shape);
}

void
plot_box(struct plot *p, double x, double y, double width, double height, int color)
{
	struct doc_shape *shape = shape_add(p, DOC_SHAPE_BOX, x, y, color);

	shape->width = width;
	shape->height = height;
}

void
plot_line(struct plot *p, double x, double y, double width, double height, double thickness, int color)
{
	struct doc_shape *shape = shape_add(p, DOC_SHAPE_LINE, x, y, color);

	shape->width = width;
	shape->height = height;
	shape->thickness = thickness;
}

struct doc_shape *
plot_words(struct plot *p, double x, double y, const char *text, enum doc_align align, int color)
{
	struct doc_shape *shape = shape_add(p, DOC_SHAPE_WORDS, x, y, color);

	shape->text = text;
	shape->align = align;
	return (shape);
}

void
plot_band(struct plot *p, double height)
{
	p->band = arena_alloc(p->arena, sizeof(*p->band));
	p->band->top = p->drawing->height;
	p->band->height = height;
	p->drawing->height += height;
	*p->band_tail = p->band;
	p->band_tail = &p->band->next;
	p->shape_tail = &p->band->shapes;
}

double
plot_width(const struct plot *p, const char *text)
{
	return (p->measure(p->arg, text, p->size, false));
}

int
plot_color(int series)
{
	return (colors[series % COLORS]);
}

int
plot_ink_on(int color)
{
	int light = (color >> 16 & 255) * 299 + (color >> 8 & 255) * 587 + (color & 255) * 114;

	return (light > 125000 ? PLOT_INK : PLOT_PAPER);
}

void
plot_legend(struct plot *p)
{
	double x = 0, room = p->drawing->width;

	if (p->chart->series_count < 2)
		return;
	plot_band(p, p->size * 2);
	for (int i = 0; i < p->chart->series_count; i++) {
		const char *name = plot_cut(p, p->chart->series[i].name, room - p->size * 1.3);
		double wide = p->size * 3.1 + plot_width(p, name);

		if (x > 0 && x + wide > room) {
			x = 0;
			plot_band(p, p->size * 2);
		}
		plot_box(p, x, p->size * 0.25, p->size * 0.85, p->size * 0.85, plot_color(i));
		if (p->chart->type == DOC_CHART_LINE && i % 2 == 1)
			plot_box(p, x + p->size * 0.21, p->size * 0.46, p->size * 0.43, p->size * 0.43, PLOT_PAPER);
		plot_words(p, x + p->size * 1.3, p->size, name, DOC_ALIGN_LEFT, PLOT_INK);
		x += wide;
	}
}

double
plot_widest_label(const struct plot *p)
{
	double widest = 0;

	for (int i = 0; i < p->chart->rows; i++) {
		double width = plot_width(p, p->chart->labels[i]);

		widest = width > widest ? width : widest;
	}
	return (widest);
}

struct extent
plot_extent(const struct plot *p)
{
	struct extent extent = { 0, 0 };

	for (int s = 0; s < p->chart->series_count; s++)
		for (int i = 0; i < p->chart->rows; i++) {
			double value = p->chart->series[s].values[i];

			extent.low = value < extent.low ? value : extent.low;
			extent.high = value > extent.high ? value : extent.high;
		}
	if (extent.low >= extent.high)
		extent.high = 1;
	return (extent);
}

const char *
plot_cut(const struct plot *p, const char *words, double width)
{
	size_t len = strlen(words);
	const char *cut = words;

	while (plot_width(p, cut) > width && len > 1) {
		do
			len--;
		while (((unsigned char)words[len] & 0xC0) == 0x80);
		cut = arena_printf(p->arena, "%.*s…", (int)len, words);
	}
	return (cut);
}

/* How many bytes of the words fill a line: to the last space that fits, or all of the first word. */
static size_t
line_length(const struct plot *p, const char *words, double width)
{
	size_t fits = 0;

	for (size_t at = 0;;) {
		at += strcspn(words + at, " ");
		if (fits > 0 && plot_width(p, arena_strndup(p->arena, words, at)) > width)
			return (fits);
		fits = at;
		if (words[at] == '\0')
			return (fits);
		at++;
	}
}

int
plot_wrap(const char *lines[PLOT_NAME_LINES], const struct plot *p, const char *words, double width)
{
	int count = 0;

	while (count < PLOT_NAME_LINES && (*words != '\0' || count == 0)) {
		size_t len = count + 1 < PLOT_NAME_LINES ? line_length(p, words, width) : strlen(words);

		lines[count++] = plot_cut(p, arena_strndup(p->arena, words, len), width);
		words += len + (words[len] == ' ');
	}
	return (count);
}

struct doc_drawing *
doc_chart_draw(
    struct arena *arena, const struct doc_chart *chart, double width, double font_size, doc_measure *measure, void *arg)
{
	static void (*const plots[])(struct plot *) = {
		[DOC_CHART_BAR] = plot_bars,
		[DOC_CHART_COLUMN] = plot_bars,
		[DOC_CHART_STACKED] = plot_stacks,
		[DOC_CHART_SHARE] = plot_stacks,
		[DOC_CHART_LINE] = plot_lines,
		[DOC_CHART_MAP] = plot_map,
		[DOC_CHART_PLAN] = plot_plan,
	};
	struct plot p = { .arena = arena, .chart = chart, .size = font_size, .measure = measure, .arg = arg };

	p.drawing = arena_alloc(arena, sizeof(*p.drawing));
	p.drawing->width = width;
	p.band_tail = &p.drawing->bands;
	if (chart->rows > 0)
		plots[chart->type](&p);
	return (p.drawing);
}

bool
doc_chart_says(const struct doc_chart *chart, int row)
{
	return (chart->type != DOC_CHART_PLAN || *chart->series[0].shown[row] != '\0');
}

char *
doc_chart_alt(struct arena *arena, const struct doc_chart *chart, const char *alt)
{
	struct buf out = buf_new(arena);
	int said = 0;

	buf_puts(&out, alt == NULL ? "" : alt);
	for (int i = 0; i < chart->rows; i++) {
		if (!doc_chart_says(chart, i))
			continue;
		buf_printf(&out, "%s%s: ", said++ == 0 ? " " : "; ", chart->labels[i]);
		for (int s = 0; s < chart->series_count; s++) {
			if (chart->series_count > 1)
				buf_printf(&out, "%s%s ", s == 0 ? "" : ", ", chart->series[s].name);
			buf_puts(&out, chart->series[s].shown[i]);
		}
	}
	return (arena_strdup(arena, buf_text(&out)));
}
