/* db_internal.h — what the files of the database layer share and nobody else sees. */
#ifndef DB_DB_INTERNAL_H
#define DB_DB_INTERNAL_H

#include <libpq-fe.h>

#include "db/db.h"

/* One named block of sql/queries. */
struct db_query {
	const char *name, *sql;
	const char *file; /* for messages */
	int line;
};

struct db_query_set {
	struct db_query *list;
	size_t count;
};

enum db_tx {
	TX_NONE,   /* nothing begun */
	TX_WANTED, /* db_begin() was called, nothing sent */
	TX_OPEN,
	TX_FAILED /* a statement failed: only a rollback is left */
};

/* Who the open transaction was told that asks. */
struct db_identity {
	int64_t user_id, unit_id;
	enum role role;
};

struct db {
	struct arena *arena; /* holds this struct and the queries */
	PGconn *conn;        /* NULL when there is none */
	const char *conninfo;
	enum db_role role;
	struct db_query_set queries;
	enum db_tx tx;
	bool read_only, held;
	struct db_identity told;
	int statements;
	char code[6], constraint[64];
	const char *channel; /* NULL: listens to nothing */
	instant not_before;  /* no attempt to connect before this, when the last one took long to fail */
};

/* Reads every *.sql in dir, in the order of the names. Messages go to the log. */
enum status db_queries_read(struct db_query_set *out, struct arena *arena, const char *dir) MUST_CHECK;

/* Opens db->conn and prepares everything. Leaves conn NULL unless OK. */
enum status db_open(struct db *db) MUST_CHECK;
void db_drop(struct db *db);

/* True when the connection is no more, or tells that it soon will be. */
bool db_is_lost(const struct db *db);

/*
 * Made before a statement is sent, so that passing the arena's ceiling never leaves an answer unread; rows_take() then
 * hands it the result.
 */
struct rows *rows_new(struct arena *arena, const char *query);
void rows_take(struct rows *rows, PGresult *result);
int64_t rows_touched(const struct rows *rows);

#endif
