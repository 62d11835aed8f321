/* evaluation_flow.c — reading a year's figures, live or frozen, and publishing them. */
#include "flow/evaluation_flow.h"

#include <string.h>

#include "core/crypto.h"
#include "db/db.h"
#include "doc/doc_store.h"
#include "flow/county.h"
#include "flow/evaluation_document.h"
#include "flow/scheme_flow.h"

/* --- from JSON to structs: PostgreSQL reads it, live and frozen alike --------------------------------------------- */

static enum status
totals_read(struct evaluation_totals *out, struct ctx *ctx, const char *data, const char *which)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, "evaluation_totals", PARAMS(TEXT(data), TEXT(which)))) != OK)
		return (st);
	*out = (struct evaluation_totals){
		.received = rows_int(rows, 0, "received"),
		.dismissed = rows_int(rows, 0, "dismissed"),
		.granted = rows_int(rows, 0, "granted"),
		.partly_granted = rows_int(rows, 0, "partly_granted"),
		.rejected = rows_int(rows, 0, "rejected"),
		.withdrawn = rows_int(rows, 0, "withdrawn"),
		.pending = rows_int(rows, 0, "pending"),
		.applied = rows_money(rows, 0, "applied_ore"),
		.decided_applied = rows_money(rows, 0, "decided_applied_ore"),
		.awarded = rows_money(rows, 0, "awarded_ore"),
		.median = rows_money(rows, 0, "median_ore"),
		.mean = rows_money(rows, 0, "mean_ore"),
		.frame = rows_money(rows, 0, "frame_ore"),
		.median_days = rows_int(rows, 0, "median_days"),
		.integration = rows_int(rows, 0, "integration"),
		.integration_received = rows_int(rows, 0, "integration_received"),
		.integration_awarded = rows_money(rows, 0, "integration_ore"),
		.immigrant = rows_int(rows, 0, "immigrant"),
		.immigrant_granted = rows_int(rows, 0, "immigrant_granted"),
		.immigrant_awarded = rows_money(rows, 0, "immigrant_ore"),
	};
	return (OK);
}

static enum status
municipalities_read(struct evaluation *out, struct ctx *ctx, const char *data)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "evaluation_municipalities", PARAMS(TEXT(data)))) != OK)
		return (st);
	out->n_municipalities = (size_t)rows_count(rows);
	out->municipalities = arena_array(ctx->arena, out->n_municipalities, sizeof(*out->municipalities));
	ROWS_EACH(i, rows)
		out->municipalities[i] = (struct evaluation_municipality){
			.code = rows_text(rows, i, "code"),
			.name = rows_text(rows, i, "name"),
			.inhabitants = rows_int(rows, i, "inhabitants"),
			.applications = rows_int(rows, i, "applications"),
			.grants = rows_int(rows, i, "grants"),
			.awarded = rows_money(rows, i, "awarded_ore"),
			.last_awarded = rows_money(rows, i, "last_ore"),
		};
	return (OK);
}

static enum status
kinds_read(struct evaluation *out, struct ctx *ctx, const char *data)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "evaluation_kinds", PARAMS(TEXT(data)))) != OK)
		return (st);
	out->n_kinds = (size_t)rows_count(rows);
	out->kinds = arena_array(ctx->arena, out->n_kinds, sizeof(*out->kinds));
	ROWS_EACH(i, rows) {
		out->kinds[i] = (struct evaluation_kind){
			.received = rows_int(rows, i, "received"),
			.grants = rows_int(rows, i, "grants"),
			.last_grants = rows_int(rows, i, "last_grants"),
			.applied = rows_money(rows, i, "applied_ore"),
			.awarded = rows_money(rows, i, "awarded_ore"),
			.last_awarded = rows_money(rows, i, "last_ore"),
		};
		applicant_kind_parse(&out->kinds[i].kind, rows_text(rows, i, "kind"));
	}
	return (OK);
}

static enum status
goals_read(struct evaluation *out, struct ctx *ctx, const char *data)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "evaluation_goals", PARAMS(TEXT(data)))) != OK)
		return (st);
	out->n_goals = (size_t)rows_count(rows);
	out->goals = arena_array(ctx->arena, out->n_goals, sizeof(*out->goals));
	ROWS_EACH(i, rows)
		out->goals[i] = (struct evaluation_goal){
			.goal_id = rows_text(rows, i, "goal_id"),
			.projects = rows_int(rows, i, "projects"),
			.last_projects = rows_int(rows, i, "last_projects"),
			.promised = rows_text(rows, i, "promised"),
			.last_promised = rows_text(rows, i, "last_promised"),
		};
	return (OK);
}

static enum status
criteria_read(struct evaluation *out, struct ctx *ctx, const char *data)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "evaluation_criteria", PARAMS(TEXT(data)))) != OK)
		return (st);
	out->n_criteria = (size_t)rows_count(rows);
	out->criteria = arena_array(ctx->arena, out->n_criteria, sizeof(*out->criteria));
	ROWS_EACH(i, rows)
		out->criteria[i] = (struct evaluation_criterion){
			.criterion_id = rows_text(rows, i, "criterion_id"),
			.granted_mean = rows_text(rows, i, "granted_mean"),
			.rejected_mean = rows_text(rows, i, "rejected_mean"),
		};
	return (OK);
}

static enum status
grants_read(struct evaluation *out, struct ctx *ctx, const char *data)
{
	struct rows *rows;
	enum status st;

	if ((st = db_run(&rows, ctx, "evaluation_grants", PARAMS(TEXT(data)))) != OK)
		return (st);
	out->n_grants = (size_t)rows_count(rows);
	out->grants = arena_array(ctx->arena, out->n_grants, sizeof(*out->grants));
	ROWS_EACH(i, rows) {
		out->grants[i] = (struct evaluation_grant){
			.number = rows_text(rows, i, "number"),
			.organisation = rows_text(rows, i, "organisation"),
			.orgnr = rows_text(rows, i, "orgnr"),
			.title = rows_text(rows, i, "title"),
			.municipalities = rows_text(rows, i, "municipalities"),
			.n_municipalities = rows_int(rows, i, "n_municipalities"),
			.applied = rows_money(rows, i, "applied_ore"),
			.awarded = rows_money(rows, i, "awarded_ore"),
			.decided_on = rows_day(rows, i, "decided_on"),
			.integration = rows_bool(rows, i, "integration"),
		};
		applicant_kind_parse(&out->grants[i].kind, rows_text(rows, i, "kind"));
	}
	return (OK);
}

static enum status
figures_read(struct evaluation *out, struct ctx *ctx, const char *data)
{
	enum status st;

	if ((st = totals_read(&out->now, ctx, data, "totals")) != OK ||
	    (st = totals_read(&out->last, ctx, data, "last")) != OK ||
	    (st = municipalities_read(out, ctx, data)) != OK || (st = kinds_read(out, ctx, data)) != OK ||
	    (st = goals_read(out, ctx, data)) != OK || (st = criteria_read(out, ctx, data)) != OK)
		return (st);
	return (grants_read(out, ctx, data));
}

/* Inside a transaction: the row of a live or a published year, and its figures. */
static enum status
source_read(struct evaluation *out, struct evaluation_source *source, const char **version_hash, struct ctx *ctx,
    const char *scheme_id, bool published)
{
	struct rows *rows;
	enum status st;

	if ((st = db_one(&rows, ctx, published ? "evaluation_published" : "evaluation_live",
		 PARAMS(TEXT(scheme_id), INT(out->year)))) != OK)
		return (st);
	source->data = rows_text(rows, 0, "data");
	source->hash = crypto_sha256(ctx->arena, source->data, strlen(source->data));
	out->figures_at = published ? rows_instant(rows, 0, "figures_at") : ctx->now;
	out->published_at = published ? rows_instant(rows, 0, "published_at") : 0;
	out->inhabitants_on = rows_day(rows, 0, "inhabitants_on");
	*version_hash = rows_text(rows, 0, "version_hash");
	return (figures_read(out, ctx, source->data));
}

static enum status
evaluation_read(struct evaluation *out, struct evaluation_source *source, struct ctx *ctx, const char *scheme_id,
    int year, bool published)
{
	const char *version_hash;
	enum status st;

	*out = (struct evaluation){ .year = year };
	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = source_read(out, source, &version_hash, ctx, scheme_id, published)) != OK)
		return (db_rollback(ctx, st));
	if ((st = db_commit(ctx)) != OK)
		return (st);
	return (scheme_of(&out->scheme, ctx, version_hash));
}

enum status
evaluation_live(
    struct evaluation *out, struct evaluation_source *source, struct ctx *ctx, const char *scheme_id, int year)
{
	return (evaluation_read(out, source, ctx, scheme_id, year, false));
}

enum status
evaluation_published(struct evaluation *out, struct ctx *ctx, const char *scheme_id, int year)
{
	struct evaluation_source source;

	return (evaluation_read(out, &source, ctx, scheme_id, year, true));
}

/* --- documents ---------------------------------------------------------------------------------------------------- */

enum status
evaluation_pdf(struct buf *out, struct ctx *ctx, const struct evaluation *evaluation, enum lang lang)
{
	struct doc_meta meta = {
		.author = lang_pick(&ctx->county->name, lang),
		.made_at = evaluation->figures_at,
		.allow_uncovered = true,
	};
	struct doc_report report;
	struct doc_data *data;
	enum status st;

	if ((st = evaluation_document_data(&data, ctx, evaluation, lang)) != OK)
		return (st);
	return (doc_render(out, &report, ctx->arena, ctx->docs, "evaluation", data, lang, &meta));
}

enum status
evaluation_html(
    struct buf *out, struct ctx *ctx, const struct evaluation *evaluation, enum lang lang, int heading_offset)
{
	struct doc_report report;
	struct doc_data *data;
	enum status st;

	if ((st = evaluation_document_data(&data, ctx, evaluation, lang)) != OK)
		return (st);
	return (doc_render_html(out, &report, ctx->arena, ctx->docs, "evaluation", data, lang, heading_offset));
}

enum status
evaluation_published_pdf(const void **pdf, size_t *len, struct ctx *ctx, const char *scheme_id, int year)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_one(&rows, ctx, "evaluation_pdf", PARAMS(TEXT(scheme_id), INT(year)))) != OK)
		return (db_rollback(ctx, st));
	*pdf = rows_bytes(len, rows, 0, "pdf");
	return (db_commit(ctx));
}

/* --- publishing --------------------------------------------------------------------------------------------------- */

static enum status
put(struct ctx *ctx, const char *scheme_id, const struct evaluation *evaluation, const struct evaluation_source *source,
    const struct buf *pdf)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = db_change(ctx, "evaluation_publish",
		 PARAMS(TEXT(scheme_id), INT(evaluation->year), INSTANT(evaluation->figures_at), TEXT(source->data),
		     BYTES(pdf->data, pdf->len), TEXT(crypto_sha256(ctx->arena, pdf->data, pdf->len)),
		     INSTANT(ctx->now)))) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

enum status
evaluation_publish(struct ctx *ctx, const char *scheme_id, int year, const char *seen)
{
	struct buf pdf = buf_new(ctx->arena);
	struct evaluation_source source;
	struct evaluation evaluation;
	enum status st;

	if (ctx->role != ROLE_LEADER)
		return (ERR_FORBIDDEN);
	if ((st = evaluation_live(&evaluation, &source, ctx, scheme_id, year)) != OK)
		return (st);
	if (evaluation_told(&evaluation.now) == 0 || (seen != NULL && strcmp(seen, source.hash) != 0))
		return (ERR_CONFLICT);
	if ((st = evaluation_pdf(&pdf, ctx, &evaluation, LANG_NB)) != OK)
		return (st);
	return (put(ctx, scheme_id, &evaluation, &source, &pdf));
}

static enum status
rows_of(struct evaluation_row **out, size_t *n, struct ctx *ctx, const char *query, bool published)
{
	struct rows *rows;
	enum status st;

	if ((st = db_begin_read(ctx)) != OK)
		return (st);
	if ((st = db_run(&rows, ctx, query, PARAMS(NONE))) != OK)
		return (db_rollback(ctx, st));
	*n = (size_t)rows_count(rows);
	*out = arena_array(ctx->arena, *n, sizeof(**out));
	ROWS_EACH(i, rows) {
		struct evaluation_row *row = &(*out)[i];
		struct lang_text title = rows_lang(rows, i, "title");

		row->scheme_id = rows_text(rows, i, "scheme_id");
		row->title = lang_pick(&title, ctx->lang);
		row->year = (int)rows_int(rows, i, "year");
		area_parse(&row->area, rows_text(rows, i, "field"));
		row->published_at = published ? rows_instant(rows, i, "published_at") : 0;
		row->n = published ? 0 : rows_int(rows, i, "n");
		row->n_open = published ? 0 : rows_int(rows, i, "n_open");
	}
	return (db_commit(ctx));
}

enum status
evaluation_list(struct evaluation_row **out, size_t *n, struct ctx *ctx)
{
	return (rows_of(out, n, ctx, "evaluation_list", true));
}

enum status
evaluation_candidates(struct evaluation_row **out, size_t *n, struct ctx *ctx)
{
	return (rows_of(out, n, ctx, "evaluation_candidates", false));
}
