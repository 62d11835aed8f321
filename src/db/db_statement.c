/* db_statement.c — transactions and named statements: who asks is told with the first of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/log.h"
#include "db/db_internal.h"

#define TRIES 3

/* The statement that tells PostgreSQL who asks: sql/queries/tx.sql. */
#define IDENTITY "tx_identity"

/* --- failures ----------------------------------------------------------------------------------------------------- */

static const struct {
	const char *prefix;
	enum status st;
} meanings[] = {
	{ "TS", ERR_CONFLICT }, { "23505", ERR_CONFLICT },
	{ "40", ERR_UNAVAILABLE },    /* deadlock, serialization: nothing was changed, try again */
	{ "57014", ERR_UNAVAILABLE }, /* the statement took too long */
	{ "55P03", ERR_UNAVAILABLE }, /* a lock took too long */
	{ "08", ERR_UNAVAILABLE }, { "57P", ERR_UNAVAILABLE },
	{ "53", ERR_UNAVAILABLE },    /* no room, no memory, too many connections */
	{ "25P03", ERR_UNAVAILABLE }, /* idle too long in a transaction */
	{ "0A000", ERR_UNAVAILABLE }, /* a plan outlived a migration; see must_reopen() */
	{ "42501", ERR_FORBIDDEN },   /* row-level security refused the row */
};

static enum status
meaning(const char *code)
{
	for (size_t i = 0; i < sizeof(meanings) / sizeof(meanings[0]); i++)
		if (strncmp(code, meanings[i].prefix, strlen(meanings[i].prefix)) == 0)
			return (meanings[i].st);
	return (ERR_DB);
}

static const char *
field(const PGresult *result, int code)
{
	const char *text = PQresultErrorField(result, code);

	return (text == NULL ? "" : text);
}

/* A message speaks of names alone in classes 42 (syntax, rights) and XX; elsewhere it may quote what people wrote. */
static void
failure_log(const struct db *db, const char *request, const char *query, const PGresult *result)
{
	bool safe =
	    strncmp(db->code, "42", 2) == 0 || strncmp(db->code, "XX", 2) == 0 || strncmp(db->code, "26", 2) == 0;

	log_line(LOG_ERROR, request, "query %s: SQLSTATE %s %s%s%s%s", query, db->code, db->constraint,
	    field(result, PG_DIAG_COLUMN_NAME), safe ? " " : "", safe ? field(result, PG_DIAG_MESSAGE_PRIMARY) : "");
}

/* Notes the failure in result (NULL: the connection's own), logs it when it is ours, and says what it means. */
static enum status
db_failure(struct db *db, const char *request, const char *query, const PGresult *result)
{
	enum status st;

	snprintf(db->code, sizeof(db->code), "%s", field(result, PG_DIAG_SQLSTATE));
	snprintf(db->constraint, sizeof(db->constraint), "%s", field(result, PG_DIAG_CONSTRAINT_NAME));
	if (db->code[0] == '\0')
		snprintf(db->code, sizeof(db->code), "08006");
	st = meaning(db->code);
	if (st != ERR_CONFLICT)
		failure_log(db, request, query, result);
	return (st);
}

/* True for the SQLSTATEs that PostgreSQL means to be tried again. */
static bool
db_may_retry(const struct db *db)
{
	return (strcmp(db->code, "40001") == 0 || strcmp(db->code, "40P01") == 0);
}

const char *
db_last_code(const struct ctx *ctx)
{
	return (ctx->db->code);
}

int
db_statements(const struct db *db)
{
	return (db->statements);
}

/* --- parameters --------------------------------------------------------------------------------------------------- */

struct wire {
	const char **values;
	int *lengths, *formats;
	int count;
};

static const char *
ints_text(struct arena *arena, const int64_t *list, size_t count)
{
	struct buf buf = buf_new(arena);

	buf_putc(&buf, '{');
	for (size_t i = 0; i < count; i++)
		buf_printf(&buf, "%s%lld", i == 0 ? "" : ",", (long long)list[i]);
	buf_putc(&buf, '}');
	return (buf_text(&buf));
}

static void
quote(struct buf *buf, const char *text)
{
	buf_putc(buf, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			buf_putc(buf, '\\');
		buf_putc(buf, *text);
	}
	buf_putc(buf, '"');
}

static const char *
texts_text(struct arena *arena, const char *const *list, size_t count)
{
	struct buf buf = buf_new(arena);

	buf_putc(&buf, '{');
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_putc(&buf, ',');
		if (list[i] == NULL)
			buf_puts(&buf, "NULL");
		else
			quote(&buf, list[i]);
	}
	buf_putc(&buf, '}');
	return (buf_text(&buf));
}

static const char *
number_text(struct arena *arena, int64_t number)
{
	return (arena_printf(arena, "%lld", (long long)number));
}

/* Text as PostgreSQL reads it; NULL for null. Bytes go as they are. */
static const char *
param_text(struct arena *arena, const struct db_param *param)
{
	switch (param->kind) {
	case PARAM_NONE:
	case PARAM_NULL:
		return (NULL);
	case PARAM_INT:
	case PARAM_MONEY:
		return (number_text(arena, param->as.number));
	case PARAM_ID:
		return (param->as.number == 0 ? NULL : number_text(arena, param->as.number));
	case PARAM_BOOL:
		return (param->as.number != 0 ? "t" : "f");
	case PARAM_INSTANT:
		return (param->as.number == 0 ? NULL : instant_iso(arena, param->as.number));
	case PARAM_DAY:
		return (date_none(param->as.day) ? NULL : date_iso(arena, param->as.day));
	case PARAM_INTS:
		return (ints_text(arena, param->as.pointer, param->count));
	case PARAM_TEXTS:
		return (texts_text(arena, param->as.pointer, param->count));
	case PARAM_TEXT:
	case PARAM_BYTES:
		break;
	}
	return (param->as.pointer);
}

static struct wire
wire_of(struct arena *arena, const struct db_param *params, size_t n_params)
{
	struct wire wire = { 0 };

	if (n_params == 1 && params[0].kind == PARAM_NONE)
		n_params = 0;
	wire.count = (int)n_params;
	wire.values = arena_array(arena, n_params + 1, sizeof(*wire.values));
	wire.lengths = arena_array(arena, n_params + 1, sizeof(*wire.lengths));
	wire.formats = arena_array(arena, n_params + 1, sizeof(*wire.formats));
	for (size_t i = 0; i < n_params; i++) {
		wire.values[i] = param_text(arena, &params[i]);
		wire.formats[i] = params[i].kind == PARAM_BYTES;
		wire.lengths[i] = params[i].kind == PARAM_BYTES ? (int)params[i].count : 0;
	}
	return (wire);
}

static struct wire
wire_of_identity(const struct ctx *ctx)
{
	return (wire_of(ctx->arena, PARAMS(ID(ctx->user_id), TEXT(role_code(ctx->role)), ID(ctx->unit_id))));
}

/* --- sending ------------------------------------------------------------------------------------------------------ */

static bool
send_query(struct db *db, const char *query, const struct wire *wire)
{
	return (PQsendQueryPrepared(db->conn, query, wire->count, wire->values, wire->lengths, wire->formats, 0) == 1);
}

static bool
succeeded(const PGresult *result)
{
	ExecStatusType status = PQresultStatus(result);

	return (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK);
}

/* One answer of a pipeline and the NULL behind it. */
static PGresult *
take(struct db *db)
{
	PGresult *result = PQgetResult(db->conn), *rest;

	while (result != NULL && (rest = PQgetResult(db->conn)) != NULL)
		PQclear(rest);
	return (result);
}

/* Keeps the first failure, else the last answer. */
static PGresult *
take_all(struct db *db, int count)
{
	PGresult *kept = NULL, *next;

	for (int i = 0; i < count && PQstatus(db->conn) == CONNECTION_OK; i++) {
		next = take(db);
		if (kept != NULL && !succeeded(kept)) {
			PQclear(next);
		} else {
			PQclear(kept);
			kept = next;
		}
	}
	if (PQstatus(db->conn) == CONNECTION_OK)
		PQclear(PQgetResult(db->conn)); /* the end of the segment */
	return (kept);
}

static const char *
begin_text(const struct db *db)
{
	return (db->read_only ? "begin isolation level repeatable read read only" : "begin");
}

/*
 * Begin, who asks, and the statement, in one round trip. result: NULL when the connection broke before an answer.
 * A failed begin or identity fails the statement too, so one kept failure tells all.
 */
static PGresult *
send_first(struct db *db, const struct wire *who, const char *query, const struct wire *wire)
{
	PGresult *result;

	if (PQenterPipelineMode(db->conn) != 1)
		return (NULL);
	if (PQsendQueryParams(db->conn, begin_text(db), 0, NULL, NULL, NULL, NULL, 0) != 1 ||
	    !send_query(db, IDENTITY, who) || !send_query(db, query, wire) || PQpipelineSync(db->conn) != 1)
		return (NULL);
	result = take_all(db, 3);
	if (PQstatus(db->conn) == CONNECTION_OK && PQexitPipelineMode(db->conn) != 1) {
		PQclear(result);
		return (NULL);
	}
	return (result);
}

/* A plan that no longer fits the tables after a migration is as good as a lost connection: made anew, it fits. */
static bool
must_reopen(const struct db *db, const PGresult *result)
{
	const char *code = field(result, PG_DIAG_SQLSTATE);

	return (PQstatus(db->conn) != CONNECTION_OK || result == NULL || strncmp(code, "57P", 3) == 0 ||
		strcmp(code, "0A000") == 0);
}

static PGresult *
run_first(struct ctx *ctx, const char *query, const struct wire *wire)
{
	struct db *db = ctx->db;
	struct wire who = wire_of_identity(ctx);
	PGresult *result = NULL;

	for (int attempt = 0; attempt < 2; attempt++) {
		if (db->conn == NULL && db_open(db) != OK)
			return (result);
		PQclear(result);
		result = send_first(db, &who, query, wire);
		if (!must_reopen(db, result)) {
			db->tx = TX_OPEN;
			db->told = (struct db_identity){ ctx->user_id, ctx->unit_id, ctx->role };
			return (result);
		}
		db_drop(db);
	}
	return (result);
}

static bool
identity_changed(const struct ctx *ctx)
{
	const struct db_identity *told = &ctx->db->told;

	return (told->user_id != ctx->user_id || told->unit_id != ctx->unit_id || told->role != ctx->role);
}

static PGresult *
run_next(struct ctx *ctx, const char *query, const struct wire *wire)
{
	struct db *db = ctx->db;
	struct wire who;
	PGresult *result;

	if (identity_changed(ctx)) {
		who = wire_of_identity(ctx);
		result = PQexecPrepared(db->conn, IDENTITY, who.count, who.values, who.lengths, who.formats, 0);
		if (!succeeded(result))
			return (result);
		PQclear(result);
		db->told = (struct db_identity){ ctx->user_id, ctx->unit_id, ctx->role };
	}
	return (PQexecPrepared(db->conn, query, wire->count, wire->values, wire->lengths, wire->formats, 0));
}

/* --- statements --------------------------------------------------------------------------------------------------- */

static enum status
refuse(struct ctx *ctx, const char *query, const char *why)
{
	log_line(LOG_ERROR, ctx->request_id, "query %s: %s", query, why);
	return (ERR_DB);
}

/* After the failure the connection is either gone or in a transaction that can only be rolled back. */
static enum status
run_failed(struct ctx *ctx, const char *query, PGresult *result)
{
	struct db *db = ctx->db;
	enum status st = db_failure(db, ctx->request_id, query, result);

	PQclear(result);
	if (db_is_lost(db) || strcmp(db->code, "0A000") == 0)
		db_drop(db);
	db->tx = TX_FAILED;
	return (st);
}

enum status
db_run(struct rows **rows, struct ctx *ctx, const char *query, const struct db_param *params, size_t n_params)
{
	struct db *db = ctx->db;
	struct wire wire = wire_of(ctx->arena, params, n_params);
	struct rows *answer = rows_new(ctx->arena, query);
	PGresult *result;

	if (db->tx == TX_NONE)
		return (refuse(ctx, query, "run outside a transaction"));
	if (db->tx == TX_FAILED)
		return (refuse(ctx, query, "run in a transaction that has failed"));
	db->code[0] = '\0';
	db->statements++;
	result = db->tx == TX_WANTED ? run_first(ctx, query, &wire) : run_next(ctx, query, &wire);
	if (!succeeded(result))
		return (run_failed(ctx, query, result));
	rows_take(answer, result);
	*rows = answer;
	return (OK);
}

enum status
db_one(struct rows **rows, struct ctx *ctx, const char *query, const struct db_param *params, size_t n_params)
{
	enum status st = db_run(rows, ctx, query, params, n_params);

	return (st == OK && rows_count(*rows) == 0 ? ERR_NOT_FOUND : st);
}

enum status
db_exec(struct ctx *ctx, const char *query, const struct db_param *params, size_t n_params)
{
	struct rows *rows;

	return (db_run(&rows, ctx, query, params, n_params));
}

enum status
db_change(struct ctx *ctx, const char *query, const struct db_param *params, size_t n_params)
{
	struct rows *rows = NULL;
	enum status st = db_run(&rows, ctx, query, params, n_params);

	return (st == OK && rows_touched(rows) == 0 ? ERR_CONFLICT : st);
}

/* --- transactions ------------------------------------------------------------------------------------------------- */

static enum status
begin(struct ctx *ctx, bool read_only)
{
	struct db *db = ctx->db;

	if (db->held && db->tx != TX_FAILED) {
		if (db->tx == TX_NONE) {
			db->tx = TX_WANTED;
			db->read_only = false;
		}
		return (OK);
	}
	if (db->tx != TX_NONE)
		return (refuse(ctx, "begin", "a transaction inside another"));
	db->tx = TX_WANTED;
	db->read_only = read_only;
	return (OK);
}

bool
db_in_transaction(const struct ctx *ctx)
{
	return (ctx->db->tx != TX_NONE);
}

enum status
db_begin(struct ctx *ctx)
{
	return (begin(ctx, false));
}

enum status
db_begin_read(struct ctx *ctx)
{
	return (begin(ctx, true));
}

/* PostgreSQL answers "ROLLBACK" to a commit of what had failed. */
static enum status
commit(struct ctx *ctx)
{
	struct db *db = ctx->db;
	PGresult *result = PQexec(db->conn, "commit");
	bool done = succeeded(result) && strcmp(PQcmdStatus(result), "COMMIT") == 0;
	enum status st = done ? OK : ERR_DB;

	if (!succeeded(result))
		st = db_failure(db, ctx->request_id, "commit", result);
	PQclear(result);
	db->tx = TX_NONE;
	if (st != OK && db_is_lost(db))
		db_drop(db);
	return (st);
}

static void
rollback(struct db *db)
{
	PGresult *result;

	if (db->conn != NULL && (db->tx == TX_OPEN || db->tx == TX_FAILED)) {
		result = PQexec(db->conn, "rollback");
		if (!succeeded(result))
			db_drop(db);
		PQclear(result);
	}
	db->tx = TX_NONE;
	db->held = false;
}

enum status
db_commit(struct ctx *ctx)
{
	struct db *db = ctx->db;

	switch (db->tx) {
	case TX_NONE:
		return (refuse(ctx, "commit", "no transaction to commit"));
	case TX_FAILED:
		rollback(db);
		return (refuse(ctx, "commit", "a statement had failed and nothing was committed"));
	case TX_WANTED:
		if (!db->held)
			db->tx = TX_NONE;
		return (OK);
	case TX_OPEN:
		break;
	}
	return (db->held ? OK : commit(ctx));
}

enum status
db_rollback(struct ctx *ctx, enum status st)
{
	rollback(ctx->db);
	return (st);
}

void
db_hold(struct ctx *ctx)
{
	ctx->db->held = true;
}

bool
db_held(const struct ctx *ctx)
{
	return (ctx->db->held);
}

enum status
db_release(struct ctx *ctx)
{
	struct db *db = ctx->db;

	db->held = false;
	return (db->tx == TX_NONE ? OK : db_commit(ctx));
}

enum status
db_transaction(struct ctx *ctx, enum status (*work)(struct ctx *, void *), void *object)
{
	bool held = ctx->db->held;
	enum status st;

	for (int attempt = 1;; attempt++) {
		if ((st = db_begin(ctx)) != OK)
			return (st);
		ctx->db->code[0] = '\0';
		st = work(ctx, object);
		st = st == OK ? db_commit(ctx) : db_rollback(ctx, st);
		/* What was held before work began cannot be done again from here. */
		if (st == OK || held || attempt == TRIES || !db_may_retry(ctx->db))
			return (st);
	}
}

void
db_reset(struct db *db)
{
	if (db->tx == TX_OPEN || db->tx == TX_FAILED)
		log_line(LOG_WARNING, NULL, "a transaction was left open and is rolled back");
	rollback(db);
	db->statements = 0;
}
