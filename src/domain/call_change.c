/* call_change.c — compares a call with what its document says now. */
#include "domain/call_change.h"

#include <string.h>

#include "domain/earmark.h"

struct comparison {
	struct call_changes *out;
	struct scheme_messages *messages;
	struct arena *arena;
	const struct call_standing *old;
	const struct call_plan *plan;
	bool opened; /* people may have begun */
};

#define REFUSE(c, ...) COMPLAIN((c)->messages, (c)->plan->line, __VA_ARGS__)

static void
add(struct comparison *c, enum call_change_kind kind, const char *code, const char *was, const char *became,
    const struct lang_text *why)
{
	c->out->list[c->out->n++] =
	    (struct call_change){ kind, code, was, became, why == NULL ? (struct lang_text){ { NULL } } : *why };
}

/* ------------------------------------------------------------------------------------------ when */

/* The deadline people go by: the main round's where there is one. */
static instant
deadline_of_call(const struct call *call)
{
	return (call->kind == CALL_MAIN_THEN_CONTINUOUS ? call->main_closes_at : call->closes_at);
}

static instant
deadline_of_plan(const struct call_plan *plan)
{
	return (plan->kind == CALL_MAIN_THEN_CONTINUOUS ? plan->main_closes_at : plan->closes_at);
}

static const struct call_extension *
extension_from(const struct call_plan *plan, instant from)
{
	for (size_t i = 0; i < plan->n_extended; i++)
		if (plan->extended[i].from == from)
			return (&plan->extended[i]);
	return (NULL);
}

static const char *
told(const struct comparison *c, instant at)
{
	return (deadline_text(c->arena, at, c->messages->lang));
}

static void
compare_deadline(struct comparison *c)
{
	instant was = deadline_of_call(&c->old->call), is = deadline_of_plan(c->plan);
	const struct call_extension *extension = extension_from(c->plan, was);

	if (was == is)
		return;
	if (c->opened && is < was)
		REFUSE(c, COMPLAINT_CALL_SHORTENED, told(c, was), told(c, is));
	else if (is > was && extension != NULL)
		add(c, CALL_CHANGE_EXTENDED, "extended", deadline_text(c->arena, was, LANG_NB),
		    deadline_text(c->arena, is, LANG_NB), &extension->why);
	else if (c->opened && c->plan->kind != CALL_CONTINUOUS && c->plan->kind != CALL_RELATIVE)
		REFUSE(c, COMPLAINT_CALL_EXTENDED_WHY, told(c, was), told(c, is));
	else
		add(c, CALL_CHANGE_DATES, "dates", deadline_text(c->arena, was, LANG_NB),
		    deadline_text(c->arena, is, LANG_NB), NULL);
}

/* Days asked for, as far as they can be compared: a month is at least 28 days. */
static bool
asks_more(struct call_lead new, struct call_lead old)
{
	/* Held against the same days, so that leap years and month ends are what they are. */
	for (int month = 1; month <= 12; month++)
		for (int day = 1; day <= 28; day += 27) {
			struct date start = { 2028, month, day };

			if (new.count > 0 &&
			    (old.count == 0 || date_cmp(lead_last_day(new, start), lead_last_day(old, start)) < 0))
				return (true);
		}
	return (false);
}

static bool
covers_less(const struct comparison *c)
{
	const struct call *old = &c->old->call;
	const struct call_plan *plan = c->plan;

	if (date_none(plan->covers_from))
		return (false);
	return (date_none(old->covers_from) || date_cmp(plan->covers_from, old->covers_from) > 0 ||
		date_cmp(plan->covers_to, old->covers_to) < 0);
}

/* What applicants in an open call rely on, and what may not be turned against them. */
static void
compare_terms(struct comparison *c)
{
	const struct call *old = &c->old->call;
	const struct call_plan *plan = c->plan;

	if (!c->opened)
		return;
	if (plan->opens_at != old->opens_at)
		REFUSE(c, COMPLAINT_CALL_OPENED, instant_long(c->arena, old->opens_at, c->messages->lang));
	if (plan->kind != old->kind)
		REFUSE(c, COMPLAINT_CALL_KIND, call_kind_code(old->kind), call_kind_code(plan->kind));
	if (asks_more(plan->before_start, old->before_start))
		REFUSE(c, COMPLAINT_CALL_LEAD_LONGER);
	if (covers_less(c))
		REFUSE(c, COMPLAINT_CALL_COVERS_LESS);
}

static bool
same_dates(const struct call *old, const struct call_plan *plan)
{
	return (old->opens_at == plan->opens_at && old->kind == plan->kind && old->extra == plan->extra &&
		old->before_start.count == plan->before_start.count &&
		(old->before_start.count == 0 || old->before_start.unit == plan->before_start.unit) &&
		date_cmp(old->covers_from, plan->covers_from) == 0 && date_cmp(old->covers_to, plan->covers_to) == 0 &&
		date_cmp(old->answer_by, plan->answer_by) == 0 && old->answer_weeks == plan->answer_weeks &&
		(old->closes_at == plan->closes_at || plan->kind == CALL_FIXED || plan->kind == CALL_CONTINUOUS ||
		    plan->kind == CALL_RELATIVE));
}

/* ------------------------------------------------------------------------------------------ what stops it */

static void
compare_status(struct comparison *c)
{
	enum call_status was = c->old->call.status, is = c->plan->status;

	if (was == is)
		return;
	add(c, is == CALL_ANNOUNCED ? CALL_CHANGE_RESUMED : CALL_CHANGE_STOPPED,
	    is == CALL_ANNOUNCED ? "resumed" : call_status_code(is), call_status_code(was), call_status_code(is),
	    &c->plan->status_why);
}

static bool
same_text(const char *a, const char *b)
{
	return (strcmp(a == NULL ? "" : a, b == NULL ? "" : b) == 0);
}

static void
compare_frame(struct comparison *c)
{
	money was = c->old->call.frame, is = c->plan->frame, awarded = c->old->awarded;
	bool other = !same_text(c->old->call.frame_owner, c->plan->shared_with);

	if (other && c->old->locked) {
		REFUSE(c, COMPLAINT_CALL_SHARED_LOCKED);
		return;
	}
	if (other)
		add(c, CALL_CHANGE_FRAME, "frame", money_show(c->arena, was), money_show(c->arena, is), NULL);
	if (other || c->plan->shared_with != NULL)
		return;
	if (money_cmp(is, was) == 0)
		return;
	if (money_cmp(is, awarded) < 0)
		REFUSE(c, COMPLAINT_CALL_FRAME_SPENT, money_show(c->arena, awarded));
	else
		add(c, CALL_CHANGE_FRAME, "frame", money_show(c->arena, was), money_show(c->arena, is), NULL);
}

/* A list that is locked has been judged with what was kept then; one that follows it may be judged otherwise. */
static void
compare_earmarks(struct comparison *c)
{
	const char *was = c->old->call.earmarks, *is = c->plan->earmarks;

	if (same_text(was, is))
		return;
	if (c->old->locked && !call_kind_in_batches(c->old->call.kind))
		REFUSE(c, COMPLAINT_CALL_EARMARK_LOCKED);
	else
		add(c, CALL_CHANGE_EARMARKS, "earmarks", call_earmarks_text(c->arena, was, LANG_NB),
		    call_earmarks_text(c->arena, is, LANG_NB), NULL);
}

/* ------------------------------------------------------------------------------------------ words */

static bool
same_words(const struct lang_text *a, const struct lang_text *b)
{
	for (int lang = 0; lang < LANG__MAX; lang++)
		if (!same_text(a->in[lang], b->in[lang]))
			return (false);
	return (true);
}

static bool
same_extensions(const struct call_notes *a, const struct call_notes *b)
{
	if (a->n_extended != b->n_extended)
		return (false);
	for (size_t i = 0; i < a->n_extended; i++)
		if (a->extended[i].from != b->extended[i].from ||
		    date_cmp(a->extended[i].decided_on, b->extended[i].decided_on) != 0 ||
		    !same_words(&a->extended[i].why, &b->extended[i].why))
			return (false);
	return (true);
}

static bool
same_upstream(const struct call_notes *a, const struct call_notes *b)
{
	if (a->n_upstream != b->n_upstream)
		return (false);
	for (size_t i = 0; i < a->n_upstream; i++)
		if (a->upstream[i].body != b->upstream[i].body ||
		    date_cmp(a->upstream[i].closes_on, b->upstream[i].closes_on) != 0 ||
		    !same_words(&a->upstream[i].text, &b->upstream[i].text))
			return (false);
	return (true);
}

struct call_notes
call_plan_notes(const struct call_plan *plan)
{
	return ((struct call_notes){
	    .message = plan->message,
	    .condition = plan->condition,
	    .changed = plan->changed,
	    .status = plan->status_why,
	    .usual = plan->usual,
	    .extended = plan->extended,
	    .n_extended = plan->n_extended,
	    .upstream = plan->upstream,
	    .n_upstream = plan->n_upstream,
	});
}

static bool
same_notes(const struct call_notes *a, const struct call_notes *b)
{
	return (same_words(&a->message, &b->message) && same_words(&a->condition, &b->condition) &&
		same_words(&a->changed, &b->changed) && same_words(&a->status, &b->status) &&
		a->usual.month == b->usual.month && a->usual.day == b->usual.day && same_extensions(a, b) &&
		same_upstream(a, b));
}

static bool
same_contact(const struct call *old, const struct call_contact *contact)
{
	return (same_text(old->contact_name, contact->name) && same_text(old->contact_phone, contact->phone) &&
		same_text(old->contact_email, contact->email));
}

static void
compare_words(struct comparison *c)
{
	const struct call *old = &c->old->call;
	struct call_notes notes = call_plan_notes(c->plan);

	if (!same_words(&old->title, &c->plan->title) || !same_contact(old, &c->plan->contact) ||
	    old->conditional != c->plan->conditional || date_cmp(old->status_on, c->plan->status_on) != 0 ||
	    !same_notes(&c->old->notes, &notes))
		add(c, CALL_CHANGE_WORDS, "words", "", "", NULL);
}

bool
call_changes_find(struct call_changes *out, struct scheme_messages *messages, struct arena *arena,
    const struct call_standing *old, const struct call_plan *plan, instant now)
{
	struct comparison c = { out, messages, arena, old, plan, now >= old->call.opens_at };
	size_t before = messages->n;

	out->n = 0;
	compare_terms(&c);
	compare_deadline(&c);
	compare_status(&c);
	compare_frame(&c);
	compare_earmarks(&c);
	if (!same_dates(&old->call, plan))
		add(&c, CALL_CHANGE_DATES, "dates", "", "", NULL);
	/* A status or an extension brings its own words. */
	if (out->n == 0)
		compare_words(&c);
	return (messages->n == before);
}
