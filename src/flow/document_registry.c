/* document_registry.c — the table of documents, and painting whichever of them is asked for. */
#include "flow/document_registry.h"

#include <string.h>

#include "core/log.h"
#include "doc/doc_store.h"
#include "flow/case_flow.h"
#include "flow/county.h"
#include "flow/document_compose.h"

/* clang-format off */
static const struct document_type types[] = {
	{ "receipt", "receipt", DOCUMENT_OF_CASE,
	    "what an applicant gets the moment an application is received",
	    receipt_compose, receipt_kept },
	{ "application", "application", DOCUMENT_OF_CASE,
	    "a whole application as it was sent, with who sent it and when; a draft as it stands",
	    application_compose, NULL },
	{ "decision_letter", "decision_letter", DOCUMENT_OF_CASE,
	    "the county's answer: grant, partial grant, rejection or dismissal; nb or nn",
	    decision_letter_compose, decision_letter_kept },
	{ "decision_explanation", "decision_explanation", DOCUMENT_OF_CASE,
	    "the most important of the decision in English, for applicants who chose it",
	    decision_explanation_compose, NULL },
	{ "defect_letter", "defect_letter", DOCUMENT_OF_CASE,
	    "what an application lacks, by when, and what happens otherwise",
	    defect_letter_compose, defect_letter_kept },
	{ "provisional_reply", "provisional_reply", DOCUMENT_OF_CASE,
	    "when an answer can be expected",
	    provisional_reply_compose, provisional_reply_kept },
	{ "appeal_papers", "appeal_papers", DOCUMENT_OF_CASE,
	    "what follows an appeal to the body that decides it",
	    appeal_papers_compose_sent, appeal_papers_kept },
	{ "blank_form", "blank_form", DOCUMENT_OF_SCHEME,
	    "the application form, to fill in by hand",
	    blank_form_compose, NULL },
	{ "scheme_leaflet", "scheme_leaflet", DOCUMENT_OF_SCHEME,
	    "a scheme on one page, with a QR code to its page",
	    scheme_leaflet_compose, NULL },
	{ "catalogue_booklet", "catalogue_booklet", DOCUMENT_OF_COUNTY,
	    "every scheme that is open, by field, with contents",
	    catalogue_booklet_compose, NULL },
	{ "recommendation_list", "recommendation_list", DOCUMENT_OF_CALL,
	    "the ranked list with what is proposed, against the frame",
	    recommendation_list_compose, recommendation_list_kept },
	{ "working_paper", "working_paper", DOCUMENT_OF_CALL,
	    "every application of a list with its assessments and proposal, contents and bookmarks",
	    working_paper_compose, NULL },
	{ "case_paper", "case_paper", DOCUMENT_OF_CALL,
	    "the paper a body decides by: proposal, facts, assessment; also as DOCX",
	    case_paper_compose, NULL },
	{ "evaluation", "evaluation", DOCUMENT_OF_YEAR,
	    "what a scheme's year gave",
	    evaluation_compose, evaluation_kept },
};
/* clang-format on */

#define COUNT (sizeof(types) / sizeof(types[0]))

const char *
document_of_code(enum document_of of)
{
	static const char *const codes[] = { [DOCUMENT_OF_CASE] = "case",
		[DOCUMENT_OF_CALL] = "call",
		[DOCUMENT_OF_SCHEME] = "scheme",
		[DOCUMENT_OF_YEAR] = "year",
		[DOCUMENT_OF_COUNTY] = "county" };

	return (codes[of]);
}

const struct document_type *
document_types(size_t *n)
{
	*n = COUNT;
	return (types);
}

const struct document_type *
document_type(const char *name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (strcmp(types[i].name, name) == 0)
			return (&types[i]);
	return (NULL);
}

/* Whoever works for the county reads what is in a case after she has declared to be impartial in it (R24). */
static enum status
may_read(struct ctx *ctx, const struct document_type *type, const struct document_asked *asked)
{
	enum impartiality declared;
	enum status st;

	if (type->of != DOCUMENT_OF_CASE || (ctx->role != ROLE_OFFICER && ctx->role != ROLE_LEADER))
		return (OK);
	if ((st = impartiality_of(&declared, ctx, asked->application_id)) != OK)
		return (st);
	return (declared == IMPARTIAL ? OK : ERR_NOT_FOUND);
}

enum status
document_as_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_type *type,
    const struct document_asked *asked)
{
	enum status st;

	if (type->kept == NULL)
		return (ERR_NOT_FOUND);
	if ((st = may_read(ctx, type, asked)) != OK)
		return (st);
	return (type->kept(pdf, len, ctx, asked));
}

enum status
document_make(struct document *out, struct ctx *ctx, const char *name, const struct document_asked *asked)
{
	const struct document_type *type = document_type(name);
	enum status st;

	*out = (struct document){ .lang = asked->lang };
	if (type == NULL)
		return (ERR_NOT_FOUND);
	if ((st = may_read(ctx, type, asked)) != OK || (st = type->compose(out, ctx, asked)) != OK)
		return (st);
	out->type = type;
	return (OK);
}

static enum status
tell(struct ctx *ctx, const struct document *document, const struct doc_report *report, enum status st)
{
	if (st != OK)
		log_line(LOG_ERROR, ctx->request_id, "document %s: %s", document->type->name,
		    doc_report_text(ctx->arena, report));
	return (st);
}

enum status
document_pdf(struct buf *out, struct ctx *ctx, const struct document *document)
{
	const struct doc_meta meta = { .author = lang_pick(&ctx->county->name, document->lang),
		.made_at = document->made_at,
		.allow_uncovered = true };
	struct doc_report report = { 0 };

	return (tell(ctx, document, &report,
	    doc_render(
		out, &report, ctx->arena, ctx->docs, document->type->template, document->data, document->lang, &meta)));
}

enum status
document_html(struct buf *out, struct ctx *ctx, const struct document *document, int heading_offset)
{
	struct doc_report report = { 0 };

	return (tell(ctx, document, &report,
	    doc_render_html(out, &report, ctx->arena, ctx->docs, document->type->template, document->data,
		document->lang, heading_offset)));
}

enum status
document_docx(struct buf *out, struct ctx *ctx, const struct document *document)
{
	struct doc_report report = { 0 };

	return (tell(ctx, document, &report,
	    doc_render_docx(out, &report, ctx->arena, ctx->docs, document->type->template, document->data,
		document->lang, document->made_at)));
}
