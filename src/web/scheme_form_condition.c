/* scheme_form_condition.c — what rules can be made of by choosing: facts about applicant and application, and answers.
 */
#include "web/scheme_form_condition.h"

#include <stdlib.h>
#include <string.h>

#include "core/catalogue.h"
#include "core/money.h"
#include "core/text.h"
#include "gen/html_part_condition.h"
#include "scheme/document_path.h"
#include "scheme/expr_condition.h"
#include "web/page.h"

enum group { OF_APPLICANT, OF_APPLICATION, OF_ANSWERS, GROUP__MAX };

/* Something a rule can ask about. */
struct condition_subject {
	enum group group;
	const char *what;  /* as condition_part has it */
	const char *label; /* "søkeren har adresse i fylket" */
	const struct xml_node *question;
};

/* needs: a question of that type must be in the form; NULL for none */
static const struct {
	enum group group;
	const char *what, *label, *needs;
} facts[] = {
	{ OF_APPLICANT, "applicant-in-county", T("søkeren har adresse i fylket"), NULL },
	{ OF_APPLICANT, "in-voluntary-register", T("søkeren står i Frivillighetsregisteret"), NULL },
	{ OF_APPLICANT, "age" CONDITION_NUMBER, T("søkerens alder"), "birth-date" },
	{ OF_APPLICANT, "t:granted('this', call-year - 1)" CONDITION_NUMBER,
	    T("tilskudd fra denne ordningen året før, i kroner"), NULL },
	{ OF_APPLICANT, "t:granted-years('this')" CONDITION_NUMBER, T("år på rad med tilskudd fra denne ordningen"),
	    NULL },
	{ OF_APPLICANT, "t:applications-in-call()" CONDITION_NUMBER, T("andre søknader fra søkeren i samme utlysning"),
	    NULL },
	{ OF_APPLICATION, "applied" CONDITION_NUMBER, T("summen det søkes om, i kroner"), "applied-sum" },
	{ OF_APPLICATION, "costs" CONDITION_NUMBER, T("kostnadene i alt, i kroner"), "cost-table" },
	{ OF_APPLICATION, "own-work" CONDITION_NUMBER, T("egeninnsatsen, i kroner"), "cost-table" },
	{ OF_APPLICATION, "financing" CONDITION_NUMBER, T("finansieringen i alt, i kroner"), "financing-table" },
	{ OF_APPLICATION, "municipalities" CONDITION_NUMBER, T("antall kommuner"), "municipalities" },
	{ OF_APPLICATION, "t:days(start, end)" CONDITION_NUMBER, T("antall dager tiltaket varer"), "period" },
	{ OF_APPLICATION, "t:days(t:today(), start)" CONDITION_NUMBER,
	    T("antall dager fra søknaden kommer til tiltaket starter"), "period" },
	{ OF_APPLICATION, "call-extra", T("utlysningen er en ekstra utlysning"), NULL },
};

#define N_FACTS (sizeof(facts) / sizeof(facts[0]))

/* ------------------------------------------------------------------------------------------ what there is to choose */

struct subjects {
	struct scheme_form *form;
	struct condition_subject *list;
	size_t n, cap;
};

static void
add(struct subjects *s, enum group group, const char *what, const char *label, const struct xml_node *question)
{
	if (s->n == s->cap) {
		size_t cap = s->cap == 0 ? 64 : s->cap * 2;
		struct condition_subject *list = arena_array(s->form->ctx->arena, cap, sizeof(*list));

		if (s->n > 0)
			memcpy(list, s->list, s->n * sizeof(*list));
		s->list = list;
		s->cap = cap;
	}
	s->list[s->n++] = (struct condition_subject){ group, what, label, question };
}

static const char *
title_of(const struct subjects *s, const struct xml_node *node, const char *kind)
{
	return (scheme_form_title(s->form, node, vocabulary_element(s->form->vocabulary, kind)));
}

static void
add_answer(struct subjects *s, const struct xml_node *question, const char *code, const char *answer)
{
	struct arena *arena = s->form->ctx->arena;
	const char *id = xml_attribute(question, "id"), *title = title_of(s, question, question->name);
	bool several = xml_is(question, "multi-choice");

	add(s, OF_ANSWERS, arena_printf(arena, several ? "t:selected(%s, '%s')" : "%s = '%s'", id, code),
	    tr_printf(arena, s->form->ctx->lang, "«%s» er «%s»", title, answer), question);
}

/* What can be asked of a question's answer, by its type. */
static void
add_question(struct subjects *s, const struct xml_node *at)
{
	static const char *const counted[] = { "group", "partners", "work-packages", "attachment" };
	struct arena *arena = s->form->ctx->arena;
	enum lang lang = s->form->ctx->lang;
	const char *id = xml_attribute(at, "id"), *title = title_of(s, at, at->name);

	if (id == NULL)
		return;
	for (const struct xml_node *option = xml_child(at, "option"); option != NULL;
	     option = xml_next(option, "option"))
		if (xml_attribute(option, "code") != NULL)
			add_answer(s, at, xml_attribute(option, "code"), title_of(s, option, "option"));
	if (xml_is(at, "yes-no")) {
		add_answer(s, at, "yes", tr(lang, "ja"));
		add_answer(s, at, "no", tr(lang, "nei"));
	} else if (xml_is(at, "integer") || xml_is(at, "money")) {
		add(s, OF_ANSWERS, arena_printf(arena, "%s" CONDITION_NUMBER, id),
		    tr_printf(arena, lang, "svaret på «%s»", title), at);
	}
	for (size_t i = 0; i < sizeof(counted) / sizeof(counted[0]); i++)
		if (xml_is(at, counted[i]))
			add(s, OF_ANSWERS, arena_printf(arena, "count(%s)" CONDITION_NUMBER, id),
			    tr_printf(arena, lang, "antall rader eller filer i «%s»", title), at);
}

/* Calls note with each question of the form. */
static void
each_question(struct subjects *s, void (*note)(struct subjects *s, const struct xml_node *question))
{
	const struct xml_node *in = xml_child(s->form->doc->root, "form");

	for (const struct xml_node *section = in == NULL ? NULL : xml_child(in, "section"); section != NULL;
	     section = xml_next(section, "section"))
		for (const struct xml_node *at = xml_child(section, NULL); at != NULL; at = xml_next(at, NULL))
			note(s, at);
}

static bool
has_question(const struct scheme_form *form, const char *type)
{
	const struct xml_node *in = xml_child(form->doc->root, "form");

	for (const struct xml_node *section = in == NULL ? NULL : xml_child(in, "section"); section != NULL;
	     section = xml_next(section, "section"))
		if (xml_child(section, type) != NULL)
			return (true);
	return (false);
}

static void
add_applicants(struct subjects *s)
{
	struct arena *arena = s->form->ctx->arena;
	const struct xml_node *in = xml_child(s->form->doc->root, "applicants");

	if (in == NULL || document_count(in, "applicant") < 2)
		return;
	for (const struct xml_node *at = xml_child(in, "applicant"); at != NULL; at = xml_next(at, "applicant"))
		if (xml_attribute(at, "type") != NULL)
			add(s, OF_APPLICANT, arena_printf(arena, "applicant-type = '%s'", xml_attribute(at, "type")),
			    tr_printf(arena, s->form->ctx->lang, "søkeren er «%s»", title_of(s, at, "applicant")),
			    NULL);
}

/* Gathered once for a form. */
static void
gather(struct scheme_form *form)
{
	struct subjects s = { .form = form };

	if (form->subjects != NULL)
		return;
	add_applicants(&s);
	for (size_t i = 0; i < N_FACTS; i++)
		if (facts[i].needs == NULL || has_question(form, facts[i].needs))
			add(&s, facts[i].group, facts[i].what, tr(form->ctx->lang, facts[i].label), NULL);
	each_question(&s, add_question);
	form->subjects = s.list;
	form->n_subjects = s.n;
}

static const struct condition_subject *
subject_of(const struct scheme_form *form, const char *what)
{
	for (size_t i = 0; i < form->n_subjects; i++)
		if (strcmp(form->subjects[i].what, what) == 0)
			return (&form->subjects[i]);
	return (NULL);
}

/* Whether all its parts are among what can be chosen. */
static bool
can_be_chosen(struct condition *out, struct scheme_form *form, const char *value)
{
	gather(form);
	if (!condition_read(out, form->ctx->arena, value))
		return (false);
	for (size_t i = 0; i < out->n; i++)
		if (subject_of(form, out->parts[i].what) == NULL)
			return (false);
	return (true);
}

/* ------------------------------------------------------------------------------------------ showing it */

static const char *const sign_words[CONDITION__MAX] = { [CONDITION_IS] = T("stemmer, er lik"),
	[CONDITION_IS_NOT] = T("stemmer ikke, er ikke lik"),
	[CONDITION_AT_LEAST] = T("er minst"),
	[CONDITION_MORE] = T("er mer enn"),
	[CONDITION_AT_MOST] = T("er høyst"),
	[CONDITION_LESS] = T("er mindre enn") };
static const char *const sign_codes[CONDITION__MAX] = { "er", "ikke", "minst", "over", "hoyst", "under" };

typedef struct html_part_condition part_view;
typedef struct html_part_condition_groups group_view;
typedef struct html_part_condition_groups_options option_view;
typedef struct html_part_condition_signs sign_view;

static void
fill_signs(part_view *out, struct scheme_form *form, enum condition_is is)
{
	sign_view *list = arena_array(form->ctx->arena, CONDITION__MAX, sizeof(*list));

	for (enum condition_is i = 0; i < CONDITION__MAX; i++)
		list[i] = (sign_view){ .value = sign_codes[i],
			.label = tr(form->ctx->lang, sign_words[i]),
			.number = i >= CONDITION_AT_LEAST,
			.selected = i == is };
	out->signs = list;
	out->n_signs = CONDITION__MAX;
}

/* "50 000", "12,5"; what is no number as it was written. */
static const char *
number_shown(struct arena *arena, enum lang lang, const char *number)
{
	char *shown;

	if (!condition_number_ok(number))
		return (number);
	if (strchr(number, '.') == NULL && strlen(number) < 15)
		return (money_count(arena, strtoll(number, NULL, 10)));
	shown = arena_strdup(arena, number);
	for (char *at = shown; lang != LANG_EN && *at != '\0'; at++)
		*at = *at == '.' ? ',' : *at;
	return (shown);
}

/* A question is not asked when its own answer says so. */
static bool
is_own(const struct scheme_form *form, const struct condition_subject *subject, const char *name)
{
	const char *path = subject->question == NULL ? "" : document_path(form->ctx->arena, subject->question);
	size_t len = strlen(path);

	return (len > 0 && strncmp(name, path, len) == 0 && (name[len] == '@' || name[len] == '/'));
}

static void
fill_groups(part_view *out, struct scheme_form *form, const char *name, const char *what)
{
	static const char *const labels[GROUP__MAX] = { T("Om søkeren"), T("Om søknaden"), T("Svar i skjemaet") };
	struct arena *arena = form->ctx->arena;
	group_view *groups = arena_array(arena, GROUP__MAX, sizeof(*groups));

	for (enum group g = 0; g < GROUP__MAX; g++) {
		option_view *options = arena_array(arena, form->n_subjects + 1, sizeof(*options));
		size_t n = 0;

		for (size_t i = 0; i < form->n_subjects; i++) {
			const struct condition_subject *s = &form->subjects[i];

			if (s->group == g && !is_own(form, s, name))
				options[n++] = (option_view){ .value = s->what,
					.label = s->label,
					.number = condition_counts(&(struct condition_part){ .what = s->what }),
					.selected = strcmp(s->what, what) == 0 };
		}
		if (n > 0)
			groups[out->n_groups++] =
			    (group_view){ .label = tr(form->ctx->lang, labels[g]), .options = options, .n_options = n };
	}
	out->groups = groups;
}

static void
fill_part(part_view *out, struct scheme_form *form, const struct html_part_field_condition *field, size_t i,
    const struct condition_part *part, const char *empty)
{
	struct arena *arena = form->ctx->arena;

	*out = (part_view){ .id = arena_printf(arena, "%s-%zu", field->id, i),
		.name = arena_printf(arena, "%s#%zu", field->name, i),
		.next = i > 0,
		.empty = i > 0 ? tr(form->ctx->lang, "Ikke flere") : empty,
		.number = number_shown(arena, form->ctx->lang, part->number) };
	if (condition_counts(part) && !condition_number_ok(part->number))
		out->error = tr(form->ctx->lang, "Skriv et tall, for eksempel 50 000.");
	fill_groups(out, form, field->name, part->what);
	fill_signs(out, form, part->is);
}

void
scheme_form_condition(
    struct html_part_field_condition *out, struct scheme_form *form, const char *value, const char *empty)
{
	static const struct condition_part none = { .what = "", .number = "" };
	struct condition condition;
	part_view *parts = arena_array(form->ctx->arena, CONDITION_MOST, sizeof(*parts));
	size_t n;

	out->value = value;
	out->open = !can_be_chosen(&condition, form, value);
	if (out->open)
		condition.n = 0;
	out->chosen = condition_write(form->ctx->arena, &condition);
	/* One more than there are, once there is one. */
	n = condition.n == 0 ? 1 : condition.n < CONDITION_MOST ? condition.n + 1 : condition.n;
	for (size_t i = 0; i < n; i++)
		fill_part(&parts[i], form, out, i, i < condition.n ? &condition.parts[i] : &none,
		    out->open ? tr(form->ctx->lang, "Regelen er skrevet nedenfor") : empty);
	out->first = parts;
	out->n_first = 1;
	out->rest = parts + 1;
	out->n_rest = n - 1;
	out->several = condition.n > 1;
	out->any = condition.any;
}

/* ------------------------------------------------------------------------------------------ in words */

static const char *
part_words(struct scheme_form *form, const struct condition_part *part)
{
	struct arena *arena = form->ctx->arena;
	enum lang lang = form->ctx->lang;
	const char *label = subject_of(form, part->what)->label;

	if (condition_counts(part))
		return (arena_printf(arena, "%s %s %s", label,
		    part->is == CONDITION_IS ? tr(lang, "er") : tr(lang, sign_words[part->is]),
		    number_shown(arena, lang, part->number)));
	if (part->is == CONDITION_IS_NOT)
		return (tr_printf(arena, lang, "det stemmer ikke at %s", label));
	return (label);
}

const char *
scheme_form_condition_words(struct scheme_form *form, const char *value)
{
	const char *parts[CONDITION_MOST];
	struct condition condition;

	if (!can_be_chosen(&condition, form, value) || condition.n == 0)
		return (NULL);
	for (size_t i = 0; i < condition.n; i++)
		parts[i] = part_words(form, &condition.parts[i]);
	return (text_join(form->ctx->arena, parts, condition.n,
	    condition.any ? tr(form->ctx->lang, " eller ") : tr(form->ctx->lang, " og ")));
}

/* ------------------------------------------------------------------------------------------ reading it back */

bool
scheme_form_is_condition(const struct vocabulary_attribute *attribute)
{
	return (attribute->type == VOCABULARY_EXPRESSION &&
		(strcmp(attribute->name, "relevant") == 0 || strcmp(attribute->name, "when") == 0 ||
		    strcmp(attribute->name, "test") == 0));
}

static enum condition_is
sign_sent(const char *code)
{
	for (enum condition_is i = 0; i < CONDITION__MAX; i++)
		if (strcmp(sign_codes[i], code) == 0)
			return (i);
	return (CONDITION_IS);
}

static struct condition
chosen(struct ctx *ctx, const char *name)
{
	struct condition out = { .any = strcmp(form_text(ctx, arena_printf(ctx->arena, "%s#med", name)), "or") == 0 };

	for (size_t i = 0; i < CONDITION_MOST; i++) {
		struct condition_part *part = &out.parts[out.n++];

		part->what = form_text(ctx, arena_printf(ctx->arena, "%s#%zu.hva", name, i));
		part->is = sign_sent(form_text(ctx, arena_printf(ctx->arena, "%s#%zu.er", name, i)));
		part->number = form_text(ctx, arena_printf(ctx->arena, "%s#%zu.tall", name, i));
		/* A statement is true or not; how much it is has no meaning. */
		if (!condition_counts(part) && part->is > CONDITION_IS_NOT)
			part->is = CONDITION_IS;
	}
	return (out);
}

const char *
scheme_form_condition_posted(struct ctx *ctx, const char *name, const char *written)
{
	const char *was = arena_printf(ctx->arena, "%s#var", name);
	const char *shown = form_text(ctx, arena_printf(ctx->arena, "%s#valgt", name)), *made;
	struct condition now;

	/* What is written anew goes first. What nobody chose anything else for stays to the letter. */
	if (!form_has(ctx, was) || strcmp(form_text(ctx, was), written) != 0)
		return (written);
	now = chosen(ctx, name);
	made = condition_write(ctx->arena, &now);
	return (strcmp(made, shown) == 0 ? written : made);
}
