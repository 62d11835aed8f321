/* call_list.c — "tilskudd call list": every call with when, how much and what has happened to it. */
#include <stdio.h>

#include "cli/call_actions.h"
#include "core/json.h"
#include "db/db.h"
#include "flow/call_flow.h"
#include "scheme/call_earmark.h"

static const char *
phase_code(const struct call *call, instant now)
{
	static const char *const codes[] = { [CALL_PHASE_COMING] = "coming",
		[CALL_PHASE_OPEN] = "open",
		[CALL_PHASE_PASSED] = "passed",
		[CALL_PHASE_USED_UP] = "used-up",
		[CALL_PHASE_ON_HOLD] = "on-hold",
		[CALL_PHASE_CANCELLED] = "cancelled" };

	return (codes[call_phase(call, now)]);
}

static void
json_events(struct json *json, struct arena *arena, const struct call_row *row)
{
	json_open(json, "changes", '[');
	for (size_t i = 0; i < row->n_events; i++) {
		const struct call_event *event = &row->events[i];

		json_open(json, NULL, '{');
		json_text(json, "what", event->kind);
		json_text(json, "was", event->was);
		json_text(json, "became", event->became);
		json_text(json, "why", event->why);
		json_text(json, "by", event->by);
		json_text(json, "at", instant_iso(arena, event->at));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
json_when(struct json *json, struct arena *arena, const struct call *call)
{
	json_text(json, "opens", instant_iso(arena, call->opens_at));
	json_text(json, "closes", instant_iso(arena, call->closes_at));
	if (call->main_closes_at != 0)
		json_text(json, "main_closes", instant_iso(arena, call->main_closes_at));
	if (call->before_start.count > 0) {
		json_int(json, "before_start", call->before_start.count);
		json_text(json, "before_start_unit", call_unit_code(call->before_start.unit));
	}
	if (!date_none(call->covers_from)) {
		json_text(json, "covers_from", date_iso(arena, call->covers_from));
		json_text(json, "covers_to", date_iso(arena, call->covers_to));
	}
}

/* What the call says itself; the scheme says the rest. */
static void
json_earmarks(struct json *json, struct arena *arena, const struct call *call)
{
	const char *at = call->earmarks;
	struct call_earmark one;

	json_open(json, "earmarks", '[');
	while (call_earmark_next(&one, arena, &at)) {
		json_open(json, NULL, '{');
		json_text(json, "id", one.id);
		json_int(json, "nok",
		    earmark_reserved(&(struct scheme_earmark){ .id = one.id }, call->earmarks, call->frame).ore / 100);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
json_row(struct json *json, struct ctx *ctx, const struct call_row *row)
{
	const struct call *call = &row->call;

	json_open(json, NULL, '{');
	json_text(json, "scheme", call->scheme_id);
	json_int(json, "year", call->year);
	json_int(json, "round", call->round);
	json_text(json, "kind", call_kind_code(call->kind));
	json_bool(json, "extra", call->extra);
	json_text(json, "phase", phase_code(call, ctx->now));
	json_when(json, ctx->arena, call);
	json_int(json, "frame_nok", call->frame.ore / 100);
	if (*call->frame_owner != '\0')
		json_text(json, "frame_shared_with", call->frame_owner);
	json_earmarks(json, ctx->arena, call);
	json_bool(json, "conditional", call->conditional);
	json_int(json, "applications", row->applications);
	json_events(json, ctx->arena, row);
	json_close(json, '}');
}

static void
json_rows(struct buf *out, struct ctx *ctx, const struct call_row *rows, size_t n)
{
	struct json json = json_new(out);

	json_open(&json, NULL, '[');
	for (size_t i = 0; i < n; i++)
		json_row(&json, ctx, &rows[i]);
	json_close(&json, ']');
	buf_putc(out, '\n');
}

static void
text_rows(struct buf *out, struct ctx *ctx, const struct call_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct call *call = &rows[i].call;

		buf_printf(out, "%-52s %d/%d  %-10s %14s  %s\n", call->scheme_id, call->year, call->round,
		    phase_code(call, ctx->now), call->frame.ore == 0 ? "-" : money_show(ctx->arena, call->frame),
		    call_when_short(ctx->arena, call, ctx->now, ctx->lang));
	}
}

int
call_list_all(struct call_request *request)
{
	struct ctx *ctx = request->ctx;
	struct buf out = buf_new(ctx->arena);
	struct call_row *rows = NULL;
	size_t n = 0;
	enum status st;

	if ((st = db_connect_here(&ctx->db, DB_JOBS)) == OK)
		st = call_list(&rows, &n, ctx, request->n_files == 0 ? "" : request->files[0]);
	db_close(ctx->db);
	ctx->db = NULL;
	if (st != OK) {
		fprintf(stderr, "tilskudd call list: the database could not be read: %s\n", status_text(st));
		return (EXIT_FAILED);
	}
	if (request->json)
		json_rows(&out, ctx, rows, n);
	else
		text_rows(&out, ctx, rows, n);
	fputs(buf_text(&out), stdout);
	return (fflush(stdout) == 0 ? EXIT_DONE : EXIT_FAILED);
}
