/* doc_chart_map.c — a square a place, laid where it lies; the darker, the more. */
#include <string.h>

#include "doc/doc_chart_plot.h"

/* From least to most; each step is plainly darker than the one before, in grey too. */
static const int shades[] = { 0xD3E3EA, 0x9DC0D0, 0x3B7A96, 0x14506B };
#define SHADES ((int)(sizeof(shades) / sizeof(shades[0])))
#define NONE 0xFFFFFF

struct grid {
	int across, down;
	double side;
	const double *values;
	int *sorted; /* the rows that have something, least first */
	int n;
};

static bool
on_map(const struct plot *p, int i)
{
	return (p->chart->across[i] >= 0 && p->chart->down[i] >= 0);
}

static void
insert_sorted(struct grid *g, int row)
{
	int at = g->n++;

	for (; at > 0 && g->values[g->sorted[at - 1]] > g->values[row]; at--)
		g->sorted[at] = g->sorted[at - 1];
	g->sorted[at] = row;
}

static struct grid
grid_of(const struct plot *p)
{
	struct grid g = { .values = p->chart->series[0].values };

	g.sorted = arena_array(p->arena, (size_t)p->chart->rows + 1, sizeof(*g.sorted));
	for (int i = 0; i < p->chart->rows; i++) {
		if (!on_map(p, i))
			continue;
		g.across = p->chart->across[i] + 1 > g.across ? p->chart->across[i] + 1 : g.across;
		g.down = p->chart->down[i] + 1 > g.down ? p->chart->down[i] + 1 : g.down;
		if (g.values[i] > 0)
			insert_sorted(&g, i);
	}
	g.side = g.across > 0 ? p->drawing->width / g.across : 0;
	if (g.side > p->size * 6)
		g.side = p->size * 6;
	return (g);
}

/* Quarters of the places that have something; those with as much as each other get the same shade. */
static int
shade_of(const struct grid *g, int row)
{
	int below = 0;

	if (g->values[row] <= 0)
		return (-1);
	while (below < g->n && g->values[g->sorted[below]] < g->values[row])
		below++;
	return (below * SHADES / g->n);
}

/* The size in which words fill at most width. */
static double
fitting(const struct plot *p, const char *words, double width)
{
	double wide = plot_width(p, words), size = p->size * 0.82;

	return (wide * 0.82 <= width ? size : size * width / (wide * 0.82));
}

/* The word, or as much of it as fills the width in the smallest size that is read, and a stop. */
static const char *
shortened(const struct plot *p, const char *word, double width)
{
	double smallest = p->size * 0.6;
	size_t len = strlen(word);

	if (fitting(p, word, width) >= smallest)
		return (word);
	while (len > 2) {
		const char *cut;

		/* Not within a character. */
		for (len--; ((unsigned char)word[len] & 0xC0) == 0x80;)
			len--;
		cut = arena_printf(p->arena, "%.*s.", (int)len, word);
		if (fitting(p, cut, width) >= smallest)
			return (cut);
	}
	return (word);
}

/* A name in one line, or in two when it has a space or hyphen and is too long. */
static void
name(struct plot *p, double x, double y, double side, const char *words, int color)
{
	double width = side - p->size * 0.35, size = fitting(p, words, width);
	size_t cut = strcspn(words, " -");
	const char *first = words, *second = NULL;
	struct doc_shape *shape;

	if (size < p->size * 0.75 && words[cut] != '\0') {
		first = arena_strndup(p->arena, words, cut + (words[cut] == '-'));
		second = shortened(p, words + cut + 1, width);
		first = shortened(p, first, width);
		size = fitting(p, first, width);
		if (fitting(p, second, width) < size)
			size = fitting(p, second, width);
	} else {
		first = shortened(p, words, width);
		size = fitting(p, first, width);
	}
	y += side / 2 + size * (second == NULL ? 0.35 : -0.2);
	shape = plot_words(p, x + side / 2, y, first, DOC_ALIGN_CENTER, color);
	shape->font_size = size;
	if (second != NULL) {
		shape = plot_words(p, x + side / 2, y + size * 1.1, second, DOC_ALIGN_CENTER, color);
		shape->font_size = size;
	}
}

/* What has nothing is white; strokes are as thick on every side however coarse the screen. */
static void
outline(struct plot *p, double x, double y, double side)
{
	plot_line(p, x, y, side, 0, 0.6, PLOT_AXIS);
	plot_line(p, x, y + side, side, 0, 0.6, PLOT_AXIS);
	plot_line(p, x, y, 0, side, 0.6, PLOT_AXIS);
	plot_line(p, x + side, y, 0, side, 0.6, PLOT_AXIS);
}

static void
square(struct plot *p, const struct grid *g, int i)
{
	double gap = p->size * 0.12, side = g->side - 2 * gap;
	double x = p->chart->across[i] * g->side + gap, y = p->chart->down[i] * g->side + gap;
	int shade = shade_of(g, i), color = shade < 0 ? NONE : shades[shade];

	plot_box(p, x, y, side, side, color);
	if (shade < 0)
		outline(p, x, y, side);
	name(p, x, y, side, p->chart->labels[i], plot_ink_on(color));
}

/* "11 667 kr – 21 666 kr": the least and the most that has the shade; NULL when nothing has. */
static const char *
range(const struct plot *p, const struct grid *g, int shade)
{
	int least = -1, most = -1;

	for (int i = 0; i < g->n; i++)
		if (shade_of(g, g->sorted[i]) == shade) {
			least = least < 0 ? g->sorted[i] : least;
			most = g->sorted[i];
		}
	if (least < 0)
		return (NULL);
	if (strcmp(p->chart->series[0].shown[least], p->chart->series[0].shown[most]) == 0)
		return (p->chart->series[0].shown[least]);
	return (arena_printf(p->arena, "%s – %s", p->chart->series[0].shown[least], p->chart->series[0].shown[most]));
}

/* What is said of the places that have nothing; NULL when all have something. */
static const char *
nothing(const struct plot *p)
{
	for (int i = 0; i < p->chart->rows; i++)
		if (on_map(p, i) && p->chart->series[0].values[i] <= 0 && *p->chart->series[0].shown[i] != '\0')
			return (p->chart->series[0].shown[i]);
	return (NULL);
}

/* One entry; the next goes to its right, or begins a line. */
static void
shade_told(struct plot *p, double *x, int color, const char *words)
{
	double wide = p->size * 2.9 + plot_width(p, words), side = p->size * 0.95;

	if (*x > 0 && *x + wide > p->drawing->width) {
		*x = 0;
		plot_band(p, p->size * 1.7);
	}
	plot_box(p, *x, p->size * 0.55, side, side, color);
	if (color == NONE)
		outline(p, *x + 0.3, p->size * 0.55, side);
	plot_words(p, *x + p->size * 1.4, p->size * 1.35, words, DOC_ALIGN_LEFT, PLOT_INK);
	*x += wide;
}

static void
shades_told(struct plot *p, const struct grid *g)
{
	double x = 0;

	plot_band(p, p->size * 2.2);
	if (nothing(p) != NULL)
		shade_told(p, &x, NONE, nothing(p));
	for (int i = 0; i < SHADES; i++)
		if (range(p, g, i) != NULL)
			shade_told(p, &x, shades[i], range(p, g, i));
}

void
plot_map(struct plot *p)
{
	struct grid g;

	if (p->chart->series_count == 0)
		return;
	g = grid_of(p);
	plot_band(p, g.down * g.side);
	for (int i = 0; i < p->chart->rows; i++)
		if (on_map(p, i))
			square(p, &g, i);
	shades_told(p, &g);
}
