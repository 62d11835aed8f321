/* splice_fuzz.c — changes to any document leave it well formed and the rest of its bytes as they were. */
#include <stdint.h>

#include "../unit/splice_check.h"
#include "scheme/scheme_splice.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* Sixty-four bytes of choices, then a document. */
#define CHOICES 64

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_new(0);
	struct splice_choices choices = { bytes, len < CHOICES ? len : CHOICES };
	struct xml_error error = { 0 };
	struct xml_doc *doc = NULL;

	if (len > CHOICES &&
	    xml_read(&doc, &error, arena, NULL, "fuzz.xml", (const char *)bytes + CHOICES, len - CHOICES) == OK)
		for (int i = 0; i < 6; i++)
			doc = splice_step(arena, doc, &choices);
	arena_free(arena);
	return (0);
}
