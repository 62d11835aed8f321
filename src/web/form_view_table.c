/* form_view_table.c — the wide parts of a form: cost and financing plans, goals and attachments. */
#include <string.h>

#include "core/catalogue.h"
#include "domain/answer_text.h"
#include "domain/deadline.h"
#include "domain/own_work.h"
#include "gen/html_part_field_attachment.h"
#include "gen/html_part_field_goals.h"
#include "gen/html_part_money_table.h"
#include "web/form_view_parts.h"
#include "web/statement_view.h"

/* An empty plan invites to three lines; one that is begun to one more. */
#define FIRST_ROWS 3

/* As draft_flow.c holds it. */
#define DEFAULT_MB 10

/* How many rows a table is shown with. */
static size_t
form_table_rows(const struct form_view *form, const struct scheme_field *field)
{
	size_t rows = answers_rows(form->shown, field->id), most = field_row_limit(field);
	size_t wanted = rows < FIRST_ROWS ? FIRST_ROWS : rows;

	if (form->longer_table != NULL && strcmp(form->longer_table, field->id) == 0 && form->longer_rows > wanted)
		wanted = form->longer_rows;
	/* Rows past the limit are there to be put right. */
	return (rows > most ? rows : wanted < most ? wanted : most);
}

/* The types of cost to choose among, when the scheme tells costs apart. */
static void
row_types(struct html_part_money_table_rows *row, const struct field_view *f, size_t i)
{
	const char *path = arena_printf(f->arena, "%s.%zu.type", f->field->id, i);
	size_t n = f->field->type == FIELD_COSTS ? f->field->n_options : 0;
	struct html_part_money_table_rows_types *types = arena_array(f->arena, n, sizeof(*types));

	if (n == 0)
		return;
	for (size_t k = 0; k < n; k++)
		types[k] = (struct html_part_money_table_rows_types){ .value = f->field->options[k].code,
			.label = lang_pick(&f->field->options[k].name, f->lang),
			.selected = strcmp(answers_get(f->form->shown, path), f->field->options[k].code) == 0 };
	row->type_id = form_anchor(f->arena, path);
	row->type_name = path;
	row->type_error = field_error(f, path);
	row->types = types;
	row->n_types = n;
}

/* Hours and rate stand where the sum of own work otherwise would; the sum itself is worked out. */
static void
row_work(struct html_part_money_table_rows *row, const struct field_view *f, size_t i)
{
	const char *hours = arena_printf(f->arena, "%s.%zu.hours", f->field->id, i);
	const char *rate = arena_printf(f->arena, "%s.%zu.rate", f->field->id, i);

	row->hours_id = form_anchor(f->arena, hours);
	row->hours_name = hours;
	row->hours = answers_get(f->form->shown, hours);
	row->hours_error = field_error(f, hours);
	row->rate_id = form_anchor(f->arena, rate);
	row->rate_name = rate;
	row->rate = field_money(f, rate);
	row->rate_error = field_error(f, rate);
}

static void
row_fill(struct html_part_money_table_rows *row, const struct field_view *f, size_t i, size_t number)
{
	const char *column = f->field->type == FIELD_COSTS ? "item" : "source";
	const char *item = arena_printf(f->arena, "%s.%zu.%s", f->field->id, i, column);
	const char *cash = arena_printf(f->arena, "%s.%zu.cash", f->field->id, i);
	const char *own = arena_printf(f->arena, "%s.%zu.own", f->field->id, i);

	*row = (struct html_part_money_table_rows){
		.number = arena_printf(f->arena, "%zu", number),
		.item_id = form_anchor(f->arena, item),
		.item_name = item,
		.item = answers_get(f->form->shown, item),
		.error = field_error(f, item),
		.cash_id = form_anchor(f->arena, cash),
		.cash_name = cash,
		.cash = field_money(f, cash),
		.cash_error = field_error(f, cash),
		.own_id = form_anchor(f->arena, own),
		.own_name = own,
		.own = field_money(f, own),
		.own_error = field_error(f, own),
	};
	row_types(row, f, i);
	if (own_work_asked(f->scheme, f->field))
		row_work(row, f, i);
}

/* The sum applied for stands first among what pays. */
static void
applied_row(struct html_part_money_table_rows *row, const struct field_view *f, const struct scheme_field *applied)
{
	*row = (struct html_part_money_table_rows){
		.number = "0",
		.item_id = form_anchor(f->arena, arena_printf(f->arena, "%s.applied", f->field->id)),
		.fixed = answer_applied_line(f->lang),
		.cash = field_money(f, applied->id),
		.cash_from = form_anchor(f->arena, applied->id),
	};
}

static struct html_part_money_table_rows *
rows_build(size_t *n, const struct field_view *f)
{
	const struct scheme_field *applied = scheme_field_of_type(f->scheme, FIELD_APPLIED);
	size_t count = form_table_rows(f->form, f->field);
	struct html_part_money_table_rows *rows = arena_array(f->arena, count + 1, sizeof(*rows));

	*n = 0;
	if (f->field->type == FIELD_FINANCING && applied != NULL)
		applied_row(&rows[(*n)++], f, applied);
	for (size_t i = 0; i < count; i++)
		row_fill(&rows[(*n)++], f, i, i + 1);
	return (rows);
}

static struct html_part_money_table *
table_build(const struct field_view *f)
{
	struct html_part_money_table *table = arena_alloc(f->arena, sizeof(*table));
	const struct html_part_money_table_rows *rows;
	size_t n;

	rows = rows_build(&n, f);
	*table = (struct html_part_money_table){
		ABOUT(&f->about),
		.with_own = true,
		.with_hours = own_work_asked(f->scheme, f->field),
		.rows = rows,
		.n_rows = n,
		.add_value = form_table_rows(f->form, f->field) < field_row_limit(f->field) ? f->field->id : NULL,
	};
	return (table);
}

static void
sums_show(struct html_part_money_table *table, const struct field_view *f, money cash, money own)
{
	table->sum_cash = money_digits(f->arena, cash);
	table->sum_own = money_digits(f->arena, own);
	table->sum_all = money_digits(f->arena, money_add(cash, own));
}

void
field_costs(struct html_part_field *out, const struct field_view *f)
{
	struct html_part_money_table *table = table_build(f);
	struct application_sums sums;

	sums_of(&sums, f->scheme, f->form->shown);
	sums_show(table, f, sums.costs_cash, sums.costs_own);
	table->item_label = tr(f->lang, "Kostnad");
	out->table = table;
	out->n_table = 1;
}

static const char *
balance_text(const struct field_view *f, const struct application_sums *sums)
{
	money difference = money_sub(sums->financing, sums->costs);

	if (!sums->has_costs || !sums->has_financing)
		return ("");
	if (difference.ore == 0)
		return (tr(f->lang, "Finansieringen er like stor som kostnadene."));
	if (difference.ore < 0)
		return (tr_printf(f->arena, f->lang, "Finansieringen er %s lavere enn kostnadene.",
		    money_show(f->arena, (money){ -difference.ore })));
	return (tr_printf(
	    f->arena, f->lang, "Finansieringen er %s høyere enn kostnadene.", money_show(f->arena, difference)));
}

void
field_financing(struct html_part_field *out, const struct field_view *f)
{
	struct html_part_money_table *table = table_build(f);
	struct application_sums sums;

	sums_of(&sums, f->scheme, f->form->shown);
	sums_show(table, f, sums.financing_cash, sums.financing_own);
	table->item_label = tr(f->lang, "Hvem betaler?");
	if (f->field->balances != NULL) {
		table->balances = form_anchor(f->arena, f->field->balances);
		table->balance = balance_text(f, &sums);
	}
	out->table = table;
	out->n_table = 1;
}

static void
goal_fill(struct html_part_field_goals_goals *out, const struct field_view *f, const struct scheme_goal *goal)
{
	const char *base = arena_printf(f->arena, "%s.%s", f->field->id, goal->id);
	const char *number = arena_printf(f->arena, "%s.number", base), *how = arena_printf(f->arena, "%s.how", base);
	const char *name = lang_pick(&goal->name, f->lang);

	*out = (struct html_part_field_goals_goals){
		.id = form_anchor(f->arena, base),
		.label = goal->optional ? arena_printf(f->arena, "%s %s", name, tr(f->lang, "(valgfritt)")) : name,
		.unit = goal_unit_text(goal->unit, f->lang),
		.number_id = form_anchor(f->arena, number),
		.number_name = number,
		.number = answers_get(f->form->shown, number),
		.number_error = field_error(f, number),
		.how_id = form_anchor(f->arena, how),
		.how_name = how,
		.how = answers_get(f->form->shown, how),
		.how_error = field_error(f, how),
	};
}

void
field_goals(struct html_part_field *out, const struct field_view *f)
{
	struct html_part_field_goals *part = arena_alloc(f->arena, sizeof(*part));
	struct html_part_field_goals_goals *goals = arena_array(f->arena, f->scheme->n_goals, sizeof(*goals));

	for (size_t i = 0; i < f->scheme->n_goals; i++)
		goal_fill(&goals[i], f, &f->scheme->goals[i]);
	*part = (struct html_part_field_goals){ ABOUT(&f->about), .goals = goals, .n_goals = f->scheme->n_goals };
	out->goals = part;
	out->n_goals = 1;
}

/* --- attachments ------------------------------------------------------------------------------------------------- */

/* What the browser offers to choose; what a file is, is found in its content (domain/file_kind.h). */
const char *
attachment_accept(struct arena *arena, const struct scheme_field *field)
{
	static const struct {
		enum attachment_kind kind;
		const char *names;
	} kinds[] = {
		{ ATTACH_PDF, ".pdf" },
		{ ATTACH_IMAGE, ".jpg,.jpeg,.png,.heic,.heif" },
		{ ATTACH_DOCUMENT, ".docx,.odt" },
		{ ATTACH_SPREADSHEET, ".xlsx,.ods" },
	};
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (field->kinds == 0 || (field->kinds & kinds[i].kind) != 0)
			buf_printf(&out, "%s%s", out.len == 0 ? "" : ",", kinds[i].names);
	return (buf_text(&out));
}

const char *
attachment_limits(struct arena *arena, const struct scheme_field *field, enum lang lang)
{
	unsigned kinds =
	    field->kinds != 0 ? field->kinds : ATTACH_PDF | ATTACH_IMAGE | ATTACH_DOCUMENT | ATTACH_SPREADSHEET;
	const char *limits = tr_printf(arena, lang, "%s, høyst %d MB.", attachment_kinds_text(arena, kinds, lang),
	    field->max_mb > 0 ? field->max_mb : DEFAULT_MB);

	if (field->max_files > 0)
		limits = arena_printf(arena, "%s %s", limits,
		    arena_printf(arena, tr_plural(lang, "Høyst %d fil.", "Høyst %d filer.", (int64_t)field->max_files),
			field->max_files));
	if (field->file_name != NULL)
		limits = arena_printf(
		    arena, "%s %s", limits, tr_printf(arena, lang, "La filnavnet se slik ut: %s", field->file_name));
	return (limits);
}

static const char *
attachment_help(const struct field_view *f)
{
	const char *limits = attachment_limits(f->arena, f->field, f->lang);
	const char *help = *f->about.help == '\0' ? limits : arena_printf(f->arena, "%s %s", f->about.help, limits);

	if (!later_allowed(&f->field->later))
		return (help);
	return (arena_printf(f->arena, "%s %s", help,
	    tr_printf(f->arena, f->lang, "Kan også sendes senere, innen %s.",
		date_long(f->arena, later_day(&f->field->later, f->form->view->facts.closes_at), f->lang))));
}

static struct html_part_field_attachment_files *
files_build(size_t *n, const struct field_view *f)
{
	const struct application_view *view = f->form->view;
	struct html_part_field_attachment_files *files = arena_array(f->arena, view->n_files, sizeof(*files));

	*n = 0;
	for (size_t i = 0; i < view->n_files; i++) {
		const struct application_file *file = &view->files[i];

		if (strcmp(file->field, f->field->id) == 0)
			files[(*n)++] = (struct html_part_field_attachment_files){
				.url = file_url(view, file),
				.file_name = file->file_name,
				.size = file_about(view, file),
				.remove_value =
				    file->id == 0 ? NULL : arena_printf(f->arena, "%lld", (long long)file->id),
			};
	}
	return (files);
}

void
field_attachment(struct html_part_field *out, const struct field_view *f)
{
	struct html_part_field_attachment *part = arena_alloc(f->arena, sizeof(*part));
	size_t n;

	*part = (struct html_part_field_attachment){ ABOUT(&f->about), .name = f->field->id,
		.accept = attachment_accept(f->arena, f->field), .multiple = true, .upload_value = f->field->id };
	part->help = attachment_help(f);
	if (f->field->type == FIELD_THIRD_PARTY) {
		part->ask_value = f->field->id;
		part->waiting = statements_waiting_text(f->form->view, f->field);
	}
	part->files = files_build(&n, f);
	part->n_files = n;
	out->attachment = part;
	out->n_attachment = 1;
}
