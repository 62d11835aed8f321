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

/* A note, or as many of its lines as go on one page. */
struct note_part {
	struct note_part *next;
	const struct flow_note *note;
	int from, to; /* lines */
	double height;
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
	struct note_part *notes; /* of the page, from its foot's top */
	struct note_part *over;  /* what had no room and goes on at the next page's foot */
	double notes_height;
};

#define NOTES_GAP 10.0 /* above the first note; the rule stands in its middle */
#define NOTES_RULE 90.0
#define NOTES_APART 5    /* lines; notes up to this stay whole */
#define NOTES_LEAST 2    /* lines of longer ones that stand on the page of their mark */
#define NOTES_BODY 120.0 /* points; what goes on from the page before leaves this much to the text */

/* --- notes ------------------------------------------------------------------------------------------------------ */

static void
part_add(struct press *press, struct note_part **tail, const struct flow_note *note, int from, int to, double height)
{
	struct note_part *part = arena_alloc(press->setting->arena, sizeof(*part));

	while (*tail != NULL)
		tail = &(*tail)->next;
	*part = (struct note_part){ .note = note, .from = from, .to = to, .height = height };
	*tail = part;
}

/* Puts a note from a line on at the page's foot: all of it, or what there is room for, and the rest waits. */
static void
note_put(struct press *press, const struct flow_note *note, int from, double room)
{
	const struct doc_lines *lines = &note->text->lines;
	double gap = press->notes == NULL ? NOTES_GAP : 0, below = note->height - lines->count * lines->line_height;
	int left = lines->count - from, fits = (int)((room - gap + 0.01) / lines->line_height);

	/* A page that holds nothing yet takes something, so that there is an end. */
	if (fits < 1)
		fits = press->empty && press->notes == NULL ? 1 : 0;
	if (press->over != NULL)
		fits = 0;
	if (fits > left)
		fits = left;
	if (fits > 0) {
		double height = fits * lines->line_height + (fits == left ? below : 0);

		part_add(press, &press->notes, note, from, from + fits, height);
		press->notes_height += gap + height;
	}
	if (fits < left)
		part_add(press, &press->over, note, from + fits, lines->count, 0);
}

static void
slice_notes_put(struct press *press, const struct flow_slice *slice)
{
	for (const struct flow_note *note = slice_note(slice, NULL); note != NULL; note = slice_note(slice, note))
		note_put(press, note, 0, press->bottom - press->notes_height - press->top);
}

/* What the notes of slices [from, to) take at the foot at the least: the last of them may go on over the page. */
static double
notes_height(const struct flow_slice *slices, int from, int to)
{
	const struct flow_note *last = NULL;
	double height = 0;

	for (int i = from; i < to; i++)
		for (const struct flow_note *note = slice_note(&slices[i], NULL); note != NULL;
		     note = slice_note(&slices[i], note)) {
			height += note->height;
			last = note;
		}
	if (last != NULL && last->text->lines.count > NOTES_APART)
		height -= last->height - NOTES_LEAST * last->text->lines.line_height;
	return (height);
}

static double
notes_wanted(const struct press *press, const struct flow_slice *slices, int from, int to)
{
	double height = notes_height(slices, from, to);

	return (height > 0 && press->notes == NULL ? height + NOTES_GAP : height);
}

static void
paint_notes(struct press *press)
{
	const struct paper *paper = &press->sheet->paper;
	double top = press->bottom - press->notes_height + NOTES_GAP;

	if (press->notes != NULL && !press->dry) {
		double x = press->section->master->margin_left, y = press->height - top + NOTES_GAP / 2;

		pdf_mark_artifact(paper->page, "/Type/Layout");
		pdf_line(paper->page, x, y, x + NOTES_RULE, y, 0.5, press->notes->note->text->style->border_color);
		pdf_mark_end(paper->page);
	}
	for (const struct note_part *part = press->notes; part != NULL && !press->dry; part = part->next) {
		struct flow_text *text = part->note->text;

		for (int line = part->from; line < part->to; line++)
			paint_line(paper, text, line, top + (line - part->from) * text->lines.line_height);
		top += part->height;
	}
	press->notes = NULL;
	press->notes_height = 0;
}

/* --- pages ------------------------------------------------------------------------------------------------------ */

static void
page_begin(struct press *press)
{
	const struct doc_master *master = press->section->master;
	struct sheet *sheet = arena_alloc(press->setting->arena, sizeof(*sheet));
	const struct note_part *over;

	if (press->sheet != NULL)
		paint_notes(press);
	over = press->over;
	press->over = NULL;
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
	for (; over != NULL; over = over->next)
		note_put(press, over->note, over->from, press->bottom - press->notes_height - press->top - NOTES_BODY);
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
bundle_end(const struct flow_slice *slices, int count, int from, enum flow_hold hold)
{
	int end = from + 1;

	while (end < count && slices[end - 1].hold >= hold && !slices[end].page_before)
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
	press->top += slice->height;
	press->empty = false;
}

static bool
fits_fresh(const struct press *press, const struct flow_slice *slices, int from, int to)
{
	const struct doc_master *master = press->section->master;
	double room = press->height - master->margin_bottom - master->margin_top;
	double notes = notes_height(slices, from, to);

	return (head_height(&slices[from]) + height_of(slices, from, to) + (notes > 0 ? notes + NOTES_GAP : 0) <= room);
}

/* What must hold together is taller than a page: divided where the page ends. */
static void
place_divided(struct press *press, const struct flow_slice *slices, int from, int to)
{
	for (int i = from; i < to; i++) {
		if (!press->empty &&
		    press->top + slices[i].before + slices[i].height + notes_wanted(press, slices, i, i + 1) >
			press->bottom - press->notes_height)
			page_begin(press);
		place(press, &slices[i]);
		slice_notes_put(press, &slices[i]);
	}
}

static void place_bundle(struct press *press, const struct flow_slice *slices, int from, int to, enum flow_hold hold);

/* A bundle taller than a whole page: wishes are let go of first. */
static void
place_tall(struct press *press, const struct flow_slice *slices, int from, int to, enum flow_hold hold)
{
	if (hold == HOLD_FIRM) {
		place_divided(press, slices, from, to);
		return;
	}
	for (int end; from < to; from = end) {
		end = bundle_end(slices, to, from, HOLD_FIRM);
		place_bundle(press, slices, from, end, HOLD_FIRM);
	}
}

static bool
fits_here(const struct press *press, const struct flow_slice *slices, int from, int to)
{
	double before = press->empty ? head_height(&slices[from]) : slices[from].before;

	return (press->top + before + height_of(slices, from, to) + notes_wanted(press, slices, from, to) <=
		press->bottom - press->notes_height + 0.01);
}

static void
place_bundle(struct press *press, const struct flow_slice *slices, int from, int to, enum flow_hold hold)
{
	if (!press->empty && slices[from].page_before)
		page_begin(press);
	if (!fits_here(press, slices, from, to) && !press->empty && fits_fresh(press, slices, from, to))
		page_begin(press);
	if (!fits_here(press, slices, from, to)) {
		place_tall(press, slices, from, to, hold);
		return;
	}
	for (int i = from; i < to; i++)
		place(press, &slices[i]);
	for (int i = from; i < to; i++)
		slice_notes_put(press, &slices[i]);
}

static double
page_width(const struct doc_section *section)
{
	return (section->master->landscape ? A4_LONG : A4_SHORT);
}

static double
page_height(const struct doc_section *section)
{
	return (section->master->landscape ? A4_SHORT : A4_LONG);
}

static void
press_section(struct press *press, const struct doc_section *section, const struct flow *flow)
{
	press->section = section;
	press->sheet = NULL;
	press->width = page_width(section);
	press->height = page_height(section);
	page_begin(press);
	for (int from = 0, to; from < flow->count; from = to) {
		to = bundle_end(flow->slices, flow->count, from, HOLD_WISH);
		place_bundle(press, flow->slices, from, to, HOLD_WISH);
	}
	while (press->over != NULL)
		page_begin(press);
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
		flows->height = page_height(s) - s->master->margin_top - s->master->margin_bottom;
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
set_piece(
    const struct sheet *sheet, const struct doc_running *running, const struct doc_text *words, int align, double width)
{
	const struct doc_master *master = sheet->section->master;
	struct flow_text out = { .style = running->style, .x = master->margin_left, .align = align, .width = width };

	out.lines = doc_lines_set(sheet->paper.setting, words, running->style, width);
	if (align == DOC_ALIGN_RIGHT)
		out.x = sheet->width - master->margin_right - width;
	return (out);
}

static double
widest_line(const struct flow_text *piece)
{
	double widest = 0;

	for (int i = 0; i < piece->lines.count; i++)
		widest = piece->lines.lines[i].width > widest ? piece->lines.lines[i].width : widest;
	return (widest);
}

#define PIECES_APART 14.0 /* points between the pieces of a header or footer */

/* Left, center and right. Each takes what room it wants; where they would meet, the left one goes over more lines. */
static void
set_pieces(
    struct flow_text pieces[3], const struct sheet *sheet, const struct doc_running *running, int number, int count)
{
	const struct doc_master *master = sheet->section->master;
	struct arena *arena = sheet->paper.setting->arena;
	struct doc_text left = with_numbers(arena, &running->left, number, count),
			center = with_numbers(arena, &running->center, number, count),
			right = with_numbers(arena, &running->right, number, count);
	double width = sheet->width - master->margin_left - master->margin_right, room = width;

	pieces[1] = set_piece(sheet, running, &center, DOC_ALIGN_CENTER, width);
	if (center.count > 0)
		room = (width - widest_line(&pieces[1])) / 2 - PIECES_APART;
	if (room < width / 4)
		room = width / 4;
	pieces[2] =
	    set_piece(sheet, running, &right, DOC_ALIGN_RIGHT, room * (left.count > 0 && center.count == 0 ? 0.6 : 1));
	if (right.count > 0 && center.count == 0)
		room -= widest_line(&pieces[2]) + PIECES_APART;
	pieces[0] = set_piece(sheet, running, &left, DOC_ALIGN_LEFT, room);
}

static void
paint_running(const struct sheet *sheet, const struct doc_running *running, int number, int count)
{
	const struct doc_master *master = sheet->section->master;
	const struct doc_style *style = running->style;
	struct flow_text pieces[3];
	double height = 0, top, edge, left = master->margin_left, right = sheet->width - master->margin_right;

	set_pieces(pieces, sheet, running, number, count);
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
