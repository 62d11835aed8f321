/* web_start.c — what the web server needs before the first request: settings, the county, the connection. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/crypto.h"
#include "core/log.h"
#include "db/db.h"
#include "flow/scheme_flow.h"
#include "web/page_state.h"

static struct web process;
static struct arena *process_arena;

const struct web *
web_process(void)
{
	return (&process);
}

struct asset_list {
	const char **paths;
	size_t n, cap;
};

static void
folder_add(struct asset_list *list, const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	while (folder != NULL && list->n < list->cap && (entry = readdir(folder)) != NULL)
		if (entry->d_name[0] != '.')
			list->paths[list->n++] = arena_printf(process_arena, "%s/%s", path, entry->d_name);
	if (folder != NULL)
		closedir(folder);
}

static int
path_cmp(const void *a, const void *b)
{
	return (strcmp(*(const char *const *)a, *(const char *const *)b));
}

static void
file_add(struct buf *facts, const char *path)
{
	FILE *file = fopen(path, "rb");
	char piece[16384];
	size_t n;

	while (file != NULL && (n = fread(piece, 1, sizeof(piece), file)) > 0)
		buf_add(facts, piece, n);
	if (file != NULL)
		fclose(file);
}

/* Made of what the files hold, so that it is the same on every node. */
static const char *
asset_version(const char *home)
{
	static const char *const folders[] = { "", "/css", "/js", "/img", "/fonts" };
	struct arena *scratch = arena_new(0);
	struct asset_list list = { .cap = 2000 };
	struct buf facts = buf_new(scratch);

	list.paths = arena_array(scratch, list.cap, sizeof(*list.paths));
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		folder_add(&list, arena_printf(process_arena, "%s/assets%s", home, folders[i]));
	qsort(list.paths, list.n, sizeof(*list.paths), path_cmp);
	for (size_t i = 0; i < list.n; i++)
		file_add(&facts, list.paths[i]);
	home = arena_strndup(process_arena, crypto_sha256(scratch, buf_text(&facts), facts.len), 8);
	arena_free(scratch);
	return (home);
}

static const char *
conninfo(void)
{
	const char *value = getenv("TILSKUDD_DB");

	return (value == NULL ? "" : value);
}

static const char *
queries_dir(void)
{
	return (arena_printf(process_arena, "%s/sql/queries", process.site.home));
}

enum status
web_start(void)
{
	enum status st;

	process_arena = arena_new(0);
	if ((st = site_read(&process.site, process_arena)) != OK)
		return (st);
	process.asset_version = asset_version(process.site.home);
	process.schemes = scheme_flow_store();
	if ((st = site_documents(&process.docs, process_arena, &process.site)) != OK)
		return (st);
	st = db_check_queries(conninfo(), queries_dir());
	if (st == ERR_UNAVAILABLE) {
		log_line(LOG_WARNING, NULL, "the database is down; pages say so until it is back");
		return (OK);
	}
	return (st);
}

enum status
web_worker_start(void)
{
	enum status st = db_connect(&process.db, conninfo(), queries_dir());

	return (st == ERR_UNAVAILABLE ? OK : st);
}
