/* blank_form_document.c — turns a scheme's questions into lines, boxes and empty tables. */
#include "flow/blank_form_document.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "doc/doc_data.h"
#include "doc/doc_store.h"
#include "domain/open_call.h"
#include "domain/validation.h"
#include "flow/county.h"
#include "scheme/expr.h"

/* What fits by hand on a line across the page, and how much room a long answer gets at most. */
#define LINE_CHARACTERS 85
#define LINES_MOST 14
#define TABLE_ROWS 8
#define GROUP_ROWS 3

struct form {
	struct ctx *ctx;
	struct arena *arena;
	const struct scheme *scheme;
	enum lang lang;
};

static const char *
words(const struct form *form, const struct lang_text *text)
{
	return (lang_pick(text, form->lang));
}

static void
add_text(struct doc_data *data, const char *list, const char *key, const char *text)
{
	doc_set_text(doc_add_row(data, list), key, text);
}

/* So many empty rows. */
static void
add_empty(struct doc_data *data, const char *list, size_t n)
{
	while (n-- > 0)
		doc_set_flag(doc_add_row(data, list), "line", true);
}

static void
add_blank(const struct form *form, struct doc_data *data, const char *list, const char *label)
{
	add_text(data, list, "label", tr(form->lang, label));
}

/* ------------------------------------------------------------------------------------------ when it is asked */

/* The field an expression is about when it is one comparison: "FIELD = 'code'" or "t:selected(FIELD, 'code')". */
static const struct scheme_field *
asked_about(const struct form *form, const char *text, const char **code)
{
	const char *open = strchr(text, '\''), *close = open == NULL ? NULL : strchr(open + 1, '\'');
	bool selected = text_starts(text, "t:selected(");
	const char *name = selected ? text + strlen("t:selected(") : text;
	size_t len = strcspn(name, selected ? "," : " ");

	if (close == NULL || strcmp(close + 1, selected ? ")" : "") != 0 ||
	    (!selected && strncmp(name + len, " = '", 4) != 0))
		return (NULL);
	*code = arena_strndup(form->arena, open + 1, (size_t)(close - open - 1));
	return (scheme_field(form->scheme, arena_strndup(form->arena, name, len)));
}

static const char *
answer_words(const struct form *form, const struct scheme_field *field, const char *code)
{
	if (field->type == FIELD_YES_NO)
		return (strcmp(code, "yes") == 0 ? tr(form->lang, "Ja") : tr(form->lang, "Nei"));
	for (size_t i = 0; i < field->n_options; i++)
		if (strcmp(field->options[i].code, code) == 0)
			return (words(form, &field->options[i].name));
	return (NULL);
}

/* "" for what is always asked. */
static const char *
condition_text(const struct form *form, const struct expr *relevant)
{
	struct buf out = buf_new(form->arena);
	const struct scheme_field *field;
	const char *code = "", *answer;
	enum applicant_kind kind;

	if (relevant == NULL)
		return ("");
	expr_write(&out, relevant);
	field = asked_about(form, buf_text(&out), &code);
	answer = field == NULL ? NULL : answer_words(form, field, code);
	if (answer != NULL)
		return (tr_printf(form->arena, form->lang, "Svar bare hvis dere svarte «%s» på «%s».", answer,
		    words(form, &field->label)));
	if (text_starts(buf_text(&out), "applicant-type = ") && applicant_kind_parse(&kind, code))
		return (tr_printf(form->arena, form->lang, "Bare for: %s.", applicant_kind_name(kind, form->lang)));
	return (tr(form->lang, "Svar bare hvis spørsmålet gjelder dere."));
}

/* ------------------------------------------------------------------------------------------ room to answer */

static size_t
lines_for(const struct scheme_field *field)
{
	size_t lines = field_limit(field) / LINE_CHARACTERS + 1;

	if (field->type == FIELD_LONG_TEXT && lines < 3)
		return (3);
	return (lines > LINES_MOST ? LINES_MOST : lines);
}

static void
add_options(const struct form *form, struct doc_data *row, const struct scheme_field *field)
{
	if (field->type == FIELD_YES_NO) {
		add_text(row, "options", "option", tr(form->lang, "Ja"));
		add_text(row, "options", "option", tr(form->lang, "Nei"));
		return;
	}
	doc_set_text(row, "note",
	    field->type == FIELD_CHOICE ? tr(form->lang, "Sett ett kryss.")
					: tr(form->lang, "Sett ett eller flere kryss."));
	for (size_t i = 0; i < field->n_options; i++)
		add_text(row, "options", "option", words(form, &field->options[i].name));
}

/* What is written in parts, each on a line of its own. */
static void
add_parts(const struct form *form, struct doc_data *row, const char *list, enum field_type type)
{
	static const char *const period[] = { T("Første dag (dag, måned, år)"), T("Siste dag (dag, måned, år)"), NULL };
	static const char *const address[] = { T("Gate eller vei og nummer"), T("Postnummer og sted"), T("Kommune"),
		NULL };
	static const char *const person[] = { T("Navn"), T("Rolle eller stilling"), T("E-post"), T("Telefon"), NULL };
	static const char *const statement[] = { T("Navn på den som uttaler seg"), T("E-post"), NULL };
	const char *const *labels = type == FIELD_PERIOD    ? period
				    : type == FIELD_ADDRESS ? address
				    : type == FIELD_PERSON  ? person
							    : statement;

	for (size_t i = 0; labels[i] != NULL; i++)
		add_blank(form, row, list, labels[i]);
}

static void
add_row_field(const struct form *form, struct doc_data *row, const struct scheme_field *field)
{
	if (field->type == FIELD_PERIOD || field->type == FIELD_PERSON || field->type == FIELD_ADDRESS)
		add_parts(form, row, "row_blanks", field->type);
	else
		add_text(row, "row_blanks", "label", words(form, &field->label));
}

/* What is asked again and again: some rows, and more on a sheet of one's own. */
static void
add_group(const struct form *form, struct doc_data *data, const struct scheme_field *field)
{
	const char *name =
	    *words(form, &field->row_name) == '\0' ? words(form, &field->label) : words(form, &field->row_name);
	size_t rows = field->max_rows > 0 && field->max_rows < GROUP_ROWS ? (size_t)field->max_rows : GROUP_ROWS;

	doc_set_text(data, "note", tr(form->lang, "Er det flere, skriver dere resten på et eget ark."));
	for (size_t i = 0; i < rows; i++) {
		struct doc_data *row = doc_add_row(data, "rows");

		doc_set_text(
		    row, "row_title", arena_printf(form->arena, "%s %zu", text_capital(form->arena, name), i + 1));
		doc_set_list(row, "row_blanks");
		for (size_t f = 0; f < field->n_fields; f++)
			add_row_field(form, row, &field->fields[f]);
		for (size_t a = 0; field->activities != NULL && a < GROUP_ROWS; a++)
			add_blank(form, row, "row_blanks", T("Aktivitet, når den starter og når den slutter"));
	}
}

static const char *
cost_types(const struct form *form, const struct scheme_field *field)
{
	struct buf out = buf_new(form->arena);

	for (size_t i = 0; i < field->n_options; i++)
		buf_printf(&out, "%s%s", i == 0 ? "" : ", ", words(form, &field->options[i].name));
	return (buf_text(&out));
}

static void
add_table(const struct form *form, struct doc_data *row, const struct scheme_field *field)
{
	if (field->type == FIELD_FINANCING) {
		add_empty(row, "financing_rows", TABLE_ROWS / 2);
	} else if (field->type == FIELD_COSTS) {
		doc_set_text(row, "cost_types", cost_types(form, field));
		add_empty(row, "cost_rows", TABLE_ROWS);
	} else
		for (size_t i = 0; i < form->scheme->n_goals; i++)
			add_text(row, "goal_rows", "goal", words(form, &form->scheme->goals[i].name));
}

static void
add_short(const struct form *form, struct doc_data *row, const struct scheme_field *field)
{
	switch (field->type) {
	case FIELD_APPLIED:
	case FIELD_MONEY:
		add_blank(form, row, "blanks", T("Hele kroner"));
		break;
	case FIELD_INTEGER:
		add_text(row, "blanks", "label",
		    *words(form, &field->unit) == '\0' ? tr(form->lang, "Antall") : words(form, &field->unit));
		break;
	case FIELD_DATE:
	case FIELD_BIRTH_DATE:
		add_blank(form, row, "blanks", T("Dag, måned, år"));
		break;
	case FIELD_ACCOUNT:
		add_blank(form, row, "blanks", T("Kontonummer, elleve sifre"));
		break;
	case FIELD_ORGNR:
		add_blank(form, row, "blanks", T("Organisasjonsnummer, ni sifre"));
		break;
	default:
		add_empty(row, "lines", 1);
	}
}

static void
add_long_text(const struct form *form, struct doc_data *row, const struct scheme_field *field)
{
	add_empty(row, "lines", lines_for(field));
	if (field->max_length > 0)
		doc_set_text(row, "note",
		    tr_printf(form->arena, form->lang, "Høyst %s tegn.", money_count(form->arena, field->max_length)));
}

static void
add_room(const struct form *form, struct doc_data *row, const struct scheme_field *field)
{
	if (field->calculate != NULL) {
		doc_set_text(row, "note", tr(form->lang, "Regnes ut av de andre svarene."));
		return;
	}
	switch (field->type) {
	case FIELD_LONG_TEXT:
	case FIELD_TEXT:
		add_long_text(form, row, field);
		break;
	case FIELD_YES_NO:
	case FIELD_CHOICE:
	case FIELD_MULTI_CHOICE:
		add_options(form, row, field);
		break;
	case FIELD_STATEMENT:
		add_text(row, "options", "option", tr(form->lang, "Ja, det bekrefter vi"));
		break;
	case FIELD_MUNICIPALITIES:
		add_text(row, "options", "option", tr(form->lang, "Hele fylket"));
		add_empty(row, "lines", 2);
		break;
	case FIELD_PERIOD:
	case FIELD_ADDRESS:
	case FIELD_PERSON:
	case FIELD_THIRD_PARTY:
		add_parts(form, row, "blanks", field->type);
		break;
	case FIELD_GOALS:
	case FIELD_COSTS:
	case FIELD_FINANCING:
		add_table(form, row, field);
		break;
	case FIELD_GROUP:
	case FIELD_PARTNERS:
	case FIELD_PACKAGES:
		add_group(form, row, field);
		break;
	default:
		add_short(form, row, field);
	}
}

/* ------------------------------------------------------------------------------------------ the form */

static void
add_field(const struct form *form, struct doc_data *section, const struct scheme_field *field, const char *number)
{
	static const char *const lists[] = { "options", "blanks", "lines", "rows", "cost_rows", "financing_rows",
		"goal_rows" };
	struct doc_data *row = doc_add_row(section, "fields");

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		doc_set_list(row, lists[i]);
	doc_set_text(row, "question", arena_printf(form->arena, "%s %s", number, words(form, &field->label)));
	doc_set_flag(row, "optional", field->required == NULL && field->calculate == NULL);
	doc_set_text(row, "help", words(form, &field->help));
	doc_set_text(row, "condition", condition_text(form, field->relevant));
	add_room(form, row, field);
}

/* Asked of everybody, whatever they answer. */
static bool
always(const struct form *form, const struct scheme_field *field)
{
	struct buf out = buf_new(form->arena);

	if (field->required == NULL || field->relevant != NULL)
		return (false);
	expr_write(&out, field->required);
	return (strcmp(buf_text(&out), "true()") == 0);
}

static void
add_attachment(const struct form *form, struct doc_data *data, const struct scheme_field *field)
{
	struct doc_data *row = doc_add_row(data, "attachments");

	doc_set_text(row, "name", words(form, &field->label));
	doc_set_text(row, "note", words(form, &field->help));
	doc_set_text(row, "condition", condition_text(form, field->relevant));
	doc_set_flag(row, "required", always(form, field));
}

/* Files are ticked off together at the end; a page of the form that asks for nothing else is left out. */
static void
add_sections(const struct form *form, struct doc_data *data)
{
	size_t sections = 0;

	for (size_t i = 0; i < form->scheme->n_sections; i++) {
		const struct scheme_section *section = &form->scheme->sections[i];
		struct doc_data *row = NULL;
		size_t n = 0;

		for (size_t f = 0; f < section->n_fields; f++) {
			if (section->fields[f].type == FIELD_ATTACHMENT) {
				add_attachment(form, data, &section->fields[f]);
				continue;
			}
			if (row == NULL) {
				row = doc_add_row(data, "sections");
				doc_set_text(row, "section_title",
				    arena_printf(form->arena, "%zu. %s", ++sections, words(form, &section->title)));
				doc_set_text(row, "section_intro", words(form, &section->intro));
			}
			add_field(form, row, &section->fields[f], arena_printf(form->arena, "%zu.%zu", sections, ++n));
		}
	}
}

static void
add_applicants(const struct form *form, struct doc_data *data)
{
	for (size_t i = 0; i < form->scheme->n_applicants; i++) {
		const struct scheme_applicant *applicant = &form->scheme->applicants[i];
		const char *note_text = words(form, &applicant->note);

		add_text(data, "applicants", "applicant",
		    *note_text == '\0' ? applicant_kind_name(applicant->kind, form->lang) : note_text);
	}
}

static void
add_call(const struct form *form, struct doc_data *data, const struct call *call)
{
	if (call == NULL)
		return;
	doc_set_text(data, "deadline", call_deadline_fact(form->arena, call, form->lang));
	if (!date_none(call->answer_by))
		doc_set_text(data, "answer_by", date_long(form->arena, call->answer_by, form->lang));
	if (!text_blank(call->contact_name))
		doc_set_text(data, "contact",
		    arena_printf(
			form->arena, "%s, %s, %s", call->contact_name, call->contact_phone, call->contact_email));
}

struct doc_data *
blank_form_data(
    struct ctx *ctx, const struct scheme *scheme, const struct call *call, const char *web_address, enum lang lang)
{
	const struct form form = { ctx, ctx->arena, scheme, lang };
	struct doc_data *data = doc_data_new(ctx->arena);

	doc_set_text(data, "county", words(&form, &ctx->county->name));
	doc_set_text(data, "county_address", ctx->county->address);
	doc_set_text(data, "county_email", ctx->county->email);
	doc_set_text(data, "scheme_title", words(&form, &scheme->title));
	doc_set_text(data, "summary", words(&form, &scheme->summary));
	doc_set_text(data, "amount", words(&form, &scheme->amount.note));
	doc_set_text(data, "web_address", web_address);
	doc_set_text(data, "version", arena_printf(ctx->arena, "%s, %.8s", scheme->id, scheme->version_hash));
	doc_set_list(data, "applicants");
	doc_set_list(data, "sections");
	doc_set_list(data, "attachments");
	add_applicants(&form, data);
	add_call(&form, data, call);
	add_sections(&form, data);
	return (data);
}

enum status
blank_form_pdf(struct buf *out, struct ctx *ctx, const struct scheme *scheme, const struct call *call,
    const char *web_address, enum lang lang)
{
	struct doc_meta meta = {
		.author = lang_pick(&ctx->county->name, lang), .made_at = ctx->now, .allow_uncovered = true
	};
	struct doc_report report;

	return (doc_render(out, &report, ctx->arena, ctx->docs, "blank_form",
	    blank_form_data(ctx, scheme, call, web_address, lang), lang, &meta));
}
