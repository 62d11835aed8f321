/* later_view.h — what may follow after an application, for the applicant who sends it and the officer who waits for it.
 */
#ifndef WEB_LATER_VIEW_H
#define WEB_LATER_VIEW_H

#include "gen/html_part_later.h"
#include "web/application_view.h"

/*
 * The list of what may come later; empty for a scheme where nothing may.
 *
 * sender: whether the reader may send it: an applicant before there is a decision
 * error:  what was wrong with the file just sent; NULL for nothing
 */
void later_view(struct html_part_later *out, const struct application_view *view, bool sender, const char *error);

#endif
