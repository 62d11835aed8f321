/* calculated.c — works calculated answers out and writes them as other answers are written. */
#include "domain/calculated.h"

#include <string.h>

#include "domain/answer_rows.h"
#include "domain/expr_answers.h"

bool
calculated_path(const struct scheme *scheme, const char *path)
{
	struct answer_place place;

	return (answer_place(&place, scheme, path) && place.field->calculate != NULL);
}

struct filling {
	struct rule_view view;
	struct answers *answers;
	const char **changed;
	size_t n, most;
};

static void
change(struct filling *f, const char *path, const char *value)
{
	if (strcmp(answers_get(f->answers, path), value) == 0)
		return;
	if (f->n == f->most) {
		const char **more = arena_array(f->view.arena, f->most * 2 + 16, sizeof(*more));

		if (f->n > 0)
			memcpy(more, f->changed, f->n * sizeof(*more));
		f->changed = more;
		f->most = f->most * 2 + 16;
	}
	f->changed[f->n++] = path;
	answers_set(f->answers, path, value);
}

static const char *
value_text(struct arena *arena, const struct expr_value *value)
{
	switch (value->type) {
	case EXPR_NUMBER:
		return (expr_number_text(arena, value->number));
	case EXPR_DATE:
		return (date_iso(arena, value->date));
	default:
		return ("");
	}
}

static void
fill_one(struct filling *f, const struct scheme_field *field, const char *path, bool asked)
{
	struct expr_value value = expr_absent();

	if (field->calculate == NULL)
		return;
	if (asked && view_field_relevant(&f->view, field))
		value = view_calculated(&f->view, field);
	change(f, path, value_text(f->view.arena, &value));
}

/* Whether somebody has written something in the row: a sum of nothing keeps no row. */
static bool
row_is_written(const struct filling *f, const char *row)
{
	size_t len = strlen(row);

	for (size_t i = 0; i < answers_count(f->answers); i++) {
		const struct answer *answer = answers_at(f->answers, i);

		if (strncmp(answer->path, row, len) == 0 && answer->path[len] == '.' && *answer->value != '\0' &&
		    !calculated_path(f->view.scheme, answer->path))
			return (true);
	}
	return (false);
}

static void
fill_rows(struct filling *f, const struct scheme_field *group)
{
	size_t n;
	const char **keys = answer_row_keys(&n, f->view.arena, f->answers, group->id);

	for (size_t i = 0; i < n; i++) {
		const char *row = arena_printf(f->view.arena, "%s.%s", group->id, keys[i]);
		bool written = row_is_written(f, row);

		rule_view_row(&f->view, group, keys[i]);
		for (size_t k = 0; k < group->n_fields; k++)
			fill_one(f, &group->fields[k], arena_printf(f->view.arena, "%s.%s", row, group->fields[k].id),
			    written);
	}
	rule_view_row(&f->view, NULL, NULL);
}

static bool
rows_calculate(const struct scheme_field *group)
{
	for (size_t i = 0; i < group->n_fields; i++)
		if (group->fields[i].calculate != NULL)
			return (true);
	return (false);
}

size_t
calculated_fill(
    const char ***changed, struct answers *answers, const struct scheme *scheme, const struct application_facts *facts)
{
	struct filling *f = arena_alloc(answers_arena(answers), sizeof(*f));

	*f = (struct filling){ .answers = answers };
	rule_view_init(&f->view, answers_arena(answers), scheme, answers, facts);
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t i = 0; i < scheme->sections[s].n_fields; i++) {
			const struct scheme_field *field = &scheme->sections[s].fields[i];

			fill_one(f, field, field->id, true);
			if (field->type == FIELD_GROUP && rows_calculate(field))
				fill_rows(f, field);
		}
	*changed = f->changed;
	return (f->n);
}
