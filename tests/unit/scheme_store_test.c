/* scheme_store_test.c — a version is fetched and compiled once, and what does not fit its name is not used. */
#include "scheme_fixture.h"

#include "scheme/scheme_store.h"

static struct {
	const char *document;
	int fetched;
	enum status answer;
} database;

static enum status
fetch(const char **out, size_t *len, struct arena *arena, void *user, const char *version_hash)
{
	CHECK(user == &database && arena != NULL && version_hash != NULL);
	database.fetched++;
	if (database.answer != OK)
		return (database.answer);
	*out = database.document;
	*len = strlen(database.document);
	return (OK);
}

/* The name of what the database holds. */
static const char *
hash_of(struct arena *arena, const char *xml)
{
	struct scheme_messages messages = scheme_messages_new(arena, LANG_NB);
	const struct scheme *scheme = NULL;

	CHECK(scheme_compile(&scheme, &messages, arena, "t.xml", xml, strlen(xml)) == OK);
	return (scheme->version_hash);
}

TEST(a_version_is_compiled_once)
{
	struct arena *arena = arena_new(0);
	struct scheme_store *store = scheme_store_new(fetch);
	const char *one = fixture_file(arena, "tests/fixtures/scheme/small.xml");
	const char *two = fixture_swap(arena, one, "nok=\"100000\"", "nok=\"200000\"");
	const struct scheme *first, *again, *other;

	database = (__typeof__(database)){ .document = one };
	CHECK(scheme_store_get(&first, store, arena, &database, hash_of(arena, one)) == OK);
	CHECK(scheme_store_get(&again, store, arena, &database, hash_of(arena, one)) == OK);
	CHECK(first == again && database.fetched == 1);
	database.document = two;
	CHECK(scheme_store_get(&other, store, arena, &database, hash_of(arena, two)) == OK);
	CHECK(scheme_store_get(&again, store, arena, &database, hash_of(arena, one)) == OK);
	CHECK(first == again && other != first && database.fetched == 2 && scheme_store_count(store) == 2);
	CHECK(first->amount.max[0].sum.ore == 10000000 && other->amount.max[0].sum.ore == 20000000);
	scheme_store_free(store);
	arena_free(arena);
}

TEST(a_document_that_is_not_what_its_name_says_is_not_used)
{
	struct arena *arena = arena_new(0);
	struct scheme_store *store = scheme_store_new(fetch);
	const char *xml = fixture_file(arena, "tests/fixtures/scheme/small.xml");
	const struct scheme *scheme = NULL;
	const char *hash = hash_of(arena, xml);

	database = (__typeof__(database)){ .document = fixture_swap(arena, xml, "nok=\"100000\"", "nok=\"200000\"") };
	CHECK(scheme_store_get(&scheme, store, arena, &database, hash) == ERR_INVALID);
	database.document = "<scheme/>";
	CHECK(scheme_store_get(&scheme, store, arena, &database, hash) == ERR_INVALID);
	CHECK(scheme == NULL && scheme_store_count(store) == 0);
	database.document = xml;
	CHECK(scheme_store_get(&scheme, store, arena, &database, hash) == OK);
	scheme_store_free(store);
	arena_free(arena);
}

TEST(what_the_database_answers_is_passed_on)
{
	struct arena *arena = arena_new(0);
	struct scheme_store *store = scheme_store_new(fetch);
	const struct scheme *scheme = NULL;

	database = (__typeof__(database)){ .answer = ERR_NOT_FOUND };
	CHECK(scheme_store_get(&scheme, store, arena, &database, "x") == ERR_NOT_FOUND);
	database.answer = ERR_UNAVAILABLE;
	CHECK(scheme_store_get(&scheme, store, arena, &database, "x") == ERR_UNAVAILABLE);
	CHECK(scheme == NULL && database.fetched == 1 + 1);
	scheme_store_free(store);
	scheme_store_free(NULL);
	arena_free(arena);
}

SCHEME_MAIN(UNIT(a_version_is_compiled_once), UNIT(a_document_that_is_not_what_its_name_says_is_not_used),
    UNIT(what_the_database_answers_is_passed_on))
