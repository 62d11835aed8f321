/* scheme_source.c — finds the scheme that a word means, on disk or in the database. */
#include "cli/scheme_source.h"

#include <string.h>
#include <unistd.h>

#include "cli/scheme_file.h"
#include "core/text.h"
#include "flow/scheme_flow.h"

static bool
is_file(const char *name)
{
	size_t len = strlen(name);

	return (
	    strchr(name, '/') != NULL || (len > 4 && strcmp(name + len - 4, ".xml") == 0) || access(name, F_OK) == 0);
}

static bool
from_file(struct scheme_source *out, struct scheme_request *request)
{
	struct scheme_file file;

	if (!scheme_file_compile(&file, request->ctx, out->name)) {
		scheme_file_tell(&file.messages);
		return (false);
	}
	out->xml = arena_strndup(request->ctx->arena, file.xml, file.len);
	out->scheme = file.scheme;
	return (true);
}

static bool
not_found(const struct scheme_source *source, enum status st)
{
	const char *why = st == ERR_NOT_FOUND
			      ? "there is no such version; \"tilskudd scheme show --history ID\" lists them, "
				"and a file is named with its folder or with .xml"
			  : st == ERR_CONFLICT ? "several versions begin so; give more of the hash"
					       : status_text(st);

	(void)scheme_request_failed("", "%s: %s", source->name, why);
	return (false);
}

static bool
from_database(struct scheme_source *out, struct scheme_request *request)
{
	struct ctx *ctx = request->ctx;
	const char *at = strchr(out->name, '@');
	const char *id = at == NULL ? out->name : arena_strndup(ctx->arena, out->name, (size_t)(at - out->name));
	enum status st;

	if (!scheme_request_database(request))
		return (false);
	if ((st = scheme_version_find(&out->publication, ctx, id, at == NULL ? "" : at + 1)) != OK ||
	    (st = scheme_version_document(&out->xml, ctx, out->publication.version_hash)) != OK ||
	    (st = scheme_of(&out->scheme, ctx, out->publication.version_hash)) != OK)
		return (not_found(out, st));
	out->published = true;
	return (true);
}

bool
scheme_source_get(struct scheme_source *out, struct scheme_request *request, const char *name)
{
	*out = (struct scheme_source){ .name = name };
	return (is_file(name) ? from_file(out, request) : from_database(out, request));
}
