/* demo_decisions.c — the demo's lists, decisions, letters and evaluations. */
#include <stdlib.h>
#include <string.h>

#include "cli/demo_run.h"
#include "core/text.h"
#include "domain/delegation.h"
#include "flow/appeal_change_flow.h"
#include "flow/case_flow.h"
#include "flow/decision_flow.h"
#include "flow/evaluation_flow.h"
#include "flow/letter_flow.h"
#include "flow/recommendation_flow.h"

/* The list is locked a week before the meeting; without one, a month after the deadline. */
static int
lock_day(const struct demo_call *call)
{
	return (call->stage >= DEMO_DECIDED ? call->meeting - 7 : call->closes + 30);
}

static struct demo_application *
application_of(struct demo_call *call, int64_t id)
{
	for (size_t i = 0; i < call->n_applications; i++)
		if (call->applications[i].application_id == id)
			return (&call->applications[i]);
	return (NULL);
}

static const char *
reason_for(struct demo_run *run, const struct demo_application *a, enum outcome outcome)
{
	const struct xml_node *node =
	    demo_pick(run->data->filling, "proposal", "outcome", outcome_proposal_code(outcome), (uint64_t)a->number);

	return (*a->reason != '\0' ? a->reason : demo_text(run->ctx->arena, node, a->lang));
}

static void
propose(
    struct proposal *out, struct demo_run *run, const struct demo_application *a, const struct recommendation_row *row)
{
	enum outcome outcome = outcome_of_sum(a->applied, a->proposed, row->formal_dismissal);

	*out = (struct proposal){ .application_id = row->application_id,
		.rank = row->rank,
		.outcome = outcome,
		.sum = a->proposed,
		.reason = reason_for(run, a, outcome) };
}

static enum status
list_of(struct recommendation_list *out, struct demo_run *run, const struct demo_call *call)
{
	enum status st = recommendation_load(out, run->ctx, call->call_id, 0);

	return (st == OK ? OK : demo_failed("list", call->id, NULL, st));
}

/* How many lists of a call that is still worked with are locked already. */
static int
lists_before(const struct demo_call *call)
{
	int last = 0;

	for (size_t i = 0; i < call->n_applications; i++)
		if (call->applications[i].list > last)
			last = call->applications[i].list;
	return (last);
}

static bool
is_proposed(const struct demo_call *call, const struct demo_application *a, const struct recommendation_list *list)
{
	if (call->stage >= DEMO_LOCKED || a->dismiss != NULL)
		return (true);
	return (a->has_proposal && list->batch == (a->list > 0 ? a->list : lists_before(call) + 1));
}

static enum status
list_fill(struct demo_run *run, struct demo_call *call)
{
	struct recommendation_list list;
	struct messages messages = { 0 };
	struct proposal *proposals;
	size_t n = 0;
	enum status st;

	if ((st = recommendation_open(run->ctx, call->call_id)) != OK)
		return (demo_failed("list", call->id, NULL, st));
	if ((st = list_of(&list, run, call)) != OK)
		return (st);
	proposals = arena_array(run->ctx->arena, list.n_rows, sizeof(*proposals));
	for (size_t i = 0; i < list.n_rows; i++) {
		const struct demo_application *a = application_of(call, list.rows[i].application_id);

		if (!is_proposed(call, a, &list))
			continue;
		propose(&proposals[n++], run, a, &list.rows[i]);
		/* What waits for another list has no place on this one. */
		if (lists_before(call) > 0)
			proposals[n - 1].rank = (int)n;
	}
	st = call->shared_out ? recommendation_share(&messages, run->ctx, &list, list.version)
			      : recommendation_save(&messages, run->ctx, &list, proposals, n, NULL, list.version);
	return (st == OK ? OK : demo_failed("proposals", call->id, &messages, st));
}

static enum status
list_lock(struct demo_run *run, struct demo_call *call, int day)
{
	struct recommendation_list list;
	struct messages messages = { 0 };
	enum status st;

	demo_act_as(run, call->officer, day, 4);
	if ((st = list_fill(run, call)) != OK || (st = list_of(&list, run, call)) != OK)
		return (st);
	st = recommendation_lock(&messages, run->ctx, &list, list.version);
	return (st == OK ? OK : demo_failed("locking", call->id, &messages, st));
}

/* The lists of a call whose cases are being worked on; none when nothing is proposed. */
static enum status
lists_begin(struct demo_run *run, struct demo_call *call)
{
	int before = lists_before(call);
	bool begun = call->shared_out;
	enum status st = OK;

	for (int i = 0; st == OK && i < before; i++)
		st = list_lock(run, call, -14 + i);
	for (size_t i = 0; i < call->n_applications; i++)
		begun |= call->applications[i].has_proposal && call->applications[i].list == 0;
	if (st != OK || !begun)
		return (st);
	demo_act_as(run, call->officer, -1, 9);
	return (list_fill(run, call));
}

/* --- decisions ------------------------------------------------------------------------------------------------------
 */

static enum status
leader_declares(struct demo_run *run, const struct demo_call *call)
{
	enum status st;

	for (size_t i = 0; i < call->n_applications; i++) {
		const struct demo_application *a = &call->applications[i];

		demo_act_as(run, call->leader, lock_day(call) + 2, a->number);
		if ((st = impartiality_declare(run->ctx, a->application_id, IMPARTIAL, "")) != OK)
			return (demo_failed("impartiality", a->title, NULL, st));
	}
	return (OK);
}

/* The cases that body decides, NULL for the leader's own; how many. */
static size_t
cases_of(struct decision_made *out, const struct recommendation_list *list, struct demo_call *call, const char *body)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n_rows; i++) {
		const struct recommendation_row *row = &list->rows[i];
		const struct demo_application *a = application_of(call, row->application_id);
		money larger = money_max(row->proposed, a->award);
		const char *decider = delegation_body(list->scheme, larger);

		if ((decider == NULL) == (body == NULL) && (body == NULL || text_equal(decider, body)))
			out[n++] = (struct decision_made){ row->application_id, a->award, "", a->departure };
	}
	return (n);
}

static enum status
decide_as(struct demo_run *run, struct demo_call *call, const struct recommendation_list *list, const char *body)
{
	struct decision_made *made = arena_array(run->ctx->arena, list->n_rows, sizeof(*made));
	size_t n = cases_of(made, list, call, body);
	struct messages messages = { 0 };
	struct date on = demo_day(run, call->meeting);
	struct body_meeting meeting = { body, on, arena_printf(run->ctx->arena, "%s/%d", call->meeting_case, on.year),
		11 + (int)demo_chance((uint64_t)call->line, "for", 4),
		(int)demo_chance((uint64_t)call->line, "against", 3), "" };
	enum status st;

	if (n == 0)
		return (OK);
	st = body == NULL ? decision_by_leader(&messages, run->ctx, list, made, n)
			  : decision_by_body(&messages, run->ctx, list, &meeting, made, n);
	return (st == OK ? OK : demo_failed("decisions", call->id, &messages, st));
}

static enum status
decide(struct demo_run *run, struct demo_call *call)
{
	struct recommendation_list list;
	enum status st;

	if ((st = leader_declares(run, call)) != OK)
		return (st);
	demo_act_as(run, call->leader, call->meeting + 1, 2);
	if ((st = list_of(&list, run, call)) != OK)
		return (st);
	for (size_t i = 0; st == OK && i < list.scheme->n_levels; i++)
		st = decide_as(run, call, &list, list.scheme->levels[i].body);
	return (st);
}

/* <changed>: the body of appeal gave more, in a meeting so many days after the appeal went to it. */
static enum status
change_play(struct demo_run *run, const struct demo_call *call, const struct demo_application *a, int day)
{
	const struct xml_node *changed = xml_child(a->node, "changed");
	struct arena *arena = run->ctx->arena;
	struct appeal_change_asked asked = { .by_appeal_body = true };
	struct appeal_change change = { 0 };
	enum status st;

	if (changed == NULL)
		return (OK);
	day += (int)strtol(xml_attribute(changed, "after"), NULL, 10);
	demo_act_as(run, call->officer, day + 1, a->number);
	asked.sum = MONEY_NOK(strtoll(xml_attribute(changed, "sum"), NULL, 10));
	asked.decided_on = date_add_days(instant_day(run->ctx->now), -1);
	asked.meeting_case = xml_attribute(changed, "case");
	asked.votes_for = (int)strtol(xml_attribute(changed, "for"), NULL, 10);
	asked.votes_against = (int)strtol(xml_attribute(changed, "against"), NULL, 10);
	asked.reason = text_trim(arena, xml_content(arena, changed));
	if ((st = appeal_change_compose(&change, run->ctx, a->application_id, &asked)) != OK ||
	    (st = appeal_change_send(run->ctx, &change, NULL)) != OK)
		return (demo_failed("changed decision", a->title, &change.draft.missing, st));
	return (OK);
}

/* <appeal> came so many days after the letter, and was sent on a week later with what <view> says of it. */
static enum status
appeal_play(struct demo_run *run, const struct demo_call *call, const struct demo_application *a)
{
	const struct xml_node *came = xml_child(a->node, "appeal"), *view = xml_child(a->node, "view");
	struct appeal_asked asked = { .late_because = "" };
	struct arena *arena = run->ctx->arena;
	struct appeal_papers papers = { 0 };
	struct messages messages = { 0 };
	int day = call->meeting + 3;
	enum status st;

	if (came == NULL)
		return (OK);
	day += (int)strtol(xml_attribute(came, "after"), NULL, 10);
	demo_act_as(run, call->officer, day, a->number);
	if ((st = appeal_register(&messages, run->ctx, a->application_id, instant_day(run->ctx->now),
		 text_trim(arena, xml_content(arena, came)))) != OK)
		return (demo_failed("appeal", a->title, &messages, st));
	if (view == NULL || !appeal_view_parse(&asked.view, xml_attribute(view, "code")))
		return (OK);
	demo_act_as(run, call->officer, day + 7, a->number);
	asked.assessment = text_trim(arena, xml_content(arena, view));
	if ((st = appeal_papers_compose(&papers, run->ctx, a->application_id, &asked, NULL)) != OK ||
	    (st = appeal_papers_send(run->ctx, &papers)) != OK)
		return (demo_failed("papers of an appeal", a->title, &papers.missing, st));
	return (change_play(run, call, a, day + 7));
}

static enum status
letters_send(struct demo_run *run, const struct demo_call *call)
{
	struct arena *whole = run->ctx->arena;
	struct messages messages = { 0 };
	enum status st = OK;

	for (size_t i = 0; st == OK && i < call->n_applications; i++) {
		run->ctx->arena = arena_new(0);
		demo_act_as(run, call->officer, call->meeting + 3, call->applications[i].number);
		if ((st = letter_send(&messages, run->ctx, call->applications[i].application_id, NULL)) != OK)
			st = demo_failed("letter", call->applications[i].title, &messages, st);
		else
			st = appeal_play(run, call, &call->applications[i]);
		arena_free(run->ctx->arena);
		run->ctx->arena = whole;
	}
	return (st);
}

enum status
demo_decide(struct demo_run *run, struct demo_call *call)
{
	struct arena *whole = run->ctx->arena;
	enum status st = OK;

	if (call->stage < DEMO_CASEWORK)
		return (OK);
	run->ctx->arena = arena_new(0);
	if (call->stage == DEMO_CASEWORK)
		st = lists_begin(run, call);
	else if ((st = list_lock(run, call, lock_day(call))) == OK && call->stage >= DEMO_DECIDED)
		st = decide(run, call);
	else if (st == OK && call->leader_declared)
		st = leader_declares(run, call);
	arena_free(run->ctx->arena);
	run->ctx->arena = whole;
	return (st == OK && call->stage == DEMO_NOTIFIED ? letters_send(run, call) : st);
}

enum status
demo_evaluate(struct demo_run *run, const struct demo_call *call)
{
	struct arena *whole = run->ctx->arena;
	enum status st;

	if (call->evaluated == 0)
		return (OK);
	run->ctx->arena = arena_new(0);
	demo_act_as(run, call->leader, call->evaluated, 3);
	if ((st = evaluation_publish(run->ctx, call->scheme, run->today.year + call->year, NULL)) != OK)
		st = demo_failed("evaluation", call->scheme, NULL, st);
	arena_free(run->ctx->arena);
	run->ctx->arena = whole;
	return (st);
}
