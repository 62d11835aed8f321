/* document_page.h — a document as a page and as PDF, for whichever page has one. */
#ifndef WEB_DOCUMENT_PAGE_H
#define WEB_DOCUMENT_PAGE_H

#include "flow/document_registry.h"
#include "gen/html_document_show.h"
#include "gen/html_part_breadcrumbs.h"
#include "web/page.h"

/* The document as a file called file. returns: as document_make() and document_pdf() */
enum status
document_page_pdf(struct ctx *ctx, const char *name, const struct document_asked *asked, const char *file) MUST_CHECK;

/* What stands around a document's web twin. */
struct document_frame {
	const char *title;   /* of the page */
	const char *pdf_url; /* the same as PDF */
	struct html_part_breadcrumbs crumbs;
	const struct html_document_show_versions *versions; /* of what it is, when there are several */
	size_t n_versions;
};

/* The web twin. returns: as document_make() and document_html() */
enum status document_page_twin(struct ctx *ctx, const char *name, const struct document_asked *asked,
    const struct document_frame *frame) MUST_CHECK;

#endif
