/* scheme_publish_command.c — "tilskudd scheme publish": proposes, approves, refuses and withdraws versions of schemes.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli/scheme_file.h"
#include "cli/scheme_source.h"
#include "core/catalogue.h"
#include "core/text.h"
#include "db/account_db.h"
#include "db/db.h"

static int
failed(const char *message, enum status st)
{
	return (scheme_request_failed("publish", "%s", message == NULL ? status_text(st) : message));
}

/* Tells what is done; number: of the version, 0 when none came of it. */
static int
done(struct scheme_request *request, const char *state, int64_t proposal, int number, const char *words)
{
	struct buf out = buf_new(request->ctx->arena);
	struct json json = json_new(&out);

	if (!request->json) {
		buf_printf(&out, "%s\n", words);
		return (scheme_request_print(&out));
	}
	json_open(&json, NULL, '{');
	json_text(&json, "state", state);
	json_int(&json, "proposal", proposal);
	if (number != 0)
		json_int(&json, "number", number);
	json_close(&json, '}');
	return (scheme_request_print(&out));
}

/* From here on the command acts as the person, with that role and no more. */
static bool
become(struct scheme_request *request)
{
	struct ctx *ctx = request->ctx;
	enum lang lang = ctx->lang;
	enum status st;

	if (!scheme_request_database(request) || (st = db_begin_read(ctx)) != OK)
		return (false);
	st = account_db_become_email(ctx, text_fold(ctx->arena, request->by));
	ctx->lang = lang;
	if (st != OK) {
		(void)!db_rollback(ctx, st);
		(void)scheme_request_failed("publish", "%s: %s", request->by,
		    st == ERR_NOT_FOUND
			? "there is no open account with that address; \"tilskudd user list\" lists them"
			: status_text(st));
		return (false);
	}
	return (db_commit(ctx) == OK);
}

/* ------------------------------------------------------------------------------------------ propose */

static bool
checked_file(const char **document, struct scheme_request *request)
{
	const struct xml_schema *gate = scheme_file_gate(request->ctx);
	struct scheme_file file;

	if (gate == NULL)
		return (false);
	if (!scheme_file_check(&file, request->ctx, gate, request->words[0])) {
		scheme_file_tell(&file.messages);
		return (false);
	}
	*document = arena_strndup(request->ctx->arena, file.xml, file.len);
	return (true);
}

static bool
older_version(const char **document, struct scheme_request *request)
{
	struct scheme_source source;

	if (!scheme_source_get(&source, request,
		arena_printf(request->ctx->arena, "%s@%" PRId64, request->words[0], request->restore)))
		return (false);
	*document = source.xml;
	return (true);
}

static int
propose(struct scheme_request *request)
{
	struct scheme_proposing what = { .why = request->why == NULL ? "" : request->why,
		.restores = (int)request->restore,
		.open_calls = request->open_calls };
	const char *message;
	enum status st;
	int64_t id;

	if (!(request->restore != 0 ? older_version(&what.document, request) : checked_file(&what.document, request)))
		return (EXIT_FAILED);
	if ((st = scheme_propose(&id, &message, request->ctx, &what)) != OK)
		return (failed(message, st));
	return (done(request, "proposed", id, 0,
	    tr_printf(request->ctx->arena, request->ctx->lang,
		"forslag %d venter på en annen: tilskudd scheme publish --approve %d --by E-POST", (int)id, (int)id)));
}

/* ------------------------------------------------------------------------------------------ decide */

static int
approve(struct scheme_request *request)
{
	const char *message;
	enum status st;
	int number;

	st = scheme_approve(
	    &number, &message, request->ctx, request->approve, request->remark == NULL ? "" : request->remark);
	if (st == ERR_NOT_FOUND)
		message = "there is no such proposal; \"tilskudd scheme publish\" lists those that wait";
	if (st != OK)
		return (failed(message, st));
	return (done(request, "published", request->approve, number,
	    tr_printf(request->ctx->arena, request->ctx->lang, "publisert som versjon %d", number)));
}

static int
end(struct scheme_request *request)
{
	const char *message;
	enum status st;

	if (request->refuse != 0)
		st = scheme_refuse(
		    &message, request->ctx, request->refuse, request->remark == NULL ? "" : request->remark);
	else
		st = scheme_withdraw(&message, request->ctx, request->withdraw);
	if (st == ERR_NOT_FOUND)
		message = "there is no such proposal; \"tilskudd scheme publish\" lists those that wait";
	if (st != OK)
		return (failed(message, st));
	if (request->refuse != 0)
		return (done(request, "refused", request->refuse, 0, tr(request->ctx->lang, "avslått")));
	return (done(request, "withdrawn", request->withdraw, 0, tr(request->ctx->lang, "trukket")));
}

/* ------------------------------------------------------------------------------------------ list */

static void
json_proposal(struct json *json, const struct scheme_proposal *proposal)
{
	json_open(json, NULL, '{');
	json_int(json, "proposal", proposal->id);
	json_text(json, "id", proposal->scheme_id);
	json_text(json, "version", proposal->version_hash);
	json_text(json, "base", *proposal->base_hash == '\0' ? NULL : proposal->base_hash);
	json_text(json, "why", proposal->why);
	json_text(json, "proposed_by", proposal->proposed_by);
	json_text(json, "proposed_at", instant_iso(json->out->arena, proposal->proposed_at));
	json_bool(json, "open_calls", proposal->open_calls);
	json_bool(json, "needs_confirmation", proposal->needs_confirmation);
	json_close(json, '}');
}

static int
list(struct scheme_request *request)
{
	struct buf out = buf_new(request->ctx->arena);
	struct json json = json_new(&out);
	struct scheme_proposal *proposals;
	enum status st;
	size_t n;

	if (!scheme_request_database(request))
		return (EXIT_FAILED);
	if ((st = scheme_proposals(&proposals, &n, request->ctx)) != OK)
		return (failed(NULL, st));
	if (request->json)
		json_open(&json, NULL, '[');
	for (size_t i = 0; i < n; i++)
		if (request->json)
			json_proposal(&json, &proposals[i]);
		else
			buf_printf(&out, "%" PRId64 "  %s  %s  %s: %s\n", proposals[i].id, proposals[i].scheme_id,
			    instant_long(request->ctx->arena, proposals[i].proposed_at, request->ctx->lang),
			    proposals[i].proposed_by, proposals[i].why);
	if (request->json)
		json_close(&json, ']');
	return (scheme_request_print(&out));
}

int
scheme_publish_run(struct scheme_request *request)
{
	int decisions = (request->approve != 0) + (request->refuse != 0) + (request->withdraw != 0);

	if (decisions + (request->n_words > 0) > 1)
		return (scheme_request_misused("publish", "one thing at a time: propose, approve, refuse or withdraw"));
	if (decisions + request->n_words == 0)
		return (list(request));
	if (request->by == NULL)
		return (scheme_request_misused("publish", "--by EMAIL is needed: who does it"));
	if (!become(request))
		return (EXIT_FAILED);
	if (request->approve != 0)
		return (approve(request));
	return (decisions > 0 ? end(request) : propose(request));
}
