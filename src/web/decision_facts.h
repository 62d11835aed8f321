/* decision_facts.h — a decision on the case's page: outcome, sum, who decided, and why it departs. */
#ifndef WEB_DECISION_FACTS_H
#define WEB_DECISION_FACTS_H

#include "core/ctx.h"
#include "gen/html_part_facts.h"

/* Without rows when nothing is decided, or nothing the person may see. */
enum status decision_facts(struct html_part_facts *out, struct ctx *ctx, int64_t application_id) MUST_CHECK;

#endif
