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

/* A file name without folders, control characters or quotes, at most 120 code points, never empty. */
const char *file_name_clean(struct arena *arena, const char *name);

#endif
