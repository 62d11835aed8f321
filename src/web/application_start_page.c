/* application_start_page.c — before an application begins: what is needed, how long it takes, who applies. */
#include <string.h>

#include "core/catalogue.h"
#include "core/orgnr.h"
#include "core/text.h"
#include "flow/application_flow.h"
#include "flow/catalogue_flow.h"
#include "flow/history_flow.h"
#include "gen/html_application_start.h"
#include "scheme/expr.h"
#include "web/page_state.h"
#include "web/scheme_call.h"

/* Posted instead of an organisation by a person who hasn't applied in her own name before. */
#define HERSELF "meg"

/* What the page is drawn from. */
struct starting {
	struct ctx *ctx;
	const struct scheme *scheme;
	struct catalogue_scheme found;
	struct call *open; /* calls one can apply in now */
	size_t n_open;
	struct membership_row *members;
	size_t n_members;
	struct history_mine history; /* of all of them; empty when no rule asks */
};

static enum status
starting_read(struct starting *s, struct ctx *ctx)
{
	enum status st;

	*s = (struct starting){ .ctx = ctx };
	if ((st = catalogue_scheme(&s->found, ctx, path_text(ctx, "scheme"))) != OK ||
	    (st = membership_list(&s->members, &s->n_members, ctx)) != OK)
		return (st);
	s->scheme = s->found.scheme;
	s->open = arena_array(ctx->arena, s->found.n_calls, sizeof(*s->open));
	for (size_t i = 0; !s->found.ended && i < s->found.n_calls; i++)
		if (call_phase(&s->found.calls[i], ctx->now) == CALL_PHASE_OPEN)
			s->open[s->n_open++] = s->found.calls[i];
	if (s->n_open > 0 && s->scheme->asks_history)
		return (history_of_mine(&s->history, ctx));
	return (OK);
}

static bool
fits(const struct starting *s, const struct membership_row *member)
{
	return (scheme_applicant(s->scheme, member->organisation.kind) != NULL);
}

/* --- what is needed, and for how long ---------------------------------------------------------------------------- */

static const char *
need_text(const struct starting *s, const struct scheme_field *field)
{
	enum lang lang = s->ctx->lang;

	switch (field->type) {
	case FIELD_COSTS:
		return (tr(lang, "Et budsjett: hva tiltaket koster"));
	case FIELD_FINANCING:
		return (tr(lang, "En plan for hvem som betaler, like stor som kostnadene"));
	case FIELD_GOALS:
		return (tr(lang, "Tall for hva dere skal nå"));
	case FIELD_ACCOUNT:
		return (tr(lang, "Kontonummeret til organisasjonen"));
	case FIELD_PACKAGES:
		return (tr(lang, "En plan: arbeidspakker, og når hver aktivitet starter og slutter"));
	case FIELD_PARTNERS:
		return (tr(lang, "Hvem dere samarbeider med, gjerne med organisasjonsnummer"));
	case FIELD_ATTACHMENT:
	case FIELD_THIRD_PARTY:
		return (tr_printf(s->ctx->arena, lang,
		    later_allowed(&field->later) ? "Vedlegg, som kan sendes senere: %s" : "Vedlegg: %s",
		    lang_pick(&field->label, lang)));
	default:
		return (NULL);
	}
}

/* Minutes an answer takes somebody who has it at hand; from our own filling in, rounded up. */
static int
field_minutes(const struct scheme_field *field)
{
	switch (field->type) {
	case FIELD_LONG_TEXT:
		return (field_limit(field) > 1000 ? 8 : 4);
	case FIELD_COSTS:
	case FIELD_FINANCING:
		return (6);
	case FIELD_GOALS:
	case FIELD_GROUP:
	case FIELD_PARTNERS:
	case FIELD_THIRD_PARTY:
		return (5);
	case FIELD_PACKAGES:
		return (25);
	case FIELD_ATTACHMENT:
	case FIELD_PERSON:
	case FIELD_ADDRESS:
		return (2);
	default:
		return (1);
	}
}

/* Whether it depends on other answers if the field must be answered. */
static bool
is_conditional(struct arena *arena, const struct scheme_field *field)
{
	size_t n = 0;

	if (field->required != NULL)
		(void)expr_names(&n, arena, field->required);
	return (n > 0);
}

static void
needs_fill(struct html_application_start *view, const struct starting *s)
{
	struct html_application_start_needs *needs;
	size_t fields = 0;
	int minutes = 0;

	for (size_t i = 0; i < s->scheme->n_sections; i++)
		fields += s->scheme->sections[i].n_fields;
	needs = arena_array(s->ctx->arena, fields + 1, sizeof(*needs));
	needs[view->n_needs++].text = tr(s->ctx->lang, "En beskrivelse av hva dere skal gjøre, og for hvem");
	for (size_t i = 0; i < s->scheme->n_sections; i++)
		for (size_t f = 0; f < s->scheme->sections[i].n_fields; f++) {
			const struct scheme_field *field = &s->scheme->sections[i].fields[f];
			const char *text = need_text(s, field);

			minutes += field_minutes(field);
			if (text != NULL)
				needs[view->n_needs++] = (struct html_application_start_needs){ .text = text,
					.optional = field_takes_files(field) && field->required == NULL,
					.sometimes = field_takes_files(field) && is_conditional(s->ctx->arena, field) };
		}
	view->needs = needs;
	view->minutes = arena_printf(s->ctx->arena, "%d", (minutes + 14) / 15 * 15);
}

/* --- what is chosen ---------------------------------------------------------------------------------------------- */

/* "Utlysning 2026, runde 2: 1. november 2026 kl. 23.59", and which activities it is for. */
static const char *
call_choice(struct ctx *ctx, const struct call *call)
{
	const char *text = arena_printf(ctx->arena, "%s: %s", call_name(ctx->arena, call, ctx->lang),
	    call_deadline_fact(ctx->arena, call, ctx->lang));

	if (date_none(call->covers_from) || date_none(call->covers_to))
		return (text);
	return (arena_printf(ctx->arena, "%s. %s", text,
	    tr_printf(ctx->arena, ctx->lang, "For tiltak %s – %s", date_short(ctx->arena, call->covers_from),
		date_short(ctx->arena, call->covers_to))));
}

static void
calls_fill(struct html_application_start *view, const struct starting *s)
{
	struct html_application_start_calls *calls = arena_array(s->ctx->arena, s->n_open, sizeof(*calls));
	struct ctx *ctx = s->ctx;

	view->call = arena_printf(ctx->arena, "%" PRId64, s->open[0].id);
	if (s->n_open == 1)
		return;
	for (size_t i = 0; i < s->n_open; i++)
		calls[i] = (struct html_application_start_calls){
			.id = arena_printf(ctx->arena, "%" PRId64, s->open[i].id),
			.text = call_choice(ctx, &s->open[i]),
			.checked = i == 0,
		};
	view->calls = calls;
	view->n_calls = s->n_open;
}

/* The one acted for, or the only one there is. */
static int64_t
organisation_chosen(const struct starting *s)
{
	int64_t acting = s->ctx->page->session.organisation_id, only = 0, posted;
	size_t n = 0;

	if (form_id(&posted, s->ctx, "organisation") == OK)
		return (posted);
	for (size_t i = 0; i < s->n_members; i++)
		if (fits(s, &s->members[i])) {
			if (s->members[i].organisation.id == acting)
				return (acting);
			only = s->members[i].organisation.id;
			n++;
		}
	return (n == 1 ? only : 0);
}

/* What is known of them beforehand; a person's own address is asked for in the form. */
static struct application_facts
member_facts(const struct starting *s, const struct membership_row *member, const struct call *call)
{
	struct application_facts facts;

	facts_of_applicant(&facts, &member->organisation);
	facts.call_from = call->covers_from;
	facts.call_to = call->covers_to;
	facts.call_year = call->year;
	facts.call_extra = call->extra;
	facts.today = instant_day(s->ctx->now);
	if (s->scheme->asks_history)
		facts.history = history_for(s->ctx->arena, &s->history, member->organisation.id, s->scheme->id,
		    call->id, call->year, facts.today);
	return (facts);
}

static bool
says(const struct messages *messages, const char *text)
{
	for (size_t i = 0; i < messages->n; i++)
		if (strcmp(messages->list[i].text, text) == 0)
			return (true);
	return (false);
}

static struct messages
foreseen_in(const struct starting *s, const struct membership_row *member, const struct call *call)
{
	struct messages messages = messages_new(s->ctx->arena);
	struct application_facts facts = member_facts(s, member, call);

	validation_foresee(&messages, s->scheme, &facts, s->ctx->lang);
	return (messages);
}

/* Rules they can't pass in any of the open calls, whatever they answer; "" when there are none (R95). */
static const char *
member_foreseen(const struct starting *s, const struct membership_row *member)
{
	struct messages first = foreseen_in(s, member, &s->open[0]), other;
	struct buf out = buf_new(s->ctx->arena);
	bool everywhere;

	for (size_t i = 0; i < first.n; i++) {
		everywhere = true;
		for (size_t c = 1; c < s->n_open && everywhere; c++) {
			other = foreseen_in(s, member, &s->open[c]);
			everywhere = says(&other, first.list[i].text);
		}
		if (everywhere)
			buf_printf(&out, "%s%s", out.len == 0 ? "" : " ", first.list[i].text);
	}
	return (buf_text(&out));
}

static const char *
member_about(const struct starting *s, const struct membership_row *member)
{
	const char *number = orgnr_show(s->ctx->arena, member->organisation.orgnr);
	const char *about = *member->organisation.municipality == '\0'
				? number
				: arena_printf(s->ctx->arena, "%s, %s", number, member->organisation.municipality);

	if (member->may_sign)
		return (about);
	return (tr_printf(s->ctx->arena, s->ctx->lang, "%s. Du kan fylle ut, men en annen må sende.", about));
}

/* Whoever may apply as a person, and hasn't yet, finds herself among those who apply. */
static bool
may_be_herself(const struct starting *s)
{
	if (s->ctx->role != ROLE_APPLICANT || scheme_applicant(s->scheme, APPLICANT_PERSON) == NULL)
		return (false);
	for (size_t i = 0; i < s->n_members; i++)
		if (s->members[i].organisation.kind == APPLICANT_PERSON)
			return (false);
	return (true);
}

static void
add_herself(
    struct html_application_start_organisations *to, struct html_application_start *view, const struct starting *s)
{
	if (!may_be_herself(s))
		return;
	to[view->n_organisations++] = (struct html_application_start_organisations){ .id = HERSELF,
		.name = s->ctx->user_name,
		.about = tr(s->ctx->lang, "I eget navn, som privatperson"),
		.checked = strcmp(form_text(s->ctx, "organisation"), HERSELF) == 0 };
}

static void
organisations_fill(struct html_application_start *view, const struct starting *s)
{
	struct arena *arena = s->ctx->arena;
	struct html_application_start_organisations *fitting = arena_array(arena, s->n_members + 1, sizeof(*fitting));
	struct html_application_start_others *others = arena_array(arena, s->n_members, sizeof(*others));
	int64_t chosen = organisation_chosen(s);

	for (size_t i = 0; i < s->n_members; i++) {
		const struct membership_row *member = &s->members[i];

		if (fits(s, member))
			fitting[view->n_organisations++] = (struct html_application_start_organisations){
				.id = arena_printf(arena, "%" PRId64, member->organisation.id),
				.name = member->organisation.name,
				.about = member_about(s, member),
				.foreseen = member_foreseen(s, member),
				.checked = member->organisation.id == chosen,
			};
		else
			others[view->n_others++] =
			    (struct html_application_start_others){ .name = member->organisation.name,
				    .kind = applicant_kind_name(member->organisation.kind, s->ctx->lang) };
	}
	add_herself(fitting, view, s);
	view->organisations = fitting;
	view->others = others;
}

static const char *
kinds_text(const struct starting *s)
{
	struct buf out = buf_new(s->ctx->arena);

	for (size_t i = 0; i < s->scheme->n_applicants; i++)
		buf_printf(
		    &out, "%s%s", i == 0 ? "" : ", ", applicant_kind_name(s->scheme->applicants[i].kind, s->ctx->lang));
	return (buf_text(&out));
}

static void
languages_fill(struct html_application_start *view, const struct starting *s)
{
	static const char *const names[LANG__MAX] = { "Bokmål", "Nynorsk", "English" };
	struct html_application_start_languages *languages = arena_array(s->ctx->arena, LANG__MAX, sizeof(*languages));
	enum lang chosen = s->ctx->lang;

	lang_parse(&chosen, form_text(s->ctx, "lang"));
	for (int i = 0; i < LANG__MAX; i++)
		languages[i] = (struct html_application_start_languages){
			.code = lang_code((enum lang)i), .name = names[i], .checked = (enum lang)i == chosen
		};
	view->languages = languages;
	view->n_languages = LANG__MAX;
}

/* --- the page ---------------------------------------------------------------------------------------------------- */

/* Why one cannot apply now, and when one can. */
static const char *
closed_text(const struct starting *s)
{
	const struct call *call = s->found.calls;
	struct ctx *ctx = s->ctx;

	if (s->found.n_calls == 0)
		return (tr(ctx->lang, "Dere kan ikke søke nå. Ordningen har ingen utlysning."));
	if (call_phase(call, ctx->now) == CALL_PHASE_COMING)
		return (tr_printf(ctx->arena, ctx->lang, "Dere kan ikke søke ennå. Ordningen åpner %s.",
		    instant_long(ctx->arena, call->opens_at, ctx->lang)));
	return (tr_printf(ctx->arena, ctx->lang, "Dere kan ikke søke nå. %s %s",
	    call_deadline_sentence(ctx->arena, call, (struct date){ 0 }, ctx->now, ctx->lang),
	    lang_pick(&s->found.notes.status, ctx->lang)));
}

static void
crumbs_fill(struct html_part_breadcrumbs *out, const struct starting *s, const char *title)
{
	struct ctx *ctx = s->ctx;
	struct html_part_breadcrumbs_links *links = arena_array(ctx->arena, 2, sizeof(*links));
	const char *url = arena_printf(ctx->arena, "/ordninger/%s", s->scheme->id);

	links[0] = (struct html_part_breadcrumbs_links){ .url = "/ordninger", .text = tr(ctx->lang, "Finn tilskudd") };
	links[1] = (struct html_part_breadcrumbs_links){ .url = url, .text = lang_pick(&s->scheme->title, ctx->lang) };
	*out = (struct html_part_breadcrumbs){ .links = links,
		.n_links = 2,
		.current = title,
		.back_url = url,
		.back_text = tr(ctx->lang, "Tilbake til ordningen") };
}

static void
open_fill(struct html_application_start *view, const struct starting *s)
{
	const struct call *call = &s->open[0];
	struct ctx *ctx = s->ctx;

	view->deadline = call_deadline_sentence(ctx->arena, call, (struct date){ 0 }, ctx->now, ctx->lang);
	view->message = lang_pick(&s->found.notes.message, ctx->lang);
	view->answer = scheme_call_answer(ctx, call);
	view->contact_name = call->contact_name;
	view->contact_phone = call->contact_phone;
	needs_fill(view, s);
	calls_fill(view, s);
	organisations_fill(view, s);
	languages_fill(view, s);
	view->kinds = kinds_text(s);
}

/* error: what is wrong with the choice of organisation, or NULL */
static enum status
start_render(struct starting *s, const char *error, int http)
{
	struct ctx *ctx = s->ctx;
	struct html_part_error_summary_errors summary = { .anchor = "f-organisation", .text = error };
	struct html_application_start view = { .action = page_path(ctx), .organisation_error = error };
	const char *scheme = lang_pick(&s->scheme->title, ctx->lang);

	view.title = tr_printf(ctx->arena, ctx->lang, "Søk om tilskudd: %s", scheme);
	view.scheme_url = arena_printf(ctx->arena, "/ordninger/%s", s->scheme->id);
	crumbs_fill(&view.part_breadcrumbs, s, tr(ctx->lang, "Start søknad"));
	if (s->n_open == 0)
		view.closed = closed_text(s);
	else
		open_fill(&view, s);
	if (error != NULL)
		view.part_error_summary = (struct html_part_error_summary){ .errors = &summary, .n_errors = 1 };
	return (page_render(ctx, http, view.title, HTML(application_start), &view));
}

enum status
application_start_show(struct ctx *ctx)
{
	struct starting s;
	enum status st;

	if ((st = starting_read(&s, ctx)) != OK)
		return (st);
	return (start_render(&s, NULL, 200));
}

/* The posted call, when it is one of this scheme's; the deadline may have passed while the page stood open. */
static bool
call_posted(int64_t *id, const struct starting *s)
{
	if (form_id(id, s->ctx, "call") != OK)
		return (false);
	for (size_t i = 0; i < s->found.n_calls; i++)
		if (s->found.calls[i].id == *id && call_may_begin(&s->found.calls[i], s->ctx->now))
			return (true);
	return (false);
}

enum status
application_start_post(struct ctx *ctx)
{
	struct starting s;
	int64_t call, organisation, id;
	enum lang lang = ctx->lang;
	enum status st;

	if ((st = starting_read(&s, ctx)) != OK)
		return (st);
	if (!call_posted(&call, &s))
		return (start_render(&s, NULL, s.n_open == 0 ? 409 : 422));
	if (strcmp(form_text(ctx, "organisation"), HERSELF) == 0 && may_be_herself(&s)) {
		if ((st = person_applicant(&organisation, ctx)) != OK)
			return (st);
	} else if (form_id(&organisation, ctx, "organisation") != OK) {
		return (start_render(&s, tr(ctx->lang, "Velg hvem som søker."), 422));
	}
	lang_parse(&lang, form_text(ctx, "lang"));
	st = application_start(&id, ctx, call, organisation, lang);
	if (st == ERR_INVALID)
		return (
		    start_render(&s, tr(ctx->lang, "Ordningen er ikke for denne organisasjonen. Velg en annen."), 422));
	if (st != OK)
		return (st);
	return (redirect(ctx, "/soknader/%" PRId64, id));
}
