/* document_compose.c — finds what each kind of document is about and hands it to whoever words it. */
#include "flow/document_compose.h"

#include <string.h>

#include "core/catalogue.h"
#include "db/db.h"
#include "doc/doc_data.h"
#include "domain/application_version.h"
#include "flow/appeal_flow.h"
#include "flow/application_document.h"
#include "flow/blank_form_document.h"
#include "flow/case_flow.h"
#include "flow/case_letter_flow.h"
#include "flow/catalogue_flow.h"
#include "flow/evaluation_document.h"
#include "flow/evaluation_flow.h"
#include "flow/letter_flow.h"
#include "flow/recommendation_document.h"
#include "flow/scheme_brief_document.h"
#include "flow/submission_flow.h"
#include "flow/working_paper_document.h"

static enum lang
lang_of(const struct document_asked *asked, enum lang otherwise)
{
	return (asked->has_lang ? asked->lang : otherwise);
}

/* --- of a case ---------------------------------------------------------------------------------------------------- */

/* The event that an application's receipt names. */
static enum status
submitted_hash(const char **out, struct ctx *ctx, int64_t id)
{
	struct event_row *events;
	enum status st;
	size_t n;

	*out = "";
	if ((st = event_list(&events, &n, ctx, id)) != OK)
		return (st);
	for (size_t i = 0; i < n; i++)
		if (strcmp(events[i].kind, "submitted") == 0)
			*out = events[i].hash;
	return (OK);
}

static enum status
sender_of(const char **out, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "application_sender", PARAMS(INT(id)))) != OK)
		return (db_rollback(ctx, st));
	*out = rows_text(rows, 0, "sent_by");
	return (db_commit(ctx));
}

static enum status
whole_load(struct whole_application *out, struct ctx *ctx, int64_t id)
{
	enum status st;

	if ((st = application_load(&out->application, ctx, id)) != OK ||
	    (st = application_files(&out->files, &out->n_files, ctx, id)) != OK ||
	    (st = application_contents(&out->answers, &out->facts, ctx, &out->application, out->files, out->n_files)) !=
		OK)
		return (st);
	return (sender_of(&out->sent_by, ctx, id));
}

enum status
receipt_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct whole_application whole;
	struct application *application = &whole.application;
	struct received received;
	enum status st;
	size_t sent = 0;

	if ((st = whole_load(&whole, ctx, asked->application_id)) != OK)
		return (st);
	if (application->submitted_at == 0)
		return (ERR_NOT_FOUND);
	/* What followed later wasn't there when it was received. */
	for (size_t i = 0; i < whole.n_files; i++)
		if (!whole.files[i].later)
			whole.files[sent++] = whole.files[i];
	received = (struct received){
		.number = application->number,
		.at = application->submitted_at,
		.late = application->late,
		.document_hash = application->document_hash,
	};
	if ((st = submitted_hash(&received.event_hash, ctx, application->id)) != OK)
		return (st);
	application->lang = lang_of(asked, application->lang);
	out->lang = application->lang;
	out->made_at = received.at;
	out->data =
	    application_document_data(ctx, application, &received, whole.answers, &whole.facts, whole.files, sent);
	return (OK);
}

/* Takes the files away that a version did not have. returns: OK; ERR_NOT_FOUND when there is no such version */
static enum status
take_version(struct application_version *out, size_t *n, struct whole_application *whole, struct ctx *ctx, int asked)
{
	struct application_version *versions;

	*n = application_versions(&versions, ctx->arena, whole->application.submitted_at, whole->files, whole->n_files);
	if (asked > (int)*n)
		return (ERR_NOT_FOUND);
	*out = versions[(asked == 0 ? *n : (size_t)asked) - 1];
	whole->n_files = application_version_files(whole->files, whole->n_files, out);
	return (OK);
}

enum status
application_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct whole_application whole;
	struct application_version version = { .at = ctx->now };
	enum status st;
	size_t n = 0;

	if ((st = whole_load(&whole, ctx, asked->application_id)) != OK)
		return (st);
	if (whole.application.submitted_at != 0 || asked->version != 0)
		if ((st = take_version(&version, &n, &whole, ctx, asked->version)) != OK)
			return (st);
	out->lang = lang_of(asked, whole.application.lang);
	out->made_at = version.at;
	out->data = doc_data_new(ctx->arena);
	application_document_whole(out->data, ctx, &whole, out->lang);
	if (n > 1)
		doc_set_text(out->data, "version",
		    tr_printf(ctx->arena, out->lang, "%d av %d, slik søknaden var %s", version.number, (int)n,
			instant_long(ctx->arena, version.at, out->lang)));
	return (OK);
}

enum status
receipt_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked)
{
	return (application_receipt(pdf, len, ctx, asked->application_id));
}

/*
 * The letter, by whoever sent it, when it was sent. Decisions are in bokmål or nynorsk: what is to be told in English
 * is a document of its own.
 */
static enum status
decision_draft(struct letter_draft *draft, struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct ctx then = *ctx;
	struct letter_texts texts;
	struct letter_sent sent;
	enum status st;

	if ((st = letter_sent_page(&sent, ctx, asked->application_id)) == OK) {
		then.now = sent.sent_at;
		then.user_name = sent.sent_by;
	} else if (st != ERR_NOT_FOUND) {
		return (st);
	}
	out->made_at = then.now;
	if ((st = letter_texts_on(&texts, &then, instant_day(then.now))) != OK)
		return (st);
	return (letter_compose_with(draft, &then, asked->application_id, &texts,
	    asked->has_lang && asked->lang != LANG_EN ? &asked->lang : NULL));
}

/* What whoever asked for a decision letter may not expect of it. */
static const char *
note_on(struct ctx *ctx, const struct letter_draft *draft, const struct document_asked *asked)
{
	struct buf lacks = buf_new(ctx->arena);

	if (draft->decision.notified)
		return (!asked->has_lang || asked->lang != LANG_EN
			    ? NULL
			    : arena_printf(ctx->arena,
				  "decisions are written in nb or nn: this is the applicant's own, %s; "
				  "\"decision_explanation\" is what stands beside it in English",
				  lang_code(draft->lang)));
	for (size_t i = 0; i < draft->missing.n; i++)
		buf_printf(&lacks, "\n  %s", draft->missing.list[i].text);
	return (arena_printf(ctx->arena, "the letter is not sent; this is how it stands today%s%s",
	    draft->missing.n == 0 ? "" : ". It can't be sent before this is there:", buf_text(&lacks)));
}

enum status
decision_letter_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct letter_draft draft;
	enum status st;

	if ((st = decision_draft(&draft, out, ctx, asked)) != OK)
		return (st);
	out->lang = draft.lang;
	out->data = draft.data;
	out->note = note_on(ctx, &draft, asked);
	return (OK);
}

enum status
decision_explanation_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct letter_draft draft;
	enum status st;

	if ((st = decision_draft(&draft, out, ctx, asked)) != OK)
		return (st);
	out->lang = LANG_EN;
	out->data = draft.english;
	return (OK);
}

enum status
decision_letter_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked)
{
	return (letter_sent_pdf(pdf, len, ctx, asked->application_id));
}

/* The last letter of that kind in the case; id 0 when there is none. */
static enum status
last_letter(struct case_letter_row *out, struct ctx *ctx, int64_t application_id, enum letter_kind kind)
{
	struct case_letter_row *list;
	enum status st;
	size_t n;

	*out = (struct case_letter_row){ .id = 0 };
	if ((st = case_letter_list(&list, &n, ctx, application_id)) != OK)
		return (st);
	for (size_t i = 0; i < n; i++)
		if (list[i].kind == kind)
			*out = list[i];
	return (OK);
}

static enum status
case_letter_document(struct document *out, struct ctx *ctx, const struct document_asked *asked, enum letter_kind kind)
{
	struct ctx then = *ctx;
	struct case_letter_asked written;
	struct case_letter_row sent;
	struct case_letter letter;
	enum status st;

	if ((st = last_letter(&sent, ctx, asked->application_id, kind)) != OK)
		return (st);
	/* What nobody has written yet is no letter. */
	if (sent.id == 0)
		return (ERR_NOT_FOUND);
	then.now = sent.sent_at;
	then.user_name = sent.sent_by;
	written = (struct case_letter_asked){ .day = sent.day, .words = sent.words };
	case_letter_points(&written, ctx->arena, sent.lacking);
	if ((st = case_letter_compose(&letter, &then, asked->application_id, kind, &written, NULL,
		 asked->has_lang ? &asked->lang : NULL)) != OK)
		return (st);
	out->lang = letter.lang;
	out->made_at = then.now;
	out->data = letter.data;
	return (OK);
}

static enum status
case_letter_kept(
    const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked, enum letter_kind kind)
{
	struct case_letter_row sent;
	enum status st;

	if ((st = last_letter(&sent, ctx, asked->application_id, kind)) != OK)
		return (st);
	return (case_letter_get(&sent, NULL, pdf, len, ctx, asked->application_id, sent.id));
}

enum status
defect_letter_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	return (case_letter_document(out, ctx, asked, LETTER_DEFECT));
}

enum status
defect_letter_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked)
{
	return (case_letter_kept(pdf, len, ctx, asked, LETTER_DEFECT));
}

enum status
provisional_reply_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	return (case_letter_document(out, ctx, asked, LETTER_PROVISIONAL));
}

enum status
provisional_reply_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked)
{
	return (case_letter_kept(pdf, len, ctx, asked, LETTER_PROVISIONAL));
}

enum status
appeal_papers_compose_sent(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct ctx then = *ctx;
	struct appeal_papers papers;
	struct appeal_asked written;
	struct appeal appeal;
	enum status st;

	if ((st = appeal_of(&appeal, ctx, asked->application_id)) != OK)
		return (st);
	if (!appeal.sent)
		return (ERR_NOT_FOUND);
	then.now = appeal.sent_at;
	then.user_name = appeal.sent_by;
	written = (struct appeal_asked){ appeal.view, appeal.assessment, appeal.late_because };
	if ((st = appeal_papers_compose(&papers, &then, asked->application_id, &written, NULL)) != OK)
		return (st);
	out->lang = papers.lang;
	out->made_at = then.now;
	out->data = papers.data;
	return (OK);
}

enum status
appeal_papers_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked)
{
	return (appeal_papers_sent(NULL, pdf, len, ctx, asked->application_id));
}

/* --- of a list ---------------------------------------------------------------------------------------------------- */

/* The county's own papers are in Norwegian unless another language is asked for. */
static enum lang
county_lang(const struct ctx *ctx, const struct document_asked *asked, const struct recommendation_list *list)
{
	return (lang_of(asked, recommendation_lang(ctx, list)));
}

enum status
recommendation_list_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct recommendation_list list;
	enum status st;

	if ((st = recommendation_for_paper(&list, ctx, asked->call_id, asked->batch)) != OK)
		return (st);
	out->lang = county_lang(ctx, asked, &list);
	out->made_at = list.locked ? list.locked_at : ctx->now;
	out->data = recommendation_list_data(ctx, &list, out->lang);
	return (OK);
}

enum status
recommendation_list_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked)
{
	struct recommendation_list list;
	enum status st;

	if ((st = recommendation_for_paper(&list, ctx, asked->call_id, asked->batch)) != OK)
		return (st);
	return (list.locked ? recommendation_pdf(pdf, len, ctx, asked->call_id, asked->batch) : ERR_NOT_FOUND);
}

enum status
case_paper_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct recommendation_list list;
	enum status st;

	if ((st = recommendation_for_paper(&list, ctx, asked->call_id, asked->batch)) != OK)
		return (st);
	out->lang = county_lang(ctx, asked, &list);
	out->made_at = list.locked ? list.locked_at : ctx->now;
	out->data = recommendation_case_paper_data(ctx, &list, out->lang);
	return (OK);
}

enum status
working_paper_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct recommendation_list list;
	enum status st;

	if ((st = recommendation_for_paper(&list, ctx, asked->call_id, asked->batch)) != OK)
		return (st);
	out->lang = county_lang(ctx, asked, &list);
	out->made_at = list.locked ? list.locked_at : ctx->now;
	return (working_paper_data(&out->data, ctx, &list, out->lang));
}

/* --- of a scheme -------------------------------------------------------------------------------------------------- */

/* The scheme with its calls, and the address of its page. */
static enum status
scheme_asked(struct catalogue_scheme *found, const char **url, struct ctx *ctx, const struct document_asked *asked)
{
	enum status st;

	*found = (struct catalogue_scheme){ .scheme = asked->scheme };
	if (found->scheme == NULL && (st = catalogue_scheme(found, ctx, asked->scheme_id)) != OK)
		return (st);
	*url = *asked->url == '\0' ? "" : arena_printf(ctx->arena, "%s/ordninger/%s", asked->url, found->scheme->id);
	return (OK);
}

enum status
blank_form_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct catalogue_scheme found;
	const char *url;
	enum status st;

	if ((st = scheme_asked(&found, &url, ctx, asked)) != OK)
		return (st);
	out->lang = lang_of(asked, ctx->lang);
	out->made_at = ctx->now;
	out->data = blank_form_data(ctx, found.scheme, found.n_calls > 0 ? &found.calls[0] : NULL, url, out->lang);
	return (OK);
}

enum status
scheme_leaflet_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct catalogue_scheme found;
	const char *url;
	enum status st;

	if ((st = scheme_asked(&found, &url, ctx, asked)) != OK)
		return (st);
	out->lang = lang_of(asked, ctx->lang);
	out->made_at = ctx->now;
	return (scheme_leaflet_data(
	    &out->data, ctx, found.scheme, found.n_calls > 0 ? &found.calls[0] : NULL, url, out->lang));
}

enum status
catalogue_booklet_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct open_scheme *list;
	enum status st;
	size_t n;

	if ((st = catalogue_list(&list, &n, ctx, AREA__MAX, "")) != OK)
		return (st);
	out->lang = lang_of(asked, ctx->lang);
	out->made_at = ctx->now;
	return (catalogue_booklet_data(&out->data, ctx, list, n, asked->url, out->lang));
}

enum status
evaluation_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct evaluation_source source;
	struct evaluation evaluation;
	enum status st;

	if ((st = evaluation_published(&evaluation, ctx, asked->scheme_id, asked->year)) == ERR_NOT_FOUND)
		st = evaluation_live(&evaluation, &source, ctx, asked->scheme_id, asked->year);
	if (st != OK)
		return (st);
	out->lang = lang_of(asked, ctx->lang);
	out->made_at = evaluation.figures_at;
	return (evaluation_document_data(&out->data, ctx, &evaluation, out->lang));
}

enum status
evaluation_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked)
{
	return (evaluation_published_pdf(pdf, len, ctx, asked->scheme_id, asked->year));
}
