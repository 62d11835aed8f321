/* expr_function.c — the functions of expressions: XPath's, and ours in the t: namespace. */
#include <string.h>

#include "core/text.h"
#include "scheme/expr_tree.h"

#define RUN(name)                                                                                                      \
	static void name(struct expr_value *out, const struct expr *call __attribute__((unused)),                      \
	    const struct expr_value *args __attribute__((unused)), const struct expr_env *env __attribute__((unused)))

static struct expr_value
number_value(bool known, expr_number n)
{
	if (!known)
		return (expr_absent());
	return ((struct expr_value){ .type = EXPR_NUMBER, .number = n });
}

RUN(run_true)
{
	*out = expr_boolean(true);
}

RUN(run_false)
{
	*out = expr_boolean(false);
}

RUN(run_not)
{
	*out = expr_boolean(!args[0].boolean);
}

RUN(run_count)
{
	*out = expr_integer(env->count(env->user, call->args[0]->name));
}

/* The value of a column is its sum already. */
RUN(run_sum)
{
	*out = args[0];
}

RUN(run_string_length)
{
	*out = expr_integer((int64_t)text_length(args[0].text));
}

RUN(run_contains)
{
	*out = expr_boolean(strstr(args[0].text, args[1].text) != NULL);
}

RUN(run_starts_with)
{
	*out = expr_boolean(text_starts(args[0].text, args[1].text));
}

RUN(run_concat)
{
	struct buf text = buf_new(env->arena);

	for (size_t i = 0; i < call->n_args; i++)
		buf_puts(&text, args[i].text);
	*out = expr_text(buf_text(&text));
}

RUN(run_floor)
{
	*out = number_value(true, expr_floor(args[0].number));
}

RUN(run_ceiling)
{
	*out = number_value(true, -expr_floor(-args[0].number));
}

/* As XPath says: halves go up, also below zero. */
RUN(run_round)
{
	*out = number_value(true, expr_floor(args[0].number + EXPR_ONE / 2));
}

RUN(run_number)
{
	*out = expr_decimal(text_trim(env->arena, args[0].text));
}

static struct expr_value
extreme(const struct expr_value *args, size_t n, int sign)
{
	struct expr_value found = args[0];

	for (size_t i = 1; i < n; i++)
		if (sign * (args[i].number > found.number ? 1 : -1) > 0)
			found = args[i];
	return (found);
}

RUN(run_min)
{
	*out = extreme(args, call->n_args, -1);
}

RUN(run_max)
{
	*out = extreme(args, call->n_args, 1);
}

RUN(run_answered)
{
	const struct expr *arg = call->args[0];

	if (arg->type == EXPR_CODES || arg->type == EXPR_ROWS || arg->type == EXPR_COLUMN || arg->type == EXPR_CELLS)
		*out = expr_boolean(env->count(env->user, arg->name) > 0);
	else
		*out = expr_boolean(args[0].type != EXPR_ABSENT);
}

RUN(run_default)
{
	*out = args[0].type == EXPR_ABSENT ? args[1] : args[0];
}

/* "all" stands for every municipality; choices have codes of their own and no such word. */
RUN(run_selected)
{
	size_t len = strlen(args[1].text);
	const char *at = args[0].text + strspn(args[0].text, " ");
	bool found = call->args[0]->codes == NULL && strcmp(at, "all") == 0;

	for (; *at != '\0' && !found; at += strcspn(at, " "), at += strspn(at, " "))
		found = strcspn(at, " ") == len && memcmp(at, args[1].text, len) == 0;
	*out = expr_boolean(found);
}

/* Figures are looked up as names that no field can have. */
RUN(run_figure)
{
	struct expr_value found =
	    env->lookup(env->user, arena_printf(env->arena, EXPR_FIGURE_PREFIX "%s", args[0].text));

	*out = found.type == EXPR_NUMBER ? found : expr_absent();
}

RUN(run_today)
{
	*out = expr_date(env->today);
}

RUN(run_date)
{
	struct date day;

	*out = date_parse(&day, args[0].text) == OK ? expr_date(day) : expr_absent();
}

RUN(run_year)
{
	*out = expr_integer(args[0].date.year);
}

RUN(run_days)
{
	*out = expr_integer(date_days(args[1].date) - date_days(args[0].date));
}

static int
months_between(struct date from, struct date to)
{
	int months = (to.year - from.year) * 12 + to.month - from.month;

	return (date_cmp(date_add_months(from, months), to) > 0 ? months - 1 : months);
}

RUN(run_months)
{
	bool back = date_cmp(args[1].date, args[0].date) < 0;

	*out = expr_integer(
	    back ? -months_between(args[1].date, args[0].date) : months_between(args[0].date, args[1].date));
}

/* Whole numbers of days or months up to 200 years; anything else leaves the calendar, and is absent. */
static bool
calendar_step(int *out, expr_number n)
{
	if (n % EXPR_ONE != 0 || n > 73050 * EXPR_ONE || n < -73050 * EXPR_ONE)
		return (false);
	*out = (int)(n / EXPR_ONE);
	return (true);
}

static struct expr_value
within_calendar(struct date day)
{
	return (day.year >= 1900 && day.year < 2200 ? expr_date(day) : expr_absent());
}

RUN(run_add_days)
{
	int days;

	*out =
	    calendar_step(&days, args[1].number) ? within_calendar(date_add_days(args[0].date, days)) : expr_absent();
}

RUN(run_add_months)
{
	int months;

	*out = calendar_step(&months, args[1].number) && months <= 2400 && months >= -2400
		   ? within_calendar(date_add_months(args[0].date, months))
		   : expr_absent();
}

static const struct expr_function functions[] = {
	{ "true", "", EXPR_BOOLEAN, false, run_true, "always" },
	{ "false", "", EXPR_BOOLEAN, false, run_false, "never" },
	{ "not", "b", EXPR_BOOLEAN, false, run_not, "the opposite; absent stays absent" },
	{ "count", "k", EXPR_NUMBER, true, run_count, "how many codes, rows, files or filled-in cells; 0 when none" },
	{ "sum", "s", EXPR_NUMBER, false, run_sum, "a column of a table added up; absent when every cell is empty" },
	{ "string-length", "t", EXPR_NUMBER, false, run_string_length, "how many characters" },
	{ "contains", "tt", EXPR_BOOLEAN, false, run_contains, "whether the second text stands in the first" },
	{ "starts-with", "tt", EXPR_BOOLEAN, false, run_starts_with, "whether the first text begins with the second" },
	{ "concat", "tt*", EXPR_TEXT, false, run_concat, "texts put together" },
	{ "round", "n", EXPR_NUMBER, false, run_round, "nearest whole number, halves up" },
	{ "floor", "n", EXPR_NUMBER, false, run_floor, "whole number at or below" },
	{ "ceiling", "n", EXPR_NUMBER, false, run_ceiling, "whole number at or above" },
	{ "number", "t", EXPR_NUMBER, false, run_number, "a text as a number; absent when it is none" },
	{ "t:min", "nn*", EXPR_NUMBER, false, run_min, "the lowest number" },
	{ "t:max", "nn*", EXPR_NUMBER, false, run_max, "the highest number" },
	{ "t:answered", "a", EXPR_BOOLEAN, true, run_answered, "whether there is an answer; never absent" },
	{ "t:default", "xy", EXPR_ABSENT, true, run_default, "the first, or the second when the first is absent" },
	{ "t:selected", "lt", EXPR_BOOLEAN, false, run_selected, "whether a code is among those chosen" },
	{ "t:figure", "t", EXPR_NUMBER, false, run_figure,
	    "a figure of the applicant's municipality or of the applicant itself; absent when there is none" },
	{ "t:today", "", EXPR_DATE, false, run_today, "the day the application was received, or today before that" },
	{ "t:date", "t", EXPR_DATE, false, run_date, "a day: t:date('2026-01-31')" },
	{ "t:year", "d", EXPR_NUMBER, false, run_year, "the year of a day" },
	{ "t:days", "dd", EXPR_NUMBER, false, run_days, "days from the first to the second; 0 for the same day" },
	{ "t:months", "dd", EXPR_NUMBER, false, run_months, "whole months from the first to the second" },
	{ "t:add-days", "dn", EXPR_DATE, false, run_add_days, "so many days later" },
	{ "t:add-months", "dn", EXPR_DATE, false, run_add_months, "so many months later" },
};

const struct expr_function *
expr_function_at(size_t i)
{
	size_t own = sizeof(functions) / sizeof(functions[0]);

	if (i < own)
		return (&functions[i]);
	for (const struct expr_function *f = expr_asking; f->name != NULL; f++)
		if (i-- == own)
			return (f);
	return (NULL);
}

const struct expr_function *
expr_function(const char *name, size_t len)
{
	const struct expr_function *f;

	for (size_t i = 0; (f = expr_function_at(i)) != NULL; i++)
		if (strlen(f->name) == len && memcmp(f->name, name, len) == 0)
			return (f);
	return (NULL);
}
