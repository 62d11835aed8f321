/* work_plan.c — columns of time, and the activities that lie in them. */
#include "domain/work_plan.h"

#include <stdio.h>
#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/answer_text.h"

#define YEARS_UNKNOWN 5 /* as many years as anyone is given, when the period isn't known yet */

/* The column's first month: quarters begin in January, April, July and October. */
static struct date
column_start(struct date day, int months)
{
	return ((struct date){ day.year, (day.month - 1) / months * months + 1, 1 });
}

static int64_t
columns_between(struct date from, struct date to, int months)
{
	int64_t a = (int64_t)from.year * 12 + from.month - 1, b = (int64_t)to.year * 12 + to.month - 1;

	return ((b - a) / months);
}

static struct date
first_known(const struct application_facts *facts)
{
	if (!date_none(facts->call_from))
		return (facts->call_from);
	return (date_none(facts->today) ? (struct date){ 2026, 1, 1 } : facts->today);
}

void
plan_times(struct plan_times *out, const struct scheme *scheme, const struct answers *answers,
    const struct application_facts *facts, int months)
{
	struct application_sums sums;
	struct date from, to;
	int64_t n;

	sums_of(&sums, scheme, answers);
	if (date_none(sums.start) || date_none(sums.end) || date_cmp(sums.end, sums.start) < 0) {
		from = date_none(sums.start) ? first_known(facts) : sums.start;
		to = date_add_days(date_add_months(from, YEARS_UNKNOWN * 12), -1);
	} else {
		from = sums.start;
		to = sums.end;
	}
	*out = (struct plan_times){ .first = column_start(from, months), .months = months };
	n = columns_between(out->first, column_start(to, months), months) + 1;
	out->n = (size_t)(n > PLAN_COLUMNS_MAX ? PLAN_COLUMNS_MAX : n);
}

struct date
plan_column(const struct plan_times *times, size_t i)
{
	return (date_add_months(times->first, (int)i * times->months));
}

static char *
value_of(struct arena *arena, struct date first)
{
	return (arena_printf(arena, "%04d-%02d", first.year, first.month));
}

char *
plan_column_value(struct arena *arena, const struct plan_times *times, size_t i)
{
	return (value_of(arena, plan_column(times, i)));
}

/* "2027-04" in quarters: the first month of one. */
bool
plan_time_parse(struct date *out, const char *value, int months)
{
	char iso[12];

	if (strlen(value) != 7 || value[4] != '-')
		return (false);
	snprintf(iso, sizeof(iso), "%s-01", value);
	return (date_parse(out, iso) == OK && (out->month - 1) % months == 0);
}

bool
plan_column_of(int64_t *column, const struct plan_times *times, const char *value)
{
	struct date day;

	if (!plan_time_parse(&day, value, times->months))
		return (false);
	if (date_cmp(day, times->first) < 0)
		*column = -1;
	else
		*column = columns_between(times->first, day, times->months);
	if (*column > (int64_t)times->n)
		*column = (int64_t)times->n;
	return (true);
}

/* --- in words ---------------------------------------------------------------------------------------------------- */

const char *
plan_time_text(struct arena *arena, const char *value, int months, enum lang lang)
{
	struct date day;

	if (!plan_time_parse(&day, value, months))
		return (value);
	if (months == 12)
		return (arena_printf(arena, "%d", day.year));
	if (months == 6)
		return (tr_printf(arena, lang, "%d. halvår %d", day.month / 6 + 1, day.year));
	if (months == 3)
		return (tr_printf(arena, lang, "%d. kvartal %d", day.month / 3 + 1, day.year));
	return (arena_printf(arena, "%s %d", month_name(day.month, lang), day.year));
}

const char *
plan_span_text(struct arena *arena, const char *from, const char *to, int months, enum lang lang)
{
	if (*from == '\0' && *to == '\0')
		return ("");
	if (strcmp(from, to) == 0)
		return (plan_time_text(arena, from, months, lang));
	return (arena_printf(
	    arena, "%s – %s", plan_time_text(arena, from, months, lang), plan_time_text(arena, to, months, lang)));
}

const char *
plan_time_short(struct arena *arena, struct date first, int months, enum lang lang)
{
	if (months == 12)
		return (arena_printf(arena, "%d", first.year));
	if (months == 6)
		return (tr_printf(arena, lang, "%d. h.", first.month / 6 + 1));
	if (months == 3)
		return (tr_printf(arena, lang, "%d. kv.", first.month / 3 + 1));
	return (arena_printf(arena, "%.3s", month_name(first.month, lang)));
}

/* --- the whole plan ---------------------------------------------------------------------------------------------- */

static void
activity(struct plan_activity *out, const struct plan_times *times, const struct answers *answers, const char *row)
{
	int64_t from = 0, to = -1;

	out->name = answers_part(answers, row, "name");
	out->milestone = answers_part(answers, row, "milestone");
	out->from = answers_part(answers, row, "from");
	out->to = answers_part(answers, row, "to");
	out->first = 0;
	out->last = -1;
	if (plan_column_of(&from, times, out->from) && plan_column_of(&to, times, out->to) && from <= to && to >= 0 &&
	    from < (int64_t)times->n) {
		out->first = from < 0 ? 0 : from;
		out->last = to >= (int64_t)times->n ? (int64_t)times->n - 1 : to;
	}
}

static void
package(struct plan_package *out, struct arena *arena, const struct plan_times *times, const struct answers *answers,
    const char *row)
{
	const char **keys;

	*out = (struct plan_package){ .name = answers_part(answers, row, "name"),
		.goal = answers_part(answers, row, "goal"),
		.responsible = answers_part(answers, row, "responsible"),
		.cost = answers_part(answers, row, "cost"),
		.last = -1 };
	keys = answer_row_keys(&out->n, arena, answers, row);
	out->activities = arena_array(arena, out->n, sizeof(*out->activities));
	for (size_t i = 0; i < out->n; i++) {
		struct plan_activity *a = &out->activities[i];

		a->key = keys[i];
		activity(a, times, answers, arena_printf(arena, "%s.%s", row, keys[i]));
		if (a->first > a->last)
			continue;
		out->first = out->last < 0 || a->first < out->first ? a->first : out->first;
		out->last = a->last > out->last ? a->last : out->last;
	}
}

static void
add_about(struct buf *out, const char *said, const char *value)
{
	size_t len = strlen(value);

	if (len > 0)
		buf_printf(
		    out, "%s%s %.*s.", out->len == 0 ? "" : " ", said, (int)(len - (value[len - 1] == '.')), value);
}

const char *
plan_package_about(struct arena *arena, const struct plan_package *package, enum lang lang)
{
	struct buf out = buf_new(arena);

	add_about(&out, tr(lang, "Mål:"), package->goal);
	add_about(&out, tr(lang, "Ansvar:"), package->responsible);
	if (*package->cost != '\0')
		add_about(&out, tr(lang, "Kostnad:"), answer_money_text(arena, package->cost));
	return (buf_text(&out));
}

void
work_plan(struct work_plan *out, struct arena *arena, const struct scheme *scheme, const struct scheme_field *field,
    const struct answers *answers, const struct application_facts *facts)
{
	const char **keys = answer_row_keys(&out->n, arena, answers, field->id);

	plan_times(&out->times, scheme, answers, facts, field->months);
	out->packages = arena_array(arena, out->n, sizeof(*out->packages));
	out->n_activities = 0;
	for (size_t i = 0; i < out->n; i++) {
		package(
		    &out->packages[i], arena, &out->times, answers, arena_printf(arena, "%s.%s", field->id, keys[i]));
		out->packages[i].key = keys[i];
		out->n_activities += out->packages[i].n;
	}
}
