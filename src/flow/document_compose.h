/* document_compose.h — from what a document is asked for to its data, one for each kind; document_registry.c alone
 * asks.
 */
#ifndef FLOW_DOCUMENT_COMPOSE_H
#define FLOW_DOCUMENT_COMPOSE_H

#include "flow/document_registry.h"

document_compose receipt_compose;
document_kept receipt_kept;
document_compose application_compose;

/* Before it is sent, ctx's person signs it. */
document_compose decision_letter_compose;
document_kept decision_letter_kept;

document_compose decision_explanation_compose;

/* The last that was sent. */
document_compose defect_letter_compose, provisional_reply_compose;
document_kept defect_letter_kept, provisional_reply_kept;

/* Once they have gone. */
document_compose appeal_papers_compose_sent;
document_kept appeal_papers_kept;

document_compose blank_form_compose;
document_compose scheme_leaflet_compose;
document_compose catalogue_booklet_compose;

/* Of a list, as recommendation_for_paper() lets it be read. */
document_compose recommendation_list_compose;
document_kept recommendation_list_kept;
document_compose case_paper_compose;
document_compose working_paper_compose;

/* Published, or as the figures stand. */
document_compose evaluation_compose;
document_kept evaluation_kept;

#endif
