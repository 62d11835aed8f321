/* vocabulary_table.c — finds elements, attributes and what may stand inside in a language's table. */
#include <string.h>

#include "scheme/vocabulary.h"

const struct vocabulary_attribute vocabulary_everywhere[] = {
	{ "source", VOCABULARY_WORDS, false, NULL,
	    "where the county says so: an address or words; \"assumed\" when no source does" },
	{ NULL, VOCABULARY_WORDS, false, NULL, NULL },
};

const struct vocabulary_element *
vocabulary_at(const struct vocabulary *vocabulary, size_t i)
{
	if (i < vocabulary->n)
		return (&vocabulary->elements[i]);
	return (vocabulary->more == NULL ? NULL : vocabulary_at(vocabulary->more, i - vocabulary->n));
}

const struct vocabulary_element *
vocabulary_element(const struct vocabulary *vocabulary, const char *key)
{
	const struct vocabulary_element *element;

	for (size_t i = 0; (element = vocabulary_at(vocabulary, i)) != NULL; i++)
		if (strcmp(element->key, key) == 0)
			return (element);
	return (NULL);
}

bool
vocabulary_named(const char *key, const char *name)
{
	size_t len = strcspn(key, ":");

	return (strlen(name) == len && memcmp(key, name, len) == 0);
}

bool
vocabulary_child_next(struct vocabulary_child *out, const char **at)
{
	const char *start = *at + strspn(*at, " ");
	size_t len = strcspn(start, " ");
	char last;

	if (len == 0)
		return (false);
	*at = start + len;
	last = start[len - 1];
	out->cardinality = strchr("?*+", last) != NULL ? last : '1';
	len -= out->cardinality != '1';
	out->group = *start == '@';
	start += out->group;
	len -= out->group;
	memcpy(out->key, start, len);
	out->key[len] = '\0';
	return (true);
}

static const struct vocabulary_attribute *
find_attribute(const struct vocabulary_attribute *list, const char *name)
{
	for (; list != NULL && list->name != NULL; list++)
		if (strcmp(list->name, name) == 0)
			return (list);
	return (NULL);
}

const struct vocabulary_attribute *
vocabulary_attribute(const struct vocabulary_element *element, const char *name)
{
	const struct vocabulary_attribute *found;

	for (size_t i = 0; i < 3; i++)
		if ((found = find_attribute(element->attributes[i], name)) != NULL)
			return (found);
	return (find_attribute(vocabulary_everywhere, name));
}

size_t
vocabulary_children(struct vocabulary_child *list, size_t most, const struct vocabulary_element *element)
{
	static const char *const of_texts[] = {
		[TEXTS_NONE] = "", [TEXTS_LEAF] = "", [TEXTS_MUST] = "nb nn en?", [TEXTS_MAY] = "nb? nn? en?"
	};
	const char *at = of_texts[element->texts];
	size_t n = 0;

	while (n < most && vocabulary_child_next(&list[n], &at))
		n++;
	at = element->children;
	while (n < most && vocabulary_child_next(&list[n], &at))
		n++;
	return (n);
}

const struct vocabulary_element *
vocabulary_child_element(const struct vocabulary *vocabulary, const struct vocabulary_child *child, const char *name)
{
	const struct vocabulary_element *element;

	if (!child->group)
		return (vocabulary_named(child->key, name) ? vocabulary_element(vocabulary, child->key) : NULL);
	for (size_t i = 0; (element = vocabulary_at(vocabulary, i)) != NULL; i++)
		if (element->group != NULL && strcmp(element->group, child->key) == 0 &&
		    vocabulary_named(element->key, name))
			return (element);
	return (NULL);
}

const struct vocabulary_element *
vocabulary_inside(size_t *place, char *cardinality, const struct vocabulary *vocabulary,
    const struct vocabulary_element *parent, const char *name)
{
	struct vocabulary_child list[VOCABULARY_MOST_CHILDREN];
	size_t n = vocabulary_children(list, VOCABULARY_MOST_CHILDREN, parent);
	const struct vocabulary_element *element;

	for (size_t i = 0; i < n; i++)
		if ((element = vocabulary_child_element(vocabulary, &list[i], name)) != NULL) {
			*place = i;
			*cardinality = list[i].cardinality;
			return (element);
		}
	return (NULL);
}
