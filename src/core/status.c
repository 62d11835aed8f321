/* status.c — one row a status: its HTTP code and its words in the log. */
#include "core/status.h"

#include <assert.h>

static const struct {
	int http;
	const char *text;
} rows[STATUS__MAX] = {
	[OK] = { 200, "ok" },
	[ERR_NOT_FOUND] = { 404, "not found" },
	[ERR_FORBIDDEN] = { 403, "forbidden" },
	[ERR_INVALID] = { 422, "invalid" },
	[ERR_CONFLICT] = { 409, "conflict" },
	[ERR_TOO_LARGE] = { 413, "too large" },
	[ERR_LIMIT] = { 503, "memory ceiling" },
	[ERR_UNAVAILABLE] = { 503, "database unavailable" },
	[ERR_DB] = { 500, "database error" },
	[ERR_IO] = { 500, "input or output error" },
};

int
status_http(enum status st)
{
	assert(st < STATUS__MAX);
	return (rows[st].http);
}

const char *
status_text(enum status st)
{
	assert(st < STATUS__MAX);
	return (rows[st].text);
}
