/* doc_report.h — what making a document found out: its pages, data that was missing, characters no font has. */
#ifndef DOC_DOC_REPORT_H
#define DOC_DOC_REPORT_H

#include <stdint.h>

#include "core/arena.h"

/* A character that none of our fonts draws. */
struct doc_uncovered {
	struct doc_uncovered *next;
	uint32_t code_point;
	int count;
};

struct doc_report {
	int pages;
	const char *missing;             /* keys the data lacked or left blank, "a, b"; NULL when none */
	const char *problem;             /* what else stopped it, for the log; NULL when nothing did */
	struct doc_uncovered *uncovered; /* by code point; NULL when every character was drawn */
	int uncovered_count;             /* how many characters in all */
};

/* Counts one more character that could not be drawn. */
void doc_report_uncovered(struct doc_report *report, struct arena *arena, uint32_t code_point);

/* One line for a log or a person: "2 characters cannot be printed: U+1F9D1 (2)"; "" when all is well. */
char *doc_report_text(struct arena *arena, const struct doc_report *report);

#endif
