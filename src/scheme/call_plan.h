/* call_plan.h — a scheme's calls as their document says them: when, how much, and what differs this time. */
#ifndef SCHEME_CALL_PLAN_H
#define SCHEME_CALL_PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/date.h"
#include "core/lang.h"
#include "core/money.h"

enum call_kind { CALL_FIXED, CALL_CONTINUOUS, CALL_MAIN_THEN_CONTINUOUS, CALL_RELATIVE, CALL_KIND__MAX };
#define CALL_KINDS "fixed continuous main-then-continuous relative"

enum call_unit { CALL_UNIT_DAYS, CALL_UNIT_WEEKS, CALL_UNIT_MONTHS, CALL_UNIT__MAX };
#define CALL_UNITS "days weeks months"

enum call_body { CALL_BODY_MUNICIPALITY, CALL_BODY_STATE, CALL_BODY_OTHER, CALL_BODY__MAX };
#define CALL_BODIES "municipality state other"

/* What stops a call before its time. */
enum call_status { CALL_ANNOUNCED, CALL_ON_HOLD, CALL_CANCELLED, CALL_USED_UP, CALL_STATUS__MAX };
#define CALL_STATUSES "announced on-hold cancelled used-up"

/* So long before an activity starts; count 0 when that is not asked. */
struct call_lead {
	int count;
	enum call_unit unit;
};

struct call_contact {
	const char *name, *phone, *email;
};

/* Month 0 when there is none. */
struct month_day {
	int month, day;
};

struct call_extension {
	instant from;           /* the deadline that was, the first instant too late */
	struct date decided_on; /* when it was moved */
	struct lang_text why;
};

struct call_upstream {
	enum call_body body;
	struct date closes_on; /* none when each sets its own */
	struct lang_text text;
};

struct call_plan {
	int line;         /* in the document */
	int frame_line;   /* of its frame; 0 when it has none */
	int earmark_line; /* of its first earmark; its own when it has none */
	int year, round;  /* together the call's name within the scheme */
	enum call_kind kind;
	bool extra;
	instant opens_at, closes_at; /* the first instant that counts, and the first that is too late */
	instant main_closes_at;      /* of a main round; 0 otherwise */
	struct lang_text title;      /* empty when it has no name of its own */
	struct date covers_from, covers_to;
	struct call_lead before_start;
	money frame;             /* 0 when it is not told */
	const char *earmarks;    /* what it keeps for some, as call_earmark.h; "" when the scheme says */
	const char *shared_with; /* id of the scheme whose call of that year and round has the frame; NULL: its own */
	bool conditional;        /* the county council has not granted it yet */
	struct lang_text condition;
	struct date answer_by; /* none when handled as they come */
	int answer_weeks;      /* 0 when there is a day */
	struct call_contact contact;
	struct lang_text message;
	struct call_extension *extended; /* oldest first */
	size_t n_extended;
	struct month_day usual; /* what this year's deadline differs from */
	struct lang_text changed;
	enum call_status status;
	struct date status_on;
	struct lang_text status_why;
	struct call_upstream *upstream;
	size_t n_upstream;
};

struct call_usual {
	struct month_day opens, closes;
};

/* A whole document. */
struct call_plans {
	const char *scheme_id;
	int line;        /* where the document says so */
	int cycle_years; /* 0: every year */
	struct call_usual *usual;
	size_t n_usual;
	struct call_plan *calls; /* as written */
	size_t n_calls;
};

/* "main-then-continuous": as in documents and in the database. */
const char *call_kind_code(enum call_kind kind);
const char *call_unit_code(enum call_unit unit);
const char *call_body_code(enum call_body body);
const char *call_status_code(enum call_status status);

/* False when there is none of that code. */
bool call_kind_parse(enum call_kind *out, const char *code);
bool call_unit_parse(enum call_unit *out, const char *code);
bool call_body_parse(enum call_body *out, const char *code);
bool call_status_parse(enum call_status *out, const char *code);

/* "02-01", which must be one; as in documents and in the database. */
struct month_day month_day_read(const char *text);
char *month_day_write(struct arena *arena, struct month_day day); /* "" for none */

/* Handled as they come, at least from some day on: decided in several lists. */
bool call_kind_in_batches(enum call_kind kind);

#endif
