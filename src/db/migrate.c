/* migrate.c — applies sql/migrations in order under a lock, each file a transaction recorded with its SHA-256. */
#include "db/migrate.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/crypto.h"
#include "core/text.h"
#include "db/db_internal.h"

/*
 * The only SQL outside sql/: it runs before there are tables or named queries. The lock's number is arbitrary and ours
 * alone in this database.
 */
#define LOCK "select pg_advisory_lock(7305807200)"
#define UNLOCK "select pg_advisory_unlock(7305807200)"
#define LOG_MAKE                                                                                                       \
	"create table if not exists migration ("                                                                       \
	"name text primary key, hash text not null, applied_at timestamptz not null default now()); "                  \
	"comment on table migration is 'The files of sql/migrations that were applied, with their SHA-256.'; "         \
	"comment on column migration.hash is 'SHA-256 of the file; an applied file is never edited.'; "                \
	"comment on column migration.name is 'The file.'"
#define LOG_READ "select name, hash from migration order by name"
#define LOG_THERE "select to_regclass('public.migration') is not null"
#define LOG_ADD "insert into migration (name, hash) values ($1, $2)"

#define FILE_MOST (4 * 1024 * 1024)

static enum status
wrong(struct migration_list *out, enum status st, const char *message)
{
	out->message = message;
	return (st);
}

/* --- files -------------------------------------------------------------------------------------------------------- */

static int
is_migration(const struct dirent *entry)
{
	const char *name = entry->d_name;
	size_t len = strlen(name);

	return (len > 9 && strspn(name, "0123456789") == 4 && name[4] == '_' && strcmp(name + len - 4, ".sql") == 0);
}

static enum status
file_read(struct migration_list *out, struct migration *migration, struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "re");
	long size = -1;
	char *text;

	if (file == NULL)
		return (wrong(out, ERR_IO, arena_printf(arena, "%s: %s", path, strerror(errno))));
	if (fseek(file, 0, SEEK_END) == 0)
		size = ftell(file);
	rewind(file);
	text = arena_alloc(arena, size > 0 && size <= FILE_MOST ? (size_t)size + 1 : 1);
	if (size < 0 || size > FILE_MOST || fread(text, 1, (size_t)size, file) != (size_t)size ||
	    strlen(text) != (size_t)size) {
		fclose(file);
		return (wrong(
		    out, ERR_IO, arena_printf(arena, "%s: cannot be read, is over 4 MB, or holds a zero byte", path)));
	}
	fclose(file);
	migration->sql = text;
	migration->hash = crypto_sha256(arena, text, (size_t)size);
	return (OK);
}

static enum status
files_take(struct migration_list *out, struct arena *arena, const char *dir, struct dirent **entries)
{
	unsigned long number, last = 0;
	enum status st;

	for (size_t i = 0; i < out->count; i++) {
		struct migration *migration = &out->list[i];

		migration->name = arena_strdup(arena, entries[i]->d_name);
		if ((number = strtoul(migration->name, NULL, 10)) <= last)
			return (wrong(out, ERR_IO,
			    arena_printf(arena,
				"%s/%s: %04lu is taken; give each migration a number of its own, from 0001 up", dir,
				migration->name, number)));
		last = number;
		if ((st = file_read(out, migration, arena, arena_printf(arena, "%s/%s", dir, migration->name))) != OK)
			return (st);
	}
	return (OK);
}

static enum status
files_read(struct migration_list *out, struct arena *arena, const char *dir)
{
	struct dirent **entries;
	int count = scandir(dir, &entries, is_migration, alphasort);
	enum status st;

	if (count < 0)
		return (wrong(out, ERR_IO, arena_printf(arena, "%s: %s", dir, strerror(errno))));
	out->count = (size_t)count;
	out->list = arena_array(arena, out->count, sizeof(*out->list));
	st = files_take(out, arena, dir, entries);
	for (int i = 0; i < count; i++)
		free(entries[i]);
	free(entries);
	if (st == OK && count == 0)
		return (wrong(out, ERR_IO, arena_printf(arena, "%s: there are no migrations", dir)));
	return (st);
}

/* --- the database ------------------------------------------------------------------------------------------------- */

static bool
good(const PGresult *result)
{
	return (PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK);
}

static enum status
failed(struct migration_list *out, struct arena *arena, struct db *db)
{
	enum status st = PQstatus(db->conn) == CONNECTION_OK ? ERR_DB : ERR_UNAVAILABLE;

	return (wrong(out, st, text_trim(arena, PQerrorMessage(db->conn))));
}

static enum status
command(struct migration_list *out, struct arena *arena, struct db *db, const char *sql)
{
	PGresult *result = PQexec(db->conn, sql);
	enum status st = good(result) ? OK : failed(out, arena, db);

	PQclear(result);
	return (st);
}

static int
line_of(const char *sql, const char *position)
{
	int line = 1;

	if (position == NULL)
		return (0);
	/* Characters, not bytes: continuation bytes of UTF-8 do not count. */
	for (long left = strtol(position, NULL, 10) - 1; left > 0 && *sql != '\0'; sql++) {
		line += *sql == '\n';
		left -= (sql[1] & 0xC0) != 0x80;
	}
	return (line);
}

static enum status
file_failed(struct migration_list *out, struct arena *arena, const struct migration *migration, const PGresult *result)
{
	const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
	const char *hint = PQresultErrorField(result, PG_DIAG_MESSAGE_HINT);

	return (wrong(out, ERR_DB,
	    arena_printf(arena, "%s:%d: %s%s%s; nothing of this file was applied", migration->name,
		line_of(migration->sql, PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION)),
		message == NULL ? "failed" : message, hint == NULL ? "" : "; ", hint == NULL ? "" : hint)));
}

static enum status
file_apply(struct migration_list *out, struct arena *arena, struct db *db, const struct migration *migration)
{
	const char *values[] = { migration->name, migration->hash };
	PGresult *result = PQexec(db->conn, migration->sql);
	enum status st = OK;

	if (!good(result))
		st = PQstatus(db->conn) == CONNECTION_OK ? file_failed(out, arena, migration, result)
							 : failed(out, arena, db);
	PQclear(result);
	if (st != OK)
		return (st);
	if (PQtransactionStatus(db->conn) != PQTRANS_INTRANS)
		return (wrong(out, ERR_DB,
		    arena_printf(arena,
			"%s: a migration must not begin, commit or roll back; it is a transaction already",
			migration->name)));
	result = PQexecParams(db->conn, LOG_ADD, 2, NULL, values, NULL, NULL, 0);
	if (!good(result))
		st = failed(out, arena, db);
	PQclear(result);
	return (st);
}

static enum status
apply(struct migration_list *out, struct arena *arena, struct db *db, const struct migration *migration)
{
	enum status st;

	if ((st = command(out, arena, db, "begin")) != OK)
		return (st);
	if ((st = file_apply(out, arena, db, migration)) != OK) {
		PQclear(PQexec(db->conn, "rollback"));
		return (st);
	}
	return (command(out, arena, db, "commit"));
}

static enum status
row_compare(struct migration_list *out, struct arena *arena, const char *name, const char *hash)
{
	for (size_t i = 0; i < out->count; i++) {
		struct migration *migration = &out->list[i];

		if (strcmp(migration->name, name) != 0)
			continue;
		migration->was_applied = true;
		if (strcmp(migration->hash, hash) == 0)
			return (OK);
		return (wrong(out, ERR_CONFLICT,
		    arena_printf(arena,
			"%s was edited after it was applied; put it back as it was and make the change "
			"in a new migration",
			name)));
	}
	return (wrong(out, ERR_CONFLICT,
	    arena_printf(arena,
		"the database has %s and sql/migrations has not; this program is older than the database", name)));
}

static enum status
log_compare(struct migration_list *out, struct arena *arena, struct db *db)
{
	PGresult *result = PQexec(db->conn, LOG_READ);
	enum status st = good(result) ? OK : failed(out, arena, db);

	for (int i = 0; st == OK && i < PQntuples(result); i++)
		st = row_compare(out, arena, PQgetvalue(result, i, 0), PQgetvalue(result, i, 1));
	PQclear(result);
	for (size_t i = 0; i < out->count; i++)
		out->pending += !out->list[i].was_applied;
	return (st);
}

static bool
log_is_there(struct db *db)
{
	PGresult *result = PQexec(db->conn, LOG_THERE);
	bool there = good(result) && PQntuples(result) == 1 && strcmp(PQgetvalue(result, 0, 0), "t") == 0;

	PQclear(result);
	return (there);
}

static enum status
run_locked(struct migration_list *out, struct arena *arena, struct db *db, bool only_look)
{
	enum status st;

	if (only_look && !log_is_there(db)) {
		out->pending = out->count;
		return (OK);
	}
	if (!only_look && (st = command(out, arena, db, LOG_MAKE)) != OK)
		return (st);
	if ((st = log_compare(out, arena, db)) != OK || only_look)
		return (st);
	for (size_t i = 0; i < out->count; i++)
		if (!out->list[i].was_applied && (st = apply(out, arena, db, &out->list[i])) != OK)
			return (st);
	return (OK);
}

enum status
migrate_run(struct migration_list *out, struct arena *arena, struct db *db, const char *dir, bool only_look)
{
	enum status st;

	*out = (struct migration_list){ .message = "" };
	if ((st = files_read(out, arena, dir)) != OK)
		return (st);
	if (db->conn == NULL && db_open(db) != OK)
		return (wrong(out, ERR_UNAVAILABLE, "the database does not answer"));
	if ((st = command(out, arena, db, LOCK)) != OK)
		return (st);
	st = run_locked(out, arena, db, only_look);
	PQclear(PQexec(db->conn, UNLOCK));
	return (st);
}
