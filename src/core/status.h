/* status.h — the one enum every fallible function answers with, and what each value means on the web. */
#ifndef CORE_STATUS_H
#define CORE_STATUS_H

#define MUST_CHECK __attribute__((warn_unused_result))

enum status {
	OK = 0,
	ERR_NOT_FOUND,   /* 404  no such thing, or not this user's to see */
	ERR_FORBIDDEN,   /* 403  the role may not do this */
	ERR_INVALID,     /* 422  fields carry messages; the form is shown again */
	ERR_CONFLICT,    /* 409  the case has moved on */
	ERR_TOO_LARGE,   /* 413  body, file or field over its stated limit */
	ERR_LIMIT,       /* 503  the request passed its memory ceiling */
	ERR_UNAVAILABLE, /* 503  the database is down; nothing was changed */
	ERR_DB,          /* 500  logged with the query's name, never its values */
	ERR_IO,          /* 500  a file or a program of ours failed */
	STATUS__MAX
};

/*
 * The HTTP status code of a status; 200 for OK.
 */
int status_http(enum status st);

/*
 * The status in lower-case words for a log line, for example "not found".
 */
const char *status_text(enum status st);

#endif
