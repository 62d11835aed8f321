/* scheme_show_json.c — one scheme in full for programs: what "scheme show" tells, part by part. */
#include <string.h>

#include "cli/scheme_list.h"
#include "core/json.h"
#include "domain/amount.h"
#include "domain/criteria_words.h"
#include "domain/scheme_words.h"
#include "scheme/expr.h"

struct show {
	struct json json;
	struct arena *arena;
	const struct scheme *scheme;
	enum lang lang;
};

/* The expression as it is written; null when there is none. */
static void
expression(struct show *s, const char *name, const struct expr *expr)
{
	struct buf text = buf_new(s->arena);

	if (expr != NULL)
		expr_write(&text, expr);
	json_text(&s->json, name, expr == NULL ? NULL : buf_text(&text));
}

static void
sentences(struct show *s, const char *name, struct sentences said)
{
	json_open(&s->json, name, '[');
	for (size_t i = 0; i < said.n; i++)
		json_text(&s->json, NULL, said.list[i]);
	json_close(&s->json, ']');
}

static void
show_identity(struct show *s)
{
	json_text(&s->json, "id", s->scheme->id);
	json_text(&s->json, "field", area_code(s->scheme->area));
	json_text(&s->json, "unit", s->scheme->unit);
	json_text(&s->json, "status", s->scheme->status);
	json_text(&s->json, "language", lang_code(s->scheme->language));
	json_text(&s->json, "version", s->scheme->version_hash);
	json_text(&s->json, "title", lang_pick(&s->scheme->title, s->lang));
	json_text(&s->json, "summary", lang_pick(&s->scheme->summary, s->lang));
}

static void
show_applicants(struct show *s)
{
	json_open(&s->json, "applicants", '[');
	for (size_t i = 0; i < s->scheme->n_applicants; i++) {
		json_open(&s->json, NULL, '{');
		json_text(&s->json, "type", applicant_kind_code(s->scheme->applicants[i].kind));
		sentences(s, "demands", said_of_applicant(s->arena, &s->scheme->applicants[i], s->lang));
		json_close(&s->json, '}');
	}
	json_close(&s->json, ']');
}

static void
show_rules(struct show *s)
{
	json_open(&s->json, "rules", '[');
	for (size_t i = 0; i < s->scheme->n_rules; i++) {
		const struct scheme_rule *rule = &s->scheme->rules[i];

		json_open(&s->json, NULL, '{');
		json_text(&s->json, "id", rule->id);
		json_text(&s->json, "consequence",
		    rule->severity == RULE_WARNING    ? "warning"
		    : rule->outcome == RULE_DISMISSAL ? "dismissal"
						      : "rejection");
		json_text(&s->json, "reason", lang_pick(&rule->reason, s->lang));
		expression(s, "when", rule->when);
		expression(s, "test", rule->test);
		json_close(&s->json, '}');
	}
	json_close(&s->json, ']');
}

static void
show_amounts(struct show *s)
{
	const struct scheme_sharing *sharing = &s->scheme->sharing;
	struct amount_rule_text *rules;
	size_t n = amount_rules_texts(&rules, s->arena, s->scheme, s->lang);

	json_open(&s->json, "amounts", '[');
	for (size_t i = 0; i < n; i++) {
		json_open(&s->json, NULL, '{');
		json_text(&s->json, "text", rules[i].text);
		expression(s, "when", rules[i].when);
		json_close(&s->json, '}');
	}
	json_close(&s->json, ']');
	json_open(&s->json, "earmarks", '[');
	for (size_t i = 0; i < sharing->n_earmarks; i++)
		json_text(&s->json, NULL, earmark_text(s->arena, &sharing->earmarks[i], NULL, s->lang));
	json_close(&s->json, ']');
}

static void
show_criteria(struct show *s)
{
	json_open(&s->json, "criteria", '[');
	for (size_t i = 0; i < s->scheme->n_criteria; i++) {
		const struct scheme_criterion *criterion = &s->scheme->criteria[i];

		json_open(&s->json, NULL, '{');
		json_text(&s->json, "id", criterion->id);
		json_text(&s->json, "name", lang_pick(&criterion->name, s->lang));
		json_int(&s->json, "weight", criterion->weight);
		json_text(&s->json, "tag", criterion->tag);
		json_close(&s->json, '}');
	}
	json_close(&s->json, ']');
	json_text(&s->json, "method", criteria_method_text(s->arena, s->scheme, s->lang));
}

static void
show_question(struct show *s, const struct scheme_section *section, const struct scheme_field *field)
{
	json_open(&s->json, NULL, '{');
	json_text(&s->json, "section", section->id);
	json_text(&s->json, "id", field->id);
	json_text(&s->json, "type", field_type_code(field->type));
	json_text(&s->json, "label", lang_pick(&field->label, s->lang));
	expression(s, "required", field->required);
	expression(s, "relevant", field->relevant);
	expression(s, "constraint", field->constraint);
	expression(s, "calculate", field->calculate);
	json_close(&s->json, '}');
}

static void
show_form(struct show *s)
{
	json_open(&s->json, "questions", '[');
	for (size_t i = 0; i < s->scheme->n_sections; i++)
		for (size_t f = 0; f < s->scheme->sections[i].n_fields; f++)
			show_question(s, &s->scheme->sections[i], &s->scheme->sections[i].fields[f]);
	json_close(&s->json, ']');
}

void
scheme_show_json(struct buf *out, const struct scheme *scheme, enum lang lang)
{
	const struct said_about about = { .grant = MONEY_ZERO };
	struct show s = { json_new(out), out->arena, scheme, lang };

	json_open(&s.json, NULL, '{');
	show_identity(&s);
	show_applicants(&s);
	show_rules(&s);
	show_amounts(&s);
	show_criteria(&s);
	show_form(&s);
	sentences(&s, "deciding", said_of_deciding(s.arena, scheme, &about, lang));
	sentences(&s, "payment", said_of_payment(s.arena, scheme, &about, lang));
	sentences(&s, "report", said_of_report(s.arena, scheme, &about, lang));
	sentences(&s, "duties", said_of_duties(s.arena, scheme, lang));
	json_close(&s.json, '}');
}
