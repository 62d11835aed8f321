/* merit.h — what the finished assessments of an application add up to beside its total: requirements, lowest marks,
 * wishes met and its step on the ladder. */
#ifndef DOMAIN_MERIT_H
#define DOMAIN_MERIT_H

#include "core/arena.h"
#include "scheme/scheme.h"

/* A criterion's name in assessments when an officer chooses the step; no criterion can be called that. */
#define MERIT_RUNG "@rung"

/* Marks of one criterion over the finished assessments; met is 1 and not met is 0. */
struct criterion_finding {
	int n, sum, lowest, highest; /* n is 0 when nobody has marked it */
	const char *reason;          /* of those who gave 0; "" when none */
};

struct merit {
	const char *refused;     /* a requirement that isn't met, or a mark too low to be given money; NULL when none */
	const char *reason;      /* what the assessors wrote about it; "" when nothing */
	const char *doubt;       /* a low mark that may mean rejection, or assessors who disagree; NULL when none */
	int n_should, n_shoulds; /* wishes met, of how many */
	int rung;                /* from 0; one past the last when nobody has placed it, 0 without a ladder */
	const char *rung_text;   /* "Prioritet 2: tettstedsnære anlegg"; "" without a ladder */
};

/*
 * findings: one a criterion of the scheme, in its order
 * judged:   of MERIT_RUNG, marks from 1; used when the ladder is judged
 * rung:     id the answers give; used otherwise; NULL when nothing was kept
 */
void merit_of(struct merit *out, struct arena *arena, const struct scheme *scheme,
    const struct criterion_finding *findings, const struct criterion_finding *judged, const char *rung, enum lang lang);

#endif
