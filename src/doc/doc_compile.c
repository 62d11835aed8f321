/* doc_compile.c — the vocabulary: which element may stand where, with which attributes, and what node it becomes. */
#include <string.h>

#include "doc/doc_node.h"
#include "doc/doc_tree.h"

/* Where an element may stand; what its children may be. */
enum context {
	IN_BLOCK = 1,
	IN_WORDS = 2,
	IN_PAGES = 4, /* page numbers too */
	IN_LIST = 8,
	IN_TABLE = 16,
	IN_ROWS = 32,
	IN_CELLS = 64,
	IN_FACTS = 128,
	IN_FIGURE = 256,
	IN_CHART = 512,
	IN_NOTHING = 1024,
	IN_EITHER = 2048, /* blocks if it holds any, else words */
	IN_SAME = 4096,   /* as its parent */
	IN_ANY = 1023
};

static const struct element {
	const char *name;
	enum doc_op op;
	unsigned in, content;
	const char *attributes;
} elements[] = {
	{ "h1", OP_HEADING, IN_BLOCK, IN_WORDS, "class id" },
	{ "h2", OP_HEADING, IN_BLOCK, IN_WORDS, "class id" },
	{ "h3", OP_HEADING, IN_BLOCK, IN_WORDS, "class id" },
	{ "h4", OP_HEADING, IN_BLOCK, IN_WORDS, "class id" },
	{ "p", OP_PARAGRAPH, IN_BLOCK, IN_WORDS, "class" },
	{ "ul", OP_LIST, IN_BLOCK, IN_LIST, "" },
	{ "ol", OP_LIST, IN_BLOCK, IN_LIST, "" },
	{ "li", OP_ITEM, IN_LIST, IN_EITHER, "class" },
	{ "table", OP_TABLE, IN_BLOCK, IN_TABLE, "cols id" },
	{ "caption", OP_CAPTION, IN_TABLE | IN_FIGURE, IN_WORDS, "class" },
	{ "thead", OP_GROUP, IN_TABLE, IN_ROWS, "" },
	{ "tbody", OP_GROUP, IN_TABLE, IN_ROWS, "" },
	{ "tfoot", OP_GROUP, IN_TABLE, IN_ROWS, "" },
	{ "tr", OP_ROW, IN_ROWS, IN_CELLS, "" },
	{ "th", OP_CELL, IN_CELLS, IN_WORDS, "class scope colspan rowspan align" },
	{ "td", OP_CELL, IN_CELLS, IN_WORDS, "class colspan rowspan align" },
	{ "dl", OP_FACTS, IN_BLOCK, IN_FACTS, "" },
	{ "dt", OP_TERM, IN_FACTS, IN_WORDS, "class" },
	{ "dd", OP_DETAIL, IN_FACTS, IN_WORDS, "class" },
	{ "figure", OP_FIGURE, IN_BLOCK, IN_FIGURE, "id" },
	{ "alt", OP_ALT, IN_FIGURE, IN_WORDS, "" },
	{ "chart", OP_CHART, IN_FIGURE, IN_CHART, "type each label across down" },
	{ "series", OP_SERIES, IN_CHART, IN_WORDS, "value" },
	{ "image", OP_IMAGE, IN_FIGURE, IN_NOTHING, "class file width" },
	{ "qr", OP_CODE, IN_FIGURE, IN_NOTHING, "class text text-field width" },
	{ "keep", OP_KEEP, IN_BLOCK, IN_BLOCK, "" },
	{ "page-break", OP_PAGE_BREAK, IN_BLOCK, IN_NOTHING, "" },
	{ "write", OP_WRITE, IN_BLOCK, IN_NOTHING, "class" },
	{ "toc", OP_CONTENTS, IN_BLOCK, IN_NOTHING, "levels" },
	{ "b", OP_BOLD, IN_WORDS, IN_WORDS, "" },
	{ "i", OP_ITALIC, IN_WORDS, IN_WORDS, "" },
	{ "a", OP_LINK, IN_WORDS, IN_WORDS, "href href-field" },
	{ "span", OP_SPAN, IN_WORDS, IN_WORDS, "lang" },
	{ "ref", OP_REFERENCE, IN_WORDS, IN_NOTHING, "to" },
	{ "note", OP_NOTE, IN_WORDS, IN_WORDS, "" },
	{ "br", OP_BREAK, IN_WORDS, IN_NOTHING, "" },
	{ "field", OP_FIELD, IN_WORDS, IN_NOTHING, "name" },
	{ "page-number", OP_PAGE_NUMBER, IN_PAGES, IN_NOTHING, "" },
	{ "page-count", OP_PAGE_COUNT, IN_PAGES, IN_NOTHING, "" },
	{ "each", OP_EACH, IN_ANY, IN_SAME, "name join" },
	{ "when", OP_WHEN, IN_ANY, IN_SAME, "test" },
	{ "unless", OP_UNLESS, IN_ANY, IN_SAME, "test" },
	{ "nb", OP_LANG, IN_ANY, IN_SAME, "" },
	{ "nn", OP_LANG, IN_ANY, IN_SAME, "" },
	{ "en", OP_LANG, IN_ANY, IN_SAME, "" },
};

static enum status
compile_children(struct doc_node **out, struct doc_compiler *c, const struct xml_node *parent, unsigned context);

static const struct element *
find_element(const char *name)
{
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		if (strcmp(elements[i].name, name) == 0)
			return (&elements[i]);
	return (NULL);
}

static enum status
set_chart(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	static const char *const types[] = { "bar", "column", "stacked", "share", "line", "map", "plan", NULL };
	struct doc_key *outer = c->scope;
	const struct doc_key *label;
	enum status st;

	if ((st = doc_one_of(&out->number, c, node, "type", types, 0)) != OK ||
	    (st = doc_key_set(out, c, node, "each", DOC_KEY_LISTS)) != OK)
		return (st);
	c->scope = doc_key_find(c, out->key);
	if ((st = doc_key_need(&label, c, node, "label", DOC_KEY_TEXTS)) == OK &&
	    (st = doc_places_set(out, c, node)) == OK) {
		out->label = label->name;
		st = compile_children(&out->children, c, node, IN_CHART);
	}
	c->scope = outer;
	if (st == OK && out->children == NULL)
		return (doc_refuse(c, node->line, "<chart> has no <series>; add one with its name"));
	return (st);
}

static enum status
set_each(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node, unsigned context)
{
	struct doc_key *outer = c->scope;
	enum status st;

	if ((st = doc_key_set(out, c, node, "name", DOC_KEY_LISTS)) != OK)
		return (st);
	out->text = xml_attribute(node, "join");
	if (out->text != NULL && (context & IN_WORDS) == 0)
		return (doc_refuse(c, xml_attribute_line(node, "join"), "join stands between words only; remove it"));
	c->scope = doc_key_find(c, out->key);
	st = compile_children(&out->children, c, node, context);
	c->scope = outer;
	return (st);
}

static enum status
set_style(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *class = xml_attribute(node, "class");

	out->style = doc_style_find(&c->template->styles, node->name);
	if (class == NULL)
		return (OK);
	out->style = doc_style_find(&c->template->styles, arena_printf(c->arena, ".%s", class));
	if (out->style == NULL)
		return (doc_refuse(c, xml_attribute_line(node, "class"),
		    "the class \"%s\" has no style; add <style match=\".%s\"> above", class, class));
	return (OK);
}

/* --- the walk --------------------------------------------------------------------------------------------------- */

/* Blocks may be wrapped in choices: the answer lies below those. */
static bool
holds_blocks(const struct xml_node *parent)
{
	for (struct xml_node *node = xml_child(parent, NULL); node != NULL; node = xml_next(node, NULL)) {
		const struct element *element = find_element(node->name);

		if (element == NULL || element->in == IN_BLOCK)
			return (true);
		if (element->content == IN_SAME && holds_blocks(node))
			return (true);
	}
	return (false);
}

static enum status
compile_language(struct doc_node *out, struct doc_compiler *c, const struct xml_node **at, unsigned context)
{
	const struct xml_node *node = *at;
	enum status st;

	if (!xml_is(node, "nb"))
		return (doc_refuse(
		    c, node->line, "<%s> stands without <nb> before it; write nb, nn and if wanted en", node->name));
	for (int lang = LANG_NB; lang < LANG__MAX; lang++) {
		if (node == NULL || !xml_is(node, lang_code(lang))) {
			if (lang == LANG_EN)
				break;
			return (doc_refuse(c, (*at)->line, "<nb> has no <nn> after it; write the same in nynorsk"));
		}
		if ((st = doc_check_attributes(c, node, "")) != OK ||
		    (st = compile_children(&out->in[lang], c, node, context)) != OK)
			return (st);
		*at = node;
		node = xml_next(node, NULL);
	}
	return (OK);
}

static char *
collapse(struct arena *arena, const char *text)
{
	char *out = arena_alloc(arena, strlen(text) + 1), *to = out;

	for (; *text != '\0'; text++) {
		if (strchr(" \t\r\n", *text) == NULL)
			*to++ = *text;
		else if (to == out || to[-1] != ' ')
			*to++ = ' ';
	}
	return (out);
}

static enum status
compile_text(struct doc_node **out, struct doc_compiler *c, const struct xml_node *node, unsigned context)
{
	*out = NULL;
	if ((context & IN_WORDS) != 0) {
		*out = arena_alloc(c->arena, sizeof(**out));
		(*out)->op = OP_TEXT;
		(*out)->text = collapse(c->arena, node->text);
		return (OK);
	}
	if (strspn(node->text, " \t\r\n") == strlen(node->text))
		return (OK);
	return (doc_refuse(c, node->line, "text may not stand directly in <%s>; put it in an element such as <p>",
	    node->parent == NULL ? "document" : node->parent->name));
}

static enum status
compile_part(struct doc_node **out, struct doc_compiler *c, const struct xml_node *node, unsigned context)
{
	const char *outer = c->error->name;
	struct xml_node *part;
	enum status st;

	if ((context & IN_BLOCK) == 0)
		return (doc_refuse(c, node->line, "<include> stands among blocks here and needs file and part"));
	if ((st = doc_part_find(&part, c, node, "part")) != OK)
		return (st);
	c->include_depth++;
	if ((st = compile_children(out, c, part, IN_BLOCK)) == OK)
		c->error->name = outer;
	c->include_depth--;
	return (st);
}

/* What is read more than once, or stands at the foot itself, has no notes. */
static enum status
compile_without_notes(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node, unsigned context)
{
	bool outer = c->no_notes;
	enum status st;

	if (outer && out->op == OP_NOTE)
		return (doc_refuse(c, node->line,
		    "a <note> may not stand in a title, heading, header, footer, picture or another note; move it"));
	c->no_notes = true;
	st = compile_children(&out->children, c, node, context);
	c->no_notes = outer;
	return (st);
}

static enum status
compile_element(struct doc_node **out, struct doc_compiler *c, const struct xml_node **at, unsigned context)
{
	const struct xml_node *node = *at;
	const struct element *element = find_element(node->name);
	struct doc_node *made;
	unsigned content;
	enum status st;

	if (xml_is(node, "include"))
		return (compile_part(out, c, node, context));
	if (element == NULL)
		return (doc_refuse(c, node->line, "<%s> is not in the vocabulary; see document.rng", node->name));
	if ((element->in & context) == 0)
		return (doc_refuse(c, node->line, "<%s> may not stand in <%s>; see document.rng for where it may",
		    node->name, node->parent->name));
	*out = made = arena_alloc(c->arena, sizeof(*made));
	made->op = element->op;
	made->line = node->line;
	content = element->content == IN_SAME ? context : element->content;
	if (made->op == OP_LANG)
		return (compile_language(made, c, at, content));
	if ((st = doc_check_attributes(c, node, element->attributes)) != OK || (st = set_style(made, c, node)) != OK ||
	    (st = doc_details_set(made, c, node)) != OK)
		return (st);
	if (made->op == OP_EACH)
		return (set_each(made, c, node, content));
	if (made->op == OP_CHART)
		return (set_chart(made, c, node));
	if (made->op == OP_NOTE || made->op == OP_HEADING || made->op == OP_ALT || made->op == OP_SERIES)
		return (compile_without_notes(made, c, node, content));
	if (content == IN_EITHER)
		content = holds_blocks(node) ? IN_BLOCK : IN_WORDS;
	return (compile_children(&made->children, c, node, content));
}

static enum status
compile_children(struct doc_node **out, struct doc_compiler *c, const struct xml_node *parent, unsigned context)
{
	struct doc_node **tail = out;
	enum status st;

	*out = NULL;
	for (const struct xml_node *node = parent->children; node != NULL; node = node->next) {
		struct doc_node *made = NULL;

		st = node->kind == XML_TEXT ? compile_text(&made, c, node, context)
					    : compile_element(&made, c, &node, context);
		if (st != OK)
			return (st);
		/* A part is a list of several. */
		for (*tail = made; *tail != NULL; tail = &(*tail)->next)
			;
	}
	return (OK);
}

enum status
doc_compile_blocks(struct doc_node **out, struct doc_compiler *c, const struct xml_node *parent)
{
	return (compile_children(out, c, parent, IN_BLOCK));
}

enum status
doc_compile_words(struct doc_node **out, struct doc_compiler *c, const struct xml_node *parent, bool pages)
{
	enum status st;

	c->no_notes = true;
	st = compile_children(out, c, parent, pages ? IN_WORDS | IN_PAGES : IN_WORDS);
	c->no_notes = false;
	return (st);
}
