/* earmark.h — parts of a frame kept for some: how much of each is used, and whether the others take what isn't theirs.
 */
#ifndef DOMAIN_EARMARK_H
#define DOMAIN_EARMARK_H

#include "core/arena.h"
#include "scheme/call_earmark.h"

/* One application's sum and the earmark it counts under; NULL for none. */
struct earmark_claim {
	const char *earmark;
	money sum;
};

struct earmark_use {
	const struct scheme_earmark *earmark;
	money reserved, used, left; /* left: reserved less used, never less than nothing */
};

struct earmark_uses {
	struct earmark_use *list; /* one an earmark of the scheme */
	size_t n;
	money kept; /* what is left of those whose money may not go to others */
	money over; /* by how much all sums take from that; 0 when they don't */
};

/* Adds the claims up. said: what the call says it keeps, as scheme/call_earmark.h; out's list in arena. */
void earmark_uses_of(struct earmark_uses *out, struct arena *arena, const struct scheme *scheme, const char *said,
    money frame, const struct earmark_claim *claims, size_t n);

/* What a call says it keeps, by the earmarks' ids: "50 % til «unge», 4 000 000 kr til «nye»"; "" for nothing. */
const char *call_earmarks_text(struct arena *arena, const char *said, enum lang lang);

/* "Øremerket: Unge. Holdt av 70 000 kr, brukt 30 000 kr, igjen 40 000 kr." */
const char *earmark_use_text(struct arena *arena, const struct earmark_use *use, enum lang lang);

#endif
