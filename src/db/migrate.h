/* migrate.h — brings the database's tables up to date: numbered SQL files, each applied once, in order, whole or not.
 */
#ifndef DB_MIGRATE_H
#define DB_MIGRATE_H

#include <stdbool.h>
#include <stddef.h>

#include "db/db.h"

struct migration {
	const char *name; /* "0001_foundation.sql" */
	const char *sql;
	const char *hash; /* SHA-256 of the file */
	bool was_applied; /* before this run */
};

struct migration_list {
	struct migration *list;
	size_t count, pending; /* pending: not applied before this run */
	const char *message;   /* what is wrong and what to do, when not OK */
};

/*
 * Compares the files in dir with what the database has, and applies what is missing unless only_look. Runs side by side
 * queue behind an advisory lock. Each file is a transaction with the row that records it.
 *
 * out:     list and message lie in arena
 * db:      opened with DB_OWNER
 * returns: OK; ERR_IO when the files cannot be read or are not numbered 0001, 0002 ...; ERR_CONFLICT when an applied
 *          file was edited or is gone; ERR_DB when a file failed (those before it stay applied); ERR_UNAVAILABLE
 */
enum status
migrate_run(struct migration_list *out, struct arena *arena, struct db *db, const char *dir, bool only_look) MUST_CHECK;

#endif
