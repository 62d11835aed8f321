/* doc_template_test.c — templates are checked with file and line, filled strictly, and told in the language asked for.
 */
#include "check.h"

#include <string.h>

#include "doc/doc_html.h"
#include "doc/doc_template.h"
#include "doc/doc_tree.h"

ARENA_FOR_TESTS

/* A whole template around blocks; the blocks begin on line 5. */
static const char *
around(const char *blocks)
{
	return (arena_printf(arena,
	    "<document><title>Prøve</title>\n"
	    "<data><text name='a'/><text name='maybe' optional='yes'/><flag name='f'/><list name='l'><text "
	    "name='x'/></list>"
	    "<number name='n' optional='yes'/></data>\n"
	    "<style match='.c' base='p' color='#112233'/><page-master name='m'/>\n"
	    "<body master='m'>\n%s</body></document>",
	    blocks));
}

static enum status
load(struct doc_template **out, struct xml_error *error, const char *xml)
{
	return (doc_template_read(out, error, arena, "/nowhere", "t.xml", xml, strlen(xml)));
}

static const char *
refusal(const char *xml)
{
	struct doc_template *template = NULL;
	struct xml_error error = { 0 };

	if (load(&template, &error, xml) == OK)
		fail_msg("%s was accepted", xml);
	return (xml_error_text(arena, &error));
}

static struct doc_data *
data_new(void)
{
	struct doc_data *data = doc_data_new(arena);

	doc_set_text(data, "a", "verdi");
	doc_set_flag(data, "f", true);
	doc_set_list(data, "l");
	return (data);
}

static enum status
try_html(const char **out, struct doc_report *report, const char *blocks, const struct doc_data *data, enum lang lang)
{
	struct doc_template *template;
	struct xml_error error;
	struct doc_tree *tree;
	struct buf html = buf_new(arena);
	enum status st;

	*report = (struct doc_report){ 0 };
	if (load(&template, &error, around(blocks)) != OK)
		fail_msg("%s", xml_error_text(arena, &error));
	if ((st = doc_bind(&tree, report, arena, template, data, lang)) != OK)
		return (st);
	CHECK_INT(doc_html(&html, report, arena, tree, 0), OK);
	*out = buf_text(&html);
	return (OK);
}

/* What lies inside the div that all of it is wrapped in. */
static const char *
html(const char *blocks, const struct doc_data *data, enum lang lang)
{
	struct doc_report report;
	const char *out = "", *open;

	if (try_html(&out, &report, blocks, data, lang) != OK)
		fail_msg("%s", doc_report_text(arena, &report));
	open = arena_printf(arena, "<div class=\"doc\" lang=\"%s\">\n", lang_code(lang));
	CHECK(strncmp(out, open, strlen(open)) == 0);
	out += strlen(open);
	CHECK_TEXT(out + strlen(out) - 7, "</div>\n");
	return (arena_strndup(arena, out, strlen(out) - 7));
}

TEST(wrong_templates_are_refused_with_their_line)
{
	static const struct {
		const char *blocks, *message;
	} wrong[] = {
		{ "<q/>", "t.xml:5: <q> is not in the vocabulary; see document.rng" },
		{ "\n<p><h1>x</h1></p>", "t.xml:6: <h1> may not stand in <p>; see document.rng for where it may" },
		{ "tekst", "t.xml:4: text may not stand directly in <body>; put it in an element such as <p>" },
		{ "<p style='x'/>", "t.xml:5: <p> has no attribute style; it takes class" },
		{ "<p class='d'/>", "t.xml:5: the class \"d\" has no style; add <style match=\".d\"> above" },
		{ "<p>\n<field name='b'/></p>", "t.xml:6: \"b\" is not declared; correct it or add it to <data>" },
		{ "<p><field name='x'/></p>", "t.xml:5: \"x\" is not declared; correct it or add it to <data>" },
		{ "<p><field name='l'/></p>", "t.xml:5: \"l\" is the wrong kind of data for <field name>; see <data>" },
		{ "<each name='a'><p/></each>",
		    "t.xml:5: \"a\" is the wrong kind of data for <each name>; see <data>" },
		{ "<p><nb>x</nb></p>", "t.xml:5: <nb> has no <nn> after it; write the same in nynorsk" },
		{ "<p><nn>x</nn></p>", "t.xml:5: <nn> stands without <nb> before it; write nb, nn and if wanted en" },
		{ "<table/>", "t.xml:5: <table> needs cols, the columns' relative widths such as \"3 1 1\"" },
		{ "<table cols='1 x'/>", "t.xml:5: cols holds \"x\"; write widths from 0.1 to 1000, or auto" },
		{ "<p><a href='javascript:x'>y</a></p>", "t.xml:5: href begins with https://, http:// or mailto:" },
		{ "<p><page-number/></p>",
		    "t.xml:5: <page-number> may not stand in <p>; see document.rng for where it may" },
		{ "<include file='../x.xml' part='p'/>",
		    "t.xml:5: <include> needs file, a name in the same folder, without a path" },
		{ "<figure><image file='a/b.png' width='1cm'/></figure>",
		    "t.xml:5: <image> needs file, a PNG or JPEG in the same folder, without a path" },
		{ "<figure><qr text='x' width='20mm'/></figure>",
		    "t.xml:5: the <figure> of a <qr> needs an <alt>: what the code is for" },
		{ "<figure><alt>a</alt><qr text='x' width='10mm'/></figure>", "t.xml:5: a <qr> is at least 15mm wide" },
		{ "<figure><alt>a</alt><qr text='x' text-field='a' width='20mm'/></figure>",
		    "t.xml:5: <qr> takes text or text-field, not both" },
		{ "<figure><chart each='l' label='x'/></figure>",
		    "t.xml:5: <chart> has no <series>; add one with its name" },
		{ "<p><ref to='nowhere'/></p>",
		    "t.xml:5: nothing has id=\"nowhere\"; correct it or give a heading, table or figure that id" },
		{ "<h2 id='a'>x</h2><h3 id='a'>y</h3>", "t.xml:5: id=\"a\" is empty or there already; write another" },
		{ "<p>x<note>y<note>z</note></note></p>",
		    "t.xml:5: a <note> may not stand in a title, heading, header, footer, picture or another note; "
		    "move it" },
		{ "<h2>x<note>y</note></h2>",
		    "t.xml:5: a <note> may not stand in a title, heading, header, footer, picture or another note; "
		    "move it" },
		{ "<figure><chart type='pie' each='l' label='x'/></figure>",
		    "t.xml:5: type cannot be \"pie\"; write bar, column, stacked, share, line, map or plan" },
		{ "<figure><chart type='map' each='l' label='x'/></figure>",
		    "t.xml:5: <chart> needs the attribute across" },
		{ "<figure><chart each='l' label='x' across='x' down='x'/></figure>",
		    "t.xml:5: across and down are for maps and plans; remove them or write type=\"map\" or \"plan\"" },
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		CHECK_TEXT(refusal(around(wrong[i].blocks)), wrong[i].message);
}

TEST(wrong_styles_and_pages_are_refused)
{
	static const struct {
		const char *xml, *message;
	} wrong[] = {
		{ "<p/>", "t.xml:1: the outermost element is <p>; a template begins with <document>" },
		{ "<document><title>x</title><style match='p' colour='red'/></document>",
		    "t.xml:1: colour is not a property we know; see document.rng for those there are" },
		{ "<document><title>x</title><style match='p' color='red'/></document>",
		    "t.xml:1: color cannot be \"red\"; write a colour such as #1B262C" },
		{ "<document><title>x</title><style match='p' font-size='12'/></document>",
		    "t.xml:1: font-size cannot be \"12\"; write a length such as 12pt, 5mm or 1.5cm" },
		{ "<document><title>x</title><style match='p' text-align='justify'/></document>",
		    "t.xml:1: text-align cannot be \"justify\"; write left or center or right" },
		{ "<document><title>x</title><style match='blink'/></document>",
		    "t.xml:1: no element \"blink\" can be styled; write a known element or .class" },
		{ "<document><title>x</title><page-master name='m' margin-left='300mm'/><body master='m'/></document>",
		    "t.xml:1: margin-left cannot be \"300mm\"; write a length up to 120mm" },
		{ "<document><title>x</title>\n<body master='none'/></document>",
		    "t.xml:2: <body> needs master, the name of a page-master that exists" },
		{ "<document><page-master name='m'/><body master='m'/></document>",
		    "t.xml:1: <document> needs a <title>: readers' programs show it" },
		{ "<document><title>x</title></document>", "t.xml:1: <document> needs a <body>" },
		{ "<document><title>x</title><data><text name='a'/><flag name='a'/></data></document>",
		    "t.xml:1: \"a\" is declared twice; remove one" },
		{ "<document><title>x</title><data><text name='A'/></data></document>",
		    "t.xml:1: <text> needs a name of small letters, digits and _" },
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		CHECK_TEXT(refusal(wrong[i].xml), wrong[i].message);
}

TEST(one_language_is_told)
{
	const char *both = "<p><nb>Søknad</nb><nn>Søknaden</nn> 1</p>";

	CHECK_TEXT(html(both, data_new(), LANG_NB), "<p>Søknad 1</p>\n");
	CHECK_TEXT(html(both, data_new(), LANG_NN), "<p>Søknaden 1</p>\n");
	CHECK_TEXT(html(both, data_new(), LANG_EN), "<p>Søknad 1</p>\n");
	CHECK_TEXT(html("<nb><p>a</p></nb><nn><p>b</p></nn><en><p>c</p></en>", data_new(), LANG_EN), "<p>c</p>\n");
}

TEST(lists_repeat_and_rows_see_their_surroundings)
{
	struct doc_data *data = data_new();

	doc_set_text(doc_add_row(data, "l"), "x", "en");
	doc_set_text(doc_add_row(data, "l"), "x", "to");
	CHECK_TEXT(html("<ul><each name='l'><li><field name='x'/> <field name='a'/></li></each></ul>", data, LANG_NB),
	    "<ul><li>en verdi</li>\n<li>to verdi</li>\n</ul>\n");
}

TEST(choices_follow_the_data)
{
	struct doc_data *data = data_new();
	const char *blocks = "<p><when test='f'>ja</when><unless test='f'>nei</unless><when test='maybe'>!</when></p>";

	CHECK_TEXT(html(blocks, data, LANG_NB), "<p>ja</p>\n");
	doc_set_flag(data, "f", false);
	doc_set_text(data, "maybe", "x");
	CHECK_TEXT(html(blocks, data, LANG_NB), "<p>nei!</p>\n");
	doc_set_text(data, "maybe", "  ");
	CHECK_TEXT(html(blocks, data, LANG_NB), "<p>nei</p>\n");
}

TEST(missing_and_blank_data_is_named)
{
	struct doc_data *data = doc_data_new(arena);
	struct doc_report report;
	const char *out = NULL, *blocks = "<p><field name='a'/><field name='maybe'/><when test='f'>x</when>"
					  "<each name='l'><field name='x'/></each><field name='a'/></p>";

	CHECK_INT(try_html(&out, &report, blocks, data, LANG_NB), ERR_INVALID);
	CHECK_TEXT(report.missing, "a, f, l");
	doc_set_text(data, "a", "\n ");
	doc_set_flag(data, "f", false);
	doc_add_row(data, "l");
	CHECK_INT(try_html(&out, &report, blocks, data, LANG_NB), ERR_INVALID);
	CHECK_TEXT(report.missing, "a, x");
	CHECK_TEXT(doc_report_text(arena, &report), "data is missing: a, x");
	CHECK(out == NULL);
}

TEST(what_people_typed_keeps_its_lines_and_paragraphs)
{
	struct doc_data *data = data_new();

	doc_set_text(data, "a", "Første linje  med   rom\nandre\n\n\n\nNytt avsnitt\n\n");
	CHECK_TEXT(html("<p class='c'><field name='a'/></p>", data, LANG_NB),
	    "<p class=\"doc-c\">Første linje med rom<br>andre</p>\n<p class=\"doc-c\">Nytt avsnitt</p>\n");
}

TEST(nothing_typed_becomes_markup)
{
	struct doc_data *data = data_new();

	doc_set_text(data, "a", "<script>\"&'</script>\x01");
	CHECK_TEXT(html("<p><field name='a'/></p>", data, LANG_NB), "<p>&lt;script&gt;\"&amp;'&lt;/script&gt;</p>\n");
	doc_set_text(data, "a", "javascript:alert(1)");
	CHECK_TEXT(html("<p><a href-field='a'>x</a></p>", data, LANG_NB), "<p>x</p>\n");
	doc_set_text(data, "a", "https://x.test/?a=\"b\"&c");
	CHECK_TEXT(html("<p><a href-field='a'>x</a></p>", data, LANG_NB),
	    "<p><a href=\"https://x.test/?a=&quot;b&quot;&amp;c\">x</a></p>\n");
}

TEST(words_keep_their_looks_and_single_spaces)
{
	CHECK_TEXT(html("<p> a <b> b <i>c</i></b>\n d<br/> e <a href='https://x.test'>f <b>g</b></a>. </p>", data_new(),
		       LANG_NB),
	    "<p>a <b>b </b><b><i>c</i></b> d<br>e <a href=\"https://x.test\">f <b>g</b></a>.</p>\n");
}

TEST(tables_have_groups_and_scopes)
{
	CHECK_TEXT(html("<table cols='1 1'><caption>T</caption><tfoot><tr><th scope='row'>S</th><td "
			"align='right'>3</td></tr></tfoot>"
			"<thead><tr><th>A</th><th align='right'>B</th></tr></thead>"
			"<tbody><tr><th scope='row'>a</th><td align='right'>1</td></tr><tr><td "
			"colspan='2'>z</td></tr></tbody></table>",
		       data_new(), LANG_NB),
	    "<div class=\"doc-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"T\"><table>\n<caption>T</caption>\n"
	    "<thead>\n<tr><th scope=\"col\">A</th><th scope=\"col\" class=\"doc-number\">B</th></tr>\n</thead>\n"
	    "<tbody>\n<tr><th scope=\"row\">a</th><td class=\"doc-number\">1</td></tr>\n<tr><td "
	    "colspan=\"2\">z</td></tr>\n"
	    "</tbody>\n<tfoot>\n<tr><th scope=\"row\">S</th><td "
	    "class=\"doc-number\">3</td></tr>\n</tfoot>\n</table></div>\n");
}

ARENA_TESTS(UNIT(wrong_templates_are_refused_with_their_line), UNIT(wrong_styles_and_pages_are_refused),
    UNIT(one_language_is_told), UNIT(lists_repeat_and_rows_see_their_surroundings), UNIT(choices_follow_the_data),
    UNIT(missing_and_blank_data_is_named), UNIT(what_people_typed_keeps_its_lines_and_paragraphs),
    UNIT(nothing_typed_becomes_markup), UNIT(words_keep_their_looks_and_single_spaces),
    UNIT(tables_have_groups_and_scopes))
