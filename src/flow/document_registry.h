/* document_registry.h — every kind of document there is: its name, its template, what it is of and who composes it. */
#ifndef FLOW_DOCUMENT_REGISTRY_H
#define FLOW_DOCUMENT_REGISTRY_H

#include "core/buf.h"
#include "core/ctx.h"
#include "doc/doc_data.h"
#include "scheme/scheme.h"

enum document_of {
	DOCUMENT_OF_CASE,   /* an application */
	DOCUMENT_OF_CALL,   /* a call's list */
	DOCUMENT_OF_SCHEME, /* a scheme as it is in force, with its calls */
	DOCUMENT_OF_YEAR,   /* a scheme's year */
	DOCUMENT_OF_COUNTY  /* all schemes */
};

/* "case", "call", "scheme", "year", "county" */
const char *document_of_code(enum document_of of);

/* What a document is asked for; what its kind has no use for is not read. */
struct document_asked {
	int64_t application_id;      /* 0: none */
	int64_t call_id;             /* 0: none */
	int batch;                   /* of the call's lists; 0 for the one that is worked with */
	const char *scheme_id;       /* NULL: none */
	const struct scheme *scheme; /* a scheme that isn't published, in place of scheme_id; or NULL */
	int year;
	int version;     /* of an application, from 1 as it was sent; 0 for what is there now */
	const char *url; /* the installation's address, without a last slash; "" when it can't be told */
	bool has_lang;   /* else the language it would be sent in */
	enum lang lang;
};

/* A document ready to be painted. */
struct document {
	const struct document_type *type;
	struct doc_data *data;
	enum lang lang;
	instant made_at;  /* of the case, so that the same case gives the same bytes */
	const char *note; /* what whoever asked should know of it, in English; NULL for nothing */
};

/* returns: OK; ERR_NOT_FOUND when it isn't there or isn't theirs; ERR_UNAVAILABLE, ERR_DB */
typedef enum status document_compose(struct document *out, struct ctx *ctx, const struct document_asked *asked);
/* The PDF as it was kept. returns: also ERR_NOT_FOUND when none is kept yet */
typedef enum status document_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_asked *asked);

struct document_type {
	const char *name;     /* also of its sample data, NAME.xml or NAME-variant.xml in tests/fixtures/doc/data */
	const char *template; /* in pdf-templates/ */
	enum document_of of;
	const char *about; /* for those who choose among them, in English */
	document_compose *compose;
	document_kept *kept; /* what is frozen when it is sent, locked or published; NULL for none */
};

/* Every type; *n of them. */
const struct document_type *document_types(size_t *n);

/* NULL when there is none of that name. */
const struct document_type *document_type(const char *name);

/* returns: as compose, with *out filled in */
enum status
document_make(struct document *out, struct ctx *ctx, const char *name, const struct document_asked *asked) MUST_CHECK;

/* As it was frozen. returns: as document_kept; ERR_NOT_FOUND too for a type that keeps none */
enum status document_as_kept(const void **pdf, size_t *len, struct ctx *ctx, const struct document_type *type,
    const struct document_asked *asked) MUST_CHECK;

/*
 * The document as PDF, as HTML with headings moved down, as DOCX. What a font lacks is shown as a mark and never stops
 * it.
 *
 * returns: OK; ERR_INVALID when data is missing, which is logged; ERR_IO, ERR_LIMIT
 */
enum status document_pdf(struct buf *out, struct ctx *ctx, const struct document *document) MUST_CHECK;
enum status
document_html(struct buf *out, struct ctx *ctx, const struct document *document, int heading_offset) MUST_CHECK;
enum status document_docx(struct buf *out, struct ctx *ctx, const struct document *document) MUST_CHECK;

#endif
