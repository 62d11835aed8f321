/* complaint_plain.h — what is wrong with a document in the words of a form, for those who don't write XML. */
#ifndef SCHEME_COMPLAINT_PLAIN_H
#define SCHEME_COMPLAINT_PLAIN_H

#include "scheme/vocabulary.h"

/* In the arena. Elements and attributes go by what the form calls them. */
const char *complaint_plain(
    struct arena *arena, enum lang lang, const struct vocabulary *vocabulary, const struct scheme_message *message);

#endif
