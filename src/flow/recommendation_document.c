/* recommendation_document.c — a list on paper: proposed, not proposed and dismissed, against the frame; and the case
 * paper that the deciding body has before it. */
#include "flow/recommendation_document.h"

#include <string.h>

#include "core/catalogue.h"
#include "core/orgnr.h"
#include "doc/doc_data.h"
#include "doc/doc_store.h"
#include "domain/amount.h"
#include "domain/deadline.h"
#include "domain/scheme_words.h"
#include "domain/scoring.h"
#include "flow/county.h"

static const char *
list_of(enum outcome outcome)
{
	switch (outcome) {
	case OUTCOME_GRANTED:
	case OUTCOME_PARTLY_GRANTED:
		return ("proposed");
	case OUTCOME_DISMISSED:
		return ("dismissed");
	case OUTCOME_REJECTED:
		return ("rejected");
	default:
		return ("undecided");
	}
}

/* The reason, with the step on the ladder before it and why the rules are departed from behind. */
static const char *
reason_of(struct arena *arena, const struct recommendation_row *row, enum lang lang)
{
	const char *reason = row->formal_dismissal ? row->formal_reason : row->assessment_reason;

	if (*row->reason != '\0')
		reason = row->reason;
	if (*row->merit.rung_text != '\0')
		reason = arena_printf(arena, "%s. %s", row->merit.rung_text, reason);
	if (*row->departure != '\0')
		reason = arena_printf(arena, "%s %s %s", reason, tr(lang, "Fraviker reglene:"), row->departure);
	return (reason);
}

void
recommendation_row_data(struct doc_data *out, struct ctx *ctx, const struct recommendation_row *row, enum lang lang)
{
	struct arena *arena = ctx->arena;

	doc_set_text(out, "rank", money_count(arena, row->rank));
	doc_set_text(out, "number", row->number);
	doc_set_text(out, "organisation", row->organisation);
	doc_set_text(out, "orgnr", orgnr_show(arena, row->orgnr));
	doc_set_text(out, "municipality", row->municipality);
	doc_set_text(out, "title", row->title);
	doc_set_text(out, "costs", row->costs.ore == 0 ? "–" : money_show(arena, row->costs));
	doc_set_text(out, "applied", row->unasked ? "–" : money_show(arena, row->applied));
	doc_set_text(out, "total", row->has_total ? score_text(arena, row->total_micro, lang) : "");
	doc_set_text(out, "sum", money_show(arena, row->proposed));
	doc_set_text(out, "outcome", outcome_text(row->proposed_outcome, lang));
	doc_set_text(out, "reason", reason_of(arena, row, lang));
	doc_set_flag(out, "late", row->late);
}

static money
total_applied(const struct recommendation_list *list)
{
	money sum = MONEY_ZERO;

	for (size_t i = 0; i < list->n_rows; i++)
		sum = money_add(sum, list->rows[i].applied);
	return (sum);
}

/* What is decided meanwhile was proposed all the same. */
static money
total_proposed(const struct recommendation_list *list)
{
	money sum = MONEY_ZERO;

	for (size_t i = 0; i < list->n_rows; i++)
		if (strcmp(list_of(list->rows[i].proposed_outcome), "proposed") == 0)
			sum = money_add(sum, list->rows[i].proposed);
	return (sum);
}

/* A sentence for each that something is kept under; "" for none. */
static const char *
earmarks_text(struct arena *arena, const struct earmark_uses *uses, enum lang lang)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < uses->n; i++)
		if (uses->list[i].reserved.ore > 0)
			buf_printf(
			    &out, "%s%s", out.len == 0 ? "" : " ", earmark_use_text(arena, &uses->list[i], lang));
	return (buf_text(&out));
}

static void
add_frame(struct doc_data *data, struct ctx *ctx, const struct recommendation_list *list, enum lang lang)
{
	struct arena *arena = ctx->arena;

	doc_set_text(data, "frame", money_show(arena, list->bar.frame));
	doc_set_text(data, "sum_proposed", money_show(arena, total_proposed(list)));
	doc_set_text(data, "sum_awarded", money_show(arena, list->bar.awarded));
	doc_set_text(data, "free", money_show(arena, list->bar.free));
	doc_set_flag(data, "over", list->bar.over.ore > 0);
	doc_set_text(data, "over_by", money_show(arena, list->bar.over));
	if (list->n_partners > 1)
		doc_set_text(data, "shared_frame",
		    shared_frame_text(arena, list->call.frame, list->partners, list->n_partners, lang));
	doc_set_text(data, "earmarks", earmarks_text(arena, &list->earmarks, lang));
	if (scheme_asks_sum(list->scheme))
		doc_set_text(data, "sum_applied", money_show(arena, total_applied(list)));
	doc_set_text(data, "n_applications", money_count(arena, (int64_t)list->n_rows));
}

/* What panels advise and municipalities think: those who decide read it with the proposals. */
static void
add_steps(struct doc_data *data, struct ctx *ctx, const struct recommendation_list *list, enum lang lang)
{
	doc_set_list(data, "advice");
	for (size_t i = 0; i < list->n_advice; i++) {
		struct doc_data *out = doc_add_row(data, "advice");

		doc_set_text(out, "body", county_body_name(ctx->county, list->advice[i].body, lang));
		doc_set_text(out, "given_on", date_long(ctx->arena, list->advice[i].given_on, lang));
		doc_set_text(out, "text", list->advice[i].advice);
	}
	doc_set_list(data, "opinions");
	for (size_t i = 0; i < list->n_rows; i++)
		if (*list->rows[i].opinions != '\0') {
			struct doc_data *out = doc_add_row(data, "opinions");

			doc_set_text(out, "number", list->rows[i].number);
			doc_set_text(out, "text", list->rows[i].opinions);
		}
}

struct doc_data *
recommendation_list_data(struct ctx *ctx, const struct recommendation_list *list, enum lang lang)
{
	static const char *const lists[] = { "proposed", "rejected", "dismissed", "undecided" };
	struct doc_data *data = doc_data_new(ctx->arena);

	doc_set_text(data, "county", lang_pick(&ctx->county->name, lang));
	doc_set_text(data, "scheme_title", lang_pick(&list->scheme->title, lang));
	doc_set_text(data, "year", arena_printf(ctx->arena, "%d", list->call.year));
	doc_set_text(data, "round",
	    list->batched ? tr_printf(ctx->arena, lang, "%d, liste %d", list->call.round, list->batch)
			  : arena_printf(ctx->arena, "%d", list->call.round));
	/* What is locked is dated and named by the lock, whoever prints it whenever: the same list, the same bytes. */
	doc_set_text(data, "date", instant_long(ctx->arena, list->locked ? list->locked_at : ctx->now, lang));
	doc_set_text(data, "printed_by", list->locked ? list->locked_by : ctx->user_name);
	doc_set_flag(data, "draft", list->n_rows == 0 || list->bar.over.ore > 0);
	doc_set_flag(data, "marks", scheme_has_marks(list->scheme));
	doc_set_text(data, "spread_reason", list->spread_reason);
	doc_set_text(data, "sharing", list->sharing_text);
	add_frame(data, ctx, list, lang);
	add_steps(data, ctx, list, lang);
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		doc_set_list(data, lists[i]);
	for (size_t i = 0; i < list->n_rows; i++)
		recommendation_row_data(
		    doc_add_row(data, list_of(list->rows[i].proposed_outcome)), ctx, &list->rows[i], lang);
	return (data);
}

enum lang
recommendation_lang(const struct ctx *ctx, const struct recommendation_list *list)
{
	return (list->scheme->language == LANG_NN || ctx->lang == LANG_NN ? LANG_NN : LANG_NB);
}

enum status
recommendation_document_pdf(struct buf *out, struct ctx *ctx, const struct recommendation_list *list)
{
	enum lang lang = recommendation_lang(ctx, list);
	struct doc_meta meta = {
		.author = lang_pick(&ctx->county->name, lang), .made_at = ctx->now, .allow_uncovered = true
	};
	struct doc_report report;

	return (doc_render(out, &report, ctx->arena, ctx->docs, "recommendation_list",
	    recommendation_list_data(ctx, list, lang), lang, &meta));
}

/* --- the case paper ---------------------------------------------------------------------------------------------- */

/* The one body that decides all that is proposed; NULL when several do, or the leader decides some. */
static const struct county_part *
body_of(const struct ctx *ctx, const struct recommendation_list *list)
{
	const char *code = NULL;

	for (size_t i = 0; i < list->n_rows; i++) {
		const struct scheme_decision_level *level = scheme_level(list->scheme, list->rows[i].proposed);

		if (level->body == NULL || (code != NULL && strcmp(code, level->body) != 0))
			return (NULL);
		code = level->body;
	}
	return (code == NULL ? NULL : county_body(ctx->county, code));
}

static void
add_count(
    struct doc_data *data, struct ctx *ctx, const char *key, const struct recommendation_list *list, const char *wanted)
{
	int64_t n = 0;

	for (size_t i = 0; i < list->n_rows; i++)
		n += strcmp(list_of(list->rows[i].proposed_outcome), wanted) == 0;
	doc_set_text(data, key, money_count(ctx->arena, n));
}

static void
add_criteria(struct doc_data *data, struct ctx *ctx, const struct scheme *scheme, enum lang lang)
{
	doc_set_list(data, "criteria");
	for (size_t i = 0; i < scheme->n_criteria; i++) {
		const struct scheme_criterion *criterion = &scheme->criteria[i];
		struct doc_data *row;

		if (criterion->internal)
			continue;
		row = doc_add_row(data, "criteria");
		doc_set_text(row, "name", lang_pick(&criterion->name, lang));
		doc_set_text(row, "description", lang_pick(&criterion->description, lang));
		doc_set_text(
		    row, "weight", criterion->weight > 0 ? arena_printf(ctx->arena, "%d", criterion->weight) : "");
	}
}

struct doc_data *
recommendation_case_paper_data(struct ctx *ctx, const struct recommendation_list *list, enum lang lang)
{
	struct doc_data *data = recommendation_list_data(ctx, list, lang);
	const struct county_part *body = body_of(ctx, list);
	const struct said_about about = { .call_year = list->call.year, .body = county_body_name, .of = ctx->county };

	doc_set_text(data, "body", body == NULL ? "" : lang_pick(&body->name, lang));
	doc_set_text(data, "purpose", lang_pick(&list->scheme->purpose, lang));
	doc_set_text(data, "target_group", lang_pick(&list->scheme->target_group, lang));
	doc_set_text(
	    data, "deciding", sentences_text(ctx->arena, said_of_deciding(ctx->arena, list->scheme, &about, lang)));
	doc_set_text(
	    data, "closes", list->call.closes_at == 0 ? "" : deadline_text(ctx->arena, list->call.closes_at, lang));
	doc_set_flag(data, "draft", !list->locked);
	add_count(data, ctx, "n_proposed", list, "proposed");
	add_count(data, ctx, "n_rejected", list, "rejected");
	add_count(data, ctx, "n_dismissed", list, "dismissed");
	add_criteria(data, ctx, list->scheme, lang);
	return (data);
}
