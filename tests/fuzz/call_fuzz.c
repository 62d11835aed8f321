/* call_fuzz.c — any bytes as a scheme's calls: refused with messages, or compiled to something the rest can rely on. */
#include "grammar.h"

#include "domain/call_change.h"
#include "scheme/call_compile.h"

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

static void
run(struct arena *arena, const uint8_t *bytes, size_t len)
{
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
}

GRAMMAR_FUZZER(&call_vocabulary, "tests/fixtures/call/small.xml", run)
