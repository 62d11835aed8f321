/* frozen_application.c — from answers to document and figures, and back. */
#include "flow/frozen_application.h"

#include <stdlib.h>
#include <string.h>

#include "core/log.h"
#include "core/text.h"
#include "flow/frozen_facts.h"
#include "xml/xml_read.h"
#include "xml/xml_write.h"

static void
write_applicant(struct xml_writer *w, const struct application_organisation *organisation)
{
	xml_write_start(w, "applicant");
	xml_write_attribute(w, "orgnr", organisation->orgnr);
	xml_write_attribute(w, "kind", applicant_kind_code(organisation->kind));
	xml_write_attribute(w, "form", organisation->form);
	xml_write_attribute(w, "municipality", organisation->municipality);
	xml_write_text(w, organisation->name);
	xml_write_end(w);
}

/* Answers to questions that other answers have made irrelevant were not asked, and are not sent. */
static bool
asked(const struct application *application, const struct answers *answers, const struct application_facts *facts,
    const char *path)
{
	const struct scheme_field *field = answer_path_field(application->scheme, path);

	return (field != NULL && field_relevant(application->scheme, field, answers, facts));
}

static void
write_answers(struct xml_writer *w, const struct application *application, const struct answers *answers,
    const struct application_facts *facts)
{
	for (size_t i = 0; i < answers_count(answers); i++) {
		const struct answer *answer = answers_at(answers, i);

		if (*answer->value == '\0' || !asked(application, answers, facts, answer->path))
			continue;
		xml_write_start(w, "answer");
		xml_write_attribute(w, "path", answer->path);
		xml_write_text(w, answer->value);
		xml_write_end(w);
	}
}

/* Apart from the answers, so that nothing reckons with them. */
static void
write_earlier(struct xml_writer *w, const struct application *application)
{
	for (size_t i = 0; i < application->n_earlier; i++) {
		const struct earlier_answer *earlier = &application->earlier[i];

		xml_write_start(w, "earlier-answer");
		xml_write_attribute(w, "path", earlier->path);
		xml_write_attribute(w, "question", earlier->question);
		xml_write_attribute(w, "in-words", earlier->answer);
		xml_write_attribute(w, "scheme-version", earlier->version_hash);
		xml_write_text(w, earlier->value);
		xml_write_end(w);
	}
}

static void
write_files(struct xml_writer *w, struct arena *arena, const struct application_file *files, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		xml_write_start(w, "file");
		xml_write_attribute(w, "field", files[i].field);
		xml_write_attribute(w, "media-type", files[i].media_type);
		xml_write_attribute(w, "size", arena_printf(arena, "%lld", (long long)files[i].size));
		xml_write_attribute(w, "sha256", files[i].sha256);
		xml_write_text(w, files[i].file_name);
		xml_write_end(w);
	}
}

const char *
frozen_application_write(struct arena *arena, const struct application *application, const char *number,
    instant submitted_at, const struct answers *answers, const struct application_facts *facts,
    const struct application_file *files, size_t n_files)
{
	struct buf *out = arena_alloc(arena, sizeof(*out));
	struct xml_writer w;

	*out = buf_new(arena);
	w = xml_writer_new(out, APPLICATION_NS);
	xml_write_start(&w, "application");
	xml_write_attribute(&w, "number", number);
	xml_write_attribute(&w, "scheme", application->scheme->id);
	xml_write_attribute(&w, "scheme-version", application->version_hash);
	xml_write_attribute(&w, "lang", lang_code(application->lang));
	xml_write_attribute(&w, "submitted-at", instant_iso(arena, submitted_at));
	write_applicant(&w, &application->organisation);
	frozen_facts_write(&w, arena, facts);
	write_answers(&w, application, answers, facts);
	write_earlier(&w, application);
	write_files(&w, arena, files, n_files);
	xml_write_end(&w);
	return (buf_text(out));
}

static enum status
read_document(struct xml_doc **doc, struct arena *arena, const char *document)
{
	struct xml_error error;
	enum status st;

	st = xml_read(doc, &error, arena, APPLICATION_NS, "application", document, strlen(document));
	if (st != OK)
		log_line(LOG_ERROR, NULL, "a frozen application cannot be read: line %d", error.line);
	return (st);
}

static struct answers *
answers_of(struct arena *arena, const struct xml_doc *doc)
{
	struct answers *answers = answers_new(arena);

	for (struct xml_node *node = xml_child(doc->root, "answer"); node != NULL; node = xml_next(node, "answer"))
		answers_set(answers, xml_attribute(node, "path"), xml_content(arena, node));
	return (answers);
}

enum status
frozen_application_read(struct answers **out, struct arena *arena, const char *document)
{
	struct xml_doc *doc;
	enum status st;

	if ((st = read_document(&doc, arena, document)) == OK)
		*out = answers_of(arena, doc);
	return (st);
}

enum status
frozen_application_read_all(struct answers **out, struct application_facts *facts, struct arena *arena,
    const char *document, const char *scheme_id)
{
	struct xml_doc *doc;
	enum status st;

	if ((st = read_document(&doc, arena, document)) != OK)
		return (st);
	*out = answers_of(arena, doc);
	frozen_facts_read(facts, arena, doc->root, scheme_id);
	return (OK);
}

static size_t
count_of(const struct xml_doc *doc, const char *name)
{
	size_t n = 0;

	for (struct xml_node *node = xml_child(doc->root, name); node != NULL; node = xml_next(node, name))
		n++;
	return (n);
}

static size_t
earlier_of(struct earlier_answer **out, struct arena *arena, const struct xml_doc *doc)
{
	size_t n = 0;

	*out = arena_array(arena, count_of(doc, "earlier-answer"), sizeof(**out));
	for (struct xml_node *node = xml_child(doc->root, "earlier-answer"); node != NULL;
	     node = xml_next(node, "earlier-answer"))
		(*out)[n++] = (struct earlier_answer){ .path = xml_attribute(node, "path"),
			.question = xml_attribute(node, "question"),
			.answer = xml_attribute(node, "in-words"),
			.version_hash = xml_attribute(node, "scheme-version"),
			.value = xml_content(arena, node) };
	return (n);
}

enum status
frozen_application_earlier(struct earlier_answer **out, size_t *n, struct arena *arena, const char *document)
{
	struct xml_doc *doc;
	enum status st;

	if ((st = read_document(&doc, arena, document)) == OK)
		*n = earlier_of(out, arena, doc);
	return (st);
}

static size_t
files_of(struct application_file **out, struct arena *arena, const struct xml_doc *doc)
{
	size_t n = 0;

	*out = arena_array(arena, count_of(doc, "file"), sizeof(**out));
	for (struct xml_node *node = xml_child(doc->root, "file"); node != NULL; node = xml_next(node, "file"))
		(*out)[n++] = (struct application_file){ .field = xml_attribute(node, "field"),
			.file_name = xml_content(arena, node),
			.media_type = xml_attribute(node, "media-type"),
			.sha256 = xml_attribute(node, "sha256") };
	return (n);
}

enum status
frozen_application_contents(struct frozen_contents *out, struct application_facts *facts, struct arena *arena,
    const char *document, const char *scheme_id)
{
	struct xml_doc *doc;
	enum status st;

	if ((st = read_document(&doc, arena, document)) != OK)
		return (st);
	*out = (struct frozen_contents){ .answers = answers_of(arena, doc) };
	out->n_earlier = earlier_of(&out->earlier, arena, doc);
	out->n_files = files_of(&out->files, arena, doc);
	frozen_facts_read(facts, arena, doc->root, scheme_id);
	return (OK);
}

/* --- figures ------------------------------------------------------------------------------------------------------ */

static money
sum_or_zero(const char *typed)
{
	money sum = MONEY_ZERO;

	return (money_parse(&sum, typed) == OK ? sum : MONEY_ZERO);
}

static void
add_lines(
    struct frozen_figures *out, const struct answers *answers, const struct scheme_field *field, const char *column)
{
	size_t rows = field == NULL ? 0 : answers_rows(answers, field->id);

	for (size_t row = 0; row < rows; row++) {
		struct frozen_line line = {
			.financing = field->type == FIELD_FINANCING,
			.item = answers_cell(answers, field->id, row, column),
			.type = answers_cell(answers, field->id, row, "type"),
			.cash = sum_or_zero(answers_cell(answers, field->id, row, "cash")),
			.own = sum_or_zero(answers_cell(answers, field->id, row, "own")),
		};

		if (*line.item != '\0' || line.cash.ore != 0 || line.own.ore != 0)
			out->lines[out->n_lines++] = line;
	}
}

static void
figures_lines(
    struct frozen_figures *out, struct arena *arena, const struct scheme *scheme, const struct answers *answers)
{
	const struct scheme_field *costs = scheme_field_of_type(scheme, FIELD_COSTS);
	const struct scheme_field *financing = scheme_field_of_type(scheme, FIELD_FINANCING);
	size_t most = 1 + (costs == NULL ? 0 : answers_rows(answers, costs->id)) +
		      (financing == NULL ? 0 : answers_rows(answers, financing->id));

	out->lines = arena_array(arena, most, sizeof(*out->lines));
	add_lines(out, answers, costs, "item");
	if (out->sums.has_applied)
		out->lines[out->n_lines++] = (struct frozen_line){
			.financing = true, .applied = true, .item = "", .type = "", .cash = out->sums.applied
		};
	add_lines(out, answers, financing, "source");
}

static void
figures_municipalities(struct frozen_figures *out, struct arena *arena, const struct scheme *scheme,
    const struct answers *answers, const char *const *county, size_t n_county)
{
	const struct scheme_field *field = scheme_field_of_type(scheme, FIELD_MUNICIPALITIES);

	if (out->sums.all_municipalities) {
		out->municipalities = arena_memdup(arena, county, n_county * sizeof(*county));
		out->n_municipalities = n_county;
	} else if (field != NULL) {
		out->municipalities =
		    (const char **)text_split(arena, answers_get(answers, field->id), ' ', &out->n_municipalities);
	}
}

static void
figures_goals(
    struct frozen_figures *out, struct arena *arena, const struct scheme *scheme, const struct answers *answers)
{
	const struct scheme_field *field = scheme_field_of_type(scheme, FIELD_GOALS);

	out->goals = arena_array(arena, scheme->n_goals, sizeof(*out->goals));
	for (size_t i = 0; field != NULL && i < scheme->n_goals; i++) {
		const struct scheme_goal *goal = &scheme->goals[i];
		const char *number = answers_get(answers, arena_printf(arena, "%s.%s.number", field->id, goal->id));

		if (*number == '\0')
			continue;
		out->goals[out->n_goals++] = (struct frozen_goal){ goal->id, number,
			answers_get(answers, arena_printf(arena, "%s.%s.how", field->id, goal->id)) };
		out->integration |= text_equal(goal->tag, "integration") && strtod(number, NULL) > 0;
	}
}

void
frozen_application_figures(struct frozen_figures *out, struct arena *arena, const struct scheme *scheme,
    const struct answers *answers, const char *const *county, size_t n_county)
{
	memset(out, 0, sizeof(*out));
	out->title = answers_get(answers, scheme_field_of_role(scheme, FIELD_ROLE_TITLE)->id);
	sums_of(&out->sums, scheme, answers);
	figures_lines(out, arena, scheme, answers);
	figures_municipalities(out, arena, scheme, answers, county, n_county);
	figures_goals(out, arena, scheme, answers);
}
