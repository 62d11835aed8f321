/* scheme_messages.h — adding to what the checker says; reading it is in scheme_compile.h. */
#ifndef SCHEME_SCHEME_MESSAGES_H
#define SCHEME_SCHEME_MESSAGES_H

#include "scheme/scheme_compile.h"

/* COMPLAIN(messages, line, COMPLAINT_X, args...): at most COMPLAINT_MAX_ARGS texts fill {0}, {1} ... */
#define COMPLAIN(messages, line, ...) COMPLAIN_(messages, line, __VA_ARGS__, NULL)
#define COMPLAIN_(messages, line, complaint, ...)                                                                      \
	scheme_complain(messages, line, complaint, (const char *const[COMPLAINT_MAX_ARGS + 1]){ __VA_ARGS__ })

void scheme_complain(struct scheme_messages *messages, int line, enum complaint complaint, const char *const *args);

/* A message that is already words. */
void scheme_messages_add(struct scheme_messages *messages, int line, const char *text);

/* In the order of lines; those of one line stay as they came. */
void scheme_messages_sort(struct scheme_messages *messages);

/* "; mente du «x»?", or "" when there is nothing near. */
const char *scheme_suggestion(const struct scheme_messages *messages, const char *near);

/* The text as it can stand in a message: one line, at most 40 characters, "..." when cut. */
const char *text_excerpt(struct arena *arena, const char *text);

#endif
