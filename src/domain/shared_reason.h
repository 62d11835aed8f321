/* shared_reason.h — reasons that stand word for word in several cases, and reasons nobody has gone over (R37, fvl. §
 * 25). */
#ifndef DOMAIN_SHARED_REASON_H
#define DOMAIN_SHARED_REASON_H

#include "core/arena.h"
#include "core/lang.h"
#include "domain/merit.h"
#include "domain/outcome.h"

/* A case whose reason is held against the others'. */
struct case_reason {
	const char *number, *title, *organisation; /* the applicant's and the project's names make no reason its own */
	const char *reason;
};

struct shared_reason {
	size_t others;     /* how many other cases say the same; 0 when it is the case's own */
	size_t first;      /* the first of those that do, itself too */
	const char *names; /* "2026-00012, 2026-00015 og 3 til"; "" */
};

/* One of the outcomes whose reason must be about the case; dismissals for the same fault may say the same. */
bool reason_must_be_own(enum outcome outcome);

/* Fills in one for each case. Case, punctuation and spaces, and the names of applicant and project, are passed over. */
void reasons_share(
    struct shared_reason *out, struct arena *arena, const struct case_reason *cases, size_t n, enum lang lang);

/* "Begrunnelsen står ordrett også i ...": what is told of a reason that others have too. */
const char *shared_reason_text(struct arena *arena, const struct shared_reason *shared, enum lang lang);

#endif
