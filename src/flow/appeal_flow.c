/* appeal_flow.c — registering an appeal, and putting together and sending the papers that follow it. */
#include "flow/appeal_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/db.h"
#include "doc/doc_data.h"
#include "domain/case_letter.h"
#include "flow/case_letter_flow.h"
#include "flow/county.h"
#include "flow/letter_document.h"

#define WORDS_MAX 20000 /* code points, as the tables allow */

static const char *const view_codes[APPEAL_VIEW__MAX] = { "uphold", "change", "dismiss" };

const char *
appeal_view_code(enum appeal_view view)
{
	return (view_codes[view]);
}

bool
appeal_view_parse(enum appeal_view *out, const char *code)
{
	for (int i = 0; i < APPEAL_VIEW__MAX; i++)
		if (text_equal(view_codes[i], code)) {
			*out = (enum appeal_view)i;
			return (true);
		}
	return (false);
}

bool
appeal_in_time(const struct appeal *appeal)
{
	return (date_cmp(appeal->received_on, appeal->appeal_by) <= 0);
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static void
appeal_from_row(struct appeal *out, const struct rows *rows)
{
	*out = (struct appeal){ .id = rows_int(rows, 0, "appeal_id"),
		.received_on = rows_day(rows, 0, "received_on"),
		.appeal_by = rows_day(rows, 0, "appeal_by"),
		.demand = rows_text(rows, 0, "demand"),
		.registered_by = rows_text(rows, 0, "registered_by"),
		.registered_at = rows_instant(rows, 0, "registered_at"),
		.assessment = rows_text(rows, 0, "assessment"),
		.late_because = rows_text(rows, 0, "late_because"),
		.addressee = rows_text(rows, 0, "addressee"),
		.sent_by = rows_text(rows, 0, "sent_by"),
		.sent_at = rows_instant(rows, 0, "sent_at") };
	out->sent = appeal_view_parse(&out->view, rows_text(rows, 0, "view"));
	lang_parse(&out->lang, rows_text(rows, 0, "lang"));
}

enum status
appeal_of(struct appeal *out, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	*out = (struct appeal){ .id = 0 };
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "appeal_get", PARAMS(INT(application_id)))) != OK)
		return (db_rollback(ctx, st));
	if (rows_count(rows) > 0)
		appeal_from_row(out, rows);
	return (db_commit(ctx));
}

enum status
appeal_papers_sent(struct buf *html, const void **pdf, size_t *len, struct ctx *ctx, int64_t application_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "appeal_paper_get", PARAMS(INT(application_id), BOOL(pdf != NULL)))) != OK)
		return (db_rollback(ctx, st));
	if (html != NULL)
		buf_puts(html, rows_text(rows, 0, "html"));
	if (pdf != NULL)
		*pdf = rows_bytes(len, rows, 0, "pdf");
	return (db_commit(ctx));
}

/* --- registering -------------------------------------------------------------------------------------------------- */

static void
check_received(struct messages *messages, struct ctx *ctx, const struct application *application, struct date day)
{
	if (!date_valid(day))
		messages_add(messages, MESSAGE_ERROR, "", "received_on",
		    tr(ctx->lang, "Skriv datoen som dag, måned og år, for eksempel 15.01.2027."));
	else if (date_cmp(day, instant_day(ctx->now)) > 0)
		messages_add(messages, MESSAGE_ERROR, "", "received_on",
		    tr(ctx->lang, "Datoen er ikke kommet ennå. Skriv dagen klagen kom."));
	else if (date_cmp(day, instant_day(application->notified_at)) < 0)
		messages_add(messages, MESSAGE_ERROR, "", "received_on",
		    tr(ctx->lang, "Klagen kan ikke ha kommet før vedtaksbrevet ble sendt. Rett datoen."));
}

static void
check_demand(struct messages *messages, struct ctx *ctx, const char *demand)
{
	if (text_blank(demand))
		messages_add(messages, MESSAGE_ERROR, "", "demand",
		    tr(ctx->lang, "Skriv hva klageren ber om, og hvorfor. Bruk klagerens egne ord."));
	else if (text_length(demand) > WORDS_MAX)
		messages_add(messages, MESSAGE_ERROR, "", "demand",
		    tr(ctx->lang, "Teksten er for lang. Kort den ned til 20 000 tegn."));
}

static enum status
put(struct ctx *ctx, const struct decision *decision, const struct application *application, struct date received_on,
    const char *demand)
{
	const char *names[] = { "received_on" }, *values[] = { date_iso(ctx->arena, received_on) };
	enum status st;

	/* Without a right of appeal the day the letter came is the last: whatever comes is late, and is dismissed. */
	struct date last = letter_appeal_by(application);

	if (date_none(last))
		last = instant_day(application->notified_at);
	if ((st = db_exec(ctx, "appeal_add",
		 PARAMS(INT(application->id), INT(decision->id), DAY(received_on), DAY(last), TEXT(demand),
		     INSTANT(ctx->now)))) != OK)
		return (st);
	return (event_db_add(NULL, ctx, application->id, "appeal_registered", names, values, 1));
}

enum status
appeal_register(
    struct messages *messages, struct ctx *ctx, int64_t application_id, struct date received_on, const char *demand)
{
	struct application application;
	struct decision decision;
	enum status st;

	*messages = messages_new(ctx->arena);
	if ((st = application_load(&application, ctx, application_id)) != OK ||
	    (st = decision_of(&decision, ctx, application_id)) != OK)
		return (st);
	if (decision.id == 0 || !decision.notified)
		return (ERR_CONFLICT);
	check_received(messages, ctx, &application, received_on);
	check_demand(messages, ctx, demand);
	if (messages_have_errors(messages))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = put(ctx, &decision, &application, received_on, demand)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* --- the papers --------------------------------------------------------------------------------------------------- */

/* Uphold goes to the body above; the rest to whoever decided. */
static enum status
addressee_of(const char **out, const char **appeal_body, struct ctx *ctx, const struct appeal_papers *papers)
{
	const struct decision *decision = &papers->decision;
	struct lang_text body;
	enum status st = decision_appeal_body(&body, ctx, decision_appeal_code(decision, papers->application.scheme));

	if (st != OK)
		return (st);
	*appeal_body = lang_pick(&body, papers->lang);
	*out = papers->asked.view == APPEAL_UPHOLD ? *appeal_body
	       : *decision->decider != '\0'        ? decision->decider
						   : lang_pick(&decision->body, papers->lang);
	return (OK);
}

static void
add_document(struct doc_data *data, struct arena *arena, instant at, const char *name)
{
	struct doc_data *row;

	if (at == 0)
		return;
	row = doc_add_row(data, "documents");
	doc_set_text(row, "day", date_short(arena, instant_day(at)));
	doc_set_text(row, "name", name);
}

/* What lies in the case, in the order it came. */
static enum status
add_documents(struct appeal_papers *papers, struct ctx *ctx)
{
	const struct application *application = &papers->application;
	struct application_file *files;
	struct case_letter_row *letters;
	enum lang lang = papers->lang;
	enum status st;
	size_t n, n_letters;

	if ((st = application_files(&files, &n, ctx, application->id)) != OK ||
	    (st = case_letter_list(&letters, &n_letters, ctx, application->id)) != OK)
		return (st);
	doc_set_list(papers->data, "documents");
	add_document(papers->data, ctx->arena, application->submitted_at,
	    tr_printf(ctx->arena, lang, "Søknaden «%s»", application->title));
	for (size_t i = 0; i < n; i++)
		add_document(papers->data, ctx->arena,
		    files[i].later ? files[i].uploaded_at : application->submitted_at,
		    tr_printf(ctx->arena, lang, "Vedlegg: %s", files[i].file_name));
	for (size_t i = 0; i < n_letters; i++)
		add_document(papers->data, ctx->arena, letters[i].sent_at, case_letter_name(letters[i].kind, lang));
	add_document(papers->data, ctx->arena, papers->decision.notified_at, tr(lang, "Vedtaksbrevet"));
	add_document(papers->data, ctx->arena, instant_at(papers->appeal.received_on, 12, 0, 0), tr(lang, "Klagen"));
	return (OK);
}

static const char *
outcome_words(struct ctx *ctx, const struct appeal_papers *papers)
{
	const char *outcome = outcome_text(papers->decision.outcome, papers->lang);

	if (papers->decision.awarded.ore == 0)
		return (outcome);
	if (papers->application.applied.ore == 0)
		return (arena_printf(ctx->arena, "%s, %s", outcome, money_show(ctx->arena, papers->decision.awarded)));
	return (tr_printf(ctx->arena, papers->lang, "%s, %s av %s", outcome,
	    money_show(ctx->arena, papers->decision.awarded), money_show(ctx->arena, papers->application.applied)));
}

static void
add_decision(struct appeal_papers *papers, struct ctx *ctx)
{
	const struct decision *decision = &papers->decision;
	bool by_body = *decision->decider == '\0';

	doc_set_text(papers->data, "outcome", outcome_words(ctx, papers));
	doc_set_text(papers->data, "decider", by_body ? lang_pick(&decision->body, papers->lang) : decision->decider);
	doc_set_text(papers->data, "meeting_case", decision->meeting_case);
	doc_set_text(papers->data, "decided_on", date_long(ctx->arena, decision->decided_on, papers->lang));
	doc_set_text(
	    papers->data, "notified_on", date_long(ctx->arena, instant_day(decision->notified_at), papers->lang));
	doc_set_text(papers->data, "reason", decision->reason);
}

static void
add_appeal(struct appeal_papers *papers, struct ctx *ctx)
{
	const struct appeal *appeal = &papers->appeal;
	struct doc_data *data = papers->data;

	doc_set_text(data, "to", papers->addressee);
	doc_set_text(data, "received_on", date_long(ctx->arena, appeal->received_on, papers->lang));
	doc_set_text(data, "appeal_by", date_long(ctx->arena, appeal->appeal_by, papers->lang));
	doc_set_flag(data, "in_time", appeal_in_time(appeal));
	doc_set_text(data, "late_because", papers->asked.late_because);
	doc_set_text(data, "demand", appeal->demand);
	doc_set_text(data, "assessment", papers->asked.assessment);
	doc_set_flag(data, "uphold", papers->asked.view == APPEAL_UPHOLD);
	doc_set_flag(data, "change", papers->asked.view == APPEAL_CHANGE);
	doc_set_flag(data, "dismiss", papers->asked.view == APPEAL_DISMISS);
}

static void
check_late(struct appeal_papers *papers, enum lang lang)
{
	if (!appeal_in_time(&papers->appeal) && papers->asked.view != APPEAL_DISMISS &&
	    text_blank(papers->asked.late_because))
		messages_add(&papers->missing, MESSAGE_ERROR, "", "late",
		    tr(lang, "Klagen kom etter fristen. Skriv hvorfor den likevel blir behandlet, eller foreslå "
			     "avvisning."));
	if (text_length(papers->asked.assessment) > WORDS_MAX)
		messages_add(&papers->missing, MESSAGE_ERROR, "", "reason",
		    tr(lang, "Teksten er for lang. Kort den ned til 20 000 tegn."));
}

static void
check(struct appeal_papers *papers, struct ctx *ctx, const struct letter_texts *texts)
{
	static const enum letter_block views[APPEAL_VIEW__MAX] = { BLOCK_FORWARD_UPHOLD, BLOCK_FORWARD_CHANGE,
		BLOCK_FORWARD_DISMISS };
	const struct application *application = &papers->application;
	const struct call *call = &application->call;
	const char *names[] = { application->title, application->organisation.name, NULL };
	enum lang lang = papers->lang;
	struct case_letter_facts facts = { .kind = LETTER_FORWARD,
		.county = lang_pick(&ctx->county->name, lang),
		.number = papers->application.number,
		.recipient = papers->addressee,
		.dated = instant_day(ctx->now),
		.opening = letter_text_in(papers->data, texts, BLOCK_FORWARD_OPENING, lang),
		.content = papers->appeal.demand,
		.message = letter_text_in(papers->data, texts, views[papers->asked.view], lang),
		.reason = papers->asked.assessment,
		.after = letter_text_in(papers->data, texts, BLOCK_FORWARD_COPY, lang),
		.contact_name = call->contact_name,
		.contact_phone = call->contact_phone,
		.contact_email = call->contact_email,
		.signature = ctx->user_name };

	papers->missing = messages_new(ctx->arena);
	papers->warnings = messages_new(ctx->arena);
	case_letter_check(&papers->missing, &facts, ctx->lang);
	check_late(papers, ctx->lang);
	letter_standard_check(&papers->warnings, "reason", papers->asked.assessment, names, lang, ctx->lang);
}

enum status
appeal_papers_compose(struct appeal_papers *out, struct ctx *ctx, int64_t application_id,
    const struct appeal_asked *asked, const struct letter_texts *texts)
{
	struct letter_texts today;
	const char *appeal_body;
	enum status st;

	*out = (struct appeal_papers){ .asked = *asked };
	if ((st = application_load(&out->application, ctx, application_id)) != OK ||
	    (st = decision_of(&out->decision, ctx, application_id)) != OK ||
	    (st = appeal_of(&out->appeal, ctx, application_id)) != OK)
		return (st);
	if (out->appeal.id == 0)
		return (ERR_NOT_FOUND);
	out->lang = out->application.lang == LANG_EN ? out->application.organisation.lang : out->application.lang;
	if ((st = addressee_of(&out->addressee, &appeal_body, ctx, out)) != OK)
		return (st);
	if (texts == NULL) {
		if ((st = letter_texts_on(&today, ctx, instant_day(ctx->now))) != OK)
			return (st);
		texts = &today;
	}
	out->data = doc_data_new(ctx->arena);
	letter_document_head(out->data, ctx, &out->application, out->lang);
	doc_set_text(out->data, "appeal_body", appeal_body);
	add_decision(out, ctx);
	add_appeal(out, ctx);
	if ((st = add_documents(out, ctx)) != OK)
		return (st);
	letter_texts_put(out->data, texts, LETTER_FORWARD, out->lang);
	check(out, ctx, texts);
	return (OK);
}

struct letter_paper
appeal_papers_paper(const struct appeal_papers *papers)
{
	return ((struct letter_paper){ letter_template(LETTER_FORWARD), papers->data, papers->lang });
}

/* --- sending ------------------------------------------------------------------------------------------------------ */

static enum status
tell_appellant(struct ctx *ctx, const struct application *application)
{
	enum lang lang = application->lang;
	const char *subject = tr_printf(ctx->arena, lang, "Klagen i sak %s", application->number);
	const char *body =
	    tr(lang, "Vi har vurdert en klage dere har sendt. Logg inn for å lese hva vi mener, og hvor saken går nå.");

	return (db_exec(ctx, "mail_to_organisation", PARAMS(INT(application->id), TEXT(subject), TEXT(body))));
}

static enum status
freeze(struct ctx *ctx, const struct appeal_papers *papers, const struct buf *pdf, const struct buf *html)
{
	const char *sha256 = crypto_sha256(ctx->arena, pdf->data, pdf->len), *names[] = { "view", "papers" };
	const char *values[] = { appeal_view_code(papers->asked.view), sha256 };
	enum status st;

	if ((st = db_exec(ctx, "appeal_paper_add",
		 PARAMS(INT(papers->appeal.id), TEXT(values[0]), TEXT(papers->asked.assessment),
		     TEXT(papers->asked.late_because), TEXT(papers->addressee), TEXT(lang_code(papers->lang)),
		     BYTES(pdf->data, pdf->len), TEXT(buf_text(html)), TEXT(sha256), INSTANT(ctx->now)))) != OK ||
	    (st = event_db_add(NULL, ctx, papers->application.id, "appeal_forwarded", names, values, 2)) != OK)
		return (st);
	return (tell_appellant(ctx, &papers->application));
}

enum status
appeal_papers_send(struct ctx *ctx, const struct appeal_papers *papers)
{
	struct letter_paper paper = appeal_papers_paper(papers);
	struct buf pdf = buf_new(ctx->arena), html = buf_new(ctx->arena);
	enum status st;

	if (messages_have_errors(&papers->missing))
		return (ERR_INVALID);
	if (papers->appeal.sent)
		return (ERR_CONFLICT);
	if ((st = letter_paper_pdf(&pdf, NULL, ctx, &paper)) != OK ||
	    (st = letter_paper_html(&html, ctx, &paper, 1)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	if ((st = freeze(ctx, papers, &pdf, &html)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
