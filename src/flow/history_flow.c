/* history_flow.c — reads applicants' other applications. */
#include "flow/history_flow.h"

#include "db/db.h"

static struct history_case
case_from_row(const struct rows *rows, int i, int64_t call_id)
{
	return ((struct history_case){ .id = rows_int(rows, i, "application_id"),
	    .number = rows_text(rows, i, "number"),
	    .scheme_id = rows_text(rows, i, "scheme_id"),
	    .scheme_title = rows_lang(rows, i, "title"),
	    .year = (int)rows_int(rows, i, "year"),
	    .same_call = rows_int(rows, i, "call_id") == call_id,
	    .granted = rows_bool(rows, i, "granted"),
	    .awarded = rows_money(rows, i, "awarded_ore"),
	    .decided_on = rows_day(rows, i, "decided_on"),
	    .state_aid = rows_text(rows, i, "state_aid") });
}

static enum status
read_rows(struct rows **rows, struct ctx *ctx, const char *query, const struct db_param *params, size_t n)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(rows, ctx, query, params, n)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
applicant_history(struct history **out, struct ctx *ctx, const struct application *application, struct date today)
{
	int64_t organisation = application->organisation.id;
	struct history *history = arena_alloc(ctx->arena, sizeof(*history));
	struct rows *rows;
	enum status st;

	if ((st = read_rows(&rows, ctx, "history_list", PARAMS(INTS(&organisation, 1), ID(application->id)))) != OK)
		return (st);
	*history = (struct history){ .scheme_id = application->call.scheme_id,
		.year = application->call.year,
		.today = today,
		.cases = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*history->cases)) };
	ROWS_EACH(i, rows)
		history->cases[history->n++] = case_from_row(rows, i, application->call.id);
	*out = history;
	return (OK);
}

enum status
history_of_mine(struct history_mine *out, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = read_rows(&rows, ctx, "history_of_mine", PARAMS(NONE))) != OK)
		return (st);
	out->n = (size_t)rows_count(rows);
	out->cases = arena_array(ctx->arena, out->n, sizeof(*out->cases));
	out->organisations = arena_array(ctx->arena, out->n, sizeof(*out->organisations));
	out->calls = arena_array(ctx->arena, out->n, sizeof(*out->calls));
	ROWS_EACH(i, rows) {
		out->cases[i] = case_from_row(rows, i, 0);
		out->organisations[i] = rows_int(rows, i, "organisation_id");
		out->calls[i] = rows_int(rows, i, "call_id");
	}
	return (OK);
}

struct history *
history_for(struct arena *arena, const struct history_mine *mine, int64_t organisation_id, const char *scheme_id,
    int64_t call_id, int year, struct date today)
{
	struct history *history = arena_alloc(arena, sizeof(*history));

	*history = (struct history){ .scheme_id = scheme_id,
		.year = year,
		.today = today,
		.cases = arena_array(arena, mine->n, sizeof(*history->cases)) };
	for (size_t i = 0; i < mine->n; i++)
		if (mine->organisations[i] == organisation_id) {
			history->cases[history->n] = mine->cases[i];
			history->cases[history->n++].same_call = mine->calls[i] == call_id;
		}
	return (history);
}
