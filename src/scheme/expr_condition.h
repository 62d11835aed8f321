/* expr_condition.h — rules as people choose them from lists: "type = 'lag' and applied >= 50000" taken apart, and put
 * together again. */
#ifndef SCHEME_EXPR_CONDITION_H
#define SCHEME_EXPR_CONDITION_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"

enum condition_is {
	CONDITION_IS,
	CONDITION_IS_NOT,
	CONDITION_AT_LEAST,
	CONDITION_MORE,
	CONDITION_AT_MOST,
	CONDITION_LESS,
	CONDITION__MAX
};

/* "applied ?" is a number that is compared; anything else a statement that is true or not: "type = 'lag'". */
#define CONDITION_NUMBER " ?"

struct condition_part {
	const char *what; /* an expression as expr_write() has it; "" for none */
	enum condition_is is;
	const char *number; /* what a number is compared with; "" when that isn't said yet */
};

#define CONDITION_MOST 6

struct condition {
	struct condition_part parts[CONDITION_MOST];
	size_t n;
	bool any; /* one part is enough; otherwise all must hold */
};

/*
 * Takes a rule apart. What is only half written can be taken apart too; whether it is right is expr_compile()'s to say.
 *
 * out:     arena
 * returns: false when it isn't a row of comparisons with numbers and codes, joined all by "and" or all by "or"
 */
bool condition_read(struct condition *out, struct arena *arena, const char *text);

/*
 * Puts it together; parts without what are left out. A number may be as people write it: "50 000 kr", "12,5".
 *
 * returns: in the arena; "" for no parts
 */
char *condition_write(struct arena *arena, const struct condition *condition);

/* Whether a part compares a number, and whether what it is compared with is one. */
bool condition_counts(const struct condition_part *part);
bool condition_number_ok(const char *number);

#endif
