/* output_file.h — writes what a command makes to a file, whole or not at all. */
#ifndef CLI_OUTPUT_FILE_H
#define CLI_OUTPUT_FILE_H

#include <stddef.h>

#include "core/ctx.h"

/*
 * The file appears when it is whole; what stood there before stays until then.
 *
 * verb:    for the message on standard error when it can't be written
 * returns: EXIT_DONE or EXIT_FAILED
 */
int output_file_write(struct ctx *ctx, const char *verb, const char *path, const void *bytes, size_t len);

#endif
