/* scheme_diff_test.c — each kind of change between two versions is told in a sentence, with its class. */
#include "scheme_fixture.h"

#include "scheme/scheme_diff.h"
#include "xml/xml_write.h"

ARENA_FOR_TESTS

/* One replacement in small.xml, and everything told of it: a line a change, "class stricter|sentence". */
struct row {
	const char *find, *replace, *expected;
};

static const char *
small(void)
{
	return (fixture_file(arena, "tests/fixtures/scheme/small.xml"));
}

/* Sums are shown with no-break spaces, which nobody can tell in a test. */
static const char *
spaces(char *text)
{
	char *to = text;

	for (const char *from = text == NULL ? "" : text; *from != '\0'; to++) {
		bool nbsp = strncmp(from, "\u00a0", 2) == 0;

		*to = nbsp ? ' ' : *from;
		from += nbsp ? 2 : 1;
	}
	if (to != NULL)
		*to = '\0';
	return (text == NULL ? "" : text);
}

static const char *
told(const char *before, const char *after, enum lang lang)
{
	struct scheme_changes changes;
	struct buf out = buf_new(arena);

	CHECK(scheme_diff(&changes, arena, before, after, lang) == OK);
	for (size_t i = 0; i < changes.n; i++)
		buf_printf(&out, "%s%s%s|%s", i == 0 ? "" : "\n", change_class_code(changes.list[i].class),
		    changes.list[i].stricter ? " stricter" : "", changes.list[i].text);
	return (spaces(out.data));
}

static void
check_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const char *after = fixture_swap(arena, small(), rows[i].find, rows[i].replace);
		const char *got = told(small(), after, LANG_NB);

		if (strcmp(got, rows[i].expected) != 0)
			fail_msg("%s -> %s:\nexpected %s\ngot      %s", rows[i].find, rows[i].replace, rows[i].expected,
			    got);
	}
}
#define CHECK_ROWS(rows) check_rows(rows, sizeof(rows) / sizeof((rows)[0]))

TEST(amounts)
{
	static const struct row rows[] = {
		{ "max nok=\"100000\"", "max nok=\"80000\"",
		    "confirm stricter|Det høyeste tilskuddet er endret fra 100 000 kr til 80 000 kr." },
		{ "max nok=\"100000\"", "max nok=\"120000\"",
		    "frozen|Det høyeste tilskuddet er endret fra 100 000 kr til 120 000 kr." },
		{ "<max nok=\"100000\"/>", "", "frozen|Tatt ut: taket for tilskudd på 100 000 kr." },
		{ "share=\"75\" of=\"costs\"", "share=\"60.5\" of=\"costs\"",
		    "confirm stricter|Tilskuddet kan nå dekke høyst 60,5 %. Før var det 75 %." },
		{ "<min nok=\"10000\"", "<min nok=\"20000\"",
		    "confirm stricter|Den minste summen det kan søkes om er endret fra 10 000 kr til 20 000 kr." },
		{ "min-share=\"25\"", "min-share=\"40\"",
		    "confirm stricter|Søkeren må nå dekke minst 40 % selv eller fra andre. Før var det 25 %." },
		{ "min-share=\"25\"", "min-share=\"10\"",
		    "frozen|Søkeren må nå dekke minst 10 % selv eller fra andre. Før var det 25 %." },
		{ "<own-share min-share=\"25\"/>", "", "frozen|Tatt ut: egenandelen på 25 %." },
		{ "max-rate=\"300\"", "max-rate=\"250\"",
		    "confirm stricter|En time egeninnsats kan nå regnes til høyst 250 kr. Før var det 300 kr." },
		{ "max-rate=\"300\" ", "", "frozen|Høyeste timesats for egeninnsats, 300 kr, er tatt bort." },
		{ "max-share=\"25.5\"", "max-share=\"30\"",
		    "frozen|Egeninnsats kan nå være høyst 30 % av finansieringen. Før var det 25,5 %." },
		{ "award-floor share=\"33.33\"", "award-floor share=\"50\"",
		    "frozen stricter|Mindre enn 50 % av det som er søkt om blir ikke gitt. Før var det 33,33 %." },
		{ "<award-floor share=\"33.33\"/>", "<award-floor share=\"33.33\"/><step nok=\"1000\"/>",
		    "frozen|Nytt: avrundingen av tilskudd på 1 000 kr." },
		{ "<max nok=\"100000\"/>", "<max nok=\"100000\"/><max nok=\"50000\" when=\"unge = 'no'\"/>",
		    "confirm stricter|Nytt: taket for tilskudd på 50 000 kr." },
		{ "of=\"costs\"", "of=\"cash-costs\"",
		    "frozen|Taket for tilskudd på 75 %: hva andelen er av er endret fra kostnadene til kostnadene i "
		    "penger." },
	};
	CHECK_ROWS(rows);
}

TEST(eligibility)
{
	static const struct row rows[] = {
		{ "applied >= 10000", "applied >= 20000",
		    "confirm stricter|Vilkåret «For lite» blir prøvd på en annen måte." },
		{ "applied >= 10000", "applied>=10000", "" },
		{ "kind=\"warning\" judged-by=\"officer\"",
		    "kind=\"knock-out\" outcome=\"rejection\" judged-by=\"officer\"",
		    "confirm stricter|Vilkåret «Ikke god nok» er endret fra varsel til avgjørende.\nfrozen|Vilkåret "
		    "«Ikke god nok»: utfallet er nå avslag." },
		{ "outcome=\"dismissal\" test", "outcome=\"rejection\" test",
		    "frozen|Vilkåret «For lite»: utfallet er endret fra avvisning til avslag." },
		{ "<nb>For lite</nb>", "<nb>Under grensen</nb>", "safe|Vilkåret «Under grensen» har fått ny tekst." },
		{ "<nn>Ikkje god nok</nn>", "<nn>Ikkje bra nok</nn>",
		    "frozen|Vilkåret «Ikke god nok» har fått ny tekst på nynorsk." },
		{ "<nb>Ikke god nok</nb>", "<nb>Ikke bra nok</nb>",
		    "frozen|Vilkåret «Ikke bra nok» har fått ny tekst." },
		{ "  </eligibility>",
		    "<rule id=\"ny\" kind=\"knock-out\" outcome=\"rejection\" test=\"municipalities >= "
		    "2\"><reason><nb>To kommuner</nb><nn>To kommunar</nn></reason></rule></eligibility>",
		    "confirm stricter|Nytt vilkår: vilkåret «To kommuner»." },
		{ "  </eligibility>",
		    "<rule id=\"ny\" kind=\"warning\" "
		    "judged-by=\"officer\"><reason><nb>Bør</nb><nn>Bør</nn></reason></rule></eligibility>",
		    "frozen|Nytt vilkår: vilkåret «Bør»." },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>", "",
		    "confirm stricter|Søkergruppen «kommuner» kan ikke lenger søke." },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>", "<applicant type=\"municipality\"/>",
		    "frozen|Søkergruppen «kommuner» har nå klagerett." },
		{ "<applicant type=\"municipality\" may-appeal=\"no\"/>",
		    "<applicant type=\"municipality\" may-appeal=\"no\"/><applicant type=\"enterprise\"/>",
		    "frozen|Søkergruppen «bedrifter» kan nå søke." },
		{ "<requires register=\"frivillighetsregisteret\"/>", "",
		    "frozen|Tatt ut: kravet om register til søkergruppen «frivillige lag og organisasjoner»." },
	};
	CHECK_ROWS(rows);
}

TEST(questions)
{
	static const struct row rows[] = {
		{ "<nb>Unge?</nb>", "<nb>Er det unge med?</nb>",
		    "safe|Spørsmålet «Er det unge med?» har fått ny tekst." },
		{ "<nn>Unge?</nn>", "<nn>Er det unge med?</nn>",
		    "safe|Spørsmålet «Unge?» har fått ny tekst på nynorsk." },
		{ "<nb>Unge?</nb><nn>Unge?</nn>",
		    "<nb>Unge?</nb><nn>Unge?</nn><help><nb>Under 26</nb><nn>Under 26</nn></help>",
		    "safe|Nytt: hjelpeteksten til spørsmålet «Unge?»." },
		{ "<yes-no id=\"unge\"", "<yes-no id=\"unge\" required=\"true()\"",
		    "confirm stricter|Spørsmålet «Unge?» må nå besvares." },
		{ " required=\"true()\"><nb>Navn", "><nb>Navn", "safe|Spørsmålet «Navn» kan nå stå uten svar." },
		{ "relevant=\"unge = 'yes'\"", "relevant=\"unge  =  'yes'\"", "" },
		{ "relevant=\"unge = 'yes'\"", "relevant=\"unge = 'no'\"",
		    "safe|Spørsmålet «Kunstart» blir stilt i andre tilfeller enn før." },
		{ " relevant=\"unge = 'yes'\"", "", "safe|Spørsmålet «Kunstart» blir nå alltid stilt." },
		{ "max=\"80\"", "max=\"60\"",
		    "confirm stricter|Svaret på spørsmålet «Navn» kan nå ha høyst 60 tegn. Før var det 80." },
		{ "max=\"80\"", "max=\"90\"",
		    "safe|Svaret på spørsmålet «Navn» kan nå ha høyst 90 tegn. Før var det 80." },
		{ "min=\"1\" max=\"10\"", "min=\"2\" max=\"10\"",
		    "confirm stricter|Svaret på spørsmålet «Antall» må nå være minst 2. Før var det 1." },
		{ "min=\"1\" max=\"10\"", "min=\"1\"",
		    "safe|Svaret på spørsmålet «Antall» har ikke lenger noen øvre grense." },
		{ ". != 7", ". != 8", "confirm stricter|Kravet til svaret på spørsmålet «Antall» er endret." },
		{ "<option code=\"film\"><nb>Film</nb><nn>Film</nn></option>", "",
		    "confirm stricter|Svaret «Film» kan ikke lenger velges i spørsmålet «Kunstart»." },
		{ "<option code=\"film\">",
		    "<option code=\"dans\"><nb>Dans</nb><nn>Dans</nn></option><option code=\"film\">",
		    "safe|Svaret «Dans» kan nå velges i spørsmålet «Kunstart»." },
		{ "<option code=\"musikk\"><nb>Musikk</nb><nn>Musikk</nn></option>\n        <option "
		  "code=\"film\"><nb>Film</nb><nn>Film</nn></option>",
		    "<option code=\"film\"><nb>Film</nb><nn>Film</nn></option><option "
		    "code=\"musikk\"><nb>Musikk</nb><nn>Musikk</nn></option>",
		    "safe|Rekkefølgen i spørsmålet «Kunstart» er endret." },
		{ "<integer id=\"antall\" min=\"1\" max=\"10\" constraint=\". != 7\"><nb>Antall</nb><nn>Tal</nn>\n     "
		  "   <constraint-text><nb>Ikke 7</nb><nn>Ikkje 7</nn></constraint-text><why "
		  "use=\"statistics\"/></integer>",
		    "", "safe|Spørsmålet «Antall» er tatt ut. Svar som er gitt, følger saken som tidligere spørsmål." },
		{ "<yes-no id=\"unge\"><nb>Unge?</nb><nn>Unge?</nn><why use=\"criterion:bredde statistics\"/></yes-no>",
		    "<text id=\"unge\"><nb>Unge?</nb><nn>Unge?</nn><why use=\"criterion:bredde statistics\"/></text>",
		    "confirm|Spørsmålet «Unge?» skal besvares på en annen måte enn før." },
		{ "    </section>\n    <section id=\"penger\">",
		    "<statement id=\"enig\" required=\"true()\"><nb>Vi er enige</nb><nn>Vi er samde</nn><why "
		    "use=\"control\"/></statement></section>\n    <section id=\"penger\">",
		    "confirm stricter|Ny: erklæringen «Vi er enige»." },
		{ "    </section>\n    <section id=\"penger\">",
		    "<date id=\"dag\"><nb>Dag</nb><nn>Dag</nn><why use=\"control\"/></date></section>\n    <section "
		    "id=\"penger\">",
		    "safe|Nytt: spørsmålet «Dag»." },
		{ "    </section>\n    <section id=\"penger\">",
		    "<date id=\"dag\" required=\"applied > 5\"><nb>Dag</nb><nn>Dag</nn><why "
		    "use=\"control\"/></date></section>\n    <section id=\"penger\">",
		    "confirm stricter|Nytt, og må besvares: spørsmålet «Dag»." },
		{ "<nb>Penger</nb>", "<nb>Penger inn og ut</nb>", "safe|Siden «Penger inn og ut» har fått ny tekst." },
		{ "kinds=\"pdf image\"", "kinds=\"pdf\"",
		    "confirm stricter|Vedlegget «Fil»: slagene filer er endret fra PDF, bilde til PDF." },
		{ "kinds=\"pdf image\"", "kinds=\"pdf image spreadsheet\"",
		    "safe|Vedlegget «Fil»: slagene filer er endret fra PDF, bilde til PDF, bilde, regneark." },
		{ "max-mb=\"5\"", "max-mb=\"2\"",
		    "confirm stricter|Vedlegget «Fil» kan nå være på høyst 2 MB. Før var det 5 MB." },
		{ "max-rows=\"20\"", "max-rows=\"10\"",
		    "confirm stricter|Spørsmålet «Ut» kan nå ha høyst 10 rader. Før var det 20." },
		{ "use=\"criterion:bredde statistics\"", "use=\"criterion:bredde\"",
		    "safe|Begrunnelsen til spørsmålet «Unge?»: hva svaret blir brukt til er endret fra "
		    "«criterion:bredde», statistikk til «criterion:bredde»." },
		{ "<goal id=\"deltakere\" unit=\"person\">",
		    "<goal id=\"nye\" unit=\"stk\"><nb>Nye</nb><nn>Nye</nn></goal><goal id=\"deltakere\" "
		    "unit=\"person\">",
		    "confirm|Nytt: målet «Nye»." },
	};
	CHECK_ROWS(rows);
}

TEST(case_work)
{
	static const struct row rows[] = {
		{ "weight=\"60\"", "weight=\"55\"", "frozen|Kriteriet «Kvalitet» teller nå 55 %. Før var det 60 %." },
		{ "scale=\"1-6\"", "scale=\"0-5\"", "frozen|Vurderingen: skalaen er endret fra 1-6 til 0-5." },
		{ "<nb>Best</nb>", "<nb>Aller best</nb>",
		    "frozen|Beskrivelsen av en karakter til kriteriet «Kvalitet» har fått ny tekst." },
		{ "<criterion id=\"bredde\" weight=\"40\" tag=\"integration\" "
		  "internal=\"yes\"><nb>Bredde</nb><nn>Breidd</nn></criterion>",
		    "", "frozen|Tatt ut: kriteriet «Bredde»." },
		{ "<distribution kind=\"ranked\"/>", "<distribution kind=\"judged\"/>",
		    "frozen|Fordelingen: måten å fordele på er endret fra rangert mot hverandre til hver for seg." },
		{ "<decision up-to=\"50000\"/>", "<decision up-to=\"100000\"/>",
		    "frozen|Nivået for vedtak på 100 000 kr: summen det går opp til er endret fra 50 000 kr til 100 "
		    "000 kr." },
		{ "<decision body=\"hovedutvalg\"/>", "<decision body=\"fylkesutvalg\"/>",
		    "frozen|Nivået for vedtak: utvalget er endret fra «hovedutvalg» til «fylkesutvalg»." },
		{ "<part share=\"75\" when=\"accepted\"/><part share=\"25\" when=\"report-approved\"/>",
		    "<part share=\"100\" when=\"report-approved\"/>",
		    "frozen|Delutbetalingen på 100 %: andelen er endret fra 75 % til 100 %.\nfrozen|Delutbetalingen på "
		    "100 %: tidspunktet er endret fra når tilskuddet er akseptert til når rapporten er "
		    "godkjent.\nfrozen|Tatt ut: delutbetalingen på 25 %." },
		{ "months-after-end=\"3\"", "months-after-end=\"6\"",
		    "frozen|Rapporten: antallet måneder er endret fra 3 til 6." },
		{ "<laws><law><nb>Loven</nb>",
		    "<terms><term><nb>Logo</nb><nn>Logo</nn></term></terms><laws><law><nb>Loven</nb>",
		    "frozen|Nytt: vilkårene for den som får tilskudd." },
	};
	CHECK_ROWS(rows);
}

TEST(the_rest)
{
	static const struct row rows[] = {
		{ "<nb>En ordning</nb>", "<nb>En bedre ordning</nb>", "safe|Tittelen har fått ny tekst." },
		{ "<nb>Formål</nb>", "<nb>Et klarere formål</nb>", "frozen|Formålet har fått ny tekst." },
		{ "status=\"active\"", "status=\"paused\"", "frozen|Ordningen var aktiv og er nå på vent." },
		{ "source=\"assumed\"", "source=\"https://fylket.example\"",
		    "safe|Målgruppen: kilden er endret fra «assumed» til «https://fylket.example»." },
		{ "applied=\"20000\" costs=\"40000\"", "applied=\"21000\" costs=\"40000\"",
		    "safe|Eksemplene som prøver ordningen er endret." },
		{ "<!-- The smallest scheme", "<!-- Another comment", "" },
		{ "<title><nb>En ordning</nb>", "<title>\n   <nb>  En\n ordning </nb>", "" },
	};
	CHECK_ROWS(rows);
}

TEST(a_question_that_moves_is_one_change)
{
	const char *field = "<yes-no id=\"unge\"><nb>Unge?</nb><nn>Unge?</nn><why use=\"criterion:bredde "
			    "statistics\"/></yes-no>";
	const char *gone = fixture_swap(arena, small(), field, "");
	const char *after = fixture_swap(arena, gone, "<applied-sum", arena_printf(arena, "%s<applied-sum", field));

	CHECK_TEXT(told(small(), after, LANG_NB),
	    "safe|Spørsmålet «Unge?» er flyttet fra siden «Tiltaket» til siden «Penger».");
	CHECK_TEXT(
	    told(small(), fixture_swap(arena, gone, "<period", arena_printf(arena, "%s<period", field)), LANG_NB),
	    "safe|Rekkefølgen i siden «Tiltaket» er endret.");
}

TEST(what_a_change_is_about)
{
	const char *after =
	    fixture_swap(arena, small(), "<option code=\"film\"><nb>Film</nb><nn>Film</nn></option>", "");
	struct scheme_changes changes;

	CHECK(scheme_diff(&changes, arena, small(), after, LANG_NB) == OK);
	CHECK_INT(changes.n, 1);
	CHECK_TEXT(changes.list[0].element, "option");
	CHECK_TEXT(changes.list[0].id, "film");
	CHECK_TEXT(changes.list[0].field, "kunstart");
	CHECK(changes.list[0].reach == REACH_ANSWERED && changes.list[0].confirmable && !changes.list[0].internal);
	CHECK(changes.list[0].line_before > 0 && changes.list[0].line_after == 0);
	CHECK_INT(changes.of_class[CHANGE_CONFIRM], 1);
	CHECK(strstr(scheme_changes_warning(&changes, LANG_NB), "Likebehandling") != NULL);

	after = fixture_swap(arena, small(), "<nb>Bredde</nb>", "<nb>Bredden</nb>");
	CHECK(scheme_diff(&changes, arena, small(), after, LANG_NB) == OK);
	CHECK_INT(changes.n, 1);
	CHECK(changes.list[0].internal && !changes.list[0].confirmable);
	CHECK_TEXT(changes.list[0].before, "Bredde");
	CHECK_TEXT(changes.list[0].after, "Bredden");
	CHECK_TEXT(scheme_changes_warning(&changes, LANG_NB), "");
}

TEST(changes_are_told_in_the_readers_language)
{
	const char *after = fixture_swap(arena, small(), "max nok=\"100000\"", "max nok=\"80000\"");

	CHECK_TEXT(told(small(), after, LANG_NN),
	    "confirm stricter|Det høgaste tilskotet er endra frå 100 000 kr til 80 000 kr.");
	CHECK_TEXT(told(small(), after, LANG_EN),
	    "confirm stricter|The largest grant is changed from 100 000 kr to 80 000 kr.");
}

/* Changes one attribute or text of a tree after the other, and sees that something is told each time. */
static size_t
change_each(struct xml_node *node, const struct xml_node *root, const char *before)
{
	size_t n = 0;

	for (struct xml_attribute *a = node->attributes; a != NULL; a = a->next, n++) {
		struct buf out = buf_new(arena);
		struct xml_writer w = xml_writer_new(&out, SCHEME_NS);
		const char *value = a->value;

		a->value = arena_printf(arena, "%s9", value);
		xml_write_node(&w, root);
		a->value = value;
		if (*told(before, buf_text(&out), LANG_NB) == '\0')
			fail_msg("%s %s can be changed untold", node->name, a->name);
	}
	if (node->kind == XML_TEXT && strspn(node->text, " \n") < strlen(node->text)) {
		struct buf out = buf_new(arena);
		struct xml_writer w = xml_writer_new(&out, SCHEME_NS);
		const char *text = node->text;

		node->text = arena_printf(arena, "%s og mer", text);
		xml_write_node(&w, root);
		node->text = text;
		if (*told(before, buf_text(&out), LANG_NB) == '\0')
			fail_msg("the text %s can be changed untold", text);
		n++;
	}
	for (struct xml_node *child = node->children; child != NULL; child = child->next)
		n += change_each(child, root, before);
	return (n);
}

TEST(nothing_changes_untold)
{
	struct xml_error error;
	struct xml_doc *doc;

	CHECK(xml_read(&doc, &error, arena, SCHEME_NS, "small.xml", small(), strlen(small())) == OK);
	CHECK(change_each(doc->root, doc->root, small()) > 150);
}

TEST(what_is_no_scheme_is_refused)
{
	struct scheme_changes changes;

	CHECK(scheme_diff(&changes, arena, small(), "<scheme", LANG_NB) == ERR_INVALID);
	CHECK(scheme_diff(&changes, arena, "", small(), LANG_NB) == ERR_INVALID);
}

ARENA_TESTS(UNIT(amounts), UNIT(eligibility), UNIT(questions), UNIT(case_work), UNIT(the_rest),
    UNIT(a_question_that_moves_is_one_change), UNIT(what_a_change_is_about),
    UNIT(changes_are_told_in_the_readers_language), UNIT(nothing_changes_untold), UNIT(what_is_no_scheme_is_refused))
