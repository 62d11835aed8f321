/* scheme_fuzz.c — any bytes as a scheme: refused with messages, or compiled to something the rest can rely on. */
#include "grammar.h"

#include "core/crypto.h"
#include "scheme/expr.h"
#include "scheme/scheme_compile.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
int LLVMFuzzerInitialize(int *argc, char ***argv);
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t len, size_t max);
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed);

static char *base;
static size_t base_len;

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	base = grammar_base(&base_len, "tests/fixtures/scheme/small.xml");
	atexit(grammar_report);
	return (crypto_start() == OK ? 0 : 1);
}

#define RELY(what)                                                                                                     \
	do {                                                                                                           \
		if (!(what)) {                                                                                         \
			fprintf(stderr, "a checked scheme breaks its promise: %s\n", #what);                           \
			abort();                                                                                       \
		}                                                                                                      \
	} while (0)

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
	RELY(title != NULL && title->label.in[LANG_NN] != NULL);
	RELY(scheme_field_of_type(scheme, FIELD_APPLIED) != NULL || scheme_is_computed(scheme));
	RELY((scheme->distribution == DISTRIBUTION_FORMULA) == (scheme->sharing.n_pots > 0));
	RELY(share == 10000);
	RELY(scheme->method != CRITERIA_WEIGHTED || weight == 100);
	RELY(scheme->method != CRITERIA_OVERALL || weight == 0);
	RELY(scheme->n_levels > 0 && scheme->levels[scheme->n_levels - 1].up_to.ore < 0);
	RELY(strlen(scheme->version_hash) == 64);
	RELY(scheme->title.in[LANG_NB] != NULL && scheme->title.in[LANG_NN] != NULL);
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

/* Two of three inputs are a document changed as the vocabulary says; the rest are bytes changed anyhow. */
size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed)
{
	struct arena *arena = arena_new(0);
	struct grammar grammar = { .arena = arena, .state = seed, .vocabulary = &scheme_vocabulary };
	char *text = NULL;
	size_t made = 0;

	if (grammar_pick(&grammar, 3) > 0)
		text = grammar_document(&made, &grammar, (const char *)bytes, len);
	if (text == NULL && grammar_pick(&grammar, 3) > 0)
		text = grammar_document(&made, &grammar, base, base_len);
	if (!grammar_use(bytes, &len, max, text, made))
		len = LLVMFuzzerMutate(bytes, len, max);
	arena_free(arena);
	return (len);
}
