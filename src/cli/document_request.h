/* document_request.h — what "tilskudd document" was asked for, shared by its verbs. */
#ifndef CLI_DOCUMENT_REQUEST_H
#define CLI_DOCUMENT_REQUEST_H

#include "cli/command.h"

struct document_request {
	struct ctx *ctx;
	const char *name;      /* of a type, or of a template with templates */
	const char *templates; /* a folder of templates to try; NULL for those in force */
	const char *number;    /* --case */
	const char *scheme;    /* --scheme: an id, or a file */
	const char *data, *out, *by;
	int year, round, list; /* 0: not said */
	int version, draft;    /* of an application; 0: not said */
	bool has_lang, json;
	bool html, docx, xml; /* in place of PDF */
	bool allow_uncovered;
	enum lang lang;
};

/* Tells what went wrong on standard error and answers EXIT_FAILED. */
int document_failed(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * Connects as whoever reads: the person --by names, with the rights she has in the browser; without --by the county
 * itself, since whoever may run this may read the database anyway. Tells why not.
 */
bool document_reader_open(struct document_request *request);

/* The verbs; each answers EXIT_*. */
int document_versions_run(struct document_request *request);
int document_render_run(struct document_request *request);

#endif
