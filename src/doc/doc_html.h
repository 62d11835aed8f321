/* doc_html.h — paints a document as a piece of HTML for our own pages: the same words and numbers as the PDF. */
#ifndef DOC_DOC_HTML_H
#define DOC_DOC_HTML_H

#include "core/buf.h"
#include "doc/doc_tree.h"

/*
 * Appends semantic HTML: no style or script attributes (the pages' CSP forbids them), everything escaped.
 * Headers, footers and page breaks belong to paper and are left out. All of it lies in <div class="doc" lang="..">.
 * Classes: doc-facts, doc-number (right-aligned cells), doc-scroll (around tables), doc-chart (the SVG, once as
 * doc-wide and once as doc-narrow), doc-toc with doc-level-N, doc-mark and doc-notes, and those of the template with
 * "doc-" before them.
 *
 * heading_offset: 0-3, added to every heading's level; the page's own h1 stays alone with 1
 * returns:        OK; as doc_image_read() or doc_qr_draw() with report->problem when a figure cannot be shown
 */
enum status doc_html(struct buf *out, struct doc_report *report, struct arena *arena, const struct doc_tree *tree,
    int heading_offset) MUST_CHECK;

#endif
