/* catalogue_db.c — rows of the catalogue's queries to structs. */
#include "db/catalogue_db.h"

#include <string.h>

#include "db/db.h"

static enum deadline_phase
phase_of(int64_t phase)
{
	return (phase == 0 ? DEADLINE_OPEN : phase == 1 ? DEADLINE_NOT_OPEN : DEADLINE_PASSED);
}

static struct open_call
call_short(const struct rows *rows, int i)
{
	struct open_call call = { .id = rows_int(rows, i, "call_id"),
		.phase = phase_of(rows_int(rows, i, "phase")),
		.continuous = strcmp(rows_text(rows, i, "kind"), "continuous") == 0,
		.opens_at = rows_instant(rows, i, "opens_at"),
		.closes_at = rows_instant(rows, i, "closes_at"),
		.frame = rows_money(rows, i, "frame_ore") };

	return (call);
}

static struct open_call
call_whole(const struct rows *rows, int i)
{
	struct open_call call = call_short(rows, i);

	call.year = (int)rows_int(rows, i, "year");
	call.round = (int)rows_int(rows, i, "round");
	call.covers_from = rows_day(rows, i, "covers_from");
	call.covers_to = rows_day(rows, i, "covers_to");
	call.answer_by = rows_day(rows, i, "answer_by");
	call.contact_name = rows_text(rows, i, "contact_name");
	call.contact_phone = rows_text(rows, i, "contact_phone");
	call.contact_email = rows_text(rows, i, "contact_email");
	return (call);
}

static struct open_scheme
entry_of(const struct rows *rows, int i)
{
	struct open_scheme entry = { .scheme_id = rows_text(rows, i, "scheme_id"),
		.paused = strcmp(rows_text(rows, i, "status"), "paused") == 0,
		.title = rows_lang(rows, i, "title"),
		.summary = rows_lang(rows, i, "summary") };

	/* The table's check holds the same codes; another one would show under the first field. */
	(void)area_parse(&entry.area, rows_text(rows, i, "field"));
	if (!rows_null(rows, i, "call_id"))
		entry.call = call_short(rows, i);
	return (entry);
}

enum status
catalogue_db_list(
    struct open_scheme **out, size_t *n, struct ctx *ctx, const char *area, const char *const *words, size_t n_words)
{
	struct rows *rows;
	struct open_scheme *list;
	enum status st;

	if ((st = db_run(&rows, ctx, "catalogue_list", PARAMS(INSTANT(ctx->now), TEXT(area), TEXTS(words, n_words)))) !=
	    OK)
		return (st);
	list = arena_array(ctx->arena, (size_t)rows_count(rows) + 1, sizeof(*list));
	ROWS_EACH(i, rows)
		list[i] = entry_of(rows, i);
	*out = list;
	*n = (size_t)rows_count(rows);
	return (OK);
}

enum status
catalogue_db_scheme(struct catalogue_db_scheme *out, struct ctx *ctx, const char *scheme_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "catalogue_scheme", PARAMS(TEXT(scheme_id), INSTANT(ctx->now)))) != OK)
		return (st);
	*out = (struct catalogue_db_scheme){ .version_hash = rows_text(rows, 0, "version_hash"),
		.status = rows_text(rows, 0, "status"),
		.unit = { { rows_text(rows, 0, "unit_nb"), rows_text(rows, 0, "unit_nn"), NULL } },
		.calls = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*out->calls)) };
	ROWS_EACH(i, rows)
		if (!rows_null(rows, i, "call_id"))
			out->calls[out->n_calls++] = call_whole(rows, i);
	return (OK);
}
