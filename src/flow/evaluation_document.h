/* evaluation_document.h — a year's figures as a template's data, and as open data. */
#ifndef FLOW_EVALUATION_DOCUMENT_H
#define FLOW_EVALUATION_DOCUMENT_H

#include "core/ctx.h"
#include "doc/doc_data.h"
#include "domain/evaluation.h"

/*
 * For pdf-templates/evaluation.xml, which lists the keys.
 *
 * returns: OK; ERR_UNAVAILABLE, ERR_DB when the county's map cannot be read
 */
enum status evaluation_document_data(
    struct doc_data **out, struct ctx *ctx, const struct evaluation *evaluation, enum lang lang) MUST_CHECK;

#endif
