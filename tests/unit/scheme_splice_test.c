/* scheme_splice_test.c — a change lands where it should, looks like what is beside it, and leaves the rest alone. */
#include "scheme_fixture.h"

#include <dirent.h>

#include "splice_check.h"

ARENA_FOR_TESTS

static struct xml_doc *
read(const char *text)
{
	struct xml_error error;
	struct xml_doc *doc;

	CHECK_INT(xml_read(&doc, &error, arena, NULL, "t.xml", text, strlen(text)), OK);
	return (doc);
}

/* The document after the changes, which must be well formed. */
static const char *
done(const struct splices *splices)
{
	size_t len;
	char *out = splices_apply(&len, splices);

	CHECK_INT(len, strlen(out));
	read(out);
	return (out);
}

#define WITH(text)                                                                                                     \
	struct xml_doc *doc = read(text);                                                                              \
	struct splices splices = splices_new(arena, doc);                                                              \
	struct xml_node *root = doc->root

TEST(an_attribute_is_changed_added_and_taken_away)
{
	WITH("<a x='1'  y=\"2\" />");

	splice_attribute(&splices, root, "x", "it's \"<1>\"");
	splice_attribute(&splices, root, "y", NULL);
	splice_attribute(&splices, root, "z", "3");
	splice_attribute(&splices, root, "w", NULL);
	CHECK_TEXT(done(&splices), "<a x='it&#39;s &quot;&lt;1>&quot;' z=\"3\" />");
}

TEST(quotes_of_the_other_kind_stay_readable)
{
	WITH("<a when=\"x = 'y'\"/>");

	splice_attribute(&splices, root, "when", "x = 'z' or \"w\"");
	CHECK_TEXT(done(&splices), "<a when=\"x = 'z' or &quot;w&quot;\"/>");
}

TEST(what_is_so_already_changes_nothing)
{
	WITH("<a x='1'><nb>to\n   ord</nb>\n<!-- og --></a>");

	splice_attribute(&splices, root, "x", "1");
	splice_text(&splices, xml_child(root, "nb"), " to ord ");
	CHECK_INT(splices.n, 0);
	CHECK_TEXT(done(&splices), doc->source);
}

TEST(a_text_is_put_inside_its_element)
{
	WITH("<a>\n  <nb>gammel</nb><nn/>\n  <en></en>\n</a>");

	splice_text(&splices, xml_child(root, "nb"), "ny & <god>");
	splice_text(&splices, xml_child(root, "nn"), "ny");
	splice_text(&splices, xml_child(root, "en"), "new");
	CHECK_TEXT(done(&splices), "<a>\n  <nb>ny &amp; &lt;god&gt;</nb><nn>ny</nn>\n  <en>new</en>\n</a>");
}

static struct splice_element *
rule(const char *id)
{
	struct splice_element *made = splice_element_new(arena, NULL, "rule");

	splice_element_attribute(arena, made, "id", id);
	splice_element_new(arena, splice_element_new(arena, made, "reason"), "nb")->text = "Fordi";
	return (made);
}

TEST(a_new_element_looks_like_those_beside_it)
{
	WITH("<a>\n\t<rule/> <!-- om den -->\n\t<rule/>\n</a>");

	splice_insert(&splices, root, xml_child(root, "rule"), rule("b"));
	CHECK_TEXT(done(&splices), "<a>\n\t<rule/> <!-- om den -->\n\t<rule id=\"b\">\n\t  <reason>\n\t    "
				   "<nb>Fordi</nb>\n\t  </reason>\n\t</rule>\n"
				   "\t<rule/>\n</a>");
}

TEST(a_new_element_can_be_the_first)
{
	WITH("<a>\n\t<rule/>\n</a>");

	splice_insert(&splices, root, NULL, splice_element_new(arena, NULL, "min"));
	CHECK_TEXT(done(&splices), "<a>\n\t<min/>\n\t<rule/>\n</a>");
}

TEST(an_element_on_one_line_stays_on_one_line)
{
	struct splice_element *en = splice_element_new(arena, NULL, "en");
	WITH("<a>\n  <t><nb>x</nb><nn>y</nn></t>\n</a>");

	en->text = "z";
	splice_insert(&splices, xml_child(root, "t"), xml_child(xml_child(root, "t"), "nn"), en);
	CHECK_TEXT(done(&splices), "<a>\n  <t><nb>x</nb><nn>y</nn><en>z</en></t>\n</a>");
}

TEST(an_empty_element_opens_for_what_is_put_in)
{
	static const char *const empty[] = { "<a>\n  <e x=\"1\" />\n</a>", "<a>\n  <e x=\"1\"></e>\n</a>",
		"<a>\n  <e x=\"1\">\n  </e>\n</a>" };

	for (size_t i = 0; i < 3; i++) {
		WITH(empty[i]);

		splice_insert(&splices, xml_child(root, "e"), NULL, splice_element_new(arena, NULL, "f"));
		CHECK_TEXT(done(&splices), "<a>\n  <e x=\"1\">\n    <f/>\n  </e>\n</a>");
	}
}

TEST(a_comment_alone_in_an_element_is_kept)
{
	WITH("<a>\n  <e>\n    <!-- ingen ennå -->\n  </e>\n</a>");

	splice_insert(&splices, xml_child(root, "e"), NULL, splice_element_new(arena, NULL, "f"));
	CHECK_TEXT(done(&splices), "<a>\n  <e>\n    <!-- ingen ennå -->\n    <f/>\n  </e>\n</a>");
}

TEST(what_is_new_ends_its_lines_as_the_others_do)
{
	WITH("<a>\r\n  <rule/>\r\n  <c/>\r\n</a>\r\n");

	splice_insert(&splices, root, xml_child(root, "rule"), rule("b"));
	splice_remove(&splices, xml_child(root, "c"));
	CHECK_TEXT(done(&splices), "<a>\r\n  <rule/>\r\n  <rule id=\"b\">\r\n    <reason>\r\n      <nb>Fordi</nb>\r\n"
				   "    </reason>\r\n  </rule>\r\n</a>\r\n");
}

TEST(what_is_moved_keeps_its_line_ends)
{
	WITH("<a>\r\n  <b>\r\n    <x/>\r\n  </b>\r\n  <c>\r\n    <y/>\r\n  </c>\r\n</a>");

	splice_swap(&splices, xml_child(root, "b"), xml_child(root, "c"));
	CHECK_TEXT(done(&splices), "<a>\r\n  <c>\r\n    <y/>\r\n  </c>\r\n  <b>\r\n    <x/>\r\n  </b>\r\n</a>");
}

TEST(a_mark_of_byte_order_and_instructions_stay)
{
	WITH("\xEF\xBB\xBF<?xml version='1.0'?>\n<?editor keep?>\n<a x='1'>\n\t<![CDATA[ <&> ]]>\n</a>\n<!-- slutt "
	     "-->\n");

	splice_attribute(&splices, root, "x", "2");
	CHECK_TEXT(done(&splices),
	    "\xEF\xBB\xBF<?xml version='1.0'?>\n<?editor keep?>\n<a x='2'>\n\t<![CDATA[ <&> ]]>\n</a>\n"
	    "<!-- slutt -->\n");
}

TEST(new_elements_have_the_prefix_of_those_around)
{
	static const char text[] = "<s:a xmlns:s=\"urn:t\">\n  <s:rule/>\n  <s:e/>\n</s:a>";
	struct xml_error error;
	struct xml_doc *doc;
	struct splices splices;

	CHECK_INT(xml_read(&doc, &error, arena, "urn:t", "t.xml", text, strlen(text)), OK);
	splices = splices_new(arena, doc);
	splice_insert(&splices, doc->root, xml_child(doc->root, "rule"), rule("b"));
	splice_insert(&splices, xml_child(doc->root, "e"), NULL, splice_element_new(arena, NULL, "f"));
	splice_text(&splices, xml_child(doc->root, "rule"), "ny");
	CHECK_TEXT(splices_apply(&(size_t){ 0 }, &splices),
	    "<s:a xmlns:s=\"urn:t\">\n  <s:rule>ny</s:rule>\n  <s:rule id=\"b\">\n    <s:reason>\n      "
	    "<s:nb>Fordi</s:nb>\n"
	    "    </s:reason>\n  </s:rule>\n  <s:e>\n    <s:f/>\n  </s:e>\n</s:a>");
}

TEST(a_document_from_a_field_is_written_as_it_was_before)
{
	static const char before[] = "\xEF\xBB\xBF<a>\r\n</a>\r\n";

	CHECK_TEXT(document_written_as(arena, "<a>\n</a>", before, sizeof(before) - 1), before);
	CHECK_TEXT(document_written_as(arena, "<a>\n</a>", "<a>\n</a>", 8), "<a>\n</a>");
	CHECK_TEXT(document_written_as(arena, "<a/>", "<a>\n</a>\n", 9), "<a/>\n");
	CHECK_TEXT(document_written_as(arena, "", "<a/>\n", 5), "");
}

TEST(an_element_goes_with_its_line_and_nothing_else)
{
	WITH("<a>\n  <b/>\n  <c>\n    x\n  </c>  \n  <d/><e/>\n</a>");

	splice_remove(&splices, xml_child(root, "c"));
	splice_text(&splices, xml_child(root, "c"), "som forsvinner");
	splice_remove(&splices, xml_child(root, "d"));
	CHECK_TEXT(done(&splices), "<a>\n  <b/>\n  <e/>\n</a>");
}

TEST(two_elements_change_places)
{
	WITH("<a>\n  <b>1</b> <!-- b -->\n  <c/>\n</a>");

	splice_swap(&splices, xml_child(root, "b"), xml_child(root, "c"));
	CHECK_TEXT(done(&splices), "<a>\n  <c/> <!-- b -->\n  <b>1</b>\n</a>");
}

TEST(an_element_moves_as_it_is_written)
{
	WITH("<a>\n  <s>\n    <f x = '1'>t</f>\n  </s>\n  <s>\n    <g/>\n  </s>\n</a>");
	struct xml_node *first = xml_child(root, "s"), *second = xml_next(first, "s");

	splice_move(&splices, xml_child(first, "f"), second, xml_child(second, "g"));
	CHECK_TEXT(done(&splices), "<a>\n  <s>\n  </s>\n  <s>\n    <g/>\n    <f x = '1'>t</f>\n  </s>\n</a>");
}

/* A thousand random changes, each to the same document. */
static void
change_at_random(const char *xml)
{
	unsigned seed = 20260101;

	for (int round = 0; round < 100; round++) {
		struct arena *own = arena_new(0);
		struct xml_error error;
		struct xml_doc *step;
		unsigned char bytes[80];
		struct splice_choices choices = { bytes, sizeof(bytes) };

		for (size_t i = 0; i < sizeof(bytes); i++)
			bytes[i] = (unsigned char)((seed = seed * 1664525 + 1013904223) >> 24);
		CHECK_INT(xml_read(&step, &error, own, SCHEME_NS, "t.xml", xml, strlen(xml)), OK);
		for (int i = 0; i < 10; i++)
			step = splice_step(own, step, &choices);
		arena_free(own);
	}
}

TEST(any_change_leaves_the_rest_byte_for_byte)
{
	const char *xml = fixture_file(arena, "conf/schemes/in-forebyggende-trafikksikkerhet.xml");

	change_at_random(xml);
	change_at_random(document_written_as(arena, xml, "\r\n", 2));
}

ARENA_TESTS(UNIT(an_attribute_is_changed_added_and_taken_away), UNIT(quotes_of_the_other_kind_stay_readable),
    UNIT(what_is_so_already_changes_nothing), UNIT(a_text_is_put_inside_its_element),
    UNIT(a_new_element_looks_like_those_beside_it), UNIT(a_new_element_can_be_the_first),
    UNIT(an_element_on_one_line_stays_on_one_line), UNIT(an_empty_element_opens_for_what_is_put_in),
    UNIT(a_comment_alone_in_an_element_is_kept), UNIT(what_is_new_ends_its_lines_as_the_others_do),
    UNIT(what_is_moved_keeps_its_line_ends), UNIT(a_mark_of_byte_order_and_instructions_stay),
    UNIT(new_elements_have_the_prefix_of_those_around), UNIT(a_document_from_a_field_is_written_as_it_was_before),
    UNIT(an_element_goes_with_its_line_and_nothing_else), UNIT(two_elements_change_places),
    UNIT(an_element_moves_as_it_is_written), UNIT(any_change_leaves_the_rest_byte_for_byte))
