/* expr_check.c — an expression's names and types, before it is ever worked out. */
#include <stdlib.h>
#include <string.h>

#include "scheme/expr_tree.h"
#include "scheme/nearest.h"
#include "scheme/scheme_rules.h"

struct checker {
	struct expr_error *error;
	struct arena *arena;
	const struct expr_scope *scope;
};

static enum status check(struct checker *, struct expr *);

/* What a value may be; lists and tables are told of by what they must be put in. */
static enum complaint
type_word(enum expr_type type)
{
	static const enum complaint words[EXPR_TYPE__MAX] = {
		[EXPR_BOOLEAN] = WORD_BOOLEAN,
		[EXPR_NUMBER] = WORD_NUMBER,
		[EXPR_TEXT] = WORD_TEXT,
		[EXPR_DATE] = WORD_DATE,
	};

	return (words[type]);
}

static bool
is_scalar(enum expr_type type)
{
	return (type == EXPR_BOOLEAN || type == EXPR_NUMBER || type == EXPR_TEXT || type == EXPR_DATE);
}

/* What a list or a table must be put in to be used in an operator. */
static enum complaint
wrapper(enum expr_type type)
{
	return (type == EXPR_CODES    ? COMPLAINT_EXPR_USE_SELECTED
		: type == EXPR_COLUMN ? COMPLAINT_EXPR_USE_SUM
				      : COMPLAINT_EXPR_USE_COUNT);
}

static enum status
wrong_type(struct checker *c, const struct expr *e, enum expr_type wanted)
{
	enum status st;

	if (!is_scalar(e->type) && e->op == EXPR_NAME)
		return (expr_fail(c->error, e->column, wrapper(e->type), e->name, NULL, NULL));
	if (wanted == EXPR_BOOLEAN && e->op == EXPR_NAME && e->codes != NULL && e->codes[0] != NULL)
		return (expr_fail(c->error, e->column, COMPLAINT_EXPR_USE_CODE, e->name, e->codes[0], NULL));
	st = expr_fail(c->error, e->column, COMPLAINT_EXPR_TYPE, NULL, NULL, NULL);
	c->error->words[0] = type_word(e->type);
	c->error->words[1] = type_word(wanted);
	return (st);
}

static enum status
want(struct checker *c, struct expr *e, enum expr_type wanted)
{
	enum status st;

	if ((st = check(c, e)) != OK)
		return (st);
	return (e->type == wanted ? OK : wrong_type(c, e, wanted));
}

static enum status
want_both(struct checker *c, struct expr *e, enum expr_type wanted, enum expr_type gives)
{
	enum status st;

	if ((st = want(c, e->left, wanted)) != OK || (e->right != NULL && (st = want(c, e->right, wanted)) != OK))
		return (st);
	e->type = gives;
	return (OK);
}

/* ------------------------------------------------------------------------------------------ comparisons */

static const char *
code_list(struct arena *arena, const char *const *codes)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; codes[i] != NULL; i++)
		buf_printf(&out, "%s'%s'", i == 0 ? "" : ", ", codes[i]);
	return (buf_text(&out));
}

/* A literal that the other side can never be is a misspelt code. */
static enum status
check_code(struct checker *c, const struct expr *name, const struct expr *literal)
{
	size_t n = 0;

	if (name->codes == NULL || literal->op != EXPR_LITERAL || literal->value.type != EXPR_TEXT)
		return (OK);
	for (; name->codes[n] != NULL; n++)
		if (strcmp(name->codes[n], literal->value.text) == 0)
			return (OK);
	return (expr_fail(c->error, literal->column, COMPLAINT_EXPR_CODE, literal->value.text, name->name,
	    code_list(c->arena, name->codes)));
}

static enum status
check_same(struct checker *c, const struct expr *e)
{
	enum status st;

	if (!is_scalar(e->left->type))
		return (wrong_type(c, e->left, e->right->type));
	if (!is_scalar(e->right->type))
		return (wrong_type(c, e->right, e->left->type));
	if (e->left->type == e->right->type)
		return (OK);
	if ((e->left->type == EXPR_DATE && e->right->type == EXPR_TEXT) ||
	    (e->left->type == EXPR_TEXT && e->right->type == EXPR_DATE))
		return (expr_fail(c->error, e->column, COMPLAINT_EXPR_USE_DATE, NULL, NULL, NULL));
	st = expr_fail(c->error, e->column, COMPLAINT_EXPR_COMPARE, NULL, NULL, NULL);
	c->error->words[0] = type_word(e->left->type);
	c->error->words[1] = type_word(e->right->type);
	return (st);
}

static enum status
check_comparison(struct checker *c, struct expr *e)
{
	enum status st;

	if ((st = check(c, e->left)) != OK || (st = check(c, e->right)) != OK || (st = check_same(c, e)) != OK)
		return (st);
	if (e->op != EXPR_EQ && e->op != EXPR_NE && e->left->type != EXPR_NUMBER && e->left->type != EXPR_DATE) {
		st = expr_fail(c->error, e->column, COMPLAINT_EXPR_ORDER, NULL, NULL, NULL);
		c->error->words[0] = type_word(e->left->type);
		return (st);
	}
	if ((st = check_code(c, e->left, e->right)) != OK || (st = check_code(c, e->right, e->left)) != OK)
		return (st);
	e->type = EXPR_BOOLEAN;
	return (OK);
}

/* ------------------------------------------------------------------------------------------ names and calls */

static const char *
near_name(struct checker *c, const char *name)
{
	const char **names = arena_array(c->arena, c->scope->n_names + 1, sizeof(*names));

	for (size_t i = 0; i < c->scope->n_names; i++)
		names[i] = c->scope->names[i].name;
	return (nearest_word(name, names, c->scope->n_names));
}

static const struct expr_name *
scope_name(const struct expr_scope *scope, const char *name, size_t len)
{
	for (size_t i = 0; i < scope->n_names; i++)
		if (strlen(scope->names[i].name) == len && memcmp(scope->names[i].name, name, len) == 0)
			return (&scope->names[i]);
	return (NULL);
}

/* "applied-costs" is one name; the one who wrote it meant a minus. */
static bool
hides_a_minus(const struct expr_scope *scope, const char *name)
{
	for (const char *minus = strchr(name, '-'); minus != NULL; minus = strchr(minus + 1, '-'))
		if (scope_name(scope, name, (size_t)(minus - name)) != NULL)
			return (true);
	return (false);
}

static enum status
check_name(struct checker *c, struct expr *e)
{
	const struct expr_name *known = scope_name(c->scope, e->name, strlen(e->name));
	enum status st;

	if (known == NULL) {
		const char *near = near_name(c, e->name);

		st = expr_fail(c->error, e->column,
		    near == NULL && hides_a_minus(c->scope, e->name) ? COMPLAINT_EXPR_MINUS : COMPLAINT_EXPR_NAME,
		    e->name, NULL, NULL);
		c->error->near = near;
		return (st);
	}
	e->type = known->type;
	e->codes = known->codes;
	return (OK);
}

static const struct expr_list *
scope_list(const struct expr_scope *scope, const char *id)
{
	for (size_t i = 0; i < scope->n_lists; i++)
		if (strcmp(scope->lists[i].id, id) == 0)
			return (&scope->lists[i]);
	return (NULL);
}

static bool
scheme_word(const char *word)
{
	size_t len = strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return (len >= 3 && len <= 64 && word[len] == '\0');
}

/* A scheme, a register or a list, named in quotes so that it can be checked; a list's codes go with it. */
static enum status
check_known(struct checker *c, const struct expr *call, struct expr *arg, char letter)
{
	const struct expr_list *list;
	enum register_kind kind;

	if (arg->op != EXPR_LITERAL || arg->value.type != EXPR_TEXT)
		return (
		    expr_fail(c->error, arg->column, COMPLAINT_EXPR_WANTS_QUOTED, call->function->name, NULL, NULL));
	arg->type = EXPR_TEXT;
	if (letter == 'S')
		return (scheme_word(arg->value.text)
			    ? OK
			    : expr_fail(c->error, arg->column, COMPLAINT_EXPR_SCHEME, arg->value.text, NULL, NULL));
	if (letter == 'R')
		return (register_parse(&kind, arg->value.text)
			    ? OK
			    : expr_fail(c->error, arg->column, COMPLAINT_EXPR_REGISTER, arg->value.text, NULL, NULL));
	if ((list = scope_list(c->scope, arg->value.text)) == NULL)
		return (expr_fail(c->error, arg->column, COMPLAINT_EXPR_LIST, arg->value.text, NULL, NULL));
	arg->codes = list->codes;
	return (OK);
}

static enum status
check_argument(struct checker *c, const struct expr *call, struct expr *arg, char letter)
{
	static const enum expr_type by_letter[] = {
		['b'] = EXPR_BOOLEAN, ['n'] = EXPR_NUMBER, ['t'] = EXPR_TEXT, ['d'] = EXPR_DATE
	};
	enum status st;

	if (strchr("SRL", letter) != NULL)
		return (check_known(c, call, arg, letter));
	if (strchr("bntd", letter) != NULL)
		return (want(c, arg, by_letter[(unsigned char)letter]));
	if ((st = check(c, arg)) != OK)
		return (st);
	if (letter == 'x' && is_scalar(arg->type))
		return (OK);
	if (letter == 'c' && (arg->type == EXPR_TEXT || (arg->type == EXPR_CODES && arg->op == EXPR_NAME)))
		return (OK);
	if (letter == 'y')
		return (arg->type == call->args[0]->type ? OK : wrong_type(c, arg, call->args[0]->type));
	if (arg->op == EXPR_NAME &&
	    (letter == 'a' || (letter == 'l' && arg->type == EXPR_CODES) ||
		(letter == 's' && arg->type == EXPR_COLUMN) || (letter == 'k' && !is_scalar(arg->type))))
		return (OK);
	return (expr_fail(c->error, arg->column,
	    letter == 'l'   ? COMPLAINT_EXPR_WANTS_CODES
	    : letter == 's' ? COMPLAINT_EXPR_WANTS_COLUMN
	    : letter == 'k' ? COMPLAINT_EXPR_WANTS_COUNTABLE
	    : letter == 'a' ? COMPLAINT_EXPR_WANTS_NAME
			    : COMPLAINT_EXPR_WANTS_VALUE,
	    call->function->name, NULL, NULL));
}

static enum status
check_count(struct checker *c, const struct expr *call)
{
	const char *takes = call->function->takes;
	bool more = strchr(takes, '*') != NULL;
	size_t wanted = strlen(takes) - more;

	if (call->n_args == wanted || (more && call->n_args > wanted))
		return (OK);
	return (expr_fail(c->error, call->column, more ? COMPLAINT_EXPR_ARGUMENTS_FEW : COMPLAINT_EXPR_ARGUMENTS,
	    call->function->name, arena_printf(c->arena, "%zu", wanted), arena_printf(c->arena, "%zu", call->n_args)));
}

/* Which figure is known beforehand, so that the scheme can be checked against those there are. */
static enum status
check_figure(struct checker *c, const struct expr *arg)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
	const char *name = arg->op == EXPR_LITERAL ? arg->value.text : "";

	if (*name != '\0' && strlen(name) <= 40 && name[strspn(name, letters)] == '\0')
		return (OK);
	return (expr_fail(c->error, arg->column, COMPLAINT_EXPR_FIGURE, NULL, NULL, NULL));
}

static enum status
check_codes(struct checker *c, const struct expr *call)
{
	enum status st = OK;

	for (size_t i = 1; st == OK && i < call->n_args; i++)
		st = check_code(c, call->args[0], call->args[i]);
	return (st);
}

/* What can be checked beyond types: days and codes written as literals. */
static enum status
check_literals(struct checker *c, const struct expr *call)
{
	struct date day;
	const struct expr *literal;

	if (strcmp(call->function->name, "t:selected") == 0)
		return (check_code(c, call->args[0], call->args[1]));
	if (strcmp(call->function->name, "t:figure") == 0)
		return (check_figure(c, call->args[0]));
	if (strcmp(call->function->name, "t:one-of") == 0)
		return (check_codes(c, call));
	if (strcmp(call->function->name, "t:date") != 0)
		return (OK);
	literal = call->args[0];
	if (literal->op != EXPR_LITERAL || (strlen(literal->value.text) == 10 && literal->value.text[4] == '-' &&
					       date_parse(&day, literal->value.text) == OK))
		return (OK);
	return (expr_fail(c->error, literal->column, COMPLAINT_EXPR_DAY, literal->value.text, NULL, NULL));
}

static enum status
check_call(struct checker *c, struct expr *e)
{
	const char *takes = e->function->takes;
	size_t fixed = strcspn(takes, "*");
	enum status st;

	if ((st = check_count(c, e)) != OK)
		return (st);
	for (size_t i = 0; i < e->n_args; i++)
		if ((st = check_argument(c, e, e->args[i], takes[i < fixed ? i : fixed - 1])) != OK)
			return (st);
	e->type = e->function->gives == EXPR_ABSENT ? e->args[0]->type : e->function->gives;
	return (check_literals(c, e));
}

static enum status
check(struct checker *c, struct expr *e)
{
	switch (e->op) {
	case EXPR_OR:
	case EXPR_AND:
		return (want_both(c, e, EXPR_BOOLEAN, EXPR_BOOLEAN));
	case EXPR_EQ:
	case EXPR_NE:
	case EXPR_LT:
	case EXPR_LE:
	case EXPR_GT:
	case EXPR_GE:
		return (check_comparison(c, e));
	case EXPR_ADD:
	case EXPR_SUB:
	case EXPR_MUL:
	case EXPR_DIV:
	case EXPR_MOD:
	case EXPR_NEG:
		return (want_both(c, e, EXPR_NUMBER, EXPR_NUMBER));
	case EXPR_LITERAL:
		e->type = e->value.type;
		return (OK);
	case EXPR_NAME:
		return (check_name(c, e));
	case EXPR_CALL:
		return (check_call(c, e));
	}
	abort();
}

enum status
expr_check(struct expr_error *error, struct arena *arena, struct expr *expr, const struct expr_scope *scope)
{
	struct checker c = { .error = error, .arena = arena, .scope = scope };

	if (scope->result == EXPR_ABSENT)
		return (check(&c, expr));
	return (want(&c, expr, scope->result));
}
