/* assessment_flow.c — reading, saving and finishing an assessment. */
#include "flow/assessment_flow.h"

#include <string.h>

#include "db/application_db.h"
#include "db/db.h"
#include "domain/merit.h"

/* One mark a criterion, in the scheme's order, so that pages and totals need no look-up; last the step on the ladder.
 */
static struct score_mark *
marks_new(struct ctx *ctx, const struct scheme *scheme)
{
	struct score_mark *marks = arena_array(ctx->arena, scheme->n_criteria + 1, sizeof(*marks));

	for (size_t i = 0; i < scheme->n_criteria; i++)
		marks[i] = (struct score_mark){ .criterion = scheme->criteria[i].id, .reason = "" };
	marks[scheme->n_criteria] = (struct score_mark){ .criterion = MERIT_RUNG, .reason = "" };
	return (marks);
}

static void
mark_from_row(struct assessment *out, const struct rows *rows, int i)
{
	for (size_t c = 0; c < out->n_marks; c++)
		if (strcmp(out->marks[c].criterion, rows_text(rows, i, "criterion_id")) == 0) {
			out->marks[c].marked = !rows_null(rows, i, "mark");
			out->marks[c].mark = (int)rows_int(rows, i, "mark");
			out->marks[c].reason = rows_text(rows, i, "reason");
		}
}

struct assessment
assessment_empty(struct ctx *ctx, const struct scheme *scheme)
{
	return ((struct assessment){
	    .assessor = "",
	    .overall_reason = "",
	    .marks = marks_new(ctx, scheme),
	    .n_marks = scheme->n_criteria + scheme->ladder_judged,
	});
}

static void
from_row(struct assessment *out, const struct rows *rows, int i)
{
	out->id = rows_int(rows, i, "assessment_id");
	out->done = strcmp(rows_text(rows, i, "state"), "done") == 0;
	out->assessor = rows_text(rows, i, "assessor");
	out->overall_reason = rows_text(rows, i, "overall_reason");
	out->at = rows_instant(rows, i, "at");
	out->has_total = !rows_null(rows, i, "total_micro");
	out->total_micro = rows_int(rows, i, "total_micro");
}

static enum status
mine_get(struct assessment *out, struct ctx *ctx, const struct application *application)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "assessment_mine", PARAMS(INT(application->id)))) != OK || rows_count(rows) == 0)
		return (st);
	from_row(out, rows, 0);
	ROWS_EACH(i, rows)
		mark_from_row(out, rows, i);
	return (OK);
}

enum status
assessment_mine(struct assessment *out, struct ctx *ctx, const struct application *application)
{
	enum status st;

	*out = assessment_empty(ctx, application->scheme);
	out->assessor = ctx->user_name;
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = mine_get(out, ctx, application)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* The rows of one assessment stand together, those of one case too. */
size_t
assessments_take(struct assessment **out, struct ctx *ctx, const struct rows *rows, int *at, int64_t application_id,
    const struct scheme *scheme)
{
	struct assessment *list;
	size_t n = 0;
	int end = *at;

	while (end < rows_count(rows) && rows_int(rows, end, "application_id") == application_id)
		end++;
	list = arena_array(ctx->arena, (size_t)(end - *at), sizeof(*list));
	for (; *at < end; ++*at) {
		if (n == 0 || list[n - 1].id != rows_int(rows, *at, "assessment_id")) {
			list[n] = assessment_empty(ctx, scheme);
			from_row(&list[n++], rows, *at);
		}
		mark_from_row(&list[n - 1], rows, *at);
	}
	*out = list;
	return (n);
}

static enum status
list_get(struct assessment **out, size_t *n, struct ctx *ctx, const struct application *application)
{
	struct rows *rows;
	int at = 0;
	enum status st;

	if ((st = db_run(&rows, ctx, "assessment_list", PARAMS(INT(application->id)))) != OK)
		return (st);
	*n = assessments_take(out, ctx, rows, &at, application->id, application->scheme);
	return (OK);
}

enum status
assessment_list(struct assessment **out, size_t *n, struct ctx *ctx, const struct application *application)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = list_get(out, n, ctx, application)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static enum status
marks_put(struct ctx *ctx, int64_t assessment_id, const struct assessment *assessment)
{
	enum status st = OK;

	for (size_t i = 0; st == OK && i < assessment->n_marks; i++) {
		const struct score_mark *mark = &assessment->marks[i];

		if (!mark->marked && *mark->reason == '\0')
			st = db_exec(ctx, "assessment_mark_remove", PARAMS(INT(assessment_id), TEXT(mark->criterion)));
		else
			st = db_exec(ctx, "assessment_mark_put",
			    PARAMS(INT(assessment_id), TEXT(mark->criterion), mark->marked ? INT(mark->mark) : NOTHING,
				TEXT(mark->reason)));
	}
	return (st);
}

static enum status
put(struct ctx *ctx, const struct application *application, const struct assessment *assessment,
    const struct score *score, bool finish)
{
	const char *names[] = { "assessment" }, *values[] = { "finished" };
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "assessment_put",
		 PARAMS(INT(application->id), TEXT(finish ? "done" : "draft"), TEXT(assessment->overall_reason),
		     score->has_total ? INT(score->micro) : NOTHING, INSTANT(ctx->now)))) != OK)
		return (st == ERR_NOT_FOUND ? ERR_CONFLICT : st);
	if ((st = marks_put(ctx, rows_int(rows, 0, "assessment_id"), assessment)) != OK || !finish)
		return (st);
	/* A second assessor, or a changed mind, finds the case assessed already. */
	if ((st = db_exec(
		 ctx, "application_move", PARAMS(INT(application->id), TEXT("assessing"), TEXT("assessed")))) != OK)
		return (st);
	return (event_db_add(NULL, ctx, application->id, "assessment", names, values, 1));
}

static bool
may_assess(const struct application *application)
{
	return (strcmp(application->state, "assessing") == 0 || strcmp(application->state, "assessed") == 0);
}

enum status
assessment_save(struct messages *messages, struct ctx *ctx, const struct application *application,
    const struct assessment *assessment, bool finish)
{
	struct score score = { 0 };
	enum status st;

	*messages = messages_new(ctx->arena);
	if (!may_assess(application))
		return (ERR_CONFLICT);
	score_check(messages, application->scheme, assessment->marks, assessment->n_marks, assessment->overall_reason,
	    finish, ctx->lang);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if (finish && (st = score_of(&score, ctx->arena, application->scheme, assessment->marks, assessment->n_marks,
			   ctx->lang)) != OK)
		return (st);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = put(ctx, application, assessment, &score, finish)) != OK) {
		if (strcmp(db_last_code(ctx), "42501") == 0)
			st = ERR_FORBIDDEN;
		return (db_rollback(ctx, st));
	}
	return (db_commit(ctx));
}
