/* case_paper_page.c — the papers of a list: the one a body decides by, as PDF and as a text to go on being written in,
 * and the working paper with everything in it. */
#include "web/document_page.h"
#include "web/list_path.h"

static enum status
paper_send(struct ctx *ctx, bool docx)
{
	static const char word[] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
	struct buf out = buf_new(ctx->arena);
	struct document_asked asked = { 0 };
	struct document paper;
	enum status st;

	if ((st = list_path_read(&asked.call_id, &asked.batch, ctx)) != OK ||
	    (st = document_make(&paper, ctx, "case_paper", &asked)) != OK ||
	    (st = docx ? document_docx(&out, ctx, &paper) : document_pdf(&out, ctx, &paper)) != OK)
		return (st);
	return (page_send(ctx, docx ? word : "application/pdf", out.data, out.len,
	    arena_printf(ctx->arena, "saksframlegg-%s.%s", path_text(ctx, "id"), docx ? "docx" : "pdf")));
}

enum status
case_paper_pdf_show(struct ctx *ctx)
{
	return (paper_send(ctx, false));
}

enum status
case_paper_docx_show(struct ctx *ctx)
{
	return (paper_send(ctx, true));
}

/* A case of three pages takes 0.7 MB while it is set; this is room for more cases than any call has had. */
#define WORKING_PAPER_MEMORY ((size_t)640 * 1024 * 1024)

enum status
working_paper_pdf_show(struct ctx *ctx)
{
	struct document_asked asked = { 0 };
	enum status st;

	if ((st = list_path_read(&asked.call_id, &asked.batch, ctx)) != OK)
		return (st);
	arena_widen(ctx->arena, WORKING_PAPER_MEMORY);
	return (document_page_pdf(
	    ctx, "working_paper", &asked, arena_printf(ctx->arena, "arbeidspapir-%s.pdf", path_text(ctx, "id"))));
}
