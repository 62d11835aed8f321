/* call_flow.c — writes calls, their frames and what happened to them, each document in one transaction. */
#include "flow/call_flow.h"

#include "core/text.h"
#include "db/call_db.h"
#include "db/db.h"
#include "scheme/call_compile.h"

enum status
call_author_of(struct call_author *out, struct ctx *ctx, const char *email)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "call_author", PARAMS(TEXT(email)))) != OK)
		return (db_rollback(ctx, st));
	*out = (struct call_author){ .user_id = rows_int(rows, 0, "user_id"), .name = rows_text(rows, 0, "name") };
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ writing */

/* One call on its way to the database. */
struct writing {
	struct ctx *ctx;
	const char *scheme_id;
	const struct call_plan *plan;
	const struct call_author *author;
	int64_t call_id;
	int64_t frame_of; /* the call that has the frame; 0: its own */
};

static enum status
call_put(struct writing *w)
{
	const struct call_plan *p = w->plan;
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, w->ctx, "call_put",
		 PARAMS(TEXT(w->scheme_id), INT(p->year), INT(p->round), TEXT(call_kind_code(p->kind)), BOOL(p->extra),
		     INSTANT(p->opens_at), INSTANT(p->closes_at), INSTANT(p->main_closes_at),
		     INT(p->before_start.count), TEXT(call_unit_code(p->before_start.unit)), DAY(p->covers_from),
		     DAY(p->covers_to), MONEY(p->frame), BOOL(p->conditional), DAY(p->answer_by), INT(p->answer_weeks),
		     TEXT(p->contact.name), TEXT(p->contact.phone), TEXT(p->contact.email),
		     TEXT(call_status_code(p->status)), DAY(p->status_on), ID(w->frame_of),
		     TEXT(p->earmarks == NULL ? "" : p->earmarks)))) != OK)
		return (st);
	w->call_id = rows_int(rows, 0, "call_id");
	return (OK);
}

struct note {
	const char *kind;
	const struct lang_text *text;
	int64_t position;
	instant was_at;
	struct date day;
	const char *detail;
};

static enum status
note_put(struct writing *w, const struct note *note)
{
	if (text_blank(lang_pick(note->text, LANG_NB)))
		return (OK);
	return (db_exec(w->ctx, "call_note_put",
	    PARAMS(INT(w->call_id), TEXT(note->kind), INT(note->position), TEXT(lang_pick(note->text, LANG_NB)),
		TEXT(lang_pick(note->text, LANG_NN)),
		TEXT(note->text->in[LANG_EN] == NULL ? "" : note->text->in[LANG_EN]), INSTANT(note->was_at),
		DAY(note->day), TEXT(note->detail == NULL ? "" : note->detail))));
}

static enum status
single_notes_put(struct writing *w)
{
	const struct call_plan *p = w->plan;
	const struct note notes[] = {
		{ .kind = "title", .text = &p->title, .position = 1 },
		{ .kind = "message", .text = &p->message, .position = 1 },
		{ .kind = "condition", .text = &p->condition, .position = 1 },
		{ .kind = "status", .text = &p->status_why, .position = 1 },
		{ .kind = "changed",
		    .text = &p->changed,
		    .position = 1,
		    .detail = month_day_write(w->ctx->arena, p->usual) },
	};
	enum status st = OK;

	for (size_t i = 0; st == OK && i < sizeof(notes) / sizeof(notes[0]); i++)
		st = note_put(w, &notes[i]);
	return (st);
}

static enum status
notes_put(struct writing *w)
{
	const struct call_plan *p = w->plan;
	enum status st;

	if ((st = db_exec(w->ctx, "call_notes_clear", PARAMS(INT(w->call_id)))) != OK ||
	    (st = single_notes_put(w)) != OK)
		return (st);
	for (size_t i = 0; st == OK && i < p->n_extended; i++)
		st = note_put(w, &(struct note){ "extended", &p->extended[i].why, (int64_t)i + 1, p->extended[i].from,
				     p->extended[i].decided_on, NULL });
	for (size_t i = 0; st == OK && i < p->n_upstream; i++)
		st = note_put(w, &(struct note){ "upstream", &p->upstream[i].text, (int64_t)i + 1, 0,
				     p->upstream[i].closes_on, call_body_code(p->upstream[i].body) });
	return (st);
}

/* What the call has of its own: nothing of a frame that is another's. */
static money
own_frame(const struct call *call)
{
	return (*call->frame_owner == '\0' ? call->frame : MONEY_ZERO);
}

static enum status
frame_enter(struct writing *w, money was)
{
	money more = money_sub(w->frame_of == 0 ? w->plan->frame : MONEY_ZERO, was);

	if (more.ore == 0)
		return (OK);
	return (db_exec(
	    w->ctx, "ledger_enter", PARAMS(INT(w->call_id), TEXT("budget"), NOTHING, MONEY(more), TEXT("utlysning"))));
}

static enum status
change_add(struct writing *w, const struct call_change *change)
{
	return (db_exec(w->ctx, "call_change_add",
	    PARAMS(INT(w->call_id), TEXT(change->code), TEXT(change->was), TEXT(change->became),
		TEXT(lang_pick(&change->why, LANG_NB)), TEXT(lang_pick(&change->why, LANG_NN)), INSTANT(w->ctx->now),
		ID(w->author->user_id), TEXT(w->author->name), ID(w->author->proposal_id))));
}

static enum status
announce(struct writing *w)
{
	const struct call_change announced = {
		.kind = CALL_CHANGE_ANNOUNCED, .code = "announced", .was = "", .became = ""
	};
	enum status st;

	if ((st = call_put(w)) != OK || (st = notes_put(w)) != OK || (st = frame_enter(w, MONEY_ZERO)) != OK)
		return (st);
	return (change_add(w, &announced));
}

static enum status
change(struct writing *w, const struct call_standing *old, const struct call_changes *changes)
{
	enum status st;

	if ((st = call_put(w)) != OK || (st = notes_put(w)) != OK || (st = frame_enter(w, own_frame(&old->call))) != OK)
		return (st);
	for (size_t i = 0; st == OK && i < changes->n; i++) {
		st = change_add(w, &changes->list[i]);
		if (st == OK && changes->list[i].kind == CALL_CHANGE_FRAME)
			st = db_exec(w->ctx, "call_change_share", PARAMS(INT(w->call_id)));
	}
	return (st);
}

/* ------------------------------------------------------------------------------------------ one call */

static enum status
standing_get(struct call_standing *out, struct writing *w)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, w->ctx, "call_standing",
		 PARAMS(TEXT(w->scheme_id), INT(w->plan->year), INT(w->plan->round)))) != OK)
		return (st);
	call_from_row(&out->call, rows, 0);
	out->awarded = rows_money(rows, 0, "awarded_ore");
	out->locked = rows_bool(rows, 0, "locked");
	w->call_id = out->call.id;
	return (call_db_notes(&out->notes, w->ctx, out->call.id));
}

/* The call whose frame this one gives from. No such call is told, and answered with 0. */
static enum status
frame_owner_get(struct call_plan *plan, struct scheme_messages *messages, struct writing *w)
{
	struct rows *rows;
	enum status st;

	if (plan->shared_with == NULL)
		return (OK);
	st = db_one(
	    &rows, w->ctx, "call_frame_owner", PARAMS(TEXT(plan->shared_with), INT(plan->year), INT(plan->round)));
	if (st == ERR_NOT_FOUND) {
		call_check_shared(
		    messages, &(struct call_plans){ .calls = plan, .n_calls = 1 }, plan->shared_with, NULL);
		return (OK);
	}
	if (st != OK)
		return (st);
	w->frame_of = rows_int(rows, 0, "call_id");
	plan->frame = rows_money(rows, 0, "frame_ore");
	return (OK);
}

static enum status
open_one(struct writing *w)
{
	struct call_standing old;
	enum status st = standing_get(&old, w);

	return (st == OK ? ERR_CONFLICT : st == ERR_NOT_FOUND ? announce(w) : st);
}

enum status
call_open(
    int64_t *id, struct ctx *ctx, const char *scheme_id, const struct call_plan *plan, const struct call_author *author)
{
	struct writing w = { ctx, scheme_id, plan, author, 0, 0 };
	enum status st;

	if (plan->opens_at >= plan->closes_at || (date_none(plan->answer_by) && plan->answer_weeks == 0) ||
	    text_blank(plan->contact.name) || text_blank(plan->contact.phone) || text_blank(plan->contact.email) ||
	    plan->frame.ore < 0)
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = open_one(&w)) != OK)
		return (db_rollback(ctx, st));
	*id = w.call_id;
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ a document */

static enum status
import_one(struct call_imported *out, struct scheme_messages *messages, struct writing *w)
{
	struct call_standing old;
	struct call_changes changes;
	struct call_plan plan = *w->plan;
	size_t before = messages->n;
	enum status st;

	if ((st = frame_owner_get(&plan, messages, w)) != OK || messages->n > before)
		return (st);
	w->plan = &plan;
	st = standing_get(&old, w);
	if (st == ERR_NOT_FOUND) {
		out->announced++;
		return (announce(w));
	}
	if (st != OK)
		return (st);
	if (!call_changes_find(&changes, messages, w->ctx->arena, &old, &plan, w->ctx->now))
		return (OK);
	if (changes.n == 0) {
		out->unchanged++;
		return (OK);
	}
	out->changed++;
	return (change(w, &old, &changes));
}

static enum status
document_put(struct ctx *ctx, const struct call_plans *plans, const char *document, const struct call_author *author)
{
	const char **usual = arena_array(ctx->arena, plans->n_usual, sizeof(*usual));

	for (size_t i = 0; i < plans->n_usual; i++)
		usual[i] = month_day_write(ctx->arena, plans->usual[i].closes);
	return (db_exec(ctx, "call_document_put",
	    PARAMS(TEXT(plans->scheme_id), TEXT(document), INT(plans->cycle_years), TEXTS(usual, plans->n_usual),
		INSTANT(ctx->now), ID(author->user_id))));
}

/* Every call is looked at, so that one run tells everything. */
static enum status
import_all(struct call_imported *out, struct scheme_messages *messages, struct ctx *ctx, const struct call_plans *plans,
    const struct call_author *author)
{
	enum status st = OK;

	for (size_t i = 0; st == OK && i < plans->n_calls; i++) {
		struct writing w = { ctx, plans->scheme_id, &plans->calls[i], author, 0, 0 };

		st = import_one(out, messages, &w);
	}
	return (st == OK && messages->n > 0 ? ERR_INVALID : st);
}

enum status
call_import_here(struct call_imported *out, struct scheme_messages *messages, struct ctx *ctx,
    const struct call_plans *plans, const char *document, const struct call_author *author)
{
	enum status st;

	*out = (struct call_imported){ 0 };
	if ((st = import_all(out, messages, ctx, plans, author)) != OK)
		return (st);
	return (document_put(ctx, plans, document, author));
}

enum status
call_import(struct call_imported *out, struct scheme_messages *messages, struct ctx *ctx,
    const struct call_plans *plans, const char *document, const struct call_author *author)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = call_import_here(out, messages, ctx, plans, document, author)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ reading */

enum status
call_announced_otherwise(bool *out, struct ctx *ctx, const char *scheme_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "call_announced_otherwise", PARAMS(TEXT(scheme_id)))) != OK)
		return (db_rollback(ctx, st));
	*out = rows_bool(rows, 0, "otherwise");
	return (db_commit(ctx));
}

static void
events_add(struct call_row *out, struct arena *arena, const struct rows *rows)
{
	out->events = arena_array(arena, (size_t)rows_count(rows), sizeof(*out->events));
	ROWS_EACH(i, rows)
		if (rows_int(rows, i, "call_id") == out->call.id)
			out->events[out->n_events++] = (struct call_event){ .kind = rows_text(rows, i, "kind"),
				.was = rows_text(rows, i, "was"),
				.became = rows_text(rows, i, "became"),
				.why = rows_text(rows, i, "why_nb"),
				.by = rows_text(rows, i, "changed_by_name"),
				.at = rows_instant(rows, i, "changed_at") };
}

static enum status
list_get(struct call_row **out, size_t *n, struct ctx *ctx, const char *scheme_id)
{
	struct rows *rows, *changes;
	enum status st;

	if ((st = db_run(&rows, ctx, "call_list", PARAMS(TEXT(scheme_id)))) != OK ||
	    (st = db_run(&changes, ctx, "call_change_list", PARAMS(TEXT(scheme_id)))) != OK)
		return (st);
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows) {
		struct call_row *row = &(*out)[i];

		*row = (struct call_row){ .scheme_title = rows_lang(rows, i, "title"),
			.applications = rows_int(rows, i, "applications") };
		call_from_row(&row->call, rows, i);
		events_add(row, ctx->arena, changes);
	}
	return (OK);
}

enum status
call_list(struct call_row **out, size_t *n, struct ctx *ctx, const char *scheme_id)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = list_get(out, n, ctx, scheme_id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
