/* demo_answers.h — what an applicant of the demo answers, field by field, from calls.xml and filling.xml. */
#ifndef CLI_DEMO_ANSWERS_H
#define CLI_DEMO_ANSWERS_H

#include "cli/demo_data.h"
#include "domain/answers.h"

/* Who answers what, and when. */
struct demo_case {
	const struct demo_data *data;
	const struct demo_call *call;
	const struct demo_application *application;
	const struct scheme *scheme;
	enum lang lang;    /* the application's */
	struct date today; /* the day of loading */
};

/*
 * out:     arena; every field of the form that the demo data has something to say to
 * fields:  the ids of all fields, with spaces between
 */
void demo_answers(struct answers **out, const char **fields, struct arena *arena, const struct demo_case *c);

/* A page of PDF with a heading, for attachments: the file's bytes, in arena. */
const char *demo_pdf(size_t *len, struct arena *arena, const char *heading, const char *line);

#endif
