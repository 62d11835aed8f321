/* calculated.h — answers that nobody gives: worked out from the others, by the server alone. */
#ifndef DOMAIN_CALCULATED_H
#define DOMAIN_CALCULATED_H

#include "domain/validation.h"

/* Whether the path is of a field with calculate; what is posted under it counts for nothing. */
bool calculated_path(const struct scheme *scheme, const char *path);

/*
 * Writes every calculated answer as it is now; one that can't be worked out, or isn't asked for, is emptied.
 *
 * changed: the paths whose answers were another before, arena
 * returns: how many
 */
size_t calculated_fill(
    const char ***changed, struct answers *answers, const struct scheme *scheme, const struct application_facts *facts);

#endif
