/* scheme_show.c — one scheme in full, as the compiled form has it. */
#include <string.h>

#include "cli/scheme_list.h"
#include "core/catalogue.h"
#include "domain/aid_limit.h"
#include "domain/amount.h"
#include "domain/criteria_words.h"
#include "domain/ranking.h"
#include "domain/scheme_words.h"
#include "scheme/expr.h"

struct show {
	struct buf *out;
	const struct scheme *scheme;
	enum lang lang;
};

static void
heading(struct show *s, const char *title)
{
	buf_printf(s->out, "\n%s\n", tr(s->lang, title));
}

static void
text_line(struct show *s, const struct lang_text *text)
{
	if (text->in[LANG_NB] != NULL)
		buf_printf(s->out, "  %s\n", lang_pick(text, s->lang));
}

static void
expression(struct show *s, const char *word, const struct expr *expr)
{
	if (expr == NULL)
		return;
	buf_printf(s->out, "  [%s ", word);
	expr_write(s->out, expr);
	buf_putc(s->out, ']');
}

/* Each sentence on a line of its own. */
static void
sentence_lines(struct show *s, const char *indent, struct sentences said)
{
	for (size_t i = 0; i < said.n; i++)
		buf_printf(s->out, "%s%s\n", indent, said.list[i]);
}

static void
show_identity(struct show *s)
{
	buf_printf(s->out, "%s\n%s\n%s · %s · %s\n", lang_pick(&s->scheme->title, s->lang), s->scheme->id,
	    area_code(s->scheme->area), s->scheme->unit, s->scheme->status);
	buf_printf(s->out, "version %s\n", s->scheme->version_hash);
	buf_printf(s->out, "%s\n\n",
	    s->scheme->language == LANG_NN ? tr(s->lang, "Kunngjort på nynorsk") : tr(s->lang, "Kunngjort på bokmål"));
	text_line(s, &s->scheme->summary);
	text_line(s, &s->scheme->purpose);
}

static void
show_applicants(struct show *s)
{
	heading(s, T("Hvem kan søke"));
	for (size_t i = 0; i < s->scheme->n_applicants; i++) {
		const struct scheme_applicant *a = &s->scheme->applicants[i];

		buf_printf(s->out, "  %-14s %s\n", applicant_kind_code(a->kind), lang_pick(&a->note, s->lang));
		sentence_lines(s, "      ", said_of_applicant(s->out->arena, a, s->lang));
	}
}

static void
show_kinds(struct show *s, unsigned kinds)
{
	for (int kind = 0; kind < APPLICANT__MAX; kind++)
		if ((kinds & (1u << kind)) != 0)
			buf_printf(s->out, "  [for %s]", applicant_kind_code((enum applicant_kind)kind));
}

static void
show_rules(struct show *s)
{
	heading(s, T("Krav som må være oppfylt"));
	for (size_t i = 0; i < s->scheme->n_rules; i++) {
		const struct scheme_rule *rule = &s->scheme->rules[i];

		buf_printf(s->out, "  %-20s %-10s %s", rule->id,
		    rule->severity == RULE_WARNING    ? "warning"
		    : rule->outcome == RULE_DISMISSAL ? "dismissal"
						      : "rejection",
		    lang_pick(&rule->reason, s->lang));
		show_kinds(s, rule->kinds);
		expression(s, "when", rule->when);
		expression(s, "test", rule->test);
		buf_putc(s->out, '\n');
		for (size_t k = 0; k < rule->n_alternatives; k++) {
			buf_printf(s->out, "      - %s", lang_pick(&rule->alternatives[k].text, s->lang));
			expression(s, "test", rule->alternatives[k].test);
			buf_putc(s->out, '\n');
		}
	}
}

static void
show_amount(struct show *s)
{
	struct amount_rule_text *rules;
	size_t n = amount_rules_texts(&rules, s->out->arena, s->scheme, s->lang);

	heading(s, T("Beløp"));
	for (size_t i = 0; i < n; i++) {
		buf_printf(s->out, "  %s", rules[i].text);
		expression(s, "when", rules[i].when);
		buf_putc(s->out, '\n');
	}
	text_line(s, &s->scheme->amount.note);
	for (size_t i = 0; i < s->scheme->sharing.n_earmarks; i++)
		buf_printf(
		    s->out, "  %s\n", earmark_text(s->out->arena, &s->scheme->sharing.earmarks[i], NULL, s->lang));
}

/* The law's newest limit on support to undertakings, with where it stands. */
static void
show_state_aid(struct show *s)
{
	const struct scheme_state_aid *aid = &s->scheme->state_aid;
	const struct aid_limit *limit =
	    aid->basis == NULL ? NULL : aid_limit_at(aid_limits_used(), aid->basis, (struct date){ 0 });

	if (aid->basis == NULL)
		return;
	heading(s, T("Statsstøtte"));
	buf_printf(s->out, "  %s", aid->basis);
	if (limit != NULL && limit->sum.ore >= 0)
		buf_printf(
		    s->out, ": %s [%s]", aid_limit_text(s->out->arena, limit, limit->sum, s->lang), limit->source);
	buf_putc(s->out, '\n');
}

static void
show_criteria(struct show *s)
{
	heading(s, T("Kriterier"));
	for (size_t i = 0; i < s->scheme->n_criteria; i++) {
		const struct scheme_criterion *criterion = &s->scheme->criteria[i];

		if (s->scheme->method == CRITERIA_WEIGHTED)
			buf_printf(s->out, "  %3d %%  ", criterion->weight);
		else
			buf_puts(s->out, "  ");
		buf_printf(s->out, "%s%s%s\n", lang_pick(&criterion->name, s->lang), criterion->tag == NULL ? "" : " #",
		    criterion->tag == NULL ? "" : criterion->tag);
		if (*criterion_kind_text(s->out->arena, criterion, s->lang) != '\0')
			buf_printf(s->out, "      %s\n", criterion_kind_text(s->out->arena, criterion, s->lang));
	}
}

static void
show_method(struct show *s)
{
	buf_printf(s->out, "  %s\n", criteria_method_text(s->out->arena, s->scheme, s->lang));
	if (s->scheme->n_rungs > 0)
		buf_printf(s->out, "  %s\n", tr(s->lang, "Søknadene går foran hverandre i denne rekkefølgen:"));
	for (size_t i = 0; i < s->scheme->n_rungs; i++)
		buf_printf(s->out, "    %zu. %s\n", i + 1, lang_pick(&s->scheme->rungs[i].text, s->lang));
}

static void
show_field(struct show *s, const struct scheme_field *field)
{
	buf_printf(
	    s->out, "    %-16s %-20s %s", field_type_code(field->type), field->id, lang_pick(&field->label, s->lang));
	expression(s, "required", field->required);
	expression(s, "relevant", field->relevant);
	expression(s, "constraint", field->constraint);
	expression(s, "calculate", field->calculate);
	buf_putc(s->out, '\n');
}

static void
show_form(struct show *s)
{
	heading(s, T("Skjema"));
	for (size_t i = 0; i < s->scheme->n_sections; i++) {
		const struct scheme_section *section = &s->scheme->sections[i];

		buf_printf(s->out, "  %s\n", lang_pick(&section->title, s->lang));
		for (size_t f = 0; f < section->n_fields; f++)
			show_field(s, &section->fields[f]);
	}
}

static void
show_decision(struct show *s)
{
	const struct said_about about = { .grant = MONEY_ZERO };
	struct arena *arena = s->out->arena;

	heading(s, T("Vedtak, utbetaling og rapport"));
	sentence_lines(s, "  ", said_of_deciding(arena, s->scheme, &about, s->lang));
	sentence_lines(s, "  ", said_of_payment(arena, s->scheme, &about, s->lang));
	sentence_lines(s, "  ", said_of_report(arena, s->scheme, &about, s->lang));
	sentence_lines(s, "  ", said_of_duties(arena, s->scheme, s->lang));
}

void
scheme_show_write(struct buf *out, const struct scheme *scheme, enum lang lang)
{
	struct show s = { .out = out, .scheme = scheme, .lang = lang };

	show_identity(&s);
	show_applicants(&s);
	show_rules(&s);
	show_amount(&s);
	show_state_aid(&s);
	show_criteria(&s);
	show_method(&s);
	show_form(&s);
	show_decision(&s);
}
