/* scheme_diff.h — what differs between two versions of a scheme, change by change, as sentences with what each asks of
 * whom (R70). */
#ifndef SCHEME_SCHEME_DIFF_H
#define SCHEME_SCHEME_DIFF_H

#include "scheme/scheme_compile.h"

enum change_class {
	CHANGE_SAFE,    /* nobody who has begun needs to do anything: a text got clearer, a choice was added */
	CHANGE_FROZEN,  /* a rule of the case work: those who have sent are judged by the version they sent under */
	CHANGE_CONFIRM, /* who has begun must look again and confirm before sending; sent cases keep their version */
	CHANGE__MAX
};

/* "safe", "frozen", "confirm": in JSON and as CSS names. */
const char *change_class_code(enum change_class class);
/* "Trygg", "Sendte saker beholder sin regel", "Søkeren må bekrefte". */
const char *change_class_text(enum change_class class, enum lang lang);

/* Whom a change reaches among those who have begun. */
enum change_reach { REACH_ALL, REACH_ANSWERED /* who has answered the field */ };

struct scheme_change {
	enum change_class class;
	bool stricter;    /* who applies after it is held to more than who applied before */
	bool internal;    /* about something that applicants don't see */
	bool confirmable; /* worth telling an applicant: about the form, the amounts or who may get a grant */
	enum change_reach reach;
	const char *element;         /* the vocabulary's name: "rule", "long-text", "max" */
	const char *id;              /* the element's id or code; "" when it has none */
	const char *field;           /* the question it is about; NULL when it is about none */
	int line_before, line_after; /* where it stands in the documents given; 0 where it doesn't */
	const char *text;            /* "Største tilskudd går ned fra 200 000 kr til 150 000 kr." */
	bool is_expression;          /* before and after are expressions */
	const char *before, *after;  /* what stood and what stands, where a sentence can't hold it; NULL otherwise */
};

struct scheme_changes {
	struct scheme_change *list; /* as the new document has them; what was taken out stands where it stood */
	size_t n, cap;
	size_t of_class[CHANGE__MAX];
	bool stricter; /* some change is */
	struct arena *arena;
};

/*
 * Compares two documents that each compile by themselves: what they say, not how they are written, so white space,
 * comments, the order of attributes and the way an expression is written make no change. Elements are matched by id,
 * code or what else names them, so that moving a question is one change and not two.
 *
 * before, after: the merged documents (what extends another has it merged in); borrowed
 * out:      texts in arena, in lang; no change when both have the same hash
 * returns:  OK; ERR_INVALID when one is not a document of ours
 */
enum status scheme_diff(
    struct scheme_changes *out, struct arena *arena, const char *before, const char *after, enum lang lang) MUST_CHECK;

/*
 * "Strengere krav i en åpen utlysning behandler søkere ulikt: ..." when some change is stricter, else "": for whoever
 * publishes into calls that are open.
 */
const char *scheme_changes_warning(const struct scheme_changes *changes, enum lang lang);

#endif
