/* letter_preview.c — letters of an invented case or of a chosen one, with texts that are being written. */
#include "flow/letter_preview.h"

#include "core/log.h"
#include "core/text.h"
#include "doc/doc_data_read.h"
#include "flow/case_flow.h"
#include "flow/case_letter_flow.h"
#include "flow/county.h"
#include "flow/document_place.h"
#include "flow/letter_flow.h"
#include "flow/site_flow.h"

/* The outcome the block belongs to; grants show most of what there is. */
static enum outcome
outcome_of(enum letter_block block)
{
	switch (block) {
	case BLOCK_OPENING_PARTLY:
		return (OUTCOME_PARTLY_GRANTED);
	case BLOCK_OPENING_REJECTED:
		return (OUTCOME_REJECTED);
	case BLOCK_OPENING_DISMISSED:
	case BLOCK_REASONS_DISMISSED:
	case BLOCK_AGAIN:
		return (OUTCOME_DISMISSED);
	default:
		return (OUTCOME_GRANTED);
	}
}

static enum status
sample_read(struct doc_data **out, struct ctx *ctx, enum letter_block block)
{
	enum outcome outcome = outcome_of(block);
	struct xml_error error = { 0 };
	enum status st;

	if ((st = doc_data_read(out, &error, ctx->arena, site_file(ctx->arena, "conf/letters/sample.xml"))) != OK) {
		log_line(LOG_ERROR, ctx->request_id, "%s", xml_error_text(ctx->arena, &error));
		return (st);
	}
	doc_set_text(*out, "county", lang_pick(&ctx->county->name, LANG_NB));
	doc_set_text(*out, "county_address", ctx->county->address);
	doc_set_text(*out, "county_website", ctx->county->website);
	doc_set_flag(*out, "granted", outcome == OUTCOME_GRANTED);
	doc_set_flag(*out, "partly_granted", outcome == OUTCOME_PARTLY_GRANTED);
	doc_set_flag(*out, "rejected", outcome == OUTCOME_REJECTED);
	doc_set_flag(*out, "dismissed", outcome == OUTCOME_DISMISSED);
	doc_set_flag(*out, "gives_money", outcome == OUTCOME_GRANTED || outcome == OUTCOME_PARTLY_GRANTED);
	doc_set_flag(*out, "changed", block == BLOCK_CHANGED);
	doc_set_flag(*out, "may_appeal", block != BLOCK_NO_APPEAL);
	doc_set_flag(*out, "uphold", block != BLOCK_FORWARD_CHANGE && block != BLOCK_FORWARD_DISMISS);
	doc_set_flag(*out, "change", block == BLOCK_FORWARD_CHANGE);
	doc_set_flag(*out, "dismiss", block == BLOCK_FORWARD_DISMISS);
	return (OK);
}

/* As it would be sent now. */
static enum status
case_letter_data(struct doc_data **data, struct letter_paper *out, struct ctx *ctx, enum letter_kind kind,
    int64_t application_id, const struct letter_texts *texts)
{
	struct case_letter_asked asked;
	struct case_letter letter;
	enum status st;

	if ((st = case_letter_suggest(&asked, ctx, application_id, kind)) != OK ||
	    (st = case_letter_compose(&letter, ctx, application_id, kind, &asked, texts, NULL)) != OK)
		return (st);
	*data = letter.data;
	out->lang = letter.lang;
	return (OK);
}

/* Only whoever has declared to be impartial reads the letters of a case. */
static enum status
case_data(struct doc_data **data, struct letter_paper *out, struct ctx *ctx, enum letter_kind kind, const char *number,
    const struct letter_texts *texts)
{
	struct document_asked asked = { .has_lang = false };
	struct letter_draft draft;
	enum impartiality declared;
	enum status st;

	if ((st = document_place_case(&asked, ctx, number)) != OK ||
	    (st = impartiality_of(&declared, ctx, asked.application_id)) != OK)
		return (st);
	if (declared != IMPARTIAL)
		return (ERR_NOT_FOUND);
	if (kind == LETTER_DEFECT || kind == LETTER_PROVISIONAL)
		return (case_letter_data(data, out, ctx, kind, asked.application_id, texts));
	if (kind != LETTER_DECISION)
		return (ERR_NOT_FOUND);
	if ((st = letter_compose_with(&draft, ctx, asked.application_id, texts, NULL)) != OK)
		return (st);
	*data = draft.data;
	if (out->lang != LANG_EN)
		out->lang = draft.lang;
	return (OK);
}

enum status
letter_preview_make(struct letter_paper *out, struct ctx *ctx, enum letter_block block, const struct letter_text *typed,
    struct date day, const char *number, enum lang lang)
{
	enum letter_kind kind = letter_block_about(block)->kind;
	struct letter_texts texts;
	struct doc_data *data;
	enum status st;

	*out = (struct letter_paper){ .template = letter_template_in(kind, lang), .lang = lang };
	if ((st = letter_texts_on(&texts, ctx, day)) != OK)
		return (st);
	if (typed != NULL) {
		texts.of[block] = *typed;
		texts.of[block].id = -1; /* there, and not saved */
	}
	if (!text_blank(number))
		st = case_data(&data, out, ctx, kind, number, &texts);
	else
		st = sample_read(&data, ctx, block);
	if (st != OK)
		return (st);
	letter_texts_put(data, &texts, kind, out->lang);
	out->data = data;
	return (OK);
}
