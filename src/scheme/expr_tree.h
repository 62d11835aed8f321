/* expr_tree.h — an expression as a tree; shared by what parses, checks, works out and writes it. */
#ifndef SCHEME_EXPR_TREE_H
#define SCHEME_EXPR_TREE_H

#include "scheme/expr.h"

enum expr_op {
	EXPR_OR,
	EXPR_AND,
	EXPR_EQ,
	EXPR_NE,
	EXPR_LT,
	EXPR_LE,
	EXPR_GT,
	EXPR_GE,
	EXPR_ADD,
	EXPR_SUB,
	EXPR_MUL,
	EXPR_DIV,
	EXPR_MOD,
	EXPR_NEG,
	EXPR_LITERAL,
	EXPR_NAME,
	EXPR_CALL
};

struct expr_function;

struct expr {
	enum expr_op op;
	enum expr_type type;
	int column;                           /* where its text begins, in bytes from 1 */
	struct expr *left, *right;            /* operators; EXPR_NEG has left only */
	const struct expr_function *function; /* EXPR_CALL */
	struct expr **args;
	size_t n_args;
	struct expr_value value;  /* EXPR_LITERAL */
	const char *name;         /* EXPR_NAME */
	const char *const *codes; /* EXPR_NAME: the only values it can have, or NULL */
};

typedef void expr_function_run(
    struct expr_value *out, const struct expr *call, const struct expr_value *args, const struct expr_env *env);

#define EXPR_MAX_ARGS 16

struct expr_function {
	const char *name; /* "count", "t:days" */
	/*
	 * One letter an argument: b boolean, n number, t text, d date, l codes, k anything countable, s a column,
	 * a any name, x any value, y the same type as the first, c a text or a name of codes; "*" behind the last: more
	 * of the same. Literals in quotes of a known kind: S a scheme, R a register, L a list of the scheme.
	 */
	const char *takes;
	enum expr_type gives; /* EXPR_ABSENT: the type of the first argument */
	bool absent_too;      /* run although an argument is absent */
	expr_function_run *run;
	const char *about;
};

/* Those that ask what lies outside the application; expr_ask.c. */
extern const struct expr_function expr_asking[]; /* ends with a NULL name */

/* NULL when there is none. */
const struct expr_function *expr_function(const char *name, size_t len);
const struct expr_function *expr_function_at(size_t i);

/* Checks names, types and literals of a parsed tree, and fills in its types. */
enum status
expr_check(struct expr_error *error, struct arena *arena, struct expr *expr, const struct expr_scope *scope) MUST_CHECK;

/* expr_number.c; absent results are false. */
bool expr_add(expr_number *out, expr_number a, expr_number b);
bool expr_multiply(expr_number *out, expr_number a, expr_number b);
bool expr_divide(expr_number *out, expr_number a, expr_number b);
bool expr_modulo(expr_number *out, expr_number a, expr_number b);
expr_number expr_floor(expr_number a);

/* Fails with the complaint at a column. */
enum status
expr_fail(struct expr_error *error, int column, enum complaint complaint, const char *a, const char *b, const char *c);

#endif
