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

/* attribute: NULL for the element itself */
struct vocabulary_words vocabulary_words(enum lang lang, const struct vocabulary *vocabulary,
    const struct vocabulary_element *element, const char *attribute);

/* "Aktiv" for active; the value itself when it has no words. */
const char *vocabulary_value_words(enum lang lang, const struct vocabulary *vocabulary,
    const struct vocabulary_element *element, const char *attribute, const char *value);

#endif
