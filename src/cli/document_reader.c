/* document_reader.c — as whom "tilskudd document" reads, and which versions of an application there are to read. */
#include <stdio.h>

#include "cli/document_request.h"
#include "core/json.h"
#include "core/text.h"
#include "db/account_db.h"
#include "db/db.h"
#include "domain/application_version.h"
#include "flow/application_flow.h"
#include "flow/document_place.h"
#include "flow/site_flow.h"

static bool
become(struct document_request *request)
{
	struct ctx *ctx = request->ctx;
	enum lang lang = ctx->lang;
	enum status st;

	if ((st = db_begin_read(ctx)) == OK) {
		st = account_db_become_email(ctx, text_fold(ctx->arena, request->by));
		ctx->lang = lang;
		st = st == OK ? db_commit(ctx) : db_rollback(ctx, st);
	}
	if (st != OK)
		(void)document_failed("%s: %s", request->by,
		    st == ERR_NOT_FOUND
			? "there is no open account with that address; \"tilskudd user list\" lists them"
			: status_text(st));
	return (st == OK);
}

static bool
connect(struct ctx *ctx, enum db_role role)
{
	enum status st = db_connect_here(&ctx->db, role);

	if (st == OK)
		return (true);
	db_close(ctx->db);
	ctx->db = NULL;
	(void)document_failed("%s", status_text(st));
	return (false);
}

bool
document_reader_open(struct document_request *request)
{
	struct ctx *ctx = request->ctx;
	bool known;

	ctx->role = ROLE_ADMIN;
	if (!connect(ctx, DB_JOBS))
		return (false);
	if (request->by == NULL)
		return (true);
	/* Who it is, is looked up by the county; what she reads, row-level security decides. */
	known = become(request);
	db_close(ctx->db);
	ctx->db = NULL;
	return (known && connect(ctx, DB_APP));
}

/* --- versions ----------------------------------------------------------------------------------------------------- */

static void
version_json(struct json *json, struct arena *arena, const struct application_version *version)
{
	json_open(json, NULL, '{');
	json_int(json, "version", version->number);
	json_text(json, "at", instant_iso(arena, version->at));
	json_text(json, "added", version->added);
	json_close(json, '}');
}

static int
tell_versions(const struct document_request *request, const struct application_version *versions, size_t n)
{
	struct arena *arena = request->ctx->arena;
	struct buf out = buf_new(arena);
	struct json json = json_new(&out);

	if (request->json)
		json_open(&json, NULL, '[');
	for (size_t i = 0; i < n; i++)
		if (request->json)
			version_json(&json, arena, &versions[i]);
		else
			buf_printf(&out, "%d  %s  %s%s\n", versions[i].number, instant_short(arena, versions[i].at),
			    i == 0 ? "as it was sent" : "+ ", versions[i].added);
	if (request->json) {
		json_close(&json, ']');
		buf_putc(&out, '\n');
	}
	fputs(buf_text(&out), stdout);
	return (fflush(stdout) == 0 ? EXIT_DONE : EXIT_FAILED);
}

static int
versions_of(struct document_request *request)
{
	struct document_asked asked = { .has_lang = false };
	struct application_version *versions;
	struct application application;
	struct application_file *files;
	struct ctx *ctx = request->ctx;
	enum status st;
	size_t n;

	if ((st = document_place_case(&asked, ctx, request->number)) != OK ||
	    (st = application_load(&application, ctx, asked.application_id)) != OK ||
	    (st = application_files(&files, &n, ctx, asked.application_id)) != OK)
		return (document_failed("%s: %s", request->number,
		    st == ERR_NOT_FOUND ? "no sent application has that number, or --by may not see it"
					: status_text(st)));
	n = application_versions(&versions, ctx->arena, application.submitted_at, files, n);
	return (tell_versions(request, versions, n));
}

int
document_versions_run(struct document_request *request)
{
	struct ctx *ctx = request->ctx;
	int code = EXIT_FAILED;
	enum status st;

	if (request->number == NULL)
		return (command_usage("document", "versions needs --case NUMBER"));
	if ((st = site_equip(ctx)) != OK)
		return (document_failed("%s", status_text(st)));
	if (document_reader_open(request)) {
		code = versions_of(request);
		db_close(ctx->db);
		ctx->db = NULL;
	}
	return (code);
}
