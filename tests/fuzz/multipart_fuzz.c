/* multipart_fuzz.c — any bytes as a content type, a line end and a multipart body: read under the limits, or refused.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "web/form_body.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void
form_check(const struct form *form, const char *body, size_t len, const struct form_limits *limits)
{
	if (form->n_fields + form->n_files > limits->fields || form->n_files > limits->files)
		abort();
	for (size_t i = 0; i < form->n_files; i++) {
		const char *file = (const char *)form->files[i].bytes;

		if (form->files[i].len > limits->file_bytes || file < body || file + form->files[i].len > body + len ||
		    text_length(form->files[i].name) > 200)
			abort();
	}
}

/* The first line is the value of Content-Type behind "multipart/form-data"; without one the boundary is "x". */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct form_limits limits = { .fields = 50, .text_bytes = 4096, .file_bytes = 2048, .files = 4 };
	struct arena *arena = arena_new(0);
	struct form form = { .n_fields = 0 };
	enum form_fault fault = FORM_FINE;
	const char *text = arena_memdup(arena, len == 0 ? (const uint8_t *)"" : bytes, len == 0 ? 1 : len);
	const char *line = memchr(text, '\n', len);
	const char *type = "multipart/form-data; boundary=x", *body = text;
	enum status st;

	if (line != NULL) {
		type = arena_printf(arena, "multipart/form-data;%.*s", (int)(line - text), text);
		body = line + 1;
	}
	len -= (size_t)(body - text);
	st = form_body_read(&form, &fault, arena, type, body, len, &limits);
	if ((st == OK) != (fault == FORM_FINE))
		abort();
	form_check(&form, body, len, &limits);
	arena_free(arena);
	return (0);
}
