/* recommendation_document.h — a call's list on paper. */
#ifndef FLOW_RECOMMENDATION_DOCUMENT_H
#define FLOW_RECOMMENDATION_DOCUMENT_H

#include "core/buf.h"
#include "flow/recommendation_flow.h"

/* pdf-templates/recommendation_list.xml filled with the list. returns: OK; ERR_IO when the document can't be made */
enum status
recommendation_document_pdf(struct buf *out, struct ctx *ctx, const struct recommendation_list *list) MUST_CHECK;

/* pdf-templates/case_paper.xml: what the deciding body has before it, as PDF, or as DOCX to go on being written in. */
enum status recommendation_case_paper(
    struct buf *out, struct ctx *ctx, const struct recommendation_list *list, bool docx) MUST_CHECK;

#endif
