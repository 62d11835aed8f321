/* doc_docx.h — the same tree as an Office Open XML text (ISO/IEC 29500), to go on being written in. */
#ifndef DOC_DOC_DOCX_H
#define DOC_DOC_DOCX_H

#include "core/buf.h"
#include "core/date.h"
#include "doc/doc_tree.h"

/*
 * Appends a DOCX file: headings, lists, tables with repeated heads, notes and links as Word and LibreOffice know them;
 * a chart is its table of figures, a QR code a picture. made_at is the file's date, so that the same document is the
 * same bytes.
 *
 * returns: OK; what reading a picture or making a QR code failed with, told in report->problem; ERR_IO when it cannot
 * be packed, which only running out of memory makes happen
 */
enum status doc_docx(struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_tree *tree,
    instant made_at) MUST_CHECK;

/* docx_pack.c: files packed in the order given. */
struct docx_part {
	const char *name;
	struct buf bytes;
};
enum status docx_pack(struct buf *out, const struct docx_part *parts, size_t n, instant made_at) MUST_CHECK;

#endif
