/* lang.h — the languages people read: two written standards of Norwegian, and English for applicants. */
#ifndef CORE_LANG_H
#define CORE_LANG_H

#include <stdbool.h>

enum lang { LANG_NB, LANG_NN, LANG_EN, LANG__MAX };

/* A text in every language; nb and nn are always there, en may be NULL and then nb is shown. */
struct lang_text {
	const char *in[LANG__MAX];
};

/* The text in lang, else in bokmål, else "". */
const char *lang_pick(const struct lang_text *text, enum lang lang);

/* "nb", "nn", "en": as in XML, in the database and in <html lang>. */
const char *lang_code(enum lang lang);

/* False, and *lang untouched, when code names none of ours. */
bool lang_parse(enum lang *lang, const char *code);

#endif
