/* cookie.c — reads the Cookie header ourselves, since Kore drops all beyond nine, and writes Set-Cookie. */
#include "web/cookie.h"

#include <string.h>

#define VALUE_MAX 2000

static const struct {
	const char *plain, *host;
	long max_age; /* seconds; 0: until the browser ends */
} cookies[COOKIE__MAX] = {
	[COOKIE_SESSION] = { "tilskudd", "__Host-tilskudd", 0 },
	[COOKIE_FORM] = { "tilskudd-skjema", "__Host-tilskudd-skjema", 0 },
	[COOKIE_LANGUAGE] = { "tilskudd-sprak", "__Host-tilskudd-sprak", 365L * 86400 },
	[COOKIE_NOTICE] = { "tilskudd-melding", "__Host-tilskudd-melding", 60 },
};

const char *
cookie_name(enum cookie cookie, bool is_tls)
{
	return (is_tls ? cookies[cookie].host : cookies[cookie].plain);
}

const char *
cookie_read(struct arena *arena, const struct http_request *request, enum cookie cookie)
{
	const char *name = cookie_name(cookie, request->is_tls), *at = request->cookie;
	size_t len = strlen(name), value_len;

	while (*at != '\0') {
		at += strspn(at, " \t;");
		value_len = strcspn(at, ";");
		if (strncmp(at, name, len) == 0 && at[len] == '=') {
			value_len -= len + 1;
			return (value_len > VALUE_MAX ? "" : arena_strndup(arena, at + len + 1, value_len));
		}
		at += value_len;
	}
	return ("");
}

void
cookie_set(struct http_response *response, struct arena *arena, const struct http_request *request, enum cookie cookie,
    const char *value)
{
	const char *age = "";

	if (*value == '\0')
		age = "; Max-Age=0";
	else if (cookies[cookie].max_age > 0)
		age = arena_printf(arena, "; Max-Age=%ld", cookies[cookie].max_age);
	response_field_add(response, arena, "set-cookie",
	    arena_printf(arena, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s%s", cookie_name(cookie, request->is_tls),
		value, request->is_tls ? "; Secure" : "", age));
}
