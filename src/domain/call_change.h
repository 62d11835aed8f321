/* call_change.h — what a new document changes in a call, and what it may not change any more. */
#ifndef DOMAIN_CALL_CHANGE_H
#define DOMAIN_CALL_CHANGE_H

#include "domain/call.h"
#include "scheme/scheme_messages.h"

enum call_change_kind {
	CALL_CHANGE_ANNOUNCED,
	CALL_CHANGE_EXTENDED,
	CALL_CHANGE_STOPPED, /* on hold, cancelled or used up: the call's status */
	CALL_CHANGE_RESUMED,
	CALL_CHANGE_FRAME,
	CALL_CHANGE_EARMARKS,
	CALL_CHANGE_DATES,
	CALL_CHANGE_WORDS
};

struct call_change {
	enum call_change_kind kind;
	const char *code;         /* as in the database */
	const char *was, *became; /* in words; "" when there is nothing to compare */
	struct lang_text why;     /* empty when the document gives no reason */
};

#define CALL_CHANGES_MAX 7
struct call_changes {
	struct call_change list[CALL_CHANGES_MAX];
	size_t n;
};

/* A call as it stands, with its words and its money. */
struct call_standing {
	struct call call;
	struct call_notes notes;
	money awarded; /* of its frame */
	bool locked;   /* it has a locked list */
};

/*
 * Finds what the plan changes. While a call is open, people rely on what was announced: its deadline is not moved
 * forward, its period and its kind stay, and a later deadline comes with its reason.
 *
 * out:      texts in arena
 * messages: what must not be changed, at the plan's line
 * now:      the moment of the change
 * returns:  false with messages
 */
bool call_changes_find(struct call_changes *out, struct scheme_messages *messages, struct arena *arena,
    const struct call_standing *old, const struct call_plan *plan, instant now);

/* The plan's words as a call has them; shares its texts. */
struct call_notes call_plan_notes(const struct call_plan *plan);

#endif
