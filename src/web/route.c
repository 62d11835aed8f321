/* route.c — finds the row of an address. */
#include "web/route.h"

#include <string.h>

#include "web/form_body.h"

#define RAW_PIECES_MAX 16

struct piece {
	const char *at;
	size_t len;
};

/* "/a/b" is two pieces, "/" none; a last "/" adds none. Returns how many, or RAW_PIECES_MAX + 1 when there are more. */
static size_t
pieces_split(struct piece *pieces, const char *path)
{
	size_t n = 0;

	while (*path == '/' && path[1] != '\0') {
		const char *start = path + 1;

		path = start + strcspn(start, "/");
		if (n == RAW_PIECES_MAX)
			return (RAW_PIECES_MAX + 1);
		pieces[n++] = (struct piece){ start, (size_t)(path - start) };
	}
	return (n);
}

static bool
piece_is(const struct piece *piece, const struct piece *fixed)
{
	return (piece->len == fixed->len && memcmp(piece->at, fixed->at, fixed->len) == 0);
}

static bool
pattern_fits(const struct piece *pattern, const struct piece *path, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (pattern[i].at[0] == ':' ? path[i].len == 0 : !piece_is(&path[i], &pattern[i]))
			return (false);
	return (true);
}

/* Whether a is more exact than b: the first difference decides. Both fit the same path. */
static bool
more_exact(const struct piece *a, const struct piece *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((a[i].at[0] == ':') != (b[i].at[0] == ':'))
			return (b[i].at[0] == ':');
	return (false);
}

static bool
method_fits(enum http_method row, enum http_method asked)
{
	return (row == asked || (row == METHOD_GET && asked == METHOD_HEAD));
}

static enum status
values_read(
    struct route_match *out, struct arena *arena, const struct piece *pattern, const struct piece *path, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (pattern[i].at[0] != ':')
			continue;
		if (out->n == ROUTE_PIECES_MAX ||
		    form_piece_decode(&out->values[out->n], arena, path[i].at, path[i].len) != OK)
			return (ERR_NOT_FOUND);
		out->names[out->n++] = arena_strndup(arena, pattern[i].at + 1, pattern[i].len - 1);
	}
	return (OK);
}

enum status
route_find(struct route_match *out, struct arena *arena, const struct route *table, size_t n_table,
    enum http_method method, const char *path)
{
	struct piece asked[RAW_PIECES_MAX], pattern[RAW_PIECES_MAX], best[RAW_PIECES_MAX];
	size_t n = pieces_split(asked, path);
	const struct route *found = NULL;
	bool other_method = false;

	memset(out, 0, sizeof(*out));
	if (*path != '/' || n > RAW_PIECES_MAX)
		return (ERR_NOT_FOUND);
	for (size_t i = 0; i < n_table; i++) {
		if (pieces_split(pattern, table[i].pattern) != n || !pattern_fits(pattern, asked, n))
			continue;
		if (!method_fits(table[i].method, method)) {
			other_method = true;
		} else if (found == NULL || more_exact(pattern, best, n)) {
			found = &table[i];
			memcpy(best, pattern, sizeof(best));
		}
	}
	if (found == NULL)
		return (other_method ? ERR_FORBIDDEN : ERR_NOT_FOUND);
	if (values_read(out, arena, best, asked, n) != OK)
		return (ERR_NOT_FOUND);
	out->route = found;
	return (OK);
}
