/* scheme_file.h — scheme files on the command line: read, compiled, tried, each with its messages. */
#ifndef CLI_SCHEME_FILE_H
#define CLI_SCHEME_FILE_H

#include "core/ctx.h"
#include "domain/scheme_trial.h"
#include "scheme/scheme_compile.h"
#include "xml/xml_relaxng.h"

struct scheme_file {
	const char *path;
	const char *xml; /* once compiled, with what it extends merged in */
	size_t len;
	const struct scheme *scheme;     /* NULL when it didn't compile */
	struct scheme_messages messages; /* what is wrong with it */
	struct trial_result trial;       /* once checked: the examples inside it, as they came out */
};

/* The whole file; false, with a message, when it cannot be read. */
bool scheme_file_read(struct scheme_file *out, struct ctx *ctx, const char *path);

/* Reads and compiles; false with messages when it can't. */
bool scheme_file_compile(struct scheme_file *out, struct ctx *ctx, const char *path);

/* Everything that must hold before a scheme is published: it compiles, passes the gate, and its own tests come out. */
bool scheme_file_check(struct scheme_file *out, struct ctx *ctx, const struct xml_schema *gate, const char *path);

/* conf/scheme.rng; NULL, and told, when it cannot be loaded. */
const struct xml_schema *scheme_file_gate(struct ctx *ctx);

/* Any RELAX NG below the tree's root; likewise. */
const struct xml_schema *scheme_file_rng(struct ctx *ctx, const char *below);

/* Every message on standard error. */
void scheme_file_tell(const struct scheme_messages *messages);

/* The files in conf/schemes, by name; *count of them. */
char **scheme_file_all(size_t *count, struct ctx *ctx);

#endif
