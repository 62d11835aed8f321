/* shared_frame.h — a frame that several calls give from: who they are, and how demand would split it. */
#ifndef DOMAIN_SHARED_FRAME_H
#define DOMAIN_SHARED_FRAME_H

#include "core/arena.h"
#include "core/lang.h"
#include "core/money.h"

/* One of the calls that give from a frame. */
struct frame_partner {
	bool own; /* the call one looks at */
	struct lang_text title;
	money applied; /* what is applied for in it, but for what is dismissed */
	money taken;   /* what its locked lists propose or have been given */
};

/* The part of the frame that falls to each by what is applied for, in whole kroner rounded down; 0 for all when nothing
 * is. */
money frame_by_demand(money frame, const struct frame_partner *partners, size_t n, size_t which);

/*
 * "Rammen er felles med «B» (søkt om 2 000 000 kr, 300 000 kr på låste lister). Her er det søkt om 1 000 000 kr. Delt
 * etter det er søkt om, blir det 500 000 kr her." "" when it is nobody else's.
 */
const char *
shared_frame_text(struct arena *arena, money frame, const struct frame_partner *partners, size_t n, enum lang lang);

/* "B og C": those who share it, in words. "" for nobody. */
const char *shared_frame_names(struct arena *arena, const struct frame_partner *partners, size_t n, enum lang lang);

#endif
