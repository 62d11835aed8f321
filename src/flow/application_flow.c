/* application_flow.c — starting and reading applications. */
#include "flow/application_flow.h"

#include <string.h>

#include "db/application_db.h"
#include "db/db.h"
#include "domain/calculated.h"
#include "domain/prefill.h"
#include "flow/draft_change_flow.h"
#include "flow/frozen_application.h"
#include "flow/history_flow.h"
#include "flow/municipality_flow.h"
#include "flow/scheme_flow.h"

struct start_call {
	const char *version_hash;
	int64_t unit_id, draft_id;
	enum applicant_kind kind;
};

static enum status
start_call_get(struct start_call *out, struct ctx *ctx, int64_t call_id, int64_t organisation_id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "application_start_call",
		 PARAMS(INT(call_id), INT(organisation_id), INSTANT(ctx->now)))) != OK)
		return (st);
	out->version_hash = rows_text(rows, 0, "version_hash");
	out->unit_id = rows_int(rows, 0, "unit_id");
	out->draft_id = rows_int(rows, 0, "draft_id");
	return (applicant_kind_parse(&out->kind, rows_text(rows, 0, "kind")) ? OK : ERR_DB);
}

/* What is known is not asked for again: it stands in the new draft, to be changed by whoever knows better. */
static enum status
draft_prefill(struct ctx *ctx, int64_t id, int64_t organisation_id, const struct scheme *scheme)
{
	struct answers *answers = answers_new(ctx->arena);
	const char **paths, **values;
	struct rows *rows;
	enum status st;
	size_t n;

	if ((st = db_one(&rows, ctx, "draft_prefill", PARAMS(INT(organisation_id)))) != OK)
		return (st);
	prefill(answers, scheme,
	    &(struct prefill_source){ .organisation = rows_text(rows, 0, "organisation"),
		.orgnr = rows_text(rows, 0, "orgnr"),
		.address = rows_text(rows, 0, "address"),
		.municipality = rows_text(rows, 0, "municipality"),
		.account = rows_text(rows, 0, "account"),
		.user = rows_text(rows, 0, "user_name"),
		.email = rows_text(rows, 0, "email"),
		.phone = rows_text(rows, 0, "phone") });
	if ((n = answers_count(answers)) == 0)
		return (OK);
	paths = arena_array(ctx->arena, n, sizeof(*paths));
	values = arena_array(ctx->arena, n, sizeof(*values));
	for (size_t i = 0; i < n; i++) {
		paths[i] = answers_at(answers, i)->path;
		values[i] = answers_at(answers, i)->value;
	}
	return (db_exec(ctx, "draft_answer_put", PARAMS(INT(id), TEXTS(paths, n), TEXTS(values, n), INT(1))));
}

/* Begun in two windows at once, the one that comes second gets the draft of the first. */
static enum status
draft_insert(int64_t *id, struct ctx *ctx, int64_t call_id, int64_t organisation_id, const struct start_call *call,
    const struct scheme *scheme, enum lang lang)
{
	struct start_call again = { 0 };
	struct rows *rows;
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	st = db_one(&rows, ctx, "application_insert",
	    PARAMS(INT(call_id), TEXT(call->version_hash), INT(call->unit_id), INT(organisation_id),
		TEXT(lang_code(lang))));
	if (st == OK) {
		*id = rows_int(rows, 0, "application_id");
		st = draft_prefill(ctx, *id, organisation_id, scheme);
	} else if (st == ERR_NOT_FOUND && (st = start_call_get(&again, ctx, call_id, organisation_id)) == OK)
		*id = again.draft_id;
	if (st != OK)
		return (db_rollback(ctx, st));
	/* Begun by another and sent or thrown away, all since this began. */
	return (*id == 0 ? db_rollback(ctx, ERR_CONFLICT) : db_commit(ctx));
}

enum status
application_start(int64_t *id, struct ctx *ctx, int64_t call_id, int64_t organisation_id, enum lang lang)
{
	const struct scheme *scheme;
	struct start_call call;
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = start_call_get(&call, ctx, call_id, organisation_id)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	if (call.draft_id != 0) {
		*id = call.draft_id;
		return (OK);
	}
	if ((st = scheme_of(&scheme, ctx, call.version_hash)) != OK)
		return (st);
	if (scheme_applicant(scheme, call.kind) == NULL)
		return (ERR_INVALID);
	return (draft_insert(id, ctx, call_id, organisation_id, &call, scheme, lang));
}

/* A draft's deadline may depend on when its activity starts, which is among the answers. */
static enum status
draft_start_get(struct application *out, struct ctx *ctx)
{
	const struct scheme_field *period = scheme_field_of_type(out->scheme, FIELD_PERIOD);
	struct rows *rows;
	enum status st;

	if (strcmp(out->state, "draft") != 0 || out->call.before_start.count == 0 || period == NULL)
		return (OK);
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "draft_answer_get",
		 PARAMS(INT(out->id), TEXT(arena_printf(ctx->arena, "%s.start", period->id))))) != OK)
		return (db_rollback(ctx, st));
	/* What cannot be read as a day is told where it was written. */
	if (rows_count(rows) > 0 && date_parse(&out->start, rows_text(rows, 0, "value")) != OK)
		out->start = (struct date){ 0 };
	return (db_commit(ctx));
}

enum status
application_load(struct application *out, struct ctx *ctx, int64_t id)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = application_db_get(out, ctx, id)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK || (st = scheme_of(&out->scheme, ctx, out->version_hash)) != OK ||
	    (st = earlier_answers_get(out, ctx)) != OK)
		return (st);
	return (draft_start_get(out, ctx));
}

enum status
application_answers(struct answers **out, struct ctx *ctx, const struct application *application)
{
	bool draft = strcmp(application->state, "draft") == 0;
	const char *document = NULL;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	st = draft ? draft_db_answers(out, ctx, application->id)
		   : application_db_document(&document, ctx, application->id);
	if (st != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK || draft)
		return (st);
	return (frozen_application_read(out, ctx->arena, document));
}

enum status
application_files(struct application_file **out, size_t *n, struct ctx *ctx, int64_t id)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = application_db_files(out, n, ctx, id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* The register as one lookup needs it: codes in order. */
struct municipalities {
	const char **codes, **names;
	size_t n;
};

static const char *
municipality_name(const void *of, const char *code)
{
	const struct municipalities *list = of;

	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->codes[i], code) == 0)
			return (list->names[i]);
	return (NULL);
}

static enum status
municipalities_get(struct municipalities **out, struct ctx *ctx, struct date day)
{
	struct municipality_row *rows;
	struct municipalities *list = arena_alloc(ctx->arena, sizeof(*list));
	enum status st;

	if ((st = municipality_list(&rows, &list->n, ctx, day)) != OK)
		return (st);
	list->codes = arena_array(ctx->arena, list->n, sizeof(*list->codes));
	list->names = arena_array(ctx->arena, list->n, sizeof(*list->names));
	for (size_t i = 0; i < list->n; i++) {
		list->codes[i] = rows[i].code;
		list->names[i] = rows[i].name;
	}
	*out = list;
	return (OK);
}

static struct attached *
attached_of(struct ctx *ctx, const struct application_file *files, size_t n)
{
	struct attached *list = arena_array(ctx->arena, n, sizeof(*list));

	for (size_t i = 0; i < n; i++)
		list[i] = (struct attached){ .field = files[i].field,
			.file_name = files[i].file_name,
			.kind = files[i].kind,
			.size = files[i].size,
			.beside = files[i].beside };
	return (list);
}

/* Figures are read only for schemes that reckon with them. */
static enum status
figures_get(struct application_facts *out, struct ctx *ctx, const struct application *application)
{
	struct known_figure *figures;
	struct rows *rows;
	enum status st;

	if (!application->scheme->uses_figures)
		return (OK);
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "figures_of",
		 PARAMS(INT(application->organisation.id), INT(application->call.year)))) != OK)
		return (db_rollback(ctx, st));
	figures = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*figures));
	ROWS_EACH(i, rows)
		figures[out->n_figures++] =
		    (struct known_figure){ rows_text(rows, i, "name"), rows_text(rows, i, "value") };
	out->figures = figures;
	return (db_commit(ctx));
}

enum status
person_applicant(int64_t *organisation_id, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "person_applicant", PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	*organisation_id = rows_int(rows, 0, "organisation_id");
	return (db_commit(ctx));
}

void
facts_of_applicant(struct application_facts *out, const struct application_organisation *applicant)
{
	*out = (struct application_facts){
		.applicant = applicant->kind,
		.in_voluntary_register = applicant->in_voluntary_register,
		.registers_known = applicant->registers_known,
		.registers_in = applicant->registers_in,
		.organisation_form = applicant->form,
		.born = applicant->born,
		.in_municipality = applicant->municipality_code,
		.in_county = applicant->in_county,
	};
}

enum status
application_facts_told(struct application_facts *out, struct ctx *ctx, const struct application *application)
{
	struct municipalities *municipalities;
	enum status st;

	facts_of_applicant(out, &application->organisation);
	out->call_from = application->call.covers_from;
	out->call_to = application->call.covers_to;
	out->call_year = application->call.year;
	out->call_extra = application->call.extra;
	out->today = instant_day(application->submitted_at != 0 ? application->submitted_at : ctx->received_at);
	out->closes_at = application->due_at != 0 ? application->due_at : application->call.closes_at;
	if ((st = municipalities_get(&municipalities, ctx, out->today)) != OK)
		return (st);
	out->municipality = municipality_name;
	out->municipality_of = municipalities;
	out->n_county_municipalities = municipalities->n;
	return (OK);
}

/* What is known now, but for the history. */
static enum status
facts_now(struct application_facts *out, struct ctx *ctx, const struct application *application,
    const struct application_file *files, size_t n)
{
	enum status st;

	if ((st = application_facts_told(out, ctx, application)) != OK)
		return (st);
	out->files = attached_of(ctx, files, n);
	out->n_files = n;
	return (figures_get(out, ctx, application));
}

enum status
application_facts(struct application_facts *out, struct ctx *ctx, const struct application *application,
    const struct application_file *files, size_t n)
{
	struct history *history;
	enum status st;

	if ((st = facts_now(out, ctx, application, files, n)) != OK || !application->scheme->asks_history)
		return (st);
	if ((st = applicant_history(&history, ctx, application, out->today)) != OK)
		return (st);
	out->history = history;
	return (OK);
}

static enum status
document_get(const char **out, struct ctx *ctx, int64_t id)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = application_db_document(out, ctx, id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
application_contents(struct answers **answers, struct application_facts *facts, struct ctx *ctx,
    const struct application *application, const struct application_file *files, size_t n)
{
	const char *document, **changed;
	enum status st;

	if (strcmp(application->state, "draft") == 0) {
		if ((st = application_answers(answers, ctx, application)) != OK ||
		    (st = application_facts(facts, ctx, application, files, n)) != OK)
			return (st);
		/* As they are with the facts of today, which may be others than when the draft was saved. */
		(void)calculated_fill(&changed, *answers, application->scheme, facts);
		return (OK);
	}
	if ((st = facts_now(facts, ctx, application, files, n)) != OK ||
	    (st = document_get(&document, ctx, application->id)) != OK)
		return (st);
	return (frozen_application_read_all(answers, facts, ctx->arena, document, application->call.scheme_id));
}

enum status
application_list(struct application_row **out, size_t *n, struct ctx *ctx)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = application_db_list(out, n, ctx)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
membership_list(struct membership_row **out, size_t *n, struct ctx *ctx)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = membership_db_list(out, n, ctx)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
