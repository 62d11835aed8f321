/* letter_words.h — words the letter pages of officers and applicants share. */
#ifndef WEB_LETTER_WORDS_H
#define WEB_LETTER_WORDS_H

#include "core/lang.h"

/* "bokmål" or "nynorsk", in the reader's language. */
const char *letter_standard_name(enum lang standard, enum lang lang);

#endif
