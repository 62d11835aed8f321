/* expr_fixture.h — a small form that the tests of expressions speak about, and answers to it. */
#ifndef UNIT_EXPR_FIXTURE_H
#define UNIT_EXPR_FIXTURE_H

#include "check.h"

#include <stdio.h>
#include <string.h>

#include "scheme/expr.h"

static const char *const fixture_yes_no[] = { "yes", "no", NULL };
static const char *const fixture_kinds[] = { "musikk", "film", NULL };

static const struct expr_name fixture_names[] = {
	{ "applied", EXPR_NUMBER, NULL },
	{ "costs", EXPR_NUMBER, NULL },
	{ "empty", EXPR_NUMBER, NULL },
	{ "title", EXPR_TEXT, NULL },
	{ "no-text", EXPR_TEXT, NULL },
	{ "young", EXPR_TEXT, fixture_yes_no },
	{ "no-day", EXPR_DATE, NULL },
	{ "periode.start", EXPR_DATE, NULL },
	{ "periode.end", EXPR_DATE, NULL },
	{ "registered", EXPR_BOOLEAN, NULL },
	{ "unknown", EXPR_BOOLEAN, NULL },
	{ "kinds", EXPR_CODES, fixture_kinds },
	{ "municipalities", EXPR_CODES, NULL },
	{ "no-codes", EXPR_CODES, NULL },
	{ "files", EXPR_ROWS, NULL },
	{ "budget", EXPR_ROWS, NULL },
	{ "budget.cash", EXPR_COLUMN, NULL },
	{ "budget.own", EXPR_COLUMN, NULL },
};

static const struct expr_scope fixture_scope = {
	.names = fixture_names, .n_names = sizeof(fixture_names) / sizeof(fixture_names[0]), .self = "applied"
};

static inline struct expr_value
fixture_lookup(void *user, const char *name)
{
	const struct {
		const char *name;
		struct expr_value value;
	} answers[] = {
		{ "applied", expr_money(MONEY_NOK(75000)) },
		{ "costs", expr_money(MONEY_NOK(100000)) },
		{ "title", expr_text("Blåøyd kveld") },
		{ "young", expr_text("yes") },
		{ "periode.start", expr_date((struct date){ 2026, 1, 31 }) },
		{ "periode.end", expr_date((struct date){ 2026, 12, 1 }) },
		{ "registered", expr_boolean(true) },
		{ "kinds", expr_codes("musikk film") },
		{ "municipalities", expr_codes("all") },
		{ "budget.cash", expr_money((money){ 1050 }) },
	};

	(void)user;
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++)
		if (strcmp(answers[i].name, name) == 0)
			return (answers[i].value);
	return (expr_absent());
}

static inline int64_t
fixture_count(void *user, const char *name)
{
	(void)user;
	return (strcmp(name, "kinds") == 0         ? 2
		: strcmp(name, "budget") == 0      ? 3
		: strcmp(name, "budget.cash") == 0 ? 2
						   : 0);
}

static inline struct expr_env
fixture_env(struct arena *arena)
{
	return ((struct expr_env){
	    .lookup = fixture_lookup, .count = fixture_count, .today = { 2026, 3, 1 }, .arena = arena });
}

/* What text comes to, as words: "true", "absent", "12.5", "'text'", "2026-01-31"; or what is wrong with it. */
static inline const char *
fixture_eval(struct arena *arena, const char *text)
{
	struct expr_env env = fixture_env(arena);
	struct expr_error error;
	struct expr_value value;
	struct expr *expr;

	if (expr_compile(&expr, &error, arena, text, &fixture_scope) != OK)
		return (expr_error_text(arena, LANG_NB, &error));
	expr_eval(&value, expr, &env);
	switch (value.type) {
	case EXPR_BOOLEAN:
		return (value.boolean ? "true" : "false");
	case EXPR_NUMBER:
		return (expr_number_text(arena, value.number));
	case EXPR_TEXT:
		return (arena_printf(arena, "'%s'", value.text));
	case EXPR_DATE:
		return (date_iso(arena, value.date));
	case EXPR_ABSENT:
		return ("absent");
	default:
		return ("?");
	}
}

struct fixture_row {
	const char *text, *expected;
};

static inline void
fixture_check(const struct fixture_row *rows, size_t n)
{
	struct arena *arena = arena_new(0);

	for (size_t i = 0; i < n; i++) {
		const char *got = fixture_eval(arena, rows[i].text);

		if (strcmp(got, rows[i].expected) != 0)
			fail_msg("%s: expected %s, got %s", rows[i].text, rows[i].expected, got);
	}
	arena_free(arena);
}

#define FIXTURE_CHECK(rows) fixture_check(rows, sizeof(rows) / sizeof((rows)[0]))

#endif
