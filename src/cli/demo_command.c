/* demo_command.c — "tilskudd demo load": a county's two years of grants, made through the same flows as the real thing.
 */
#include <stdio.h>

#include "cli/command.h"
#include "cli/demo_run.h"
#include "core/text.h"
#include "flow/demo_flow.h"
#include "flow/site_flow.h"

/* What stands in the database already. */
enum found { FOUND_NOTHING, FOUND_PART, FOUND_ALL };

static int
failed(const char *what)
{
	fprintf(stderr, "tilskudd demo: %s\n", what);
	return (EXIT_FAILED);
}

/* The last account is made last, so it tells whether an earlier load came to its end. */
static enum status
look(enum found *out, struct demo_run *run)
{
	const char *last = run->data->people[run->data->n_people - 1].email;
	struct demo_account *accounts;
	size_t n;
	enum status st;

	demo_act_for_county(run);
	if ((st = demo_accounts(&accounts, &n, run->ctx)) != OK)
		return (st);
	*out = n == 0 ? FOUND_NOTHING : FOUND_PART;
	for (size_t i = 0; i < n; i++)
		if (text_equal(accounts[i].email, last))
			*out = FOUND_ALL;
	return (OK);
}

static enum status
play(struct demo_run *run)
{
	enum status st = demo_applications_make(run);

	for (size_t i = 0; st == OK && i < run->data->n_calls; i++)
		if ((st = demo_case_work(run, &run->data->calls[i])) == OK)
			st = demo_decide(run, &run->data->calls[i]);
	for (size_t i = 0; st == OK && i < run->data->n_calls; i++)
		st = demo_evaluate(run, &run->data->calls[i]);
	return (st);
}

static enum status
make(struct demo_run *run)
{
	enum status st;

	if ((st = demo_accounts_make(run)) != OK || (st = demo_organisations_make(run)) != OK ||
	    (st = demo_calls_make(run)) != OK || (st = play(run)) != OK)
		return (st);
	return (demo_last_account_make(run));
}

static int
tell(const struct demo_run *run)
{
	size_t applications = 0;

	for (size_t i = 0; i < run->data->n_calls; i++)
		applications += run->data->calls[i].n_applications;
	printf("demo data: %zu accounts, %zu organisations, %zu calls, %zu applications; the password is %s\n",
	    run->data->n_people, run->data->n_organisations, run->data->n_calls, applications, DEMO_PASSWORD);
	return (EXIT_DONE);
}

static int
load(struct demo_run *run)
{
	enum found found;

	if (look(&found, run) != OK)
		return (failed("the database cannot be read"));
	if (found == FOUND_ALL) {
		printf("the demo data is there already\n");
		return (EXIT_DONE);
	}
	if (found == FOUND_PART)
		return (failed("an earlier load was cut off half-way; make a new database and load again (the private "
			       "one lies in TILSKUDD_DATA/pg)"));
	if (make(run) != OK)
		return (failed("the demo data is not whole; put right what the lines above say, make a new database "
			       "and load again"));
	return (tell(run));
}

static int
prepare(struct ctx *ctx, struct demo_data *data)
{
	const char *problem = NULL;
	struct site site;

	if (site_read(&site, ctx->arena) != OK || site_equip(ctx) != OK)
		return (failed("the installation's settings are not right; the lines above say why"));
	if (site.mode == SITE_PRODUCTION)
		return (failed("production gets no demo data: its passwords are known to everybody"));
	if (demo_data_read(data, &problem, ctx->arena, arena_printf(ctx->arena, "%s/conf/demo", site.home)) != OK)
		return (failed(problem));
	return (EXIT_DONE);
}

static int
demo_load(struct ctx *ctx)
{
	struct demo_data data;
	struct demo_run run = { .ctx = ctx, .data = &data, .today = instant_day(ctx->now) };
	int code = EXIT_FAILED;

	if (prepare(ctx, &data) != EXIT_DONE)
		return (EXIT_FAILED);
	if (db_connect_here(&run.jobs, DB_JOBS) == OK && db_connect_here(&run.app, DB_APP) == OK)
		code = load(&run);
	else
		code = failed("cannot reach the database; is TILSKUDD_DB right?");
	db_close(run.jobs);
	db_close(run.app);
	ctx->db = NULL;
	return (code);
}

int
demo_command(struct ctx *ctx, int argc, char **argv)
{
	if (argc < 2)
		return (command_usage("demo", "say what to do"));
	if (argc > 2 || !text_equal(argv[1], "load"))
		return (command_usage("demo", "\"%s\" is not understood", argv[argc - 1]));
	return (demo_load(ctx));
}
