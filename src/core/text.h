/* text.h — the one boundary where text from outside becomes text we trust. */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"

/*
 * Makes text safe: UTF-8 checked, normalised to NFC, CRLF and CR to LF, and the characters that XML 1.0
 * forbids taken out (source: design section 3, "Answers").
 *
 * out:     arena, NUL-terminated; untouched unless OK
 * removed: how many characters were taken out; NULL when nobody asks
 * returns: OK; ERR_INVALID when the bytes are not UTF-8
 */
enum status
text_clean(const char **out, size_t *removed, struct arena *arena, const char *bytes, size_t len) MUST_CHECK;

/* Code points in valid UTF-8; what limits in schemes count. */
size_t text_length(const char *s);

/*
 * Reads one code point and moves *at past it; 0xFFFD for a broken sequence. end is one past the last byte.
 */
uint32_t text_next(const char **at, const char *end);

/* A copy without white space at either end. */
char *text_trim(struct arena *arena, const char *s);

/* NULL-safe: "" and NULL are blank, and so is white space alone (U+00A0 included). */
bool text_blank(const char *s);

bool text_equal(const char *a, const char *b);
bool text_starts(const char *s, const char *prefix);

/* Whether a list with single spaces between holds the word. */
bool text_lists(const char *list, const char *word);

/* Splits at every separator into arena copies, empty pieces left out; the list ends with NULL. */
char **text_split(struct arena *arena, const char *s, char separator, size_t *count);

/* Blanks for line breaks and other control characters: a name in a letter's line or subject must not become two. */
char *text_one_line(struct arena *arena, const char *s);

/* The text with its first letter large, for the beginning of a sentence. */
char *text_capital(struct arena *arena, const char *s);

/* The template with {0} to {9} replaced by args, of which there are n; NULL arguments are "". */
char *text_fill(struct arena *arena, const char *template, const char *const *args, size_t n);

/* "a, b og c": with last between the last two, its spaces included. */
char *text_join(struct arena *arena, const char *const *list, size_t n, const char *last);

/* Case folded and accents kept, for comparing what people type. */
char *text_fold(struct arena *arena, const char *s);

#endif
