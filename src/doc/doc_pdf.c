/* doc_pdf.c — slices placed on pages: once to learn which page each stands on, once more to paint them; headers and
 * footers last, when the number of pages is known. */
#include "doc/doc_pdf.h"

#include <stdio.h>
#include <string.h>

#include "core/text.h"
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
	bool dry;           /* placing only, to learn the pages */
	int count;
	const struct flow_note **notes; /* of the page, from its foot's top */
	int note_count, note_capacity;
	double notes_height;
};

#define NOTES_GAP 10.0 /* above the first note; the rule stands in its middle */
#define NOTES_RULE 90.0

/* --- notes ------------------------------------------------------------------------------------------------------ */

static void
note_add(struct press *press, const struct flow_note *note)
{
	if (press->note_count == press->note_capacity) {
		int more = press->note_capacity == 0 ? 8 : press->note_capacity * 2;
		const struct flow_note **notes = arena_array(press->setting->arena, (size_t)more, sizeof(*notes));

		for (int i = 0; i < press->note_count; i++)
			notes[i] = press->notes[i];
		press->notes = notes;
		press->note_capacity = more;
	}
	press->notes_height += note->height + (press->note_count == 0 ? NOTES_GAP : 0);
	press->notes[press->note_count++] = note;
}

/* What the notes of slices [from, to) take at the foot. */
static double
notes_wanted(const struct press *press, const struct flow_slice *slices, int from, int to)
{
	double height = 0;

	for (int i = from; i < to; i++)
		height += slice_notes_height(&slices[i]);
	return (height > 0 && press->note_count == 0 ? height + NOTES_GAP : height);
}

static void
paint_notes(struct press *press)
{
	const struct paper *paper = &press->sheet->paper;
	double top = press->bottom - press->notes_height + NOTES_GAP;

	if (press->note_count > 0 && !press->dry) {
		double x = press->section->master->margin_left, y = press->height - top + NOTES_GAP / 2;

		pdf_mark_artifact(paper->page, "/Type/Layout");
		pdf_line(paper->page, x, y, x + NOTES_RULE, y, 0.5, press->notes[0]->text->style->border_color);
		pdf_mark_end(paper->page);
		for (int i = 0; i < press->note_count; i++) {
			struct flow_text *text = press->notes[i]->text;

			for (int line = 0; line < text->lines.count; line++)
				paint_line(paper, text, line, top + line * text->lines.line_height);
			top += press->notes[i]->height;
		}
	}
	press->note_count = 0;
	press->notes_height = 0;
}

/* --- pages ------------------------------------------------------------------------------------------------------ */

static void
page_begin(struct press *press)
{
	const struct doc_master *master = press->section->master;
	struct sheet *sheet = arena_alloc(press->setting->arena, sizeof(*sheet));

	if (press->sheet != NULL)
		paint_notes(press);
	sheet->first = press->sheet == NULL;
	sheet->section = press->section;
	sheet->width = press->width;
	sheet->paper =
	    (struct paper){ .page = press->dry ? NULL : pdf_page_new(press->pdf, press->width, press->height),
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
	const struct paper *paper = &press->sheet->paper;

	if (!press->empty)
		press->top += slice->before;
	else if (head_height(slice) > 0) {
		if (!press->dry)
			paint_head_again(paper, slice->table, press->top);
		press->top += slice->table->head_height;
	}
	if (press->empty && slice->kind == FLOW_ROW && !press->dry)
		paint_spans_again(paper, slice, press->top);
	if (slice->target != NULL)
		slice->target->page = press->count;
	if (slice->target != NULL && !press->dry)
		pdf_target(paper->page, slice->target->number, press->height - press->top);
	if (!press->dry)
		paint_slice(paper, slice, press->top);
	for (const struct flow_note *note = slice_note(slice, NULL); note != NULL; note = slice_note(slice, note))
		note_add(press, note);
	press->top += slice->height;
	press->empty = false;
}

/* A bundle taller than a whole page is divided where the page ends. */
static void
place_divided(struct press *press, const struct flow_slice *slices, int from, int to)
{
	for (int i = from; i < to; i++) {
		if (!press->empty &&
		    press->top + slices[i].before + slices[i].height + notes_wanted(press, slices, i, i + 1) >
			press->bottom - press->notes_height)
			page_begin(press);
		place(press, &slices[i]);
	}
}

static bool
fits_fresh(const struct press *press, const struct flow_slice *slices, int from, int to)
{
	const struct doc_master *master = press->section->master;
	double room = press->height - master->margin_bottom - master->margin_top;

	double notes = 0;

	for (int i = from; i < to; i++)
		notes += slice_notes_height(&slices[i]);
	return (head_height(&slices[from]) + height_of(slices, from, to) + (notes > 0 ? notes + NOTES_GAP : 0) <= room);
}

static void
place_bundle(struct press *press, const struct flow_slice *slices, int from, int to)
{
	double height, room;

	if (!press->empty && slices[from].page_before)
		page_begin(press);
	height = height_of(slices, from, to) + notes_wanted(press, slices, from, to);
	room = press->bottom - press->notes_height + 0.01;
	if (!press->empty && press->top + slices[from].before + height > room) {
		if (!fits_fresh(press, slices, from, to)) {
			place_divided(press, slices, from, to);
			return;
		}
		page_begin(press);
	}
	room = press->bottom - press->notes_height + 0.01;
	if (press->empty && press->top + head_height(&slices[from]) + height > room) {
		place_divided(press, slices, from, to);
		return;
	}
	for (int i = from; i < to; i++)
		place(press, &slices[i]);
}

static double
page_width(const struct doc_section *section)
{
	return (section->master->landscape ? A4_LONG : A4_SHORT);
}

static void
press_section(struct press *press, const struct doc_section *section, const struct flow *flow)
{
	press->section = section;
	press->sheet = NULL;
	press->width = page_width(section);
	press->height = section->master->landscape ? A4_SHORT : A4_LONG;
	page_begin(press);
	for (int from = 0, to; from < flow->count; from = to) {
		to = bundle_end(flow->slices, flow->count, from);
		place_bundle(press, flow->slices, from, to);
	}
	paint_notes(press);
}

/* Every section placed; the pages are those of this press alone. */
static void
press_all(struct press *press, const struct doc_tree *tree, const struct flow *flows)
{
	press->sheets = NULL;
	press->tail = &press->sheets;
	press->count = 0;
	for (const struct doc_section *s = tree->sections; s != NULL; s = s->next)
		press_section(press, s, flows++);
}

static enum status
flow_sections(struct flow *flows, const struct press *press, const struct doc_tree *tree, struct doc_report *report)
{
	enum status st = OK;

	for (const struct doc_section *s = tree->sections; s != NULL && st == OK; s = s->next, flows++) {
		*flows = (struct flow){ .setting = press->setting, .tree = tree, .pdf = press->pdf };
		flows->x = flows->note_x = s->master->margin_left;
		flows->width = flows->note_width = page_width(s) - s->master->margin_left - s->master->margin_right;
		if ((st = flow_blocks(flows, s->blocks, NULL)) != OK)
			report->problem = flows->problem;
	}
	return (st);
}

/* --- pages told in the text ------------------------------------------------------------------------------------- */

/* Writes each target's page into what is said of it; whether anything changed. */
static bool
pages_told(const struct doc_tree *tree)
{
	static const char *const pages[] = { [LANG_NB] = ", side", [LANG_NN] = ", side", [LANG_EN] = ", page" };
	bool changed = false;

	for (struct doc_target *target = tree->targets; target != NULL; target = target->next) {
		char text[sizeof(target->page_text)];

		snprintf(text, sizeof(text), "%s\u00a0%d", pages[tree->lang], target->page);
		changed |= strcmp(text, target->page_text) != 0;
		memcpy(target->page_text, text, sizeof(text));
	}
	return (changed);
}

#define ROUNDS 4 /* a page that moves because its own number got longer settles at once */

/* Sets the text, and sets it anew until the pages it tells are those it stands on. */
static enum status
set_text(struct flow *flows, struct press *press, const struct doc_tree *tree, struct arena *arena,
    struct doc_fonts *fonts, struct doc_report *report)
{
	enum status st;
	size_t sections = 0;

	for (const struct doc_section *s = tree->sections; s != NULL; s = s->next)
		sections++;
	for (int round = 0; round < ROUNDS; round++) {
		if ((press->pdf = pdf_new(arena, fonts)) == NULL)
			return (ERR_LIMIT);
		if ((st = flow_sections(flows, press, tree, report)) != OK || (!tree->refers && !tree->contents))
			return (st);
		press->dry = true;
		press_all(press, tree, flows);
		press->dry = false;
		if (!pages_told(tree) || !tree->refers)
			break;
	}
	for (size_t i = 0; i < sections; i++)
		flow_contents_fill(&flows[i]);
	return (OK);
}

static void
add_bookmarks(struct pdf *pdf, const struct doc_tree *tree)
{
	for (const struct doc_target *target = tree->targets; target != NULL; target = target->next)
		if (target->level > 0 && target->level < 4 && !text_blank(target->title))
			pdf_bookmark(pdf, target->level, target->title, target->number);
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
	struct flow *flows;
	size_t sections = 0;
	enum status st;

	doc_fonts_trim(fonts);
	for (const struct doc_section *s = tree->sections; s != NULL; s = s->next)
		sections++;
	flows = arena_array(arena, sections + 1, sizeof(*flows));
	if ((st = set_text(flows, &press, tree, arena, fonts, report)) != OK)
		return (st);
	press_all(&press, tree, flows);
	paint_all_running(&press);
	add_bookmarks(press.pdf, tree);
	report->pages = press.count;
	if (report->uncovered_count > 0 && !meta->allow_uncovered)
		return (ERR_INVALID);
	return (pdf_finish(out, press.pdf, &about));
}
