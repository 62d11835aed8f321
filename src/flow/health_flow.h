/* health_flow.h — asks whether what pages need is there. */
#ifndef FLOW_HEALTH_FLOW_H
#define FLOW_HEALTH_FLOW_H

#include "core/ctx.h"

/* returns: OK when the database answers a query and its tables are in place; ERR_UNAVAILABLE, ERR_DB */
enum status health_check(struct ctx *ctx) MUST_CHECK;

#endif
