/* scheme_publish_test.c — a version is proposed by one and approved by another, its history stays, and drafts follow
 * without losing an answer. */
#include "../unit/scheme_fixture.h"

#include "db_fixture.h"
#include "flow/scheme_publish_flow.h"

#define OSK 913
#define ADA 941
#define UNIT_B 902

static struct db *app;

/* small.xml for the fixture's county under an id of the test's own, with one thing changed. */
static const char *
document(const char *id, const char *find, const char *replace)
{
	const char *xml = fixture_file(arena, "tests/fixtures/scheme/small.xml");

	xml = fixture_swap(arena, xml, "id=\"en-ordning\"", arena_printf(arena, "id=\"%s\"", id));
	xml = fixture_swap(arena, xml, "unit=\"kultur\"", "unit=\"kultur-test\"");
	xml = fixture_swap(arena, xml, "body=\"hovedutvalg\"", "body=\"hovedutvalg-test\"");
	xml = fixture_swap(arena, xml, "body=\"klagenemnd\"", "body=\"hovedutvalg-test\"");
	return (fixture_swap(arena, xml, find, replace));
}

static struct ctx
person(int64_t user_id, enum role role, int64_t unit_id)
{
	return (ctx_of(app, user_id, role, unit_id));
}

static enum status
propose(int64_t *id, const char **message, struct ctx *ctx, const char *xml, bool open_calls)
{
	return (scheme_propose(id, message, ctx,
	    &(struct scheme_proposing){ .document = xml, .why = "Fylkestinget vil", .open_calls = open_calls }));
}

/* Proposed by Oda and approved by Liv; its number. */
static int
published(const char *xml, bool open_calls)
{
	struct ctx oda = person(ODA, ROLE_OFFICER, UNIT_A), liv = person(LIV, ROLE_LEADER, UNIT_A);
	const char *message;
	int64_t id;
	int number;

	if (propose(&id, &message, &oda, xml, open_calls) != OK ||
	    scheme_approve(&number, &message, &liv, id, "Bra") != OK)
		fail_msg("%s", message == NULL ? "not published" : message);
	return (number);
}

TEST(one_proposes_and_another_approves)
{
	struct ctx oda = person(ODA, ROLE_OFFICER, UNIT_A), liv = person(LIV, ROLE_LEADER, UNIT_A);
	const char *message, *xml = document("fire-oyne", NULL, NULL);
	struct scheme_publication *history;
	struct scheme_proposal *waiting;
	int64_t id, again;
	int number;
	size_t n;

	CHECK(propose(&id, &message, &oda, xml, false) == OK);
	CHECK(propose(&again, &message, &liv, xml, false) == ERR_CONFLICT && strstr(message, "venter") != NULL);
	CHECK(scheme_proposals(&waiting, &n, &liv) == OK && n == 1);
	CHECK(waiting[0].id == id && waiting[0].proposed_by_id == ODA && *waiting[0].base_hash == '\0');
	CHECK(scheme_approve(&number, &message, &oda, id, "") == ERR_FORBIDDEN && strstr(message, "selv") != NULL);
	CHECK(scheme_approve(&number, &message, &liv, id, "Fint") == OK);
	CHECK_INT(number, 1);
	CHECK(scheme_approve(&number, &message, &liv, id, "") == ERR_CONFLICT);
	CHECK(scheme_history(&history, &n, &oda, "fire-oyne") == OK && n == 1);
	CHECK(!history[0].installed);
	CHECK_TEXT(history[0].proposed_by, "Oda Officer");
	CHECK_TEXT(history[0].approved_by, "Liv Leader");
	CHECK_TEXT(history[0].why, "Fylkestinget vil");
	CHECK_TEXT(history[0].remark, "Fint");
	CHECK_TEXT(
	    owner_ask("select count(*) from scheme_version where scheme_id = 'fire-oyne' and title_nn = 'Ei ordning'"),
	    "1");
	CHECK(propose(&id, &message, &oda, xml, false) == ERR_CONFLICT && strstr(message, "det samme") != NULL);
}

TEST(others_may_not)
{
	struct ctx osk = person(OSK, ROLE_OFFICER, UNIT_B), anne = person(ANNE, ROLE_APPLICANT, 0);
	struct ctx oda = person(ODA, ROLE_OFFICER, UNIT_A), ola = person(OLA, ROLE_OFFICER, UNIT_A);
	struct ctx other_leader = person(OSK, ROLE_LEADER, UNIT_B);
	const char *message, *xml = document("andres", NULL, NULL);
	struct scheme_proposal *waiting;
	int64_t id;
	int number;
	size_t n;

	CHECK(propose(&id, &message, &osk, xml, false) == ERR_FORBIDDEN);
	CHECK(propose(&id, &message, &anne, xml, false) == ERR_FORBIDDEN);
	CHECK(propose(&id, &message, &oda, xml, false) == OK);
	CHECK(scheme_proposals(&waiting, &n, &anne) == OK && n == 0);
	CHECK(scheme_approve(&number, &message, &ola, id, "") == ERR_FORBIDDEN);
	CHECK(scheme_approve(&number, &message, &other_leader, id, "") == ERR_NOT_FOUND);
	CHECK(scheme_withdraw(&message, &ola, id) == ERR_FORBIDDEN);
	CHECK(scheme_withdraw(&message, &oda, id) == OK);
	CHECK_TEXT(owner_ask("select count(*) from scheme where scheme_id = 'andres'"), "0");
}

/* What the flow refuses, the database refuses too, whatever is asked of it. */
TEST(the_database_keeps_four_eyes)
{
	struct ctx oda = person(ODA, ROLE_OFFICER, UNIT_A);
	const char *message;
	int64_t id;

	CHECK(propose(&id, &message, &oda, document("vokter", NULL, NULL), false) == OK);
	CHECK(db_begin(&oda) == OK);
	CHECK(db_exec(&oda, "scheme_proposal_decide", PARAMS(INT(id), TEXT("approved"), TEXT(""), INSTANT(oda.now))) !=
	      OK);
	CHECK(db_rollback(&oda, ERR_CONFLICT) == ERR_CONFLICT);
	CHECK(db_begin(&oda) == OK);
	CHECK(db_exec(&oda, "scheme_publish",
		  PARAMS(INT(id), TEXT("kultur"), TEXT("active"), TEXT("a"), TEXT("a"), TEXT(""), TEXT("a"), TEXT("a"),
		      TEXT(""), TEXT("a"), INSTANT(oda.now))) == ERR_FORBIDDEN);
	CHECK(db_rollback(&oda, ERR_CONFLICT) == ERR_CONFLICT);
	CHECK(scheme_withdraw(&message, &oda, id) == OK);
	CHECK(strstr(ask_as("tilskudd_owner",
			 "select count(*) from pg_trigger where tgrelid in ('scheme_publication'::regclass, "
			 "'scheme_version'::regclass) and tgfoid = 'api.event_immutable'::regproc"),
		  "4") != NULL);
}

TEST(what_does_not_hold_is_not_proposed)
{
	struct ctx oda = person(ODA, ROLE_OFFICER, UNIT_A);
	const char *message;
	int64_t id;

	CHECK(propose(&id, &message, &oda, document("feil", "weight=\"60\"", "weight=\"50\""), false) == ERR_INVALID);
	CHECK(message != NULL);
	CHECK(propose(&id, &message, &oda, document("feil", "max-award=\"20000\"", "max-award=\"30000\""), false) ==
	      ERR_INVALID);
	CHECK(strstr(message, "«godt»") != NULL);
	CHECK(propose(&id, &message, &oda, document("feil", "unit=\"kultur-test\"", "unit=\"borte\""), false) ==
	      ERR_INVALID);
	CHECK(strstr(message, "borte") != NULL);
	CHECK(propose(&id, &message, &oda, document("feil", "body=\"hovedutvalg-test\"", "body=\"borte\""), false) ==
	      ERR_INVALID);
	CHECK(scheme_propose(&id, &message, &oda,
		  &(struct scheme_proposing){ .document = document("feil", NULL, NULL), .why = " " }) == ERR_INVALID);
}

TEST(an_old_version_comes_back_as_a_new_one)
{
	struct ctx oda = person(ODA, ROLE_OFFICER, UNIT_A), ada = person(ADA, ROLE_ADMIN, 0);
	const char *first = document("tilbake", NULL, NULL), *message;
	struct scheme_publication found;
	int64_t id;
	int number;

	CHECK_INT(published(first, false), 1);
	CHECK_INT(published(document("tilbake", "max nok=\"100000\"", "max nok=\"80000\""), false), 2);
	CHECK(scheme_propose(&id, &message, &oda,
		  &(struct scheme_proposing){ .document = first, .why = "Det var feil", .restores = 1 }) == OK);
	CHECK(scheme_approve(&number, &message, &ada, id, "") == OK);
	CHECK_INT(number, 3);
	CHECK(scheme_version_find(&found, &oda, "tilbake", "") == OK && found.number == 3 && found.restores == 1);
	CHECK(scheme_version_find(&found, &oda, "tilbake", "2") == OK && found.number == 2);
	CHECK(scheme_version_find(&found, &oda, "tilbake", arena_strndup(arena, found.version_hash, 8)) == OK &&
	      found.number == 2);
	CHECK(scheme_version_find(&found, &oda, "tilbake", "4") == ERR_NOT_FOUND);
	CHECK(scheme_version_find(&found, &oda, "finnes-ikke", "") == ERR_NOT_FOUND);
	CHECK_TEXT(owner_ask("select count(*) from scheme_version where scheme_id = 'tilbake'"), "2");
}

TEST(a_proposal_from_an_older_version_is_made_anew)
{
	struct ctx oda = person(ODA, ROLE_OFFICER, UNIT_A), liv = person(LIV, ROLE_LEADER, UNIT_A);
	const char *message;
	int64_t id;
	int number;

	CHECK_INT(published(document("samtidig", NULL, NULL), false), 1);
	CHECK(
	    propose(&id, &message, &oda, document("samtidig", "max nok=\"100000\"", "max nok=\"70000\""), false) == OK);
	owner_ask(
	    "insert into scheme_publication (scheme_id, number, version_hash, published_at) select 'samtidig', 2, "
	    "repeat('a', 64), now()");
	CHECK(scheme_approve(&number, &message, &liv, id, "") == ERR_CONFLICT && strstr(message, "på nytt") != NULL);
	CHECK(scheme_refuse(&message, &liv, id, "") == ERR_INVALID);
	CHECK(scheme_refuse(&message, &liv, id, "Ta utgangspunkt i den nye") == OK);
	CHECK_TEXT(
	    owner_ask(
		"select state from scheme_proposal where scheme_id = 'samtidig' order by proposal_id desc limit 1"),
	    "refused");
}

/* A call of the scheme with a draft that has answered unge and antall, and one sent application. */
static void
call_with_draft(const char *id)
{
	owner_ask(arena_printf(arena,
	    "with c as (insert into call (scheme_id, version_hash, year, kind, opens_at, closes_at, frame_ore, "
	    "answer_by, "
	    "contact_name, contact_phone, contact_email) select scheme_id, version_hash, 2027, 'fixed', now() - "
	    "interval '1 "
	    "day', now() + interval '30 days', 10000000, '2027-06-01', 'Oda', '1', 'oda@fixture.test' from "
	    "scheme_in_force "
	    "where scheme_id = '%s' returning call_id, version_hash), d as (insert into application (call_id, "
	    "version_hash, "
	    "unit_id, organisation_id, created_by) select call_id, version_hash, 901, 901, 901 from c returning "
	    "application_id), s as (insert into application (number, call_id, version_hash, unit_id, organisation_id, "
	    "created_by, state, submitted_at, submitted_by, document, document_hash) select '2027-%s', call_id, "
	    "version_hash, "
	    "901, 902, 902, 'submitted', now(), 902, '<x/>', repeat('e', 64) from c) insert into draft_answer "
	    "(application_id, path, value, version, user_id) select application_id, p, 'ja', 1, 901 from d, "
	    "unnest(array['unge', 'antall', 'kostnader.0.cash']) p",
	    id, id));
}

TEST(drafts_take_over_and_lose_nothing)
{
	struct ctx oda = person(ODA, ROLE_OFFICER, UNIT_A);
	const char *first = document("utkast", NULL, NULL), *second;
	struct scheme_changes changes;
	struct scheme_reach reach;

	second = document("utkast",
	    "<yes-no id=\"unge\"><nb>Unge?</nb><nn>Unge?</nn><why use=\"criterion:bredde statistics\"/></yes-no>\n     "
	    " "
	    "<choice id=\"kunstart\" relevant=\"unge = 'yes'\">",
	    "<choice id=\"kunstart\">");
	second = fixture_swap(arena, second, "<answer name=\"unge\" value=\"yes\"/>", "");
	second = fixture_swap(arena, second, "<integer id=\"antall\" min=\"1\"", "<integer id=\"antall\" min=\"2\"");
	CHECK_INT(published(first, false), 1);
	call_with_draft("utkast");

	CHECK(scheme_diff(&changes, arena, first, second, LANG_NB) == OK);
	CHECK(scheme_reach_of(&reach, &oda, "utkast", &changes) == OK);
	CHECK_INT(reach.open_calls, 1);
	CHECK_INT(reach.drafts, 1);
	CHECK_INT(reach.sent, 1);
	CHECK_INT(reach.undecided, 1);
	for (size_t i = 0; i < changes.n; i++)
		CHECK_INT(reach.touched[i],
		    changes.list[i].reach == REACH_ALL || strcmp(changes.list[i].field, "kunstart") != 0);

	CHECK_INT(published(second, true), 2);
	CHECK_TEXT(
	    owner_ask("select count(*) from draft_answer join application using (application_id) join call using "
		      "(call_id) where scheme_id = 'utkast'"),
	    "3");
	CHECK_TEXT(
	    owner_ask("select string_agg(a.state || ' ' || (a.version_hash = f.version_hash), ', ' order by a.state) "
		      "from application a join call c using (call_id) join scheme_in_force f using (scheme_id) where "
		      "scheme_id = 'utkast'"),
	    "draft true, submitted false");
	CHECK_TEXT(
	    owner_ask("select d.needs_confirmation || ' ' || (d.from_hash <> a.version_hash) || ' ' || a.version from "
		      "draft_change d join application a using (application_id) join call c using (call_id) where "
		      "scheme_id = 'utkast'"),
	    "true true 2");
}

TEST(without_the_open_calls_nothing_begun_is_touched)
{
	CHECK_INT(published(document("seinere", NULL, NULL), false), 1);
	call_with_draft("seinere");
	CHECK_INT(published(document("seinere", "max nok=\"100000\"", "max nok=\"60000\""), false), 2);
	CHECK_TEXT(
	    owner_ask("select count(*) from draft_change join application using (application_id) join call using "
		      "(call_id) where scheme_id = 'seinere'"),
	    "0");
	CHECK_TEXT(
	    owner_ask("select bool_and(c.version_hash <> f.version_hash) from call c join scheme_in_force f using "
		      "(scheme_id) where scheme_id = 'seinere'"),
	    "t");
}

static int
setup(void **state)
{
	if (crypto_start() != OK || county_setup(state) != 0)
		return (-1);
	app = db_for(DB_APP);
	return (0);
}

static int
teardown(void **state)
{
	db_close(app);
	return (county_teardown(state));
}

int
main(void)
{
	const struct CMUnitTest tests[] = { UNIT(one_proposes_and_another_approves), UNIT(others_may_not),
		UNIT(the_database_keeps_four_eyes), UNIT(what_does_not_hold_is_not_proposed),
		UNIT(an_old_version_comes_back_as_a_new_one), UNIT(a_proposal_from_an_older_version_is_made_anew),
		UNIT(drafts_take_over_and_lose_nothing), UNIT(without_the_open_calls_nothing_begun_is_touched) };

	return (cmocka_run_group_tests(tests, setup, teardown) == 0 ? 0 : 1);
}
