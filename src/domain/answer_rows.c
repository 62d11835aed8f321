/* answer_rows.c — finds paths in the form, and rows among answers. */
#include "domain/answer_rows.h"

#include <string.h>

#include "core/text.h"
#include "domain/validation.h"

bool
row_key_ok(const char *key, size_t len)
{
	return (len > 0 && len <= ROW_KEY_MAX && strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789") >= len);
}

bool
field_has_rows(const struct scheme_field *field)
{
	return (field->n_fields > 0);
}

static const struct scheme_field *
find_segment(const struct scheme_field *fields, size_t n, const char *segment, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(fields[i].id) == len && memcmp(fields[i].id, segment, len) == 0)
			return (&fields[i]);
	return (NULL);
}

/* at: behind the prefix of the rows, "KEY.field.part". */
static bool
place_in_row(struct answer_place *out, const struct scheme_field *group, const char *path, const char *at)
{
	size_t key = strcspn(at, "."), len;
	const char *inside = at + key + 1;

	if (!row_key_ok(at, key) || at[key] != '.')
		return (false);
	len = strcspn(inside, ".");
	out->row_len = (size_t)(at - path) + key;
	if ((out->field = find_segment(group->fields, group->n_fields, inside, len)) != NULL) {
		out->id_len = (size_t)(inside - path) + len;
		out->part = inside[len] == '.' ? inside + len + 1 : "";
		return (true);
	}
	return (group->activities != NULL && place_in_row(out, group->activities, path, inside));
}

bool
answer_place(struct answer_place *out, const struct scheme *scheme, const char *path)
{
	const struct scheme_field *top = answer_path_field(scheme, path);

	if (top == NULL)
		return (false);
	*out = (struct answer_place){ .top = top, .field = top, .id_len = strlen(top->id), .part = "" };
	if (path[out->id_len] == '\0')
		return (true);
	if (field_has_rows(top))
		return (place_in_row(out, top, path, path + out->id_len + 1));
	out->part = path + out->id_len + 1;
	return (true);
}

bool
answer_row_known(const struct scheme *scheme, const char *row)
{
	const struct scheme_field *top = answer_path_field(scheme, row);
	const char *at = top == NULL ? NULL : row + strlen(top->id);
	size_t keys = 0, len;

	if (top == NULL || !field_has_rows(top))
		return (false);
	for (; *at == '.'; at += len, keys++) {
		len = strcspn(++at, ".");
		if (!row_key_ok(at, len))
			return (false);
	}
	return (keys == 1 || (keys == 2 && top->activities != NULL));
}

size_t
answer_place_rows(const struct answer_place *place)
{
	const struct scheme_field *activities = place->top->activities;

	if (activities != NULL && find_segment(activities->fields, activities->n_fields, place->field->id,
				      strlen(place->field->id)) == place->field)
		return (field_row_limit(activities));
	return (field_row_limit(place->top));
}

/* The key in a path under the prefix that has more behind it; its length, or 0. */
static size_t
key_under(const char **key, const char *path, const char *prefix, size_t len)
{
	size_t n;

	if (strncmp(path, prefix, len) != 0 || path[len] != '.')
		return (0);
	*key = path + len + 1;
	n = strcspn(*key, ".");
	return ((*key)[n] == '.' && row_key_ok(*key, n) ? n : 0);
}

/* Answers lie in the order of their paths: a row's stand together. */
const char **
answer_row_keys(size_t *n, struct arena *arena, const struct answers *answers, const char *prefix)
{
	size_t prefix_len = strlen(prefix), most = 0, len;
	const char **keys, *key;

	for (size_t i = 0; i < answers_count(answers); i++)
		most += key_under(&key, answers_at(answers, i)->path, prefix, prefix_len) > 0;
	keys = arena_array(arena, most + 1, sizeof(*keys));
	*n = 0;
	for (size_t i = 0; i < answers_count(answers); i++) {
		const struct answer *answer = answers_at(answers, i);

		if ((len = key_under(&key, answer->path, prefix, prefix_len)) == 0 || text_blank(answer->value))
			continue;
		if (*n == 0 || strlen(keys[*n - 1]) != len || memcmp(keys[*n - 1], key, len) != 0)
			keys[(*n)++] = arena_strndup(arena, key, len);
	}
	return (keys);
}

struct scheme_field
row_field(struct arena *arena, const char *prefix, const char *key, const struct scheme_field *inside)
{
	struct scheme_field field = *inside;

	field.id = arena_printf(arena, "%s.%s.%s", prefix, key, inside->id);
	return (field);
}

struct scheme_field
package_activities(struct arena *arena, const struct scheme_field *packages, const char *key)
{
	struct scheme_field group = *packages->activities;

	group.id = arena_printf(arena, "%s.%s", packages->id, key);
	return (group);
}
