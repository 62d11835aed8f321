/* spread_view.h — how a list spreads over municipalities, kinds or choices, as tables on its page. */
#ifndef WEB_SPREAD_VIEW_H
#define WEB_SPREAD_VIEW_H

#include "flow/recommendation_spread.h"
#include "gen/html_recommendation.h"

void spread_view(struct html_recommendation *view, struct ctx *ctx, const struct scheme *scheme,
    const struct spread *spreads, size_t n);

#endif
