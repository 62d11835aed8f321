/* demo_run.h — loading the demo: who acts, when, on which connection, and what is told when a step fails. */
#ifndef CLI_DEMO_RUN_H
#define CLI_DEMO_RUN_H

#include "cli/demo_data.h"
#include "db/db.h"
#include "domain/application.h"
#include "domain/validation.h"

struct demo_run {
	struct ctx *ctx;
	struct demo_data *data;
	struct db *jobs; /* acts for the county */
	struct db *app;  /* acts for people, under row-level security */
	struct date today;
};

/* The day that many days from the day of loading, and an hour of it that depends on seed. */
struct date demo_day(const struct demo_run *run, int day);
instant demo_moment(const struct demo_run *run, int day, int seed);

/* From here on ctx is that person, on that day; or the county. */
void demo_act_as(struct demo_run *run, const struct demo_person *person, int day, int seed);
void demo_act_for_county(struct demo_run *run);

/* Tells which step failed, and the messages that say why; messages may be NULL. Returns st. */
enum status demo_failed(const char *step, const char *what, const struct messages *messages, enum status st) MUST_CHECK;

/* Accounts, all but the last, which tells that everything is there; applicants and who writes for them; calls. */
enum status demo_accounts_make(struct demo_run *run) MUST_CHECK;
enum status demo_last_account_make(struct demo_run *run) MUST_CHECK;
enum status demo_organisations_make(struct demo_run *run) MUST_CHECK;
enum status demo_calls_make(struct demo_run *run) MUST_CHECK;

#define DEMO_PASSWORD "Tilskudd-demo-2026"

/* Every application, written and sent as its people would, in the order of time. */
enum status demo_applications_make(struct demo_run *run) MUST_CHECK;

/* Somebody asked for a statement, if the form has a place for one; given already when the application is sent. */
enum status demo_statement_make(
    struct demo_run *run, const struct application *application, const struct demo_application *a) MUST_CHECK;

/* Case work in the call, as far as its stage says. */
enum status demo_case_work(struct demo_run *run, struct demo_call *call) MUST_CHECK;

/* The list, the decisions and the letters, as far as the call's stage says. */
enum status demo_decide(struct demo_run *run, struct demo_call *call) MUST_CHECK;

/* The evaluation of the call's scheme and year, published by its leader, if the call says so. */
enum status demo_evaluate(struct demo_run *run, const struct demo_call *call) MUST_CHECK;

#endif
