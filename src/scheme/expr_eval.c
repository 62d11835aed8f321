/* expr_eval.c — works an expression out over answers and facts. */
#include <stdlib.h>
#include <string.h>

#include "scheme/expr_tree.h"

/* Kleene's: the value that settles it wins over absent; for "or" that is true, for "and" false. */
static void
eval_logic(struct expr_value *out, const struct expr *e, const struct expr_env *env)
{
	bool settles = e->op == EXPR_OR;
	struct expr_value right;

	expr_eval(out, e->left, env);
	if (out->type == EXPR_BOOLEAN && out->boolean == settles)
		return;
	expr_eval(&right, e->right, env);
	if (right.type == EXPR_ABSENT || (right.type == EXPR_BOOLEAN && right.boolean == settles))
		*out = right;
}

static int
compare(const struct expr_value *a, const struct expr_value *b)
{
	switch (a->type) {
	case EXPR_BOOLEAN:
		return (a->boolean - b->boolean);
	case EXPR_NUMBER:
		return ((a->number > b->number) - (a->number < b->number));
	case EXPR_DATE:
		return (date_cmp(a->date, b->date));
	default:
		return (strcmp(a->text, b->text));
	}
}

static bool
holds(enum expr_op op, int order)
{
	switch (op) {
	case EXPR_EQ:
		return (order == 0);
	case EXPR_NE:
		return (order != 0);
	case EXPR_LT:
		return (order < 0);
	case EXPR_LE:
		return (order <= 0);
	case EXPR_GT:
		return (order > 0);
	default:
		return (order >= 0);
	}
}

static void
eval_comparison(struct expr_value *out, const struct expr *e, const struct expr_env *env)
{
	struct expr_value left, right;

	expr_eval(&left, e->left, env);
	expr_eval(&right, e->right, env);
	*out = left.type == EXPR_ABSENT || right.type == EXPR_ABSENT
		   ? expr_absent()
		   : expr_boolean(holds(e->op, compare(&left, &right)));
}

static bool
calculate(expr_number *out, enum expr_op op, expr_number a, expr_number b)
{
	switch (op) {
	case EXPR_ADD:
		return (expr_add(out, a, b));
	case EXPR_SUB:
		return (expr_add(out, a, -b));
	case EXPR_MUL:
		return (expr_multiply(out, a, b));
	case EXPR_DIV:
		return (expr_divide(out, a, b));
	default:
		return (expr_modulo(out, a, b));
	}
}

static void
eval_arithmetic(struct expr_value *out, const struct expr *e, const struct expr_env *env)
{
	struct expr_value left, right;
	expr_number result;

	expr_eval(&left, e->left, env);
	expr_eval(&right, e->right, env);
	if (left.type == EXPR_ABSENT || right.type == EXPR_ABSENT ||
	    !calculate(&result, e->op, left.number, right.number)) {
		*out = expr_absent();
		return;
	}
	*out = (struct expr_value){ .type = EXPR_NUMBER, .number = result };
}

/* A value of another type than was promised is absent: what the checker said holds, whoever fills the facts in. */
static void
eval_name(struct expr_value *out, const struct expr *e, const struct expr_env *env)
{
	enum expr_type promised = e->type == EXPR_COLUMN ? EXPR_NUMBER : e->type;

	if (e->type == EXPR_ROWS) {
		*out = expr_absent();
		return;
	}
	*out = env->lookup(env->user, e->name);
	if (out->type != promised)
		*out = expr_absent();
}

static void
eval_call(struct expr_value *out, const struct expr *e, const struct expr_env *env)
{
	struct expr_value args[EXPR_MAX_ARGS];

	for (size_t i = 0; i < e->n_args; i++) {
		expr_eval(&args[i], e->args[i], env);
		if (args[i].type == EXPR_ABSENT && !e->function->absent_too) {
			*out = expr_absent();
			return;
		}
	}
	e->function->run(out, e, args, env);
}

void
expr_eval(struct expr_value *out, const struct expr *e, const struct expr_env *env)
{
	switch (e->op) {
	case EXPR_OR:
	case EXPR_AND:
		eval_logic(out, e, env);
		return;
	case EXPR_LITERAL:
		*out = e->value;
		return;
	case EXPR_NAME:
		eval_name(out, e, env);
		return;
	case EXPR_CALL:
		eval_call(out, e, env);
		return;
	case EXPR_NEG:
		expr_eval(out, e->left, env);
		out->number = -out->number;
		return;
	case EXPR_EQ:
	case EXPR_NE:
	case EXPR_LT:
	case EXPR_LE:
	case EXPR_GT:
	case EXPR_GE:
		eval_comparison(out, e, env);
		return;
	default:
		eval_arithmetic(out, e, env);
	}
}

bool
expr_applies(const struct expr *expr, const struct expr_env *env, bool otherwise)
{
	struct expr_value value;

	if (expr == NULL)
		return (otherwise);
	expr_eval(&value, expr, env);
	return (value.type == EXPR_BOOLEAN && value.boolean);
}

bool
expr_passes(const struct expr *expr, const struct expr_env *env)
{
	struct expr_value value;

	if (expr == NULL)
		return (true);
	expr_eval(&value, expr, env);
	return (value.type != EXPR_BOOLEAN || value.boolean);
}

static bool
answered(const struct expr *name, const struct expr_env *env)
{
	struct expr_value value;

	if (name->type == EXPR_CODES || name->type == EXPR_ROWS || name->type == EXPR_COLUMN)
		return (env->count(env->user, name->name) > 0);
	expr_eval(&value, name, env);
	return (value.type != EXPR_ABSENT);
}

bool
expr_settled(const struct expr *e, const struct expr_env *env)
{
	if (e == NULL)
		return (true);
	if (e->op == EXPR_CALL && e->function->absent_too && !answered(e->args[0], env))
		return (false);
	for (size_t i = 0; i < e->n_args; i++)
		if (!expr_settled(e->args[i], env))
			return (false);
	return (expr_settled(e->left, env) && expr_settled(e->right, env));
}

enum expr_type
expr_type(const struct expr *expr)
{
	return (expr->type);
}
