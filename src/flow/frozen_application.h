/* frozen_application.h — a sent application as one XML document, and the figures taken out of it; both from here alone.
 */
#ifndef FLOW_FROZEN_APPLICATION_H
#define FLOW_FROZEN_APPLICATION_H

#include "domain/application.h"

#define APPLICATION_NS "urn:tilskudd:application:1"

/* One line of the cost or financing plan. */
struct frozen_line {
	bool financing; /* else a cost */
	bool applied;   /* the sum applied for, first among the financing */
	const char *item;
	const char *type; /* code of the type of cost; "" for none */
	money cash, own;
};

struct frozen_goal {
	const char *goal_id;
	const char *promised; /* a decimal number, as PostgreSQL reads it */
	const char *how;
};

/* What the tables beside the document hold. */
struct frozen_figures {
	const char *title;
	struct application_sums sums;
	struct frozen_line *lines;
	size_t n_lines;
	const char **municipalities; /* codes; all of the county's when "all" was answered */
	size_t n_municipalities;
	struct frozen_goal *goals;
	size_t n_goals;
	bool integration; /* a goal tagged integration was promised (S9) */
};

/*
 * Writes the document in canonical form: who applied and what was known of them, every answer to a question that was
 * asked, what had been answered to questions that were taken out meanwhile, every file with its hash.
 *
 * out:    arena
 * number: the søknadsnummer it is being given; the rest is application's
 */
const char *frozen_application_write(struct arena *arena, const struct application *application, const char *number,
    instant submitted_at, const struct answers *answers, const struct application_facts *facts,
    const struct application_file *files, size_t n_files);

/* The answers of a document written above. returns: OK; ERR_INVALID when it isn't one (logged) */
enum status frozen_application_read(struct answers **out, struct arena *arena, const char *document) MUST_CHECK;

/* The same, and the facts as they were, in place of what is known now. */
enum status frozen_application_read_all(struct answers **out, struct application_facts *facts, struct arena *arena,
    const char *document, const char *scheme_id) MUST_CHECK;

/* The answers of a document to questions that had been taken out before it was sent. returns: as above */
enum status frozen_application_earlier(
    struct earlier_answer **out, size_t *n, struct arena *arena, const char *document) MUST_CHECK;

/* Everything in a document, read once. */
struct frozen_contents {
	struct answers *answers;
	struct earlier_answer *earlier;
	size_t n_earlier;
	struct application_file *files; /* those that were sent with it */
	size_t n_files;
};

/* The same, and the facts as frozen_application_read_all() has them. returns: as above */
enum status frozen_application_contents(struct frozen_contents *out, struct application_facts *facts,
    struct arena *arena, const char *document, const char *scheme_id) MUST_CHECK;

/* county: codes of the county's municipalities, for "all" */
void frozen_application_figures(struct frozen_figures *out, struct arena *arena, const struct scheme *scheme,
    const struct answers *answers, const char *const *county, size_t n_county);

#endif
