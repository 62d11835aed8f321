/* scheme_draft_begin.c — begins drafts of schemes: from a template, a copy, or what is in force. */
#include <string.h>

#include "core/text.h"
#include "db/db.h"
#include "flow/scheme_draft_flow.h"
#include "flow/scheme_draft_parts.h"
#include "scheme/scheme_compile.h"

enum status
scheme_draft_step_add(struct ctx *ctx, int64_t id, int version, const char *document, const char *what)
{
	return (db_exec(ctx, "scheme_draft_step_add",
	    PARAMS(INT(id), INT(version), TEXT(document), TEXT(what), INSTANT(ctx->now))));
}

enum status
scheme_draft_add(int64_t *id, struct ctx *ctx, const struct naming *naming, const char *unit, const char *base_hash,
    const char *document, const char *kind)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "scheme_draft_add",
		 PARAMS(TEXT(naming->scheme_id), TEXT(unit), TEXT(base_hash), TEXT(document), TEXT(naming->nb),
		     TEXT(naming->nn), INSTANT(ctx->now), TEXT(kind)))) != OK)
		return (st);
	*id = rows_int(rows, 0, "draft_id");
	return (scheme_draft_step_add(ctx, *id, (int)rows_int(rows, 0, "version"), document, "begun"));
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

/* Versions of schemes that extend others were written by a machine, on one line. */
static enum status
laid_out(const char **out, struct ctx *ctx, const char *document)
{
	struct xml_error error;
	struct xml_doc *doc;
	enum status st;
	size_t len;

	if ((st = xml_read(&doc, &error, ctx->arena, SCHEME_NS, "", document, strlen(document))) != OK)
		return (st);
	*out = document_laid_out(&len, ctx->arena, doc);
	return (OK);
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
	struct xml_error error;
	struct xml_doc *doc;
	enum status st;

	if ((st = xml_read(&doc, &error, ctx->arena, SCHEME_NS, "", beginning->document, beginning->len)) != OK ||
	    (st = document_edit_sets(
		 &edit, ctx->arena, &scheme_vocabulary, doc, sets, sizeof(sets) / sizeof(sets[0]))) != OK)
		return (st);
	return (laid_out(out, ctx, edit.text));
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
	return (scheme_draft_add(id, ctx, &naming, beginning->unit, "", document, "scheme"));
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
	const char *document;
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "scheme_draft_of", PARAMS(TEXT(scheme_id), TEXT("scheme")))) != OK)
		return (st);
	if (rows_count(rows) > 0) {
		*id = rows_int(rows, 0, "draft_id");
		return (OK);
	}
	if ((st = db_one(&rows, ctx, "scheme_owned_unit", PARAMS(TEXT(scheme_id)))) != OK)
		return (st);
	naming.nb = rows_text(rows, 0, "title_nb");
	naming.nn = rows_text(rows, 0, "title_nn");
	if ((st = laid_out(&document, ctx, rows_text(rows, 0, "document"))) != OK)
		return (st);
	return (scheme_draft_add(
	    id, ctx, &naming, rows_text(rows, 0, "code"), rows_text(rows, 0, "version_hash"), document, "scheme"));
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
