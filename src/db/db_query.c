/* db_query.c — reads sql/queries/ *.sql: blocks that begin with "-- name: x" and end with a semicolon. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/log.h"
#include "core/text.h"
#include "db/db_internal.h"

#define HEAD "-- name: "
#define FILE_MOST (1024 * 1024)
#define NAME_MOST 60 /* PostgreSQL cuts longer names of prepared statements */

struct reader {
	struct db_query_set *set;
	struct arena *arena;
	size_t room;
	const char *file;
	int line;
};

static enum status
refuse(const struct reader *reader, const char *what)
{
	log_line(LOG_ERROR, NULL, "%s:%d: %s", reader->file, reader->line, what);
	return (ERR_IO);
}

static enum status
file_refuse(FILE *file, const char *path, const char *why)
{
	log_line(LOG_ERROR, NULL, "%s: %s", path, why);
	if (file != NULL)
		fclose(file);
	return (ERR_IO);
}

static enum status
file_read(const char **out, struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "re");
	char *text;
	long size;

	if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0)
		return (file_refuse(file, path, strerror(errno)));
	if (size > FILE_MOST)
		return (file_refuse(file, path, "a query file has at most 1 MB"));
	rewind(file);
	text = arena_alloc(arena, (size_t)size + 1);
	if (fread(text, 1, (size_t)size, file) != (size_t)size || strlen(text) != (size_t)size)
		return (file_refuse(file, path, "cannot be read, or holds a zero byte"));
	fclose(file);
	*out = text;
	return (OK);
}

static bool
name_is_good(const char *name)
{
	return (name[0] != '\0' && strlen(name) <= NAME_MOST &&
		strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name));
}

static bool
name_is_taken(const struct db_query_set *set, const char *name)
{
	for (size_t i = 0; i < set->count; i++)
		if (strcmp(set->list[i].name, name) == 0)
			return (true);
	return (false);
}

static enum status
query_add(struct reader *reader, const char *name, const char *sql)
{
	struct db_query_set *set = reader->set;
	struct db_query *grown;

	if (!name_is_good(name))
		return (refuse(reader, "a query's name is of a-z, 0-9 and _, at most 60 of them"));
	if (name_is_taken(set, name))
		return (refuse(reader, arena_printf(reader->arena, "there are two queries named %s", name)));
	if (set->count == reader->room) {
		reader->room = reader->room == 0 ? 64 : reader->room * 2;
		grown = arena_array(reader->arena, reader->room, sizeof(*grown));
		if (set->count > 0)
			memcpy(grown, set->list, set->count * sizeof(*grown));
		set->list = grown;
	}
	set->list[set->count++] =
	    (struct db_query){ .name = name, .sql = sql, .file = reader->file, .line = reader->line };
	return (OK);
}

static bool
is_comment(const char *line)
{
	return (line[0] == '-' && line[1] == '-');
}

/* One block: its SQL without the comment lines, which keeps what PostgreSQL logs short. *at moves to the next block. */
static enum status
block_read(struct reader *reader, const char **at)
{
	struct buf sql = buf_new(reader->arena);
	const char *line = *at, *end = line + strcspn(line, "\n"), *text;
	const char *name = text_trim(
	    reader->arena, arena_strndup(reader->arena, line + strlen(HEAD), (size_t)(end - line) - strlen(HEAD)));
	int lines = 1;

	for (line = *end == '\0' ? end : end + 1; *line != '\0' && !text_starts(line, HEAD); lines++) {
		end = line + strcspn(line, "\n");
		if (!is_comment(line)) {
			buf_add(&sql, line, (size_t)(end - line));
			buf_putc(&sql, '\n');
		}
		line = *end == '\0' ? end : end + 1;
	}
	*at = line;
	text = text_trim(reader->arena, buf_text(&sql));
	if (text[0] == '\0' || text[strlen(text) - 1] != ';')
		return (refuse(reader, "a query ends with a semicolon"));
	if (query_add(reader, name, arena_strndup(reader->arena, text, strlen(text) - 1)) != OK)
		return (ERR_IO);
	reader->line += lines;
	return (OK);
}

static enum status
text_read(struct reader *reader, const char *text)
{
	const char *end;

	reader->line = 1;
	while (*text != '\0') {
		if (text_starts(text, HEAD)) {
			if (block_read(reader, &text) != OK)
				return (ERR_IO);
			continue;
		}
		end = text + strcspn(text, "\n");
		if (end > text && !is_comment(text))
			return (refuse(reader, "SQL outside a block; a block begins with \"" HEAD "\""));
		text = *end == '\0' ? end : end + 1;
		reader->line++;
	}
	return (OK);
}

static int
is_sql(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return (len > 4 && entry->d_name[0] != '.' && strcmp(entry->d_name + len - 4, ".sql") == 0);
}

enum status
db_queries_read(struct db_query_set *out, struct arena *arena, const char *dir)
{
	struct reader reader = { .set = out, .arena = arena };
	struct dirent **entries;
	const char *text = "";
	int count = scandir(dir, &entries, is_sql, alphasort);
	enum status st = OK;

	if (count < 0) {
		log_line(LOG_ERROR, NULL, "%s: %s", dir, strerror(errno));
		return (ERR_IO);
	}
	for (int i = 0; i < count; i++) {
		reader.file = arena_printf(arena, "%s/%s", dir, entries[i]->d_name);
		free(entries[i]);
		if (st == OK && (st = file_read(&text, arena, reader.file)) == OK)
			st = text_read(&reader, text);
	}
	free(entries);
	return (st);
}
