/* scheme_form_conflict.h — what others saved while somebody wrote the same: who, when, and where. */
#ifndef WEB_SCHEME_FORM_CONFLICT_H
#define WEB_SCHEME_FORM_CONFLICT_H

#include "gen/html_scheme_part.h"
#include "web/scheme_form.h"

/*
 * Who saved each thing that the form met, and when: the newest who wrote that, else the newest.
 *
 * by:   in the order of saved's conflicts
 * seen: the version the form was made of
 */
enum status scheme_form_savers(const char ***by, struct ctx *ctx, const struct scheme_draft *draft,
    const struct scheme_draft_saved *saved, int seen) MUST_CHECK;

/* The conflicts of the form, as links to its fields; nothing when there are none. */
void
scheme_form_conflicts(struct html_scheme_part *view, const struct scheme_form *form, const struct scheme_draft *draft);

/* What stands at the field when somebody else saved it; NULL otherwise. theirs: as the field shows it, or NULL. */
const char *scheme_form_conflict_of(const struct scheme_form *form, const char *name, const char *theirs);

#endif
