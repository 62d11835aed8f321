/* working_paper_document.c — reads all cases of a list at once and tells them one after the other. */
#include "flow/working_paper_document.h"

#include "core/catalogue.h"
#include "db/application_db.h"
#include "db/db.h"
#include "flow/application_document.h"
#include "flow/assessment_flow.h"
#include "flow/frozen_application.h"
#include "flow/recommendation_document.h"
#include "flow/scheme_flow.h"

/* The cases' rows, each in the list's order, and how far they have been told. */
struct reading {
	struct ctx *ctx;
	struct rows *cases, *assessments, *files;
	int at_assessment, at_file;
	enum lang lang;
};

static enum status
read_all(struct reading *out, const struct recommendation_list *list)
{
	int64_t *ids = arena_array(out->ctx->arena, list->n_rows, sizeof(*ids));
	size_t n = list->n_rows;
	enum status st;

	for (size_t i = 0; i < n; i++)
		ids[i] = list->rows[i].application_id;
	if ((st = db_begin_read(out->ctx)) != OK)
		return (st);
	if ((st = db_run(&out->cases, out->ctx, "working_cases", PARAMS(INTS(ids, n)))) != OK ||
	    (st = db_run(&out->assessments, out->ctx, "working_assessments", PARAMS(INTS(ids, n)))) != OK ||
	    (st = db_run(&out->files, out->ctx, "working_later_files", PARAMS(INTS(ids, n)))) != OK)
		return (db_rollback(out->ctx, st));
	if ((st = db_commit(out->ctx)) != OK)
		return (st);
	return ((size_t)rows_count(out->cases) == n ? OK : ERR_NOT_FOUND);
}

/* Behind the files that were sent with it come those that followed. */
static void
add_later_files(struct whole_application *whole, struct reading *reading, const struct frozen_contents *contents)
{
	const struct rows *rows = reading->files;
	int end = reading->at_file;
	size_t n = contents->n_files;

	while (end < rows_count(rows) && rows_int(rows, end, "application_id") == whole->application.id)
		end++;
	whole->files = arena_array(reading->ctx->arena, n + (size_t)(end - reading->at_file), sizeof(*whole->files));
	for (size_t i = 0; i < n; i++)
		whole->files[i] = contents->files[i];
	for (; reading->at_file < end; reading->at_file++)
		whole->files[n++] = (struct application_file){ .later = true,
			.field = rows_text(rows, reading->at_file, "field"),
			.file_name = rows_text(rows, reading->at_file, "file_name"),
			.sha256 = rows_text(rows, reading->at_file, "sha256"),
			.uploaded_at = rows_instant(rows, reading->at_file, "uploaded_at") };
	whole->n_files = n;
}

static enum status
whole_of(struct whole_application *out, struct reading *reading, int i)
{
	struct application *application = &out->application;
	struct frozen_contents contents;
	enum status st;

	application_from_row(application, reading->cases, i);
	out->sent_by = rows_text(reading->cases, i, "sent_by");
	if ((st = scheme_of(&application->scheme, reading->ctx, application->version_hash)) != OK ||
	    (st = application_facts_told(&out->facts, reading->ctx, application)) != OK ||
	    (st = frozen_application_contents(&contents, &out->facts, reading->ctx->arena,
		 rows_text(reading->cases, i, "document"), application->call.scheme_id)) != OK)
		return (st);
	out->answers = contents.answers;
	application->earlier = contents.earlier;
	application->n_earlier = contents.n_earlier;
	add_later_files(out, reading, &contents);
	return (OK);
}

static void
add_score(
    struct doc_data *row, struct reading *reading, const struct scheme *scheme, const struct assessment *assessment)
{
	struct arena *arena = reading->ctx->arena;
	struct score score = { 0 };

	doc_set_list(row, "marks");
	if (score_of(&score, arena, scheme, assessment->marks, assessment->n_marks, reading->lang) != OK)
		return;
	for (size_t i = 0; i < score.n_lines; i++) {
		struct doc_data *line = doc_add_row(row, "marks");

		doc_set_text(line, "text", score.lines[i].text);
		doc_set_text(line, "why", score.lines[i].reason);
	}
	doc_set_text(row, "sum_of_marks", score.text);
}

static void
add_assessments(struct doc_data *row, struct reading *reading, const struct application *application)
{
	struct assessment *list;
	size_t n = assessments_take(
	    &list, reading->ctx, reading->assessments, &reading->at_assessment, application->id, application->scheme);

	doc_set_list(row, "assessments");
	for (size_t i = 0; i < n; i++) {
		struct doc_data *out = doc_add_row(row, "assessments");

		doc_set_text(out, "assessor", list[i].assessor);
		doc_set_text(out, "assessed_at", instant_long(reading->ctx->arena, list[i].at, reading->lang));
		doc_set_text(out, "overall", list[i].overall_reason);
		add_score(out, reading, application->scheme, &list[i]);
	}
}

static enum status
add_case(struct doc_data *data, struct reading *reading, const struct recommendation_row *proposed, int i)
{
	struct whole_application whole;
	struct doc_data *row;
	enum status st;

	if ((st = whole_of(&whole, reading, i)) != OK)
		return (st);
	row = doc_add_row(data, "cases");
	application_document_whole(row, reading->ctx, &whole, reading->lang);
	recommendation_row_data(row, reading->ctx, proposed, reading->lang);
	doc_set_text(row, "opinions_text", proposed->opinions);
	doc_set_flag(row, "gives_money", proposed->proposed.ore > 0);
	add_assessments(row, reading, &whole.application);
	return (OK);
}

enum status
working_paper_data(struct doc_data **out, struct ctx *ctx, const struct recommendation_list *list, enum lang lang)
{
	struct reading reading = { .ctx = ctx, .lang = lang };
	struct doc_data *data = recommendation_list_data(ctx, list, lang);
	enum status st;

	if ((st = read_all(&reading, list)) != OK)
		return (st);
	doc_set_list(data, "cases");
	for (size_t i = 0; i < list->n_rows && st == OK; i++)
		st = add_case(data, &reading, &list->rows[i], (int)i);
	*out = data;
	return (st);
}
