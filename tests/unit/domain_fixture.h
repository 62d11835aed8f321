/* domain_fixture.h — one scheme built by hand, with a field of every type, and an application to it that is in order.
 */
#ifndef UNIT_DOMAIN_FIXTURE_H
#define UNIT_DOMAIN_FIXTURE_H

#include <stdlib.h>
#include <string.h>

#include "domain/validation.h"
#include "scheme/expr.h"

#define TXT(nb)                                                                                                        \
	{                                                                                                              \
		{                                                                                                      \
			nb, nb " (nn)", NULL                                                                           \
		}                                                                                                      \
	}
#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))

enum {
	F_TITLE,
	F_ABOUT,
	F_PERIOD,
	F_PLACES,
	F_YOUTH,
	F_HOW,
	F_ART,
	F_THEMES,
	F_MEMBERS,
	F_TICKET,
	F_OPENING,
	TILTAKET_N
};
enum { F_EMAIL, F_PHONE, F_ACCOUNT, F_TRUE, SOKER_N };
enum { F_APPLIED, F_COSTS, F_FINANCING, OKONOMI_N };

/* Everything a test may bend before it runs. */
struct fixture {
	struct arena *arena;
	struct scheme scheme;
	struct scheme_section sections[5];
	struct scheme_field tiltaket[TILTAKET_N], soker[SOKER_N], mal[1], okonomi[OKONOMI_N], vedlegg[1];
	struct scheme_goal goals[2];
	struct scheme_applicant applicants[2];
	struct scheme_requirement requires[1];
	struct scheme_rule rules[3];
	struct scheme_cap caps[2];
	struct scheme_option arts[2], themes[3];
	struct scheme_criterion criteria[3];
	struct scheme_decision_level levels[2];
	struct answers *answers;
	struct application_facts facts;
	struct attached files[2];
};

/* The names that the fixture's expressions use. */
static const struct expr_name fixture_names[] = {
	{ "applied", EXPR_NUMBER, NULL },
	{ "costs", EXPR_NUMBER, NULL },
	{ "costs-cash", EXPR_NUMBER, NULL },
	{ "own-work", EXPR_NUMBER, NULL },
	{ "financing", EXPR_NUMBER, NULL },
	{ "municipalities", EXPR_NUMBER, NULL },
	{ "start", EXPR_DATE, NULL },
	{ "end", EXPR_DATE, NULL },
	{ "applicant-type", EXPR_TEXT, NULL },
	{ "organisation-form", EXPR_TEXT, NULL },
	{ "in-voluntary-register", EXPR_BOOLEAN, NULL },
	{ "call-start", EXPR_DATE, NULL },
	{ "call-end", EXPR_DATE, NULL },
	{ "call-year", EXPR_NUMBER, NULL },
	{ "applicant-born", EXPR_DATE, NULL },
	{ "applicant-municipality", EXPR_TEXT, NULL },
	{ "applicant-in-county", EXPR_BOOLEAN, NULL },
	{ "call-extra", EXPR_BOOLEAN, NULL },
	{ "tittel", EXPR_TEXT, NULL },
	{ "unge", EXPR_TEXT, NULL },
	{ "hvordan", EXPR_TEXT, NULL },
	{ "uttrykk", EXPR_TEXT, NULL },
	{ "tema", EXPR_CODES, NULL },
	{ "kommuner", EXPR_CODES, NULL },
	{ "medlemmer", EXPR_NUMBER, NULL },
	{ "billett", EXPR_NUMBER, NULL },
	{ "premiere", EXPR_DATE, NULL },
	{ "epost", EXPR_TEXT, NULL },
	{ "sum", EXPR_NUMBER, NULL },
	{ "periode.start", EXPR_DATE, NULL },
	{ "periode.end", EXPR_DATE, NULL },
	{ "maltall.deltakere", EXPR_NUMBER, NULL },
	{ "maltall.deltakere.number", EXPR_NUMBER, NULL },
	{ "kostnader", EXPR_ROWS, NULL },
	{ "kostnader.cash", EXPR_COLUMN, NULL },
	{ "kostnader.own", EXPR_COLUMN, NULL },
	{ "finansiering", EXPR_ROWS, NULL },
	{ "finansiering.cash", EXPR_COLUMN, NULL },
	{ "arsregnskap", EXPR_ROWS, NULL },
};

static inline struct expr *
fixture_expr(struct arena *arena, const char *text)
{
	static const char *const towns[] = { "3401", "3403", NULL };
	static const struct expr_list lists[] = { { "byene", towns } };
	struct expr_scope scope = {
		.names = fixture_names, .n_names = COUNT_OF(fixture_names), .lists = lists, .n_lists = 1
	};
	struct expr_error error;
	struct expr *out;

	if (expr_compile(&out, &error, arena, text, &scope) != OK)
		fail_msg("\"%s\" does not compile, column %d", text, error.column);
	return (out);
}

static inline struct scheme_field
fixture_field(const char *id, enum field_type type, const char *label, struct expr *required)
{
	return ((struct scheme_field){
	    .id = id, .type = type, .label = { { label, label, NULL } }, .required = required, .min = 1, .max = 0 });
}

static inline void
fixture_tiltaket(struct fixture *f, struct expr *always)
{
	f->tiltaket[F_TITLE] = fixture_field("tittel", FIELD_TEXT, "Navn på tiltaket", always);
	f->tiltaket[F_TITLE].max_length = 80;
	f->tiltaket[F_ABOUT] = fixture_field("omtale", FIELD_LONG_TEXT, "Hva skal dere gjøre?", always);
	f->tiltaket[F_ABOUT].max_length = 500;
	f->tiltaket[F_PERIOD] = fixture_field("periode", FIELD_PERIOD, "Når?", always);
	f->tiltaket[F_PLACES] = fixture_field("kommuner", FIELD_MUNICIPALITIES, "Hvilke kommuner?", always);
	f->tiltaket[F_YOUTH] = fixture_field("unge", FIELD_YES_NO, "Er ungdom med?", always);
	f->tiltaket[F_HOW] = fixture_field("hvordan", FIELD_LONG_TEXT, "Hvordan er de med?", always);
	f->tiltaket[F_HOW].relevant = fixture_expr(f->arena, "unge = 'yes'");
	f->tiltaket[F_ART] = fixture_field("uttrykk", FIELD_CHOICE, "Uttrykk", always);
	f->tiltaket[F_ART].options = f->arts;
	f->tiltaket[F_ART].n_options = 2;
	f->tiltaket[F_THEMES] = fixture_field("tema", FIELD_MULTI_CHOICE, "Tema", always);
	f->tiltaket[F_THEMES].options = f->themes;
	f->tiltaket[F_THEMES].n_options = 3;
	f->tiltaket[F_MEMBERS] = fixture_field("medlemmer", FIELD_INTEGER, "Medlemmer", NULL);
	f->tiltaket[F_MEMBERS].min = 5;
	f->tiltaket[F_MEMBERS].max = 9000;
	f->tiltaket[F_TICKET] = fixture_field("billett", FIELD_MONEY, "Billettpris", NULL);
	f->tiltaket[F_TICKET].min = 10;
	f->tiltaket[F_TICKET].max = 500;
	f->tiltaket[F_OPENING] = fixture_field("premiere", FIELD_DATE, "Premiere", NULL);
}

static inline void
fixture_form(struct fixture *f)
{
	struct expr *always = fixture_expr(f->arena, "true()");

	f->arts[0] = (struct scheme_option){ "dans", TXT("Dans") };
	f->arts[1] = (struct scheme_option){ "teater", TXT("Teater") };
	f->themes[0] = (struct scheme_option){ "klima", TXT("Klima") };
	f->themes[1] = (struct scheme_option){ "helse", TXT("Helse") };
	f->themes[2] = (struct scheme_option){ "by", TXT("By") };
	fixture_tiltaket(f, always);
	f->soker[F_EMAIL] = fixture_field("epost", FIELD_EMAIL, "E-post", always);
	f->soker[F_PHONE] = fixture_field("telefon", FIELD_PHONE, "Telefon", always);
	f->soker[F_ACCOUNT] = fixture_field("konto", FIELD_ACCOUNT, "Kontonummer", always);
	f->soker[F_TRUE] = fixture_field("sant", FIELD_STATEMENT, "Opplysningene er riktige", always);
	f->mal[0] = fixture_field("maltall", FIELD_GOALS, "Mål", always);
	f->okonomi[F_APPLIED] = fixture_field("sum", FIELD_APPLIED, "Hvor mye søker dere om?", always);
	f->okonomi[F_COSTS] = fixture_field("kostnader", FIELD_COSTS, "Kostnader", always);
	f->okonomi[F_FINANCING] = fixture_field("finansiering", FIELD_FINANCING, "Finansiering", always);
	f->okonomi[F_FINANCING].balances = "kostnader";
	f->vedlegg[0] = fixture_field("arsregnskap", FIELD_ATTACHMENT, "Siste årsregnskap",
	    fixture_expr(f->arena, "applicant-type = 'voluntary' and applied > 50000"));
	f->vedlegg[0].kinds = ATTACH_PDF | ATTACH_IMAGE | ATTACH_SPREADSHEET;
	f->vedlegg[0].max_mb = 10;
	f->sections[0] = (struct scheme_section){ "tiltaket", TXT("Tiltaket"), TXT(""), f->tiltaket, TILTAKET_N };
	f->sections[1] = (struct scheme_section){ "soker", TXT("Om dere"), TXT(""), f->soker, SOKER_N };
	f->sections[2] = (struct scheme_section){ "mal", TXT("Mål"), TXT(""), f->mal, 1 };
	f->sections[3] = (struct scheme_section){ "okonomi", TXT("Budsjett"), TXT(""), f->okonomi, OKONOMI_N };
	f->sections[4] = (struct scheme_section){ "vedlegg", TXT("Vedlegg"), TXT(""), f->vedlegg, 1 };
	f->scheme.sections = f->sections;
	f->scheme.n_sections = 5;
}

static inline void
fixture_rules(struct fixture *f)
{
	static const struct scheme_requirement in_register = { .registers = 1u << REGISTER_VOLUNTARY };

	f->rules[0] = (struct scheme_rule){ .id = "minst-10000",
		.outcome = RULE_DISMISSAL,
		.test = fixture_expr(f->arena, "applied >= 10000"),
		.reason = TXT("Vi behandler ikke søknader under 10 000 kr.") };
	f->rules[1] = (struct scheme_rule){ .id = "to-kommuner",
		.severity = RULE_WARNING,
		.outcome = RULE_REJECTION,
		.test = fixture_expr(f->arena, "municipalities >= 2"),
		.reason = TXT("Tiltak i én kommune blir sjelden prioritert.") };
	f->rules[2] = (struct scheme_rule){ .id = "kunst",
		.outcome = RULE_REJECTION,
		.reason = TXT("Tiltaket må være en tydelig kunstnerisk aktivitet.") };
	f->requires[0] = in_register;
	f->scheme.state_aid.ceiling = (money){ -1 };
	f->caps[0] = (struct scheme_cap){ .sum = MONEY_NOK(100000), .share = -1 };
	f->caps[1] = (struct scheme_cap){ .sum = { -1 }, .share = 7500, .of = SHARE_OF_COSTS };
	f->scheme.rules = f->rules;
	f->scheme.n_rules = 3;
	f->scheme.amount.max = f->caps;
	f->scheme.amount.n_max = 2;
	f->applicants[0] = (struct scheme_applicant){
		.kind = APPLICANT_VOLUNTARY, .requires = f->requires, .n_requires = 1, .may_appeal = true
	};
	f->applicants[1] = (struct scheme_applicant){ .kind = APPLICANT_MUNICIPALITY };
	f->scheme.applicants = f->applicants;
	f->scheme.n_applicants = 2;
}

/* The scheme's only own share. */
static inline void
fixture_own_share(struct fixture *f, share_bp share, enum share_base of)
{
	f->scheme.amount.own_shares = arena_alloc(f->arena, sizeof(*f->scheme.amount.own_shares));
	f->scheme.amount.own_shares[0] = (struct scheme_own_share){ .share = share, .of = of };
	f->scheme.amount.n_own_shares = 1;
}

/* The scheme's only ceiling on own work, a share of the financing; < 0 for none. */
static inline void
fixture_own_work(struct fixture *f, share_bp share)
{
	f->scheme.amount.own_works = arena_alloc(f->arena, sizeof(*f->scheme.amount.own_works));
	f->scheme.amount.own_works[0] = (struct scheme_own_work){ .share = share, .of = SHARE_OF_FINANCING };
	f->scheme.amount.n_own_works = 1;
}

static inline void
fixture_criteria(struct fixture *f)
{
	static const struct scheme_criterion criteria[] = {
		{ .id = "kunstnerisk", .name = TXT("Kunstnerisk aktivitet"), .weight = 50, .min_mark = -1 },
		{ .id = "regionalt", .name = TXT("Når flere kommuner"), .weight = 30, .min_mark = -1 },
		{ .id = "inkludering", .name = TXT("Inkludering"), .weight = 20, .min_mark = -1, .tag = "integration" },
	};

	memcpy(f->criteria, criteria, sizeof(criteria));
	f->scheme.method = CRITERIA_WEIGHTED;
	f->scheme.scale_min = 0;
	f->scheme.scale_max = 5;
	f->scheme.criteria = f->criteria;
	f->scheme.n_criteria = 3;
	f->levels[0] = (struct scheme_decision_level){ .up_to = MONEY_NOK(50000) };
	f->levels[1] = (struct scheme_decision_level){ .up_to = { -1 }, .body = "hovedutvalg-kultur" };
	f->scheme.levels = f->levels;
	f->scheme.n_levels = 2;
	f->goals[0] = (struct scheme_goal){ "deltakere", TXT("Barn og unge som deltar"), "person", NULL, false };
	f->goals[1] = (struct scheme_goal){ "innvandrere", TXT("Deltakere med innvandrerbakgrunn"), "person",
		"integration", true };
	f->scheme.goals = f->goals;
	f->scheme.n_goals = 2;
}

static inline void
fixture_answers(struct fixture *f)
{
	static const char *const given[][2] = {
		{ "tittel", "Dans i dalen" },
		{ "omtale", "Vi danser." },
		{ "periode.start", "2027-01-15" },
		{ "periode.end", "2027-06-15" },
		{ "kommuner", "3401 3403" },
		{ "unge", "no" },
		{ "uttrykk", "dans" },
		{ "tema", "klima by" },
		{ "epost", "kari@lag.example" },
		{ "telefon", "91234567" },
		{ "konto", "12345678911" },
		{ "sant", "yes" },
		{ "maltall.deltakere.number", "200" },
		{ "maltall.deltakere.how", "Vi teller i døra" },
		{ "sum", "40000" },
		{ "kostnader.0.item", "Lokale" },
		{ "kostnader.0.cash", "50000" },
		{ "kostnader.1.item", "Dugnad" },
		{ "kostnader.1.own", "10000" },
		{ "finansiering.0.source", "Kommunen" },
		{ "finansiering.0.cash", "10000" },
		{ "finansiering.1.source", "Dugnad" },
		{ "finansiering.1.own", "10000" },
	};

	f->answers = answers_new(f->arena);
	for (size_t i = 0; i < COUNT_OF(given); i++)
		answers_set(f->answers, given[i][0], given[i][1]);
}

static inline const char *
fixture_municipality(const void *of, const char *code)
{
	const char *const *codes = of;

	for (; *codes != NULL; codes++)
		if (strcmp(*codes, code) == 0)
			return ("Kommunen");
	return (NULL);
}

static inline struct fixture *
fixture_new(struct arena *arena)
{
	static const char *const codes[] = { "3401", "3403", "3405", NULL };
	struct fixture *f = arena_alloc(arena, sizeof(*f));

	f->arena = arena;
	f->scheme.id = "prove";
	fixture_form(f);
	fixture_rules(f);
	fixture_criteria(f);
	fixture_answers(f);
	f->facts = (struct application_facts){ .applicant = APPLICANT_VOLUNTARY,
		.in_voluntary_register = true,
		.organisation_form = "FLI",
		.today = { 2026, 10, 30 },
		.municipality = fixture_municipality,
		.municipality_of = codes,
		.n_county_municipalities = 46 };
	return (f);
}

/* Validates the whole, or a section, in bokmål. */
static inline struct messages
fixture_run(struct fixture *f, const char *section)
{
	struct messages messages = messages_new(f->arena);

	validation_run(&messages, &f->scheme, f->answers, &f->facts,
	    section == NULL ? NULL : scheme_section(&f->scheme, section), LANG_NB);
	return (messages);
}

/* The text told for a path, "" when none is. */
static inline const char *
fixture_told(struct fixture *f, const char *section, const char *path)
{
	struct messages messages = fixture_run(f, section);
	const struct message *message = messages_for(&messages, path);

	return (message == NULL ? "" : message->text);
}

/* Each test has an arena of its own. */
static struct arena *arena;

static inline int
open_arena(void **state)
{
	(void)state;
	arena = arena_new(0);
	return (0);
}

static inline int
close_arena(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

#endif
