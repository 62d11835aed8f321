/* figures_flow.h — keeps with an application what the scheme's rules find in it, for lists to use. */
#ifndef FLOW_FIGURES_FLOW_H
#define FLOW_FIGURES_FLOW_H

#include "domain/kept_figures.h"
#include "flow/application_flow.h"

/* Works the figures out from these answers and writes them anew. Inside a transaction. */
enum status figures_keep(struct ctx *ctx, const struct application *application, const struct answers *answers,
    const struct application_facts *facts) MUST_CHECK;

#endif
