/* draft_flow.c — saving fields so that two tabs never overwrite each other unseen, and files beside them. */
#include "flow/draft_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/crypto.h"
#include "core/text.h"
#include "db/application_db.h"
#include "db/db.h"
#include "domain/calculated.h"
#include "domain/file_kind.h"
#include "domain/own_work.h"
#include "domain/row_room.h"

/* More files than anybody needs, so that a loop in a browser cannot fill the database. */
#define MAX_FILES 30

/* What a save does to the draft's rows. */
struct changes {
	const char **put_paths, **put_values, **removed;
	size_t n_put, n_removed;
};

/* As long as any path the database keeps (draft_answer.path). */
#define PATH_ROOM 201

/* Whether the page showed the field this path belongs to, and its row. */
static bool
shown(const struct scheme *scheme, const char *fields, const char *path)
{
	struct answer_place place;
	char row[PATH_ROOM];

	if (!answer_place(&place, scheme, path) || !text_lists(fields, place.top->id))
		return (false);
	if (place.row_len == 0 || place.row_len >= sizeof(row))
		return (place.row_len == 0);
	memcpy(row, path, place.row_len);
	row[place.row_len] = '\0';
	return (text_lists(fields, row));
}

static void
add_conflict(struct save_result *result, const struct answer *stored)
{
	result->conflicts[result->n_conflicts++] = (struct save_conflict){ stored->path, stored->value };
}

/* Somebody else's later value stands until the person has seen it. */
static bool
saved_by_others(const struct answer *stored, const char *posted, int seen_version)
{
	return (stored->version > seen_version && strcmp(stored->value, posted) != 0);
}

static void
put(struct changes *changes, const char *path, const char *value)
{
	changes->put_paths[changes->n_put] = path;
	changes->put_values[changes->n_put++] = value;
}

/* What the server works out is never taken from what is posted. */
static bool
is_derived(const struct scheme *scheme, const char *path)
{
	return (own_work_derived(scheme, path) || calculated_path(scheme, path));
}

static void
merge_stored(struct changes *changes, struct save_result *result, const struct scheme *scheme, const char *fields,
    const struct answers *stored, const struct answers *posted, int seen_version)
{
	for (size_t i = 0; i < answers_count(stored); i++) {
		const struct answer *answer = answers_at(stored, i);
		const char *value = answers_get(posted, answer->path);

		if (!shown(scheme, fields, answer->path) || strcmp(value, answer->value) == 0 ||
		    is_derived(scheme, answer->path))
			continue;
		if (saved_by_others(answer, value, seen_version)) {
			add_conflict(result, answer);
		} else if (*value == '\0') {
			changes->removed[changes->n_removed++] = answer->path;
		} else {
			put(changes, answer->path, value);
		}
	}
}

static void
merge_new(struct changes *changes, struct save_result *result, const struct scheme *scheme, const char *fields,
    const struct answers *stored, const struct answers *posted)
{
	struct row_room *room = row_room_new(answers_arena(posted), scheme, stored);

	result->refused = arena_array(answers_arena(posted), answers_count(posted), sizeof(*result->refused));
	for (size_t i = 0; i < answers_count(posted); i++) {
		const struct answer *answer = answers_at(posted, i);

		if (*answer->value == '\0' || answers_has(stored, answer->path) ||
		    !answer_path_known(scheme, answer->path) || !shown(scheme, fields, answer->path) ||
		    is_derived(scheme, answer->path))
			continue;
		if (!row_room_has(room, answer->path)) {
			result->refused[result->n_refused++] = answer->path;
			continue;
		}
		put(changes, answer->path, answer->value);
	}
}

static struct changes
changes_new(struct arena *arena, size_t most)
{
	return ((struct changes){
	    .put_paths = arena_array(arena, most, sizeof(char *)),
	    .put_values = arena_array(arena, most, sizeof(char *)),
	    .removed = arena_array(arena, most, sizeof(char *)),
	});
}

static enum status
write_changes(struct ctx *ctx, int64_t id, const struct changes *changes, int version)
{
	enum status st = OK;

	if (changes->n_put > 0)
		st = db_exec(ctx, "draft_answer_put",
		    PARAMS(INT(id), TEXTS(changes->put_paths, changes->n_put),
			TEXTS(changes->put_values, changes->n_put), INT(version)));
	if (st == OK && changes->n_removed > 0)
		st = db_exec(ctx, "draft_answer_remove", PARAMS(INT(id), TEXTS(changes->removed, changes->n_removed)));
	return (st);
}

/*
 * What own work comes to follows from hours and rate as they stand after the save, whoever wrote them; a sum that was
 * written before hours were asked for stays until they are.
 */
static void
derive_own_work(struct changes *changes, const struct scheme *scheme, struct answers *stored)
{
	const struct scheme_field *costs = scheme_field_of_type(scheme, FIELD_COSTS);
	struct arena *arena = answers_arena(stored);

	if (costs == NULL || !own_work_asked(scheme, costs))
		return;
	for (size_t row = 0; row < field_row_limit(costs); row++) {
		const char *hours = arena_printf(arena, "%s.%zu.hours", costs->id, row);
		const char *rate = arena_printf(arena, "%s.%zu.rate", costs->id, row);
		const char *own = arena_printf(arena, "%s.%zu.own", costs->id, row), *sum;

		if (!answers_has(stored, hours) && !answers_has(stored, rate))
			continue;
		sum = own_work_sum(arena, answers_get(stored, hours), answers_get(stored, rate));
		if (strcmp(sum, answers_get(stored, own)) == 0)
			continue;
		if (*sum == '\0')
			changes->removed[changes->n_removed++] = own;
		else
			put(changes, own, sum);
		answers_set(stored, own, sum);
	}
}

/* What is worked out from the answers as they now stand, saved beside them. */
static enum status
save_calculated(struct ctx *ctx, int64_t id, const struct scheme *scheme, struct answers *stored,
    const struct application_facts *facts, int version)
{
	const char **changed;
	size_t n = calculated_fill(&changed, stored, scheme, facts);
	struct changes changes = changes_new(ctx->arena, n);

	for (size_t i = 0; i < n; i++)
		if (*answers_get(stored, changed[i]) == '\0')
			changes.removed[changes.n_removed++] = changed[i];
		else
			put(&changes, changed[i], answers_get(stored, changed[i]));
	return (write_changes(ctx, id, &changes, version));
}

/* The answers as they stand after the save; what was in conflict stays theirs. */
static void
apply(struct answers *stored, const struct changes *changes)
{
	for (size_t i = 0; i < changes->n_put; i++)
		answers_set(stored, changes->put_paths[i], changes->put_values[i]);
	for (size_t i = 0; i < changes->n_removed; i++)
		answers_set(stored, changes->removed[i], "");
}

static enum status
draft_take(int *version, struct ctx *ctx, int64_t id, const char *title)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "draft_touch", PARAMS(INT(id), TEXT(title)))) != OK)
		return (st == ERR_NOT_FOUND ? ERR_CONFLICT : st);
	*version = (int)rows_int(rows, 0, "version");
	return (OK);
}

static const char *
posted_title(const struct application *application, const char *fields, const struct answers *posted)
{
	const char *title = scheme_field_of_role(application->scheme, FIELD_ROLE_TITLE)->id;

	return (shown(application->scheme, fields, title) ? answers_get(posted, title) : NULL);
}

enum status
application_save(struct save_result *result, struct ctx *ctx, const struct application *application,
    const struct scheme_section *section, const char *fields, struct answers *posted, int seen_version)
{
	const struct scheme *scheme = application->scheme;
	struct application_facts facts;
	struct application_file *files;
	struct answers *stored;
	struct changes changes;
	size_t n_files;
	enum status st;

	answers_normalise(posted, scheme);
	*result = (struct save_result){ .messages = messages_new(ctx->arena) };
	if ((st = application_files(&files, &n_files, ctx, application->id)) != OK ||
	    (st = application_facts(&facts, ctx, application, files, n_files)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	if ((st = draft_take(&result->version, ctx, application->id, posted_title(application, fields, posted))) !=
		OK ||
	    (st = draft_db_answers(&stored, ctx, application->id)) != OK)
		return (db_rollback(ctx, st));
	changes = changes_new(ctx->arena, answers_count(stored) + answers_count(posted) + ANSWERS_MAX_ROWS);
	result->conflicts = arena_array(ctx->arena, answers_count(stored), sizeof(*result->conflicts));
	merge_stored(&changes, result, scheme, fields, stored, posted, seen_version);
	merge_new(&changes, result, scheme, fields, stored, posted);
	apply(stored, &changes);
	derive_own_work(&changes, scheme, stored);
	result->answers = stored;
	if ((st = write_changes(ctx, application->id, &changes, result->version)) != OK ||
	    (st = save_calculated(ctx, application->id, scheme, stored, &facts, result->version)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	for (size_t i = 0; i < scheme->n_sections; i++)
		if (section == NULL || section == &scheme->sections[i])
			validation_run(&result->messages, scheme, stored, &facts, &scheme->sections[i], ctx->lang);
	return (OK);
}

/* Says what is wrong with a file, or NULL. */
static const char *
file_complaint(struct ctx *ctx, const struct scheme_field *field, enum status kind_found, enum attachment_kind kind,
    size_t len, size_t n_files, size_t n_here)
{
	size_t max_mb = field->max_mb > 0 ? (size_t)field->max_mb : 10;

	if (len == 0)
		return (tr(ctx->lang, "Filen er tom. Velg filen på nytt, eller velg en annen fil."));
	if (len > max_mb * 1024 * 1024)
		return (tr_printf(ctx->arena, ctx->lang,
		    "Filen er for stor. Den kan være på høyst %d MB. Lagre den mindre, eller del den opp.",
		    (int)max_mb));
	if (kind_found != OK || (field->kinds != 0 && (field->kinds & kind) == 0))
		return (tr(
		    ctx->lang, "Denne typen fil kan vi ikke ta imot her. Lagre den som PDF, og last den opp på nytt."));
	if (field->max_files > 0 && n_here >= (size_t)field->max_files)
		return (tr_printf(ctx->arena, ctx->lang,
		    "Her er plassen full: høyst %d per spørsmål. Fjern en fil først.", field->max_files));
	if (n_files >= MAX_FILES)
		return (tr_printf(ctx->arena, ctx->lang, "Du kan ha høyst %d filer. Fjern en fil først.", MAX_FILES));
	return (NULL);
}

/* A file on its way in: what it is, and whether it may. */
struct incoming {
	const struct scheme_field *field;
	const char *name, *media_type, *sha256;
	enum attachment_kind kind;
	const void *bytes;
	size_t len;
};

static enum status
receive(struct incoming *in, const char **message, struct ctx *ctx, const struct application *application)
{
	struct application_file *files;
	enum status st, found = file_kind_of(&in->kind, &in->media_type, in->bytes, in->len);
	size_t n_files, n_here = 0;

	if ((st = application_files(&files, &n_files, ctx, application->id)) != OK)
		return (st);
	for (size_t i = 0; i < n_files; i++)
		n_here += strcmp(files[i].field, in->field->id) == 0 && !files[i].beside;
	if ((*message = file_complaint(ctx, in->field, found, in->kind, in->len, n_files, n_here)) != NULL)
		return (ERR_INVALID);
	in->name = file_name_clean(ctx->arena, in->name, in->media_type);
	in->sha256 = crypto_sha256(ctx->arena, in->bytes, in->len);
	return (OK);
}

static enum status
keep(struct ctx *ctx, const char *query, int64_t id, const struct incoming *in)
{
	return (db_change(ctx, query,
	    PARAMS(INT(id), TEXT(in->field->id), TEXT(in->name), TEXT(attachment_kind_code(in->kind)),
		TEXT(in->media_type), INT((int64_t)in->len), TEXT(in->sha256), BYTES(in->bytes, in->len))));
}

enum status
application_attach(const char **message, struct ctx *ctx, const struct application *application,
    const struct scheme_field *field, const char *file_name, const void *bytes, size_t len)
{
	struct incoming in = {
		.field = field, .name = file_name, .media_type = "", .kind = ATTACH_PDF, .bytes = bytes, .len = len
	};
	enum status st;
	int version;

	if ((st = receive(&in, message, ctx, application)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	if ((st = draft_take(&version, ctx, application->id, NULL)) != OK ||
	    (st = keep(ctx, "attachment_add", application->id, &in)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
application_attach_later(const char **message, struct ctx *ctx, const struct application *application,
    const struct scheme_field *field, const char *file_name, const void *bytes, size_t len)
{
	struct incoming in = {
		.field = field, .name = file_name, .media_type = "", .kind = ATTACH_PDF, .bytes = bytes, .len = len
	};
	const char *names[] = { "field", "file", "sha256" }, *values[3];
	enum status st;

	if ((st = receive(&in, message, ctx, application)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	values[0] = field->id;
	values[1] = in.name;
	values[2] = in.sha256;
	if ((st = keep(ctx, "attachment_add_later", application->id, &in)) != OK ||
	    (st = event_db_add(NULL, ctx, application->id, "attachment", names, values, 3)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
application_detach(struct ctx *ctx, int64_t id, int64_t attachment_id)
{
	enum status st;
	int version;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = draft_take(&version, ctx, id, NULL)) != OK ||
	    (st = db_exec(ctx, "attachment_remove", PARAMS(INT(id), INT(attachment_id)))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
application_file(struct application_file *out, const void **bytes, struct ctx *ctx, int64_t id, int64_t attachment_id)
{
	struct rows *rows;
	enum status st;
	size_t len;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "attachment_get", PARAMS(INT(id), INT(attachment_id)))) != OK)
		return (db_rollback(ctx, st));
	*bytes = rows_bytes(&len, rows, 0, "bytes");
	*out = (struct application_file){
		.id = attachment_id,
		.file_name = rows_text(rows, 0, "file_name"),
		.media_type = rows_text(rows, 0, "media_type"),
		.size = (int64_t)len,
	};
	return (db_commit(ctx));
}

enum status
application_delete_draft(struct ctx *ctx, int64_t id)
{
	struct application application;
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	/* What is not theirs is not there; what is sent is in conflict with the wish. */
	if ((st = application_db_get(&application, ctx, id)) != OK ||
	    (st = db_change(ctx, "draft_delete", PARAMS(INT(id)))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}
