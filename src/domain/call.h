/* call.h — a call as pages, drafts and deadlines see it: when it takes applications, and until when each may come. */
#ifndef DOMAIN_CALL_H
#define DOMAIN_CALL_H

#include "domain/deadline.h"
#include "scheme/call_plan.h"

/* As the database tells it. */
struct call {
	int64_t id; /* 0: none */
	const char *scheme_id;
	int year, round;
	enum call_kind kind;
	bool extra;
	instant opens_at, closes_at; /* the first instant that counts, and the first that is too late for all */
	instant main_closes_at;      /* of a main round; 0 otherwise */
	struct call_lead before_start;
	struct date covers_from, covers_to; /* none when open */
	money frame;                        /* 0 when it is not told; of a shared one the whole */
	const char *frame_owner;            /* id of the scheme whose call has it; "" when it is its own */
	bool frame_shared;                  /* others give from it too */
	bool conditional;                   /* the county council has not granted it yet */
	struct date answer_by;              /* of what came before a deadline; none when handled as they come */
	int answer_weeks;                   /* of what is handled as it comes; 0 otherwise */
	const char *contact_name, *contact_phone, *contact_email;
	enum call_status status;
	struct date status_on;
	instant used_up_at;     /* since when nothing is left; 0 while something is */
	struct lang_text title; /* its own name; empty when it has none */
	const char *earmarks;   /* what it keeps for some, as scheme/call_earmark.h; "" when the scheme says */
};

/* What a call says in words beside its times; texts are empty when it says nothing. */
struct call_notes {
	struct lang_text message, condition, changed, status;
	struct month_day usual;          /* the deadline that this one differs from */
	struct call_extension *extended; /* oldest first */
	size_t n_extended;
	struct call_upstream *upstream;
	size_t n_upstream;
};

/* What is usual of a scheme's calls. */
struct call_calendar {
	int cycle_years;         /* from one ordinary call to the next; 0 for every year */
	struct month_day *usual; /* deadlines of an ordinary year */
	size_t n_usual;
};

/* Where the call stands at a moment, before one asks about a particular activity. */
enum call_phase {
	CALL_PHASE_COMING,
	CALL_PHASE_OPEN,
	CALL_PHASE_PASSED,
	CALL_PHASE_USED_UP,
	CALL_PHASE_ON_HOLD,
	CALL_PHASE_CANCELLED
};
enum call_phase call_phase(const struct call *call, instant at);

/* Whether one may begin: what has opened and is not stopped, late too, since nobody is shut out by a machine. */
bool call_may_begin(const struct call *call, instant at);

/* Whether a draft may be sent: not while the call is on hold, or when it is cancelled. */
bool call_may_send(const struct call *call);

/*
 * The last day an application may come for an activity that starts on start: 31 March less a month is 28 or 29
 * February. start: a day
 */
struct date lead_last_day(struct call_lead lead, struct date start);

/*
 * The first instant that is too late for an application.
 *
 * start: first day of its activity; none when it has not been told, and then only the call's own deadline counts
 */
instant call_due_at(const struct call *call, struct date start);

/* Whether what came at that time belongs to the main round; always true of fixed deadlines. */
bool call_in_round(const struct call *call, instant at);

/* When the applicant can expect an answer to what came at that time (or comes now). */
struct date call_answer_by(const struct call *call, instant at);

/* --- in words ---------------------------------------------------------------------------------------------------- */

/* "4 måneder", "1 uke". */
char *lead_text(struct arena *arena, struct call_lead lead, enum lang lang);

/* For a card: "Frist 1. april 2026 kl. 23.59", "Løpende, til pengene er brukt", "Åpner 1. februar 2026 kl. 09.00". */
char *call_when_short(struct arena *arena, const struct call *call, instant at, enum lang lang);

/* A heading for the scheme's page: "Åpen for søknader", "Avlyst". */
const char *call_phase_text(const struct call *call, instant at, enum lang lang);

/* Under it, with the day of the week: "Fristen er onsdag 1. april 2026 kl. 23.59." "" when there is nothing to say. */
char *call_when_long(struct arena *arena, const struct call *call, instant at, enum lang lang);

/*
 * To those who write an application: "Fristen er 1. april 2026 kl. 23.59 (om 3 dager).", "Send søknaden senest 1 måned
 * før aktiviteten starter."
 *
 * start: as in call_due_at()
 */
char *
call_deadline_sentence(struct arena *arena, const struct call *call, struct date start, instant at, enum lang lang);

/* The deadline alone, for a list of facts: "1. april 2026 kl. 23.59", "Løpende, til pengene er brukt". */
char *call_deadline_fact(struct arena *arena, const struct call *call, enum lang lang);

/* A warning to who sends after the deadline; what it says differs with why it is late. */
const char *
call_late_warning(struct arena *arena, const struct call *call, struct date start, instant at, enum lang lang);

/* "2026, runde 2", or the call's own name. */
const char *call_name(struct arena *arena, const struct call *call, enum lang lang);

/* "kommunens frist": whose deadline comes before ours. */
const char *call_body_text(enum call_body body, enum lang lang);

#endif
