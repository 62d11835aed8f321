/* connection_test.c — transactions, lost connections, and errors told as status. */
#include "db_fixture.h"

#include "db/account_db.h"
#include "db/db_internal.h"

static struct db *db;

static enum status
ask_name(const char **name, struct ctx *ctx)
{
	struct rows *rows;
	enum status st = db_one(&rows, ctx, "account_get", PARAMS(INT(ANNE)));

	if (st == OK)
		*name = rows_text(rows, 0, "name");
	return (st);
}

static enum status
set_lang(struct ctx *ctx, enum lang lang)
{
	enum status st;

	if ((st = db_begin(ctx)) != OK)
		return (st);
	if ((st = account_db_set_lang(ctx, lang)) != OK)
		return (db_rollback(ctx, st));
	return (db_commit(ctx));
}

static const char *
lang_of_anne(void)
{
	return (owner_ask("select lang from app_user where user_id = 901"));
}

TEST(a_statement_outside_a_transaction_is_refused)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);
	const char *name = "";

	CHECK_INT(ask_name(&name, &ctx), ERR_DB);
}

TEST(who_asks_is_told_with_the_first_statement)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);
	struct rows *rows;

	CHECK_INT(db_begin_read(&ctx), OK);
	CHECK_INT(db_run(&rows, &ctx, "membership_list", PARAMS(NONE)), OK);
	CHECK_INT(rows_count(rows), 1);
	CHECK_TEXT(rows_text(rows, 0, "organisation"), "Annes kor");
	CHECK_INT(db_commit(&ctx), OK);
}

TEST(the_next_person_on_the_connection_is_somebody_else)
{
	struct ctx anne = ctx_of(db, ANNE, ROLE_APPLICANT, 0), nobody = ctx_of(db, 0, ROLE_NONE, 0);
	struct rows *rows;

	CHECK_INT(db_begin_read(&anne), OK);
	CHECK_INT(db_run(&rows, &anne, "application_list_mine", PARAMS(NONE)), OK);
	CHECK(rows_count(rows) > 0);
	CHECK_INT(db_commit(&anne), OK);
	CHECK_INT(db_begin_read(&nobody), OK);
	CHECK_INT(db_run(&rows, &nobody, "application_list_mine", PARAMS(NONE)), OK);
	CHECK_INT(rows_count(rows), 0);
	CHECK_INT(db_commit(&nobody), OK);
}

TEST(a_page_may_not_write)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);

	CHECK_INT(db_begin_read(&ctx), OK);
	CHECK_INT(account_db_set_lang(&ctx, LANG_NN), ERR_DB);
	CHECK_TEXT(db_last_code(&ctx), "25006");
	CHECK_INT(db_rollback(&ctx, ERR_DB), ERR_DB);
}

TEST(a_dead_connection_is_opened_again_for_the_first_statement)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);
	const char *name = "";

	CHECK_INT(set_lang(&ctx, LANG_NB), OK);
	connections_end();
	CHECK_INT(set_lang(&ctx, LANG_NN), OK);
	CHECK_TEXT(lang_of_anne(), "nn");
	connections_end();
	CHECK_INT(db_begin_read(&ctx), OK);
	CHECK_INT(ask_name(&name, &ctx), OK);
	CHECK_INT(db_commit(&ctx), OK);
	CHECK_TEXT(name, "Anne Applicant");
}

TEST(a_connection_lost_in_the_middle_leaves_nothing)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);
	const char *name = "";

	CHECK_INT(set_lang(&ctx, LANG_NB), OK);
	CHECK_INT(db_begin(&ctx), OK);
	CHECK_INT(account_db_set_lang(&ctx, LANG_EN), OK);
	connections_end();
	CHECK_INT(ask_name(&name, &ctx), ERR_UNAVAILABLE);
	CHECK_INT(db_commit(&ctx), ERR_DB);
	CHECK_TEXT(lang_of_anne(), "nb");
	CHECK_INT(set_lang(&ctx, LANG_NN), OK);
}

TEST(a_connection_lost_before_commit_is_not_replayed)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);

	CHECK_INT(set_lang(&ctx, LANG_NB), OK);
	CHECK_INT(db_begin(&ctx), OK);
	CHECK_INT(account_db_set_lang(&ctx, LANG_EN), OK);
	connections_end();
	CHECK_INT(db_commit(&ctx), ERR_UNAVAILABLE);
	CHECK_TEXT(lang_of_anne(), "nb");
}

TEST(after_a_failed_statement_only_a_rollback_is_left)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);
	const char *name = "";

	CHECK_INT(db_begin(&ctx), OK);
	CHECK_INT(account_db_set_lang(&ctx, LANG_EN), OK);
	CHECK_INT(
	    db_exec(&ctx, "application_insert", PARAMS(INT(901), TEXT("none"), INT(UNIT_A), INT(902), TEXT("nb"))),
	    ERR_FORBIDDEN);
	CHECK_INT(ask_name(&name, &ctx), ERR_DB);
	CHECK_INT(db_commit(&ctx), ERR_DB);
	CHECK(strcmp(lang_of_anne(), "en") != 0);
}

TEST(what_a_request_left_open_is_rolled_back_before_the_next)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);

	CHECK_INT(set_lang(&ctx, LANG_NB), OK);
	CHECK_INT(db_begin(&ctx), OK);
	CHECK_INT(account_db_set_lang(&ctx, LANG_EN), OK);
	db_reset(db);
	CHECK_INT(db_statements(db), 0);
	CHECK_INT(set_lang(&ctx, LANG_NN), OK);
	CHECK_TEXT(lang_of_anne(), "nn");
	CHECK_INT(db_statements(db), 1);
}

static enum status
take_too_much(void *object)
{
	struct ctx *ctx = object;
	enum status st;

	if ((st = db_begin(ctx)) != OK || (st = account_db_set_lang(ctx, LANG_EN)) != OK)
		return (st);
	arena_alloc(ctx->arena, 1024 * 1024);
	return (OK);
}

TEST(a_passed_memory_ceiling_leaves_a_connection_that_works)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);

	CHECK_INT(set_lang(&ctx, LANG_NN), OK);
	ctx.arena = arena_new(64 * 1024);
	CHECK_INT(arena_guard(ctx.arena, take_too_much, &ctx), ERR_LIMIT);
	arena_free(ctx.arena);
	db_reset(db);
	ctx.arena = arena;
	CHECK_TEXT(lang_of_anne(), "nn");
	CHECK_INT(set_lang(&ctx, LANG_NB), OK);
	CHECK_TEXT(lang_of_anne(), "nb");
}

TEST(a_transaction_in_a_transaction_is_our_bug)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);

	CHECK_INT(db_begin(&ctx), OK);
	CHECK_INT(db_begin(&ctx), ERR_DB);
	CHECK_INT(db_rollback(&ctx, OK), OK);
}

TEST(held_flows_are_one_transaction)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);

	CHECK_INT(set_lang(&ctx, LANG_NB), OK);
	db_hold(&ctx);
	CHECK_INT(set_lang(&ctx, LANG_NN), OK);
	CHECK_TEXT(lang_of_anne(), "nb");
	CHECK_INT(db_release(&ctx), OK);
	CHECK_TEXT(lang_of_anne(), "nn");
	db_hold(&ctx);
	CHECK_INT(set_lang(&ctx, LANG_EN), OK);
	CHECK_INT(db_begin(&ctx), OK);
	CHECK_INT(db_rollback(&ctx, ERR_CONFLICT), ERR_CONFLICT);
	CHECK(!db_held(&ctx));
	CHECK_TEXT(lang_of_anne(), "nn");
	CHECK_INT(db_release(&ctx), OK);
}

TEST(a_held_transaction_follows_who_acts)
{
	struct ctx ctx = ctx_of(db, 0, ROLE_NONE, 0);
	struct rows *rows;

	db_hold(&ctx);
	CHECK_INT(db_begin(&ctx), OK);
	CHECK_INT(db_run(&rows, &ctx, "application_list_mine", PARAMS(NONE)), OK);
	CHECK_INT(rows_count(rows), 0);
	CHECK_INT(db_commit(&ctx), OK);
	ctx.user_id = ANNE;
	ctx.role = ROLE_APPLICANT;
	CHECK_INT(db_begin(&ctx), OK);
	CHECK_INT(db_run(&rows, &ctx, "application_list_mine", PARAMS(NONE)), OK);
	CHECK(rows_count(rows) > 0);
	CHECK_INT(db_commit(&ctx), OK);
	CHECK_INT(db_release(&ctx), OK);
}

TEST(a_database_that_is_down_is_unavailable_and_no_more)
{
	struct db *down = NULL;
	struct ctx ctx;
	const char *name = "";

	CHECK_INT(db_connect(&down, "host=/nonexistent dbname=none user=none", "sql/queries"), ERR_UNAVAILABLE);
	assert_non_null(down);
	ctx = ctx_of(down, ANNE, ROLE_APPLICANT, 0);
	CHECK_INT(db_begin_read(&ctx), OK);
	CHECK_INT(ask_name(&name, &ctx), ERR_UNAVAILABLE);
	CHECK_INT(db_rollback(&ctx, ERR_UNAVAILABLE), ERR_UNAVAILABLE);
	db_close(down);
}

TEST(every_query_fits_the_database)
{
	CHECK_INT(db_check_queries(conninfo(), "sql/queries"), OK);
}

/* An external database: one login, which becomes the role and leaves its own rights behind. */
TEST(a_login_with_more_rights_takes_the_role)
{
	struct db *external = NULL;
	struct ctx ctx;
	struct rows *rows;

	owner_ask("grant tilskudd_app to tilskudd_owner");
	CHECK_INT(db_connect(&external, arena_printf(arena, "%s user=tilskudd_owner", conninfo()), "sql/queries"), OK);
	ctx = ctx_of(external, 0, ROLE_NONE, 0);
	CHECK_INT(db_begin_read(&ctx), OK);
	CHECK_INT(db_run(&rows, &ctx, "application_list_mine", PARAMS(NONE)), OK);
	CHECK_INT(rows_count(rows), 0);
	CHECK_INT(db_exec(&ctx, "account_list", PARAMS(NONE)), ERR_FORBIDDEN);
	CHECK_INT(db_rollback(&ctx, OK), OK);
	db_close(external);
	owner_ask("revoke tilskudd_app from tilskudd_owner");
}

/* What only the command line and the job runner do; everything else the web server may. */
static bool
is_for_jobs(const char *name)
{
	static const char *const names[] = { "account_active_put", "account_join", "account_list",
		"account_password_put", "account_put", "body_put", "call_change_add", "call_change_share",
		"call_document_put", "call_frame_owner", "call_note_put", "call_notes_clear", "call_put",
		"call_standing", "demo_mail_done", "figure_put", "mail_failed", "mail_sent", "mail_take",
		"membership_put", "municipality_put", "organisation_put", "scheme_install", "scheme_put",
		"scheme_version_put", "statement_link_remind", "statement_remind", "unit_put" };
	const char *purge = strstr(name, "_purge");

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return (true);
	return (purge != NULL && purge[6] == '\0');
}

/* PostgreSQL checks rights when a plan is about to run; explain gets that far and no further. */
static bool
may_run(PGconn *conn, const struct db_query *query)
{
	const char *nulls = "null,null,null,null,null,null,null,null,null,null,null,null,"
			    "null,null,null,null,null,null,null,null,null,null,null,null";
	PGresult *result = PQprepare(conn, query->name, query->sql, 0, NULL);
	int n;

	PQclear(result);
	result = PQdescribePrepared(conn, query->name);
	n = PQnparams(result);
	PQclear(result);
	CHECK(n <= 24);
	result = PQexec(conn, arena_printf(arena, n == 0 ? "explain execute %s" : "explain execute %s(%.*s)",
				  query->name, 5 * n - 1, nulls));
	if (PQresultStatus(result) != PGRES_TUPLES_OK)
		print_message("# %s: %s", query->name, PQresultErrorMessage(result));
	n = PQresultStatus(result) == PGRES_TUPLES_OK;
	PQclear(result);
	return (n);
}

TEST(each_role_may_run_its_queries)
{
	struct db_query_set set = { 0 };
	PGconn *app = connect_as("tilskudd_app"), *jobs = connect_as("tilskudd_jobs");
	int refused = 0;

	CHECK_INT(db_queries_read(&set, arena, "sql/queries"), OK);
	CHECK(set.count > 50);
	for (size_t i = 0; i < set.count; i++)
		refused +=
		    !may_run(jobs, &set.list[i]) || (!is_for_jobs(set.list[i].name) && !may_run(app, &set.list[i]));
	CHECK_INT(refused, 0);
	PQfinish(app);
	PQfinish(jobs);
}

static void
write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static enum status
check_file(const char *text)
{
	char dir[] = "/tmp/tilskudd-queries.XXXXXX", path[64];
	enum status st;

	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/x.sql", dir);
	write_file(path, text);
	st = db_check_queries(conninfo(), dir);
	remove(path);
	remove(dir);
	return (st);
}

TEST(query_files_are_read_strictly)
{
	CHECK_INT(check_file("-- a file\n\n-- name: a\n-- what it does\nselect 1;\n\n-- name: b\nselect\n  2;\n"), OK);
	CHECK_INT(check_file("-- name: a\nselect 1;\n-- name: a\nselect 2;\n"), ERR_IO);
	CHECK_INT(check_file("-- name: a\nselect 1\n"), ERR_IO);
	CHECK_INT(check_file("-- name: a\n"), ERR_IO);
	CHECK_INT(check_file("select 1;\n"), ERR_IO);
	CHECK_INT(check_file("-- name: Å\nselect 1;\n"), ERR_IO);
	CHECK_INT(check_file("-- name: a\nselect missing from nowhere;\n"), ERR_DB);
}

TEST(values_travel_unharmed)
{
	char dir[] = "/tmp/tilskudd-queries.XXXXXX", path[64];
	const int64_t ints[] = { 1, -2, INT64_MAX };
	const char *const texts[] = { "a,b", "\"quoted\\\"", "{}", "", "NULL", "blåbær\nlinje" };
	struct db *own = NULL;
	struct ctx ctx;
	struct rows *rows;
	const unsigned char *bytes;
	size_t len;

	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/x.sql", dir);
	write_file(path,
	    "-- name: tx_identity\nselect $1::bigint, $2::text, $3::bigint;\n"
	    "-- name: echo\nselect $1::bigint as i, $2::text as t, $3::boolean as b, $4::timestamptz as at,\n"
	    " $5::date as d, $6::bigint as m, $7::bytea as y, $8::bigint[] as ints, $9::text[] as texts,\n"
	    " $10::bigint as id, cardinality($9::text[]) as n, ($9::text[])[6] as last;\n");
	CHECK_INT(db_connect(&own, conninfo(), dir), OK);
	ctx = ctx_of(own, 0, ROLE_NONE, 0);
	CHECK_INT(db_begin_read(&ctx), OK);
	CHECK_INT(db_one(&rows, &ctx, "echo",
		      PARAMS(INT(INT64_MIN), TEXT("æøå '\";--"), BOOL(true), INSTANT(INT64_C(1800000000123456)),
			  DAY(((struct date){ 2028, 2, 29 })), MONEY(MONEY_NOK(-5)), BYTES("\0\xff\\x", 4),
			  INTS(ints, 3), TEXTS(texts, 6), ID(0))),
	    OK);
	CHECK(rows_int(rows, 0, "i") == INT64_MIN);
	CHECK_TEXT(rows_text(rows, 0, "t"), "æøå '\";--");
	CHECK(rows_bool(rows, 0, "b"));
	CHECK(rows_instant(rows, 0, "at") == INT64_C(1800000000123456));
	CHECK_INT(date_cmp(rows_day(rows, 0, "d"), (struct date){ 2028, 2, 29 }), 0);
	CHECK_INT(rows_money(rows, 0, "m").ore, -500);
	bytes = rows_bytes(&len, rows, 0, "y");
	CHECK_INT(len, 4);
	CHECK_INT(memcmp(bytes, "\0\xff\\x", 4), 0);
	CHECK_TEXT(rows_text(rows, 0, "ints"), "{1,-2,9223372036854775807}");
	CHECK_INT(rows_int(rows, 0, "n"), 6);
	CHECK_TEXT(rows_text(rows, 0, "last"), "blåbær\nlinje");
	CHECK(rows_null(rows, 0, "id"));
	CHECK_INT(rows_int(rows, 0, "id"), 0);
	CHECK_INT(db_one(&rows, &ctx, "echo",
		      PARAMS(NOTHING, TEXT(NULL), NOTHING, INSTANT(0), DAY((struct date){ 0 }), NOTHING, BYTES(NULL, 0),
			  INTS(ints, 0), TEXTS(texts, 0), ID(7))),
	    OK);
	CHECK(
	    rows_null(rows, 0, "t") && rows_null(rows, 0, "at") && rows_null(rows, 0, "d") && rows_null(rows, 0, "y"));
	CHECK_TEXT(rows_text(rows, 0, "t"), "");
	CHECK_TEXT(rows_text(rows, 0, "texts"), "{}");
	CHECK_INT(rows_int(rows, 0, "id"), 7);
	CHECK_INT(db_commit(&ctx), OK);
	db_close(own);
	remove(path);
	remove(dir);
}

TEST(the_job_runner_is_woken_by_mail)
{
	struct db *jobs = db_for(DB_JOBS);

	db_listen(jobs, "tilskudd_mail");
	CHECK(!db_wait(jobs, 10));
	owner_ask("insert into mail (to_address, subject, body) values ('x@fixture.test', 'S', 'B')");
	CHECK(db_wait(jobs, 5000));
	CHECK(!db_wait(jobs, 10));
	db_close(jobs);
}

static int
open_db(void **state)
{
	county_setup(state);
	db = db_for(DB_APP);
	return (0);
}

static int
close_db(void **state)
{
	db_close(db);
	return (county_teardown(state));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { UNIT(a_statement_outside_a_transaction_is_refused),
		UNIT(who_asks_is_told_with_the_first_statement),
		UNIT(the_next_person_on_the_connection_is_somebody_else), UNIT(a_page_may_not_write),
		UNIT(a_dead_connection_is_opened_again_for_the_first_statement),
		UNIT(a_connection_lost_in_the_middle_leaves_nothing),
		UNIT(a_connection_lost_before_commit_is_not_replayed),
		UNIT(after_a_failed_statement_only_a_rollback_is_left),
		UNIT(what_a_request_left_open_is_rolled_back_before_the_next),
		UNIT(a_passed_memory_ceiling_leaves_a_connection_that_works),
		UNIT(a_transaction_in_a_transaction_is_our_bug), UNIT(held_flows_are_one_transaction),
		UNIT(a_held_transaction_follows_who_acts), UNIT(a_database_that_is_down_is_unavailable_and_no_more),
		UNIT(a_login_with_more_rights_takes_the_role), UNIT(every_query_fits_the_database),
		UNIT(each_role_may_run_its_queries), UNIT(query_files_are_read_strictly), UNIT(values_travel_unharmed),
		UNIT(the_job_runner_is_woken_by_mail) };

	return (cmocka_run_group_tests(tests, open_db, close_db) == 0 ? 0 : 1);
}
