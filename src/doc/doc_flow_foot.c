/* doc_flow_foot.c — what points about in a document: notes at the foot of pages, and the contents with their pages. */
#include "core/text.h"
#include "doc/doc_flow.h"
#include "doc/doc_style.h"

/* --- notes -------------------------------------------------------------------------------------------------------- */

/* "¹ " before the words. */
static struct doc_text
with_mark(struct arena *arena, const struct doc_span *mark)
{
	const struct doc_text *words = &mark->note->text;
	struct doc_text out = { .count = words->count + 1 };

	out.spans = arena_array(arena, (size_t)out.count, sizeof(*out.spans));
	out.spans[0] = (struct doc_span){ .text = arena_printf(arena, "%s\u00a0", mark->text) };
	for (int i = 0; i < words->count; i++)
		out.spans[i + 1] = words->spans[i];
	return (out);
}

static struct flow_text *
set_note(struct flow *flow, const struct doc_span *mark)
{
	struct doc_text words = with_mark(flow->setting->arena, mark);

	return (flow_words(flow, &words, flow->tree->note_style, flow->note_x, flow->note_width, NULL));
}

/* The line that has the span; -1 when it is none of these. */
static int
line_of(const struct doc_lines *lines, const struct doc_span *span)
{
	for (int i = 0; i < lines->count; i++)
		for (int p = 0; p < lines->lines[i].count; p++)
			if (lines->lines[i].pieces[p].span == span)
				return (i);
	return (-1);
}

void
flow_notes(struct flow *flow, struct flow_text *text, const struct doc_text *words)
{
	struct flow_note **tail = &text->notes;

	for (int i = 0; i < words->count; i++) {
		const struct doc_span *span = &words->spans[i];
		struct flow_note *note;

		if (span->kind != DOC_SPAN_NOTE)
			continue;
		note = arena_alloc(flow->setting->arena, sizeof(*note));
		note->line = line_of(&text->lines, span);
		note->number = span->note->number;
		note->text = set_note(flow, span);
		note->height =
		    note->text->lines.count * note->text->lines.line_height + flow->tree->note_style->margin_bottom;
		*tail = note;
		tail = &note->next;
	}
}

static struct flow_note *
note_within(const struct flow_text *text, int from, int to, const struct flow_note **after)
{
	for (struct flow_note *note = text->notes; note != NULL; note = note->next) {
		if (note->line < from || note->line >= to)
			continue;
		if (*after == NULL)
			return (note);
		if (*after == note)
			*after = NULL;
	}
	return (NULL);
}

struct flow_note *
slice_note(const struct flow_slice *slice, const struct flow_note *after)
{
	struct flow_note *note = NULL;

	if (slice->kind == FLOW_LINE)
		return (note_within(slice->text, slice->line, slice->line + 1, &after));
	if (slice->kind == FLOW_ROW)
		for (int i = 0; i < slice->row->cell_count && note == NULL; i++) {
			const struct flow_text *cell = &slice->row->cells[i];
			int first = slice->line, end = slice->line_end;

			/* All its words begin here. */
			if (cell->rows > 1)
				end = first == 0 ? cell->lines.count : 0;
			note = note_within(cell, first, end, &after);
		}
	return (note);
}

/* --- contents ----------------------------------------------------------------------------------------------------- */

#define INDENT 14.0
#define PAGE_ROOM 36.0

static struct flow_row *
contents_row(struct flow *flow, const struct doc_style *style, struct doc_target *target, struct pdf_element *parent)
{
	struct arena *arena = flow->setting->arena;
	struct flow_row *row = arena_alloc(arena, sizeof(*row));
	struct pdf_element *item = pdf_element_new(flow->pdf, parent, "TOCI");
	struct doc_span *span = arena_alloc(arena, sizeof(*span));
	struct doc_text words = { .spans = span, .count = 1 };
	double indent = INDENT * (target->level > 1 ? target->level - 1 : 0), width = flow->width - PAGE_ROOM;
	struct flow_text *title;

	*span = (struct doc_span){ .text = target->title, .target = target };
	title = flow_words(
	    flow, &words, style, flow->x + indent, width - indent, pdf_element_new(flow->pdf, item, "Reference"));
	row->cells = arena_array(arena, 2, sizeof(*row->cells));
	row->cells[0] = *title;
	/* That a line of the contents leads somewhere is seen from where it stands. */
	row->cells[0].quiet = true;
	row->cells[1] = (struct flow_text){ .style = style,
		.x = flow->x + width,
		.width = PAGE_ROOM,
		.align = DOC_ALIGN_RIGHT,
		.element = pdf_element_new(flow->pdf, item, "Reference") };
	row->cell_count = 2;
	row->line_count = title->lines.count > 0 ? title->lines.count : 1;
	row->line_height = style->font_size * style->line_height;
	row->padding_top = style->padding_top;
	row->padding_bottom = style->padding_bottom;
	return (row);
}

void
flow_contents(struct flow *flow, const struct doc_block *block, struct pdf_element *parent)
{
	struct pdf_element *element = pdf_element_new(flow->pdf, parent, "TOC");
	double before = flow->gap;

	for (struct doc_target *target = block->target; target != NULL; target = target->next) {
		struct flow_slice *slice;
		struct flow_row *row;

		if (target->level == 0 || target->level > block->level || text_blank(target->title))
			continue;
		row = contents_row(flow, block->style, target, element);
		slice = flow_add(flow, FLOW_ROW, before,
		    row->padding_top + row->line_count * row->line_height + row->padding_bottom);
		slice->row = row;
		slice->line_end = row->line_count;
		slice->page_of = target;
		before = 0;
	}
	flow->gap = 10;
}

void
flow_contents_fill(struct flow *flow)
{
	struct arena *arena = flow->setting->arena;

	for (int i = 0; i < flow->count; i++) {
		struct flow_slice *slice = &flow->slices[i];
		struct doc_span *span;

		if (slice->page_of == NULL)
			continue;
		span = arena_alloc(arena, sizeof(*span));
		span->text = arena_printf(arena, "%d", slice->page_of->page);
		slice->row->cells[1].lines =
		    doc_lines_set(flow->setting, &(struct doc_text){ .spans = span, .count = 1 },
			slice->row->cells[1].style, slice->row->cells[1].width);
	}
}
