/* scheme_draft_flow.c — begins, changes and ends drafts of schemes; each change is a step that stays. */
#include "flow/scheme_draft_flow.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/text.h"
#include "db/db.h"
#include "scheme/document_path.h"
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

static enum status
parse(struct xml_doc **doc, struct ctx *ctx, const char *document, size_t len)
{
	struct xml_error error;

	return (xml_read(doc, &error, ctx->arena, SCHEME_NS, "", document, len));
}

/* What the lists and the unique index go by. */
struct naming {
	const char *scheme_id, *nb, *nn;
};

static struct naming
naming_of(struct arena *arena, const struct xml_doc *doc, const char *otherwise)
{
	static const struct vocabulary_attribute as_id = { .name = "id", .type = VOCABULARY_SCHEME_ID };
	const char *id = xml_attribute(doc->root, "id");

	return ((struct naming){ id != NULL && vocabulary_value_ok(&as_id, id) ? id : otherwise,
	    document_value(arena, doc, "title=nb"), document_value(arena, doc, "title=nn") });
}

/* ------------------------------------------------------------------------------------------ beginning */

static enum status
add_step(struct ctx *ctx, int64_t id, int version, const char *document, const char *what)
{
	return (db_exec(ctx, "scheme_draft_step_add",
	    PARAMS(INT(id), INT(version), TEXT(document), TEXT(what), INSTANT(ctx->now))));
}

static enum status
draft_add(int64_t *id, struct ctx *ctx, const struct naming *naming, const char *unit, const char *base_hash,
    const char *document)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "scheme_draft_add",
		 PARAMS(TEXT(naming->scheme_id), TEXT(unit), TEXT(base_hash), TEXT(document), TEXT(naming->nb),
		     TEXT(naming->nn), INSTANT(ctx->now)))) != OK)
		return (st);
	*id = rows_int(rows, 0, "draft_id");
	return (add_step(ctx, *id, (int)rows_int(rows, 0, "version"), document, "begun"));
}

/* An id that no scheme and no draft has. */
static enum status
free_id(const char **out, struct ctx *ctx, const char *title)
{
	const char **taken = arena_array(ctx->arena, 100, sizeof(*taken));
	struct rows *rows;
	enum status st;

	for (size_t n = 0; n < 100; n++) {
		*out = document_id(ctx->arena, title, taken, n);
		if (strlen(*out) < 3)
			*out = arena_printf(ctx->arena, "ordning-%s", *out);
		if ((st = db_one(&rows, ctx, "scheme_id_taken", PARAMS(TEXT(*out)))) != OK)
			return (st);
		if (!rows_bool(rows, 0, "taken"))
			return (OK);
		taken[n] = *out;
	}
	return (ERR_CONFLICT);
}

/* The document under its new name, without what was said of where the old one came from. */
static enum status
named_anew(const char **out, struct ctx *ctx, const struct scheme_beginning *beginning, const char *scheme_id)
{
	struct document_set sets[] = { { "@id", scheme_id }, { "@unit", beginning->unit }, { "@status", "active" },
		{ "@source", "" }, { "title=nb", beginning->title.in[LANG_NB] },
		{ "title=nn", beginning->title.in[LANG_NN] }, { "title=en", "" }, { "short-title=nb", "" },
		{ "short-title=nn", "" }, { "short-title=en", "" } };
	struct document_edit edit;
	struct xml_doc *doc;
	enum status st;

	if ((st = parse(&doc, ctx, beginning->document, beginning->len)) != OK ||
	    (st = document_edit_sets(
		 &edit, ctx->arena, &scheme_vocabulary, doc, sets, sizeof(sets) / sizeof(sets[0]))) != OK)
		return (st);
	*out = edit.text;
	return (OK);
}

static enum status
begin(int64_t *id, struct ctx *ctx, const struct scheme_beginning *beginning)
{
	struct naming naming = { .nb = beginning->title.in[LANG_NB], .nn = beginning->title.in[LANG_NN] };
	const char *document;
	enum status st;

	if ((st = free_id(&naming.scheme_id, ctx, naming.nb)) != OK ||
	    (st = named_anew(&document, ctx, beginning, naming.scheme_id)) != OK)
		return (st);
	return (draft_add(id, ctx, &naming, beginning->unit, "", document));
}

enum status
scheme_draft_begin(int64_t *id, struct ctx *ctx, const struct scheme_beginning *beginning)
{
	enum status st;

	if (text_blank(beginning->title.in[LANG_NB]) || text_blank(beginning->title.in[LANG_NN]))
		return (ERR_INVALID);
	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = begin(id, ctx, beginning)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static enum status
draft_of(int64_t *id, struct ctx *ctx, const char *scheme_id)
{
	struct naming naming = { .scheme_id = scheme_id };
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "scheme_draft_of", PARAMS(TEXT(scheme_id)))) != OK)
		return (st);
	if (rows_count(rows) > 0) {
		*id = rows_int(rows, 0, "draft_id");
		return (OK);
	}
	if ((st = db_one(&rows, ctx, "scheme_owned_unit", PARAMS(TEXT(scheme_id)))) != OK)
		return (st);
	naming.nb = rows_text(rows, 0, "title_nb");
	naming.nn = rows_text(rows, 0, "title_nn");
	return (draft_add(id, ctx, &naming, rows_text(rows, 0, "code"), rows_text(rows, 0, "version_hash"),
	    rows_text(rows, 0, "document")));
}

enum status
scheme_draft_of(int64_t *id, struct ctx *ctx, const char *scheme_id)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = draft_of(id, ctx, scheme_id)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

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
	return (parse(doc, ctx, draft->document, draft->len));
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
	if ((st = parse(&doc, ctx, document, len)) != OK)
		return (st);
	naming = naming_of(ctx->arena, doc, draft->scheme_id);
	if (draft->published)
		naming.scheme_id = draft->scheme_id;
	if ((st = db_run(&rows, ctx, "scheme_draft_write",
		 PARAMS(INT(draft->id), INT(draft->version), TEXT(document), TEXT(naming.scheme_id), TEXT(naming.nb),
		     TEXT(naming.nn), INSTANT(ctx->now)))) != OK)
		return (st);
	if (rows_count(rows) == 0)
		return (ERR_CONFLICT);
	*version = (int)rows_int(rows, 0, "version");
	return (add_step(ctx, draft->id, *version, document, what));
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
	if ((st = parse(&base, ctx, text, strlen(text))) != OK)
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
	document_edit_merge(kept, &n_kept, out->conflicts, &out->n_conflicts, ctx->arena, base, doc, sets, n);
	return (document_edit_sets(edit, ctx->arena, &scheme_vocabulary, doc, kept, n_kept));
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

	if ((st = parse(&doc, ctx, draft->document, draft->len)) != OK || (st = db_begin_read(ctx)) != OK)
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
step_take(struct document_edit *edit, const char **word, struct ctx *ctx, const struct xml_doc *doc,
    const struct scheme_draft_step *step)
{
	static const char *const words[] = { "remove", "up", "down", "send", "rename" };
	static const enum document_move moves[] = { DOCUMENT_REMOVE, DOCUMENT_UP, DOCUMENT_DOWN };

	*word = words[step->kind];
	switch (step->kind) {
	case DRAFT_SEND:
		return (document_edit_send(edit, ctx->arena, &scheme_vocabulary, doc, step->path, step->to));
	case DRAFT_RENAME:
		return (document_edit_rename(edit, ctx->arena, &scheme_vocabulary, doc, step->path, step->to));
	default:
		return (document_edit_move(edit, ctx->arena, &scheme_vocabulary, doc, step->path, moves[step->kind]));
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
	if ((st = step_take(&edit, &word, ctx, doc, step)) != OK)
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
	const char *id;

	*line = 0;
	if (strlen(document) > SCHEME_MAX_BYTES) {
		*message = tr(ctx->lang, "Dokumentet er større enn 1 MB. Ta bort noe.");
		return (ERR_INVALID);
	}
	if (xml_read(&doc, &error, ctx->arena, SCHEME_NS, "", document, strlen(document)) != OK) {
		*line = error.line;
		*message = tr_printf(ctx->arena, ctx->lang, "Dokumentet er ikke gyldig XML: %s", error.message);
		return (ERR_INVALID);
	}
	if (!xml_is(doc->root, VOCABULARY_ROOT)) {
		*line = doc->root->line;
		*message = tr(ctx->lang, "Det ytterste elementet må være scheme.");
		return (ERR_INVALID);
	}
	id = xml_attribute(doc->root, "id");
	if (draft->published && (id == NULL || strcmp(id, draft->scheme_id) != 0)) {
		*line = doc->root->line;
		*message = tr_printf(
		    ctx->arena, ctx->lang, "Ordningen er publisert og må fortsatt hete id=\"%s\".", draft->scheme_id);
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
