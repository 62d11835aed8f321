/* submission_flow.c — from a whole draft to a sent application. */
#include "flow/submission_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "db/application_db.h"
#include "db/db.h"
#include "domain/calculated.h"
#include "flow/application_document.h"
#include "flow/figures_flow.h"
#include "flow/frozen_application.h"
#include "flow/municipality_flow.h"

/* What is being sent, gathered before anything is written. */
struct submission {
	const struct application *application;
	struct answers *answers;
	struct application_file *files;
	size_t n_files;
	struct application_facts facts;
	const char **codes;
	size_t n_codes;
	const char *number, *document, *document_hash, *event_hash;
	struct frozen_figures figures;
	struct date start; /* of the activity, as it is written now */
	instant due_at;    /* the first instant that is too late for it */
	bool late;
};

/* The county's municipality codes, for answers that say the whole county. */
static enum status
gather_codes(struct submission *out, struct ctx *ctx)
{
	struct municipality_row *rows;
	enum status st;

	if ((st = municipality_list(&rows, &out->n_codes, ctx, out->facts.today)) != OK)
		return (st);
	out->codes = arena_array(ctx->arena, out->n_codes, sizeof(*out->codes));
	for (size_t i = 0; i < out->n_codes; i++)
		out->codes[i] = rows[i].code;
	return (OK);
}

static void
gather_deadline(struct submission *out, const struct ctx *ctx)
{
	struct application_sums sums;

	sums_of(&sums, out->application->scheme, out->answers);
	out->start = sums.start;
	out->due_at = call_due_at(&out->application->call, sums.start);
	out->late = ctx->received_at >= out->due_at;
}

/* Where the check page tells what is changed. */
static void
check_changes(struct messages *out, struct ctx *ctx, const struct application *application)
{
	if (application->n_unconfirmed > 0)
		messages_add(out, MESSAGE_ERROR, "", APPLICATION_CHANGES,
		    tr(ctx->lang,
			"Ordningen er endret siden dere begynte. Se hva som er endret, og bekreft det før dere "
			"sender."));
}

static enum status
gather(struct submission *out, struct ctx *ctx, const struct application *application)
{
	const char **changed;
	enum status st;

	out->application = application;
	if ((st = application_answers(&out->answers, ctx, application)) != OK ||
	    (st = application_files(&out->files, &out->n_files, ctx, application->id)) != OK)
		return (st);
	gather_deadline(out, ctx);
	if ((st = application_facts(&out->facts, ctx, application, out->files, out->n_files)) != OK)
		return (st);
	(void)calculated_fill(&changed, out->answers, application->scheme, &out->facts);
	return (gather_codes(out, ctx));
}

/* What stands in the way of sending, and what is worth knowing before it. */
static void
check_call(struct messages *out, struct ctx *ctx, const struct submission *s)
{
	const struct call *call = &s->application->call;

	if (!call_may_send(call))
		messages_add(out, MESSAGE_ERROR, "", "",
		    tr(ctx->lang, call->status == CALL_CANCELLED
				      ? T("Utlysningen er avlyst, så søknaden kan ikke sendes. Se om en annen ordning "
					  "passer.")
				      : T("Utlysningen er satt på vent, så søknaden kan ikke sendes nå. Utkastet blir "
					  "tatt vare på.")));
	else if (s->late)
		messages_add(out, MESSAGE_WARNING, "", "",
		    call_late_warning(ctx->arena, call, s->start, ctx->received_at, ctx->lang));
}

enum status
application_check(struct messages *out, struct ctx *ctx, const struct application *application)
{
	struct submission submission = { 0 };
	enum status st;

	*out = messages_new(ctx->arena);
	if ((st = gather(&submission, ctx, application)) != OK)
		return (st);
	validation_run(out, application->scheme, submission.answers, &submission.facts, NULL, ctx->lang);
	check_call(out, ctx, &submission);
	check_changes(out, ctx, application);
	return (OK);
}

/* The document is written first and the figures are read from it, so that the tables never say more than it does. */
static enum status
freeze(struct submission *s, struct ctx *ctx)
{
	struct answers *frozen;
	enum status st;

	s->document = frozen_application_write(
	    ctx->arena, s->application, s->number, ctx->received_at, s->answers, &s->facts, s->files, s->n_files);
	s->document_hash = crypto_sha256(ctx->arena, s->document, strlen(s->document));
	if ((st = frozen_application_read(&frozen, ctx->arena, s->document)) != OK)
		return (st);
	s->answers = frozen;
	frozen_application_figures(&s->figures, ctx->arena, s->application->scheme, frozen, s->codes, s->n_codes);
	return (OK);
}

static enum status
write_figures(struct ctx *ctx, int64_t id, const struct frozen_figures *figures)
{
	enum status st = OK;

	for (size_t i = 0; st == OK && i < figures->n_lines; i++) {
		const struct frozen_line *line = &figures->lines[i];

		st = db_exec(ctx, "budget_line_add",
		    PARAMS(INT(id), TEXT(line->financing ? "financing" : "cost"), INT((int64_t)i + 1), TEXT(line->item),
			MONEY(line->cash), MONEY(line->own), BOOL(line->applied), TEXT(line->type)));
	}
	if (st == OK && figures->n_municipalities > 0)
		st = db_exec(ctx, "application_municipality_add",
		    PARAMS(INT(id), TEXTS(figures->municipalities, figures->n_municipalities)));
	for (size_t i = 0; st == OK && i < figures->n_goals; i++)
		st = db_exec(ctx, "application_goal_add",
		    PARAMS(INT(id), TEXT(figures->goals[i].goal_id), TEXT(figures->goals[i].promised),
			TEXT(figures->goals[i].how)));
	return (st);
}

static enum status
take_number(struct submission *s, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "application_number", PARAMS(INSTANT(ctx->received_at)))) != OK)
		return (st);
	s->number = rows_text(rows, 0, "number");
	return (OK);
}

static enum status
write_application(struct submission *s, struct ctx *ctx, const struct buf *receipt)
{
	const struct application_sums *sums = &s->figures.sums;

	return (db_change(ctx, "application_submit",
	    PARAMS(INT(s->application->id), TEXT(s->number), INSTANT(ctx->received_at), BOOL(s->late),
		TEXT(s->document), TEXT(s->document_hash), TEXT(s->figures.title),
		sums->has_applied ? MONEY(sums->applied) : NOTHING, MONEY(sums->costs), DAY(sums->start),
		DAY(sums->end), BOOL(s->figures.integration), BYTES(receipt->data, receipt->len), INSTANT(s->due_at))));
}

static enum status
write_event(struct submission *s, struct ctx *ctx)
{
	const char *names[] = { "number", "document" }, *values[] = { s->number, s->document_hash };

	return (event_db_add(&s->event_hash, ctx, s->application->id, "submitted", names, values, 2));
}

static enum status
tell_applicant(const struct submission *s, struct ctx *ctx)
{
	enum lang lang = s->application->lang;
	const char *subject = tr_printf(ctx->arena, lang, "Vi har mottatt søknaden %s", s->number);
	const char *body = tr_printf(ctx->arena, lang,
	    "Vi har mottatt søknaden deres til «%s».\n\nSøknadsnummer: %s\nMottatt: %s\n\nDere finner kvitteringen når "
	    "dere logger inn.",
	    lang_pick(&s->application->scheme->title, lang), s->number,
	    instant_long(ctx->arena, ctx->received_at, lang));

	return (db_exec(ctx, "mail_to_organisation", PARAMS(INT(s->application->id), TEXT(subject), TEXT(body))));
}

/* Inside one transaction that holds the draft's row. */
static enum status
send(struct submission *s, struct ctx *ctx, int version)
{
	int64_t id = s->application->id;
	struct buf receipt = buf_new(ctx->arena);
	struct received received;
	enum status st;

	if ((st = db_change(ctx, "application_lock", PARAMS(INT(id), INT(version)))) != OK ||
	    (st = take_number(s, ctx)) != OK || (st = freeze(s, ctx)) != OK || (st = write_event(s, ctx)) != OK)
		return (st);
	received = (struct received){ s->number, ctx->received_at, s->late, s->document_hash, s->event_hash };
	if ((st = application_document_receipt(
		 &receipt, ctx, s->application, &received, s->answers, &s->facts, s->files, s->n_files)) != OK ||
	    (st = write_application(s, ctx, &receipt)) != OK || (st = write_figures(ctx, id, &s->figures)) != OK ||
	    (st = figures_keep(ctx, s->application, s->answers, &s->facts)) != OK ||
	    (st = db_exec(ctx, "draft_answers_clear", PARAMS(INT(id)))) != OK)
		return (st);
	return (tell_applicant(s, ctx));
}

enum status
application_submit(struct messages *messages, struct ctx *ctx, const struct application *application, int version)
{
	struct submission submission = { 0 };
	enum status st;

	*messages = messages_new(ctx->arena);
	if (!application->may_sign)
		return (ERR_FORBIDDEN);
	if (strcmp(application->state, "draft") != 0)
		return (ERR_CONFLICT);
	if ((st = gather(&submission, ctx, application)) != OK)
		return (st);
	validation_run(messages, application->scheme, submission.answers, &submission.facts, NULL, ctx->lang);
	check_call(messages, ctx, &submission);
	check_changes(messages, ctx, application);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = send(&submission, ctx, version)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
application_receipt(const void **pdf, size_t *len, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "application_receipt", PARAMS(INT(id)))) != OK)
		return (db_rollback(ctx, st));
	*pdf = rows_bytes(len, rows, 0, "receipt_pdf");
	return (db_commit(ctx));
}
