/* reason.h — reasons for a proposal put together from criteria and the assessors' words, for a person to go on with
 * (R37). */
#ifndef DOMAIN_REASON_H
#define DOMAIN_REASON_H

#include "domain/merit.h"

/*
 * The assessors' words, then which criteria spoke for the application and which against it: those with an average in
 * the highest or the lowest third of the scale. What is internal isn't told.
 *
 * findings: one a criterion of the scheme, in its order
 * words:    the assessors' own
 * lang:     the letter's written standard
 */
const char *reason_composed(struct arena *arena, const struct scheme *scheme, const struct criterion_finding *findings,
    const char *words, enum lang lang);

/*
 * Whether a reason is what was put together from marks, and nobody has gone on with it: spaces apart it is the same.
 * The assessors' words alone are a person's.
 */
bool reason_is_untouched(struct arena *arena, const struct scheme *scheme, const struct criterion_finding *findings,
    const char *words, enum lang lang, const char *reason);

#endif
