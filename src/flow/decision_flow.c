/* decision_flow.c — deciding, and keeping the frame while two decide at once. */
#include "flow/decision_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/db.h"
#include "flow/county.h"
#include "flow/scheme_flow.h"

/* The sums that are the leader's to decide are told by each scheme, so they are sorted out here. */
static enum status
count_delegated(struct waiting_list *lists, size_t n, struct ctx *ctx, const struct rows *undecided)
{
	const struct scheme *scheme;
	enum status st;

	ROWS_EACH(i, undecided) {
		int64_t list_id = rows_int(undecided, i, "list_id");

		if ((st = scheme_of(&scheme, ctx, rows_text(undecided, i, "version_hash"))) != OK)
			return (st);
		if (delegation_body(scheme, rows_money(undecided, i, "proposed_ore")) != NULL)
			continue;
		for (size_t l = 0; l < n; l++)
			lists[l].n_delegated += lists[l].id == list_id;
	}
	return (OK);
}

static enum status
waiting_get(struct waiting_list **out, size_t *n, struct rows **undecided, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "recommended_waiting", PARAMS(NONE))) != OK ||
	    (st = db_run(undecided, ctx, "recommended_undecided", PARAMS(NONE))) != OK)
		return (st);
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows) {
		struct lang_text title = rows_lang(rows, i, "title");

		(*out)[i] = (struct waiting_list){
			.id = rows_int(rows, i, "list_id"),
			.call_id = rows_int(rows, i, "call_id"),
			.batch = (int)rows_int(rows, i, "batch"),
			.title = lang_pick(&title, ctx->lang),
			.year = (int)rows_int(rows, i, "year"),
			.round = (int)rows_int(rows, i, "round"),
			.locked_at = rows_instant(rows, i, "locked_at"),
			.frame = rows_money(rows, i, "frame_ore"),
			.n_waiting = rows_int(rows, i, "n_waiting"),
			.n_decided = rows_int(rows, i, "n_decided"),
			.n_notified = rows_int(rows, i, "n_notified"),
		};
		(void)call_kind_parse(&(*out)[i].kind, rows_text(rows, i, "kind"));
	}
	return (OK);
}

enum status
decision_waiting(struct waiting_list **out, size_t *n, struct ctx *ctx)
{
	struct rows *undecided;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = waiting_get(out, n, &undecided, ctx)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	return (count_delegated(*out, *n, ctx, undecided));
}

/* The name of a body by its code. returns: OK; ERR_NOT_FOUND */
static enum status
body_name(struct lang_text *out, struct ctx *ctx, const char *code)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "body_by_code", PARAMS(TEXT(code)))) != OK)
		return (db_rollback(ctx, st));
	*out = (struct lang_text){
		.in = { [LANG_NB] = rows_text(rows, 0, "name_nb"), [LANG_NN] = rows_text(rows, 0, "name_nn") }
	};
	return (db_commit(ctx));
}

const char *
body_label(const struct ctx *ctx, const char *code)
{
	const struct county_part *part = county_body(ctx->county, code);

	return (part == NULL ? code : lang_pick(&part->name, ctx->lang));
}

const char *
decision_appeal_code(const struct decision *decision, const struct scheme *scheme)
{
	return (scheme_appeal_body(scheme, money_max(decision->proposed, decision->awarded)));
}

enum status
decision_appeal_body(struct lang_text *out, struct ctx *ctx, const char *code)
{
	enum status st;

	*out = (struct lang_text){ { NULL } };
	if (code == NULL)
		return (OK);
	st = body_name(out, ctx, code);
	out->in[LANG_EN] = county_body_name(ctx->county, code, LANG_EN);
	return (st == ERR_NOT_FOUND ? OK : st);
}

/* --- checking ----------------------------------------------------------------------------------------------------- */

/* One act of deciding: who, on what, and by which body when not the leader herself. */
struct act {
	struct ctx *ctx;
	const struct recommendation_list *list;
	const struct body_meeting *meeting; /* NULL: the leader */
	struct messages *messages;
};

static void
complain(const struct act *act, const struct recommendation_row *row, const char *part, const char *text)
{
	messages_add_about(act->messages, MESSAGE_ERROR, "",
	    arena_printf(act->ctx->arena, *part == '\0' ? "%lld%s" : "%lld.%s", (long long)row->application_id, part),
	    row->number, text);
}

enum outcome
decision_outcome(const struct recommendation_row *row, money awarded)
{
	money applied = row->unasked ? awarded : row->applied;

	return (outcome_of_sum(applied, awarded, row->proposed_outcome == OUTCOME_DISMISSED));
}

static void
check_authority(const struct act *act, const struct recommendation_row *row, const struct decision_made *made)
{
	struct delegation_act who = {
		.role = act->ctx->role,
		.user_id = act->ctx->user_id,
		.proposed_by = row->proposed_by,
		.impartial = row->declared,
		/* The larger sum decides whose it is, so that nobody awards past the delegation by departing. */
		.sum = money_max(row->proposed, made->awarded),
	};
	enum delegation_refusal refusal = act->meeting == NULL
					      ? delegation_decide(act->list->scheme, &who)
					      : delegation_register(act->list->scheme, &who, act->meeting->body);

	if (refusal != DELEGATION_OK)
		complain(act, row, "", delegation_text(refusal, act->ctx->lang));
}

static void
check_case(const struct act *act, const struct recommendation_row *row, const struct decision_made *made)
{
	enum lang lang = act->ctx->lang;

	check_authority(act, row, made);
	if (!row->unasked && money_cmp(made->awarded, row->applied) > 0)
		complain(
		    act, row, "sum", tr(lang, "Summen er høyere enn det søkeren har søkt om. Skriv en lavere sum."));
	else if (amount_check(&row->figures.bounds, made->awarded) == AMOUNT_OVER_FIRM)
		complain(act, row, "sum",
		    amount_verdict_text(act->ctx->arena, AMOUNT_OVER_FIRM, &row->figures.bounds, lang));
	if (delegation_departs(
		row->proposed_outcome, row->proposed, decision_outcome(row, made->awarded), made->awarded) &&
	    text_blank(made->departure_reason))
		complain(act, row, "departure", tr(lang, "Vedtaket er et annet enn innstillingen. Skriv hvorfor."));
	if (text_blank(made->reason) && text_blank(row->reason) && text_blank(row->assessment_reason))
		complain(act, row, "reason", tr(lang, "Skriv en begrunnelse. Søkeren får den i brevet."));
}

static void
check_meeting(const struct act *act)
{
	const struct body_meeting *meeting = act->meeting;
	enum lang lang = act->ctx->lang;

	if (meeting == NULL)
		return;
	if (date_none(meeting->decided_on))
		messages_add(act->messages, MESSAGE_ERROR, "", "decided_on",
		    tr(lang, "Skriv datoen for møtet, for eksempel 15.01.2027."));
	else if (date_cmp(meeting->decided_on, instant_day(act->ctx->now)) > 0)
		messages_add(act->messages, MESSAGE_ERROR, "", "decided_on",
		    tr(lang, "Møtedatoen er ikke kommet ennå. Skriv datoen da vedtaket ble gjort."));
	if (text_blank(meeting->meeting_case))
		messages_add(act->messages, MESSAGE_ERROR, "", "meeting_case",
		    tr(lang, "Skriv saksnummeret i møtet, for eksempel PS 12/2027."));
	/* With as many for as against, the chair's vote decides (kommuneloven § 11-9). */
	if (meeting->votes_for <= 0 || meeting->votes_against < 0 || meeting->votes_for < meeting->votes_against)
		messages_add(act->messages, MESSAGE_ERROR, "", "votes",
		    tr(lang, "Skriv stemmetallene. Det kan ikke være flere stemmer mot enn for."));
}

/* The database guards the frame too; this tells of it before anything is tried. */
static void
check_frame(const struct act *act, const struct decision_made *made, size_t n)
{
	money sum = MONEY_ZERO, over;

	for (size_t i = 0; i < n; i++)
		sum = money_add(sum, made[i].awarded);
	over = money_sub(sum, act->list->free_in_ledger);
	if (over.ore > 0)
		messages_add(act->messages, MESSAGE_ERROR, "", "frame",
		    tr_printf(act->ctx->arena, act->ctx->lang,
			"Summene går %s over det som er ledig av rammen. Sett ned én eller flere summer.",
			money_show(act->ctx->arena, over)));
}

static enum status
check(const struct act *act, const struct decision_made *made, size_t n)
{
	if (!act->list->locked)
		return (ERR_CONFLICT);
	if (n == 0)
		messages_add(act->messages, MESSAGE_ERROR, "", "", tr(act->ctx->lang, "Velg minst én sak."));
	check_meeting(act);
	for (size_t i = 0; i < n; i++) {
		const struct recommendation_row *row = recommendation_row_of(act->list, made[i].application_id);

		if (row == NULL)
			return (ERR_NOT_FOUND);
		if (row->decision_id != 0)
			return (ERR_CONFLICT);
		check_case(act, row, &made[i]);
	}
	check_frame(act, made, n);
	return (messages_have_errors(act->messages) ? ERR_INVALID : OK);
}

/* --- deciding ----------------------------------------------------------------------------------------------------- */

static const char *
reason_of(const struct recommendation_row *row, const struct decision_made *made)
{
	if (!text_blank(made->reason))
		return (made->reason);
	return (!text_blank(row->reason) ? row->reason : row->assessment_reason);
}

static enum status
award(const struct act *act, const struct decision_made *made, int64_t decision_id)
{
	if (made->awarded.ore == 0)
		return (OK);
	return (db_exec(act->ctx, "ledger_enter",
	    PARAMS(INT(act->list->call.id), TEXT("award"), INT(decision_id), MONEY(made->awarded), TEXT("vedtak"))));
}

static enum status
decide_case(const struct act *act, const struct decision_made *made, int64_t body_decision_id, struct date on)
{
	const struct recommendation_row *row = recommendation_row_of(act->list, made->application_id);
	const char *outcome = outcome_code(decision_outcome(row, made->awarded)), *names[] = { "outcome" };
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, act->ctx, "decision_add",
		 PARAMS(INT(row->application_id), TEXT(outcome), MONEY(made->awarded), TEXT(reason_of(row, made)),
		     TEXT(made->departure_reason), BOOL(body_decision_id == 0), ID(body_decision_id), DAY(on)))) !=
		OK ||
	    (st = award(act, made, rows_int(rows, 0, "decision_id"))) != OK ||
	    (st = db_change(act->ctx, "application_move",
		 PARAMS(INT(row->application_id), TEXT("recommended"), TEXT("decided")))) != OK)
		return (st);
	return (event_db_add(NULL, act->ctx, row->application_id, "decided", names, &outcome, 1));
}

static enum status
register_meeting(int64_t *id, const struct act *act)
{
	const struct body_meeting *meeting = act->meeting;
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, act->ctx, "body_decision_add",
		 PARAMS(INT(act->list->id), TEXT(meeting->body), DAY(meeting->decided_on), TEXT(meeting->meeting_case),
		     INT(meeting->votes_for), INT(meeting->votes_against),
		     TEXT(meeting->disqualified == NULL ? "" : meeting->disqualified)))) != OK)
		return (st);
	*id = rows_int(rows, 0, "body_decision_id");
	return (OK);
}

static enum status
decide_all(const struct act *act, const struct decision_made *made, size_t n)
{
	struct date on = act->meeting != NULL ? act->meeting->decided_on : instant_day(act->ctx->now);
	int64_t body_decision_id = 0;
	enum status st = OK;

	if (act->meeting != NULL && (st = register_meeting(&body_decision_id, act)) != OK)
		return (st);
	for (size_t i = 0; st == OK && i < n; i++)
		st = decide_case(act, &made[i], body_decision_id, on);
	return (st);
}

/* The database refused what the checks let through: two decided at once, or the list had changed. */
static enum status
explain(const struct act *act, enum status st)
{
	if (st == ERR_CONFLICT && strcmp(db_last_code(act->ctx), "TS005") == 0) {
		messages_add(act->messages, MESSAGE_ERROR, "", "",
		    tr(act->ctx->lang, "Summene går over rammen. Noen andre kan ha gjort vedtak samtidig. Se på "
				       "summene på nytt."));
		return (ERR_INVALID);
	}
	return (st);
}

static enum status
decide(const struct act *act, const struct decision_made *made, size_t n)
{
	enum status st;

	*act->messages = messages_new(act->ctx->arena);
	if ((st = check(act, made, n)) != OK || (st = db_begin(act->ctx)) != OK)
		return (st);
	if ((st = decide_all(act, made, n)) != OK) {
		st = explain(act, st);
		return (db_rollback(act->ctx, st));
	}
	return (db_commit(act->ctx));
}

enum status
decision_check(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct body_meeting *meeting, const struct decision_made *made, size_t n)
{
	struct act act = { ctx, list, meeting, messages };

	*messages = messages_new(ctx->arena);
	return (check(&act, made, n));
}

enum status
decision_by_leader(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct decision_made *made, size_t n)
{
	struct act act = { ctx, list, NULL, messages };

	return (decide(&act, made, n));
}

enum status
decision_by_body(struct messages *messages, struct ctx *ctx, const struct recommendation_list *list,
    const struct body_meeting *meeting, const struct decision_made *made, size_t n)
{
	struct act act = { ctx, list, meeting, messages };

	return (decide(&act, made, n));
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

void
decision_from_row(struct decision *out, const struct rows *rows, int i)
{
	*out = (struct decision){
		.id = rows_int(rows, i, "decision_id"),
		.reason = rows_text(rows, i, "reason"),
		.departure_reason = rows_text(rows, i, "departure_reason"),
		.awarded = rows_money(rows, i, "awarded_ore"),
		.proposed = rows_money(rows, i, "proposed_ore"),
		.decided_on = rows_day(rows, i, "decided_on"),
		.notified = strcmp(rows_text(rows, i, "decision_state"), "notified") == 0,
		.notified_at = rows_instant(rows, i, "notified_at"),
		.decider = rows_text(rows, i, "decider"),
		.body = { .in = { [LANG_NB] = rows_text(rows, i, "body_nb"),
			      [LANG_NN] = rows_text(rows, i, "body_nn") } },
		.body_code = rows_text(rows, i, "body_code"),
		.meeting_case = rows_text(rows, i, "meeting_case"),
		.votes_for = (int)rows_int(rows, i, "votes_for"),
		.votes_against = (int)rows_int(rows, i, "votes_against"),
		.disqualified = rows_text(rows, i, "disqualified"),
		.proposer = rows_text(rows, i, "proposer"),
	};
	outcome_parse(&out->outcome, rows_text(rows, i, "outcome"));
	outcome_parse(&out->proposed_outcome, rows_text(rows, i, "proposed_outcome"));
}

enum status
decision_of(struct decision *out, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	*out = (struct decision){ .reason = "",
		.departure_reason = "",
		.decider = "",
		.body_code = "",
		.meeting_case = "",
		.disqualified = "",
		.proposer = "" };
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "decision_get", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	if (rows_count(rows) > 0)
		decision_from_row(out, rows, 0);
	return (db_commit(ctx));
}
