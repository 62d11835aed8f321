/* route.h — the table of pages and how an address finds its row. */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/ctx.h"
#include "web/http.h"
#include "web/permission.h"

#define ROUTE_PIECES_MAX 8

struct route {
	enum http_method method;
	const char *pattern; /* "/soknader/:id/kvittering"; the name of the page in log lines */
	enum status (*handler)(struct ctx *ctx);
	enum permission permission;
};

/* web/routes.c */
extern const struct route routes[];
extern const size_t n_routes;

/* What a path gave at the pattern's ":names". */
struct route_match {
	const struct route *route;
	const char *names[ROUTE_PIECES_MAX];
	const char *values[ROUTE_PIECES_MAX]; /* percent-decoded, clean text */
	size_t n;
};

/*
 * Finds the row of a path. A fixed piece is preferred to a ":name" at the same place; HEAD finds GET's row.
 *
 * path:    raw, as in the request line
 * out:     route NULL unless OK
 * returns: OK; ERR_NOT_FOUND when no row has the path; ERR_FORBIDDEN when one has, but not for this method
 */
enum status route_find(struct route_match *out, struct arena *arena, const struct route *table, size_t n,
    enum http_method method, const char *path) MUST_CHECK;

#endif
