/* calls_draft_flow.c — begins and checks drafts of a scheme's calls, and tells what has happened to calls. */
#include "flow/calls_draft_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "db/call_db.h"
#include "db/db.h"
#include "domain/call_diff.h"
#include "flow/call_document.h"
#include "flow/scheme_draft_parts.h"
#include "flow/scheme_flow.h"
#include "scheme/call_compile.h"
#include "scheme/scheme_messages.h"

/* ------------------------------------------------------------------------------------------ what is in force */

static enum status
standing_read(struct calls_in_force *out, struct ctx *ctx, const char *scheme_id)
{
	struct rows *calls, *notes;
	enum status st;

	if ((st = db_run(&calls, ctx, "calls_standing", PARAMS(TEXT(scheme_id)))) != OK ||
	    (st = db_run(&notes, ctx, "calls_notes", PARAMS(TEXT(scheme_id)))) != OK)
		return (st);
	out->calls = arena_array(ctx->arena, (size_t)rows_count(calls), sizeof(*out->calls));
	ROWS_EACH(i, calls) {
		struct call_standing *standing = &out->calls[out->n++];

		call_from_row(&standing->call, calls, i);
		standing->awarded = rows_money(calls, i, "awarded_ore");
		standing->locked = rows_bool(calls, i, "locked");
		call_notes_from_rows(&standing->notes, ctx->arena, notes, standing->call.id);
	}
	return (OK);
}

/* Who applicants ask: as in the last call, else whoever writes. */
static enum status
contact_of(struct call_contact *out, struct ctx *ctx, const struct calls_in_force *in_force)
{
	struct rows *rows;
	enum status st;

	if (in_force->n > 0) {
		const struct call *last = &in_force->calls[in_force->n - 1].call;

		*out = (struct call_contact){ last->contact_name, last->contact_phone, last->contact_email };
		return (OK);
	}
	if ((st = db_one(&rows, ctx, "calls_contact", PARAMS(NONE))) != OK)
		return (st);
	*out = (struct call_contact){ rows_text(rows, 0, "name"), rows_text(rows, 0, "phone"),
		rows_text(rows, 0, "email") };
	return (OK);
}

enum status
calls_in_force_here(struct calls_in_force *out, struct ctx *ctx, const char *scheme_id)
{
	struct call_contact contact;
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "calls_owned", PARAMS(TEXT(scheme_id)))) != OK)
		return (st);
	*out = (struct calls_in_force){ .unit_id = rows_int(rows, 0, "unit_id"),
		.unit = rows_text(rows, 0, "code"),
		.version_hash = rows_text(rows, 0, "version_hash"),
		.title = rows_lang(rows, 0, "title"),
		.document = rows_text(rows, 0, "document"),
		.hash = rows_text(rows, 0, "hash") };
	if ((st = standing_read(out, ctx, scheme_id)) != OK || *out->document != '\0')
		return (st);
	if ((st = contact_of(&contact, ctx, out)) != OK)
		return (st);
	out->document = call_document_make(ctx->arena, scheme_id, &contact, out->calls, out->n);
	return (OK);
}

enum status
calls_in_force(struct calls_in_force *out, struct ctx *ctx, const char *scheme_id)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = calls_in_force_here(out, ctx, scheme_id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ beginning */

static enum status
begin(int64_t *id, struct ctx *ctx, const char *scheme_id)
{
	struct calls_in_force in_force;
	struct naming naming = { .scheme_id = scheme_id };
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "scheme_draft_of", PARAMS(TEXT(scheme_id), TEXT("calls")))) != OK)
		return (st);
	if (rows_count(rows) > 0) {
		*id = rows_int(rows, 0, "draft_id");
		return (OK);
	}
	if ((st = calls_in_force_here(&in_force, ctx, scheme_id)) != OK)
		return (st);
	naming.nb = lang_pick(&in_force.title, LANG_NB);
	naming.nn = lang_pick(&in_force.title, LANG_NN);
	return (scheme_draft_add(id, ctx, &naming, in_force.unit, "", in_force.document, "calls"));
}

enum status
calls_draft_of(int64_t *id, struct ctx *ctx, const char *scheme_id)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = begin(id, ctx, scheme_id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ checking */

/* What people rely on in calls that stand, and that each of those is there still. */
static void
check_standing(struct scheme_messages *messages, struct ctx *ctx, const struct calls_in_force *in_force,
    const struct call_plans *plans)
{
	for (size_t i = 0; i < in_force->n; i++) {
		const struct call_standing *standing = &in_force->calls[i];
		struct call_changes changes;
		bool found = false;

		for (size_t k = 0; k < plans->n_calls; k++)
			if (plans->calls[k].year == standing->call.year &&
			    plans->calls[k].round == standing->call.round) {
				found = true;
				(void)!call_changes_find(
				    &changes, messages, ctx->arena, standing, &plans->calls[k], ctx->now);
			}
		if (!found)
			scheme_messages_add(messages, 1,
			    tr_printf(ctx->arena, ctx->lang,
				"«%s» er kunngjort og kan ikke tas bort. Hent den tilbake i historikken, og avlys den "
				"hvis den ikke skal holdes.",
				call_name(ctx->arena, &standing->call, ctx->lang)));
	}
}

/* A plan that gives from another's frame, with that frame. No such frame is told. */
static enum status
frame_fill(struct call_plan *plan, struct scheme_messages *messages, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if (plan->shared_with == NULL)
		return (OK);
	st =
	    db_one(&rows, ctx, "calls_frame_owner", PARAMS(TEXT(plan->shared_with), INT(plan->year), INT(plan->round)));
	if (st == ERR_NOT_FOUND) {
		call_check_shared(
		    messages, &(struct call_plans){ .calls = plan, .n_calls = 1 }, plan->shared_with, NULL);
		return (OK);
	}
	if (st == OK)
		plan->frame = rows_money(rows, 0, "frame_ore");
	return (st);
}

/* The plans as they stand in the database: a shared frame is told whole. */
static enum status
frames_fill(const struct call_plans **plans, struct scheme_messages *messages, struct ctx *ctx,
    const struct call_plans *written)
{
	struct call_plans *filled = arena_memdup(ctx->arena, written, sizeof(*written));
	enum status st = OK;

	filled->calls = arena_memdup(ctx->arena, written->calls, written->n_calls * sizeof(*written->calls));
	for (size_t i = 0; st == OK && i < filled->n_calls; i++)
		st = frame_fill(&filled->calls[i], messages, ctx);
	*plans = filled;
	return (st);
}

/* Inside a transaction. */
static enum status
check_against(const struct scheme **owner, struct scheme_messages *messages, struct ctx *ctx, const char *scheme_id,
    const struct call_plans **plans)
{
	struct calls_in_force in_force;
	enum status st;

	if ((st = calls_in_force_here(&in_force, ctx, scheme_id)) != OK ||
	    (st = scheme_of(owner, ctx, in_force.version_hash)) != OK)
		return (st);
	if (*plans == NULL)
		return (OK);
	if ((st = frames_fill(plans, messages, ctx, *plans)) != OK)
		return (st);
	(void)!call_check_scheme(messages, *plans, *owner);
	check_standing(messages, ctx, &in_force, *plans);
	scheme_messages_sort(messages);
	return (OK);
}

enum status
calls_check(const struct scheme_checked **out, struct ctx *ctx, const char *scheme_id, const char *document, size_t len)
{
	struct scheme_checked *checked = scheme_checked_new(ctx->arena, call_vocabulary.ns, document, len);
	struct scheme_messages messages = scheme_messages_new(ctx->arena, ctx->lang);
	const struct call_plans *plans = NULL;
	enum status st;

	(void)!call_compile(&plans, &messages, ctx->arena, "", document, len);
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = check_against(&checked->owner, &messages, ctx, scheme_id, &plans)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	scheme_checked_room(checked, ctx->arena, messages.n);
	scheme_checked_complaints(checked, ctx->arena, ctx->lang, &call_vocabulary, &messages);
	checked->plans = checked->n == 0 ? plans : NULL;
	*out = checked;
	return (OK);
}

enum status
draft_check(const struct scheme_checked **out, struct ctx *ctx, const struct scheme_draft *draft, const char *document,
    size_t len)
{
	if (draft->calls)
		return (calls_check(out, ctx, draft->scheme_id, document, len));
	scheme_check_draft(out, ctx, document, len);
	return (OK);
}

/* ------------------------------------------------------------------------------------------ what has happened */

enum status
calls_history(struct calls_event **out, size_t *n, struct ctx *ctx, const char *scheme_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "calls_history", PARAMS(TEXT(scheme_id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = (struct calls_event){ .year = (int)rows_int(rows, i, "year"),
			.round = (int)rows_int(rows, i, "round"),
			.kind = rows_text(rows, i, "kind"),
			.was = rows_text(rows, i, "was"),
			.became = rows_text(rows, i, "became"),
			.reason = rows_lang(rows, i, "why"),
			.why = rows_text(rows, i, "proposal_why"),
			.proposed_by = rows_text(rows, i, "proposed_by"),
			.by = rows_text(rows, i, "changed_by_name"),
			.at = rows_instant(rows, i, "changed_at") };
	return (db_commit(ctx));
}
