/* eligibility.c — runs the rules, one result each. */
#include "domain/eligibility.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/aid_limit.h"
#include "domain/rule_words.h"

/* What is being judged, and where the results go. */
struct judging {
	struct eligibility *to;
	struct rule_view *view;
	enum lang lang;
};

static void
add(struct judging *j, const struct rule_result *result)
{
	j->to->rules[j->to->n] = *result;
	if (result->field == NULL)
		j->to->rules[j->to->n].field = j->to->rules[j->to->n].section = "";
	if (result->explanation == NULL)
		j->to->rules[j->to->n].explanation = "";
	j->to->n++;
}

/* The county's words, or the usual ones. */
static const char *
told(const struct judging *j, const struct lang_text *own, const char *usual)
{
	const char *text = lang_pick(own, j->lang);

	return (*text != '\0' ? text : usual);
}

/* --- who applies -------------------------------------------------------------------------------------------------- */

static enum rule_verdict
registers_verdict(const struct application_facts *facts, unsigned registers)
{
	bool unknown = false;

	for (int kind = 0; kind < REGISTER__MAX; kind++) {
		enum standing standing;

		if ((registers & (1u << kind)) == 0)
			continue;
		standing = register_standing(facts, (enum register_kind)kind);
		if (standing == STANDS_IN)
			return (RULE_PASSED);
		unknown |= standing == STANDS_UNKNOWN;
	}
	return (unknown ? RULE_FOR_OFFICER : RULE_FAILED);
}

/* "Norges idrettsforbund, Det frivillige skyttervesen eller Norges bilsportforbund" */
static const char *
register_list(const struct judging *j, unsigned registers)
{
	const char *names[REGISTER__MAX];
	size_t n = 0;

	for (int kind = 0; kind < REGISTER__MAX; kind++)
		if ((registers & (1u << kind)) != 0)
			names[n++] = register_names[kind];
	return (text_join(j->view->arena, names, n, tr(j->lang, " eller ")));
}

static const char *
requirement_text(const struct judging *j, const struct scheme_requirement *requirement)
{
	if (requirement->registers == 1u << REGISTER_VOLUNTARY)
		return (tr(j->lang, "Organisasjonen må stå i Frivillighetsregisteret når søknaden sendes. Den kan "
				    "registreres på brreg.no."));
	return (tr_printf(
	    j->view->arena, j->lang, "Søkeren må være registrert i %s.", register_list(j, requirement->registers)));
}

static void
add_requirement(struct judging *j, const struct scheme_requirement *requirement)
{
	struct rule_result result = { .id = requirement_id(requirement),
		.severity = RULE_KNOCK_OUT,
		.outcome = requirement->outcome,
		.settled = true };

	if (!expr_applies(requirement->when, &j->view->env, true))
		return;
	result.verdict = registers_verdict(j->view->facts, requirement->registers);
	result.reason = told(j, &requirement->text, requirement_text(j, requirement));
	add(j, &result);
}

static bool
lists(const char *codes, const char *form)
{
	return (codes != NULL && text_lists(codes, form));
}

static enum rule_verdict
form_verdict(const struct scheme_form_rule *rule, const char *form)
{
	if (text_blank(form) || lists(rule->ask, form))
		return (RULE_FOR_OFFICER);
	if (rule->allow != NULL)
		return (lists(rule->allow, form) ? RULE_PASSED : RULE_FAILED);
	return (lists(rule->deny, form) ? RULE_FAILED : RULE_PASSED);
}

static void
add_form_rule(struct judging *j, const struct scheme_form_rule *rule, size_t i)
{
	const char *form = j->view->facts->organisation_form;
	struct rule_result result = { .severity = RULE_KNOCK_OUT, .outcome = rule->outcome, .settled = true };

	if (!expr_applies(rule->when, &j->view->env, true))
		return;
	result.id = i == 0 ? RULE_ID_FORM : arena_printf(j->view->arena, "%s-%zu", RULE_ID_FORM, i + 1);
	result.verdict = form_verdict(rule, form);
	result.reason =
	    told(j, &rule->text, tr(j->lang, "Denne organisasjonsformen kan ikke få tilskudd fra ordningen."));
	if (!text_blank(form))
		result.explanation =
		    tr_printf(j->view->arena, j->lang, "Organisasjonsformen i registeret er %s.", form);
	add(j, &result);
}

static void
add_applicant(struct judging *j)
{
	const struct rule_view *view = j->view;
	const struct scheme_applicant *applicant = scheme_applicant(view->scheme, view->facts->applicant);

	if (view->scheme->n_applicants > 0)
		add(j, &(struct rule_result){ .id = RULE_ID_APPLICANT,
			   .verdict = applicant != NULL ? RULE_PASSED : RULE_FAILED,
			   .severity = RULE_KNOCK_OUT,
			   .outcome = RULE_DISMISSAL,
			   .settled = true,
			   .reason = tr(j->lang, "Søkeren må være en av dem ordningen er for.") });
	if (applicant == NULL)
		return;
	for (size_t i = 0; i < applicant->n_requires; i++)
		add_requirement(j, &applicant->requires[i]);
	for (size_t i = 0; i < applicant->n_forms; i++)
		add_form_rule(j, &applicant->forms[i], i);
}

/* --- the scheme's own --------------------------------------------------------------------------------------------- */

static enum rule_verdict
test_verdict(const struct judging *j, const struct expr *test)
{
	if (test == NULL)
		return (RULE_FOR_OFFICER);
	return (expr_passes(test, &j->view->env) ? RULE_PASSED : RULE_FAILED);
}

/* One way that holds is enough; an alternative nobody has answered doesn't hold yet. */
static enum rule_verdict
ways_judge(struct rule_result *result, const struct judging *j, const struct scheme_rule *rule)
{
	enum rule_verdict verdict = RULE_FAILED;

	result->ways = arena_array(j->view->arena, rule->n_alternatives, sizeof(*result->ways));
	for (size_t i = 0; i < rule->n_alternatives; i++) {
		const struct scheme_alternative *way = &rule->alternatives[i];
		enum rule_verdict one = way->test == NULL                               ? RULE_FOR_OFFICER
					: expr_applies(way->test, &j->view->env, false) ? RULE_PASSED
											: RULE_FAILED;

		result->ways[result->n_ways++] = (struct rule_way){ way->id, lang_pick(&way->text, j->lang), one };
		if (one == RULE_PASSED || (one == RULE_FOR_OFFICER && verdict == RULE_FAILED))
			verdict = one;
	}
	return (verdict);
}

/* An alternative that is absent may come to hold yet. */
static bool
ways_settled(const struct judging *j, const struct scheme_rule *rule)
{
	struct expr_value value;

	for (size_t i = 0; i < rule->n_alternatives; i++) {
		const struct expr *test = rule->alternatives[i].test;

		if (test == NULL)
			continue;
		expr_eval(&value, test, &j->view->env);
		if (value.type == EXPR_ABSENT || !expr_settled(test, &j->view->env))
			return (false);
	}
	return (true);
}

static const struct scheme_field *
first_question(const struct rule_view *view, const struct expr *expr)
{
	const struct scheme_field *field = NULL;
	const char **names;
	size_t n;

	if (expr == NULL)
		return (NULL);
	names = expr_names(&n, view->arena, expr);
	for (size_t i = 0; i < n && field == NULL; i++)
		field = field_of_name(view->scheme, names[i]);
	return (field);
}

/* Where the first question stands that the rule rests on. */
static void
place(struct rule_result *result, const struct rule_view *view, const struct scheme_rule *rule)
{
	const struct scheme_field *field = first_question(view, rule->test);

	for (size_t i = 0; i < rule->n_alternatives && field == NULL; i++)
		field = first_question(view, rule->alternatives[i].test);
	if (field == NULL)
		field = first_question(view, rule->when);
	if (field == NULL)
		return;
	result->field = field->id;
	result->section = section_of_field(view->scheme, field);
}

static bool
rule_holds(const struct judging *j, const struct scheme_rule *rule)
{
	return ((rule->kinds == 0 || (rule->kinds & (1u << j->view->facts->applicant)) != 0) &&
		expr_applies(rule->when, &j->view->env, true));
}

static void
add_rule(struct judging *j, const struct scheme_rule *rule)
{
	struct rule_result result = { .id = rule->id,
		.severity = rule->severity,
		.outcome = rule->outcome,
		.rule = rule,
		.reason = lang_pick(&rule->reason, j->lang) };

	if (!rule_holds(j, rule))
		return;
	if (rule->n_alternatives > 0) {
		result.verdict = ways_judge(&result, j, rule);
		result.settled = ways_settled(j, rule);
	} else {
		result.verdict = test_verdict(j, rule->test);
		result.settled = expr_settled(rule->test, &j->view->env);
	}
	place(&result, j->view, rule);
	add(j, &result);
}

/* --- state aid ---------------------------------------------------------------------------------------------------- */

/* What it is about: the sum applied for, or the fixed one where nobody asks for a sum. */
static bool
sum_sought(money *out, const struct judging *j)
{
	const struct scheme_amount *amount = &j->view->scheme->amount;

	*out = j->view->sums.applied;
	if (j->view->sums.has_applied || scheme_asks_sum(j->view->scheme) || amount->levels)
		return (j->view->sums.has_applied);
	for (size_t i = 0; i < amount->n_sums; i++)
		if (expr_applies(amount->sums[i].when, &j->view->env, true)) {
			*out = amount->sums[i].sum;
			return (true);
		}
	return (false);
}

/* The scheme's own ceiling and the law's limit of the day: the lower counts. False when there is neither. */
static bool
aid_most(money *out, const struct aid_limit **law, const struct judging *j)
{
	const struct scheme_state_aid *aid = &j->view->scheme->state_aid;

	*law = aid_limit_at(aid_limits_used(), aid->basis, j->view->facts->today);
	*out = aid->ceiling;
	if (*law != NULL && (*law)->sum.ore >= 0 && (out->ore < 0 || money_cmp((*law)->sum, *out) < 0))
		*out = (*law)->sum;
	return (out->ore >= 0);
}

static const char *
aid_reason(const struct judging *j, const struct aid_limit *law, money most)
{
	if (law != NULL && law->sum.ore >= 0)
		return (tr_printf(j->view->arena, j->lang, "%s Grensen står i %s.",
		    aid_limit_text(j->view->arena, law, most, j->lang), law->source));
	return (tr_printf(j->view->arena, j->lang,
	    "Et foretak kan få høyst %s i bagatellmessig støtte i løpet av tre år.", money_show(j->view->arena, most)));
}

/* De minimis adds up over three years: what the applicant declares and what the county knows it gave. */
static money
aid_in_all(const char **told, const struct judging *j, money sought)
{
	const struct scheme_state_aid *aid = &j->view->scheme->state_aid;
	struct arena *arena = j->view->arena;
	money declared = MONEY_ZERO, own = MONEY_ZERO, all;

	if (strcmp(aid->basis, STATE_AID_DE_MINIMIS) != 0) {
		*told = tr_printf(arena, j->lang, "Søkt om nå: %s.", money_show(arena, sought));
		return (sought);
	}
	if (aid->declared != NULL)
		(void)!money_parse(&declared, answers_get(j->view->answers, aid->declared));
	if (j->view->facts->history != NULL)
		own = history_de_minimis(j->view->facts->history);
	all = money_add(money_add(declared, own), sought);
	*told = tr_printf(arena, j->lang,
	    "Oppgitt fra andre: %s. Fra fylkeskommunen de siste tre årene: %s. Søkt om nå: %s. Til sammen: %s.",
	    money_show(arena, declared), money_show(arena, own), money_show(arena, sought), money_show(arena, all));
	return (all);
}

/* Support to undertakings against what the law lets them have (R28). */
static void
add_state_aid(struct judging *j)
{
	const struct scheme_field *applied = scheme_field_of_type(j->view->scheme, FIELD_APPLIED);
	struct rule_result result = { .id = RULE_ID_STATE_AID, .severity = RULE_WARNING, .settled = true };
	const struct aid_limit *law;
	money sought, most;

	if (j->view->scheme->state_aid.basis == NULL || !sum_sought(&sought, j) || !aid_most(&most, &law, j))
		return;
	result.field = applied == NULL ? NULL : applied->id;
	result.section = section_of_type(j->view->scheme, FIELD_APPLIED);
	result.verdict = money_cmp(aid_in_all(&result.explanation, j, sought), most) > 0 ? RULE_FAILED : RULE_PASSED;
	result.reason = aid_reason(j, law, most);
	add(j, &result);
}

static void
conclude(struct eligibility *e)
{
	e->eligible = true;
	e->for_officer = false;
	e->because = NULL;
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

bool
eligibility_judge(struct eligibility *eligibility, const char *rule, bool passed)
{
	for (size_t i = 0; i < eligibility->n; i++) {
		struct rule_result *result = &eligibility->rules[i];

		if (result->verdict != RULE_FOR_OFFICER || strcmp(result->id, rule) != 0)
			continue;
		result->verdict = passed ? RULE_PASSED : RULE_FAILED;
		result->settled = true;
		conclude(eligibility);
		return (true);
	}
	return (false);
}

/* One for who applies, one for state aid, and one for each of the rest at most. */
static size_t
most_results(const struct scheme *scheme)
{
	size_t n = scheme->n_rules + 2;

	for (size_t i = 0; i < scheme->n_applicants; i++)
		n += scheme->applicants[i].n_requires + scheme->applicants[i].n_forms;
	return (n);
}

void
eligibility_of(struct eligibility *out, struct rule_view *view, enum lang lang)
{
	struct judging j = { out, view, lang };

	memset(out, 0, sizeof(*out));
	out->rules = arena_array(view->arena, most_results(view->scheme), sizeof(*out->rules));
	add_applicant(&j);
	for (size_t i = 0; i < view->scheme->n_rules; i++)
		add_rule(&j, &view->scheme->rules[i]);
	add_state_aid(&j);
	conclude(out);
}

void
eligibility_explain(struct eligibility *eligibility, struct rule_view *view, enum lang lang)
{
	for (size_t i = 0; i < eligibility->n; i++) {
		struct rule_result *result = &eligibility->rules[i];

		if (result->rule != NULL && result->rule->test != NULL)
			result->explanation = rule_explain(view, result->rule->test, lang);
	}
}

char *
eligibility_warning(struct arena *arena, const struct rule_result *result, enum lang lang)
{
	const char *told = *result->explanation == '\0'
			       ? result->reason
			       : arena_printf(arena, "%s %s", result->reason, result->explanation);

	if (result->verdict == RULE_FOR_OFFICER)
		return (tr_printf(arena, lang, "%s En saksbehandler ser på dette når søknaden er sendt.", told));
	if (result->severity == RULE_WARNING)
		return (arena_strdup(arena, told));
	if (result->outcome == RULE_DISMISSAL)
		return (tr_printf(arena, lang,
		    "%s Dere kan sende søknaden likevel, men da blir den trolig avvist uten å bli "
		    "vurdert.",
		    told));
	return (tr_printf(arena, lang, "%s Dere kan sende søknaden likevel, men da får dere trolig avslag.", told));
}
