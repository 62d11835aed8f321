/* doc_pdf.h — paints a document as tagged PDF with embedded fonts; the same document gives the same bytes. */
#ifndef DOC_DOC_PDF_H
#define DOC_DOC_PDF_H

#include "core/buf.h"
#include "core/date.h"
#include "doc/doc_tree.h"

struct doc_fonts;

struct doc_meta {
	const char *author;   /* who issues it, "Innlandet fylkeskommune"; NULL for nobody */
	instant made_at;      /* from the case, never the clock */
	bool allow_uncovered; /* characters no font has are shown as a replacement mark; otherwise they stop the
				 document */
};

/*
 * out:     appended to
 * report:  pages and uncovered characters are filled in, also when it fails
 * fonts:   one document at a time
 * returns: OK; ERR_INVALID when a character has no glyph or an image is broken (report says which);
 *          ERR_LIMIT when libharu got no memory; ERR_IO when a font could not be cut
 */
enum status doc_pdf(struct buf *out, struct doc_report *report, struct arena *arena, struct doc_fonts *fonts,
    const struct doc_tree *tree, const struct doc_meta *meta) MUST_CHECK;

#endif
