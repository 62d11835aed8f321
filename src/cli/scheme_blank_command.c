/* scheme_blank_command.c — "tilskudd scheme blank-pdf": the form of a scheme on paper. */
#include <stdio.h>
#include <string.h>

#include "cli/output_file.h"
#include "cli/scheme_source.h"
#include "core/json.h"
#include "flow/blank_form_document.h"
#include "flow/catalogue_flow.h"
#include "flow/site_flow.h"

/* The call that matters most now, when the scheme is published and has one. */
static const struct call *
call_of(struct scheme_request *request, const struct scheme_source *source)
{
	struct catalogue_scheme found;

	if (!source->published || catalogue_scheme(&found, request->ctx, source->scheme->id) != OK)
		return (NULL);
	return (found.n_calls > 0 ? &found.calls[0] : NULL);
}

static int
tell_json(struct scheme_request *request, const struct scheme_source *source, size_t bytes)
{
	struct buf out = buf_new(request->ctx->arena);
	struct json json = json_new(&out);

	json_open(&json, NULL, '{');
	json_text(&json, "file", request->out);
	json_text(&json, "id", source->scheme->id);
	json_text(&json, "version", source->scheme->version_hash);
	json_int(&json, "bytes", (int64_t)bytes);
	json_close(&json, '}');
	return (scheme_request_print(&out));
}

int
scheme_blank_run(struct scheme_request *request)
{
	struct ctx *ctx = request->ctx;
	struct buf pdf = buf_new(ctx->arena);
	enum lang lang = ctx->lang;
	struct scheme_source source;
	struct site site;
	enum status st;

	if (request->out == NULL)
		return (scheme_request_misused("blank-pdf", "-o FILE is needed: where it is written"));
	if ((st = site_read(&site, ctx->arena)) != OK || (st = site_documents(&ctx->docs, ctx->arena, &site)) != OK)
		return (scheme_request_failed("blank-pdf", "%s", status_text(st)));
	ctx->county = site.county;
	if (!scheme_source_get(&source, request, request->words[0]))
		return (EXIT_FAILED);
	st = blank_form_pdf(&pdf, ctx, source.scheme, call_of(request, &source),
	    site.url[0] == '\0' ? "" : arena_printf(ctx->arena, "%s/ordninger/%s", site.url, source.scheme->id), lang);
	if (st != OK)
		return (scheme_request_failed("blank-pdf", "%s", status_text(st)));
	if (output_file_write(ctx, "scheme blank-pdf", request->out, pdf.data, pdf.len) != EXIT_DONE)
		return (EXIT_FAILED);
	return (request->json ? tell_json(request, &source, pdf.len) : EXIT_DONE);
}
