/* scheme_work.h — what the pages where schemes are written share: the parts of a scheme, the way back, the draft asked
 * for. */
#ifndef WEB_SCHEME_WORK_H
#define WEB_SCHEME_WORK_H

#include "flow/calls_draft_flow.h"
#include "gen/html_part_breadcrumbs.h"
#include "web/scheme_form.h"

/* One page of the form: what stands on it. */
struct scheme_part {
	const char *slug;         /* in the address */
	const char *title, *lead; /* bokmål; translated when shown */
	const char *elements;     /* paths of the document's elements, with spaces between; "." is the outermost */
};

/* Of a scheme, or of its calls; NULL past the last. */
const struct scheme_part *scheme_part_at(const struct scheme_draft *draft, size_t i);
const struct scheme_part *scheme_part_named(const struct scheme_draft *draft, const char *slug);

/* The part that an element stands in, by its path; the last part when none names it. */
const struct scheme_part *scheme_part_of(const struct scheme_draft *draft, const char *path);

/* The part's i-th path; NULL past the last. What no part names belongs to the last. */
const char *scheme_part_path(struct arena *arena, const struct scheme_part *part, size_t i);

/* The draft at ":draft". returns: OK; ERR_NOT_FOUND */
enum status scheme_work_draft(struct scheme_draft *out, struct ctx *ctx) MUST_CHECK;

/* The scheme's name in the reader's language; "Uten navn" before it has one. */
const char *scheme_work_title(struct ctx *ctx, const struct scheme_draft *draft);

/* "Arbeid med ordninger > the draft > current", with the way back to url; url NULL: the draft's own page is current. */
struct html_part_breadcrumbs scheme_work_crumbs(
    struct ctx *ctx, const struct scheme_draft *draft, const char *url, const char *text, const char *current);

/* Why the draft can't be changed; NULL when it can. */
const char *scheme_work_locked(struct ctx *ctx, const struct scheme_draft *draft);

/* Where a message is put right: the page of the part it is about, or the XML. */
const char *scheme_work_place(struct ctx *ctx, const struct scheme_draft *draft, const struct checked_message *message);

#endif
