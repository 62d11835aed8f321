/* db.h — the process's one connection to PostgreSQL: named queries, transactions, and errors told as enum status. */
#ifndef DB_DB_H
#define DB_DB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/ctx.h"
#include "core/date.h"
#include "core/money.h"
#include "db/rows.h"

/*
 * In a flow:
 *
 *	struct rows *rows;
 *	enum status st;
 *
 *	if ((st = db_begin(ctx)) != OK)
 *		return (st);
 *	if ((st = db_one(&rows, ctx, "application_lock", PARAMS(INT(id), INSTANT(ctx->received_at)))) != OK ||
 *	    (st = db_change(ctx, "application_submit", PARAMS(INT(id), INT(version), TEXT(document)))) != OK)
 *		return (db_rollback(ctx, st));
 *	return (db_commit(ctx));
 *
 * Every statement runs inside a transaction: it tells PostgreSQL who asks (app.user_id, app.role and app.unit_id, read
 * by row-level security through api.user_id(), api.role() and api.unit_id()). Nothing is sent by db_begin(): the first
 * statement carries "begin" and the identity with it, in one round trip. A connection found dead at that point is
 * opened again and the first statement sent again; later in a transaction, and at its commit, nothing is ever replayed.
 */

/* Whose rights a connection has. */
enum db_role {
	DB_APP,   /* tilskudd_app: row-level security applies, no DDL */
	DB_JOBS,  /* tilskudd_jobs: the job runner and the command line; sees every case, acts for the county */
	DB_OWNER, /* tilskudd_owner: migrations alone; no time limits */
	DB_ROLE__MAX
};

/*
 * Opens a connection with the rights of role and prepares every query in queries_dir/ *.sql.
 *
 * out:         owned by the caller, db_close(); set with OK and ERR_UNAVAILABLE, in the latter case the first
 *              transaction connects
 * conninfo:    libpq's. Without a user it logs in as the role itself (the private cluster); with one it logs in as
 *              that and runs "set role" at once, so the login must be a member of the role
 * queries_dir: NULL for none (migrations)
 * returns:     OK; ERR_UNAVAILABLE when the database is down; ERR_IO when a query file cannot be read or is not as it
 *              should be; ERR_DB when a query cannot be prepared or the role not taken. All are logged.
 */
enum status db_connect_as(struct db **out, const char *conninfo, enum db_role role, const char *queries_dir) MUST_CHECK;

/* The web's: db_connect_as() with DB_APP. */
enum status db_connect(struct db **out, const char *conninfo, const char *queries_dir) MUST_CHECK;

/*
 * As db_connect_as() with TILSKUDD_DB and TILSKUDD_HOME/sql/queries from the environment; for commands and jobs.
 * returns: as db_connect_as(); ERR_INVALID when TILSKUDD_DB is not set, which is logged
 */
enum status db_connect_here(struct db **out, enum db_role role) MUST_CHECK;

/*
 * For the web server's parent: prepares every query once as DB_APP and closes the connection again.
 * returns: as db_connect_as(); each broken query is logged with file and line
 */
enum status db_check_queries(const char *conninfo, const char *queries_dir) MUST_CHECK;

/* Ends whatever is open. NULL is allowed. */
void db_close(struct db *db);

/*
 * Called before and after a request or a job: rolls back what it left open (a passed memory ceiling, a bug) and sets
 * db_statements() to 0.
 */
void db_reset(struct db *db);

/* --- transactions ------------------------------------------------------------------------------------------------ */

/*
 * db_begin_read() promises not to write, and sees one moment throughout.
 * returns: OK; ERR_DB when a transaction is open already, which is our bug and is logged
 */
enum status db_begin(struct ctx *ctx) MUST_CHECK;
enum status db_begin_read(struct ctx *ctx) MUST_CHECK;

/* Whether one is under way: what reads in passing then joins it. */
bool db_in_transaction(const struct ctx *ctx);

/*
 * returns: OK; ERR_CONFLICT when a check that waits for the commit refuses (TS001, TS006); ERR_UNAVAILABLE when the
 *          connection broke (whether it was committed is then unknown; the form key tells when the person tries
 *          again); ERR_DB when a statement had failed and the transaction could only be rolled back
 */
enum status db_commit(struct ctx *ctx) MUST_CHECK;

/* Rolls back and returns st, so that a flow ends with return (db_rollback(ctx, st)). */
enum status db_rollback(struct ctx *ctx, enum status st) MUST_CHECK;

/*
 * Runs work(ctx, object) between db_begin() and db_commit(), and again, at most three times, when PostgreSQL gave up on
 * a deadlock or a serialization failure. work must leave nothing behind outside the database, and neither commits nor
 * rolls back.
 */
enum status db_transaction(struct ctx *ctx, enum status (*work)(struct ctx *, void *), void *object) MUST_CHECK;

/*
 * One transaction around several flows: after db_hold(), what flows commit stays open and is committed by db_release().
 * A flow's db_rollback() undoes all of it and ends the hold; what follows is then transactions of its own.
 * For the one-time form key, which must be claimed in the transaction that does the work.
 */
void db_hold(struct ctx *ctx);
enum status db_release(struct ctx *ctx) MUST_CHECK;
bool db_held(const struct ctx *ctx);

/* --- statements -------------------------------------------------------------------------------------------------- */

enum db_param_kind {
	PARAM_NONE,
	PARAM_NULL,
	PARAM_INT,
	PARAM_ID,
	PARAM_TEXT,
	PARAM_BOOL,
	PARAM_INSTANT,
	PARAM_DAY,
	PARAM_MONEY,
	PARAM_BYTES,
	PARAM_INTS,
	PARAM_TEXTS
};

struct db_param {
	enum db_param_kind kind;
	size_t count; /* of bytes or elements */
	union {
		int64_t number;
		const void *pointer;
		struct date day;
	} as;
};

#define NONE ((struct db_param){ .kind = PARAM_NONE })    /* no parameters: PARAMS(NONE) */
#define NOTHING ((struct db_param){ .kind = PARAM_NULL }) /* SQL's null */
#define INT(x) ((struct db_param){ .kind = PARAM_INT, .as.number = (x) })
#define ID(x) ((struct db_param){ .kind = PARAM_ID, .as.number = (x) })      /* 0 is null */
#define TEXT(s) ((struct db_param){ .kind = PARAM_TEXT, .as.pointer = (s) }) /* NULL is null */
#define BOOL(b) ((struct db_param){ .kind = PARAM_BOOL, .as.number = (b) })
#define INSTANT(t) ((struct db_param){ .kind = PARAM_INSTANT, .as.number = (t) })               /* 0 is null */
#define DAY(d) ((struct db_param){ .kind = PARAM_DAY, .as.day = (d) })                          /* none is null */
#define MONEY(m) ((struct db_param){ .kind = PARAM_MONEY, .as.number = (m).ore })               /* bigint øre */
#define BYTES(p, n) ((struct db_param){ .kind = PARAM_BYTES, .count = (n), .as.pointer = (p) }) /* NULL is null */
/* Arrays, for many rows in one statement: "insert ... select ... from unnest($1::bigint[], $2::text[])". */
#define INTS(p, n) ((struct db_param){ .kind = PARAM_INTS, .count = (n), .as.pointer = (const int64_t *)(p) })
#define TEXTS(p, n) ((struct db_param){ .kind = PARAM_TEXTS, .count = (n), .as.pointer = (const char *const *)(p) })

#define PARAMS(...)                                                                                                    \
	(const struct db_param[]){ __VA_ARGS__ },                                                                      \
	    sizeof((const struct db_param[]){ __VA_ARGS__ }) / sizeof(struct db_param)

/*
 * Runs a named query.
 *
 * rows:    lives as long as ctx->arena; untouched unless OK
 * returns: OK; after anything else the transaction can only be rolled back.
 *          ERR_CONFLICT   TS001 a move that is not allowed, TS002 ... TS007 (see db_last_code()), and
 *                         unique violations
 *          ERR_UNAVAILABLE the database is down, or the statement or a lock took too long; nothing was changed
 *          ERR_FORBIDDEN  row-level security refuses the row, or the role has no such right; logged
 *          ERR_DB         anything else; logged with the query's name and SQLSTATE, never with values
 */
enum status db_run(
    struct rows **rows, struct ctx *ctx, const char *query, const struct db_param *params, size_t n_params) MUST_CHECK;

/* As db_run(), and ERR_NOT_FOUND when there is no row. */
enum status db_one(
    struct rows **rows, struct ctx *ctx, const char *query, const struct db_param *params, size_t n_params) MUST_CHECK;

/* As db_run() for statements whose rows nobody reads. */
enum status db_exec(struct ctx *ctx, const char *query, const struct db_param *params, size_t n_params) MUST_CHECK;

/* As db_exec(), and ERR_CONFLICT when no row was touched: guarded moves and versions. */
enum status db_change(struct ctx *ctx, const char *query, const struct db_param *params, size_t n_params) MUST_CHECK;

/*
 * SQLSTATE of the last failure on this connection, "" before the first.
 *   TS001  a state machine has no such move, or what was sent cannot be changed
 *   TS002  there is no recommendation to decide on
 *   TS003  the person who proposed cannot decide
 *   TS004  a departure from the recommendation needs a reason
 *   TS005  the frame is passed
 *   TS006  an award is not in the ledger, or an entry does not add up (told at commit)
 *   TS007  another version of the scheme has come into force since this one was proposed
 *   23505  a unique constraint, 23503 a reference, 23514 a check; 42501 row-level security or a missing right
 */
const char *db_last_code(const struct ctx *ctx);

/* Named queries run since db_reset(); begin, identity and commit not counted. */
int db_statements(const struct db *db);

/* --- waiting ------------------------------------------------------------------------------------------------------ */

/*
 * Listens on a channel, again after each reconnection; for the job runner. One channel a connection.
 */
void db_listen(struct db *db, const char *channel);

/*
 * Waits for a notification, at most timeout_ms.
 *
 * returns: true when there was one; false at the end of the time, when a signal came or when the database is down
 */
bool db_wait(struct db *db, int timeout_ms);

#endif
