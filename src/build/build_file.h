/* build_file.h — files for the programs run while building. */
#ifndef BUILD_BUILD_FILE_H
#define BUILD_BUILD_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/buf.h"

/* The whole file, NUL-terminated; NULL, with the reason reported, when it can't be read. */
char *file_read(struct arena *arena, const char *path, size_t *len);

/*
 * Writes text to path through a temporary file, but leaves a file with the same content alone, so that make
 * compiles only what changed. False, with the reason reported, when it can't be written.
 */
bool file_update(struct arena *arena, const char *path, const struct buf *text);

/*
 * The names in folder that end in suffix ("" for all but hidden ones), sorted bytewise, ended by NULL.
 * NULL, with the reason reported, when the folder can't be read.
 */
char **folder_names(struct arena *arena, const char *folder, const char *suffix, size_t *count);

/* Makes folder and those above it. False, with the reason reported, when it can't. */
bool folder_make(struct arena *arena, const char *folder);

#endif
