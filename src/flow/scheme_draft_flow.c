/* scheme_draft_flow.c — begins, changes and ends drafts of schemes; each change is a step that stays. */
#include "flow/scheme_draft_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "db/db.h"
#include "flow/scheme_draft_parts.h"
#include "scheme/document_path.h"
#include "scheme/document_read.h"
#include "scheme/scheme_compile.h"

#define WHAT_MOST 2000

/* ------------------------------------------------------------------------------------------ reading */

static struct scheme_draft
draft_row(const struct rows *rows, int i)
{
	const char *state = rows_text(rows, i, "state");

	return ((struct scheme_draft){ .id = rows_int(rows, i, "draft_id"),
	    .scheme_id = rows_text(rows, i, "scheme_id"),
	    .open = strcmp(state, "open") == 0,
	    .proposed = strcmp(state, "proposed") == 0,
	    .title = rows_lang(rows, i, "title"),
	    .changed_at = rows_instant(rows, i, "changed_at"),
	    .changed_by = rows_text(rows, i, "changed_by_name") });
}

/* Inside a transaction. */
static enum status
draft_read(struct scheme_draft *out, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "scheme_draft_get", PARAMS(INT(id)))) != OK)
		return (st);
	*out = draft_row(rows, 0);
	out->proposal_id = rows_int(rows, 0, "proposal_id");
	out->unit = rows_text(rows, 0, "unit");
	out->base_hash = rows_text(rows, 0, "base_hash");
	out->document = rows_text(rows, 0, "document");
	out->len = strlen(out->document);
	out->version = (int)rows_int(rows, 0, "version");
	out->published = rows_bool(rows, 0, "published");
	out->calls = strcmp(rows_text(rows, 0, "kind"), "calls") == 0;
	out->created_at = rows_instant(rows, 0, "created_at");
	out->changed_by_id = rows_int(rows, 0, "changed_by");
	return (OK);
}

enum status
scheme_draft_get(struct scheme_draft *out, struct ctx *ctx, int64_t id)
{
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = draft_read(out, ctx, id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static struct scheme_work
work_row(const struct rows *rows, int i)
{
	return ((struct scheme_work){ .scheme_id = rows_text(rows, i, "scheme_id"),
	    .status = rows_text(rows, i, "status"),
	    .number = (int)rows_int(rows, i, "number"),
	    .published_at = rows_instant(rows, i, "published_at"),
	    .title = rows_lang(rows, i, "title"),
	    .unit = rows_lang(rows, i, "unit"),
	    .draft_id = rows_int(rows, i, "draft_id"),
	    .calls_draft_id = rows_int(rows, i, "calls_draft_id"),
	    .proposal_id = rows_int(rows, i, "proposal_id"),
	    .proposed = strcmp(rows_text(rows, i, "draft_state"), "proposed") == 0,
	    .changed_at = rows_instant(rows, i, "changed_at"),
	    .open_calls = rows_int(rows, i, "open_calls") });
}

enum status
scheme_work_list(struct scheme_work **out, size_t *n, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "scheme_work_list", PARAMS(INSTANT(ctx->now)))) != OK)
		return (db_rollback(ctx, st));
	*out = arena_array(ctx->arena, (size_t)rows_count(rows) + 1, sizeof(**out));
	*n = 0;
	ROWS_EACH(i, rows)
		(*out)[(*n)++] = work_row(rows, i);
	return (db_commit(ctx));
}

enum status
scheme_draft_new_list(struct scheme_draft **out, size_t *n, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "scheme_draft_new_list", PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	*out = arena_array(ctx->arena, (size_t)rows_count(rows) + 1, sizeof(**out));
	*n = 0;
	ROWS_EACH(i, rows)
		(*out)[(*n)++] = draft_row(rows, i);
	return (db_commit(ctx));
}

enum status
scheme_own_unit(const char **out, struct ctx *ctx)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "scheme_own_unit", PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	*out = rows_count(rows) == 0 ? "" : rows_text(rows, 0, "code");
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ what a document is called
 */

const struct vocabulary *
scheme_draft_vocabulary(const struct scheme_draft *draft)
{
	return (draft->calls ? &call_vocabulary : &scheme_vocabulary);
}

static enum status
parse(struct xml_doc **doc, struct ctx *ctx, const struct scheme_draft *draft, const char *document, size_t len)
{
	struct xml_error error;

	return (xml_read(doc, &error, ctx->arena, scheme_draft_vocabulary(draft)->ns, "", document, len));
}

static struct naming
naming_of(struct arena *arena, const struct xml_doc *doc, const struct scheme_draft *draft)
{
	static const struct vocabulary_attribute as_id = { .name = "id", .type = VOCABULARY_SCHEME_ID };
	const char *id = xml_attribute(doc->root, "id");

	/* Calls go by their scheme's name. */
	if (draft->calls)
		return ((struct naming){ draft->scheme_id, draft->title.in[LANG_NB], draft->title.in[LANG_NN] });
	return (
	    (struct naming){ !draft->published && id != NULL && vocabulary_value_ok(&as_id, id) ? id : draft->scheme_id,
		document_value(arena, doc, "title=nb"), document_value(arena, doc, "title=nn") });
}

/* ------------------------------------------------------------------------------------------ ending */

enum status
scheme_draft_discard(struct ctx *ctx, const struct scheme_draft *draft, int seen)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_change(ctx, "scheme_draft_discard", PARAMS(INT(draft->id), INT(seen), INSTANT(ctx->now)))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ changing */

/* The draft, which nobody else changes until the transaction ends, and its tree. */
static enum status
take(struct scheme_draft *draft, struct xml_doc **doc, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "scheme_draft_lock", PARAMS(INT(id)))) != OK ||
	    (st = draft_read(draft, ctx, id)) != OK)
		return (st);
	if (!draft->open)
		return (ERR_CONFLICT);
	return (parse(doc, ctx, draft, draft->document, draft->len));
}

static enum status
put(int *version, struct ctx *ctx, const struct scheme_draft *draft, const char *document, size_t len, const char *what)
{
	struct naming naming;
	struct xml_doc *doc;
	struct rows *rows;
	enum status st;

	if (len > SCHEME_MAX_BYTES)
		return (ERR_TOO_LARGE);
	if ((st = parse(&doc, ctx, draft, document, len)) != OK)
		return (st);
	naming = naming_of(ctx->arena, doc, draft);
	if ((st = db_run(&rows, ctx, "scheme_draft_write",
		 PARAMS(INT(draft->id), INT(draft->version), TEXT(document), TEXT(naming.scheme_id), TEXT(naming.nb),
		     TEXT(naming.nn), INSTANT(ctx->now)))) != OK)
		return (st);
	if (rows_count(rows) == 0)
		return (ERR_CONFLICT);
	*version = (int)rows_int(rows, 0, "version");
	return (scheme_draft_step_add(ctx, draft->id, *version, document, what));
}

/* "edit title=nb amount/max@nok": as many names as there is room for. */
static const char *
what_changed(struct arena *arena, const struct document_edit *edit)
{
	struct buf out = buf_new(arena);

	buf_puts(&out, "edit");
	for (size_t i = 0; i < edit->n_changed && out.len + strlen(edit->changed[i]) + 1 < WHAT_MOST; i++)
		buf_printf(&out, " %s", edit->changed[i]);
	return (arena_strdup(arena, buf_text(&out)));
}

/* The tree the form was made of: the current one, or an earlier step. */
static enum status
seen_doc(
    const struct xml_doc **out, struct ctx *ctx, const struct scheme_draft *draft, struct xml_doc *current, int seen)
{
	struct xml_doc *base;
	struct rows *rows;
	const char *text;
	enum status st;

	*out = current;
	if (seen == draft->version)
		return (OK);
	if ((st = db_run(&rows, ctx, "scheme_draft_step_get", PARAMS(INT(draft->id), INT(seen)))) != OK)
		return (st);
	/* A version there never was: everything that differs is then the other's. */
	if (rows_count(rows) == 0)
		return (OK);
	text = rows_text(rows, 0, "document");
	if ((st = parse(&base, ctx, draft, text, strlen(text))) != OK)
		return (st);
	*out = base;
	return (OK);
}

/* Inside a transaction: the sets that change something, and the document with them. */
static enum status
edited(struct document_edit *edit, struct scheme_draft_saved *out, struct ctx *ctx, const struct scheme_draft *draft,
    struct xml_doc *doc, int seen, const struct document_set *sets, size_t n)
{
	struct document_set *kept = arena_array(ctx->arena, n + 1, sizeof(*kept));
	const struct xml_doc *base;
	size_t n_kept;
	enum status st;

	if ((st = seen_doc(&base, ctx, draft, doc, seen)) != OK)
		return (st);
	*out = (struct scheme_draft_saved){ .version = draft->version,
		.conflicts = arena_array(ctx->arena, n + 1, sizeof(*out->conflicts)) };
	document_edit_merge(kept, &n_kept, out->conflicts, &out->n_conflicts, ctx->arena,
	    scheme_draft_vocabulary(draft), base, doc, sets, n);
	return (document_edit_sets(edit, ctx->arena, scheme_draft_vocabulary(draft), doc, kept, n_kept));
}

static enum status
save(struct scheme_draft_saved *out, struct ctx *ctx, int64_t id, int seen, const struct document_set *sets, size_t n)
{
	struct scheme_draft draft;
	struct document_edit edit;
	struct xml_doc *doc;
	enum status st;

	if ((st = take(&draft, &doc, ctx, id)) != OK ||
	    (st = edited(&edit, out, ctx, &draft, doc, seen, sets, n)) != OK)
		return (st);
	if (edit.n_changed == 0)
		return (OK);
	out->changed = true;
	return (put(&out->version, ctx, &draft, edit.text, edit.len, what_changed(ctx->arena, &edit)));
}

enum status
scheme_draft_try(const char **document, size_t *len, struct ctx *ctx, const struct scheme_draft *draft, int seen,
    const struct document_set *sets, size_t n)
{
	struct scheme_draft_saved saved;
	struct document_edit edit;
	struct xml_doc *doc;
	enum status st;

	if ((st = parse(&doc, ctx, draft, draft->document, draft->len)) != OK || (st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = edited(&edit, &saved, ctx, draft, doc, seen, sets, n)) != OK)
		return (db_rollback(ctx, st));
	*document = edit.text;
	*len = edit.len;
	return (db_commit(ctx));
}

enum status
scheme_draft_save(
    struct scheme_draft_saved *out, struct ctx *ctx, int64_t id, int seen, const struct document_set *sets, size_t n)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = save(out, ctx, id, seen, sets, n)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static enum status
step_take(struct document_edit *edit, const char **word, struct ctx *ctx, const struct scheme_draft *draft,
    const struct xml_doc *doc, const struct scheme_draft_step *step)
{
	const struct vocabulary *vocabulary = scheme_draft_vocabulary(draft);
	static const char *const words[] = { "remove", "up", "down", "send", "rename" };
	static const enum document_move moves[] = { DOCUMENT_REMOVE, DOCUMENT_UP, DOCUMENT_DOWN };

	*word = words[step->kind];
	switch (step->kind) {
	case DRAFT_SEND:
		return (document_edit_send(edit, ctx->arena, vocabulary, doc, step->path, step->to));
	case DRAFT_RENAME:
		return (document_edit_rename(edit, ctx->arena, vocabulary, doc, step->path, step->to));
	default:
		return (document_edit_move(edit, ctx->arena, vocabulary, doc, step->path, moves[step->kind]));
	}
}

static enum status
move(struct scheme_draft_saved *out, struct ctx *ctx, int64_t id, int seen, const struct scheme_draft_step *step)
{
	struct document_edit edit;
	struct scheme_draft draft;
	struct xml_doc *doc;
	const char *word;
	enum status st;

	if ((st = take(&draft, &doc, ctx, id)) != OK)
		return (st);
	/* A place in a list may be another's by now; a name is not. */
	if (seen != draft.version && strchr(step->path, '.') != NULL)
		return (ERR_CONFLICT);
	if ((st = step_take(&edit, &word, ctx, &draft, doc, step)) != OK)
		return (st);
	*out = (struct scheme_draft_saved){ .changed = true };
	return (
	    put(&out->version, ctx, &draft, edit.text, edit.len, arena_printf(ctx->arena, "%s %s", word, step->path)));
}

enum status
scheme_draft_move(
    struct scheme_draft_saved *out, struct ctx *ctx, int64_t id, int seen, const struct scheme_draft_step *step)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = move(out, ctx, id, seen, step)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ another text */

/* What can't be a draft at all; what is only wrong can. */
static enum status
readable(const char **message, int *line, struct ctx *ctx, const struct scheme_draft *draft, const char *document)
{
	struct xml_error error = { 0 };
	struct xml_doc *doc;
	const struct vocabulary *vocabulary = scheme_draft_vocabulary(draft);
	const char *name = draft->calls ? "scheme" : "id", *id;

	*line = 0;
	if (strlen(document) > SCHEME_MAX_BYTES) {
		*message = tr(ctx->lang, "Dokumentet er større enn 1 MB. Ta bort noe.");
		return (ERR_INVALID);
	}
	if (xml_read(&doc, &error, ctx->arena, vocabulary->ns, "", document, strlen(document)) != OK) {
		*line = error.line;
		*message = tr_printf(ctx->arena, ctx->lang, "Dokumentet er ikke gyldig XML: %s.",
		    document_error_text(ctx->arena, ctx->lang, &error, vocabulary->ns));
		return (ERR_INVALID);
	}
	if (!xml_is(doc->root, vocabulary->roots[0])) {
		*line = doc->root->line;
		*message = tr_printf(ctx->arena, ctx->lang, "Det ytterste elementet må være %s.", vocabulary->roots[0]);
		return (ERR_INVALID);
	}
	id = xml_attribute(doc->root, name);
	if (draft->published && (id == NULL || strcmp(id, draft->scheme_id) != 0)) {
		*line = doc->root->line;
		*message = tr_printf(ctx->arena, ctx->lang, "Ordningen er publisert og må fortsatt hete %s=\"%s\".",
		    name, draft->scheme_id);
		return (ERR_INVALID);
	}
	return (OK);
}

static enum status
replace(struct ctx *ctx, int64_t id, int seen, const char *document, const char *what)
{
	struct scheme_draft draft;
	struct xml_doc *doc;
	enum status st;
	int version;

	if ((st = take(&draft, &doc, ctx, id)) != OK)
		return (st);
	if (seen != draft.version)
		return (ERR_CONFLICT);
	if (strcmp(draft.document, document) == 0)
		return (OK);
	return (put(&version, ctx, &draft, document, strlen(document), what));
}

enum status
scheme_draft_replace(const char **message, int *line, struct ctx *ctx, const struct scheme_draft *draft, int seen,
    const char *document, const char *what)
{
	enum status st;

	if ((st = readable(message, line, ctx, draft, document)) != OK || (st = db_begin(ctx)) != OK)
		return (st);
	if ((st = replace(ctx, draft->id, seen, document, what)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

/* ------------------------------------------------------------------------------------------ what it has been */

enum status
scheme_draft_states(struct scheme_draft_state **out, size_t *n, struct ctx *ctx, int64_t id)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, "scheme_draft_steps", PARAMS(INT(id)))) != OK)
		return (db_rollback(ctx, st));
	*out = arena_array(ctx->arena, (size_t)rows_count(rows) + 1, sizeof(**out));
	*n = 0;
	ROWS_EACH(i, rows)
		(*out)[(*n)++] = (struct scheme_draft_state){ .version = (int)rows_int(rows, i, "version"),
			.what = rows_text(rows, i, "what"),
			.changed_by = rows_text(rows, i, "changed_by"),
			.changed_at = rows_instant(rows, i, "changed_at") };
	return (db_commit(ctx));
}

enum status
scheme_draft_document_at(const char **out, struct ctx *ctx, int64_t id, int version)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "scheme_draft_step_get", PARAMS(INT(id), INT(version)))) != OK)
		return (db_rollback(ctx, st));
	*out = rows_text(rows, 0, "document");
	return (db_commit(ctx));
}
