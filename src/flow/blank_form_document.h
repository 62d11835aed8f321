/* blank_form_document.h — the application form of any scheme on paper, to fill in by hand. */
#ifndef FLOW_BLANK_FORM_DOCUMENT_H
#define FLOW_BLANK_FORM_DOCUMENT_H

#include "core/buf.h"
#include "core/ctx.h"
#include "domain/call.h"
#include "scheme/scheme.h"

struct doc_data;

/*
 * Data for pdf-templates/blank_form.xml: every question with room to write, as its type and limits ask for.
 *
 * call:        deadline and contact; NULL when none is announced
 * web_address: where one can apply on the web, "" when that can't be told
 */
struct doc_data *blank_form_data(
    struct ctx *ctx, const struct scheme *scheme, const struct call *call, const char *web_address, enum lang lang);

/* The same as PDF. returns: OK; ERR_IO when the document can't be made */
enum status blank_form_pdf(struct buf *out, struct ctx *ctx, const struct scheme *scheme, const struct call *call,
    const char *web_address, enum lang lang) MUST_CHECK;

#endif
