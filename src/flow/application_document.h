/* application_document.h — an application as documents: the receipt, and the whole of it. */
#ifndef FLOW_APPLICATION_DOCUMENT_H
#define FLOW_APPLICATION_DOCUMENT_H

#include "core/buf.h"
#include "core/ctx.h"
#include "domain/answers.h"
#include "domain/application.h"

struct doc_data;

/* What is known the moment an application is received. */
struct received {
	const char *number;
	instant at;
	bool late;
	const char *document_hash, *event_hash;
};

/* An application with everything in it. */
struct whole_application {
	struct application application;
	struct answers *answers;
	struct application_facts facts;
	struct application_file *files;
	size_t n_files;
	const char *sent_by; /* the person; "" for a draft */
};

/* Adds what pdf-templates/application.xml asks for, in lang: to a document's data, or to a row of a longer paper. */
void application_document_whole(
    struct doc_data *data, struct ctx *ctx, const struct whole_application *contents, enum lang lang);

/* Data for pdf-templates/receipt.xml: who, when, what happens next, and everything sent. */
struct doc_data *application_document_data(struct ctx *ctx, const struct application *application,
    const struct received *received, const struct answers *answers, const struct application_facts *facts,
    const struct application_file *files, size_t n_files);

/* The receipt as PDF, in the application's written standard. returns: OK; ERR_IO when the document can't be made */
enum status application_document_receipt(struct buf *out, struct ctx *ctx, const struct application *application,
    const struct received *received, const struct answers *answers, const struct application_facts *facts,
    const struct application_file *files, size_t n_files) MUST_CHECK;

#endif
