/* work_plan.h — when the activities of work packages start and end: months, quarters, half-years or years of a project.
 */
#ifndef DOMAIN_WORK_PLAN_H
#define DOMAIN_WORK_PLAN_H

#include "domain/validation.h"

/* The columns of a plan. Each is named by its first month, "2027-01", as answers keep it. */
struct plan_times {
	struct date first; /* the first day of the first column */
	int months;        /* in a column: 1, 3, 6 or 12 */
	size_t n;
};

#define PLAN_COLUMNS_MAX 120

/*
 * The columns of the project's period; when it isn't answered, of five years from the call's, or from today.
 *
 * months: as the scheme says
 */
void plan_times(struct plan_times *out, const struct scheme *scheme, const struct answers *answers,
    const struct application_facts *facts, int months);

/* The first day of the i-th column, and the value that names it. */
struct date plan_column(const struct plan_times *times, size_t i);
char *plan_column_value(struct arena *arena, const struct plan_times *times, size_t i);

/* The column a value names; -1 before the first, times->n past the last. False when it names none at all. */
bool plan_column_of(int64_t *column, const struct plan_times *times, const char *value);

/* The first day a value names: "2027-04" in quarters. False when it isn't the first month of a column. */
bool plan_time_parse(struct date *out, const char *value, int months);

/* "1. kvartal 2027", "januar 2027", "1. halvår 2027", "2027"; what can't be read as it stands. */
const char *plan_time_text(struct arena *arena, const char *value, int months, enum lang lang);

/* "1. kvartal 2027 – 2. kvartal 2028", or the one time when both are the same; "" when neither is answered. */
const char *plan_span_text(struct arena *arena, const char *from, const char *to, int months, enum lang lang);

/* As short as a table's head wants it: "1. kv.", "jan.", "1. h.", "2027". */
const char *plan_time_short(struct arena *arena, struct date first, int months, enum lang lang);

/* A plan as people look at it: packages with their activities, each from one column to another. */
struct plan_activity {
	const char *key, *name, *milestone;
	const char *from, *to; /* as answered */
	int64_t first, last;   /* columns; first > last when they can't be drawn */
};

struct plan_package {
	const char *key, *name, *goal, *responsible, *cost; /* "" when not answered */
	struct plan_activity *activities;
	size_t n;
	int64_t first, last; /* of its activities */
};

struct work_plan {
	struct plan_times times;
	struct plan_package *packages;
	size_t n;
	size_t n_activities;
};

/* "Mål: ... Ansvar: ... Kostnad: ...", what is answered of it; "" when nothing is. */
const char *plan_package_about(struct arena *arena, const struct plan_package *package, enum lang lang);

void work_plan(struct work_plan *out, struct arena *arena, const struct scheme *scheme,
    const struct scheme_field *field, const struct answers *answers, const struct application_facts *facts);

#endif
