/* scheme_trial.h — runs the example applications that stand inside a scheme, before a version is published. */
#ifndef DOMAIN_SCHEME_TRIAL_H
#define DOMAIN_SCHEME_TRIAL_H

#include "core/arena.h"
#include "scheme/scheme.h"

struct trial_failure {
	const char *test; /* its name */
	int line;         /* of the test in the document */
	const char *text; /* "«For lite»: største tilskudd skulle være 75 000 kr, men er 80 000 kr; ..." */
};

/* One example, and how what came out came about. */
struct trial_case {
	const char *name;
	int line;
	const struct trial_failure *failures; /* none: it came out as it should */
	size_t n_failures;
	const char **lines; /* "75 % av kostnadene 100 000 kr = 75 000 kr", "Kvalitet: 4 av 5 ..." */
	size_t n_lines;
};

struct trial_result {
	struct trial_case *cases;
	size_t n_run;
	struct trial_failure *failures; /* by test; one test may fail in several ways */
	size_t n_failures;
};

/*
 * Runs every test. What a test does not give is absent, except that the applicant is of the first kind in the scheme
 * and stands in the registers.
 *
 * out: arena
 */
void scheme_tests_run(struct trial_result *out, struct arena *arena, const struct scheme *scheme, enum lang lang);

#endif
