/* scheme_call.h — what a scheme's page says of its calls: when, what differs this time, and every deadline. */
#ifndef WEB_SCHEME_CALL_H
#define WEB_SCHEME_CALL_H

#include "flow/catalogue_flow.h"
#include "gen/html_scheme_show.h"

/* The panel on top: whether one can apply now, until when, and what the call itself says. */
void scheme_call_now(struct html_scheme_show *view, struct ctx *ctx, const struct catalogue_scheme *found);

/* Every deadline, when there are several. */
void scheme_call_list(struct html_scheme_show *view, struct ctx *ctx, const struct catalogue_scheme *found);

/* "Dere får svar senest 1. juni 2026.", "Dere får svar innen 6 uker."; "" when nothing can be said. */
const char *scheme_call_answer(struct ctx *ctx, const struct call *call);

/* "300 000 kr, med forbehold om bevilgning", "300 000 kr, felles med «B»"; "" when the frame is not told. */
const char *scheme_call_frame(struct ctx *ctx, const struct call *call, const struct catalogue_scheme *found);

/* "01.07.2026 – 31.12.2026"; "" when the call covers any time. */
const char *scheme_call_covers(struct ctx *ctx, const struct call *call);

#endif
