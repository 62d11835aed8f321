/* urlencoded_fuzz.c — any bytes as a urlencoded body and as a piece of a path: read under the limits, or refused. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "web/form_body.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct form_limits limits = { .fields = 200, .text_bytes = 4096, .file_bytes = 4096, .files = 4 };
	struct arena *arena = arena_new(0);
	struct form form = { .n_fields = 0 };
	enum form_fault fault = FORM_FINE;
	const char *piece, *again;
	enum status st = form_body_read(
	    &form, &fault, arena, "application/x-www-form-urlencoded", (const char *)bytes, len, &limits);

	if ((st == OK) != (fault == FORM_FINE) || form.n_fields > limits.fields || form.n_files != 0)
		abort();
	/* What came through is clean: cleaning it again changes nothing. */
	for (size_t i = 0; i < form.n_fields; i++)
		if (text_clean(&again, NULL, arena, form.fields[i].value, strlen(form.fields[i].value)) != OK ||
		    strcmp(again, form.fields[i].value) != 0)
			abort();
	if (form_piece_decode(&piece, arena, (const char *)bytes, len) == OK && strlen(piece) > len * 4)
		abort();
	arena_free(arena);
	return (0);
}
