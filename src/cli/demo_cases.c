/* demo_cases.c — the demo's case work: impartiality, formal check and assessment. */
#include <stdlib.h>
#include <string.h>

#include "cli/demo_run.h"
#include "core/text.h"
#include "flow/application_flow.h"
#include "flow/assessment_flow.h"
#include "flow/before_lock_flow.h"
#include "flow/case_flow.h"
#include "flow/case_letter_flow.h"
#include "flow/formal_check_flow.h"

/* Case work follows the deadline, or the application itself while a call stands open; it never lies ahead. */
static int
day_of(const struct demo_call *call, const struct demo_application *a, int after)
{
	int day = (call->closes < 0 && a->sent <= call->closes ? call->closes : a->sent) + after;

	return (day < -1 ? day : -1);
}

static enum status
declare(struct demo_run *run, const struct demo_application *a)
{
	const struct xml_node *ground = demo_pick(run->data->filling, "conflict", NULL, NULL, 0);
	enum impartiality what = a->state == DEMO_CONFLICT ? CONFLICT : IMPARTIAL;
	enum status st;

	st = impartiality_declare(run->ctx, a->application_id, what, demo_text(run->ctx->arena, ground, LANG_NB));
	return (st == OK ? OK : demo_failed("impartiality", a->title, NULL, st));
}

/* Every rule a person weighs, passed but for the one that the application fails. */
static void
judge(struct formal_check *check, struct arena *arena, const struct scheme *scheme, const struct demo_application *a)
{
	check->items = arena_array(arena, scheme->n_rules + 1, sizeof(*check->items));
	for (size_t i = 0; i < scheme->n_rules; i++) {
		const struct scheme_rule *rule = &scheme->rules[i];
		bool fails = text_equal(rule->id, a->dismiss) || text_equal(rule->id, a->not_met);

		if (rule->test == NULL || fails)
			check->items[check->n_items++] = (struct formal_item){ rule->id, !fails, "" };
	}
}

static enum status
check_formally(struct demo_run *run, const struct demo_application *a, const struct application *application)
{
	struct formal_check check = { .dismiss = a->dismiss != NULL,
		.reason = a->dismiss != NULL ? a->reason : "",
		.late_accepted_because = "" };
	struct messages said = messages_new(run->ctx->arena);
	const char *message = NULL;
	enum status st;

	judge(&check, run->ctx->arena, application->scheme, a);
	if ((st = formal_check_register(&message, run->ctx, application, &check)) == OK)
		return (OK);
	if (message != NULL)
		messages_add(&said, MESSAGE_ERROR, "", "", message);
	return (demo_failed("formal check", a->title, &said, st));
}

static const char *
words(struct demo_run *run, const char *element, const char *attribute, int value, uint64_t n)
{
	const char *text = arena_printf(run->ctx->arena, "%d", value);

	return (demo_text(run->ctx->arena, demo_pick(run->data->filling, element, attribute, text, n), LANG_NB));
}

/* From 1, the highest. */
static int
rung_of(const struct demo_application *a, const struct scheme *scheme)
{
	for (size_t i = 0; i < scheme->n_rungs; i++)
		if (text_equal(scheme->rungs[i].id, a->rung))
			return ((int)i + 1);
	return (1 + (5 - a->quality) * ((int)scheme->n_rungs - 1) / 4);
}

/* Requirements are met, and wishes by the better ones; the better, the higher on a ladder. */
static void
give_answer(struct score_mark *mark, const struct demo_application *a, const struct scheme *scheme)
{
	const struct scheme_criterion *criterion = scheme_criterion(scheme, mark->criterion);

	mark->marked = true;
	if (criterion == NULL)
		mark->mark = rung_of(a, scheme);
	else
		mark->mark = criterion->kind == CRITERION_REQUIRED || a->quality >= 3;
}

static bool
is_graded(const struct scheme *scheme, const char *id)
{
	const struct scheme_criterion *criterion = scheme_criterion(scheme, id);

	return (criterion != NULL && criterion->kind == CRITERION_GRADED);
}

static bool
is_answered(const struct scheme *scheme, const char *id)
{
	const struct scheme_criterion *criterion = scheme_criterion(scheme, id);

	return (criterion == NULL || criterion->kind == CRITERION_REQUIRED || criterion->kind == CRITERION_SHOULD);
}

/* A mark near the application's quality, from 0 to 5, on whatever scale the scheme has. */
static void
give_mark(struct score_mark *mark, struct demo_run *run, const struct demo_application *a, const struct scheme *scheme)
{
	uint64_t seed = (uint64_t)a->number;
	int around = a->quality + (int)demo_chance(seed, mark->criterion, 3) - 1;
	int of5 = around < 0 ? 0 : around > 5 ? 5 : around;

	mark->marked = true;
	mark->mark = scheme->scale_min + of5 * (scheme->scale_max - scheme->scale_min) / 5;
	mark->reason = words(run, "mark", "value", of5, demo_chance(seed, mark->criterion, 7));
}

static enum status
assess(struct demo_run *run, const struct demo_application *a, const struct application *application)
{
	struct assessment assessment;
	struct messages messages = { 0 };
	enum status st;

	if ((st = assessment_mine(&assessment, run->ctx, application)) != OK)
		return (demo_failed("assessment", a->title, NULL, st));
	for (size_t i = 0; i < assessment.n_marks; i++)
		if (is_answered(application->scheme, assessment.marks[i].criterion))
			give_answer(&assessment.marks[i], a, application->scheme);
		else if (scheme_has_marks(application->scheme) &&
			 is_graded(application->scheme, assessment.marks[i].criterion))
			give_mark(&assessment.marks[i], run, a, application->scheme);
	if (!scheme_has_marks(application->scheme))
		assessment.overall_reason = words(run, "overall", "quality", a->quality, (uint64_t)a->number);
	if ((st = assessment_save(&messages, run->ctx, application, &assessment, true)) != OK)
		return (demo_failed("assessment", a->title, &messages, st));
	return (OK);
}

/* What municipalities have said of it before the assessment. */
static enum status
hear_municipalities(
    struct demo_run *run, const struct demo_application *a, const struct application *application, struct date on)
{
	enum status st = OK;

	for (const struct xml_node *n = xml_child(a->node, "opinion"); st == OK && n != NULL;
	     n = xml_next(n, "opinion")) {
		struct messages messages = messages_new(run->ctx->arena);
		const char *rank = xml_attribute(n, "rank");
		struct municipality_opinion opinion = { .application_id = a->application_id,
			.municipality_code = xml_attribute(n, "municipality"),
			.given_on = on,
			.stance = xml_attribute(n, "stance"),
			.rank = rank == NULL ? 0 : (int)strtol(rank, NULL, 10),
			.opinion = text_trim(run->ctx->arena, xml_content(run->ctx->arena, n)) };

		if ((st = opinion_register(&messages, run->ctx, application, &opinion)) != OK)
			st = demo_failed("opinion", a->title, &messages, st);
	}
	return (st);
}

static enum status
reload(struct application *out, struct demo_run *run, const struct demo_application *a)
{
	enum status st = application_load(out, run->ctx, a->application_id);

	return (st == OK ? OK : demo_failed("case", a->title, NULL, st));
}

/* <lacking> is a letter on defects, <reply> a provisional reply; days until what is asked or promised. */
static enum status
send_letter(struct demo_run *run, const struct demo_application *a, enum letter_kind kind)
{
	const struct xml_node *node = xml_child(a->node, kind == LETTER_DEFECT ? "lacking" : "reply");
	struct arena *arena = run->ctx->arena;
	struct case_letter_asked asked = { .words = "" };
	struct case_letter letter = { 0 };
	int64_t id;
	enum status st;

	if (node == NULL)
		return (OK);
	asked.day = date_add_days(instant_day(run->ctx->now), (int)strtol(xml_attribute(node, "days"), NULL, 10));
	if (kind == LETTER_DEFECT)
		case_letter_points(&asked, arena, xml_content(arena, node));
	else
		asked.words = text_trim(arena, xml_content(arena, node));
	if ((st = case_letter_compose(&letter, run->ctx, a->application_id, kind, &asked, NULL, NULL)) != OK ||
	    (st = case_letter_send(&id, run->ctx, &letter)) != OK)
		return (demo_failed("letter", a->title, &letter.missing, st));
	return (OK);
}

static enum status
work_on(struct demo_run *run, const struct demo_call *call, const struct demo_application *a)
{
	struct application application;
	enum status st;

	if (a->state < DEMO_CONFLICT)
		return (OK);
	demo_act_as(run, call->officer, day_of(call, a, 2), a->number);
	if ((st = declare(run, a)) != OK || (st = send_letter(run, a, LETTER_DEFECT)) != OK ||
	    (st = send_letter(run, a, LETTER_PROVISIONAL)) != OK || a->state < DEMO_ASSESSING)
		return (st);
	demo_act_as(run, call->officer, day_of(call, a, 4), a->number);
	if ((st = reload(&application, run, a)) != OK || (st = check_formally(run, a, &application)) != OK ||
	    a->state < DEMO_ASSESSED || a->dismiss != NULL)
		return (st);
	demo_act_as(run, call->officer, day_of(call, a, 6), a->number + 3);
	if ((st = reload(&application, run, a)) != OK ||
	    (st = hear_municipalities(run, a, &application, demo_day(run, day_of(call, a, 5)))) != OK)
		return (st);
	return (scheme_is_computed(application.scheme) ? OK : assess(run, a, &application));
}

enum status
demo_case_work(struct demo_run *run, struct demo_call *call)
{
	struct arena *whole = run->ctx->arena;
	enum status st = OK;

	for (size_t i = 0; st == OK && i < call->n_applications; i++) {
		run->ctx->arena = arena_new(0);
		st = work_on(run, call, &call->applications[i]);
		arena_free(run->ctx->arena);
		run->ctx->arena = whole;
	}
	return (st);
}
