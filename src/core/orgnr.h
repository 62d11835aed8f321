/* orgnr.h — the check digits of Norwegian organisation and account numbers. */
#ifndef CORE_ORGNR_H
#define CORE_ORGNR_H

#include <stdbool.h>

#include "core/arena.h"

/* Nine digits, mod 11 with weights 3 2 7 6 5 4 3 2; spaces allowed (source: Brønnøysundregistrene). */
bool orgnr_valid(const char *typed);

/* Eleven digits, mod 11 with weights 5 4 3 2 7 6 5 4 3 2; spaces and dots allowed. */
bool account_valid(const char *typed);

/* Digits only. */
char *orgnr_digits(struct arena *arena, const char *typed);

/* "974 760 673" with no-break spaces, for reading. */
char *orgnr_show(struct arena *arena, const char *digits);

/* "Annes kor (974 760 673)"; a person has no number, and the name stands alone. */
char *orgnr_name(struct arena *arena, const char *name, const char *digits);

#endif
