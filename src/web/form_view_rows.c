/* form_view_rows.c — questions in rows: groups and partners, and the activities of a package. */
#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/expr_answers.h"
#include "gen/html_part_field_rows.h"
#include "gen/html_part_row.h"
#include "web/form_view_parts.h"

/* Stands in the row a script makes copies of; no key the server takes. */
#define KEY_OF_BLANK "KEY"

/* Milliseconds in base 36 have eight digits until 2059, so keys sort by time; the rest keeps two windows apart. */
#define TIME_DIGITS 8
#define CHANCE_DIGITS 5

static void
put_digits(char *to, size_t n, uint64_t number)
{
	while (n-- > 0) {
		to[n] = "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36];
		number /= 36;
	}
}

char *
form_row_key(struct arena *arena, instant now)
{
	char *key = arena_alloc(arena, TIME_DIGITS + CHANCE_DIGITS + 2);
	uint32_t chance;

	crypto_random(&chance, sizeof(chance));
	key[0] = 'r'; /* digits alone would be a row's number */
	put_digits(key + 1, TIME_DIGITS, (uint64_t)(now / (INSTANT_SECOND / 1000)));
	put_digits(key + 1 + TIME_DIGITS, CHANCE_DIGITS, chance);
	return (key);
}

void
form_view_name(struct buf *list, const char *id)
{
	buf_printf(list, "%s%s", list->len == 0 ? "" : " ", id);
}

/* A group on its way. */
struct rows_view {
	const struct field_view *f;
	const struct scheme_field *group;
	struct rule_view rules; /* over what is saved */
	bool blank;             /* the row that scripts copy */
};

static bool
is_sibling(const struct scheme_field *group, const char *id)
{
	for (size_t i = 0; i < group->n_fields; i++)
		if (strcmp(group->fields[i].id, id) == 0)
			return (true);
	return (false);
}

static void
question_fill(
    struct html_part_row_questions *out, struct rows_view *rows, const char *key, const struct scheme_field *inside)
{
	struct arena *arena = rows->f->arena;
	struct scheme_field field = row_field(arena, rows->group->id, key, inside);
	struct field_view f = *rows->f;
	struct form_condition condition;

	f.field = arena_memdup(arena, &field, sizeof(field));
	field_about_fill(&f, !expr_applies(inside->required, &rows->rules.env, false));
	*out = (struct html_part_row_questions){ .id = f.field->id };
	field_question(&out->part_question, &f);
	out->hidden = !view_field_relevant(&rows->rules, inside);
	if (out->hidden && !rows->blank)
		form_view_name(rows->f->form->hidden, f.field->id);
	if (form_view_condition(&condition, arena, inside) && is_sibling(rows->group, condition.when)) {
		out->when = arena_printf(arena, "%s.%s.%s", rows->group->id, key, condition.when);
		out->is = condition.is;
		out->at_least = condition.at_least;
	}
}

/* A question that isn't asked, and that no answer in the row can bring up at once, is left out. */
static bool
left_out(const struct html_part_row_questions *question)
{
	return (question->hidden && question->when == NULL);
}

static void
row_fill(struct html_part_row *out, struct rows_view *rows, const char *key, size_t number)
{
	const struct scheme_field *group = rows->group;
	struct arena *arena = rows->f->arena;
	struct html_part_row_questions *questions = arena_array(arena, group->n_fields, sizeof(*questions));
	size_t n = 0;

	rule_view_row(&rows->rules, group, key);
	for (size_t i = 0; i < group->n_fields; i++) {
		question_fill(&questions[n], rows, key, &group->fields[i]);
		n += !left_out(&questions[n]);
	}
	rule_view_row(&rows->rules, NULL, NULL);
	*out = (struct html_part_row){
		.id = form_anchor(arena, arena_printf(arena, "%s.%s", group->id, key)),
		.key = arena_printf(arena, "%s.%s", group->id, key),
		.title = text_capital(arena, lang_pick(&group->row_name, rows->f->lang)),
		.number = arena_printf(arena, "%zu", number),
		.questions = questions,
		.n_questions = n,
	};
}

/* The rows that have something in them, and one to write in when there is none or one more was asked for. */
static const char **
shown_keys(size_t *n, const struct rows_view *rows)
{
	const struct form_view *form = rows->f->form;
	struct arena *arena = rows->f->arena;
	const char **saved = answer_row_keys(n, arena, form->shown, rows->group->id), **keys;
	bool asked = form->new_row != NULL && strcmp(form->new_row, rows->group->id) == 0;

	keys = arena_array(arena, *n + 1, sizeof(*keys));
	if (*n > 0)
		memcpy(keys, saved, *n * sizeof(*keys));
	if (asked ? *n < field_row_limit(rows->group) : *n == 0 && !rows->f->about.optional)
		keys[(*n)++] = form_row_key(arena, form->view->ctx->now);
	return (keys);
}

void
form_view_group(struct html_part_field_rows *out, const struct field_view *f, const struct scheme_field *group)
{
	const struct application_view *view = f->form->view;
	struct rows_view rows = { .f = f, .group = group };
	struct html_part_row *list, *blank = arena_alloc(f->arena, sizeof(*blank));
	size_t n, most = field_row_limit(group);
	const char **keys, *name = lang_pick(&group->row_name, f->lang);

	rule_view_init(&rows.rules, f->arena, f->scheme, view->answers, &view->facts);
	keys = shown_keys(&n, &rows);
	list = arena_array(f->arena, n, sizeof(*list));
	for (size_t i = 0; i < n; i++) {
		row_fill(&list[i], &rows, keys[i], i + 1);
		form_view_name(f->form->fields, list[i].key);
	}
	*out = (struct html_part_field_rows){ ABOUT(&f->about), .rows = list, .n_rows = n };
	rows.blank = true;
	row_fill(blank, &rows, KEY_OF_BLANK, 0);
	out->blank = blank;
	out->n_blank = 1;
	out->most = arena_printf(f->arena, "%zu", most);
	out->add_value = group->id;
	out->add_text = tr_printf(f->arena, f->lang, "Legg til %s", name);
	out->full = n >= most ? tr_printf(f->arena, f->lang, "Her er det plass til %zu.", most) : NULL;
}

void
field_rows(struct html_part_field *out, const struct field_view *f)
{
	struct html_part_field_rows *rows = arena_alloc(f->arena, sizeof(*rows));

	form_view_group(rows, f, f->field);
	out->rows = rows;
	out->n_rows = 1;
}
