/* scheme_form_field.c — one text or attribute of a document as a field of a form. */
#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "flow/county.h"
#include "gen/html_part_edit_item.h"
#include "gen/html_part_edit_texts.h"
#include "gen/html_part_field_date.h"
#include "gen/html_part_field_money.h"
#include "gen/html_part_field_multi_choice.h"
#include "gen/html_part_field_number.h"
#include "gen/html_part_field_select.h"
#include "gen/html_part_field_text.h"
#include "scheme/document_path.h"
#include "scheme/expr.h"
#include "web/scheme_form_condition.h"
#include "web/scheme_form_conflict.h"

#define ROWS_LONG "4"
#define LONG_FROM 90 /* a text longer than this gets room for more lines, whatever it is */

/* The one part of a field: FIELD(text, .name = ...) */
#define FIELD(kind, ...)                                                                                               \
	(out->n_##kind = 1,                                                                                            \
	    out->kind = arena_memdup(f->arena, &(struct html_part_field_##kind){ ABOUT(f), __VA_ARGS__ },              \
		sizeof(struct html_part_field_##kind)))
#define ABOUT(f)                                                                                                       \
	.id = (f)->id, .name = (f)->name, .label = (f)->label, .help = (f)->help, .optional = (f)->optional,           \
	.warning = (f)->warning

/* What is known of a field before its type is looked at. */
struct edit_field {
	struct arena *arena;
	enum lang lang;
	const char *id, *name, *label, *help, *warning;
	const char *value; /* as the document has it */
	bool optional;
	const struct vocabulary_element *kind;
	const struct vocabulary_attribute *attribute;
};

const char *
scheme_form_value(const struct scheme_form *form, const char *name)
{
	for (size_t i = 0; i < form->n_posted; i++)
		if (strcmp(form->posted[i].name, name) == 0)
			return (form->posted[i].value);
	return (document_value(form->ctx->arena, form->doc, name));
}

/* ------------------------------------------------------------------------------------------ texts */

static void
lang_fill(struct html_part_edit_texts_langs *out, struct scheme_form *form, const char *path, enum lang lang, bool rows)
{
	static const char *const labels[LANG__MAX] = { T("Bokmål"), T("Nynorsk"), T("Engelsk (valgfritt)") };
	struct arena *arena = form->ctx->arena;
	const char *name = arena_printf(arena, "%s=%s", path, lang_code(lang));
	const char *value = scheme_form_value(form, name);

	*out = (struct html_part_edit_texts_langs){ .id = arena_printf(arena, EDIT_ANCHOR "%s", name),
		.name = name,
		.lang = lang_code(lang),
		.label = tr(form->ctx->lang, labels[lang]),
		.value = value,
		.warning = scheme_form_conflict_of(form, name, NULL),
		.rows = rows || text_length(value) > LONG_FROM ? ROWS_LONG : NULL };
}

void
scheme_form_texts(struct html_part_edit_item *out, struct scheme_form *form, const struct vocabulary_element *kind,
    const char *path, const char *label, const char *help, bool long_text, bool optional)
{
	struct arena *arena = form->ctx->arena;
	struct html_part_edit_texts_langs *langs = arena_array(arena, LANG__MAX, sizeof(*langs));
	struct html_part_edit_texts *texts = arena_alloc(arena, sizeof(*texts));

	(void)kind;
	for (enum lang lang = 0; lang < LANG__MAX; lang++)
		lang_fill(&langs[lang], form, path, lang, long_text);
	*texts = (struct html_part_edit_texts){ .id = arena_printf(arena, EDIT_ANCHOR "%s=", path),
		.label = label,
		.help = help,
		.optional = optional,
		.langs = langs,
		.n_langs = LANG__MAX };
	*out = (struct html_part_edit_item){ .texts = texts, .n_texts = 1 };
}

void
scheme_form_heading(struct html_part_edit_item *item, const char *id)
{
	/* The texts are this file's own, made a moment ago. */
	if (item->n_texts == 1)
		((struct html_part_edit_texts *)item->texts)->heading = id;
}

/* ------------------------------------------------------------------------------------------ choices */

struct choices {
	struct arena *arena;
	struct html_part_field_select_options *list;
	size_t n, cap;
	const char *value;
	bool found; /* the value is among them */
};

static void
choice_add(struct choices *choices, const char *value, const char *label)
{
	if (choices->n == choices->cap) {
		size_t cap = choices->cap == 0 ? 16 : choices->cap * 2;
		struct html_part_field_select_options *list = arena_array(choices->arena, cap, sizeof(*list));

		if (choices->n > 0)
			memcpy(list, choices->list, choices->n * sizeof(*list));
		choices->list = list;
		choices->cap = cap;
	}
	choices->list[choices->n++] = (struct html_part_field_select_options){
		.value = value, .label = label, .selected = strcmp(value, choices->value) == 0
	};
	choices->found = choices->found || strcmp(value, choices->value) == 0;
}

/* What stands there though it isn't among the choices is kept, not lost. */
static void
choice_keep(struct choices *choices)
{
	if (!choices->found && *choices->value != '\0')
		choice_add(choices, choices->value, choices->value);
}

static void
add_words(struct choices *choices, const struct scheme_form *form, const struct edit_field *f)
{
	char **words = text_split(f->arena, f->attribute->allowed, ' ', NULL);

	for (size_t i = 0; words[i] != NULL; i++)
		choice_add(choices, words[i],
		    vocabulary_value_words(f->lang, form->vocabulary, f->kind, f->attribute->name, words[i]));
}

static void
add_county(struct choices *choices, enum lang lang, const struct county_part *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		choice_add(choices, list[i].code, lang_pick(&list[i].name, lang));
}

/* Elements of that name in the parent, by id. */
static void
add_elements(struct choices *choices, struct scheme_form *form, const char *parent, const char *name)
{
	const struct xml_node *list = document_find(form->doc, parent);
	const struct vocabulary_element *kind = vocabulary_element(form->vocabulary, name);

	for (const struct xml_node *at = list == NULL ? NULL : xml_child(list, name); at != NULL;
	     at = xml_next(at, name))
		if (xml_attribute(at, "id") != NULL)
			choice_add(choices, xml_attribute(at, "id"), scheme_form_title(form, at, kind));
}

/* What the scheme of a document of calls keeps money for; false when it isn't known. */
static bool
add_earmarks(struct choices *choices, const struct scheme_form *form)
{
	const struct scheme *owner = form->checked == NULL ? NULL : form->checked->owner;

	for (size_t i = 0; owner != NULL && i < owner->sharing.n_earmarks; i++)
		choice_add(choices, owner->sharing.earmarks[i].id,
		    lang_pick(&owner->sharing.earmarks[i].name, form->ctx->lang));
	return (owner != NULL && owner->sharing.n_earmarks > 0);
}

/* Questions of that type anywhere in the form. */
static void
add_questions(struct choices *choices, struct scheme_form *form, const char *type)
{
	const struct xml_node *in_form = xml_child(form->doc->root, "form");
	const struct xml_node *section = in_form == NULL ? NULL : xml_child(in_form, "section");

	for (; section != NULL; section = xml_next(section, "section"))
		for (const struct xml_node *at = xml_child(section, type); at != NULL; at = xml_next(at, type))
			if (xml_attribute(at, "id") != NULL)
				choice_add(choices, xml_attribute(at, "id"),
				    scheme_form_title(form, at, vocabulary_element(form->vocabulary, type)));
}

/* What a reference can point to; false when that is for people to know. */
static bool
add_references(struct choices *choices, struct scheme_form *form, const struct edit_field *f)
{
	const struct county *county = form->ctx->county;
	const char *name = f->attribute->name;

	if (strcmp(name, "body") == 0)
		add_county(choices, f->lang, county->bodies, county->n_bodies);
	else if (strcmp(name, "unit") == 0)
		add_county(choices, f->lang, county->units, county->n_units);
	else if (strcmp(name, "rule") == 0 || strcmp(name, "because") == 0)
		add_elements(choices, form, "eligibility", "rule");
	else if (strcmp(name, "rung") == 0)
		add_elements(choices, form, "criteria/ladder", "rung");
	else if (strcmp(name, "earmark") == 0)
		add_elements(choices, form, "distribution", "earmark");
	else if (form->vocabulary == &call_vocabulary && vocabulary_named(f->kind->key, "earmark"))
		return (add_earmarks(choices, form));
	else if (strcmp(name, "balances") == 0)
		add_questions(choices, form, "cost-table");
	else
		return (false);
	return (true);
}

/* ------------------------------------------------------------------------------------------ one field by its type */

static void
field_select(struct html_part_edit_item *out, const struct edit_field *f, struct choices *choices, const char *empty)
{
	if (empty != NULL) {
		struct choices with = { .arena = f->arena, .value = f->value };

		choice_add(&with, "", empty);
		for (size_t i = 0; i < choices->n; i++)
			choice_add(&with, choices->list[i].value, choices->list[i].label);
		*choices = with;
	}
	choice_keep(choices);
	FIELD(select, .with_empty = empty == NULL, .options = choices->list, .n_options = choices->n);
}

static void
field_several(struct html_part_edit_item *out, struct scheme_form *form, const struct edit_field *f,
    const struct choices *choices)
{
	struct html_part_field_multi_choice_options *options = arena_array(f->arena, choices->n + 1, sizeof(*options));

	for (size_t i = 0; i < choices->n; i++)
		options[i] = (struct html_part_field_multi_choice_options){ .value = choices->list[i].value,
			.label = choices->list[i].label,
			.checked = text_lists(f->value, choices->list[i].value) };
	FIELD(multi_choice, .options = options, .n_options = choices->n);
	buf_printf(&form->several, "%s%s", form->several.len == 0 ? "" : " ", f->name);
}

static void
field_uses(struct html_part_edit_item *out, struct scheme_form *form, const struct edit_field *f)
{
	struct choices choices = { .arena = f->arena, .value = "" };
	struct choices criteria = { .arena = f->arena, .value = "" };

	add_elements(&criteria, form, "criteria", "criterion");
	for (size_t i = 0; i < criteria.n; i++)
		choice_add(&choices, arena_printf(f->arena, "criterion:%s", criteria.list[i].value),
		    tr_printf(f->arena, f->lang, "kriteriet «%s»", criteria.list[i].label));
	add_words(&choices, form, f);
	field_several(out, form, f, &choices);
}

static void
field_required(struct html_part_edit_item *out, struct scheme_form *form, const struct edit_field *f)
{
	struct choices choices = { .arena = f->arena, .value = f->value };
	const char *words;

	choice_add(&choices, "true()", tr(f->lang, "Ja"));
	if (*f->value != '\0' && strcmp(f->value, "true()") != 0) {
		words = scheme_form_condition_words(form, f->value);
		choice_add(
		    &choices, f->value, tr_printf(f->arena, f->lang, "Når %s", words == NULL ? f->value : words));
	}
	field_select(out, f, &choices, tr(f->lang, "Nei"));
}

static void
field_condition(struct html_part_edit_item *out, struct scheme_form *form, const struct edit_field *f)
{
	struct html_part_field_condition *view =
	    arena_memdup(f->arena, &(struct html_part_field_condition){ ABOUT(f) }, sizeof(*view));

	scheme_form_condition(view, form, f->value,
	    strcmp(f->attribute->name, "test") == 0 ? tr(f->lang, "Ingen regel") : tr(f->lang, "Alltid"));
	out->condition = view;
	out->n_condition = 1;
}

/* Without a choice it is left to the leader; what else may be left out is "Velg". */
static const char *
empty_words(const struct edit_field *f)
{
	if (strcmp(f->kind->key, "decision") == 0 && strcmp(f->attribute->name, "body") == 0)
		return (tr(f->lang, "Lederen, etter delegert myndighet"));
	return (NULL);
}

static void
field_reference(struct html_part_edit_item *out, struct scheme_form *form, const struct edit_field *f)
{
	struct choices choices = { .arena = f->arena, .value = f->value };

	if (add_references(&choices, form, f))
		field_select(out, f, &choices, empty_words(f));
	else
		FIELD(text, .value = f->value, .size = "40", .autocomplete = "off");
}

static void
field_text(struct html_part_edit_item *out, const struct edit_field *f, const char *size)
{
	FIELD(
	    text, .value = document_value_shown(f->arena, f->attribute, f->value), .size = size, .autocomplete = "off");
}

static void
field_fill(struct html_part_edit_item *out, struct scheme_form *form, const struct edit_field *f)
{
	struct choices choices = { .arena = f->arena, .value = f->value };
	const char *shown = document_value_shown(f->arena, f->attribute, f->value);

	switch (f->attribute->type) {
	case VOCABULARY_ONE_OF:
		add_words(&choices, form, f);
		field_select(out, f, &choices, NULL);
		break;
	case VOCABULARY_SOME_OF:
		add_words(&choices, form, f);
		field_several(out, form, f, &choices);
		break;
	case VOCABULARY_USES:
		field_uses(out, form, f);
		break;
	case VOCABULARY_REFERENCE:
		field_reference(out, form, f);
		break;
	case VOCABULARY_NOK:
		FIELD(money, .value = shown);
		break;
	case VOCABULARY_PERCENT:
		FIELD(number, .value = shown, .unit = "%");
		break;
	case VOCABULARY_INTEGER:
		FIELD(number, .value = shown);
		break;
	case VOCABULARY_DATE:
		FIELD(date, .value = shown);
		break;
	case VOCABULARY_EXPRESSION:
	case VOCABULARY_WORDS:
		field_text(out, f, "60");
		break;
	default:
		field_text(out, f, "24");
	}
}

void
scheme_form_attribute(struct html_part_edit_item *out, struct scheme_form *form, const struct vocabulary_element *kind,
    const struct vocabulary_attribute *attribute, const char *path)
{
	struct arena *arena = form->ctx->arena;
	struct vocabulary_words words = vocabulary_words(form->ctx->lang, form->vocabulary, kind, attribute->name);
	struct edit_field f = { .arena = arena,
		.lang = form->ctx->lang,
		.name = arena_printf(arena, "%s@%s", path, attribute->name),
		.label = words.label,
		.help = words.help,
		.kind = kind,
		.attribute = attribute };

	f.id = arena_printf(arena, EDIT_ANCHOR "%s", f.name);
	f.value = scheme_form_value(form, f.name);
	f.warning = scheme_form_conflict_of(
	    form, f.name, document_value_shown(arena, attribute, document_value(arena, form->doc, f.name)));
	*out = (struct html_part_edit_item){ 0 };
	if (strcmp(attribute->name, "required") == 0)
		field_required(out, form, &f);
	else if (scheme_form_is_condition(attribute))
		field_condition(out, form, &f);
	else
		field_fill(out, form, &f);
}
