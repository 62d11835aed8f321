/* case_paper_page.c — the paper a body decides by, as PDF and as a text to go on being written in. */
#include "flow/document_registry.h"
#include "web/list_path.h"
#include "web/page.h"

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
