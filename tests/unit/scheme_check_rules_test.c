/* scheme_check_rules_test.c — who may apply, the rules, who decides and what comes after: what does not hold together
 * is told where it stands, with what to do. */
#include "scheme_fixture.h"

TEST(rules_have_one_way_of_being_passed)
{
	static const struct fixture_change changes[] = {
		{ "<nb>For lite</nb><nn>For lite</nn></reason></rule>",
		    "<nb>For lite</nb><nn>For lite</nn></reason><alternative id=\"a\" test=\"applied > "
		    "1\"><nb>A</nb><nn>A</nn></alternative><alternative id=\"b\" test=\"applied > "
		    "1\"><nb>A</nb><nn>A</nn></alternative></rule>",
		    "16: regelen «minst» har flere av test, judged-by og <alternative>; behold én av måtene" },
		{ "<nb>Ikke god nok</nb><nn>Ikkje god nok</nn></reason></rule>",
		    "<nb>Ikke god nok</nb><nn>Ikkje god nok</nn></reason><alternative id=\"a\" test=\"applied > "
		    "1\"><nb>A</nb><nn>A</nn></alternative><alternative id=\"b\" test=\"applied > "
		    "1\"><nb>A</nb><nn>A</nn></alternative></rule>",
		    "18: regelen «god-nok» har flere av test, judged-by og <alternative>; behold én av måtene" },
		{ " judged-by=\"officer\">\n      <reason><nb>Ikke god nok</nb><nn>Ikkje god nok</nn></reason>",
		    "><reason><nb>Ikke god nok</nb><nn>Ikkje god nok</nn></reason><alternative id=\"a\" test=\"applied "
		    "> 1\"><nb>A</nb><nn>A</nn></alternative>",
		    "18: regelen «god-nok» har bare ett <alternative>; legg til flere, eller bruk test" },
		{ " judged-by=\"officer\">\n      <reason><nb>Ikke god nok</nb><nn>Ikkje god nok</nn></reason>",
		    "><reason><nb>Ikke god nok</nb><nn>Ikkje god nok</nn></reason><alternative id=\"a\" test=\"applied "
		    "> 1\"><nb>A</nb><nn>A</nn></alternative><alternative id=\"a\" test=\"applied > "
		    "1\"><nb>A</nb><nn>A</nn></alternative>",
		    "18: to <alternative> har id=\"a\"; gi den ene en annen" },
		{ " judged-by=\"officer\">\n      <reason><nb>Ikke god nok</nb><nn>Ikkje god nok</nn></reason>",
		    "><reason><nb>Ikke god nok</nb><nn>Ikkje god nok</nn></reason><alternative id=\"a\" test=\"applied "
		    "> 1\"><nb>A</nb><nn>A</nn></alternative><alternative id=\"b\" test=\"applied > "
		    "1\"><nb>A</nb><nn>A</nn></alternative>",
		    "" },
		{ "outcome=\"dismissal\" test", "for=\"municipality\" outcome=\"dismissal\" test", "" },
		{ "outcome=\"dismissal\" test", "for=\"enterprise voluntary\" outcome=\"dismissal\" test",
		    "16: regelen «minst» er for enterprise, som ikke kan søke; rett for eller legg til <applicant "
		    "type=\"enterprise\">" },
		{ "outcome=\"dismissal\" test", "for=\"bedrift\" outcome=\"dismissal\" test",
		    "16: for=\"bedrift\" på <rule> går ikke; skriv ett eller flere av ordene, hvert én gang: voluntary "
		    "municipality enterprise cooperation person" },
		{ "outcome=\"dismissal\" test", "when=\"aplied > 1\" outcome=\"dismissal\" test",
		    "16: when på <rule>, tegn 1: det finnes ikke noe felt eller faktum som heter «aplied»; rett "
		    "navnet; mente du «applied»?" },
	};

	FIXTURE_CHECK(changes);
}

TEST(examples_ask_of_rules_that_can_answer)
{
	static const struct fixture_change changes[] = {
		{ "max-award=\"20000\"/>",
		    "max-award=\"20000\"><judged rule=\"god-nok\" passed=\"no\"/><expect rule=\"god-nok\" "
		    "verdict=\"warning\"/><expect rule=\"minst\" verdict=\"passed\"/></case>",
		    "" },
		{ "max-award=\"20000\"/>", "max-award=\"20000\"><judged rule=\"minst\" passed=\"no\"/></case>",
		    "64: prøven «godt» lar en saksbehandler avgjøre «minst», som ingen saksbehandler avgjør; rett "
		    "rule" },
		{ "max-award=\"20000\"/>", "max-award=\"20000\"><expect rule=\"mest\" verdict=\"passed\"/></case>",
		    "64: prøven «godt» venter noe av regelen «mest», som ikke finnes; rett rule" },
		{ "max-award=\"20000\"/>", "max-award=\"20000\"><expect rule=\"minst\" verdict=\"warning\"/></case>",
		    "64: prøven «godt» venter verdict=\"warning\" av «minst», men regelen er av et annet slag; skriv "
		    "\"warning\" når den varsler og \"knock-out\" når den stanser" },
	};

	FIXTURE_CHECK(changes);
}

TEST(applicants_have_forms_and_registers_that_can_be)
{
	static const struct fixture_change changes[] = {
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"enterprise\"><organisation-form allow=\"AS\" deny=\"ENK\"/></applicant>",
		    "13: <organisation-form> trenger allow, deny eller ask, og ikke både allow og deny; rett det" },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"enterprise\"><organisation-form/></applicant>",
		    "13: <organisation-form> trenger allow, deny eller ask, og ikke både allow og deny; rett det" },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"enterprise\"><organisation-form allow=\"as\"/></applicant>",
		    "13: allow=\"as\" på <organisation-form> går ikke; skriv registerets koder for organisasjonsform, "
		    "hver én gang: FLI SA AS" },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"enterprise\"><organisation-form deny=\"ENK\" when=\"antall = 1\"/></applicant>",
		    "" },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"enterprise\"><organisation-form deny=\"ORGL\" ask=\"ENK\"/></applicant>", "" },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"person\"><requires register=\"nif\"/></applicant>",
		    "13: personer står ikke i registre for organisasjoner; ta bort <requires> og <organisation-form>" },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"person\"><organisation-form allow=\"FLI\"/></applicant>",
		    "13: personer står ikke i registre for organisasjoner; ta bort <requires> og <organisation-form>" },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"enterprise\"><requires register=\"nif\"/><requires "
		    "register=\"nif\"/></applicant>",
		    "13: to <requires> har register=\"nif\"; gi den ene en annen" },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"enterprise\"><requires register=\"nif dfs nbf\"/></applicant>", "" },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"enterprise\"><requires register=\"brreg\"/></applicant>",
		    "13: register=\"brreg\" på <requires> går ikke; skriv ett eller flere av ordene, hvert én gang: "
		    "frivillighetsregisteret enhetsregisteret foretaksregisteret nif dfs nbf" },
	};

	FIXTURE_CHECK(changes);
}

TEST(lists_and_functions_are_known)
{
	static const struct fixture_change changes[] = {
		{ "<eligibility>",
		    "<lists><list id=\"l\"><nb>A</nb><nn>A</nn><item code=\"3401\"/></list><list "
		    "id=\"l\"><nb>A</nb><nn>A</nn><item code=\"3401\"/></list></lists><eligibility>",
		    "15: to <list> har id=\"l\"; gi den ene en annen" },
		{ "<eligibility>",
		    "<lists><list id=\"l\"><nb>A</nb><nn>A</nn><item code=\"3401\"/><item "
		    "code=\"3401\"/></list></lists><eligibility>",
		    "15: to <item> har code=\"3401\"; gi den ene en annen" },
		{ "judged-by=\"officer\"", "test=\"t:in-list(kommuner, 'innlandet')\"",
		    "18: test på <rule>, tegn 21: ordningen har ingen liste som heter «innlandet»; legg til <list "
		    "id=\"innlandet\"> i <lists>, eller rett navnet" },
		{ "judged-by=\"officer\"", "test=\"t:registered('brreg')\"",
		    "18: test på <rule>, tegn 14: det finnes ikke noe register som heter «brreg»; skriv "
		    "'frivillighetsregisteret', 'enhetsregisteret', 'foretaksregisteret', 'nif', 'dfs' eller 'nbf'" },
		{ "judged-by=\"officer\"", "test=\"t:granted('this') = 0\"",
		    "18: test på <rule>, tegn 1: t:granted() skal ha 2 argumenter og har 1; rett det" },
		{ "judged-by=\"officer\"", "test=\"t:granted('this', call-year - 1) = 0\"", "" },
		{ "judged-by=\"officer\"", "test=\"t:one-of(unge, 'ja')\"",
		    "18: test på <rule>, tegn 16: «ja» er ikke noe svar på «unge»; velg blant 'yes', 'no'" },
	};

	FIXTURE_CHECK(changes);
}

TEST(state_aid_is_declared_in_money)
{
	static const struct fixture_change changes[] = {
		{ "<applicants>",
		    "<state-aid basis=\"de-minimis\" declared=\"antall\"><nb>A</nb><nn>A</nn></state-aid><applicants>",
		    "11: declared viser til «antall», som ikke er noe <money>-felt; rett det eller legg feltet til" },
		{ "<applicants>",
		    "<state-aid basis=\"gber-31\" ceiling=\"3000000\"><nb>A</nb><nn>A</nn></state-aid><applicants>",
		    "11: bare bagatellmessig støtte har et tak; ta bort ceiling, eller rett basis til \"de-minimis\"" },
		{ "<applicants>",
		    "<state-aid basis=\"de-minimis\" ceiling=\"3000000\"><nb>A</nb><nn>A</nn></state-aid><applicants>",
		    "" },
	};

	FIXTURE_CHECK(changes);
}

TEST(who_is_heard_and_decides_is_clear)
{
	static const struct fixture_change changes[] = {
		{ "<decision up-to=\"50000\"/>", "<decision up-to=\"50000\" recommended-by=\"rad\"/>",
		    "56: recommended-by er for organer som innstiller til et annet; skriv body også, eller ta det "
		    "bort" },
		{ "<decision body=\"hovedutvalg\"/>",
		    "<decision body=\"hovedutvalg\" recommended-by=\"rad\" informs=\"utvalg\" appeal=\"nemnd\"/>", "" },
		{ "<workflow>", "<workflow><advice from=\"panel\"/><advice from=\"panel\"/>",
		    "55: to <advice> har from=\"panel\"; gi den ene en annen" },
		{ "<workflow>",
		    "<workflow><municipality-opinion ranks=\"yes\" when=\"applied > 1\"/><advice from=\"panel\"/>",
		    "" },
	};

	FIXTURE_CHECK(changes);
}

TEST(payments_add_up_for_every_grant)
{
	static const struct fixture_change changes[] = {
		{ "<part share=\"75\" when=\"accepted\"/><part share=\"25\" when=\"report-approved\"/>",
		    "<part share=\"100\" when=\"accepted\" up-to=\"100000\"/><part share=\"75\" when=\"accepted\" "
		    "above=\"100000\"/>",
		    "60: delene av utbetalingen blir 75 prosent til sammen for et tilskudd på 100001 kr; de må bli 100 "
		    "for alle summer" },
		{ "<part share=\"75\" when=\"accepted\"/><part share=\"25\" when=\"report-approved\"/>",
		    "<part share=\"100\" when=\"accepted\" up-to=\"100000\"/><part share=\"75\" when=\"accepted\" "
		    "above=\"100000\"/><part share=\"25\" when=\"documented\" above=\"100000\"/>",
		    "" },
		{ "<part share=\"75\" when=\"accepted\"/><part share=\"25\" when=\"report-approved\"/>",
		    "<part share=\"100\" when=\"accepted\" up-to=\"100000\"/><part share=\"100\" when=\"accepted\" "
		    "above=\"100001\"/>",
		    "60: delene av utbetalingen blir 0 prosent til sammen for et tilskudd på 100001 kr; de må bli 100 "
		    "for alle summer" },
		{ "<part share=\"75\" when=\"accepted\"/><part share=\"25\" when=\"report-approved\"/>",
		    "<part share=\"100\" when=\"accepted\"/><part share=\"10\" when=\"accepted\" above=\"5\" "
		    "up-to=\"5\"/>",
		    "60: above er ikke lavere enn up-to, så delen gjelder ingen; rett grensene" },
		{ "<part share=\"75\" when=\"accepted\"/><part share=\"25\" when=\"report-approved\"/>",
		    "<part share=\"75\" when=\"accepted\"/><part share=\"25\" when=\"report-approved\"/><approval "
		    "id=\"a\"><nb>A</nb><nn>A</nn></approval><approval id=\"a\"><nb>A</nb><nn>A</nn></approval>",
		    "60: to <approval> har id=\"a\"; gi den ene en annen" },
	};

	FIXTURE_CHECK(changes);
}

TEST(reports_are_due_on_one_day)
{
	static const struct fixture_change changes[] = {
		{ "months-after-end=\"3\"", "months-after-end=\"3\" due-day=\"12-31\"",
		    "62: <report> har både months-after-end og due-day; behold én" },
		{ "months-after-end=\"3\"", "months-after-end=\"3\" years-after=\"1\"",
		    "62: years-after på <report> hører til due-day; skriv den, eller ta bort years-after" },
		{ "months-after-end=\"3\"", "due-day=\"05-01\" years-after=\"1\"", "" },
		{ "months-after-end=\"3\"", "due-day=\"02-30\"",
		    "62: due-day=\"02-30\" på <report> går ikke; skriv måned og dag som 02-01, en dag som finnes hvert "
		    "år" },
		{ "<nn>Tre månader etter</nn>",
		    "<nn>Tre månader etter</nn><further-report id=\"a\" "
		    "due-day=\"12-31\"><nb>A</nb><nn>A</nn></further-report><further-report id=\"a\" "
		    "months-after-end=\"3\" due-day=\"12-31\"><nb>A</nb><nn>A</nn></further-report>",
		    "62: <further-report> har både months-after-end og due-day; behold én\n62: to <further-report> har "
		    "id=\"a\"; gi den ene en annen" },
	};

	FIXTURE_CHECK(changes);
}

TEST(every_grant_is_certified_by_somebody)
{
	static const struct fixture_change changes[] = {
		{ "<nn>Tre månader etter</nn>",
		    "<nn>Tre månader etter</nn><certification up-to=\"100000\" by=\"leader\"/>",
		    "62: siste <certification> skal være uten up-to, og bare den; rett grensene" },
		{ "<nn>Tre månader etter</nn>",
		    "<nn>Tre månader etter</nn><certification by=\"leader\"/><certification by=\"auditor\"/>",
		    "62: siste <certification> skal være uten up-to, og bare den; rett grensene" },
		{ "<nn>Tre månader etter</nn>",
		    "<nn>Tre månader etter</nn><certification up-to=\"100000\" by=\"leader\"/><certification "
		    "up-to=\"100000\" by=\"accountant\"/><certification by=\"auditor\"/>",
		    "62: grensene for <certification> må stige; sett den laveste først" },
		{ "<nn>Tre månader etter</nn>",
		    "<nn>Tre månader etter</nn><certification up-to=\"100000\" by=\"leader\"/><certification "
		    "up-to=\"500000\" by=\"accountant\"/><certification by=\"auditor\"/>",
		    "" },
	};

	FIXTURE_CHECK(changes);
}

TEST(a_scheme_lives_in_one_place)
{
	static const struct fixture_change changes[] = {
		{ "status=\"active\"", "status=\"merged\"",
		    "3: status=\"merged\" og <merged-into> hører sammen; skriv begge eller ingen" },
		{ "<title>", "<merged-into scheme=\"annen\"/><title>",
		    "4: status=\"merged\" og <merged-into> hører sammen; skriv begge eller ingen" },
		{ "<title>", "<predecessor scheme=\"en-ordning\"/><title>",
		    "4: dette er ordningen selv; skriv id-en til den andre" },
		{ "<title>", "<archive series=\"Sak\" system=\"K-koder\" code=\"223\" keep=\"years\"/><title>",
		    "4: years og keep=\"years\" hører sammen; skriv begge eller ingen" },
		{ "<title>", "<archive series=\"Sak\" system=\"K-koder\" code=\"223\" years=\"10\"/><title>",
		    "4: years og keep=\"years\" hører sammen; skriv begge eller ingen" },
		{ "<title>",
		    "<archive series=\"Sak\" system=\"K-koder\" code=\"223\" keep=\"years\" years=\"10\"/><title>",
		    "" },
	};

	FIXTURE_CHECK(changes);
}

SCHEME_MAIN(UNIT(examples_ask_of_rules_that_can_answer), UNIT(rules_have_one_way_of_being_passed),
    UNIT(applicants_have_forms_and_registers_that_can_be), UNIT(lists_and_functions_are_known),
    UNIT(state_aid_is_declared_in_money), UNIT(who_is_heard_and_decides_is_clear),
    UNIT(payments_add_up_for_every_grant), UNIT(reports_are_due_on_one_day), UNIT(every_grant_is_certified_by_somebody),
    UNIT(a_scheme_lives_in_one_place))
