/* vocabulary_words.h — what elements, attributes and values are called in forms for those who write schemes and calls.
 */
#ifndef SCHEME_VOCABULARY_WORDS_H
#define SCHEME_VOCABULARY_WORDS_H

#include "scheme/vocabulary.h"

struct vocabulary_words {
	const char *label; /* "Største tilskudd" */
	const char *help;  /* "" for none */
	const char *add;   /* "Nytt kriterium": over the place for one more; "" for what there is one of */
	bool more;         /* seldom needed: behind "Flere valg" */
	bool long_text;    /* several lines */
	bool known;        /* false: the vocabulary's own words stand in, in English */
};

/*
 * One row of the table in vocabulary_label.c, which ends with a NULL key. key "*" is any element; one with the
 * document's outermost element in front, "calls/answer", counts in that language alone.
 */
struct vocabulary_label {
	const char *key, *attribute;
	bool more, long_text;
	const char *label, *help, *add;
};
extern const struct vocabulary_label vocabulary_labels[];

/* attribute: NULL for the element itself */
struct vocabulary_words vocabulary_words(enum lang lang, const struct vocabulary *vocabulary,
    const struct vocabulary_element *element, const char *attribute);

/* "Aktiv" for active; the value itself when it has no words. */
const char *vocabulary_value_words(enum lang lang, const struct vocabulary *vocabulary,
    const struct vocabulary_element *element, const char *attribute, const char *value);

#endif
