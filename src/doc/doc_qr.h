/* doc_qr.h — a text as a QR code (ISO/IEC 18004), for paper that leads to a page. */
#ifndef DOC_DOC_QR_H
#define DOC_DOC_QR_H

#include "core/buf.h"
#include "doc/doc_chart.h"

/* What a QR code of our size holds and a phone still reads from paper. */
#define DOC_QR_MAX_BYTES 400

/*
 * Draws text as dark squares on white, the quiet zone around them included.
 *
 * out:     arena; one band
 * width:   points, also its height
 * returns: OK; ERR_INVALID when text is blank; ERR_TOO_LARGE past DOC_QR_MAX_BYTES
 */
enum status doc_qr_draw(struct doc_drawing **out, struct arena *arena, const char *text, double width) MUST_CHECK;

/* The same as a PNG, some pixels a square, for programs that want pictures; as doc_qr_draw(). */
enum status doc_qr_png(struct buf *out, struct arena *arena, const char *text) MUST_CHECK;

/* What to say when a code cannot be drawn. */
char *doc_qr_problem(struct arena *arena, const char *text);

/* The words for someone who does not see it: what alt says, and where the code leads. */
char *doc_qr_alt(struct arena *arena, const struct doc_figure *figure);

#endif
