/* letter_flow.c — composing, checking and sending decision letters. */
#include "flow/letter_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/db.h"
#include "domain/deadline.h"
#include "domain/shared_reason.h"
#include "flow/county.h"
#include "flow/letter_document.h"
#include "flow/letter_print.h"
#include "flow/scheme_flow.h"

/*
 * The applicant's choice first, then the register's (språklova § 15). A decision on an application in English is
 * written in the standard the register gives.
 */
static enum lang
letter_lang(const struct application *application)
{
	return (application->lang == LANG_EN ? application->organisation.lang : application->lang);
}

static void
check_words(struct letter_draft *draft, struct ctx *ctx)
{
	const char *names[] = { draft->application.title, draft->application.organisation.name, NULL };

	letter_standard_check(&draft->warnings, "reason", draft->decision.reason, names, draft->lang, ctx->lang);
	letter_standard_check(
	    &draft->warnings, "departure", draft->decision.departure_reason, names, draft->lang, ctx->lang);
}

static void
draft_check(
    struct letter_draft *draft, struct ctx *ctx, const struct lang_text *appeal_body, const struct letter_texts *texts)
{
	struct letter_facts facts;

	draft->missing = messages_new(ctx->arena);
	draft->warnings = messages_new(ctx->arena);
	letter_document_facts(&facts, ctx, draft, appeal_body);
	draft->data = letter_document_data(ctx, draft, &facts, texts);
	letter_parts_check(&draft->missing, &facts, ctx->lang);
	check_words(draft, ctx);
	draft->english = letter_document_english(ctx, draft, &facts, appeal_body, texts);
}

enum status
letter_compose(struct letter_draft *out, struct ctx *ctx, int64_t application_id)
{
	struct letter_texts texts;
	enum status st;

	if ((st = letter_texts_on(&texts, ctx, instant_day(ctx->now))) != OK)
		return (st);
	return (letter_compose_with(out, ctx, application_id, &texts, NULL));
}

/* Application and decision are read; the rest follows from them. */
static enum status
compose_rest(struct letter_draft *out, struct ctx *ctx, const struct letter_texts *texts, const enum lang *lang)
{
	struct lang_text appeal_body;
	enum status st;

	if ((st = decision_appeal_body(
		 &appeal_body, ctx, decision_appeal_code(&out->decision, out->application.scheme))) != OK)
		return (st);
	out->lang = lang == NULL ? letter_lang(&out->application) : *lang;
	draft_check(out, ctx, &appeal_body, texts);
	return (OK);
}

enum status
letter_compose_changed(struct letter_draft *out, struct ctx *ctx, int64_t application_id)
{
	struct letter_texts texts;
	enum status st;

	if ((st = application_load(&out->application, ctx, application_id)) != OK ||
	    (st = letter_texts_on(&texts, ctx, instant_day(ctx->now))) != OK)
		return (st);
	return (compose_rest(out, ctx, &texts, NULL));
}

enum status
letter_compose_with(struct letter_draft *out, struct ctx *ctx, int64_t application_id, const struct letter_texts *texts,
    const enum lang *lang)
{
	enum status st;

	*out = (struct letter_draft){ .data = NULL };
	if ((st = application_load(&out->application, ctx, application_id)) != OK ||
	    (st = decision_of(&out->decision, ctx, application_id)) != OK)
		return (st);
	if (out->decision.id == 0)
		return (ERR_NOT_FOUND);
	return (compose_rest(out, ctx, texts, lang));
}

static enum status
waiting_get(struct letter_draft **out, size_t *n, struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "letters_waiting", PARAMS(INT(call_id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows) {
		application_from_row(&(*out)[i].application, rows, i);
		decision_from_row(&(*out)[i].decision, rows, i);
		(*out)[i].declared = rows_bool(rows, i, "declared");
	}
	return (db_commit(ctx));
}

/* --- reasons that others have too --------------------------------------------------------------------------------- */

/* Distributions by formula tell how the sum was reckoned, which may well be the same for many. */
static bool
is_worded(const struct letter_draft *draft)
{
	enum distribution_kind kind = draft->application.scheme->distribution;

	return (reason_must_be_own(draft->decision.outcome) &&
		(kind == DISTRIBUTION_JUDGED || kind == DISTRIBUTION_RANKED));
}

/* The reasons of a call's decisions, sent or not, that must be about their case. */
static enum status
reasons_get(struct case_reason **out, size_t *n, struct ctx *ctx, int64_t call_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "decision_reasons", PARAMS(INT(call_id)))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows)
		(*out)[i] = (struct case_reason){ rows_text(rows, i, "number"), rows_text(rows, i, "title"),
			rows_text(rows, i, "organisation"), rows_text(rows, i, "reason") };
	return (db_commit(ctx));
}

static void
warn_shared(struct letter_draft *draft, struct ctx *ctx, const struct case_reason *cases,
    const struct shared_reason *shared, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (shared[i].others > 0 && text_equal(cases[i].number, draft->application.number))
			messages_add(&draft->warnings, MESSAGE_WARNING, "", "reason",
			    shared_reason_text(ctx->arena, &shared[i], ctx->lang));
}

/* Warns of reasons that stand word for word in several of the call's decisions (R37). */
static enum status
reasons_check(struct letter_draft *drafts, size_t n, struct ctx *ctx, int64_t call_id)
{
	struct case_reason *cases = NULL;
	struct shared_reason *shared;
	size_t n_cases = 0, worded = 0;
	enum status st;

	for (size_t i = 0; i < n; i++)
		worded += is_worded(&drafts[i]);
	if (worded == 0)
		return (OK);
	if ((st = reasons_get(&cases, &n_cases, ctx, call_id)) != OK)
		return (st);
	shared = arena_array(ctx->arena, n_cases, sizeof(*shared));
	reasons_share(shared, ctx->arena, cases, n_cases, ctx->lang);
	for (size_t i = 0; i < n; i++)
		if (is_worded(&drafts[i]))
			warn_shared(&drafts[i], ctx, cases, shared, n_cases);
	return (OK);
}

enum status
letter_waiting(struct letter_draft **out, size_t *n, struct ctx *ctx, int64_t call_id)
{
	const char *code = NULL, *above;
	struct lang_text appeal_body = { { NULL } };
	struct letter_texts texts;
	enum status st;

	if ((st = waiting_get(out, n, ctx, call_id)) != OK ||
	    (st = letter_texts_on(&texts, ctx, instant_day(ctx->now))) != OK)
		return (st);
	for (size_t i = 0; i < *n; i++) {
		struct application *application = &(*out)[i].application;

		if ((st = scheme_of(&application->scheme, ctx, application->version_hash)) != OK)
			return (st);
		/* One call's versions nearly always name the same body: it is read once. */
		above = decision_appeal_code(&(*out)[i].decision, application->scheme);
		if (i == 0 || !text_equal(code, above)) {
			code = above;
			if ((st = decision_appeal_body(&appeal_body, ctx, code)) != OK)
				return (st);
		}
		(*out)[i].lang = letter_lang(application);
		draft_check(&(*out)[i], ctx, &appeal_body, &texts);
	}
	return (reasons_check(*out, *n, ctx, call_id));
}

static struct letter_paper
paper_of(const struct letter_draft *draft)
{
	return ((struct letter_paper){ letter_template(LETTER_DECISION), draft->data, draft->lang });
}

enum status
letter_pdf(struct buf *out, struct ctx *ctx, const struct letter_draft *draft)
{
	struct letter_paper paper = paper_of(draft);

	return (letter_paper_pdf(out, NULL, ctx, &paper));
}

enum status
letter_print_check(struct letter_draft *draft, struct ctx *ctx)
{
	struct letter_paper paper = paper_of(draft);

	return (letter_paper_check(&draft->warnings, ctx, &paper));
}

enum status
letter_look_over(struct letter_draft *draft, struct ctx *ctx)
{
	enum status st;

	if ((st = reasons_check(draft, 1, ctx, draft->application.call.id)) != OK)
		return (st);
	return (letter_print_check(draft, ctx));
}

enum status
letter_html(struct buf *out, struct ctx *ctx, const struct letter_draft *draft)
{
	struct letter_paper paper = paper_of(draft);

	return (letter_paper_html(out, ctx, &paper, 1));
}

/* --- sending ------------------------------------------------------------------------------------------------------ */

static enum status
tell_applicant(struct ctx *ctx, const struct letter_draft *draft)
{
	enum lang lang = draft->application.lang;
	const char *subject = tr_printf(ctx->arena, lang, "Svar på søknaden %s", draft->application.number);
	const char *body = tr(lang, "Dere har fått svar på en søknad om tilskudd. Logg inn for å lese brevet.");

	return (db_exec(ctx, "mail_to_organisation", PARAMS(INT(draft->application.id), TEXT(subject), TEXT(body))));
}

static enum status
explain(struct buf *pdf, struct buf *html, struct ctx *ctx, const struct letter_draft *draft)
{
	struct letter_paper paper = { letter_template_in(LETTER_DECISION, LANG_EN), draft->english, LANG_EN };
	enum status st;

	if (draft->application.lang != LANG_EN)
		return (OK);
	if ((st = letter_paper_pdf(pdf, NULL, ctx, &paper)) != OK)
		return (st);
	return (letter_paper_html(html, ctx, &paper, 1));
}

enum status
letter_print_all(struct letter_printed *out, struct ctx *ctx, const struct letter_draft *draft)
{
	struct buf empty = buf_new(ctx->arena);
	enum status st;

	*out = (struct letter_printed){ empty, empty, empty, empty };
	if ((st = letter_pdf(&out->pdf, ctx, draft)) != OK || (st = letter_html(&out->html, ctx, draft)) != OK)
		return (st);
	return (explain(&out->english_pdf, &out->english_html, ctx, draft));
}

static enum status
freeze(struct ctx *ctx, const struct letter_draft *draft, const struct letter_printed *letter)
{
	int64_t id = draft->application.id;
	const char *sha256 = crypto_sha256(ctx->arena, letter->pdf.data, letter->pdf.len), *names[] = { "letter" };
	const void *english = letter->english_pdf.len > 0 ? letter->english_pdf.data : NULL;
	enum status st;

	if ((st = db_change(ctx, "decision_notified", PARAMS(INT(draft->decision.id), INSTANT(ctx->now)))) != OK ||
	    (st = db_change(ctx, "letter_add",
		 PARAMS(INT(id), INT(draft->decision.id), TEXT(lang_code(draft->lang)),
		     BYTES(letter->pdf.data, letter->pdf.len), TEXT(sha256), INSTANT(ctx->now),
		     TEXT(buf_text(&letter->html)), BYTES(english, letter->english_pdf.len),
		     TEXT(buf_text(&letter->english_html))))) != OK ||
	    (st = db_change(ctx, "application_move", PARAMS(INT(id), TEXT("decided"), TEXT("notified")))) != OK ||
	    (st = event_db_add(NULL, ctx, id, "letter_sent", names, &sha256, 1)) != OK)
		return (st);
	return (tell_applicant(ctx, draft));
}

/* Somebody wrote a new standing text, or midnight passed, while the person read. */
static bool
is_as_seen(struct ctx *ctx, const struct letter_printed *letter, const char *seen)
{
	return (text_blank(seen) || text_equal(seen, letter_fingerprint(ctx, &letter->html)));
}

enum status
letter_send(struct messages *messages, struct ctx *ctx, int64_t application_id, const char *seen)
{
	struct letter_draft draft;
	struct letter_printed letter;
	enum status st;

	*messages = messages_new(ctx->arena);
	if ((st = letter_compose(&draft, ctx, application_id)) != OK)
		return (st);
	if (draft.decision.notified)
		return (ERR_CONFLICT);
	*messages = draft.missing;
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = letter_print_all(&letter, ctx, &draft)) != OK)
		return (st);
	if (!is_as_seen(ctx, &letter, seen)) {
		messages_add(messages, MESSAGE_ERROR, "", "seen", letter_changed_text(ctx->lang));
		return (ERR_INVALID);
	}
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = freeze(ctx, &draft, &letter)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
letter_sent_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "letter_get", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	*pdf = rows_bytes(len, rows, 0, "pdf");
	return (db_commit(ctx));
}

enum status
letter_english_pdf(const void **pdf, size_t *len, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "letter_english", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	*pdf = rows_bytes(len, rows, 0, "english_pdf");
	return (db_commit(ctx));
}

enum status
letter_sent_page(struct letter_sent *out, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "letter_page", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	*out = (struct letter_sent){ .lang = LANG_NB,
		.html = buf_new(ctx->arena),
		.sent_at = rows_instant(rows, 0, "sent_at"),
		.sent_by = rows_text(rows, 0, "sent_by") };
	lang_parse(&out->lang, rows_text(rows, 0, "lang"));
	buf_puts(&out->html, rows_text(rows, 0, "html"));
	out->english = buf_new(ctx->arena);
	buf_puts(&out->english, rows_text(rows, 0, "english_html"));
	return (db_commit(ctx));
}

struct date
letter_appeal_by(const struct application *application)
{
	const struct scheme_applicant *applicant =
	    scheme_applicant(application->scheme, application->organisation.kind);

	if (application->notified_at == 0 || applicant == NULL || !applicant->may_appeal)
		return ((struct date){ 0 });
	return (appeal_deadline(instant_day(application->notified_at)));
}
