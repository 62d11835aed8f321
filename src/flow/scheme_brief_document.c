/* scheme_brief_document.c — what somebody who has never heard of a scheme needs to know before applying. */
#include "flow/scheme_brief_document.h"

#include "core/catalogue.h"
#include "core/text.h"
#include "doc/doc_store.h"
#include "domain/amount.h"
#include "flow/county.h"
#include "flow/scheme_flow.h"

/* What a brief is made from. */
struct brief {
	struct ctx *ctx;
	const struct scheme *scheme;
	const struct call *call; /* NULL: none */
	enum lang lang;
};

static void
add_text(struct doc_data *data, const char *list, const char *text)
{
	if (!text_blank(text))
		doc_set_text(doc_add_row(data, list), "text", text);
}

static void
add_applicants(struct doc_data *data, const struct brief *brief)
{
	doc_set_list(data, "applicants");
	for (size_t i = 0; i < brief->scheme->n_applicants; i++) {
		const struct scheme_applicant *applicant = &brief->scheme->applicants[i];
		const char *note = lang_pick(&applicant->note, brief->lang);

		add_text(data, "applicants", *note == '\0' ? applicant_kind_name(applicant->kind, brief->lang) : note);
	}
}

static void
add_amounts(struct doc_data *data, const struct brief *brief)
{
	struct arena *arena = brief->ctx->arena;
	struct amount_rule_text *rules;
	size_t n = amount_rules_texts(&rules, arena, brief->scheme, brief->lang);

	doc_set_list(data, "amounts");
	for (size_t i = 0; i < n; i++)
		add_text(data, "amounts", amount_rule_told(arena, &rules[i], brief->lang));
	if (n == 0)
		add_text(data, "amounts", lang_pick(&brief->scheme->amount.note, brief->lang));
}

static void
add_criteria(struct doc_data *data, const struct brief *brief)
{
	doc_set_list(data, "criteria");
	for (size_t i = 0; i < brief->scheme->n_criteria; i++)
		if (!brief->scheme->criteria[i].internal)
			add_text(data, "criteria", lang_pick(&brief->scheme->criteria[i].name, brief->lang));
}

static void
add_call(struct doc_data *data, const struct brief *brief)
{
	const struct call *call = brief->call;
	struct arena *arena = brief->ctx->arena;
	instant now = brief->ctx->now;

	if (call == NULL) {
		doc_set_text(data, "when", tr(brief->lang, "Ingen utlysning nå"));
		return;
	}
	doc_set_text(data, "when", call_when_short(arena, call, now, brief->lang));
	if (call_phase(call, now) <= CALL_PHASE_OPEN && !date_none(call_answer_by(call, now)))
		doc_set_text(data, "answer_by", date_long(arena, call_answer_by(call, now), brief->lang));
	if (!text_blank(call->contact_name))
		doc_set_text(data, "contact",
		    arena_printf(arena, "%s, %s, %s", call->contact_name, call->contact_phone, call->contact_email));
}

static void
add_brief(struct doc_data *data, const struct brief *brief, const char *url)
{
	const struct scheme *scheme = brief->scheme;

	doc_set_text(data, "scheme_title", lang_pick(&scheme->title, brief->lang));
	doc_set_text(data, "area", area_name(scheme->area, brief->lang));
	doc_set_text(data, "summary", lang_pick(&scheme->summary, brief->lang));
	doc_set_text(data, "web_address", url);
	add_applicants(data, brief);
	add_amounts(data, brief);
	add_call(data, brief);
}

static void
add_county(struct doc_data *data, const struct brief *brief)
{
	const struct county *county = brief->ctx->county;

	doc_set_text(data, "county", lang_pick(&county->name, brief->lang));
	doc_set_text(data, "county_address", county->address);
	doc_set_text(data, "county_phone", county->phone);
	doc_set_text(data, "county_email", county->email);
	doc_set_text(data, "county_website", county->website);
	doc_set_text(data, "date", date_long(brief->ctx->arena, instant_day(brief->ctx->now), brief->lang));
}

/* --- the leaflet -------------------------------------------------------------------------------------------------- */

/* How much is told, most first: the page decides how far down one must go. */
enum fullness { FULL_AMOUNTS = 1, FULL_CRITERIA, FULL_NOT_SUPPORTED, FULL_PURPOSE };

static struct doc_data *
leaflet(const struct brief *brief, const char *url, enum fullness fullness)
{
	struct doc_data *data = doc_data_new(brief->ctx->arena);

	add_county(data, brief);
	add_brief(data, brief, url);
	doc_set_flag(data, "brief_amounts", fullness < FULL_AMOUNTS);
	doc_set_text(data, "amount_note", lang_pick(&brief->scheme->amount.note, brief->lang));
	doc_set_list(data, "criteria");
	if (fullness >= FULL_CRITERIA)
		add_criteria(data, brief);
	doc_set_text(data, "not_supported",
	    fullness >= FULL_NOT_SUPPORTED ? lang_pick(&brief->scheme->not_supported, brief->lang) : "");
	doc_set_text(data, "purpose", fullness >= FULL_PURPOSE ? lang_pick(&brief->scheme->purpose, brief->lang) : "");
	return (data);
}

/* The pages it takes. */
static enum status
measure(int *pages, struct ctx *ctx, const struct doc_data *data, enum lang lang)
{
	const struct doc_meta meta = { .made_at = ctx->now, .allow_uncovered = true };
	struct buf pdf = buf_new(ctx->arena);
	struct doc_report report;
	enum status st = doc_render(&pdf, &report, ctx->arena, ctx->docs, "scheme_leaflet", data, lang, &meta);

	*pages = report.pages;
	return (st);
}

enum status
scheme_leaflet_data(struct doc_data **out, struct ctx *ctx, const struct scheme *scheme, const struct call *call,
    const char *url, enum lang lang)
{
	const struct brief brief = { ctx, scheme, call, lang };

	for (int fullness = FULL_PURPOSE; fullness >= 0; fullness--) {
		struct doc_data *data = leaflet(&brief, url, (enum fullness)fullness);
		enum status st;
		int pages;

		if ((st = measure(&pages, ctx, data, lang)) != OK)
			return (st);
		if (pages == 1) {
			*out = data;
			return (OK);
		}
	}
	return (ERR_INVALID);
}

/* --- the booklet -------------------------------------------------------------------------------------------------- */

static bool
is_in(const struct open_scheme *one, const struct ctx *ctx, enum call_phase phase)
{
	return (!one->paused && one->call.id != 0 && call_phase(&one->call, ctx->now) == phase);
}

static enum status
add_scheme(struct doc_data *area, struct ctx *ctx, const struct open_scheme *one, const char *url, enum lang lang)
{
	struct brief brief = { .ctx = ctx, .call = &one->call, .lang = lang };
	enum status st;

	if ((st = scheme_of(&brief.scheme, ctx, one->version_hash)) != OK)
		return (st);
	add_brief(
	    doc_add_row(area, "schemes"), &brief, arena_printf(ctx->arena, "%s/ordninger/%s", url, one->scheme_id));
	return (OK);
}

/* One chapter a field that has something open. */
static enum status
add_area(struct doc_data *data, struct ctx *ctx, const struct open_scheme *schemes, size_t n, enum scheme_area area,
    const char *url, enum lang lang)
{
	struct doc_data *row = NULL;
	enum status st = OK;

	for (size_t i = 0; i < n && st == OK; i++) {
		if (schemes[i].area != area || !is_in(&schemes[i], ctx, CALL_PHASE_OPEN))
			continue;
		if (row == NULL) {
			row = doc_add_row(data, "areas");
			doc_set_text(row, "area_name", area_name(area, lang));
		}
		st = add_scheme(row, ctx, &schemes[i], url, lang);
	}
	return (st);
}

static void
add_coming(struct doc_data *data, struct ctx *ctx, const struct open_scheme *schemes, size_t n, enum lang lang)
{
	doc_set_list(data, "coming");
	for (size_t i = 0; i < n; i++)
		if (is_in(&schemes[i], ctx, CALL_PHASE_COMING)) {
			struct doc_data *row = doc_add_row(data, "coming");

			doc_set_text(row, "scheme_title", lang_pick(&schemes[i].title, lang));
			doc_set_text(row, "when", call_when_short(ctx->arena, &schemes[i].call, ctx->now, lang));
		}
}

enum status
catalogue_booklet_data(struct doc_data **out, struct ctx *ctx, const struct open_scheme *schemes, size_t n,
    const char *url, enum lang lang)
{
	const struct brief county = { .ctx = ctx, .lang = lang };
	const char **hashes = arena_array(ctx->arena, n, sizeof(*hashes));
	struct doc_data *data = doc_data_new(ctx->arena);
	size_t n_open = 0;
	enum status st;

	for (size_t i = 0; i < n; i++)
		if (is_in(&schemes[i], ctx, CALL_PHASE_OPEN))
			hashes[n_open++] = schemes[i].version_hash;
	if ((st = schemes_of(ctx, hashes, n_open)) != OK)
		return (st);
	add_county(data, &county);
	doc_set_text(data, "n_open", money_count(ctx->arena, (int64_t)n_open));
	doc_set_text(data, "site", url);
	doc_set_list(data, "areas");
	for (enum scheme_area area = 0; area < AREA__MAX && st == OK; area++)
		st = add_area(data, ctx, schemes, n, area, url, lang);
	add_coming(data, ctx, schemes, n, lang);
	*out = data;
	return (st);
}
