/* letter_flow.c — composing, checking and sending decision letters. */
#include "flow/letter_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "db/application_db.h"
#include "db/db.h"
#include "doc/doc_store.h"
#include "flow/letter_document.h"
#include "xml/county.h"

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
	letter_standard_check(&draft->warnings, "reason", draft->decision.reason, draft->lang, ctx->lang);
	letter_standard_check(&draft->warnings, "departure", draft->decision.departure_reason, draft->lang, ctx->lang);
}

enum status
letter_compose(struct letter_draft *out, struct ctx *ctx, int64_t application_id)
{
	struct lang_text appeal_body = { { NULL } };
	struct letter_facts facts;
	enum status st;

	*out = (struct letter_draft){ .missing = messages_new(ctx->arena), .warnings = messages_new(ctx->arena) };
	if ((st = application_load(&out->application, ctx, application_id)) != OK ||
	    (st = decision_of(&out->decision, ctx, application_id)) != OK)
		return (st);
	if (out->decision.id == 0)
		return (ERR_NOT_FOUND);
	if (out->application.scheme->appeal_body != NULL &&
	    (st = body_name(&appeal_body, ctx, out->application.scheme->appeal_body)) != OK && st != ERR_NOT_FOUND)
		return (st);
	out->lang = letter_lang(&out->application);
	letter_document_facts(&facts, ctx, out, &appeal_body);
	letter_parts_check(&out->missing, &facts, ctx->lang);
	check_words(out, ctx);
	out->data = letter_document_data(ctx, out, &facts);
	return (OK);
}

enum status
letter_pdf(struct buf *out, struct ctx *ctx, const struct letter_draft *draft)
{
	struct doc_meta meta = { .author = lang_pick(&ctx->county->name, draft->lang), .made_at = ctx->now };
	struct doc_report report;

	return (doc_render(out, &report, ctx->arena, ctx->docs, "decision_letter", draft->data, draft->lang, &meta));
}

enum status
letter_html(struct buf *out, struct ctx *ctx, const struct letter_draft *draft)
{
	struct doc_report report;

	return (doc_render_html(out, &report, ctx->arena, ctx->docs, "decision_letter", draft->data, draft->lang, 1));
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
freeze(struct ctx *ctx, const struct letter_draft *draft, const struct buf *pdf)
{
	int64_t id = draft->application.id;
	const char *sha256 = crypto_sha256(ctx->arena, pdf->data, pdf->len), *names[] = { "letter" };
	enum status st;

	if ((st = db_change(ctx, "decision_notified", PARAMS(INT(draft->decision.id), INSTANT(ctx->now)))) != OK ||
	    (st = db_change(ctx, "letter_add",
		 PARAMS(INT(id), INT(draft->decision.id), TEXT(lang_code(draft->lang)), BYTES(pdf->data, pdf->len),
		     TEXT(sha256), INSTANT(ctx->now)))) != OK ||
	    (st = db_change(ctx, "application_move", PARAMS(INT(id), TEXT("decided"), TEXT("notified")))) != OK ||
	    (st = event_db_add(NULL, ctx, id, "letter_sent", names, &sha256, 1)) != OK)
		return (st);
	return (tell_applicant(ctx, draft));
}

enum status
letter_send(struct messages *messages, struct ctx *ctx, int64_t application_id)
{
	struct buf pdf = buf_new(ctx->arena);
	struct letter_draft draft;
	enum status st;

	*messages = messages_new(ctx->arena);
	if ((st = letter_compose(&draft, ctx, application_id)) != OK)
		return (st);
	if (draft.decision.notified)
		return (ERR_CONFLICT);
	*messages = draft.missing;
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = letter_pdf(&pdf, ctx, &draft)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	if ((st = freeze(ctx, &draft, &pdf)) != OK)
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
