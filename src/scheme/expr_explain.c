/* expr_explain.c — why an expression is true or false: the parts that decide it, each in a sentence. */
#include "scheme/expr_explain.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "scheme/expr_tree.h"
#include "scheme/scheme_rules.h"

struct explaining {
	struct arena *arena;
	const struct expr_env *env;
	const struct expr_words *words;
	enum lang lang;
	struct buf out;
};

enum truth { TRUTH_NO, TRUTH_YES, TRUTH_UNKNOWN };

static void explain(struct explaining *x, const struct expr *e, bool wanted);

static void
sentence(struct explaining *x, const char *text)
{
	if (x->out.len > 0)
		buf_putc(&x->out, ' ');
	buf_puts(&x->out, text_capital(x->arena, text));
}

static enum truth
truth(const struct explaining *x, const struct expr *e)
{
	struct expr_value value;

	expr_eval(&value, e, x->env);
	if (value.type != EXPR_BOOLEAN)
		return (TRUTH_UNKNOWN);
	return (value.boolean ? TRUTH_YES : TRUTH_NO);
}

static const char *
describe(const struct explaining *x, const struct expr *e)
{
	return (expr_describe(x->arena, e, x->env, x->words, x->lang));
}

/* --- comparisons -------------------------------------------------------------------------------------------------- */

/* The sign that says the same with the sides changed about, and the one that says the opposite. */
static enum expr_op
mirrored(enum expr_op op)
{
	static const enum expr_op by_op[] = { [EXPR_EQ] = EXPR_EQ,
		[EXPR_NE] = EXPR_NE,
		[EXPR_LT] = EXPR_GT,
		[EXPR_LE] = EXPR_GE,
		[EXPR_GT] = EXPR_LT,
		[EXPR_GE] = EXPR_LE };

	return (by_op[op]);
}

static enum expr_op
opposite(enum expr_op op)
{
	static const enum expr_op by_op[] = { [EXPR_EQ] = EXPR_NE,
		[EXPR_NE] = EXPR_EQ,
		[EXPR_LT] = EXPR_GE,
		[EXPR_LE] = EXPR_GT,
		[EXPR_GT] = EXPR_LE,
		[EXPR_GE] = EXPR_LT };

	return (by_op[op]);
}

/* "minst %s", "tidligst %s" */
static const char *
bound(enum expr_op op, bool day)
{
	static const char *const numbers[] = { [EXPR_EQ] = "%s",
		[EXPR_NE] = T("noe annet enn %s"),
		[EXPR_LT] = T("under %s"),
		[EXPR_LE] = T("høyst %s"),
		[EXPR_GT] = T("over %s"),
		[EXPR_GE] = T("minst %s") };
	static const char *const days[] = { [EXPR_EQ] = "%s",
		[EXPR_NE] = T("noe annet enn %s"),
		[EXPR_LT] = T("før %s"),
		[EXPR_LE] = T("senest %s"),
		[EXPR_GT] = T("etter %s"),
		[EXPR_GE] = T("tidligst %s") };

	return (day ? days[op] : numbers[op]);
}

static bool
is_fixed(const struct expr *e)
{
	return (e->op == EXPR_LITERAL || (e->op == EXPR_CALL && strcmp(e->function->name, "t:date") == 0));
}

/* The wanted value in words, told as the other side is: a literal by itself, anything else by name with its value. */
static const char *
wanted_text(const struct explaining *x, const struct expr *e, const struct expr *like)
{
	const char *value = expr_shown(x->arena, e, like, x->env, x->words, x->lang);

	if (is_fixed(e))
		return (value);
	return (*value == '\0' ? describe(x, e) : arena_printf(x->arena, "%s (%s)", describe(x, e), value));
}

static void
explain_comparison(struct explaining *x, const struct expr *e, bool wanted)
{
	enum expr_op op = wanted ? e->op : opposite(e->op);
	const struct expr *left = e->left, *right = e->right;
	const char *found, *limit;

	if (is_fixed(left) && !is_fixed(right)) {
		left = e->right;
		right = e->left;
		op = mirrored(op);
	}
	found = expr_shown(x->arena, left, left, x->env, x->words, x->lang);
	limit = tr_printf(x->arena, x->lang, bound(op, left->type == EXPR_DATE), wanted_text(x, right, left));
	if (*found == '\0')
		sentence(
		    x, tr_printf(x->arena, x->lang, "%s er ikke kjent ennå, og må være %s.", describe(x, left), limit));
	else
		sentence(x, tr_printf(x->arena, x->lang, "%s er %s, og må være %s.", describe(x, left), found, limit));
}

/* --- what is or is not ----------------------------------------------------------------------------------------------
 */

/* Texts for a predicate that holds and one that doesn't, with up to two %s. */
struct predicate {
	const char *function, *yes, *no;
};

static const struct predicate predicates[] = {
	{ "t:selected", T("%s: «%s» er valgt."), T("%s: «%s» er ikke valgt.") },
	{ "t:in-list", T("%s er på listen «%s»."), T("%s er ikke på listen «%s».") },
	{ "t:some-in-list", T("%s: minst én er på listen «%s»."), T("%s: ingen er på listen «%s».") },
	{ "contains", T("%s inneholder %s."), T("%s inneholder ikke %s.") },
	{ "starts-with", T("%s begynner med %s."), T("%s begynner ikke med %s.") },
	{ "t:registered", T("Søkeren står i %s%s."), T("Søkeren står ikke i %s%s.") },
	{ "t:answered", T("%s er besvart%s."), T("%s er ikke besvart%s.") },
};

static const struct predicate *
predicate_of(const struct expr *e)
{
	for (size_t i = 0; e->op == EXPR_CALL && i < sizeof(predicates) / sizeof(predicates[0]); i++)
		if (strcmp(predicates[i].function, e->function->name) == 0)
			return (&predicates[i]);
	return (NULL);
}

static const char *
first_argument(const struct explaining *x, const struct expr *e)
{
	enum register_kind kind;
	const char *value;

	if (strcmp(e->function->name, "t:registered") == 0)
		return (register_parse(&kind, e->args[0]->value.text) ? register_names[kind] : "");
	value = e->function->absent_too || strcmp(e->function->name, "t:selected") == 0
		    ? ""
		    : expr_shown(x->arena, e->args[0], e->args[0], x->env, x->words, x->lang);
	if (*value == '\0')
		return (describe(x, e->args[0]));
	return (arena_printf(x->arena, "%s (%s)", describe(x, e->args[0]), value));
}

static const char *
second_argument(const struct explaining *x, const struct expr *e)
{
	if (e->n_args < 2)
		return ("");
	if (e->args[1]->op != EXPR_LITERAL)
		return (describe(x, e->args[1]));
	if (strstr(e->function->name, "in-list") != NULL)
		return (x->words->list(x->words->user, e->args[1]->value.text, x->lang));
	if (strcmp(e->function->name, "t:selected") == 0)
		return (x->words->code(x->words->user, e->args[0]->name, e->args[1]->value.text, x->lang));
	return (arena_printf(x->arena, "«%s»", e->args[1]->value.text));
}

/* What is found, and when it isn't what is wanted, which of the two it breaks. */
static void
state(struct explaining *x, enum truth found, bool wanted, const char *text)
{
	sentence(x, text);
	if (found == TRUTH_YES && !wanted)
		sentence(x, tr(x->lang, "Det er ikke tillatt."));
	if (found == TRUTH_NO && wanted)
		sentence(x, tr(x->lang, "Det kreves."));
}

static void
explain_unknown(struct explaining *x, const char *what)
{
	sentence(x, tr_printf(x->arena, x->lang, "Vi vet ikke ennå: %s.", what));
}

static void
explain_predicate(struct explaining *x, const struct expr *e, const struct predicate *predicate, bool wanted)
{
	enum truth found = truth(x, e);
	const char *first = first_argument(x, e), *second = second_argument(x, e);

	if (found == TRUTH_UNKNOWN)
		explain_unknown(x, first);
	else
		state(x, found, wanted,
		    tr_printf(x->arena, x->lang, found == TRUTH_YES ? predicate->yes : predicate->no, first, second));
}

/* One of several codes. */
static void
explain_one_of(struct explaining *x, const struct expr *e, bool wanted)
{
	const char *codes[EXPR_MAX_ARGS], *list;
	const char *found = expr_shown(x->arena, e->args[0], e->args[0], x->env, x->words, x->lang);

	for (size_t i = 1; i < e->n_args; i++)
		codes[i - 1] = expr_shown(x->arena, e->args[i], e->args[0], x->env, x->words, x->lang);
	list = text_join(x->arena, codes, e->n_args - 1, tr(x->lang, " eller "));
	if (*found == '\0')
		explain_unknown(x, describe(x, e->args[0]));
	else
		sentence(x, tr_printf(x->arena, x->lang,
				wanted ? T("%s er %s, og må være %s.") : T("%s er %s, og kan ikke være %s."),
				describe(x, e->args[0]), found, list));
}

static void
explain_name(struct explaining *x, const struct expr *e, bool wanted)
{
	enum truth found = truth(x, e);

	if (found == TRUTH_UNKNOWN)
		explain_unknown(x, describe(x, e));
	else
		state(x, found, wanted,
		    tr_printf(x->arena, x->lang, "%s: %s.", describe(x, e),
			found == TRUTH_YES ? tr(x->lang, "ja") : tr(x->lang, "nei")));
}

static void
explain_call(struct explaining *x, const struct expr *e, bool wanted)
{
	const struct predicate *predicate = predicate_of(e);

	if (strcmp(e->function->name, "not") == 0)
		explain(x, e->args[0], !wanted);
	else if (strcmp(e->function->name, "t:one-of") == 0)
		explain_one_of(x, e, wanted);
	else if (predicate != NULL)
		explain_predicate(x, e, predicate, wanted);
	else if (strcmp(e->function->name, "t:default") == 0)
		explain(x, truth(x, e->args[0]) == TRUTH_UNKNOWN ? e->args[1] : e->args[0], wanted);
}

/* --- the parts together ------------------------------------------------------------------------------------------- */

static enum truth
turned(enum truth found, bool wanted)
{
	if (found == TRUTH_UNKNOWN)
		return (found);
	return ((found == TRUTH_YES) == wanted ? TRUTH_YES : TRUTH_NO);
}

/* The parts of a chain of the same sign, from left to right. */
static void
explain_chain(struct explaining *x, const struct expr *e, enum expr_op op, bool wanted, enum truth only)
{
	if (e->op == op) {
		explain_chain(x, e->left, op, wanted, only);
		explain_chain(x, e->right, op, wanted, only);
	} else if (only == TRUTH_UNKNOWN || turned(truth(x, e), wanted) == only) {
		explain(x, e, wanted);
	}
}

/*
 * Where all must hold (and, or what is not wanted of or) those that don't decide it; where one is enough, those that
 * do. Otherwise every part counts.
 */
static void
explain_logic(struct explaining *x, const struct expr *e, bool wanted)
{
	bool all = (e->op == EXPR_AND) == wanted;
	enum truth found = turned(truth(x, e), wanted);

	if (!all && found != TRUTH_YES)
		sentence(x, tr(x->lang, "Minst ett av dette må gjelde:"));
	explain_chain(x, e, e->op, wanted,
	    all && found == TRUTH_NO     ? TRUTH_NO
	    : !all && found == TRUTH_YES ? TRUTH_YES
					 : TRUTH_UNKNOWN);
}

static void
explain(struct explaining *x, const struct expr *e, bool wanted)
{
	switch (e->op) {
	case EXPR_AND:
	case EXPR_OR:
		return (explain_logic(x, e, wanted));
	case EXPR_NAME:
		return (explain_name(x, e, wanted));
	case EXPR_CALL:
		return (explain_call(x, e, wanted));
	default:
		return (explain_comparison(x, e, wanted));
	}
}

const char *
expr_explain(struct arena *arena, const struct expr *expr, const struct expr_env *env, const struct expr_words *words,
    enum lang lang)
{
	struct explaining x = { arena, env, words, lang, buf_new(arena) };

	if (expr == NULL)
		return ("");
	explain(&x, expr, true);
	return (arena_strdup(arena, buf_text(&x.out)));
}
