/* doc_paint.c — every painted thing is marked: words belong to their element, the rest is an artifact. */
#include "doc/doc_paint.h"

#include <string.h>

#include "core/text.h"
#include "doc/doc_style.h"

#define LINK_COLOR 0x1A5F7E
#define HIGH_ENOUGH 0.36 /* of the font size: from the middle of a line down to the baseline centres capitals */

/* --- words ------------------------------------------------------------------------------------------------------ */

/* What a piece's words belong to; all NULL when the caller marks. */
struct belonging {
	struct pdf_element *element, *link;
};

struct brush {
	const struct paper *paper;
	struct flow_text *text;
	double x, baseline;
	const struct doc_run **runs; /* waiting to be painted together */
	int run_count;
	double run_x;
	struct belonging *belongings;     /* of the line's pieces, in the order they are read */
	bool mixed;                       /* the line has words that run from right to left */
	struct pdf_element *open;         /* marked now */
	struct pdf_element *link;         /* being painted */
	const struct doc_span *link_span; /* its */
	double link_x;
	const struct doc_span *note; /* whose mark is being painted */
	struct pdf_element *reference;
};

static void
flush(struct brush *b)
{
	const struct doc_style *style = b->text->style;

	pdf_text(b->paper->page, b->run_x, b->baseline, style->font_size,
	    b->link != NULL && !b->text->quiet ? LINK_COLOR : style->color, b->runs, b->run_count);
	b->run_count = 0;
}

/* A link always says something (PDF/UA-1, 7.18.5): where its own words are blank, what else is known of it. */
static const char *
first_said(const char *words, const char *otherwise)
{
	return (text_blank(words) ? otherwise : words);
}

static void
link_end(struct brush *b)
{
	double size = b->text->style->font_size, width = b->x - b->link_x, y = b->baseline - size * 0.13;

	if (b->link == NULL || width <= 0)
		return;
	if (!b->text->quiet)
		pdf_line(b->paper->page, b->link_x, y, b->x, y, size * 0.05, LINK_COLOR);
	if (b->link_span->href != NULL)
		pdf_link(b->paper->page, b->link, b->link_x, b->baseline - size * 0.25, width, size * 1.2,
		    b->link_span->href, first_said(b->link_span->text, b->link_span->href));
	else
		pdf_link_to(b->paper->page, b->link, b->link_x, b->baseline - size * 0.25, width, size * 1.2,
		    b->link_span->target->number, first_said(b->link_span->target->title, b->link_span->text));
}

/* Opens the mark that the piece's words belong to. */
static void
choose_mark(struct brush *b, const struct belonging *to, const struct doc_span *span)
{
	if (to->element == b->open && to->link == b->link)
		return;
	flush(b);
	if (to->link != b->link) {
		link_end(b);
		b->link_x = b->x;
	}
	if (b->open != NULL)
		pdf_mark_end(b->paper->page);
	pdf_mark(b->paper->page, to->element);
	b->open = to->element;
	b->link = to->link;
	b->link_span = span;
}

/* --- what words belong to --------------------------------------------------------------------------------------- */

/* The note is read behind its mark, though it is painted at the foot of the page, later. */
static struct pdf_element *
note_mark(struct brush *b, const struct doc_span *span)
{
	struct pdf *pdf = b->paper->pdf;

	if (b->note == span)
		return (b->reference);
	b->note = span;
	b->reference = pdf_element_new(pdf, b->text->element, "Reference");
	for (struct flow_note *note = b->text->notes; note != NULL; note = note->next)
		if (note->number == span->note->number) {
			note->text->element = pdf_element_new(pdf, b->text->element, "Note");
			pdf_element_id(
			    pdf, note->text->element, arena_printf(b->paper->setting->arena, "note%d", note->number));
		}
	return (b->reference);
}

/* A link may go on over lines. */
static struct pdf_element *
link_mark(struct brush *b, const struct doc_span *span)
{
	struct flow_text *text = b->text;

	if (text->link_span == NULL || text->link_span->href != span->href || text->link_span->target != span->target)
		text->link = pdf_element_new(b->paper->pdf, text->element, "Link");
	text->link_span = span;
	return (text->link);
}

static bool
same(const char *a, const char *b)
{
	return (a == b || (a != NULL && b != NULL && strcmp(a, b) == 0));
}

/* Whether two pieces belong to the same element, and are of the same language. */
static bool
together(const struct doc_piece *a, const struct doc_piece *b)
{
	if (a->span->kind == DOC_SPAN_NOTE || b->span->kind == DOC_SPAN_NOTE)
		return (a->span == b->span);
	return (a->span->href == b->span->href && a->span->target == b->span->target && same(a->lang, b->lang));
}

static bool
is_blank(const struct doc_line *line, int from, int to)
{
	while (from < to && (line->pieces[from].run == NULL || line->pieces[from].space >= line->pieces[from].width))
		from++;
	return (from == to);
}

/* Words painted from left to right but read the other way, or of another language, are told so in a Span of theirs. */
static struct pdf_element *
belong_span(struct brush *b, const struct doc_line *line, int from, int to, struct pdf_element *parent)
{
	struct pdf *pdf = b->paper->pdf;
	struct pdf_element *span = pdf_element_new(pdf, parent, "Span");
	struct buf out = buf_new(b->paper->setting->arena);

	for (int i = from; i < to; i++)
		if (line->pieces[i].run != NULL)
			buf_add(&out, line->pieces[i].run->text, (size_t)line->pieces[i].run->len);
	if (b->mixed)
		pdf_element_actual(pdf, span, buf_text(&out));
	if (line->pieces[from].lang != NULL)
		pdf_element_language(span, line->pieces[from].lang);
	return (span);
}

/* Finds what a piece and those that go with it belong to; returns one past them. */
static int
belong(struct brush *b, const struct doc_line *line, int from)
{
	const struct doc_piece *first = &line->pieces[from];
	struct belonging to = { .element = b->text->element };
	int end = from + 1;

	while (end < line->count && together(first, &line->pieces[end]))
		end++;
	if (first->span->kind == DOC_SPAN_NOTE)
		to.element = note_mark(b, first->span);
	else if (first->span->href != NULL || first->span->target != NULL)
		to.element = to.link = link_mark(b, first->span);
	if ((b->mixed || first->lang != NULL) && !is_blank(line, from, end))
		to.element = belong_span(b, line, from, end, to.element);
	for (int i = from; i < end; i++)
		b->belongings[i] = to;
	return (end);
}

/* Elements are made in the order they are read: where that is not the order of painting, all beforehand. */
static void
belong_start(struct brush *b, const struct doc_line *line)
{
	b->belongings = arena_array(b->paper->setting->arena, (size_t)line->count, sizeof(*b->belongings));
	for (int i = 0; i < line->count; i++)
		b->mixed |= (line->pieces[i].level & 1) != 0;
	for (int i = 0; i < line->count && b->mixed && b->text->element != NULL;)
		i = belong(b, line, i);
}

static void
paint_piece(struct brush *b, const struct doc_line *line, int index)
{
	const struct doc_piece *piece = &line->pieces[index];
	bool last = index == line->count - 1;

	if (piece->run == NULL || (last && piece->space >= piece->width)) {
		b->x += piece->run == NULL || last ? 0 : piece->width;
		return;
	}
	if (piece->uncovered != 0)
		doc_report_uncovered(b->paper->setting->report, b->paper->setting->arena, piece->uncovered);
	if (b->text->element != NULL && b->belongings[index].element == NULL)
		belong(b, line, index);
	choose_mark(b, &b->belongings[index], piece->span);
	if (b->run_count > 0 && b->runs[0]->face != piece->run->face)
		flush(b);
	if (b->run_count == 0)
		b->run_x = b->x;
	b->runs[b->run_count++] = piece->run;
	b->x += piece->width;
}

static double
line_start(const struct flow_text *text, const struct doc_line *line)
{
	int align = text->lines.rtl && text->align == DOC_ALIGN_LEFT ? DOC_ALIGN_RIGHT : text->align;
	double room = text->width - line->width;

	if (align >= DOC_ALIGN_RIGHT)
		return (text->x + room);
	return (align == DOC_ALIGN_CENTER ? text->x + room / 2 : text->x);
}

void
paint_line(const struct paper *paper, struct flow_text *text, int index, double top)
{
	const struct doc_line *line = &text->lines.lines[index];
	struct brush b = { .paper = paper, .text = text };
	int *order = arena_array(paper->setting->arena, (size_t)line->count, sizeof(*order));

	b.runs = arena_array(paper->setting->arena, (size_t)line->count + 1, sizeof(struct doc_run *));
	b.x = b.link_x = line_start(text, line);
	b.baseline = paper->height - top - text->lines.line_height / 2 - text->style->font_size * HIGH_ENOUGH;
	belong_start(&b, line);
	doc_line_order(order, line);
	for (int i = 0; i < line->count; i++)
		paint_piece(&b, line, order[i]);
	if (line->hyphen != NULL)
		b.runs[b.run_count++] = line->hyphen;
	flush(&b);
	link_end(&b);
	if (b.open != NULL)
		pdf_mark_end(paper->page);
}

/* --- boxes and rules -------------------------------------------------------------------------------------------- */

static bool
decorated(const struct doc_style *style)
{
	return (style->background >= 0 || style->border_top > 0 || style->border_bottom > 0 || style->border_left > 0);
}

struct area {
	double x, top, width, height;
	bool first, last; /* has the block's own upper and lower edge */
};

static void
decorate(const struct paper *paper, const struct doc_style *style, const struct area *a)
{
	double high = paper->height - a->top, low = high - a->height;

	if (style->background >= 0)
		pdf_box(paper->page, a->x, low, a->width, a->height, style->background);
	if (style->border_top > 0 && a->first)
		pdf_line(paper->page, a->x, high, a->x + a->width, high, style->border_top, style->border_color);
	if (style->border_bottom > 0 && a->last)
		pdf_line(paper->page, a->x, low, a->x + a->width, low, style->border_bottom, style->border_color);
	if (style->border_left > 0)
		pdf_line(paper->page, a->x, high, a->x, low, style->border_left, style->border_color);
}

static void
paint_text_slice(const struct paper *paper, const struct flow_slice *slice, double top)
{
	struct flow_text *text = slice->text;
	const struct doc_style *style = text->style;
	bool first = slice->line == 0, last = slice->line == text->lines.count - 1;

	if (decorated(style)) {
		struct area area = { text->x - style->padding_left, top,
			text->width + style->padding_left + style->padding_right, slice->height, first, last };

		pdf_mark_artifact(paper->page, "/Type/Layout");
		decorate(paper, style, &area);
		pdf_mark_end(paper->page);
	}
	if (first)
		top += style->padding_top;
	if (first && text->label != NULL && text->label->lines.count > 0)
		paint_line(paper, text->label, 0, top);
	paint_line(paper, text, slice->line, top);
}

/* --- rows ------------------------------------------------------------------------------------------------------- */

static void
decorate_cell(const struct paper *paper, const struct flow_text *cell, struct area area)
{
	const struct doc_style *style = cell->style;

	area.x = cell->x - style->padding_left;
	area.width = cell->width + style->padding_left + style->padding_right;
	decorate(paper, style, &area);
}

/* Cells that go down more rows have their lower edge in the last. */
static void
decorate_cells(const struct paper *paper, const struct flow_row *row, const struct area *part)
{
	struct area area = *part;

	for (int i = 0; i < row->cell_count; i++) {
		area.last = part->last && row->cells[i].rows <= 1;
		decorate_cell(paper, &row->cells[i], area);
	}
	for (const struct flow_over *over = row->over; over != NULL; over = over->next) {
		area.first = false;
		area.last = part->last && over->last;
		decorate_cell(paper, over->cell, area);
	}
}

/* Cells of smaller type stand on the first line's middle, not its top. */
static void
paint_cell(const struct paper *paper, const struct flow_row *row, struct flow_text *cell, int from, int to, double top)
{
	double shift = (row->line_height - cell->lines.line_height) / 2;
	double step = cell->rows > 1 ? cell->lines.line_height : row->line_height;

	for (int line = from; line < to && line < cell->lines.count; line++)
		paint_line(paper, cell, line, top + shift + (line - from) * step);
}

static void
paint_cells(const struct paper *paper, struct flow_row *row, int from, int to, double top)
{
	for (int i = 0; i < row->cell_count; i++) {
		struct flow_text *cell = &row->cells[i];

		if (cell->rows <= 1)
			paint_cell(paper, row, cell, from, to, top);
		else if (from == 0)
			paint_cell(paper, row, cell, 0, cell->lines.count, top);
	}
}

/* The copy is no part of the structure. */
static void
paint_cell_again(const struct paper *paper, const struct flow_row *row, const struct flow_text *cell, double top)
{
	struct flow_text copy = *cell;

	copy.element = NULL;
	paint_cell(paper, row, &copy, 0, copy.lines.count, top + row->padding_top);
}

static bool
goes_on(const struct flow_slice *slice)
{
	for (int i = 0; i < slice->row->cell_count && slice->line > 0; i++)
		if (slice->row->cells[i].rows > 1)
			return (true);
	return (slice->row->over != NULL);
}

void
paint_spans_again(const struct paper *paper, const struct flow_slice *slice, double top)
{
	const struct flow_row *row = slice->row;

	if (!goes_on(slice))
		return;
	pdf_mark_artifact(paper->page, "/Type/Pagination");
	for (const struct flow_over *over = row->over; over != NULL; over = over->next)
		paint_cell_again(paper, row, over->cell, top);
	for (int i = 0; i < row->cell_count; i++)
		if (row->cells[i].rows > 1 && slice->line > 0)
			paint_cell_again(paper, row, &row->cells[i], top);
	pdf_mark_end(paper->page);
}

static void
paint_row(const struct paper *paper, struct flow_row *row, int from, int to, const struct area *area, bool artifact)
{
	if (!artifact)
		pdf_mark_artifact(paper->page, "/Type/Layout");
	decorate_cells(paper, row, area);
	if (!artifact)
		pdf_mark_end(paper->page);
	paint_cells(paper, row, from, to, area->top + (from == 0 ? row->padding_top : 0));
}

void
paint_head_again(const struct paper *paper, const struct flow_table *table, double top)
{
	pdf_mark_artifact(paper->page, "/Type/Pagination");
	for (struct flow_row *row = table->head; row != NULL; row = row->next) {
		struct flow_row copy = *row;
		struct area area = { .top = top, .first = true, .last = true };

		copy.cells =
		    arena_memdup(paper->setting->arena, row->cells, (size_t)row->cell_count * sizeof(*row->cells));
		for (int i = 0; i < copy.cell_count; i++)
			copy.cells[i].element = NULL;
		area.height = row->padding_top + row->line_count * row->line_height + row->padding_bottom;
		paint_row(paper, &copy, 0, row->line_count, &area, true);
		top += area.height;
	}
	pdf_mark_end(paper->page);
}

/* --- pictures --------------------------------------------------------------------------------------------------- */

static void
paint_words(const struct paper *paper, const struct flow_slice *slice, const struct doc_shape *shape, double top)
{
	struct doc_style *style = arena_alloc(paper->setting->arena, sizeof(*style));
	struct doc_span *span = arena_alloc(paper->setting->arena, sizeof(*span));
	struct doc_text words = { .spans = span, .count = 1 };
	struct flow_text text = { .style = style, .x = slice->x + shape->x, .align = shape->align };

	*style = *slice->style;
	style->font_size = shape->font_size;
	style->line_height = 1;
	style->bold = shape->bold;
	style->color = shape->color;
	span->text = shape->text;
	text.lines = doc_lines_set(paper->setting, &words, style, 1e9);
	text.lines.rtl = false;
	if (text.lines.count > 0)
		paint_line(paper, &text, 0, top + shape->y - shape->font_size * (0.5 + HIGH_ENOUGH));
}

static void
paint_band(const struct paper *paper, const struct flow_slice *slice, double top)
{
	pdf_mark(paper->page, slice->element);
	pdf_element_box(slice->element, slice->x, paper->height - top - slice->height, slice->width, slice->height);
	for (const struct doc_shape *s = slice->band->shapes; s != NULL; s = s->next) {
		double x = slice->x + s->x, y = paper->height - top - s->y;

		switch (s->kind) {
		case DOC_SHAPE_BOX:
			pdf_box(paper->page, x, y - s->height, s->width, s->height, s->color);
			break;
		case DOC_SHAPE_LINE:
			pdf_line(paper->page, x, y, x + s->width, y - s->height, s->thickness, s->color);
			break;
		case DOC_SHAPE_WORDS:
			paint_words(paper, slice, s, top);
			break;
		case DOC_SHAPE_BOXES:
			for (int i = 0; i < s->box_count; i++) {
				const struct doc_box *box = &s->boxes[i];

				pdf_box_add(paper->page, x + box->x, y - box->y - box->height, box->width, box->height,
				    s->color);
			}
			pdf_box_fill(paper->page);
		}
	}
	pdf_mark_end(paper->page);
}

static void
paint_image(const struct paper *paper, const struct flow_slice *slice, double top)
{
	if (slice->element != NULL) {
		pdf_mark(paper->page, slice->element);
		pdf_element_box(
		    slice->element, slice->x, paper->height - top - slice->height, slice->width, slice->height);
	} else {
		pdf_mark_artifact(paper->page, "/Type/Layout");
	}
	pdf_image(
	    paper->page, slice->image, slice->x, paper->height - top - slice->height, slice->width, slice->height);
	pdf_mark_end(paper->page);
}

void
paint_slice(const struct paper *paper, const struct flow_slice *slice, double top)
{
	struct area area = { .top = top, .height = slice->height };

	switch (slice->kind) {
	case FLOW_LINE:
		paint_text_slice(paper, slice, top);
		break;
	case FLOW_ROW:
		area.first = slice->line == 0;
		area.last = slice->line_end == slice->row->line_count;
		paint_row(paper, slice->row, slice->line, slice->line_end, &area, false);
		break;
	case FLOW_BAND:
		paint_band(paper, slice, top);
		break;
	case FLOW_IMAGE:
		paint_image(paper, slice, top);
		break;
	case FLOW_RULE:
		pdf_mark_artifact(paper->page, "/Type/Layout");
		decorate(paper, slice->style, &(struct area){ slice->x, top, slice->width, slice->height, true, true });
		pdf_mark_end(paper->page);
		break;
	}
}
