/* form_multipart.h — what the two readers of form bodies share; nobody else includes it. */
#ifndef WEB_FORM_MULTIPART_H
#define WEB_FORM_MULTIPART_H

#include <stdbool.h>

#include "web/form_body.h"

struct form_reader {
	struct arena *arena;
	const struct form_limits *limits;
	struct form form;
	size_t cap_fields, text_bytes;
	enum form_fault fault;
};

/* Notes the fault and returns the status that belongs to it. */
enum status form_fail(struct form_reader *reader, enum form_fault fault) MUST_CHECK;

enum status form_field_add(
    struct form_reader *reader, const char *name, size_t name_len, const char *value, size_t value_len) MUST_CHECK;

/* Writes at most len bytes to `to`, which may be `from`; returns how many. */
size_t form_percent_decode(char *to, const char *from, size_t len, bool plus_is_space);

/* Reads multipart/form-data (source: RFC 7578 and RFC 2046 section 5.1). */
enum status
form_multipart_read(struct form_reader *reader, const char *content_type, const char *bytes, size_t len) MUST_CHECK;

#endif
