/* file_kind.h — what a file is, told from its content; a name proves nothing (R17). */
#ifndef DOMAIN_FILE_KIND_H
#define DOMAIN_FILE_KIND_H

#include "domain/application.h"

/*
 * Recognises PDF, JPEG, PNG, HEIC, and the text documents and spreadsheets of Office and OpenDocument.
 *
 * media_type: a static string
 * returns:    OK; ERR_INVALID for anything else
 */
enum status file_kind_of(enum attachment_kind *kind, const char **media_type, const void *bytes, size_t len) MUST_CHECK;

/* Plain text: of the files beside a case, those we write ourselves from what a person typed. */
#define FILE_OF_WORDS "text/plain; charset=utf-8"

/*
 * The name a file is kept under: without folders, quotes and characters that can't be seen, cut to 120 code points,
 * never empty, and with an ending of its media type, so that whoever opens it opens what was looked for.
 */
const char *file_name_clean(struct arena *arena, const char *name, const char *media_type);

#endif
