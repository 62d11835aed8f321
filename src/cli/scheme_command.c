/* scheme_command.c — "tilskudd scheme": check, list, show and import schemes, and write conf/scheme.rng. */
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/scheme_file.h"
#include "cli/scheme_list.h"
#include "db/db.h"
#include "db/scheme_db.h"
#include "scheme/vocabulary.h"

struct request {
	struct ctx *ctx;
	char **files;
	size_t n_files;
	bool json, published, canonical;
};

static int
print(const struct buf *out)
{
	fputs(buf_text(out), stdout);
	return (fflush(stdout) == 0 ? EXIT_DONE : EXIT_FAILED);
}

/* ------------------------------------------------------------------------------------------ check */

/* All are checked, so that one run tells everything; NULL when one failed. */
static struct scheme_file *
check_all(struct request *request)
{
	const struct xml_schema *gate = scheme_file_gate(request->ctx);
	struct scheme_file *files = arena_array(request->ctx->arena, request->n_files, sizeof(*files));
	bool ok = gate != NULL;

	for (size_t i = 0; i < request->n_files && gate != NULL; i++)
		ok &= scheme_file_check(&files[i], request->ctx, gate, request->files[i]);
	return (ok ? files : NULL);
}

static int
check(struct request *request)
{
	bool english = request->ctx->lang == LANG_EN;

	if (check_all(request) == NULL)
		return (EXIT_FAILED);
	printf(english ? "%zu schemes are in order\n" : "%zu ordninger er i orden\n", request->n_files);
	return (EXIT_DONE);
}

/* ------------------------------------------------------------------------------------------ list and show */

static int
list_files(struct request *request)
{
	struct scheme_row *rows;
	struct buf out = buf_new(request->ctx->arena);
	size_t n = 0;

	if (request->n_files == 0)
		request->files = scheme_file_all(&request->n_files, request->ctx);
	rows = arena_array(request->ctx->arena, request->n_files, sizeof(*rows));
	for (size_t i = 0; i < request->n_files; i++) {
		struct scheme_file file;

		if (!scheme_file_compile(&file, request->ctx, request->files[i]))
			continue;
		rows[n++] = (struct scheme_row){ file.scheme->id, area_code(file.scheme->area), file.scheme->unit,
			file.scheme->status, file.scheme->version_hash, file.scheme->title, file.path };
	}
	scheme_list_write(&out, rows, n, request->ctx->lang, request->json);
	return (print(&out) == EXIT_DONE && n == request->n_files ? EXIT_DONE : EXIT_FAILED);
}

/* Runs work in a transaction on a connection of its own. */
static enum status
with_database(struct ctx *ctx, enum status (*work)(struct ctx *, void *), void *object)
{
	enum status st;

	if ((st = db_connect_here(&ctx->db, DB_JOBS)) == OK)
		st = db_transaction(ctx, work, object);
	db_close(ctx->db);
	ctx->db = NULL;
	return (st);
}

struct published {
	struct scheme_published *list;
	size_t n;
};

static enum status
read_published(struct ctx *ctx, void *object)
{
	struct published *published = object;

	return (scheme_db_list(&published->list, &published->n, ctx));
}

static int
list_published(struct request *request)
{
	struct ctx *ctx = request->ctx;
	struct published published = { 0 };
	struct buf out = buf_new(ctx->arena);
	struct scheme_row *rows;
	enum status st;

	if ((st = with_database(ctx, read_published, &published)) != OK) {
		fprintf(stderr, "tilskudd scheme list: the database could not be read: %s\n", status_text(st));
		return (EXIT_FAILED);
	}
	rows = arena_array(ctx->arena, published.n, sizeof(*rows));
	for (size_t i = 0; i < published.n; i++) {
		const struct scheme_published *p = &published.list[i];

		rows[i] = (struct scheme_row){ p->id, p->area, p->unit, p->status, p->version_hash, p->title,
			instant_iso(ctx->arena, p->published_at) };
	}
	scheme_list_write(&out, rows, published.n, ctx->lang, request->json);
	return (print(&out));
}

static int
list(struct request *request)
{
	return (request->published ? list_published(request) : list_files(request));
}

static int
show_canonical(struct request *request, struct buf *out)
{
	struct scheme_messages messages = scheme_messages_new(request->ctx->arena, request->ctx->lang);
	struct scheme_file file;
	char *canonical;

	if (!scheme_file_compile(&file, request->ctx, request->files[0]))
		return (EXIT_FAILED);
	if (scheme_canonical(&canonical, &messages, request->ctx->arena, file.path, file.xml, file.len) != OK) {
		for (size_t i = 0; i < messages.n; i++)
			fprintf(stderr, "%s\n", scheme_message_line(&messages, i));
		return (EXIT_FAILED);
	}
	buf_puts(out, canonical);
	return (print(out));
}

static int
show(struct request *request)
{
	struct buf out = buf_new(request->ctx->arena);
	struct scheme_file file;

	if (request->canonical)
		return (show_canonical(request, &out));
	if (!scheme_file_compile(&file, request->ctx, request->files[0]))
		return (EXIT_FAILED);
	scheme_show_write(&out, file.scheme, request->ctx->lang);
	return (print(&out));
}

static int
write_rng(struct request *request)
{
	struct buf out = buf_new(request->ctx->arena);

	vocabulary_write_rng(&out, &scheme_vocabulary);
	return (print(&out));
}

/* ------------------------------------------------------------------------------------------ import */

struct import {
	const struct scheme_file *files;
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

/* All or none: a county is never left with half of a change. */
static int
import_files(struct request *request)
{
	static const char *const words[] = { "unchanged", "published", "kept" };
	struct import import = { .files = check_all(request), .n = request->n_files };
	enum status st;

	if (import.files == NULL)
		return (EXIT_FAILED);
	import.installed = arena_array(request->ctx->arena, import.n, sizeof(*import.installed));
	if ((st = with_database(request->ctx, import_all, &import)) != OK) {
		fprintf(stderr, "%s%s\n", import.why != NULL ? "" : "tilskudd scheme import: nothing was imported: ",
		    import.why != NULL ? import.why : status_text(st));
		return (EXIT_FAILED);
	}
	for (size_t i = 0; i < import.n; i++)
		printf("%s %s %.12s\n", words[import.installed[i]], import.files[i].scheme->id,
		    import.files[i].scheme->version_hash);
	return (EXIT_DONE);
}

/* ------------------------------------------------------------------------------------------ the command line */

static const struct action {
	const char *name;
	int (*run)(struct request *);
	size_t least, most; /* files */
} actions[] = {
	{ "check", check, 1, SIZE_MAX },
	{ "import", import_files, 1, SIZE_MAX },
	{ "list", list, 0, SIZE_MAX },
	{ "rng", write_rng, 0, 0 },
	{ "show", show, 1, 1 },
};

/* An option that takes no value; false when there is no such. */
static bool
flag(struct request *request, const char *word)
{
	bool *place = strcmp(word, "--json") == 0        ? &request->json
		      : strcmp(word, "--published") == 0 ? &request->published
		      : strcmp(word, "--canonical") == 0 ? &request->canonical
		      : strcmp(word, "--merged") == 0    ? &request->canonical
							 : NULL;

	if (place != NULL)
		*place = true;
	return (place != NULL);
}

static int
read_words(struct request *request, int argc, char **argv)
{
	bool plain = false;

	request->files = arena_array(request->ctx->arena, (size_t)argc, sizeof(*request->files));
	for (int i = 2; i < argc; i++) {
		if (plain || argv[i][0] != '-')
			request->files[request->n_files++] = argv[i];
		else if (strcmp(argv[i], "--") == 0)
			plain = true;
		else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc && lang_parse(&request->ctx->lang, argv[i + 1]))
			i++;
		else if (!flag(request, argv[i]))
			return (command_usage("scheme", "\"%s\" is not understood", argv[i]));
	}
	return (EXIT_DONE);
}

int
scheme_command(struct ctx *ctx, int argc, char **argv)
{
	struct request request = { .ctx = ctx };
	int code;

	if (argc < 2)
		return (command_usage("scheme", "say what to do"));
	for (size_t i = 0; i < sizeof(actions) / sizeof(actions[0]); i++) {
		if (strcmp(actions[i].name, argv[1]) != 0)
			continue;
		if ((code = read_words(&request, argc, argv)) != EXIT_DONE)
			return (code);
		if (request.n_files < actions[i].least || request.n_files > actions[i].most)
			return (command_usage("scheme", "%s takes %s", argv[1],
			    actions[i].most == 0   ? "no file"
			    : actions[i].most == 1 ? "one file"
						   : "at least one file"));
		return (actions[i].run(&request));
	}
	return (command_usage("scheme", "\"%s\" is not understood", argv[1]));
}
