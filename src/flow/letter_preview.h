/* letter_preview.h — what a letter looks like with the texts of a day, or with one that is being written. */
#ifndef FLOW_LETTER_PREVIEW_H
#define FLOW_LETTER_PREVIEW_H

#include "core/buf.h"
#include "flow/letter_text_flow.h"

struct letter_preview {
	const char *template;
	struct doc_data *data;
	enum lang lang;
};

/*
 * Fills the letter the block stands in.
 *
 * typed:   a text of that block that isn't saved; NULL shows what holds on day
 * number:  the case to show it with; "" is an invented one
 * returns: OK; ERR_NOT_FOUND when the person may not see that case's letter, or it has none of this kind; ERR_IO,
 *          ERR_INVALID when conf/letters/sample.xml is not right, which is logged
 */
enum status letter_preview_make(struct letter_preview *out, struct ctx *ctx, enum letter_block block,
    const struct letter_text *typed, struct date day, const char *number, enum lang lang) MUST_CHECK;

/* uncovered: how many characters no font has */
enum status
letter_preview_pdf(struct buf *out, int *uncovered, struct ctx *ctx, const struct letter_preview *preview) MUST_CHECK;
enum status letter_preview_html(struct buf *out, struct ctx *ctx, const struct letter_preview *preview) MUST_CHECK;

#endif
