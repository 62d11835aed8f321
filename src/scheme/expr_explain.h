/* expr_explain.h — why an expression is true or false, in a sentence: "Medlemmer er 42, og må være minst 50." */
#ifndef SCHEME_EXPR_EXPLAIN_H
#define SCHEME_EXPR_EXPLAIN_H

#include "scheme/expr.h"

/* What names and codes are called; every function is there. */
struct expr_words {
	const char *(*label)(void *user, const char *name, enum lang lang); /* "Medlemmer" */
	const char *(*code)(
	    void *user, const char *name, const char *code, enum lang lang); /* an answer's code in words */
	bool (*money)(void *user, const char *name);                         /* counted in kroner */
	const char *(*scheme)(void *user, const char *id, enum lang lang);   /* "denne ordningen" */
	const char *(*list)(void *user, const char *id, enum lang lang);
	void *user;
};

/*
 * What was found and what is wanted, one sentence for each part that decides the whole: of parts that must all hold
 * those that don't, of alternatives those that do.
 *
 * expr:    of type boolean
 * returns: in the arena; "" for NULL
 */
const char *expr_explain(struct arena *arena, const struct expr *expr, const struct expr_env *env,
    const struct expr_words *words, enum lang lang);

/* What a number, a text or a day is called in the middle of a sentence: "tilskudd fra denne ordningen i 2025". */
const char *expr_describe(struct arena *arena, const struct expr *expr, const struct expr_env *env,
    const struct expr_words *words, enum lang lang);

/*
 * Its value in words: "42", "25 000 kr", "1. mars 2027"; "" when it is absent.
 *
 * like: what it is compared with, or itself: what that is counted in, and what its codes are called
 */
const char *expr_shown(struct arena *arena, const struct expr *expr, const struct expr *like,
    const struct expr_env *env, const struct expr_words *words, enum lang lang);

#endif
