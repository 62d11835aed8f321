/* scheme_fuzz.c — any bytes as a scheme: refused with messages, or compiled to something the rest can rely on. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/crypto.h"
#include "scheme/expr.h"
#include "scheme/scheme_compile.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
int LLVMFuzzerInitialize(int *argc, char ***argv);

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	return (crypto_start() == OK ? 0 : 1);
}

/* What checked schemes promise. */
static void
rely_on(const struct scheme *scheme)
{
	const struct scheme_field *title = scheme_field_of_role(scheme, FIELD_ROLE_TITLE);
	int64_t share = 0, weight = 0;

	for (size_t i = 0; i < scheme->n_payment; i++)
		share += scheme->payment[i].share;
	for (size_t i = 0; i < scheme->n_criteria; i++)
		weight += scheme->criteria[i].weight;
	if (title == NULL || scheme_field_of_type(scheme, FIELD_APPLIED) == NULL || share != 10000 ||
	    weight != (scheme->method == CRITERIA_WEIGHTED ? 100 : 0) || scheme->n_levels == 0 ||
	    scheme_level(scheme, MONEY_MAX)->up_to.ore >= 0 || strlen(scheme->version_hash) != 64 ||
	    scheme->title.in[LANG_NB] == NULL || scheme->title.in[LANG_NN] == NULL || title->label.in[LANG_NN] == NULL)
		abort();
}

/* The canonical form is a scheme with the same name. */
static void
round_trip(struct arena *arena, const struct scheme *scheme, const char *xml, size_t len)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct scheme *again;
	char *form;

	if (scheme_canonical(&form, &messages, arena, "fuzz.xml", xml, len) != OK ||
	    scheme_compile(&again, &messages, arena, "fuzz.xml", form, strlen(form)) != OK ||
	    strcmp(again->version_hash, scheme->version_hash) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_new(0);
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct scheme *scheme = NULL;
	enum status st = scheme_compile(&scheme, &messages, arena, "fuzz.xml", (const char *)bytes, len);

	if ((st == OK) != (scheme != NULL) || (st == OK) != (messages.n == 0))
		abort();
	for (size_t i = 0; i < messages.n; i++)
		if (strchr(scheme_message_line(&messages, i), ';') == NULL)
			abort();
	if (scheme != NULL) {
		rely_on(scheme);
		round_trip(arena, scheme, (const char *)bytes, len);
	}
	arena_free(arena);
	return (0);
}
