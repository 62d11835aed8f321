/* jobs_main.c — "tilskudd jobs": the runner that sends mail and sweeps up, woken by the database, until it is stopped.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"
#include "core/log.h"
#include "core/text.h"
#include "db/db.h"
#include "flow/scheme_flow.h"
#include "flow/site_flow.h"
#include "flow/statement_flow.h"
#include "jobs/mail_job.h"
#include "jobs/upkeep_job.h"

/* A letter that is due later, or a notification that was lost, waits no longer than this. */
#define LONGEST_WAIT_MS (10 * 1000)
#define UPKEEP_EVERY (60 * 60 * INSTANT_SECOND)

/* A round is a few hundred letters at most; what is left waits for the next. */
#define ROUND_MEMORY ((size_t)64 * 1024 * 1024)

static volatile sig_atomic_t stopping;

static void
stop(int signal)
{
	(void)signal;
	stopping = 1;
}

struct runner {
	struct ctx ctx;
	struct smtp_server server;
	const char *site_url;
	instant upkeep_at;
	bool once;
};

static void
free_schemes(void *store)
{
	scheme_store_free(store);
}

/* The mail server comes from the environment: it is the machine's, not the county's. */
static enum status
runner_read(struct runner *runner, struct arena *arena)
{
	const char *url = getenv("TILSKUDD_SMTP"), *from = getenv("TILSKUDD_MAIL_FROM");
	struct site site;
	enum status st;

	if (text_blank(url) || text_blank(from)) {
		fprintf(stderr, "tilskudd jobs: set TILSKUDD_SMTP to the mail server (smtp://mail.fylke.no:25) and "
				"TILSKUDD_MAIL_FROM to the address letters come from\n");
		return (ERR_INVALID);
	}
	if ((st = site_read(&site, arena)) != OK)
		return (st);
	runner->server = (struct smtp_server){ url, from, lang_pick(&site.name, LANG_NB) };
	runner->site_url = site.url;
	runner->ctx.county = site.county;
	runner->ctx.schemes = scheme_flow_store();
	arena_defer(arena, free_schemes, runner->ctx.schemes);
	return (OK);
}

/* What fails is logged and tried again in the next round. */
static enum status
jobs_round(void *object)
{
	struct runner *runner = object;
	int sent = 0, reminded = 0;
	enum status st;

	if ((st = mail_job_run(&sent, &runner->ctx, &runner->server)) != OK)
		return (st);
	if (sent > 0)
		log_line(LOG_NOTE, runner->ctx.request_id, "%d letters sent", sent);
	if (runner->ctx.now < runner->upkeep_at)
		return (OK);
	if ((st = statement_remind(&reminded, &runner->ctx, runner->site_url)) != OK)
		return (st);
	if ((st = upkeep_job_run(&runner->ctx)) == OK)
		runner->upkeep_at = runner->ctx.now + UPKEEP_EVERY;
	return (st);
}

static enum status
jobs_round_guarded(struct runner *runner)
{
	struct arena *arena = arena_new(ROUND_MEMORY);
	enum status st;

	runner->ctx.arena = arena;
	runner->ctx.now = runner->ctx.received_at = instant_now();
	db_reset(runner->ctx.db);
	st = arena_guard(arena, jobs_round, runner);
	db_reset(runner->ctx.db);
	arena_free(arena);
	if (st != OK)
		log_line(LOG_WARNING, runner->ctx.request_id, "a round ended early: %s", status_text(st));
	return (st);
}

static int
jobs_run(struct runner *runner)
{
	struct sigaction act = { .sa_handler = stop };
	enum status st;

	/* Without SA_RESTART, so that waiting ends at once. */
	sigaction(SIGTERM, &act, NULL);
	sigaction(SIGINT, &act, NULL);
	db_listen(runner->ctx.db, "tilskudd_mail");
	do {
		st = jobs_round_guarded(runner);
		if (!runner->once && !stopping && !db_wait(runner->ctx.db, LONGEST_WAIT_MS) && st == ERR_UNAVAILABLE &&
		    !stopping)
			sleep(1);
	} while (!runner->once && !stopping);
	return (runner->once && st != OK ? EXIT_FAILED : EXIT_DONE);
}

int
jobs_command(struct ctx *ctx, int argc, char **argv)
{
	struct runner runner = { .ctx = *ctx };
	struct db *db = NULL;
	enum status st;
	int code = EXIT_FAILED;

	if (argc > 2 || (argc == 2 && strcmp(argv[1], "--once") != 0))
		return (command_usage("jobs", "\"%s\" is not understood", argv[1]));
	runner.once = argc == 2;
	if (runner_read(&runner, ctx->arena) != OK || smtp_start() != OK)
		return (EXIT_FAILED);
	/* A database that is down is waited for; a broken query is not. */
	st = db_connect_here(&db, DB_JOBS);
	if (st == OK || st == ERR_UNAVAILABLE) {
		runner.ctx.db = db;
		code = jobs_run(&runner);
	}
	db_close(db);
	return (code);
}
