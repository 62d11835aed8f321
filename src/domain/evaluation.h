/* evaluation.h — the figures of a scheme's year, and what they say in plain words (R55-R58). */
#ifndef DOMAIN_EVALUATION_H
#define DOMAIN_EVALUATION_H

#include "core/date.h"
#include "core/money.h"
#include "scheme/scheme.h"

struct evaluation_totals {
	int64_t received, dismissed, granted, partly_granted, rejected, withdrawn, pending;
	money applied, decided_applied, awarded, median, mean, frame;
	int64_t median_days;
	int64_t integration, integration_received; /* projects tagged integration: granted, and received */
	money integration_awarded;
	int64_t immigrant, immigrant_granted; /* applications of immigrant organisations */
	money immigrant_awarded;
};

struct evaluation_municipality {
	const char *code, *name;
	int64_t inhabitants; /* 0 when unknown */
	int64_t applications, grants;
	money awarded, last_awarded;
};

struct evaluation_kind {
	enum applicant_kind kind;
	int64_t received, grants, last_grants;
	money applied, awarded, last_awarded;
};

struct evaluation_goal {
	const char *goal_id;
	int64_t projects, last_projects;
	const char *promised, *last_promised; /* decimal numbers */
};

struct evaluation_criterion {
	const char *criterion_id;
	const char *granted_mean, *rejected_mean; /* decimal numbers, "" when nobody was marked */
};

struct evaluation_grant {
	const char *number, *organisation, *orgnr, *title, *municipalities;
	enum applicant_kind kind;
	int64_t n_municipalities;
	money applied, awarded;
	struct date decided_on;
	bool integration;
};

struct evaluation {
	const struct scheme *scheme;
	int year;
	instant figures_at, published_at;               /* published_at 0 before */
	struct date inhabitants_on;                     /* the day the inhabitants were counted */
	struct evaluation_totals now, last;             /* this year, and the year before */
	struct evaluation_municipality *municipalities; /* all of the county's, by name */
	size_t n_municipalities;
	struct evaluation_kind *kinds;
	size_t n_kinds;
	struct evaluation_goal *goals;
	size_t n_goals;
	struct evaluation_criterion *criteria;
	size_t n_criteria;
	struct evaluation_grant *grants; /* largest first */
	size_t n_grants;
};

/* Numbers under this, about persons, are told as "færre enn 5". */
#define EVALUATION_SMALL 5

/* Grants out of assessed applications, in hundredths of a percent; -1 when none was assessed. Dismissed ones don't
 * count. */
int64_t evaluation_grant_rate_bp(const struct evaluation_totals *totals);

/* Awarded out of what the assessed applied for, in hundredths of a percent; -1 when that was nothing. */
int64_t evaluation_sum_rate_bp(const struct evaluation_totals *totals);

/* "62,5 %", one decimal at most; "–" for -1. */
char *evaluation_percent(struct arena *arena, int64_t bp, enum lang lang);

/* How much this year differs from last: "+12 %", "−3 %", "uendret"; "–" when there was nothing last year. */
char *evaluation_change(struct arena *arena, int64_t now, int64_t last, enum lang lang);

/* The same between two rates: "+3,1 prosentpoeng"; "–" when either is missing. */
char *evaluation_points(struct arena *arena, int64_t now_bp, int64_t last_bp, enum lang lang);

/* How many have been told a decision; while nobody has, there is nothing to evaluate. */
int64_t evaluation_told(const struct evaluation_totals *totals);

/* Whether there was anything the year before to compare with. */
bool evaluation_compares(const struct evaluation *evaluation);

/* Øre per inhabitant, rounded to whole kroner: "12 kr"; "–" when the number of inhabitants is unknown. */
char *evaluation_per_inhabitant(struct arena *arena, const struct evaluation_municipality *municipality);

/* What all of the county's municipalities got together, by inhabitant too. */
struct evaluation_municipality evaluation_county(const struct evaluation *evaluation);

/* How many municipalities got nothing. */
size_t evaluation_without(const struct evaluation *evaluation);

/* What was promised under a goal of the scheme; NULL when nobody who got a grant promised anything. */
const struct evaluation_goal *evaluation_goal(const struct evaluation *evaluation, const char *goal_id);

/* A promised number in words; "færre enn 5" for few persons. */
const char *
evaluation_promised(struct arena *arena, const struct scheme_goal *goal, const char *number, enum lang lang);

#define EVALUATION_FINDINGS 5

/*
 * Three to five sentences, the most telling first: how many got how much, how that differs from last year, where the
 * money did not reach, integration, what was promised. Says so when there is nothing to evaluate.
 *
 * out: at least EVALUATION_FINDINGS places; texts in arena
 * returns: how many
 */
size_t evaluation_findings(const char **out, struct arena *arena, const struct evaluation *evaluation, enum lang lang);

#endif
