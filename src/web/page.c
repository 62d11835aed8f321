/* page.c — the way of every request: answers /helse after asking the database. */
#include "web/http.h"

#include <libpq-fe.h>
#include <stdlib.h>
#include <string.h>

static PGconn *connection;

static bool
database_answers(void)
{
	PGresult *rows;
	bool ok;

	if (connection == NULL || PQstatus(connection) != CONNECTION_OK) {
		PQfinish(connection);
		connection = PQconnectdb(getenv("TILSKUDD_DB") == NULL ? "" : getenv("TILSKUDD_DB"));
	}
	rows = PQexec(connection, "select 1");
	ok = PQresultStatus(rows) == PGRES_TUPLES_OK;
	PQclear(rows);
	return (ok);
}

void
page_run(const struct http_request *request, struct http_response *response, struct arena *arena)
{
	(void)arena;
	if (strcmp(request->path, "/helse") != 0)
		response_set(response, 404, "text/plain; charset=utf-8", "404\n", 4);
	else if (database_answers())
		response_set(response, 200, "text/plain; charset=utf-8", "ok\n", 3);
	else
		response_set(response, 503, "text/plain; charset=utf-8", "db\n", 3);
}

enum status
web_start(void)
{
	return (OK);
}

enum status
web_worker_start(void)
{
	return (OK);
}
