/* command.h — the verbs of the command line: one row each in main.c, one file each in <verb>_command.c. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "core/ctx.h"

/* What a shell sees: 0 when done, 1 when the thing asked for went wrong, 2 when the command line was not understood. */
enum { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_USAGE = 2 };

/*
 * A verb. argv[0] is the verb itself, argv[argc] is NULL. ctx has arena, request_id, lang and both clocks;
 * ctx->db is NULL: a verb that needs the database opens it.
 *
 * returns: one of EXIT_*; what went wrong is told on standard error
 */
typedef int command_run(struct ctx *ctx, int argc, char **argv);

struct command {
	const char *name;    /* "scheme" */
	const char *summary; /* one line for the list */
	const char *usage;   /* every form, one a line, without "tilskudd "; shown by --help */
	command_run *run;
};

/* The verbs, each in the file of its name. */
command_run call_command;
command_run document_command;
command_run jobs_command;
command_run migrate_command;
command_run reference_command;
command_run demo_command;
command_run report_command;
command_run scheme_command;
command_run user_command;

/* Prints why on standard error, then the verb's usage; answers EXIT_USAGE. */
int command_usage(const char *verb, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
