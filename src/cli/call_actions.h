/* call_actions.h — what "tilskudd call" can do, each in its own file; argv[0] is "call", argv[1] the action. */
#ifndef CLI_CALL_ACTIONS_H
#define CLI_CALL_ACTIONS_H

#include "cli/command.h"

int call_open_command(struct ctx *ctx, int argc, char **argv);

#endif
