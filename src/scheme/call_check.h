/* call_check.h — what the vocabulary can't say about calls: whether days, kinds and words fit each other. */
#ifndef SCHEME_CALL_CHECK_H
#define SCHEME_CALL_CHECK_H

#include "scheme/call_plan.h"
#include "scheme/scheme_messages.h"
#include "xml/xml_read.h"

/* root: the document the plans were read from. Adds to messages and answers whether all was well. */
bool call_check(struct scheme_messages *messages, const struct call_plans *plans, const struct xml_node *root);

#endif
