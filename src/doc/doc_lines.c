/* doc_lines.c — one pass over the characters cuts pieces where a line may end or a font, look or direction changes. */
#include "doc/doc_lines.h"

#include <fribidi.h>
#include <string.h>

#include "core/text.h"
#include "doc/doc_bound.h"
#include "doc/doc_break.h"
#include "doc/doc_style.h"

struct character {
	uint32_t code;
	uint32_t byte; /* where it begins in the joined text */
	uint8_t class, after, level, script;
	const struct doc_face *face; /* NULL when no font has it */
	const struct doc_span *span;
};

struct cutter {
	const struct doc_setting *setting;
	const struct doc_style *style;
	double width;
	const char *text; /* all spans joined, a break as \n */
	size_t len;
	struct character *chars; /* count + 1: the last is the end */
	int count;
	struct doc_piece *pieces;
	int piece_count, piece_capacity;
	bool bidi, rtl;
	double word, widest; /* of pieces without a break between them; the widest of those so far */
};

/* --- characters ------------------------------------------------------------------------------------------------- */

static bool
right_to_left(uint32_t c)
{
	return ((c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) ||
		c == 0x200F || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF));
}

/* Scripts that no language of ours is written in. Which language it is nobody knows: the script is told (BCP 47). */
static const struct script {
	uint32_t first, last;
	const char *lang;
} scripts[] = {
	{ 0, 0, NULL },
	{ 0x370, 0x3FF, "und-Grek" },
	{ 0x400, 0x52F, "und-Cyrl" },
	{ 0x590, 0x5FF, "und-Hebr" },
	{ 0x600, 0x8FF, "und-Arab" },
	{ 0x1200, 0x139F, "und-Ethi" },
	{ 0x2D80, 0x2DDF, "und-Ethi" },
	{ 0xAB00, 0xAB2F, "und-Ethi" },
	{ 0xFB1D, 0xFB4F, "und-Hebr" },
	{ 0xFB50, 0xFDFF, "und-Arab" },
	{ 0xFE70, 0xFEFC, "und-Arab" },
};

/* Signs and spaces go with the words they follow; last is NULL where they begin. */
static uint8_t
script_of(const struct character *c, const struct character *last)
{
	bool letter = c->class == BREAK_LETTER || c->class == BREAK_DIGIT;

	for (size_t i = 1; c->code >= scripts[1].first && i < sizeof(scripts) / sizeof(scripts[0]); i++)
		if (c->code >= scripts[i].first && c->code <= scripts[i].last)
			return ((uint8_t)i);
	return (letter || last == NULL ? 0 : last->script);
}

static bool
bold(const struct cutter *cut, const struct doc_span *span)
{
	return (span->bold || cut->style->bold);
}

static bool
italic(const struct cutter *cut, const struct doc_span *span)
{
	return (span->italic || cut->style->italic);
}

/* Spaces and marks stay in the font of what they follow, so that a word is not torn apart. */
static const struct doc_face *
choose_face(struct cutter *cut, const struct character *c, const struct character *last)
{
	bool follows =
	    c->class == BREAK_SPACE || c->class == BREAK_GLUE || c->class == BREAK_MARK || doc_invisible(c->code);
	const struct doc_face *face;

	if (follows && last != NULL && last->face != NULL && last->span == c->span)
		if (doc_invisible(c->code) || hb_set_has(last->face->covers, c->code))
			return (last->face);
	face = doc_face_for(cut->setting->fonts, bold(cut, c->span), italic(cut, c->span), c->code);
	if (face == NULL && (doc_invisible(c->code) || c->class == BREAK_LINE || c->class == BREAK_SPACE))
		face = doc_face_for(cut->setting->fonts, bold(cut, c->span), italic(cut, c->span), 'x');
	return (face);
}

/* A mark that the font of what it follows lacks takes that over to its own font, where that has both. */
static void
bring_along(struct cutter *cut, const struct character *mark)
{
	struct character *base = &cut->chars[cut->count - 1];

	if (mark->class != BREAK_MARK || doc_invisible(mark->code) || mark->face == NULL)
		return;
	do
		base--;
	while (base > cut->chars && (doc_invisible(base->code) || base->class == BREAK_MARK));
	if (base->span != mark->span || base->face == mark->face || base->class == BREAK_SPACE ||
	    !hb_set_has(mark->face->covers, base->code))
		return;
	for (; base != mark; base++)
		base->face = mark->face;
}

static void
join(struct cutter *cut, const struct doc_text *text)
{
	char *to;

	for (int i = 0; i < text->count; i++)
		cut->len += text->spans[i].kind == DOC_SPAN_BREAK ? 1 : strlen(text->spans[i].text);
	cut->text = to = arena_alloc(cut->setting->arena, cut->len + 1);
	for (int i = 0; i < text->count; i++)
		to = stpcpy(to, text->spans[i].kind == DOC_SPAN_BREAK ? "\n" : text->spans[i].text);
	cut->chars = arena_array(cut->setting->arena, cut->len + 1, sizeof(*cut->chars));
}

static void
read_characters(struct cutter *cut, const struct doc_text *text)
{
	const char *at = cut->text;
	struct character *last = NULL;

	for (int i = 0; i < text->count; i++) {
		const struct doc_span *span = &text->spans[i];
		const char *end = at + (span->kind == DOC_SPAN_BREAK ? 1 : strlen(span->text));

		while (at < end) {
			struct character *c = &cut->chars[cut->count++];

			c->byte = (uint32_t)(at - cut->text);
			c->code = text_next(&at, end);
			c->span = span;
			c->class = (uint8_t)doc_break_class(c->code);
			c->face = choose_face(cut, c, last);
			if (last != NULL)
				bring_along(cut, c);
			c->script = script_of(c, last);
			cut->bidi |= right_to_left(c->code);
			last = c;
		}
	}
	cut->chars[cut->count].byte = (uint32_t)cut->len;
}

/* Fills in after: whether a line may end behind each character. */
static void
find_breaks(struct cutter *cut)
{
	enum doc_break_class before = BREAK_SPACE;
	bool spaces = true;

	for (int i = 0; i + 1 < cut->count; i++) {
		struct character *c = &cut->chars[i];
		enum doc_break_class class = (enum doc_break_class)c->class;

		if (class == BREAK_SPACE) {
			spaces = true;
		} else if (class != BREAK_MARK) {
			/* A hyphen that begins a word, as in "-utvalg", belongs to it. */
			before = class == BREAK_HYPHEN && spaces ? BREAK_LETTER : class;
			spaces = false;
		}
		c->after = (uint8_t)doc_break_between(before, (enum doc_break_class)cut->chars[i + 1].class, spaces);
		if (before == BREAK_LINE)
			spaces = true;
		/* What is joined to one picture (LB8a). */
		if (c->code == 0x200D)
			c->after = BREAK_NO;
		if (c->after == BREAK_MAY && c->code == ' ' && doc_bound(cut->text, cut->len, c->byte))
			c->after = BREAK_NO;
	}
	if (cut->count > 0 && cut->chars[cut->count - 1].class == BREAK_LINE)
		cut->chars[cut->count - 1].after = BREAK_MUST;
}

/* A plain space in "1 250 000" counts as one that holds: figures keep their order among words from right to left. */
static bool
within_number(const struct cutter *cut, size_t i)
{
	return (cut->chars[i].code == ' ' && cut->chars[i].after == BREAK_NO && i > 0 && i + 1 < (size_t)cut->count &&
		cut->chars[i - 1].class == BREAK_DIGIT && cut->chars[i + 1].class == BREAK_DIGIT);
}

static void
find_levels(struct cutter *cut)
{
	size_t count = (size_t)cut->count;
	FriBidiChar *codes = arena_array(cut->setting->arena, count, sizeof(*codes));
	FriBidiCharType *types = arena_array(cut->setting->arena, count, sizeof(*types));
	FriBidiBracketType *brackets = arena_array(cut->setting->arena, count, sizeof(*brackets));
	FriBidiLevel *levels = arena_array(cut->setting->arena, count, sizeof(*levels));
	FriBidiParType base = FRIBIDI_PAR_ON;

	for (size_t i = 0; i < count; i++)
		codes[i] = within_number(cut, i) ? 0xA0 : cut->chars[i].code;
	fribidi_get_bidi_types(codes, cut->count, types);
	fribidi_get_bracket_types(codes, cut->count, types, brackets);
	if (fribidi_get_par_embedding_levels_ex(types, brackets, cut->count, &base, levels) == 0)
		return;
	cut->rtl = FRIBIDI_IS_RTL(base);
	for (size_t i = 0; i < count; i++)
		cut->chars[i].level = (uint8_t)levels[i];
}

/* --- pieces ----------------------------------------------------------------------------------------------------- */

static struct doc_piece *
piece_add(struct cutter *cut, const struct character *first)
{
	struct doc_piece *piece;

	if (cut->piece_count == cut->piece_capacity) {
		int more = cut->piece_capacity == 0 ? 4 : cut->piece_capacity * 2;

		piece = arena_array(cut->setting->arena, (size_t)more, sizeof(*piece));
		if (cut->piece_count > 0)
			memcpy(piece, cut->pieces, (size_t)cut->piece_count * sizeof(*piece));
		cut->pieces = piece;
		cut->piece_capacity = more;
	}
	piece = &cut->pieces[cut->piece_count++];
	*piece = (struct doc_piece){ .span = first->span,
		.level = first->level,
		.lang = first->span->lang != NULL ? first->span->lang : scripts[first->script].lang };
	return (piece);
}

static double
points(const struct cutter *cut, const struct doc_run *run)
{
	return (run->width * cut->style->font_size / run->face->units);
}

static void
measure(struct cutter *cut, struct doc_piece *piece, const struct doc_run *run)
{
	const struct doc_glyph *last;

	piece->run = run;
	piece->width = points(cut, run);
	last = run->count > 0 ? &run->glyphs[run->rtl ? 0 : run->count - 1] : NULL;
	if (last != NULL && last->text_len == 1 && last->text[0] == ' ')
		piece->space = last->advance * cut->style->font_size / run->face->units;
}

/* A piece wider than the line is cut between its letters, as late as fits. */
static void
add_divided(struct cutter *cut, int from, int to)
{
	int start = from;

	while (start < to) {
		const struct character *first = &cut->chars[start];
		const struct doc_run *fits = NULL;
		struct doc_piece *piece;
		int end = start;

		for (int next = start + 1; next <= to; next++) {
			const struct doc_run *run;

			if (next < to && cut->chars[next].class == BREAK_MARK)
				continue;
			run = doc_shape(cut->setting->fonts, first->face, cut->text + first->byte,
			    cut->chars[next].byte - first->byte, (first->level & 1) != 0);
			if (fits != NULL && points(cut, run) > cut->width)
				break;
			fits = run;
			end = next;
		}
		piece = piece_add(cut, first);
		measure(cut, piece, fits);
		piece->after = end < to ? BREAK_MAY : cut->chars[to - 1].after;
		start = end;
	}
}

static void
add_uncovered(struct cutter *cut, int from, int to)
{
	for (int i = from; i < to; i++) {
		const struct character *c = &cut->chars[i];
		struct doc_piece *piece = piece_add(cut, c);

		piece->uncovered = c->code;
		measure(cut, piece,
		    doc_shape_replacement(
			cut->setting->fonts, cut->setting->arena, bold(cut, c->span), italic(cut, c->span), c->code));
		piece->after = c->after;
	}
}

/* Told before a piece is divided: how much room the words want. */
static void
note_width(struct cutter *cut, const struct doc_piece *piece)
{
	double width = cut->word + piece->width - piece->space;

	if (width > cut->widest)
		cut->widest = width;
	cut->word = piece->after == BREAK_NO ? cut->word + piece->width : 0;
}

static void
add_pieces(struct cutter *cut, int from, int to)
{
	const struct character *first = &cut->chars[from], *last = &cut->chars[to - 1];
	size_t end = cut->chars[to].byte;
	struct doc_piece *piece;

	if (first->face == NULL) {
		add_uncovered(cut, from, to);
		return;
	}
	/* What ends a line or may be a hyphen is not drawn itself. */
	if (last->class == BREAK_LINE || last->class == BREAK_SOFT || last->class == BREAK_ZERO)
		end = last->byte;
	piece = piece_add(cut, first);
	piece->after = last->after;
	piece->soft = last->class == BREAK_SOFT;
	if (end == first->byte)
		return;
	measure(cut, piece,
	    doc_shape(
		cut->setting->fonts, first->face, cut->text + first->byte, end - first->byte, (first->level & 1) != 0));
	note_width(cut, piece);
	if (piece->width - piece->space > cut->width) {
		cut->piece_count--;
		add_divided(cut, from, to - (end == last->byte ? 1 : 0));
		cut->pieces[cut->piece_count - 1].after = last->after;
		cut->pieces[cut->piece_count - 1].soft = last->class == BREAK_SOFT;
	}
}

static bool
cut_between(const struct cutter *cut, const struct character *a, const struct character *b)
{
	if (a->after != BREAK_NO || a->span != b->span || a->face != b->face || a->level != b->level ||
	    a->script != b->script)
		return (true);
	/* Spaces get levels of their own only as pieces of their own. */
	return (cut->bidi && (a->class == BREAK_SPACE) != (b->class == BREAK_SPACE));
}

static void
cut_pieces(struct cutter *cut)
{
	int from = 0;

	for (int i = 0; i < cut->count; i++) {
		if (i + 1 < cut->count && !cut_between(cut, &cut->chars[i], &cut->chars[i + 1]))
			continue;
		add_pieces(cut, from, i + 1);
		from = i + 1;
	}
}

/* --- lines ------------------------------------------------------------------------------------------------------ */

static void
line_add(struct doc_lines *out, const struct cutter *cut, int from, int to)
{
	struct doc_line *line = &out->lines[out->count++];

	*line = (struct doc_line){ .pieces = cut->pieces + from, .count = to - from };
	for (int i = from; i < to; i++)
		line->width += cut->pieces[i].width;
	for (int i = to - 1; i >= from; i--) {
		line->width -= cut->pieces[i].space;
		if (cut->pieces[i].space < cut->pieces[i].width)
			break;
	}
	if (cut->pieces[to - 1].soft && to < cut->piece_count && cut->pieces[to - 1].after == BREAK_MAY &&
	    cut->pieces[to - 1].run != NULL) {
		line->hyphen = doc_shape(cut->setting->fonts, cut->pieces[to - 1].run->face, "-", 1, false);
		line->width += points(cut, line->hyphen);
	}
}

static void
fill_lines(struct doc_lines *out, const struct cutter *cut)
{
	int from = 0, may = -1;
	double width = 0;

	for (int i = 0; i < cut->piece_count; i++) {
		const struct doc_piece *piece = &cut->pieces[i];

		if (width + piece->width - piece->space > cut->width + 0.01 && may >= 0) {
			line_add(out, cut, from, may + 1);
			from = may + 1;
			width = 0;
			for (int j = from; j < i; j++)
				width += cut->pieces[j].width;
			may = -1;
		}
		width += piece->width;
		if (piece->after == BREAK_MUST) {
			line_add(out, cut, from, i + 1);
			from = i + 1;
			width = 0;
			may = -1;
		} else if (piece->after == BREAK_MAY) {
			may = i;
		}
	}
	if (from < cut->piece_count)
		line_add(out, cut, from, cut->piece_count);
}

struct doc_lines
doc_lines_set(
    const struct doc_setting *setting, const struct doc_text *text, const struct doc_style *style, double width)
{
	struct cutter cut = { .setting = setting, .style = style, .width = width };
	struct doc_lines out = { .style = style, .line_height = style->font_size * style->line_height };

	join(&cut, text);
	read_characters(&cut, text);
	if (cut.count == 0)
		return (out);
	find_breaks(&cut);
	if (cut.bidi)
		find_levels(&cut);
	cut_pieces(&cut);
	out.lines = arena_array(setting->arena, (size_t)cut.piece_count, sizeof(*out.lines));
	fill_lines(&out, &cut);
	out.rtl = cut.rtl;
	out.widest = cut.widest;
	return (out);
}

/* Rule L2 of the bidirectional algorithm, on whole pieces. */
void
doc_line_order(int *order, const struct doc_line *line)
{
	int highest = 0;

	for (int i = 0; i < line->count; i++) {
		order[i] = i;
		if (line->pieces[i].level > highest)
			highest = line->pieces[i].level;
	}
	for (int level = highest; level > 0; level--)
		for (int i = 0; i < line->count; i++) {
			int end = i;

			while (end < line->count && line->pieces[order[end]].level >= level)
				end++;
			for (int a = i, b = end - 1; a < b; a++, b--) {
				int swap = order[a];

				order[a] = order[b];
				order[b] = swap;
			}
			i = end > i ? end - 1 : i;
		}
}

double
doc_width(const struct doc_setting *setting, const char *text, double font_size, bool bold_face)
{
	struct doc_style style = { .font_size = font_size, .line_height = 1, .bold = bold_face };
	struct doc_span span = { .text = text };
	struct doc_text one = { .spans = &span, .count = 1 };
	struct doc_lines lines = doc_lines_set(setting, &one, &style, 1e9);

	return (lines.count == 0 ? 0 : lines.lines[0].width);
}
