/* demo_applications.c — the demo's applications: started, filled in, attached to and sent through the same flows as
 * people's. */
#include <stdlib.h>
#include <string.h>

#include "cli/demo_answers.h"
#include "cli/demo_run.h"
#include "flow/application_flow.h"
#include "flow/draft_flow.h"
#include "flow/submission_flow.h"

/* What a person would find wrong with a freshly written draft that is only a missing file. */
static const struct scheme_field *
missing_file(const struct scheme *scheme, const struct messages *messages)
{
	const struct scheme_field *field;

	for (size_t i = 0; i < messages->n; i++)
		if (messages->list[i].kind == MESSAGE_ERROR &&
		    (field = scheme_field(scheme, messages->list[i].path)) != NULL && field->type == FIELD_ATTACHMENT)
			return (field);
	return (NULL);
}

static enum status
attach(struct demo_run *run, const struct application *application, const struct scheme_field *field)
{
	const char *heading = lang_pick(&field->label, application->lang), *message = NULL, *bytes;
	struct messages said = messages_new(run->ctx->arena);
	size_t len;
	enum status st;

	bytes = demo_pdf(&len, run->ctx->arena, heading, application->organisation.name);
	st = application_attach(
	    &message, run->ctx, application, field, arena_printf(run->ctx->arena, "%s.pdf", field->id), bytes, len);
	if (st == OK)
		return (OK);
	if (message != NULL)
		messages_add(&said, MESSAGE_ERROR, "", field->id, message);
	return (demo_failed("file", application->title, &said, st));
}

static enum status
attach_missing(struct demo_run *run, const struct application *application)
{
	const struct scheme_field *field, *last = NULL;
	struct messages messages;
	enum status st;

	do {
		if ((st = application_check(&messages, run->ctx, application)) != OK)
			return (demo_failed("check", application->title, NULL, st));
		if ((field = missing_file(application->scheme, &messages)) == NULL || field == last)
			return (OK);
		last = field;
	} while ((st = attach(run, application, field)) == OK);
	return (st);
}

static enum status
reload(struct application *out, struct demo_run *run, const struct demo_application *a)
{
	enum status st = application_load(out, run->ctx, a->application_id);

	return (st == OK ? OK : demo_failed("draft", a->title, NULL, st));
}

static enum status
fill_in(struct demo_run *run, struct application *application, const struct demo_call *call,
    const struct demo_application *a)
{
	struct demo_case c = { run->data, call, a, application->scheme, application->lang, run->today };
	struct save_result result;
	struct answers *answers;
	const char *fields;
	enum status st;

	demo_answers(&answers, &fields, run->ctx->arena, &c);
	if ((st = application_save(&result, run->ctx, application, NULL, fields, answers, application->version)) != OK)
		return (demo_failed("answers", a->title, NULL, st));
	return (reload(application, run, a));
}

static enum status
send(struct demo_run *run, struct application *application, const struct demo_application *a)
{
	struct messages messages = { 0 };
	enum status st;

	/* A file is a change too: what is sent is the version after it. */
	if ((st = attach_missing(run, application)) != OK || (st = reload(application, run, a)) != OK)
		return (st);
	if ((st = application_submit(&messages, run->ctx, application, application->version)) != OK)
		return (demo_failed("application", application->title, &messages, st));
	return (OK);
}

static enum status
application_make(struct demo_run *run, const struct demo_call *call, struct demo_application *a)
{
	const struct demo_organisation *o = a->organisation;
	struct application application;
	enum status st;

	demo_act_as(run, o->people[0], a->sent, a->number);
	if ((st = application_start(&a->application_id, run->ctx, call->call_id, o->organisation_id, a->lang)) != OK ||
	    (st = application_load(&application, run->ctx, a->application_id)) != OK)
		return (demo_failed("draft", a->title, NULL, st));
	if ((st = fill_in(run, &application, call, a)) != OK ||
	    (st = demo_statement_make(run, &application, a)) != OK || a->state == DEMO_DRAFT)
		return (st);
	return (send(run, &application, a));
}

/* One application and the call it goes to, to be sent in the order of time: numbers run with it. */
struct errand {
	const struct demo_call *call;
	struct demo_application *application;
	instant when;
};

static int
errand_order(const void *a, const void *b)
{
	const struct errand *x = a, *y = b;

	return ((x->when > y->when) - (x->when < y->when));
}

static size_t
errands_of(struct errand **out, struct demo_run *run)
{
	size_t total = 0, n = 0;

	for (size_t i = 0; i < run->data->n_calls; i++)
		total += run->data->calls[i].n_applications;
	*out = arena_array(run->ctx->arena, total, sizeof(**out));
	for (size_t i = 0; i < run->data->n_calls; i++)
		for (size_t j = 0; j < run->data->calls[i].n_applications; j++) {
			struct demo_application *a = &run->data->calls[i].applications[j];

			(*out)[n++] = (struct errand){ &run->data->calls[i], a, demo_moment(run, a->sent, a->number) };
		}
	qsort(*out, n, sizeof(**out), errand_order);
	return (n);
}

enum status
demo_applications_make(struct demo_run *run)
{
	struct arena *whole = run->ctx->arena;
	struct errand *errands;
	size_t n = errands_of(&errands, run);
	enum status st = OK;

	for (size_t i = 0; st == OK && i < n; i++) {
		run->ctx->arena = arena_new(0);
		st = application_make(run, errands[i].call, errands[i].application);
		arena_free(run->ctx->arena);
		run->ctx->arena = whole;
	}
	return (st);
}
