/* form_view_plan.c — work packages: the list of them in their section, and the page of one. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/work_plan.h"
#include "gen/html_part_field_packages.h"
#include "gen/html_part_field_rows.h"
#include "web/form_view_parts.h"

static const struct scheme_section *
section_of(const struct scheme *scheme, const struct scheme_field *field)
{
	for (size_t s = 0; s < scheme->n_sections; s++)
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			if (&scheme->sections[s].fields[f] == field)
				return (&scheme->sections[s]);
	return (NULL);
}

/* Whether something in the package is to be put right. */
static bool
is_wrong(const struct field_view *f, const char *row)
{
	const struct messages *messages = f->form->messages;
	size_t len = strlen(row);

	for (size_t i = 0; messages != NULL && i < messages->n; i++)
		if (messages->list[i].kind == MESSAGE_ERROR && strncmp(messages->list[i].path, row, len) == 0 &&
		    (messages->list[i].path[len] == '.' || messages->list[i].path[len] == '\0'))
			return (true);
	return (false);
}

/* "1. kvartal 2027 – 2. kvartal 2028"; "" when no activity has its time yet. */
static const char *
span_text(const struct field_view *f, const struct plan_times *times, int64_t first, int64_t last)
{
	if (first > last)
		return ("");
	return (plan_span_text(f->arena, plan_column_value(f->arena, times, (size_t)first),
	    plan_column_value(f->arena, times, (size_t)last), times->months, f->lang));
}

static void
package_fill(
    struct html_part_field_packages_packages *out, const struct field_view *f, const struct work_plan *plan, size_t i)
{
	const struct plan_package *package = &plan->packages[i];
	const struct application_view *view = f->form->view;
	const char *row = arena_printf(f->arena, "%s.%s", f->field->id, package->key);
	const char *name = *package->name != '\0' ? package->name : tr(f->lang, "Uten navn");

	*out = (struct html_part_field_packages_packages){
		.id = form_anchor(f->arena, row),
		.url = arena_printf(f->arena, "/soknader/%lld/del/%s/pakke/%s", (long long)view->application.id,
		    section_of(f->scheme, f->field)->id, package->key),
		.name = arena_printf(f->arena, "%zu. %s", i + 1, name),
		.activities = arena_printf(f->arena,
		    tr_plural(f->lang, "%d aktivitet", "%d aktiviteter", (int64_t)package->n), (int)package->n),
		.time = span_text(f, &plan->times, package->first, package->last),
		.wrong = is_wrong(f, row),
	};
}

void
field_packages(struct html_part_field *out, const struct field_view *f)
{
	const struct application_view *view = f->form->view;
	struct html_part_field_packages *field = arena_alloc(f->arena, sizeof(*field));
	struct html_part_field_packages_packages *packages;
	struct work_plan plan;

	work_plan(&plan, f->arena, f->scheme, f->field, f->form->shown, &view->facts);
	packages = arena_array(f->arena, plan.n, sizeof(*packages));
	for (size_t i = 0; i < plan.n; i++)
		package_fill(&packages[i], f, &plan, i);
	*field = (struct html_part_field_packages){ ABOUT(&f->about), .packages = packages, .n_packages = plan.n,
		.add_value = plan.n < field_row_limit(f->field) ? f->field->id : NULL };
	out->packages = field;
	out->n_packages = 1;
}

/* --- the page of one package -------------------------------------------------------------------------------------- */

size_t
form_view_package_most(const struct scheme_field *packages)
{
	return (packages->n_fields + 1);
}

void
form_view_package(struct html_part_field *out, size_t *n, const struct form_view *form,
    const struct scheme_field *packages, const char *key)
{
	const struct application_view *view = form->view;
	struct arena *arena = view->ctx->arena;
	struct scheme_field activities = package_activities(arena, packages, key);
	struct html_part_field_rows *rows = arena_alloc(arena, sizeof(*rows));
	struct field_view f = {
		.form = form, .scheme = view->application.scheme, .arena = arena, .lang = view->ctx->lang
	};

	for (*n = 0; *n < packages->n_fields; (*n)++) {
		struct scheme_field field = row_field(arena, packages->id, key, &packages->fields[*n]);

		f.field = &field;
		out[*n] = (struct html_part_field){ 0 };
		field_about_fill(&f, packages->fields[*n].required == NULL);
		field_question(&out[*n].part_question, &f);
	}
	f.field = &activities;
	field_about_fill(&f, false);
	form_view_group(rows, &f, arena_memdup(arena, &activities, sizeof(activities)));
	out[*n] = (struct html_part_field){ .rows = rows, .n_rows = 1 };
	(*n)++;
	form_view_name(form->fields, arena_printf(arena, "%s.%s", packages->id, key));
}
