/* scheme_money_test.c — every word about sums, criteria and sharing is read, and what can't hold together is told. */
#include "scheme_fixture.h"

#include "scheme/expr.h"
#include "scheme/scheme_compile.h"

#define BREADTH "<nb>Bredde</nb><nn>Breidd</nn></criterion>"
#define FLOOR "<award-floor share=\"33.33\"/>"
#define MAX "<max nok=\"100000\"/>"
#define TYPES "<cost-table id=\"kostnader\" max-rows=\"20\"><nb>Ut</nb><nn>Ut</nn>"
#define TYPE(code) "<cost-type code=\"" code "\"><nb>" code "</nb><nn>" code "</nn></cost-type>"
#define NAMES "<nb>x</nb><nn>x</nn>"
#define RANKED "<distribution kind=\"ranked\"/>"
#define KVALITET "<criterion id=\"kvalitet\" weight=\"60\">"

/* Compiles the small scheme with the changes; no message is wanted. */
static const struct scheme *
compiled(struct arena *arena, const char *const changes[][2], size_t n)
{
	const char *xml = fixture_file(arena, "tests/fixtures/scheme/small.xml");
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct scheme *scheme = NULL;

	for (size_t i = 0; i < n; i++)
		xml = fixture_swap(arena, xml, changes[i][0], changes[i][1]);
	if (scheme_compile(&scheme, &messages, arena, "t.xml", xml, strlen(xml)) != OK)
		fail_msg("%s", scheme_message_line(&messages, 0));
	return (scheme);
}

#define COMPILED(arena, changes) compiled(arena, changes, sizeof(changes) / sizeof((changes)[0]))

TEST(every_rule_about_a_sum_is_read)
{
	static const char *const changes[][2] = {
		{ TYPES, TYPES TYPE("reise") TYPE("adm") },
		{ MAX, "<max nok=\"45\" for-each=\"t:figure('innbyggere-67')\" firm=\"yes\">" NAMES "</max>"
		       "<max share=\"50\" cost-type=\"reise adm\" when=\"kostnader.reise > 0\"/>"
		       "<cost-share cost-type=\"reise\" share=\"50\" nok=\"9000\" of=\"cash-costs\"/>"
		       "<sub-cap cost-type=\"adm\" max-share=\"10\" max-nok=\"500\" min-share=\"1.5\"/>"
		       "<own-work max-share=\"0\" of=\"costs\" when=\"applicant-type = 'municipality'\"/>"
		       "<own-share min-share=\"100\" of=\"applied\" when=\"unge = 'yes'\"/>"
		       "<final-cost cut=\"share\"/>" },
		{ FLOOR, "<award-floor nok=\"5000\"/>" },
	};
	struct arena *arena = arena_new(0);
	const struct scheme_amount *a = &COMPILED(arena, changes)->amount;

	CHECK(a->max[0].firm && a->max[0].for_each != NULL && a->max[0].sum.ore == 4500);
	CHECK_TEXT(lang_pick(&a->max[0].note, LANG_NN), "x");
	CHECK(a->max[1].types.n == 2 && a->max[1].when != NULL && !a->max[1].firm);
	CHECK_TEXT(a->max[1].types.codes[1], "adm");
	CHECK(a->n_cost_shares == 1 && a->cost_shares[0].share == 5000 && a->cost_shares[0].sum.ore == 900000);
	CHECK_INT(a->cost_shares[0].of, SHARE_OF_CASH_COSTS);
	CHECK(a->n_sub_caps == 1 && a->sub_caps[0].max_share == 1000 && a->sub_caps[0].min_share == 150);
	CHECK_INT(a->sub_caps[0].max_sum.ore, 50000);
	CHECK(a->n_own_works == 2 && a->own_works[0].share == 0 && a->own_works[0].of == SHARE_OF_COSTS);
	CHECK(a->own_works[0].when != NULL && a->own_work_rate.ore == 30000 && a->own_works[1].share == 2550);
	CHECK(a->n_own_shares == 2 && a->own_shares[0].share == 10000 && a->own_shares[0].of == SHARE_OF_APPLIED);
	CHECK(a->own_shares[0].when != NULL && a->own_shares[1].when == NULL);
	CHECK(a->award_floor == 0 && a->award_floor_sum.ore == 500000 && a->final_cost == FINAL_COST_SHARE);
	arena_free(arena);
}

TEST(a_share_under_a_state_aid_rule_is_firm)
{
	static const char *const changes[][2] = {
		{ "<applicants>", "<state-aid basis=\"gber-31\">" NAMES "</state-aid><applicants>" },
	};
	struct arena *arena = arena_new(0);
	const struct scheme_amount *a = &COMPILED(arena, changes)->amount;

	CHECK(!a->max[0].firm && a->max[1].firm);
	arena_free(arena);
}

TEST(every_kind_of_criterion_is_read)
{
	static const char *const changes[][2] = {
		{ KVALITET, "<criterion id=\"kvalitet\" weight=\"60\" min-mark=\"3\" below=\"reject\">" },
		{ BREADTH,
		    BREADTH "<criterion id=\"krav\" kind=\"required\">" NAMES "</criterion>"
			    "<criterion id=\"helst\" kind=\"should\">" NAMES "</criterion>"
			    "<criterion id=\"spredning\" kind=\"portfolio\" spread=\"kunstart\">" NAMES
			    "</criterion><ladder><nb>L</nb><nn>L</nn><rung id=\"a\" when=\"unge = 'yes'\">" NAMES
			    "</rung><rung id=\"b\">" NAMES "</rung></ladder>"
			    "<tie-break by=\"test\" test=\"applicant-type = 'voluntary'\">" NAMES "</tie-break>"
			    "<tie-break by=\"number\" number=\"antall * 2\" order=\"descending\">" NAMES "</tie-break>"
			    "<tie-break by=\"first-applied\" order=\"ascending\"/>"
			    "<tie-break by=\"years-applied\" order=\"descending\"/>" },
	};
	struct arena *arena = arena_new(0);
	const struct scheme *s = COMPILED(arena, changes);

	CHECK(s->criteria[0].min_mark == 3 && s->criteria[0].min_rejects && s->criteria[1].min_mark == -1);
	CHECK(s->criteria[2].kind == CRITERION_REQUIRED && s->criteria[3].kind == CRITERION_SHOULD);
	CHECK_INT(s->criteria[4].kind, CRITERION_PORTFOLIO);
	CHECK_TEXT(s->criteria[4].spread, "kunstart");
	CHECK(s->n_rungs == 2 && s->rungs[0].when != NULL && s->rungs[1].when == NULL && !s->ladder_judged);
	CHECK(scheme_rung(s, "b") == &s->rungs[1] && scheme_rung(s, "c") == NULL);
	CHECK(s->tie_breaks[0].key == RANK_TEST && s->tie_breaks[0].value != NULL);
	CHECK(s->tie_breaks[1].key == RANK_NUMBER && s->tie_breaks[1].value != NULL && s->tie_breaks[1].descending);
	CHECK(s->tie_breaks[2].key == RANK_FIRST_APPLIED && s->tie_breaks[3].key == RANK_YEARS_APPLIED);
	arena_free(arena);
}

TEST(marks_may_count_alike)
{
	static const char *const changes[][2] = {
		{ "method=\"weighted\"", "method=\"marks\"" },
		{ KVALITET, "<criterion id=\"kvalitet\">" },
		{ "weight=\"40\" tag", "tag" },
	};
	struct arena *arena = arena_new(0);
	const struct scheme *s = COMPILED(arena, changes);

	CHECK(s->method == CRITERIA_MARKS && scheme_has_marks(s));
	CHECK(s->criteria[0].weight == 1 && s->criteria[1].weight == 1);
	arena_free(arena);
}

#define CRITERIA_OPEN "<criteria method=\"weighted\" scale=\"1-6\">"
#define APPLIED_FIELD                                                                                                  \
	"<applied-sum id=\"sum\" required=\"true()\"><nb>Sum</nb><nn>Sum</nn><why use=\"amount\"/></applied-sum>"
#define FORMULA                                                                                                        \
	"<distribution kind=\"formula\" round=\"10\" remainder=\"largest\">"                                           \
	"<pot id=\"en\" share=\"20\" when=\"unge = 'yes'\" unused=\"others\" min-nok=\"10\" below=\"nothing\" "        \
	"max-nok=\"900\">" NAMES "<split share=\"100\" by=\"parts\"><weight parts=\"2\" when=\"antall > 3\"/><weight " \
	"parts=\"1\"/></split></pot>"                                                                                  \
	"<pot id=\"to\" share=\"80\">" NAMES "<split share=\"30\" by=\"equal\">" NAMES                                 \
	"</split><split share=\"70\" by=\"count\" count=\"antall\"/></pot></distribution>"

/* The small scheme without criteria, amounts and a sum applied for, its frame shared as said. */
static const char *
computed(struct arena *arena, const char *distribution)
{
	const char *xml = fixture_file(arena, "tests/fixtures/scheme/small.xml");
	const char *cut[][2] = { { "<criteria", "</criteria>" }, { "<amount>", "</amount>" },
		{ "<applied-sum", "</applied-sum>" }, { "<cost-table", "</cost-table>" },
		{ "<financing-table", "</financing-table>" }, { "<eligibility>", "</eligibility>" },
		{ "<tests>", "</tests>" } };

	for (size_t i = 0; i < sizeof(cut) / sizeof(cut[0]); i++) {
		const char *from = strstr(xml, cut[i][0]), *to = strstr(from, cut[i][1]) + strlen(cut[i][1]);

		xml = arena_printf(arena, "%.*s%s", (int)(from - xml), xml, to);
	}
	xml = fixture_swap(arena, xml, "criterion:bredde statistics", "statistics");
	return (fixture_swap(arena, xml, RANKED, distribution));
}

TEST(a_formula_is_read)
{
	struct arena *arena = arena_new(0);
	const char *xml = computed(arena, FORMULA);
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct scheme *s = NULL;
	const struct scheme_pot *pots;

	if (scheme_compile(&s, &messages, arena, "t.xml", xml, strlen(xml)) != OK)
		fail_msg("%s", scheme_message_line(&messages, 0));
	pots = s->sharing.pots;
	CHECK(s->distribution == DISTRIBUTION_FORMULA && scheme_is_computed(s) && s->method == CRITERIA_OVERALL);
	CHECK(s->sharing.round.ore == 1000 && s->sharing.remainder == REMAINDER_LARGEST && s->sharing.n_pots == 2);
	CHECK(pots[0].share == 2000 && pots[0].when != NULL && pots[0].unused_to_others && !pots[0].below_raised);
	CHECK(pots[0].min.ore == 1000 && pots[0].max.ore == 90000);
	CHECK(pots[0].splits[0].by == SPLIT_PARTS && pots[0].splits[0].n_weights == 2);
	CHECK(pots[0].splits[0].weights[0].parts == 2 && pots[0].splits[0].weights[0].when != NULL);
	CHECK(pots[1].when == NULL && pots[1].max.ore < 0 && pots[1].min.ore == 0 && pots[1].below_raised);
	CHECK(pots[1].splits[0].by == SPLIT_EQUAL && pots[1].splits[1].by == SPLIT_COUNT);
	CHECK(pots[1].splits[1].count != NULL && pots[1].splits[1].share == 7000);
	arena_free(arena);
}

/* Replaces one place of the formula and tells what is said then. */
static const char *
formula_told(struct arena *arena, const char *find, const char *replace)
{
	const char *xml = computed(arena, fixture_swap(arena, FORMULA, find, replace));

	return (fixture_messages(arena, xml, strlen(xml), LANG_NB));
}

TEST(formulas_that_do_not_add_up_are_told)
{
	static const struct fixture_change changes[] = {
		{ "share=\"80\"", "share=\"79.99\"", "18: pottene blir 99.99 prosent til sammen; de må bli 100" },
		{ "share=\"70\"", "share=\"60\"",
		    "18: delene av potten «to» blir 90 prosent til sammen; de må bli 100" },
		{ " when=\"unge = 'yes'\"", "",
		    "18: potten «en» har ikke when og tar alle, så de neste blir aldri brukt; skriv when eller sett "
		    "den "
		    "sist" },
		{ "max-nok=\"900\"", "max-nok=\"9\"",
		    "18: i potten «en» er det meste 0 eller mindre enn det minste; rett min-nok eller max-nok" },
		{ "min-nok=\"10\" ", "",
		    "18: below i potten «en» sier hva som skjer under min-nok; skriv min-nok eller ta det bort" },
		{ " count=\"antall\"", "", "18: <split by=\"count\"> sier ikke hva som telles; skriv count=\"…\"" },
		{ " by=\"equal\"", " by=\"equal\" count=\"antall\"",
		    "18: count hører til by=\"count\"; ta det bort eller rett by" },
		{ "by=\"parts\"", "by=\"equal\"", "18: <weight> hører til by=\"parts\"; ta det bort eller rett by" },
		{ "<split share=\"30\" by=\"equal\">", "<split share=\"30\" by=\"parts\">",
		    "18: <split by=\"parts\"> sier ikke hvem som får hvor mange deler; legg til <weight>" },
		{ "kind=\"formula\"", "kind=\"everyone\" gives=\"equal\"",
		    "18: <pot> hører til kind=\"formula\"; ta den bort eller rett kind" },
		{ "</distribution>", "<earmark id=\"a\" share=\"1\" when=\"true()\">" NAMES "</earmark></distribution>",
		    "18: fordelingen regnes ut, så ingenting kan øremerkes; bruk <pot> eller ta bort <earmark>" },
		{ "round=\"10\"", "round=\"10\" gives=\"equal\"",
		    "18: gives hører ikke til denne fordelingen; ta det bort eller rett kind" },
		{ "count=\"antall\"", "count=\"antal\"",
		    "18: count på <split>, tegn 1: det finnes ikke noe felt eller faktum som heter «antal»; rett "
		    "navnet; mente du «antall»?" },
	};

	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		struct arena *arena = arena_new(0);

		CHECK_TEXT(formula_told(arena, changes[i].find, changes[i].replace), changes[i].expected);
		arena_free(arena);
	}
}

TEST(a_distribution_to_everyone_says_what_each_gets)
{
	struct arena *arena = arena_new(0);
	const char *xml = computed(arena, "<distribution kind=\"everyone\"/>");

	CHECK_TEXT(fixture_messages(arena, xml, strlen(xml), LANG_NB),
	    "18: kind=\"everyone\" sier ikke hva hver får; skriv gives=\"equal\" eller \"amount\"");
	xml = computed(arena, "<distribution kind=\"everyone\" gives=\"amount\"/>");
	CHECK_TEXT(fixture_messages(arena, xml, strlen(xml), LANG_NB),
	    "18: ordningen sier ikke hvor mye som kan gis; legg til <amount>");
	xml = computed(arena, "<distribution kind=\"formula\"/>");
	CHECK_TEXT(fixture_messages(arena, xml, strlen(xml), LANG_NB),
	    "18: kind=\"formula\" sier ikke hvordan rammen deles; legg til <pot>");
	xml = computed(arena, "<distribution kind=\"everyone\" gives=\"equal\"/>");
	CHECK_TEXT(fixture_messages(arena, xml, strlen(xml), LANG_NB), "");
	arena_free(arena);
}

TEST(sums_that_cannot_be_are_told)
{
	static const struct fixture_change changes[] = {
		{ MAX, MAX "<max share=\"50\" cost-type=\"reise\"/>",
		    "23: <max> viser til kostnadstypen «reise», som <cost-table> ikke har; rett cost-type eller legg "
		    "til "
		    "<cost-type>" },
		{ TYPES, TYPES TYPE("reise"),
		    "50: «kostnader» har bare én kostnadstype; legg til flere eller ta den bort" },
		{ TYPES, TYPES TYPE("cash") TYPE("b"),
		    "50: «cash» er navnet på en kolonne i tabellen; gi kostnadstypen en annen code" },
		{ MAX, MAX "<max share=\"50\" for-each=\"antall\"/>",
		    "23: for-each teller noe som ingen sum hører til; skriv nok=\"…\" eller ta det bort" },
		{ MAX, MAX "<max nok=\"50000\" cost-type=\"reise\"/>",
		    "23: cost-type sier hva andelen er av, men det er ingen share; skriv share=\"…\" eller ta det "
		    "bort\n"
		    "23: <max> viser til kostnadstypen «reise», som <cost-table> ikke har; rett cost-type eller legg "
		    "til "
		    "<cost-type>" },
		{ MAX, MAX "<max nok=\"5\" for-each=\"t:figure('Å')\"/>",
		    "23: for-each på <max>, tegn 10: t:figure() trenger navnet på et tall i conf/figures, som "
		    "'innbyggere-67'; rett det" },
		{ FLOOR, "<award-floor/>", "27: <award-floor> setter ingen grense; skriv share=\"…\" eller nok=\"…\"" },
		{ FLOOR, "<award-floor nok=\"100001\"/>",
		    "27: det minste som gis, er mer enn taket; rett <award-floor> eller <max>" },
		{ MAX, MAX "<max nok=\"1\" cost-type=\"Reise\"/>",
		    "23: cost-type=\"Reise\" på <max> går ikke; skriv id-er med mellomrom mellom, hver én gang" },
	};
	static const struct fixture_change typed[] = {
		{ MAX, MAX "<sub-cap cost-type=\"reise\"/>",
		    "23: <sub-cap> setter ingen grense; skriv max-share, max-nok eller min-share" },
		{ MAX, MAX "<cost-share cost-type=\"reise\" share=\"0\"/>",
		    "23: <cost-share> er på 0 prosent; skriv en andel eller ta det bort" },
	};

	FIXTURE_CHECK(changes);
	for (size_t i = 0; i < 2; i++) {
		struct arena *arena = arena_new(0);
		const char *xml = fixture_swap(arena, fixture_file(arena, "tests/fixtures/scheme/small.xml"), TYPES,
		    TYPES TYPE("reise") TYPE("adm"));

		xml = fixture_swap(arena, xml, typed[i].find, typed[i].replace);
		CHECK_TEXT(fixture_messages(arena, xml, strlen(xml), LANG_NB), typed[i].expected);
		arena_free(arena);
	}
}

TEST(only_a_sum_that_always_holds_needs_no_question)
{
	static const struct {
		const char *amount;
		bool asks;
	} cases[] = {
		{ "<fixed nok=\"50000\"/>", false },
		{ "<fixed nok=\"50000\" when=\"call-year > 2025\"/><fixed nok=\"40000\"/>", false },
		{ "<fixed nok=\"50000\" when=\"call-year > 2025\"/>", true },
		{ "<levels><level nok=\"50000\"/><level nok=\"60000\"/></levels>", true },
		{ "<max nok=\"50000\"/>", true },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct arena *arena = arena_new(0);
		const char *xml = fixture_swap(arena, fixture_file(arena, "conf/schemes/templates/stipend.xml"),
		    "<fixed nok=\"50000\"/>", cases[i].amount);
		const char *said;

		/* The template's empty texts are its user's to fill in. */
		while (strstr(xml, "<nb></nb>") != NULL)
			xml = fixture_swap(
			    arena, fixture_swap(arena, xml, "<nb></nb>", "<nb>X</nb>"), "<nn></nn>", "<nn>X</nn>");
		said = fixture_messages(arena, xml, strlen(xml), LANG_NB);
		if ((strstr(said, "skjemaet spør ikke hvor mye") != NULL) != cases[i].asks)
			fail_msg("%s: %s", cases[i].amount, said);
		arena_free(arena);
	}
}

TEST(criteria_that_cannot_be_are_told)
{
	static const struct fixture_change changes[] = {
		{ KVALITET, "<criterion id=\"kvalitet\" weight=\"60\" kind=\"required\">",
		    "30: kriteriet «kvalitet» er kind=\"required\" og får ikke karakter; ta bort <anchor> og min-mark\n"
		    "30: kriteriet «kvalitet» er kind=\"required\" og går ikke inn i summen; ta bort weight" },
		{ KVALITET, "<criterion id=\"kvalitet\" weight=\"60\" min-mark=\"1\">",
		    "30: ingen kan få lavere enn min-mark på «kvalitet»; skriv en høyere karakter eller ta det bort" },
		{ KVALITET, "<criterion id=\"kvalitet\" weight=\"60\" min-mark=\"7\">",
		    "30: karakteren 7 er utenfor skalaen 1-6; rett den" },
		{ KVALITET, "<criterion id=\"kvalitet\" weight=\"60\" below=\"reject\">",
		    "30: below sier hva en karakter under min-mark betyr; skriv min-mark på «kvalitet» eller ta det "
		    "bort" },
		{ KVALITET, "<criterion id=\"kvalitet\" weight=\"60\" spread=\"municipality\">",
		    "30: spread hører til kind=\"portfolio\"; ta det bort fra «kvalitet»" },
		{ BREADTH, BREADTH "<criterion id=\"s\" kind=\"portfolio\" spread=\"antall\">" NAMES "</criterion>",
		    "32: «s» skal spres over «antall», som ikke er noe spørsmål med valg; skriv municipality, "
		    "applicant-type eller id-en til et valg" },
		{ BREADTH, BREADTH "<ladder><rung id=\"a\">" NAMES "</rung></ladder>",
		    "32: <ladder> har bare ett trinn; legg til flere <rung>" },
		{ BREADTH, BREADTH "<ladder><rung id=\"a\">" NAMES "</rung><rung id=\"b\">" NAMES "</rung></ladder>",
		    "32: trinnet har ikke when og tar alle, så de neste blir aldri brukt; skriv when" },
		{ BREADTH,
		    BREADTH "<ladder><rung id=\"a\" when=\"true()\">" NAMES
			    "</rung><rung id=\"b\" when=\"true()\">" NAMES "</rung></ladder>",
		    "32: det siste trinnet tar resten; ta bort when, så alle søknader har et trinn" },
		{ BREADTH,
		    BREADTH "<ladder judged-by=\"officer\"><rung id=\"a\" when=\"true()\">" NAMES
			    "</rung><rung id=\"a\">" NAMES "</rung></ladder>",
		    "32: to <rung> har id=\"a\"; gi den ene en annen\n"
		    "32: en saksbehandler velger trinn, så when blir aldri brukt; ta bort when eller judged-by" },
		{ BREADTH, BREADTH "<tie-break by=\"test\" order=\"ascending\"/>",
		    "32: <tie-break by=\"test\"> sier ikke hva; skriv test=\"…\"\n"
		    "32: <tie-break by=\"test\"> har ingen ord for søkere; skriv <nb> og <nn>\n"
		    "32: de testen er sann for, kommer først; ta bort order" },
		{ BREADTH, BREADTH "<tie-break by=\"applied\" order=\"ascending\" number=\"antall\"/>",
		    "32: number=\"…\" hører til by=\"number\"; ta det bort eller rett by" },
		{ "method=\"weighted\"", "method=\"marks\"",
		    "30: kriteriet «kvalitet» har vekt, men method er \"marks\"; ta bort weight\n"
		    "32: kriteriet «bredde» har vekt, men method er \"marks\"; ta bort weight" },
		{ RANKED,
		    "<distribution kind=\"ranked\" round=\"5\"><earmark id=\"a\" share=\"60\" when=\"true()\">" NAMES
		    "</earmark><earmark id=\"b\" share=\"50\" nok=\"5\" when=\"true()\">" NAMES
		    "</earmark></distribution>",
		    "34: øremerkingen «b» kan ha share eller nok, over 0 og ikke begge; rett den, eller ta dem bort "
		    "når hver utlysning sier hvor mye\n"
		    "34: øremerkingene blir 110 prosent til sammen; de kan ikke bli mer enn 100\n"
		    "34: round hører ikke til denne fordelingen; ta det bort eller rett kind" },
		{ "<case name=\"godt\" ", "<case name=\"godt\" rung=\"a\" earmark=\"b\" ",
		    "64: prøven «godt» venter trinnet «a», som svarene ikke kan gi; rett rung\n"
		    "64: prøven «godt» venter øremerkingen «b», som ikke finnes; rett earmark" },
		{ "<tests>",
		    "<tests><round name=\"r\" frame=\"5\"><recipient name=\"a\" award=\"5\"><answer name=\"x\" "
		    "value=\"1\"/></recipient></round>",
		    "63: <round> prøver fordelinger som regnes ut; ta den bort eller rett kind\n"
		    "63: prøven «r» gir «x», som ikke finnes i skjemaet; rett navnet" },
	};

	FIXTURE_CHECK(changes);
}

SCHEME_MAIN(UNIT(only_a_sum_that_always_holds_needs_no_question), cmocka_unit_test(every_rule_about_a_sum_is_read),
    cmocka_unit_test(a_share_under_a_state_aid_rule_is_firm), cmocka_unit_test(every_kind_of_criterion_is_read),
    cmocka_unit_test(marks_may_count_alike), cmocka_unit_test(a_formula_is_read),
    cmocka_unit_test(formulas_that_do_not_add_up_are_told),
    cmocka_unit_test(a_distribution_to_everyone_says_what_each_gets), cmocka_unit_test(sums_that_cannot_be_are_told),
    cmocka_unit_test(criteria_that_cannot_be_are_told))
