/* letter_document.h — the facts a decision letter holds, for the check of its parts and for its template. */
#ifndef FLOW_LETTER_DOCUMENT_H
#define FLOW_LETTER_DOCUMENT_H

#include "flow/letter_flow.h"

/* What the checklist of parts asks for; texts in ctx->arena, in the letter's language. */
void letter_document_facts(
    struct letter_facts *out, struct ctx *ctx, const struct letter_draft *draft, const struct lang_text *appeal_body);

/* The same facts and the scheme's terms, laws and payment plan as the template's data. */
struct doc_data *
letter_document_data(struct ctx *ctx, const struct letter_draft *draft, const struct letter_facts *facts);

#endif
