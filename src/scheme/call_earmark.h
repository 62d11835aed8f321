/* call_earmark.h — how much is kept under a scheme's earmarks: what its call says, and the scheme where that is silent.
 */
#ifndef SCHEME_CALL_EARMARK_H
#define SCHEME_CALL_EARMARK_H

#include "scheme/scheme.h"

/* What a call says of one earmark: a share of the frame, or a sum. */
struct call_earmark {
	const char *id;
	share_bp share; /* < 0: none */
	money sum;      /* of those without a share */
};

/* "unge=5000bp nye=400000000": as calls and the database have them; "" for none. */
char *call_earmarks_write(struct arena *arena, const struct call_earmark *list, size_t n);

/* Reads the next from *at, which may be NULL, and moves it on; id in arena. False at the end. */
bool call_earmark_next(struct call_earmark *out, struct arena *arena, const char **at);

/* What of the frame is kept, in whole kroner rounded down: as the call says, else as the scheme does; 0 when neither.
 */
money earmark_reserved(const struct scheme_earmark *earmark, const char *said, money frame);

/* Whether the call says so itself, nothing included. */
bool earmark_said(struct call_earmark *out, const struct scheme_earmark *earmark, const char *said);

#endif
