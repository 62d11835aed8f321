/* statement_view.h — those asked for statements and what has come, as applicants and officers read it. */
#ifndef WEB_STATEMENT_VIEW_H
#define WEB_STATEMENT_VIEW_H

#include "gen/html_part_statements.h"
#include "web/application_view.h"

/*
 * field:  NULL for all of the application
 * action: where requests are sent again and taken back; NULL: nowhere
 */
void statements_fill(struct html_part_statements *out, const struct application_view *view,
    const struct scheme_field *field, const char *action);

/* The page where somebody is asked. */
char *statement_ask_url(const struct application_view *view, const struct scheme_field *field);

/* "Svar vi venter på: 2."; NULL when nobody is waited for. */
const char *statements_waiting_text(const struct application_view *view, const struct scheme_field *field);

#endif
