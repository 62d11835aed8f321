/* own_work.h — own work in a cost plan as hours and what an hour is worth, where the scheme has a highest rate. */
#ifndef DOMAIN_OWN_WORK_H
#define DOMAIN_OWN_WORK_H

#include "domain/answers.h"
#include "scheme/scheme.h"

/* Whether the plan asks for hours and rate; what they come to is then the row's "own", worked out and never typed. */
bool own_work_asked(const struct scheme *scheme, const struct scheme_field *field);

/* Whether the path is such a cell: "kostnader.3.own". */
bool own_work_derived(const struct scheme *scheme, const char *path);

/* "12", "12,5" or "12.25" in hundredths of an hour. False when it is no number from 0 to 100 000 with two decimals. */
bool own_work_hours(int64_t *hundredths, const char *typed);

/* What a row's hours and rate come to, in whole kroner; "" when one of them can't be read. */
const char *own_work_sum(struct arena *arena, const char *hours, const char *rate);

#endif
