/* complaint.h — everything the scheme language can say is wrong, each with what to do, in bokmål, nynorsk and English.
 */
#ifndef SCHEME_COMPLAINT_H
#define SCHEME_COMPLAINT_H

#include "core/arena.h"
#include "core/lang.h"
#include "scheme/complaint_list.h"

#define COMPLAINT_MAX_ARGS 4

#define COMPLAINT_MEMBER(name, nb, nn, en) name,
enum complaint { COMPLAINT_LIST(COMPLAINT_MEMBER) COMPLAINT__MAX };
#undef COMPLAINT_MEMBER

/* The complaint with {0} to {3} filled in, in the arena. NULL arguments are "". */
char *complaint_text(struct arena *arena, enum lang lang, enum complaint complaint, const char *const *args);

#endif
