/* recommendation_flow.c — opening, saving and locking a call's list. */
#include "flow/recommendation_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/call_db.h"
#include "db/db.h"
#include "domain/delegation.h"
#include "domain/reason.h"
#include "domain/shared_reason.h"
#include "flow/county.h"
#include "flow/recommendation_document.h"
#include "flow/recommendation_parts.h"

enum status
recommendation_open(struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "call_get", PARAMS(INT(call_id)))) != OK ||
	    (st = db_exec(ctx, "recommendation_list_open", PARAMS(INT(call_id)))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- proposing ---------------------------------------------------------------------------------------------------- */

const struct recommendation_row *
recommendation_row_of(const struct recommendation_list *list, int64_t application_id)
{
	for (size_t i = 0; i < list->n_rows; i++)
		if (list->rows[i].application_id == application_id)
			return (&list->rows[i]);
	return (NULL);
}

static enum status
check_proposal(
    struct messages *messages, struct ctx *ctx, const struct recommendation_list *list, const struct proposal *proposal)
{
	const struct recommendation_row *row = recommendation_row_of(list, proposal->application_id);
	struct allocation_row checked;

	if (row == NULL)
		return (ERR_NOT_FOUND);
	if (!row->declared)
		return (ERR_FORBIDDEN);
	if (row->computed && money_cmp(proposal->sum, row->share) != 0)
		return (ERR_CONFLICT);
	checked = recommendation_allocation(row);
	checked.outcome = proposal->outcome;
	checked.proposed = proposal->sum;
	checked.reason = proposal->reason;
	checked.departure = proposal->departure;
	allocation_check_row(messages, &checked, ctx->lang);
	return (OK);
}

static enum status
put_proposals(
    struct ctx *ctx, const struct recommendation_list *list, const struct proposal *proposals, size_t n, int version)
{
	enum status st;

	if ((st = db_change(ctx, "recommendation_list_touch", PARAMS(INT(list->id), INT(version)))) != OK)
		return (st);
	for (size_t i = 0; st == OK && i < n; i++) {
		const struct proposal *p = &proposals[i];

		/* A row without an outcome has only been moved on the screen, or is not proposed any more. */
		if (p->outcome == OUTCOME_NONE)
			st = db_exec(ctx, "recommendation_remove", PARAMS(INT(list->id), INT(p->application_id)));
		else
			st = db_exec(ctx, "recommendation_put",
			    PARAMS(INT(list->id), INT(p->application_id), INT(p->rank),
				TEXT(outcome_proposal_code(p->outcome)), MONEY(p->sum), TEXT(p->reason),
				INSTANT(ctx->now), TEXT(p->departure == NULL ? "" : p->departure)));
	}
	return (st);
}

enum status
recommendation_save(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct proposal *proposals, size_t n, const char *spread_reason, int version)
{
	enum status st;

	*messages = messages_new(ctx->arena);
	if (list->locked || list->id == 0)
		return (ERR_CONFLICT);
	for (size_t i = 0; i < n; i++)
		if (proposals[i].outcome != OUTCOME_NONE &&
		    (st = check_proposal(messages, ctx, list, &proposals[i])) != OK)
			return (st);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = put_proposals(ctx, list, proposals, n, version)) != OK ||
	    (spread_reason != NULL &&
		(st = db_exec(ctx, "recommendation_spread_put", PARAMS(INT(list->id), TEXT(spread_reason)))) != OK))
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- locking ------------------------------------------------------------------------------------------------------ */

static enum status
move_cases(struct ctx *ctx, const struct recommendation_list *list, const char *hash)
{
	const char *names[] = { "list" };
	enum status st = OK;

	for (size_t i = 0; st == OK && i < list->n_rows; i++) {
		int64_t id = list->rows[i].application_id;

		if ((st = db_change(ctx, "application_move", PARAMS(INT(id), TEXT("assessed"), TEXT("recommended")))) ==
		    OK)
			st = event_db_add(NULL, ctx, id, "recommended", names, &hash, 1);
	}
	return (st);
}

/* Whose each case is, by the delegation as it stands: a body finds its papers by it. */
static enum status
add_bodies(struct ctx *ctx, const struct recommendation_list *list)
{
	int64_t *ids = arena_array(ctx->arena, list->n_rows, sizeof(*ids));
	const char **bodies = arena_array(ctx->arena, list->n_rows, sizeof(*bodies));
	size_t n = 0;

	for (size_t i = 0; i < list->n_rows; i++) {
		const char *body = delegation_body(list->scheme, list->rows[i].proposed);

		if (body == NULL)
			continue;
		ids[n] = list->rows[i].application_id;
		bodies[n++] = body;
	}
	return (db_exec(ctx, "recommendation_body_add", PARAMS(INT(list->id), INTS(ids, n), TEXTS(bodies, n))));
}

/* The list as it is laid before those who decide: where others may follow, with what is proposed and nothing else. */
static struct recommendation_list
on_paper(struct ctx *ctx, const struct recommendation_list *list)
{
	struct recommendation_list paper = *list;

	if (!list->batched || list->locked)
		return (paper);
	paper.rows = arena_array(ctx->arena, list->n_rows, sizeof(*paper.rows));
	paper.n_rows = paper.n_unfinished = 0;
	for (size_t i = 0; i < list->n_rows; i++)
		if (recommendation_holds_up(list, &list->rows[i])) {
			paper.rows[paper.n_rows] = list->rows[i];
			paper.rows[paper.n_rows].rank = (int)paper.n_rows + 1;
			paper.n_rows++;
		}
	recommendation_measure(&paper, ctx);
	return (paper);
}

/* From now on the ledger holds what is kept for some. */
static enum status
keep_earmarks(struct ctx *ctx, const struct recommendation_list *list)
{
	enum status st = OK;

	for (size_t i = 0; st == OK && i < list->earmarks.n; i++) {
		const struct earmark_use *use = &list->earmarks.list[i];

		if (!use->earmark->unused_to_others)
			st = db_exec(ctx, "call_earmark_put",
			    PARAMS(INT(list->call.id), TEXT(use->earmark->id), MONEY(use->reserved)));
	}
	return (st);
}

static enum status
lock(struct ctx *ctx, const struct recommendation_list *list, int version)
{
	struct buf pdf = buf_new(ctx->arena);
	const char *hash;
	enum status st;

	if ((st = recommendation_document_pdf(&pdf, ctx, list)) != OK)
		return (st);
	hash = crypto_sha256(ctx->arena, pdf.data, pdf.len);
	if ((st = db_change(ctx, "recommendation_list_lock",
		 PARAMS(INT(list->id), INT(version), INSTANT(ctx->now), TEXT(hash), BYTES(pdf.data, pdf.len)))) != OK ||
	    (st = db_exec(ctx, "recommendation_drop_unfinished", PARAMS(INT(list->id)))) != OK ||
	    (st = add_bodies(ctx, list)) != OK || (st = keep_earmarks(ctx, list)) != OK)
		return (st);
	if ((st = move_cases(ctx, list, hash)) != OK)
		return (st);
	return (db_exec(ctx, "recommendation_lists_fit", PARAMS(INT(list->call.id))));
}

const char *
recommendation_refused_text(const struct ctx *ctx, const struct recommendation_row *row)
{
	enum lang lang = row->lang == LANG_NN ? LANG_NN : LANG_NB;
	const char *refused = row->failed == NULL ? row->merit.refused : lang_pick(&row->failed->reason, lang);

	return (arena_printf(ctx->arena, "%s%s%s", refused, *row->merit.reason == '\0' ? "" : " ", row->merit.reason));
}

bool
recommendation_judges_spread(const struct scheme *scheme)
{
	for (size_t i = 0; i < scheme->n_criteria; i++)
		if (scheme->criteria[i].kind == CRITERION_PORTFOLIO)
			return (true);
	return (false);
}

/* The frame itself may have room, and still not for those the money isn't kept for. */
static void
check_earmarks(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list)
{
	if (list->earmarks.over.ore > 0 && list->bar.over.ore == 0)
		messages_add(messages, MESSAGE_ERROR, "", "earmarks",
		    tr_printf(ctx->arena, ctx->lang,
			"Forslagene tar %s av det som er øremerket for andre. Sett ned forslag for minst så mye.",
			money_show(ctx->arena, list->earmarks.over)));
}

/* What is judged across applications is judged when the list is done. */
static void
check_spread(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list)
{
	if (recommendation_judges_spread(list->scheme) && text_blank(list->spread_reason))
		messages_add(messages, MESSAGE_ERROR, "", "spread",
		    tr(ctx->lang,
			"Skriv hvordan listen er vurdert samlet: hvem og hva tilskuddene når, og hva som mangler."));
}

static void
check_empty(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list)
{
	if (list->n_rows > 0)
		return;
	messages_add(messages, MESSAGE_ERROR, "", "",
	    list->batched ? tr(ctx->lang, "Ingen saker har forslag. Foreslå utfall i minst én før du låser.")
			  : tr(ctx->lang, "Listen er tom. Vurder minst én søknad før du låser."));
}

static bool
is_advised(const struct recommendation_list *list, const char *body)
{
	for (size_t i = 0; i < list->n_advice; i++)
		if (strcmp(list->advice[i].body, body) == 0)
			return (true);
	return (false);
}

/* What is dismissed is nobody's to have an opinion of. */
static bool
lacks_opinion(const struct recommendation_list *list, const struct recommendation_row *row)
{
	const struct scheme_opinion *asked = &list->scheme->after.opinion;

	return (asked->asked && (asked->when == NULL || row->figures.opinion) && *row->opinions == '\0' &&
		!row->formal_dismissal);
}

static void
check_steps(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list)
{
	const struct scheme_after *after = &list->scheme->after;

	for (size_t i = 0; i < after->n_advice; i++)
		if (!is_advised(list, after->advice[i].body))
			messages_add(messages, MESSAGE_ERROR, "", "advice",
			    tr_printf(ctx->arena, ctx->lang, "Registrer rådet fra %s før du låser.",
				county_body_name(ctx->county, after->advice[i].body, ctx->lang)));
	for (size_t i = 0; i < list->n_rows; i++)
		if (lacks_opinion(list, &list->rows[i]))
			messages_add(messages, MESSAGE_ERROR, "", "opinion",
			    tr_printf(ctx->arena, ctx->lang, "Registrer kommunens uttalelse i søknad %s før du låser.",
				list->rows[i].number));
}

/* Sums that are worked out have the working as their reason; the rest is worded by people. */
static bool
is_worded(const struct recommendation_row *row)
{
	return (!row->computed && reason_must_be_own(row->proposed_outcome));
}

/* What marks alone say is no reason yet: a person reads it and goes on with it (R37). */
static void
check_untouched(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list)
{
	for (size_t i = 0; i < list->n_rows; i++) {
		const struct recommendation_row *row = &list->rows[i];

		if (is_worded(row) &&
		    reason_is_untouched(ctx->arena, list->scheme, row->findings, row->assessment_reason,
			row->lang == LANG_NN ? LANG_NN : LANG_NB, row->reason))
			messages_add_about(messages, MESSAGE_ERROR, "", "reason", row->number,
			    tr(ctx->lang,
				"Begrunnelsen er satt sammen av poengene og står som den kom. Les den, og skriv "
				"den ferdig med egne ord."));
	}
}

/* Once a group of cases that say the same. */
static void
check_shared(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list)
{
	struct case_reason *cases = arena_array(ctx->arena, list->n_rows, sizeof(*cases));
	struct shared_reason *shared = arena_array(ctx->arena, list->n_rows, sizeof(*shared));
	size_t n = 0;

	for (size_t i = 0; i < list->n_rows; i++) {
		const struct recommendation_row *row = &list->rows[i];

		if (is_worded(row))
			cases[n++] = (struct case_reason){ row->number, row->title, row->organisation,
				text_blank(row->reason) ? row->assessment_reason : row->reason };
	}
	reasons_share(shared, ctx->arena, cases, n, ctx->lang);
	for (size_t i = 0; i < n; i++)
		if (shared[i].others > 0 && shared[i].first == i)
			messages_add_about(messages, MESSAGE_WARNING, "", "reason", cases[i].number,
			    shared_reason_text(ctx->arena, &shared[i], ctx->lang));
}

static void
check_paper(struct messages *messages, struct ctx *ctx, const struct recommendation_list *paper)
{
	*messages = messages_new(ctx->arena);
	if (paper->n_rows > 0)
		allocation_check_lock(messages, &paper->bar, recommendation_allocations(paper, ctx), paper->n_rows,
		    paper->n_unfinished, ctx->lang);
	check_spread(messages, ctx, paper);
	check_steps(messages, ctx, paper);
	check_earmarks(messages, ctx, paper);
	check_untouched(messages, ctx, paper);
	check_shared(messages, ctx, paper);
	if (paper->n_hidden > 0)
		messages_add(messages, MESSAGE_ERROR, "", "",
		    tr(ctx->lang, "Du er inhabil i en eller flere av sakene på listen. En kollega må låse den."));
	if (paper->n_undeclared > 0)
		messages_add(messages, MESSAGE_ERROR, "", "",
		    tr(ctx->lang, "Meld fra om habilitet i alle sakene på listen før du låser den."));
	check_empty(messages, ctx, paper);
}

void
recommendation_lock_check(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list)
{
	struct recommendation_list paper = on_paper(ctx, list);

	check_paper(messages, ctx, &paper);
}

/* The database held the list against the frame once more: another list was locked in the meantime. */
static enum status
explain_lock(struct messages *messages, struct ctx *ctx, enum status st)
{
	if (st != ERR_CONFLICT || strcmp(db_last_code(ctx), "TS005") != 0)
		return (st);
	messages_add(messages, MESSAGE_ERROR, "", "frame",
	    tr(ctx->lang, "Forslagene går over det som er igjen av rammen. En annen liste er låst i mellomtiden. Se på "
			  "summene på nytt."));
	return (ERR_INVALID);
}

enum status
recommendation_lock(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list, int version)
{
	struct recommendation_list paper = on_paper(ctx, list);
	enum status st;

	check_paper(messages, ctx, &paper);
	if (list->locked || list->id == 0)
		return (ERR_CONFLICT);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = lock(ctx, &paper, version)) != OK)
		return (db_rollback(ctx, explain_lock(messages, ctx, st)));
	return (db_commit(ctx));
}

static enum status
locked_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t list_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "recommendation_list_pdf", PARAMS(INT(list_id)))) != OK)
		return (db_rollback(ctx, st));
	*pdf = rows_bytes(len, rows, 0, "pdf");
	return (db_commit(ctx));
}

/* A paper is whole or not at all: of no case may it tell more than the pages do (fvl. § 6, R24). */
enum status
recommendation_for_paper(struct recommendation_list *out, struct ctx *ctx, int64_t call_id, int batch)
{
	bool county = ctx->user_id == 0 && ctx->role == ROLE_ADMIN;
	enum status st;

	if ((st = recommendation_load(out, ctx, call_id, batch)) != OK)
		return (st);
	if (!county && (out->n_hidden > 0 || out->n_undeclared > 0))
		return (ERR_NOT_FOUND);
	*out = on_paper(ctx, out);
	return (OK);
}

enum status
recommendation_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t call_id, int batch)
{
	struct recommendation_list list;
	struct buf out = buf_new(ctx->arena);
	enum status st;

	if ((st = recommendation_for_paper(&list, ctx, call_id, batch)) != OK)
		return (st);
	if (list.locked)
		return (locked_pdf(pdf, len, ctx, list.id));
	if ((st = recommendation_document_pdf(&out, ctx, &list)) != OK)
		return (st);
	*pdf = out.data;
	*len = out.len;
	return (OK);
}
