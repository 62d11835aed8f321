/* row_check.c — groups, partners and work packages: how many rows, and every question in each of them. */
#include <string.h>

#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/validation_parts.h"
#include "domain/work_plan.h"

/* --- times in a plan --------------------------------------------------------------------------------------------- */

void
check_plan_time(struct checking *c, const char *value)
{
	struct plan_times times;
	int64_t column;

	plan_times(&times, c->view.scheme, c->view.answers, c->view.facts, c->field->months);
	if (!plan_column_of(&column, &times, value))
		check_error(c, c->field->id, tr(c->lang, "Velg en tid fra listen."));
	else if (!date_none(c->view.sums.start) && column < 0)
		check_error(c, c->field->id,
		    SAY(c, "Dette er før prosjektet starter, som er %s. Velg en senere tid, eller endre perioden.",
			date_long(c->arena, c->view.sums.start, c->lang)));
	else if (!date_none(c->view.sums.end) && column >= (int64_t)times.n)
		check_error(c, c->field->id,
		    SAY(c,
			"Dette er etter at prosjektet er slutt, som er %s. Velg en tidligere tid, eller endre "
			"perioden.",
			date_long(c->arena, c->view.sums.end, c->lang)));
}

/* --- rows -------------------------------------------------------------------------------------------------------- */

/* "aktivitet 2" as the beginning of a sentence. */
static char *
row_about(struct checking *c, const struct scheme_field *group, size_t number, const struct scheme_field *field)
{
	const char *name = text_capital(c->arena, lang_pick(&group->row_name, c->lang));
	const char *label = lang_pick(&field->label, c->lang);

	return (arena_printf(c->arena, "%s %zu: %s", name, number, label));
}

/* Of two times in a row, the second isn't before the first. */
static void
check_times(struct checking *c, const struct scheme_field *group, const char *key, const char *before, size_t number)
{
	const struct scheme_field *times[2];
	struct date day[2];
	size_t n = 0;

	for (size_t i = 0; i < group->n_fields && n < 2; i++)
		if (group->fields[i].type == FIELD_PLAN_TIME)
			times[n++] = &group->fields[i];
	for (size_t i = 0; i < n; i++) {
		struct scheme_field field = row_field(c->arena, group->id, key, times[i]);

		if (!plan_time_parse(&day[i], answers_get(c->view.answers, field.id), field.months))
			return;
	}
	if (n < 2 || date_cmp(day[1], day[0]) >= 0)
		return;
	c->about = arena_printf(c->arena, "%s%s", before, row_about(c, group, number, times[1]));
	check_error(c, row_field(c->arena, group->id, key, times[1]).id,
	    tr(c->lang, "Slutten er før starten. Velg samme tid som starten, eller en senere."));
}

static void
check_count(struct checking *c, const struct scheme_field *group, size_t n)
{
	const char *name = lang_pick(&group->row_name, c->lang);
	size_t most = field_row_limit(group), least = group->min_rows > 0 ? (size_t)group->min_rows : 1;

	if (n > most)
		check_error(
		    c, group->id, SAY(c, "Her er det plass til %zu. Dere har %zu. Fjern noen av dem.", most, n));
	else if (n < least && (c->required || (c->complete && n > 0)))
		check_error(c, group->id, SAY(c, "Trykk «Legg til %s». Her må det være minst %zu.", name, least));
}

static void check_rows_of(struct checking *, const struct scheme_field *group, const char *before);

/* One row: its questions in its own light, and the activities when it is a package. */
static void
check_row(struct checking *c, const struct scheme_field *group, const char *key, size_t number, const char *before)
{
	struct scheme_field activities;

	rule_view_row(&c->view, group, key);
	for (size_t i = 0; i < group->n_fields; i++) {
		struct scheme_field field = row_field(c->arena, group->id, key, &group->fields[i]);

		check_question(
		    c, &field, arena_printf(c->arena, "%s%s", before, row_about(c, group, number, &group->fields[i])));
	}
	check_times(c, group, key, before, number);
	rule_view_row(&c->view, NULL, NULL);
	if (group->activities == NULL)
		return;
	activities = package_activities(c->arena, group, key);
	c->about = lang_pick(&group->activities->label, c->lang);
	check_rows_of(c, &activities,
	    arena_printf(c->arena, "%s %zu, ", text_capital(c->arena, lang_pick(&group->row_name, c->lang)), number));
}

static void
check_rows_of(struct checking *c, const struct scheme_field *group, const char *before)
{
	size_t n;
	const char **keys = answer_row_keys(&n, c->arena, c->view.answers, group->id);

	check_count(c, group, n);
	for (size_t i = 0; i < n; i++)
		check_row(c, group, keys[i], i + 1, before);
}

void
check_rows(struct checking *c)
{
	const struct scheme_field *group = c->field;
	const char *about = c->about;
	bool required = c->required;

	check_rows_of(c, group, "");
	c->field = group;
	c->about = about;
	c->required = required;
}
