/* account_test.c — logging in, guessing, forgotten passwords and sessions. */
#include "db_fixture.h"

#include "core/crypto.h"
#include "flow/account_flow.h"
#include "flow/session_flow.h"

#define PASSWORD "et langt passord på norsk"

static struct db *db, *jobs;

static enum status
login(const char **token, struct ctx *ctx, const char *email, const char *password)
{
	*ctx = ctx_of(db, 0, ROLE_NONE, 0);
	return (account_login(token, ctx, email, password));
}

static void
attempts_forget(void)
{
	owner_ask("delete from login_attempt");
}

TEST(the_right_password_opens_a_session)
{
	struct session session;
	struct ctx ctx;
	const char *token = "";

	CHECK_INT(login(&token, &ctx, " Anne@Fixture.TEST ", PASSWORD), OK);
	CHECK_INT(ctx.user_id, ANNE);
	CHECK_INT(ctx.role, ROLE_APPLICANT);
	CHECK_TEXT(ctx.user_name, "Anne Applicant");
	CHECK_INT(strlen(token), 43);
	ctx = ctx_of(db, 0, ROLE_NONE, 0);
	CHECK_INT(session_load(&session, &ctx, token), OK);
	CHECK_INT(ctx.user_id, ANNE);
	CHECK_INT(session.organisation_id, 901);
	CHECK_TEXT(session.organisation_name, "Annes kor");
	CHECK_INT(session.organisations, 1);
	CHECK_INT(session_end(&ctx, token), OK);
	ctx = ctx_of(db, 0, ROLE_NONE, 0);
	CHECK_INT(session_load(&session, &ctx, token), ERR_NOT_FOUND);
	CHECK_INT(ctx.user_id, 0);
}

TEST(only_the_hash_of_a_token_is_kept)
{
	struct ctx ctx;
	const char *token = "", *found;

	CHECK_INT(login(&token, &ctx, "anne@fixture.test", PASSWORD), OK);
	found = owner_ask(arena_printf(arena, "select count(*) from session where token_hash = '%s'", token));
	CHECK_TEXT(found, "0");
	found = owner_ask(arena_printf(
	    arena, "select count(*) from session where token_hash = '%s'", crypto_sha256(arena, token, strlen(token))));
	CHECK_TEXT(found, "1");
}

TEST(wrong_password_and_unknown_account_get_one_answer)
{
	struct ctx ctx;
	const char *token = NULL;

	attempts_forget();
	CHECK_INT(login(&token, &ctx, "anne@fixture.test", "feil passord her"), ERR_INVALID);
	CHECK_INT(login(&token, &ctx, "ingen@fixture.test", PASSWORD), ERR_INVALID);
	CHECK_INT(login(&token, &ctx, "bjorn@fixture.test", PASSWORD), ERR_INVALID);
	CHECK_INT(login(&token, &ctx, "", ""), ERR_INVALID);
	CHECK(token == NULL);
	CHECK_INT(ctx.user_id, 0);
}

TEST(ten_failures_and_the_account_waits_known_or_not)
{
	const char *const emails[] = { "anne@fixture.test", "ingen@fixture.test" };
	struct ctx ctx;
	const char *token;

	attempts_forget();
	for (int who = 0; who < 2; who++) {
		for (int i = 0; i < LOGIN_FAILURES; i++)
			CHECK_INT(login(&token, &ctx, emails[who], "feil passord her"), ERR_INVALID);
		CHECK_INT(login(&token, &ctx, emails[who], PASSWORD), ERR_FORBIDDEN);
	}
	owner_ask("update login_attempt set at = at - interval '16 minutes'");
	CHECK_INT(login(&token, &ctx, "anne@fixture.test", PASSWORD), OK);
	attempts_forget();
}

TEST(the_right_password_forgives_earlier_failures)
{
	struct ctx ctx;
	const char *token;

	attempts_forget();
	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < LOGIN_FAILURES - 1; i++)
			CHECK_INT(login(&token, &ctx, "anne@fixture.test", "feil passord her"), ERR_INVALID);
		CHECK_INT(login(&token, &ctx, "anne@fixture.test", PASSWORD), OK);
	}
}

TEST(a_closed_account_is_closed_at_once)
{
	struct session session;
	struct ctx ctx, shell = ctx_of(jobs, 0, ROLE_NONE, 0);
	const char *token;

	CHECK_INT(login(&token, &ctx, "anne@fixture.test", PASSWORD), OK);
	CHECK_INT(account_set_active(&shell, "Anne@fixture.test", false), OK);
	CHECK_INT(session_load(&session, &ctx, token), ERR_NOT_FOUND);
	CHECK_INT(login(&token, &ctx, "anne@fixture.test", PASSWORD), ERR_INVALID);
	CHECK_INT(account_set_active(&shell, "anne@fixture.test", true), OK);
	CHECK_INT(account_set_active(&shell, "ingen@fixture.test", true), ERR_NOT_FOUND);
}

TEST(a_session_falls_asleep_and_ends)
{
	struct session session;
	struct ctx ctx;
	const char *token;

	CHECK_INT(login(&token, &ctx, "anne@fixture.test", PASSWORD), OK);
	owner_ask("update session set seen_at = now() - interval '119 minutes'");
	CHECK_INT(session_load(&session, &ctx, token), OK);
	CHECK_TEXT(owner_ask("select count(*) from session where seen_at > now() - interval '1 minute'"), "1");
	owner_ask("update session set seen_at = now() - interval '121 minutes'");
	CHECK_INT(session_load(&session, &ctx, token), ERR_NOT_FOUND);
	owner_ask("update session set seen_at = now(), expires_at = now() - interval '1 second'");
	CHECK_INT(session_load(&session, &ctx, token), ERR_NOT_FOUND);
	CHECK_INT(session_load(&session, &ctx, ""), ERR_NOT_FOUND);
	/* Whoever closes an account in another way than ours closes its sessions too. */
	owner_ask("update session set seen_at = now(), expires_at = now() + interval '1 hour'");
	CHECK_INT(session_load(&session, &ctx, token), OK);
	owner_ask("update app_user set active = false where email = 'anne@fixture.test'");
	CHECK_INT(session_load(&session, &ctx, token), ERR_NOT_FOUND);
	owner_ask("update app_user set active = true where email = 'anne@fixture.test'");
	owner_ask("delete from session");
}

TEST(an_organisation_is_chosen_by_its_members)
{
	struct session session;
	struct ctx ctx;
	const char *token;

	owner_ask("insert into membership values (902, 901, false, false)");
	CHECK_INT(login(&token, &ctx, "anne@fixture.test", PASSWORD), OK);
	CHECK_INT(session_load(&session, &ctx, token), OK);
	CHECK_INT(session.organisations, 2);
	CHECK_INT(session.organisation_id, 0);
	CHECK_INT(session_choose_organisation(&ctx, &session, 902), OK);
	CHECK_INT(session_choose_organisation(&ctx, &session, 999), ERR_NOT_FOUND);
	CHECK_INT(session_load(&session, &ctx, token), OK);
	CHECK_TEXT(session.organisation_name, "Bjørns lag");
	owner_ask("delete from membership where organisation_id = 902 and user_id = 901");
	CHECK_INT(session_load(&session, &ctx, token), OK);
	CHECK_INT(session.organisation_id, 0);
}

/* The token in the newest mail. */
static const char *
mailed_token(void)
{
	return (arena_strdup(arena, owner_ask("select substring(body from '/nytt-passord/([A-Za-z0-9_-]{43})') from "
					      "mail order by mail_id desc limit 1")));
}

static const char *
mails(void)
{
	return (owner_ask("select count(*) from mail where to_address = 'bjorn@fixture.test'"));
}

TEST(a_forgotten_password_is_set_by_a_link_once)
{
	struct ctx ctx = ctx_of(db, 0, ROLE_NONE, 0);
	const char *first, *second, *token;

	CHECK_INT(account_reset_request(&ctx, "bjorn@fixture.test", "https://tilskudd.test"), OK);
	first = mailed_token();
	CHECK_INT(account_reset_check(&ctx, first), OK);
	CHECK_INT(account_reset_request(&ctx, "bjorn@fixture.test", "https://tilskudd.test"), OK);
	second = mailed_token();
	CHECK_INT(account_reset_check(&ctx, first), ERR_NOT_FOUND);
	CHECK_INT(account_reset_use(&ctx, second, "for kort"), ERR_INVALID);
	CHECK_INT(account_reset_use(&ctx, first, "nok et langt passord"), ERR_NOT_FOUND);
	CHECK_INT(account_reset_use(&ctx, second, "nok et langt passord"), OK);
	CHECK_INT(account_reset_use(&ctx, second, "enda et langt passord"), ERR_NOT_FOUND);
	CHECK_INT(login(&token, &ctx, "bjorn@fixture.test", "nok et langt passord"), OK);
}

TEST(a_new_password_ends_every_session)
{
	struct session session;
	struct ctx ctx, other;
	const char *token;

	CHECK_INT(login(&token, &ctx, "bjorn@fixture.test", "nok et langt passord"), OK);
	other = ctx_of(db, 0, ROLE_NONE, 0);
	CHECK_INT(account_reset_request(&other, "bjorn@fixture.test", "https://tilskudd.test"), OK);
	CHECK_INT(account_reset_use(&other, mailed_token(), "et tredje langt passord"), OK);
	CHECK_INT(session_load(&session, &ctx, token), ERR_NOT_FOUND);
}

TEST(reset_links_grow_old_are_few_and_tell_nothing)
{
	struct ctx ctx = ctx_of(db, 0, ROLE_NONE, 0);
	const char *before;

	before = arena_strdup(arena, mails());
	CHECK_INT(account_reset_request(&ctx, "bjorn@fixture.test", "https://tilskudd.test"), OK);
	CHECK_TEXT(mails(), before); /* the fourth within the hour */
	CHECK_INT(account_reset_request(&ctx, "ingen@fixture.test", "https://tilskudd.test"), OK);
	CHECK_TEXT(owner_ask("select count(*) from mail where to_address like 'ingen%'"), "0");
	owner_ask("update password_reset set created_at = created_at - interval '2 hours'");
	CHECK_INT(account_reset_request(&ctx, "bjorn@fixture.test", "https://tilskudd.test"), OK);
	owner_ask("update password_reset set expires_at = now() - interval '1 second' where used_at is null");
	CHECK_INT(account_reset_use(&ctx, mailed_token(), "et fjerde langt passord"), ERR_NOT_FOUND);
}

TEST(the_mail_speaks_the_readers_language)
{
	struct ctx ctx = ctx_of(db, 0, ROLE_NONE, 0);

	owner_ask("update password_reset set created_at = created_at - interval '2 hours'; "
		  "update app_user set lang = 'nn' where user_id = 902");
	CHECK_INT(account_reset_request(&ctx, "bjorn@fixture.test", "https://tilskudd.test"), OK);
	CHECK_TEXT(owner_ask("select subject from mail order by mail_id desc limit 1"), "Nytt passord");
	CHECK_TEXT(owner_ask("select split_part(body, E'\\n', 1) from mail order by mail_id desc limit 1"),
	    "Hei Bjørn Applicant");
	CHECK_TEXT(
	    owner_ask(
		"select split_part(body, E'\\n', 3) like 'Nokon, truleg du%' from mail order by mail_id desc limit 1"),
	    "t");
}

TEST(accounts_agree_with_themselves)
{
	struct ctx shell = ctx_of(jobs, 0, ROLE_NONE, 0);
	struct account account = {
		.email = "Ny@Fixture.test", .name = "Ny", .role = ROLE_OFFICER, .unit_code = "kultur-test"
	};
	int64_t id, again;

	CHECK_INT(account_save(&id, &shell, &account, PASSWORD), OK);
	account.name = "Nyere";
	CHECK_INT(account_save(&again, &shell, &account, NULL), OK);
	CHECK(id == again);
	CHECK_TEXT(
	    owner_ask(
		"select name || (password_hash like '$argon2id$%') from app_user where email = 'ny@fixture.test'"),
	    "Nyeretrue");
	CHECK_INT(account_save(&id, &shell, &account, "kort"), ERR_INVALID);
	account.unit_code = "finnes-ikke";
	CHECK_INT(account_save(&id, &shell, &account, NULL), ERR_INVALID);
	account.unit_code = NULL;
	CHECK_INT(account_save(&id, &shell, &account, NULL), ERR_INVALID);
	account.role = ROLE_ADMIN;
	CHECK_INT(account_save(&id, &shell, &account, NULL), OK);
	account.email = "ikke en adresse";
	CHECK_INT(account_save(&id, &shell, &account, NULL), ERR_INVALID);
	account.email = "a@b\r\nBcc: c@d";
	CHECK_INT(account_save(&id, &shell, &account, NULL), ERR_INVALID);
}

TEST(a_language_is_the_persons_own)
{
	struct ctx ctx = ctx_of(db, ANNE, ROLE_APPLICANT, 0);

	CHECK_INT(account_set_lang(&ctx, LANG_EN), OK);
	CHECK_INT(ctx.lang, LANG_EN);
	CHECK_TEXT(owner_ask("select string_agg(lang, ',' order by user_id) from app_user where user_id in (901, 902)"),
	    "en,nn");
}

static int
start(void **state)
{
	struct ctx shell;

	county_setup(state);
	assert_int_equal(crypto_start(), OK);
	db = db_for(DB_APP);
	jobs = db_for(DB_JOBS);
	shell = ctx_of(jobs, 0, ROLE_NONE, 0);
	assert_int_equal(account_set_password(&shell, "anne@fixture.test", PASSWORD), OK);
	return (0);
}

static int
finish(void **state)
{
	db_close(db);
	db_close(jobs);
	return (county_teardown(state));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { UNIT(the_right_password_opens_a_session),
		UNIT(only_the_hash_of_a_token_is_kept), UNIT(wrong_password_and_unknown_account_get_one_answer),
		UNIT(ten_failures_and_the_account_waits_known_or_not),
		UNIT(the_right_password_forgives_earlier_failures), UNIT(a_closed_account_is_closed_at_once),
		UNIT(a_session_falls_asleep_and_ends), UNIT(an_organisation_is_chosen_by_its_members),
		UNIT(a_forgotten_password_is_set_by_a_link_once), UNIT(a_new_password_ends_every_session),
		UNIT(reset_links_grow_old_are_few_and_tell_nothing), UNIT(the_mail_speaks_the_readers_language),
		UNIT(accounts_agree_with_themselves), UNIT(a_language_is_the_persons_own) };

	return (cmocka_run_group_tests(tests, start, finish) == 0 ? 0 : 1);
}
