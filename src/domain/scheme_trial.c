/* scheme_trial.c — makes an application of each example, and holds what comes out against what should. */
#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/kept_figures.h"
#include "domain/rule_words.h"
#include "domain/scheme_trial_parts.h"

/* Each test can fail on eligibility, outcome, rule, amounts, score and places, and on each message it expects. */
#define FAILURES_A_TEST 8

static const char *
given(const struct scheme_test *test, const char *name)
{
	for (size_t i = 0; i < test->n_given; i++)
		if (strcmp(test->given[i].name, name) == 0)
			return (test->given[i].value);
	return (NULL);
}

static bool
given_money(money *out, const struct scheme_test *test, const char *name)
{
	const char *value = given(test, name);

	return (value != NULL && money_parse(out, value) == OK);
}

static void
given_day(struct date *out, const struct scheme_test *test, const char *name)
{
	const char *value = given(test, name);
	struct date day;

	if (value != NULL && date_parse(&day, value) == OK)
		*out = day;
}

/* --- the example as an application ------------------------------------------------------------------------------- */

static void
set_facts(struct trial *t)
{
	const char *type = given(t->test, "applicant-type"), *in_register = given(t->test, "in-voluntary-register");

	if (t->view.scheme->n_applicants > 0)
		t->facts.applicant = t->view.scheme->applicants[0].kind;
	if (type != NULL)
		(void)applicant_kind_parse(&t->facts.applicant, type);
	t->facts.in_voluntary_register = in_register == NULL || strcmp(in_register, "yes") == 0;
	t->facts.organisation_form = given(t->test, "organisation-form");
	t->facts.registers_known = (1u << REGISTER__MAX) - 1;
	t->facts.registers_in = t->test->registers;
	given_day(&t->facts.today, t->test, "received");
	given_day(&t->facts.born, t->test, "applicant-born");
	t->facts.in_municipality = given(t->test, "applicant-municipality");
	t->facts.call_extra = text_equal(given(t->test, "call-extra"), "yes");
	t->facts.in_county = !text_equal(given(t->test, "applicant-in-county"), "no");
	given_day(&t->facts.call_from, t->test, "call-start");
	given_day(&t->facts.call_to, t->test, "call-end");
}

/* The year rules count from: the example's, else the one the call's period or the application is of. */
static int
call_year(const struct trial *t)
{
	const char *year = given(t->test, "call-year");

	if (year != NULL)
		return ((int)strtol(year, NULL, 10));
	return (!date_none(t->facts.call_from) ? t->facts.call_from.year : t->facts.today.year);
}

/* What the example says the applicant has sent before, and nothing else. */
static void
set_history(struct trial *t)
{
	struct history *history = arena_alloc(t->arena, sizeof(*history));

	history->scheme_id = t->view.scheme->id;
	history->year = t->facts.call_year = call_year(t);
	history->today = t->facts.today;
	history->cases = arena_array(t->arena, t->test->n_earlier, sizeof(*history->cases));
	for (size_t i = 0; i < t->test->n_earlier; i++) {
		const struct scheme_earlier *earlier = &t->test->earlier[i];

		history->cases[history->n++] = (struct history_case){ .number = "",
			.scheme_id = earlier->scheme == NULL ? t->view.scheme->id : earlier->scheme,
			.year = earlier->year,
			.same_call = earlier->same_call,
			.granted = earlier->granted.ore >= 0,
			.awarded = earlier->granted.ore >= 0 ? earlier->granted : MONEY_ZERO,
			.decided_on = { earlier->year, 7, 1 },
			.state_aid = earlier->state_aid == NULL ? "" : earlier->state_aid };
	}
	t->facts.history = history;
}

/* Costs in all, in money and in own work: any two give the third, one alone is all there is. */
static void
set_costs(struct application_sums *sums, const struct scheme_test *test)
{
	bool all = given_money(&sums->costs, test, "costs"), cash = given_money(&sums->costs_cash, test, "costs-cash");
	bool own = given_money(&sums->costs_own, test, "own-work");

	if (all && !cash)
		sums->costs_cash = money_sub(sums->costs, sums->costs_own);
	else if (all && !own)
		sums->costs_own = money_sub(sums->costs, sums->costs_cash);
	else if (!all)
		sums->costs = money_add(sums->costs_cash, sums->costs_own);
	/* Costs given by type are a plan already. */
	sums->has_costs |= all || cash || own;
}

static void
set_sums(struct application_sums *sums, const struct scheme_test *test)
{
	const char *municipalities = given(test, "municipalities");

	sums->has_applied = given_money(&sums->applied, test, "applied");
	set_costs(sums, test);
	sums->has_financing = given_money(&sums->financing, test, "financing");
	if (!sums->has_financing && sums->has_costs) {
		sums->financing = sums->costs;
		sums->has_financing = true;
	}
	sums->financing_own = sums->costs_own;
	sums->financing_cash = money_sub(sums->financing, sums->financing_own);
	if (municipalities != NULL)
		sums->n_municipalities = strtoul(municipalities, NULL, 10);
	given_day(&sums->start, test, "start");
	given_day(&sums->end, test, "end");
}

/* Costs of a type are given as their sum: a row for each type holds them. False when the name is no type's. */
static bool
set_type(
    struct answers *answers, struct arena *arena, const struct scheme_field *costs, const struct scheme_given *given)
{
	const char *part = strchr(given->name, '.') + 1;

	for (size_t i = 0; costs->type == FIELD_COSTS && i < costs->n_options; i++)
		if (strcmp(costs->options[i].code, part) == 0) {
			answers_set(answers, arena_printf(arena, "%s.%zu.type", costs->id, i + 1), part);
			answers_set(answers, arena_printf(arena, "%s.%zu.cash", costs->id, i + 1), given->value);
			return (true);
		}
	return (false);
}

/* A table's column is given as its sum: one row holds it. A goal is given as its number. */
static void
set_answer(struct answers *answers, struct arena *arena, const struct scheme *scheme, const struct scheme_given *given)
{
	const struct scheme_field *field = answer_path_field(scheme, given->name);
	const char *part = strchr(given->name, '.');

	if (field == NULL)
		return;
	if (part != NULL && field->type == FIELD_GOALS)
		answers_set(answers, arena_printf(arena, "%s.number", given->name), given->value);
	else if (part == NULL || (field->type != FIELD_COSTS && field->type != FIELD_FINANCING))
		answers_set(answers, given->name, given->value);
	else if (!set_type(answers, arena, field, given))
		answers_set(answers, arena_printf(arena, "%s.0%s", field->id, part), given->value);
}

/* Figures of the applicant's municipality are given by their name in expressions. */
static void
set_figures(struct trial *t)
{
	struct known_figure *figures = arena_array(t->arena, t->test->n_given, sizeof(*figures));

	for (size_t i = 0; i < t->test->n_given; i++)
		if (text_starts(t->test->given[i].name, EXPR_FIGURE_PREFIX))
			figures[t->facts.n_figures++] =
			    (struct known_figure){ t->test->given[i].name + strlen(EXPR_FIGURE_PREFIX),
				    t->test->given[i].value };
	t->facts.figures = figures;
}

static void
set_answers(struct trial *t, const struct scheme *scheme)
{
	const struct scheme_field *field = scheme_field_of_type(scheme, FIELD_APPLIED);
	const char *applied = given(t->test, "applied");

	t->answers = answers_new(t->arena);
	if (field != NULL && applied != NULL)
		answers_set(t->answers, field->id, applied);
	for (size_t i = 0; i < t->test->n_given; i++)
		set_answer(t->answers, t->arena, scheme, &t->test->given[i]);
}

/* --- what came out ----------------------------------------------------------------------------------------------- */

void
trial_fail(struct trial *t, const char *text)
{
	t->out->n_failures++;
	t->result->failures[t->result->n_failures++] = (struct trial_failure){ t->test->name, t->test->line,
		arena_printf(t->arena, "«%s»: %s", t->test->name, text) };
}

static const struct rule_result *
rule_result(const struct eligibility *e, const char *id)
{
	for (size_t i = 0; i < e->n; i++)
		if (strcmp(e->rules[i].id, id) == 0)
			return (&e->rules[i]);
	return (NULL);
}

static const char *
outcome_name(enum rule_outcome outcome, enum lang lang)
{
	return (outcome == RULE_DISMISSAL ? tr(lang, "avvisning") : tr(lang, "avslag"));
}

/* With what was found of the rule it is about. */
static void
fail_about(struct trial *t, const struct eligibility *e, const char *id, const char *text)
{
	const struct rule_result *result = rule_result(e, id);
	const char *why = result == NULL                 ? ""
			  : *result->explanation != '\0' ? result->explanation
			  : result->rule == NULL         ? ""
							 : rule_explain(&t->view, result->rule->test, t->lang);

	trial_fail(t, *why == '\0' ? text : arena_printf(t->arena, "%s (%s)", text, why));
}

static void
compare_eligibility(struct trial *t)
{
	const struct eligibility *e = &t->eligibility;
	const struct scheme_test *test = t->test;
	const struct rule_result *rule = test->because == NULL ? NULL : rule_result(e, test->because);

	if (test->eligible && !e->eligible)
		fail_about(t, e, e->because,
		    tr_printf(t->arena, t->lang,
			"søknaden skulle være innenfor reglene, men «%s» er ikke oppfylt; endre testen eller regelen",
			e->because));
	else if (!test->eligible && e->eligible)
		trial_fail(t,
		    tr(t->lang,
			"søknaden skulle være utenfor reglene, men ingen regel slår ut; endre testen eller reglene"));
	if (test->eligible || e->eligible)
		return;
	if (test->has_outcome && test->outcome != e->outcome)
		fail_about(t, e, e->because,
		    tr_printf(t->arena, t->lang,
			"utfallet skulle være %s, men er %s på grunn av «%s»; endre testen eller regelen",
			outcome_name(test->outcome, t->lang), outcome_name(e->outcome, t->lang), e->because));
	if (test->because != NULL && (rule == NULL || rule->verdict != RULE_FAILED))
		fail_about(t, e, test->because,
		    tr_printf(t->arena, t->lang,
			"regelen «%s» skulle slå ut, men det gjorde «%s»; endre testen eller regelen", test->because,
			e->because));
}

/* What the example's officer answers, before anything is compared. */
static void
judge(struct trial *t)
{
	for (size_t i = 0; i < t->test->n_judged; i++)
		if (!eligibility_judge(&t->eligibility, t->test->judged[i].rule, t->test->judged[i].passed))
			trial_fail(t, tr_printf(t->arena, t->lang,
					  "regelen «%s» venter ikke på noen saksbehandler; ta bort svaret eller endre "
					  "regelen",
					  t->test->judged[i].rule));
}

static enum test_verdict
verdict_of(const struct rule_result *result)
{
	if (result == NULL)
		return (TEST_ABSENT);
	if (result->verdict == RULE_FAILED)
		return (result->severity == RULE_WARNING ? TEST_WARNING : TEST_KNOCK_OUT);
	return (result->verdict == RULE_PASSED ? TEST_PASSED : TEST_OFFICER);
}

static const char *
verdict_text(enum test_verdict verdict, enum lang lang)
{
	static const char *const texts[TEST_VERDICT__MAX] = { T("være oppfylt"), T("gi et varsel"),
		T("stanse søknaden"), T("vente på en saksbehandler"), T("ikke gjelde") };

	return (tr(lang, texts[verdict]));
}

static void
compare_verdicts(struct trial *t)
{
	for (size_t i = 0; i < t->test->n_verdicts; i++) {
		const struct scheme_expected_verdict *expected = &t->test->verdicts[i];
		enum test_verdict got = verdict_of(rule_result(&t->eligibility, expected->rule));

		if (got != expected->verdict)
			fail_about(t, &t->eligibility, expected->rule,
			    tr_printf(t->arena, t->lang,
				"regelen «%s» skulle %s, men viste seg å %s; endre testen eller regelen",
				expected->rule, verdict_text(expected->verdict, t->lang), verdict_text(got, t->lang)));
	}
}

static void
compare_amount(struct trial *t)
{
	struct amount_limit limit = t->limit;

	if (t->test->max_award.ore < 0)
		return;
	for (size_t i = 0; i < limit.n_steps; i++)
		if (limit.steps[i].lowest && money_cmp(limit.max, t->test->max_award) != 0)
			trial_fail(
			    t, tr_printf(t->arena, t->lang,
				   "største tilskudd skulle være %s, men er %s (%s); endre testen eller beløpsreglene",
				   money_show(t->arena, t->test->max_award), money_show(t->arena, limit.max),
				   limit.steps[i].text));
}

/* Where the answers put it: on the ladder, under an earmark. */
static void
compare_place(struct trial *t, const char *wanted, const char *got, const char *what)
{
	if (wanted != NULL && !text_equal(wanted, got))
		trial_fail(
		    t, tr_printf(t->arena, t->lang, "%s skulle være «%s», men er «%s»; endre testen eller reglene",
			   what, wanted, got == NULL ? "" : got));
}

static void
compare_kept(struct trial *t)
{
	struct kept_figures kept;

	if (t->test->min_award.ore < 0 && t->test->rung == NULL && t->test->earmark == NULL)
		return;
	kept_figures_of(&kept, &t->view);
	compare_place(t, t->test->rung, kept.rung, tr(t->lang, "trinnet"));
	compare_place(t, t->test->earmark, kept.earmark, tr(t->lang, "øremerkingen"));
	if (t->test->min_award.ore >= 0 && money_cmp(t->test->min_award, kept.bounds.floor) != 0)
		trial_fail(t, tr_printf(t->arena, t->lang,
				  "minste tilskudd skulle være %s, men er %s; endre testen eller beløpsreglene",
				  money_show(t->arena, t->test->min_award), money_show(t->arena, kept.bounds.floor)));
}

void
trial_set_up(struct trial *t, const struct scheme *scheme)
{
	set_answers(t, scheme);
	set_figures(t);
	rule_view_init(&t->view, t->arena, scheme, t->answers, &t->facts);
	set_facts(t);
	t->view.env.today = t->facts.today;
	set_history(t);
	set_sums(&t->view.sums, t->test);
}

static void
run(struct trial *t, const struct scheme *scheme)
{
	trial_set_up(t, scheme);
	eligibility_of(&t->eligibility, &t->view, t->lang);
	amount_limit_of(&t->limit, &t->view, t->lang);
	judge(t);
	compare_eligibility(t);
	compare_verdicts(t);
	compare_amount(t);
	compare_kept(t);
	trial_score(t);
	trial_messages(t);
	trial_explain(t);
}

static size_t
most_failures(const struct scheme *scheme)
{
	size_t n = scheme->n_tests * FAILURES_A_TEST;

	for (size_t i = 0; i < scheme->n_rounds; i++)
		n += scheme->rounds[i].n_recipients;
	for (size_t i = 0; i < scheme->n_tests; i++)
		n += scheme->tests[i].n_messages + scheme->tests[i].n_verdicts + scheme->tests[i].n_judged;
	return (n);
}

void
scheme_tests_run(struct trial_result *out, struct arena *arena, const struct scheme *scheme, enum lang lang)
{
	memset(out, 0, sizeof(*out));
	out->failures = arena_array(arena, most_failures(scheme), sizeof(*out->failures));
	out->cases = arena_array(arena, scheme->n_tests + scheme->n_rounds, sizeof(*out->cases));
	for (size_t i = 0; i < scheme->n_tests; i++) {
		struct trial t = {
			.result = out, .out = &out->cases[i], .test = &scheme->tests[i], .arena = arena, .lang = lang
		};

		*t.out = (struct trial_case){
			.name = t.test->name, .line = t.test->line, .failures = &out->failures[out->n_failures]
		};
		run(&t, scheme);
		out->n_run++;
	}
	for (size_t i = 0; i < scheme->n_rounds; i++)
		trial_round(out, arena, scheme, &scheme->rounds[i], lang);
}
