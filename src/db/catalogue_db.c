/* catalogue_db.c — rows of the catalogue's queries to structs. */
#include "db/catalogue_db.h"

#include <string.h>

#include "core/text.h"
#include "db/call_db.h"
#include "db/db.h"

static struct open_scheme
entry_of(const struct rows *rows, int i)
{
	struct open_scheme entry = { .scheme_id = rows_text(rows, i, "scheme_id"),
		.version_hash = rows_text(rows, i, "version_hash"),
		.paused = strcmp(rows_text(rows, i, "status"), "paused") == 0,
		.title = rows_lang(rows, i, "title"),
		.summary = rows_lang(rows, i, "summary") };

	/* The table's check holds the same codes; another one would show under the first field. */
	(void)area_parse(&entry.area, rows_text(rows, i, "field"));
	if (!rows_null(rows, i, "call_id"))
		call_from_row(&entry.call, rows, i);
	return (entry);
}

static void
entries_of(struct open_scheme **out, size_t *n, struct ctx *ctx, const struct rows *rows)
{
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n + 1, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = entry_of(rows, i);
}

enum status
catalogue_db_list(
    struct open_scheme **out, size_t *n, struct ctx *ctx, const char *area, const char *const *words, size_t n_words)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "catalogue_list", PARAMS(INSTANT(ctx->now), TEXT(area), TEXTS(words, n_words)))) !=
	    OK)
		return (st);
	entries_of(out, n, ctx, rows);
	return (OK);
}

enum status
catalogue_db_calendar(struct open_scheme **out, size_t *n, struct ctx *ctx, const char *area, const char *scheme_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "catalogue_calendar", PARAMS(INSTANT(ctx->now), TEXT(area), TEXT(scheme_id)))) !=
	    OK)
		return (st);
	entries_of(out, n, ctx, rows);
	return (OK);
}

static void
calendar_from_row(struct call_calendar *out, struct arena *arena, const struct rows *rows)
{
	char **usual = text_split(arena, rows_text(rows, 0, "usual_closes"), ' ', &out->n_usual);

	out->cycle_years = (int)rows_int(rows, 0, "cycle_years");
	out->usual = arena_array(arena, out->n_usual, sizeof(*out->usual));
	for (size_t i = 0; i < out->n_usual; i++)
		out->usual[i] = month_day_read(usual[i]);
}

static enum status
partners_get(struct catalogue_db_scheme *out, struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "call_frame_names", PARAMS(INT(call_id)))) != OK)
		return (st);
	out->partners = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*out->partners));
	ROWS_EACH(i, rows)
		out->partners[out->n_partners++] = (struct frame_partner){ .title = rows_lang(rows, i, "title") };
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
	calendar_from_row(&out->calendar, ctx->arena, rows);
	ROWS_EACH(i, rows)
		if (!rows_null(rows, i, "call_id"))
			call_from_row(&out->calls[out->n_calls++], rows, i);
	if (out->n_calls > 0 && out->calls[0].frame_shared && (st = partners_get(out, ctx, out->calls[0].id)) != OK)
		return (st);
	return (out->n_calls == 0 ? OK : call_db_notes(&out->notes, ctx, out->calls[0].id));
}
