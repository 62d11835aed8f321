/* prefill.h — what a new draft has from the start, because it is known already who applies and who writes. */
#ifndef DOMAIN_PREFILL_H
#define DOMAIN_PREFILL_H

#include "domain/answers.h"
#include "scheme/scheme.h"

/* "" for what isn't known. */
struct prefill_source {
	const char *organisation, *orgnr, *address, *municipality, *account; /* address: "Gata 1, 2317 Hamar" */
	const char *user, *email, *phone;
};

/* Sets the answers that the scheme's fields want from there; as they are stored. */
void prefill(struct answers *out, const struct scheme *scheme, const struct prefill_source *source);

#endif
