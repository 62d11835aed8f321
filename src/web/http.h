/* http.h — a request and its response as our pages see them: what the door hands in and takes back, free of Kore. */
#ifndef WEB_HTTP_H
#define WEB_HTTP_H

#include <stdbool.h>
#include <stddef.h>

#include "core/arena.h"
#include "core/date.h"

enum http_method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

/* Everything is borrowed until the response is sent. No string is NULL: "" when the browser sent nothing. */
struct http_request {
	enum http_method method;
	const char *path;  /* raw: not percent-decoded, as in the request line */
	const char *query; /* raw, without '?' */
	const char *body;  /* bytes, not a string: may hold NUL, need not be UTF-8; NUL-terminated behind body_len */
	size_t body_len;
	const char *content_type;
	const char *cookie;
	const char *accept_language;
	const char *if_none_match;
	const char *origin;         /* of a form's page: "https://tilskudd.fylke.no", or "null" */
	const char *sec_fetch_site; /* "same-origin", "none" ...; "" over plain HTTP and from old browsers */
	const char *host;           /* "tilskudd.fylke.no" or "127.0.0.1:8080" */
	const char *remote;         /* the browser's address; personal data, never logged */
	const char *request_id;     /* nginx's, or our own when it gave none; for log lines and error pages */
	instant received_at;        /* when the request's head reached nginx */
	bool is_tls;
};

struct http_field {
	const char *name, *value;
	struct http_field *next;
};

/* Filled by page_run(); all of it lies in the request's arena. The security headers are nginx's, on every answer. */
struct http_response {
	int status;               /* 0 counts as 500 */
	const char *content_type; /* NULL: no body */
	const void *body;
	size_t body_len;
	struct http_field *fields; /* in the order they were added */
	const char *spool_file; /* a file below TILSKUDD_DATA/spool that nginx sends instead of the body; NULL: none */
};

/* Adds a header line. Control characters in value become spaces: a line break would start a header of its own. */
void response_field_add(struct http_response *response, struct arena *arena, const char *name, const char *value);

/* Sets status and body; body is borrowed until the response is sent. */
void response_set(struct http_response *response, int status, const char *content_type, const void *body, size_t len);

/*
 * Answers one request: never fails, fills response whatever happens. It stands on a guard of its own, so that passing
 * the arena's ceiling becomes a page too.
 */
void page_run(const struct http_request *request, struct http_response *response, struct arena *arena);

/*
 * Called once in the parent, before there are workers: reads templates and prepares every query once. Connections are
 * closed again.
 *
 * returns: OK, also when the database is merely down (that is logged); anything else stops the server's start
 */
enum status web_start(void) MUST_CHECK;

/*
 * Called once in each worker, inside its sandbox. A database that is down is no error: the next request connects.
 *
 * returns: OK; anything else ends the worker, and Kore starts another
 */
enum status web_worker_start(void) MUST_CHECK;

#endif
