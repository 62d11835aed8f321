/* scheme_check_reach.c — dead ends: conditions that no answers fulfil, and questions whose answers nothing uses.
 *
 * A condition that only holds single answers against what is written is tried with every answer that matters: each
 * code, and for numbers those at and beside what they are held against. Whoever would never see a question has no
 * answer to it. Other conditions are taken to be possible.
 */
#include <stdlib.h>
#include <string.h>

#include "scheme/expr_tree.h"
#include "scheme/scheme_check.h"

#define MOST_NAMES 6
#define MOST_VALUES 48
#define MOST_TRIES 2000       /* for one condition */
#define MOST_TRIES_ALL 100000 /* for all of a document, so that checking never takes long */

struct guess {
	const char *name;
	const struct scheme_field *field; /* NULL for facts without one */
	struct expr_value values[MOST_VALUES];
	size_t n, at; /* the first value is no answer */
};

struct tries {
	struct scheme_reader *r;
	const struct scheme_field *group;
	struct guess names[MOST_NAMES];
	size_t n;
	bool lost; /* more than can be tried */
};

/* ------------------------------------------------------------------------------------------ what to try */

static void gather(struct tries *t, const struct expr *e);

/* Whole numbers, and sums within what the field takes. */
static bool
answerable(const struct scheme_field *field, const struct expr_value *value)
{
	if (field == NULL || value->type != EXPR_NUMBER)
		return (true);
	if (field->type == FIELD_INTEGER && value->number % EXPR_ONE != 0)
		return (false);
	if ((field->type != FIELD_INTEGER && field->type != FIELD_MONEY) || field->min > field->max)
		return (true);
	return (value->number >= field->min * EXPR_ONE && value->number <= field->max * EXPR_ONE);
}

static void
add_value(struct tries *t, struct guess *guess, struct expr_value value)
{
	if (!answerable(guess->field, &value))
		return;
	if (guess->n == MOST_VALUES)
		t->lost = true;
	else
		guess->values[guess->n++] = value;
}

static void
add_number(struct tries *t, struct guess *guess, expr_number number)
{
	static const int beside[] = { -100, -1, 0, 1, 100 };

	for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++)
		add_value(t, guess,
		    (struct expr_value){ .type = EXPR_NUMBER, .number = number + beside[i] * (EXPR_ONE / 100) });
}

static void
add_literal(struct tries *t, struct guess *guess, const struct expr_value *value)
{
	if (value->type == EXPR_NUMBER)
		add_number(t, guess, value->number);
	else
		add_value(t, guess, *value);
}

/* Each of a choice's codes; one of several is enough for t:selected(), and all of them for what wants more. */
static void
add_codes(struct tries *t, struct guess *guess, const struct expr *e)
{
	struct buf all = buf_new(t->r->scratch);

	for (size_t i = 0; e->codes[i] != NULL; i++) {
		add_value(t, guess, e->type == EXPR_CODES ? expr_codes(e->codes[i]) : expr_text(e->codes[i]));
		buf_printf(&all, "%s%s", i == 0 ? "" : " ", e->codes[i]);
	}
	if (e->type == EXPR_CODES)
		add_value(t, guess, expr_codes(buf_text(&all)));
}

/* What an answer may be before anything is held against it. */
static void
add_usual(struct tries *t, struct guess *guess, const struct expr *e)
{
	const struct scheme_field *field = guess->field;

	add_value(t, guess, expr_absent());
	if (e->codes != NULL)
		add_codes(t, guess, e);
	else if (e->type == EXPR_BOOLEAN) {
		add_value(t, guess, expr_boolean(true));
		add_value(t, guess, expr_boolean(false));
	} else if (e->type == EXPR_TEXT)
		add_value(t, guess, expr_text("\x01"));
	else if (e->type != EXPR_NUMBER)
		t->lost = true;
	else if (field != NULL && (field->type == FIELD_INTEGER || field->type == FIELD_MONEY) &&
		 field->min <= field->max) {
		add_value(t, guess, expr_integer(field->min));
		add_value(t, guess, expr_integer(field->max));
	} else
		add_value(t, guess, expr_integer(1));
}

static struct guess *
guess_of(struct tries *t, const struct expr *e)
{
	struct guess *guess;

	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->names[i].name, e->name) == 0)
			return (&t->names[i]);
	if (t->n == MOST_NAMES) {
		t->lost = true;
		return (NULL);
	}
	guess = &t->names[t->n++];
	guess->name = e->name;
	guess->field = scheme_field_named(t->r->scheme, t->group, e->name);
	add_usual(t, guess, e);
	if (guess->field != NULL && guess->field->relevant != NULL)
		gather(t, guess->field->relevant);
	return (guess);
}

static void
gather_comparison(struct tries *t, const struct expr *name, const struct expr *literal)
{
	struct guess *guess;

	if (name->op == EXPR_LITERAL && literal->op == EXPR_NAME)
		gather_comparison(t, literal, name);
	else if (name->op != EXPR_NAME || literal->op != EXPR_LITERAL)
		t->lost = true;
	else if ((guess = guess_of(t, name)) != NULL)
		add_literal(t, guess, &literal->value);
}

static void
gather_call(struct tries *t, const struct expr *e)
{
	const char *name = e->function->name;
	struct guess *guess;

	if (strcmp(name, "true") == 0 || strcmp(name, "false") == 0)
		return;
	if (strcmp(name, "not") == 0)
		gather(t, e->args[0]);
	else if (strcmp(name, "t:answered") == 0)
		(void)guess_of(t, e->args[0]);
	else if ((strcmp(name, "t:selected") == 0 || strcmp(name, "t:one-of") == 0) && e->args[0]->op == EXPR_NAME) {
		if ((guess = guess_of(t, e->args[0])) == NULL)
			return;
		for (size_t i = 1; i < e->n_args; i++)
			if (e->args[i]->op != EXPR_LITERAL)
				t->lost = true;
			else if (e->args[0]->type == EXPR_TEXT)
				add_literal(t, guess, &e->args[i]->value);
	} else
		t->lost = true;
}

static void
gather(struct tries *t, const struct expr *e)
{
	if (t->lost)
		return;
	switch (e->op) {
	case EXPR_OR:
	case EXPR_AND:
		gather(t, e->left);
		gather(t, e->right);
		return;
	case EXPR_EQ:
	case EXPR_NE:
	case EXPR_LT:
	case EXPR_LE:
	case EXPR_GT:
	case EXPR_GE:
		gather_comparison(t, e->left, e->right);
		return;
	case EXPR_CALL:
		gather_call(t, e);
		return;
	case EXPR_NAME:
		(void)guess_of(t, e);
		return;
	default:
		t->lost = true;
	}
}

/* ------------------------------------------------------------------------------------------ trying */

static struct expr_env environment(struct tries *t);

static struct expr_value
lookup(void *user, const char *name)
{
	struct tries *t = user;
	struct expr_env env = environment(t);

	for (size_t i = 0; i < t->n; i++) {
		const struct guess *guess = &t->names[i];

		if (strcmp(guess->name, name) != 0)
			continue;
		if (guess->field != NULL && !expr_applies(guess->field->relevant, &env, true))
			return (expr_absent());
		return (guess->values[guess->at]);
	}
	return (expr_absent());
}

static int64_t
count(void *user, const char *name)
{
	(void)user;
	(void)name;
	return (0);
}

static struct expr_env
environment(struct tries *t)
{
	return ((struct expr_env){ .lookup = lookup, .count = count, .user = t, .arena = t->r->scratch });
}

static bool
next_try(struct tries *t)
{
	for (size_t i = 0; i < t->n; i++) {
		if (++t->names[i].at < t->names[i].n)
			return (true);
		t->names[i].at = 0;
	}
	return (false);
}

static size_t
count_tries(const struct tries *t)
{
	size_t n = 1;

	for (size_t i = 0; i < t->n && n <= MOST_TRIES; i++)
		n *= t->names[i].n;
	return (n);
}

/* Whether it is certain that no answers make the condition true. */
static bool
is_never(struct scheme_reader *r, const struct scheme_condition *condition, size_t *left)
{
	struct tries *t = arena_alloc(r->scratch, sizeof(*t));
	struct expr_value value;
	struct expr_env env;
	size_t n;

	t->r = r;
	t->group = condition->group;
	env = environment(t);
	gather(t, condition->expr);
	if (t->lost || (n = count_tries(t)) > MOST_TRIES || n > *left)
		return (false);
	do {
		expr_eval(&value, condition->expr, &env);
		(*left)--;
		if (value.type == EXPR_BOOLEAN && value.boolean)
			return (false);
	} while (next_try(t));
	return (true);
}

/* ------------------------------------------------------------------------------------------ what to say */

/* required="false()" says outright that a question may be left. */
static void
complain_of_never(struct scheme_reader *r, const struct scheme_condition *c)
{
	int line = xml_attribute_line(c->node, c->attribute);
	const char *id = xml_attribute(c->node, "id");

	if (strcmp(c->attribute, "relevant") == 0)
		COMPLAIN(r->messages, line, COMPLAINT_NEVER_ASKED, id);
	else if (strcmp(c->attribute, "constraint") == 0)
		COMPLAIN(r->messages, line, COMPLAINT_NEVER_RIGHT, id);
	else if (strcmp(c->attribute, "test") == 0 && xml_is(c->node, "rule"))
		COMPLAIN(r->messages, line, COMPLAINT_NEVER_PASSED, id);
	else if (strcmp(c->attribute, "required") != 0 || !check_constant(r, c->expr))
		COMPLAIN(r->messages, line, COMPLAINT_NEVER_HOLDS, c->attribute, c->node->name);
}

static bool
is_named(const struct scheme_reader *r, const struct scheme_field *field)
{
	for (const struct scheme_condition *c = r->conditions; c != NULL; c = c->next) {
		size_t n;
		const char **names = expr_names(&n, r->scratch, c->expr);

		if (c->self != NULL && strcmp(c->self, field->id) == 0)
			continue;
		for (size_t i = 0; i < n; i++)
			if (scheme_field_named(r->scheme, c->group, names[i]) == field)
				return (true);
	}
	return (false);
}

/* Officers who judge a rule may use any answer. */
static bool
is_judged(const struct scheme *scheme)
{
	for (size_t i = 0; i < scheme->n_rules; i++)
		if (scheme_rule_judged(&scheme->rules[i]))
			return (true);
	return (false);
}

/* Words and papers are read by whoever checks the form; the rest only a rule can use. */
static bool
is_for_rules(const struct scheme_field *field)
{
	return (field->uses == USE_ELIGIBILITY &&
		(field->type == FIELD_YES_NO || field->type == FIELD_CHOICE || field->type == FIELD_MULTI_CHOICE ||
		    field->type == FIELD_INTEGER || field->type == FIELD_MONEY || field->type == FIELD_DATE ||
		    field->type == FIELD_BIRTH_DATE));
}

/* What is asked for the rules alone must be named by one (R88). */
static void
check_use(struct scheme_reader *r, const struct scheme_field *field)
{
	if (!is_for_rules(field) || is_named(r, field))
		return;
	COMPLAIN(r->messages, field->line, COMPLAINT_FIELD_UNUSED, field->id);
}

static bool
share_name(struct scheme_reader *r, const struct expr *a, const struct expr *b)
{
	size_t n_a, n_b;
	const char **of_a = expr_names(&n_a, r->scratch, a), **of_b = expr_names(&n_b, r->scratch, b);

	for (size_t i = 0; i < n_a; i++)
		for (size_t k = 0; k < n_b; k++)
			if (strcmp(of_a[i], of_b[k]) == 0)
				return (true);
	return (false);
}

/* Knock-outs that hold for all of the same applicants. */
static bool
meet(const struct scheme_rule *a, const struct scheme_rule *b)
{
	const struct scheme_rule *both[] = { a, b };

	for (size_t i = 0; i < 2; i++)
		if (both[i]->severity != RULE_KNOCK_OUT || both[i]->test == NULL || both[i]->when != NULL)
			return (false);
	return (a->kinds == 0 || b->kinds == 0 || (a->kinds & b->kinds) != 0);
}

/* Two rules that each can be passed, and never both. */
static void
check_pair(struct scheme_reader *r, size_t first, size_t second, size_t *left)
{
	const struct scheme_rule *a = &r->scheme->rules[first], *b = &r->scheme->rules[second];
	struct expr *both = arena_alloc(r->scratch, sizeof(*both));
	struct scheme_condition pair = { .expr = both }, one = { .expr = a->test }, other = { .expr = b->test };

	if (!meet(a, b) || !share_name(r, a->test, b->test))
		return;
	*both = (struct expr){ .op = EXPR_AND, .type = EXPR_BOOLEAN, .left = a->test, .right = b->test };
	if (is_never(r, &pair, left) && !is_never(r, &one, left) && !is_never(r, &other, left))
		COMPLAIN(r->messages, child_at(xml_child(r->root, "eligibility"), "rule", second)->line,
		    COMPLAINT_NEVER_BOTH, a->id, b->id);
}

void
scheme_check_reach(struct scheme_reader *r)
{
	size_t left = MOST_TRIES_ALL;

	for (const struct scheme_condition *c = r->conditions; c != NULL; c = c->next)
		if (expr_type(c->expr) == EXPR_BOOLEAN && is_never(r, c, &left))
			complain_of_never(r, c);
	for (size_t b = 1; b < r->scheme->n_rules; b++)
		for (size_t a = 0; a < b; a++)
			check_pair(r, a, b, &left);
	if (is_judged(r->scheme))
		return;
	for (size_t s = 0; s < r->scheme->n_sections; s++)
		for (size_t f = 0; f < r->scheme->sections[s].n_fields; f++)
			check_use(r, &r->scheme->sections[s].fields[f]);
}
