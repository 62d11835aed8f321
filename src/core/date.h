/* date.h — calendar days and instants: counted in UTC, shown in Europe/Oslo, written as Norwegians write them. */
#ifndef CORE_DATE_H
#define CORE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "core/arena.h"
#include "core/lang.h"

/* A day without a clock; year 0 means none. */
struct date {
	int year, month, day; /* month 1-12, day 1-31 */
};

/* Microseconds since 1970-01-01T00:00:00Z, as PostgreSQL counts; 0 means none. */
typedef int64_t instant;

#define INSTANT_SECOND INT64_C(1000000)
#define INSTANT_DAY (86400 * INSTANT_SECOND)

/*
 * Reads a day: "2027-01-15", "15.01.2027", "15.1.2027", "15/1 2027", "15-01-27", "15. januar 2027" or "15. jan. 2027".
 * returns: OK; ERR_INVALID when it is no day in the years 1900-2199
 */
enum status date_parse(struct date *out, const char *typed) MUST_CHECK;

bool date_valid(struct date day);
int date_cmp(struct date a, struct date b);
bool date_none(struct date day);
int64_t date_days(struct date day); /* days since 1970-01-01 */
struct date date_from_days(int64_t days);
struct date date_add_days(struct date day, int days);
struct date date_add_months(struct date day, int months); /* 31 January + 1 month = 28 or 29 February */

const char *month_name(int month, enum lang lang); /* "januar" */

char *date_iso(struct arena *arena, struct date day);                        /* "2027-01-15"; "" for none */
char *date_short(struct arena *arena, struct date day);                      /* "15.01.2027" */
char *date_long(struct arena *arena, struct date day, enum lang lang);       /* "15. januar 2027" */
char *date_in_year(struct arena *arena, int month, int day, enum lang lang); /* "15. januar" */

/* The day and the clock in Europe/Oslo, summer time by the EU rule in force since 1996 (last Sundays, 01:00 UTC). */
struct date instant_day(instant at);
void instant_clock(instant at, int *hour, int *minute, int *second);

/*
 * The instant of a wall clock in Europe/Oslo. A clock that does not exist (spring) is moved one hour on;
 * one that happens twice (autumn) means the first.
 */
instant instant_at(struct date day, int hour, int minute, int second);

char *instant_long(struct arena *arena, instant at, enum lang lang); /* "15. januar 2027 kl. 12.00" */
char *instant_short(struct arena *arena, instant at);                /* "15.01.2027 kl. 12.00" */
char *instant_iso(struct arena *arena, instant at);                  /* "2027-01-15T11:00:00.000000Z" */

/*
 * Reads PostgreSQL's ISO output in UTC ("2027-01-15 11:00:00.123456+00") or the form instant_iso() writes.
 */
enum status instant_parse(instant *out, const char *s) MUST_CHECK;

/* The machine's clock. Rules are given the time; only the doors ask for it. */
instant instant_now(void);

#endif
