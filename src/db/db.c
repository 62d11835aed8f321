/* db.c — opening, losing and reopening the process's connection to PostgreSQL. */
#include "db/db.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/log.h"
#include "core/text.h"
#include "db/db_internal.h"

/* After an attempt that took longer than this to fail, requests fail at once for a while instead of queueing. */
#define SLOW_CONNECT (INSTANT_SECOND / 2)
#define REST (2 * INSTANT_SECOND)

/*
 * The only watchdog a worker that waits for PostgreSQL has (kore.md, 3). Set after connecting and not in the conninfo's
 * options, which PgBouncer refuses. Migrations may take their time.
 */
#define SETTINGS                                                                                                       \
	"set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set bytea_output = 'hex'; "                                 \
	"set standard_conforming_strings = on; set search_path = public, pg_temp; "                                    \
	"set lock_timeout = '3s'; set idle_in_transaction_session_timeout = '15s'; "                                   \
	"set client_min_messages = warning; "
#define STATEMENT_TIMEOUT "set statement_timeout = '10s'"
#define NO_STATEMENT_TIMEOUT "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0"

/* "tilskudd_app" ...: the role in PostgreSQL. */
static const char *
db_role_name(enum db_role role)
{
	static const char *const names[DB_ROLE__MAX] = { "tilskudd_app", "tilskudd_jobs", "tilskudd_owner" };

	return (names[role]);
}

/* libpq's messages end in line breaks and hold no data of ours before a statement has been sent. */
static enum status
connect_failed(const struct db *db, enum status st)
{
	log_line(LOG_ERROR, NULL, "database as %s: %s", db_role_name(db->role),
	    db->conn == NULL ? "out of memory" : PQerrorMessage(db->conn));
	return (st);
}

/* Whether the conninfo says who logs in; the environment's PGUSER counts too. */
static bool
names_user(const char *conninfo)
{
	PQconninfoOption *options = PQconninfoParse(conninfo, NULL);
	bool named = getenv("PGUSER") != NULL;

	for (PQconninfoOption *o = options; o != NULL && o->keyword != NULL; o++)
		named |= strcmp(o->keyword, "user") == 0 && o->val != NULL;
	PQconninfoFree(options);
	return (named);
}

static enum status
dial(struct db *db, bool named)
{
	const char *user = named ? NULL : db_role_name(db->role);
	const char *keys[] = { "connect_timeout", "tcp_user_timeout", "keepalives_idle", "target_session_attrs",
		"fallback_application_name", "user", "dbname", "client_encoding", NULL };
	const char *values[] = { "3", "5000", "30", "read-write", "tilskudd", user, db->conninfo, "UTF8", NULL };

	/* dbname is expanded as a whole conninfo, whose values win over those before it. */
	db->conn = PQconnectdbParams(keys, values, 1);
	if (db->conn == NULL || PQstatus(db->conn) != CONNECTION_OK)
		return (connect_failed(db, ERR_UNAVAILABLE));
	return (OK);
}

static enum status
command(struct db *db, const char *sql)
{
	PGresult *result = PQexec(db->conn, sql);
	bool done = PQresultStatus(result) == PGRES_COMMAND_OK;

	PQclear(result);
	if (done)
		return (OK);
	return (connect_failed(db, db_is_lost(db) ? ERR_UNAVAILABLE : ERR_DB));
}

static enum status
set_up(struct db *db, bool named)
{
	char sql[128];
	enum status st;

	if (named) {
		snprintf(sql, sizeof(sql), "set role %s", db_role_name(db->role));
		if ((st = command(db, sql)) != OK)
			return (st);
	}
	if ((st = command(db, SETTINGS)) != OK)
		return (st);
	return (command(db, db->role == DB_OWNER ? NO_STATEMENT_TIMEOUT : STATEMENT_TIMEOUT));
}

/* An unmigrated database breaks them all; ten lines say as much as three hundred. */
static void
prepare_failed(const struct db *db, const struct db_query *query, const PGresult *result, size_t failures)
{
	if (failures <= 10)
		log_line(LOG_ERROR, NULL, "%s:%d: query %s: %s", query->file, query->line, query->name,
		    result == NULL ? PQerrorMessage(db->conn) : PQresultErrorMessage(result));
}

static enum status
prepare_answers(struct db *db)
{
	size_t failures = 0;
	PGresult *result;

	for (size_t i = 0; i < db->queries.count; i++) {
		result = PQgetResult(db->conn);
		if (PQresultStatus(result) != PGRES_COMMAND_OK)
			prepare_failed(db, &db->queries.list[i], result, ++failures);
		PQclear(result);
		if (PQstatus(db->conn) != CONNECTION_OK)
			return (ERR_UNAVAILABLE);
		PQclear(PQgetResult(db->conn)); /* the end of the answer */
		PQclear(PQgetResult(db->conn)); /* the end of the segment */
	}
	if (failures == 0)
		return (OK);
	log_line(LOG_ERROR, NULL, "%zu of %zu queries do not fit the database; has \"tilskudd migrate\" been run?",
	    failures, db->queries.count);
	return (ERR_DB);
}

/* One round trip for all of them; each is in a pipeline segment of its own, so that all broken ones are told. */
static enum status
prepare_all(struct db *db)
{
	const struct db_query *query = db->queries.list;
	enum status st;

	if (db->queries.count == 0)
		return (OK);
	if (PQenterPipelineMode(db->conn) != 1)
		return (connect_failed(db, ERR_UNAVAILABLE));
	for (size_t i = 0; i < db->queries.count; i++)
		if (PQsendPrepare(db->conn, query[i].name, query[i].sql, 0, NULL) != 1 || PQpipelineSync(db->conn) != 1)
			return (connect_failed(db, ERR_UNAVAILABLE));
	if ((st = prepare_answers(db)) != OK)
		return (st);
	return (PQexitPipelineMode(db->conn) == 1 ? OK : connect_failed(db, ERR_UNAVAILABLE));
}

static enum status
listen_again(struct db *db)
{
	char sql[128];

	if (db->channel == NULL)
		return (OK);
	snprintf(sql, sizeof(sql), "listen %s", db->channel);
	return (command(db, sql));
}

enum status
db_open(struct db *db)
{
	bool named = names_user(db->conninfo);
	instant started = instant_now();
	enum status st;

	if (started < db->not_before)
		return (ERR_UNAVAILABLE);
	db->code[0] = '\0';
	if ((st = dial(db, named)) == OK && (st = set_up(db, named)) == OK && (st = prepare_all(db)) == OK &&
	    (st = listen_again(db)) == OK)
		return (OK);
	db_drop(db);
	if (instant_now() - started > SLOW_CONNECT)
		db->not_before = instant_now() + REST;
	return (st);
}

void
db_drop(struct db *db)
{
	PQfinish(db->conn);
	db->conn = NULL;
	db->tx = TX_NONE;
}

bool
db_is_lost(const struct db *db)
{
	/* 57P: the server is being stopped; the connection's end follows. */
	return (db->conn == NULL || PQstatus(db->conn) != CONNECTION_OK || strncmp(db->code, "57P", 3) == 0);
}

enum status
db_connect_as(struct db **out, const char *conninfo, enum db_role role, const char *queries_dir)
{
	struct arena *arena = arena_new(0);
	struct db *db = arena_alloc(arena, sizeof(*db));
	enum status st;

	db->arena = arena;
	db->conninfo = arena_strdup(arena, conninfo);
	db->role = role;
	if (queries_dir != NULL && (st = db_queries_read(&db->queries, arena, queries_dir)) != OK) {
		arena_free(arena);
		return (st);
	}
	if ((st = db_open(db)) != OK && st != ERR_UNAVAILABLE) {
		arena_free(arena);
		return (st);
	}
	*out = db;
	return (st);
}

enum status
db_connect(struct db **out, const char *conninfo, const char *queries_dir)
{
	return (db_connect_as(out, conninfo, DB_APP, queries_dir));
}

enum status
db_connect_here(struct db **out, enum db_role role)
{
	const char *conninfo = getenv("TILSKUDD_DB"), *home = getenv("TILSKUDD_HOME");
	char dir[4096];

	if (conninfo == NULL || conninfo[0] == '\0') {
		log_line(LOG_ERROR, NULL,
		    "TILSKUDD_DB is not set; it says where PostgreSQL is, "
		    "for example \"host=/run/tilskudd dbname=tilskudd\"");
		return (ERR_INVALID);
	}
	snprintf(dir, sizeof(dir), "%s/sql/queries", home == NULL || home[0] == '\0' ? "." : home);
	return (db_connect_as(out, conninfo, role, role == DB_OWNER ? NULL : dir));
}

enum status
db_check_queries(const char *conninfo, const char *queries_dir)
{
	struct db *db = NULL;
	enum status st = db_connect(&db, conninfo, queries_dir);

	db_close(db);
	return (st);
}

void
db_close(struct db *db)
{
	if (db == NULL)
		return;
	db_drop(db);
	arena_free(db->arena);
}

void
db_listen(struct db *db, const char *channel)
{
	db->channel = arena_strdup(db->arena, channel);
	if (db->conn != NULL && listen_again(db) != OK)
		db_drop(db);
}

static bool
notified(struct db *db)
{
	PGnotify *notify;
	bool any = false;

	while (db->conn != NULL && (notify = PQnotifies(db->conn)) != NULL) {
		PQfreemem(notify);
		any = true;
	}
	return (any);
}

bool
db_wait(struct db *db, int timeout_ms)
{
	struct pollfd waits = { .fd = -1, .events = POLLIN };

	if (notified(db))
		return (true);
	if (db->conn != NULL)
		waits.fd = PQsocket(db->conn);
	if (poll(&waits, 1, timeout_ms) <= 0 || db->conn == NULL)
		return (false);
	if (PQconsumeInput(db->conn) != 1) {
		db_drop(db);
		return (false);
	}
	return (notified(db));
}
