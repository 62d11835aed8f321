/* frozen_facts.h — what was known of an applicant when it sent: registers, address and history, kept in the sent
 * document as evidence for the rules. */
#ifndef FLOW_FROZEN_FACTS_H
#define FLOW_FROZEN_FACTS_H

#include "domain/application.h"
#include "xml/xml_read.h"
#include "xml/xml_write.h"

void frozen_facts_write(struct xml_writer *w, struct arena *arena, const struct application_facts *facts);

/*
 * Puts what the document says in place of what is known now. A document without facts, from before they were kept,
 * changes nothing.
 *
 * root: the document's; scheme_id: what "this" means in its history
 */
void frozen_facts_read(
    struct application_facts *facts, struct arena *arena, const struct xml_node *root, const char *scheme_id);

#endif
