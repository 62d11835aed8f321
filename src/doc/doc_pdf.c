/* doc_pdf.c — slices placed on pages; headers and footers last, when the number of pages is known. */
#include "doc/doc_pdf.h"

#include "doc/doc_node.h"
#include "doc/doc_paint.h"

#define A4_SHORT 595.276
#define A4_LONG 841.89

/* A page that is made, for its header and footer. */
struct sheet {
	struct sheet *next;
	struct paper paper;
	double width;
	const struct doc_section *section;
	bool first; /* of its section */
};

struct press {
	const struct doc_setting *setting;
	struct pdf *pdf;
	const struct doc_section *section;
	struct sheet *sheets, **tail, *sheet; /* sheet: the page being filled */
	double width, height;
	double top, bottom; /* the next slice's upper edge; where text must end; from the page's top */
	bool empty;         /* nothing on the page yet */
	int count;
};

static void
page_begin(struct press *press)
{
	const struct doc_master *master = press->section->master;
	struct sheet *sheet = arena_alloc(press->setting->arena, sizeof(*sheet));

	sheet->first = press->sheet == NULL;
	sheet->section = press->section;
	sheet->width = press->width;
	sheet->paper = (struct paper){ .page = pdf_page_new(press->pdf, press->width, press->height),
		.height = press->height,
		.pdf = press->pdf,
		.setting = press->setting };
	press->top = sheet->first ? master->first_margin_top : master->margin_top;
	press->bottom = press->height - master->margin_bottom;
	press->empty = true;
	*press->tail = sheet;
	press->tail = &sheet->next;
	press->sheet = sheet;
	press->count++;
}

/* --- placing ---------------------------------------------------------------------------------------------------- */

/* How tall slices [from, to) are together, the first one's margin left out. */
static double
height_of(const struct flow_slice *slices, int from, int to)
{
	double height = 0;

	for (int i = from; i < to; i++)
		height += (i == from ? 0 : slices[i].before) + slices[i].height;
	return (height);
}

/* One past the last slice that no page break may part from slices[from]. */
static int
bundle_end(const struct flow_slice *slices, int count, int from)
{
	int end = from + 1;

	while (end < count && slices[end - 1].keep_next && !slices[end].page_before)
		end++;
	return (end);
}

static double
head_height(const struct flow_slice *slice)
{
	return (slice->kind == FLOW_ROW && slice->table != NULL ? slice->table->head_height : 0);
}

static void
place(struct press *press, const struct flow_slice *slice)
{
	if (!press->empty)
		press->top += slice->before;
	else if (head_height(slice) > 0) {
		paint_head_again(&press->sheet->paper, slice->table, press->top);
		press->top += slice->table->head_height;
	}
	paint_slice(&press->sheet->paper, slice, press->top);
	press->top += slice->height;
	press->empty = false;
}

/* A bundle taller than a whole page is divided where the page ends. */
static void
place_divided(struct press *press, const struct flow_slice *slices, int from, int to)
{
	for (int i = from; i < to; i++) {
		if (!press->empty && press->top + slices[i].before + slices[i].height > press->bottom)
			page_begin(press);
		place(press, &slices[i]);
	}
}

static bool
fits_fresh(const struct press *press, const struct flow_slice *slices, int from, int to)
{
	const struct doc_master *master = press->section->master;
	double room = press->height - master->margin_bottom - master->margin_top;

	return (head_height(&slices[from]) + height_of(slices, from, to) <= room);
}

static void
place_bundle(struct press *press, const struct flow_slice *slices, int from, int to)
{
	double height = height_of(slices, from, to);

	if (!press->empty && slices[from].page_before)
		page_begin(press);
	if (!press->empty && press->top + slices[from].before + height > press->bottom + 0.01) {
		if (!fits_fresh(press, slices, from, to)) {
			place_divided(press, slices, from, to);
			return;
		}
		page_begin(press);
	}
	if (press->empty && press->top + head_height(&slices[from]) + height > press->bottom + 0.01) {
		place_divided(press, slices, from, to);
		return;
	}
	for (int i = from; i < to; i++)
		place(press, &slices[i]);
}

static enum status
press_section(
    struct press *press, const struct doc_tree *tree, const struct doc_section *section, struct doc_report *report)
{
	const struct doc_master *master = section->master;
	struct flow flow = { .setting = press->setting, .tree = tree, .pdf = press->pdf };
	enum status st;

	press->section = section;
	press->sheet = NULL;
	press->width = master->landscape ? A4_LONG : A4_SHORT;
	press->height = master->landscape ? A4_SHORT : A4_LONG;
	page_begin(press);
	flow.x = master->margin_left;
	flow.width = press->width - master->margin_left - master->margin_right;
	if ((st = flow_blocks(&flow, section->blocks, NULL)) != OK) {
		report->problem = flow.problem;
		return (st);
	}
	for (int from = 0, to; from < flow.count; from = to) {
		to = bundle_end(flow.slices, flow.count, from);
		place_bundle(press, flow.slices, from, to);
	}
	return (OK);
}

/* --- headers and footers ---------------------------------------------------------------------------------------- */

static struct doc_text
with_numbers(struct arena *arena, const struct doc_text *text, int number, int count)
{
	struct doc_text out = { .count = text->count };

	out.spans = arena_array(arena, (size_t)text->count + 1, sizeof(*out.spans));
	for (int i = 0; i < text->count; i++) {
		out.spans[i] = text->spans[i];
		if (text->spans[i].kind == DOC_SPAN_PAGE_NUMBER)
			out.spans[i].text = arena_printf(arena, "%d", number);
		if (text->spans[i].kind == DOC_SPAN_PAGE_COUNT)
			out.spans[i].text = arena_printf(arena, "%d", count);
	}
	return (out);
}

static struct flow_text
set_piece(const struct sheet *sheet, const struct doc_running *running, const struct doc_text *text, int align,
    int number, int count)
{
	const struct doc_master *master = sheet->section->master;
	struct flow_text out = { .style = running->style, .x = master->margin_left, .align = align };
	struct doc_text words = with_numbers(sheet->paper.setting->arena, text, number, count);

	out.width = sheet->width - master->margin_left - master->margin_right;
	out.lines = doc_lines_set(sheet->paper.setting, &words, running->style, out.width);
	return (out);
}

static void
paint_running(const struct sheet *sheet, const struct doc_running *running, int number, int count)
{
	const struct doc_master *master = sheet->section->master;
	const struct doc_style *style = running->style;
	struct flow_text pieces[] = { set_piece(sheet, running, &running->left, DOC_ALIGN_LEFT, number, count),
		set_piece(sheet, running, &running->center, DOC_ALIGN_CENTER, number, count),
		set_piece(sheet, running, &running->right, DOC_ALIGN_RIGHT, number, count) };
	double height = 0, top, edge, left = master->margin_left, right = sheet->width - master->margin_right;

	for (int i = 0; i < 3; i++)
		if (pieces[i].lines.count * pieces[i].lines.line_height > height)
			height = pieces[i].lines.count * pieces[i].lines.line_height;
	top = running->footer ? sheet->paper.height - master->footer_bottom - height : master->header_top;
	pdf_mark_artifact(
	    sheet->paper.page, running->footer ? "/Type/Pagination/Subtype/Footer" : "/Type/Pagination/Subtype/Header");
	for (int i = 0; i < 3; i++)
		for (int line = 0; line < pieces[i].lines.count; line++)
			paint_line(&sheet->paper, &pieces[i], line, top + line * pieces[i].lines.line_height);
	edge = sheet->paper.height - top;
	if (style->border_top > 0)
		pdf_line(sheet->paper.page, left, edge + style->padding_top, right, edge + style->padding_top,
		    style->border_top, style->border_color);
	if (style->border_bottom > 0)
		pdf_line(sheet->paper.page, left, edge - height - style->padding_bottom, right,
		    edge - height - style->padding_bottom, style->border_bottom, style->border_color);
	pdf_mark_end(sheet->paper.page);
}

static void
paint_all_running(const struct press *press)
{
	int number = 0;

	for (const struct sheet *sheet = press->sheets; sheet != NULL; sheet = sheet->next) {
		number++;
		for (const struct doc_running *r = sheet->section->running; r != NULL; r = r->next)
			if (sheet->first ? r->first : r->rest)
				paint_running(sheet, r, number, press->count);
	}
}

enum status
doc_pdf(struct buf *out, struct doc_report *report, struct arena *arena, struct doc_fonts *fonts,
    const struct doc_tree *tree, const struct doc_meta *meta)
{
	struct doc_setting setting = { arena, fonts, report };
	struct press press = { .setting = &setting };
	struct pdf_about about = { tree->title, meta->author, doc_language(tree->lang), meta->made_at };
	enum status st = OK;

	doc_fonts_trim(fonts);
	if ((press.pdf = pdf_new(arena, fonts)) == NULL)
		return (ERR_LIMIT);
	press.tail = &press.sheets;
	for (const struct doc_section *s = tree->sections; s != NULL && st == OK; s = s->next)
		st = press_section(&press, tree, s, report);
	if (st != OK)
		return (st);
	paint_all_running(&press);
	report->pages = press.count;
	if (report->uncovered_count > 0 && !meta->allow_uncovered)
		return (ERR_INVALID);
	return (pdf_finish(out, press.pdf, &about));
}
