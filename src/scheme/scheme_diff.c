/* scheme_diff.c — finds where two versions of a scheme say different things, matching what is the same by its name. */
#include "scheme/scheme_diff.h"

#include <string.h>

#include "core/text.h"
#include "scheme/scheme_diff_parts.h"
#include "scheme/scheme_read.h"
#include "scheme/vocabulary.h"
#include "xml/xml_write.h"

/* What names an element among its siblings where it isn't its id. An element without either is told by its place. */
static const struct {
	const char *element, *attribute;
} names[] = {
	{ "applicant", "type" },
	{ "anchor", "mark" },
	{ "option", "code" },
	{ "cost-type", "code" },
	{ "item", "code" },
	{ "requires", "register" },
};

/* NULL is a value of its own: nothing is said. */
static bool
same(const char *a, const char *b)
{
	return (a == NULL || b == NULL ? a == b : strcmp(a, b) == 0);
}

static const char *
name_attribute(const struct xml_node *node)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i].element, node->name) == 0)
			return (names[i].attribute);
	return ("id");
}

static bool
is_text(const struct xml_node *node)
{
	enum lang lang;

	return (node->kind != XML_ELEMENT || lang_parse(&lang, node->name));
}

/* --- what a node says by itself ---------------------------------------------------------------------------------- */

/* White space outside quotes means nothing, except around "-", which may also stand inside a name. */
static const char *
expression_normal(struct arena *arena, const char *text)
{
	struct buf out = buf_new(arena);
	char quote = '\0', last = ' ';
	bool gap = false;

	for (; *text != '\0'; text++) {
		if (quote == '\0' && strchr(" \t\r\n", *text) != NULL) {
			gap = true;
			continue;
		}
		if (gap && strchr("(),=<>!+*", last) == NULL && strchr("(),=<>!+*", *text) == NULL)
			buf_putc(&out, ' ');
		gap = false;
		if (*text == quote)
			quote = '\0';
		else if (quote == '\0' && (*text == '\'' || *text == '"'))
			quote = *text;
		buf_putc(&out, last = *text);
	}
	return (buf_text(&out));
}

static const char *
value_normal(struct arena *arena, const struct xml_node *node, const char *attribute)
{
	const struct vocabulary_element *element = vocabulary_element(&scheme_vocabulary, node->name);
	const struct vocabulary_attribute *known = element == NULL ? NULL : vocabulary_attribute(element, attribute);
	const char *value = xml_attribute(node, attribute);

	if (value == NULL)
		return (NULL);
	value = scheme_text_normal(arena, value);
	return (known != NULL && known->type == VOCABULARY_EXPRESSION ? expression_normal(arena, value) : value);
}

static void
compare_attribute(struct diff *d, const struct xml_node *before, const struct xml_node *after, const char *attribute)
{
	struct difference difference = { .kind = DIFFERENCE_ATTRIBUTE,
		.before = before,
		.after = after,
		.attribute = attribute,
		.value_before = value_normal(d->arena, before, attribute),
		.value_after = value_normal(d->arena, after, attribute) };

	if (!same(difference.value_before, difference.value_after))
		difference_tell(d, &difference);
}

static void
compare_attributes(struct diff *d, const struct xml_node *before, const struct xml_node *after)
{
	for (const struct xml_attribute *a = after->attributes; a != NULL; a = a->next)
		compare_attribute(d, before, after, a->name);
	for (const struct xml_attribute *a = before->attributes; a != NULL; a = a->next)
		if (xml_attribute(after, a->name) == NULL)
			compare_attribute(d, before, after, a->name);
}

static void
compare_texts(struct diff *d, const struct xml_node *before, const struct xml_node *after)
{
	struct difference difference = { .kind = DIFFERENCE_TEXT, .before = before, .after = after };

	for (enum lang lang = 0; lang < LANG__MAX; lang++)
		if (!same(node_text(d->arena, before, lang), node_text(d->arena, after, lang)))
			difference.langs[difference.n_langs++] = lang;
	if (difference.n_langs > 0)
		difference_tell(d, &difference);
}

/* --- what stands inside ------------------------------------------------------------------------------------------ */

/* An element's children with their counterparts. */
struct inside {
	const struct xml_node **list;
	const struct xml_node **other; /* NULL: none */
	size_t n;
};

/* Fields are matched over the whole form, not section by section. */
static struct inside
inside_of(struct arena *arena, const struct xml_node *node)
{
	struct inside inside = { 0 };

	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		inside.n++;
	inside.list = arena_array(arena, inside.n, sizeof(struct xml_node *));
	inside.other = arena_array(arena, inside.n, sizeof(struct xml_node *));
	inside.n = 0;
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		if (!is_text(child) && !node_is_field(child))
			inside.list[inside.n++] = child;
	return (inside);
}

static const char *
written(struct arena *arena, const struct xml_node *node)
{
	struct buf out = buf_new(arena);
	struct xml_writer w = xml_writer_new(&out, NULL);

	xml_write_node(&w, node);
	return (scheme_text_normal(arena, buf_text(&out)));
}

/* Whether the two are one thing: by name where both have one; else, in the first round, when they say the same. */
static bool
match(struct arena *arena, const struct xml_node *a, const struct xml_node *b, bool exact)
{
	const char *name_a = xml_attribute(a, name_attribute(a)), *name_b = xml_attribute(b, name_attribute(b));

	if (strcmp(a->name, b->name) != 0)
		return (false);
	if (name_a != NULL || name_b != NULL)
		return (same(name_a, name_b));
	return (!exact || strcmp(written(arena, a), written(arena, b)) == 0);
}

static void
match_all(struct arena *arena, struct inside *before, struct inside *after, bool exact)
{
	for (size_t i = 0; i < after->n; i++)
		for (size_t k = 0; k < before->n && after->other[i] == NULL; k++)
			if (before->other[k] == NULL && match(arena, before->list[k], after->list[i], exact)) {
				after->other[i] = before->list[k];
				before->other[k] = after->list[i];
			}
}

static void
tell_removed(struct diff *d, const struct xml_node *node)
{
	difference_tell(d, &(struct difference){ .kind = DIFFERENCE_REMOVED, .before = node });
}

static void
tell_added(struct diff *d, const struct xml_node *node)
{
	difference_tell(d, &(struct difference){ .kind = DIFFERENCE_ADDED, .after = node });
}

/* Whether what both have stands in another order now. */
static bool
reordered(const struct inside *before, const struct inside *after)
{
	size_t k = 0;

	for (size_t i = 0; i < after->n; i++) {
		if (after->other[i] == NULL)
			continue;
		while (k < before->n && before->other[k] == NULL)
			k++;
		if (before->list[k++] != after->other[i])
			return (true);
	}
	return (false);
}

static void compare(struct diff *d, const struct xml_node *before, const struct xml_node *after);

static void
compare_inside(struct diff *d, const struct xml_node *before, const struct xml_node *after)
{
	struct inside a = inside_of(d->arena, before), b = inside_of(d->arena, after);
	size_t k = 0;

	match_all(d->arena, &a, &b, true);
	match_all(d->arena, &a, &b, false);
	for (size_t i = 0; i < b.n; i++) {
		if (b.other[i] == NULL) {
			tell_added(d, b.list[i]);
			continue;
		}
		for (; k < a.n && a.list[k] != b.other[i]; k++)
			if (a.other[k] == NULL)
				tell_removed(d, a.list[k]);
		compare(d, b.other[i], b.list[i]);
		k += k < a.n;
	}
	for (; k < a.n; k++)
		if (a.other[k] == NULL)
			tell_removed(d, a.list[k]);
	if (reordered(&a, &b))
		difference_tell(d, &(struct difference){ .kind = DIFFERENCE_ORDER, .before = before, .after = after });
}

/* Sources and examples say nothing to anybody who applies: that they differ is enough. */
static bool
is_examples(const struct xml_node *node)
{
	return (strcmp(node->name, "tests") == 0);
}

static void
compare_examples(struct diff *d, const struct xml_node *before, const struct xml_node *after)
{
	if (strcmp(written(d->arena, before), written(d->arena, after)) != 0)
		difference_tell(d, &(struct difference){ .kind = DIFFERENCE_TEXT, .before = before, .after = after });
}

static void compare_form(struct diff *d, const struct xml_node *before, const struct xml_node *after);

static void
compare(struct diff *d, const struct xml_node *before, const struct xml_node *after)
{
	if (is_examples(after)) {
		compare_examples(d, before, after);
		return;
	}
	if (strcmp(before->name, after->name) != 0)
		difference_tell(d, &(struct difference){ .kind = DIFFERENCE_TYPE, .before = before, .after = after });
	compare_texts(d, before, after);
	compare_attributes(d, before, after);
	if (strcmp(after->name, "form") == 0)
		compare_form(d, before, after);
	else
		compare_inside(d, before, after);
}

/* --- the form ---------------------------------------------------------------------------------------------------- */

/* Every question of a form, in order; those inside a group follow it. */
struct fields {
	const struct xml_node **list;
	size_t n;
};

static size_t
fields_add(const struct xml_node **list, size_t n, const struct xml_node *node)
{
	for (const struct xml_node *child = node->children; child != NULL; child = child->next) {
		if (is_text(child))
			continue;
		if (node_is_field(child)) {
			if (list != NULL)
				list[n] = child;
			n++;
		}
		n = fields_add(list, n, child);
	}
	return (n);
}

static struct fields
fields_of(struct arena *arena, const struct xml_node *form)
{
	struct fields fields = { .n = fields_add(NULL, 0, form) };

	fields.list = arena_array(arena, fields.n, sizeof(struct xml_node *));
	(void)fields_add(fields.list, 0, form);
	return (fields);
}

/* A question in a group is another one than a question of that id beside the group. */
static bool
same_field(const struct xml_node *a, const struct xml_node *b)
{
	const struct xml_node *in_a = node_field(a->parent), *in_b = node_field(b->parent);

	if (!same(xml_attribute(a, "id"), xml_attribute(b, "id")) || (in_a == NULL) != (in_b == NULL))
		return (false);
	return (in_a == NULL || same_field(in_a, in_b));
}

static const struct xml_node *
field_find(const struct fields *fields, const struct xml_node *like)
{
	for (size_t i = 0; i < fields->n; i++)
		if (same_field(fields->list[i], like))
			return (fields->list[i]);
	return (NULL);
}

static bool
same_parent(const struct xml_node *a, const struct xml_node *b)
{
	return (same(xml_attribute(a->parent, "id"), xml_attribute(b->parent, "id")));
}

static void
compare_field(struct diff *d, const struct xml_node *before, const struct xml_node *after)
{
	if (!same_parent(before, after))
		difference_tell(d, &(struct difference){ .kind = DIFFERENCE_MOVED, .before = before, .after = after });
	compare(d, before, after);
}

/* The questions of one parent that both forms have there, in the order of fields. */
static struct fields
common(const struct diff *d, const struct fields *fields, const struct fields *others, const char *parent)
{
	struct fields out = { .list = arena_array(d->arena, fields->n, sizeof(struct xml_node *)) };

	for (size_t i = 0; i < fields->n; i++) {
		const struct xml_node *other = field_find(others, fields->list[i]);

		if (other != NULL && same_parent(other, fields->list[i]) &&
		    same(xml_attribute(fields->list[i]->parent, "id"), parent))
			out.list[out.n++] = fields->list[i];
	}
	return (out);
}

static void
compare_order(struct diff *d, const struct fields *before, const struct fields *after, const struct xml_node *section)
{
	const char *id = xml_attribute(section, "id");
	struct fields a = common(d, before, after, id), b = common(d, after, before, id);

	for (size_t i = 0; i < b.n && i < a.n; i++)
		if (!same_field(a.list[i], b.list[i])) {
			difference_tell(
			    d, &(struct difference){
				   .kind = DIFFERENCE_ORDER, .before = a.list[i]->parent, .after = section });
			return;
		}
}

static void
compare_form(struct diff *d, const struct xml_node *before, const struct xml_node *after)
{
	struct fields a = fields_of(d->arena, before), b = fields_of(d->arena, after);

	compare_inside(d, before, after);
	for (size_t i = 0; i < b.n; i++) {
		const struct xml_node *old = field_find(&a, b.list[i]);

		if (old == NULL)
			tell_added(d, b.list[i]);
		else
			compare_field(d, old, b.list[i]);
		if (i + 1 == b.n || b.list[i + 1]->parent != b.list[i]->parent)
			compare_order(d, &a, &b, b.list[i]->parent);
	}
	for (size_t i = 0; i < a.n; i++)
		if (field_find(&b, a.list[i]) == NULL)
			tell_removed(d, a.list[i]);
}

/* --- nodes ------------------------------------------------------------------------------------------------------- */

const char *
node_text(struct arena *arena, const struct xml_node *node, enum lang lang)
{
	const struct xml_node *leaf = xml_child(node, lang_code(lang));

	return (leaf == NULL ? NULL : scheme_text_normal(arena, xml_content(arena, leaf)));
}

const char *
node_text_shown(const struct diff *d, const struct xml_node *node)
{
	const char *text = node_text(d->arena, node, d->lang);

	if (text == NULL)
		text = node_text(d->arena, node, LANG_NB);
	return (text == NULL ? "" : text);
}

bool
node_is_field(const struct xml_node *node)
{
	const struct vocabulary_element *element = vocabulary_element(&scheme_vocabulary, node->name);

	return (element != NULL && text_equal(element->group, "field"));
}

const struct xml_node *
node_field(const struct xml_node *node)
{
	while (node != NULL && !node_is_field(node))
		node = node->parent;
	return (node);
}

const char *
node_part(const struct xml_node *node)
{
	while (node->parent != NULL && node->parent->parent != NULL)
		node = node->parent;
	return (node->name);
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

enum status
scheme_diff(struct scheme_changes *out, struct arena *arena, const char *before, const char *after, enum lang lang)
{
	struct diff d = { arena, lang, out };
	struct xml_doc *a, *b;
	struct xml_error error;
	enum status st;

	*out = (struct scheme_changes){ .arena = arena };
	if ((st = xml_read(&a, &error, arena, SCHEME_NS, "before", before, strlen(before))) != OK ||
	    (st = xml_read(&b, &error, arena, SCHEME_NS, "after", after, strlen(after))) != OK)
		return (st);
	compare(&d, a->root, b->root);
	return (OK);
}
