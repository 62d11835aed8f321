/* expr.h — expressions of the scheme language: a stated subset of XPath 1.0, exact numbers, and absent values that stay
 * absent. */
#ifndef SCHEME_EXPR_H
#define SCHEME_EXPR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/buf.h"
#include "core/date.h"
#include "core/money.h"
#include "scheme/complaint.h"

/*
 * The subset: or and = != < <= > >= + - * div mod, unary minus, parentheses, 'text' "text" 12 0.5, names, "." for the
 * field's own answer, and the functions in expr_function.c. Paths, predicates, variables and node tests are refused.
 *
 * Absent: an empty answer, a division by zero, a number beyond 10^14. Arithmetic, comparison and functions with an
 * absent argument are absent, except count() (0), t:answered() (false) and t:default() (the other). "or", "and" and
 * not() are Kleene's: true or absent is true, false and absent is false, otherwise absent. What asks decides what
 * absent means: expr_applies() says no (required, relevant, when), expr_passes() says yes (constraint, test), because
 * what is missing is told by "required" alone.
 */

#define EXPR_MAX_LENGTH 2000 /* bytes */
#define EXPR_MAX_DEPTH 32
#define EXPR_MAX_NODES 300

/* Twelve decimals: sums, differences and products of kroner and percents are exact, quotients rounded half away from
 * zero at the twelfth decimal, so that shares compare rightly for all sums up to MONEY_MAX. */
typedef __int128 expr_number;
#define EXPR_ONE ((expr_number)INT64_C(1000000000000))
#define EXPR_NUMBER_MAX (EXPR_ONE * INT64_C(100000000000000))

enum expr_type {
	EXPR_ABSENT,
	EXPR_BOOLEAN,
	EXPR_NUMBER,
	EXPR_TEXT,
	EXPR_DATE,
	EXPR_CODES,  /* several choices: codes with a space between; for t:selected() and count() */
	EXPR_ROWS,   /* a table or files: for count() only */
	EXPR_COLUMN, /* a column of sums in a table: for sum() and count() */
	EXPR_CELLS,  /* a column of anything else: for count() only */
	EXPR_TYPE__MAX
};

struct expr_value {
	enum expr_type type;
	bool boolean;
	expr_number number;
	struct date date;
	const char *text; /* EXPR_TEXT, EXPR_CODES */
};

struct expr_value expr_absent(void);
struct expr_value expr_boolean(bool b);
struct expr_value expr_integer(int64_t n);
struct expr_value expr_money(money sum);          /* in kroner, with øre as decimals */
struct expr_value expr_text(const char *text);    /* borrowed; NULL and blank are absent */
struct expr_value expr_codes(const char *codes);  /* borrowed; NULL and blank are absent */
struct expr_value expr_date(struct date day);     /* none is absent */
struct expr_value expr_decimal(const char *text); /* "12", "-0.5"; anything else is absent */

/* A name an expression may use. codes: the only values a text or a choice can have, NULL-terminated, or NULL. */
struct expr_name {
	const char *name;
	enum expr_type type;
	const char *const *codes;
};

/* A closed list of codes; NULL-terminated. */
struct expr_list {
	const char *id;
	const char *const *codes;
};

struct expr_scope {
	const struct expr_name *names;
	size_t n_names;
	const struct expr_list *lists; /* that t:in-list() may name */
	size_t n_lists;
	const char *self;      /* the name "." stands for; NULL when it stands for none */
	enum expr_type result; /* what the whole must be; EXPR_ABSENT when anything goes */
};

struct expr_error {
	int column; /* in bytes, from 1 */
	enum complaint complaint;
	const char *args[COMPLAINT_MAX_ARGS];
	enum complaint words[2]; /* types that stand in {0} and {1}, in the reader's language; 0 for none */
	const char *near;        /* the name that was perhaps meant, or NULL */
};

/* What is wrong, for people: "tegn 12: ...". */
char *expr_error_text(struct arena *arena, enum lang lang, const struct expr_error *error);

struct expr;

/*
 * Reads and checks an expression: syntax, names, types, codes in literals, cost.
 *
 * out:     arena; borrows nothing
 * error:   the first thing wrong; filled in unless OK, texts in the arena
 * returns: OK; ERR_TOO_LARGE past EXPR_MAX_*; ERR_INVALID otherwise
 */
enum status expr_compile(struct expr **out, struct expr_error *error, struct arena *arena, const char *text,
    const struct expr_scope *scope) MUST_CHECK;

/* What functions ask of the world outside the application. */
enum expr_question {
	EXPR_GRANTED,           /* kroner the applicant was granted under a scheme in a year */
	EXPR_GRANTED_YEARS,     /* years in a row it was granted under a scheme, up to the one before the call's */
	EXPR_APPLICATIONS,      /* how many other applications it sent under a scheme in a year */
	EXPR_APPLIED_YEARS,     /* in how many years before the call's it applied under a scheme */
	EXPR_APPLICATIONS_HERE, /* how many other applications it sent in the same call */
	EXPR_DE_MINIMIS,        /* kroner granted as de minimis in the last three years */
	EXPR_REGISTERED         /* whether it stands in a register */
};

/*
 * What an expression is worked out from.
 *
 * lookup:  the value of a name of type boolean, number, text, date or codes; for a column its sum over the rows that
 *          have one, absent when none has. A value of another type than the scope said counts as absent.
 * count:   how many codes, rows, files or filled-in cells the name has
 * ask:     the answer to a question about a scheme ("this", "any" or an id) or register, and a year; NULL when nothing
 *          is known: all is absent
 */
#define EXPR_FIGURE_PREFIX "figure:" /* t:figure('x') looks up figure:x */

struct expr_env {
	struct expr_value (*lookup)(void *user, const char *name);
	int64_t (*count)(void *user, const char *name);
	struct expr_value (*ask)(void *user, enum expr_question question, const char *of, int year);
	void *user;
	struct date today;   /* t:today(); none is absent */
	struct arena *arena; /* concat() and t:figure() take from it; nothing else allocates */
};

void expr_eval(struct expr_value *out, const struct expr *expr, const struct expr_env *env);

/* For required, relevant and when: absent is no. NULL answers otherwise. */
bool expr_applies(const struct expr *expr, const struct expr_env *env, bool otherwise);

/* For constraint and test: absent is passed, and so is NULL. */
bool expr_passes(const struct expr *expr, const struct expr_env *env);

/*
 * Whether no answer that is still missing can change what the expression is, given that it is not absent: count(),
 * t:answered() and t:default() make something of what is missing.
 */
bool expr_settled(const struct expr *expr, const struct expr_env *env);

enum expr_type expr_type(const struct expr *expr);

/* Whether it asks what the applicant has applied for or been granted before. */
bool expr_asks_history(const struct expr *expr);

/* Calls note with each scheme that is asked about by its own id: 'this' and 'any' are none. */
void expr_schemes(const struct expr *expr, void (*note)(void *user, const char *id), void *user);

/* The names used, each once, in order of first use; for dependency order, cycles and differences. */
const char **expr_names(size_t *count, struct arena *arena, const struct expr *expr);

/* The expression written out in one way only, with just the parentheses it needs. */
void expr_write(struct buf *out, const struct expr *expr);

/* "0.75", "-12": as many decimals as there are. */
char *expr_number_text(struct arena *arena, expr_number number);

#endif
