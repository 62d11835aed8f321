/* letter_document.c — from decision, application, scheme and county to what the letter says. */
#include "flow/letter_document.h"

#include <string.h>

#include "core/buf.h"
#include "core/catalogue.h"
#include "core/orgnr.h"
#include "doc/doc_data.h"
#include "domain/scheme_words.h"
#include "flow/county.h"

/* --- facts -------------------------------------------------------------------------------------------------------- */

static const char *
joined(struct arena *arena, const struct lang_text *texts, size_t stride, size_t n, enum lang lang)
{
	struct buf out = buf_new(arena);

	for (size_t i = 0; i < n; i++) {
		const struct lang_text *text = (const void *)((const char *)texts + i * stride);

		if (i > 0)
			buf_putc(&out, '\n');
		buf_puts(&out, lang_pick(text, lang));
	}
	return (buf_text(&out));
}

/* What sentences about this grant are about. */
static struct said_about
said_about(const struct ctx *ctx, const struct letter_draft *draft)
{
	return ((struct said_about){ .grant = draft->decision.awarded,
	    .call_year = draft->application.call.year,
	    .end = draft->application.end,
	    .body = county_body_name,
	    .of = ctx->county });
}

static bool
may_appeal(const struct application *application)
{
	const struct scheme_applicant *applicant =
	    scheme_applicant(application->scheme, application->organisation.kind);

	return (applicant != NULL && applicant->may_appeal);
}

static void
county_facts(struct letter_facts *out, const struct ctx *ctx, enum lang lang)
{
	out->county = lang_pick(&ctx->county->name, lang);
	out->county_address = ctx->county->address;
}

static void
decision_facts(struct letter_facts *out, struct ctx *ctx, const struct letter_draft *draft)
{
	const struct decision *decision = &draft->decision;

	out->outcome = decision->outcome;
	out->by_body = *decision->decider == '\0';
	out->decider = out->by_body ? lang_pick(&decision->body, draft->lang) : decision->decider;
	out->meeting_case = decision->meeting_case;
	out->decided_on = decision->decided_on;
	out->reason = decision->reason;
	out->departure = decision->departure_reason;
	out->departs =
	    delegation_departs(decision->proposed_outcome, decision->proposed, decision->outcome, decision->awarded);
	out->awarded = decision->awarded;
	out->applied = draft->application.applied;
	out->dated = instant_day(ctx->now);
}

static void
scheme_facts(struct letter_facts *out, struct ctx *ctx, const struct letter_draft *draft)
{
	const struct scheme *scheme = draft->application.scheme;
	struct arena *arena = ctx->arena;
	enum lang lang = draft->lang;
	struct said_about about = said_about(ctx, draft);

	out->rules = joined(
	    arena, scheme->n_laws > 0 ? &scheme->laws[0].text : NULL, sizeof(*scheme->laws), scheme->n_laws, lang);
	out->terms = joined(
	    arena, scheme->n_terms > 0 ? &scheme->terms[0].text : NULL, sizeof(*scheme->terms), scheme->n_terms, lang);
	if (scheme->n_terms == 0)
		out->terms = sentences_text(arena, said_of_duties(arena, scheme, lang));
	out->payment = sentences_text(arena, said_of_payment(arena, scheme, &about, lang));
	out->report_due = lang_pick(&scheme->report_due, lang);
	out->purpose = lang_pick(&scheme->purpose, lang);
}

static const char *
facts_text(struct arena *arena, const struct application *application, enum lang lang)
{
	const char *when = instant_long(arena, application->submitted_at, lang);

	if (!scheme_asks_sum(application->scheme))
		return (tr_printf(arena, lang, "Dere søkte %s om tilskudd til «%s».", when, application->title));
	return (tr_printf(arena, lang, "Dere søkte %s om %s til «%s».", when, money_show(arena, application->applied),
	    application->title));
}

static void
case_facts(struct letter_facts *out, struct ctx *ctx, const struct letter_draft *draft)
{
	const struct application *application = &draft->application;

	out->number = application->number;
	out->recipient = application->organisation.name;
	out->recipient_address = application->organisation.address;
	out->facts = facts_text(ctx->arena, application, draft->lang);
	out->contact_name = application->call.contact_name;
	out->contact_phone = application->call.contact_phone;
	out->contact_email = application->call.contact_email;
}

static void
appeal_facts(struct letter_facts *out, const struct ctx *ctx, const struct letter_draft *draft,
    const struct lang_text *appeal_body)
{
	enum lang lang = draft->lang;

	out->may_appeal = !draft->final && may_appeal(&draft->application);
	out->appeal_body = lang_pick(appeal_body, lang);
	out->appeal_to = county_mail_text(ctx->arena, ctx->county, lang);
}

void
letter_document_facts(
    struct letter_facts *out, struct ctx *ctx, const struct letter_draft *draft, const struct lang_text *appeal_body)
{
	*out = (struct letter_facts){ .lang = draft->lang };
	county_facts(out, ctx, draft->lang);
	decision_facts(out, ctx, draft);
	scheme_facts(out, ctx, draft);
	case_facts(out, ctx, draft);
	appeal_facts(out, ctx, draft, appeal_body);
	out->signature = ctx->user_name;
}

/* --- the template's data ------------------------------------------------------------------------------------------ */

static void
add_texts(
    struct doc_data *data, const char *list, const struct lang_text *texts, size_t stride, size_t n, enum lang lang)
{
	doc_set_list(data, list);
	for (size_t i = 0; i < n; i++)
		doc_set_text(doc_add_row(data, list), "text",
		    lang_pick((const struct lang_text *)(const void *)((const char *)texts + i * stride), lang));
}

static void
add_said(struct doc_data *data, const char *list, struct sentences said)
{
	for (size_t i = 0; i < said.n; i++)
		doc_set_text(doc_add_row(data, list), "text", said.list[i]);
}

static void
add_outcome(struct doc_data *data, struct arena *arena, const struct letter_facts *facts)
{
	doc_set_flag(data, "granted", facts->outcome == OUTCOME_GRANTED);
	doc_set_flag(data, "partly_granted", facts->outcome == OUTCOME_PARTLY_GRANTED);
	doc_set_flag(data, "rejected", facts->outcome == OUTCOME_REJECTED);
	doc_set_flag(data, "dismissed", facts->outcome == OUTCOME_DISMISSED);
	doc_set_flag(data, "gives_money", facts->awarded.ore > 0);
	if (facts->applied.ore > 0)
		doc_set_text(data, "applied", money_show(arena, facts->applied));
	doc_set_text(data, "awarded", money_show(arena, facts->awarded));
	doc_set_text(data, "reason", facts->reason);
	doc_set_flag(data, "departs", facts->departs);
	doc_set_text(data, "departure", facts->departure);
}

void
letter_document_head(struct doc_data *data, struct ctx *ctx, const struct application *application, enum lang lang)
{
	const struct application_organisation *organisation = &application->organisation;

	doc_set_text(data, "county", lang_pick(&ctx->county->name, lang));
	doc_set_text(data, "county_address", ctx->county->address);
	doc_set_text(data, "county_phone", ctx->county->phone);
	doc_set_text(data, "county_email", ctx->county->email);
	doc_set_text(data, "county_website", ctx->county->website);
	doc_set_text(data, "number", application->number);
	doc_set_text(data, "date", date_long(ctx->arena, instant_day(ctx->now), lang));
	doc_set_text(data, "recipient", organisation->name);
	doc_set_text(data, "recipient_orgnr", orgnr_show(ctx->arena, organisation->orgnr));
	doc_set_text(data, "recipient_address", organisation->address);
	doc_set_text(data, "scheme_title", lang_pick(&application->scheme->title, lang));
	doc_set_text(data, "title", application->title);
	doc_set_text(data, "submitted_at", instant_long(ctx->arena, application->submitted_at, lang));
	doc_set_text(data, "contact_name", application->call.contact_name);
	doc_set_text(data, "contact_phone", application->call.contact_phone);
	doc_set_text(data, "contact_email", application->call.contact_email);
	doc_set_text(data, "signature", ctx->user_name);
}

/* A decision that stands in place of another says so first. */
static void
add_change(struct doc_data *data, struct ctx *ctx, const struct letter_draft *draft, enum lang lang)
{
	bool changed = !date_none(draft->appealed_on);

	doc_set_flag(data, "changed", changed);
	if (changed)
		doc_set_text(data, "appealed_on", date_long(ctx->arena, draft->appealed_on, lang));
}

static void
add_decider(struct doc_data *data, struct ctx *ctx, const struct letter_draft *draft, const struct letter_facts *facts)
{
	const struct decision *decision = &draft->decision;

	doc_set_flag(data, "by_body", facts->by_body);
	doc_set_text(data, "decider", facts->decider);
	doc_set_text(data, "meeting_case", facts->meeting_case);
	doc_set_text(data, "decided_on", date_long(ctx->arena, facts->decided_on, draft->lang));
	doc_set_text(data, "votes_for", money_count(ctx->arena, decision->votes_for));
	doc_set_text(data, "votes_against", money_count(ctx->arena, decision->votes_against));
	doc_set_flag(data, "unanimous", decision->votes_for > 0 && decision->votes_against == 0);
}

static void
add_scheme(struct doc_data *data, struct ctx *ctx, const struct letter_draft *draft, const struct letter_facts *facts)
{
	const struct scheme *scheme = draft->application.scheme;
	struct said_about about = said_about(ctx, draft);

	doc_set_text(data, "purpose", facts->purpose);
	add_texts(data, "laws", scheme->n_laws > 0 ? &scheme->laws[0].text : NULL, sizeof(*scheme->laws),
	    scheme->n_laws, draft->lang);
	add_texts(data, "terms", scheme->n_terms > 0 ? &scheme->terms[0].text : NULL, sizeof(*scheme->terms),
	    scheme->n_terms, draft->lang);
	if (scheme->amount.final_cost != FINAL_COST_UNSAID)
		doc_set_text(
		    doc_add_row(data, "terms"), "text", final_cost_text(scheme->amount.final_cost, draft->lang));
	add_said(data, "terms", said_of_duties(ctx->arena, scheme, draft->lang));
	doc_set_list(data, "payments");
	add_said(data, "payments", said_of_payment(ctx->arena, scheme, &about, draft->lang));
	doc_set_list(data, "reports");
	add_said(data, "reports", said_of_report(ctx->arena, scheme, &about, draft->lang));
	doc_set_flag(data, "state_aid", scheme->state_aid.basis != NULL);
	doc_set_text(data, "state_aid_text", lang_pick(&scheme->state_aid.text, draft->lang));
}

/* What the law asks of a letter and a standing text says. */
static void
facts_from_texts(struct letter_facts *facts, const struct doc_data *data, const struct letter_texts *texts)
{
	static const enum letter_block openings[OUTCOME__MAX] = { [OUTCOME_GRANTED] = BLOCK_OPENING_GRANTED,
		[OUTCOME_PARTLY_GRANTED] = BLOCK_OPENING_PARTLY,
		[OUTCOME_REJECTED] = BLOCK_OPENING_REJECTED,
		[OUTCOME_DISMISSED] = BLOCK_OPENING_DISMISSED };
	enum lang lang = facts->lang;

	facts->opening = letter_text_in(data, texts, openings[facts->outcome], lang);
	facts->control = letter_text_in(data, texts, BLOCK_CONTROL, lang);
	facts->appeal_text = letter_text_in(data, texts, facts->may_appeal ? BLOCK_APPEAL : BLOCK_NO_APPEAL, lang);
	facts->access_text = letter_text_in(data, texts, BLOCK_ACCESS, lang);
	facts->postponed_text = letter_text_in(data, texts, BLOCK_POSTPONED, lang);
}

struct doc_data *
letter_document_data(
    struct ctx *ctx, const struct letter_draft *draft, struct letter_facts *facts, const struct letter_texts *texts)
{
	struct doc_data *data = doc_data_new(ctx->arena);

	letter_document_head(data, ctx, &draft->application, draft->lang);
	add_change(data, ctx, draft, draft->lang);
	add_decider(data, ctx, draft, facts);
	add_outcome(data, ctx->arena, facts);
	add_scheme(data, ctx, draft, facts);
	doc_set_flag(data, "may_appeal", facts->may_appeal);
	doc_set_text(data, "appeal_body", facts->appeal_body);
	doc_set_text(data, "appeal_to", facts->appeal_to);
	letter_texts_put(data, texts, LETTER_DECISION, draft->lang);
	facts_from_texts(facts, data, texts);
	return (data);
}

struct doc_data *
letter_document_english(struct ctx *ctx, const struct letter_draft *draft, const struct letter_facts *facts,
    const struct lang_text *appeal_body, const struct letter_texts *texts)
{
	struct doc_data *data = doc_data_new(ctx->arena);

	letter_document_head(data, ctx, &draft->application, LANG_EN);
	add_change(data, ctx, draft, LANG_EN);
	add_outcome(data, ctx->arena, facts);
	doc_set_text(data, "decided_on", date_long(ctx->arena, facts->decided_on, LANG_EN));
	doc_set_flag(data, "may_appeal", facts->may_appeal);
	doc_set_text(data, "appeal_body", lang_pick(appeal_body, LANG_EN));
	doc_set_text(data, "appeal_to", county_mail_text(ctx->arena, ctx->county, LANG_EN));
	letter_texts_put(data, texts, LETTER_DECISION, LANG_EN);
	return (data);
}
