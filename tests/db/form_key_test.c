/* form_key_test.c — the same form sent twice is done once; a worker that dies leaves nothing. */
#include "db_fixture.h"

#include <pthread.h>
#include <unistd.h>

#include "core/crypto.h"
#include "flow/account_flow.h"
#include "flow/session_flow.h"

static struct db *db;

/* A handler: changes the language, and counts how often it did. */
static enum status
handle(struct ctx *ctx, int *done)
{
	enum status st = account_set_lang(ctx, LANG_NN);

	*done += st == OK;
	return (st);
}

/* A POST as page_run() does it. */
static enum status
post(int *status, const char **location, struct ctx *ctx, int *done, const char *key, const char *body)
{
	struct form_key form_key;
	bool repeated;
	enum status st;

	if ((st = form_key_claim(&repeated, &form_key, ctx, key, "/sprak", body)) != OK)
		return (st);
	*status = form_key.status;
	*location = form_key.location;
	if (repeated)
		return (OK);
	*status = 303;
	*location = arena_printf(arena, "/ferdig/%d", *done + 1);
	st = handle(ctx, done);
	return (st == OK ? form_key_answer(ctx, &form_key, *status, *location) : st);
}

TEST(a_second_click_gets_the_first_answer)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);
	const char *location = "";
	int status = 0, done = 0;

	CHECK_INT(post(&status, &location, &ctx, &done, "key-one", "lang=nn"), OK);
	CHECK_TEXT(location, "/ferdig/1");
	CHECK_INT(post(&status, &location, &ctx, &done, "key-one", "lang=nn"), OK);
	CHECK_INT(done, 1);
	CHECK_INT(status, 303);
	CHECK_TEXT(location, "/ferdig/1");
}

TEST(another_body_or_person_is_another_attempt)
{
	struct ctx anne = ctx_of(db, ANNE, ROLE_APPLICANT, 0), bjorn = ctx_of(db, BJORN, ROLE_APPLICANT, 0);
	const char *location = "";
	int status = 0, done = 0;

	CHECK_INT(post(&status, &location, &anne, &done, "key-two", "lang=nn"), OK);
	CHECK_INT(post(&status, &location, &anne, &done, "key-two", "lang=nb"), OK);
	CHECK_INT(post(&status, &location, &bjorn, &done, "key-two", "lang=nn"), OK);
	CHECK_INT(done, 3);
	CHECK_INT(post(&status, &location, &anne, &done, "key-two", "lang=nb"), OK);
	CHECK_INT(done, 3);
	CHECK_TEXT(location, "/ferdig/2");
}

TEST(what_fails_gives_its_key_back)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);
	struct form_key form_key;
	const char *location = "";
	int status = 0, done = 0;
	bool repeated;

	CHECK_INT(form_key_claim(&repeated, &form_key, &ctx, "key-three", "/sprak", "lang=nn"), OK);
	CHECK(!repeated);
	CHECK_INT(db_begin(&ctx), OK);
	CHECK_INT(db_rollback(&ctx, ERR_INVALID), ERR_INVALID);
	CHECK_INT(form_key_answer(&ctx, &form_key, 422, ""), OK);
	CHECK_INT(post(&status, &location, &ctx, &done, "key-three", "lang=nn"), OK);
	CHECK_INT(done, 1);
}

TEST(a_key_must_be_one)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);
	struct form_key form_key;
	char longest[202];
	bool repeated;

	memset(longest, 'x', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	CHECK_INT(form_key_claim(&repeated, &form_key, &ctx, "", "/sprak", ""), ERR_INVALID);
	CHECK_INT(form_key_claim(&repeated, &form_key, &ctx, longest, "/sprak", ""), ERR_INVALID);
	CHECK(!db_held(&ctx));
}

TEST(a_worker_that_dies_leaves_neither_work_nor_key)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);
	struct form_key form_key;
	const char *location = "";
	int status = 0, done = 0;
	bool repeated;

	owner_ask("update app_user set lang = 'en' where user_id = 901");
	CHECK_INT(form_key_claim(&repeated, &form_key, &ctx, "key-four", "/sprak", "lang=nn"), OK);
	CHECK_INT(handle(&ctx, &done), OK);
	connections_end();
	db_reset(db);
	CHECK_TEXT(owner_ask("select lang from app_user where user_id = 901"), "en");
	done = 0;
	CHECK_INT(post(&status, &location, &ctx, &done, "key-four", "lang=nn"), OK);
	CHECK_INT(done, 1);
	CHECK_TEXT(owner_ask("select lang from app_user where user_id = 901"), "nn");
}

struct click {
	pthread_t thread;
	struct db *db;
	struct arena *arena;
	enum status st;
	bool repeated;
	const char *location;
};

static void *
click_run(void *object)
{
	struct click *click = object;
	struct ctx ctx = ctx_of(click->db, ANNE, ROLE_APPLICANT, 0);
	struct form_key form_key = { 0 };

	ctx.arena = click->arena;
	click->st = form_key_claim(&click->repeated, &form_key, &ctx, "key-five", "/sprak", "lang=nn");
	if (click->st != OK || click->repeated) {
		click->location = form_key.location;
		return (NULL);
	}
	usleep(300 * 1000);
	click->location = "/ferdig/en";
	if ((click->st = account_set_lang(&ctx, LANG_NB)) == OK)
		click->st = form_key_answer(&ctx, &form_key, 303, click->location);
	return (NULL);
}

TEST(a_click_while_the_first_is_at_work_waits_for_its_answer)
{
	struct click clicks[2] = { 0 };

	for (int i = 0; i < 2; i++) {
		clicks[i].db = db_for(DB_APP);
		clicks[i].arena = arena_new(0);
		assert_int_equal(pthread_create(&clicks[i].thread, NULL, click_run, &clicks[i]), 0);
	}
	for (int i = 0; i < 2; i++)
		pthread_join(clicks[i].thread, NULL);
	CHECK_INT(clicks[0].st, OK);
	CHECK_INT(clicks[1].st, OK);
	CHECK_INT(clicks[0].repeated + clicks[1].repeated, 1);
	CHECK_TEXT(clicks[0].location, "/ferdig/en");
	CHECK_TEXT(clicks[1].location, "/ferdig/en");
	for (int i = 0; i < 2; i++) {
		db_close(clicks[i].db);
		arena_free(clicks[i].arena);
	}
}

static int
start(void **state)
{
	county_setup(state);
	assert_int_equal(crypto_start(), OK);
	db = db_for(DB_APP);
	return (0);
}

static int
finish(void **state)
{
	db_close(db);
	return (county_teardown(state));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { UNIT(a_second_click_gets_the_first_answer),
		UNIT(another_body_or_person_is_another_attempt), UNIT(what_fails_gives_its_key_back),
		UNIT(a_key_must_be_one), UNIT(a_worker_that_dies_leaves_neither_work_nor_key),
		UNIT(a_click_while_the_first_is_at_work_waits_for_its_answer) };

	return (cmocka_run_group_tests(tests, start, finish) == 0 ? 0 : 1);
}
