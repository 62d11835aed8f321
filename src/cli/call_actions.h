/* call_actions.h — what "tilskudd call" can do, each in its own file; argv[0] is "call", argv[1] the action. */
#ifndef CLI_CALL_ACTIONS_H
#define CLI_CALL_ACTIONS_H

#include "cli/command.h"

/* A whole call document: check, import and list; the files and the flags are read already. */
struct call_request {
	struct ctx *ctx;
	char **files;
	size_t n_files;
	bool json;
	bool keep_others; /* leave schemes alone whose calls were announced without a document */
	const char *by;   /* who changes, by e-mail; NULL: the account on the server */
};

int call_import_files(struct call_request *request);
int call_list_all(struct call_request *request);

/* The account that runs the program. */
const char *call_account(struct arena *arena);

int call_open_command(struct ctx *ctx, int argc, char **argv);

#endif
