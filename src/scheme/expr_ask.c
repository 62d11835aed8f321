/* expr_ask.c — the functions that ask what lies outside the application: history, registers, lists, age. */
#include <string.h>

#include "scheme/expr_tree.h"

#define RUN(name)                                                                                                      \
	static void name(struct expr_value *out, const struct expr *call __attribute__((unused)),                      \
	    const struct expr_value *args __attribute__((unused)), const struct expr_env *env __attribute__((unused)))

static struct expr_value
asked(const struct expr_env *env, enum expr_question question, const char *of, int year)
{
	return (env->ask == NULL ? expr_absent() : env->ask(env->user, question, of, year));
}

/* Only whole years that calls can have. */
static struct expr_value
asked_of_year(const struct expr_env *env, enum expr_question question, const struct expr_value *args)
{
	expr_number year = args[1].number;

	if (year % EXPR_ONE != 0 || year < 2000 * EXPR_ONE || year > 2199 * EXPR_ONE)
		return (expr_absent());
	return (asked(env, question, args[0].text, (int)(year / EXPR_ONE)));
}

RUN(run_granted)
{
	*out = asked_of_year(env, EXPR_GRANTED, args);
}

RUN(run_applications)
{
	*out = asked_of_year(env, EXPR_APPLICATIONS, args);
}

RUN(run_granted_years)
{
	*out = asked(env, EXPR_GRANTED_YEARS, args[0].text, 0);
}

RUN(run_applied_years)
{
	*out = asked(env, EXPR_APPLIED_YEARS, args[0].text, 0);
}

RUN(run_applications_here)
{
	*out = asked(env, EXPR_APPLICATIONS_HERE, "", 0);
}

RUN(run_de_minimis)
{
	*out = asked(env, EXPR_DE_MINIMIS, "", 0);
}

RUN(run_registered)
{
	*out = asked(env, EXPR_REGISTERED, args[0].text, 0);
}

/* ------------------------------------------------------------------------------------------ lists and ages */

static bool
listed(const char *const *codes, const char *code, size_t len)
{
	for (size_t i = 0; codes != NULL && codes[i] != NULL; i++)
		if (strlen(codes[i]) == len && memcmp(codes[i], code, len) == 0)
			return (true);
	return (false);
}

/* How many of the codes stand in the list, and how many there are. */
static size_t
count_listed(size_t *all, const struct expr *call, const struct expr_value *args)
{
	size_t n = 0;

	*all = 0;
	for (const char *at = args[0].text; *at != '\0'; at += strcspn(at, " "), at += strspn(at, " ")) {
		n += listed(call->args[1]->codes, at, strcspn(at, " "));
		++*all;
	}
	return (n);
}

RUN(run_in_list)
{
	size_t all, n = count_listed(&all, call, args);

	*out = expr_boolean(n == all);
}

/* "all" is the whole county, and so some of any list. */
RUN(run_some_in_list)
{
	size_t all;

	*out = expr_boolean(count_listed(&all, call, args) > 0 || strcmp(args[0].text, "all") == 0);
}

RUN(run_one_of)
{
	struct expr_value found = expr_boolean(false);

	for (size_t i = 1; i < call->n_args; i++)
		found.boolean |= strcmp(args[0].text, args[i].text) == 0;
	*out = found;
}

/* Years lived by the day; who is born on 29 February turns a year on 1 March in common years. */
RUN(run_age)
{
	struct date born = args[0].date, day = args[1].date;
	bool before = day.month < born.month || (day.month == born.month && day.day < born.day);

	*out = date_cmp(day, born) < 0 ? expr_absent() : expr_integer(day.year - born.year - before);
}

static bool
asks_history(const struct expr_function *function)
{
	return (strchr(function->takes, 'S') != NULL || function->run == run_applications_here ||
		function->run == run_de_minimis);
}

bool
expr_asks_history(const struct expr *e)
{
	if (e == NULL)
		return (false);
	if (e->op == EXPR_CALL && asks_history(e->function))
		return (true);
	for (size_t i = 0; i < e->n_args; i++)
		if (expr_asks_history(e->args[i]))
			return (true);
	return (expr_asks_history(e->left) || expr_asks_history(e->right));
}

static void
note_call(const struct expr *e, void (*note)(void *user, const char *id), void *user)
{
	const char *id = e->n_args > 0 && e->function->takes[0] == 'S' ? e->args[0]->value.text : NULL;

	if (id != NULL && strcmp(id, "this") != 0 && strcmp(id, "any") != 0)
		note(user, id);
}

void
expr_schemes(const struct expr *e, void (*note)(void *user, const char *id), void *user)
{
	if (e == NULL)
		return;
	if (e->op == EXPR_CALL)
		note_call(e, note, user);
	for (size_t i = 0; i < e->n_args; i++)
		expr_schemes(e->args[i], note, user);
	expr_schemes(e->left, note, user);
	expr_schemes(e->right, note, user);
}

const struct expr_function expr_asking[] = {
	{ "t:granted", "Sn", EXPR_NUMBER, false, run_granted,
	    "kroner the applicant was granted under a scheme in a year; 0 when nothing" },
	{ "t:granted-years", "S", EXPR_NUMBER, false, run_granted_years,
	    "how many years in a row, up to the one before the call's, the applicant was granted under a scheme" },
	{ "t:applications", "Sn", EXPR_NUMBER, false, run_applications,
	    "how many other applications the applicant has sent under a scheme in a year" },
	{ "t:applied-years", "S", EXPR_NUMBER, false, run_applied_years,
	    "in how many years before the call's the applicant has applied under a scheme" },
	{ "t:applications-in-call", "", EXPR_NUMBER, false, run_applications_here,
	    "how many other applications the applicant has sent in the same call" },
	{ "t:de-minimis", "", EXPR_NUMBER, false, run_de_minimis,
	    "kroner the county has granted the applicant as de minimis in the last three years" },
	{ "t:registered", "R", EXPR_BOOLEAN, false, run_registered,
	    "whether the applicant stands in a register; absent when nobody knows" },
	{ "t:in-list", "cL", EXPR_BOOLEAN, false, run_in_list, "whether every code stands in a list of the scheme" },
	{ "t:some-in-list", "cL", EXPR_BOOLEAN, false, run_some_in_list, "whether at least one code does" },
	{ "t:one-of", "tt*", EXPR_BOOLEAN, false, run_one_of, "whether a text is one of those that follow" },
	{ "t:age", "dd", EXPR_NUMBER, false, run_age, "whole years from a day of birth to a day" },
	{ NULL, "", EXPR_ABSENT, false, NULL, NULL },
};
