/* application_document.c — fills the receipt's template with the case. */
#include "flow/application_document.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/orgnr.h"
#include "doc/doc_data.h"
#include "doc/doc_store.h"
#include "domain/answer_row_text.h"
#include "domain/answer_text.h"
#include "domain/scheme_words.h"
#include "domain/work_plan.h"
#include "flow/county.h"

static void
add_plan(struct doc_data *section, const char *list, const struct answer_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct doc_data *row = doc_add_row(section, list);

		doc_set_text(row, "what", rows[i].what);
		doc_set_text(row, "cash", rows[i].cash);
		doc_set_text(row, "own", rows[i].own);
		doc_set_text(row, "total", rows[i].total);
	}
}

static void
add_goals(struct doc_data *section, const struct answer_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct doc_data *row = doc_add_row(section, "goals");

		doc_set_text(row, "what", rows[i].what);
		doc_set_text(row, "number", rows[i].number);
		doc_set_text(row, "how", rows[i].how);
	}
}

static void
add_package(struct doc_data *plan, struct arena *arena, const struct work_plan *work, size_t i, enum lang lang)
{
	const struct plan_package *package = &work->packages[i];
	struct doc_data *row = doc_add_row(plan, "packages");

	doc_set_text(row, "package_name", arena_printf(arena, "%zu. %s", i + 1, package->name));
	doc_set_text(row, "package_about", plan_package_about(arena, package, lang));
	doc_set_list(row, "activities");
	for (size_t a = 0; a < package->n; a++) {
		const struct plan_activity *activity = &package->activities[a];
		struct doc_data *line = doc_add_row(row, "activities");

		doc_set_text(line, "what", arena_printf(arena, "%zu.%zu %s", i + 1, a + 1, activity->name));
		doc_set_text(
		    line, "when", plan_span_text(arena, activity->from, activity->to, work->times.months, lang));
		doc_set_text(line, "milestone", activity->milestone);
	}
}

/* A row of the chart: kind 1 is an activity, 2 a package, 3 a year on the scale. */
static void
add_bar(struct doc_data *plan, int kind, const char *name, int64_t first, int64_t last, const char *shown)
{
	struct doc_data *row = doc_add_row(plan, "bars");

	doc_set_text(row, "bar_name", name);
	doc_set_number(row, "kind", kind, shown);
	if (first > last)
		return;
	doc_set_number(row, "first", (double)first, "");
	doc_set_number(row, "last", (double)last, "");
}

static void
add_bars(struct doc_data *plan, struct arena *arena, const struct work_plan *work, enum lang lang)
{
	for (size_t i = 0; i < work->times.n; i++)
		if (i == 0 || plan_column(&work->times, i).month == 1)
			add_bar(plan, 3, arena_printf(arena, "%d", plan_column(&work->times, i).year), (int64_t)i,
			    (int64_t)work->times.n - 1, "");
	for (size_t i = 0; i < work->n; i++) {
		const struct plan_package *package = &work->packages[i];

		add_bar(
		    plan, 2, arena_printf(arena, "%zu. %s", i + 1, package->name), package->first, package->last, "");
		for (size_t a = 0; a < package->n; a++) {
			const struct plan_activity *activity = &package->activities[a];

			add_bar(plan, 1, arena_printf(arena, "%zu.%zu %s", i + 1, a + 1, activity->name),
			    activity->first, activity->last,
			    plan_span_text(arena, activity->from, activity->to, work->times.months, lang));
		}
	}
}

/* What a section's data is made from. */
struct paper {
	struct ctx *ctx;
	const struct application *application;
	const struct answers *answers;
	const struct application_facts *facts;
	const struct application_file *files;
	size_t n_files;
	enum lang lang;
};

static void
add_file(struct doc_data *section, const char *question, const struct application_file *file)
{
	struct doc_data *row = doc_add_row(section, "files");

	doc_set_text(row, "question", question);
	doc_set_text(row, "name", file->file_name);
	doc_set_text(row, "sha256", file->sha256);
}

static void
add_files(struct doc_data *section, const struct paper *paper, const struct scheme_field *field)
{
	for (size_t i = 0; i < paper->n_files; i++)
		if (strcmp(paper->files[i].field, field->id) == 0)
			add_file(section, lang_pick(&field->label, paper->lang), &paper->files[i]);
}

static void
add_rows(struct doc_data *section, const struct paper *paper, const struct scheme_field *field)
{
	struct answer_group_row *rows;
	size_t n = answer_group_rows(
	    &rows, paper->ctx->arena, paper->application->scheme, field, paper->answers, paper->facts, paper->lang);
	struct doc_data *group;

	if (n == 0)
		return;
	group = doc_add_row(section, "groups");
	doc_set_text(group, "group_title", lang_pick(&field->label, paper->lang));
	for (size_t i = 0; i < n; i++) {
		struct doc_data *row = doc_add_row(group, "rows");

		doc_set_text(row, "row_title", rows[i].title);
		doc_set_list(row, "facts");
		for (size_t f = 0; f < rows[i].n; f++) {
			struct doc_data *fact = doc_add_row(row, "facts");

			doc_set_text(fact, "question", rows[i].facts[f].question);
			doc_set_text(fact, "answer", rows[i].facts[f].answer);
		}
	}
}

static void
add_work_plan(struct doc_data *section, const struct paper *paper, const struct scheme_field *field)
{
	struct work_plan work;
	struct doc_data *plan;

	work_plan(&work, paper->ctx->arena, paper->application->scheme, field, paper->answers, paper->facts);
	if (work.n == 0)
		return;
	plan = doc_add_row(section, "plans");
	doc_set_text(plan, "plan_title", lang_pick(&field->label, paper->lang));
	doc_set_list(plan, "bars");
	add_bars(plan, paper->ctx->arena, &work, paper->lang);
	for (size_t i = 0; i < work.n; i++)
		add_package(plan, paper->ctx->arena, &work, i, paper->lang);
}

static void
add_field(struct doc_data *section, const struct paper *paper, const struct scheme_field *field)
{
	struct arena *arena = paper->ctx->arena;
	struct answer_row *rows;
	struct doc_data *row;
	const char *text;
	size_t n = answer_rows(&rows, arena, paper->application->scheme, field, paper->answers, paper->lang);

	switch (field->type) {
	case FIELD_COSTS:
		add_plan(section, "costs", rows, n);
		return;
	case FIELD_FINANCING:
		add_plan(section, "financing", rows, n);
		return;
	case FIELD_GOALS:
		add_goals(section, rows, n);
		return;
	case FIELD_GROUP:
	case FIELD_PARTNERS:
		add_rows(section, paper, field);
		return;
	case FIELD_PACKAGES:
		add_work_plan(section, paper, field);
		return;
	case FIELD_ATTACHMENT:
	case FIELD_THIRD_PARTY:
		add_files(section, paper, field);
		return;
	default:
		break;
	}
	text = answer_text(arena, field, paper->answers, paper->facts, paper->lang);
	if (*text == '\0')
		return;
	row = doc_add_row(section, "answers");
	doc_set_text(row, "question", lang_pick(&field->label, paper->lang));
	doc_set_text(row, "answer", text);
}

static struct doc_data *
add_section(struct doc_data *data, const char *title)
{
	static const char *const lists[] = { "answers", "costs", "financing", "goals", "groups", "plans", "files" };
	struct doc_data *section = doc_add_row(data, "sections");

	doc_set_text(section, "section_title", title);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		doc_set_list(section, lists[i]);
	return (section);
}

/* Answers to questions that were taken out before it was sent. */
static void
add_earlier(struct doc_data *data, const struct paper *paper)
{
	const struct application *application = paper->application;
	struct doc_data *section, *row;
	size_t n_files = 0;

	for (size_t i = 0; i < paper->n_files; i++)
		n_files += attachment_retired(application->scheme, paper->files[i].field);
	if (application->n_earlier + n_files == 0)
		return;
	section = add_section(data, tr(paper->lang, "Tidligere spørsmål"));
	for (size_t i = 0; i < paper->n_files; i++)
		if (attachment_retired(application->scheme, paper->files[i].field))
			add_file(section, tr(paper->lang, "Vedlegg"), &paper->files[i]);
	for (size_t i = 0; i < application->n_earlier; i++) {
		row = doc_add_row(section, "answers");
		doc_set_text(row, "question", application->earlier[i].question);
		doc_set_text(row, "answer", application->earlier[i].answer);
	}
}

static bool
has_files(const struct paper *paper, const struct scheme_section *section)
{
	for (size_t i = 0; i < paper->n_files; i++)
		for (size_t f = 0; f < section->n_fields; f++)
			if (strcmp(paper->files[i].field, section->fields[f].id) == 0)
				return (true);
	return (false);
}

/* A section that nothing was answered in, such as one that is only for large sums, is left out. */
static void
add_sections(struct doc_data *data, const struct paper *paper)
{
	const struct scheme *scheme = paper->application->scheme;

	for (size_t s = 0; s < scheme->n_sections; s++) {
		struct doc_data *section;

		if (!section_answered(scheme, &scheme->sections[s], paper->answers) &&
		    !has_files(paper, &scheme->sections[s]))
			continue;
		section = add_section(data, lang_pick(&scheme->sections[s].title, paper->lang));
		for (size_t f = 0; f < scheme->sections[s].n_fields; f++)
			add_field(section, paper, &scheme->sections[s].fields[f]);
	}
}

static void
add_sums(struct doc_data *data, const struct paper *paper)
{
	struct arena *arena = paper->ctx->arena;
	struct application_sums sums;

	sums_of(&sums, paper->application->scheme, paper->answers);
	if (sums.has_applied)
		doc_set_text(data, "applied", money_show(arena, sums.applied));
	doc_set_text(data, "costs_cash", money_show(arena, sums.costs_cash));
	doc_set_text(data, "costs_own", money_show(arena, sums.costs_own));
	doc_set_text(data, "costs_total", money_show(arena, sums.costs));
	doc_set_text(data, "financing_cash", money_show(arena, sums.financing_cash));
	doc_set_text(data, "financing_own", money_show(arena, sums.financing_own));
	doc_set_text(data, "financing_total", money_show(arena, sums.financing));
}

/* What every paper of an application begins with. */
static void
add_head(struct doc_data *data, const struct paper *paper)
{
	const struct application *application = paper->application;
	struct arena *arena = paper->ctx->arena;

	doc_set_text(data, "county", lang_pick(&paper->ctx->county->name, paper->lang));
	doc_set_text(data, "number", application->number);
	doc_set_text(data, "scheme_title", lang_pick(&application->scheme->title, paper->lang));
	doc_set_text(data, "title",
	    answers_get(paper->answers, scheme_field_of_role(application->scheme, FIELD_ROLE_TITLE)->id));
	doc_set_text(data, "organisation", application->organisation.name);
	doc_set_text(data, "orgnr", orgnr_show(arena, application->organisation.orgnr));
}

static void
add_case(struct doc_data *data, const struct paper *paper, const struct received *received)
{
	const struct call *call = &paper->application->call;
	struct arena *arena = paper->ctx->arena;

	add_head(data, paper);
	doc_set_text(data, "number", received->number);
	doc_set_text(data, "submitted_at", instant_long(arena, received->at, paper->lang));
	doc_set_flag(data, "late", received->late);
	doc_set_text(data, "document_hash", received->document_hash);
	doc_set_text(data, "event_hash", received->event_hash);
	doc_set_text(data, "answer_by", date_long(arena, call_answer_by(call, received->at), paper->lang));
	doc_set_text(data, "contact_name", call->contact_name);
	doc_set_text(data, "contact_phone", call->contact_phone);
	doc_set_text(data, "contact_email", call->contact_email);
}

/* Who has a say before the answer, and what a grant leads to. */
static void
add_after(struct doc_data *data, const struct paper *paper)
{
	const struct scheme *scheme = paper->application->scheme;
	struct arena *arena = paper->ctx->arena;
	const struct said_about about = {
		.call_year = paper->application->call.year, .body = county_body_name, .of = paper->ctx->county
	};
	const struct sentences parts[] = { said_of_deciding(arena, scheme, &about, paper->lang),
		said_of_payment(arena, scheme, &about, paper->lang),
		said_of_report(arena, scheme, &about, paper->lang) };
	struct sentences said = sentences_joined(arena, parts, 3);

	doc_set_list(data, "after");
	for (size_t i = 0; i < said.n; i++)
		doc_set_text(doc_add_row(data, "after"), "text", said.list[i]);
}

static void
add_answers(struct doc_data *data, const struct paper *paper)
{
	add_sums(data, paper);
	doc_set_list(data, "sections");
	add_sections(data, paper);
	add_earlier(data, paper);
}

struct doc_data *
application_document_data(struct ctx *ctx, const struct application *application, const struct received *received,
    const struct answers *answers, const struct application_facts *facts, const struct application_file *files,
    size_t n_files)
{
	struct paper paper = { ctx, application, answers, facts, files, n_files, application->lang };
	struct doc_data *data = doc_data_new(ctx->arena);

	add_case(data, &paper, received);
	add_after(data, &paper);
	add_answers(data, &paper);
	return (data);
}

/* --- the whole application ---------------------------------------------------------------------------------------- */

/* The question a file answers; "" when the scheme has it no more. */
static const char *
question_of(const struct paper *paper, const char *field_id)
{
	const struct scheme_field *field = scheme_field(paper->application->scheme, field_id);

	return (field == NULL ? "" : lang_pick(&field->label, paper->lang));
}

/* Files that were there when it was sent are told where they were asked for, the others by themselves. */
static void
add_whole_files(struct doc_data *data, struct paper *paper, const struct application_file *files, size_t n)
{
	struct arena *arena = paper->ctx->arena;
	struct application_file *first = arena_array(arena, n, sizeof(*first));

	doc_set_list(data, "later");
	for (size_t i = 0; i < n; i++) {
		struct doc_data *row;

		if (!files[i].later) {
			first[paper->n_files++] = files[i];
			continue;
		}
		row = doc_add_row(data, "later");
		doc_set_text(row, "name", files[i].file_name);
		doc_set_text(row, "question", question_of(paper, files[i].field));
		doc_set_text(row, "at", instant_long(arena, files[i].uploaded_at, paper->lang));
		doc_set_text(row, "sha256", files[i].sha256);
	}
	paper->files = first;
}

void
application_document_whole(
    struct doc_data *data, struct ctx *ctx, const struct whole_application *contents, enum lang lang)
{
	const struct application *application = &contents->application;
	struct paper paper = { ctx, application, contents->answers, &contents->facts, NULL, 0, lang };

	add_head(data, &paper);
	doc_set_flag(data, "file_hashes", true);
	doc_set_text(data, "municipality", application->organisation.municipality);
	doc_set_text(data, "call", call_name(ctx->arena, &application->call, lang));
	doc_set_text(data, "scheme_version",
	    arena_printf(ctx->arena, "%s, %.8s", application->scheme->id, application->version_hash));
	doc_set_text(data, "document_hash", application->document_hash);
	doc_set_text(data, "sent_by", contents->sent_by);
	doc_set_flag(data, "late", application->late);
	if (application->submitted_at != 0)
		doc_set_text(data, "submitted_at", instant_long(ctx->arena, application->submitted_at, lang));
	add_whole_files(data, &paper, contents->files, contents->n_files);
	add_answers(data, &paper);
}

enum status
application_document_receipt(struct buf *out, struct ctx *ctx, const struct application *application,
    const struct received *received, const struct answers *answers, const struct application_facts *facts,
    const struct application_file *files, size_t n_files)
{
	/* A name in a script no font has must never stop somebody from sending in time. */
	struct doc_meta meta = {
		.author = lang_pick(&ctx->county->name, application->lang),
		.made_at = received->at,
		.allow_uncovered = true,
	};
	struct doc_report report;

	return (doc_render(out, &report, ctx->arena, ctx->docs, "receipt",
	    application_document_data(ctx, application, received, answers, facts, files, n_files), application->lang,
	    &meta));
}
