/* criteria_words.h — how a scheme judges and shares, as sentences for applicants and assessors. */
#ifndef DOMAIN_CRITERIA_WORDS_H
#define DOMAIN_CRITERIA_WORDS_H

#include "core/arena.h"
#include "scheme/call_earmark.h"

/* What a criterion is beside its name: "Absolutt krav. Er det ikke oppfylt, blir det avslag."; "" when it is graded. */
const char *criterion_kind_text(struct arena *arena, const struct scheme_criterion *criterion, enum lang lang);

/* How applications are judged and ordered, in one paragraph; how the frame is shared when nobody judges. */
const char *criteria_method_text(struct arena *arena, const struct scheme *scheme, enum lang lang);

/* "70 % av rammen er øremerket: Barne- og ungdomsorganisasjoner" */
const char *earmark_text(struct arena *arena, const struct scheme_earmark *earmark, const char *said, enum lang lang);

#endif
