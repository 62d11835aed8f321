/* later_files.h — what may follow after an application, what has come of it, and what is still missing. */
#ifndef DOMAIN_LATER_FILES_H
#define DOMAIN_LATER_FILES_H

#include "domain/validation.h"

struct later_file {
	const struct scheme_field *field;
	struct date due;
	size_t n_files; /* that have come, before the application was sent or after */
	bool required;
	bool overdue; /* required, and the day has passed without a file */
};

/*
 * The questions whose files may be sent later and that are asked for with these answers, in the form's order.
 *
 * out:   arena
 * facts: with the deadline and the files; today as the application was received
 * today: the day it is asked on
 */
size_t later_files(struct later_file **out, struct arena *arena, const struct scheme *scheme,
    const struct answers *answers, const struct application_facts *facts, struct date today);

/* The question of that id among them; NULL when there is none. */
const struct later_file *later_file_of(const struct later_file *list, size_t n, const char *field);

#endif
