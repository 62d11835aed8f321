/* score_sheet.h — the sheet on which an application is assessed, for those who assess and for trying a scheme out. */
#ifndef WEB_SCORE_SHEET_H
#define WEB_SCORE_SHEET_H

#include "flow/assessment_flow.h"
#include "gen/html_part_error_summary.h"
#include "gen/html_part_score_sheet.h"
#include "web/application_view.h"

/* Marks and reasons as they were posted; mine has the scheme's criteria already. */
void score_sheet_posted(struct assessment *mine, struct ctx *ctx);

/* messages: beside the fields; NULL for none */
void score_sheet_fill(struct html_part_score_sheet *out, struct ctx *ctx, const struct application_view *read,
    const struct assessment *mine, const struct messages *messages);

/* What is wrong, with links to the criteria; empty without messages. */
struct html_part_error_summary score_sheet_summary(struct ctx *ctx, const struct messages *messages);

#endif
