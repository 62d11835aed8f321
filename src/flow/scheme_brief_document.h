/* scheme_brief_document.h — a scheme in brief: the leaflet of one page, and the booklet of those that are open. */
#ifndef FLOW_SCHEME_BRIEF_DOCUMENT_H
#define FLOW_SCHEME_BRIEF_DOCUMENT_H

#include "core/ctx.h"
#include "doc/doc_data.h"
#include "domain/open_call.h"

/*
 * Data for pdf-templates/scheme_leaflet.xml, with as much as one page has room for.
 *
 * call:    that matters most now; NULL when none is announced
 * url:     the scheme's own page; "" when it can't be told, and then there is no QR code
 * returns: OK; ERR_INVALID when even the least doesn't fit on a page; ERR_IO, ERR_LIMIT
 */
enum status scheme_leaflet_data(struct doc_data **out, struct ctx *ctx, const struct scheme *scheme,
    const struct call *call, const char *url, enum lang lang) MUST_CHECK;

/*
 * Data for pdf-templates/catalogue_booklet.xml: what is open, by field, and what opens later.
 *
 * url:     the installation's address
 * returns: OK; ERR_NOT_FOUND when a scheme's document is gone; ERR_DB
 */
enum status catalogue_booklet_data(struct doc_data **out, struct ctx *ctx, const struct open_scheme *schemes, size_t n,
    const char *url, enum lang lang) MUST_CHECK;

#endif
