/* doc_style.c — one table says which properties there are, what they hold and where they go. */
#include "doc/doc_style.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define MAX_CLASSES 64

#define INK 0x1B262C
#define INK_SOFT 0x51626C
#define ACCENT 0x123B52
#define RULE 0xC5D0D6

enum property_kind { P_LENGTH, P_NUMBER, P_COUNT, P_COLOR, P_WORD };

struct word {
	const char *word;
	int value;
};

static const struct word weights[] = { { "normal", 0 }, { "bold", 1 }, { NULL, 0 } };
static const struct word slants[] = { { "normal", 0 }, { "italic", 1 }, { NULL, 0 } };
static const struct word aligns[] = { { "left", DOC_ALIGN_LEFT }, { "center", DOC_ALIGN_CENTER },
	{ "right", DOC_ALIGN_RIGHT }, { NULL, 0 } };
static const struct word hyphens[] = { { "manual", 0 }, { "auto", 1 }, { NULL, 0 } };
static const struct word breaks[] = { { "auto", 0 }, { "page", 1 }, { NULL, 0 } };
static const struct word keeps[] = { { "auto", 0 }, { "avoid", 1 }, { NULL, 0 } };

#define AT(member) offsetof(struct doc_style, member)

static const struct property {
	const char *name;
	enum property_kind kind;
	size_t offset;
	const struct word *words;
} properties[] = {
	{ "font-size", P_LENGTH, AT(font_size), NULL },
	{ "line-height", P_NUMBER, AT(line_height), NULL },
	{ "font-weight", P_WORD, AT(bold), weights },
	{ "font-style", P_WORD, AT(italic), slants },
	{ "color", P_COLOR, AT(color), NULL },
	{ "background-color", P_COLOR, AT(background), NULL },
	{ "text-align", P_WORD, AT(align), aligns },
	{ "margin-top", P_LENGTH, AT(margin_top), NULL },
	{ "margin-bottom", P_LENGTH, AT(margin_bottom), NULL },
	{ "margin-left", P_LENGTH, AT(margin_left), NULL },
	{ "padding-top", P_LENGTH, AT(padding_top), NULL },
	{ "padding-bottom", P_LENGTH, AT(padding_bottom), NULL },
	{ "padding-left", P_LENGTH, AT(padding_left), NULL },
	{ "padding-right", P_LENGTH, AT(padding_right), NULL },
	{ "border-top-width", P_LENGTH, AT(border_top), NULL },
	{ "border-bottom-width", P_LENGTH, AT(border_bottom), NULL },
	{ "border-left-width", P_LENGTH, AT(border_left), NULL },
	{ "border-color", P_COLOR, AT(border_color), NULL },
	{ "break-before", P_WORD, AT(page_before), breaks },
	{ "break-after", P_WORD, AT(keep_with_next), keeps },
	{ "break-inside", P_WORD, AT(keep_together), keeps },
	{ "hyphens", P_WORD, AT(hyphens), hyphens },
	{ "orphans", P_COUNT, AT(orphans), NULL },
	{ "widows", P_COUNT, AT(widows), NULL },
};

#define TEXT                                                                                                           \
	.font_size = 10.5, .line_height = 1.42, .color = INK, .background = -1, .border_color = RULE, .orphans = 2,    \
	.widows = 2
#define HEADING TEXT, .bold = 1, .keep_with_next = 1, .keep_together = 1

/* A later initializer replaces the same member of TEXT. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"
static const struct doc_style house[] = {
	{ TEXT, .match = "p", .margin_bottom = 7 },
	{ HEADING, .match = "h1", .font_size = 19, .line_height = 1.25, .color = ACCENT, .margin_bottom = 10 },
	{ HEADING, .match = "h2", .font_size = 13, .line_height = 1.3, .color = ACCENT, .margin_top = 17,
	    .margin_bottom = 5 },
	{ HEADING, .match = "h3", .font_size = 11, .line_height = 1.35, .margin_top = 11, .margin_bottom = 3 },
	{ HEADING, .match = "h4", .font_size = 10.5, .margin_top = 7, .margin_bottom = 1 },
	{ TEXT, .match = "li", .margin_left = 16, .margin_bottom = 3 },
	{ TEXT, .match = "dt", .font_size = 9.5, .color = INK_SOFT, .padding_top = 2, .padding_bottom = 2,
	    .padding_right = 8 },
	{ TEXT, .match = "dd", .padding_top = 1.5, .padding_bottom = 2 },
	{ TEXT, .match = "caption", .font_size = 9.5, .bold = 1, .margin_top = 7, .margin_bottom = 3,
	    .keep_with_next = 1, .keep_together = 1 },
	{ TEXT, .match = "th", .font_size = 8.5, .line_height = 1.3, .bold = 1, .color = INK_SOFT, .padding_top = 4,
	    .padding_bottom = 4, .padding_left = 4, .padding_right = 4, .border_bottom = 0.9,
	    .border_color = 0x8FA1AB },
	{ TEXT, .match = "td", .font_size = 9, .line_height = 1.35, .padding_top = 3.5, .padding_bottom = 3.5,
	    .padding_left = 4, .padding_right = 4, .border_bottom = 0.4 },
	{ TEXT, .match = "tfoot", .font_size = 9, .line_height = 1.35, .bold = 1, .padding_top = 4, .padding_bottom = 4,
	    .padding_left = 4, .padding_right = 4, .border_top = 0.9, .border_color = 0x8FA1AB },
	{ TEXT, .match = "chart", .font_size = 8.5, .line_height = 1.3, .margin_top = 4, .margin_bottom = 10 },
	{ TEXT, .match = "image", .margin_top = 4, .margin_bottom = 8 },
	{ TEXT, .match = "qr", .margin_top = 4, .margin_bottom = 8 },
	{ TEXT, .match = "note", .font_size = 8.5, .line_height = 1.35, .margin_bottom = 2 },
	{ TEXT, .match = "toc", .padding_top = 2.5, .padding_bottom = 2.5, .border_bottom = 0.4 },
	{ TEXT, .match = "write", .padding_top = 21, .border_bottom = 0.5, .border_color = 0x8FA1AB,
	    .margin_bottom = 8 },
	{ TEXT, .match = "strip", .font_size = 8.5, .line_height = 1.35, .color = INK_SOFT },
};
#pragma GCC diagnostic pop

void
doc_styles_start(struct doc_styles *styles, struct arena *arena)
{
	styles->count = sizeof(house) / sizeof(house[0]);
	styles->capacity = styles->count + MAX_CLASSES;
	/* Room for every class from the start: nodes keep pointers into the list. */
	styles->list = arena_array(arena, (size_t)styles->capacity, sizeof(*styles->list));
	memcpy(styles->list, house, sizeof(house));
}

struct doc_style *
doc_style_find(const struct doc_styles *styles, const char *match)
{
	for (int i = 0; i < styles->count; i++)
		if (strcmp(styles->list[i].match, match) == 0)
			return (&styles->list[i]);
	return (NULL);
}

enum status
doc_length(double *points, const char *text)
{
	static const struct {
		const char *unit;
		double points;
	} units[] = { { "pt", 1 }, { "mm", 72 / 25.4 }, { "cm", 720 / 25.4 } };
	char *end;
	double value = strtod(text, &end);

	if (end == text || !(value >= 0 && value <= 2000) || strspn(text, "0123456789.") != (size_t)(end - text))
		return (ERR_INVALID);
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (strcmp(end, units[i].unit) == 0) {
			*points = value * units[i].points;
			return (OK);
		}
	return (ERR_INVALID);
}

static enum status
read_number(double *out, const char *text, double high)
{
	char *end;
	double value = strtod(text, &end);

	if (end == text || *end != '\0' || !(value >= 0 && value <= high) ||
	    strspn(text, "0123456789.") != strlen(text))
		return (ERR_INVALID);
	*out = value;
	return (OK);
}

static enum status
read_color(int *out, const char *text)
{
	if (text[0] != '#' || strlen(text) != 7 || strspn(text + 1, "0123456789abcdefABCDEF") != 6)
		return (ERR_INVALID);
	*out = (int)strtol(text + 1, NULL, 16);
	return (OK);
}

static enum status
read_word(int *out, const struct word *words, const char *text)
{
	for (; words->word != NULL; words++)
		if (strcmp(words->word, text) == 0) {
			*out = words->value;
			return (OK);
		}
	return (ERR_INVALID);
}

static enum status
set_property(struct doc_style *style, const struct property *property, const char *text)
{
	void *member = (char *)style + property->offset;
	double number;

	switch (property->kind) {
	case P_LENGTH:
		return (doc_length(member, text));
	case P_NUMBER:
		return (read_number(member, text, 10));
	case P_COUNT:
		if (read_number(&number, text, 20) != OK || number < 1 || number != (int)number)
			return (ERR_INVALID);
		*(int *)member = (int)number;
		return (OK);
	case P_COLOR:
		return (read_color(member, text));
	case P_WORD:
		return (read_word(member, property->words, text));
	}
	return (ERR_INVALID);
}

static const char *
expected(struct arena *arena, const struct property *property)
{
	char *list = arena_strdup(arena, "");

	switch (property->kind) {
	case P_LENGTH:
		return ("a length such as 12pt, 5mm or 1.5cm");
	case P_NUMBER:
		return ("a number such as 1.4");
	case P_COUNT:
		return ("a whole number from 1 to 20");
	case P_COLOR:
		return ("a colour such as #1B262C");
	case P_WORD:
		for (const struct word *w = property->words; w->word != NULL; w++)
			list = arena_printf(arena, "%s%s%s", list, *list == '\0' ? "" : " or ", w->word);
	}
	return (list);
}

static const struct property *
find_property(const char *name)
{
	for (size_t i = 0; i < sizeof(properties) / sizeof(properties[0]); i++)
		if (strcmp(properties[i].name, name) == 0)
			return (&properties[i]);
	return (NULL);
}

static enum status
refuse(struct xml_error *error, int line, const char *message)
{
	error->line = line;
	error->message = message;
	return (ERR_INVALID);
}

static enum status
target_style(struct doc_style **out, struct doc_styles *styles, struct xml_error *error, struct arena *arena,
    const struct xml_node *node)
{
	const char *match = xml_attribute(node, "match"), *base = xml_attribute(node, "base");
	struct doc_style *from;

	if (match == NULL)
		return (refuse(error, node->line, "<style> has no match; write an element or a .class"));
	if ((*out = doc_style_find(styles, match)) != NULL)
		return (base == NULL ? OK
				     : refuse(error, node->line,
					   arena_printf(arena, "the style %s exists already; remove its base", match)));
	if (match[0] != '.' || match[1] == '\0')
		return (refuse(error, node->line,
		    arena_printf(arena, "no element \"%s\" can be styled; write a known element or .class", match)));
	from = doc_style_find(styles, base == NULL ? "p" : base);
	if (from == NULL)
		return (refuse(
		    error, node->line, arena_printf(arena, "the base \"%s\" is not known; define it above", base)));
	if (styles->count == styles->capacity)
		return (refuse(error, node->line, "there are more than 64 classes; use fewer"));
	*out = &styles->list[styles->count++];
	**out = *from;
	(*out)->match = match;
	return (OK);
}

enum status
doc_style_read(struct doc_styles *styles, struct xml_error *error, struct arena *arena, const struct xml_node *node)
{
	struct doc_style *style;
	enum status st;

	if ((st = target_style(&style, styles, error, arena, node)) != OK)
		return (st);
	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next) {
		const struct property *property = find_property(a->name);

		if (strcmp(a->name, "match") == 0 || strcmp(a->name, "base") == 0)
			continue;
		if (property == NULL)
			return (refuse(error, a->line,
			    arena_printf(
				arena, "%s is not a property we know; see document.rng for those there are", a->name)));
		if (set_property(style, property, a->value) != OK)
			return (refuse(error, a->line,
			    arena_printf(
				arena, "%s cannot be \"%s\"; write %s", a->name, a->value, expected(arena, property))));
	}
	return (OK);
}
