/* answers.c — a sorted list of paths and values. */
#include "domain/answers.h"

#include <stdio.h>
#include <string.h>

#include "core/text.h"

#define PATH_ROOM 512

struct answers {
	struct answer *list;
	size_t n, cap;
	struct arena *arena;
};

/* Length of the number that is the whole segment at s, written without leading zeros; 0 when it is none. */
static size_t
row_number(const char *s)
{
	size_t n = strspn(s, "0123456789");

	if (n == 0 || (s[n] != '.' && s[n] != '\0') || (n > 1 && s[0] == '0'))
		return (0);
	return (n);
}

/* Compares one segment, the end of it being lowest. */
static int
segment_cmp(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t a_row = row_number(a), b_row = row_number(b);
	int order;

	if (a_row > 0 && b_row > 0 && a_row != b_row)
		return (a_row < b_row ? -1 : 1);
	if ((a_row > 0) != (b_row > 0))
		return (a_row > 0 ? -1 : 1);
	order = memcmp(a, b, a_len < b_len ? a_len : b_len);
	return (order != 0 ? order : (a_len > b_len) - (a_len < b_len));
}

static int
path_cmp(const char *a, const char *b)
{
	for (;;) {
		size_t a_len = strcspn(a, "."), b_len = strcspn(b, ".");
		int order = segment_cmp(a, a_len, b, b_len);

		if (order != 0)
			return (order);
		a += a_len;
		b += b_len;
		if (*a == '\0' || *b == '\0')
			return ((*a != '\0') - (*b != '\0'));
		a++;
		b++;
	}
}

/* Where path is, or where it belongs. */
static size_t
position(const struct answers *answers, const char *path)
{
	size_t low = 0, high = answers->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (path_cmp(answers->list[middle].path, path) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return (low);
}

static struct answer *
find(const struct answers *answers, const char *path)
{
	size_t at = position(answers, path);

	return (at < answers->n && strcmp(answers->list[at].path, path) == 0 ? &answers->list[at] : NULL);
}

struct answers *
answers_new(struct arena *arena)
{
	struct answers *answers = arena_alloc(arena, sizeof(*answers));

	answers->arena = arena;
	return (answers);
}

struct arena *
answers_arena(const struct answers *answers)
{
	return (answers->arena);
}

static void
make_room(struct answers *answers)
{
	struct answer *list;

	if (answers->n < answers->cap)
		return;
	answers->cap = answers->cap == 0 ? 32 : answers->cap * 2;
	list = arena_array(answers->arena, answers->cap, sizeof(*list));
	if (answers->n > 0)
		memcpy(list, answers->list, answers->n * sizeof(*list));
	answers->list = list;
}

void
answers_set_version(struct answers *answers, const char *path, const char *value, int version)
{
	struct answer *answer = find(answers, path);
	size_t at;

	if (answer == NULL) {
		make_room(answers);
		at = position(answers, path);
		answer = &answers->list[at];
		memmove(answer + 1, answer, (answers->n - at) * sizeof(*answer));
		answers->n++;
		answer->path = arena_strdup(answers->arena, path);
	}
	answer->value = arena_strdup(answers->arena, value);
	answer->version = version;
}

void
answers_set(struct answers *answers, const char *path, const char *value)
{
	answers_set_version(answers, path, value, 0);
}

const char *
answers_get(const struct answers *answers, const char *path)
{
	const struct answer *answer = find(answers, path);

	return (answer != NULL ? answer->value : "");
}

bool
answers_has(const struct answers *answers, const char *path)
{
	return (find(answers, path) != NULL);
}

bool
answers_filled(const struct answers *answers, const char *path)
{
	return (!text_blank(answers_get(answers, path)));
}

const char *
answers_part(const struct answers *answers, const char *id, const char *part)
{
	char path[PATH_ROOM];
	int n = snprintf(path, sizeof(path), "%s.%s", id, part);

	return (n < (int)sizeof(path) ? answers_get(answers, path) : "");
}

const char *
answers_cell(const struct answers *answers, const char *id, size_t row, const char *column)
{
	char path[PATH_ROOM];
	int n = snprintf(path, sizeof(path), "%s.%zu.%s", id, row, column);

	return (n < (int)sizeof(path) ? answers_get(answers, path) : "");
}

size_t
answers_rows(const struct answers *answers, const char *id)
{
	size_t rows = 0, len = strlen(id);

	for (size_t i = 0; i < answers->n; i++) {
		const char *path = answers->list[i].path;
		size_t row = 0, digits;

		if (strncmp(path, id, len) != 0 || path[len] != '.')
			continue;
		digits = row_number(path + len + 1);
		if (digits == 0 || digits > 3 || path[len + 1 + digits] != '.' || text_blank(answers->list[i].value))
			continue;
		for (size_t d = 0; d < digits; d++)
			row = row * 10 + (size_t)(path[len + 1 + d] - '0');
		if (row + 1 > rows)
			rows = row + 1;
	}
	return (rows);
}

size_t
answers_count(const struct answers *answers)
{
	return (answers->n);
}

const struct answer *
answers_at(const struct answers *answers, size_t i)
{
	return (&answers->list[i]);
}
