/* build_file.c — reading, comparing and writing files while building. */
#include "build/build_file.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "build/build_report.h"

static char *
file_slurp(struct arena *arena, FILE *file, size_t *len)
{
	struct buf text = buf_new(arena);
	char block[8192];
	size_t n;

	while ((n = fread(block, 1, sizeof(block), file)) > 0)
		buf_add(&text, block, n);
	*len = text.len;
	return (text.data == NULL ? arena_strdup(arena, "") : text.data);
}

char *
file_read(struct arena *arena, const char *path, size_t *len)
{
	FILE *file;
	char *text;

	if ((file = fopen(path, "rb")) == NULL) {
		build_error(path, 0, "can't be read: %s", strerror(errno));
		return (NULL);
	}
	text = file_slurp(arena, file, len);
	if (ferror(file) != 0) {
		build_error(path, 0, "can't be read: %s", strerror(errno));
		text = NULL;
	}
	fclose(file);
	return (text);
}

static bool
file_same(struct arena *arena, const char *path, const struct buf *text)
{
	FILE *file;
	char *old;
	size_t len;

	if ((file = fopen(path, "rb")) == NULL)
		return (false);
	old = file_slurp(arena, file, &len);
	fclose(file);
	return (len == text->len && memcmp(old, buf_text(text), len) == 0);
}

bool
file_update(struct arena *arena, const char *path, const struct buf *text)
{
	char *temporary = arena_printf(arena, "%s.new", path);
	FILE *file;
	bool written;

	if (file_same(arena, path, text))
		return (true);
	if ((file = fopen(temporary, "wb")) == NULL)
		return (build_error(path, 0, "can't be written: %s", strerror(errno)));
	written = fwrite(buf_text(text), 1, text->len, file) == text->len;
	if (fclose(file) != 0 || !written || rename(temporary, path) != 0)
		return (build_error(path, 0, "can't be written: %s", strerror(errno)));
	return (true);
}

static int
name_cmp(const void *a, const void *b)
{
	return (strcmp(*(char *const *)a, *(char *const *)b));
}

static bool
name_ends(const char *name, const char *suffix)
{
	size_t len = strlen(name), tail = strlen(suffix);

	return (name[0] != '.' && len >= tail && strcmp(name + len - tail, suffix) == 0);
}

char **
folder_names(struct arena *arena, const char *folder, const char *suffix, size_t *count)
{
	struct dirent *entry;
	char **names = arena_array(arena, 1, sizeof(*names));
	size_t n = 0, room = 0;
	DIR *dir;

	if ((dir = opendir(folder)) == NULL) {
		build_error(folder, 0, "can't be read: %s", strerror(errno));
		return (NULL);
	}
	while ((entry = readdir(dir)) != NULL) {
		if (!name_ends(entry->d_name, suffix))
			continue;
		if (n >= room) {
			char **more;

			room = room == 0 ? 64 : room * 2;
			more = arena_array(arena, room + 1, sizeof(*names));
			memcpy(more, names, n * sizeof(*names));
			names = more;
		}
		names[n++] = arena_strdup(arena, entry->d_name);
	}
	closedir(dir);
	qsort(names, n, sizeof(*names), name_cmp);
	*count = n;
	return (names);
}

bool
folder_make(struct arena *arena, const char *folder)
{
	char *path = arena_strdup(arena, folder);

	for (char *p = path + 1;; p++) {
		char c = *p;

		if (c != '/' && c != '\0')
			continue;
		*p = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			return (build_error(path, 0, "can't be made: %s", strerror(errno)));
		if (c == '\0')
			return (true);
		*p = c;
	}
}
