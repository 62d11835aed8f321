/* expr_write.c — an expression back to text, and the names it uses. */
#include <string.h>

#include "scheme/expr_tree.h"

static const struct {
	const char *sign;
	int rank; /* higher binds tighter */
} operators[] = {
	[EXPR_OR] = { "or", 1 },
	[EXPR_AND] = { "and", 2 },
	[EXPR_EQ] = { "=", 3 },
	[EXPR_NE] = { "!=", 3 },
	[EXPR_LT] = { "<", 3 },
	[EXPR_LE] = { "<=", 3 },
	[EXPR_GT] = { ">", 3 },
	[EXPR_GE] = { ">=", 3 },
	[EXPR_ADD] = { "+", 4 },
	[EXPR_SUB] = { "-", 4 },
	[EXPR_MUL] = { "*", 5 },
	[EXPR_DIV] = { "div", 5 },
	[EXPR_MOD] = { "mod", 5 },
	[EXPR_NEG] = { "-", 6 },
	[EXPR_LITERAL] = { "", 7 },
	[EXPR_NAME] = { "", 7 },
	[EXPR_CALL] = { "", 7 },
};

static void
write_at(struct buf *out, const struct expr *e, int least)
{
	bool inside = operators[e->op].rank < least;

	if (inside)
		buf_putc(out, '(');
	expr_write(out, e);
	if (inside)
		buf_putc(out, ')');
}

static void
write_literal(struct buf *out, const struct expr_value *value)
{
	char quote;

	if (value->type == EXPR_NUMBER) {
		buf_puts(out, expr_number_text(out->arena, value->number));
		return;
	}
	quote = strchr(value->text, '\'') == NULL ? '\'' : '"';
	buf_printf(out, "%c%s%c", quote, value->text, quote);
}

static void
write_call(struct buf *out, const struct expr *e)
{
	buf_printf(out, "%s(", e->function->name);
	for (size_t i = 0; i < e->n_args; i++) {
		if (i > 0)
			buf_puts(out, ", ");
		expr_write(out, e->args[i]);
	}
	buf_putc(out, ')');
}

void
expr_write(struct buf *out, const struct expr *e)
{
	int rank = operators[e->op].rank;

	switch (e->op) {
	case EXPR_LITERAL:
		write_literal(out, &e->value);
		return;
	case EXPR_NAME:
		buf_puts(out, e->name);
		return;
	case EXPR_CALL:
		write_call(out, e);
		return;
	case EXPR_NEG:
		buf_putc(out, '-');
		write_at(out, e->left, rank);
		return;
	default:
		/* Comparisons do not chain; the others lean left. */
		write_at(out, e->left, rank == 3 ? rank + 1 : rank);
		buf_printf(out, " %s ", operators[e->op].sign);
		write_at(out, e->right, rank + 1);
	}
}

struct names {
	const char *list[EXPR_MAX_NODES];
	size_t n;
};

static void
gather(struct names *names, const struct expr *e)
{
	if (e == NULL)
		return;
	if (e->op == EXPR_NAME) {
		for (size_t i = 0; i < names->n; i++)
			if (strcmp(names->list[i], e->name) == 0)
				return;
		names->list[names->n++] = e->name;
		return;
	}
	gather(names, e->left);
	gather(names, e->right);
	for (size_t i = 0; i < e->n_args; i++)
		gather(names, e->args[i]);
}

const char **
expr_names(size_t *count, struct arena *arena, const struct expr *expr)
{
	struct names names = { .n = 0 };

	gather(&names, expr);
	*count = names.n;
	return (arena_memdup(arena, names.list, names.n * sizeof(names.list[0])));
}
