/* vocabulary_rng.c — writes the vocabulary as RELAX NG, for editors and as the outer gate. */
#include <string.h>

#include "scheme/expr.h"
#include "scheme/vocabulary.h"
#include "xml/xml_write.h"

static void
comment(struct buf *out, int depth, const char *text)
{
	buf_printf(out, "%*s<!-- %s -->\n", depth * 2, "", text);
}

static void
words(struct buf *out, const char *allowed)
{
	buf_puts(out, "<choice>");
	for (const char *at = allowed; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " "))
		buf_printf(out, "<value>%.*s</value>", (int)strcspn(at, " "), at);
	buf_puts(out, "</choice>");
}

static void
pattern(struct buf *out, const char *type, const char *expression)
{
	buf_printf(out, "<data type=\"%s\"><param name=\"pattern\">%s</param></data>", type, expression);
}

static void
integer(struct buf *out, const char *range)
{
	const char *dots = strstr(range, "..");

	buf_printf(out,
	    "<data type=\"integer\"><param name=\"minInclusive\">%.*s</param>"
	    "<param name=\"maxInclusive\">%s</param></data>",
	    (int)(dots - range), range, dots + 2);
}

static void
value(struct buf *out, const struct vocabulary_attribute *a)
{
	switch (a->type) {
	case VOCABULARY_ID:
	case VOCABULARY_REFERENCE:
		return (pattern(out, "token", "[a-z][a-z0-9\\-]{0,39}"));
	case VOCABULARY_SCHEME_ID:
		return (pattern(out, "token", "[a-z0-9\\-]{3,64}"));
	case VOCABULARY_CODE:
		return (pattern(out, "token", "[A-Za-z0-9\\-_]{1,40}"));
	case VOCABULARY_ONE_OF:
		return (words(out, a->allowed));
	case VOCABULARY_SOME_OF:
		buf_puts(out, "<list><oneOrMore>");
		words(out, a->allowed);
		buf_puts(out, "</oneOrMore></list>");
		return;
	case VOCABULARY_USES:
		buf_puts(out, "<list><oneOrMore><choice>");
		pattern(out, "token", "criterion:[a-z][a-z0-9\\-]{0,39}");
		words(out, a->allowed);
		buf_puts(out, "</choice></oneOrMore></list>");
		return;
	case VOCABULARY_INTEGER:
		return (integer(out, a->allowed));
	case VOCABULARY_NOK:
		return (integer(out, "0..1000000000000"));
	case VOCABULARY_PERCENT:
		return (pattern(out, "token", "(100(\\.0{1,2})?|[0-9]{1,2}(\\.[0-9]{1,2})?)"));
	case VOCABULARY_SCALE:
		return (pattern(out, "token", "[0-9]{1,3}-[0-9]{1,3}"));
	case VOCABULARY_MOMENT:
		return (pattern(out, "token", "[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2})?"));
	case VOCABULARY_MONTH_DAY:
		return (pattern(out, "token", "[0-9]{2}-[0-9]{2}"));
	case VOCABULARY_DATE:
		return (pattern(out, "token", "[0-9]{4}-[0-9]{2}-[0-9]{2}"));
	case VOCABULARY_REFERENCES:
		buf_puts(out, "<list><oneOrMore>");
		pattern(out, "token", "[a-z][a-z0-9\\-]{0,39}");
		buf_puts(out, "</oneOrMore></list>");
		return;
	case VOCABULARY_FORMS:
		return (pattern(out, "token", "[A-Z]{2,5}( [A-Z]{2,5})*"));
	case VOCABULARY_EXPRESSION:
	case VOCABULARY_WORDS:
		buf_printf(out,
		    "<data type=\"string\"><param name=\"minLength\">1</param><param "
		    "name=\"maxLength\">%d</param></data>",
		    EXPR_MAX_LENGTH);
		return;
	}
}

static void
attribute(struct buf *out, const struct vocabulary_attribute *a)
{
	if (a != vocabulary_everywhere)
		comment(out, 3, a->about);
	buf_printf(out, "      %s<attribute name=\"%s\">", a->must ? "" : "<optional>", a->name);
	value(out, a);
	buf_printf(out, "</attribute>%s\n", a->must ? "" : "</optional>");
}

static void
attributes(struct buf *out, const struct vocabulary_attribute *list)
{
	for (; list != NULL && list->name != NULL; list++)
		attribute(out, list);
}

/* A definition's name has no colon. */
static void
name(struct buf *out, const char *key)
{
	for (; *key != '\0'; key++)
		buf_putc(out, *key == ':' ? '-' : *key);
}

static void
child(struct buf *out, const struct vocabulary_child *child)
{
	const char *around = child->cardinality == '?'   ? "optional"
			     : child->cardinality == '*' ? "zeroOrMore"
			     : child->cardinality == '+' ? "oneOrMore"
							 : NULL;

	buf_puts(out, "        ");
	if (around != NULL)
		buf_printf(out, "<%s>", around);
	buf_puts(out, "<ref name=\"");
	name(out, child->key);
	buf_puts(out, "\"/>");
	if (around != NULL)
		buf_printf(out, "</%s>", around);
	buf_putc(out, '\n');
}

static void
children(struct buf *out, const struct vocabulary_element *element)
{
	struct vocabulary_child entry;
	const char *at = element->children;

	if (element->texts == TEXTS_NONE && *at == '\0') {
		buf_puts(out, "      <empty/>\n");
		return;
	}
	buf_puts(out, "      <interleave>\n");
	if (element->texts == TEXTS_MUST)
		buf_puts(out, "        <ref name=\"texts\"/>\n");
	if (element->texts == TEXTS_MAY)
		buf_puts(out, "        <optional><ref name=\"texts\"/></optional>\n");
	while (vocabulary_child_next(&entry, &at))
		child(out, &entry);
	buf_puts(out, "      </interleave>\n");
}

static void
start(struct buf *out, const struct vocabulary *vocabulary)
{
	buf_puts(out, "  <start><choice>");
	for (const char *const *root = vocabulary->roots; *root != NULL; root++) {
		buf_puts(out, "<ref name=\"");
		name(out, *root);
		buf_puts(out, "\"/>");
	}
	buf_puts(out, "</choice></start>\n");
}

static void
define(struct buf *out, const struct vocabulary_element *element)
{
	buf_putc(out, '\n');
	comment(out, 1, element->about);
	buf_puts(out, "  <define name=\"");
	name(out, element->key);
	buf_printf(out, "\">\n    <element name=\"%.*s\">\n", (int)strcspn(element->key, ":"), element->key);
	attributes(out, vocabulary_everywhere);
	for (size_t i = 0; i < 3; i++)
		attributes(out, element->attributes[i]);
	if (element->texts == TEXTS_LEAF)
		buf_puts(out, "      <text/>\n");
	else
		children(out, element);
	buf_puts(out, "    </element>\n  </define>\n");
}

static void
define_texts(struct buf *out)
{
	buf_puts(out,
	    "\n  <define name=\"texts\">\n    <interleave>\n"
	    "      <ref name=\"nb\"/>\n      <ref name=\"nn\"/>\n      <optional><ref name=\"en\"/></optional>\n"
	    "    </interleave>\n  </define>\n");
}

static bool
first_of_group(const struct vocabulary *vocabulary, size_t i)
{
	const struct vocabulary_element *element = vocabulary_at(vocabulary, i), *before;

	for (size_t k = 0; k < i; k++) {
		before = vocabulary_at(vocabulary, k);
		if (before->group != NULL && strcmp(before->group, element->group) == 0)
			return (false);
	}
	return (true);
}

static void
define_group(struct buf *out, const struct vocabulary *vocabulary, const char *group)
{
	const struct vocabulary_element *element;

	buf_printf(out, "\n  <define name=\"%s\">\n    <choice>\n", group);
	for (size_t i = 0; (element = vocabulary_at(vocabulary, i)) != NULL; i++)
		if (element->group != NULL && strcmp(element->group, group) == 0) {
			buf_puts(out, "      <ref name=\"");
			name(out, element->key);
			buf_puts(out, "\"/>\n");
		}
	buf_puts(out, "    </choice>\n  </define>\n");
}

void
vocabulary_write_rng(struct buf *out, const struct vocabulary *vocabulary)
{
	const struct vocabulary_element *element;

	buf_printf(out,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<!-- Made by \"%s\" from the vocabulary table; change the table, not this file. -->\n"
	    "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"%s\"\n"
	    "    datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n",
	    vocabulary->command, vocabulary->ns);
	start(out, vocabulary);
	buf_putc(out, '\n');
	buf_printf(out, "  <!-- source: %s -->\n", vocabulary_everywhere[0].about);
	define_texts(out);
	for (size_t i = 0; (element = vocabulary_at(vocabulary, i)) != NULL; i++) {
		if (element->group != NULL && first_of_group(vocabulary, i))
			define_group(out, vocabulary, element->group);
		define(out, element);
	}
	buf_puts(out, "</grammar>\n");
}
