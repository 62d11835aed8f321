/* web_start.c — what the web server needs before the first request: settings, the county, the connection. */
#include <stdio.h>
#include <stdlib.h>

#include "core/log.h"
#include "db/db.h"
#include "flow/demo_flow.h"
#include "flow/municipality_flow.h"
#include "flow/scheme_checked.h"
#include "flow/scheme_flow.h"
#include "web/page_state.h"

static struct web process;
static struct arena *process_arena;

const struct web *
web_process(void)
{
	return (&process);
}

/* Written beside the assets when they are built; "0" keeps browsers asking each time. */
static const char *
asset_version(const char *home)
{
	FILE *file = fopen(arena_printf(process_arena, "%s/build/assets/version", home), "r");
	char version[32] = "";

	if (file == NULL)
		return ("0");
	if (fscanf(file, "%31[0-9a-f]", version) != 1)
		version[0] = '\0';
	fclose(file);
	return (version[0] == '\0' ? "0" : arena_strdup(process_arena, version));
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

/* The password of demo accounts is known to everybody. */
static enum status
refuse_demo(void)
{
	struct ctx ctx = { .arena = process_arena };
	bool exist = false;
	enum status st;

	if (process.site.mode != SITE_PRODUCTION)
		return (OK);
	if ((st = db_connect(&ctx.db, conninfo(), queries_dir())) == OK)
		st = demo_accounts_exist(&exist, &ctx);
	db_close(ctx.db);
	if (st == OK && exist) {
		log_line(LOG_ERROR, NULL,
		    "this database holds demo accounts, whose password everybody knows; give production a database of "
		    "its own");
		return (ERR_CONFLICT);
	}
	return (st);
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
	process.municipalities = municipality_store_new();
	process.checks = check_store_new();
	if ((st = scheme_templates_load(&process.templates, process_arena,
		 arena_printf(process_arena, "%s/conf/schemes/templates", process.site.home))) != OK)
		return (st);
	if ((st = site_documents(&process.docs, process_arena, &process.site)) != OK)
		return (st);
	if ((st = db_check_queries(conninfo(), queries_dir())) == OK)
		st = refuse_demo();
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
