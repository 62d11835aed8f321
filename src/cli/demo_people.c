/* demo_people.c — the demo's accounts, applicants and calls. */
#include <stdio.h>
#include <string.h>

#include "cli/demo_run.h"
#include "core/text.h"
#include "flow/account_flow.h"
#include "flow/call_flow.h"
#include "flow/demo_flow.h"
#include "flow/organisation_flow.h"

struct date
demo_day(const struct demo_run *run, int day)
{
	return (date_add_days(run->today, day));
}

instant
demo_moment(const struct demo_run *run, int day, int seed)
{
	return (instant_at(demo_day(run, day), 8 + seed * 5 % 12, seed * 17 % 60, seed * 7 % 60));
}

void
demo_act_as(struct demo_run *run, const struct demo_person *person, int day, int seed)
{
	struct ctx *ctx = run->ctx;

	ctx->db = run->app;
	ctx->user_id = person->user_id;
	ctx->user_name = person->name;
	ctx->role = person->role;
	ctx->unit_id = person->unit_id;
	ctx->lang = person->lang;
	ctx->received_at = ctx->now = demo_moment(run, day, seed);
}

void
demo_act_for_county(struct demo_run *run)
{
	struct ctx *ctx = run->ctx;

	ctx->db = run->jobs;
	ctx->user_id = 0;
	ctx->user_name = "";
	ctx->role = ROLE_NONE;
	ctx->unit_id = 0;
	ctx->received_at = ctx->now = instant_now();
}

enum status
demo_failed(const char *step, const char *what, const struct messages *messages, enum status st)
{
	fprintf(stderr, "tilskudd demo: %s: %s: %s\n", step, what, status_text(st));
	for (size_t i = 0; messages != NULL && i < messages->n; i++)
		if (messages->list[i].kind == MESSAGE_ERROR)
			fprintf(stderr, "  %s: %s\n", messages->list[i].path, messages->list[i].text);
	return (st);
}

/* --- accounts ------------------------------------------------------------------------------------------------------
 */

static enum status
account_make(struct demo_run *run, struct demo_person *person)
{
	struct account account = { .email = person->email,
		.name = person->name,
		.phone = person->phone,
		.role = person->role,
		.unit_code = person->unit,
		.body_code = person->body,
		.lang = person->lang,
		.demo = true };
	enum status st;

	st = account_save(&person->user_id, run->ctx, &account, person->login ? DEMO_PASSWORD : NULL);
	return (st == OK ? OK : demo_failed("account", person->email, NULL, st));
}

/* Officers act for their unit; its number is the database's. */
static enum status
units_find(struct demo_run *run)
{
	struct demo_account *accounts;
	size_t n;
	enum status st;

	if ((st = demo_accounts(&accounts, &n, run->ctx)) != OK)
		return (demo_failed("accounts", "reading them back", NULL, st));
	for (size_t i = 0; i < run->data->n_people; i++)
		for (size_t j = 0; j < n; j++)
			if (text_equal(accounts[j].email, run->data->people[i].email))
				run->data->people[i].unit_id = accounts[j].unit_id;
	return (OK);
}

enum status
demo_accounts_make(struct demo_run *run)
{
	enum status st;

	demo_act_for_county(run);
	for (size_t i = 0; i + 1 < run->data->n_people; i++)
		if ((st = account_make(run, &run->data->people[i])) != OK)
			return (st);
	return (units_find(run));
}

enum status
demo_last_account_make(struct demo_run *run)
{
	enum status st;

	demo_act_for_county(run);
	if ((st = demo_mail_done(run->ctx)) != OK)
		return (demo_failed("mail", "to demo addresses", NULL, st));
	return (account_make(run, &run->data->people[run->data->n_people - 1]));
}

/* --- applicants -----------------------------------------------------------------------------------------------------
 */

static enum status
organisation_make(struct demo_run *run, struct demo_organisation *o)
{
	struct organisation organisation = { .orgnr = o->orgnr,
		.name = o->name,
		.form = o->form,
		.address = o->address,
		.kind = o->kind,
		.municipality = o->municipality,
		.account_number = o->account,
		.lang = o->lang,
		.in_voluntary_register = o->in_voluntary_register,
		.immigrant_organisation = o->immigrant,
		.demo = true };
	enum status st;

	if ((st = organisation_save(&o->organisation_id, run->ctx, &organisation)) != OK)
		return (demo_failed("organisation", o->name, NULL, st));
	for (size_t i = 0; i < o->n_people; i++)
		if ((st = account_join(run->ctx, o->people[i]->email, o->orgnr, true, i == 0)) != OK)
			return (demo_failed("membership", o->name, NULL, st));
	return (OK);
}

enum status
demo_organisations_make(struct demo_run *run)
{
	enum status st;

	demo_act_for_county(run);
	for (size_t i = 0; i < run->data->n_organisations; i++)
		if ((st = organisation_make(run, &run->data->organisations[i])) != OK)
			return (st);
	return (OK);
}

/* --- calls -----------------------------------------------------------------------------------------------------------
 */

static enum status
call_make(struct demo_run *run, struct demo_call *c)
{
	const struct call_author author = { .name = "demo" };
	struct call_plan plan = { .year = run->today.year + c->year,
		.round = c->round,
		.kind = c->kind,
		.opens_at = instant_at(demo_day(run, c->opens), 9, 0, 0),
		.closes_at = instant_at(date_add_days(demo_day(run, c->closes), 1), 0, 0, 0),
		.before_start = c->before_start,
		.frame = c->frame,
		.answer_weeks = c->answer_weeks,
		.contact = { c->contact, c->officer->phone, c->officer->email } };
	enum status st;

	if (c->answer_weeks == 0)
		plan.answer_by = demo_day(run, c->answer_by);
	if (c->covers) {
		plan.covers_from = demo_day(run, c->covers_from);
		plan.covers_to = demo_day(run, c->covers_to);
	}
	if ((st = call_open(&c->call_id, run->ctx, c->scheme, &plan, &author)) != OK)
		return (demo_failed("call", c->id, NULL, st));
	return (OK);
}

enum status
demo_calls_make(struct demo_run *run)
{
	enum status st;

	demo_act_for_county(run);
	for (size_t i = 0; i < run->data->n_calls; i++)
		if ((st = call_make(run, &run->data->calls[i])) != OK)
			return (st);
	return (OK);
}
