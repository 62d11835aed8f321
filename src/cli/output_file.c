/* output_file.c — beside the file first, then in its place. */
#include "cli/output_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

int
output_file_write(struct ctx *ctx, const char *verb, const char *path, const void *bytes, size_t len)
{
	const char *part = arena_printf(ctx->arena, "%s.part", path);
	FILE *file = fopen(part, "wb");
	bool written;

	if (file == NULL) {
		fprintf(stderr, "tilskudd %s: %s can't be written: %s\n", verb, path, strerror(errno));
		return (EXIT_FAILED);
	}
	written = fwrite(bytes, 1, len, file) == len;
	if (fclose(file) != 0 || !written || rename(part, path) != 0) {
		fprintf(stderr, "tilskudd %s: %s can't be written: %s\n", verb, path, strerror(errno));
		remove(part);
		return (EXIT_FAILED);
	}
	return (EXIT_DONE);
}
