/* scheme_fuzz.c — any bytes as a scheme: refused with messages, or compiled to something the rest can rely on. */
#include "grammar.h"

#include "scheme/expr.h"
#include "scheme/scheme_compile.h"

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
	RELY(scheme_field_of_type(scheme, FIELD_APPLIED) != NULL || scheme_is_computed(scheme) ||
	     scheme->amount.n_sums > 0);
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

static void
run(struct arena *arena, const uint8_t *bytes, size_t len)
{
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
}

GRAMMAR_FUZZER(&scheme_vocabulary, "tests/fixtures/scheme/small.xml", run)
