/* scheme_form.c — the groups, rows and lists of a form, as the vocabulary says what may stand in an element. */
#include "web/scheme_form.h"

#include <stdio.h>
#include <string.h>

#include "core/catalogue.h"
#include "gen/html_part_edit_item.h"
#include "gen/html_part_edit_list.h"
#include "gen/html_part_edit_row.h"
#include "scheme/document_path.h"

#define MANY_ATTRIBUTES 12 /* an element with more gets a page of its own */
#define MANY_CHILDREN 13   /* likewise; the texts count */

/* An element in the form, there or not. */
struct place {
	const char *path;
	const struct xml_node *node; /* NULL when it isn't there */
	const struct vocabulary_element *kind;
	struct vocabulary_words words;
	char cardinality;
};

/* ------------------------------------------------------------------------------------------ words */

static const char *
join(struct arena *arena, const char *path, const char *step)
{
	return (*path == '\0' ? step : arena_printf(arena, "%s/%s", path, step));
}

static const char *
name_of(struct arena *arena, const struct vocabulary_element *kind)
{
	return (arena_strndup(arena, kind->key, strcspn(kind->key, ":")));
}

static const char *
anchor_of(const struct scheme_form *form, const char *path)
{
	return (arena_printf(form->ctx->arena, EDIT_ANCHOR "%s", *path == '\0' ? "ordningen" : path));
}

/* ------------------------------------------------------------------------------------------ what it is */

static bool
is_repeated(char cardinality)
{
	return (cardinality == '*' || cardinality == '+');
}

/* Ids are for rules, not for people to choose; what is left out of a shared document has no page. */
static bool
is_hidden(const struct vocabulary_attribute *attribute)
{
	return (
	    attribute->type == VOCABULARY_ID ? strcmp(attribute->name, "id") == 0 : attribute->type == VOCABULARY_CODE);
}

static size_t
count_attributes(const struct vocabulary_element *kind)
{
	size_t n = 0;

	for (size_t i = 0; i < 3; i++)
		for (const struct vocabulary_attribute *a = kind->attributes[i]; a != NULL && a->name != NULL; a++)
			n += !is_hidden(a);
	return (n);
}

static bool
has_texts(const struct vocabulary_element *kind)
{
	return (kind->texts == TEXTS_MUST || kind->texts == TEXTS_MAY);
}

/* Whether any number of something may stand inside. */
static bool
has_lists(const struct vocabulary_element *kind)
{
	struct vocabulary_child list[VOCABULARY_MOST_CHILDREN];
	size_t n = vocabulary_children(list, VOCABULARY_MOST_CHILDREN, kind);

	for (size_t i = 0; i < n; i++)
		if (list[i].group || is_repeated(list[i].cardinality))
			return (true);
	return (false);
}

static bool
has_group(const struct vocabulary_element *kind)
{
	return (strchr(kind->children, '@') != NULL);
}

/* Whether it is written where its list stands; otherwise it has a page of its own. */
static bool
fits_in_a_row(const struct vocabulary_element *kind)
{
	struct vocabulary_child list[VOCABULARY_MOST_CHILDREN];

	return (!has_group(kind) && count_attributes(kind) <= MANY_ATTRIBUTES &&
		vocabulary_children(list, VOCABULARY_MOST_CHILDREN, kind) < MANY_CHILDREN);
}

static struct place
place_of(struct scheme_form *form, const char *path, const struct vocabulary_element *kind, char cardinality)
{
	return ((struct place){ .path = path,
	    .node = document_find(form->doc, path),
	    .kind = kind,
	    .words = vocabulary_words(form->ctx->lang, form->vocabulary, kind, NULL),
	    .cardinality = cardinality });
}

/* ------------------------------------------------------------------------------------------ growing lists of parts */

#define PARTS(type)                                                                                                    \
	struct type##_list {                                                                                           \
		struct html_part_##type *list;                                                                         \
		size_t n, cap;                                                                                         \
	};                                                                                                             \
	static struct html_part_##type *type##_add(struct arena *arena, struct type##_list *parts)                     \
	{                                                                                                              \
		if (parts->n == parts->cap) {                                                                          \
			size_t cap = parts->cap == 0 ? 8 : parts->cap * 2;                                             \
			struct html_part_##type *list = arena_array(arena, cap, sizeof(*list));                        \
                                                                                                                       \
			if (parts->n > 0)                                                                              \
				memcpy(list, parts->list, parts->n * sizeof(*list));                                   \
			parts->list = list;                                                                            \
			parts->cap = cap;                                                                              \
		}                                                                                                      \
		return (&parts->list[parts->n++]);                                                                     \
	}

PARTS(edit_item)
PARTS(edit_row)
PARTS(edit_list)

/* What is gathered for a group or a row: that which is always shown, and that which is behind "Flere valg". */
struct inside {
	struct edit_item_list items, more_items;
	struct edit_row_list subs, more_subs;
	struct edit_list_list lists, more_lists;
	bool more_in_use; /* something behind it says something */
	bool has_lists;   /* there is more than a row can hold */
};

/* ------------------------------------------------------------------------------------------ texts and attributes */

/* An element that may do without a text of its own calls it what the words say, or an explanation. */
static struct vocabulary_words
text_words(struct scheme_form *form, const struct place *place, const char *label)
{
	struct vocabulary_words words = vocabulary_words(form->ctx->lang, form->vocabulary, place->kind, "=");

	if (words.known)
		return (words);
	words = place->words;
	words.label = label;
	if (place->kind->texts == TEXTS_MAY && count_attributes(place->kind) > 0) {
		words.label = tr(form->ctx->lang, "Forklaring med ord");
		words.help = "";
		words.more = true;
	}
	return (words);
}

static bool
has_own_text(const struct place *place)
{
	return (place->node != NULL && (xml_child(place->node, "nb") != NULL || xml_child(place->node, "nn") != NULL));
}

static void
add_texts(struct inside *in, struct scheme_form *form, const struct place *place, const char *label)
{
	struct vocabulary_words words = text_words(form, place, label);
	bool more = words.more || place->words.more;
	struct html_part_edit_item *item = edit_item_add(form->ctx->arena, more ? &in->more_items : &in->items);

	scheme_form_texts(item, form, place->kind, place->path, words.label, words.help, words.long_text,
	    place->kind->texts == TEXTS_MAY || place->cardinality == '?');
	in->more_in_use = in->more_in_use || (more && has_own_text(place));
}

/* Behind "Flere valg": what is seldom needed, unless what is chosen elsewhere says otherwise. */
static bool
is_behind(const struct scheme_form *form, const struct place *place, const char *attribute, bool seldom)
{
	enum scheme_form_place where = scheme_form_place(form, place->path, place->kind, attribute);

	return (where == FORM_AS_USUAL ? seldom : where == FORM_BEHIND);
}

static void
add_attribute(struct inside *in, struct scheme_form *form, const struct place *place,
    const struct vocabulary_attribute *attribute)
{
	struct vocabulary_words words =
	    vocabulary_words(form->ctx->lang, form->vocabulary, place->kind, attribute->name);
	bool more = place->words.more || is_behind(form, place, attribute->name, words.more);

	scheme_form_attribute(edit_item_add(form->ctx->arena, more ? &in->more_items : &in->items), form, place->kind,
	    attribute, place->path);
	in->more_in_use =
	    in->more_in_use || (more && place->node != NULL && xml_attribute(place->node, attribute->name) != NULL);
}

static void
add_attributes(struct inside *in, struct scheme_form *form, const struct place *place)
{
	for (size_t i = 0; i < 3; i++)
		for (const struct vocabulary_attribute *a = place->kind->attributes[i]; a != NULL && a->name != NULL;
		     a++)
			if (!is_hidden(a))
				add_attribute(in, form, place, a);
}

/* ------------------------------------------------------------------------------------------ rows */

static void add_children(struct inside *in, struct scheme_form *form, const struct place *place, int depth);

static const char *
button(struct arena *arena, const char *what, const char *path)
{
	return (arena_printf(arena, "%s:%s", what, path));
}

static void
row_problems(struct html_part_edit_row *out, struct scheme_form *form, const char *path)
{
	struct html_part_edit_row_problems *problems;
	const char **texts;
	size_t n = scheme_form_tell(&texts, form, path, out->anchor, out->legend);

	problems = arena_array(form->ctx->arena, n + 1, sizeof(*problems));
	for (size_t i = 0; i < n; i++)
		problems[i].text = texts[i];
	out->problems = problems;
	out->n_problems = n;
	out->open = out->open || n > 0;
}

/* An element that is written where it stands. */
static void
row_fill(struct html_part_edit_row *out, struct scheme_form *form, const struct place *place, const char *legend)
{
	struct arena *arena = form->ctx->arena;
	struct inside in = { 0 };

	if (has_texts(place->kind))
		add_texts(&in, form,
		    &(struct place){ place->path, place->node, place->kind,
			{ .label = place->words.label, .long_text = place->words.long_text }, place->cardinality },
		    place->words.label);
	for (size_t i = 0; i < 3; i++)
		for (const struct vocabulary_attribute *a = place->kind->attributes[i]; a != NULL && a->name != NULL;
		     a++)
			if (!is_hidden(a))
				add_attribute(&in, form,
				    &(struct place){ .path = place->path, .node = place->node, .kind = place->kind },
				    a);
	add_children(&in, form, place, 2);
	*out = (struct html_part_edit_row){ .anchor = anchor_of(form, place->path),
		.legend = legend,
		.items = in.items.list,
		.n_items = in.items.n,
		.more = in.more_items.list,
		.n_more = in.more_items.n,
		.open = in.more_in_use };
	if (in.has_lists && place->node != NULL)
		out->url = arena_printf(arena, "%s%s", form->element_url, scheme_form_query(arena, place->path));
	row_problems(out, form, place->path);
}

/* ------------------------------------------------------------------------------------------ lists */

/* How many more can be written before the page is saved. */
static size_t
blank_rows(const struct vocabulary_element *kind)
{
	static const struct {
		const char *name;
		size_t n;
	} often[] = { { "option", 4 }, { "cost-type", 4 }, { "criterion", 3 }, { "goal", 2 }, { "anchor", 3 },
		{ "decision", 1 } };

	for (size_t i = 0; i < sizeof(often) / sizeof(often[0]); i++)
		if (vocabulary_named(kind->key, often[i].name))
			return (often[i].n);
	return (1);
}

static void
list_rows(struct html_part_edit_list *out, struct scheme_form *form, const char *parent, const struct place *of)
{
	struct arena *arena = form->ctx->arena;
	const struct xml_node *in = document_find(form->doc, parent);
	const char *name = name_of(arena, of->kind);
	size_t n = in == NULL ? 0 : document_count(in, name), i = 0;
	struct html_part_edit_row *rows = arena_array(arena, n + 1, sizeof(*rows));

	for (const struct xml_node *at = n == 0 ? NULL : xml_child(in, name); at != NULL;
	     at = xml_next(at, name), i++) {
		const char *path = document_path(arena, at);
		struct place place = place_of(form, path, of->kind, of->cardinality);

		row_fill(&rows[i], form, &place, scheme_form_title(form, at, of->kind));
		rows[i].remove = button(arena, "fjern", path);
		rows[i].up = i > 0 ? button(arena, "opp", path) : NULL;
		rows[i].down = i + 1 < n ? button(arena, "ned", path) : NULL;
	}
	out->rows = rows;
	out->n_rows = n;
}

static void
list_blank(struct html_part_edit_list *out, struct scheme_form *form, const char *parent, const struct place *of)
{
	struct arena *arena = form->ctx->arena;
	size_t n = blank_rows(of->kind);
	struct html_part_edit_row *rows = arena_array(arena, n, sizeof(*rows));

	for (size_t i = 0; i < n; i++) {
		const char *step = arena_printf(arena, "%s+%zu", name_of(arena, of->kind), i + 1);
		struct place place = place_of(form, join(arena, parent, step), of->kind, of->cardinality);

		row_fill(&rows[i], form, &place, n == 1 ? out->add : arena_printf(arena, "%s (%zu)", out->add, i + 1));
	}
	out->blank = rows;
	out->n_blank = n;
	out->open = out->n_rows == 0 && of->cardinality == '+' && document_find(form->doc, parent) != NULL;
}

static void
link_fill(struct html_part_edit_list_links *out, struct scheme_form *form, const struct xml_node *node,
    const struct vocabulary_element *kind, bool group)
{
	struct arena *arena = form->ctx->arena;
	const char *path = document_path(arena, node), **texts;

	*out = (struct html_part_edit_list_links){ .anchor = anchor_of(form, path),
		.url = arena_printf(arena, "%s%s", form->element_url, scheme_form_query(arena, path)),
		.title = scheme_form_title(form, node, kind),
		.remove = button(arena, "fjern", path) };
	if (group)
		out->hint = vocabulary_words(form->ctx->lang, form->vocabulary, kind, NULL).label;
	out->wrong = scheme_form_tell(&texts, form, path, out->anchor, out->title) > 0;
}

/* Elements that have pages of their own: those of a name, or of a group. */
static void
list_links(
    struct html_part_edit_list *out, struct scheme_form *form, const char *parent, const struct vocabulary_child *child)
{
	struct arena *arena = form->ctx->arena;
	const struct xml_node *in = document_find(form->doc, parent);
	const struct vocabulary_element *kind;
	struct html_part_edit_list_links *links;
	size_t n = 0;

	links = arena_array(arena, in == NULL ? 1 : document_count(in, NULL) + 1, sizeof(*links));
	for (const struct xml_node *at = in == NULL ? NULL : xml_child(in, NULL); at != NULL; at = xml_next(at, NULL)) {
		if ((kind = vocabulary_child_element(form->vocabulary, child, at->name)) == NULL)
			continue;
		link_fill(&links[n], form, at, kind, child->group);
		if (n > 0) {
			links[n].up = button(arena, "opp", document_path(arena, at));
			links[n - 1].down = button(arena, "ned", links[n - 1].remove + strlen("fjern:"));
		}
		n++;
	}
	out->links = links;
	out->n_links = n;
}

static void
add_list(struct inside *in, struct scheme_form *form, const struct place *place, const struct vocabulary_child *child)
{
	const char *parent = place->path;
	struct arena *arena = form->ctx->arena;
	const struct vocabulary_element *kind = child->group ? NULL : vocabulary_element(form->vocabulary, child->key);
	struct place of = { .cardinality = child->cardinality };
	struct html_part_edit_list *list;

	if (kind != NULL)
		of = place_of(form, parent, kind, child->cardinality);
	of.words.more = of.words.more || place->words.more;
	list = edit_list_add(arena, of.words.more ? &in->more_lists : &in->lists);
	*list = (struct html_part_edit_list){ .anchor = anchor_of(form, join(arena, parent, child->key)),
		.legend = of.words.label,
		.help = of.words.help,
		.add = of.words.label == NULL || *of.words.add != '\0'
			   ? of.words.add
			   : tr_printf(arena, form->ctx->lang, "Legg til: %s", of.words.label) };
	if (kind != NULL && fits_in_a_row(kind)) {
		list_rows(list, form, parent, &of);
		list_blank(list, form, parent, &of);
		in->more_in_use = in->more_in_use || (of.words.more && list->n_rows > 0);
		return;
	}
	list_links(list, form, parent, child);
	list->add_url =
	    child->group ? arena_printf(arena, "%s%s&ny=1", form->element_url, scheme_form_query(arena, parent))
			 : arena_printf(arena, "%s%s", form->element_url,
			       scheme_form_query(arena, join(arena, parent, arena_printf(arena, "%s+1", child->key))));
	if (child->group) {
		list->legend = tr(form->ctx->lang, "Spørsmål");
		list->add = tr(form->ctx->lang, "Nytt spørsmål");
	}
}

/* ------------------------------------------------------------------------------------------ what there is one of */

/* An element with several things in it, set apart. */
static void
add_sub(struct inside *in, struct scheme_form *form, const struct place *place)
{
	struct html_part_edit_row *row = edit_row_add(form->ctx->arena, place->words.more ? &in->more_subs : &in->subs);

	row_fill(row, form, place, place->words.label);
	row->help = place->words.help;
	in->more_in_use = in->more_in_use || (place->words.more && place->node != NULL);
}

/* An element with lists and more besides: on a page of its own, whether it is there or not. */
static void
add_page(struct inside *in, struct scheme_form *form, const struct place *place)
{
	struct arena *arena = form->ctx->arena;
	struct html_part_edit_list *list = edit_list_add(arena, place->words.more ? &in->more_lists : &in->lists);
	struct html_part_edit_list_links *link = arena_alloc(arena, sizeof(*link));
	const char **texts;

	*link = (struct html_part_edit_list_links){ .anchor = anchor_of(form, place->path),
		.url = arena_printf(arena, "%s%s", form->element_url, scheme_form_query(arena, place->path)),
		.title = place->words.label,
		.hint = place->node == NULL ? tr(form->ctx->lang, "ikke i bruk") : NULL };
	if (place->node != NULL)
		link->remove = button(arena, "fjern", place->path);
	link->wrong = scheme_form_tell(&texts, form, place->path, link->anchor, link->title) > 0;
	*list = (struct html_part_edit_list){
		.anchor = arena_printf(arena, "%s=", link->anchor), .links = link, .n_links = 1
	};
	in->more_in_use = in->more_in_use || (place->words.more && place->node != NULL);
}

static void
add_single(struct inside *in, struct scheme_form *form, const struct place *place, int depth)
{
	size_t attributes = count_attributes(place->kind);

	if (has_lists(place->kind) && depth > 1) {
		in->has_lists = true;
	} else if (has_lists(place->kind) && !has_texts(place->kind) && attributes == 0) {
		add_children(in, form, place, depth);
	} else if (has_lists(place->kind)) {
		add_page(in, form, place);
	} else if (attributes == 0) {
		add_texts(in, form, place, place->words.label);
	} else if (depth < 2 && (has_texts(place->kind) || attributes > 1)) {
		add_sub(in, form, place);
	} else {
		add_attributes(in, form, place);
		if (has_texts(place->kind))
			add_texts(in, form, place, place->words.label);
	}
}

/* depth: 1 in a group, 2 in a row, which holds no lists */
static void
add_children(struct inside *in, struct scheme_form *form, const struct place *place, int depth)
{
	struct arena *arena = form->ctx->arena;
	struct vocabulary_child list[VOCABULARY_MOST_CHILDREN];
	size_t n = vocabulary_children(list, VOCABULARY_MOST_CHILDREN, place->kind);

	for (size_t i = has_texts(place->kind) ? LANG__MAX : 0; i < n; i++) {
		const struct vocabulary_element *kind =
		    list[i].group ? NULL : vocabulary_element(form->vocabulary, list[i].key);

		if (strcmp(list[i].key, "without") == 0)
			continue;
		if (list[i].group || is_repeated(list[i].cardinality)) {
			if (depth < 2)
				add_list(in, form, place, &list[i]);
			else
				in->has_lists = true;
		} else {
			struct place child =
			    place_of(form, join(arena, place->path, name_of(arena, kind)), kind, list[i].cardinality);

			child.words.more = is_behind(form, &child, NULL, child.words.more);
			add_single(in, form, &child, depth);
		}
	}
}

/* ------------------------------------------------------------------------------------------ groups */

static void
group_problems(struct html_part_edit_group *out, struct scheme_form *form, const char *path)
{
	struct html_part_edit_group_problems *problems;
	const char **texts;
	size_t n = scheme_form_tell(&texts, form, path, out->anchor, out->legend);

	problems = arena_array(form->ctx->arena, n + 1, sizeof(*problems));
	for (size_t i = 0; i < n; i++)
		problems[i].text = texts[i];
	out->problems = problems;
	out->n_problems = n;
}

static void
group_take(struct html_part_edit_group *out, const struct inside *in)
{
	out->items = in->items.list;
	out->n_items = in->items.n;
	out->subs = in->subs.list;
	out->n_subs = in->subs.n;
	out->lists = in->lists.list;
	out->n_lists = in->lists.n;
	out->more = in->more_items.list;
	out->n_more = in->more_items.n;
	out->more_subs = in->more_subs.list;
	out->n_more_subs = in->more_subs.n;
	out->more_lists = in->more_lists.list;
	out->n_more_lists = in->more_lists.n;
	out->has_more = in->more_items.n + in->more_subs.n + in->more_lists.n > 0;
	out->open = in->more_in_use;
}

/* A question's own text is the question. */
static const char *
text_label(const struct scheme_form *form, const struct place *place)
{
	bool question = place->kind->group != NULL;

	return (question ? tr(form->ctx->lang, "Spørsmålet") : place->words.label);
}

void
scheme_form_group(struct html_part_edit_group *out, struct scheme_form *form, const char *path)
{
	char cardinality;
	const struct vocabulary_element *kind = document_kind(&cardinality, form->vocabulary, path);
	struct place place = place_of(form, path, kind, cardinality);
	struct inside in = { 0 };
	bool lone_text = has_texts(kind) && count_attributes(kind) == 0 && *kind->children == '\0';

	*out = (struct html_part_edit_group){
		.anchor = anchor_of(form, path), .legend = place.words.label, .titled = !lone_text
	};
	/* Behind "Flere valg" is for what stands among other things; here it is what the page is about. */
	place.words.more = false;
	if (has_texts(kind))
		add_texts(&in, form, &place, text_label(form, &place));
	if (!lone_text && *place.words.help != '\0' && !has_texts(kind))
		out->help = place.words.help;
	add_attributes(&in, form, &place);
	if (*path != '\0')
		add_children(&in, form, &place, 1);
	if (lone_text)
		scheme_form_heading(in.items.list, arena_printf(form->ctx->arena, "%s-title", out->anchor));
	/* Whence it comes is of use where it is told. */
	if (place.node != NULL && (*path == '\0' || xml_attribute(place.node, "source") != NULL))
		scheme_form_attribute(edit_item_add(form->ctx->arena, &in.more_items), form, kind,
		    vocabulary_attribute(kind, "source"), path);
	group_take(out, &in);
	group_problems(out, form, path);
}

void
scheme_form_list(struct html_part_edit_group *out, struct scheme_form *form, const char *name)
{
	struct vocabulary_child of = { .cardinality = '*' };
	struct inside in = { 0 };

	(void)snprintf(of.key, sizeof(of.key), "%s", name);
	*out = (struct html_part_edit_group){ .anchor = anchor_of(form, name),
		.legend = vocabulary_words(
		    form->ctx->lang, form->vocabulary, vocabulary_element(form->vocabulary, name), NULL)
			      .label,
		.titled = true };
	add_list(&in, form, &(struct place){ .path = "", .node = form->doc->root }, &of);
	if (in.lists.n == 0)
		in.lists = in.more_lists;
	in.more_lists = (struct edit_list_list){ 0 };
	in.lists.list[0].anchor = arena_printf(form->ctx->arena, "%s=", out->anchor);
	in.lists.list[0].legend = NULL;
	group_take(out, &in);
	group_problems(out, form, name);
}
