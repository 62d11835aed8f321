/* demo_test.c — one demo account is enough to be seen, and calls carry their money from the first moment. */
#include "../unit/check.h"

#include <stdlib.h>

#include "core/crypto.h"
#include "db/db.h"
#include "flow/account_flow.h"
#include "flow/call_flow.h"
#include "flow/demo_flow.h"
#include "flow/organisation_flow.h"

static struct ctx ctx;
static struct db *app, *jobs;

static int
setup(void **state)
{
	(void)state;
	setenv("TILSKUDD_HOME", ".", 0);
	ctx = (struct ctx){ .arena = arena_new(0), .user_name = "", .now = instant_now() };
	return (crypto_start() == OK && db_connect_here(&app, DB_APP) == OK && db_connect_here(&jobs, DB_JOBS) == OK
		    ? 0
		    : -1);
}

static int
teardown(void **state)
{
	(void)state;
	db_close(app);
	db_close(jobs);
	arena_free(ctx.arena);
	return (0);
}

static bool
demo_seen(void)
{
	bool exist = false;

	ctx.db = app;
	CHECK_INT(demo_accounts_exist(&exist, &ctx), OK);
	return (exist);
}

static void
make_account(const char *email, bool demo)
{
	struct account account = {
		.email = email, .name = "Navn Navnesen", .role = ROLE_APPLICANT, .lang = LANG_NB, .demo = demo
	};
	int64_t id = 0;

	ctx.db = jobs;
	CHECK_INT(account_save(&id, &ctx, &account, NULL), OK);
	CHECK(id > 0);
}

TEST(one_demo_account_is_seen)
{
	CHECK(!demo_seen());
	make_account("ekte@lag.test", false);
	CHECK(!demo_seen());
	make_account("demo@lag.test", true);
	CHECK(demo_seen());
}

TEST(an_organisation_needs_numbers_with_right_check_digits)
{
	struct organisation o = { .orgnr = "310 001 007",
		.name = "Laget",
		.form = "FLI",
		.kind = APPLICANT_VOLUNTARY,
		.account_number = "99990010001",
		.lang = LANG_NN };
	int64_t first = 0, again = 0;

	ctx.db = jobs;
	CHECK_INT(organisation_save(&first, &ctx, &o), OK);
	o.name = "Laget med nytt navn";
	CHECK_INT(organisation_save(&again, &ctx, &o), OK);
	CHECK(first > 0 && first == again);
	o.orgnr = "310001008";
	CHECK_INT(organisation_save(&again, &ctx, &o), ERR_INVALID);
	o.orgnr = "310001007";
	o.account_number = "99990010002";
	CHECK_INT(organisation_save(&again, &ctx, &o), ERR_INVALID);
}

TEST(a_call_needs_a_published_scheme_and_time_to_apply)
{
	const struct call_author author = { .name = "prøve" };
	struct call_plan a = { .year = 2027,
		.round = 1,
		.opens_at = ctx.now,
		.closes_at = ctx.now + INSTANT_DAY,
		.frame = MONEY_NOK(1000),
		.answer_by = { 2027, 6, 1 },
		.contact = { "Kari", "12 00 00 00", "kari@fylke.test" } };
	int64_t id = -1;

	ctx.db = jobs;
	CHECK_INT(call_open(&id, &ctx, "finnes-ikke", &a, &author), ERR_NOT_FOUND);
	a.closes_at = a.opens_at;
	CHECK_INT(call_open(&id, &ctx, "finnes-ikke", &a, &author), ERR_INVALID);
	a.closes_at = a.opens_at + INSTANT_DAY;
	a.contact.phone = "";
	CHECK_INT(call_open(&id, &ctx, "finnes-ikke", &a, &author), ERR_INVALID);
	CHECK_INT(id, -1);
}

UNIT_MAIN(cmocka_unit_test_setup_teardown(one_demo_account_is_seen, setup, teardown),
    cmocka_unit_test_setup_teardown(an_organisation_needs_numbers_with_right_check_digits, setup, teardown),
    cmocka_unit_test_setup_teardown(a_call_needs_a_published_scheme_and_time_to_apply, setup, teardown))
