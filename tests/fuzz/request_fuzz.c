/* request_fuzz.c — any lines as what a browser says beside the form: address, cookies, language, where it comes from.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/crypto.h"
#include "core/text.h"
#include "web/accept_language.h"
#include "web/cookie.h"
#include "web/csrf.h"
#include "web/notice.h"
#include "web/page_state.h"
#include "web/route.h"

#define RELY(that)                                                                                                     \
	do {                                                                                                           \
		if (!(that))                                                                                           \
			abort();                                                                                       \
	} while (0)

#define LINES 7

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* What an address gives is clean text, whatever stood in it. */
static void
find(struct arena *arena, const char *path)
{
	for (int method = METHOD_GET; method <= METHOD_OTHER; method++) {
		struct route_match match;
		const char *again;
		enum status st = route_find(&match, arena, routes, n_routes, (enum http_method)method, path);

		RELY((st == OK) == (match.route != NULL) && match.n <= ROUTE_PIECES_MAX);
		for (size_t i = 0; st == OK && i < match.n; i++)
			RELY(text_clean(&again, NULL, arena, match.values[i], strlen(match.values[i])) == OK &&
			     strcmp(again, match.values[i]) == 0);
	}
	path = page_own_path(path);
	RELY(*path == '\0' || (path[0] == '/' && path[1] != '/' && strpbrk(path, "\r\n\t \\") == NULL));
}

/* Nobody guesses a token or a seal; ours hold. */
static void
hold(struct arena *arena, const struct http_request *request, const char *token, const char *notice)
{
	for (int cookie = 0; cookie < COOKIE__MAX; cookie++) {
		const char *value = cookie_read(arena, request, (enum cookie)cookie);

		RELY(strchr(value, ';') == NULL && strlen(value) <= 2000);
		RELY(!csrf_matches(arena, value, token));
		RELY(csrf_matches(arena, value, csrf_token(arena, value)) == (*value != '\0'));
		RELY(notice_read(arena, value, notice) == NULL);
		RELY(strcmp(notice_read(arena, value, notice_cookie(arena, value, "Lagret")), "Lagret") == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static bool started;
	struct arena *arena = arena_new(0);
	char *text = arena_strndup(arena, len == 0 ? "" : (const char *)bytes, len), *lines[LINES];
	struct http_request request;

	if (!started && crypto_start() != OK)
		abort();
	started = true;
	for (int i = 0; i < LINES; i++) {
		lines[i] = text;
		text += strcspn(text, "\n");
		if (*text != '\0')
			*text++ = '\0';
	}
	request = (struct http_request){ .path = lines[0],
		.cookie = lines[1],
		.accept_language = lines[2],
		.origin = lines[3],
		.host = lines[4],
		.sec_fetch_site = len % 3 == 0 ? lines[5] : "",
		.is_tls = len % 2 == 0 };
	find(arena, request.path);
	RELY((unsigned)accept_language(request.accept_language) < LANG__MAX);
	RELY(csrf_origin(&request) != ORIGIN_OURS || *request.sec_fetch_site != '\0' ||
	     (*request.host != '\0' && strstr(request.origin, "://") != NULL));
	hold(arena, &request, lines[5], lines[6]);
	arena_free(arena);
	return (0);
}
