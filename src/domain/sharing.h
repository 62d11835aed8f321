/* sharing.h — a frame shared by formula or alike to everyone: to the last krone, and told line by line. */
#ifndef DOMAIN_SHARING_H
#define DOMAIN_SHARING_H

#include "domain/kept_figures.h"

struct share_line {
	const char *text; /* "Likt til alle: 30 % av 800 000 kr delt på 12 = 20 000 kr" */
	money sum;
};

/* One who may have a part. */
struct share_claim {
	int64_t id;
	const char *number; /* of the application; breaks ties */
	const struct kept_figures *figures;

	money sum;                /* out: whole steps of the scheme's rounding */
	struct share_line *lines; /* out */
	size_t n_lines;
	const char *text; /* out: the lines as sentences, for a letter */
};

struct sharing_result {
	money frame, given, left; /* given and left are the frame */
	const char *text;         /* how it was shared, in one paragraph */
};

/*
 * Shares the frame among the claims as the scheme's distribution says (DISTRIBUTION_FORMULA, DISTRIBUTION_EVERYONE).
 * Each is paid from the first pot that holds; what limits take from one goes to the others in the pot by the same key.
 * Parts are rounded down to whole steps, and what that leaves is placed as the scheme says, ties by number: the same
 * claims give the same sums in whatever order they come. The sums never pass the frame, and are all of it unless a pot
 * has nobody, limits bind or the scheme leaves the remainder. Texts in arena.
 */
void sharing_of(struct sharing_result *out, struct share_claim *claims, size_t n, struct arena *arena,
    const struct scheme *scheme, money frame, enum lang lang);

/* The rule in words, for applicants: pots and splits, or what everyone gets. */
const char *sharing_text(struct arena *arena, const struct scheme *scheme, enum lang lang);

#endif
