/* scheme_import_command.c — "tilskudd scheme import": brings the schemes of the installation into force. */
#include <stdio.h>

#include "cli/scheme_file.h"
#include "cli/scheme_request.h"
#include "db/db.h"
#include "db/scheme_db.h"

struct import {
	struct scheme_file *files;
	size_t n;
	enum scheme_installed *installed;
	const char *why; /* what the database lacks, said with the file's name */
};

static const char *
lacking(struct ctx *ctx, const struct scheme_file *file, const char *attribute, const char *code)
{
	return (arena_printf(ctx->arena,
	    ctx->lang == LANG_EN
		? "%s: the county has no %s=\"%s\"; correct the code, or add it to conf/county.xml and run "
		  "\"tilskudd reference load\""
		: "%s: fylket har ingen %s=\"%s\"; rett koden, eller legg den til i conf/county.xml og kjør "
		  "«tilskudd reference load»",
	    file->path, attribute, code));
}

static enum status
import_one(struct ctx *ctx, struct import *import, size_t i)
{
	const struct scheme_file *file = &import->files[i];
	const char **unknown;
	size_t n;
	enum status st;

	if ((st = scheme_db_bodies_unknown(&unknown, &n, ctx, file->scheme)) != OK)
		return (st);
	if (n > 0) {
		import->why = lacking(ctx, file, "body", unknown[0]);
		return (ERR_INVALID);
	}
	st = scheme_db_install(
	    &import->installed[i], ctx, file->scheme, arena_strndup(ctx->arena, file->xml, file->len));
	if (st == ERR_NOT_FOUND)
		import->why = lacking(ctx, file, "unit", file->scheme->unit);
	return (st);
}

static enum status
import_all(struct ctx *ctx, void *object)
{
	struct import *import = object;
	enum status st = OK;

	for (size_t i = 0; i < import->n && st == OK; i++)
		st = import_one(ctx, import, i);
	return (st);
}

/* All are checked, so that one run tells everything. */
static bool
check_all(struct import *import, struct scheme_request *request)
{
	const struct xml_schema *gate = scheme_file_gate(request->ctx);
	bool ok = gate != NULL;

	for (size_t i = 0; i < import->n && gate != NULL; i++)
		if (!scheme_file_check(&import->files[i], request->ctx, gate, request->words[i])) {
			scheme_file_tell(&import->files[i].messages);
			ok = false;
		}
	return (ok);
}

/* All or none: a county is never left with half of a change. */
int
scheme_import_run(struct scheme_request *request)
{
	static const char *const words[] = { "unchanged", "published", "kept" };
	struct arena *arena = request->ctx->arena;
	struct import import = { .n = request->n_words,
		.files = arena_array(arena, request->n_words, sizeof(*import.files)),
		.installed = arena_array(arena, request->n_words, sizeof(*import.installed)) };
	enum status st;

	if (!check_all(&import, request) || !scheme_request_database(request))
		return (EXIT_FAILED);
	if ((st = db_transaction(request->ctx, import_all, &import)) != OK) {
		if (import.why == NULL)
			return (scheme_request_failed("import", "nothing was imported: %s", status_text(st)));
		fprintf(stderr, "%s\n", import.why);
		return (EXIT_FAILED);
	}
	for (size_t i = 0; i < import.n; i++)
		printf("%s %s %.12s\n", words[import.installed[i]], import.files[i].scheme->id,
		    import.files[i].scheme->version_hash);
	return (EXIT_DONE);
}
