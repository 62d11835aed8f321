/* later_files.c — goes through the form for what may come later, and counts what has. */
#include "domain/later_files.h"

#include <string.h>

#include "domain/deadline.h"
#include "domain/expr_answers.h"

static struct later_file
later_file(struct rule_view *rules, const struct scheme_field *field, struct date today)
{
	struct later_file file = { .field = field,
		.due = later_day(&field->later, rules->facts->closes_at),
		.n_files = attached_count(rules->facts, field->id),
		.required = view_field_required(rules, field) };

	file.overdue = file.required && file.n_files == 0 && date_cmp(today, file.due) > 0;
	return (file);
}

size_t
later_files(struct later_file **out, struct arena *arena, const struct scheme *scheme, const struct answers *answers,
    const struct application_facts *facts, struct date today)
{
	struct rule_view rules;
	size_t n = 0, most = 0;

	for (size_t s = 0; s < scheme->n_sections; s++)
		most += scheme->sections[s].n_fields;
	*out = arena_array(arena, most, sizeof(**out));
	rule_view_init(&rules, arena, scheme, answers, facts);
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++) {
			const struct scheme_field *field = &scheme->sections[s].fields[f];

			if (field_takes_files(field) && later_allowed(&field->later) &&
			    view_field_relevant(&rules, field))
				(*out)[n++] = later_file(&rules, field, today);
		}
	return (n);
}

const struct later_file *
later_file_of(const struct later_file *list, size_t n, const char *field)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].field->id, field) == 0)
			return (&list[i]);
	return (NULL);
}
