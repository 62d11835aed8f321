/* evaluation_flow.h — a scheme's year: read live, published once, then the same for ever. */
#ifndef FLOW_EVALUATION_FLOW_H
#define FLOW_EVALUATION_FLOW_H

#include "core/buf.h"
#include "core/ctx.h"
#include "domain/evaluation.h"

/* What is read from the database before it is a struct: kept so that publishing freezes the very figures shown. */
struct evaluation_source {
	const char *data; /* JSON */
	const char *hash; /* SHA-256 of data: the same while the figures are */
};

/*
 * The figures as they stand, for the unit that owns the scheme and for the command line (role admin).
 * returns: OK; ERR_NOT_FOUND when there is no such scheme, or it isn't theirs
 */
enum status evaluation_live(struct evaluation *out, struct evaluation_source *source, struct ctx *ctx,
    const char *scheme_id, int year) MUST_CHECK;

/* The published figures; public. returns: OK; ERR_NOT_FOUND before publishing */
enum status evaluation_published(struct evaluation *out, struct ctx *ctx, const char *scheme_id, int year) MUST_CHECK;

/* As PDF and as HTML, from pdf-templates/evaluation.xml; headings of the HTML moved down by
 * heading_offset. */
enum status
evaluation_pdf(struct buf *out, struct ctx *ctx, const struct evaluation *evaluation, enum lang lang) MUST_CHECK;
enum status evaluation_html(struct buf *out, struct ctx *ctx, const struct evaluation *evaluation, enum lang lang,
    int heading_offset) MUST_CHECK;

/* The PDF as it was published, in bokmål. */
enum status
evaluation_published_pdf(const void **pdf, size_t *len, struct ctx *ctx, const char *scheme_id, int year) MUST_CHECK;

/*
 * Publishes the figures as they stand: figures, moment and PDF are frozen together.
 *
 * seen:    the hash of the figures the leader has read; NULL to publish unread
 * returns: OK; ERR_CONFLICT when that year is published, nobody has been told a decision, or the figures are no longer
 *          those she read;
 *          ERR_FORBIDDEN for others than leaders; ERR_NOT_FOUND when the scheme isn't her unit's
 */
enum status evaluation_publish(struct ctx *ctx, const char *scheme_id, int year, const char *seen) MUST_CHECK;

struct evaluation_row {
	const char *scheme_id, *title;
	enum scheme_area area;
	int year;
	instant published_at; /* 0 for one that isn't published */
	int64_t n, n_open;    /* applications, and those without a told decision, of one that isn't published */
};

enum status evaluation_list(struct evaluation_row **out, size_t *n, struct ctx *ctx) MUST_CHECK;
/* What the unit could publish. */
enum status evaluation_candidates(struct evaluation_row **out, size_t *n, struct ctx *ctx) MUST_CHECK;

/* The public list of grants as CSV: semicolons, UTF-8 with a byte order mark, so that spreadsheets open it right. */
void evaluation_csv(struct buf *out, const struct evaluation *evaluation);

#endif
