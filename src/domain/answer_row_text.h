/* answer_row_text.h — rows of answers as people read them: the same on the check page, in the case and in documents. */
#ifndef DOMAIN_ANSWER_ROW_TEXT_H
#define DOMAIN_ANSWER_ROW_TEXT_H

#include "domain/validation.h"

struct answer_fact {
	const char *question, *answer;
};

/* One row: "Aktivitet 2", and what was answered in it. */
struct answer_group_row {
	const char *key, *title;
	struct answer_fact *facts;
	size_t n;
};

/* The rows of a group or of partners, questions that are asked and answered only; their number. */
size_t answer_group_rows(struct answer_group_row **out, struct arena *arena, const struct scheme *scheme,
    const struct scheme_field *field, const struct answers *answers, const struct application_facts *facts,
    enum lang lang);

#endif
