/* scheme_check_test.c — what does not hold together in a scheme is told where it stands, with what to do. */
#include "scheme_fixture.h"

#include "scheme/scheme_compile.h"

#define RULE "test=\"applied >= 10000\""

TEST(expressions_are_compiled_where_they_stand)
{
	static const struct fixture_change changes[] = {
		{ RULE, "test=\"aplied >= 10000\"",
		    "16: test på <rule>, tegn 1: det finnes ikke noe felt eller faktum som heter «aplied»; rett "
		    "navnet; mente du "
		    "«applied»?" },
		{ "relevant=\"unge = 'yes'\"", "relevant=\"unge = 'ja'\"",
		    "39: relevant på <choice>, tegn 8: «ja» er ikke noe svar på «unge»; velg blant 'yes', 'no'" },
		{ "constraint=\". != 7\"", "constraint=\". != 'sju'\"",
		    "42: constraint på <integer>, tegn 3: et tall og en tekst kan ikke sammenliknes; rett uttrykket" },
		{ "constraint=\". != 7\"", "constraint=\"antall\"",
		    "42: constraint på <integer>, tegn 1: her står et tall, men det trengs sant eller usant; rett "
		    "uttrykket" },
		{ "id=\"sum\" required=\"true()\"", "id=\"sum\" required=\"true(\"",
		    "49: required på <applied-sum>, tegn 6: uttrykket slutter for tidlig; skriv resten" },
		{ "<period id=\"periode\">", "<period id=\"periode\" constraint=\". = 1\">",
		    "44: constraint på <period>, tegn 1: «.» finnes bare i constraint på felt med ett svar; skriv "
		    "navnet på feltet\n44: «periode» har en constraint uten <constraint-text>; skriv hva søkeren skal "
		    "gjøre" },
		{ "<max nok=\"100000\"/>", "<max nok=\"100000\" when=\"count(kommuner) > 1\"/>", "" },
		{ "<max nok=\"100000\"/>", "<max nok=\"100000\" when=\"mal.deltakere > 1 and sum(inn.cash) > 2\"/>",
		    "" },
		{ "<max nok=\"100000\"/>", "<max nok=\"100000\" when=\"applicant-type = 'enterprise'\"/>",
		    "23: when på <max>, tegn 18: «enterprise» er ikke noe svar på «applicant-type»; velg blant "
		    "'voluntary', "
		    "'municipality'" },
	};

	FIXTURE_CHECK(changes);
}

TEST(a_fact_needs_its_field)
{
	static const struct fixture_change changes[] = {
		{ "<municipalities id=\"kommuner\"><nb>Hvor?</nb><nn>Kvar?</nn><why "
		  "use=\"statistics\"/></municipalities>",
		    "<text id=\"x\" required=\"municipalities > 1\"><nb>X</nb><nn>X</nn><why use=\"case\"/></text>",
		    "45: required på <text>, «municipalities» finnes bare når skjemaet har <municipalities>; legg "
		    "feltet til eller "
		    "ta bort uttrykket" },
		{ "<cost-table id=\"kostnader\" max-rows=\"20\"><nb>Ut</nb><nn>Ut</nn><why "
		  "use=\"amount\"/></cost-table>",
		    "",
		    "24: <max> regner av noe skjemaet ikke spør om; legg til <cost-table>\n"
		    "25: <own-share> regner av noe skjemaet ikke spør om; legg til <cost-table>\n"
		    "51: «inn» skal stemme med «kostnader», som ikke er noen <cost-table>; rett balances\n"
		    "64: prøven «godt» gir «costs», men skjemaet har ingen <cost-table>; ta det bort" },
	};

	FIXTURE_CHECK(changes);
}

TEST(rules_say_who_tests_them_and_how_they_end)
{
	static const struct fixture_change changes[] = {
		{ RULE, RULE " judged-by=\"officer\"",
		    "16: regelen «minst» har flere av test, judged-by og <alternative>; "
		    "behold én av måtene" },
		{ " judged-by=\"officer\"", "",
		    "18: regelen «god-nok» har verken test, judged-by eller <alternative>; skriv én av dem" },
		{ " outcome=\"dismissal\" " RULE, " " RULE,
		    "16: regelen «minst» er knock-out uten outcome; skriv outcome=\"dismissal\" (avvisning) eller "
		    "\"rejection\" "
		    "(avslag)\n65: prøven «lite» har et annet outcome enn regelen «minst»; rett en av dem" },
		{ "kind=\"warning\"", "kind=\"warning\" outcome=\"rejection\"",
		    "18: regelen «god-nok» er en advarsel og fører ikke til noe; ta bort outcome" },
		{ "id=\"god-nok\"", "id=\"minst\"", "18: to <rule> har id=\"minst\"; gi den ene en annen" },
		{ "id=\"god-nok\"", "id=\"applicant-type\"",
		    "18: «applicant-type» er en regel alle ordninger har; gi regelen en annen id" },
		{ "type=\"municipality\"", "type=\"voluntary\"",
		    "13: to <applicant> har type=\"voluntary\"; gi den ene en annen" },
	};

	FIXTURE_CHECK(changes);
}

TEST(amounts_are_possible)
{
	static const struct fixture_change changes[] = {
		{ "<max nok=\"100000\"/>", "<max/>",
		    "23: <max> setter ingen grense; skriv nok=\"…\" eller share=\"…\"" },
		{ "<max nok=\"100000\"/>", "<max nok=\"0\"/>",
		    "23: <max> er 0, så ingen kan få noe; skriv en grense over 0" },
		{ "<max nok=\"100000\"/>", "<max nok=\"100000\" of=\"costs\"/>",
		    "23: of sier hva andelen er av, men det er ingen share; ta den bort" },
		{ "<max nok=\"100000\"/>", "<max nok=\"9999\"/>",
		    "23: minstesummen er høyere enn taket; rett en av dem" },
		{ "<max nok=\"100000\"/>", "<max nok=\"10000\"/>", "" },
		{ "min-share=\"25\"", "min-share=\"25.01\"",
		    "24: andelen og egenandelen blir mer enn 100 prosent til sammen; rett en av dem" },
		{ "rule=\"minst\"", "rule=\"ingen\"",
		    "22: <min> viser til regelen «ingen», som ikke finnes eller ikke har test; rett rule" },
		{ "rule=\"minst\"", "rule=\"god-nok\"",
		    "22: <min> viser til regelen «god-nok», som ikke finnes eller ikke har test; rett rule" },
		{ "<min nok=\"10000\"", "<min nok=\"15000\"",
		    "22: regelen «minst» setter en annen grense enn 15000 kr; rett regelen eller <min>" },
		{ RULE, "test=\"applied > 10000\"",
		    "22: regelen «minst» setter en annen grense enn 10000 kr; rett regelen eller <min>" },
		{ "<own-work max-rate=\"300\" max-share=\"25.5\"/>", "<own-work/>",
		    "26: <own-work> setter ingen grense; skriv max-rate=\"…\" eller max-share=\"…\"" },
	};

	FIXTURE_CHECK(changes);
}

#define MAX "<max nok=\"100000\"/>"
#define SHARE "<max share=\"75\" of=\"costs\"/>"
#define RATE(attributes) "<unit-rate " attributes "><nb>hode</nb><nn>hovud</nn></unit-rate>"

TEST(sums_rates_and_steps_are_possible)
{
	static const struct fixture_change changes[] = {
		{ MAX, MAX "<fixed nok=\"50000\"/>", "" },
		{ MAX, "<fixed nok=\"50000\" when=\"unge = 'yes'\"/><fixed nok=\"60000\"/>", "" },
		{ MAX, "<fixed nok=\"0\"/>", "23: <fixed> er 0, så ingen kan få noe; skriv en sum over 0" },
		{ MAX, "<fixed nok=\"9999\"/>", "23: summen er lavere enn minstesummen; rett en av dem" },
		{ MAX, "<fixed nok=\"50000\"/><fixed nok=\"60000\" when=\"unge = 'yes'\"/>",
		    "23: <fixed> over denne gjelder alltid, så denne blir aldri brukt; gi den øverste when, eller ta "
		    "bort "
		    "denne" },
		{ MAX, "<levels><level nok=\"50000\"/><level nok=\"150000\" when=\"municipalities > 2\"/></levels>",
		    "" },
		{ MAX, "<levels><level nok=\"50000\"/></levels>", "23: <levels> har bare én sum; bruk <fixed>" },
		{ MAX, "<levels><level nok=\"50000\"/><level nok=\"50000\"/></levels>",
		    "23: summene i <levels> må stige; sett den laveste først" },
		{ MAX, "<fixed nok=\"50000\"/><levels><level nok=\"50000\"/><level nok=\"60000\"/></levels>",
		    "23: ordningen har både <fixed> og <levels>; behold én" },
		{ MAX, RATE("nok=\"1000\" count=\"antall\""), "" },
		{ MAX, RATE("nok=\"1000\" per=\"2\" count=\"t:min(antall, 10)\""), "" },
		{ MAX, RATE("nok=\"0\" count=\"antall\""),
		    "23: <unit-rate> er 0, så ingen kan få noe; skriv en sum over 0" },
		{ MAX, RATE("nok=\"1\" count=\"unge\""),
		    "23: count på <unit-rate>, tegn 1: her står en tekst, men det trengs et tall; rett uttrykket" },
		{ MAX, RATE("nok=\"1\" count=\"antal\""),
		    "23: count på <unit-rate>, tegn 1: det finnes ikke noe felt eller faktum som heter «antal»; rett "
		    "navnet; "
		    "mente du «antall»?" },
		{ MAX, MAX "<step nok=\"1000\"/>", "" },
		{ MAX, MAX "<step nok=\"0\"/>", "23: <step> er 0, så ingen kan få noe; skriv en sum over 0" },
		{ MAX, MAX "<step nok=\"100001\"/>",
		    "23: taket er lavere enn ett steg, så ingen kan få noe; rett <step> eller <max>" },
		{ MAX, "<fixed nok=\"50000\"/><step nok=\"1000\"/>",
		    "23: <step> runder summer, men summene her er faste; ta bort <step>" },
		{ MAX "\n    " SHARE, "",
		    "21: <amount> setter ingen øvre grense; legg til <max>, <fixed>, <levels> eller <unit-rate>" },
	};

	FIXTURE_CHECK(changes);
}

TEST(criteria_weigh_a_hundred_and_anchors_stay_on_the_scale)
{
	static const struct fixture_change changes[] = {
		{ "weight=\"60\"", "weight=\"61\"", "29: vektene blir 101 til sammen; de må bli 100" },
		{ " weight=\"60\"", "",
		    "29: vektene blir 40 til sammen; de må bli 100\n30: kriteriet «kvalitet» mangler vekt; skriv "
		    "weight=\"…\"" },
		{ " scale=\"1-6\"", "",
		    "29: kriteriene har vekter, men ingen skala; skriv for eksempel scale=\"0-5\"" },
		{ "mark=\"6\"", "mark=\"7\"", "31: karakteren 7 er utenfor skalaen 1-6; rett den" },
		{ "mark=\"6\"", "mark=\"0\"", "31: karakteren 0 er utenfor skalaen 1-6; rett den" },
		{ "<anchor mark=\"6\">", "<anchor mark=\"6\"><nb>A</nb><nn>A</nn></anchor><anchor mark=\"6\">",
		    "31: to <anchor> har mark=\"6\"; gi den ene en annen" },
		{ "id=\"bredde\"", "id=\"kvalitet\"",
		    "32: to <criterion> har id=\"kvalitet\"; gi den ene en annen\n"
		    "38: «unge» er til kriteriet «bredde», som ikke finnes; rett use" },
		{ "method=\"weighted\" scale=\"1-6\"", "method=\"overall\"",
		    "30: kriteriet «kvalitet» har vekt eller karakterer, men method er \"overall\"; ta dem bort\n"
		    "32: kriteriet «bredde» har vekt eller karakterer, men method er \"overall\"; ta dem bort" },
		{ "method=\"weighted\" scale=\"1-6\"", "method=\"overall\" scale=\"1-6\"",
		    "29: method=\"overall\" har ingen karakterer; ta bort scale\n"
		    "30: kriteriet «kvalitet» har vekt eller karakterer, men method er \"overall\"; ta dem bort\n"
		    "32: kriteriet «bredde» har vekt eller karakterer, men method er \"overall\"; ta dem bort" },
	};

	FIXTURE_CHECK(changes);
}

#define BREADTH "<nb>Bredde</nb><nn>Breidd</nn></criterion>"
#define TIE(attributes) "<tie-break " attributes "/>"

TEST(what_orders_level_applications_is_told_in_full)
{
	static const struct fixture_change changes[] = {
		{ BREADTH, BREADTH TIE("by=\"municipalities\" order=\"descending\"") TIE("by=\"draw\" seed=\"x\""),
		    "" },
		{ BREADTH, BREADTH TIE("by=\"applied\""),
		    "32: <tie-break by=\"applied\"> sier ikke hvem som kommer først; skriv order=\"ascending\" (minst) "
		    "eller \"descending\" (mest)" },
		{ BREADTH, BREADTH TIE("by=\"submitted\" order=\"first\""),
		    "32: order=\"first\" på <tie-break> går ikke; skriv ett av ordene: ascending descending" },
		{ BREADTH, BREADTH TIE("by=\"applied\" order=\"ascending\"") TIE("by=\"applied\" order=\"descending\""),
		    "32: to <tie-break> har by=\"applied\"; gi den ene en annen" },
		{ BREADTH, BREADTH TIE("by=\"applied\" order=\"ascending\" seed=\"x\""),
		    "32: seed hører til loddtrekning; ta den bort eller skriv by=\"draw\"" },
		{ BREADTH, BREADTH TIE("by=\"draw\""),
		    "32: loddtrekningen sier ikke hva den trekkes av; skriv seed=\"…\", som alle kan lese før "
		    "fristen" },
		{ BREADTH, BREADTH TIE("by=\"draw\" seed=\"x\" order=\"ascending\""),
		    "32: loddtrekning har ingen rekkefølge; ta bort order" },
		{ BREADTH, BREADTH TIE("by=\"draw\" seed=\"x\"") TIE("by=\"applied\" order=\"ascending\""),
		    "32: etter loddtrekningen er ingen lenger like; sett den sist" },
	};

	FIXTURE_CHECK(changes);
}

TEST(the_form_asks_each_thing_once_and_by_one_name)
{
	static const struct fixture_change changes[] = {
		{ "id=\"antall\"", "id=\"unge\"", "42: to felt heter «unge»; gi det ene en annen id" },
		{ "id=\"antall\"", "id=\"costs\"",
		    "42: «costs» er navnet på et faktum i uttrykk; gi feltet en annen id" },
		{ "<section id=\"penger\">", "<section id=\"tiltaket\">",
		    "48: to <section> har id=\"tiltaket\"; gi den ene en annen" },
		{ "<attachment id=\"vedlegg\" kinds=\"pdf image\" max-mb=\"5\"><nb>Fil</nb><nn>Fil</nn><why "
		  "use=\"control\"/></attachment>",
		    "<period id=\"p\"><nb>P</nb><nn>P</nn><why use=\"control\"/></period>",
		    "52: skjemaet har mer enn én <period>; behold én" },
		{ " role=\"title\"", "",
		    "35: ingen <text> har role=\"title\"; gi den til feltet med navnet på tiltaket" },
		{ "<yes-no id=\"unge\"><nb>Unge?</nb><nn>Unge?</nn><why use=\"criterion:bredde statistics\"/></yes-no>",
		    "<text id=\"unge\" role=\"title\"><nb>U</nb><nn>U</nn><why use=\"case\"/></text>",
		    "38: to felt har role=\"title\"; behold én" },
		{ "<applied-sum id=\"sum\" required=\"true()\"><nb>Sum</nb><nn>Sum</nn><why "
		  "use=\"amount\"/></applied-sum>",
		    "",
		    "35: skjemaet spør ikke hvor mye det søkes om; legg til <applied-sum>, eller gi én fast sum med "
		    "<fixed>" },
		{ "id=\"sum\" required=\"true()\"", "id=\"sum\"",
		    "49: «sum» må alltid besvares; skriv required=\"true()\" og ta bort relevant" },
		{ "id=\"sum\" required=\"true()\"", "id=\"sum\" required=\"antall > 2\"",
		    "49: «sum» må alltid besvares; skriv required=\"true()\" og ta bort relevant" },
		{ "id=\"sum\" required=\"true()\"", "id=\"sum\" required=\"true()\" relevant=\"antall > 2\"",
		    "49: «sum» må alltid besvares; skriv required=\"true()\" og ta bort relevant" },
		{ "max=\"80\" required=\"true()\"", "max=\"80\" required=\"false()\"",
		    "37: «tittel» må alltid besvares; skriv required=\"true()\" og ta bort relevant" },
		{ "code=\"film\"", "code=\"musikk\"",
		    "39: to valg i «kunstart» har koden «musikk»; gi det ene en annen" },
		{ "<option code=\"film\"><nb>Film</nb><nn>Film</nn></option>", "",
		    "39: «kunstart» har bare ett valg; legg til flere, eller bruk <statement>" },
		{ "min=\"1\" max=\"10\"", "min=\"1\" max=\"0\"",
		    "42: min er større enn max på «antall»; rett en av dem" },
		{ "min=\"1\" max=\"10\"", "min=\"1\"", "" },
		{ "<constraint-text><nb>Ikke 7</nb><nn>Ikkje 7</nn></constraint-text>", "",
		    "42: «antall» har en constraint uten <constraint-text>; skriv hva søkeren skal gjøre" },
		{ " constraint=\". != 7\"", "",
		    "42: «antall» har <constraint-text>, men ingen constraint; skriv den eller ta bort teksten" },
		{ "balances=\"kostnader\"", "balances=\"mal\"",
		    "51: «inn» skal stemme med «mal», som ikke er noen <cost-table>; rett balances" },
		{ "<period id=\"periode\">",
		    "<third-party-statement id=\"ord\" shows=\"tittel kostnader\"><nb>Ord</nb><nn>Ord</nn><why "
		    "use=\"control\"/></third-party-statement><period id=\"periode\">",
		    "44: «ord» skal kunne vise «kostnader», som ikke er et felt med ett svar; rett shows" },
		{ "<period id=\"periode\">",
		    "<third-party-statement id=\"ord\" shows=\"borte\"><nb>Ord</nb><nn>Ord</nn><why "
		    "use=\"control\"/></third-party-statement><period id=\"periode\">",
		    "44: «ord» skal kunne vise «borte», som ikke er et felt med ett svar; rett shows" },
		{ "<goal-table id=\"mal\"><nb>Mål</nb><nn>Mål</nn><why use=\"control\"/></goal-table>", "",
		    "8: ordningen har mål, men skjemaet spør ikke om dem; legg til <goal-table>" },
	};

	FIXTURE_CHECK(changes);
}

TEST(what_decides_whether_a_field_is_asked_has_no_cycle)
{
	static const struct fixture_change changes[] = {
		{ "<yes-no id=\"unge\">", "<yes-no id=\"unge\" relevant=\"kunstart = 'film'\">",
		    "38: om «unge» skal vises, avhenger til slutt av «unge» selv; rett relevant" },
		{ "<yes-no id=\"unge\">", "<yes-no id=\"unge\" relevant=\"unge = 'no'\">",
		    "38: om «unge» skal vises, avhenger til slutt av «unge» selv; rett relevant" },
		{ "<period id=\"periode\">", "<period id=\"periode\" relevant=\"start > t:today()\">",
		    "44: om «periode» skal vises, avhenger til slutt av «periode» selv; rett relevant" },
		{ "<period id=\"periode\">", "<period id=\"periode\" relevant=\"applied > 3 and kunstart = 'film'\">",
		    "" },
	};

	FIXTURE_CHECK(changes);
}

#define ASKED "relevant=\"unge = 'yes'\""
#define YEARLY "<constraint-text><nb>Ikke 7</nb><nn>Ikkje 7</nn></constraint-text><why use=\"statistics\"/></integer>"
#define HIDDEN(relevant)                                                                                               \
	YEARLY "<yes-no id=\"skjult\" relevant=\"" relevant "\"><nb>S</nb><nn>S</nn><why use=\"case\"/></yes-no>"
#define NEVER_ASKED "blir aldri spurt om: ingen svar gjør relevant sann; rett relevant, eller ta bort feltet"

/* Films are asked about only where there are young people. */
TEST(no_question_is_out_of_reach)
{
	static const struct fixture_change changes[] = {
		{ ASKED, "relevant=\"unge = 'yes' and not(unge = 'yes')\"", "39: «kunstart» " NEVER_ASKED },
		{ ASKED, "relevant=\"false()\"", "39: «kunstart» " NEVER_ASKED },
		{ ASKED, "relevant=\"antall &gt; 10\"", "39: «kunstart» " NEVER_ASKED },
		{ ASKED, "relevant=\"antall &gt;= 10\"", "" },
		{ ASKED, "relevant=\"antall &gt; 5 and antall &lt; 6\"", "39: «kunstart» " NEVER_ASKED },
		{ ASKED, "relevant=\"applied &gt; 5 and applied &lt; 6\"", "" },
		{ ASKED, "relevant=\"applied &gt; 5 and costs &lt; 6 and tittel = 'x'\"", "" },
		{ ASKED, "relevant=\"applicant-type = 'voluntary' or false()\"", "" },
		{ ASKED, "relevant=\"t:one-of(unge, 'yes', 'no') and not(t:answered(unge))\"",
		    "39: «kunstart» " NEVER_ASKED },
		{ YEARLY, HIDDEN("kunstart = 'film' and unge = 'yes'"), "" },
		{ YEARLY, HIDDEN("kunstart = 'film' and unge = 'no'"), "43: «skjult» " NEVER_ASKED },
		{ YEARLY, HIDDEN("t:answered(kunstart) and unge = 'no'"), "43: «skjult» " NEVER_ASKED },
		/* What can't be tried is taken to be possible. */
		{ ASKED, "relevant=\"applied + 1 &lt; applied\"", "" },
		{ ASKED, "relevant=\"count(kommuner) &lt; 0\"", "" },
	};

	FIXTURE_CHECK(changes);
}

TEST(what_must_hold_can_hold)
{
	static const struct fixture_change changes[] = {
		{ "constraint=\". != 7\"", "constraint=\". &lt; 1 or . &gt; 10\"",
		    "42: ingen svar på «antall» kan bestå constraint; rett den, eller min og max" },
		{ "constraint=\". != 7\"", "constraint=\". &lt; 2 or . &gt; 10\"", "" },
		{ "judged-by=\"officer\"", "test=\"kunstart = 'film' and unge = 'no'\"",
		    "18: ingen svar kan bestå «god-nok», så ingen kan få tilskudd; rett test" },
		{ "judged-by=\"officer\"", "test=\"kunstart = 'film' or unge = 'no'\"", "" },
		{ "<max nok=\"100000\"/>", "<max nok=\"100000\"/><max nok=\"50000\" when=\"antall = 11\"/>",
		    "23: when på <max> kan aldri være sann; rett uttrykket, eller ta bort <max>" },
		{ "<yes-no id=\"unge\">", "<yes-no id=\"unge\" required=\"false()\">", "" },
		{ "<yes-no id=\"unge\">", "<yes-no id=\"unge\" required=\"antall = 0\">",
		    "38: required på <yes-no> kan aldri være sann; rett uttrykket, eller ta bort <yes-no>" },
	};

	FIXTURE_CHECK(changes);
}

/* A question that is asked for the rules' sake, and that no rule asks for (R88). */
TEST(every_answer_is_used)
{
	static const char *const tests[] = { "unge = 'yes'", "antall > 0" };
	struct arena *arena = arena_new(0);

	for (size_t i = 0; i < 2; i++) {
		const char *xml = fixture_file(arena, "tests/fixtures/scheme/small.xml");

		xml = fixture_swap(arena, xml, "use=\"criterion:bredde statistics\"", "use=\"eligibility\"");
		xml = fixture_swap(arena, xml, "relevant=\"unge = 'yes'\"", "");
		/* An officer who judges a rule may use it. */
		CHECK_TEXT(fixture_messages(arena, xml, strlen(xml), LANG_NB), "");
		xml = fixture_swap(arena, xml, "judged-by=\"officer\"", arena_printf(arena, "test=\"%s\"", tests[i]));
		CHECK_TEXT(fixture_messages(arena, xml, strlen(xml), LANG_NB),
		    i == 0 ? ""
			   : "38: «unge» er bare til eligibility, men ingen regel bruker svaret; bruk det, rett use "
			     "eller ta bort feltet");
	}
	arena_free(arena);
}

TEST(somebody_decides_every_sum)
{
	static const struct fixture_change changes[] = {
		{ "<decision body=\"hovedutvalg\"/>", "<decision up-to=\"90000\" body=\"hovedutvalg\"/>",
		    "57: siste <decision> har en grense; ta bort up-to, så alle summer har noen som avgjør" },
		{ "<decision up-to=\"50000\"/>", "<decision/>",
		    "56: bare siste <decision> kan være uten up-to; skriv grensen" },
		{ "<decision up-to=\"50000\"/>",
		    "<decision up-to=\"50000\"/><decision up-to=\"50000\" body=\"fylkesutvalg\"/>",
		    "56: grensene for <decision> må stige; sett den laveste først" },
	};

	FIXTURE_CHECK(changes);
}

TEST(payments_add_up)
{
	static const struct fixture_change changes[] = {
		{ "<part share=\"75\"", "<part share=\"75.5\"",
		    "60: delene av utbetalingen blir 100.50 prosent til sammen; de må bli 100" },
		{ "<part share=\"75\" when=\"accepted\"/>", "",
		    "60: delene av utbetalingen blir 25 prosent til sammen; de må bli 100" },
		{ "<part share=\"75\" when=\"accepted\"/>",
		    "<part share=\"75\" when=\"accepted\"/><part share=\"0\" when=\"accepted\"/>",
		    "60: delen er på 0 prosent; ta den bort" },
		{ "<period id=\"periode\"><nb>Når?</nb><nn>Når?</nn><why use=\"control\"/></period>", "",
		    "62: months-after-end regnes fra slutten av perioden, men skjemaet har ingen <period>; legg den "
		    "til" },
	};

	FIXTURE_CHECK(changes);
}

TEST(tests_inside_a_scheme_are_possible)
{
	static const struct fixture_change changes[] = {
		{ "name=\"unge\" value=\"yes\"", "name=\"ung\" value=\"yes\"",
		    "65: prøven «lite» gir «ung», som ikke finnes i skjemaet; rett navnet" },
		{ "name=\"unge\" value=\"yes\"", "name=\"unge\" value=\"ja\"",
		    "65: prøven «lite» gir unge=\"ja\", som ikke er noe svar der; rett verdien" },
		{ "name=\"unge\" value=\"yes\"", "name=\"periode.start\" value=\"i dag\"",
		    "65: prøven «lite» gir periode.start=\"i dag\", som ikke er noe svar der; rett verdien" },
		{ "name=\"unge\" value=\"yes\"", "name=\"antall\" value=\"tre\"",
		    "65: prøven «lite» gir antall=\"tre\", som ikke er noe svar der; rett verdien" },
		{ "name=\"unge\" value=\"yes\"", "name=\"kostnader\" value=\"3\"",
		    "65: prøven «lite» gir kostnader=\"3\", som ikke er noe svar der; rett verdien" },
		{ "applied=\"20000\"", "applied=\"20000\" applicant-type=\"person\"",
		    "64: prøven «godt» gir applicant-type=\"person\", som ikke er noe svar der; rett verdien" },
		{ "because=\"minst\"", "because=\"god-nok\"",
		    "65: prøven «lite» viser til «god-nok», som ikke er noen knock-out-regel; rett because" },
		{ "because=\"minst\"", "because=\"voluntary-register\"", "" },
		{ "eligible=\"no\" outcome=\"dismissal\"", "eligible=\"yes\" outcome=\"dismissal\"",
		    "65: prøven «lite» har eligible=\"yes\" og likevel outcome eller because; ta dem bort" },
		{ "eligible=\"no\" outcome=\"dismissal\"", "eligible=\"no\"",
		    "65: prøven «lite» sier ikke hvordan det ender; skriv outcome=\"…\"" },
		{ "eligible=\"no\" outcome=\"dismissal\"", "eligible=\"no\" outcome=\"rejection\"",
		    "65: prøven «lite» har et annet outcome enn regelen «minst»; rett en av dem" },
		{ "eligible=\"no\" outcome=\"dismissal\"", "eligible=\"no\" outcome=\"dismissal\" max-award=\"0\"",
		    "65: prøven «lite» har eligible=\"no\" og likevel max-award; ta det bort" },
		{ "name=\"lite\"", "name=\"godt\"", "65: to <case> har name=\"godt\"; gi den ene en annen" },
	};

	FIXTURE_CHECK(changes);
}

SCHEME_MAIN(UNIT(expressions_are_compiled_where_they_stand), UNIT(a_fact_needs_its_field),
    UNIT(rules_say_who_tests_them_and_how_they_end), UNIT(amounts_are_possible),
    UNIT(sums_rates_and_steps_are_possible), UNIT(criteria_weigh_a_hundred_and_anchors_stay_on_the_scale),
    UNIT(what_orders_level_applications_is_told_in_full), UNIT(the_form_asks_each_thing_once_and_by_one_name),
    UNIT(what_decides_whether_a_field_is_asked_has_no_cycle), UNIT(no_question_is_out_of_reach),
    UNIT(what_must_hold_can_hold), UNIT(every_answer_is_used), UNIT(somebody_decides_every_sum), UNIT(payments_add_up),
    UNIT(tests_inside_a_scheme_are_possible))
