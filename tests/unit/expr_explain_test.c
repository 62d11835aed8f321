/* expr_explain_test.c — every kind of expression says in a sentence what was found and what is wanted, in three
 * languages. */
#include "check.h"
#include "domain_fixture.h"

#include "domain/rule_words.h"

#define NB "\u00a0"

static struct history_case earlier[] = {
	{ .number = "2025-1",
	    .scheme_id = "annen",
	    .scheme_title = TXT("Annen ordning"),
	    .year = 2025,
	    .granted = true,
	    .awarded = { 2500000 },
	    .decided_on = { 2025, 5, 1 },
	    .state_aid = "de-minimis" },
	{ .number = "2026-2",
	    .scheme_id = "prove",
	    .scheme_title = TXT("Prøve"),
	    .year = 2026,
	    .same_call = true,
	    .state_aid = "" },
};
static struct history history = { "prove", 2026, { 2026, 10, 30 }, earlier, 2 };
static const char *towns[] = { "3401", "3403" };
static struct scheme_list lists[] = { { "byene", TXT("Byene"), towns, 2 } };

static struct fixture *
with_world(void)
{
	struct fixture *f = fixture_new(arena);

	f->scheme.lists = lists;
	f->scheme.n_lists = 1;
	f->facts.history = &history;
	f->facts.call_year = 2026;
	f->facts.registers_known = 1u << REGISTER_NIF;
	f->facts.born = (struct date){ 1990, 11, 15 };
	answers_set(f->answers, "medlemmer", "42");
	answers_set(f->answers, "premiere", "2027-03-01");
	return (f);
}

static const char *
told(struct fixture *f, const char *expression, enum lang lang)
{
	struct rule_view view;

	rule_view_init(&view, arena, &f->scheme, f->answers, &f->facts);
	return (rule_explain(&view, fixture_expr(arena, expression), lang));
}

TEST(each_kind_of_expression_explains_itself)
{
	static const struct {
		const char *expression, *nb;
	} rows[] = {
		{ "medlemmer >= 50", "Medlemmer er 42, og må være minst 50." },
		{ "50 <= medlemmer", "Medlemmer er 42, og må være minst 50." },
		{ "medlemmer > 41", "Medlemmer er 42, og må være over 41." },
		{ "not(medlemmer > 41)", "Medlemmer er 42, og må være høyst 41." },
		{ "not(medlemmer >= 50)", "Medlemmer er 42, og må være under 50." },
		{ "medlemmer != 42", "Medlemmer er 42, og må være noe annet enn 42." },
		{ "applied >= 10000", "Søknadssummen er 40" NB "000" NB "kr, og må være minst 10" NB "000" NB "kr." },
		{ "applied * 2 <= costs", "Søknadssummen ganger 2 er 80" NB "000" NB
					  "kr, og må være høyst kostnadene (60" NB "000" NB "kr)." },
		{ "own-work div costs <= 0.25", "Egeninnsatsen delt på kostnadene er 0,1666, og må være høyst 0,25." },
		{ "sum(kostnader.cash) <= 40000",
		    "Summen av kostnader i penger er 50" NB "000" NB "kr, og må være høyst 40" NB "000" NB "kr." },
		{ "count(tema) >= 3", "Antall svar på tema er 2, og må være minst 3." },
		{ "billett <= 100", "Billettpris er ikke kjent ennå, og må være høyst 100" NB "kr." },
		{ "t:days(t:today(), start) >= 120",
		    "Antall dager fra dagen søknaden kommer til første dag er 77, og må være minst 120." },
		{ "premiere >= t:date('2027-04-01')", "Premiere er 1. mars 2027, og må være tidligst 1. april 2027." },
		{ "start < premiere", "Første dag er 15. januar 2027, og må være før premiere (1. mars 2027)." },
		{ "t:age(applicant-born, t:date('2026-12-31')) < 36",
		    "Alder på 31. desember 2026 er 36, og må være under 36." },
		{ "uttrykk = 'teater'", "Uttrykk er Dans, og må være Teater." },
		{ "unge = 'yes'", "«Er ungdom med?» er Nei, og må være Ja." },
		{ "applicant-type != 'voluntary'",
		    "Søkertypen er Frivillige lag og organisasjoner, og må være noe annet enn Frivillige lag og "
		    "organisasjoner." },
		{ "t:one-of(uttrykk, 'teater')", "Uttrykk er Dans, og må være Teater." },
		{ "not(t:one-of(uttrykk, 'dans', 'teater'))", "Uttrykk er Dans, og kan ikke være Dans eller Teater." },
		{ "t:selected(tema, 'helse')", "Tema: «Helse» er ikke valgt. Det kreves." },
		{ "t:selected(tema, 'by')", "Tema: «By» er valgt." },
		{ "not(t:selected(tema, 'by'))", "Tema: «By» er valgt. Det er ikke tillatt." },
		{ "t:in-list(kommuner, 'byene')", "«Hvilke kommuner?» (Kommunen, Kommunen) er på listen «Byene»." },
		{ "not(t:some-in-list(kommuner, 'byene'))",
		    "«Hvilke kommuner?» (Kommunen, Kommunen): minst én er på listen «Byene». Det er ikke tillatt." },
		{ "t:registered('nif')", "Søkeren står ikke i Norges idrettsforbund. Det kreves." },
		{ "t:registered('dfs')", "Vi vet ikke ennå: Det frivillige skyttervesen." },
		{ "in-voluntary-register", "Står i Frivillighetsregisteret: ja." },
		{ "t:answered(billett)", "Billettpris er ikke besvart. Det kreves." },
		{ "t:granted('annen', call-year - 1) = 0",
		    "Tilskudd fra «Annen ordning» i 2025 er 25" NB "000" NB "kr, og må være 0" NB "kr." },
		{ "t:granted-years('this') < 3",
		    "Antall år på rad med tilskudd fra denne ordningen er 0, og må være under 3." },
		{ "t:applications('any', call-year) = 0",
		    "Antall andre søknader til alle ordninger i 2026 er 1, og må være 0." },
		{ "t:applications-in-call() = 0", "Antall andre søknader i samme utlysning er 1, og må være 0." },
		{ "t:de-minimis() + applied <= 60000",
		    "Bagatellmessig støtte fra fylkeskommunen de siste tre årene pluss søknadssummen er 65" NB "000" NB
		    "kr, og "
		    "må være høyst 60" NB "000" NB "kr." },
	};
	struct fixture *f = with_world();

	for (size_t i = 0; i < COUNT_OF(rows); i++)
		CHECK_TEXT(told(f, rows[i].expression, LANG_NB), rows[i].nb);
}

TEST(what_decides_is_told_and_the_rest_is_not)
{
	struct fixture *f = with_world();

	CHECK_TEXT(told(f, "medlemmer >= 50 and applied >= 10000", LANG_NB), "Medlemmer er 42, og må være minst 50.");
	CHECK_TEXT(told(f, "medlemmer >= 40 and billett <= 100", LANG_NB),
	    "Medlemmer er 42, og må være minst 40. Billettpris er ikke kjent ennå, og må være høyst 100" NB "kr.");
}

TEST(parts_of_a_whole)
{
	struct fixture *f = with_world();

	CHECK_TEXT(told(f, "medlemmer >= 40 and medlemmer < 50", LANG_NB),
	    "Medlemmer er 42, og må være minst 40. Medlemmer er 42, og må være under 50.");
	CHECK_TEXT(told(f, "medlemmer >= 50 or medlemmer > 1", LANG_NB), "Medlemmer er 42, og må være over 1.");
	CHECK_TEXT(told(f, "medlemmer >= 50 or medlemmer = 7", LANG_NB),
	    "Minst ett av dette må gjelde: Medlemmer er 42, og må være minst 50. Medlemmer er 42, og må være 7.");
	CHECK_TEXT(told(f, "not(medlemmer >= 40 or medlemmer = 7)", LANG_NB), "Medlemmer er 42, og må være under 40.");
}

TEST(explanations_are_in_the_readers_language)
{
	struct fixture *f = with_world();

	CHECK_TEXT(told(f, "count(tema) >= 3", LANG_NN), "Talet på svar på tema er 2, og må vere minst 3.");
	CHECK_TEXT(told(f, "count(tema) >= 3", LANG_EN), "Number of answers to tema is 2, and must be at least 3.");
	CHECK_TEXT(told(f, "start < premiere", LANG_EN),
	    "The first day is 15 January 2027, and must be before premiere (1 March 2027).");
	CHECK_TEXT(
	    told(f, "t:registered('nif')", LANG_NN), "Søkjaren står ikkje i Norges idrettsforbund. Det er eit krav.");
	CHECK_TEXT(told(f, "own-work div costs <= 0.25", LANG_EN),
	    "The own work divided by the costs is 0.1666, and must be at most 0.25.");
}

UNIT_MAIN(WITH_ARENA(each_kind_of_expression_explains_itself), WITH_ARENA(what_decides_is_told_and_the_rest_is_not),
    WITH_ARENA(parts_of_a_whole), WITH_ARENA(explanations_are_in_the_readers_language))
