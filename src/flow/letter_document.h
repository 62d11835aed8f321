/* letter_document.h — the facts a decision letter holds, for the check of its parts and for its template. */
#ifndef FLOW_LETTER_DOCUMENT_H
#define FLOW_LETTER_DOCUMENT_H

#include "flow/letter_flow.h"

/* What the checklist of parts asks for; texts in ctx->arena, in the letter's language. */
void letter_document_facts(
    struct letter_facts *out, struct ctx *ctx, const struct letter_draft *draft, const struct lang_text *appeal_body);

/*
 * The same facts, the scheme's terms, laws and payment plan, and the standing texts as the template's data.
 *
 * facts: the standing texts that must be there are put in here
 */
struct doc_data *letter_document_data(
    struct ctx *ctx, const struct letter_draft *draft, struct letter_facts *facts, const struct letter_texts *texts);

/* What explains the letter in English. */
struct doc_data *letter_document_english(struct ctx *ctx, const struct letter_draft *draft,
    const struct letter_facts *facts, const struct lang_text *appeal_body, const struct letter_texts *texts);

/* What every letter of ours has on top: the county, the applicant, the application. */
void
letter_document_head(struct doc_data *data, struct ctx *ctx, const struct application *application, enum lang lang);

#endif
