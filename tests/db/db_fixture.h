/* db_fixture.h — what the database's C tests share: connections as each role, a ctx as each person, the small county.
 */
#ifndef TESTS_DB_FIXTURE_H
#define TESTS_DB_FIXTURE_H

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/check.h"
#include "db/db.h"

/* The people of fixture.sql. */
#define ANNE 901
#define BJORN 902
#define ODA 911
#define OLA 912
#define LIV 921
#define UNIT_A 901

__attribute__((unused)) static struct arena *arena;

static inline const char *
conninfo(void)
{
	const char *text = getenv("TILSKUDD_DB");

	assert_non_null(text);
	return (text);
}

/* A connection beside the one that is tested; the owner's sees everything. */
static inline PGconn *
connect_as(const char *role)
{
	const char *keys[] = { "user", "dbname", NULL }, *values[] = { role, conninfo(), NULL };
	PGconn *conn = PQconnectdbParams(keys, values, 1);

	assert_int_equal(PQstatus(conn), CONNECTION_OK);
	return (conn);
}

/* Runs SQL and answers the first value, "" for none; it lives until the next call. */
static inline const char *
ask_as(const char *role, const char *sql)
{
	static char value[4096];
	PGconn *conn = connect_as(role);
	PGresult *result = PQexec(conn, sql);
	ExecStatusType status = PQresultStatus(result);

	snprintf(value, sizeof(value), "%s",
	    PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : PQresultErrorMessage(result));
	PQclear(result);
	PQfinish(conn);
	if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
		fail_msg("%s: %s", sql, value);
	return (value);
}

static inline const char *
owner_ask(const char *sql)
{
	return (ask_as("tilskudd_owner", sql));
}

/* The tests of one file share the county; it is there once. */
static inline void
county_make(void)
{
	static char sql[64 * 1024];
	FILE *file;

	if (strcmp(owner_ask("select count(*) from unit where unit_id = 901"), "0") != 0)
		return;
	file = fopen("tests/db/fixture.sql", "r");
	assert_non_null(file);
	sql[fread(sql, 1, sizeof(sql) - 1, file)] = '\0';
	fclose(file);
	owner_ask(sql);
}

static inline struct db *
db_for(enum db_role role)
{
	struct db *db = NULL;

	assert_int_equal(db_connect_as(&db, conninfo(), role, role == DB_OWNER ? NULL : "sql/queries"), OK);
	return (db);
}

static inline struct ctx
ctx_of(struct db *db, int64_t user_id, enum role role, int64_t unit_id)
{
	return ((struct ctx){ .arena = arena,
	    .db = db,
	    .request_id = "test",
	    .user_id = user_id,
	    .user_name = "",
	    .role = role,
	    .unit_id = unit_id,
	    .received_at = instant_now(),
	    .now = instant_now() });
}

/* Ends the server's side of the web server's connections, as a restart does, and waits until they are gone. */
static inline void
connections_end(void)
{
	const char *others = "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = "
			     "current_database() and usename = current_user and pid <> pg_backend_pid()";

	ask_as("tilskudd_app", others);
}

static inline int
county_setup(void **state)
{
	(void)state;
	arena = arena_new(0);
	county_make();
	return (0);
}

static inline int
county_teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return (0);
}

#define DB_MAIN(...)                                                                                                   \
	int main(void)                                                                                                 \
	{                                                                                                              \
		const struct CMUnitTest tests_[] = { __VA_ARGS__ };                                                    \
		return (cmocka_run_group_tests(tests_, county_setup, county_teardown) == 0 ? 0 : 1);                   \
	}

#endif
