/* application_paper_page.c — the whole application as one document, for its applicant and for those who handle it: as
 * it is now, and as it was sent when more has come since. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "domain/application_version.h"
#include "flow/application_flow.h"
#include "web/application_page.h"
#include "web/case_words.h"
#include "web/document_page.h"

#define VERSION_ROOM 6 /* digits */

/* The version in the address; 0 for the newest. */
static enum status
version_asked(int *out, struct ctx *ctx)
{
	const char *text = query_text(ctx, "versjon");

	*out = 0;
	if (*text == '\0')
		return (OK);
	if (strlen(text) > VERSION_ROOM || strspn(text, "0123456789") != strlen(text))
		return (ERR_NOT_FOUND);
	*out = (int)strtol(text, NULL, 10);
	return (*out > 0 ? OK : ERR_NOT_FOUND);
}

static enum status
asked_at_path(struct document_asked *asked, struct application *application, struct ctx *ctx)
{
	enum status st;

	*asked = (struct document_asked){ 0 };
	if ((st = path_id(&asked->application_id, ctx, "id")) != OK || (st = version_asked(&asked->version, ctx)) != OK)
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

/* Ways to the versions, the newest first, when there are several. */
static enum status
versions_fill(
    struct document_frame *frame, struct ctx *ctx, const struct application *application, int shown, const char *base)
{
	struct html_document_show_versions *links;
	struct application_version *versions;
	struct application_file *files;
	enum status st;
	size_t n;

	if (application->submitted_at == 0)
		return (OK);
	if ((st = application_files(&files, &n, ctx, application->id)) != OK)
		return (st);
	if ((n = application_versions(&versions, ctx->arena, application->submitted_at, files, n)) < 2)
		return (OK);
	links = arena_array(ctx->arena, n, sizeof(*links));
	for (size_t i = 0; i < n; i++) {
		const struct application_version *version = &versions[n - 1 - i];
		const char *at = instant_long(ctx->arena, version->at, ctx->lang);

		links[i].text = version->number == 1
				    ? tr_printf(ctx->arena, ctx->lang, "Slik den ble sendt %s", at)
				    : tr_printf(ctx->arena, ctx->lang, "Med %s, som kom %s", version->added, at);
		links[i].shown = version->number == shown || (shown == 0 && i == 0);
		if (!links[i].shown)
			links[i].url = arena_printf(ctx->arena, "%s?versjon=%d", base, version->number);
	}
	frame->versions = links;
	frame->n_versions = n;
	return (OK);
}

enum status
application_paper_show(struct ctx *ctx)
{
	struct application application;
	struct document_asked asked;
	struct document_frame frame = { .title = tr(ctx->lang, "Hele søknaden") };
	const char *base;
	enum status st;

	if ((st = asked_at_path(&asked, &application, ctx)) != OK)
		return (st);
	base = arena_printf(ctx->arena, "/soknader/%" PRId64 "/soknad", application.id);
	if ((st = versions_fill(&frame, ctx, &application, asked.version, base)) != OK)
		return (st);
	frame.pdf_url = asked.version == 0 ? arena_printf(ctx->arena, "%s.pdf", base)
					   : arena_printf(ctx->arena, "%s.pdf?versjon=%d", base, asked.version);
	frame.crumbs = ctx->role == ROLE_APPLICANT
			   ? application_crumbs(ctx, &application, frame.title)
			   : case_crumbs(ctx, arena_printf(ctx->arena, "/saker/%" PRId64, application.id),
				 application.number, frame.title);
	return (document_page_twin(ctx, "application", &asked, &frame));
}
