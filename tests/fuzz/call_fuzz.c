/* call_fuzz.c — any bytes as a scheme's calls: refused with messages, or compiled to something the rest can rely on. */
#include "grammar.h"

#include "core/crypto.h"
#include "domain/call_change.h"
#include "scheme/call_compile.h"

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
	base = grammar_base(&base_len, "tests/fixtures/call/small.xml");
	atexit(grammar_report);
	return (crypto_start() == OK ? 0 : 1);
}

#define RELY(what)                                                                                                     \
	do {                                                                                                           \
		if (!(what)) {                                                                                         \
			fprintf(stderr, "a checked call breaks its promise: %s\n", #what);                             \
			abort();                                                                                       \
		}                                                                                                      \
	} while (0)

/* What checked calls promise, and what is said of them in every language and at every turn. */
static void
rely_on(struct arena *arena, const struct call_plan *plan)
{
	struct call call = { .id = 1,
		.year = plan->year,
		.round = plan->round,
		.kind = plan->kind,
		.opens_at = plan->opens_at,
		.closes_at = plan->closes_at,
		.main_closes_at = plan->main_closes_at,
		.before_start = plan->before_start,
		.answer_by = plan->answer_by,
		.answer_weeks = plan->answer_weeks,
		.status = plan->status };
	const struct date start = { 2028, 2, 29 };

	RELY(plan->opens_at < plan->closes_at);
	RELY((plan->kind == CALL_MAIN_THEN_CONTINUOUS) == (plan->main_closes_at != 0));
	RELY(plan->kind != CALL_RELATIVE || plan->before_start.count > 0);
	RELY(!date_none(plan->answer_by) || plan->answer_weeks > 0);
	RELY(plan->contact.name != NULL && strchr(plan->contact.email, '@') != NULL);
	RELY(call_due_at(&call, start) <= plan->closes_at);
	for (int lang = 0; lang < LANG__MAX; lang++) {
		RELY(*call_when_short(arena, &call, plan->opens_at, (enum lang)lang) != '\0');
		RELY(*call_deadline_sentence(arena, &call, start, plan->closes_at, (enum lang)lang) != '\0');
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena *arena = arena_new(0);
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct call_plans *plans = NULL;
	enum status st = call_compile(&plans, &messages, arena, "fuzz.xml", (const char *)bytes, len);

	if ((st == OK) != (plans != NULL) || (st == OK) != (messages.n == 0))
		abort();
	for (size_t i = 0; i < messages.n; i++)
		if (strchr(scheme_message_line(&messages, i), ';') == NULL)
			abort();
	for (size_t i = 0; plans != NULL && i < plans->n_calls; i++)
		rely_on(arena, &plans->calls[i]);
	arena_free(arena);
	return (0);
}

/* Two of three inputs are a document changed as the vocabulary says; the rest are bytes changed anyhow. */
size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t len, size_t max, unsigned seed)
{
	struct arena *arena = arena_new(0);
	struct grammar grammar = { .arena = arena, .state = seed, .vocabulary = &call_vocabulary };
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
