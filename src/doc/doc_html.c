/* doc_html.c — blocks to elements one to one; a chart becomes an inline SVG with its table folded behind it. */
#include "doc/doc_html.h"

#include <math.h>
#include <string.h>

#include "core/text.h"
#include "doc/doc_chart.h"
#include "doc/doc_image.h"
#include "doc/doc_qr.h"
#include "xml/xml_write.h"

/* Drawn twice: as wide as a text column, and as narrow as a phone; the page's style sheet shows one. */
#define CHART_WIDTH 640.0
#define CHART_NARROW 320.0
#define CHART_FONT 13.0
#define CODE_WIDTH 200.0

struct html {
	struct buf *out;
	struct doc_report *report;
	struct arena *arena;
	const struct doc_tree *tree;
	int offset;
};

static const char *const see_numbers[] = {
	[LANG_NB] = "Vis tallene", [LANG_NN] = "Vis tala", [LANG_EN] = "Show the figures"
};

/* A note's mark leads down to it, and the note's mark back. */
static void
put_note_mark(struct html *h, const struct doc_span *span)
{
	buf_printf(h->out, "<a class=\"doc-mark\" id=\"doc-mark-%d\" href=\"#doc-note-%d\">", span->note->number,
	    span->note->number);
	xml_escape_text(h->out, span->text);
	BUF_LIT(h->out, "</a>");
}

static void
put_text(struct html *h, const struct doc_text *text)
{
	for (int i = 0; i < text->count; i++) {
		const struct doc_span *span = &text->spans[i];
		bool opens = span->href != NULL && (i == 0 || text->spans[i - 1].href != span->href);
		bool closes = span->href != NULL && (i + 1 == text->count || text->spans[i + 1].href != span->href);

		/* Pages are the paper's alone; here the link leads there. */
		if (span->kind == DOC_SPAN_TARGET_PAGE)
			continue;
		if (span->kind == DOC_SPAN_NOTE) {
			put_note_mark(h, span);
			continue;
		}
		if (span->target != NULL) {
			buf_printf(h->out, "<a href=\"#doc-%d\">", span->target->number);
			xml_escape_text(h->out, span->text);
			BUF_LIT(h->out, "</a>");
			continue;
		}
		if (opens) {
			BUF_LIT(h->out, "<a href=\"");
			xml_escape_attribute(h->out, span->href);
			BUF_LIT(h->out, "\">");
		}
		if (span->kind == DOC_SPAN_BREAK)
			BUF_LIT(h->out, "<br>");
		if (span->lang != NULL) {
			BUF_LIT(h->out, "<span lang=\"");
			xml_escape_attribute(h->out, span->lang);
			BUF_LIT(h->out, "\">");
		}
		buf_puts(h->out, span->bold ? "<b>" : "");
		buf_puts(h->out, span->italic ? "<i>" : "");
		xml_escape_text(h->out, span->text);
		buf_puts(h->out, span->italic ? "</i>" : "");
		buf_puts(h->out, span->bold ? "</b>" : "");
		buf_puts(h->out, span->lang != NULL ? "</span>" : "");
		if (closes)
			BUF_LIT(h->out, "</a>");
	}
}

/* Classes come from our own templates, but an attribute is escaped all the same. */
static void
open_tag(struct html *h, const char *name, const struct doc_style *style, const char *attributes)
{
	buf_printf(h->out, "<%s", name);
	if (style != NULL && style->match[0] == '.') {
		BUF_LIT(h->out, " class=\"doc-");
		xml_escape_attribute(h->out, style->match + 1);
		buf_putc(h->out, '"');
	}
	buf_puts(h->out, attributes);
	buf_putc(h->out, '>');
}

static void
put_element(struct html *h, const char *name, const struct doc_style *style, const struct doc_text *text)
{
	open_tag(h, name, style, "");
	put_text(h, text);
	buf_printf(h->out, "</%s>\n", name);
}

/* With an id when something may lead to it. */
static void
put_target(struct html *h, const char *name, const struct doc_style *style, const struct doc_text *text,
    const struct doc_target *target)
{
	bool led_to = target != NULL && (h->tree->contents || h->tree->refers);

	open_tag(h, name, style, led_to ? arena_printf(h->arena, " id=\"doc-%d\"", target->number) : "");
	put_text(h, text);
	buf_printf(h->out, "</%s>\n", name);
}

/* --- tables ----------------------------------------------------------------------------------------------------- */

/* Columns beyond which a narrow screen shows each row as a card, its cells after their headings' names. */
#define CARD_COLUMNS 4

/*
 * The columns' names, when a table is shown as cards on a narrow screen: it is wide, and every cell stands under one
 * heading of its own. NULL: it stays a table everywhere.
 */
static char **
card_names(struct html *h, const struct doc_table *table)
{
	char **names = arena_array(h->arena, (size_t)table->columns, sizeof(*names));
	int heads = 0;

	for (const struct doc_row *row = table->rows; row != NULL; row = row->next) {
		bool head = row->group == DOC_GROUP_HEAD;

		heads += head;
		for (const struct doc_cell *cell = row->cells; cell != NULL; cell = cell->next) {
			if (cell->rows > 1 || (head && cell->span > 1))
				return (NULL);
			if (head)
				names[cell->column] = doc_plain(h->arena, &cell->text);
		}
	}
	return (heads == 1 && table->columns >= CARD_COLUMNS ? names : NULL);
}

static const char *
cell_scope(const struct doc_cell *cell, bool head)
{
	return (cell->by_row || !head ? "row" : "col");
}

/* Roles by name: a browser forgets a table's own where its parts are laid out as anything else. */
static void
put_card_role(struct html *h, const struct doc_cell *cell, bool head, const char *name)
{
	if (cell->header)
		buf_printf(h->out, " role=\"%sheader\"", strcmp(cell_scope(cell, head), "row") == 0 ? "row" : "column");
	else
		BUF_LIT(h->out, " role=\"cell\"");
	if (head || cell->header || *name == '\0')
		return;
	BUF_LIT(h->out, " data-label=\"");
	xml_escape_attribute(h->out, name);
	buf_putc(h->out, '"');
}

static void
put_cell(struct html *h, const struct doc_cell *cell, bool head, const char *card)
{
	const char *name = cell->header ? "th" : "td";

	buf_printf(h->out, "<%s", name);
	if (cell->header)
		buf_printf(h->out, " scope=\"%s\"", cell_scope(cell, head));
	if (cell->span > 1)
		buf_printf(h->out, " colspan=\"%d\"", cell->span);
	if (cell->rows > 1)
		buf_printf(h->out, " rowspan=\"%d\"", cell->rows);
	if (card != NULL)
		put_card_role(h, cell, head, card);
	if (cell->align >= DOC_ALIGN_RIGHT || cell->style->match[0] == '.') {
		BUF_LIT(h->out, " class=\"");
		buf_puts(h->out, cell->align >= DOC_ALIGN_RIGHT ? "doc-number" : "");
		if (cell->style->match[0] == '.') {
			buf_puts(h->out, cell->align >= DOC_ALIGN_RIGHT ? " doc-" : "doc-");
			xml_escape_attribute(h->out, cell->style->match + 1);
		}
		buf_putc(h->out, '"');
	}
	buf_putc(h->out, '>');
	put_text(h, &cell->text);
	buf_printf(h->out, "</%s>", name);
}

static void
put_row(struct html *h, const struct doc_row *row, char **names)
{
	buf_puts(h->out, names == NULL ? "<tr>" : "<tr role=\"row\">");
	for (const struct doc_cell *cell = row->cells; cell != NULL; cell = cell->next)
		put_cell(h, cell, row->group == DOC_GROUP_HEAD,
		    names == NULL ? NULL : (cell->span > 1 ? "" : names[cell->column]));
	BUF_LIT(h->out, "</tr>\n");
}

static void
put_rows(struct html *h, const struct doc_table *table, char **names)
{
	static const char *const groups[] = { "thead", "tbody", "tfoot" };
	const char *role = names == NULL ? "" : " role=\"rowgroup\"";
	const struct doc_row *last = NULL;

	for (const struct doc_row *row = table->rows; row != NULL; last = row, row = row->next) {
		if (last == NULL || last->group != row->group)
			buf_printf(h->out, "<%s%s>\n", groups[row->group], role);
		put_row(h, row, names);
		if (row->next == NULL || row->next->group != row->group)
			buf_printf(h->out, "</%s>\n", groups[row->group]);
	}
}

/* A wide table scrolls by itself; it can be reached by keyboard. */
static void
put_table(struct html *h, const struct doc_table *table, const struct doc_target *target)
{
	char *label = doc_plain(h->arena, &table->caption);
	char **names = card_names(h, table);

	BUF_LIT(h->out, "<div class=\"doc-scroll\" tabindex=\"0\"");
	if (*label != '\0') {
		BUF_LIT(h->out, " role=\"region\" aria-label=\"");
		xml_escape_attribute(h->out, label);
		buf_putc(h->out, '"');
	}
	buf_puts(h->out, names == NULL ? "><table>\n" : "><table class=\"doc-cards\" role=\"table\">\n");
	if (table->caption.count > 0)
		put_target(h, "caption", NULL, &table->caption, target);
	put_rows(h, table, names);
	BUF_LIT(h->out, "</table></div>\n");
}

static void
put_facts(struct html *h, const struct doc_table *table)
{
	BUF_LIT(h->out, "<dl class=\"doc-facts\">\n");
	for (const struct doc_row *row = table->rows; row != NULL; row = row->next)
		for (const struct doc_cell *cell = row->cells; cell != NULL; cell = cell->next)
			put_element(h, cell->header ? "dt" : "dd", cell->style, &cell->text);
	BUF_LIT(h->out, "</dl>\n");
}

/* --- figures ---------------------------------------------------------------------------------------------------- */

/* The browser's font is not known here: a generous guess keeps words from running into each other. */
static double
guess_width(void *arg, const char *text, double font_size, bool bold)
{
	(void)arg;
	return ((double)text_length(text) * font_size * (bold ? 0.6 : 0.56));
}

/* One path for all: no seams show. */
static void
put_boxes(struct html *h, const struct doc_shape *s, double top)
{
	buf_printf(h->out, "<path fill=\"#%06X\" d=\"", (unsigned)s->color);
	for (int i = 0; i < s->box_count; i++) {
		const struct doc_box *box = &s->boxes[i];

		buf_printf(h->out, "M%g %gh%gv%gh-%gz", s->x + box->x, top + s->y + box->y, box->width, box->height,
		    box->width);
	}
	BUF_LIT(h->out, "\"/>");
}

static void
put_shape(struct html *h, const struct doc_shape *s, double top)
{
	static const char *const anchors[] = { "start", "middle", "end" };

	switch (s->kind) {
	case DOC_SHAPE_BOX:
		buf_printf(h->out, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#%06X\"/>", s->x,
		    top + s->y, s->width, s->height, (unsigned)s->color);
		break;
	case DOC_SHAPE_LINE:
		buf_printf(h->out,
		    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#%06X\" stroke-width=\"%.1f\"/>",
		    s->x, top + s->y, s->x + s->width, top + s->y + s->height, (unsigned)s->color, s->thickness);
		break;
	case DOC_SHAPE_WORDS:
		buf_printf(h->out, "<text x=\"%.1f\" y=\"%.1f\" fill=\"#%06X\" text-anchor=\"%s\"", s->x, top + s->y,
		    (unsigned)s->color, anchors[s->align]);
		if (fabs(s->font_size - CHART_FONT) > 0.05)
			buf_printf(h->out, " font-size=\"%.1f\"", s->font_size);
		buf_putc(h->out, '>');
		xml_escape_text(h->out, s->text);
		BUF_LIT(h->out, "</text>");
		break;
	case DOC_SHAPE_BOXES:
		put_boxes(h, s, top);
	}
}

static void
put_svg(struct html *h, const struct doc_drawing *drawing, const char *alt, const char *name)
{
	buf_printf(h->out, "<svg class=\"%s\" role=\"img\" viewBox=\"0 0 %.0f %.0f\" font-size=\"%.0f\" aria-label=\"",
	    name, drawing->width, drawing->height, CHART_FONT);
	xml_escape_attribute(h->out, alt == NULL ? "" : alt);
	BUF_LIT(h->out, "\">\n");
	for (const struct doc_band *band = drawing->bands; band != NULL; band = band->next)
		for (const struct doc_shape *shape = band->shapes; shape != NULL; shape = shape->next)
			put_shape(h, shape, band->top);
	BUF_LIT(h->out, "</svg>\n");
}

static enum status
put_code(struct html *h, const struct doc_figure *figure)
{
	struct doc_drawing *drawing;
	enum status st;

	if ((st = doc_qr_draw(&drawing, h->arena, figure->code, CODE_WIDTH)) == OK)
		put_svg(h, drawing, doc_qr_alt(h->arena, figure), "doc-qr");
	else
		h->report->problem = doc_qr_problem(h->arena, figure->code);
	return (st);
}

static void
put_numbers(struct html *h, const struct doc_chart *chart)
{
	buf_printf(h->out, "<details><summary>%s</summary>\n<table>\n<thead><tr><td></td>", see_numbers[h->tree->lang]);
	for (int s = 0; s < chart->series_count; s++) {
		BUF_LIT(h->out, "<th scope=\"col\" class=\"doc-number\">");
		xml_escape_text(h->out, chart->series[s].name);
		BUF_LIT(h->out, "</th>");
	}
	BUF_LIT(h->out, "</tr></thead>\n<tbody>\n");
	for (int i = 0; i < chart->rows; i++) {
		if (!doc_chart_says(chart, i))
			continue;
		BUF_LIT(h->out, "<tr><th scope=\"row\">");
		xml_escape_text(h->out, chart->labels[i]);
		BUF_LIT(h->out, "</th>");
		for (int s = 0; s < chart->series_count; s++) {
			BUF_LIT(h->out, "<td class=\"doc-number\">");
			xml_escape_text(h->out, chart->series[s].shown[i]);
			BUF_LIT(h->out, "</td>");
		}
		BUF_LIT(h->out, "</tr>\n");
	}
	BUF_LIT(h->out, "</tbody>\n</table></details>\n");
}

static const struct doc_drawing *
chart_of(const struct html *h, const struct doc_figure *figure, double width)
{
	return (doc_chart_draw(h->arena, figure->chart, width, CHART_FONT, guess_width, NULL));
}

static void
put_base64(struct buf *out, const struct buf *bytes)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *data = (const unsigned char *)bytes->data;
	size_t len = bytes->len;

	for (size_t i = 0; i < len; i += 3) {
		unsigned group = (unsigned)data[i] << 16 | (i + 1 < len ? (unsigned)data[i + 1] << 8 : 0) |
				 (i + 2 < len ? data[i + 2] : 0);

		buf_putc(out, digits[group >> 18]);
		buf_putc(out, digits[group >> 12 & 63]);
		buf_putc(out, i + 1 < len ? digits[group >> 6 & 63] : '=');
		buf_putc(out, i + 2 < len ? digits[group & 63] : '=');
	}
}

static enum status
put_image(struct html *h, const struct doc_figure *figure)
{
	struct doc_image image;
	enum status st = doc_image_read(&image, h->arena, figure->image);

	if (st != OK) {
		h->report->problem = doc_image_problem(h->arena, figure->image);
		return (st);
	}
	BUF_LIT(h->out, "<img alt=\"");
	xml_escape_attribute(h->out, figure->alt == NULL ? "" : figure->alt);
	buf_printf(h->out, "\" src=\"data:%s;base64,", doc_image_type(&image));
	put_base64(h->out, &image.bytes);
	BUF_LIT(h->out, "\">\n");
	return (OK);
}

static enum status
put_figure(struct html *h, const struct doc_figure *figure, const struct doc_target *target)
{
	enum status st = OK;

	BUF_LIT(h->out, "<figure>\n");
	if (figure->caption.count > 0)
		put_target(h, "figcaption", NULL, &figure->caption, target);
	if (figure->chart != NULL) {
		put_svg(h, chart_of(h, figure, CHART_WIDTH), figure->alt, "doc-chart doc-wide");
		put_svg(h, chart_of(h, figure, CHART_NARROW), figure->alt, "doc-chart doc-narrow");
		put_numbers(h, figure->chart);
	} else if (figure->image != NULL) {
		st = put_image(h, figure);
	} else if (figure->code != NULL) {
		st = put_code(h, figure);
	}
	BUF_LIT(h->out, "</figure>\n");
	return (st);
}

/* --- contents and notes ----------------------------------------------------------------------------------------- */

static void
put_contents(struct html *h, const struct doc_block *block)
{
	static const char *const names[] = { [LANG_NB] = "Innhold", [LANG_NN] = "Innhald", [LANG_EN] = "Contents" };

	buf_printf(h->out, "<nav class=\"doc-toc\" aria-label=\"%s\"><ul>\n", names[h->tree->lang]);
	for (const struct doc_target *target = block->target; target != NULL; target = target->next) {
		if (target->level == 0 || target->level > block->level || text_blank(target->title))
			continue;
		buf_printf(h->out, "<li class=\"doc-level-%d\"><a href=\"#doc-%d\">", target->level, target->number);
		xml_escape_text(h->out, target->title);
		BUF_LIT(h->out, "</a></li>\n");
	}
	BUF_LIT(h->out, "</ul></nav>\n");
}

static void
put_notes(struct html *h)
{
	static const char *const back[] = { [LANG_NB] = "Tilbake", [LANG_NN] = "Tilbake", [LANG_EN] = "Back" };

	if (h->tree->notes == NULL)
		return;
	BUF_LIT(h->out, "<ol class=\"doc-notes\">\n");
	for (const struct doc_note *note = h->tree->notes; note != NULL; note = note->next) {
		buf_printf(h->out, "<li id=\"doc-note-%d\">", note->number);
		put_text(h, &note->text);
		buf_printf(h->out, " <a href=\"#doc-mark-%d\" aria-label=\"%s\">↩</a></li>\n", note->number,
		    back[h->tree->lang]);
	}
	BUF_LIT(h->out, "</ol>\n");
}

/* --- blocks ----------------------------------------------------------------------------------------------------- */

static enum status put_blocks(struct html *h, const struct doc_block *block);

static enum status
put_group(struct html *h, const struct doc_block *block, const char *name, const struct doc_style *style)
{
	enum status st;

	open_tag(h, name, style, "");
	put_text(h, &block->text);
	st = put_blocks(h, block->children);
	buf_printf(h->out, "</%s>\n", name);
	return (st);
}

static enum status
put_block(struct html *h, const struct doc_block *block)
{
	char heading[] = "h1";
	int level = block->level + h->offset;

	switch (block->kind) {
	case DOC_HEADING:
		heading[1] = (char)('0' + (level > 6 ? 6 : level));
		put_target(h, heading, block->style, &block->text, block->target);
		return (OK);
	case DOC_PARAGRAPH:
		put_element(h, "p", block->style, &block->text);
		return (OK);
	case DOC_LIST:
		return (put_group(h, block, block->ordered ? "ol" : "ul", NULL));
	case DOC_ITEM:
		return (put_group(h, block, "li", block->style));
	case DOC_TABLE:
		put_table(h, block->table, block->target);
		return (OK);
	case DOC_FACTS:
		put_facts(h, block->table);
		return (OK);
	case DOC_FIGURE:
		return (put_figure(h, block->figure, block->target));
	case DOC_KEEP:
		return (put_blocks(h, block->children));
	case DOC_CONTENTS:
		put_contents(h, block);
		return (OK);
	case DOC_WRITE:
		BUF_LIT(h->out, "<div class=\"doc-write\"></div>\n");
		return (OK);
	case DOC_PAGE_BREAK:
		break;
	}
	return (OK);
}

static enum status
put_blocks(struct html *h, const struct doc_block *block)
{
	enum status st = OK;

	for (; block != NULL && st == OK; block = block->next)
		st = put_block(h, block);
	return (st);
}

enum status
doc_html(
    struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_tree *tree, int heading_offset)
{
	struct html h = { out, report, arena, tree, heading_offset };
	enum status st = OK;

	/* The page around it may be in another language. */
	buf_printf(out, "<div class=\"doc\" lang=\"%s\">\n", lang_code(tree->lang));
	for (const struct doc_section *section = tree->sections; section != NULL && st == OK; section = section->next)
		st = put_blocks(&h, section->blocks);
	put_notes(&h);
	BUF_LIT(out, "</div>\n");
	return (st);
}
