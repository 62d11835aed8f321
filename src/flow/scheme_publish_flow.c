/* scheme_publish_flow.c — proposing, approving and telling of versions. */
#include "flow/scheme_publish_flow.h"

#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "db/db.h"
#include "db/scheme_db.h"
#include "domain/scheme_trial.h"
#include "flow/calls_publish_flow.h"

/* --- versions ---------------------------------------------------------------------------------------------------- */

enum status
scheme_history(struct scheme_publication **out, size_t *n, struct ctx *ctx, const char *scheme_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "scheme_history", PARAMS(TEXT(scheme_id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = (struct scheme_publication){ .number = (int)rows_int(rows, i, "number"),
			.version_hash = rows_text(rows, i, "version_hash"),
			.published_at = rows_instant(rows, i, "published_at"),
			.installed = rows_bool(rows, i, "installed"),
			.proposed_by = rows_text(rows, i, "proposed_by"),
			.approved_by = rows_text(rows, i, "approved_by"),
			.why = rows_text(rows, i, "why"),
			.remark = rows_text(rows, i, "remark"),
			.restores = (int)rows_int(rows, i, "restores"),
			.open_calls = rows_bool(rows, i, "open_calls") };
	return (db_commit(ctx));
}

/* Fewer characters of a hash than this may be a number just as well. */
#define HASH_LEAST 6

static bool
is_called(const struct scheme_publication *publication, const char *version)
{
	size_t len = strlen(version);

	if (len < HASH_LEAST && strspn(version, "0123456789") == len)
		return (publication->number == (int)strtol(version, NULL, 10));
	return (len >= HASH_LEAST && strncmp(publication->version_hash, version, len) == 0);
}

enum status
scheme_version_find(struct scheme_publication *out, struct ctx *ctx, const char *scheme_id, const char *version)
{
	struct scheme_publication *list;
	const struct scheme_publication *found = NULL;
	enum status st;
	size_t n;

	if ((st = scheme_history(&list, &n, ctx, scheme_id)) != OK)
		return (st);
	for (size_t i = 0; i < n; i++) {
		if (*version != '\0' && !is_called(&list[i], version))
			continue;
		if (found != NULL && *version != '\0' && strcmp(found->version_hash, list[i].version_hash) != 0)
			return (ERR_CONFLICT);
		if (found == NULL)
			found = &list[i];
	}
	if (found == NULL)
		return (ERR_NOT_FOUND);
	*out = *found;
	return (OK);
}

enum status
scheme_version_document(const char **out, struct ctx *ctx, const char *version_hash)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "scheme_document", PARAMS(TEXT(version_hash)))) != OK)
		return (db_rollback(ctx, st));
	*out = rows_text(rows, 0, "document");
	return (db_commit(ctx));
}

/* --- what a change reaches --------------------------------------------------------------------------------------- */

static void
reach_read(struct scheme_reach *out, const struct rows *rows, const struct scheme_changes *changes)
{
	out->open_calls = rows_int(rows, 0, "open_calls");
	out->coming_calls = rows_int(rows, 0, "coming_calls");
	out->drafts = rows_int(rows, 0, "drafts");
	out->undecided = rows_int(rows, 0, "undecided");
	out->sent = rows_int(rows, 0, "sent");
	for (size_t i = 0; i < changes->n; i++)
		out->touched[i] = changes->list[i].reach == REACH_ANSWERED && changes->list[i].field != NULL
				      ? rows_int(rows, (int)i, "field_drafts")
				      : out->drafts;
}

enum status
scheme_reach_of(struct scheme_reach *out, struct ctx *ctx, const char *scheme_id, const struct scheme_changes *changes)
{
	const char **fields = arena_array(ctx->arena, changes->n, sizeof(*fields));
	struct rows *rows;
	enum status st;

	*out = (struct scheme_reach){ .touched = arena_array(ctx->arena, changes->n, sizeof(*out->touched)) };
	for (size_t i = 0; i < changes->n; i++)
		fields[i] = changes->list[i].field == NULL ? "" : changes->list[i].field;
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "scheme_reach",
		 PARAMS(TEXT(scheme_id), TEXTS(fields, changes->n), INSTANT(ctx->now)))) != OK)
		return (db_rollback(ctx, st));
	reach_read(out, rows, changes);
	return (db_commit(ctx));
}

/* --- proposing --------------------------------------------------------------------------------------------------- */

static enum status
refuse(const char **message, enum status st, const char *text)
{
	*message = text;
	return (st);
}

static bool
may_propose(const struct ctx *ctx, int64_t unit_id)
{
	if (ctx->role == ROLE_ADMIN)
		return (true);
	return ((ctx->role == ROLE_OFFICER || ctx->role == ROLE_LEADER) && ctx->unit_id == unit_id);
}

static bool
may_approve(const struct ctx *ctx, int64_t unit_id)
{
	return (ctx->role == ROLE_ADMIN || (ctx->role == ROLE_LEADER && ctx->unit_id == unit_id));
}

/* The document as it would be published: compiled, and its own examples come out. */
static enum status
try_document(const struct scheme **out, const char **message, struct ctx *ctx, const char *document)
{
	struct scheme_messages messages = scheme_messages_new(ctx->arena, ctx->lang);
	struct trial_result trial;
	enum status st;

	st = scheme_compile(out, &messages, ctx->arena, tr(ctx->lang, "linje"), document, strlen(document));
	if (st != OK)
		return (refuse(message, ERR_INVALID, scheme_message_line(&messages, 0)));
	scheme_tests_run(&trial, ctx->arena, *out, ctx->lang);
	if (trial.n_failures > 0)
		return (refuse(message, ERR_INVALID, trial.failures[0].text));
	return (OK);
}

/* The version in force and its owner; "" and 0 for a scheme that is not published yet. */
struct base {
	const char *hash, *document;
	int64_t unit_id;
};

static enum status
base_get(struct base *out, struct ctx *ctx, const char *scheme_id)
{
	struct rows *rows;
	enum status st;

	*out = (struct base){ .hash = "", .document = "" };
	if ((st = db_run(&rows, ctx, "scheme_in_force", PARAMS(TEXT(scheme_id)))) != OK || rows_count(rows) == 0)
		return (st);
	out->hash = rows_text(rows, 0, "version_hash");
	out->unit_id = rows_int(rows, 0, "unit_id");
	if ((st = db_one(&rows, ctx, "scheme_document", PARAMS(TEXT(out->hash)))) == OK)
		out->document = rows_text(rows, 0, "document");
	return (st);
}

static enum status
unit_get(int64_t *out, const char **message, struct ctx *ctx, const struct scheme *scheme)
{
	struct rows *rows;
	enum status st = db_one(&rows, ctx, "unit_by_code", PARAMS(TEXT(scheme->unit)));

	if (st == ERR_NOT_FOUND)
		return (refuse(message, ERR_INVALID,
		    tr_printf(ctx->arena, ctx->lang,
			"Fylket har ingen avdeling med koden «%s». Rett koden i ordningen.", scheme->unit)));
	if (st == OK)
		*out = rows_int(rows, 0, "unit_id");
	return (st);
}

static enum status
bodies_check(const char **message, struct ctx *ctx, const struct scheme *scheme)
{
	const char **unknown;
	enum status st;
	size_t n;

	if ((st = scheme_db_bodies_unknown(&unknown, &n, ctx, scheme)) != OK || n == 0)
		return (st);
	return (refuse(message, ERR_INVALID,
	    tr_printf(ctx->arena, ctx->lang, "Fylket har ikke noe utvalg med koden «%s». Rett koden i ordningen.",
		unknown[0])));
}

static enum status
needs_confirmation(bool *out, struct ctx *ctx, const struct base *base, const char *document)
{
	struct scheme_changes changes;
	enum status st;

	*out = false;
	if (*base->hash == '\0')
		return (OK);
	if ((st = scheme_diff(&changes, ctx->arena, base->document, document, ctx->lang)) == OK)
		*out = changes.of_class[CHANGE_CONFIRM] > 0;
	return (st);
}

static enum status
proposal_add(int64_t *id, const char **message, struct ctx *ctx, const struct scheme_proposing *what,
    const struct scheme *scheme, const struct base *base)
{
	const char *base_hash = *base->hash == '\0' ? NULL : base->hash;
	struct rows *rows;
	enum status st;
	bool confirm;

	if ((st = needs_confirmation(&confirm, ctx, base, what->document)) != OK)
		return (st);
	st = db_one(&rows, ctx, "scheme_proposal_add",
	    PARAMS(TEXT(scheme->id), TEXT(scheme->unit), ID(what->draft_id), TEXT(what->document),
		TEXT(scheme->version_hash), TEXT(base_hash), ID(what->restores), BOOL(what->open_calls), BOOL(confirm),
		TEXT(what->why), INSTANT(ctx->now)));
	if (st == ERR_CONFLICT)
		return (refuse(message, st,
		    tr(ctx->lang,
			"Et annet forslag til ordningen venter. Det må godkjennes, avslås eller trekkes først.")));
	if (st != OK)
		return (st);
	*id = rows_int(rows, 0, "proposal_id");
	if (what->draft_id == 0)
		return (OK);
	return (db_change(ctx, "scheme_draft_state", PARAMS(INT(what->draft_id), TEXT("proposed"))));
}

/* Inside a transaction. */
static enum status
propose(int64_t *id, const char **message, struct ctx *ctx, const struct scheme_proposing *what,
    const struct scheme *scheme)
{
	struct base base;
	int64_t unit_id;
	enum status st;

	if ((st = base_get(&base, ctx, scheme->id)) != OK || (st = unit_get(&unit_id, message, ctx, scheme)) != OK ||
	    (st = bodies_check(message, ctx, scheme)) != OK)
		return (st);
	if (!may_propose(ctx, unit_id) || (base.unit_id != 0 && !may_propose(ctx, base.unit_id)))
		return (refuse(message, ERR_FORBIDDEN,
		    tr(ctx->lang,
			"Bare avdelingen som har ordningen, og administratorer kan foreslå endringer i den.")));
	if (strcmp(base.hash, scheme->version_hash) == 0)
		return (refuse(message, ERR_CONFLICT,
		    tr(ctx->lang,
			"Forslaget sier det samme som den versjonen som gjelder. Det er ikke noe å foreslå.")));
	return (proposal_add(id, message, ctx, what, scheme, &base));
}

enum status
scheme_propose(int64_t *id, const char **message, struct ctx *ctx, const struct scheme_proposing *what)
{
	const struct scheme *scheme;
	enum status st;

	*message = NULL;
	if (text_blank(what->why) || text_length(what->why) > 2000)
		return (refuse(
		    message, ERR_INVALID, tr(ctx->lang, "Skriv hvorfor ordningen blir endret, med høyst 2000 tegn.")));
	if ((st = try_document(&scheme, message, ctx, what->document)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	if ((st = propose(id, message, ctx, what, scheme)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- proposals --------------------------------------------------------------------------------------------------- */

static void
proposal_read(struct scheme_proposal *out, const struct rows *rows, int i)
{
	*out = (struct scheme_proposal){ .id = rows_int(rows, i, "proposal_id"),
		.unit_id = rows_int(rows, i, "unit_id"),
		.draft_id = rows_int(rows, i, "draft_id"),
		.proposed_by_id = rows_int(rows, i, "proposed_by_id"),
		.scheme_id = rows_text(rows, i, "scheme_id"),
		.version_hash = rows_text(rows, i, "version_hash"),
		.base_hash = rows_text(rows, i, "base_hash"),
		.document = rows_text(rows, i, "document"),
		.why = rows_text(rows, i, "why"),
		.state = rows_text(rows, i, "state"),
		.remark = rows_text(rows, i, "remark"),
		.proposed_by = rows_text(rows, i, "proposed_by"),
		.decided_by = rows_text(rows, i, "decided_by"),
		.calls = strcmp(rows_text(rows, i, "kind"), "calls") == 0,
		.base_calls = rows_text(rows, i, "base_calls"),
		.title = rows_lang(rows, i, "title"),
		.restores = (int)rows_int(rows, i, "restores"),
		.open_calls = rows_bool(rows, i, "open_calls"),
		.needs_confirmation = rows_bool(rows, i, "needs_confirmation"),
		.proposed_at = rows_instant(rows, i, "proposed_at"),
		.decided_at = rows_instant(rows, i, "decided_at") };
}

enum status
scheme_proposals(struct scheme_proposal **out, size_t *n, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "scheme_proposal_list", PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		proposal_read(&(*out)[i], rows, i);
	return (db_commit(ctx));
}

/* In the transaction under way. */
static enum status
proposal_get(struct scheme_proposal *out, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "scheme_proposal_get", PARAMS(INT(id)))) == OK)
		proposal_read(out, rows, 0);
	return (st);
}

enum status
scheme_proposal_get(struct scheme_proposal *out, struct ctx *ctx, int64_t id)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = proposal_get(out, ctx, id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- deciding ---------------------------------------------------------------------------------------------------- */

static const char *
decided_already(const struct ctx *ctx)
{
	return (tr(ctx->lang, "Forslaget er avgjort av en annen. Last siden på nytt."));
}

static enum status
decide(const char **message, struct ctx *ctx, const struct scheme_proposal *proposal, const char *state,
    const char *remark)
{
	enum status st = db_change(
	    ctx, "scheme_proposal_decide", PARAMS(INT(proposal->id), TEXT(state), TEXT(remark), INSTANT(ctx->now)));

	return (st == ERR_CONFLICT ? refuse(message, st, decided_already(ctx)) : st);
}

static const char *
english(const struct lang_text *text)
{
	return (text->in[LANG_EN] == NULL ? "" : text->in[LANG_EN]);
}

static enum status
publish(int *number, const char **message, struct ctx *ctx, const struct scheme_proposal *proposal,
    const struct scheme *scheme)
{
	struct rows *rows;
	enum status st;

	st = db_one(&rows, ctx, "scheme_publish",
	    PARAMS(INT(proposal->id), TEXT(area_code(scheme->area)), TEXT(scheme->status),
		TEXT(lang_pick(&scheme->title, LANG_NB)), TEXT(lang_pick(&scheme->title, LANG_NN)),
		TEXT(english(&scheme->title)), TEXT(lang_pick(&scheme->summary, LANG_NB)),
		TEXT(lang_pick(&scheme->summary, LANG_NN)), TEXT(english(&scheme->summary)),
		TEXT(scheme_search_text(ctx->arena, scheme)), INSTANT(ctx->now)));
	if (st == ERR_CONFLICT && strcmp(db_last_code(ctx), "TS007") == 0)
		return (refuse(message, st,
		    tr(ctx->lang,
			"En annen versjon har begynt å gjelde siden dette ble foreslått. Forslaget må trekkes "
			"og lages på nytt fra den.")));
	if (st == OK)
		*number = (int)rows_int(rows, 0, "number");
	return (st);
}

/* What was proposed is tried again: the program or the county may have changed since. */
static enum status
approve_scheme(
    int *number, const char **message, struct ctx *ctx, const struct scheme_proposal *proposal, const char *remark)
{
	const struct scheme *scheme;
	enum status st;

	if ((st = try_document(&scheme, message, ctx, proposal->document)) != OK ||
	    (st = bodies_check(message, ctx, scheme)) != OK ||
	    (st = decide(message, ctx, proposal, "approved", remark)) != OK)
		return (st);
	return (publish(number, message, ctx, proposal, scheme));
}

static enum status
approve_calls(const char **message, struct ctx *ctx, const struct scheme_proposal *proposal, const char *remark)
{
	enum status st;

	if ((st = decide(message, ctx, proposal, "approved", remark)) != OK ||
	    (st = calls_publish(message, ctx, proposal)) != OK)
		return (st);
	return (db_change(ctx, "scheme_draft_state", PARAMS(INT(proposal->draft_id), TEXT("published"))));
}

/* Inside a transaction. */
static enum status
approve(int *number, const char **message, struct ctx *ctx, int64_t id, const char *remark)
{
	struct scheme_proposal proposal;
	enum status st;

	*number = 0;
	if ((st = proposal_get(&proposal, ctx, id)) != OK)
		return (st);
	if (proposal.proposed_by_id == ctx->user_id)
		return (refuse(message, ERR_FORBIDDEN,
		    tr(ctx->lang,
			"Den som har foreslått en endring, kan ikke godkjenne den selv. Be en annen om det.")));
	if (!may_approve(ctx, proposal.unit_id))
		return (refuse(message, ERR_FORBIDDEN,
		    tr(ctx->lang, "Bare lederen for avdelingen og administratorer kan godkjenne endringer.")));
	if (proposal.calls)
		return (approve_calls(message, ctx, &proposal, remark));
	return (approve_scheme(number, message, ctx, &proposal, remark));
}

enum status
scheme_approve(int *number, const char **message, struct ctx *ctx, int64_t id, const char *remark)
{
	enum status st;

	*message = NULL;
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = approve(number, message, ctx, id, remark)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static enum status
close_proposal(const char **message, struct ctx *ctx, const struct scheme_proposal *proposal, const char *state,
    const char *remark)
{
	enum status st;

	if ((st = decide(message, ctx, proposal, state, remark)) != OK || proposal->draft_id == 0)
		return (st);
	return (db_change(ctx, "scheme_draft_state", PARAMS(INT(proposal->draft_id), TEXT("open"))));
}

/* Inside a transaction. */
static enum status
refuse_or_withdraw(const char **message, struct ctx *ctx, int64_t id, const char *state, const char *remark)
{
	bool withdraw = strcmp(state, "withdrawn") == 0;
	struct scheme_proposal proposal;
	enum status st;

	if ((st = proposal_get(&proposal, ctx, id)) != OK)
		return (st);
	if (withdraw && proposal.proposed_by_id != ctx->user_id)
		return (refuse(
		    message, ERR_FORBIDDEN, tr(ctx->lang, "Bare den som har foreslått endringen, kan trekke den.")));
	if (!withdraw && (proposal.proposed_by_id == ctx->user_id || !may_approve(ctx, proposal.unit_id)))
		return (refuse(message, ERR_FORBIDDEN,
		    tr(ctx->lang, "Bare lederen for avdelingen og administratorer kan avslå andres forslag.")));
	return (close_proposal(message, ctx, &proposal, state, remark));
}

static enum status
end_proposal(const char **message, struct ctx *ctx, int64_t id, const char *state, const char *remark)
{
	enum status st;

	*message = NULL;
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = refuse_or_withdraw(message, ctx, id, state, remark)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
scheme_refuse(const char **message, struct ctx *ctx, int64_t id, const char *remark)
{
	if (text_blank(remark))
		return (refuse(message, ERR_INVALID, tr(ctx->lang, "Skriv hvorfor forslaget blir avslått.")));
	return (end_proposal(message, ctx, id, "refused", remark));
}

enum status
scheme_withdraw(const char **message, struct ctx *ctx, int64_t id)
{
	return (end_proposal(message, ctx, id, "withdrawn", ""));
}
