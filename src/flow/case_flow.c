/* case_flow.c — lists of cases, and the door into one. */
#include "flow/case_flow.h"

#include <string.h>

#include "core/text.h"
#include "db/application_db.h"
#include "db/db.h"

static void
case_from_row(struct case_row *out, const struct rows *rows, int i, enum lang lang)
{
	struct lang_text title = rows_lang(rows, i, "title");

	*out = (struct case_row){
		.id = rows_int(rows, i, "application_id"),
		.call_id = rows_int(rows, i, "call_id"),
		.number = rows_text(rows, i, "number"),
		.state = rows_text(rows, i, "state"),
		.title = rows_text(rows, i, "title"),
		.scheme_title = lang_pick(&title, lang),
		.organisation = rows_text(rows, i, "organisation"),
		.municipality = rows_text(rows, i, "municipality"),
		.outcome = rows_text(rows, i, "outcome"),
		.submitted_at = rows_instant(rows, i, "submitted_at"),
		.late = rows_bool(rows, i, "late"),
		.cut_off = rows_bool(rows, i, "cut_off"),
		.declared = rows_bool(rows, i, "declared"),
		.has_applied = !rows_null(rows, i, "applied_ore"),
		.applied = rows_money(rows, i, "applied_ore"),
		.answer_by = rows_day(rows, i, "answer_by"),
	};
}

enum status
case_list(struct case_row **out, size_t *n, int64_t *total, struct ctx *ctx, const struct case_filter *filter)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "case_list",
		 PARAMS(TEXT(filter->state), INT(filter->call_id), TEXT(text_fold(ctx->arena, filter->text)),
		     INT(CASES_A_PAGE), INT((int64_t)(filter->page - 1) * CASES_A_PAGE)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*total = *n > 0 ? rows_int(rows, 0, "total") : 0;
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		case_from_row(&(*out)[i], rows, i, ctx->lang);
	return (db_commit(ctx));
}

enum status
case_counts(struct case_count **out, size_t *n, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "case_counts", PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = (struct case_count){ rows_text(rows, i, "state"), rows_int(rows, i, "n") };
	return (db_commit(ctx));
}

static void
case_call_from_row(struct case_call *out, const struct rows *rows, int i, enum lang lang)
{
	struct lang_text title = rows_lang(rows, i, "title");

	*out = (struct case_call){
		.id = rows_int(rows, i, "call_id"),
		.title = lang_pick(&title, lang),
		.list_state = rows_text(rows, i, "list_state"),
		.year = (int)rows_int(rows, i, "year"),
		.round = (int)rows_int(rows, i, "round"),
		.closes_at = rows_instant(rows, i, "closes_at"),
		.frame = rows_money(rows, i, "frame_ore"),
		.n = rows_int(rows, i, "n"),
		.n_open = rows_int(rows, i, "n_open"),
		.n_recommended = rows_int(rows, i, "n_recommended"),
		.n_decided = rows_int(rows, i, "n_decided"),
	};
}

enum status
case_calls(struct case_call **out, size_t *n, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "case_calls", PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		case_call_from_row(&(*out)[i], rows, i, ctx->lang);
	return (db_commit(ctx));
}

enum status
impartiality_of(enum impartiality *out, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	*out = IMPARTIALITY_NONE;
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "impartiality_get", PARAMS(INT(id)))) != OK)
		return (db_rollback(ctx, st));
	if (rows_count(rows) > 0)
		*out = impartiality_read(rows_text(rows, 0, "declared"));
	return (db_commit(ctx));
}

/* The first impartial officer opens the case; for later ones it stands further on already. */
static enum status
open_case(struct ctx *ctx, int64_t id)
{
	if (ctx->role != ROLE_OFFICER)
		return (OK);
	return (db_exec(ctx, "application_move", PARAMS(INT(id), TEXT("submitted"), TEXT("formal_check"))));
}

static enum status
declare(struct ctx *ctx, int64_t id, enum impartiality what, const char *ground)
{
	const char *declared = what == CONFLICT ? "conflict" : "impartial", *names[] = { "declared" };
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "impartiality_declare",
		 PARAMS(INT(id), TEXT(declared), TEXT(ground), INSTANT(ctx->now)))) != OK)
		return (st);
	if (rows_count(rows) == 0)
		return (ERR_CONFLICT);
	/* The ground stays in the declaration: it may tell of a family. */
	if ((st = event_db_add(NULL, ctx, id, "impartiality", names, &declared, 1)) != OK)
		return (st);
	return (what == IMPARTIAL ? open_case(ctx, id) : OK);
}

enum status
impartiality_declare(struct ctx *ctx, int64_t id, enum impartiality what, const char *ground)
{
	struct rows *rows;
	enum status st;

	if (what == IMPARTIALITY_NONE || (what == CONFLICT && text_blank(ground)))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "application_get", PARAMS(INT(id)))) != OK ||
	    (st = declare(ctx, id, what, what == CONFLICT ? ground : "")) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
history_of(struct history_row **out, size_t *n, struct ctx *ctx, const struct application *application)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "history_of_organisation",
		 PARAMS(INT(application->organisation.id), INT(application->id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows) {
		struct lang_text title = rows_lang(rows, i, "title");

		(*out)[i] = (struct history_row){
			.number = rows_text(rows, i, "number"),
			.scheme_title = lang_pick(&title, ctx->lang),
			.outcome = rows_text(rows, i, "outcome"),
			.submitted_at = rows_instant(rows, i, "submitted_at"),
			.applied = rows_money(rows, i, "applied_ore"),
			.awarded = rows_money(rows, i, "awarded_ore"),
		};
	}
	return (db_commit(ctx));
}

enum status
event_list(struct event_row **out, size_t *n, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "event_list", PARAMS(INT(id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = (struct event_row){
			.seq = (int)rows_int(rows, i, "seq"),
			.at = rows_instant(rows, i, "at"),
			.kind = rows_text(rows, i, "kind"),
			.actor = rows_text(rows, i, "actor"),
			.hash = rows_text(rows, i, "hash"),
			.body = rows_text(rows, i, "body"),
		};
	return (db_commit(ctx));
}
