/* call_import.c — "tilskudd call import": brings the database's calls to what the documents say. */
#include <pwd.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/call_actions.h"
#include "cli/call_file.h"
#include "db/db.h"
#include "flow/call_flow.h"

const char *
call_account(struct arena *arena)
{
	const struct passwd *account = getpwuid(geteuid());

	return (account == NULL ? arena_printf(arena, "%ld", (long)geteuid()) : arena_strdup(arena, account->pw_name));
}

static int
failed(const struct call_request *request, const char *path, enum status st)
{
	if (st == ERR_NOT_FOUND)
		fprintf(stderr, "%s: %s\n", path,
		    request->ctx->lang == LANG_EN
			? "the scheme is not published; run \"tilskudd scheme import\" with its file first"
			: "ordningen er ikke publisert; kjør «tilskudd scheme import» med filen dens først");
	else
		fprintf(stderr, "tilskudd call import: %s: %s\n", path, status_text(st));
	return (EXIT_FAILED);
}

static int
import_one(struct call_request *request, const struct call_file *file, const struct call_author *author)
{
	struct ctx *ctx = request->ctx;
	struct scheme_messages messages = scheme_messages_new(ctx->arena, ctx->lang);
	struct call_imported done;
	enum status st;

	messages.name = file->path;
	st = call_import(&done, &messages, ctx, file->plans, arena_strndup(ctx->arena, file->xml, file->len), author);
	if (messages.n > 0) {
		scheme_file_tell(&messages);
		return (EXIT_FAILED);
	}
	if (st != OK)
		return (failed(request, file->path, st));
	printf(ctx->lang == LANG_EN ? "%s: %zu announced, %zu changed, %zu as they stood\n"
				    : "%s: %zu lyst ut, %zu endret, %zu som før\n",
	    file->plans->scheme_id, done.announced, done.changed, done.unchanged);
	return (EXIT_DONE);
}

/* Calls that were announced without a document, by the demo or by hand, are not written over when that is asked. */
static bool
left_alone(struct call_request *request, const struct call_file *file)
{
	bool others = false;

	return (request->keep_others && call_announced_otherwise(&others, request->ctx, file->plans->scheme_id) == OK &&
		others);
}

static bool
author_find(struct call_author *out, struct call_request *request)
{
	struct ctx *ctx = request->ctx;

	*out = (struct call_author){ .name = call_account(ctx->arena) };
	if (request->by == NULL || call_author_of(out, ctx, request->by) == OK)
		return (true);
	fprintf(stderr, "tilskudd call import: %s %s\n", request->by,
	    ctx->lang == LANG_EN ? "is no officer, leader or administrator; \"tilskudd user list\" lists them"
				 : "er ingen saksbehandler, leder eller administrator; «tilskudd user list» viser dem");
	return (false);
}

/* Whether some call of the document gives from a frame that another document brings. */
static bool
leans_on_others(const struct call_file *file)
{
	for (size_t i = 0; i < file->plans->n_calls; i++)
		if (file->plans->calls[i].shared_with != NULL)
			return (true);
	return (false);
}

/* Each document is imported whole or not at all; one that is refused does not stop the others. Frames come before
 * those who share them. */
static int
import_all(struct call_request *request, const struct call_file *files)
{
	struct call_author author;
	int code = EXIT_DONE;

	if (!author_find(&author, request))
		return (EXIT_FAILED);
	for (int turn = 0; turn < 2; turn++)
		for (size_t i = 0; i < request->n_files; i++)
			if (leans_on_others(&files[i]) == (turn == 1) && !left_alone(request, &files[i]) &&
			    import_one(request, &files[i], &author) != EXIT_DONE)
				code = EXIT_FAILED;
	return (code);
}

int
call_import_files(struct call_request *request)
{
	struct ctx *ctx = request->ctx;
	const struct xml_schema *gate = call_file_gate(ctx);
	struct call_file *files = arena_array(ctx->arena, request->n_files, sizeof(*files));
	bool ok = gate != NULL;
	int code;

	for (size_t i = 0; i < request->n_files && gate != NULL; i++)
		ok &= call_file_check(&files[i], ctx, gate, request->files[i]);
	if (!ok)
		return (EXIT_FAILED);
	if (db_connect_here(&ctx->db, DB_JOBS) != OK) {
		fprintf(stderr, "tilskudd call import: the database could not be reached\n");
		return (EXIT_FAILED);
	}
	code = import_all(request, files);
	db_close(ctx->db);
	ctx->db = NULL;
	return (code);
}
