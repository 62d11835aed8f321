/* application_version.h — an application as it stood: as it was sent, and after each thing that followed (R79). */
#ifndef DOMAIN_APPLICATION_VERSION_H
#define DOMAIN_APPLICATION_VERSION_H

#include "core/arena.h"
#include "domain/application.h"

/* What was sent never changes; what comes afterwards lies beside it. So each arrival makes a version. */
struct application_version {
	int number;        /* from 1, as it was sent */
	instant at;        /* when it was sent, or when the last of it came */
	const char *added; /* the files that came then, "a.pdf, b.pdf"; "" for the first */
};

/*
 * The versions of a sent application, the first one first.
 *
 * out:   arena; one at least
 * files: in any order; those that came together share their moment
 */
size_t application_versions(struct application_version **out, struct arena *arena, instant submitted_at,
    const struct application_file *files, size_t n);

/* Keeps those files that were there at the moment of a version, in their order; answers how many. */
size_t application_version_files(struct application_file *files, size_t n, const struct application_version *version);

#endif
