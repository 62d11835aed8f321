/* doc_attributes.c — what the attributes of each element may say, and where it goes in its node. */
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "doc/doc_image.h"
#include "doc/doc_node.h"
#include "doc/doc_qr.h"
#include "doc/doc_tree.h"

static bool
in_list(const char *list, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = list; (at = strstr(at, name)) != NULL; at += len)
		if ((at == list || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
			return (true);
	return (false);
}

enum status
doc_check_attributes(struct doc_compiler *c, const struct xml_node *node, const char *allowed)
{
	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		if (!in_list(allowed, a->name))
			return (doc_refuse(c, a->line, "<%s> has no attribute %s; %s%s", node->name, a->name,
			    *allowed == '\0' ? "remove it" : "it takes ", allowed));
	return (OK);
}

enum status
doc_key_need(const struct doc_key **out, struct doc_compiler *c, const struct xml_node *node, const char *attribute,
    unsigned kinds)
{
	const char *name = xml_attribute(node, attribute);
	const struct doc_key *key;

	if (name == NULL)
		return (doc_refuse(c, node->line, "<%s> needs the attribute %s", node->name, attribute));
	if ((key = doc_key_find(c, name)) == NULL)
		return (doc_refuse(c, xml_attribute_line(node, attribute),
		    "\"%s\" is not declared; correct it or add it to <data>", name));
	if ((kinds & 1U << key->kind) == 0)
		return (doc_refuse(c, xml_attribute_line(node, attribute),
		    "\"%s\" is the wrong kind of data for <%s %s>; see <data>", name, node->name, attribute));
	*out = key;
	return (OK);
}

enum status
doc_key_set(
    struct doc_node *out, struct doc_compiler *c, const struct xml_node *node, const char *attribute, unsigned kinds)
{
	const struct doc_key *key;
	enum status st;

	if ((st = doc_key_need(&key, c, node, attribute, kinds)) != OK)
		return (st);
	out->key = key->name;
	out->optional = key->optional;
	return (OK);
}

/* "a, b or c" */
static const char *
alternatives(struct arena *arena, const char *const *words)
{
	struct buf out = buf_new(arena);

	for (int i = 0; words[i] != NULL; i++)
		buf_printf(&out, "%s%s", i == 0 ? "" : words[i + 1] == NULL ? " or " : ", ", words[i]);
	return (buf_text(&out));
}

enum status
doc_one_of(int *out, struct doc_compiler *c, const struct xml_node *node, const char *attribute,
    const char *const *words, int absent)
{
	const char *value = xml_attribute(node, attribute);

	*out = absent;
	if (value == NULL)
		return (OK);
	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], value) == 0) {
			*out = i;
			return (OK);
		}
	return (doc_refuse(c, xml_attribute_line(node, attribute), "%s cannot be \"%s\"; write %s", attribute, value,
	    alternatives(c->arena, words)));
}

static enum status
set_table(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *at = xml_attribute(node, "cols");
	int line = xml_attribute_line(node, "cols");

	if (at == NULL)
		return (
		    doc_refuse(c, node->line, "<table> needs cols, the columns' relative widths such as \"3 1 1\""));
	out->widths = arena_array(c->arena, DOC_MAX_COLUMNS, sizeof(double));
	for (; *(at += strspn(at, " ")) != '\0'; out->number++) {
		char *end;
		bool by_content = strncmp(at, "auto", 4) == 0;
		double width = by_content ? 0 : strtod(at, &end);

		if (by_content)
			end = (char *)at + 4;

		if (end == at || (*end != ' ' && *end != '\0') || !(by_content || (width > 0 && width <= 1000)))
			return (doc_refuse(c, line, "cols holds \"%s\"; write widths from 0.1 to 1000, or auto", at));
		if (out->number == DOC_MAX_COLUMNS)
			return (doc_refuse(c, line, "a table has at most 24 columns; divide it"));
		out->widths[out->number] = width;
		at = end;
	}
	return (out->number > 0 ? OK : doc_refuse(c, line, "cols is empty; write one width a column"));
}

static enum status
set_cell(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	static const char *const aligns[] = { "left", "center", "right", "decimal", NULL };
	static const char *const scopes[] = { "col", "row", NULL };
	const char *span = xml_attribute(node, "colspan"), *rows = xml_attribute(node, "rowspan");
	int scope;
	enum status st;

	out->flag = xml_is(node, "th");
	out->number = span == NULL ? 1 : (int)strtol(span, NULL, 10);
	if (out->number < 1 || out->number > DOC_MAX_COLUMNS)
		return (doc_refuse(c, xml_attribute_line(node, "colspan"), "colspan is a number from 1 to 24"));
	out->rows = rows == NULL ? 1 : (int)strtol(rows, NULL, 10);
	if (out->rows < 1 || out->rows > DOC_MAX_ROWSPAN)
		return (doc_refuse(
		    c, xml_attribute_line(node, "rowspan"), "rowspan is a number from 1 to %d", DOC_MAX_ROWSPAN));
	if ((st = doc_one_of(&out->align, c, node, "align", aligns, -1)) != OK ||
	    (st = doc_one_of(&scope, c, node, "scope", scopes, 0)) != OK)
		return (st);
	out->by_row = scope == 1;
	return (OK);
}

static enum status
set_link(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *href = xml_attribute(node, "href");

	if (xml_attribute(node, "href-field") != NULL)
		return (href == NULL ? doc_key_set(out, c, node, "href-field", DOC_KEY_TEXTS)
				     : doc_refuse(c, node->line, "<a> takes href or href-field, not both"));
	if (href == NULL)
		return (doc_refuse(c, node->line, "<a> needs href or href-field"));
	if (strncmp(href, "https://", 8) != 0 && strncmp(href, "http://", 7) != 0 && strncmp(href, "mailto:", 7) != 0)
		return (
		    doc_refuse(c, xml_attribute_line(node, "href"), "href begins with https://, http:// or mailto:"));
	out->text = href;
	return (OK);
}

/* Where the squares of a map and the bars of a plan lie; only they have places. */
enum status
doc_places_set(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	const struct doc_key *across, *down;
	enum status st;

	if (out->number != DOC_CHART_MAP && out->number != DOC_CHART_PLAN)
		return (
		    xml_attribute(node, "across") == NULL && xml_attribute(node, "down") == NULL
			? OK
			: doc_refuse(c, node->line,
			      "across and down are for maps and plans; remove them or write type=\"map\" or \"plan\""));
	if ((st = doc_key_need(&across, c, node, "across", DOC_KEY_NUMBERS)) != OK ||
	    (st = doc_key_need(&down, c, node, "down", DOC_KEY_NUMBERS)) != OK)
		return (st);
	out->across = across->name;
	out->down = down->name;
	return (OK);
}

static enum status
set_width(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *width = xml_attribute(node, "width");

	out->widths = arena_array(c->arena, 1, sizeof(double));
	if (width == NULL || doc_length(out->widths, width) != OK || *out->widths <= 0)
		return (doc_refuse(c, node->line, "<%s> needs width, such as 40mm", node->name));
	return (OK);
}

/* A template in force never fails for its picture: it is looked at when the template is. */
static enum status
image_check(struct doc_compiler *c, const struct xml_node *node, const char *path)
{
	struct arena *scratch = arena_new(0);
	struct doc_image image;
	enum status st = doc_image_read(&image, scratch, path);

	arena_free(scratch);
	return (st == OK ? OK : doc_refuse(c, node->line, "%s", doc_image_problem(c->arena, path)));
}

static enum status
set_image(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *file = xml_attribute(node, "file");
	enum status st;

	if (file == NULL || strchr(file, '/') != NULL || file[0] == '.')
		return (
		    doc_refuse(c, node->line, "<image> needs file, a PNG or JPEG in the same folder, without a path"));
	out->text = arena_printf(c->arena, "%s/%s", c->template->dir, file);
	if ((st = set_width(out, c, node)) != OK)
		return (st);
	/* Templates read from memory have no folder of their own. */
	return (c->schema == NULL ? OK : image_check(c, node, out->text));
}

/* Narrower than 15 mm a phone cannot read it. */
static enum status
set_code(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *text = xml_attribute(node, "text");
	enum status st;

	if ((st = set_width(out, c, node)) != OK)
		return (st);
	if (*out->widths < 15 * 72 / 25.4 - 0.01)
		return (doc_refuse(c, xml_attribute_line(node, "width"), "a <qr> is at least 15mm wide"));
	if (xml_child(node->parent, "alt") == NULL)
		return (doc_refuse(c, node->line, "the <figure> of a <qr> needs an <alt>: what the code is for"));
	if (xml_attribute(node, "text-field") != NULL)
		return (text == NULL ? doc_key_set(out, c, node, "text-field", DOC_KEY_TEXTS)
				     : doc_refuse(c, node->line, "<qr> takes text or text-field, not both"));
	if (text == NULL || strlen(text) > DOC_QR_MAX_BYTES)
		return (
		    doc_refuse(c, node->line, "<qr> needs text, at most %d bytes, or text-field", DOC_QR_MAX_BYTES));
	out->text = text;
	return (OK);
}

/* BCP 47, as far as languages and places go: se, nn-NO, sma. */
static enum status
set_span(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	const char *lang = xml_attribute(node, "lang"), *at = lang;
	size_t len = at == NULL ? 0 : strspn(at, "abcdefghijklmnopqrstuvwxyz");
	bool right = len >= 2 && len <= 3;

	for (at += right ? len : 0; right && *at == '-'; at += len) {
		len = strspn(++at, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
		right = len >= 2 && len <= 8;
	}
	if (!right || *at != '\0')
		return (doc_refuse(c, node->line, "<span> needs lang, the code of a language such as se or en"));
	out->text = lang;
	return (OK);
}

static enum status
set_contents(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	static const char *const levels[] = { "1", "2", "3", "4", NULL };
	enum status st = doc_one_of(&out->number, c, node, "levels", levels, 1);

	out->number++;
	return (st);
}

enum status
doc_details_set(struct doc_node *out, struct doc_compiler *c, const struct xml_node *node)
{
	enum status st;

	switch (out->op) {
	case OP_HEADING:
		out->number = node->name[1] - '0';
		return (doc_name_set(out, c, node));
	case OP_FIGURE:
		return (doc_name_set(out, c, node));
	case OP_REFERENCE:
		return (doc_reference_set(out, c, node));
	case OP_CONTENTS:
		return (set_contents(out, c, node));
	case OP_LIST:
		out->flag = xml_is(node, "ol");
		return (OK);
	case OP_GROUP:
		out->number = xml_is(node, "thead")   ? DOC_GROUP_HEAD
			      : xml_is(node, "tfoot") ? DOC_GROUP_FOOT
						      : DOC_GROUP_BODY;
		return (OK);
	case OP_TABLE:
		if ((st = doc_name_set(out, c, node)) != OK)
			return (st);
		return (set_table(out, c, node));
	case OP_CELL:
		return (set_cell(out, c, node));
	case OP_LINK:
		return (set_link(out, c, node));
	case OP_SPAN:
		return (set_span(out, c, node));
	case OP_IMAGE:
		return (set_image(out, c, node));
	case OP_CODE:
		return (set_code(out, c, node));
	case OP_FIELD:
		return (doc_key_set(out, c, node, "name", DOC_KEY_TEXTS));
	case OP_SERIES:
		return (doc_key_set(out, c, node, "value", DOC_KEY_NUMBERS));
	case OP_WHEN:
	case OP_UNLESS:
		return (doc_key_set(out, c, node, "test", DOC_KEY_ANY));
	default:
		return (OK);
	}
}
