/* plan_table.c — a column for each time, a body for each package, a row for each activity. */
#include "web/plan_table.h"

#include "core/catalogue.h"
#include "domain/answer_text.h"

struct plan_view {
	struct arena *arena;
	const struct work_plan *plan;
	enum lang lang;
};

static bool
begins_year(const struct plan_view *v, size_t column)
{
	return (
	    column > 0 && plan_column(&v->plan->times, column).year != plan_column(&v->plan->times, column - 1).year);
}

static void
columns_fill(struct html_part_plan *out, const struct plan_view *v)
{
	const struct plan_times *times = &v->plan->times;
	struct html_part_plan_columns *columns = arena_array(v->arena, times->n, sizeof(*columns));
	struct html_part_plan_years *years = arena_array(v->arena, times->n, sizeof(*years));
	size_t n_years = 0, width = 0;

	for (size_t i = 0; i < times->n; i++) {
		width = i == 0 || begins_year(v, i) ? 1 : width + 1;
		n_years += width == 1;
		years[n_years - 1].year = arena_printf(v->arena, "%d", plan_column(times, i).year);
		years[n_years - 1].columns = arena_printf(v->arena, "%zu", width);
		columns[i].first = begins_year(v, i);
		columns[i].brief = plan_time_short(v->arena, plan_column(times, i), times->months, v->lang);
		columns[i].full =
		    plan_time_text(v->arena, plan_column_value(v->arena, times, i), times->months, v->lang);
	}
	out->years = years;
	out->n_years = n_years;
	out->columns = columns;
	out->n_columns = times->n;
}

static void
activity_fill(struct html_part_plan_packages_activities *out, const struct plan_view *v,
    const struct plan_package *package, size_t number, size_t i)
{
	const struct plan_activity *activity = &package->activities[i];
	const struct plan_times *times = &v->plan->times;
	struct html_part_plan_packages_activities_cells *cells = arena_array(v->arena, times->n, sizeof(*cells));

	for (int64_t c = 0; c < (int64_t)times->n; c++) {
		cells[c].first = begins_year(v, (size_t)c);
		cells[c].on = c >= activity->first && c <= activity->last;
		cells[c].end = c == activity->last && *activity->milestone != '\0';
	}
	*out = (struct html_part_plan_packages_activities){
		.name = arena_printf(v->arena, "%zu.%zu %s", number, i + 1, activity->name),
		.when = plan_span_text(v->arena, activity->from, activity->to, times->months, v->lang),
		.milestone = activity->milestone,
		.cells = cells,
		.n_cells = times->n,
	};
}

static void
package_fill(struct html_part_plan_packages *out, const struct plan_view *v, size_t i)
{
	const struct plan_package *package = &v->plan->packages[i];
	struct html_part_plan_packages_activities *activities = arena_array(v->arena, package->n, sizeof(*activities));

	for (size_t a = 0; a < package->n; a++)
		activity_fill(&activities[a], v, package, i + 1, a);
	*out = (struct html_part_plan_packages){
		.name = arena_printf(v->arena, "%zu. %s", i + 1, package->name),
		.goal = package->goal,
		.responsible = package->responsible,
		.cost = answer_money_text(v->arena, package->cost),
		.activities = activities,
		.n_activities = package->n,
	};
}

const struct html_part_plan *
plan_table(struct arena *arena, const struct work_plan *plan, const char *heading, enum lang lang)
{
	struct plan_view v = { arena, plan, lang };
	struct html_part_plan *out = arena_alloc(arena, sizeof(*out));
	struct html_part_plan_packages *packages = arena_array(arena, plan->n, sizeof(*packages));

	out->heading = heading;
	columns_fill(out, &v);
	for (size_t i = 0; i < plan->n; i++)
		package_fill(&packages[i], &v, i);
	out->packages = packages;
	out->n_packages = plan->n;
	return (out);
}
