/* document_edit_test.c — what a form says is written where it belongs, and nothing else is. */
#include "scheme_fixture.h"

#include "scheme/call_compile.h"
#include "scheme/document_edit.h"
#include "scheme/document_path.h"

ARENA_FOR_TESTS

#define SCHEME(inside) "<scheme xmlns=\"" SCHEME_NS "\" id=\"en\">\n" inside "</scheme>\n"
#define RULES                                                                                                          \
	"  <eligibility>\n    <rule id=\"a\" kind=\"warning\" test=\"true()\">\n      "                                \
	"<reason><nb>A</nb><nn>A</nn></reason></rule>\n"                                                               \
	"  </eligibility>\n"

static struct xml_doc *
read(const char *text)
{
	struct xml_error error;
	struct xml_doc *doc;

	if (xml_read(&doc, &error, arena, SCHEME_NS, "t.xml", text, strlen(text)) != OK)
		fail_msg("%s\n%s", error.message, text);
	return (doc);
}

static const char *changed;

static const char *
set_all(const char *text, const struct document_set *sets, size_t n)
{
	struct document_edit edit;
	struct buf names = buf_new(arena);

	CHECK_INT(document_edit_sets(&edit, arena, &scheme_vocabulary, read(text), sets, n), OK);
	CHECK_INT(edit.len, strlen(edit.text));
	read(edit.text);
	for (size_t i = 0; i < edit.n_changed; i++)
		buf_printf(&names, "%s%s", i == 0 ? "" : " ", edit.changed[i]);
	changed = buf_text(&names);
	return (edit.text);
}

#define SET(text, ...)                                                                                                 \
	set_all(text, (const struct document_set[]){ __VA_ARGS__ },                                                    \
	    sizeof((const struct document_set[]){ __VA_ARGS__ }) / sizeof(struct document_set))

TEST(paths_name_and_find)
{
	struct xml_doc *doc = read(SCHEME("<form>\n<section id=\"s\"><nb>S</nb>\n<text id=\"t\"/>\n<text "
					  "id=\"t\"/><money id=\"m\"/></section></form><max/>\n<max/>"));
	static const struct {
		const char *path;
		int line;
	} paths[] = { { "", 1 }, { "form", 2 }, { "form/section:s", 3 }, { "form/section:s/text.1", 4 },
		{ "form/section:s/text.2", 5 }, { "form/section:s/money:m", 5 }, { "max.2", 6 } };

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		struct xml_node *node = document_find(doc, paths[i].path);

		assert_non_null(node);
		CHECK_INT(node->line, paths[i].line);
		CHECK_TEXT(document_path(arena, node), paths[i].path);
	}
	CHECK(document_find(doc, "form/section:x") == NULL);
	CHECK(document_find(doc, "max.3") == NULL && document_find(doc, "max.0") == NULL);
	CHECK(document_find(doc, "form//x") == NULL && document_find(doc, "form/section:s/text:t") == NULL);
}

TEST(a_line_belongs_to_what_begins_there)
{
	struct xml_doc *doc = read(SCHEME("  <form>\n    <section id=\"s\"><nb>x</nb>\n\n      <text id=\"t\"\n   "
					  "max=\"3\"/>\n    </section>\n  </form>\n"));

	CHECK_TEXT(document_path(arena, document_at_line(doc, 3)), "form/section:s");
	CHECK_TEXT(document_path(arena, document_at_line(doc, 4)), "form/section:s");
	CHECK_TEXT(document_path(arena, document_at_line(doc, 6)), "form/section:s/text:t");
	CHECK(document_at_line(doc, 99) == NULL);
}

TEST(a_form_sent_as_it_was_changes_nothing)
{
	const char *text = fixture_file(arena, "conf/schemes/in-forebyggende-trafikksikkerhet.xml");

	CHECK_TEXT(
	    SET(text, { "title=nb", "Tilskudd til lokalt forebyggende trafikksikkerhetsarbeid" },
		{ "form/section:okonomi/intro=nn", "Først kva det kostar, så kven som betaler. Dei to må bli like "
						   "store.\nEigeninnsats er timar de ikkje "
						   "betaler løn for." },
		{ "amount/max.1@nok", "100000" }, { "amount/award-floor@share", "" }, { "amount/max+1@nok", "" },
		{ "criteria/criterion:samarbeid@weight", "" }),
	    text);
	CHECK_TEXT(changed, "");
}

TEST(texts_and_attributes_are_changed_in_place)
{
	CHECK_TEXT(SET(SCHEME("  <title>\n    <nb>Før</nb><nn>Før</nn><en>Before</en>\n  </title>\n  <amount><max "
			      "nok='5'/></amount>\n"),
		       { "title=nb", "Etter & <nå>" }, { "title=nn", "" }, { "title=en", "" },
		       { "amount/max@nok", "1000" }, { "amount/max@share", "50" }, { "@status", "active" }),
	    "<scheme xmlns=\"" SCHEME_NS
	    "\" id=\"en\" status=\"active\">\n  <title>\n    <nb>Etter &amp; &lt;nå&gt;</nb><nn></nn>\n"
	    "  </title>\n  <amount><max nok='1000' share=\"50\"/></amount>\n</scheme>\n");
	CHECK_TEXT(changed, "title=nb title=nn title=en amount/max@nok amount/max@share @status");
}

TEST(what_is_missing_is_put_where_it_usually_stands)
{
	CHECK_TEXT(SET(SCHEME("  <title><nb>T</nb><nn>T</nn></title>\n  <amount>\n    "
			      "<note><nb>N</nb><nn>N</nn></note>\n  </amount>\n"),
		       { "amount/award-floor@share", "30" }, { "summary=nb", "Kort" }, { "summary=nn", "Kort nok" },
		       { "title=en", "Title" }, { "amount/max+1@nok", "500" }, { "amount/max+2@share", "" }),
	    SCHEME("  <title><nb>T</nb><nn>T</nn><en>Title</en></title>\n  <summary>\n    <nb>Kort</nb>\n    <nn>Kort "
		   "nok</nn>\n  </summary>\n"
		   "  <amount>\n    <max nok=\"500\"/>\n    <award-floor share=\"30\"/>\n    "
		   "<note><nb>N</nb><nn>N</nn></note>\n  </amount>\n"));
}

TEST(a_new_element_gets_an_id_of_its_own)
{
	CHECK_TEXT(
	    SET(SCHEME(RULES), { "eligibility/rule+1@kind", "knock-out" }, { "eligibility/rule+1/reason=nb", "A" },
		{ "eligibility/rule+2/reason=nb", "Må være i Ås på 17. mai!" }),
	    SCHEME("  <eligibility>\n    <rule id=\"a\" kind=\"warning\" test=\"true()\">\n      "
		   "<reason><nb>A</nb><nn>A</nn></reason></rule>\n"
		   "    <rule id=\"a-2\" kind=\"knock-out\">\n      <reason>\n        <nb>A</nb>\n      </reason>\n    "
		   "</rule>\n"
		   "    <rule id=\"ma-vaere-i-as-pa-17-mai\">\n      <reason>\n        <nb>Må være i Ås på 17. "
		   "mai!</nb>\n      </reason>\n    </rule>\n"
		   "  </eligibility>\n"));
}

TEST(what_is_emptied_goes_away_with_the_list_it_stood_in)
{
	CHECK_TEXT(SET(SCHEME("  <terms>\n    <term id=\"x\"><nb>A</nb><nn>A</nn></term>\n    "
			      "<term><nb>B</nb><nn>B</nn></term>\n  </terms>\n"),
		       { "terms/term:x=nb", "" }, { "terms/term:x=nn", "" }),
	    SCHEME("  <terms>\n    <term><nb>B</nb><nn>B</nn></term>\n  </terms>\n"));
	CHECK_TEXT(SET(SCHEME("  <terms>\n    <term><nb>B</nb><nn>B</nn></term>\n  </terms>\n"),
		       { "terms/term=nb", "" }, { "terms/term=nn", "  " }),
	    SCHEME(""));
	/* The title must be there, blank or not. */
	CHECK_TEXT(SET(SCHEME("  <title><nb>T</nb><nn>T</nn></title>\n"), { "title=nb", "" }, { "title=nn", "" }),
	    SCHEME("  <title><nb></nb><nn></nn></title>\n"));
	/* A kind of applicant says something without a text. */
	CHECK_TEXT(SET(SCHEME("  <applicants>\n    <applicant type=\"person\"><nb>P</nb><nn>P</nn></applicant>\n  "
			      "</applicants>\n"),
		       { "applicants/applicant=nb", "" }, { "applicants/applicant=nn", "" }),
	    SCHEME("  <applicants>\n    <applicant type=\"person\"></applicant>\n  </applicants>\n"));
}

TEST(what_the_language_does_not_have_is_refused)
{
	static const char *const wrong[] = { "title@nok", "nothing=nb", "title", "title=no", "criteria/rule=nb", "@x",
		"", "title/nb=nb" };
	struct document_edit edit;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		CHECK_INT(document_edit_sets(&edit, arena, &scheme_vocabulary, read(SCHEME("")),
			      &(struct document_set){ wrong[i], "x" }, 1),
		    ERR_INVALID);
}

#define FORM                                                                                                           \
	"  <form>\n    <section id=\"a\"><nb>A</nb><nn>A</nn>\n      <text id=\"t\" "                                  \
	"max=\"9\"><nb>T</nb><nn>T</nn></text>\n"                                                                      \
	"      <money id=\"m\"/>\n    </section>\n    <section id=\"b\"><nb>B</nb><nn>B</nn>\n      <date "            \
	"id=\"d\"/>\n    </section>\n  </form>\n"

static const char *
moved(enum status expected, const char *path, enum document_move move)
{
	struct document_edit edit = { .text = "" };

	CHECK_INT(document_edit_move(&edit, arena, &scheme_vocabulary, read(SCHEME(FORM)), path, move), expected);
	return (edit.text);
}

TEST(questions_are_moved_and_taken_away)
{
	CHECK(strstr(moved(OK, "form/section:a/money:m", DOCUMENT_UP),
		  "<nn>A</nn>\n      <money id=\"m\"/>\n      <text id=\"t\"") != NULL);
	CHECK(strstr(moved(OK, "form/section:a", DOCUMENT_DOWN), "<form>\n    <section id=\"b\">") != NULL);
	CHECK(strstr(moved(OK, "form/section:a/text:t", DOCUMENT_REMOVE), "<text") == NULL);
	moved(ERR_CONFLICT, "form/section:a/text:t", DOCUMENT_UP);
	moved(ERR_CONFLICT, "form/section:b", DOCUMENT_DOWN);
	moved(ERR_CONFLICT, "", DOCUMENT_REMOVE);
	moved(ERR_NOT_FOUND, "form/section:c", DOCUMENT_REMOVE);
}

TEST(a_question_goes_to_another_section)
{
	struct document_edit edit;
	struct xml_doc *doc = read(SCHEME(FORM));

	CHECK_INT(
	    document_edit_send(&edit, arena, &scheme_vocabulary, doc, "form/section:a/text:t", "form/section:b"), OK);
	CHECK(strstr(edit.text,
		  "<date id=\"d\"/>\n      <text id=\"t\" max=\"9\"><nb>T</nb><nn>T</nn></text>\n    </section>") !=
	      NULL);
	CHECK_INT(
	    document_edit_send(&edit, arena, &scheme_vocabulary, doc, "form/section:a/text:t", "form"), ERR_INVALID);
	CHECK_INT(document_edit_send(&edit, arena, &scheme_vocabulary, doc, "form/section:a/text:t", "form/section:x"),
	    ERR_NOT_FOUND);
}

TEST(a_question_becomes_one_of_another_type)
{
	struct document_edit edit;
	struct xml_doc *doc = read(SCHEME(FORM));

	CHECK_INT(document_edit_rename(&edit, arena, &scheme_vocabulary, doc, "form/section:a/text:t", "email"), OK);
	CHECK(strstr(edit.text, "      <email id=\"t\"><nb>T</nb><nn>T</nn></email>\n") != NULL);
	CHECK_INT(document_edit_rename(&edit, arena, &scheme_vocabulary, doc, "form/section:a/money:m", "integer"), OK);
	CHECK(strstr(edit.text, "      <integer id=\"m\"/>\n") != NULL);
	CHECK_INT(
	    document_edit_rename(&edit, arena, &scheme_vocabulary, doc, "form/section:a/money:m", "nb"), ERR_INVALID);
	CHECK_INT(
	    document_edit_rename(&edit, arena, &scheme_vocabulary, doc, "form/section:a/money:m", "rule"), ERR_INVALID);
}

static const struct vocabulary_attribute *
attribute_of(enum vocabulary_type type)
{
	struct vocabulary_attribute *attribute = arena_alloc(arena, sizeof(*attribute));

	attribute->type = type;
	return (attribute);
}

TEST(values_are_read_and_shown_as_people_write_them)
{
	static const struct {
		enum vocabulary_type type;
		const char *typed, *value, *shown;
	} cases[] = {
		{ VOCABULARY_NOK, "100 000 kr", "100000", "100\302\240000" },
		{ VOCABULARY_NOK, "100.000,-", "100000", "100\302\240000" },
		{ VOCABULARY_NOK, "mye", "mye", "mye" },
		{ VOCABULARY_PERCENT, "33,5 %", "33.5", "33,5" },
		{ VOCABULARY_PERCENT, "50\302\240%", "50", "50" },
		{ VOCABULARY_PERCENT, "101", "101", "101" },
		{ VOCABULARY_DATE, "1.2.2027", "2027-02-01", "01.02.2027" },
		{ VOCABULARY_DATE, "snart", "snart", "snart" },
		{ VOCABULARY_MOMENT, "15.1.2027 kl. 12.00", "2027-01-15 12:00", "15.01.2027 12:00" },
		{ VOCABULARY_MOMENT, "15. januar 2027 9:30", "2027-01-15 09:30", "15.01.2027 09:30" },
		{ VOCABULARY_MOMENT, "15.1.2027", "2027-01-15", "15.01.2027" },
		{ VOCABULARY_MOMENT, "15.1.2027 25:00", "15.1.2027 25:00", "15.1.2027 25:00" },
		{ VOCABULARY_MONTH_DAY, "1.2.", "02-01", "01.02." },
		{ VOCABULARY_WORDS, " person ", "person", "person" },
		{ VOCABULARY_NOK, "  ", "", "" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		CHECK_TEXT(document_value_typed(arena, attribute_of(cases[i].type), cases[i].typed), cases[i].value);
		CHECK_TEXT(document_value_shown(arena, attribute_of(cases[i].type), cases[i].value), cases[i].shown);
	}
}

TEST(ids_are_made_of_words)
{
	static const char *const taken[] = { "navn", "navn-2" };

	CHECK_TEXT(document_id(arena, "Navn", taken, 2), "navn-3");
	CHECK_TEXT(document_id(arena, "Ærlig talt: hvor mye ØL på Å?", NULL, 0), "aerlig-talt-hvor-mye-ol-pa-a");
	CHECK_TEXT(document_id(arena, "17. mai – ???", NULL, 0), "mai");
	CHECK_TEXT(document_id(arena, "???", NULL, 0), "ny");
	CHECK_TEXT(document_id(arena, "applied", NULL, 0), "applied-2");
	CHECK_TEXT(
	    document_id(arena, "Et ganske langt spørsmål om hva som helst", NULL, 0), "et-ganske-langt-sporsmal-om");
	CHECK_TEXT(document_id(arena, "Donaudampfschifffahrtsgesellschaftskapitän", NULL, 0),
	    "donaudampfschifffahrtsgesellsc");
}

TEST(what_a_machine_wrote_is_laid_out_for_people)
{
	static const char *const line =
	    "<scheme xmlns=\"" SCHEME_NS
	    "\" id=\"en\"><title><nb>A &amp; b</nb><nn>A</nn></title><form><section id=\"s\"><nb>S"
	    "</nb><nn>S</nn><text id=\"t\"><nb>T</nb><nn>T</nn><help><nb>En hjelp som er lang</nb><nn>Ei "
	    "hjelp</nn></help>"
	    "<why use=\"case\"></why></text></section></form></scheme>";
	size_t len;
	const char *out = document_laid_out(&len, arena, read(line));

	CHECK_TEXT(out,
	    SCHEME("  <title><nb>A &amp; b</nb><nn>A</nn></title>\n  <form>\n    <section id=\"s\">\n      <nb>S</nb>\n"
		   "      <nn>S</nn>\n      <text id=\"t\">\n        <nb>T</nb>\n        <nn>T</nn>\n"
		   "        <help><nb>En hjelp som er lang</nb><nn>Ei hjelp</nn></help>\n"
		   "        <why use=\"case\"></why>\n      </text>\n    </section>\n  </form>\n"));
	CHECK_INT(len, strlen(out));
	CHECK_TEXT(document_laid_out(&len, arena, read(out)), out);
}

ARENA_TESTS(UNIT(paths_name_and_find), UNIT(a_line_belongs_to_what_begins_there),
    UNIT(a_form_sent_as_it_was_changes_nothing), UNIT(texts_and_attributes_are_changed_in_place),
    UNIT(what_is_missing_is_put_where_it_usually_stands), UNIT(a_new_element_gets_an_id_of_its_own),
    UNIT(what_is_emptied_goes_away_with_the_list_it_stood_in), UNIT(what_the_language_does_not_have_is_refused),
    UNIT(questions_are_moved_and_taken_away), UNIT(a_question_goes_to_another_section),
    UNIT(a_question_becomes_one_of_another_type), UNIT(values_are_read_and_shown_as_people_write_them),
    UNIT(ids_are_made_of_words), UNIT(what_a_machine_wrote_is_laid_out_for_people))
