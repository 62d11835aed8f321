/* xml_test.c — XML is read with its lines and bytes, hostile XML is refused, and what is written reads back. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "xml/xml_read.h"
#include "xml/xml_relaxng.h"
#include "xml/xml_write.h"

ARENA_FOR_TESTS

static struct xml_doc *
must_read(const char *ns, const char *xml)
{
	struct xml_doc *doc = NULL;
	struct xml_error error = { 0 };

	if (xml_read(&doc, &error, arena, ns, "t.xml", xml, strlen(xml)) != OK)
		fail_msg("%s", xml_error_text(arena, &error));
	return (doc);
}

static const char *
must_refuse(const char *ns, const char *xml, size_t len)
{
	struct xml_doc *doc = NULL;
	struct xml_error error = { 0 };

	if (xml_read(&doc, &error, arena, ns, "t.xml", xml, len) == OK)
		fail_msg("%s was accepted", xml);
	CHECK(doc == NULL);
	return (xml_error_text(arena, &error));
}

#define REFUSE(xml) must_refuse(NULL, (xml), strlen(xml))

TEST(elements_texts_and_attributes_come_in_order)
{
	struct xml_doc *doc =
	    must_read(NULL, "<a x='1' y=\"æ&amp;&lt;\">før<b/>etter<![CDATA[ <raw> ]]><!-- no -->!</a>");
	struct xml_node *node = doc->root->children;

	CHECK_TEXT(doc->root->name, "a");
	CHECK_TEXT(xml_attribute(doc->root, "x"), "1");
	CHECK_TEXT(xml_attribute(doc->root, "y"), "æ&<");
	CHECK(xml_attribute(doc->root, "z") == NULL);
	CHECK_TEXT(node->text, "før");
	CHECK(xml_is(node->next, "b"));
	CHECK_TEXT(node->next->next->text, "etter <raw> !");
	CHECK(node->next->next->next == NULL);
	CHECK_TEXT(xml_content(arena, doc->root), "føretter <raw> !");
}

TEST(lines_and_bytes_point_at_the_source)
{
	const char *xml = "\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <b one='1'\n    "
			  "two='2'>tekst</b>\n<c/></a>";
	struct xml_doc *doc = must_read(NULL, xml);
	struct xml_node *b = xml_child(doc->root, "b"), *c = xml_next(b, NULL);

	CHECK_INT(doc->root->line, 2);
	CHECK_INT(b->line, 3);
	CHECK_INT(xml_attribute_line(b, "one"), 3);
	CHECK_INT(xml_attribute_line(b, "two"), 4);
	CHECK_INT(c->line, 5);
	CHECK(strncmp(xml + b->byte_start, "<b one", 6) == 0);
	CHECK(strncmp(xml + b->byte_end - 4, "</b>\n<c/>", 9) == 0);
	CHECK(strncmp(xml + b->children->byte_start, "tekst</b>", 9) == 0);
	CHECK_INT(b->children->byte_end - b->children->byte_start, 5);
	CHECK_INT(c->byte_end - c->byte_start, 4);
	CHECK(strncmp(xml + c->byte_start, "<c/>", 4) == 0);
}

/* "name" as the source has it, and what stands in its quotes. */
static void
check_attribute(const struct xml_doc *doc, const struct xml_attribute *a, const char *whole, const char *inside)
{
	CHECK_TEXT(arena_strndup(arena, doc->source + a->byte_start, a->byte_end - a->byte_start), whole);
	CHECK_TEXT(arena_strndup(arena, doc->source + a->value_start, a->byte_end - 1 - a->value_start), inside);
}

TEST(what_stands_between_tags_and_quotes_is_found)
{
	struct xml_doc *doc = must_read(NULL, "<a><b x = 'y=\"1\"' y=\"&gt;\">t</b><b/><b></b><b>u<!-- c --></b></a>");
	static const char *const inside[] = { "t", "", "", "u<!-- c -->" };
	struct xml_node *b = xml_child(doc->root, "b");

	check_attribute(doc, b->attributes, "x = 'y=\"1\"'", "y=\"1\"");
	check_attribute(doc, b->attributes->next, "y=\"&gt;\"", "&gt;");
	for (size_t i = 0; i < 4; i++, b = xml_next(b, "b")) {
		CHECK_TEXT(
		    arena_strndup(arena, doc->source + b->inside_start, b->inside_end - b->inside_start), inside[i]);
		CHECK((b->inside_start == b->byte_end) == (i == 1));
	}
}

TEST(hostile_documents_are_refused)
{
	static const char *const bad[] = {
		"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
		"<!DOCTYPE a SYSTEM 'http://example.test/a.dtd'><a/>",
		"<!DOCTYPE l [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;'><!ENTITY c "
		"'&b;&b;&b;&b;'>]><l>&c;</l>",
		"<a>&nbsp;</a>",
		"<a b='&other;'/>",
		"<a>",
		"<a></b>",
		"",
		"   ",
		"tekst",
		"<a/><b/>",
		"<a b='1' b='2'/>",
		"<a xmlns='http://other'/>",
		"<p:a/>",
		"<a xmlns:p='http://p' p:b='1'/>",
		"<a>\x01</a>",
		"<a>\xC3\x28</a>",
		"<?xml version='1.0' encoding='ISO-8859-1'?><a/>",
		"<?xml version='1.0' encoding='UTF-8___'?><a/>",
		"<a b=\"<\"/>",
		"<a>]]></a>",
		"<a>&#0;</a>",
	};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (strlen(REFUSE(bad[i])) < 20)
			fail_msg("%s was refused without a reason", bad[i]);
	must_refuse(NULL, "\xFF\xFE<\0a\0/\0>\0", 10);
	must_refuse(NULL, "<a>\0</a>", 8);
}

TEST(refusals_say_where_and_what_to_do)
{
	CHECK_TEXT(REFUSE("<a>\n\n&nbsp;</a>"),
	    "t.xml:3: the entity &nbsp; is not allowed; write the character itself in UTF-8");
	CHECK(strstr(REFUSE("<a>\n<b>\n</a>"), "t.xml:3: the XML is not well formed") != NULL);
	CHECK(
	    strstr(REFUSE("\n<!DOCTYPE a><a/>"), "t.xml:2:") != NULL || strstr(REFUSE(" <!DOCTYPE a><a/>"), "DOCTYPE"));
	CHECK(strstr(must_refuse("urn:x", "<a/>", 4), "xmlns=\"urn:x\"") != NULL);
}

TEST(depth_and_size_have_limits)
{
	struct buf deep = buf_new(arena);
	size_t size = XML_MAX_BYTES + 1;
	char *large = arena_alloc(arena, size);
	struct xml_doc *doc = NULL;
	struct xml_error error;

	for (int i = 0; i < XML_MAX_DEPTH; i++)
		BUF_LIT(&deep, "<a>");
	for (int i = 0; i < XML_MAX_DEPTH; i++)
		BUF_LIT(&deep, "</a>");
	must_read(NULL, deep.data);
	CHECK(strstr(REFUSE(arena_printf(arena, "<a>%s</a>", deep.data)), "64 levels") != NULL);
	memset(large, ' ', size);
	CHECK_INT(xml_read(&doc, &error, arena, NULL, "t.xml", large, size), ERR_TOO_LARGE);
}

TEST(one_namespace_is_allowed)
{
	struct xml_doc *doc = must_read("urn:x", "<a xmlns='urn:x' xml:lang='nb'><b/></a>");

	CHECK_TEXT(xml_attribute(doc->root, "xml:lang"), "nb");
	CHECK(xml_child(doc->root, "b") != NULL);
}

TEST(writing_is_canonical)
{
	struct buf out = buf_new(arena);
	struct xml_writer w = xml_writer_new(&out, "urn:x");

	xml_write_start(&w, "a");
	xml_write_attribute(&w, "z", "1 \"<&\n");
	xml_write_attribute(&w, "b", "2");
	xml_write_start(&w, "e");
	xml_write_text(&w, "x<&>\r");
	xml_write_end(&w);
	xml_write_start(&w, "tom");
	xml_write_end(&w);
	xml_write_end(&w);
	CHECK_TEXT(out.data,
	    "<a xmlns=\"urn:x\" b=\"2\" z=\"1 &quot;&lt;&amp;&#xA;\"><e>x&lt;&amp;&gt;&#xD;</e><tom></tom></a>");
}

TEST(what_is_read_is_written_and_read_again)
{
	struct xml_doc *doc = must_read("urn:x", "<a xmlns='urn:x'  c='1' b='2'>\n <b>&lt;é</b><c /></a>");
	struct buf once = buf_new(arena), twice = buf_new(arena);
	struct xml_writer w = xml_writer_new(&once, "urn:x");

	xml_write_node(&w, doc->root);
	CHECK_TEXT(once.data, "<a xmlns=\"urn:x\" b=\"2\" c=\"1\">\n <b>&lt;é</b><c></c></a>");
	w = xml_writer_new(&twice, "urn:x");
	xml_write_node(&w, must_read("urn:x", once.data)->root);
	CHECK_TEXT(twice.data, once.data);
}

static const char *
temporary(const char *text)
{
	char *path = arena_strdup(arena, "/tmp/tilskudd-xml-test-XXXXXX");
	int fd = mkstemp(path);

	CHECK(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text));
	close(fd);
	return (path);
}

TEST(relax_ng_names_the_line)
{
	const char *path =
	    temporary("<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><element name='a'>"
		      "<oneOrMore><element name='b'><text/></element></oneOrMore></element></start></grammar>");
	struct xml_schema *schema = NULL;
	struct xml_error error = { 0 };

	CHECK_INT(xml_relaxng_load(&schema, &error, arena, path), OK);
	CHECK_INT(xml_relaxng_check(&error, arena, schema, must_read(NULL, "<a><b>1</b></a>")), OK);
	CHECK_INT(xml_relaxng_check(&error, arena, schema, must_read(NULL, "<a><b>1</b>\n<c/></a>")), ERR_INVALID);
	CHECK_INT(error.line, 2);
	CHECK_TEXT(error.name, "t.xml");
	unlink(path);
}

TEST(a_schema_that_is_none_or_reaches_out_is_refused)
{
	const char *none =
	    temporary("<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start><ref name='x'/></start></grammar>");
	const char *out =
	    temporary("<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='/etc/x.rng'/></grammar>");
	struct xml_schema *schema = NULL;
	struct xml_error error = { 0 };

	CHECK_INT(xml_relaxng_load(&schema, &error, arena, none), ERR_INVALID);
	CHECK_INT(xml_relaxng_load(&schema, &error, arena, out), ERR_INVALID);
	CHECK_INT(xml_relaxng_load(&schema, &error, arena, "/no/such/file.rng"), ERR_IO);
	CHECK(strstr(error.message, "cannot be read") != NULL);
	CHECK(schema == NULL);
	unlink(none);
	unlink(out);
}

ARENA_TESTS(UNIT(elements_texts_and_attributes_come_in_order), UNIT(lines_and_bytes_point_at_the_source),
    UNIT(what_stands_between_tags_and_quotes_is_found), UNIT(hostile_documents_are_refused),
    UNIT(refusals_say_where_and_what_to_do), UNIT(depth_and_size_have_limits), UNIT(one_namespace_is_allowed),
    UNIT(writing_is_canonical), UNIT(what_is_read_is_written_and_read_again), UNIT(relax_ng_names_the_line),
    UNIT(a_schema_that_is_none_or_reaches_out_is_refused))
