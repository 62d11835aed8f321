/* document_compose.c — finds what each kind of document is about and hands it to whoever words it. */
#include "flow/document_compose.h"

#include <string.h>

#include "flow/application_document.h"
#include "flow/blank_form_document.h"
#include "flow/case_flow.h"
#include "flow/catalogue_flow.h"
#include "flow/evaluation_document.h"
#include "flow/evaluation_flow.h"
#include "flow/letter_flow.h"
#include "flow/recommendation_document.h"
#include "flow/submission_flow.h"

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

enum status
receipt_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct application application;
	struct application_facts facts;
	struct application_file *files;
	struct answers *answers;
	struct received received;
	enum status st;
	size_t n, sent = 0;

	if ((st = application_load(&application, ctx, asked->application_id)) != OK ||
	    (st = application_files(&files, &n, ctx, application.id)) != OK ||
	    (st = application_contents(&answers, &facts, ctx, &application, files, n)) != OK)
		return (st);
	if (application.submitted_at == 0)
		return (ERR_NOT_FOUND);
	/* What followed later wasn't there when it was received. */
	for (size_t i = 0; i < n; i++)
		if (!files[i].later)
			files[sent++] = files[i];
	received = (struct received){
		.number = application.number,
		.at = application.submitted_at,
		.late = application.late,
		.document_hash = application.document_hash,
	};
	if ((st = submitted_hash(&received.event_hash, ctx, application.id)) != OK)
		return (st);
	application.lang = lang_of(asked, application.lang);
	out->lang = application.lang;
	out->made_at = received.at;
	out->data = application_document_data(ctx, &application, &received, answers, &facts, files, sent);
	return (OK);
}

enum status
receipt_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked)
{
	return (application_receipt(pdf, len, ctx, asked->application_id));
}

enum status
decision_letter_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct ctx then = *ctx;
	struct letter_draft draft;
	struct letter_sent sent;
	enum status st;

	if ((st = letter_sent_page(&sent, ctx, asked->application_id)) == OK) {
		then.now = sent.sent_at;
		then.user_name = sent.sent_by;
	} else if (st != ERR_NOT_FOUND) {
		return (st);
	}
	if ((st = letter_compose(&draft, &then, asked->application_id)) != OK)
		return (st);
	out->lang = draft.lang;
	out->made_at = then.now;
	out->data = draft.data;
	return (OK);
}

enum status
decision_letter_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked)
{
	return (letter_sent_pdf(pdf, len, ctx, asked->application_id));
}

/* --- of a list ---------------------------------------------------------------------------------------------------- */

/* The county's own papers are in Norwegian unless another language is asked for. */
static enum lang
county_lang(const struct ctx *ctx, const struct document_asked *asked)
{
	return (lang_of(asked, ctx->lang == LANG_EN ? LANG_NB : ctx->lang));
}

enum status
recommendation_list_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct recommendation_list list;
	enum status st;

	if ((st = recommendation_for_paper(&list, ctx, asked->call_id, asked->batch)) != OK)
		return (st);
	out->lang = county_lang(ctx, asked);
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
	out->lang = county_lang(ctx, asked);
	out->made_at = ctx->now;
	out->data = recommendation_case_paper_data(ctx, &list, out->lang);
	return (OK);
}

/* --- of a scheme -------------------------------------------------------------------------------------------------- */

enum status
blank_form_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked)
{
	struct catalogue_scheme found = { .scheme = asked->scheme };
	const char *url = "";
	enum status st;

	if (found.scheme == NULL && (st = catalogue_scheme(&found, ctx, asked->scheme_id)) != OK)
		return (st);
	if (*asked->url != '\0')
		url = arena_printf(ctx->arena, "%s/ordninger/%s", asked->url, found.scheme->id);
	out->lang = lang_of(asked, ctx->lang);
	out->made_at = ctx->now;
	out->data = blank_form_data(ctx, found.scheme, found.n_calls > 0 ? &found.calls[0] : NULL, url, out->lang);
	return (OK);
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
