/* doc_flow_test.c — where a page may end: widows, orphans, what is kept, page breaks, rows that share a cell; and that
 * each property a style may have is checked by the loader and by document.rng alike. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "doc/doc_flow.h"
#include "doc/doc_node.h"
#include "doc/doc_pdf.h"

static struct arena *arena, *font_arena;
static struct doc_fonts *fonts;

static int
setup(void **state)
{
	const char *problem = "";

	(void)state;
	arena = arena_new(0);
	if (fonts == NULL) {
		font_arena = arena_new(0);
		if (doc_fonts_load(&fonts, &problem, font_arena, DOC_FONT_DIR) != OK)
			fail_msg("%s", problem);
	}
	return (0);
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

static void __attribute__((destructor)) everything_ends(void)
{
	arena_free(font_arena);
}

static struct doc_template *
template_of(const char *styles, const char *blocks)
{
	const char *xml = arena_printf(arena,
	    "<document><title>Prøve</title><data><list name='l'><text name='x'/></list></data>%s"
	    "<page-master name='m' margin-top='20mm' margin-bottom='20mm'/><body master='m'>%s</body></document>",
	    styles, blocks);
	struct doc_template *template;
	struct xml_error error;

	if (doc_template_read(&template, &error, arena, ".", "t.xml", xml, strlen(xml)) != OK)
		fail_msg("%s", xml_error_text(arena, &error));
	return (template);
}

static struct doc_tree *
tree_of(const char *styles, const char *blocks, int rows)
{
	struct doc_data *data = doc_data_new(arena);
	struct doc_report report = { 0 };
	struct doc_tree *tree;

	doc_set_list(data, "l");
	for (int i = 0; i < rows; i++)
		doc_set_text(doc_add_row(data, "l"), "x", "Et avsnitt.");
	if (doc_bind(&tree, &report, arena, template_of(styles, blocks), data, LANG_NB) != OK)
		fail_msg("%s", doc_report_text(arena, &report));
	return (tree);
}

/* One sign a slice: "|" a page may end behind it, "-" it may not; "P" before one that begins a page. */
static const char *
ends(const char *styles, const char *blocks)
{
	struct doc_report report = { 0 };
	const struct doc_setting setting = { arena, fonts, &report };
	struct doc_tree *tree = tree_of(styles, blocks, 3);
	struct flow flow = { .setting = &setting, .tree = tree, .x = 70, .width = 450 };
	struct buf out = buf_new(arena);

	flow.pdf = pdf_new(arena, fonts);
	CHECK_INT(flow_blocks(&flow, tree->sections->blocks, NULL), OK);
	for (int i = 0; i < flow.count; i++)
		buf_printf(
		    &out, "%s%s", flow.slices[i].page_before ? "P" : "", flow.slices[i].hold != HOLD_NOT ? "-" : "|");
	return (buf_text(&out));
}

#define FIVE "a<br/>b<br/>c<br/>d<br/>e"

TEST(paragraphs_keep_two_lines_at_either_end)
{
	CHECK_TEXT(ends("", "<p>" FIVE "</p>"), "-||-|");
	CHECK_TEXT(ends("", "<p>a<br/>b<br/>c</p>"), "--|");
	CHECK_TEXT(ends("", "<p>a</p><p>b</p>"), "||");
	CHECK_TEXT(ends("<style match='p' orphans='3' widows='1'/>", "<p>" FIVE "</p>"), "--|||");
	CHECK_TEXT(ends("<style match='p' orphans='1' widows='3'/>", "<p>" FIVE "</p>"), "||--|");
	CHECK_TEXT(ends("<style match='p' orphans='1' widows='1'/>", "<p>" FIVE "</p>"), "|||||");
	CHECK_TEXT(ends("<style match='p' orphans='4' widows='4'/>", "<p>" FIVE "</p>"), "----|");
}

TEST(styles_keep_inside_and_with_what_follows)
{
	CHECK_TEXT(ends("<style match='p' break-inside='avoid'/>", "<p>" FIVE "</p>"), "----|");
	CHECK_TEXT(ends("<style match='p' break-after='avoid'/>", "<p>a</p><h1>b</h1><p>c</p>"), "---");
	CHECK_TEXT(ends("", "<h2>a</h2><p>" FIVE "</p>"), "--||-|");
	CHECK_TEXT(ends("<style match='h2' break-after='auto'/>", "<h2>a</h2><p>b</p>"), "||");
	CHECK_TEXT(ends("", "<ul><li>a</li><li>b</li></ul>"), "||");
}

TEST(keep_holds_blocks_together_and_no_more)
{
	CHECK_TEXT(ends("", "<p>a</p><keep><p>b</p><ul><li>c</li></ul><p>d</p></keep><p>e</p>"), "|--||");
	CHECK_TEXT(ends("", "<keep/><keep><p>a</p></keep>"), "|");
}

TEST(page_breaks_begin_a_page_once)
{
	CHECK_TEXT(ends("", "<p>a</p><page-break/><p>b</p>"), "|P|");
	CHECK_TEXT(ends("", "<page-break/><page-break/><p>b</p>"), "P|");
	CHECK_TEXT(ends("<style match='h1' break-before='page'/>", "<p>a</p><h1>b</h1><p>c</p>"), "|P-|");
	CHECK_TEXT(ends("", "<p>a</p><page-break/>"), "|");
	/* A break is stronger than a keep. */
	CHECK_TEXT(ends("", "<h2>a</h2><page-break/><p>b</p>"), "-P|");
}

/* --- tables ----------------------------------------------------------------------------------------------------- */

#define FORTY(x) x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x

TEST(a_table_keeps_its_first_two_rows_and_its_last)
{
	const char *rows = ends("", "<table cols='1'><thead><tr><th>h</th></tr></thead><tbody>" FORTY(
					"<tr><td>a</td></tr>") "</tbody><tfoot><tr><td>sum</td></tr></tfoot></table>");

	CHECK_INT(strlen(rows), 42);
	CHECK(strncmp(rows, "--||", 4) == 0);
	CHECK_TEXT(rows + 38, "||-|");
}

/* One row of many with a cell that goes down all of them. */
static const char *
spanned(const char *words, int rows)
{
	struct buf xml = buf_new(arena);

	buf_printf(&xml, "<table cols='1 1'><tbody><tr><td rowspan='%d'>%s</td><td>0</td></tr>", rows, words);
	for (int i = 1; i < rows; i++)
		buf_printf(&xml, "<tr><td>%d</td></tr>", i);
	buf_puts(&xml, "</tbody></table>");
	return (buf_text(&xml));
}

TEST(a_page_may_end_in_a_cell_where_its_words_fit_above_and_below)
{
	/* A row is about 19 points high, the words 67: four rows at either end. */
	const char *long_words = ends("", spanned(FIVE, 20)), *one_word = ends("", spanned("a", 20));

	CHECK_TEXT(long_words, "---|||||||||||||---|");
	CHECK_TEXT(one_word, "-|||||||||||||||||-|");
	/* Up to 90 points they stay together. */
	CHECK_TEXT(ends("", spanned("a", 4)), "---|");
}

TEST(the_last_row_grows_until_the_words_of_the_cell_fit)
{
	struct doc_report report = { 0 };
	const struct doc_setting setting = { arena, fonts, &report };
	struct doc_tree *tree = tree_of("", spanned(FIVE FIVE, 2), 0);
	struct flow flow = { .setting = &setting, .tree = tree, .x = 70, .width = 450 };
	const struct doc_style *td;
	double words;

	flow.pdf = pdf_new(arena, fonts);
	CHECK_INT(flow_blocks(&flow, tree->sections->blocks, NULL), OK);
	CHECK_INT(flow.count, 2);
	td = flow.slices[0].row->cells[0].style;
	words = 9 * td->font_size * td->line_height + td->padding_top + td->padding_bottom;
	CHECK(flow.slices[0].height < 20);
	CHECK(flow.slices[0].height + flow.slices[1].height > words - 0.01);
	CHECK(flow.slices[0].height + flow.slices[1].height < words + 0.01);
}

static int
pages(const char *blocks, int rows)
{
	const struct doc_meta meta = { .made_at = INSTANT_DAY };
	struct doc_report report = { 0 };
	struct buf out = buf_new(arena);

	CHECK_INT(doc_pdf(&out, &report, arena, fonts, tree_of("", blocks, rows), &meta), OK);
	return (report.pages);
}

TEST(long_spans_go_over_pages_and_end)
{
	struct buf tall = buf_new(arena);

	CHECK_INT(pages(spanned("a", 200), 0), 6);
	CHECK_INT(pages(spanned(FIVE, 200), 0), 6);
	/* Words taller than a page are divided in the first row. */
	for (int i = 0; i < 100; i++)
		buf_puts(&tall, "linje<br/>");
	CHECK_INT(pages(spanned(buf_text(&tall), 2), 0), 2);
	CHECK_INT(pages("<table cols='1 1'><thead><tr><th rowspan='2'>a</th><th>b</th></tr><tr><th>c</th></tr></thead>"
			"<tbody><each name='l'><tr><td><field name='x'/></td><td>b</td></tr></each></tbody></table>",
		      100),
	    3);
}

/* --- the grid --------------------------------------------------------------------------------------------------- */

/* "0,0 1x2 0,1 1x1 ...": row, column, columns x rows of each cell. */
static const char *
grid(const char *table)
{
	struct buf out = buf_new(arena);
	int at = 0;

	for (const struct doc_row *row = tree_of("", table, 2)->sections->blocks->table->rows; row != NULL;
	     row = row->next, at++)
		for (const struct doc_cell *cell = row->cells; cell != NULL; cell = cell->next)
			buf_printf(
			    &out, "%s%d,%d %dx%d", out.len > 0 ? " " : "", at, cell->column, cell->span, cell->rows);
	return (buf_text(&out));
}

TEST(every_place_of_a_table_has_one_cell)
{
	CHECK_TEXT(grid("<table cols='1 1'><tbody><tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr></tbody>"
			"</table>"),
	    "0,0 1x2 0,1 1x1 1,1 1x1");
	/* Too few cells: empty ones. Too many: lost. Too wide, too deep: as far as there is room. */
	CHECK_TEXT(grid("<table cols='1 1 1'><tbody><tr><td>a</td></tr></tbody></table>"), "0,0 1x1 0,1 1x1 0,2 1x1");
	CHECK_TEXT(grid("<table cols='1'><tbody><tr><td>a</td><td>b</td></tr></tbody></table>"), "0,0 1x1");
	CHECK_TEXT(grid("<table cols='1 1'><tbody><tr><td colspan='9'>a</td></tr></tbody></table>"), "0,0 2x1");
	CHECK_TEXT(
	    grid("<table cols='1'><thead><tr><th rowspan='9'>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>"
		 "</table>"),
	    "0,0 1x1 1,0 1x1");
	CHECK_TEXT(grid("<table cols='1 1 1'><tbody><tr><td>a</td><td rowspan='2'>b</td><td>c</td></tr>"
			"<tr><td colspan='2'>d</td></tr></tbody></table>"),
	    "0,0 1x1 0,1 1x2 0,2 1x1 1,0 1x1 1,2 1x1");
	CHECK_TEXT(grid("<table cols='1'><tbody><tr/></tbody></table>"), "0,0 1x1");
}

/* --- styles ----------------------------------------------------------------------------------------------------- */

static bool
style_taken(const struct xml_schema *schema, const char *name, const char *value)
{
	const char *xml = arena_printf(arena,
	    "<document><title>t</title><style match='p' %s='%s'/><page-master name='m'/><body master='m'/></document>",
	    name, value);
	struct doc_template *template;
	struct xml_error error;
	struct xml_doc *doc;
	bool loader, gate;

	CHECK_INT(xml_read(&doc, &error, arena, NULL, "t.xml", xml, strlen(xml)), OK);
	loader = doc_template_read(&template, &error, arena, ".", "t.xml", xml, strlen(xml)) == OK;
	gate = xml_relaxng_check(&error, arena, schema, doc) == OK;
	if (loader != gate)
		fail_msg("%s=\"%s\": the loader says %d, document.rng %d", name, value, loader, gate);
	return (loader);
}

TEST(every_property_is_checked_by_loader_and_grammar_alike)
{
	static const struct {
		const char *name, *right, *wrong[4];
	} properties[] = {
		{ "font-size", "12pt", { "12", "-1pt", "12px", "big" } },
		{ "line-height", "1.4", { "12pt", "-1", "tall", "" } },
		{ "font-weight", "bold", { "700", "", "Bold", "bolder" } },
		{ "font-style", "italic", { "oblique", "", "Italic", "1" } },
		{ "color", "#1B262c", { "red", "#123", "#12345G", "1B262C" } },
		{ "background-color", "#FFFFFF", { "white", "#FFF", "transparent", "" } },
		{ "text-align", "right", { "justify", "start", "", "Right" } },
		{ "margin-top", "0pt", { "0", "auto", "-3mm", "1em" } },
		{ "margin-bottom", "1.5cm", { "1,5cm", "cm", "1 cm", "" } },
		{ "margin-left", "3mm", { "3", "3%", "mm3", "" } },
		{ "padding-top", "3mm", { "3", "3%", "", "-1mm" } },
		{ "padding-bottom", "3mm", { "3", "3%", "", "-1mm" } },
		{ "padding-left", "3mm", { "3", "3%", "", "-1mm" } },
		{ "padding-right", "3mm", { "3", "3%", "", "-1mm" } },
		{ "border-top-width", "0.5pt", { "thin", "1", "", "-1pt" } },
		{ "border-bottom-width", "0.5pt", { "thin", "1", "", "-1pt" } },
		{ "border-left-width", "0.5pt", { "thin", "1", "", "-1pt" } },
		{ "border-color", "#000000", { "black", "#0", "", "0" } },
		{ "break-before", "page", { "left", "always", "", "avoid" } },
		{ "break-after", "avoid", { "page", "", "always", "Avoid" } },
		{ "break-inside", "avoid", { "page", "", "always", "Avoid" } },
		{ "orphans", "3", { "0", "-1", "1.5", "many" } },
		{ "widows", "3", { "0", "-1", "1.5", "many" } },
		{ "hyphens", "auto", { "none", "", "yes", "Auto" } },
	};
	struct xml_schema *schema;
	struct xml_error error;

	CHECK_INT(xml_relaxng_load(&schema, &error, arena, "pdf-templates/document.rng"), OK);
	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++) {
		if (!style_taken(schema, properties[i].name, properties[i].right))
			fail_msg("%s=\"%s\" is refused", properties[i].name, properties[i].right);
		for (int w = 0; w < 4; w++)
			if (style_taken(schema, properties[i].name, properties[i].wrong[w]))
				fail_msg("%s=\"%s\" is taken", properties[i].name, properties[i].wrong[w]);
	}
	CHECK(!style_taken(schema, "float", "left"));
	CHECK(!style_taken(schema, "colour", "#000000"));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

UNIT_MAIN(CASE(paragraphs_keep_two_lines_at_either_end), CASE(styles_keep_inside_and_with_what_follows),
    CASE(keep_holds_blocks_together_and_no_more), CASE(page_breaks_begin_a_page_once),
    CASE(a_table_keeps_its_first_two_rows_and_its_last),
    CASE(a_page_may_end_in_a_cell_where_its_words_fit_above_and_below),
    CASE(the_last_row_grows_until_the_words_of_the_cell_fit), CASE(long_spans_go_over_pages_and_end),
    CASE(every_place_of_a_table_has_one_cell), CASE(every_property_is_checked_by_loader_and_grammar_alike))
