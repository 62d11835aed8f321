/* application_page.h — what the applicant's pages of one application share: bands, the way back, and what comes next.
 */
#ifndef WEB_APPLICATION_PAGE_H
#define WEB_APPLICATION_PAGE_H

#include "core/ctx.h"
#include "domain/application.h"
#include "domain/case_state.h"
#include "gen/html_part_breadcrumbs.h"
#include "gen/html_part_scheme_changes.h"

/* "Utkast, ikke sendt. Fristen er ...": over every page of a draft. */
void draft_band(struct ctx *ctx, const struct application *application);

/* "Sendt 30. oktober 2026 kl. 14.07. Søknadsnummer 2026-00123." */
void sent_band(struct ctx *ctx, const struct application *application);

/* The measure's name; the scheme's until it has one. */
const char *application_title(struct ctx *ctx, const struct application *application);

/* Mine søknader > this application > current; NULL for the application's own page. */
struct html_part_breadcrumbs
application_crumbs(struct ctx *ctx, const struct application *application, const char *current);

/* What new versions of the scheme change for the draft; changed: whether there is anything to tell. */
enum status application_changes_tell(struct html_part_scheme_changes *out, bool *changed, struct ctx *ctx,
    const struct application *application) MUST_CHECK;

/* What the applicant may know of the case. */
void applicant_case_facts(struct case_facts *out, struct ctx *ctx, const struct application *application);

/* What a message is about, to stand before a colon: "Hvor mye søker dere om". */
const char *message_about(struct arena *arena, const struct message *message);

/* The colour of a status tag. */
const char *tone_color(enum case_tone tone);

#endif
