/* blank_form_page.c — a scheme's application form on paper, for whoever wants to fill it in by hand. */
#include "flow/blank_form_document.h"
#include "flow/catalogue_flow.h"
#include "web/page_state.h"

enum status
blank_form_show(struct ctx *ctx)
{
	struct catalogue_scheme found;
	struct buf pdf = buf_new(ctx->arena);
	const char *id = path_text(ctx, "scheme"), *url = web_process()->site.url;
	enum status st;

	if ((st = catalogue_scheme(&found, ctx, id)) != OK)
		return (st);
	if ((st = blank_form_pdf(&pdf, ctx, found.scheme, found.n_calls > 0 ? &found.calls[0] : NULL,
		 *url == '\0' ? "" : arena_printf(ctx->arena, "%s/ordninger/%s", url, id), ctx->lang)) != OK)
		return (st);
	return (page_send(ctx, "application/pdf", pdf.data, pdf.len, arena_printf(ctx->arena, "skjema-%s.pdf", id)));
}
