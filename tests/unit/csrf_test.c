/* csrf_test.c — tokens differ each time, hold for their cookie alone; cookies are found by exact name. */
#include "check.h"

#include <string.h>

#include "core/crypto.h"
#include "web/cookie.h"
#include "web/csrf.h"

TEST(a_token_holds_for_its_cookie_alone)
{
	struct arena *arena = arena_new(0);
	const char *token = csrf_token(arena, "kake");

	CHECK(csrf_matches(arena, "kake", token));
	CHECK(!csrf_matches(arena, "kakf", token));
	CHECK(!csrf_matches(arena, "", token));
	arena_free(arena);
}

TEST(tokens_are_masked_anew)
{
	struct arena *arena = arena_new(0);
	const char *a = csrf_token(arena, "kake"), *b = csrf_token(arena, "kake");

	CHECK(strcmp(a, b) != 0);
	CHECK(csrf_matches(arena, "kake", a) && csrf_matches(arena, "kake", b));
	/* Nothing of the secret stands still: no piece of eight characters is in both. */
	for (size_t i = 0; i + 8 <= strlen(a); i++)
		CHECK(memmem(b, strlen(b), a + i, 8) == NULL);
	arena_free(arena);
}

TEST(what_is_no_token_does_not_match)
{
	struct arena *arena = arena_new(0);
	char *token = csrf_token(arena, "kake");

	CHECK(!csrf_matches(arena, "kake", ""));
	CHECK(!csrf_matches(arena, "kake", "abc"));
	CHECK(!csrf_matches(arena, "kake", "=%&/()"));
	CHECK(!csrf_matches(arena, "kake", arena_printf(arena, "%s%s", token, token)));
	/* Whoever has no cookie can't have been given a form; what would match is no secret. */
	CHECK(!csrf_matches(arena, "", csrf_token(arena, "")));
	token[80] = token[80] == 'A' ? 'B' : 'A';
	CHECK(!csrf_matches(arena, "kake", token));
	arena_free(arena);
}

static enum csrf_origin
origin(const char *site, const char *from, const char *host)
{
	struct http_request request = { .sec_fetch_site = site, .origin = from, .host = host };

	return (csrf_origin(&request));
}

TEST(the_browser_says_where_a_form_came_from)
{
	CHECK_INT(origin("same-origin", "", "x.no"), ORIGIN_OURS);
	CHECK_INT(origin("cross-site", "https://x.no", "x.no"), ORIGIN_FOREIGN);
	CHECK_INT(origin("same-site", "", "x.no"), ORIGIN_FOREIGN);
	CHECK_INT(origin("", "https://x.no", "x.no"), ORIGIN_OURS);
	CHECK_INT(origin("", "http://127.0.0.1:8080", "127.0.0.1:8080"), ORIGIN_OURS);
	CHECK_INT(origin("", "https://x.no.ond.no", "x.no"), ORIGIN_FOREIGN);
	CHECK_INT(origin("", "x.no", "x.no"), ORIGIN_FOREIGN);
	CHECK_INT(origin("", "null", "x.no"), ORIGIN_UNTOLD);
	CHECK_INT(origin("", "", "x.no"), ORIGIN_UNTOLD);
	CHECK_INT(origin("", "://", ""), ORIGIN_FOREIGN);
}

TEST(cookies_are_found_by_exact_name)
{
	struct arena *arena = arena_new(0);
	struct http_request request = { .is_tls = false,
		.cookie = "Tilskudd=A; xtilskudd=B; tilskudd-skjema=C;tilskudd=D=E; tilskudd=F" };

	CHECK_TEXT(cookie_read(arena, &request, COOKIE_SESSION), "D=E");
	CHECK_TEXT(cookie_read(arena, &request, COOKIE_FORM), "C");
	CHECK_TEXT(cookie_read(arena, &request, COOKIE_LANGUAGE), "");
	request.is_tls = true;
	CHECK_TEXT(cookie_read(arena, &request, COOKIE_SESSION), "");
	request.cookie = "tilskudd=x; __Host-tilskudd=y";
	CHECK_TEXT(cookie_read(arena, &request, COOKIE_SESSION), "y");
	request.cookie = ";;; =; tilskudd";
	CHECK_TEXT(cookie_read(arena, &request, COOKIE_SESSION), "");
	arena_free(arena);
}

TEST(cookies_carry_their_safeguards)
{
	struct arena *arena = arena_new(0);
	struct http_request request = { .is_tls = true };
	struct http_response response = { .status = 200 };

	cookie_set(&response, arena, &request, COOKIE_SESSION, "abc");
	CHECK_TEXT(response.fields->name, "set-cookie");
	CHECK_TEXT(response.fields->value, "__Host-tilskudd=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
	request.is_tls = false;
	cookie_set(&response, arena, &request, COOKIE_SESSION, "");
	CHECK_TEXT(response.fields->next->value, "tilskudd=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
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
	const struct CMUnitTest tests[] = { UNIT(a_token_holds_for_its_cookie_alone), UNIT(tokens_are_masked_anew),
		UNIT(what_is_no_token_does_not_match), UNIT(the_browser_says_where_a_form_came_from),
		UNIT(cookies_are_found_by_exact_name), UNIT(cookies_carry_their_safeguards) };

	return (cmocka_run_group_tests(tests, start, NULL) == 0 ? 0 : 1);
}
