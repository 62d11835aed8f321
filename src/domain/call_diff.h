/* call_diff.h — what a document changes in a scheme's calls, as sentences, and what treats applicants unequally. */
#ifndef DOMAIN_CALL_DIFF_H
#define DOMAIN_CALL_DIFF_H

#include "domain/call_change.h"

struct call_sentence {
	const char *text;
	bool stricter; /* who applies after it is worse off than who applied before */
};

/* What differs in one call, or in what is usual of them all. */
struct call_difference {
	const char *name; /* "Utlysning 2027, runde 1" */
	bool is_new;
	bool is_open; /* somebody may have begun */
	struct call_sentence *list;
	size_t n;
};

struct call_differences {
	struct call_difference *list; /* those that differ, in the document's order */
	size_t n;
	bool stricter; /* something is, in a call that is open */
};

/*
 * out:    arena; texts in lang
 * before: what is usual of the calls in force; NULL when no document says it
 */
void call_diff(struct call_differences *out, struct arena *arena, enum lang lang, const struct call_standing *standing,
    size_t n_standing, const struct call_plans *before, const struct call_plans *after, instant now);

/* Why it should wait when an open call gets stricter. */
const char *call_diff_warning(enum lang lang);

/* The plan as a call that nobody has applied in; shares its texts. */
struct call call_of_plan(const struct call_plan *plan);

#endif
