/* scheme_source.h — a scheme as the command line names it: a file, ID for the version in force, or ID@VERSION. */
#ifndef CLI_SCHEME_SOURCE_H
#define CLI_SCHEME_SOURCE_H

#include "cli/scheme_request.h"
#include "flow/scheme_publish_flow.h"
#include "scheme/scheme_compile.h"

struct scheme_source {
	const char *name; /* as it was given */
	const char *xml;  /* merged */
	const struct scheme *scheme;
	bool published;
	struct scheme_publication publication; /* when published */
};

/* False, and told on standard error, when there is no such scheme or it doesn't compile. */
bool scheme_source_get(struct scheme_source *out, struct scheme_request *request, const char *name);

#endif
