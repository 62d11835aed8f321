/* letter_print.h — letters on paper and as pages, all the same way; what paper cannot show is told to who sends them.
 */
#ifndef FLOW_LETTER_PRINT_H
#define FLOW_LETTER_PRINT_H

#include "core/buf.h"
#include "core/ctx.h"
#include "domain/validation.h"

struct doc_data;

/* A letter ready to be printed. */
struct letter_paper {
	const char *template; /* in pdf-templates/ */
	const struct doc_data *data;
	enum lang lang;
};

/*
 * uncovered: what to tell about characters no font has, naming them; "" when paper shows all. NULL when nobody asks.
 * returns:   OK; ERR_INVALID when data is missing; ERR_IO
 */
enum status
letter_paper_pdf(struct buf *out, const char **uncovered, struct ctx *ctx, const struct letter_paper *paper) MUST_CHECK;

/* As a piece of a page, headings moved down. */
enum status
letter_paper_html(struct buf *out, struct ctx *ctx, const struct letter_paper *paper, int heading_offset) MUST_CHECK;

/* Told when a letter is not sent since it is another than the one that was looked at. */
const char *letter_changed_text(enum lang lang);

/* A page in short: whoever sends says by it which letter was read. */
const char *letter_fingerprint(struct ctx *ctx, const struct buf *html);

/* Warns in messages of what paper cannot show. returns: as letter_paper_pdf() */
enum status letter_paper_check(struct messages *warnings, struct ctx *ctx, const struct letter_paper *paper) MUST_CHECK;

#endif
