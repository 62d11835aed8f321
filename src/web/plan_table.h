/* plan_table.h — work packages and their activities as a table over time, for those who wrote them and those who read
 * them. */
#ifndef WEB_PLAN_TABLE_H
#define WEB_PLAN_TABLE_H

#include "domain/work_plan.h"
#include "gen/html_part_plan.h"

/* heading: what the table is called; the table lies in arena */
const struct html_part_plan *
plan_table(struct arena *arena, const struct work_plan *plan, const char *heading, enum lang lang);

#endif
