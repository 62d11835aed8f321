/* case_paper_page.c — the paper a body decides by, as PDF and as a text to go on being written in. */
#include "flow/recommendation_flow.h"
#include "web/list_path.h"
#include "web/page.h"

static enum status
paper_send(struct ctx *ctx, bool docx)
{
	static const char word[] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
	struct buf out = buf_new(ctx->arena);
	enum status st;
	int64_t id;
	int batch;

	if ((st = list_path_read(&id, &batch, ctx)) != OK ||
	    (st = recommendation_paper(&out, ctx, id, batch, docx)) != OK)
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
