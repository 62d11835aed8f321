/* scheme_checked.h — a document that is being written, as the checker sees it: what is wrong, and where in the form. */
#ifndef FLOW_SCHEME_CHECKED_H
#define FLOW_SCHEME_CHECKED_H

#include "core/ctx.h"
#include "scheme/call_plan.h"
#include "scheme/scheme.h"
#include "scheme/vocabulary.h"

struct checked_message {
	int line;         /* 0 when no line is to blame */
	const char *path; /* of the element, document_path.h's; "" for the document as a whole */
	const char *text; /* what is wrong and what to do, in the form's words */
	bool missing;     /* nothing is wrong but that something isn't filled in yet */
};

struct scheme_checked {
	const struct xml_doc *doc;      /* NULL when it can't be read as XML */
	const struct scheme *scheme;    /* NULL when something is wrong, and for calls */
	const struct scheme *owner;     /* of calls: the scheme in force that they are of; NULL for schemes */
	const struct call_plans *plans; /* of calls; NULL when something is wrong, and for schemes */
	struct checked_message *messages;
	size_t n;       /* by line */
	bool more;      /* there were more */
	size_t n_tests; /* examples inside that were run */
};

struct check_store;

/* Lives as long as the process: what it checked last is kept, so that a page shown again costs no checking. */
struct check_store *check_store_new(void);

/*
 * Checks a scheme as before publishing: the document, its parts together, its bodies and its tests.
 *
 * out:      owned by ctx->checks as long as the request lasts, or by ctx->arena when ctx has none
 * document: borrowed
 */
void scheme_check_draft(const struct scheme_checked **out, struct ctx *ctx, const char *document, size_t len);

/* --- for those who check (flow/calls_draft_flow.c) --- */

/* Nothing wrong yet; room for most messages. */
struct scheme_checked *scheme_checked_new(struct arena *arena, const char *ns, const char *document, size_t len);
void scheme_checked_room(struct scheme_checked *checked, struct arena *arena, size_t most);

/* line: 0 when no line is to blame */
void scheme_checked_complaints(struct scheme_checked *checked, struct arena *arena, enum lang lang,
    const struct vocabulary *vocabulary, const struct scheme_messages *messages);

/* How many messages are about the element of that path, or inside it, and how many of them are of what is missing. */
size_t scheme_checked_inside(size_t *missing, const struct scheme_checked *checked, const char *path);

#endif
