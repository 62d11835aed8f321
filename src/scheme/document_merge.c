/* document_merge.c — what a form changes in a document that others may have changed since the form was made. */
#include <string.h>

#include "core/text.h"
#include "scheme/document_edit.h"
#include "scheme/document_path.h"
#include "scheme/scheme_read.h"

const char *
document_value(struct arena *arena, const struct xml_doc *doc, const char *name)
{
	size_t len = strcspn(name, "@=");
	const struct xml_node *node = document_find(doc, arena_strndup(arena, name, len));
	const char *value;

	if (node == NULL || name[len] == '\0')
		return ("");
	if (name[len] == '=') {
		node = xml_child(node, name + len + 1);
		return (node == NULL ? "" : scheme_text_normal(arena, xml_content(arena, node)));
	}
	value = xml_attribute(node, name + len + 1);
	return (value == NULL ? "" : value);
}

static const char *
posted_value(struct arena *arena, const struct document_set *set)
{
	return (strchr(set->name, '=') != NULL ? scheme_text_normal(arena, set->value) : text_trim(arena, set->value));
}

/* Whether a step by place, "max.2", may mean another element than it did: one was added or taken away. */
static bool
is_shifted(struct arena *arena, const struct xml_doc *base, const struct xml_doc *current, const char *name)
{
	const char *at = name, *end = name + strcspn(name, "@="), *dot;

	while ((dot = memchr(at, '.', (size_t)(end - at))) != NULL) {
		size_t step = (size_t)(dot - name);
		const char *parent, *kind;

		while (step > 0 && name[step - 1] != '/')
			step--;
		parent = arena_strndup(arena, name, step == 0 ? 0 : step - 1);
		kind = arena_strndup(arena, name + step, (size_t)(dot - name) - step);
		if (document_find(base, parent) == NULL || document_find(current, parent) == NULL ||
		    document_count(document_find(base, parent), kind) !=
			document_count(document_find(current, parent), kind))
			return (true);
		at = dot + 1;
	}
	return (false);
}

/* Whether the name is of an attribute with words that are ticked. */
static bool
is_ticked(struct arena *arena, const struct vocabulary *vocabulary, const char *name)
{
	size_t len = strcspn(name, "@");
	const struct vocabulary_attribute *attribute;
	const struct vocabulary_element *kind;
	char cardinality;

	if (name[len] == '\0')
		return (false);
	kind = document_kind(&cardinality, vocabulary, arena_strndup(arena, name, len));
	attribute = kind == NULL ? NULL : vocabulary_attribute(kind, name + len + 1);
	return (attribute != NULL && (attribute->type == VOCABULARY_SOME_OF || attribute->type == VOCABULARY_USES));
}

static bool
same_words(struct arena *arena, const char *one, const char *other)
{
	size_t n, m;
	char **words = text_split(arena, one, ' ', &n);

	(void)text_split(arena, other, ' ', &m);
	for (size_t i = 0; i < n; i++)
		if (!text_lists(other, words[i]))
			return (false);
	return (n == m);
}

void
document_edit_merge(struct document_set *kept, size_t *n_kept, struct document_conflict *conflicts, size_t *n_conflicts,
    struct arena *arena, const struct vocabulary *vocabulary, const struct xml_doc *base, const struct xml_doc *current,
    const struct document_set *sets, size_t n)
{
	*n_kept = *n_conflicts = 0;
	for (size_t i = 0; i < n; i++) {
		const char *posted = posted_value(arena, &sets[i]), *before, *now;

		if (strchr(sets[i].name, '+') != NULL) {
			if (*posted != '\0')
				kept[(*n_kept)++] = sets[i];
			continue;
		}
		before = document_value(arena, base, sets[i].name);
		if (strcmp(posted, before) == 0 ||
		    (is_ticked(arena, vocabulary, sets[i].name) && same_words(arena, posted, before)))
			continue;
		now = base == current ? before : document_value(arena, current, sets[i].name);
		if (base != current && is_shifted(arena, base, current, sets[i].name))
			conflicts[(*n_conflicts)++] = (struct document_conflict){ sets[i].name, now };
		else if (strcmp(now, before) == 0)
			kept[(*n_kept)++] = sets[i];
		else if (strcmp(now, posted) != 0)
			conflicts[(*n_conflicts)++] = (struct document_conflict){ sets[i].name, now };
	}
}
