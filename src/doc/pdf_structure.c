/* pdf_structure.c — the structure tree: small records of our own, printed by libharu through a write function. */
#include <stdlib.h>
#include <string.h>

#include "doc/pdf_inside.h"

void
pdf_element_kid(
    struct pdf_element *element, enum pdf_kid_kind kind, const struct pdf_page *page, int content, void *object)
{
	struct pdf_kid *kid = arena_alloc(element->pdf->arena, sizeof(*kid));

	*kid = (struct pdf_kid){ .kind = kind, .page = page, .content = content, .object = object };
	*element->tail = kid;
	element->tail = &kid->next;
	if (element->page == NULL)
		element->page = page;
}

static void
put_kid(struct buf *out, const struct pdf_element *element, const struct pdf_kid *kid)
{
	switch (kid->kind) {
	case PDF_KID_ELEMENT:
		pdf_put_ref(out, kid->object);
		break;
	case PDF_KID_CONTENT:
		if (kid->page == element->page) {
			pdf_put_int(out, kid->content);
			break;
		}
		BUF_LIT(out, "<</Type/MCR/Pg ");
		pdf_put_ref(out, kid->page->object);
		BUF_LIT(out, "/MCID ");
		pdf_put_int(out, kid->content);
		BUF_LIT(out, ">>");
		break;
	case PDF_KID_OBJECT:
		BUF_LIT(out, "<</Type/OBJR/Pg ");
		pdf_put_ref(out, kid->page->object);
		BUF_LIT(out, "/Obj ");
		pdf_put_ref(out, kid->object);
		BUF_LIT(out, ">>");
	}
}

static bool
on_one_page(const struct pdf_element *element)
{
	for (const struct pdf_kid *kid = element->kids; kid != NULL; kid = kid->next)
		if (kid->page != element->page)
			return (false);
	return (true);
}

static void
put_box(struct buf *out, const struct pdf_element *element)
{
	BUF_LIT(out, "/A<</O/Layout/BBox[");
	for (int i = 0; i < 4; i++) {
		pdf_put_number(out, element->box[i]);
		buf_putc(out, i < 3 ? ' ' : ']');
	}
	BUF_LIT(out, ">>");
}

static HPDF_STATUS
element_write(HPDF_Dict object, HPDF_Stream stream)
{
	const struct pdf_element *element = object->attr;
	struct buf out = buf_new(element->pdf->arena);

	BUF_LIT(&out, "/Type/StructElem/S/");
	buf_puts(&out, element->type);
	BUF_LIT(&out, "/P ");
	pdf_put_ref(&out, element->parent == NULL ? element->pdf->tree_root : element->parent->object);
	if (element->page != NULL) {
		BUF_LIT(&out, "/Pg ");
		pdf_put_ref(&out, element->page->object);
	}
	if (element->kids != NULL) {
		BUF_LIT(&out, "/K[");
		for (const struct pdf_kid *kid = element->kids; kid != NULL; kid = kid->next) {
			put_kid(&out, element, kid);
			if (kid->next != NULL)
				buf_putc(&out, ' ');
		}
		buf_putc(&out, ']');
	}
	if (element->alt != NULL) {
		BUF_LIT(&out, "/Alt");
		pdf_put_text(&out, element->alt);
	}
	if (element->actual != NULL) {
		BUF_LIT(&out, "/ActualText");
		pdf_put_text(&out, element->actual);
	}
	if (element->lang != NULL)
		buf_printf(&out, "/Lang(%s)", element->lang);
	if (element->attributes != NULL)
		buf_printf(&out, "/A<<%s>>", element->attributes);
	else if (element->box[2] > 0 && on_one_page(element))
		put_box(&out, element);
	if (element->id != NULL)
		buf_printf(&out, "/ID(%s)", element->id);
	return (pdf_put_stream(stream, &out));
}

struct pdf_element *
pdf_element_new(struct pdf *pdf, struct pdf_element *parent, const char *type)
{
	struct pdf_element *element = arena_alloc(pdf->arena, sizeof(*element));

	element->type = type;
	element->pdf = pdf;
	element->parent = parent == NULL ? pdf->root : parent;
	element->tail = &element->kids;
	element->object = HPDF_Dict_New(pdf->haru->mmgr);
	element->object->attr = element;
	element->object->write_fn = element_write;
	HPDF_Xref_Add(pdf->haru->xref, element->object);
	if (element->parent != NULL)
		pdf_element_kid(element->parent, PDF_KID_ELEMENT, NULL, 0, element->object);
	return (element);
}

void
pdf_element_alt(struct pdf *pdf, struct pdf_element *element, const char *alt)
{
	element->alt = arena_strdup(pdf->arena, alt);
}

void
pdf_element_actual(struct pdf *pdf, struct pdf_element *element, const char *actual)
{
	element->actual = arena_strdup(pdf->arena, actual);
}

void
pdf_element_language(struct pdf_element *element, const char *lang)
{
	element->lang = lang;
}

void
pdf_element_box(struct pdf_element *element, double x, double y, double width, double height)
{
	double *box = element->box;
	bool first = box[2] <= 0;

	box[0] = first || x < box[0] ? x : box[0];
	box[1] = first || y < box[1] ? y : box[1];
	box[2] = first || x + width > box[2] ? x + width : box[2];
	box[3] = first || y + height > box[3] ? y + height : box[3];
}

void
pdf_element_attributes(struct pdf_element *element, const char *attributes)
{
	element->attributes = attributes;
}

void
pdf_element_id(struct pdf *pdf, struct pdf_element *element, const char *id)
{
	element->id = id;
	element->next_id = pdf->ids;
	pdf->ids = element;
}

static int
by_id(const void *a, const void *b)
{
	return (strcmp((*(struct pdf_element *const *)a)->id, (*(struct pdf_element *const *)b)->id));
}

/* ISO 32000-1, 14.7.2: elements that have a name are found by it. */
static HPDF_STATUS
id_tree_write(HPDF_Dict object, HPDF_Stream stream)
{
	const struct pdf *pdf = object->attr;
	const struct pdf_element **sorted;
	struct buf out = buf_new(pdf->arena);
	size_t n = 0;

	for (const struct pdf_element *e = pdf->ids; e != NULL; e = e->next_id)
		n++;
	sorted = arena_array(pdf->arena, n, sizeof(*sorted));
	n = 0;
	for (const struct pdf_element *e = pdf->ids; e != NULL; e = e->next_id)
		sorted[n++] = e;
	qsort(sorted, n, sizeof(*sorted), by_id);
	BUF_LIT(&out, "/Names[");
	for (size_t i = 0; i < n; i++) {
		buf_printf(&out, "(%s)", sorted[i]->id);
		pdf_put_ref(&out, sorted[i]->object);
		buf_putc(&out, '\n');
	}
	BUF_LIT(&out, "]");
	return (pdf_put_stream(stream, &out));
}

static void
id_tree_add(struct pdf *pdf)
{
	HPDF_Dict tree = HPDF_Dict_New(pdf->haru->mmgr);

	HPDF_Xref_Add(pdf->haru->xref, tree);
	tree->attr = pdf;
	tree->write_fn = id_tree_write;
	HPDF_Dict_Add(pdf->tree_root, "IDTree", tree);
}

int
pdf_parent_key(struct pdf *pdf, const struct pdf_element *element)
{
	struct pdf_parent *parent = arena_alloc(pdf->arena, sizeof(*parent));

	parent->key = pdf->next_key++;
	parent->element = element;
	*pdf->parent_tail = parent;
	pdf->parent_tail = &parent->next;
	return (parent->key);
}

/* Pages and annotations got their keys from one counter: both lists ascend, and are merged. */
static HPDF_STATUS
parent_tree_write(HPDF_Dict object, HPDF_Stream stream)
{
	const struct pdf *pdf = object->attr;
	const struct pdf_page *page = pdf->pages;
	const struct pdf_parent *parent = pdf->parents;
	struct buf out = buf_new(pdf->arena);

	BUF_LIT(&out, "/Nums[");
	while (page != NULL || parent != NULL) {
		if (parent == NULL || (page != NULL && page->key < parent->key)) {
			pdf_put_int(&out, page->key);
			BUF_LIT(&out, "[");
			for (int i = 0; i < page->content_count; i++) {
				pdf_put_ref(&out, page->contents[i]->object);
				buf_putc(&out, ' ');
			}
			BUF_LIT(&out, "]\n");
			page = page->next;
		} else {
			pdf_put_int(&out, parent->key);
			buf_putc(&out, ' ');
			pdf_put_ref(&out, parent->element->object);
			buf_putc(&out, '\n');
			parent = parent->next;
		}
	}
	BUF_LIT(&out, "]");
	return (pdf_put_stream(stream, &out));
}

void
pdf_structure_finish(struct pdf *pdf)
{
	HPDF_MMgr memory = pdf->haru->mmgr;
	HPDF_Dict mark = HPDF_Dict_New(memory), numbers = HPDF_Dict_New(memory);
	HPDF_Array kids = HPDF_Array_New(memory);

	HPDF_Dict_AddBoolean(mark, "Marked", HPDF_TRUE);
	HPDF_Dict_Add(pdf->haru->catalog, "MarkInfo", mark);
	HPDF_Dict_AddName(pdf->tree_root, "Type", "StructTreeRoot");
	HPDF_Array_Add(kids, pdf->root->object);
	HPDF_Dict_Add(pdf->tree_root, "K", kids);
	HPDF_Xref_Add(pdf->haru->xref, numbers);
	numbers->attr = pdf;
	numbers->write_fn = parent_tree_write;
	HPDF_Dict_Add(pdf->tree_root, "ParentTree", numbers);
	HPDF_Dict_AddNumber(pdf->tree_root, "ParentTreeNextKey", pdf->next_key);
	if (pdf->ids != NULL)
		id_tree_add(pdf);
	HPDF_Dict_Add(pdf->haru->catalog, "StructTreeRoot", pdf->tree_root);
}
