/* form_view.c — builds the parts of a form, field by field. */
#include "web/form_view.h"

#include <stdio.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/answer_text.h"
#include "domain/work_plan.h"
#include "gen/html_part_field_calculated.h"
#include "gen/html_part_field_choice.h"
#include "gen/html_part_field_date.h"
#include "gen/html_part_field_long_text.h"
#include "gen/html_part_field_money.h"
#include "gen/html_part_field_multi_choice.h"
#include "gen/html_part_field_municipalities.h"
#include "gen/html_part_field_number.h"
#include "gen/html_part_field_period.h"
#include "gen/html_part_field_select.h"
#include "gen/html_part_field_statement.h"
#include "gen/html_part_field_text.h"
#include "gen/html_part_field_yes_no.h"
#include "scheme/expr.h"
#include "web/form_view_parts.h"

/* More choices than this are a list to pull down. */
#define MANY_CHOICES 8

/* A part of its own in the arena, as the only one of its list: PART(text, .name = ...) */
#define PART(kind, ...)                                                                                                \
	(out->n_##kind = 1,                                                                                            \
	    out->kind = arena_memdup(f->arena, &(struct html_part_field_##kind){ ABOUT(&f->about), __VA_ARGS__ },      \
		sizeof(struct html_part_field_##kind)))

char *
form_anchor(struct arena *arena, const char *path)
{
	return (arena_printf(arena, FIELD_ANCHOR "%s", path));
}

/* --- what is said about a field ---------------------------------------------------------------------------------- */

static const char *
field_message(const struct field_view *f, const char *path, enum message_kind kind)
{
	const struct messages *messages = f->form->messages;

	for (size_t i = 0; messages != NULL && i < messages->n; i++)
		if (messages->list[i].kind == kind && strcmp(messages->list[i].path, path) == 0)
			return (messages->list[i].text);
	return (NULL);
}

const char *
field_error(const struct field_view *f, const char *path)
{
	return (field_message(f, path, MESSAGE_ERROR));
}

/* Whether the path is the field's own, or a cell or part of it. */
static bool
belongs_to(const char *path, const struct scheme_field *field)
{
	size_t len = strlen(field->id);

	return (strncmp(path, field->id, len) == 0 && (path[len] == '\0' || path[len] == '.'));
}

/* In rows each question has its own place for what is said about it. */
static bool
is_about(const char *path, const struct field_view *f)
{
	return (field_has_rows(f->field) ? strcmp(path, f->field->id) == 0 : belongs_to(path, f->field));
}

/* What the other window saved, as people read it. */
static const char *
theirs_text(const struct field_view *f, const struct save_conflict *conflict)
{
	struct answers *answers;

	if (strcmp(conflict->path, f->field->id) != 0)
		return (conflict->theirs);
	answers = answers_new(f->arena);
	answers_set(answers, conflict->path, conflict->theirs);
	return (answer_text(f->arena, f->field, answers, &f->form->view->facts, f->lang));
}

static const char *
conflict_warning(const struct field_view *f)
{
	struct buf theirs = buf_new(f->arena);

	for (size_t i = 0; i < f->form->n_conflicts; i++)
		if (is_about(f->form->conflicts[i].path, f))
			buf_printf(
			    &theirs, "%s%s", theirs.len == 0 ? "" : ", ", theirs_text(f, &f->form->conflicts[i]));
	if (theirs.len == 0)
		return (NULL);
	return (tr_printf(f->arena, f->lang,
	    "Lagret fra et annet vindu: «%s». Ditt svar er ikke lagret ennå. Lagrer du igjen, er det ditt svar som "
	    "gjelder.",
	    buf_text(&theirs)));
}

/* A warning for the field, or for a part of it that has no place of its own for one. */
static const char *
field_warning(const struct field_view *f)
{
	const struct messages *messages = f->form->messages;
	const char *conflict = conflict_warning(f);

	if (conflict != NULL)
		return (conflict);
	for (size_t i = 0; messages != NULL && i < messages->n; i++)
		if (messages->list[i].kind == MESSAGE_WARNING && is_about(messages->list[i].path, f))
			return (messages->list[i].text);
	return (NULL);
}

void
field_about_fill(struct field_view *f, bool optional)
{
	f->about = (struct field_about){
		.error = field_error(f, f->field->id),
		.id = form_anchor(f->arena, f->field->id),
		.label = lang_pick(&f->field->label, f->lang),
		.help = lang_pick(&f->field->help, f->lang),
		.why = field_why(f->arena, f->scheme, f->field, f->lang),
		.warning = field_warning(f),
		.optional = optional,
	};
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static const char *
value_of(const struct field_view *f)
{
	return (answers_get(f->form->shown, f->field->id));
}

const char *
field_money(const struct field_view *f, const char *path)
{
	const char *typed = answers_get(f->form->shown, path);
	money sum;

	return (money_parse(&sum, typed) == OK ? money_digits(f->arena, sum) : typed);
}

static const char *
day_shown(const struct field_view *f, const char *typed)
{
	struct date day;

	return (date_parse(&day, typed) == OK ? date_short(f->arena, day) : typed);
}

/* Whether a code is among codes with spaces between. */
static bool
chosen(const char *codes, const char *code)
{
	size_t len = strlen(code);

	for (const char *at = codes; (at = strstr(at, code)) != NULL; at += len)
		if ((at == codes || at[-1] == ' ') && (at[len] == ' ' || at[len] == '\0'))
			return (true);
	return (false);
}

/* --- the types --------------------------------------------------------------------------------------------------- */

static const char *
text_size(const struct scheme_field *field)
{
	size_t limit = field_limit(field);

	return (limit <= 12 ? "14" : limit <= 40 ? "32" : "60");
}

static void
field_text(struct html_part_question *out, const struct field_view *f)
{
	switch (f->field->type) {
	case FIELD_EMAIL:
		PART(text, .name = f->field->id, .value = value_of(f), .type = "email", .size = "36",
		    .autocomplete = "email");
		break;
	case FIELD_PHONE:
		PART(text, .name = f->field->id, .value = value_of(f), .type = "tel", .size = "18",
		    .autocomplete = "tel");
		break;
	case FIELD_ORGNR:
		PART(text, .name = f->field->id,
		    .value = answer_text(f->arena, f->field, f->form->shown, NULL, f->lang), .size = "14",
		    .inputmode = "numeric", .autocomplete = "off");
		break;
	case FIELD_ACCOUNT:
		PART(text, .name = f->field->id,
		    .value = answer_text(f->arena, f->field, f->form->shown, NULL, f->lang), .size = "18",
		    .inputmode = "numeric", .autocomplete = "off");
		break;
	default:
		PART(text, .name = f->field->id, .value = value_of(f), .size = text_size(f->field));
	}
}

static void
field_long_text(struct html_part_question *out, const struct field_view *f)
{
	size_t limit = field_limit(f->field);

	PART(long_text, .name = f->field->id, .value = value_of(f), .limit = money_count(f->arena, (int64_t)limit),
	    .rows = limit <= 600    ? "4"
		    : limit <= 1500 ? "8"
				    : "12");
}

static void
field_number(struct html_part_question *out, const struct field_view *f)
{
	const char *typed = value_of(f);

	PART(number, .name = f->field->id, .unit = lang_pick(&f->field->unit, f->lang),
	    .value = answer_count_text(f->arena, typed));
}

/* How to write a day, behind what the scheme itself says. */
static void
example_add(struct field_view *f)
{
	const char *example = tr(f->lang, "Skriv dag, måned og år, for eksempel 15.01.2027.");

	f->about.help = *f->about.help == '\0' ? example : arena_printf(f->arena, "%s %s", f->about.help, example);
}

static void
field_period(struct html_part_question *out, const struct field_view *f)
{
	const char *start = arena_printf(f->arena, "%s.start", f->field->id);
	const char *end = arena_printf(f->arena, "%s.end", f->field->id);

	PART(period, .start_id = form_anchor(f->arena, start), .start_name = start,
	    .start = day_shown(f, answers_get(f->form->shown, start)), .start_error = field_error(f, start),
	    .end_id = form_anchor(f->arena, end), .end_name = end,
	    .end = day_shown(f, answers_get(f->form->shown, end)), .end_error = field_error(f, end));
}

static void
field_select(struct html_part_question *out, const struct field_view *f)
{
	struct html_part_field_select_options *options = arena_array(f->arena, f->field->n_options, sizeof(*options));

	for (size_t i = 0; i < f->field->n_options; i++)
		options[i] = (struct html_part_field_select_options){ .value = f->field->options[i].code,
			.label = lang_pick(&f->field->options[i].name, f->lang),
			.selected = strcmp(value_of(f), f->field->options[i].code) == 0 };
	PART(select, .name = f->field->id, .with_empty = true, .options = options, .n_options = f->field->n_options);
}

/* A time in a plan: the columns of the period, and what was chosen before the period was changed. */
static void
field_plan_time(struct html_part_question *out, const struct field_view *f)
{
	const struct application_view *view = f->form->view;
	const char *value = value_of(f);
	struct html_part_field_select_options *options;
	struct plan_times times;
	size_t n = 0;
	bool found = *value == '\0';

	plan_times(&times, f->scheme, view->answers, &view->facts, f->field->months);
	options = arena_array(f->arena, times.n + 1, sizeof(*options));
	for (size_t i = 0; i < times.n; i++, n++) {
		const char *column = plan_column_value(f->arena, &times, i);

		options[n] = (struct html_part_field_select_options){ .value = column,
			.label = plan_time_text(f->arena, column, times.months, f->lang),
			.selected = strcmp(column, value) == 0 };
		found |= options[n].selected;
	}
	if (!found)
		options[n++] = (struct html_part_field_select_options){ .value = value,
			.label = plan_time_text(f->arena, value, times.months, f->lang),
			.selected = true };
	PART(select, .name = f->field->id, .with_empty = true, .options = options, .n_options = n);
}

static void
field_choice(struct html_part_question *out, const struct field_view *f)
{
	struct html_part_field_choice_options *options = arena_array(f->arena, f->field->n_options, sizeof(*options));

	if (f->field->n_options > MANY_CHOICES) {
		field_select(out, f);
		return;
	}
	for (size_t i = 0; i < f->field->n_options; i++)
		options[i] = (struct html_part_field_choice_options){ .value = f->field->options[i].code,
			.label = lang_pick(&f->field->options[i].name, f->lang),
			.checked = strcmp(value_of(f), f->field->options[i].code) == 0 };
	PART(choice, .name = f->field->id, .options = options, .n_options = f->field->n_options);
}

static void
field_multi_choice(struct html_part_question *out, const struct field_view *f)
{
	struct html_part_field_multi_choice_options *options =
	    arena_array(f->arena, f->field->n_options, sizeof(*options));

	for (size_t i = 0; i < f->field->n_options; i++)
		options[i] = (struct html_part_field_multi_choice_options){ .value = f->field->options[i].code,
			.label = lang_pick(&f->field->options[i].name, f->lang),
			.checked = chosen(value_of(f), f->field->options[i].code) };
	PART(multi_choice, .name = f->field->id, .options = options, .n_options = f->field->n_options);
}

static void
field_municipalities(struct html_part_field *out, const struct field_view *f)
{
	const struct form_view *form = f->form;
	struct html_part_field_municipalities_options *options =
	    arena_array(f->arena, form->n_municipalities, sizeof(*options));

	for (size_t i = 0; i < form->n_municipalities; i++)
		options[i] = (struct html_part_field_municipalities_options){ .value = form->municipalities[i].code,
			.label = form->municipalities[i].name,
			.checked = chosen(value_of(f), form->municipalities[i].code) };
	PART(municipalities, .name = f->field->id, .with_all = true, .all = chosen(value_of(f), "all"),
	    .options = options, .n_options = form->n_municipalities);
}

static void
field_short(struct html_part_question *out, const struct field_view *f)
{
	const char *value = value_of(f);

	switch (f->field->type) {
	case FIELD_LONG_TEXT:
		field_long_text(out, f);
		break;
	case FIELD_INTEGER:
		field_number(out, f);
		break;
	case FIELD_MONEY:
	case FIELD_APPLIED:
		PART(money, .name = f->field->id, .value = field_money(f, f->field->id));
		break;
	case FIELD_DATE:
	case FIELD_BIRTH_DATE:
		PART(date, .name = f->field->id, .value = day_shown(f, value));
		break;
	case FIELD_YES_NO:
		PART(yes_no, .name = f->field->id, .yes = strcmp(value, "yes") == 0, .no = strcmp(value, "no") == 0);
		break;
	case FIELD_STATEMENT:
		PART(statement, .name = f->field->id, .checked = strcmp(value, "yes") == 0);
		break;
	default:
		field_text(out, f);
	}
}

void
field_question(struct html_part_question *out, struct field_view *f)
{
	*out = (struct html_part_question){ 0 };
	if (f->field->calculate != NULL) {
		f->about.optional = false;
		PART(calculated, .path = f->field->id,
		    .value = answer_text(f->arena, f->field, f->form->view->answers, NULL, f->lang));
		return;
	}
	if (f->field->type == FIELD_PERIOD || f->field->type == FIELD_DATE || f->field->type == FIELD_BIRTH_DATE)
		example_add(f);
	switch (f->field->type) {
	case FIELD_PERIOD:
		field_period(out, f);
		break;
	case FIELD_CHOICE:
		field_choice(out, f);
		break;
	case FIELD_MULTI_CHOICE:
		field_multi_choice(out, f);
		break;
	case FIELD_PLAN_TIME:
		field_plan_time(out, f);
		break;
	default:
		field_short(out, f);
	}
}

void
form_view_field(struct html_part_field *out, const struct form_view *form, const struct scheme_field *field)
{
	const struct application_view *view = form->view;
	struct field_view f = { .form = form,
		.field = field,
		.scheme = view->application.scheme,
		.arena = view->ctx->arena,
		.lang = view->ctx->lang };
	static void (*const wide[FIELD__MAX])(struct html_part_field *, const struct field_view *) = {
		[FIELD_MUNICIPALITIES] = field_municipalities,
		[FIELD_GOALS] = field_goals,
		[FIELD_COSTS] = field_costs,
		[FIELD_FINANCING] = field_financing,
		[FIELD_ATTACHMENT] = field_attachment,
		[FIELD_ADDRESS] = field_address,
		[FIELD_PERSON] = field_person,
		[FIELD_GROUP] = field_rows,
		[FIELD_PARTNERS] = field_rows,
		[FIELD_PACKAGES] = field_packages,
		[FIELD_THIRD_PARTY] = field_attachment,
	};

	*out = (struct html_part_field){ 0 };
	field_about_fill(&f, !field_required(f.scheme, field, view->answers, &view->facts));
	if (wide[field->type] != NULL)
		wide[field->type](out, &f);
	else
		field_question(&out->part_question, &f);
}

/* --- conditions a browser can follow ----------------------------------------------------------------------------- */

/* The condition as it is written out: "NAME = 'CODE'", "t:selected(NAME, 'CODE')" or "NAME >= 50000". */
bool
form_view_condition(struct form_condition *out, struct arena *arena, const struct scheme_field *field)
{
	static const struct {
		const char *text;
		bool number;
	} shapes[] = { { "%63[a-z0-9-] = '%63[a-z0-9-]'%n", false },
		{ "t:selected(%63[a-z0-9-], '%63[a-z0-9-]')%n", false }, { "%63[a-z0-9-] >= %63[0-9]%n", true } };
	struct buf written = buf_new(arena);
	char name[64], answer[64];

	if (field->relevant == NULL)
		return (false);
	expr_write(&written, field->relevant);
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		int end = 0;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
		if (sscanf(buf_text(&written), shapes[i].text, name, answer, &end) == 2 && (size_t)end == written.len) {
#pragma GCC diagnostic pop
			*out = (struct form_condition){ .when = arena_strdup(arena, name) };
			*(shapes[i].number ? &out->at_least : &out->is) = arena_strdup(arena, answer);
			return (true);
		}
	}
	return (false);
}
