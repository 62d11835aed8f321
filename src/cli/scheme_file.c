/* scheme_file.c — reads scheme files and tells what is wrong with them. */
#include "cli/scheme_file.h"

#include <errno.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "domain/scheme_trial.h"
#include "scheme/scheme_gate.h"

static const char *
home_path(struct arena *arena, const char *below)
{
	const char *home = getenv("TILSKUDD_HOME");

	return (arena_printf(arena, "%s/%s", text_blank(home) ? "." : home, below));
}

/* One byte more than is allowed is enough to be refused by the compiler. */
bool
scheme_file_read(struct scheme_file *out, struct ctx *ctx, const char *path)
{
	char *bytes = arena_alloc(ctx->arena, SCHEME_MAX_BYTES + 2);
	FILE *file = fopen(path, "rb");

	*out = (struct scheme_file){ .path = path, .xml = bytes };
	if (file != NULL) {
		errno = 0;
		out->len = fread(bytes, 1, SCHEME_MAX_BYTES + 1, file);
	}
	if (file == NULL || ferror(file)) {
		fprintf(stderr, "%s: %s: %s\n", path,
		    ctx->lang == LANG_EN ? "cannot be read; correct the name or the rights"
					 : "kan ikke leses; rett navnet eller rettighetene",
		    strerror(errno));
		if (file != NULL)
			fclose(file);
		return (false);
	}
	fclose(file);
	return (true);
}

static void
tell(const struct scheme_messages *messages)
{
	for (size_t i = 0; i < messages->n; i++)
		fprintf(stderr, "%s\n", scheme_message_line(messages, i));
	if (messages->more)
		fprintf(stderr, "%s: ...\n", messages->name);
}

bool
scheme_file_compile(struct scheme_file *out, struct ctx *ctx, const char *path)
{
	struct scheme_messages messages = scheme_messages_new(ctx->arena, ctx->lang);

	if (!scheme_file_read(out, ctx, path))
		return (false);
	if (scheme_compile(&out->scheme, &messages, ctx->arena, path, out->xml, out->len) == OK)
		return (true);
	tell(&messages);
	return (false);
}

static bool
trial(const struct scheme_file *file, struct ctx *ctx)
{
	struct trial_result result;

	scheme_tests_run(&result, ctx->arena, file->scheme, ctx->lang);
	for (size_t i = 0; i < result.n_failures; i++)
		fprintf(stderr, "%s:%d: %s\n", file->path, result.failures[i].line, result.failures[i].text);
	return (result.n_failures == 0);
}

bool
scheme_file_check(struct scheme_file *out, struct ctx *ctx, const struct xml_schema *gate, const char *path)
{
	struct scheme_messages messages = scheme_messages_new(ctx->arena, ctx->lang);

	if (!scheme_file_compile(out, ctx, path))
		return (false);
	if (scheme_gate_check(&messages, ctx->arena, gate, path, out->xml, out->len) != OK) {
		tell(&messages);
		return (false);
	}
	return (trial(out, ctx));
}

const struct xml_schema *
scheme_file_gate(struct ctx *ctx)
{
	struct xml_schema *gate;
	struct xml_error error;

	if (xml_relaxng_load(&gate, &error, ctx->arena, home_path(ctx->arena, "conf/scheme.rng")) == OK)
		return (gate);
	fprintf(stderr, "%s\n", xml_error_text(ctx->arena, &error));
	return (NULL);
}

static void
free_glob(void *object)
{
	globfree(object);
}

char **
scheme_file_all(size_t *count, struct ctx *ctx)
{
	glob_t *found = arena_alloc(ctx->arena, sizeof(*found));

	arena_defer(ctx->arena, free_glob, found);
	*count = glob(home_path(ctx->arena, "conf/schemes/*.xml"), 0, NULL, found) == 0 ? found->gl_pathc : 0;
	return (found->gl_pathv);
}
