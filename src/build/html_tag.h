/* html_tag.h — the inside of one {{ }} in a template, word by word. */
#ifndef BUILD_HTML_TAG_H
#define BUILD_HTML_TAG_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

/* What is left to read of it. */
struct tag {
	struct arena *arena;
	const char *path; /* of the file, for messages */
	const char *text;
	size_t len;
	int line;
};

/*
 * Reads the {{ }} that starts at *at and moves *at behind it, counting lines; }} inside quotes does not end it.
 * False, and reported, when it has no end.
 */
bool tag_read(struct tag *tag, struct arena *arena, const char *path, const char **at, const char *end, int *line);

/* True when it begins with the word; "t" also stands right before a quote. */
bool tag_word(const struct tag *tag, const char *word);

void tag_skip(struct tag *tag, size_t n);

/* The next word, "" when nothing is left. */
char *tag_take_word(struct tag *tag);

/* The next text in quotes; \" and \\ stand for " and \. False, and reported, when there is none. */
bool tag_take_string(const char **out, struct tag *tag);

/* True when nothing is left; otherwise reported. */
bool tag_empty(struct tag *tag);

/* How many { a text holds: the most placeholders it can have. */
size_t text_braces(const char *text);

#endif
