/* nearest.h — "did you mean": the word nearest to one that was misspelt. */
#ifndef SCHEME_NEAREST_H
#define SCHEME_NEAREST_H

#include <stddef.h>

/* The nearest of the words, or NULL when none is near: at most a third of its letters and one more differ. */
const char *nearest_word(const char *written, const char *const *words, size_t n);

#endif
