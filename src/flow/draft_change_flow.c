/* draft_change_flow.c — reads the versions a draft went through, compares them, and finds the answers left behind. */
#include "flow/draft_change_flow.h"

#include <string.h>

#include "db/application_db.h"
#include "db/db.h"
#include "domain/answer_text.h"
#include "flow/frozen_application.h"
#include "flow/scheme_flow.h"

/* ------------------------------------------------------------------------------------------ what is changed */

/* Keeps the changes worth telling somebody who has begun. */
static void
take_changes(struct draft_change *change, struct arena *arena, const struct scheme_changes *all)
{
	change->list = arena_array(arena, all->n, sizeof(*change->list));
	for (size_t i = 0; i < all->n; i++)
		if (all->list[i].confirmable)
			change->list[change->n++] = all->list[i];
}

static enum status
change_read(struct draft_change *out, struct ctx *ctx, const struct rows *rows, int i)
{
	struct scheme_changes all;
	struct rows *before, *after;
	enum status st;

	*out = (struct draft_change){ .number = (int)rows_int(rows, i, "number"),
		.changed_at = rows_instant(rows, i, "changed_at"),
		.needs_confirmation = rows_bool(rows, i, "needs_confirmation"),
		.confirmed_at = rows_instant(rows, i, "confirmed_at"),
		.confirmed_by = rows_text(rows, i, "confirmed_by") };
	if ((st = db_one(&before, ctx, "scheme_document", PARAMS(TEXT(rows_text(rows, i, "from_hash"))))) != OK ||
	    (st = db_one(&after, ctx, "scheme_document", PARAMS(TEXT(rows_text(rows, i, "to_hash"))))) != OK)
		return (st);
	st =
	    scheme_diff(&all, ctx->arena, rows_text(before, 0, "document"), rows_text(after, 0, "document"), ctx->lang);
	if (st == OK)
		take_changes(out, ctx->arena, &all);
	return (st);
}

enum status
draft_changes(struct draft_change **out, size_t *n, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "draft_changes", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	for (size_t i = 0; i < *n; i++)
		if ((st = change_read(&(*out)[i], ctx, rows, (int)i)) != OK)
			return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
draft_changes_confirm(struct ctx *ctx, const struct application *application)
{
	enum status st;

	if (strcmp(application->state, "draft") != 0)
		return (ERR_CONFLICT);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_exec(ctx, "draft_changes_confirm", PARAMS(INT(application->id), INSTANT(ctx->now)))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ what is left behind */

struct left {
	struct ctx *ctx;
	struct application *application;
	const struct answers *answers;
	struct earlier_answer *list;
	size_t n;
};

/* In words when the question has one answer; else as it is kept, behind the name of the part. */
static void
add_earlier(
    struct left *left, const struct scheme *scheme, const struct scheme_field *field, const struct answer *answer)
{
	static const struct application_facts nobody;
	struct arena *arena = left->ctx->arena;
	enum lang lang = left->application->lang;
	const char *question = lang_pick(&field->label, lang), *text = answer->value;

	if (strcmp(answer->path, field->id) == 0)
		text = answer_text(arena, field, left->answers, &nobody, lang);
	else
		question = arena_printf(arena, "%s (%s)", question, answer->path + strlen(field->id) + 1);
	left->list[left->n++] = (struct earlier_answer){ .path = answer->path,
		.question = question,
		.answer = *text == '\0' ? answer->value : text,
		.value = answer->value,
		.version_hash = scheme->version_hash };
}

/* Answers that the scheme of now has no place for, as the last scheme that had one names them. */
static enum status
find_left(struct left *left, const struct rows *changes)
{
	for (size_t i = 0; i < answers_count(left->answers); i++) {
		const struct answer *answer = answers_at(left->answers, i);
		const struct scheme_field *field = NULL;
		const struct scheme *scheme = NULL;

		if (*answer->value == '\0' || answer_path_known(left->application->scheme, answer->path))
			continue;
		for (int c = 0; c < rows_count(changes) && field == NULL; c++) {
			enum status st = scheme_of(&scheme, left->ctx, rows_text(changes, c, "from_hash"));

			if (st != OK)
				return (st);
			field = answer_path_field(scheme, answer->path);
		}
		if (field != NULL)
			add_earlier(left, scheme, field, answer);
	}
	return (OK);
}

static enum status
of_draft(struct application *application, struct ctx *ctx)
{
	struct left left = { .ctx = ctx, .application = application };
	struct answers *answers;
	struct rows *changes;
	enum status st;

	if ((st = db_run(&changes, ctx, "draft_changes", PARAMS(INT(application->id)))) != OK ||
	    (st = draft_db_answers(&answers, ctx, application->id)) != OK)
		return (st);
	left.answers = answers;
	left.list = arena_array(ctx->arena, answers_count(answers), sizeof(*left.list));
	if ((st = find_left(&left, changes)) != OK)
		return (st);
	application->earlier = left.list;
	application->n_earlier = left.n;
	return (OK);
}

/* Whoever has a conflict in the case is shown nothing of it, this neither. */
static enum status
of_sent(struct application *application, struct ctx *ctx)
{
	const char *document;
	enum status st = application_db_document(&document, ctx, application->id);

	if (st != OK)
		return (st == ERR_NOT_FOUND ? OK : st);
	return (frozen_application_earlier(&application->earlier, &application->n_earlier, ctx->arena, document));
}

enum status
earlier_answers_get(struct application *application, struct ctx *ctx)
{
	enum status st;

	application->earlier = NULL;
	application->n_earlier = 0;
	if (application->n_changes == 0)
		return (OK);
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	st = strcmp(application->state, "draft") == 0 ? of_draft(application, ctx) : of_sent(application, ctx);
	if (st != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
