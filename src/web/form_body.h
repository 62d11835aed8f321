/* form_body.h — reads what a form sent: application/x-www-form-urlencoded and multipart/form-data, under limits. */
#ifndef WEB_FORM_BODY_H
#define WEB_FORM_BODY_H

#include <stddef.h>

#include "core/arena.h"
#include "core/status.h"

/* A posted field: clean UTF-8, NFC, LF line ends. Order, repetition and empty values are kept. */
struct form_field {
	const char *name;
	const char *value;
};

struct form_file {
	const char *field;
	const char *name;           /* without folders, at most 200 code points; "" when none was chosen */
	const char *media_type;     /* as the browser claims; never to be trusted */
	const unsigned char *bytes; /* borrowed from the body */
	size_t len;
};

struct form {
	struct form_field *fields;
	size_t n_fields;
	struct form_file *files;
	size_t n_files;
	size_t removed; /* control characters taken out of the texts */
};

struct form_limits {
	size_t fields;     /* fields and files together */
	size_t text_bytes; /* names and values together, decoded */
	size_t file_bytes; /* each file */
	size_t files;
};

/* A whole application on one page is some hundred fields; the largest text field is 40,000 characters. */
#define FORM_FIELDS_MAX 2000
#define FORM_TEXT_BYTES_MAX ((size_t)1024 * 1024)
#define FORM_FILE_BYTES_MAX ((size_t)20 * 1024 * 1024)
#define FORM_FILES_MAX 20

/* What was wrong, for the words on the error page. */
enum form_fault {
	FORM_FINE,
	FORM_NOT_UTF8,
	FORM_BROKEN, /* cut short, or not as the standard says (RFC 7578) */
	FORM_TYPE,   /* another content type than the two */
	FORM_TOO_MANY,
	FORM_TOO_LONG,
	FORM_FILE_TOO_LARGE
};

/*
 * Reads a body in linear time.
 *
 * out:     arena; files point into bytes; untouched unless OK
 * fault:   set unless OK
 * limits:  NULL: those above
 * returns: OK; ERR_INVALID for FORM_NOT_UTF8, FORM_BROKEN and FORM_TYPE; ERR_TOO_LARGE for the others
 */
enum status form_body_read(struct form *out, enum form_fault *fault, struct arena *arena, const char *content_type,
    const char *bytes, size_t len, const struct form_limits *limits) MUST_CHECK;

/* The part of an address after '?', read as a urlencoded body. */
enum status
form_query_read(struct form *out, enum form_fault *fault, struct arena *arena, const char *query) MUST_CHECK;

/*
 * Percent-decodes one piece of a path.
 *
 * returns: OK; ERR_INVALID when it is not UTF-8 or holds control characters
 */
enum status form_piece_decode(const char **out, struct arena *arena, const char *piece, size_t len) MUST_CHECK;

/* The first field of that name, or NULL. */
const struct form_field *form_find(const struct form *form, const char *name);

#endif
