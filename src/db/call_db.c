/* call_db.c — reading calls. */
#include "db/call_db.h"

#include <string.h>

#include "db/db.h"

void
call_from_row(struct call *out, const struct rows *rows, int i)
{
	*out = (struct call){
		.id = rows_int(rows, i, "call_id"),
		.scheme_id = rows_text(rows, i, "call_scheme_id"),
		.year = (int)rows_int(rows, i, "year"),
		.round = (int)rows_int(rows, i, "round"),
		.extra = rows_bool(rows, i, "extra"),
		.opens_at = rows_instant(rows, i, "opens_at"),
		.closes_at = rows_instant(rows, i, "closes_at"),
		.main_closes_at = rows_instant(rows, i, "main_closes_at"),
		.before_start = { .count = (int)rows_int(rows, i, "lead_count") },
		.covers_from = rows_day(rows, i, "covers_from"),
		.covers_to = rows_day(rows, i, "covers_to"),
		.frame = rows_money(rows, i, "frame_ore"),
		.frame_owner = rows_text(rows, i, "frame_owner"),
		.frame_shared = rows_bool(rows, i, "frame_shared"),
		.conditional = rows_bool(rows, i, "conditional"),
		.answer_by = rows_day(rows, i, "answer_by"),
		.answer_weeks = (int)rows_int(rows, i, "answer_weeks"),
		.contact_name = rows_text(rows, i, "contact_name"),
		.contact_phone = rows_text(rows, i, "contact_phone"),
		.contact_email = rows_text(rows, i, "contact_email"),
		.status_on = rows_day(rows, i, "call_status_on"),
		.used_up_at = rows_instant(rows, i, "used_up_at"),
		.title = rows_lang(rows, i, "call_title"),
		.earmarks = rows_text(rows, i, "call_earmarks"),
	};
	/* The table's checks hold the same codes. */
	(void)call_kind_parse(&out->kind, rows_text(rows, i, "call_kind"));
	(void)call_unit_parse(&out->before_start.unit, rows_text(rows, i, "lead_unit"));
	(void)call_status_parse(&out->status, rows_text(rows, i, "call_status"));
}

static void
upstream_from_row(struct call_upstream *out, const struct rows *rows, int i)
{
	out->closes_on = rows_day(rows, i, "day");
	out->text = rows_lang(rows, i, "text");
	(void)call_body_parse(&out->body, rows_text(rows, i, "detail"));
}

static void
extension_from_row(struct call_extension *out, const struct rows *rows, int i)
{
	*out = (struct call_extension){ .from = rows_instant(rows, i, "was_at"),
		.decided_on = rows_day(rows, i, "day"),
		.why = rows_lang(rows, i, "text") };
}

static void
changed_from_row(struct call_notes *out, const struct rows *rows, int i)
{
	out->changed = rows_lang(rows, i, "text");
	out->usual = month_day_read(rows_text(rows, i, "detail"));
}

static void
note_from_row(struct call_notes *out, const struct rows *rows, int i)
{
	const char *kind = rows_text(rows, i, "kind");

	if (strcmp(kind, "extended") == 0)
		extension_from_row(&out->extended[out->n_extended++], rows, i);
	else if (strcmp(kind, "upstream") == 0)
		upstream_from_row(&out->upstream[out->n_upstream++], rows, i);
	else if (strcmp(kind, "changed") == 0)
		changed_from_row(out, rows, i);
	else if (strcmp(kind, "message") == 0)
		out->message = rows_lang(rows, i, "text");
	else if (strcmp(kind, "condition") == 0)
		out->condition = rows_lang(rows, i, "text");
	else if (strcmp(kind, "status") == 0)
		out->status = rows_lang(rows, i, "text");
}

void
call_notes_from_rows(struct call_notes *out, struct arena *arena, const struct rows *rows, int64_t call_id)
{
	size_t n = (size_t)rows_count(rows);

	*out = (struct call_notes){ .extended = arena_array(arena, n, sizeof(*out->extended)),
		.upstream = arena_array(arena, n, sizeof(*out->upstream)) };
	ROWS_EACH(i, rows)
		if (rows_int(rows, i, "call_id") == call_id)
			note_from_row(out, rows, i);
}

enum status
call_db_notes(struct call_notes *out, struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	*out = (struct call_notes){ 0 };
	if ((st = db_run(&rows, ctx, "call_notes", PARAMS(INT(call_id)))) != OK)
		return (st);
	call_notes_from_rows(out, ctx->arena, rows, call_id);
	return (OK);
}
