/* call_file.h — call documents on the command line: read, compiled, held against their scheme. */
#ifndef CLI_CALL_FILE_H
#define CLI_CALL_FILE_H

#include "cli/scheme_file.h"
#include "scheme/call_compile.h"

struct call_file {
	const char *path;
	const char *xml;
	size_t len;
	const struct call_plans *plans; /* NULL when it didn't compile */
};

/*
 * Everything that must hold before calls are announced: the document compiles, passes the gate, has its scheme's name,
 * and goes with the scheme in ../schemes beside it. Messages on standard error.
 */
bool call_file_check(struct call_file *out, struct ctx *ctx, const struct xml_schema *gate, const char *path);

/* conf/call.rng; NULL, and told, when it cannot be loaded. */
const struct xml_schema *call_file_gate(struct ctx *ctx);

#endif
