/* pdf_target.c — places links lead to, by name, and the bookmarks beside the pages. */
#include "doc/pdf_inside.h"

#include <stdlib.h>

/* Zeros ahead: a name tree is in the order of its names' bytes (ISO 32000-1, 7.9.6). */
HPDF_String
pdf_place_name(struct pdf *pdf, int number)
{
	return (HPDF_String_New(pdf->haru->mmgr, arena_printf(pdf->arena, "t%08d", number), NULL));
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

/* --- names -------------------------------------------------------------------------------------------------------- */

/* libharu's arrays hold 32,767 items; a leaf holds two for each place. */
#define LEAF_PLACES 1000

static int
by_number(const void *a, const void *b)
{
	const struct pdf_place *const *one = a, *const *other = b;

	return (((*one)->number > (*other)->number) - ((*one)->number < (*other)->number));
}

static struct pdf_place **
places_in_order(const struct pdf *pdf, size_t *n)
{
	struct pdf_place **list;
	size_t i = 0;

	*n = 0;
	for (const struct pdf_place *p = pdf->places; p != NULL; p = p->next)
		++*n;
	list = arena_array(pdf->arena, *n, sizeof(struct pdf_place *));
	for (struct pdf_place *p = pdf->places; p != NULL; p = p->next)
		list[i++] = p;
	qsort(list, *n, sizeof(struct pdf_place *), by_number);
	return (list);
}

/* A new array inside another; NULL when memory is out, which the document's status tells in the end. */
static HPDF_Array
array_in(struct pdf *pdf, HPDF_Array in)
{
	HPDF_Array array = HPDF_Array_New(pdf->haru->mmgr);

	return (HPDF_Array_Add(in, array) == HPDF_OK ? array : NULL);
}

static void
add_place(struct pdf *pdf, HPDF_Array names, const struct pdf_place *place)
{
	HPDF_Array at;

	HPDF_Array_Add(names, pdf_place_name(pdf, place->number));
	if ((at = array_in(pdf, names)) == NULL)
		return;
	HPDF_Array_Add(at, place->page->object);
	HPDF_Array_AddName(at, "XYZ");
	HPDF_Array_AddReal(at, 0);
	HPDF_Array_AddReal(at, (HPDF_REAL)place->y);
	HPDF_Array_AddNumber(at, 0);
}

/* A dictionary of its own that is referred to by another; NULL as array_in(). */
static HPDF_Dict
dict_new(struct pdf *pdf)
{
	HPDF_Dict dict = HPDF_Dict_New(pdf->haru->mmgr);

	return (dict != NULL && HPDF_Xref_Add(pdf->haru->xref, dict) == HPDF_OK ? dict : NULL);
}

static void
add_leaf(struct pdf *pdf, HPDF_Array leaves, struct pdf_place *const *places, size_t n)
{
	HPDF_Dict leaf = dict_new(pdf);
	HPDF_Array limits, names;

	if (leaf == NULL || HPDF_Array_Add(leaves, leaf) != HPDF_OK)
		return;
	limits = HPDF_Array_New(pdf->haru->mmgr);
	if (HPDF_Dict_Add(leaf, "Limits", limits) == HPDF_OK) {
		HPDF_Array_Add(limits, pdf_place_name(pdf, places[0]->number));
		HPDF_Array_Add(limits, pdf_place_name(pdf, places[n - 1]->number));
	}
	names = HPDF_Array_New(pdf->haru->mmgr);
	if (HPDF_Dict_Add(leaf, "Names", names) != HPDF_OK)
		return;
	for (size_t i = 0; i < n; i++)
		add_place(pdf, names, places[i]);
}

/* Names stand in a tree: a dictionary of them all holds 4,095 in libharu, which a list of hundreds of cases passes. */
static void
add_places(struct pdf *pdf)
{
	HPDF_Dict root = dict_new(pdf), names = dict_new(pdf);
	HPDF_Array leaves = HPDF_Array_New(pdf->haru->mmgr);
	struct pdf_place **places;
	size_t n;

	if (root == NULL || names == NULL || HPDF_Dict_Add(root, "Kids", leaves) != HPDF_OK)
		return;
	places = places_in_order(pdf, &n);
	for (size_t at = 0; at < n; at += LEAF_PLACES)
		add_leaf(pdf, leaves, places + at, n - at < LEAF_PLACES ? n - at : LEAF_PLACES);
	HPDF_Dict_Add(names, "Dests", root);
	HPDF_Dict_Add(pdf->haru->catalog, "Names", names);
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
	HPDF_Dict_Add(mark->object, "Dest", pdf_place_name(pdf, mark->target));
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
