/* pdf_target.c — places links lead to, by name, and the bookmarks beside the pages. */
#include "doc/pdf_inside.h"

char *
pdf_place_name(struct arena *arena, int number)
{
	return (arena_printf(arena, "t%d", number));
}

void
pdf_target(struct pdf_page *page, int number, double y)
{
	struct pdf *pdf = page->pdf;
	struct pdf_place *place = arena_alloc(pdf->arena, sizeof(*place));

	*place = (struct pdf_place){ .page = page, .number = number, .y = y };
	*pdf->place_tail = place;
	pdf->place_tail = &place->next;
}

void
pdf_bookmark(struct pdf *pdf, int level, const char *title, int target)
{
	struct pdf_mark *mark = arena_alloc(pdf->arena, sizeof(*mark));

	*mark = (struct pdf_mark){ .level = level, .title = title, .target = target };
	*pdf->mark_tail = mark;
	pdf->mark_tail = &mark->next;
}

/* The catalog's dictionary of names: simpler than a tree, and enough for one document. */
static void
add_places(struct pdf *pdf)
{
	HPDF_Dict names = HPDF_Dict_New(pdf->haru->mmgr);

	HPDF_Xref_Add(pdf->haru->xref, names);
	for (const struct pdf_place *p = pdf->places; p != NULL; p = p->next) {
		const char *name = pdf_place_name(pdf->arena, p->number);
		HPDF_Array at = HPDF_Array_New(pdf->haru->mmgr);

		HPDF_Dict_Add(names, name, at);
		HPDF_Array_Add(at, p->page->object);
		HPDF_Array_AddName(at, "XYZ");
		HPDF_Array_AddReal(at, 0);
		HPDF_Array_AddReal(at, (HPDF_REAL)p->y);
		HPDF_Array_AddNumber(at, 0);
	}
	HPDF_Dict_Add(pdf->haru->catalog, "Dests", names);
}

/* --- bookmarks ---------------------------------------------------------------------------------------------------- */

/* Each hangs below the last one before it with a lower level. */
static void
hang(struct pdf_mark *root, struct pdf_mark *mark, struct pdf_mark *last)
{
	struct pdf_mark *parent = last;

	while (parent != root && parent->level >= mark->level)
		parent = parent->parent;
	mark->parent = parent;
	mark->before = parent->last;
	if (parent->last != NULL)
		parent->last->after = mark;
	else
		parent->first = mark;
	parent->last = mark;
	for (; parent != NULL; parent = parent->parent)
		parent->count++;
}

static void
add_relation(struct pdf_mark *mark, const char *key, const struct pdf_mark *other)
{
	if (other != NULL)
		HPDF_Dict_Add(mark->object, key, other->object);
}

static void
describe(struct pdf *pdf, struct pdf_mark *mark)
{
	add_relation(mark, "Parent", mark->parent);
	add_relation(mark, "Prev", mark->before);
	add_relation(mark, "Next", mark->after);
	add_relation(mark, "First", mark->first);
	add_relation(mark, "Last", mark->last);
	if (mark->count > 0)
		HPDF_Dict_AddNumber(mark->object, "Count", mark->count);
	if (mark->title == NULL)
		return;
	HPDF_Dict_Add(mark->object, "Title", pdf_text_object(pdf, mark->title));
	HPDF_Dict_AddName(mark->object, "Dest", pdf_place_name(pdf->arena, mark->target));
}

static void
add_bookmarks(struct pdf *pdf)
{
	struct pdf_mark root = { .level = 0 }, *last = &root;

	root.object = HPDF_Dict_New(pdf->haru->mmgr);
	HPDF_Xref_Add(pdf->haru->xref, root.object);
	HPDF_Dict_AddName(root.object, "Type", "Outlines");
	for (struct pdf_mark *mark = pdf->marks; mark != NULL; last = mark, mark = mark->next) {
		mark->object = HPDF_Dict_New(pdf->haru->mmgr);
		HPDF_Xref_Add(pdf->haru->xref, mark->object);
		hang(&root, mark, last);
	}
	describe(pdf, &root);
	for (struct pdf_mark *mark = pdf->marks; mark != NULL; mark = mark->next)
		describe(pdf, mark);
	HPDF_Dict_Add(pdf->haru->catalog, "Outlines", root.object);
}

void
pdf_targets_finish(struct pdf *pdf)
{
	if (pdf->places != NULL)
		add_places(pdf);
	if (pdf->marks != NULL)
		add_bookmarks(pdf);
}
