/* doc_flow.c — headings, paragraphs, lists and figures as slices; margins between blocks fold as in CSS. */
#include "doc/doc_flow.h"

#include <stdio.h>
#include <string.h>

#include "core/text.h"
#include "doc/doc_hyphen.h"
#include "doc/doc_image.h"
#include "doc/doc_qr.h"
#include "doc/doc_style.h"

struct flow_slice *
flow_add(struct flow *flow, enum flow_kind kind, double before, double height)
{
	struct flow_slice *slice;

	if (flow->count == flow->capacity) {
		int more = flow->capacity == 0 ? 64 : flow->capacity * 2;

		slice = arena_array(flow->setting->arena, (size_t)more, sizeof(*slice));
		if (flow->count > 0)
			memcpy(slice, flow->slices, (size_t)flow->count * sizeof(*slice));
		flow->slices = slice;
		flow->capacity = more;
	}
	slice = &flow->slices[flow->count++];
	*slice = (struct flow_slice){ .kind = kind,
		.before = before,
		.height = height,
		.x = flow->x,
		.width = flow->width,
		.page_before = flow->page_next };
	flow->page_next = false;
	return (slice);
}

/* The same words with the places where they may be divided. */
static struct doc_text
divisible(const struct flow *flow, const struct doc_text *text)
{
	struct arena *arena = flow->setting->arena;
	struct doc_text out = { .count = text->count };

	out.spans = arena_array(arena, (size_t)text->count + 1, sizeof(*out.spans));
	for (int i = 0; i < text->count; i++) {
		out.spans[i] = text->spans[i];
		out.spans[i].text = doc_hyphenate(
		    doc_fonts_hyphens(flow->setting->fonts), arena, text->spans[i].text, flow->tree->lang);
	}
	return (out);
}

struct flow_text *
flow_words(struct flow *flow, const struct doc_text *text, const struct doc_style *style, double x, double width,
    struct pdf_element *element)
{
	struct flow_text *made = arena_alloc(flow->setting->arena, sizeof(*made));
	struct doc_text divided;

	if (style->hyphens) {
		divided = divisible(flow, text);
		text = &divided;
	}

	made->style = style;
	made->x = x;
	made->width = width;
	made->element = element;
	made->align = style->align;
	made->lines = doc_lines_set(flow->setting, text, style, width);
	if (flow->tree->notes != NULL)
		flow_notes(flow, made, text);
	return (made);
}

void
flow_hold_all(struct flow *flow, int from, int to, enum flow_hold hold)
{
	for (int i = from < 0 ? 0 : from; i + 1 < to && i + 1 < flow->count; i++)
		if (flow->slices[i].hold < hold)
			flow->slices[i].hold = hold;
}

/* CSS: the larger of two margins that meet. */
static double
gap_before(const struct flow *flow, const struct doc_style *style)
{
	return (flow->gap > style->margin_top ? flow->gap : style->margin_top);
}

/* Adds the lines of text as slices, with margins and the rules for widows, orphans and keeping. */
static void
flow_lines(struct flow *flow, struct flow_text *text)
{
	const struct doc_style *style = text->style;
	int count = text->lines.count;

	for (int i = 0; i < count; i++) {
		struct flow_slice *slice =
		    flow_add(flow, FLOW_LINE, i == 0 ? gap_before(flow, style) : 0, text->lines.line_height);

		slice->text = text;
		slice->line = i;
		if (i == 0) {
			slice->target = text->target;
			slice->height += style->padding_top;
			slice->page_before |= style->page_before != 0;
		}
		if (i == count - 1) {
			slice->height += style->padding_bottom;
			slice->hold = style->keep_with_next ? HOLD_FIRM : HOLD_NOT;
		} else if (i + 1 < style->orphans || count - (i + 1) < style->widows) {
			slice->hold = HOLD_FIRM;
		} else {
			slice->hold = style->keep_together ? HOLD_WISH : HOLD_NOT;
		}
	}
	if (count > 0)
		flow->gap = style->margin_bottom;
}

void
flow_caption(struct flow *flow, const struct doc_text *words, const struct doc_style *style, struct doc_target *target,
    struct pdf_element *element)
{
	struct flow_text *text = flow_words(flow, words, style, flow->x, flow->width, element);

	text->target = target;
	flow_lines(flow, text);
}

static void
flow_text_block(struct flow *flow, const struct doc_block *block, struct pdf_element *parent, const char *type)
{
	const struct doc_style *style = block->style;
	double left = style->margin_left + style->padding_left;
	struct flow_text *text;

	text = flow_words(flow, &block->text, style, flow->x + left, flow->width - left - style->padding_right,
	    pdf_element_new(flow->pdf, parent, type));
	text->target = block->target;
	flow_lines(flow, text);
}

/* --- lists ------------------------------------------------------------------------------------------------------ */

static struct flow_text *
item_label(struct flow *flow, const struct doc_block *list, const struct doc_style *style, int number,
    struct pdf_element *item)
{
	struct arena *arena = flow->setting->arena;
	struct doc_span *span = arena_alloc(arena, sizeof(*span));
	struct doc_text text = { .spans = span, .count = 1 };
	struct pdf_element *element = pdf_element_new(flow->pdf, item, "Lbl");

	span->text = list->ordered ? arena_printf(arena, "%d.", number) : "\xE2\x80\xA2";
	return (flow_words(flow, &text, style, flow->x + (list->ordered ? 0 : 4), style->margin_left, element));
}

/* Room for the widest number: items of long lists move in. */
static struct doc_style *
item_style(struct flow *flow, const struct doc_block *list, const struct doc_style *style, int count)
{
	struct arena *arena = flow->setting->arena;
	struct doc_style *own = arena_memdup(arena, style, sizeof(*style));
	const char *last = arena_printf(arena, "%d.", count);
	double width = list->ordered ? doc_width(flow->setting, last, style->font_size, style->bold) + 5 : 0;

	if (width > own->margin_left)
		own->margin_left = width;
	return (own);
}

static enum status
flow_item(struct flow *flow, const struct doc_block *list, const struct doc_block *item, const struct doc_style *style,
    int number, struct pdf_element *parent)
{
	struct pdf_element *element = pdf_element_new(flow->pdf, parent, "LI"), *body;
	struct flow_text *label = item_label(flow, list, style, number, element);
	double x = flow->x, width = flow->width;
	int first = flow->count;
	enum status st = OK;

	body = pdf_element_new(flow->pdf, element, "LBody");
	flow->x += style->margin_left;
	flow->width -= style->margin_left;
	if (item->children == NULL)
		flow_lines(flow, flow_words(flow, &item->text, style, flow->x, flow->width, body));
	else
		st = flow_blocks(flow, item->children, body);
	flow->x = x;
	flow->width = width;
	/* The label stands beside the first line there is. */
	if (first < flow->count && flow->slices[first].kind == FLOW_LINE)
		flow->slices[first].text->label = label;
	return (st);
}

static enum status
flow_list(struct flow *flow, const struct doc_block *list, struct pdf_element *parent)
{
	struct pdf_element *element;
	int count = 0, number = 0;
	enum status st = OK;

	if (list->children == NULL)
		return (OK);
	element = pdf_element_new(flow->pdf, parent, "L");
	pdf_element_attributes(element, list->ordered ? "/O/List/ListNumbering/Decimal" : "/O/List/ListNumbering/Disc");
	for (const struct doc_block *item = list->children; item != NULL; item = item->next)
		count++;
	for (const struct doc_block *item = list->children; item != NULL && st == OK; item = item->next)
		st = flow_item(flow, list, item, item_style(flow, list, item->style, count), ++number, element);
	if (number > 0 && flow->gap < 7)
		flow->gap = 7;
	return (st);
}

/* --- figures ---------------------------------------------------------------------------------------------------- */

static double
measure_words(void *arg, const char *text, double font_size, bool bold)
{
	return (doc_width(arg, text, font_size, bold));
}

/* Where something narrower than the column begins. */
static double
indent_of(const struct flow *flow, const struct doc_style *style, double width)
{
	double room = flow->width - width;

	return (style->align == DOC_ALIGN_CENTER ? room / 2 : style->align >= DOC_ALIGN_RIGHT ? room : 0);
}

static void
flow_drawing(struct flow *flow, const struct doc_drawing *drawing, const struct doc_style *style, const char *alt,
    struct pdf_element *parent)
{
	struct pdf_element *element = pdf_element_new(flow->pdf, parent, "Figure");
	int first = flow->count;

	pdf_element_alt(flow->pdf, element, alt);
	for (const struct doc_band *band = drawing->bands; band != NULL; band = band->next) {
		struct flow_slice *slice =
		    flow_add(flow, FLOW_BAND, band == drawing->bands ? gap_before(flow, style) : 0, band->height);

		slice->x += indent_of(flow, style, drawing->width);
		slice->width = drawing->width;
		slice->band = band;
		slice->style = style;
		slice->element = element;
	}
	flow_hold_all(flow, first, flow->count, HOLD_WISH);
	/* The legend, or the first bar, is not left alone, nor is the last. */
	flow_hold_all(flow, first, first + 2, HOLD_FIRM);
	flow_hold_all(flow, flow->count - 2, flow->count, HOLD_FIRM);
	flow->gap = style->margin_bottom;
}

#define NAME_ROOM 48.0 /* points; a picture leaves so much of a page to its name */

static double
picture_room(const struct flow *flow)
{
	return (flow->height > 2 * NAME_ROOM ? flow->height - NAME_ROOM : flow->height);
}

static double
tallest(const struct doc_drawing *drawing)
{
	double height = 0;

	for (const struct doc_band *band = drawing->bands; band != NULL; band = band->next)
		height = band->height > height ? band->height : height;
	return (height);
}

static void
flow_chart(struct flow *flow, const struct doc_figure *figure, struct pdf_element *parent)
{
	struct arena *arena = flow->setting->arena;
	const struct doc_style *style = flow->tree->chart_style;
	struct doc_setting setting = *flow->setting;
	double width = flow->width;
	struct doc_drawing *drawing;

	/* A strip that is taller than a page is drawn smaller. */
	do {
		drawing = doc_chart_draw(arena, figure->chart, width, style->font_size, measure_words, &setting);
		width *= 0.8;
	} while (tallest(drawing) > picture_room(flow) && width > 20);
	flow_drawing(flow, drawing, style, doc_chart_alt(arena, figure->chart, figure->alt), parent);
}

static enum status
flow_code(struct flow *flow, const struct doc_figure *figure, struct pdf_element *parent)
{
	struct arena *arena = flow->setting->arena;
	struct doc_drawing *drawing;
	enum status st = doc_qr_draw(&drawing, arena, figure->code, figure->width);

	if (st == OK)
		flow_drawing(flow, drawing, figure->image_style, doc_qr_alt(arena, figure), parent);
	else
		flow->problem = doc_qr_problem(arena, figure->code);
	return (st);
}

static enum status
flow_image(struct flow *flow, const struct doc_figure *figure, struct pdf_element *parent)
{
	const struct doc_style *style = figure->image_style;
	struct doc_image *image = arena_alloc(flow->setting->arena, sizeof(*image));
	double width = figure->width < flow->width ? figure->width : flow->width;
	bool decorative = text_blank(figure->alt);
	struct flow_slice *slice;

	if (doc_image_read(image, flow->setting->arena, figure->image) != OK) {
		flow->problem = doc_image_problem(flow->setting->arena, figure->image);
		return (ERR_INVALID);
	}
	if (width * image->height / image->width > picture_room(flow))
		width = picture_room(flow) * image->width / image->height;
	slice = flow_add(flow, FLOW_IMAGE, gap_before(flow, style), width * image->height / image->width);
	slice->x += indent_of(flow, style, width);
	slice->width = width;
	slice->image = image;
	slice->style = style;
	if (!decorative) {
		slice->element = pdf_element_new(flow->pdf, parent, "Figure");
		pdf_element_alt(flow->pdf, slice->element, figure->alt);
	}
	flow->gap = style->margin_bottom;
	return (OK);
}

static enum status
flow_figure(struct flow *flow, const struct doc_block *block, struct pdf_element *parent)
{
	const struct doc_figure *figure = block->figure;

	if (figure->caption.count > 0)
		flow_caption(flow, &figure->caption, figure->caption_style, block->target,
		    pdf_element_new(flow->pdf, parent, "P"));
	if (figure->chart != NULL)
		flow_chart(flow, figure, parent);
	else if (figure->image != NULL)
		return (flow_image(flow, figure, parent));
	else if (figure->code != NULL)
		return (flow_code(flow, figure, parent));
	return (OK);
}

/* Room to write by hand; nothing that a reader program would read. */
static void
flow_write(struct flow *flow, const struct doc_block *block)
{
	const struct doc_style *style = block->style;
	struct flow_slice *slice =
	    flow_add(flow, FLOW_RULE, gap_before(flow, style), style->padding_top + style->padding_bottom);

	slice->x += style->margin_left;
	slice->width -= style->margin_left + style->padding_right;
	slice->style = style;
	flow->gap = style->margin_bottom;
}

/* --- blocks ----------------------------------------------------------------------------------------------------- */

static enum status
flow_keep(struct flow *flow, const struct doc_block *block, struct pdf_element *parent)
{
	int first = flow->count;
	enum status st = flow_blocks(flow, block->children, parent);

	flow_hold_all(flow, first, flow->count, HOLD_WISH);
	return (st);
}

static enum status
flow_block(struct flow *flow, const struct doc_block *block, struct pdf_element *parent)
{
	static const char *const headings[] = { "H1", "H1", "H2", "H3", "H4" };

	switch (block->kind) {
	case DOC_HEADING:
		flow_text_block(flow, block, parent, headings[block->level]);
		return (OK);
	case DOC_PARAGRAPH:
		flow_text_block(flow, block, parent, "P");
		return (OK);
	case DOC_LIST:
		return (flow_list(flow, block, parent));
	case DOC_TABLE:
	case DOC_FACTS:
		flow_table(flow, block, parent);
		return (OK);
	case DOC_FIGURE:
		return (flow_figure(flow, block, parent));
	case DOC_KEEP:
		return (flow_keep(flow, block, parent));
	case DOC_PAGE_BREAK:
		flow->page_next = true;
		return (OK);
	case DOC_WRITE:
		flow_write(flow, block);
		return (OK);
	case DOC_CONTENTS:
		flow_contents(flow, block, parent);
		return (OK);
	case DOC_ITEM:
		break;
	}
	return (OK);
}

enum status
flow_blocks(struct flow *flow, const struct doc_block *block, struct pdf_element *parent)
{
	enum status st = OK;

	for (; block != NULL && st == OK; block = block->next)
		st = flow_block(flow, block, parent);
	return (st);
}
