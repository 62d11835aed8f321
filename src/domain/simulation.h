/* simulation.h — a changed scheme held against applications that were sent under earlier ones: who would be out, what
 * would move, what it would cost (R71). */
#ifndef DOMAIN_SIMULATION_H
#define DOMAIN_SIMULATION_H

#include "domain/answers.h"
#include "domain/kept_figures.h"
#include "domain/merit.h"
#include "domain/outcome.h"
#include "domain/scoring.h"

/* A mark given in a finished assessment. */
struct simulation_mark {
	int64_t assessment_id; /* marks of one assessment stand together */
	const char *criterion; /* or MERIT_RUNG, the step an officer chose */
	int mark;
};

/* One sent application. */
struct simulation_case {
	int64_t id, call_id;
	const char *number, *organisation;
	int year, round;
	instant submitted_at;
	const struct scheme *scheme; /* it was sent under */
	const struct answers *answers;
	const struct application_facts *facts;
	const struct simulation_mark *marks;
	size_t n_marks;
	char **failed; /* rules that the formal check found not met */
	size_t n_failed;
	enum outcome outcome; /* decided; OUTCOME_NONE before */
	money awarded;
	money frame; /* of its call */
};

/* What is worked out of one application under one scheme. */
struct simulation_side {
	bool eligible;
	const char *because; /* the rule that puts it out, as people are told; "" when eligible */
	bool has_total;
	int64_t total_micro; /* the mean over the assessments */
	int rank;            /* in its call, from 1 */
	struct merit merit;  /* requirements, wishes met, step on the ladder */
	money max;           /* the most that may be given */
	money award;         /* what was given; or would be, see simulation_run() and simulation_rank() */
	const struct kept_figures *figures; /* what a formula shares by; NULL where nothing is worked out */
};

enum {
	SIMULATED_OUT = 1,       /* was within the rules, and would not be */
	SIMULATED_IN = 2,        /* the other way */
	SIMULATED_TOTAL = 4,     /* another total */
	SIMULATED_RANK = 8,      /* another place in its call */
	SIMULATED_MAX = 16,      /* another highest sum */
	SIMULATED_AWARD = 32,    /* another award */
	SIMULATED_UNMARKED = 64, /* a criterion of the new scheme has no mark: no total can be worked out */
	SIMULATED_REFUSED = 128, /* a criterion keeps money from it, and did not */
	SIMULATED_RUNG = 256,    /* another step on the ladder */
	SIMULATED_WISHES = 512   /* another number of wishes met */
};

struct simulated {
	int64_t id, call_id;
	const char *number, *organisation;
	int year, round;
	enum outcome outcome;
	struct simulation_side before, after;
	unsigned changed; /* bits SIMULATED_* */
	/* for the ranking */
	instant submitted_at;
	money applied;
	int64_t n_municipalities;
	const struct ranked_value *ties; /* one a tie-break of the changed scheme */
	/* for what is shared by formula or alike */
	money frame;
	const struct scheme *scheme; /* it was sent under */
};

struct simulation_sums {
	size_t n, n_out, n_in, n_total, n_rank, n_max, n_award, n_unmarked, n_refused, n_rung, n_wishes;
	money frame;                     /* of the calls, once each */
	money max_before, max_after;     /* the most that could be given to all who are within the rules */
	money award_before, award_after; /* given, and would be */
};

/*
 * Works one application out under the scheme it was sent under and under the changed one. A grant that was as high as
 * it could be follows the limit; one that was lower stays, unless the new limit is below it; who would be out, or is
 * refused by a criterion, gets nothing.
 *
 * out: texts and figures in arena; ranks, and sums that are shared, are set by simulation_rank()
 */
void simulation_run(struct simulated *out, struct arena *arena, const struct scheme *changed,
    const struct simulation_case *a_case, enum lang lang);

/*
 * Ranks each call's applications under both schemes, shares each call's frame where a scheme works sums out, and marks
 * who moves. What was decided stands as what was given; in a call nothing is decided in, what the earlier scheme shares
 * does. list is sorted by call on return.
 */
void simulation_rank(struct simulated *list, size_t n, const struct scheme *changed, struct arena *arena);

/* Adds one application to the sums; the frame is the caller's to add. */
void simulation_add(struct simulation_sums *sums, const struct simulated *one);

#endif
