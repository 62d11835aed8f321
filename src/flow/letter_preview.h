/* letter_preview.h — what a letter looks like with the texts of a day, or with one that is being written. */
#ifndef FLOW_LETTER_PREVIEW_H
#define FLOW_LETTER_PREVIEW_H

#include "flow/letter_print.h"
#include "flow/letter_text_flow.h"

/*
 * Fills the letter the block stands in.
 *
 * typed:   a text of that block that isn't saved; NULL shows what holds on day
 * number:  the case to show it with; "" is an invented one
 * returns: OK; ERR_NOT_FOUND when the person may not see that case's letter, or it has none of this kind; ERR_IO,
 *          ERR_INVALID when conf/letters/sample.xml is not right, which is logged
 */
enum status letter_preview_make(struct letter_paper *out, struct ctx *ctx, enum letter_block block,
    const struct letter_text *typed, struct date day, const char *number, enum lang lang) MUST_CHECK;

#endif
