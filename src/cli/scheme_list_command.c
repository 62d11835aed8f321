/* scheme_list_command.c — "tilskudd scheme list", "show" and "rng". */
#include <string.h>

#include "cli/scheme_file.h"
#include "cli/scheme_list.h"
#include "cli/scheme_request.h"
#include "cli/scheme_source.h"
#include "core/catalogue.h"
#include "db/db.h"
#include "db/scheme_db.h"
#include "scheme/vocabulary.h"

/* ------------------------------------------------------------------------------------------ list */

static int
list_files(struct scheme_request *request)
{
	struct buf out = buf_new(request->ctx->arena);
	struct scheme_row *rows;
	size_t n = 0;

	if (request->n_words == 0)
		request->words = scheme_file_all(&request->n_words, request->ctx);
	rows = arena_array(request->ctx->arena, request->n_words, sizeof(*rows));
	for (size_t i = 0; i < request->n_words; i++) {
		struct scheme_file file;

		if (!scheme_file_compile(&file, request->ctx, request->words[i])) {
			scheme_file_tell(&file.messages);
			continue;
		}
		rows[n++] = (struct scheme_row){ .id = file.scheme->id,
			.area = area_code(file.scheme->area),
			.unit = file.scheme->unit,
			.status = file.scheme->status,
			.version_hash = file.scheme->version_hash,
			.title = file.scheme->title,
			.where = file.path,
			.scheme = file.scheme };
	}
	scheme_list_write(&out, rows, n, request->ctx->lang, request->json);
	return (scheme_request_print(&out) == EXIT_DONE && n == request->n_words ? EXIT_DONE : EXIT_FAILED);
}

static enum status
read_published(struct scheme_published **list, size_t *n, struct ctx *ctx)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = scheme_db_list(list, n, ctx)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static int
list_published(struct scheme_request *request)
{
	struct ctx *ctx = request->ctx;
	struct buf out = buf_new(ctx->arena);
	struct scheme_published *list;
	struct scheme_row *rows;
	enum status st;
	size_t n;

	if (!scheme_request_database(request))
		return (EXIT_FAILED);
	if ((st = read_published(&list, &n, ctx)) != OK)
		return (scheme_request_failed("list", "the database could not be read: %s", status_text(st)));
	rows = arena_array(ctx->arena, n, sizeof(*rows));
	for (size_t i = 0; i < n; i++)
		rows[i] = (struct scheme_row){ .id = list[i].id,
			.area = list[i].area,
			.unit = list[i].unit,
			.status = list[i].status,
			.version_hash = list[i].version_hash,
			.title = list[i].title,
			.where = instant_iso(ctx->arena, list[i].published_at),
			.published = &list[i] };
	scheme_list_write(&out, rows, n, ctx->lang, request->json);
	return (scheme_request_print(&out));
}

int
scheme_list_run(struct scheme_request *request)
{
	return (request->published ? list_published(request) : list_files(request));
}

/* ------------------------------------------------------------------------------------------ show */

static int
show_canonical(struct scheme_request *request, const struct scheme_source *source)
{
	struct scheme_messages messages = scheme_messages_new(request->ctx->arena, request->ctx->lang);
	struct buf out = buf_new(request->ctx->arena);
	char *canonical;

	if (scheme_canonical(
		&canonical, &messages, request->ctx->arena, source->name, source->xml, strlen(source->xml)) != OK) {
		scheme_file_tell(&messages);
		return (EXIT_FAILED);
	}
	buf_puts(&out, canonical);
	return (scheme_request_print(&out));
}

static void
history_line(struct buf *out, const struct scheme_publication *row, enum lang lang)
{
	buf_printf(
	    out, "@%-3d %.12s  %s", row->number, row->version_hash, instant_long(out->arena, row->published_at, lang));
	if (row->installed)
		buf_printf(out, "  %s", tr(lang, "fulgte med installasjonen"));
	else
		buf_printf(out, tr(lang, "  foreslått av %s, godkjent av %s: %s"), row->proposed_by, row->approved_by,
		    row->why);
	if (row->restores != 0)
		buf_printf(out, " (= @%d)", row->restores);
	buf_putc(out, '\n');
}

static void
history_json(struct json *json, const struct scheme_publication *row)
{
	json_open(json, NULL, '{');
	json_int(json, "number", row->number);
	json_text(json, "version", row->version_hash);
	json_text(json, "published_at", instant_iso(json->out->arena, row->published_at));
	json_bool(json, "installed", row->installed);
	json_text(json, "proposed_by", row->installed ? NULL : row->proposed_by);
	json_text(json, "approved_by", row->installed ? NULL : row->approved_by);
	json_text(json, "why", row->installed ? NULL : row->why);
	json_text(json, "remark", row->installed ? NULL : row->remark);
	json_bool(json, "open_calls", row->open_calls);
	if (row->restores != 0)
		json_int(json, "restores", row->restores);
	json_close(json, '}');
}

static int
show_history(struct scheme_request *request)
{
	struct buf out = buf_new(request->ctx->arena);
	struct json json = json_new(&out);
	struct scheme_publication *list;
	enum status st;
	size_t n;

	if (!scheme_request_database(request))
		return (EXIT_FAILED);
	if ((st = scheme_history(&list, &n, request->ctx, request->words[0])) != OK)
		return (scheme_request_failed("show", "the history could not be read: %s", status_text(st)));
	if (n == 0)
		return (scheme_request_failed("show",
		    "there is no scheme \"%s\"; \"tilskudd scheme list --published\" lists them", request->words[0]));
	if (request->json)
		json_open(&json, NULL, '[');
	for (size_t i = 0; i < n; i++)
		if (request->json)
			history_json(&json, &list[i]);
		else
			history_line(&out, &list[i], request->ctx->lang);
	if (request->json)
		json_close(&json, ']');
	return (scheme_request_print(&out));
}

int
scheme_show_run(struct scheme_request *request)
{
	struct buf out = buf_new(request->ctx->arena);
	struct scheme_source source;

	if (request->history)
		return (show_history(request));
	if (!scheme_source_get(&source, request, request->words[0]))
		return (EXIT_FAILED);
	if (request->canonical)
		return (show_canonical(request, &source));
	if (request->json)
		scheme_show_json(&out, source.scheme, request->ctx->lang);
	else
		scheme_show_write(&out, source.scheme, request->ctx->lang);
	return (scheme_request_print(&out));
}

int
scheme_rng_run(struct scheme_request *request)
{
	struct buf out = buf_new(request->ctx->arena);

	vocabulary_write_rng(&out, &scheme_vocabulary);
	return (scheme_request_print(&out));
}
