/* rule_kinds_test.c — every kind of rule a scheme can be held to by machine, on both sides of its limit. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/aid_limit.h"

#include "domain/eligibility.h"

static const char *towns[] = { "3401", "3403" };
static struct scheme_list lists[] = { { "byene", TXT("Byene"), towns, 2 } };

static struct fixture *
with_lists(void)
{
	struct fixture *f = fixture_new(arena);

	f->scheme.lists = lists;
	f->scheme.n_lists = 1;
	f->facts.call_year = 2026;
	f->scheme.n_rules = 1;
	f->rules[0].severity = RULE_KNOCK_OUT;
	return (f);
}

static struct eligibility
judge(struct fixture *f)
{
	struct rule_view *view = arena_alloc(arena, sizeof(*view));
	struct eligibility e;

	rule_view_init(view, arena, &f->scheme, f->answers, &f->facts);
	eligibility_of(&e, view, LANG_NB);
	return (e);
}

/* The verdict of the rule, -1 when it does not hold for the application. */
static int
verdict(struct fixture *f, const char *id)
{
	struct eligibility e = judge(f);

	for (size_t i = 0; i < e.n; i++)
		if (strcmp(e.rules[i].id, id) == 0)
			return ((int)e.rules[i].verdict);
	return (-1);
}

/* Whether the application passes when this is the scheme's only rule. */
static bool
passes(struct fixture *f, const char *test)
{
	f->rules[0].test = fixture_expr(arena, test);
	return (verdict(f, f->rules[0].id) == RULE_PASSED);
}

TEST(answers_are_held_to_limits)
{
	/* The last value that passes, and the first that does not. */
	static const struct {
		const char *test, *path, *inside, *outside;
	} rows[] = {
		{ "medlemmer >= 50", "medlemmer", "50", "49" },
		{ "medlemmer <= 50", "medlemmer", "50", "51" },
		{ "medlemmer > 50", "medlemmer", "51", "50" },
		{ "applied >= 10000", "sum", "10000", "9999" },
		{ "applied <= 100000 or t:answered(premiere)", "sum", "100000", "100001" },
		/* Somebody else gives at least as much; large sums are talked over first. */
		{ "billett >= applied", "billett", "40000", "39999" },
		{ "applied <= 30000 or unge = 'yes'", "unge", "yes", "no" },
		{ "applied * 2 <= costs", "sum", "30000", "30001" },
		{ "own-work div costs <= 0.25", "kostnader.1.own", "16666", "16667" },
		{ "count(tema) >= 2", "tema", "klima by", "by" },
		{ "t:selected(tema, 'by')", "tema", "by", "klima" },
		{ "t:one-of(uttrykk, 'dans', 'sirkus')", "uttrykk", "dans", "teater" },
		{ "t:in-list(kommuner, 'byene')", "kommuner", "3401 3403", "3401 3405" },
		{ "t:some-in-list(kommuner, 'byene')", "kommuner", "3405 3401", "3405" },
		{ "not(t:some-in-list(kommuner, 'byene'))", "kommuner", "3405", "3405 3403" },
		{ "municipalities >= 2", "kommuner", "3401 3405", "3405" },
		/* The application comes on 30 October 2026. */
		{ "start > t:today()", "periode.start", "2026-10-31", "2026-10-30" },
		{ "start >= t:add-days(t:today(), 21)", "periode.start", "2026-11-20", "2026-11-19" },
		{ "start >= t:add-months(t:today(), 1)", "periode.start", "2026-11-30", "2026-11-29" },
		{ "start >= t:add-months(t:today(), 4)", "periode.start", "2027-02-28", "2027-02-27" },
		{ "end <= t:add-months(start, 12)", "periode.end", "2028-01-15", "2028-01-16" },
		{ "end <= t:add-months(start, 18)", "periode.end", "2028-07-15", "2028-07-16" },
		{ "t:year(end) <= call-year + 1", "periode.end", "2027-12-31", "2028-01-01" },
		{ "premiere >= t:date('2027-04-01')", "premiere", "2027-04-01", "2027-03-31" },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct fixture *f = with_lists();

		answers_set(f->answers, rows[i].path, rows[i].inside);
		if (!passes(f, rows[i].test))
			fail_msg("%s: %s does not pass", rows[i].test, rows[i].inside);
		answers_set(f->answers, rows[i].path, rows[i].outside);
		if (passes(f, rows[i].test))
			fail_msg("%s: %s passes", rows[i].test, rows[i].outside);
	}
}

TEST(persons_are_held_to_age_and_address)
{
	struct fixture *f = with_lists();

	f->facts.born = (struct date){ 1991, 1, 1 };
	CHECK(passes(f, "t:age(applicant-born, t:date('2026-12-31')) < 36"));
	f->facts.born = (struct date){ 1990, 12, 31 };
	CHECK(!passes(f, "t:age(applicant-born, t:date('2026-12-31')) < 36"));
	f->facts.in_municipality = "3401";
	f->facts.in_county = true;
	CHECK(passes(f, "applicant-in-county"));
	CHECK(passes(f, "applicant-municipality = '3401'"));
	f->facts.in_municipality = ADDRESS_ELSEWHERE;
	f->facts.in_county = false;
	CHECK(!passes(f, "applicant-in-county"));
	CHECK(!passes(f, "applicant-municipality = '3401'"));
}

/* Other cases of an applicant who now applies in 2026. */
static struct history_case
other(const char *scheme, int year, int64_t granted)
{
	return ((struct history_case){ .number = "x",
	    .scheme_id = scheme,
	    .scheme_title = TXT("Ordning"),
	    .year = year,
	    .granted = granted > 0,
	    .awarded = MONEY_NOK(granted),
	    .decided_on = { year, 10, 30 },
	    .state_aid = "" });
}

static bool
passes_after(struct fixture *f, const char *test, struct history_case *cases, size_t n)
{
	struct history history = { "prove", 2026, { 2026, 10, 30 }, cases, n };
	bool out;

	f->facts.history = &history;
	out = passes(f, test);
	f->facts.history = NULL;
	return (out);
}

TEST(history_is_held_to_schemes_and_years)
{
	static const struct {
		const char *test;
		struct {
			const char *scheme;
			int year;
			int64_t granted;
		} cases[3];
		bool passes;
	} rows[] = {
		/* Not when another scheme has granted something this year. */
		{ "t:granted('annen', call-year) = 0", { { "annen", 2026, 1 } }, false },
		{ "t:granted('annen', call-year) = 0", { { "annen", 2026, 0 }, { "annen", 2025, 1 } }, true },
		{ "t:granted('annen', call-year) = 0", { { "tredje", 2026, 1 } }, true },
		/* Not after a grant from this scheme last year. */
		{ "t:granted('this', call-year - 1) = 0", { { "prove", 2025, 1 } }, false },
		{ "t:granted('this', call-year - 1) = 0", { { "prove", 2024, 1 }, { "annen", 2025, 1 } }, true },
		/* At most two years in a row before this. */
		{ "t:granted-years('this') < 3", { { "prove", 2025, 1 }, { "prove", 2024, 1 }, { "prove", 2023, 1 } },
		    false },
		{ "t:granted-years('this') < 3", { { "prove", 2025, 1 }, { "prove", 2024, 1 }, { "prove", 2022, 1 } },
		    true },
		{ "t:granted-years('this') < 3", { { "prove", 2025, 1 }, { "prove", 2024, 0 }, { "prove", 2023, 1 } },
		    true },
		/* Not while another application stands this year. */
		{ "t:applications('any', call-year) = 0", { { "annen", 2026, 0 } }, false },
		{ "t:applications('any', call-year) = 0", { { "annen", 2025, 0 } }, true },
		/* Has applied before, in two different years. */
		{ "t:applied-years('this') >= 2", { { "prove", 2025, 0 }, { "prove", 2024, 0 } }, true },
		{ "t:applied-years('this') >= 2", { { "prove", 2025, 0 }, { "prove", 2025, 0 } }, false },
		/* The sums of several grants. */
		{ "t:granted('any', call-year) <= 50000", { { "annen", 2026, 20000 }, { "prove", 2026, 30000 } },
		    true },
		{ "t:granted('any', call-year) <= 50000", { { "annen", 2026, 20001 }, { "prove", 2026, 30000 } },
		    false },
	};

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct history_case cases[3];
		size_t n = 0;

		for (; n < 3 && rows[i].cases[n].scheme != NULL; n++)
			cases[n] = other(rows[i].cases[n].scheme, rows[i].cases[n].year, rows[i].cases[n].granted);
		if (passes_after(with_lists(), rows[i].test, cases, n) != rows[i].passes)
			fail_msg("row %zu: %s", i, rows[i].test);
	}
}

TEST(there_is_one_application_to_a_call)
{
	struct history_case cases[] = { other("prove", 2026, 0) };

	CHECK(passes_after(with_lists(), "t:applications-in-call() = 0", cases, 0));
	CHECK(passes_after(with_lists(), "t:applications-in-call() = 0", cases, 1));
	cases[0].same_call = true;
	CHECK(!passes_after(with_lists(), "t:applications-in-call() = 0", cases, 1));
}

TEST(state_aid_counts_three_years)
{
	struct history_case cases[] = { other("annen", 2023, 30000) };
	struct fixture *f = with_lists();

	cases[0].state_aid = STATE_AID_DE_MINIMIS;
	cases[0].decided_on = (struct date){ 2023, 10, 31 };
	CHECK(!passes_after(f, "t:de-minimis() + applied <= 60000", cases, 1));
	cases[0].decided_on = (struct date){ 2023, 10, 30 };
	CHECK(passes_after(f, "t:de-minimis() + applied <= 60000", cases, 1));
	cases[0].state_aid = "gber-31";
	cases[0].decided_on = (struct date){ 2026, 1, 1 };
	CHECK(passes_after(f, "t:de-minimis() + applied <= 60000", cases, 1));
}

TEST(declared_aid_is_held_to_the_ceiling)
{
	struct fixture *f = with_lists();

	f->scheme.state_aid = (struct scheme_state_aid){
		.basis = STATE_AID_DE_MINIMIS, .ceiling = MONEY_NOK(40100), .declared = "billett"
	};
	answers_set(f->answers, "billett", "100");
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), RULE_PASSED);
	answers_set(f->answers, "billett", "101");
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), RULE_FAILED);
	f->scheme.state_aid.ceiling = (money){ -1 };
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), -1);
}

TEST(the_laws_limit_is_that_of_the_day)
{
	struct aid_limit list[] = { { .basis = STATE_AID_DE_MINIMIS,
					.from = { 2014, 1, 1 },
					.to = { 2023, 12, 31 },
					.sum = MONEY_NOK(30000),
					.source = "(EU) 1407/2013",
					.text = TXT("Høyst {sum}.") },
		{ .basis = STATE_AID_DE_MINIMIS,
		    .from = { 2024, 1, 1 },
		    .sum = MONEY_NOK(50000),
		    .source = "(EU) 2023/2831",
		    .text = TXT("Høyst {sum}.") },
		{ .basis = "gber-31",
		    .from = { 2024, 1, 1 },
		    .sum = MONEY_NOK(39999),
		    .source = "art. 4",
		    .text = TXT("Et prosjekt kan få {sum}.") },
		{ .basis = "landbruk", .from = { 2020, 1, 1 }, .sum = { -1 }, .source = "FOR" } };
	const struct aid_limits limits = { list, 4 };
	struct fixture *f = with_lists();

	f->scheme.state_aid = (struct scheme_state_aid){ .basis = STATE_AID_DE_MINIMIS, .ceiling = { -1 } };
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), -1);
	aid_limits_use(&limits);
	f->facts.today = (struct date){ 2023, 12, 31 };
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), RULE_FAILED);
	f->facts.today = (struct date){ 2024, 1, 1 };
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), RULE_PASSED);
	f->facts.today = (struct date){ 2013, 12, 31 };
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), -1);
	f->facts.today = (struct date){ 2026, 5, 1 };
	f->scheme.state_aid.ceiling = MONEY_NOK(39999);
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), RULE_FAILED);
	f->scheme.state_aid.ceiling = MONEY_NOK(900000);
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), RULE_PASSED);
	f->scheme.state_aid = (struct scheme_state_aid){ .basis = "gber-31", .ceiling = { -1 } };
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), RULE_FAILED);
	list[2].sum = MONEY_NOK(40000);
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), RULE_PASSED);
	f->scheme.state_aid.basis = "landbruk";
	CHECK_INT(verdict(f, RULE_ID_STATE_AID), -1);
	CHECK(aid_basis_known(&limits, "landbruk") && !aid_basis_known(&limits, "gber-52"));
	CHECK_TEXT(aid_limit_text(arena, &list[2], list[2].sum, LANG_NB), "Et prosjekt kan få 40\u00a0000\u00a0kr.");
	aid_limits_use(NULL);
}

TEST(one_of_several_registers_is_enough)
{
	static const struct {
		unsigned known, in;
		int verdict;
	} rows[] = {
		{ 1u << REGISTER_NIF | 1u << REGISTER_DFS, 1u << REGISTER_DFS, RULE_PASSED },
		{ 1u << REGISTER_DFS, 1u << REGISTER_DFS, RULE_PASSED },
		{ 1u << REGISTER_NIF | 1u << REGISTER_DFS, 0, RULE_FAILED },
		{ 1u << REGISTER_NIF, 0, RULE_FOR_OFFICER },
		{ 0, 0, RULE_FOR_OFFICER },
	};
	struct scheme_requirement requirement = { .registers = 1u << REGISTER_NIF | 1u << REGISTER_DFS };
	struct fixture *f = with_lists();

	f->requires[0] = requirement;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		f->facts.registers_known = rows[i].known;
		f->facts.registers_in = rows[i].in;
		if (verdict(f, requirement_id(&requirement)) != rows[i].verdict)
			fail_msg("row %zu", i);
	}
	f->requires[0].when = fixture_expr(arena, "applied > 40000");
	CHECK_INT(verdict(f, requirement_id(&requirement)), -1);
	answers_set(f->answers, "sum", "40001");
	CHECK_INT(verdict(f, requirement_id(&requirement)), RULE_FOR_OFFICER);
}

TEST(forms_are_allowed_denied_or_asked_about)
{
	static const struct {
		struct scheme_form_rule rule;
		const char *form;
		int verdict;
	} rows[] = {
		{ { .allow = "AS SA" }, "AS", RULE_PASSED },
		{ { .allow = "AS SA" }, "ASA", RULE_FAILED },
		{ { .allow = "AS SA" }, "ENK", RULE_FAILED },
		{ { .deny = "ENK ORGL" }, "ENK", RULE_FAILED },
		{ { .deny = "ENK ORGL" }, "FLI", RULE_PASSED },
		{ { .deny = "ORGL", .ask = "ENK" }, "ENK", RULE_FOR_OFFICER },
		{ { .deny = "ORGL", .ask = "ENK" }, "ORGL", RULE_FAILED },
		{ { .allow = "AS" }, "", RULE_FOR_OFFICER },
	};
	struct fixture *f = with_lists();

	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct scheme_form_rule rule = rows[i].rule;

		f->applicants[0].forms = &rule;
		f->applicants[0].n_forms = 1;
		f->facts.organisation_form = rows[i].form;
		if (verdict(f, RULE_ID_FORM) != rows[i].verdict)
			fail_msg("row %zu", i);
	}
}

/* A sole proprietorship may apply when it has employees. */
TEST(forms_can_rest_on_an_answer)
{
	struct scheme_form_rule rule = { .deny = "ENK", .when = fixture_expr(arena, "medlemmer < 1") };
	struct fixture *f = with_lists();

	f->applicants[0].forms = &rule;
	f->applicants[0].n_forms = 1;
	f->facts.organisation_form = "ENK";
	answers_set(f->answers, "medlemmer", "0");
	CHECK_INT(verdict(f, RULE_ID_FORM), RULE_FAILED);
	answers_set(f->answers, "medlemmer", "1");
	CHECK_INT(verdict(f, RULE_ID_FORM), -1);
}

TEST(a_rule_holds_for_its_applicants_and_cases_only)
{
	struct fixture *f = with_lists();

	f->rules[0].test = fixture_expr(arena, "applied >= 50000");
	f->rules[0].kinds = 1u << APPLICANT_MUNICIPALITY;
	CHECK_INT(verdict(f, "minst-10000"), -1);
	f->facts.applicant = APPLICANT_MUNICIPALITY;
	CHECK_INT(verdict(f, "minst-10000"), RULE_FAILED);
	f->rules[0].when = fixture_expr(arena, "unge = 'yes'");
	CHECK_INT(verdict(f, "minst-10000"), -1);
	answers_set(f->answers, "unge", "yes");
	CHECK_INT(verdict(f, "minst-10000"), RULE_FAILED);
}

TEST(one_alternative_is_enough)
{
	struct scheme_alternative ways[] = {
		{ "mange", fixture_expr(arena, "medlemmer >= 50"), TXT("Minst 50 medlemmer") },
		{ "flere", fixture_expr(arena, "municipalities >= 3"), TXT("Minst tre kommuner") },
	};
	struct fixture *f = with_lists();

	f->rules[0].test = NULL;
	f->rules[0].alternatives = ways;
	f->rules[0].n_alternatives = 2;
	answers_set(f->answers, "medlemmer", "49");
	CHECK_INT(verdict(f, "minst-10000"), RULE_FAILED);
	answers_set(f->answers, "medlemmer", "50");
	CHECK_INT(verdict(f, "minst-10000"), RULE_PASSED);
	answers_set(f->answers, "medlemmer", "49");
	answers_set(f->answers, "kommuner", "3401 3403 3405");
	CHECK_INT(verdict(f, "minst-10000"), RULE_PASSED);
	answers_set(f->answers, "kommuner", "3401");
	ways[1].test = NULL;
	CHECK_INT(verdict(f, "minst-10000"), RULE_FOR_OFFICER);
}

UNIT_MAIN(WITH_ARENA(answers_are_held_to_limits), WITH_ARENA(persons_are_held_to_age_and_address),
    WITH_ARENA(history_is_held_to_schemes_and_years), WITH_ARENA(there_is_one_application_to_a_call),
    WITH_ARENA(state_aid_counts_three_years), WITH_ARENA(the_laws_limit_is_that_of_the_day),
    WITH_ARENA(declared_aid_is_held_to_the_ceiling), WITH_ARENA(one_of_several_registers_is_enough),
    WITH_ARENA(forms_are_allowed_denied_or_asked_about), WITH_ARENA(forms_can_rest_on_an_answer),
    WITH_ARENA(a_rule_holds_for_its_applicants_and_cases_only), WITH_ARENA(one_alternative_is_enough))
