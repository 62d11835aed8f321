/* application_db.c — reading applications. */
#include "db/application_db.h"

#include <string.h>

#include "core/text.h"
#include "db/call_db.h"
#include "db/db.h"

static void
organisation_from_row(struct application_organisation *out, const struct rows *rows, int i)
{
	*out = (struct application_organisation){
		.id = rows_int(rows, i, "organisation_id"),
		.orgnr = rows_text(rows, i, "orgnr"),
		.name = rows_text(rows, i, "organisation"),
		.form = rows_text(rows, i, "form"),
		.address = rows_text(rows, i, "address"),
		.municipality = rows_text(rows, i, "municipality"),
		.in_voluntary_register = rows_bool(rows, i, "in_voluntary_register"),
	};
	applicant_kind_parse(&out->kind, rows_text(rows, i, "kind"));
	lang_parse(&out->lang, rows_text(rows, i, "organisation_lang"));
}

void
application_from_row(struct application *out, const struct rows *rows, int i)
{
	*out = (struct application){
		.id = rows_int(rows, i, "application_id"),
		.number = rows_text(rows, i, "number"),
		.state = rows_text(rows, i, "state"),
		.version = (int)rows_int(rows, i, "version"),
		.title = rows_text(rows, i, "title"),
		.created_at = rows_instant(rows, i, "created_at"),
		.submitted_at = rows_instant(rows, i, "submitted_at"),
		.late = rows_bool(rows, i, "late"),
		.due_at = rows_instant(rows, i, "due_at"),
		.start = rows_day(rows, i, "period_start"),
		.end = rows_day(rows, i, "period_end"),
		.document_hash = rows_text(rows, i, "document_hash"),
		.applied = rows_money(rows, i, "applied_ore"),
		.costs = rows_money(rows, i, "costs_ore"),
		.version_hash = rows_text(rows, i, "version_hash"),
		.may_sign = rows_bool(rows, i, "may_sign"),
		.outcome = rows_text(rows, i, "outcome"),
		.decision_state = rows_text(rows, i, "decision_state"),
		.awarded = rows_money(rows, i, "awarded_ore"),
		.notified_at = rows_instant(rows, i, "notified_at"),
	};
	lang_parse(&out->lang, rows_text(rows, i, "lang"));
	call_from_row(&out->call, rows, i);
	organisation_from_row(&out->organisation, rows, i);
}

/* What no register has answered is not known; every organisation with a number stands in Enhetsregisteret. */
static void
standing_from_row(struct application_organisation *out, const struct rows *rows, int i)
{
	const char *in = rows_text(rows, i, "registers_in"), *not_in = rows_text(rows, i, "registers_out");

	for (int kind = 0; kind < REGISTER__MAX; kind++) {
		bool yes = text_lists(in, register_codes[kind]);

		out->registers_in |= yes ? 1u << kind : 0;
		out->registers_known |= yes || text_lists(not_in, register_codes[kind]) ? 1u << kind : 0;
	}
	out->registers_known |= 1u << REGISTER_ENTITIES;
	out->registers_in |= *out->orgnr != '\0' ? 1u << REGISTER_ENTITIES : 0;
	out->born = rows_day(rows, i, "born");
	out->municipality_code = rows_text(rows, i, "municipality_code");
	out->in_county = rows_bool(rows, i, "in_county");
}

enum impartiality
impartiality_read(const char *code)
{
	return (*code == '\0' ? IMPARTIALITY_NONE : strcmp(code, "conflict") == 0 ? CONFLICT : IMPARTIAL);
}

enum status
application_db_get(struct application *out, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "application_get", PARAMS(INT(id)))) != OK)
		return (st);
	application_from_row(out, rows, 0);
	out->declared = impartiality_read(rows_text(rows, 0, "declared"));
	standing_from_row(&out->organisation, rows, 0);
	out->n_changes = rows_int(rows, 0, "changes");
	out->n_unconfirmed = rows_int(rows, 0, "unconfirmed");
	return (OK);
}

enum status
application_db_list(struct application_row **out, size_t *n, struct ctx *ctx)
{
	struct application_row *list;
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "application_list_mine", PARAMS(NONE))) != OK)
		return (st);
	list = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*list));
	ROWS_EACH(i, rows) {
		list[i] = (struct application_row){
			.id = rows_int(rows, i, "application_id"),
			.number = rows_text(rows, i, "number"),
			.state = rows_text(rows, i, "state"),
			.title = rows_text(rows, i, "title"),
			.organisation = rows_text(rows, i, "organisation"),
			.outcome = rows_text(rows, i, "outcome"),
			.scheme_title = rows_lang(rows, i, "title"),
			.submitted_at = rows_instant(rows, i, "submitted_at"),
			.created_at = rows_instant(rows, i, "created_at"),
			.notified_at = rows_instant(rows, i, "notified_at"),
			.applied = rows_money(rows, i, "applied_ore"),
			.awarded = rows_money(rows, i, "awarded_ore"),
		};
		call_from_row(&list[i].call, rows, i);
	}
	*out = list;
	*n = (size_t)rows_count(rows);
	return (OK);
}

enum status
membership_db_list(struct membership_row **out, size_t *n, struct ctx *ctx)
{
	struct membership_row *list;
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "membership_list", PARAMS(NONE))) != OK)
		return (st);
	list = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*list));
	ROWS_EACH(i, rows) {
		organisation_from_row(&list[i].organisation, rows, i);
		standing_from_row(&list[i].organisation, rows, i);
		list[i].may_sign = rows_bool(rows, i, "may_sign");
	}
	*out = list;
	*n = (size_t)rows_count(rows);
	return (OK);
}

enum status
draft_db_answers(struct answers **out, struct ctx *ctx, int64_t id)
{
	struct answers *answers = answers_new(ctx->arena);
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "draft_answers", PARAMS(INT(id)))) != OK)
		return (st);
	ROWS_EACH(i, rows)
		answers_set_version(answers, rows_text(rows, i, "path"), rows_text(rows, i, "value"),
		    (int)rows_int(rows, i, "version"));
	*out = answers;
	return (OK);
}

enum status
application_db_document(const char **out, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "application_document", PARAMS(INT(id)))) != OK)
		return (st);
	*out = rows_text(rows, 0, "document");
	return (OK);
}

enum status
application_db_files(struct application_file **out, size_t *n, struct ctx *ctx, int64_t id)
{
	struct application_file *list;
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "attachment_list", PARAMS(INT(id)))) != OK)
		return (st);
	list = arena_array(ctx->arena, (size_t)rows_count(rows), sizeof(*list));
	ROWS_EACH(i, rows) {
		list[i] = (struct application_file){
			.id = rows_int(rows, i, "attachment_id"),
			.field = rows_text(rows, i, "field"),
			.file_name = rows_text(rows, i, "file_name"),
			.media_type = rows_text(rows, i, "media_type"),
			.sha256 = rows_text(rows, i, "sha256"),
			.size = rows_int(rows, i, "size"),
			.later = rows_bool(rows, i, "later"),
			.uploaded_at = rows_instant(rows, i, "uploaded_at"),
			.request_id = rows_int(rows, i, "request_id"),
			.beside = rows_bool(rows, i, "beside"),
		};
		attachment_kind_parse(&list[i].kind, rows_text(rows, i, "kind"));
	}
	*out = list;
	*n = (size_t)rows_count(rows);
	return (OK);
}

enum status
event_db_add(const char **hash, struct ctx *ctx, int64_t application_id, const char *kind, const char *const *names,
    const char *const *values, size_t n)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "event_add",
		 PARAMS(INT(application_id), INSTANT(ctx->now), TEXT(kind), TEXTS(names, n), TEXTS(values, n)))) != OK)
		return (st);
	if (hash != NULL)
		*hash = rows_text(rows, 0, "hash");
	return (OK);
}
