/* document_page.c — composes, paints and sends. */
#include "web/document_page.h"

#include "core/catalogue.h"

enum status
document_page_pdf(struct ctx *ctx, const char *name, const struct document_asked *asked, const char *file)
{
	struct buf pdf = buf_new(ctx->arena);
	struct document document;
	enum status st;

	if ((st = document_make(&document, ctx, name, asked)) != OK || (st = document_pdf(&pdf, ctx, &document)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", pdf.data, pdf.len, file));
}

enum status
document_page_twin(
    struct ctx *ctx, const char *name, const struct document_asked *asked, const struct document_frame *frame)
{
	struct buf html = buf_new(ctx->arena);
	struct html_document_show view = {
		.title = frame->title,
		.pdf_url = frame->pdf_url,
		.part_breadcrumbs = frame->crumbs,
		.versions = frame->versions,
		.n_versions = frame->n_versions,
	};
	struct document document;
	enum status st;

	if ((st = document_make(&document, ctx, name, asked)) != OK ||
	    (st = document_html(&html, ctx, &document, 1)) != OK)
		return (st);
	view.doc = safe_html_from(&html);
	view.doc_lang = lang_code(document.lang);
	return (page_render(ctx, 200, frame->title, HTML(document_show), &view));
}
