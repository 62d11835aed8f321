/* accept_language_test.c — the language a browser asks for, and notices that only their own browser can show. */
#include "check.h"

#include <string.h>

#include "core/crypto.h"
#include "web/accept_language.h"
#include "web/notice.h"

TEST(the_heaviest_of_ours_is_chosen)
{
	CHECK_INT(accept_language("nn-NO,nn;q=0.9,nb;q=0.8,en;q=0.5"), LANG_NN);
	CHECK_INT(accept_language("en;q=0.3, nn;q=0.7"), LANG_NN);
	CHECK_INT(accept_language("de, fr;q=0.9, en-GB;q=0.2"), LANG_EN);
	CHECK_INT(accept_language("no"), LANG_NB);
	CHECK_INT(accept_language("da"), LANG_NB);
	CHECK_INT(accept_language("EN"), LANG_EN);
}

TEST(none_of_ours_is_bokmal)
{
	CHECK_INT(accept_language(""), LANG_NB);
	CHECK_INT(accept_language("*"), LANG_NB);
	CHECK_INT(accept_language("de"), LANG_NB);
	CHECK_INT(accept_language("nnx, ent"), LANG_NB);
	CHECK_INT(accept_language("en;q=0, nn;q=x"), LANG_NB);
	CHECK_INT(accept_language(",;,;q=,="), LANG_NB);
}

TEST(weights_are_thousandths_whatever_is_written)
{
	CHECK_INT(accept_language("en;q=0.801, nn;q=0.802"), LANG_NN);
	CHECK_INT(accept_language("en;q=.9, nn;q=0.899"), LANG_EN);
	CHECK_INT(accept_language("nn;q=1.000, en;q=1"), LANG_NN);
	/* More than an int has room for, and no number at all. */
	CHECK_INT(accept_language("nn;q=0.9, en;q=555555555555555550.9"), LANG_EN);
	CHECK_INT(accept_language("nn;q=0.1, en;q=nan, nb;q=-1e99"), LANG_NN);
}

TEST(a_notice_shows_for_its_own_session_alone)
{
	struct arena *arena = arena_new(0);
	const char *cookie = notice_cookie(arena, "kake", "Lagret, også æøå.");

	CHECK_TEXT(notice_read(arena, "kake", cookie), "Lagret, også æøå.");
	CHECK(notice_read(arena, "en annen", cookie) == NULL);
	CHECK(notice_read(arena, "", cookie) == NULL);
	arena_free(arena);
}

TEST(a_forged_notice_is_not_shown)
{
	struct arena *arena = arena_new(0);
	char *cookie = notice_cookie(arena, "kake", "Lagret.");

	CHECK(notice_read(arena, "kake", "") == NULL);
	CHECK(notice_read(arena, "kake", "abc") == NULL);
	CHECK(notice_read(arena, "kake", "%%%.abc") == NULL);
	cookie[0] = cookie[0] == 'A' ? 'B' : 'A';
	CHECK(notice_read(arena, "kake", cookie) == NULL);
	arena_free(arena);
}

static int
start(void **state)
{
	(void)state;
	return (crypto_start() == OK ? 0 : 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { UNIT(the_heaviest_of_ours_is_chosen), UNIT(none_of_ours_is_bokmal),
		UNIT(weights_are_thousandths_whatever_is_written), UNIT(a_notice_shows_for_its_own_session_alone),
		UNIT(a_forged_notice_is_not_shown) };

	return (cmocka_run_group_tests(tests, start, NULL) == 0 ? 0 : 1);
}
