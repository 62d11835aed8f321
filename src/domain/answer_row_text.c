/* answer_row_text.c — puts rows into words, each question in the light of its row. */
#include "domain/answer_row_text.h"

#include "core/text.h"
#include "domain/answer_rows.h"
#include "domain/answer_text.h"
#include "domain/expr_answers.h"

static void
add_facts(struct answer_group_row *row, struct rule_view *rules, const struct scheme_field *group, enum lang lang)
{
	row->facts = arena_array(rules->arena, group->n_fields, sizeof(*row->facts));
	for (size_t i = 0; i < group->n_fields; i++) {
		struct scheme_field field = row_field(rules->arena, group->id, row->key, &group->fields[i]);
		const char *answer;

		if (!view_field_relevant(rules, &group->fields[i]))
			continue;
		answer = answer_text(rules->arena, &field, rules->answers, rules->facts, lang);
		if (!text_blank(answer))
			row->facts[row->n++] = (struct answer_fact){ lang_pick(&field.label, lang), answer };
	}
}

size_t
answer_group_rows(struct answer_group_row **out, struct arena *arena, const struct scheme *scheme,
    const struct scheme_field *field, const struct answers *answers, const struct application_facts *facts,
    enum lang lang)
{
	const char *name = text_capital(arena, lang_pick(&field->row_name, lang)), **keys;
	struct rule_view rules;
	size_t n;

	keys = answer_row_keys(&n, arena, answers, field->id);
	*out = arena_array(arena, n, sizeof(**out));
	rule_view_init(&rules, arena, scheme, answers, facts);
	for (size_t i = 0; i < n; i++) {
		(*out)[i] =
		    (struct answer_group_row){ .key = keys[i], .title = arena_printf(arena, "%s %zu", name, i + 1) };
		rule_view_row(&rules, field, keys[i]);
		add_facts(&(*out)[i], &rules, field, lang);
	}
	return (n);
}
