/* eligibility.c — runs the rules, one result each. */
#include "domain/eligibility.h"

#include <string.h>

#include "core/catalogue.h"

static void
add(struct eligibility *to, const struct rule_result *result)
{
	to->rules[to->n++] = *result;
}

static void
add_applicant(struct eligibility *to, const struct rule_view *view, enum lang lang)
{
	const struct scheme_applicant *applicant = scheme_applicant(view->scheme, view->facts->applicant);

	if (view->scheme->n_applicants > 0)
		add(to, &(struct rule_result){ RULE_ID_APPLICANT, "", applicant != NULL ? RULE_PASSED : RULE_FAILED,
			    RULE_KNOCK_OUT, RULE_DISMISSAL, tr(lang, "Søkeren må være en av dem ordningen er for.") });
	if (applicant != NULL && applicant->needs_voluntary_register)
		add(to,
		    &(struct rule_result){ RULE_ID_REGISTER, "",
			view->facts->in_voluntary_register ? RULE_PASSED : RULE_FAILED, RULE_KNOCK_OUT, RULE_DISMISSAL,
			tr(lang, "Organisasjonen må stå i Frivillighetsregisteret når søknaden sendes. Den kan "
				 "registreres på brreg.no.") });
}

static void
add_rule(struct eligibility *to, struct rule_view *view, const struct scheme_rule *rule, enum lang lang)
{
	struct rule_result result = { .id = rule->id,
		.section = "",
		.severity = rule->severity,
		.outcome = rule->outcome,
		.reason = lang_pick(&rule->reason, lang) };

	if (rule->test == NULL)
		result.verdict = RULE_FOR_OFFICER;
	else
		result.verdict = expr_passes(rule->test, &view->env) ? RULE_PASSED : RULE_FAILED;
	add(to, &result);
}

static void
conclude(struct eligibility *e)
{
	e->eligible = true;
	for (size_t i = 0; i < e->n; i++) {
		const struct rule_result *result = &e->rules[i];

		if (result->severity != RULE_KNOCK_OUT)
			continue;
		e->for_officer |= result->verdict == RULE_FOR_OFFICER;
		if (result->verdict != RULE_FAILED)
			continue;
		if (e->eligible || (e->outcome == RULE_REJECTION && result->outcome == RULE_DISMISSAL)) {
			e->outcome = result->outcome;
			e->because = result->id;
		}
		e->eligible = false;
	}
}

void
eligibility_of(struct eligibility *out, struct rule_view *view, enum lang lang)
{
	memset(out, 0, sizeof(*out));
	out->rules = arena_array(view->arena, view->scheme->n_rules + 2, sizeof(*out->rules));
	add_applicant(out, view, lang);
	for (size_t i = 0; i < view->scheme->n_rules; i++)
		add_rule(out, view, &view->scheme->rules[i], lang);
	conclude(out);
}

char *
eligibility_warning(struct arena *arena, const struct rule_result *result, enum lang lang)
{
	if (result->severity == RULE_WARNING)
		return (arena_strdup(arena, result->reason));
	if (result->outcome == RULE_DISMISSAL)
		return (tr_printf(arena, lang,
		    "%s Dere kan sende søknaden likevel, men da blir den trolig avvist uten å bli "
		    "vurdert.",
		    result->reason));
	return (tr_printf(
	    arena, lang, "%s Dere kan sende søknaden likevel, men da får dere trolig avslag.", result->reason));
}
