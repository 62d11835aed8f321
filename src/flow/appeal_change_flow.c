/* appeal_change_flow.c — from an appeal that succeeded to the decision that stands, and its letter. */
#include "flow/appeal_change_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/db.h"
#include "domain/delegation.h"
#include "flow/letter_print.h"

#define WORDS_MAX 20000 /* code points, as the table allows */

/* --- checking ----------------------------------------------------------------------------------------------------- */

static void
tell(struct appeal_change *change, const char *path, const char *text)
{
	messages_add(&change->draft.missing, MESSAGE_ERROR, "", path, text);
}

static void
check_sum(struct appeal_change *change, struct ctx *ctx)
{
	const struct application *application = &change->draft.application;
	money sum = change->asked.sum;

	if (sum.ore <= 0)
		tell(change, "sum", tr(ctx->lang, "Skriv summen i hele kroner, for eksempel 25 000."));
	else if (money_cmp(sum, change->before.awarded) <= 0)
		tell(change, "sum",
		    tr_printf(ctx->arena, ctx->lang,
			"Et vedtak endres til gunst for den som klager. Summen må være høyere enn %s.",
			money_show(ctx->arena, change->before.awarded)));
	else if (scheme_asks_sum(application->scheme) && money_cmp(sum, application->applied) > 0)
		tell(
		    change, "sum", tr(ctx->lang, "Summen er høyere enn det søkeren har søkt om. Skriv en lavere sum."));
}

/* The leader changes what the leader may decide, and no more. */
static void
check_person(struct appeal_change *change, struct ctx *ctx)
{
	if (ctx->role != ROLE_LEADER)
		tell(
		    change, "by", tr(ctx->lang, "Lederen gjorde det første vedtaket. En leder må registrere det nye."));
	else if (delegation_body(change->draft.application.scheme, change->asked.sum) != NULL)
		tell(change, "by", tr(ctx->lang, "Summen er større enn det lederen kan vedta etter delegasjonen."));
}

static void
check_meeting(struct appeal_change *change, struct ctx *ctx)
{
	const struct appeal_change_asked *asked = &change->asked;
	enum lang lang = ctx->lang;

	if (date_none(asked->decided_on))
		tell(change, "day", tr(lang, "Skriv datoen for møtet, for eksempel 15.01.2027."));
	else if (date_cmp(asked->decided_on, instant_day(ctx->now)) > 0)
		tell(change, "day", tr(lang, "Møtedatoen er ikke kommet ennå. Skriv datoen da vedtaket ble gjort."));
	else if (date_cmp(asked->decided_on, change->appeal.received_on) < 0)
		tell(change, "day", tr(lang, "Klagen kan ikke være avgjort før den kom. Rett datoen."));
	if (text_blank(asked->meeting_case))
		tell(change, "meeting_case", tr(lang, "Skriv saksnummeret i møtet, for eksempel PS 12/2027."));
	if (asked->votes_for <= 0 || asked->votes_against < 0 || asked->votes_for < asked->votes_against)
		tell(change, "votes", tr(lang, "Skriv stemmetallene. Det kan ikke være flere stemmer mot enn for."));
}

static void
check(struct appeal_change *change, struct ctx *ctx)
{
	check_sum(change, ctx);
	if (change->asked.by_appeal_body && *change->body == '\0')
		tell(change, "by", tr(ctx->lang, "Klageorganet mangler. Legg det inn i ordningen under «workflow»."));
	else if (change->by_person)
		check_person(change, ctx);
	else
		check_meeting(change, ctx);
	if (text_length(change->asked.reason) > WORDS_MAX)
		tell(change, "reason", tr(ctx->lang, "Teksten er for lang. Kort den ned til 20 000 tegn."));
}

/* --- composing ---------------------------------------------------------------------------------------------------- */

/* Whoever decides now: code and name. */
static enum status
find_decider(struct appeal_change *change, struct ctx *ctx)
{
	const struct decision *before = &change->before;
	struct decision *now = &change->draft.decision;
	const char *code = before->body_code;
	enum status st;

	change->by_person = !change->asked.by_appeal_body && *before->decider != '\0';
	change->body = "";
	if (change->by_person) {
		now->decider = ctx->user_name;
		return (OK);
	}
	now->decider = "";
	if (change->asked.by_appeal_body)
		code = decision_appeal_code(before, change->draft.application.scheme);
	if ((st = decision_appeal_body(&now->body, ctx, code)) != OK)
		return (st);
	change->body = now->body.in[LANG_NB] == NULL ? "" : code;
	return (OK);
}

/* The decision the letter tells of. What was proposed the first time is no longer what it departs from. */
static void
decide(struct appeal_change *change, struct ctx *ctx)
{
	const struct appeal_change_asked *asked = &change->asked;
	struct decision *now = &change->draft.decision;
	const struct application *application = &change->draft.application;
	money applied = scheme_asks_sum(application->scheme) ? application->applied : asked->sum;

	now->outcome = now->proposed_outcome = outcome_of_sum(applied, asked->sum, false);
	now->awarded = now->proposed = asked->sum;
	now->reason = asked->reason;
	now->departure_reason = "";
	now->decided_on = change->by_person ? instant_day(ctx->now) : asked->decided_on;
	now->meeting_case = change->by_person ? "" : asked->meeting_case;
	now->votes_for = change->by_person ? 0 : asked->votes_for;
	now->votes_against = change->by_person ? 0 : asked->votes_against;
	now->notified = false;
	change->draft.appealed_on = change->appeal.received_on;
	change->draft.final = asked->by_appeal_body;
}

static enum status
not_changed_before(struct ctx *ctx, int64_t application_id)
{
	struct appeal_changed changed;
	enum status st = appeal_changed_get(&changed, ctx, application_id, false);

	return (st == ERR_NOT_FOUND ? OK : st == OK ? ERR_CONFLICT : st);
}

enum status
appeal_change_compose(
    struct appeal_change *out, struct ctx *ctx, int64_t application_id, const struct appeal_change_asked *asked)
{
	enum status st;

	*out = (struct appeal_change){ .asked = *asked };
	if ((st = appeal_of(&out->appeal, ctx, application_id)) != OK)
		return (st);
	if (out->appeal.id == 0)
		return (ERR_NOT_FOUND);
	if (!out->appeal.sent)
		return (ERR_CONFLICT);
	if ((st = not_changed_before(ctx, application_id)) != OK ||
	    (st = application_load(&out->draft.application, ctx, application_id)) != OK ||
	    (st = decision_of(&out->before, ctx, application_id)) != OK)
		return (st);
	out->draft.decision = out->before;
	if ((st = find_decider(out, ctx)) != OK)
		return (st);
	decide(out, ctx);
	if ((st = letter_compose_changed(&out->draft, ctx, application_id)) != OK)
		return (st);
	check(out, ctx);
	return (OK);
}

/* --- sending ------------------------------------------------------------------------------------------------------ */

static enum status
tell_applicant(struct ctx *ctx, const struct application *application)
{
	enum lang lang = application->lang;
	const char *subject = tr_printf(ctx->arena, lang, "Svar på klagen i sak %s", application->number);
	const char *body = tr(lang, "Klagen deres har ført fram. Logg inn for å lese det nye vedtaket.");

	return (db_exec(ctx, "mail_to_organisation", PARAMS(INT(application->id), TEXT(subject), TEXT(body))));
}

static enum status
put(struct ctx *ctx, const struct appeal_change *change, const struct letter_printed *letter, const char *sha256)
{
	const struct decision *now = &change->draft.decision;
	const void *english = letter->english_pdf.len > 0 ? letter->english_pdf.data : NULL;
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "decision_change_add",
		 PARAMS(INT(change->appeal.id), TEXT(outcome_code(now->outcome)), MONEY(now->awarded),
		     TEXT(now->reason), TEXT(change->body), BOOL(change->draft.final), DAY(now->decided_on),
		     TEXT(now->meeting_case), INT(now->votes_for), INT(now->votes_against),
		     TEXT(lang_code(change->draft.lang)), BYTES(letter->pdf.data, letter->pdf.len),
		     TEXT(buf_text(&letter->html)), TEXT(sha256), BYTES(english, letter->english_pdf.len),
		     TEXT(buf_text(&letter->english_html)), INSTANT(ctx->now)))) != OK)
		return (st);
	return (db_exec(ctx, "ledger_enter",
	    PARAMS(INT(change->draft.application.call.id), TEXT("award"), INT(change->before.id),
		MONEY(money_sub(now->awarded, change->before.awarded)), TEXT("klage"))));
}

static enum status
freeze(struct ctx *ctx, const struct appeal_change *change, const struct letter_printed *letter)
{
	const struct application *application = &change->draft.application;
	const char *sha256 = crypto_sha256(ctx->arena, letter->pdf.data, letter->pdf.len);
	const char *names[] = { "outcome", "letter" };
	const char *values[] = { outcome_code(change->draft.decision.outcome), sha256 };
	enum status st;

	if ((st = put(ctx, change, letter, sha256)) != OK ||
	    (st = event_db_add(NULL, ctx, application->id, "decision_changed", names, values, 2)) != OK)
		return (st);
	return (tell_applicant(ctx, application));
}

/* The frame is held by the database. */
static enum status
explain(struct appeal_change *change, struct ctx *ctx, enum status st)
{
	if (st != ERR_CONFLICT || strcmp(db_last_code(ctx), "TS005") != 0)
		return (st);
	tell(change, "sum",
	    tr(ctx->lang,
		"Rammen har ikke rom for det som gis i tillegg. Øk rammen i utlysningen, eller sett ned summen."));
	return (ERR_INVALID);
}

enum status
appeal_change_send(struct ctx *ctx, struct appeal_change *change, const char *seen)
{
	struct letter_printed letter;
	enum status st;

	if (messages_have_errors(&change->draft.missing))
		return (ERR_INVALID);
	if ((st = letter_print_all(&letter, ctx, &change->draft)) != OK)
		return (st);
	if (!text_blank(seen) && !text_equal(seen, letter_fingerprint(ctx, &letter.html))) {
		tell(change, "seen", letter_changed_text(ctx->lang));
		return (ERR_INVALID);
	}
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = freeze(ctx, change, &letter)) != OK) {
		st = explain(change, ctx, st);
		return (db_rollback(ctx, st));
	}
	return (db_commit(ctx));
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

enum status
appeal_changed_get(struct appeal_changed *out, struct ctx *ctx, int64_t application_id, bool pdf)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "decision_change_get", PARAMS(INT(application_id), BOOL(pdf)))) != OK)
		return (db_rollback(ctx, st));
	*out = (struct appeal_changed){ .awarded = rows_money(rows, 0, "awarded_ore"),
		.decided_on = rows_day(rows, 0, "decided_on"),
		.final = rows_bool(rows, 0, "final"),
		.decider = rows_text(rows, 0, "decider"),
		.body = { .in = { [LANG_NB] = rows_text(rows, 0, "body_nb"),
			      [LANG_NN] = rows_text(rows, 0, "body_nn") } },
		.html = buf_new(ctx->arena),
		.english = buf_new(ctx->arena),
		.sent_at = rows_instant(rows, 0, "sent_at"),
		.sent_by = rows_text(rows, 0, "sent_by") };
	outcome_parse(&out->outcome, rows_text(rows, 0, "outcome"));
	lang_parse(&out->lang, rows_text(rows, 0, "lang"));
	buf_puts(&out->html, rows_text(rows, 0, "html"));
	buf_puts(&out->english, rows_text(rows, 0, "english_html"));
	if (pdf) {
		out->pdf = rows_bytes(&out->pdf_len, rows, 0, "pdf");
		out->english_pdf = rows_bytes(&out->english_len, rows, 0, "english_pdf");
	}
	return (db_commit(ctx));
}
