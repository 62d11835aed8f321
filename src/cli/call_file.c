/* call_file.c — reads call documents and tells what is wrong with them. */
#include "cli/call_file.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "scheme/scheme_gate.h"
#include "scheme/scheme_messages.h"

const struct xml_schema *
call_file_gate(struct ctx *ctx)
{
	return (scheme_file_rng(ctx, call_vocabulary.rng));
}

static bool
compile(struct call_file *out, struct ctx *ctx, struct scheme_messages *messages, const struct xml_schema *gate)
{
	struct scheme_file file;

	if (!scheme_file_read(&file, ctx, out->path)) {
		scheme_file_tell(&file.messages);
		return (false);
	}
	out->xml = file.xml;
	out->len = file.len;
	if (call_compile(&out->plans, messages, ctx->arena, out->path, out->xml, out->len) == OK)
		(void)!scheme_gate_check(messages, ctx->arena, gate, &call_vocabulary, out->path, out->xml, out->len);
	return (messages->n == 0);
}

static bool
check_scheme(const struct call_file *file, struct ctx *ctx, struct scheme_messages *messages)
{
	const char *slash = strrchr(file->path, '/');
	int folder = slash == NULL ? 0 : (int)(slash + 1 - file->path);
	const char *path =
	    arena_printf(ctx->arena, "%.*s../schemes/%s.xml", folder, file->path, file->plans->scheme_id);
	struct scheme_file scheme;

	if (access(path, F_OK) != 0)
		return (call_check_scheme(messages, file->plans, NULL) == OK);
	if (!scheme_file_compile(&scheme, ctx, path)) {
		scheme_file_tell(&scheme.messages);
		return (false);
	}
	return (call_check_scheme(messages, file->plans, scheme.scheme) == OK);
}

/* A frame that is another's must be in that scheme's calls, in the file beside this one. */
static void
check_shared(const struct call_file *file, struct ctx *ctx, struct scheme_messages *messages)
{
	const char *slash = strrchr(file->path, '/');
	int folder = slash == NULL ? 0 : (int)(slash + 1 - file->path);

	for (size_t i = 0; i < file->plans->n_calls; i++) {
		const char *other = file->plans->calls[i].shared_with;
		const struct call_plans *plans = NULL;
		struct scheme_messages ignored = scheme_messages_new(ctx->arena, ctx->lang);
		struct scheme_file read;
		const char *path;

		if (other == NULL)
			continue;
		path = arena_printf(ctx->arena, "%.*s%s.xml", folder, file->path, other);
		if (access(path, F_OK) == 0 && scheme_file_read(&read, ctx, path))
			(void)!call_compile(&plans, &ignored, ctx->arena, path, read.xml, read.len);
		call_check_shared(messages, file->plans, other, plans);
	}
}

bool
call_file_check(struct call_file *out, struct ctx *ctx, const struct xml_schema *gate, const char *path)
{
	struct scheme_messages messages = scheme_messages_new(ctx->arena, ctx->lang);
	bool ok;

	*out = (struct call_file){ .path = path };
	if ((ok = compile(out, ctx, &messages, gate))) {
		ok = call_check_file(&messages, out->plans, path) == OK;
		ok = check_scheme(out, ctx, &messages) && ok;
		check_shared(out, ctx, &messages);
		ok = ok && messages.n == 0;
	}
	scheme_file_tell(&messages);
	return (ok);
}
