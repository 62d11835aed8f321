/* vocabulary_check.c — holds a document against the vocabulary: names, how many, values and texts. */
#include <string.h>

#include "core/text.h"
#include "scheme/nearest.h"
#include "scheme/scheme_messages.h"
#include "scheme/vocabulary.h"

#define MOST_ALIKE 500

struct check {
	const struct vocabulary *vocabulary;
	struct scheme_messages *messages;
	struct arena *arena;
	bool ok;
};

#define WRONG(check, line, ...) ((check)->ok = false, COMPLAIN((check)->messages, line, __VA_ARGS__))

/* "; mente du «applied»?" or "". */
static const char *
did_you_mean(struct check *check, const char *written, const char *const *words, size_t n)
{
	const char *near = nearest_word(written, words, n);

	return (scheme_suggestion(check->messages, near));
}

/* ------------------------------------------------------------------------------------------ attributes */

static size_t
attribute_names(const char **names, size_t most, const struct vocabulary_element *element)
{
	size_t n = 0;

	for (size_t i = 0; i < 3; i++)
		for (const struct vocabulary_attribute *a = element->attributes[i];
		     a != NULL && a->name != NULL && n < most; a++)
			names[n++] = a->name;
	return (n);
}

static void
check_attribute(
    struct check *check, const struct vocabulary_element *element, const struct xml_node *node, struct xml_attribute *a)
{
	const struct vocabulary_attribute *known = vocabulary_attribute(element, a->name);
	const char *names[VOCABULARY_MOST_CHILDREN];
	size_t n;

	if (known == NULL) {
		n = attribute_names(names, VOCABULARY_MOST_CHILDREN, element);
		WRONG(check, a->line, COMPLAINT_ATTRIBUTE_UNKNOWN, a->name, node->name,
		    did_you_mean(check, a->name, names, n));
		return;
	}
	if (!vocabulary_value_ok(known, a->value))
		WRONG(check, a->line, COMPLAINT_ATTRIBUTE_VALUE, a->name, node->name,
		    text_excerpt(check->arena, a->value),
		    vocabulary_value_wanted(check->arena, check->messages->lang, known));
}

static void
check_attributes(struct check *check, const struct vocabulary_element *element, const struct xml_node *node)
{
	for (struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		check_attribute(check, element, node, a);
	for (size_t i = 0; i < 3; i++)
		for (const struct vocabulary_attribute *a = element->attributes[i]; a != NULL && a->name != NULL; a++)
			if (a->must && xml_attribute(node, a->name) == NULL)
				WRONG(check, node->line, COMPLAINT_ATTRIBUTE_MISSING, node->name, a->name,
				    vocabulary_value_wanted(check->arena, check->messages->lang, a));
}

/* ------------------------------------------------------------------------------------------ children */

/* The names that may stand here, the members of groups spelt out. */
static const char **
child_names(size_t *count, struct check *check, const struct vocabulary_child *list, size_t n)
{
	const char **names = arena_array(check->arena, n + 64, sizeof(*names));
	const struct vocabulary_element *element;

	*count = 0;
	for (size_t i = 0; i < n; i++) {
		if (!list[i].group)
			names[(*count)++] = arena_strndup(check->arena, list[i].key, strcspn(list[i].key, ":"));
		for (size_t k = 0;
		     list[i].group && (element = vocabulary_at(check->vocabulary, k)) != NULL && *count < n + 63; k++)
			if (element->group != NULL && strcmp(element->group, list[i].key) == 0)
				names[(*count)++] =
				    arena_strndup(check->arena, element->key, strcspn(element->key, ":"));
	}
	return (names);
}

static const char *
joined(struct arena *arena, const char *const *words, size_t n)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < n; i++)
		buf_printf(&out, "%s%s", i == 0 ? "" : ", ", words[i]);
	return (buf_text(&out));
}

static void
unknown_child(struct check *check, const struct xml_node *parent, const struct xml_node *node,
    const struct vocabulary_child *list, size_t n)
{
	size_t count;
	const char **names = child_names(&count, check, list, n);
	const char *near = did_you_mean(check, node->name, names, count);

	if (count == 0)
		WRONG(check, node->line, COMPLAINT_ELEMENT_IN_EMPTY, node->name, parent->name);
	else if (near[0] != '\0')
		WRONG(check, node->line, COMPLAINT_ELEMENT_MISSPELT, node->name, parent->name, near);
	else
		WRONG(check, node->line, COMPLAINT_ELEMENT_UNKNOWN, node->name, parent->name,
		    joined(check->arena, names, count));
}

static void check_element(struct check *, const struct vocabulary_element *, const struct xml_node *);

static void
check_child(struct check *check, const struct xml_node *parent, const struct xml_node *node,
    const struct vocabulary_child *list, size_t n, int *seen)
{
	const struct vocabulary_element *element;

	if (check->messages->more)
		return;
	for (size_t i = 0; i < n; i++) {
		if ((element = vocabulary_child_element(check->vocabulary, &list[i], node->name)) == NULL)
			continue;
		if (++seen[i] == 2 && (list[i].cardinality == '1' || list[i].cardinality == '?'))
			WRONG(check, node->line, COMPLAINT_ELEMENT_TWICE, node->name, parent->name);
		if (seen[i] == MOST_ALIKE + 1)
			WRONG(check, node->line, COMPLAINT_MANY, parent->name, node->name);
		check_element(check, element, node);
		return;
	}
	unknown_child(check, parent, node, list, n);
}

static void
missing_child(struct check *check, const struct xml_node *node, const struct vocabulary_child *child)
{
	const struct vocabulary_element *element =
	    child->group ? NULL : vocabulary_element(check->vocabulary, child->key);

	if (element == NULL)
		WRONG(check, node->line, COMPLAINT_GROUP_MISSING, node->name);
	else if (element->texts == TEXTS_LEAF)
		WRONG(check, node->line, COMPLAINT_TEXT_MISSING, node->name, element->key);
	else
		WRONG(check, node->line, COMPLAINT_ELEMENT_MISSING, node->name, element->key);
}

static void
check_children(struct check *check, const struct vocabulary_element *element, const struct xml_node *node)
{
	struct vocabulary_child list[VOCABULARY_MOST_CHILDREN];
	size_t n = vocabulary_children(list, VOCABULARY_MOST_CHILDREN, element);
	int seen[VOCABULARY_MOST_CHILDREN] = { 0 };

	for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
		if (child->kind == XML_ELEMENT)
			check_child(check, node, child, list, n, seen);
		else if (!text_blank(child->text))
			WRONG(check, child->line, COMPLAINT_TEXT_LOOSE, node->name,
			    text_excerpt(check->arena, child->text));
	}
	for (size_t i = 0; i < n; i++)
		if (seen[i] == 0 && (list[i].cardinality == '1' || list[i].cardinality == '+'))
			missing_child(check, node, &list[i]);
	/* Texts that may be left out come in both written standards or in none. */
	if (element->texts == TEXTS_MAY && (seen[0] == 0) != (seen[1] == 0))
		WRONG(check, node->line, COMPLAINT_TEXT_MISSING, node->name, seen[0] == 0 ? "nb" : "nn");
}

static void
check_leaf(struct check *check, const struct xml_node *node)
{
	const char *text;

	if (xml_child(node, NULL) != NULL) {
		WRONG(check, node->line, COMPLAINT_TEXT_MARKED_UP, node->name, xml_child(node, NULL)->name);
		return;
	}
	text = xml_content(check->arena, node);
	if (text_blank(text))
		WRONG(check, node->line, COMPLAINT_TEXT_EMPTY, node->name);
	else if (text_length(text) > VOCABULARY_TEXT_MAX)
		WRONG(check, node->line, COMPLAINT_TEXT_LONG, node->name);
}

static void
check_element(struct check *check, const struct vocabulary_element *element, const struct xml_node *node)
{
	/* Past the last message that fits, nothing more is worth finding out. */
	if (check->messages->more)
		return;
	check_attributes(check, element, node);
	if (element->texts == TEXTS_LEAF)
		check_leaf(check, node);
	else
		check_children(check, element, node);
}

bool
vocabulary_check(struct scheme_messages *messages, const struct vocabulary *vocabulary, const struct xml_doc *doc)
{
	struct check check = { .vocabulary = vocabulary, .messages = messages, .arena = messages->arena, .ok = true };

	if (!xml_is(doc->root, vocabulary->roots[0]))
		WRONG(&check, doc->root->line, COMPLAINT_ROOT, doc->root->name, vocabulary->roots[0]);
	else
		check_element(&check, vocabulary_element(vocabulary, vocabulary->roots[0]), doc->root);
	return (check.ok);
}
