/* working_paper_document.h — a list's working paper: every application, what was thought of it and what is proposed. */
#ifndef FLOW_WORKING_PAPER_DOCUMENT_H
#define FLOW_WORKING_PAPER_DOCUMENT_H

#include "doc/doc_data.h"
#include "flow/recommendation_flow.h"

/*
 * Data for pdf-templates/working_paper.xml. Three statements, however many the cases are.
 *
 * list:    as recommendation_for_paper() read it
 * returns: OK; ERR_NOT_FOUND when a case has become closed to the person meanwhile; ERR_UNAVAILABLE, ERR_DB
 */
enum status working_paper_data(
    struct doc_data **out, struct ctx *ctx, const struct recommendation_list *list, enum lang lang) MUST_CHECK;

#endif
