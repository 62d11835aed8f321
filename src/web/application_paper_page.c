/* application_paper_page.c — the whole application as one document, for its applicant and for those who handle it. */
#include <inttypes.h>

#include "core/catalogue.h"
#include "flow/application_flow.h"
#include "web/application_page.h"
#include "web/case_words.h"
#include "web/document_page.h"

static enum status
asked_at_path(struct document_asked *asked, struct application *application, struct ctx *ctx)
{
	enum status st;

	*asked = (struct document_asked){ 0 };
	if ((st = path_id(&asked->application_id, ctx, "id")) != OK)
		return (st);
	return (application_load(application, ctx, asked->application_id));
}

enum status
application_paper_pdf_show(struct ctx *ctx)
{
	struct application application;
	struct document_asked asked;
	enum status st;

	if ((st = asked_at_path(&asked, &application, ctx)) != OK)
		return (st);
	return (document_page_pdf(ctx, "application", &asked,
	    *application.number == '\0' ? tr(ctx->lang, "utkast-til-soknad.pdf")
					: arena_printf(ctx->arena, "soknad-%s.pdf", application.number)));
}

enum status
application_paper_show(struct ctx *ctx)
{
	struct application application;
	struct document_asked asked;
	struct document_frame frame = { .title = tr(ctx->lang, "Hele søknaden") };
	enum status st;

	if ((st = asked_at_path(&asked, &application, ctx)) != OK)
		return (st);
	frame.pdf_url = arena_printf(ctx->arena, "/soknader/%" PRId64 "/soknad.pdf", application.id);
	frame.crumbs = ctx->role == ROLE_APPLICANT
			   ? application_crumbs(ctx, &application, frame.title)
			   : case_crumbs(ctx, arena_printf(ctx->arena, "/saker/%" PRId64, application.id),
				 application.number, frame.title);
	return (document_page_twin(ctx, "application", &asked, &frame));
}
