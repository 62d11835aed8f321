/* scheme_db_test.c — schemes are published once by content, found by name, and refused when the county lacks their
 * parts. */
#include "../unit/scheme_fixture.h"

#include "db/scheme_db.h"
#include "db_fixture.h"
#include "flow/scheme_flow.h"

static struct db *jobs, *app;

/* small.xml for the fixture's county, with one thing changed. */
static const char *
document(const char *find, const char *replace)
{
	const char *xml = fixture_file(arena, "tests/fixtures/scheme/small.xml");

	xml = fixture_swap(arena, xml, "unit=\"kultur\"", "unit=\"kultur-test\"");
	xml = fixture_swap(arena, xml, "body=\"hovedutvalg\"", "body=\"hovedutvalg-test\"");
	xml = fixture_swap(arena, xml, "body=\"klagenemnd\"", "body=\"hovedutvalg-test\"");
	return (fixture_swap(arena, xml, find, replace));
}

static const struct scheme *
compile(const char *xml)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct scheme *scheme = NULL;

	if (scheme_compile(&scheme, &messages, arena, "t.xml", xml, strlen(xml)) != OK)
		fail_msg("%s", scheme_message_line(&messages, 0));
	return (scheme);
}

static enum status
publish(bool *added, struct ctx *ctx, const char *xml)
{
	enum scheme_installed installed;
	enum status st;

	CHECK(db_begin(ctx) == OK);
	if ((st = scheme_db_install(&installed, ctx, compile(xml), xml)) != OK)
		return (db_rollback(ctx, st));
	*added = installed == SCHEME_PUBLISHED;
	return (db_commit(ctx));
}

TEST(the_same_content_is_published_once)
{
	struct ctx ctx = ctx_of(jobs, 0, ROLE_NONE, 0);
	const char *xml = document(NULL, NULL);
	bool added = false;

	CHECK(publish(&added, &ctx, xml) == OK && added);
	CHECK(publish(&added, &ctx, xml) == OK && !added);
	CHECK(publish(&added, &ctx, document("status=\"active\"", "status=\"paused\"")) == OK && added);
	CHECK_TEXT(owner_ask("select count(*) from scheme_version where scheme_id = 'en-ordning'"), "2");
	CHECK_TEXT(owner_ask("select status from scheme where scheme_id = 'en-ordning'"), "paused");
	CHECK_TEXT(
	    owner_ask("select document like '%<!-- The smallest%' from scheme_version where scheme_id = 'en-ordning' "
		      "limit 1"),
	    "t");
	CHECK_TEXT(
	    owner_ask("select bool_and(search_text like '%ei ordning%everyone%') from scheme_version where scheme_id "
		      "= 'en-ordning'"),
	    "t");
}

TEST(the_newest_version_stands_in_the_list)
{
	struct ctx ctx = ctx_of(jobs, 0, ROLE_NONE, 0);
	const char *xml = document("<nb>En ordning</nb>", "<nb>Nyeste ordning</nb>");
	struct scheme_published *list;
	size_t n, found = 0;
	bool added;

	CHECK(publish(&added, &ctx, xml) == OK);
	CHECK(db_begin_read(&ctx) == OK);
	CHECK(scheme_db_list(&list, &n, &ctx) == OK);
	CHECK(db_commit(&ctx) == OK);
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i].id, "en-ordning") == 0) {
			found++;
			CHECK_TEXT(list[i].title.in[LANG_NB], "Nyeste ordning");
			CHECK_TEXT(list[i].unit, "kultur-test");
			CHECK_TEXT(list[i].version_hash, compile(xml)->version_hash);
		}
	CHECK_INT(found, 1);
}

TEST(what_the_county_lacks_is_told)
{
	struct ctx ctx = ctx_of(jobs, 0, ROLE_NONE, 0);
	const char **unknown;
	bool added;
	size_t n;

	CHECK(publish(&added, &ctx, document("unit=\"kultur-test\"", "unit=\"finnes-ikke\"")) == ERR_NOT_FOUND);
	CHECK(db_begin_read(&ctx) == OK);
	CHECK(scheme_db_bodies_unknown(&unknown, &n, &ctx, compile(document(NULL, NULL))) == OK && n == 0);
	CHECK(scheme_db_bodies_unknown(
		  &unknown, &n, &ctx, compile(fixture_file(arena, "tests/fixtures/scheme/small.xml"))) == OK);
	CHECK(db_commit(&ctx) == OK);
	CHECK_INT(n, 2);
	CHECK_TEXT(unknown[0], "hovedutvalg");
	CHECK_TEXT(unknown[1], "klagenemnd");
}

TEST(a_worker_compiles_a_version_from_the_database_once)
{
	struct ctx ctx = ctx_of(jobs, 0, ROLE_NONE, 0);
	const char *xml = document("weight=\"60\"", "source=\"assumed\" weight=\"60\"");
	const char *hash = compile(xml)->version_hash;
	const struct scheme *first, *again;
	bool added;

	CHECK(publish(&added, &ctx, xml) == OK);
	ctx = ctx_of(app, ANNE, ROLE_APPLICANT, 0);
	ctx.schemes = scheme_flow_store();
	CHECK(scheme_of(&first, &ctx, hash) == OK);
	db_reset(app);
	CHECK(scheme_of(&again, &ctx, hash) == OK);
	CHECK(first == again && db_statements(app) == 0);
	CHECK(scheme_of(&again, &ctx, "0000") == ERR_NOT_FOUND);
	scheme_store_free(ctx.schemes);
}

static int
setup(void **state)
{
	if (crypto_start() != OK || county_setup(state) != 0)
		return (-1);
	jobs = db_for(DB_JOBS);
	app = db_for(DB_APP);
	return (0);
}

static int
teardown(void **state)
{
	db_close(jobs);
	db_close(app);
	return (county_teardown(state));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { UNIT(the_same_content_is_published_once),
		UNIT(the_newest_version_stands_in_the_list), UNIT(what_the_county_lacks_is_told),
		UNIT(a_worker_compiles_a_version_from_the_database_once) };

	return (cmocka_run_group_tests(tests, setup, teardown) == 0 ? 0 : 1);
}
