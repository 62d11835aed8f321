/* expr_describe.c — what a number, a text or a day in an expression is called, and its value in words. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "scheme/expr_explain.h"
#include "scheme/expr_tree.h"

struct describing {
	struct arena *arena;
	const struct expr_env *env;
	const struct expr_words *words;
	enum lang lang;
};

static const char *describe(const struct describing *d, const struct expr *e);

static bool
calls(const struct expr *e, const char *name)
{
	return (e->op == EXPR_CALL && strcmp(e->function->name, name) == 0);
}

/* --- kroner ------------------------------------------------------------------------------------------------------- */

/* Whether what it comes to is a sum of money, and not a count or a share. */
static bool
in_kroner(const struct describing *d, const struct expr *e)
{
	if (e->type != EXPR_NUMBER && e->type != EXPR_COLUMN)
		return (false);
	switch (e->op) {
	case EXPR_NAME:
		return (e->type == EXPR_COLUMN || d->words->money(d->words->user, e->name));
	case EXPR_CALL:
		if (calls(e, "t:granted") || calls(e, "t:de-minimis") || calls(e, "sum"))
			return (true);
		for (size_t i = 0; i < e->n_args; i++)
			if (in_kroner(d, e->args[i]))
				return (true);
		return (false);
	case EXPR_DIV:
		return (in_kroner(d, e->left) && !in_kroner(d, e->right));
	case EXPR_LITERAL:
		return (false);
	default:
		return ((e->left != NULL && in_kroner(d, e->left)) || (e->right != NULL && in_kroner(d, e->right)));
	}
}

/* Years are written without a space between the digits. */
static bool
is_year(const struct expr *e)
{
	return (calls(e, "t:year") || (e->op == EXPR_NAME && strcmp(e->name, "call-year") == 0));
}

/* "1 234,5" */
static const char *
number_text(const struct describing *d, expr_number number)
{
	char *text = expr_number_text(d->arena, number), *point = strchr(text, '.');
	int64_t whole = (int64_t)(number / EXPR_ONE);

	if (point == NULL)
		return (money_count(d->arena, whole));
	return (arena_printf(d->arena, "%s%s%c%.4s", number < 0 && whole == 0 ? "-" : "", money_count(d->arena, whole),
	    d->lang == LANG_EN ? '.' : ',', point + 1));
}

static const char *
value_text(const struct describing *d, const struct expr_value *value, const struct expr *of, bool kroner)
{
	switch (value->type) {
	case EXPR_NUMBER:
		if (kroner)
			return (money_show(d->arena, (money){ (int64_t)(value->number * 100 / EXPR_ONE) }));
		return (number_text(d, value->number));
	case EXPR_DATE:
		return (date_long(d->arena, value->date, d->lang));
	case EXPR_TEXT:
	case EXPR_CODES:
		if (of != NULL && of->op == EXPR_NAME)
			return (d->words->code(d->words->user, of->name, value->text, d->lang));
		return (arena_printf(d->arena, "«%s»", value->text));
	case EXPR_BOOLEAN:
		return (value->boolean ? tr(d->lang, "ja") : tr(d->lang, "nei"));
	default:
		return ("");
	}
}

/* --- names -------------------------------------------------------------------------------------------------------- */

/* A question is quoted; a name is written small inside a sentence, unless its second letter is large too. */
static const char *
label_inside(const struct describing *d, const char *name)
{
	const char *label = d->words->label(d->words->user, name, d->lang);
	size_t len = strlen(label);
	char *small;

	if (len > 0 && label[len - 1] == '?')
		return (arena_printf(d->arena, "«%s»", label));
	if (label[0] < 'A' || label[0] > 'Z' || (label[1] >= 'A' && label[1] <= 'Z') ||
	    (label[1] >= '0' && label[1] <= '9'))
		return (label);
	small = arena_strdup(d->arena, label);
	small[0] = (char)(small[0] - 'A' + 'a');
	return (small);
}

static const char *
scheme_text(const struct describing *d, const struct expr *call)
{
	return (d->words->scheme(d->words->user, call->args[0]->value.text, d->lang));
}

/* "i 2025", or in words when nobody knows which year it is. */
static const char *
year_text(const struct describing *d, const struct expr *year)
{
	struct expr_value value;

	expr_eval(&value, year, d->env);
	if (value.type != EXPR_NUMBER)
		return (describe(d, year));
	return (arena_printf(d->arena, "%lld", (long long)(value.number / EXPR_ONE)));
}

/* A day is told as the day it is, when it is known. */
static const char *
day_text(const struct describing *d, const struct expr *day)
{
	struct expr_value value;

	if (day->op != EXPR_LITERAL && !calls(day, "t:date"))
		return (describe(d, day));
	expr_eval(&value, day, d->env);
	return (value_text(d, &value, NULL, false));
}

static const char *
countable_text(const struct describing *d, const struct expr *call)
{
	static const char *const by_type[] = { [EXPR_CODES] = T("antall svar på %s"),
		[EXPR_ROWS] = T("antall rader eller filer i %s"),
		[EXPR_COLUMN] = T("antall utfylte felt i %s") };

	return (tr_printf(d->arena, d->lang, by_type[call->args[0]->type], label_inside(d, call->args[0]->name)));
}

/* --- functions ---------------------------------------------------------------------------------------------------- */

static const char *
describe_history(const struct describing *d, const struct expr *e)
{
	if (calls(e, "t:granted"))
		return (
		    tr_printf(d->arena, d->lang, "tilskudd fra %s i %s", scheme_text(d, e), year_text(d, e->args[1])));
	if (calls(e, "t:applications"))
		return (tr_printf(d->arena, d->lang, "antall andre søknader til %s i %s", scheme_text(d, e),
		    year_text(d, e->args[1])));
	if (calls(e, "t:granted-years"))
		return (tr_printf(d->arena, d->lang, "antall år på rad med tilskudd fra %s", scheme_text(d, e)));
	if (calls(e, "t:applied-years"))
		return (tr_printf(d->arena, d->lang, "antall tidligere år med søknad til %s", scheme_text(d, e)));
	if (calls(e, "t:applications-in-call"))
		return (tr(d->lang, "antall andre søknader i samme utlysning"));
	if (calls(e, "t:de-minimis"))
		return (tr(d->lang, "bagatellmessig støtte fra fylkeskommunen de siste tre årene"));
	return (NULL);
}

static const char *
describe_days(const struct describing *d, const struct expr *e)
{
	if (calls(e, "t:days"))
		return (tr_printf(
		    d->arena, d->lang, "antall dager fra %s til %s", day_text(d, e->args[0]), day_text(d, e->args[1])));
	if (calls(e, "t:months"))
		return (tr_printf(d->arena, d->lang, "antall hele måneder fra %s til %s", day_text(d, e->args[0]),
		    day_text(d, e->args[1])));
	if (calls(e, "t:age"))
		return (tr_printf(d->arena, d->lang, "alder på %s", day_text(d, e->args[1])));
	if (calls(e, "t:today"))
		return (tr(d->lang, "dagen søknaden kommer"));
	if (calls(e, "t:year"))
		return (tr_printf(d->arena, d->lang, "året for %s", day_text(d, e->args[0])));
	if (calls(e, "t:add-days") || calls(e, "t:add-months"))
		return (tr_printf(d->arena, d->lang,
		    calls(e, "t:add-days") ? T("%s pluss %s dager") : T("%s pluss %s måneder"), day_text(d, e->args[0]),
		    describe(d, e->args[1])));
	return (NULL);
}

static const char *
list_text(const struct describing *d, const struct expr *call)
{
	const char *parts[EXPR_MAX_ARGS];

	for (size_t i = 0; i < call->n_args; i++)
		parts[i] = describe(d, call->args[i]);
	return (text_join(d->arena, parts, call->n_args, tr(d->lang, " og ")));
}

static const char *
describe_call(const struct describing *d, const struct expr *e)
{
	const char *text = describe_history(d, e);

	if (text != NULL || (text = describe_days(d, e)) != NULL)
		return (text);
	if (calls(e, "count"))
		return (countable_text(d, e));
	if (calls(e, "sum"))
		return (tr_printf(d->arena, d->lang, "summen av %s", label_inside(d, e->args[0]->name)));
	if (calls(e, "string-length"))
		return (tr_printf(d->arena, d->lang, "antall tegn i %s", describe(d, e->args[0])));
	if (calls(e, "t:min"))
		return (tr_printf(d->arena, d->lang, "det laveste av %s", list_text(d, e)));
	if (calls(e, "t:max"))
		return (tr_printf(d->arena, d->lang, "det høyeste av %s", list_text(d, e)));
	if (calls(e, "t:figure"))
		return (tr_printf(d->arena, d->lang, "tallet «%s»", e->args[0]->value.text));
	return (e->n_args > 0 ? describe(d, e->args[0]) : e->function->name);
}

static const char *
describe_arithmetic(const struct describing *d, const struct expr *e)
{
	static const char *const words[] = { [EXPR_ADD] = T("%s pluss %s"),
		[EXPR_SUB] = T("%s minus %s"),
		[EXPR_MUL] = T("%s ganger %s"),
		[EXPR_DIV] = T("%s delt på %s"),
		[EXPR_MOD] = T("resten av %s delt på %s") };

	if (e->op == EXPR_NEG)
		return (tr_printf(d->arena, d->lang, "minus %s", describe(d, e->left)));
	return (tr_printf(d->arena, d->lang, words[e->op], describe(d, e->left), describe(d, e->right)));
}

static const char *
describe(const struct describing *d, const struct expr *e)
{
	switch (e->op) {
	case EXPR_LITERAL:
		return (value_text(d, &e->value, NULL, false));
	case EXPR_NAME:
		return (label_inside(d, e->name));
	case EXPR_CALL:
		return (describe_call(d, e));
	default:
		return (describe_arithmetic(d, e));
	}
}

const char *
expr_describe(struct arena *arena, const struct expr *expr, const struct expr_env *env, const struct expr_words *words,
    enum lang lang)
{
	return (describe(&(struct describing){ arena, env, words, lang }, expr));
}

const char *
expr_shown(struct arena *arena, const struct expr *expr, const struct expr *like, const struct expr_env *env,
    const struct expr_words *words, enum lang lang)
{
	struct describing d = { arena, env, words, lang };
	struct expr_value value;

	expr_eval(&value, expr, env);
	if (value.type == EXPR_NUMBER && (is_year(expr) || is_year(like)))
		return (expr_number_text(arena, value.number));
	return (
	    value_text(&d, &value, expr->op == EXPR_NAME ? expr : like, in_kroner(&d, expr) || in_kroner(&d, like)));
}
