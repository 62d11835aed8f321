/* recommendation_document.h — a call's list on paper, and the paper that is decided by. */
#ifndef FLOW_RECOMMENDATION_DOCUMENT_H
#define FLOW_RECOMMENDATION_DOCUMENT_H

#include "core/buf.h"
#include "flow/recommendation_flow.h"

struct doc_data;

/* What the county's own papers on a list are written in: nynorsk for who reads that, and of schemes announced in it. */
enum lang recommendation_lang(const struct ctx *ctx, const struct recommendation_list *list);

/* pdf-templates/recommendation_list.xml filled with the list. returns: OK; ERR_IO when the document can't be made */
enum status
recommendation_document_pdf(struct buf *out, struct ctx *ctx, const struct recommendation_list *list) MUST_CHECK;

/* Data for pdf-templates/recommendation_list.xml. */
struct doc_data *recommendation_list_data(struct ctx *ctx, const struct recommendation_list *list, enum lang lang);

/* One row of it: what is proposed for a case and why. */
void
recommendation_row_data(struct doc_data *out, struct ctx *ctx, const struct recommendation_row *row, enum lang lang);

/* Data for pdf-templates/case_paper.xml: what the deciding body has before it. */
struct doc_data *
recommendation_case_paper_data(struct ctx *ctx, const struct recommendation_list *list, enum lang lang);

#endif
