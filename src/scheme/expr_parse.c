/* expr_parse.c — the text of an expression to a tree, by recursive descent, bounded in length, depth and nodes. */
#include <string.h>

#include "scheme/expr_tree.h"
#include "scheme/nearest.h"

struct parser {
	struct arena *arena;
	struct expr_error *error;
	const struct expr_scope *scope;
	const char *text, *at;
	int depth, nodes;
	enum status failed; /* the first failure; everything stops then */
};

static struct expr *or_expr(struct parser *);

static int
column(const struct parser *p)
{
	return ((int)(p->at - p->text) + 1);
}

static struct expr *
fail_with(struct parser *p, enum status st, int at, enum complaint complaint, const char *a)
{
	if (p->failed == OK) {
		p->failed = st;
		(void)expr_fail(p->error, at, complaint, a, NULL, NULL);
	}
	return (NULL);
}

static struct expr *
fail(struct parser *p, enum complaint complaint, const char *a)
{
	return (fail_with(p, ERR_INVALID, column(p), complaint, a));
}

static struct expr *
node(struct parser *p, enum expr_op op, int at)
{
	struct expr *e = arena_alloc(p->arena, sizeof(*e));

	if (++p->nodes > EXPR_MAX_NODES)
		return (fail_with(p, ERR_TOO_LARGE, at, COMPLAINT_EXPR_NODES, NULL));
	e->op = op;
	e->column = at;
	return (e);
}

static void
skip_space(struct parser *p)
{
	p->at += strspn(p->at, " \t\r\n");
}

static bool
is_name_start(char c)
{
	return ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_');
}

/* A name as in XML, ASCII only: "-" and "." belong to it, so that minus needs a space in front. */
static size_t
name_length(const char *at)
{
	if (!is_name_start(*at))
		return (0);
	return (strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."));
}

static bool
take_word(struct parser *p, const char *word)
{
	size_t len = strlen(word);

	skip_space(p);
	if (name_length(p->at) != len || memcmp(p->at, word, len) != 0)
		return (false);
	p->at += len;
	return (true);
}

static bool
take(struct parser *p, const char *sign)
{
	skip_space(p);
	if (strncmp(p->at, sign, strlen(sign)) != 0)
		return (false);
	p->at += strlen(sign);
	return (true);
}

/* ------------------------------------------------------------------------------------------ operands */

static struct expr *
number(struct parser *p)
{
	size_t len = strspn(p->at, "0123456789");
	struct expr *e = node(p, EXPR_LITERAL, column(p));

	if (e == NULL)
		return (NULL);
	if (p->at[len] == '.')
		len += 1 + strspn(p->at + len + 1, "0123456789");
	e->value = expr_decimal(arena_strndup(p->arena, p->at, len));
	if (e->value.type == EXPR_ABSENT)
		return (fail_with(p, ERR_TOO_LARGE, column(p), COMPLAINT_EXPR_NUMBER, NULL));
	if (is_name_start(p->at[len]))
		return (fail(p, COMPLAINT_EXPR_NUMBER_NAME, NULL));
	p->at += len;
	return (e);
}

static struct expr *
string(struct parser *p)
{
	const char *end = strchr(p->at + 1, *p->at);
	struct expr *e;

	if (end == NULL)
		return (fail(p, COMPLAINT_EXPR_QUOTE, NULL));
	if ((e = node(p, EXPR_LITERAL, column(p))) == NULL)
		return (NULL);
	e->value = (struct expr_value){ .type = EXPR_TEXT,
		.text = arena_strndup(p->arena, p->at + 1, (size_t)(end - p->at - 1)) };
	p->at = end + 1;
	return (e);
}

static struct expr *
arguments(struct parser *p, struct expr *call)
{
	struct expr *args[EXPR_MAX_ARGS];

	if (!take(p, ")")) {
		do {
			if (call->n_args == EXPR_MAX_ARGS)
				return (fail(p, COMPLAINT_EXPR_ARGUMENTS_MANY, call->name));
			if ((args[call->n_args++] = or_expr(p)) == NULL)
				return (NULL);
		} while (take(p, ","));
		if (!take(p, ")"))
			return (fail(p, COMPLAINT_EXPR_PARENTHESIS, NULL));
	}
	call->args = arena_memdup(p->arena, args, call->n_args * sizeof(args[0]));
	return (call);
}

static const char *
near_function(const char *name)
{
	const char *names[64];
	size_t n = 0;

	for (; n < 64 && expr_function_at(n) != NULL; n++)
		names[n] = expr_function_at(n)->name;
	return (nearest_word(name, names, n));
}

static struct expr *
call(struct parser *p, size_t len)
{
	struct expr *e = node(p, EXPR_CALL, column(p));

	if (e == NULL)
		return (NULL);
	e->name = arena_strndup(p->arena, p->at, len);
	if ((e->function = expr_function(p->at, len)) == NULL) {
		(void)fail(p, COMPLAINT_EXPR_FUNCTION, e->name);
		p->error->near = near_function(e->name);
		return (NULL);
	}
	p->at += len;
	(void)take(p, "(");
	return (arguments(p, e));
}

static struct expr *
name_or_call(struct parser *p)
{
	size_t len = name_length(p->at), prefix = len;
	struct expr *e;

	if (p->at[len] == ':' && p->at[len + 1] != ':') {
		prefix = name_length(p->at + len + 1);
		if (prefix == 0)
			return (fail(p, COMPLAINT_EXPR_SIGN, ":"));
		len += 1 + prefix;
		if (p->at[len + strspn(p->at + len, " \t\r\n")] != '(')
			return (fail(p, COMPLAINT_EXPR_PREFIX, arena_strndup(p->arena, p->at, len)));
	}
	if (p->at[len + strspn(p->at + len, " \t\r\n")] == '(')
		return (call(p, len));
	if ((e = node(p, EXPR_NAME, column(p))) == NULL)
		return (NULL);
	e->name = arena_strndup(p->arena, p->at, len);
	p->at += len;
	return (e);
}

static struct expr *
self(struct parser *p)
{
	struct expr *e;

	if (p->scope->self == NULL)
		return (fail(p, COMPLAINT_EXPR_SELF, NULL));
	if ((e = node(p, EXPR_NAME, column(p))) == NULL)
		return (NULL);
	e->name = arena_strdup(p->arena, p->scope->self);
	p->at++;
	return (e);
}

static struct expr *
parenthesis(struct parser *p)
{
	struct expr *e;

	p->at++;
	if ((e = or_expr(p)) == NULL)
		return (NULL);
	if (!take(p, ")"))
		return (fail(p, COMPLAINT_EXPR_PARENTHESIS, NULL));
	return (e);
}

static struct expr *
unexpected(struct parser *p)
{
	size_t len = 1;

	if (*p->at == '\0')
		return (fail(p, COMPLAINT_EXPR_END, NULL));
	if (strchr("/@[]|$:.*", *p->at) != NULL)
		return (fail(p, COMPLAINT_EXPR_PATH, NULL));
	/* A character of several bytes is shown whole. */
	while (((unsigned char)p->at[len] & 0xc0) == 0x80)
		len++;
	return (fail(p, COMPLAINT_EXPR_SIGN, arena_strndup(p->arena, p->at, len)));
}

static struct expr *
primary(struct parser *p)
{
	char c;

	skip_space(p);
	c = *p->at;
	if ((c >= '0' && c <= '9') || (c == '.' && p->at[1] >= '0' && p->at[1] <= '9'))
		return (number(p));
	if (c == '\'' || c == '"')
		return (string(p));
	if (c == '(')
		return (parenthesis(p));
	if (c == '.' && p->at[1] != '.' && p->at[1] != '/')
		return (self(p));
	if (is_name_start(c))
		return (name_or_call(p));
	return (unexpected(p));
}

/* ------------------------------------------------------------------------------------------ operators */

static struct expr *
pair(struct parser *p, enum expr_op op, int at, struct expr *left, struct expr *right)
{
	struct expr *e;

	if (left == NULL || right == NULL || (e = node(p, op, at)) == NULL)
		return (NULL);
	e->left = left;
	e->right = right;
	return (e);
}

static struct expr *
unary(struct parser *p)
{
	struct expr *e, *inner;
	int at;

	skip_space(p);
	at = column(p);
	if (!take(p, "-"))
		return (primary(p));
	if (++p->depth > EXPR_MAX_DEPTH)
		return (fail_with(p, ERR_TOO_LARGE, at, COMPLAINT_EXPR_DEPTH, NULL));
	inner = unary(p);
	p->depth--;
	if (inner == NULL || (e = node(p, EXPR_NEG, at)) == NULL)
		return (NULL);
	e->left = inner;
	return (e);
}

static struct expr *
multiplication(struct parser *p)
{
	struct expr *left = unary(p);

	while (left != NULL) {
		enum expr_op op;
		int at;

		skip_space(p);
		at = column(p);
		if (take(p, "*"))
			op = EXPR_MUL;
		else if (take_word(p, "div"))
			op = EXPR_DIV;
		else if (take_word(p, "mod"))
			op = EXPR_MOD;
		else
			break;
		left = pair(p, op, at, left, unary(p));
	}
	return (left);
}

static struct expr *
addition(struct parser *p)
{
	struct expr *left = multiplication(p);

	while (left != NULL) {
		enum expr_op op;
		int at;

		skip_space(p);
		at = column(p);
		if (take(p, "+"))
			op = EXPR_ADD;
		else if (take(p, "-"))
			op = EXPR_SUB;
		else
			break;
		left = pair(p, op, at, left, multiplication(p));
	}
	return (left);
}

static bool
take_comparison(struct parser *p, enum expr_op *op)
{
	static const struct {
		const char *sign;
		enum expr_op op;
	} signs[] = { { "<=", EXPR_LE }, { ">=", EXPR_GE }, { "!=", EXPR_NE }, { "=", EXPR_EQ }, { "<", EXPR_LT },
		{ ">", EXPR_GT } };

	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (take(p, signs[i].sign)) {
			*op = signs[i].op;
			return (true);
		}
	return (false);
}

/* XPath lets a < b < c compare a truth with a number; that is a mistake in every scheme, so it is one here. */
static struct expr *
comparison(struct parser *p)
{
	struct expr *left = addition(p);
	enum expr_op op;
	int at;

	if (left == NULL)
		return (NULL);
	skip_space(p);
	at = column(p);
	if (!take_comparison(p, &op))
		return (left);
	left = pair(p, op, at, left, addition(p));
	if (left != NULL && take_comparison(p, &op))
		return (fail(p, COMPLAINT_EXPR_CHAIN, NULL));
	return (left);
}

static struct expr *
and_expr(struct parser *p)
{
	struct expr *left = comparison(p);
	int at;

	for (skip_space(p), at = column(p); left != NULL && take_word(p, "and"); skip_space(p), at = column(p))
		left = pair(p, EXPR_AND, at, left, comparison(p));
	return (left);
}

static struct expr *
or_expr(struct parser *p)
{
	struct expr *left;
	int at;

	if (++p->depth > EXPR_MAX_DEPTH)
		return (fail_with(p, ERR_TOO_LARGE, column(p), COMPLAINT_EXPR_DEPTH, NULL));
	left = and_expr(p);
	for (skip_space(p), at = column(p); left != NULL && take_word(p, "or"); skip_space(p), at = column(p))
		left = pair(p, EXPR_OR, at, left, and_expr(p));
	p->depth--;
	return (left);
}

/* What may be left after a whole expression is a word or a sign too many. */
static struct expr *
whole(struct parser *p)
{
	struct expr *e;

	skip_space(p);
	if (*p->at == '\0')
		return (fail(p, COMPLAINT_EXPR_EMPTY, NULL));
	if ((e = or_expr(p)) == NULL)
		return (NULL);
	skip_space(p);
	if (*p->at == '\0')
		return (e);
	if (*p->at == ')')
		return (fail(p, COMPLAINT_EXPR_PARENTHESIS_OPEN, NULL));
	if (name_length(p->at) > 0 || strchr("'\"(0123456789", *p->at) != NULL)
		return (fail(p, COMPLAINT_EXPR_OPERATOR, NULL));
	return (unexpected(p));
}

enum status
expr_fail(struct expr_error *error, int at, enum complaint complaint, const char *a, const char *b, const char *c)
{
	*error = (struct expr_error){ .column = at, .complaint = complaint, .args = { a, b, c } };
	return (ERR_INVALID);
}

char *
expr_error_text(struct arena *arena, enum lang lang, const struct expr_error *error)
{
	static const char *const none[COMPLAINT_MAX_ARGS] = { NULL };
	static const char *const character[LANG__MAX] = { "tegn", "teikn", "character" };
	const char *args[COMPLAINT_MAX_ARGS], *near = "";

	memcpy(args, error->args, sizeof(args));
	for (size_t i = 0; i < 2; i++)
		if (error->words[i] != 0)
			args[i] = complaint_text(arena, lang, error->words[i], none);
	if (error->near != NULL)
		near = complaint_text(arena, lang, SUGGESTION, (const char *[COMPLAINT_MAX_ARGS]){ error->near });
	return (arena_printf(arena, "%s %d: %s%s", character[lang], error->column,
	    complaint_text(arena, lang, error->complaint, args), near));
}

/* A left-leaning chain "a + b + c ..." is as deep as it is long; EXPR_MAX_NODES bounds what walks it. */
enum status
expr_compile(
    struct expr **out, struct expr_error *error, struct arena *arena, const char *text, const struct expr_scope *scope)
{
	struct parser p = { .arena = arena, .error = error, .scope = scope, .text = text, .at = text };
	struct expr *e;
	enum status st;

	if (strlen(text) > EXPR_MAX_LENGTH) {
		(void)expr_fail(error, 1, COMPLAINT_EXPR_LENGTH, NULL, NULL, NULL);
		return (ERR_TOO_LARGE);
	}
	if ((e = whole(&p)) == NULL)
		return (p.failed);
	if ((st = expr_check(error, arena, e, scope)) != OK)
		return (st);
	*out = e;
	return (OK);
}
