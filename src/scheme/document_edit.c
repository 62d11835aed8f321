/* document_edit.c — turns the fields of a form into changes of a document's bytes. */
#include "scheme/document_edit.h"

#include <string.h>

#include "core/text.h"
#include "scheme/document_path.h"
#include "scheme/scheme_read.h"
#include "scheme/scheme_splice.h"

/* An element that the form says something of and that isn't there yet. */
struct new_part {
	struct new_part *next;
	const struct xml_node *parent; /* the element it goes into; NULL when that is new too */
	const char *path;
	const struct vocabulary_element *kind;
	struct splice_element *element;
	size_t place; /* among what may stand in the parent */
};

struct edit {
	struct arena *arena;
	const struct vocabulary *vocabulary;
	const struct xml_doc *doc;
	struct splices splices;
	struct new_part *first, **last; /* as the form has them */
	const char **taken;             /* ids and codes that are in use */
	size_t n_taken, cap_taken;
};

/* What a set is about. */
struct target {
	const struct xml_node *node;           /* the element; NULL when it is new */
	struct new_part *part;                 /* the new element; NULL until something is said of it */
	const struct vocabulary_element *kind; /* NULL: the vocabulary has no such thing */
	const char *path;
	const char *attribute, *lang; /* one of them */
};

/* ------------------------------------------------------------------------------------------ where a name points */

static const struct vocabulary_element *
root_kind(const struct vocabulary *vocabulary)
{
	return (vocabulary_element(vocabulary, vocabulary->roots[0]));
}

/* The name of a path's first step. */
static char *
step_name(struct arena *arena, const char *path)
{
	return (arena_strndup(arena, path, strcspn(path, "/:.+")));
}

static const struct vocabulary_element *
kind_of_step(size_t *place, char *cardinality, struct arena *arena, const struct vocabulary *vocabulary,
    const struct vocabulary_element *parent, const char *path)
{
	return (vocabulary_inside(place, cardinality, vocabulary, parent, step_name(arena, path)));
}

const struct vocabulary_element *
document_kind(char *cardinality, const struct vocabulary *vocabulary, const char *path)
{
	const struct vocabulary_element *kind = root_kind(vocabulary);
	struct arena *arena = arena_new(0);
	size_t place;

	for (*cardinality = '1'; kind != NULL && *path != '\0'; path += strcspn(path, "/"), path += *path == '/')
		kind = kind_of_step(&place, cardinality, arena, vocabulary, kind, path);
	arena_free(arena);
	return (kind);
}

static struct new_part *
find_part(const struct edit *edit, const char *path)
{
	for (struct new_part *part = edit->first; part != NULL; part = part->next)
		if (strcmp(part->path, path) == 0)
			return (part);
	return (NULL);
}

/* The new element of that path, made now when it wasn't; its parents too. */
static struct new_part *
make_part(struct edit *edit, const char *path)
{
	const char *slash = strrchr(path, '/');
	char *parent_path = arena_strndup(edit->arena, path, slash == NULL ? 0 : (size_t)(slash - path));
	struct xml_node *parent = document_find(edit->doc, parent_path);
	struct new_part *part = find_part(edit, path), *outer;
	const struct vocabulary_element *parent_kind;
	char cardinality;

	if (part != NULL)
		return (part);
	outer = parent == NULL ? make_part(edit, parent_path) : NULL;
	parent_kind = document_kind(&cardinality, edit->vocabulary, parent_path);
	part = arena_alloc(edit->arena, sizeof(*part));
	path = slash == NULL ? path : slash + 1;
	*part = (struct new_part){ .parent = parent,
		.path = arena_printf(edit->arena, "%s%s%s", parent_path, slash == NULL ? "" : "/", path) };
	part->kind = kind_of_step(&part->place, &cardinality, edit->arena, edit->vocabulary, parent_kind, path);
	part->element =
	    splice_element_new(edit->arena, outer == NULL ? NULL : outer->element, step_name(edit->arena, path));
	*edit->last = part;
	edit->last = &part->next;
	return (part);
}

static struct target
target_of(struct edit *edit, const char *name)
{
	size_t len = strcspn(name, "@=");
	struct target target = { .path = arena_strndup(edit->arena, name, len) };
	enum lang lang;
	char cardinality;

	if (name[len] == '\0')
		return (target);
	target.kind = document_kind(&cardinality, edit->vocabulary, target.path);
	if (target.kind == NULL)
		return (target);
	if (name[len] == '@' && vocabulary_attribute(target.kind, name + len + 1) != NULL)
		target.attribute = name + len + 1;
	else if (name[len] == '=' && lang_parse(&lang, name + len + 1) &&
		 (target.kind->texts == TEXTS_MUST || target.kind->texts == TEXTS_MAY))
		target.lang = lang_code(lang);
	else
		target.kind = NULL;
	target.node = strchr(target.path, '+') != NULL ? NULL : document_find(edit->doc, target.path);
	return (target);
}

/* ------------------------------------------------------------------------------------------ what is there already */

static void
set_attribute(struct edit *edit, const struct target *target, const char *value)
{
	const struct vocabulary_attribute *attribute = vocabulary_attribute(target->kind, target->attribute);

	/* What others point to stays; so does what was never shown. */
	if (text_blank(value) && (attribute->type == VOCABULARY_ID || attribute->type == VOCABULARY_CODE))
		return;
	splice_attribute(&edit->splices, target->node, target->attribute, text_blank(value) ? NULL : value);
}

/* A text of an element that is there: changed, emptied when the element needs it, taken away, or added. */
static void
set_text(struct edit *edit, const struct target *target, const char *value)
{
	const struct xml_node *text = xml_child(target->node, target->lang);
	bool must = target->kind->texts == TEXTS_MUST && strcmp(target->lang, lang_code(LANG_EN)) != 0;

	if (text != NULL && text_blank(value) && !must)
		splice_remove(&edit->splices, text);
	else if (text != NULL)
		splice_text(&edit->splices, text, value);
	else if (!text_blank(value))
		make_part(edit,
		    arena_printf(edit->arena, "%s%s%s", target->path, *target->path == '\0' ? "" : "/", target->lang))
		    ->element->text = value;
}

static void
set_new(struct edit *edit, const struct target *target, const char *value)
{
	struct new_part *part;

	if (text_blank(value))
		return;
	part = make_part(edit, target->path);
	if (target->attribute != NULL)
		splice_element_attribute(edit->arena, part->element, target->attribute, value);
	else
		splice_element_new(edit->arena, part->element, target->lang)->text = value;
}

/* ------------------------------------------------------------------------------------------ ids of new elements */

static void
take(struct edit *edit, const char *id)
{
	if (edit->n_taken == edit->cap_taken) {
		size_t cap = edit->cap_taken == 0 ? 64 : edit->cap_taken * 2;
		const char **list = arena_array(edit->arena, cap, sizeof(*list));

		if (edit->n_taken > 0)
			memcpy(list, edit->taken, edit->n_taken * sizeof(*list));
		edit->taken = list;
		edit->cap_taken = cap;
	}
	edit->taken[edit->n_taken++] = id;
}

static void
take_all(struct edit *edit, const struct xml_node *node)
{
	if (xml_attribute(node, "id") != NULL)
		take(edit, xml_attribute(node, "id"));
	if (xml_attribute(node, "code") != NULL)
		take(edit, xml_attribute(node, "code"));
	for (const struct xml_node *child = xml_child(node, NULL); child != NULL; child = xml_next(child, NULL))
		take_all(edit, child);
}

/* The first text in bokmål, else any text. */
static const char *
text_inside(const struct splice_element *element, const char *lang)
{
	const char *found = NULL;

	if (element->text != NULL && (lang == NULL || strcmp(element->name, lang) == 0))
		return (element->text);
	for (const struct splice_element *child = element->children; found == NULL && child != NULL;
	     child = child->next)
		found = text_inside(child, lang);
	return (found);
}

static bool
has_attribute(const struct splice_element *element, const char *name)
{
	for (const struct xml_attribute *a = element->attributes; a != NULL; a = a->next)
		if (strcmp(a->name, name) == 0)
			return (true);
	return (false);
}

/* In front of the attributes that are there: an id is what one looks for. */
static void
put_first(struct edit *edit, struct splice_element *element, const char *name, const char *value)
{
	struct xml_attribute *rest = element->attributes;

	element->attributes = NULL;
	splice_element_attribute(edit->arena, element, name, value);
	element->attributes->next = rest;
}

static void
name_part(struct edit *edit, const struct new_part *part)
{
	const char *text = text_inside(part->element, lang_code(LANG_NB)), *id;

	if (text == NULL && (text = text_inside(part->element, NULL)) == NULL)
		text = part->element->name;
	for (size_t i = 0; i < 3; i++)
		for (const struct vocabulary_attribute *a = part->kind->attributes[i]; a != NULL && a->name != NULL;
		     a++) {
			if (!a->must || (a->type != VOCABULARY_ID && a->type != VOCABULARY_CODE) ||
			    has_attribute(part->element, a->name))
				continue;
			id = document_id(edit->arena, text, edit->taken, edit->n_taken);
			take(edit, id);
			put_first(edit, part->element, a->name, id);
		}
}

/* ------------------------------------------------------------------------------------------ putting in what is new */

/* The last element in parent that comes before the place, as elements are usually written. */
static const struct xml_node *
element_before(
    const struct edit *edit, const struct xml_node *parent, const struct vocabulary_element *kind, size_t place)
{
	const struct xml_node *found = NULL;
	char cardinality;
	size_t own;

	for (const struct xml_node *child = xml_child(parent, NULL); child != NULL; child = xml_next(child, NULL))
		if (vocabulary_inside(&own, &cardinality, edit->vocabulary, kind, child->name) != NULL && own <= place)
			found = child;
	return (found);
}

/* All that goes to one place of one parent, in the order of places; those put in are taken off the list. */
static void
insert_beside(struct edit *edit, const struct new_part *first, const struct vocabulary_element *parent_kind)
{
	const struct xml_node *after = element_before(edit, first->parent, parent_kind, first->place);
	struct splice_element *list = NULL, **tail = &list;

	for (size_t place = 0; place < VOCABULARY_MOST_CHILDREN; place++)
		for (struct new_part *part = edit->first; part != NULL; part = part->next)
			if (part->parent == first->parent && part->place == place && part->element != NULL &&
			    element_before(edit, part->parent, parent_kind, place) == after) {
				*tail = part->element;
				tail = &part->element->next;
				part->element = NULL;
			}
	splice_insert(&edit->splices, first->parent, after, list);
}

static void
insert_all(struct edit *edit)
{
	char cardinality;

	for (struct new_part *part = edit->first; part != NULL; part = part->next)
		name_part(edit, part);
	for (struct new_part *part = edit->first; part != NULL; part = part->next)
		if (part->parent != NULL && part->element != NULL)
			insert_beside(edit, part,
			    document_kind(&cardinality, edit->vocabulary, document_path(edit->arena, part->parent)));
}

/* ------------------------------------------------------------------------------------------ taking away what is blank
 */

/* Nothing but blank texts, and no attribute beyond those that only name it. */
static bool
says_nothing(const struct xml_node *node)
{
	for (const struct xml_attribute *a = node->attributes; a != NULL; a = a->next)
		if (strcmp(a->name, "id") != 0 && strcmp(a->name, "code") != 0 && strcmp(a->name, "source") != 0)
			return (false);
	for (const struct xml_node *child = node->children; child != NULL; child = child->next)
		if (child->kind == XML_TEXT ? !text_blank(child->text) : !says_nothing(child))
			return (false);
	return (true);
}

/* The outermost element around it that says nothing without it and that may be left out; NULL when it must stay. */
static const struct xml_node *
leaves(const struct edit *edit, const struct xml_node *node)
{
	const struct xml_node *found = NULL;
	char cardinality;

	for (; node->parent != NULL && says_nothing(node); node = node->parent) {
		if (document_kind(&cardinality, edit->vocabulary, document_path(edit->arena, node)) == NULL)
			break;
		if (cardinality != '1')
			found = node;
	}
	return (found);
}

static enum status
read_again(struct xml_doc **doc, struct edit *edit, const char *text, size_t len)
{
	struct xml_error error;

	return (xml_read(doc, &error, edit->arena, edit->doc->ns, edit->doc->name, text, len));
}

static enum status
take_blank_away(struct document_edit *out, struct edit *edit, const struct document_set *sets, size_t n)
{
	const struct xml_node *node;
	struct xml_doc *doc;
	enum status st;

	if ((st = read_again(&doc, edit, out->text, out->len)) != OK)
		return (st);
	edit->doc = doc;
	edit->splices = splices_new(edit->arena, doc);
	for (size_t i = 0; i < n; i++) {
		struct target target = target_of(edit, sets[i].name);

		if (target.node != NULL && (node = leaves(edit, target.node)) != NULL)
			splice_remove(&edit->splices, node);
	}
	if (edit->splices.n > 0)
		out->text = splices_apply(&out->len, &edit->splices);
	return (OK);
}

/* ------------------------------------------------------------------------------------------ the whole */

static size_t
how_much(const struct edit *edit)
{
	size_t n = edit->splices.n;

	for (const struct new_part *part = edit->first; part != NULL; part = part->next)
		for (const struct splice_element *e = part->element; e != NULL; e = e->next) {
			n++;
			for (const struct xml_attribute *a = e->attributes; a != NULL; a = a->next)
				n++;
			for (const struct splice_element *c = e->children; c != NULL; c = c->next)
				n++;
		}
	return (n);
}

static enum status
set_one(struct document_edit *out, struct edit *edit, const struct document_set *set)
{
	struct target target = target_of(edit, set->name);
	size_t before = how_much(edit);

	if (target.kind == NULL)
		return (ERR_INVALID);
	if (target.node == NULL)
		set_new(edit, &target, set->value);
	else if (target.attribute != NULL)
		set_attribute(edit, &target, set->value);
	else
		set_text(edit, &target, set->value);
	if (how_much(edit) > before)
		out->changed[out->n_changed++] = set->name;
	return (OK);
}

enum status
document_edit_sets(struct document_edit *out, struct arena *arena, const struct vocabulary *vocabulary,
    const struct xml_doc *doc, const struct document_set *sets, size_t n)
{
	struct edit edit = { .arena = arena, .vocabulary = vocabulary, .doc = doc };
	enum status st;

	edit.splices = splices_new(arena, doc);
	edit.last = &edit.first;
	*out = (struct document_edit){
		.text = doc->source, .len = doc->source_len, .changed = arena_array(arena, n + 1, sizeof(*out->changed))
	};
	take_all(&edit, doc->root);
	for (size_t i = 0; i < n; i++)
		if ((st = set_one(out, &edit, &sets[i])) != OK)
			return (st);
	if (out->n_changed == 0)
		return (OK);
	insert_all(&edit);
	out->text = splices_apply(&out->len, &edit.splices);
	return (take_blank_away(out, &edit, sets, n));
}
