/* table_check.c — goals, cost plan and financing plan, and that the plans balance (R14, R15). */
#include <stdio.h>
#include <string.h>

#include "core/text.h"
#include "domain/own_work.h"
#include "domain/validation_parts.h"

#define ITEM_LIMIT 200
#define HOW_LIMIT 500

/* --- goals ------------------------------------------------------------------------------------------------------- */

static void
check_goal(struct checking *c, const struct scheme_goal *goal)
{
	char *number = arena_printf(c->arena, "%s.number", goal->id), *how = arena_printf(c->arena, "%s.how", goal->id);
	const char *typed = answers_part(c->view.answers, c->field->id, number);
	const char *measured = answers_part(c->view.answers, c->field->id, how);
	int64_t n;

	c->about = lang_pick(&goal->name, c->lang);
	check_length(c, check_path(c, how), measured, HOW_LIMIT);
	if (text_blank(typed)) {
		if (c->required && !goal->optional)
			check_error(c, check_path(c, number),
			    tr(c->lang, "Skriv et tall. Skriv 0 hvis målet ikke gjelder dere."));
		return;
	}
	if (check_integer(&n, c, check_path(c, number), typed, false) && n > 0 && c->complete && text_blank(measured))
		check_warning(c, check_path(c, how), tr(c->lang, "Skriv hvordan dere vil se at målet er nådd."));
}

/* Where every goal may be left open, an application still promises something (R15). */
static bool
promises_nothing(const struct checking *c)
{
	const struct scheme *scheme = c->view.scheme;

	for (size_t i = 0; i < scheme->n_goals; i++) {
		const char *number = arena_printf(c->arena, "%s.number", scheme->goals[i].id);

		if (!scheme->goals[i].optional || !text_blank(answers_part(c->view.answers, c->field->id, number)))
			return (false);
	}
	return (true);
}

void
check_goals(struct checking *c)
{
	for (size_t i = 0; i < c->view.scheme->n_goals; i++)
		check_goal(c, &c->view.scheme->goals[i]);
	c->about = lang_pick(&c->field->label, c->lang);
	if (c->required && promises_nothing(c))
		check_error(c, c->field->id, tr(c->lang, "Skriv et tall for minst ett av målene."));
}

/* --- rows of money ----------------------------------------------------------------------------------------------- */

static char *
cell_path(struct checking *c, size_t row, const char *column)
{
	return (arena_printf(c->arena, "%s.%zu.%s", c->field->id, row, column));
}

/* Whether the cell holds something; tells what is wrong with it. */
static bool
check_cell(struct checking *c, size_t row, const char *column)
{
	const char *typed = answers_cell(c->view.answers, c->field->id, row, column);
	money sum;

	if (text_blank(typed))
		return (false);
	(void)check_money(&sum, c, cell_path(c, row, column), typed);
	return (true);
}

/* The item of a row: what is bought, or who pays. */
static const char *
item_column(const struct checking *c)
{
	return (c->field->type == FIELD_COSTS ? "item" : "source");
}

/* With types of cost, a line that says something says its type. */
static void
check_type(struct checking *c, size_t row, bool used)
{
	const char *code = answers_cell(c->view.answers, c->field->id, row, "type");
	bool known = false;

	for (size_t i = 0; i < c->field->n_options; i++)
		known |= strcmp(c->field->options[i].code, code) == 0;
	if (known || c->field->type != FIELD_COSTS || c->field->n_options == 0)
		return;
	if (*code != '\0' || (used && c->complete))
		check_error(c, cell_path(c, row, "type"), tr(c->lang, "Velg hva slags kostnad det er."));
}

/* Whether hours are given; hours and rate come together, and the rate is no higher than the scheme counts. */
static bool
check_own_work(struct checking *c, size_t row)
{
	const char *hours = answers_cell(c->view.answers, c->field->id, row, "hours");
	const char *rate = answers_cell(c->view.answers, c->field->id, row, "rate");
	const char *own = answers_cell(c->view.answers, c->field->id, row, "own");
	money most = c->view.scheme->amount.own_work_rate, an_hour;
	int64_t hundredths;

	if (!text_blank(hours) && !own_work_hours(&hundredths, hours))
		check_error(c, cell_path(c, row, "hours"),
		    tr(c->lang, "Skriv timene som et tall, for eksempel 12 eller 12,5."));
	if (!text_blank(rate) && check_money(&an_hour, c, cell_path(c, row, "rate"), rate) &&
	    money_cmp(an_hour, most) > 0)
		check_error(c, cell_path(c, row, "rate"),
		    SAY(c, "En time er ført opp med %s. Her kan den regnes med høyst %s.",
			money_show(c->arena, an_hour), money_show(c->arena, most)));
	if (c->complete && text_blank(hours) && (!text_blank(rate) || !text_blank(own)))
		check_error(c, cell_path(c, row, "hours"), tr(c->lang, "Skriv hvor mange timer egeninnsatsen er på."));
	if (c->complete && text_blank(rate) && !text_blank(hours))
		check_error(c, cell_path(c, row, "rate"),
		    SAY(c, "Skriv hva en time er verdt, høyst %s.", money_show(c->arena, most)));
	return (!text_blank(hours));
}

static void
check_row(struct checking *c, size_t row)
{
	bool costs = c->field->type == FIELD_COSTS;
	const char *item = answers_cell(c->view.answers, c->field->id, row, item_column(c));
	bool has_sum, has_item = !text_blank(item);

	c->about = costs ? SAY(c, "Kostnad %zu", row + 1) : SAY(c, "Finansiering %zu", row + 1);
	has_sum = check_cell(c, row, "cash");
	has_sum = check_cell(c, row, "own") || has_sum;
	if (own_work_asked(c->view.scheme, c->field))
		has_sum = check_own_work(c, row) || has_sum;
	check_length(c, cell_path(c, row, item_column(c)), item, ITEM_LIMIT);
	check_type(c, row, has_sum || has_item);
	if (!c->complete || has_sum == has_item)
		return;
	if (has_item)
		check_error(c, cell_path(c, row, "cash"),
		    tr(c->lang, "Skriv en sum i hele kroner, for eksempel 25 000, eller tøm linjen."));
	else
		check_error(c, cell_path(c, row, item_column(c)),
		    costs ? tr(c->lang, "Skriv hva kostnaden gjelder, eller tøm linjen.")
			  : tr(c->lang, "Skriv hvem pengene kommer fra, eller tøm linjen."));
}

void
check_table(struct checking *c)
{
	const char *label = c->about;
	size_t rows = answers_rows(c->view.answers, c->field->id), limit = field_row_limit(c->field);

	if (rows == 0 && c->required && c->field->type == FIELD_COSTS)
		check_error(c, c->field->id, tr(c->lang, "Før opp minst én kostnad."));
	/* With costs, the balance says it better: the sum applied for may cover them all. */
	if (rows == 0 && c->required && c->field->type == FIELD_FINANCING && !c->view.sums.has_costs)
		check_error(c, c->field->id, tr(c->lang, "Før opp hvordan kostnadene blir dekket."));
	if (rows > limit)
		check_error(c, c->field->id,
		    SAY(c, "Planen har %zu linjer. Her er det plass til %zu. Slå sammen noen av dem.", rows, limit));
	for (size_t row = 0; row < rows; row++)
		check_row(c, row);
	c->about = label;
}

/* --- balance ----------------------------------------------------------------------------------------------------- */

static bool
has_table_rows(const struct checking *c, enum field_type type)
{
	const struct scheme_field *field = scheme_field_of_type(c->view.scheme, type);

	return (field != NULL && answers_rows(c->view.answers, field->id) > 0);
}

/* A plan that another page still lacks is no difference yet; a finished application has nothing left to come. */
static bool
both_plans(const struct checking *c)
{
	const struct application_sums *sums = &c->view.sums;

	if (c->complete)
		return (
		    has_table_rows(c, FIELD_COSTS) ||
		    (has_table_rows(c, FIELD_FINANCING) && scheme_field_of_type(c->view.scheme, FIELD_COSTS) != NULL));
	return (sums->has_costs && sums->has_applied && has_table_rows(c, FIELD_FINANCING));
}

static void
check_own_column(struct checking *c)
{
	const struct application_sums *sums = &c->view.sums;
	money own = money_sub(sums->financing_own, sums->costs_own);

	if (own.ore > 0)
		check_warning(c, c->field->id,
		    SAY(c,
			"Egeninnsatsen er %s høyere i finansieringen enn i kostnadene. Før den samme egeninnsatsen opp "
			"begge "
			"steder.",
			money_show(c->arena, own)));
	else if (own.ore < 0)
		check_warning(c, c->field->id,
		    SAY(c,
			"Egeninnsatsen er %s lavere i finansieringen enn i kostnadene. Før den samme egeninnsatsen opp "
			"begge "
			"steder.",
			money_show(c->arena, (money){ -own.ore })));
}

void
check_balance(struct checking *c)
{
	const struct application_sums *sums = &c->view.sums;
	money difference = money_sub(sums->financing, sums->costs);

	if (!both_plans(c))
		return;
	if (difference.ore == 0)
		check_own_column(c);
	else if (difference.ore < 0)
		check_error(c, c->field->id,
		    SAY(c, "Finansieringen er %s lavere enn kostnadene. Endre en av summene, så de blir like.",
			money_show(c->arena, (money){ -difference.ore })));
	else
		check_error(c, c->field->id,
		    SAY(c, "Finansieringen er %s høyere enn kostnadene. Endre en av summene, så de blir like.",
			money_show(c->arena, difference)));
}
