/* scheme_vocabulary_test.c — names, cardinality, values and texts are held against the vocabulary, with line and
 * remedy. */
#include "scheme_fixture.h"

#include "scheme/vocabulary.h"

TEST(names_are_known)
{
	static const struct fixture_change changes[] = {
		{ NULL, NULL, "" },
		{ "<goals>", "<goals><gaol/>", "8: <gaol> kan ikke stå i <goals>; rett navnet; mente du «goal»?" },
		{ "<appeal body=\"klagenemnd\"/>", "<appeal body=\"klagenemnd\"><x/></appeal>",
		    "58: <x> kan ikke stå i <appeal>, som skal være tomt; ta det bort" },
		{ "<reason>", "<because/><reason>",
		    "17: <because> kan ikke stå i <rule>; der kan stå: reason, alternative" },
		{ "status=\"active\"", "status=\"active\" statuss=\"x\"",
		    "3: «statuss» er ikke noe attributt på <scheme>; ta det bort eller rett navnet; mente du "
		    "«status»?" },
		{ "<summary>", "<summary max=\"3\">",
		    "5: «max» er ikke noe attributt på <summary>; ta det bort eller rett navnet" },
		{ "<text id=\"tittel\"", "<tekst/><text id=\"tittel\"",
		    "37: <tekst> kan ikke stå i <section>; rett navnet; mente du «text»?" },
	};

	FIXTURE_CHECK(changes);
}

TEST(what_must_be_there_is_missed)
{
	static const struct fixture_change changes[] = {
		{ "<nn>Kort</nn>", "", "5: <summary> mangler teksten på nn; skriv <nn>…</nn>" },
		{ "<nn>Kort</nn>", "<nn>  </nn>", "5: <nn> er tomt; skriv teksten eller ta bort elementet rundt" },
		{ "<nn>Kort</nn>", "<nn>a <b>b</b></nn>", "5: <nn> inneholder <b>; skriv bare ren tekst" },
		{ "<nn>Kort</nn>", "<nn>Kort</nn><nn>Kort</nn>",
		    "5: <nn> står mer enn én gang i <summary>; behold ett" },
		{ "<summary>", "<summary>løst", "5: teksten «løst» står løst i <summary>; sett den i <nb> og <nn>" },
		{ "<distribution kind=\"ranked\"/>", "", "3: <scheme> mangler <distribution>; legg det til" },
		{ " status=\"active\"", "",
		    "3: <scheme> mangler status=\"…\"; skriv ett av ordene: active paused ended one-off "
		    "phased-out merged" },
		{ "<why use=\"case\"/>", "", "37: <text> mangler <why>; legg det til" },
		{ "type=\"municipality\" may-appeal=\"no\"/>", "type=\"municipality\"><nb>Alle</nb></applicant>",
		    "13: <applicant> mangler teksten på nn; skriv <nn>…</nn>" },
		{ "<appeal body=\"klagenemnd\"/>", "<appeal body=\"a\"/><appeal body=\"b\"/>",
		    "58: <appeal> står mer enn én gang i <workflow>; behold ett" },
	};

	FIXTURE_CHECK(changes);
}

TEST(a_section_without_fields_is_told)
{
	struct arena *arena = arena_new(0);
	const char *xml = fixture_swap(arena, fixture_file(arena, "tests/fixtures/scheme/small.xml"), "</form>",
	    "<section id=\"tom\"><nb>Tom</nb><nn>Tom</nn></section></form>");

	CHECK_TEXT(
	    fixture_messages(arena, xml, strlen(xml), LANG_NB), "54: <section> har ingen felt; legg til minst ett");
	arena_free(arena);
}

TEST(values_are_what_they_should_be)
{
	static const struct fixture_change changes[] = {
		{ "id=\"en-ordning\"", "id=\"En\"",
		    "3: id=\"En\" på <scheme> går ikke; skriv 3 til 64 tegn: små bokstaver a-z, tall og bindestrek" },
		{ "field=\"kultur\"", "field=\"kulturr\"",
		    "3: field=\"kulturr\" på <scheme> går ikke; skriv ett av ordene: kultur idrett samferdsel naering "
		    "samfunnsutvikling" },
		{ "id=\"tittel\"", "id=\"Tittel\"",
		    "37: id=\"Tittel\" på <text> går ikke; skriv små bokstaver a-z, tall og bindestrek, bokstav først, "
		    "høyst 40 "
		    "tegn" },
		{ "nok=\"100000\"", "nok=\"100 000\"",
		    "23: nok=\"100 000\" på <max> går ikke; skriv hele kroner bare med sifre, som 25000" },
		{ "nok=\"100000\"", "nok=\"1000000000001\"",
		    "23: nok=\"1000000000001\" på <max> går ikke; skriv hele kroner bare med sifre, som 25000" },
		{ "nok=\"100000\"", "nok=\"-1\"",
		    "23: nok=\"-1\" på <max> går ikke; skriv hele kroner bare med sifre, som 25000" },
		{ "share=\"33.33\"", "share=\"33,33\"",
		    "27: share=\"33,33\" på <award-floor> går ikke; skriv prosent fra 0 til 100, som 75 eller 33.33" },
		{ "share=\"33.33\"", "share=\"100.01\"",
		    "27: share=\"100.01\" på <award-floor> går ikke; skriv prosent fra 0 til 100, som 75 eller 33.33" },
		{ "share=\"33.33\"", "share=\"33.333\"",
		    "27: share=\"33.333\" på <award-floor> går ikke; skriv prosent fra 0 til 100, som 75 eller 33.33" },
		{ "scale=\"1-6\"", "scale=\"6-1\"",
		    "29: scale=\"6-1\" på <criteria> går ikke; skriv laveste og høyeste karakter, som 0-5" },
		{ "weight=\"60\"", "weight=\"60.5\"",
		    "30: weight=\"60.5\" på <criterion> går ikke; skriv et helt tall fra 1 til 100" },
		{ "weight=\"60\"", "weight=\"0\"",
		    "30: weight=\"0\" på <criterion> går ikke; skriv et helt tall fra 1 til 100" },
		{ "kinds=\"pdf image\"", "kinds=\"pdf exe\"",
		    "52: kinds=\"pdf exe\" på <attachment> går ikke; skriv ett eller flere av ordene, hvert én gang: "
		    "pdf image "
		    "document spreadsheet" },
		{ "kinds=\"pdf image\"", "kinds=\"pdf pdf\"",
		    "52: kinds=\"pdf pdf\" på <attachment> går ikke; skriv ett eller flere av ordene, hvert én gang: "
		    "pdf image "
		    "document spreadsheet" },
		{ "use=\"case\"", "use=\"criterion:\"",
		    "37: use=\"criterion:\" på <why> går ikke; skriv criterion:ID eller ord av: eligibility amount "
		    "statistics "
		    "contact payment control case" },
		{ "code=\"film\"", "code=\"film noir\"",
		    "41: code=\"film noir\" på <option> går ikke; skriv bokstaver a-z, tall, bindestrek og understrek, "
		    "høyst 40 "
		    "tegn" },
		{ "test=\"applied >= 10000\"", "test=\" \"",
		    "16: test på <rule>, tegn 2: uttrykket er tomt; skriv det eller ta bort attributtet" },
		{ "applied=\"20000\"", "applied=\"20000\" start=\"1.2.2026\"",
		    "64: start=\"1.2.2026\" på <case> går ikke; skriv en dag som 2026-01-31" },
	};

	FIXTURE_CHECK(changes);
}

TEST(english_readers_get_english)
{
	struct arena *arena = arena_new(0);
	const char *xml = fixture_swap(
	    arena, fixture_file(arena, "tests/fixtures/scheme/small.xml"), "<distribution kind=\"ranked\"/>", "");

	CHECK_TEXT(fixture_messages(arena, xml, strlen(xml), LANG_EN), "3: <scheme> lacks <distribution>; add it");
	arena_free(arena);
}

TEST(everything_wrong_is_told_at_once_in_order_of_lines)
{
	struct arena *arena = arena_new(0);
	const char *xml = fixture_file(arena, "tests/fixtures/scheme/small.xml");

	xml = fixture_swap(arena, xml, "<nn>Lova</nn>", "");
	xml = fixture_swap(arena, xml, "<nn>Ei ordning</nn>", "");
	xml = fixture_swap(arena, xml, " max=\"80\"", " max=\"0\"");
	CHECK_TEXT(fixture_messages(arena, xml, strlen(xml), LANG_NB),
	    "4: <title> mangler teksten på nn; skriv <nn>…</nn>\n"
	    "37: max=\"0\" på <text> går ikke; skriv et helt tall fra 1 til 1000\n"
	    "61: <law> mangler teksten på nn; skriv <nn>…</nn>");
	arena_free(arena);
}

/* The table itself: what it names exists, and nothing stands in it for nothing. */
TEST(the_table_holds_together)
{
	const struct vocabulary_element *element;

	for (size_t i = 0; (element = vocabulary_at(&scheme_vocabulary, i)) != NULL; i++) {
		struct vocabulary_child child;
		const char *at = element->children;

		CHECK(vocabulary_element(&scheme_vocabulary, element->key) == element);
		CHECK(element->about != NULL && element->about[0] != '\0');
		while (vocabulary_child_next(&child, &at))
			if (!child.group && vocabulary_element(&scheme_vocabulary, child.key) == NULL)
				fail_msg("<%s> holds <%s>, which is nowhere", element->key, child.key);
	}
	CHECK(vocabulary_named("max:amount", "max") && !vocabulary_named("max:amount", "ma"));
}

TEST(every_field_type_is_in_the_table)
{
	for (enum field_type type = 0; type < FIELD__MAX; type++) {
		const struct vocabulary_element *element =
		    vocabulary_element(&scheme_vocabulary, field_type_code(type));

		/* Work packages bring it with them. */
		if (type == FIELD_PLAN_TIME)
			continue;
		if (element == NULL || element->group == NULL || strcmp(element->group, "field") != 0)
			fail_msg("%s is no field", field_type_code(type));
	}
}

SCHEME_MAIN(UNIT(names_are_known), UNIT(what_must_be_there_is_missed), UNIT(a_section_without_fields_is_told),
    UNIT(values_are_what_they_should_be), UNIT(english_readers_get_english),
    UNIT(everything_wrong_is_told_at_once_in_order_of_lines), UNIT(the_table_holds_together),
    UNIT(every_field_type_is_in_the_table))
