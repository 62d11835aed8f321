/* row_room.c — counts the rows under each group, those that are stored and those let in since. */
#include "domain/row_room.h"

#include <string.h>

#include "domain/validation.h"

/* A group is stored with at most so many times what it asks for. */
#define TIMES 2

/* One row that was asked about. */
struct asked {
	const char *row; /* "aktiviteter.r1" */
	size_t parent;   /* length of "aktiviteter" */
	bool fits;
	struct asked *next;
};

struct row_room {
	struct arena *arena;
	const struct scheme *scheme;
	const struct answers *stored;
	struct asked *asked;
};

struct row_room *
row_room_new(struct arena *arena, const struct scheme *scheme, const struct answers *stored)
{
	struct row_room *room = arena_alloc(arena, sizeof(*room));

	*room = (struct row_room){ .arena = arena, .scheme = scheme, .stored = stored };
	return (room);
}

static size_t
parent_length(const char *row)
{
	return ((size_t)(strrchr(row, '.') - row));
}

/* New rows let in under the same parent. */
static size_t
let_in(const struct row_room *room, const char *row, size_t parent)
{
	size_t n = 0;

	for (const struct asked *a = room->asked; a != NULL; a = a->next)
		n += a->fits && a->parent == parent && strncmp(a->row, row, parent) == 0;
	return (n);
}

static bool
fits(struct row_room *room, const char *row, size_t most)
{
	size_t parent = parent_length(row), n;
	const char **keys = answer_row_keys(&n, room->arena, room->stored, arena_strndup(room->arena, row, parent));

	for (size_t i = 0; i < n; i++)
		if (strcmp(keys[i], row + parent + 1) == 0)
			return (true);
	return (n + let_in(room, row, parent) < most * TIMES);
}

static bool
ask(struct row_room *room, const char *row, size_t most)
{
	struct asked *asked = room->asked;

	while (asked != NULL && strcmp(asked->row, row) != 0)
		asked = asked->next;
	if (asked == NULL) {
		asked = arena_alloc(room->arena, sizeof(*asked));
		*asked = (struct asked){
			.row = row, .parent = parent_length(row), .fits = fits(room, row, most), .next = room->asked
		};
		room->asked = asked;
	}
	return (asked->fits);
}

bool
row_room_has(struct row_room *room, const char *path)
{
	struct answer_place place;
	size_t outer;

	if (!answer_place(&place, room->scheme, path) || place.row_len == 0)
		return (true);
	/* An activity needs its package to have room too. */
	outer = strlen(place.top->id) + 1;
	outer += strcspn(path + outer, ".");
	if (outer < place.row_len && !ask(room, arena_strndup(room->arena, path, outer), field_row_limit(place.top)))
		return (false);
	return (ask(room, arena_strndup(room->arena, path, place.row_len), answer_place_rows(&place)));
}
