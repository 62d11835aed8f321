/* docx_inside.h — what the writer of WordprocessingML and its pictures share while one document is written. */
#ifndef DOC_DOCX_INSIDE_H
#define DOC_DOCX_INSIDE_H

#include "doc/doc_docx.h"

#define REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

struct docx {
	struct buf *out; /* word/document.xml */
	struct arena *arena;
	const struct doc_tree *tree;
	struct buf links; /* relationships of links */
	int n_links;
	int n_lists; /* ordered ones: each counts from 1 */
	int depth;   /* of lists */
	struct docx_part *pictures;
	int n_pictures, picture_room;
	struct doc_report *report;
	enum status st; /* of pictures: the first that failed */
};

/* What stands in <w:pPr>; "" for the left. align: enum doc_align */
const char *docx_alignment(int align);

/* docx_picture.c: a paragraph with the picture, its file and the relation to it; as reading or making it failed. */
enum status docx_image(struct docx *d, const struct doc_figure *figure) MUST_CHECK;
enum status docx_code(struct docx *d, const struct doc_figure *figure) MUST_CHECK;

#endif
