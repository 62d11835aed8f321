/* vocabulary_words_test.c — everything that schemes and calls can say has words in the editor's forms, in each
 * language. */
#include "check.h"

#include <string.h>

#include "core/arena.h"
#include "core/text.h"
#include "scheme/vocabulary_words.h"

ARENA_FOR_TESTS

static const struct vocabulary *const vocabularies[] = { &scheme_vocabulary, &call_vocabulary };

/* Shown by what stands in them, or by nobody: shared documents and what a scheme takes from them are written as XML. */
static bool
is_for_files(const char *key)
{
	return (vocabulary_named(key, "shared") || strcmp(key, VOCABULARY_EXTENDING) == 0 ||
		vocabulary_named(key, "take") || vocabulary_named(key, "without"));
}

static const char *missing;

static void
want(bool known, const char *element, const char *attribute, const char *value)
{
	if (!known)
		missing = arena_printf(arena, "%s%s%s%s%s%s", missing, *missing == '\0' ? "" : ", ", element,
		    attribute == NULL ? "" : "@", attribute == NULL ? "" : attribute,
		    value == NULL ? "" : arena_printf(arena, "=%s", value));
}

static void
want_words(const struct vocabulary *vocabulary, const struct vocabulary_element *element, const char *attribute)
{
	bool all = true;

	for (enum lang lang = 0; lang < LANG__MAX; lang++) {
		struct vocabulary_words words = vocabulary_words(lang, vocabulary, element, attribute);

		all = all && words.known && !text_blank(words.label);
	}
	want(all, element->key, attribute, NULL);
}

static void
want_values(const struct vocabulary *vocabulary, const struct vocabulary_element *element,
    const struct vocabulary_attribute *attribute)
{
	char **values = text_split(arena, attribute->allowed, ' ', NULL);

	for (size_t i = 0; values[i] != NULL; i++) {
		bool all = true;

		/* The value itself comes back when there are no words. */
		for (enum lang lang = 0; lang < LANG__MAX; lang++)
			all = all && vocabulary_value_words(lang, vocabulary, element, attribute->name, values[i]) !=
					 values[i];
		want(all, element->key, attribute->name, values[i]);
	}
}

static bool
has_values(const struct vocabulary_attribute *attribute)
{
	return (attribute->type == VOCABULARY_ONE_OF || attribute->type == VOCABULARY_SOME_OF ||
		attribute->type == VOCABULARY_USES);
}

TEST(every_element_has_words)
{
	const struct vocabulary_element *element;

	missing = "";
	for (size_t v = 0; v < 2; v++)
		for (size_t i = 0; (element = vocabulary_at(vocabularies[v], i)) != NULL; i++)
			if (!is_for_files(element->key))
				want_words(vocabularies[v], element, NULL);
	CHECK_TEXT(missing, "");
}

TEST(every_attribute_has_words)
{
	const struct vocabulary_element *element;

	missing = "";
	for (size_t v = 0; v < 2; v++)
		for (size_t i = 0; (element = vocabulary_at(vocabularies[v], i)) != NULL; i++)
			for (size_t k = 0; k < 3 && !is_for_files(element->key); k++)
				for (const struct vocabulary_attribute *a = element->attributes[k];
				     a != NULL && a->name != NULL; a++)
					want_words(vocabularies[v], element, a->name);
	CHECK_TEXT(missing, "");
}

TEST(every_choice_has_words)
{
	const struct vocabulary_element *element;

	missing = "";
	for (size_t v = 0; v < 2; v++)
		for (size_t i = 0; (element = vocabulary_at(vocabularies[v], i)) != NULL; i++)
			for (size_t k = 0; k < 3 && !is_for_files(element->key); k++)
				for (const struct vocabulary_attribute *a = element->attributes[k];
				     a != NULL && a->name != NULL; a++)
					if (has_values(a))
						want_values(vocabularies[v], element, a);
	CHECK_TEXT(missing, "");
}

TEST(words_that_are_not_there_are_told_apart)
{
	const struct vocabulary_element *call = vocabulary_element(&call_vocabulary, "call");

	CHECK(vocabulary_words(LANG_NN, &call_vocabulary, call, NULL).known);
	CHECK_TEXT(vocabulary_words(LANG_NN, &call_vocabulary, call, NULL).label, "Utlysing");
	CHECK_TEXT(vocabulary_value_words(LANG_EN, &call_vocabulary, call, "kind", "no-such"), "no-such");
}

ARENA_TESTS(UNIT(every_element_has_words), UNIT(every_attribute_has_words), UNIT(every_choice_has_words),
    UNIT(words_that_are_not_there_are_told_apart))
