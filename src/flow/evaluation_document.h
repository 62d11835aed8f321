/* evaluation_document.h — a year's figures as a template's data, and as open data. */
#ifndef FLOW_EVALUATION_DOCUMENT_H
#define FLOW_EVALUATION_DOCUMENT_H

#include "core/ctx.h"
#include "domain/evaluation.h"

/* For pdf-templates/evaluation.xml, which lists the keys. */
struct doc_data *evaluation_document_data(struct ctx *ctx, const struct evaluation *evaluation, enum lang lang);

#endif
