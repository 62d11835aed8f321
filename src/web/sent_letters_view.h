/* sent_letters_view.h — the letters sent in a case before its decision, for the pages of officer and applicant. */
#ifndef WEB_SENT_LETTERS_VIEW_H
#define WEB_SENT_LETTERS_VIEW_H

#include "core/ctx.h"
#include "gen/html_part_sent_letters.h"

/* place: "saker" or "soknader", where the letters are read */
enum status sent_letters_view(
    struct html_part_sent_letters *out, struct ctx *ctx, int64_t application_id, const char *place) MUST_CHECK;

#endif
