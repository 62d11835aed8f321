/* migrate_command.c — "tilskudd migrate": brings the database's tables up to date, or tells what is missing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "core/text.h"
#include "db/migrate.h"

static int
told(const struct migration_list *migrations, bool only_look)
{
	for (size_t i = 0; i < migrations->count; i++)
		if (!migrations->list[i].was_applied)
			printf("%s %s\n", only_look ? "missing" : "applied", migrations->list[i].name);
	if (migrations->pending == 0)
		printf("up to date: %zu migrations\n", migrations->count);
	return (only_look && migrations->pending > 0 ? EXIT_FAILED : EXIT_DONE);
}

static int
migrate(struct ctx *ctx, struct db *db, bool only_look)
{
	const char *home = getenv("TILSKUDD_HOME");
	struct migration_list migrations;

	if (migrate_run(&migrations, ctx->arena, db,
		arena_printf(ctx->arena, "%s/sql/migrations", text_blank(home) ? "." : home), only_look) == OK)
		return (told(&migrations, only_look));
	fprintf(stderr, "tilskudd migrate: %s\n", migrations.message);
	return (EXIT_FAILED);
}

int
migrate_command(struct ctx *ctx, int argc, char **argv)
{
	bool only_look = argc == 2 && strcmp(argv[1], "--check") == 0;
	struct db *db = NULL;
	int code;

	if (argc > 1 && !only_look)
		return (command_usage("migrate", "\"%s\" is not understood", argv[1]));
	if (db_connect_here(&db, DB_OWNER) != OK) {
		fprintf(stderr, "tilskudd migrate: cannot reach the database as tilskudd_owner; is TILSKUDD_DB right, "
				"and has sql/roles.sql been run?\n");
		db_close(db);
		return (EXIT_FAILED);
	}
	code = migrate(ctx, db, only_look);
	db_close(db);
	return (code);
}
